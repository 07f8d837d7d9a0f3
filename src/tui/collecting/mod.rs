//! The live screen of collecting: its state on some backend, and the thread that feeds it.

mod condense;
#[cfg(test)]
mod tests;
mod worker;

pub(super) use worker::Worker;

use super::screens::{self, Look};
use super::shell::Clock;
use crate::app::collecting::{Collecting, CollectingEffect, CollectingInput};
use crate::tr;
use chrono::Duration;
use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::buffer::Buffer;

/// The screen without the terminal: what comes goes in, frames come out.
pub struct Live {
    state: Collecting,
    look: Look,
    now: Clock,
}

impl Live {
    /// A screen of a state.
    #[must_use]
    pub const fn new(state: Collecting, look: Look, now: Clock) -> Self {
        Self { state, look, now }
    }

    /// The state.
    #[must_use]
    pub const fn state(&self) -> &Collecting {
        &self.state
    }

    /// Takes something in, and says what is to be done outside.
    pub fn take(&mut self, input: CollectingInput) -> Vec<CollectingEffect> {
        self.state.update(input, (self.now)())
    }

    /// How long it takes until the screen shows something else although nothing came; none where it stays as it is.
    #[must_use]
    pub fn changes_in(&self) -> Option<Duration> {
        self.state.arrivals.changes_in((self.now)())
    }

    /// What to say when the shell takes over for a while.
    #[must_use]
    pub fn farewell(&self) -> String {
        tr!(self.look.i18n, "tui-suspended")
    }

    /// Draws a frame.
    ///
    /// # Errors
    /// What the backend cannot do.
    pub fn draw<B: Backend>(&self, terminal: &mut Terminal<B>) -> Result<(), B::Error> {
        terminal.draw(|frame| self.draw_on(frame.buffer_mut()))?;
        Ok(())
    }

    /// Draws a frame onto an empty buffer of any size.
    pub fn draw_on(&self, buffer: &mut Buffer) {
        screens::collecting::draw(&self.state, &self.look, (self.now)(), buffer);
    }
}
