//! Times of the day and lengths of time as people and spreadsheets write them.

use crate::i18n::half_width;

/// A time in minutes since midnight, up to 36:00: `8:00`, `08:00`, `08:00:59` (seconds are cut), `24:30`, `1:15pm`.
pub(super) fn clock(text: &str) -> Option<u32> {
    let text = ascii(text);
    let (text, afternoon) = match (text.strip_suffix("am"), text.strip_suffix("pm")) {
        (Some(rest), _) => (rest.trim_end(), Some(false)),
        (_, Some(rest)) => (rest.trim_end(), Some(true)),
        _ => (text.as_str(), None),
    };
    let minutes = hours_and_minutes(text)?;
    match afternoon {
        None => (minutes <= 36 * 60).then_some(minutes),
        Some(pm) => {
            let hour = minutes / 60;
            let half = if pm { 12 * 60 } else { 0 };
            (1..=12)
                .contains(&hour)
                .then_some(hour % 12 * 60 + minutes % 60 + half)
        }
    }
}

/// A length in minutes: `45`, `0:45`, `45m`, `1h30m`, `1.5h`, `45分钟`, `1小时30分`.
pub(super) fn length(text: &str) -> Option<u32> {
    let mut text = ascii(text);
    for (long, short) in [
        ("小时", "h"),
        ("小時", "h"),
        ("hours", "h"),
        ("hour", "h"),
        ("分钟", "m"),
        ("分鐘", "m"),
        ("分", "m"),
        ("min", "m"),
        (" ", ""),
    ] {
        text = text.replace(long, short);
    }
    if text.contains(':') {
        return hours_and_minutes(&text);
    }
    if let Some((hours, rest)) = text.split_once('h') {
        let minutes = if rest.is_empty() {
            0
        } else {
            whole(rest.strip_suffix('m').unwrap_or(rest)).filter(|m| *m < 60)?
        };
        return match hours.split_once('.') {
            Some((hours, part)) if rest.is_empty() => Some(whole(hours)? * 60 + sixtieths(part)?),
            Some(_) => None,
            None => Some(whole(hours)? * 60 + minutes),
        };
    }
    let text = text.strip_suffix('m').unwrap_or(&text);
    whole(text.strip_suffix(".0").unwrap_or(text))
}

fn ascii(text: &str) -> String {
    narrow(text).to_ascii_lowercase()
}

/// Full-width characters as their ASCII forms, without space at the ends.
pub(super) fn narrow(text: &str) -> String {
    text.trim().chars().map(half_width).collect()
}

/// `8:05` or `8:05:30`; minutes and seconds have two digits.
fn hours_and_minutes(text: &str) -> Option<u32> {
    let mut parts = text.split(':');
    let (hours, minutes) = (parts.next()?, parts.next()?);
    let below_sixty = |s: &str| {
        if s.len() == 2 {
            whole(s).filter(|n| *n < 60)
        } else {
            None
        }
    };
    if let Some(seconds) = parts.next() {
        below_sixty(seconds)?;
    }
    let minutes = below_sixty(minutes)?;
    parts.next().is_none().then_some(whole(hours)? * 60 + minutes)
}

/// One to five digits and nothing else.
fn whole(text: &str) -> Option<u32> {
    let fits = (1..=5).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if fits { text.parse().ok() } else { None }
}

/// The minutes of a decimal part of an hour, rounded; `5` is 30.
fn sixtieths(digits: &str) -> Option<u32> {
    let unit = 10u32.checked_pow(u32::try_from(digits.len()).ok()?)?;
    Some((whole(digits)? * 60 + unit / 2) / unit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn times_are_read() {
        for (text, minutes) in [
            ("8:00", 480),
            ("08:05", 485),
            ("08:05:59", 485),
            ("８：００", 480),
            (" 24:30 ", 1470),
            ("12:10am", 10),
            ("12:10 PM", 730),
            ("1:15pm", 795),
        ] {
            assert_eq!(clock(text), Some(minutes), "{text}");
        }
        for bad in [
            "",
            "8",
            "8:0",
            "8:60",
            "36:01",
            "13:00pm",
            "0:30am",
            "8:00:00:00",
            "-1:00",
            "八点",
            "8:00:6",
            "99999999999:00",
        ] {
            assert_eq!(clock(bad), None, "{bad}");
        }
    }

    #[test]
    fn lengths_are_read() {
        for (text, minutes) in [
            ("45", 45),
            ("0:45", 45),
            ("45m", 45),
            ("1h30m", 90),
            ("1h30", 90),
            ("1.5h", 90),
            ("0.75H", 45),
            ("２h", 120),
            ("45 分钟", 45),
            ("1小時30分", 90),
            ("45.0", 45),
            ("1:30:00", 90),
        ] {
            assert_eq!(length(text), Some(minutes), "{text}");
        }
        for bad in [
            "",
            "m",
            "h",
            "1.5",
            "1h75m",
            "1.5h30m",
            "-45",
            "x",
            "1h30x",
            "1.h",
            "9999999999",
            "1.99999h9",
            "1.999999999999h",
        ] {
            assert_eq!(length(bad), None, "{bad}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_them_panic(text in "[0-9hm:.小时分ap１：]{0,14}") {
            let _ = (clock(&text), length(&text));
        }
    }
}
