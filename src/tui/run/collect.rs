//! The live screen of collecting from the first frame to the last.

use super::{Exit, TuiError};
use crate::app::Input;
use crate::app::collecting::{Collecting, CollectingEffect, CollectingInput};
use crate::i18n::I18n;
use crate::keymap::Keymap;
use crate::settings::Borders;
use crate::survey::collector::{self, Collector};
use crate::theme::Theme;
use crate::tui::Look;
use crate::tui::collecting::{Live, Worker};
use crate::tui::events::{Events, Message};
use crate::tui::shell::Clock;
use crate::tui::terminal::Screen;
use std::io;
use std::path::PathBuf;
use std::rc::Rc;

/// What a command that watches an inbox hands in.
pub struct Collect {
    /// What collects, and into which dataset.
    pub collector: Collector,
    /// Where: folders, files and archives.
    pub inbox: Vec<PathBuf>,
    /// The same, as it can be shown.
    pub inbox_shown: Vec<String>,
    /// The folder of the dataset, as it can be shown.
    pub dataset_shown: String,
    /// The keys.
    pub keymap: Keymap,
    /// The language.
    pub i18n: Rc<I18n>,
    /// The theme; the monochrome one where colours are not wanted.
    pub theme: Theme,
    /// How lines are drawn.
    pub borders: Borders,
    /// The clock.
    pub clock: Clock,
}

/// How it ended. The dataset is whole.
pub struct Collected {
    /// Who ended it.
    pub exit: Exit,
    /// What the last look came to, and what collected; none where whoever watched did not want to wait for that.
    pub ended: Option<(Collector, Option<collector::Collected>)>,
}

/// Watches an inbox on the terminal until the user leaves. The terminal is clean afterwards, also after a signal or a
/// panic, and what was read is in the dataset.
///
/// The caller has made sure that standard input and output are a terminal that can be drawn on.
///
/// # Errors
/// [`TuiError::Terminal`]; also then what was read is in the dataset.
pub fn collect(options: Collect) -> Result<Collected, TuiError> {
    let Collect {
        collector,
        inbox,
        inbox_shown,
        dataset_shown,
        keymap,
        i18n,
        theme,
        borders,
        clock,
    } = options;
    let definition = collector.dataset().definition.clone();
    let state = Collecting::new(keymap, definition, inbox_shown, dataset_shown);
    let lang = i18n.lang();
    let mut live = Live::new(state, Look { i18n, theme, borders }, clock);
    let events = Events::catch_signals()?;
    let mut screen = Screen::take(false)?;
    screen.present(|terminal| live.draw(terminal))?;
    let worker = Worker::start(collector, inbox, lang, events.teller())?;
    events.read_keys();
    let ended = watch(&events, &mut screen, &mut live, &worker);
    drop(screen);
    match ended {
        Ok((exit, true)) => Ok(Collected {
            exit,
            ended: worker.end(),
        }),
        Ok((exit, false)) => Ok(Collected { exit, ended: None }),
        Err(e) => {
            worker.end();
            Err(e)
        }
    }
}

/// Waits for what happens and draws it until the end; says who wanted that, and whether the worker is at its end.
fn watch(
    events: &Events,
    screen: &mut Screen,
    live: &mut Live,
    worker: &Worker,
) -> Result<(Exit, bool), TuiError> {
    let mut exit = Exit::Done;
    loop {
        let pause = live.changes_in().and_then(|pause| pause.to_std().ok());
        for message in events.wait(pause) {
            let input = match message {
                Message::Input(Input::Key(key)) => CollectingInput::Key(key),
                Message::News(news) => CollectingInput::News(news),
                Message::Input(_) | Message::Mouse(..) => continue,
                Message::Redraw => {
                    screen.forget()?;
                    continue;
                }
                Message::Resumed => {
                    screen.retake()?;
                    continue;
                }
                Message::Stop => {
                    screen.suspend(&live.farewell())?;
                    continue;
                }
                Message::End(signal) => {
                    if exit != Exit::Done {
                        return Ok((exit, false)); // asked twice
                    }
                    exit = Exit::Signal(signal);
                    worker.stop();
                    continue;
                }
                Message::Broken(e) => return Err(e.into()),
            };
            let is_news = matches!(input, CollectingInput::News(_));
            for effect in live.take(input) {
                match effect {
                    CollectingEffect::Stop => worker.stop(),
                    CollectingEffect::Leave => return Ok((exit, is_news)),
                    CollectingEffect::Suspend => screen.suspend(&live.farewell())?,
                }
            }
        }
        if Screen::is_lost() {
            screen.retake()?;
        }
        present(screen, live, exit)?;
    }
}

/// Draws a frame. A terminal that went away together with the signal that says so is no error.
fn present(screen: &mut Screen, live: &Live, exit: Exit) -> io::Result<()> {
    let drawn = screen.present(|terminal| live.draw(terminal));
    if exit == Exit::Done { drawn } else { Ok(()) }
}
