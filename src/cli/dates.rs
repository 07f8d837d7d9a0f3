//! Dates and weeks as people write them on the command line.

use super::CliError;
use crate::domain::{WeekId, check_date, parse_date};
use crate::i18n::I18n;
use crate::timetable::read_weekday;
use crate::tr;
use chrono::{Datelike, Days, NaiveDate};
use std::ops::{Bound, RangeInclusive};

/// Reads `2026-11-20`, `today`, `yesterday`, `-3`, `mon`, `周一`; none is today.
///
/// A weekday is the latest one, today included.
pub(super) fn date(text: Option<&str>, today: NaiveDate, i18n: &I18n) -> Result<NaiveDate, CliError> {
    let Some(text) = text else { return Ok(today) };
    let lower = text.trim().to_lowercase();
    let back = |days: u64| {
        today
            .checked_sub_days(Days::new(days))
            .filter(|d| check_date(*d).is_ok())
    };
    let found = match lower.as_str() {
        "today" | "今天" => Some(today),
        "yesterday" | "昨天" => back(1),
        "前天" => back(2),
        word => match (days_ago(word), read_weekday(word)) {
            (Some(days), _) => back(days),
            (None, Some(day)) => back(u64::from(today.weekday().days_since(day))),
            (None, None) => parse_date(word).ok(),
        },
    };
    found.ok_or_else(|| CliError::Usage(tr!(i18n, "cli-bad-date", text = text)))
}

/// More days than anyone settles at once; catches a year mistyped.
const MOST_DAYS: i64 = 400;

/// Reads a date, `2026-10-01..2026-10-07` with any spelling of a date at either end, or a week (`2026-W47`, `this`,
/// `last`); none is today.
pub(super) fn days(
    text: Option<&str>,
    today: NaiveDate,
    i18n: &I18n,
) -> Result<RangeInclusive<NaiveDate>, CliError> {
    let Some((from, to)) = text.and_then(|t| t.split_once("..")) else {
        let is_week = |t: &&str| ["this", "last"].contains(t) || t.contains("-W");
        if let Some(text) = text.filter(is_week) {
            let week = week(Some(text), today, i18n)?;
            return Ok(week.monday()..=week.sunday());
        }
        let date = date(text, today, i18n)?;
        return Ok(date..=date);
    };
    let (from, to) = (date(Some(from), today, i18n)?, date(Some(to), today, i18n)?);
    let (first, last) = (from.to_string(), to.to_string());
    if from > to {
        return Err(CliError::Usage(tr!(
            i18n,
            "cli-from-after-to",
            from = first,
            to = last
        )));
    }
    if (to - from).num_days() >= MOST_DAYS {
        let text = tr!(
            i18n,
            "cli-too-many-days",
            from = first,
            to = last,
            most = MOST_DAYS
        );
        return Err(CliError::Usage(text));
    }
    Ok(from..=to)
}

fn days_ago(word: &str) -> Option<u64> {
    let digits = word.strip_prefix('-')?;
    (digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok())?
}

/// Reads `--from` and `--to`; what is left out is open.
pub(super) fn range(
    from: Option<&str>,
    to: Option<&str>,
    today: NaiveDate,
    i18n: &I18n,
) -> Result<(Bound<NaiveDate>, Bound<NaiveDate>), CliError> {
    let bound = |text: Option<&str>| match text {
        None => Ok(Bound::Unbounded),
        Some(_) => date(text, today, i18n).map(Bound::Included),
    };
    match (bound(from)?, bound(to)?) {
        (Bound::Included(from), Bound::Included(to)) if from > to => {
            let text = tr!(
                i18n,
                "cli-from-after-to",
                from = from.to_string(),
                to = to.to_string()
            );
            Err(CliError::Usage(text))
        }
        range => Ok(range),
    }
}

/// Reads `2026-W47`, `this`, `last`, `-2`; none is this week.
pub(super) fn week(text: Option<&str>, today: NaiveDate, i18n: &I18n) -> Result<WeekId, CliError> {
    let this = WeekId::of(today);
    let Some(text) = text else { return Ok(this) };
    let found = match text.trim().to_lowercase().as_str() {
        "this" => Some(this),
        "last" => this.offset(-1),
        word => match days_ago(word).and_then(|n| i64::try_from(n).ok()) {
            Some(weeks) => this.offset(-weeks),
            None => word.to_uppercase().parse().ok(),
        },
    };
    let in_range = |w: &WeekId| check_date(w.monday()).is_ok() && check_date(w.sunday()).is_ok();
    found
        .filter(in_range)
        .ok_or_else(|| CliError::Usage(tr!(i18n, "cli-bad-week", text = text)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn today() -> NaiveDate {
        "2026-11-20".parse().unwrap() // a Friday
    }

    #[test]
    fn dates() {
        for (text, expected) in [
            ("2026-11-16", "2026-11-16"),
            ("today", "2026-11-20"),
            ("Yesterday", "2026-11-19"),
            ("-3", "2026-11-17"),
            ("mon", "2026-11-16"),
            ("fri", "2026-11-20"),
            ("saturday", "2026-11-14"),
            ("周一", "2026-11-16"),
            ("週日", "2026-11-15"),
            ("星期天", "2026-11-15"),
            ("昨天", "2026-11-19"),
        ] {
            assert_eq!(
                date(Some(text), today(), I18n::english()).unwrap().to_string(),
                expected,
                "{text}"
            );
        }
        for text in [
            "",
            "mo",
            "2026-02-30",
            "--3",
            "-",
            "周八",
            "-999999999",
            "tomorrow",
        ] {
            assert!(date(Some(text), today(), I18n::english()).is_err(), "{text}");
        }
    }

    #[test]
    fn weeks() {
        for (text, expected) in [
            ("this", "2026-W47"),
            ("last", "2026-W46"),
            ("-2", "2026-W45"),
            ("2026-w01", "2026-W01"),
        ] {
            assert_eq!(
                week(Some(text), today(), I18n::english()).unwrap().to_string(),
                expected,
                "{text}"
            );
        }
        assert!(week(Some("2026-W54"), today(), I18n::english()).is_err());
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,12}") {
            let _ = (date(Some(&text), today(), I18n::english()), week(Some(&text), today(), I18n::english()));
        }
    }
}
