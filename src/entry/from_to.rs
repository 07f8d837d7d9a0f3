//! From one time of day to another: `8:00-8:45`, `0800-0845`, `8点到9点`, `下午2:00-3:30`.

use super::clock::{Clock, Form, NoTime, clock};
use super::half::Half;
use super::number::digits;
use crate::domain::LATEST_END;

/// A from-to, start and end in minutes since midnight, not yet compared; none if the text is something else.
pub(super) fn range(text: &str) -> Option<Result<(u32, u32), NoTime>> {
    if let Some((times, true)) = pointed(text) {
        return Some(Ok(times));
    }
    let (start, rest) = clock(text.strip_prefix('从').unwrap_or(text))?;
    let (end, rest) = clock(after_separator(rest)?)?;
    if !rest.is_empty() {
        return None;
    }
    if start.form == Form::Written || end.form == Form::Written {
        return Some(times(&start, &end));
    }
    // digits only: sure enough with a true time on both sides, and either four digits on one or hours of the day
    let times = (start.minutes?, end.minutes?);
    let sure = match (start.form, end.form) {
        (Form::Four, Form::Four | Form::Three) | (Form::Three, Form::Four) => !are_years(times),
        (Form::Three, Form::Three) => are_of_the_day(times),
        _ => false,
    };
    sure.then_some(Ok(times))
}

/// `17.40-18.20`, two digits after each point, and whether it is surely a from-to: not if it may be two dates
/// (`11.16-11.20`) or amounts of something (`1.25-1.50`).
pub(super) fn pointed(text: &str) -> Option<((u32, u32), bool)> {
    let point = |text| {
        let (hour, rest) = digits(text);
        let (minute, rest) = digits(rest.strip_prefix('.')?);
        if !matches!(hour.len(), 1 | 2) || minute.len() != 2 {
            return None;
        }
        let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().ok()?);
        let is_date = (1..=12).contains(&hour) && (1..=31).contains(&minute);
        let minutes = hour * 60 + minute;
        (minute < 60 && minutes <= LATEST_END).then_some((minutes, is_date, rest))
    };
    let (start, may_be_date, rest) = point(text)?;
    let (end, is_date, rest) = point(after_separator(rest)?)?;
    let sure = !(may_be_date && is_date) && are_of_the_day((start, end));
    (rest.is_empty() && start < end).then_some(((start, end), sure))
}

/// Hours in which work is booked, in order; `100-200` is rather a number of words.
fn are_of_the_day((start, end): (u32, u32)) -> bool {
    start >= 5 * 60 && start < end
}

/// Start and end of a written from-to. The half of the day holds for both (`下午2:00-3:30`, `2:00-3:30pm`) unless the
/// end would not come after the start (`11:00-1:00pm`).
fn times(start: &Clock<'_>, end: &Clock<'_>) -> Result<(u32, u32), NoTime> {
    let placed = |half: Half, clock: &Clock<'_>| half.place(clock.plain?);
    if let (Some(half), None) = (start.half, end.half)
        && let (Some(start), Some(end)) = (start.minutes, placed(half, end))
        && start < end
    {
        return Ok((start, end));
    }
    if let (None, Some(half)) = (start.half, end.half)
        && half.is_after()
        && let (Some(start), Some(end)) = (placed(half, start), end.minutes)
        && start < end
    {
        return Ok((start, end));
    }
    Ok((start.minutes()?, end.minutes()?))
}

/// `2026-2027` is a school year, and `2025-2028` a plan of three, not minutes after 20:25.
fn are_years((start, end): (u32, u32)) -> bool {
    start / 60 == 20 && (start + 1..start + 5).contains(&end)
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
            ("800-845", (480, 525)),
            ("855-1005", (535, 605)),
            ("17.40-18.20", (1060, 1100)),
            ("8.00-8.45", (480, 525)),
            ("１７．４０—１８．２０", (1060, 1100)),
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
            ("下午2:00-3:30", (840, 930)),
            ("下午2点到4点", (840, 960)),
            ("下午2-4点半", (840, 990)),
            ("下午2:00-16:00", (840, 960)),
            ("上午11:00-下午1:00", (660, 780)),
            ("上午10点-1点", (600, 60)),
            ("中午12:10-1:00", (730, 780)),
            ("晚上7:00-8:30", (1140, 1230)),
            ("晚上10點-12點", (1320, 1440)),
            ("晚上11点-1点", (1380, 60)),
            ("凌晨12:30-1:30", (30, 90)),
            ("凌晨12点半到2点", (30, 120)),
            ("凌晨5点-7点", (300, 420)),
            ("早上11:00-12:30", (660, 750)),
            ("2:00-3:30pm", (840, 930)),
            ("2-3pm", (840, 900)),
            ("11:00-1:00pm", (660, 780)),
            ("9am-12pm", (540, 720)),
            ("11:30am-12:15PM", (690, 735)),
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
            "900-800",
            "800-875",
            "1.25-1.50",
            "11.16-11.20",
            "17.4-18.2",
            "17.40-18.2",
            "17.60-18.20",
            "18.20-17.40",
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
            ("晚上1点-2点", "晚上1点"),
            ("凌晨8:00-9:00", "凌晨8:00"),
            ("早上12:00-12:30", "早上12:00"),
            ("早晨12点-12点半", "早晨12点"),
            ("下午2点-上午14:00", "上午14:00"),
        ] {
            assert_eq!(range(text), Some(Err(NoTime(side.into()))), "{text}");
        }
    }

    #[test]
    fn hours_or_periods() {
        assert_eq!(bare_range("3-4"), Some((3, 4)));
        assert_eq!(bare_range("3-4:00"), None);
    }
}
