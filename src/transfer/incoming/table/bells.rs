//! The bells that a timetable tells of beside its periods.

use super::Cell;
use crate::domain::Span;
use crate::transfer::incoming::BadFile;

/// When a period is, as a timetable has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodTimes {
    /// A plain number, or the name of the period: `3`, `早读`.
    pub name: String,
    /// From when to when.
    pub span: Span,
}

/// Bells as they are found.
#[derive(Debug, Default)]
pub(super) struct Bells(Vec<PeriodTimes>);

impl Bells {
    /// Takes the times of a period.
    ///
    /// # Errors
    /// Where the same period has other times already.
    pub(super) fn add(&mut self, name: &str, span: Span, at: &Cell) -> Result<(), BadFile> {
        match self.0.iter().find(|b| b.name == name) {
            Some(known) if known.span != span => Err(at.bad("time")),
            Some(_) => Ok(()),
            None => {
                let name = name.to_owned();
                self.0.push(PeriodTimes { name, span });
                Ok(())
            }
        }
    }

    /// All of them, in the order in which they were found.
    pub(super) fn into_times(self) -> Vec<PeriodTimes> {
        self.0
    }
}
