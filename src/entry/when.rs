//! Finds the parts of an entry that say when.

use super::clock::{self, NoTime};
use super::error::{EntryError, EntryErrorKind as Kind};
use super::from_to::{self, after_separator};
use super::reading::span;
use super::words::Piece;
use super::{
    amount::amount,
    number::{is_number, whole},
    period::periods,
};
use crate::domain::{BellSchedule, Span};
use std::ops::Range;

/// The most words that one time is written in: `1 小时 30 分`, `2:00 pm - 3:30 pm`.
const MOST_WORDS: usize = 5;

/// A time as one part says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Time {
    Span(Span),
    Start(u32),
    Amount(u32),
    AfterLast(u32),
}

/// A time that stands somewhere in the entry.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) time: Time,
    /// Which pieces.
    pub(super) pieces: Range<usize>,
    /// Where in the text.
    pub(super) range: Range<usize>,
    /// The number right after whole hours, which may be meant as minutes.
    pub(super) minutes_after: Option<MinutesAfter>,
}

/// `30` in `1h 30`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct MinutesAfter {
    /// Which piece.
    pub(super) piece: usize,
    /// Hours and number together, in the text.
    pub(super) range: Range<usize>,
    /// The clear way to write them: `1h30m`.
    pub(super) reading: String,
    /// Whether the number may be a category instead, if no other word says what.
    pub(super) may_be_category: bool,
}

/// All times among the free pieces, in order.
pub(super) fn find(pieces: &[Piece], free: &[bool], bells: &BellSchedule) -> Result<Vec<Found>, EntryError> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        match time_at(pieces, free, at, bells)? {
            Some(time) => {
                at = time.pieces.end;
                found.push(time);
            }
            None => at += 1,
        }
    }
    Ok(found)
}

/// The longest time that begins at a piece.
fn time_at(
    pieces: &[Piece],
    free: &[bool],
    at: usize,
    bells: &BellSchedule,
) -> Result<Option<Found>, EntryError> {
    let Some(first) = pieces.get(at).filter(|p| free[at] && may_begin(&p.folded)) else {
        return Ok(None);
    };
    let mut text = first.folded.clone();
    let mut longest: Option<Result<Found, EntryError>> = None;
    let mut complete = true;
    for end in at + 1..=(at + MOST_WORDS).min(pieces.len()) {
        let range = first.range.start..pieces[end - 1].range.end;
        match read(&text, bells).filter(|_| complete) {
            Some(Ok(time)) => {
                longest = Some(Ok(Found {
                    minutes_after: minutes_after(&text, pieces, free, at..end),
                    time,
                    pieces: at..end,
                    range,
                }));
            }
            Some(Err(kind)) => longest = Some(Err(kind.at(&range))),
            None => {}
        }
        match pieces.get(end) {
            Some(next) if free[end] && !next.after_comma && may_join(&text, &next.folded) => {
                complete = is_dash(&text) || !is_number(&next.folded); // `1h 3`: the 3 is a category
                text.push_str(&next.folded);
            }
            _ => break,
        }
    }
    if longest.is_none() {
        longest = start_before_amount(pieces, free, at).map(Ok);
    }
    longest.transpose()
}

/// `0800` is a start if an amount follows at once, else most likely a number in the note.
fn start_before_amount(pieces: &[Piece], free: &[bool], at: usize) -> Option<Found> {
    let start = clock::four_digits(&pieces[at].folded)?;
    let next = pieces
        .get(at + 1)
        .filter(|next| free[at + 1] && !next.after_comma)?;
    let unit = pieces
        .get(at + 2)
        .filter(|unit| free[at + 2] && !unit.after_comma);
    let follows = amount(&next.folded).is_some()
        || unit.is_some_and(|unit| amount(&format!("{}{}", next.folded, unit.folded)).is_some());
    follows.then(|| Found {
        time: Time::Start(start),
        pieces: at..at + 1,
        range: pieces[at].range.clone(),
        minutes_after: None,
    })
}

/// The number that stands right after whole hours. It is never passed over in silence: `1h 30 sk` would book an hour.
fn minutes_after(text: &str, pieces: &[Piece], free: &[bool], hours: Range<usize>) -> Option<MinutesAfter> {
    let piece = hours.end;
    let next = pieces
        .get(piece)
        .filter(|next| free[piece] && !next.after_comma)?;
    let (number, _) = whole(&next.folded).filter(|(number, rest)| *number < 60 && rest.is_empty())?;
    let (sign, hours_text) = text.strip_prefix('+').map_or(("", text), |rest| ("+", rest));
    let minutes = amount(&format!("{hours_text}{number}m"))?;
    Some(MinutesAfter {
        piece,
        range: pieces[hours.start].range.start..next.range.end,
        reading: format!("{sign}{}h{:02}m", minutes / 60, minutes % 60),
        may_be_category: matches!(next.folded.as_str(), "1" | "2" | "3" | "4" | "5"),
    })
}

/// A quick look that spares most words of a note the rest.
pub(super) fn may_begin(text: &str) -> bool {
    text.starts_with(|c: char| {
        c.is_ascii_digit() || "+.p第从半一二两三四五六七八九十上下早凌中傍晚".contains(c)
    })
}

/// Whether two words may be one time: not if the space between them means something.
fn may_join(text: &str, next: &str) -> bool {
    let digits = text.ends_with(is_digit) && next.starts_with(is_digit);
    // `8点 45分` is not 8:45
    let start_and_amount = text.ends_with('点') || (text.ends_with('时') && !text.ends_with("小时"));
    is_dash(text) || is_dash(next) || !(digits || start_and_amount)
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || "零一二两三四五六七八九十".contains(c)
}

/// Whether a word begins or ends with what stands between start and end.
fn is_dash(text: &str) -> bool {
    after_separator(text).is_some() || text.ends_with(['-', '~', '至', '到']) || text.ends_with("to")
}

/// Reads a folded text that is a time and nothing else.
pub(super) fn read(text: &str, bells: &BellSchedule) -> Option<Result<Time, Kind>> {
    if let Some(text) = text.strip_prefix('+') {
        return Some(checked_amount(amount(text)?, Time::AfterLast));
    }
    if let Some(minutes) = amount(text) {
        return Some(checked_amount(minutes, Time::Amount));
    }
    if let Some((first, last)) = periods(text) {
        return Some(period_span(first, last, bells));
    }
    if let Some(times) = from_to::range(text) {
        let span = times.map_err(no_time).and_then(|(start, end)| span(start, end));
        return Some(span.map(Time::Span));
    }
    clock::start(text).map(|start| start.map(Time::Start).map_err(no_time))
}

fn no_time(NoTime(text): NoTime) -> Kind {
    Kind::NoTime(text)
}

fn checked_amount(minutes: u32, time: fn(u32) -> Time) -> Result<Time, Kind> {
    Span::amount(minutes).map_err(Kind::Span)?;
    Ok(time(minutes))
}

fn period_span(first: u32, last: u32, bells: &BellSchedule) -> Result<Time, Kind> {
    let count = bells.lessons().count();
    let lacks = |n: &u32| *n == 0 || *n as usize > count;
    if let Some(number) = [first, last].into_iter().find(lacks) {
        return Err(Kind::NoPeriod { number, last: count });
    }
    match bells.span(first as usize, last as usize) {
        Some(Ok(span)) => Ok(Time::Span(span)),
        Some(Err(bad)) => Err(Kind::Span(bad)),
        None => Err(Kind::PeriodsBackwards { first, last }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::When;
    use crate::entry::{whole::combine, words::split};

    fn when(text: &str) -> Result<Option<When>, Kind> {
        let pieces = split(text).pieces;
        let free = vec![true; pieces.len()];
        find(&pieces, &free, &BellSchedule::usual())
            .and_then(|found| combine(&found, text))
            .map_err(|e| e.kind)
    }

    fn span(text: &str) -> String {
        match when(text) {
            Ok(Some(When::Span(span))) => span.to_string(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn times_in_several_words() {
        for (text, expected) in [
            ("8:00 45m", "08:00-08:45"),
            ("45m 8:00", "08:00-08:45"),
            ("8:00 sk 45m", "08:00-08:45"),
            ("0800 45m", "08:00-08:45"),
            ("0800 45 min", "08:00-08:45"),
            ("8点 45分", "08:00-08:45"),
            ("8:00 - 8:45", "08:00-08:45"),
            ("8:00- 8:45", "08:00-08:45"),
            ("8:00 -8:45", "08:00-08:45"),
            ("8:00 to 8:45", "08:00-08:45"),
            ("8:00 到 8:45", "08:00-08:45"),
            ("8 - 8:45", "08:00-08:45"),
            ("90 分钟", "90m"),
            ("45 min", "45m"),
            ("1 小时 30 分", "90m"),
            ("1h 30m", "90m"),
            ("1 hour 30 minutes", "90m"),
            ("1h 3", "60m"),
            ("22:00 150m", "22:00-24:30"),
            ("p3-4", "10:10-11:50"),
            ("下午 2:00-3:30", "14:00-15:30"),
            ("晚上 7点 90分钟", "19:00-20:30"),
            ("2:00 - 3:30 pm", "14:00-15:30"),
            ("2:00 pm - 3:30 pm", "14:00-15:30"),
            ("2 pm 45m", "14:00-14:45"),
            ("p3 - 4", "10:10-11:50"),
        ] {
            assert_eq!(span(text), expected, "{text}");
        }
        assert_eq!(when("+ 40m"), Ok(Some(When::AfterLast(40))));
        assert_eq!(when("0800 三班 3-4 2026-2027 8"), Ok(None));
    }

    #[test]
    fn a_number_right_after_whole_hours() {
        let after = |text: &str| {
            let pieces = split(text).pieces;
            let free = vec![true; pieces.len()];
            let found = find(&pieces, &free, &BellSchedule::usual()).unwrap();
            let after = found.into_iter().find_map(|found| found.minutes_after);
            after.map(|after| (after.reading, after.may_be_category))
        };
        for (text, reading, may_be_category) in [
            ("1h 30 sk", "1h30m", false),
            ("2 h 5 sk", "2h05m", true),
            ("1h 05", "1h05m", false),
            ("两小时 三十 备课", "2h30m", false),
            ("+1 hour 20 sk", "+1h20m", false),
        ] {
            let expected = Some((reading.to_owned(), may_be_category));
            assert_eq!(after(text), expected, "{text}");
        }
        for text in [
            "1h 30m",
            "1 hour 30 minutes",
            "1h, 30 sk",
            "1h 90 sk",
            "1h sk 30",
            "45m 30 sk",
            "1.5h 30 sk",
            "半小时 30 sk",
            "1h 三班",
        ] {
            assert_eq!(after(text), None, "{text}");
        }
    }

    #[test]
    fn times_that_do_not_go_together() {
        for text in [
            "45m 20m",
            "8:00-8:45 45m",
            "p3 p4",
            "+40m 8:00",
            "8:00 45m 20m",
            "9:00 8:00",
        ] {
            assert!(matches!(when(text), Err(Kind::TwoTimes { .. })), "{text}");
        }
        assert_eq!(when("8:00 8:45"), Err(Kind::TwoStarts { start: 480, end: 525 }));
        assert_eq!(when("8:00 sk"), Err(Kind::LoneStart(480)));
    }

    #[test]
    fn periods_that_are_not_there() {
        assert_eq!(when("p8"), Err(Kind::NoPeriod { number: 8, last: 7 }));
        assert_eq!(when("p0-3"), Err(Kind::NoPeriod { number: 0, last: 7 }));
        assert_eq!(when("p4-3"), Err(Kind::PeriodsBackwards { first: 4, last: 3 }));
    }

    #[test]
    fn ends_that_may_mean_something_else() {
        let ends_before = |text| match when(text) {
            Err(Kind::EndsBefore {
                afternoon, next_day, ..
            }) => (afternoon, next_day),
            other => panic!("{text}: {other:?}"),
        };
        assert_eq!(ends_before("23:00-1:00"), (None, Some(1500)));
        assert_eq!(ends_before("8:00-2:00"), (Some(840), Some(1560)));
        assert_eq!(ends_before("14:00-13:00"), (None, None));
        assert_eq!(ends_before("8:00-8:00"), (Some(1200), None));
    }
}
