//! Periods as timetables write them: `3`, `3-4`, `第三节`, `早读`.

use super::clock::{self, Times};
use super::cursor::{Cursor, folded, is_word, one_line};
use crate::domain::Span;

/// No school has more periods a day.
const MOST: u32 = 30;

/// Stretches of numbered periods, the first and last of each; none where a text is something else.
pub(super) fn numbers(text: &str) -> Option<Vec<(u32, u32)>> {
    let chars = folded(text.trim());
    let mut c = Cursor::new(&chars, 0);
    let mut listed = Vec::new();
    while !c.is_done() {
        let first = number(&mut c)?;
        let last = if c.dash() { number(&mut c)? } else { first };
        if first > last || last > MOST {
            return None;
        }
        listed.push((first, last));
        c.spaces();
        if c.eat_one(",、;/").is_some() {
            c.spaces();
        } else if !c.is_done() {
            return None;
        }
    }
    Some(joined(listed)).filter(|l| !l.is_empty())
}

fn number(c: &mut Cursor<'_>) -> Option<u32> {
    for word in ["第", "period", "lesson", "p"] {
        if c.eat(word) {
            c.spaces();
            break;
        }
    }
    let number = c.number()?;
    for word in ["节课", "小节", "节", "堂"] {
        if c.eat(word) {
            break;
        }
    }
    Some(number)
}

/// In order, with stretches that touch made one: `3,4` is `3-4`.
fn joined(mut listed: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    listed.sort_unstable();
    let mut out: Vec<(u32, u32)> = Vec::new();
    for (first, last) in listed {
        match out.last_mut() {
            Some(end) if first <= end.1 + 1 => end.1 = end.1.max(last),
            _ => out.push((first, last)),
        }
    }
    out
}

/// The name of a period that has no number, such as 早读; none for what looks like a number gone wrong.
pub(super) fn name(text: &str) -> Option<String> {
    let line = one_line(text);
    let first = folded(&line).into_iter().find(|c| is_word(*c))?;
    let is_number =
        first.is_ascii_digit() || line.starts_with('第') && line.contains(|c: char| c.is_ascii_digit());
    (!is_number).then_some(line)
}

/// What the head of a row says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Head {
    /// The first and the last period: plain numbers, or twice a name as written.
    pub(super) periods: Option<(String, String)>,
    /// The bells.
    pub(super) span: Option<Span>,
}

/// Reads one cell at the head of a row, which may hold a period, its bells, or both.
///
/// None where it holds a time that makes no span, or several numbers.
pub(super) fn head(text: &str) -> Option<Head> {
    let (rest, span) = match clock::find(text) {
        Times::None => (text.to_owned(), None),
        Times::Bad => return None,
        Times::Span(span, range) => {
            let outside = text.chars().enumerate().filter(|(at, _)| !range.contains(at));
            (outside.map(|(_, c)| c).collect(), Some(span))
        }
    };
    let rest = rest.trim_matches(|c: char| c.is_whitespace() || "()（）[]【】:：,，".contains(c));
    if rest.is_empty() {
        return Some(Head { periods: None, span });
    }
    let periods = match numbers(rest).as_deref() {
        Some([(first, last)]) => Some((first.to_string(), last.to_string())),
        Some(_) => return None,
        None => Some(one_line(rest))
            .filter(|n| n.contains(is_word))
            .map(|n| (n.clone(), n)),
    };
    Some(Head { periods, span })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbered() {
        for (text, expected) in [
            ("3", vec![(3, 3)]),
            ("第3节", vec![(3, 3)]),
            ("第三節", vec![(3, 3)]),
            ("三", vec![(3, 3)]),
            ("十一", vec![(11, 11)]),
            ("3-4", vec![(3, 4)]),
            ("3,4", vec![(3, 4)]),
            ("4、3", vec![(3, 4)]),
            ("第3-4节", vec![(3, 4)]),
            ("第3节-第4节", vec![(3, 4)]),
            ("第1,2节", vec![(1, 2)]),
            ("Period 3", vec![(3, 3)]),
            ("P3", vec![(3, 3)]),
            ("1,3", vec![(1, 1), (3, 3)]),
        ] {
            assert_eq!(numbers(text), Some(expected), "{text}");
        }
        for text in [
            "",
            "3x",
            "4-3",
            "31",
            "99999",
            "早读",
            "3-",
            "2026-03-04",
            "3.5",
            "第",
        ] {
            assert_eq!(numbers(text), None, "{text}");
        }
    }

    #[test]
    fn named() {
        assert_eq!(name(" 早读 ").as_deref(), Some("早读"));
        assert_eq!(name("晚自习\n1").as_deref(), Some("晚自习 1"));
        for text in ["", "-", "3x", "2026-03-04", "第3x节"] {
            assert_eq!(name(text), None, "{text}");
        }
    }

    #[test]
    fn heads_of_rows() {
        let of = |text| {
            let head = head(text)?;
            let periods = head
                .periods
                .map(|(a, b)| if a == b { a } else { format!("{a}..{b}") });
            Some((
                periods.unwrap_or_default(),
                head.span.map(|s| s.to_string()).unwrap_or_default(),
            ))
        };
        let is = |name: &str, span: &str| Some((name.to_owned(), span.to_owned()));
        assert_eq!(of("1\n08:00-08:45"), is("1", "08:00-08:45"));
        assert_eq!(of("第一节（8:00-8:45）"), is("1", "08:00-08:45"));
        assert_eq!(of("08:00-08:45"), is("", "08:00-08:45"));
        assert_eq!(of("早读 7:30~7:55"), is("早读", "07:30-07:55"));
        assert_eq!(of("第3-4节"), is("3..4", ""));
        assert_eq!(of("课后服务"), is("课后服务", ""));
        assert_eq!(of("第1节 8:00"), None);
        assert_eq!(of(" "), is("", ""));
    }
}
