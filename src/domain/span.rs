//! When a block took place, or only how long.

use super::date::number_of;
use std::fmt;

/// Minutes in a day.
pub const DAY: u32 = 24 * 60;
/// The latest end of a clocked span: 36:00, noon of the next day.
pub const LATEST_END: u32 = 36 * 60;

/// The time of a block in whole minutes; 1 minute to 24 hours long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span(Form);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Form {
    Clocked { start: u16, end: u16 },
    Amount(u16),
}

/// Why two clock times, or a number of minutes, make no span.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadSpan {
    /// The end is not after the start; holds both, in minutes.
    #[error("it ends at {} but starts at {}", clock(*.end), clock(*.start))]
    EndNotAfterStart {
        /// Minutes since midnight.
        start: u32,
        /// Minutes since midnight.
        end: u32,
    },
    /// The start is not before 24:00.
    #[error("it starts at {}: a block starts before 24:00 of its date", clock(*.0))]
    StartsTooLate(u32),
    /// The end is past 36:00.
    #[error("it ends at {}: a block ends by 36:00 (noon of the next day)", clock(*.0))]
    EndsTooLate(u32),
    /// No minutes at all.
    #[error("a block lasts 1 minute at least")]
    Nothing,
    /// More than 24 hours.
    #[error("{0} minutes: a block lasts 24 hours at most")]
    TooLong(u32),
}

impl Span {
    /// A span from `start` to `end`, minutes since midnight of the block's date.
    ///
    /// # Errors
    /// [`BadSpan`] unless `start` < 24:00, `start` < `end` ≤ 36:00 and the length is at most 24 hours.
    pub fn clocked(start: u32, end: u32) -> Result<Self, BadSpan> {
        if start >= DAY {
            return Err(BadSpan::StartsTooLate(start));
        }
        if end <= start {
            return Err(BadSpan::EndNotAfterStart { start, end });
        }
        let (Ok(start), Ok(end16)) = (u16::try_from(start), u16::try_from(end)) else {
            return Err(BadSpan::EndsTooLate(end));
        };
        if end > LATEST_END {
            return Err(BadSpan::EndsTooLate(end));
        }
        if u32::from(end16 - start) > DAY {
            return Err(BadSpan::TooLong(u32::from(end16 - start)));
        }
        Ok(Self(Form::Clocked { start, end: end16 }))
    }

    /// "So many minutes, some time that day."
    ///
    /// # Errors
    /// [`BadSpan`] unless it is 1 to 1440.
    pub fn amount(minutes: u32) -> Result<Self, BadSpan> {
        match u16::try_from(minutes) {
            Ok(0) => Err(BadSpan::Nothing),
            Ok(m) if minutes <= DAY => Ok(Self(Form::Amount(m))),
            _ => Err(BadSpan::TooLong(minutes)),
        }
    }

    /// How long, in minutes.
    #[must_use]
    pub const fn minutes(self) -> u32 {
        match self.0 {
            Form::Clocked { start, end } => (end - start) as u32,
            Form::Amount(m) => m as u32,
        }
    }

    /// Whether both are clocked and share a minute.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        let both = self.clock_times().zip(other.clock_times());
        both.is_some_and(|((start, end), (other_start, other_end))| start < other_end && other_start < end)
    }

    /// Start and end in minutes since midnight of the block's date; none for an amount only.
    #[must_use]
    pub const fn clock_times(self) -> Option<(u32, u32)> {
        match self.0 {
            Form::Clocked { start, end } => Some((start as u32, end as u32)),
            Form::Amount(_) => None,
        }
    }
}

impl fmt::Display for Span {
    /// As quick entry reads it: `08:00-08:45`, `40m`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.clock_times() {
            Some((start, end)) => write!(f, "{}-{}", clock(start), clock(end)),
            None => write!(f, "{}m", self.minutes()),
        }
    }
}

/// Minutes since midnight as `08:45`; past midnight as `24:30`.
#[must_use]
pub fn clock(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Reads `08:45` or `24:30`, two digits each, up to 36:00; minutes since midnight.
#[must_use]
pub fn parse_clock(text: &str) -> Option<u32> {
    let &[h1, h2, b':', m1, m2] = text.as_bytes() else {
        return None;
    };
    let (h, m) = (number_of([h1, h2])?, number_of([m1, m2])?);
    (m < 60 && h * 60 + m <= LATEST_END).then_some(h * 60 + m)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn bounds() {
        assert_eq!(Span::clocked(480, 525).unwrap().minutes(), 45);
        assert_eq!(Span::clocked(1320, 1470).unwrap().to_string(), "22:00-24:30");
        assert!(Span::clocked(720, 2160).is_ok());
        assert_eq!(Span::clocked(719, 2160), Err(BadSpan::TooLong(1441)));
        assert_eq!(Span::clocked(1439, 2161), Err(BadSpan::EndsTooLate(2161)));
        assert_eq!(Span::clocked(1440, 1450), Err(BadSpan::StartsTooLate(1440)));
        assert_eq!(
            Span::clocked(600, 600),
            Err(BadSpan::EndNotAfterStart { start: 600, end: 600 })
        );
        assert_eq!(Span::amount(0), Err(BadSpan::Nothing));
        assert_eq!(Span::amount(1441), Err(BadSpan::TooLong(1441)));
        assert!(Span::clocked(5, u32::MAX).is_err());
    }

    proptest! {
        #[test]
        fn a_span_is_always_within_its_invariants(start in 0u32..3000, end in 0u32..3000) {
            if let Ok(span) = Span::clocked(start, end) {
                prop_assert_eq!(span.clock_times(), Some((start, end)));
                prop_assert!((1..=DAY).contains(&span.minutes()) && start < DAY && end <= LATEST_END);
            } else {
                prop_assert!(start >= DAY || end <= start || end > LATEST_END || end - start > DAY);
            }
        }

        #[test]
        fn clock_times_round_trip(m in 0u32..=LATEST_END) {
            prop_assert_eq!(parse_clock(&clock(m)), Some(m));
        }
    }
}
