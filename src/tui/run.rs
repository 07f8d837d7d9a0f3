//! The UI from the first frame to the last.

mod collect;

pub use super::desk::{Desk, Unsaved};
use super::events::{Events, Message};
use super::file::Zone;
use super::shell::{Clock, Next, Setup, Shell};
use super::terminal::Screen;
use super::{Backing, Look};
use crate::app::Input;
use crate::i18n::I18n;
use crate::keymap::Keymap;
use crate::settings::Borders;
use crate::store::Store;
use crate::theme::Theme;
pub use collect::{Collect, Collected, collect};
use std::io;
use std::rc::Rc;
use std::time::{Duration, Instant};

/// How long nothing has to happen before the data are read through, once, to find damage early.
const PAUSE: Duration = Duration::from_secs(20);

/// After so long without a message the user may have been elsewhere: what other programs changed, and the date, are
/// looked at before the next one is taken in.
const AWAY: Duration = Duration::from_secs(1);

/// What a command that opens the UI hands in.
pub struct Options {
    /// The data.
    pub store: Store,
    /// The configuration.
    pub desk: Box<dyn Desk>,
    /// The keys.
    pub keymap: Keymap,
    /// What to tell at the start, in the user's language.
    pub notices: Vec<String>,
    /// The language.
    pub i18n: Rc<I18n>,
    /// The theme; the monochrome one where colours are not wanted.
    pub theme: Theme,
    /// How lines are drawn.
    pub borders: Borders,
    /// The clock.
    pub clock: Clock,
    /// The user's clock at a moment.
    pub zone: Zone,
}

/// How the UI ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// The user left.
    Done,
    /// The system asked for it with this signal.
    Signal(i32),
}

impl Exit {
    /// The exit status: 0, or 128 and the signal's number, as shells have it.
    #[must_use]
    pub fn status(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Signal(number) => u8::try_from(number).map_or(u8::MAX, |n| n.saturating_add(128)),
        }
    }
}

/// Why the UI could not run, or not go on.
#[derive(Debug, thiserror::Error)]
pub enum TuiError {
    /// The data cannot be read; one sentence in the user's language.
    #[error("{0}")]
    Data(String),
    /// The terminal failed.
    #[error(transparent)]
    Terminal(#[from] io::Error),
}

/// How many cells wide the terminal is, for commands that only write to it; none where that is not known.
#[must_use]
pub fn columns() -> Option<usize> {
    super::terminal::columns()
}

/// Runs the UI on the terminal until the user leaves. The terminal is clean afterwards, also after a signal or a panic.
///
/// The caller has made sure that standard input and output are a terminal that can be drawn on.
///
/// # Errors
/// [`TuiError`].
pub fn run(options: Options) -> Result<Exit, TuiError> {
    let Options {
        store,
        desk,
        keymap,
        notices,
        i18n,
        theme,
        borders,
        clock,
        zone,
    } = options;
    run_on(Setup {
        backing: Box::new(store) as Box<dyn Backing>,
        desk,
        look: Look { i18n, theme, borders },
        keymap,
        notices,
        now: clock,
        zone,
    })
}

/// The same with everything handed in; what tests run in a terminal of their own.
///
/// # Errors
/// [`TuiError`].
pub fn run_on(setup: Setup) -> Result<Exit, TuiError> {
    // The data are read before the screen changes: what is slow or fails shows no empty screen.
    let mut shell = Shell::new(setup);
    if let Some(why) = shell.failure() {
        return Err(TuiError::Data(why.to_owned()));
    }
    let events = Events::catch_signals()?;
    let mut screen = Screen::take(shell.app().prefs().mouse)?;
    screen.present(|terminal| shell.draw(terminal))?;
    events.read_keys();
    let mut pause = Some(PAUSE);
    loop {
        // Nothing to do costs nothing: this waits until something happens. Then all that is waiting is taken in before
        // a frame is drawn.
        let waiting = Instant::now();
        let mut messages = events.wait(pause).peekable();
        let was_away = waiting.elapsed() >= AWAY;
        if messages.peek().is_none() {
            pause = None; // once is enough; after it, waiting costs nothing again
            shell.handle(Input::Idle);
        }
        if was_away && matches!(messages.peek(), Some(Message::Input(_))) {
            shell.take(Input::Back);
        }
        for message in messages {
            if let Some(exit) = take(message, &mut shell, &mut screen)? {
                return Ok(exit);
            }
        }
        shell.settle();
        if Screen::is_lost() {
            screen.retake()?;
        }
        screen.listen_to_mouse(shell.app().prefs().mouse)?;
        screen.present(|terminal| shell.draw(terminal))?;
    }
}

fn take(message: Message, shell: &mut Shell, screen: &mut Screen) -> Result<Option<Exit>, TuiError> {
    let input = match message {
        Message::Input(input) => input,
        Message::Mouse(mouse, column, row) => {
            return go_on(shell.take_mouse(mouse, column, row), shell, screen);
        }
        Message::Redraw => {
            screen.forget()?;
            return Ok(None);
        }
        Message::Resumed => {
            screen.retake()?;
            Input::Back
        }
        Message::Stop => {
            screen.suspend(&shell.farewell())?;
            return Ok(None);
        }
        Message::End(signal) => return Ok(Some(Exit::Signal(signal))),
        Message::Broken(e) => return Err(e.into()),
        Message::News(_) => return Ok(None), // nobody collects here
    };
    go_on(shell.take(input), shell, screen)
}

fn go_on(next: Next, shell: &mut Shell, screen: &mut Screen) -> Result<Option<Exit>, TuiError> {
    match next {
        Next::Go => Ok(None),
        Next::Quit => Ok(Some(Exit::Done)),
        Next::Suspend => {
            screen.suspend(&shell.farewell())?;
            Ok(None)
        }
        Next::Edit => {
            screen.hand_over(|| shell.edit())?;
            Ok(None)
        }
    }
}
