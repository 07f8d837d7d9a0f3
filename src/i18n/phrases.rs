//! Small phrases that commands and screens share.

use super::I18n;
use crate::tr;
use chrono::{Datelike, NaiveDate, Weekday};

impl I18n {
    /// A length of time in words: `45 min`, `2 h`, `7 h 35 min`.
    #[must_use]
    pub fn duration(&self, minutes: u32) -> String {
        match (minutes / 60, minutes % 60) {
            (0, m) => tr!(self, "duration-minutes", minutes = m.to_string()),
            (h, 0) => tr!(self, "duration-hours", hours = h.to_string()),
            (h, m) => tr!(
                self,
                "duration-hours-minutes",
                hours = h.to_string(),
                minutes = m.to_string()
            ),
        }
    }

    /// A fault in a file, with its place.
    #[must_use]
    pub fn file_line(&self, file: &str, line: usize, what: String) -> String {
        tr!(
            self,
            "file-line",
            file = file,
            line = line.to_string(),
            what = what
        )
    }

    /// The reason why a day is off: one of the usual codes in words, any other as it is.
    #[must_use]
    pub fn day_reason(&self, reason: &str) -> String {
        match reason {
            "holiday" => tr!(self, "reason-holiday"),
            "weekend" => tr!(self, "reason-weekend"),
            "leave" => tr!(self, "reason-leave"),
            "sick" => tr!(self, "reason-sick"),
            own => own.to_owned(),
        }
    }

    /// The short name of a date's weekday.
    #[must_use]
    pub fn weekday(&self, date: NaiveDate) -> String {
        self.weekday_name(date.weekday())
    }

    /// The short name of a weekday.
    #[must_use]
    pub fn weekday_name(&self, weekday: Weekday) -> String {
        match weekday.number_from_monday() {
            1 => tr!(self, "weekday-1"),
            2 => tr!(self, "weekday-2"),
            3 => tr!(self, "weekday-3"),
            4 => tr!(self, "weekday-4"),
            5 => tr!(self, "weekday-5"),
            6 => tr!(self, "weekday-6"),
            _ => tr!(self, "weekday-7"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn durations() {
        let of = |m| [Lang::En, Lang::ZhHans].map(|l| I18n::new(l).duration(m));
        assert_eq!(of(0), ["0 min", "0 分钟"]);
        assert_eq!(of(60), ["1 h", "1 小时"]);
        assert_eq!(of(455), ["7 h 35 min", "7 小时 35 分"]);
    }
}
