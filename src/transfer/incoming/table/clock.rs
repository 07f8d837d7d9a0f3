//! Times of day in timetables: `08:00-08:45`, `第1节 8：00—8：45`.

use super::cursor::{Cursor, folded};
use crate::domain::Span;
use std::ops::Range;

/// A time of day such as `8:00` or `08:00:00`, in minutes since midnight.
fn time(c: &mut Cursor<'_>) -> Option<u32> {
    let hour = c.digits(2)?;
    if !c.eat(":") {
        return None;
    }
    let at = c.at;
    let minute = c.digits(2).filter(|m| *m < 60 && c.at == at + 2)?;
    let at = c.at;
    if c.eat(":") && c.digits(2) != Some(0) {
        c.at = at;
    }
    Some(hour * 60 + minute)
}

/// A single time of day and nothing else.
pub(super) fn alone(text: &str) -> Option<u32> {
    let chars = folded(text.trim());
    let mut c = Cursor::new(&chars, 0);
    time(&mut c).filter(|_| c.is_done())
}

/// What a text holds of times of day.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Times {
    /// Nothing.
    None,
    /// From when to when, and where it stands, in characters.
    Span(Span, Range<usize>),
    /// Something that looks like a time but makes no span.
    Bad,
}

/// Looks for one stretch of time anywhere in a text.
pub(super) fn find(text: &str) -> Times {
    let chars = folded(text);
    let mut found = Times::None;
    let mut at = 0;
    while at < chars.len() {
        let mut c = Cursor::new(&chars, at);
        let begins = c.before().is_none_or(|b| !b.is_ascii_digit() && b != ':');
        let Some(start) = begins.then(|| time(&mut c)).flatten() else {
            at += 1;
            continue;
        };
        c.spaces();
        c.dash();
        c.spaces();
        let span = time(&mut c).and_then(|end| Span::clocked(start, end).ok());
        let (Some(span), Times::None) = (span, &found) else {
            return Times::Bad;
        };
        found = Times::Span(span, at..c.at);
        at = c.at;
    }
    found
}

/// A stretch of time and nothing else.
pub(super) fn whole(text: &str) -> Option<Span> {
    let text = text.trim();
    match find(text) {
        Times::Span(span, range) if range == (0..text.chars().count()) => Some(span),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_of_time() {
        for (text, expected) in [
            ("08:00-08:45", "08:00-08:45"),
            ("8:00~8:45", "08:00-08:45"),
            ("8：00——8：45", "08:00-08:45"),
            ("8:00\n-\n8:45", "08:00-08:45"),
            ("8:00\n8:45", "08:00-08:45"),
            ("08:00:00 至 08:45:00", "08:00-08:45"),
        ] {
            assert_eq!(
                whole(text).map(|s| s.to_string()).as_deref(),
                Some(expected),
                "{text}"
            );
        }
        for text in [
            "",
            "8:00",
            "8:00-7:45",
            "8:75-9:00",
            "8-9",
            "x 8:00-8:45",
            "99:00-99:10",
        ] {
            assert_eq!(whole(text), None, "{text}");
        }
        assert_eq!(alone("8:05"), Some(485));
        assert_eq!(alone("8:05x"), None);
    }

    #[test]
    fn inside_of_a_text() {
        let span = Span::clocked(480, 525).unwrap();
        assert_eq!(find("第1节(8:00-8:45)"), Times::Span(span, 4..13));
        assert_eq!(find("第1节"), Times::None);
        for bad in ["第1节 8:00", "8:00-8:45 9:00-9:45", "8:45-8:00"] {
            assert_eq!(find(bad), Times::Bad, "{bad}");
        }
    }
}
