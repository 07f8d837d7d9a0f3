//! Times of day and from-to: `8:00`, `0800`, `8点半`, `8:00-8:45`, `8点到9点`.

use super::number::{digits, whole};
use crate::domain::LATEST_END;

/// How a time of day is written, which decides how sure we are that it is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// `8:00` or `8点`: nothing else looks like it.
    Written,
    /// `0800`: a time only beside another.
    Four,
    /// `800`: a time only beside a surer one.
    Three,
    /// `8`: a time only beside a written one.
    Hour,
}

/// A time of day at the beginning of a text.
struct Clock<'a> {
    /// Minutes since midnight; none where the digits make no time.
    minutes: Option<u32>,
    form: Form,
    /// How it is written.
    text: &'a str,
}

/// A time of day that can't be, as it is written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NoTime(pub(super) String);

impl Clock<'_> {
    fn minutes(&self) -> Result<u32, NoTime> {
        self.minutes.ok_or_else(|| NoTime(self.text.to_owned()))
    }
}

/// A from-to, start and end in minutes since midnight, not yet compared; none if the text is something else.
pub(super) fn range(text: &str) -> Option<Result<(u32, u32), NoTime>> {
    let (start, rest) = clock(text.strip_prefix('从').unwrap_or(text))?;
    let (end, rest) = clock(after_separator(rest)?)?;
    if !rest.is_empty() {
        return None;
    }
    if start.form == Form::Written || end.form == Form::Written {
        return Some(
            start
                .minutes()
                .and_then(|start| end.minutes().map(|end| (start, end))),
        );
    }
    // digits only: sure enough with four on one side and a true time on both
    let sure = matches!(
        (start.form, end.form),
        (Form::Four, Form::Four | Form::Three) | (Form::Three, Form::Four)
    );
    let times = (start.minutes?, end.minutes?);
    (sure && !are_years(times)).then_some(Ok(times))
}

/// `2026-2027` is a school year, and `2025-2028` a plan of three, not minutes after 20:25.
fn are_years((start, end): (u32, u32)) -> bool {
    start / 60 == 20 && (start + 1..start + 5).contains(&end)
}

/// A lone start: a written time of day and nothing else.
pub(super) fn start(text: &str) -> Option<Result<u32, NoTime>> {
    let (clock, rest) = clock(text)?;
    if !rest.is_empty() || clock.form != Form::Written {
        return None;
    }
    // 75:80 is a score, 8:75 a slip
    let hour = digits(text).0.parse().unwrap_or(0u32);
    let two_digits = digits(text).1.len() == 3;
    (clock.minutes.is_some() || (hour <= 36 && two_digits)).then(|| clock.minutes())
}

/// Four digits that are a time of day, which count as a start only right before an amount.
pub(super) fn four_digits(text: &str) -> Option<u32> {
    let (clock, rest) = clock(text)?;
    if rest.is_empty() && clock.form == Form::Four {
        clock.minutes
    } else {
        None
    }
}

/// Two hours with a dash between and nothing to say whether they are hours or periods: `3-4`.
pub(super) fn bare_range(text: &str) -> Option<(u32, u32)> {
    let (start, rest) = clock(text)?;
    let (end, rest) = clock(after_separator(rest)?)?;
    let bare = rest.is_empty() && start.form == Form::Hour && end.form == Form::Hour;
    bare.then(|| Some((start.minutes? / 60, end.minutes? / 60)))
        .flatten()
}

/// What follows a dash (however long), a tilde, 至, 到 or `to`.
pub(super) fn after_separator(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(['-', '~']);
    if rest.len() < text.len() {
        return Some(rest);
    }
    ["至", "到", "to"].iter().find_map(|word| text.strip_prefix(word))
}

fn clock(text: &str) -> Option<(Clock<'_>, &str)> {
    let (minutes, form, rest) = colon(text).or_else(|| point(text)).or_else(|| plain(text))?;
    let clock = Clock {
        minutes: minutes.filter(|m| *m <= LATEST_END),
        form,
        text: &text[..text.len() - rest.len()],
    };
    Some((clock, rest))
}

type Reading<'a> = (Option<u32>, Form, &'a str);

/// `8:05`
fn colon(text: &str) -> Option<Reading<'_>> {
    let (hour, rest) = digits(text);
    let (minute, rest) = digits(rest.strip_prefix(':')?);
    if !matches!(hour.len(), 1 | 2) || minute.is_empty() {
        return None;
    }
    let minutes = if minute.len() == 2 {
        time(hour, minute)
    } else {
        None
    };
    Some((minutes, Form::Written, rest))
}

/// `8点`, `8点05`, `8点5分`, `八点半`, `8点一刻`, `8时30分`
fn point(text: &str) -> Option<Reading<'_>> {
    let (hour, rest) = whole(text)?;
    let rest = rest.strip_prefix(['点', '时'])?;
    if hour > 36 {
        return None;
    }
    for (word, minute) in [("半", 30), ("一刻", 15), ("三刻", 45), ("整", 0), ("钟", 0)] {
        if let Some(rest) = rest.strip_prefix(word) {
            return Some((Some(hour * 60 + minute), Form::Written, rest));
        }
    }
    let Some((minute, rest)) = whole(rest.strip_prefix('零').unwrap_or(rest)) else {
        return Some((Some(hour * 60), Form::Written, rest));
    };
    let minutes = (minute < 60).then_some(hour * 60 + minute);
    Some((minutes, Form::Written, rest.strip_prefix('分').unwrap_or(rest)))
}

/// `8`, `800`, `0800`
fn plain(text: &str) -> Option<Reading<'_>> {
    let (number, rest) = digits(text);
    let (form, split) = match number.len() {
        1 | 2 => return Some((time(number, "0"), Form::Hour, rest)),
        3 => (Form::Three, 1),
        4 => (Form::Four, 2),
        _ => return None,
    };
    let (hour, minute) = number.split_at(split);
    Some((time(hour, minute), form, rest))
}

fn time(hour: &str, minute: &str) -> Option<u32> {
    let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().ok()?);
    (minute < 60).then_some(hour * 60 + minute)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::fold::fold;

    #[test]
    fn from_to() {
        for (text, times) in [
            ("8:00-8:45", (480, 525)),
            ("08:00-08:45", (480, 525)),
            ("0800-0845", (480, 525)),
            ("800-0845", (480, 525)),
            ("8-8:45", (480, 525)),
            ("8:00-9", (480, 540)),
            ("８：００－８：４５", (480, 525)),
            ("8:00–8:45", (480, 525)),
            ("8:00——8:45", (480, 525)),
            ("8:00～8:45", (480, 525)),
            ("8:00至8:45", (480, 525)),
            ("8:00到8:45", (480, 525)),
            ("从8:00到8:45", (480, 525)),
            ("8:00to8:45", (480, 525)),
            ("8点-8点45", (480, 525)),
            ("8點半-9點", (510, 540)),
            ("8点到9", (480, 540)),
            ("八点一刻至八点三刻", (495, 525)),
            ("8点零5-8点45分", (485, 525)),
            ("8时-8时30分", (480, 510)),
            ("22:00-24:30", (1320, 1470)),
            ("23:00-1:00", (1380, 60)),
        ] {
            assert_eq!(range(&fold(text)), Some(Ok(times)), "{text}");
        }
    }

    #[test]
    fn numbers_that_are_no_times() {
        for text in [
            "8-9",
            "3-4",
            "100-200",
            "2026-2027",
            "2025-2028",
            "2024-25",
            "0571-8888",
            "11-16",
            "2026-11-16",
            "8:00",
            "8:00-",
            "-8:45",
            "8:00-8:45x",
            "三-四",
            "",
        ] {
            assert_eq!(range(text), None, "{text}");
        }
    }

    #[test]
    fn slips_are_named() {
        for (text, side) in [
            ("8:75-9:00", "8:75"),
            ("8:00-8:5", "8:5"),
            ("8:00-45", "45"),
            ("8:00-36:01", "36:01"),
            ("8:00-0875", "0875"),
        ] {
            assert_eq!(range(text), Some(Err(NoTime(side.into()))), "{text}");
        }
    }

    #[test]
    fn lone_starts() {
        assert_eq!(start("8:00"), Some(Ok(480)));
        assert_eq!(start("8点"), Some(Ok(480)));
        assert_eq!(start("8:75"), Some(Err(NoTime("8:75".into()))));
        for text in ["8", "0800", "3:2", "75:80", "8点x", "99点"] {
            assert_eq!(start(text), None, "{text}");
        }
        assert_eq!(four_digits("1430"), Some(870));
        assert_eq!(four_digits("2575x"), None);
        assert_eq!(bare_range("3-4"), Some((3, 4)));
        assert_eq!(bare_range("3-4:00"), None);
    }
}
