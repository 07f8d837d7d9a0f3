//! When parents can expect a reply.

use super::{DAY, clock, parse_clock};
use std::fmt;
use std::str::FromStr;

/// The part of a school day in which parents can expect a reply; minutes since midnight, start < end ≤ 24:00.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReplyWindow {
    start: u32,
    end: u32,
}

/// No window.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no reply window: write it like 07:00-20:00, the start before the end, up to 24:00")]
pub struct BadReplyWindow(pub String);

impl ReplyWindow {
    /// From 07:00 to 20:00.
    pub const USUAL: Self = Self {
        start: 7 * 60,
        end: 20 * 60,
    };

    /// From one minute of the day to another; none unless `start` < `end` ≤ 24:00.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Option<Self> {
        if start < end && end <= DAY {
            Some(Self { start, end })
        } else {
            None
        }
    }

    /// Minutes since midnight.
    #[must_use]
    pub const fn start(self) -> u32 {
        self.start
    }

    /// Minutes since midnight.
    #[must_use]
    pub const fn end(self) -> u32 {
        self.end
    }
}

impl Default for ReplyWindow {
    fn default() -> Self {
        Self::USUAL
    }
}

impl fmt::Display for ReplyWindow {
    /// `07:00-20:00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", clock(self.start), clock(self.end))
    }
}

impl FromStr for ReplyWindow {
    type Err = BadReplyWindow;
    /// Reads what `Display` prints.
    fn from_str(text: &str) -> Result<Self, BadReplyWindow> {
        let read = || {
            let (start, end) = text.split_once('-')?;
            Self::new(parse_clock(start)?, parse_clock(end)?)
        };
        read().ok_or_else(|| BadReplyWindow(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_no_window_is_refused() {
        for bad in [
            "",
            "07:00",
            "20:00-07:00",
            "07:00-07:00",
            "07:00-24:01",
            "7-20",
            "07:00-20:00-21:00",
        ] {
            assert!(bad.parse::<ReplyWindow>().is_err(), "{bad}");
        }
        assert_eq!("00:00-24:00".parse(), Ok(ReplyWindow { start: 0, end: DAY }));
    }

    proptest! {
        #[test]
        fn parse_is_the_inverse_of_print(start in 0..DAY, length in 1..=DAY) {
            if let Some(window) = ReplyWindow::new(start, start + length) {
                prop_assert_eq!(window.to_string().parse(), Ok(window));
            }
        }
    }
}
