//! A bell schedule: which periods a school day has.

use super::{BadSpan, Span};

/// The periods of a school day, numbered from 1 in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BellSchedule {
    periods: Vec<Span>,
}

impl BellSchedule {
    /// A schedule of clocked periods.
    ///
    /// # Errors
    /// The index (from 0) of the first period that is not clocked or begins before the one before it ends.
    pub fn new(periods: Vec<Span>) -> Result<Self, usize> {
        let mut last_end = 0;
        for (i, period) in periods.iter().enumerate() {
            match period.clock_times() {
                Some((start, end)) if start >= last_end => last_end = end,
                _ => return Err(i),
            }
        }
        Ok(Self { periods })
    }

    /// The seven lessons of a usual secondary school day; what counts until a school's own bells are set.
    #[must_use]
    pub fn usual() -> Self {
        let times = [
            (480, 525),
            (535, 580),
            (610, 655),
            (665, 710),
            (840, 885),
            (895, 940),
            (950, 995),
        ];
        Self {
            periods: times
                .into_iter()
                .filter_map(|(s, e)| Span::clocked(s, e).ok())
                .collect(),
        }
    }

    /// The six lessons of 40 minutes of a usual primary school day.
    #[must_use]
    pub fn primary() -> Self {
        let starts = [500, 550, 620, 670, 840, 890];
        Self {
            periods: starts
                .into_iter()
                .filter_map(|s| Span::clocked(s, s + 40).ok())
                .collect(),
        }
    }

    /// The periods in order.
    #[must_use]
    pub fn periods(&self) -> &[Span] {
        &self.periods
    }

    /// From the start of the first to the end of the last of the periods `first..=last`, numbered from 1.
    ///
    /// None where the schedule lacks one of them or `last` is before `first`.
    #[must_use]
    pub fn span(&self, first: usize, last: usize) -> Option<Result<Span, BadSpan>> {
        let times = |n: usize| self.periods.get(n.checked_sub(1)?)?.clock_times();
        let ((start, _), (_, end)) = (times(first)?, times(last)?);
        (first <= last).then(|| Span::clocked(start, end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_by_number() {
        let bells = BellSchedule::usual();
        assert_eq!(bells.periods().len(), 7);
        assert_eq!(bells.span(3, 4).unwrap().unwrap().to_string(), "10:10-11:50");
        assert_eq!(bells.span(0, 1), None);
        assert_eq!(bells.span(4, 3), None);
        assert_eq!(bells.span(7, 8), None);
        assert_eq!(BellSchedule::new(bells.periods().to_vec()), Ok(bells));
    }

    #[test]
    fn primary_school_has_shorter_lessons() {
        let bells = BellSchedule::primary();
        let shown: Vec<String> = bells.periods().iter().map(ToString::to_string).collect();
        assert_eq!(
            (shown[0].as_str(), shown[5].as_str()),
            ("08:20-09:00", "14:50-15:30")
        );
        assert!(bells.periods().iter().all(|p| p.minutes() == 40));
        assert_eq!(BellSchedule::new(bells.periods().to_vec()), Ok(bells));
    }

    #[test]
    fn periods_that_overlap_are_refused() {
        let span = |s, e| Span::clocked(s, e).unwrap();
        assert_eq!(BellSchedule::new(vec![span(480, 525), span(520, 560)]), Err(1));
        assert_eq!(BellSchedule::new(vec![Span::amount(40).unwrap()]), Err(0));
    }
}
