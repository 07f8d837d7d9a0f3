//! How far a look at the inbox is, how fast it goes, and how long the rest takes.

use super::tally::{Tally, Total};
use std::time::Duration;

/// How far a look is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// Files a second so far.
    pub rate: u64,
    /// How much is done and how much there is, where that is known: bytes, or files where all are empty.
    of: Option<(u64, u64)>,
    millis: u64,
}

impl Pace {
    /// Of what was found in so much time.
    #[must_use]
    pub fn of(tally: &Tally, total: Option<Total>, took: Duration) -> Self {
        let millis = u64::try_from(took.as_millis()).unwrap_or(u64::MAX).max(1);
        // By bytes: one archive may hold as much as thousands of files.
        let of = total.filter(|total| total.files > 0).map(|total| {
            if total.bytes > 0 {
                (tally.bytes.min(total.bytes), total.bytes)
            } else {
                (tally.files.min(total.files), total.files)
            }
        });
        Self {
            rate: tally.files.saturating_mul(1000) / millis,
            of,
            millis,
        }
    }

    /// As many of `whole` as is done of the look; none where nobody knows how much there is.
    #[must_use]
    pub fn part(&self, whole: u64) -> Option<u64> {
        let (done, all) = self.of?;
        Some(u64::try_from(u128::from(done) * u128::from(whole) / u128::from(all)).unwrap_or(whole))
    }

    /// How long the rest takes if it goes on like this, as minutes and seconds, with the hours before them where there are
    /// any.
    #[must_use]
    pub fn left(&self) -> Option<String> {
        let (done, all) = self.of?;
        let left = u128::from(self.millis) * u128::from(all - done) / u128::from(done.max(1)) / 1000;
        Some(clock(u64::try_from(left).unwrap_or(u64::MAX)))
    }
}

fn clock(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_that_is_a_quarter_done_takes_three_times_as_long_again() {
        let tally = Tally {
            files: 250_000,
            bytes: 1_000,
            ..Tally::default()
        };
        let total = |files, bytes| Some(Total { files, bytes });
        let pace = Pace::of(&tally, total(1_000_000, 4_000), Duration::from_secs(60));
        assert_eq!((pace.rate, pace.part(24)), (4_166, Some(6)));
        assert_eq!(pace.left().as_deref(), Some("3:00"));
        let empty = Pace::of(&tally, total(500_000, 0), Duration::from_secs(60));
        assert_eq!(empty.part(100), Some(50));
        for unknown in [None, total(0, 0)] {
            let pace = Pace::of(&tally, unknown, Duration::ZERO);
            assert_eq!((pace.part(24), pace.left()), (None, None));
        }
        assert_eq!(
            (clock(59).as_str(), clock(3_600 + 61).as_str()),
            ("0:59", "1:01:01")
        );
    }
}
