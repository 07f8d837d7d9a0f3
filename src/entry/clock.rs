//! Times of day: `8:00`, `0800`, `8点半`, `下午2点`, `2:30pm`.

use super::half::{self, Half};
use super::number::{digits, whole};
use crate::domain::LATEST_END;

/// How a time of day is written, which decides how sure we are that it is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
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
pub(super) struct Clock<'a> {
    /// Minutes since midnight; none where the digits make no time.
    pub(super) minutes: Option<u32>,
    /// The same without regard to the half of the day.
    pub(super) plain: Option<u32>,
    pub(super) half: Option<Half>,
    pub(super) form: Form,
    /// How it is written.
    text: &'a str,
}

/// A time of day that can't be, as it is written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NoTime(pub(super) String);

impl Clock<'_> {
    /// The minutes, or how it is written.
    pub(super) fn minutes(&self) -> Result<u32, NoTime> {
        self.minutes.ok_or_else(|| NoTime(self.text.to_owned()))
    }
}

/// A lone start: a written time of day and nothing else.
pub(super) fn start(text: &str) -> Option<Result<u32, NoTime>> {
    let (clock, rest) = clock(text)?;
    if !rest.is_empty() || clock.form != Form::Written {
        return None;
    }
    // 75:80 is a score, 8:75 a slip
    let hour = digits(text).0.parse().unwrap_or(0u32);
    let is_slip = clock.half.is_some() || (hour <= 36 && digits(text).1.len() == 3);
    (clock.minutes.is_some() || is_slip).then(|| clock.minutes())
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

/// Reads a time of day at the beginning.
pub(super) fn clock(text: &str) -> Option<(Clock<'_>, &str)> {
    let (before, rest) = half::before(text);
    let (minutes, mut form, rest) = colon(rest).or_else(|| point(rest)).or_else(|| plain(rest))?;
    let (after, after_rest) = half::after(rest);
    let (half, rest) = if before.is_none() && after.is_some() && form != Form::Three && form != Form::Four {
        form = Form::Written;
        (after, after_rest)
    } else {
        (before, rest)
    };
    let plain = minutes.filter(|m| *m <= LATEST_END);
    let clock = Clock {
        minutes: half.map_or(plain, |half| half.place(plain?)),
        plain,
        half,
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

    #[test]
    fn lone_starts() {
        assert_eq!(start("8:00"), Some(Ok(480)));
        assert_eq!(start("8点"), Some(Ok(480)));
        assert_eq!(start("下午2点"), Some(Ok(840)));
        assert_eq!(start("2pm"), Some(Ok(840)));
        assert_eq!(start("8:75"), Some(Err(NoTime("8:75".into()))));
        for text in ["8", "0800", "3:2", "75:80", "8点x", "99点"] {
            assert_eq!(start(text), None, "{text}");
        }
        assert_eq!(four_digits("1430"), Some(870));
        assert_eq!(four_digits("2575x"), None);
    }
}
