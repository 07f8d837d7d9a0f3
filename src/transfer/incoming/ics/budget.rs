//! How much work the recurring events of a file may make.

/// Steps that the library may still make for one file. Every date and every day, week, month or year that is walked
/// through on the way to it is a step; a school's calendars of ten years need some ten thousand, and a file that was
/// made to stall the program runs out after seconds.
pub(super) struct Budget(u32);

impl Budget {
    /// For one file.
    pub(super) const fn new() -> Self {
        Self(2_000_000)
    }

    /// Spends steps; none if there are not so many left.
    pub(super) fn spend(&mut self, steps: u32) -> Option<()> {
        self.0 = self.0.checked_sub(steps)?;
        Some(())
    }
}
