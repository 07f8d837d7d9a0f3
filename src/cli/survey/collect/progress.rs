//! A line on the terminal that tells how far it is. Nothing of any file stands in it.

use crate::i18n::I18n;
use crate::survey::collector::{Pace, Tally, Total};
use crate::tr;
use std::io::Write;
use std::time::{Duration, Instant};

/// How long a line stands at least.
const STANDS: Duration = Duration::from_millis(100);
/// The cells of the bar.
const BAR: u64 = 24;

/// The line.
pub(super) struct Progress<'a> {
    out: &'a mut dyn Write,
    i18n: &'a I18n,
    began: Instant,
    last: Option<Instant>,
}

impl<'a> Progress<'a> {
    pub(super) fn new(out: &'a mut dyn Write, i18n: &'a I18n) -> Self {
        Self {
            out,
            i18n,
            began: Instant::now(),
            last: None,
        }
    }

    /// Shows how far it is, unless it did a moment ago.
    pub(super) fn show(&mut self, tally: &Tally, total: Option<Total>) {
        let (now, since) = (Instant::now(), self.last.unwrap_or(self.began));
        if now - since < STANDS {
            return;
        }
        self.last = Some(now);
        let line = line(tally, total, now - self.began, self.i18n);
        let _ = write!(self.out, "\r{line}\x1b[K"); // nobody listening is no error
        let _ = self.out.flush();
    }

    /// Takes the line away.
    pub(super) fn clear(&mut self) {
        if self.last.take().is_some() {
            let _ = write!(self.out, "\r\x1b[K");
            let _ = self.out.flush();
        }
    }
}

fn line(tally: &Tally, total: Option<Total>, took: Duration, i18n: &I18n) -> String {
    let pace = Pace::of(tally, total, took);
    let (Some(done), Some(percent), Some(left)) = (pace.part(BAR), pace.part(100), pace.left()) else {
        return tr!(
            i18n,
            "cli-survey-collect-so-far",
            files = tally.files,
            rate = pace.rate
        );
    };
    let filled = usize::try_from(done).unwrap_or(0);
    let bar = "█".repeat(filled) + &"░".repeat(usize::try_from(BAR).unwrap_or(0) - filled);
    let numbers = tr!(
        i18n,
        "cli-survey-collect-progress",
        percent = percent,
        files = tally.files,
        rate = pace.rate,
        left = left
    );
    format!("{bar} {numbers}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use unicode_width::UnicodeWidthStr;

    #[test]
    fn a_line_fits_and_tells_how_long_it_takes() {
        let tally = Tally {
            files: 250_000,
            bytes: 1_000,
            ..Tally::default()
        };
        let total = Total {
            files: 1_000_000,
            bytes: 4_000,
        };
        for lang in Lang::ALL {
            let line = line(&tally, Some(total), Duration::from_secs(60), &I18n::new(lang));
            assert!(line.width() < 80, "{line}");
            assert!(
                line.starts_with(&format!("{}{}", "█".repeat(6), "░".repeat(18))),
                "{line}"
            );
            assert!(
                line.contains("25 %") && line.contains("3:00") && line.contains('4'),
                "{line}"
            );
        }
        let unknown = line(&tally, None, Duration::ZERO, I18n::english());
        assert!(unknown.contains("250"), "{unknown}");
    }

    #[test]
    fn what_takes_no_time_shows_nothing() {
        let mut out = Vec::new();
        let mut progress = Progress::new(&mut out, I18n::english());
        progress.show(&Tally::default(), None);
        progress.clear();
        assert!(out.is_empty());
    }
}
