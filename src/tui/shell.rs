//! The loop without the terminal: inputs in, effects performed, frames out. What the tests drive with real keys.

use super::effects::{Backing, perform};
use super::screens::{self, Look};
use crate::app::{App, Effect, Input, Toast};
use crate::keymap::Keymap;
use chrono::NaiveDateTime;
use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::buffer::Buffer;

/// The clock: the local time of day.
pub type Clock = Box<dyn Fn() -> NaiveDateTime>;

/// What the program needs to run, handed in from outside.
pub struct Setup {
    /// The data.
    pub backing: Box<dyn Backing>,
    /// Language, theme, borders.
    pub look: Look,
    /// The keys.
    pub keymap: Keymap,
    /// The clock.
    pub now: Clock,
}

/// What is left for the terminal to do after an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Go on.
    Go,
    /// Hand the terminal back to the shell until resumed.
    Suspend,
    /// Leave.
    Quit,
}

/// The running program on some backend.
pub struct Shell {
    app: App,
    backing: Box<dyn Backing>,
    look: Look,
    now: Clock,
}

impl Shell {
    /// Starts: reads today.
    #[must_use]
    pub fn new(setup: Setup) -> Self {
        let Setup {
            backing,
            look,
            keymap,
            now,
        } = setup;
        let app = App::new(keymap, look.i18n.lang(), now());
        let mut shell = Self {
            app,
            backing,
            look,
            now,
        };
        let first = shell.app.start();
        shell.perform(vec![first]);
        shell
    }

    /// The state.
    #[must_use]
    pub const fn app(&self) -> &App {
        &self.app
    }

    /// Why nothing could be read at the start.
    #[must_use]
    pub fn failure(&self) -> Option<&str> {
        match self.app.toast() {
            Some(Toast::Failed(why)) if self.app.day().loaded.is_none() => Some(why),
            _ => None,
        }
    }

    /// Takes an input in and performs what follows from it.
    pub fn handle(&mut self, input: Input) -> Next {
        let next = self.take(input);
        self.settle();
        next
    }

    /// The same, but a date that is asked for need not be read yet: who holds an arrow key down asks for the next one
    /// at once. To be followed by [`Shell::settle`] before drawing.
    pub fn take(&mut self, input: Input) -> Next {
        if !self.app.only_moves(&input) {
            self.settle();
        }
        let mut effects = self.app.update(input, (self.now)());
        effects.retain(|e| !matches!(e, Effect::Load(date) if self.app.unread() == Some(*date)));
        self.perform(effects)
    }

    /// Reads the date asked for, if that is still to be done.
    pub fn settle(&mut self) {
        if let Some(date) = self.app.unread() {
            self.perform(vec![Effect::Load(date)]);
        }
    }

    fn perform(&mut self, mut effects: Vec<Effect>) -> Next {
        let mut next = Next::Go;
        // A reply may ask for one more reading, never for a change, so this ends.
        while let Some(effect) = effects.pop() {
            match effect {
                Effect::Quit => next = Next::Quit,
                Effect::Suspend => next = Next::Suspend,
                effect => {
                    let reply = perform(self.backing.as_mut(), effect, (self.now)(), &self.look.i18n);
                    if let Some(reply) = reply {
                        effects.extend(self.app.receive(reply, &self.look.i18n));
                    }
                }
            }
        }
        next
    }

    /// Draws a frame.
    ///
    /// # Errors
    /// What the backend cannot do.
    pub fn draw<B: Backend>(&self, terminal: &mut Terminal<B>) -> Result<(), B::Error> {
        terminal.draw(|frame| {
            if let Some(cursor) = self.draw_on(frame.buffer_mut()) {
                frame.set_cursor_position(cursor);
            }
        })?;
        Ok(())
    }

    /// Draws a frame onto an empty buffer of any size; gives the cell of the cursor, none if it is hidden.
    pub fn draw_on(&self, buffer: &mut Buffer) -> Option<(u16, u16)> {
        screens::draw(&self.app, &self.look, buffer)
    }
}
