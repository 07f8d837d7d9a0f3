//! The terminal UI: terminal, event loop, effects performed, drawing. The only room that knows the terminal libraries.

mod effects;
mod events;
mod glyphs;
mod paint;
mod screens;
mod shell;
mod store;
mod terminal;
mod text;
mod view;
mod widgets;

pub use effects::{Backing, Trouble};
pub use screens::{Look, SMALLEST};
pub use shell::{Clock, Next, Setup, Shell};

use crate::i18n::{I18n, Say};
use crate::tr;
use events::{Events, Message};
use std::io;
use terminal::Screen;

/// How the UI ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// The user left.
    Done,
    /// The system asked for it with this signal; the terminal is clean.
    Signal(i32),
}

impl Exit {
    /// The exit status: 0, or as a shell reports a signal.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Signal(number) => u8::try_from(128 + number).unwrap_or(255),
        }
    }
}

/// Why the UI could not run.
#[derive(Debug, thiserror::Error)]
pub enum TuiError {
    /// Input or output is no terminal that can show a screen. The exit status is 2.
    #[error("{}", self.say(I18n::english()))]
    NoTerminal,
    /// The terminal failed.
    #[error(transparent)]
    Terminal(#[from] io::Error),
}

impl Say for TuiError {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::NoTerminal => tr!(i18n, "tui-no-terminal"),
            Self::Terminal(e) => e.to_string(),
        }
    }
}

/// Runs the UI until the user leaves. The terminal is clean afterwards, also after a signal or a panic.
///
/// # Errors
/// [`TuiError`].
pub fn run(setup: Setup) -> Result<Exit, TuiError> {
    if !terminal::is_usable() {
        return Err(TuiError::NoTerminal);
    }
    // The data are read before the screen changes: what is slow or fails shows no empty screen.
    let mut shell = Shell::new(setup);
    let events = Events::catch_signals()?;
    let mut screen = Screen::take()?;
    screen.present(|terminal| shell.draw(terminal))?;
    events.read_keys();
    loop {
        // Nothing to do costs nothing: this waits until something happens. Then all that is waiting is taken in before
        // a frame is drawn.
        for message in events.wait() {
            if let Some(exit) = take(message, &mut shell, &mut screen)? {
                return Ok(exit);
            }
        }
        if Screen::is_lost() {
            screen.retake()?;
        }
        screen.present(|terminal| shell.draw(terminal))?;
    }
}

fn take(message: Message, shell: &mut Shell, screen: &mut Screen) -> Result<Option<Exit>, TuiError> {
    let input = match message {
        Message::Input(input) => input,
        Message::Redraw => {
            screen.forget()?;
            return Ok(None);
        }
        Message::Resumed => {
            screen.retake()?;
            crate::app::Input::Back
        }
        Message::End(signal) => return Ok(Some(Exit::Signal(signal))),
        Message::Broken(e) => return Err(e.into()),
    };
    match shell.handle(input) {
        Next::Go => Ok(None),
        Next::Quit => Ok(Some(Exit::Done)),
        Next::Suspend => {
            screen.suspend()?;
            Ok(None)
        }
    }
}
