//! The weeks that can be the baseline.

use super::Over;
use crate::app::{App, Effect, List, Query};
use crate::figures::WeekFigures;
use crate::keymap::Action;

/// The complete weeks, each in or out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BaselineChooser {
    /// The complete weeks, the newest first; none until they are read.
    pub weeks: Option<Vec<WeekFigures>>,
    /// The selected line.
    pub list: List,
}

impl BaselineChooser {
    /// The most weeks that are offered.
    const MOST: usize = 200;

    /// The chooser, and what is to be read for it.
    #[must_use]
    pub fn new() -> (Self, Effect) {
        (Self::default(), Effect::Read(Query::CompleteWeeks(Self::MOST)))
    }

    pub(super) fn take(&mut self, weeks: Vec<WeekFigures>) {
        self.weeks = Some(weeks);
    }

    pub(super) fn lines(&mut self) -> (&mut List, usize) {
        let lines = self.weeks.as_ref().map_or(0, Vec::len);
        (&mut self.list, lines)
    }

    pub(super) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        let (list, lines) = self.lines();
        list.act(action, lines);
        app.over = Some(Over::Baseline(self));
        Vec::new()
    }
}
