//! Dates, durations and ranges as klog writes them.

use crate::transfer::incoming::clock::clock;
use chrono::NaiveDate;

/// The time of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Value {
    /// So many minutes, perhaps fewer than none.
    Duration(i64),
    /// From one time to another, in minutes since midnight of the record's date, perhaps of the days beside it.
    Range(i64, i64),
    /// From a time on, still running.
    Open,
}

/// `2026-11-16` or `2026/11/16`.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    let form = match text.as_bytes().get(4)? {
        b'-' => "%Y-%m-%d",
        b'/' => "%Y/%m/%d",
        _ => return None,
    };
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if text.len() != 10 || digits != 8 {
        return None;
    }
    NaiveDate::parse_from_str(text, form).ok()
}

/// `1h30m`, `45m`, `-30m`, `+1h`, in minutes; with hours, there are less than 60 minutes.
pub(super) fn duration(text: &str) -> Option<i64> {
    let (sign, text) = match text.trim().split_at_checked(1)? {
        ("-", rest) => (-1, rest),
        ("+", rest) => (1, rest),
        _ => (1, text.trim()),
    };
    let number = |s: &str| {
        let fits = (1..=5).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
        if fits { s.parse::<i64>().ok() } else { None }
    };
    let minutes = match text.split_once('h') {
        Some((hours, "")) => number(hours)? * 60,
        Some((hours, rest)) => number(hours)? * 60 + number(rest.strip_suffix('m')?).filter(|m| *m < 60)?,
        None => number(text.strip_suffix('m')?)?,
    };
    Some(sign * minutes)
}

/// The time at the beginning of an entry, and what stands behind it.
pub(super) fn leading(text: &str) -> Option<(Value, &str)> {
    let (word, rest) = text.split_once([' ', '\t']).unwrap_or((text, ""));
    if let Some(minutes) = duration(word) {
        return Some((Value::Duration(minutes), rest));
    }
    // The dash may stand with spaces or without; a time holds none.
    let (start, rest) = text.split_once('-')?;
    let start = time(start.trim_end_matches([' ', '\t']))?;
    let rest = rest.trim_start_matches([' ', '\t']);
    let (end, rest) = rest.split_once([' ', '\t']).unwrap_or((rest, ""));
    if !end.is_empty() && end.bytes().all(|b| b == b'?') {
        return Some((Value::Open, rest));
    }
    Some((Value::Range(start, time(end)?), rest))
}

/// `8:00`, `1:15pm`, `<23:00` of the day before, `0:30>` or `>0:30` of the day after.
fn time(text: &str) -> Option<i64> {
    let (text, days) = match (
        text.strip_prefix('<'),
        text.strip_prefix('>').or_else(|| text.strip_suffix('>')),
    ) {
        (Some(rest), _) => (rest, -1),
        (None, Some(rest)) => (rest, 1),
        (None, None) => (text, 0),
    };
    let is_plain =
        text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b':') && text.matches(':').count() == 1;
    let minutes = clock(text).filter(|m| is_plain && *m <= 24 * 60)?;
    Some(days * 1440 + i64::from(minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read() {
        for (text, value, rest) in [
            ("1h30m a b", Value::Duration(90), "a b"),
            ("-30m", Value::Duration(-30), ""),
            ("+90m", Value::Duration(90), ""),
            ("8:00 - 9:45  x", Value::Range(480, 585), " x"),
            ("8:00am-1:00pm", Value::Range(480, 780), ""),
            ("<23:00 - 0:30> x", Value::Range(-60, 1470), "x"),
            ("8:00 - ??? x", Value::Open, "x"),
            ("23:00 - 24:00", Value::Range(1380, 1440), ""),
        ] {
            assert_eq!(leading(text), Some((value, rest)), "{text}");
        }
        for bad in [
            "",
            "8:00",
            "8:00 - ",
            "8:00 9:00",
            "h",
            "1h60m",
            "1h 30",
            "m",
            "-",
            "8:00:00 - 9:00",
            "<8:00> - 9:00",
        ] {
            assert!(
                leading(bad).is_none_or(|(v, _)| bad == "1h 30" && v == Value::Duration(60)),
                "{bad}"
            );
        }
        assert_eq!(
            [
                date("2026-11/16"),
                date("2026-1-16"),
                date("20261116"),
                date("2026-11-1６")
            ],
            [None; 4]
        );
    }
}
