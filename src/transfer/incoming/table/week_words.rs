//! Weeks of the term as timetables write them: `1-16周`, `第1-8,10-16周(单)`, `双周`, `odd`.

use super::cursor::{Cursor, folded, is_word};
use crate::timetable::{Parity, Weeks};
use std::ops::Range;

/// Weeks that are told of inside a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Told {
    /// Where, in characters, with the brackets around it.
    pub(super) range: Range<usize>,
    /// Which; none where there are no such weeks: `16-1周`.
    pub(super) weeks: Option<Weeks>,
}

/// One word about weeks.
#[derive(Debug, Default, Clone)]
struct Word {
    parity: Option<Parity>,
    ranges: Vec<(u32, u32)>,
}

/// Every stretch of a text that tells of weeks, in order. Words side by side are one: `1-16周（单）`.
pub(super) fn scan(chars: &[char]) -> Vec<Told> {
    let mut found: Vec<(Range<usize>, Word)> = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let Some((end, word)) = word(chars, at, false) else {
            at += 1;
            continue;
        };
        match found.last_mut() {
            Some((range, last)) if is_gap(chars, range.end..at) && go_together(last, &word) => {
                range.end = end;
                last.parity = last.parity.or(word.parity);
                last.ranges.extend(word.ranges);
            }
            _ => found.push((at..end, word)),
        }
        at = end;
    }
    let told = |(range, word)| Told {
        range: with_brackets(chars, range),
        weeks: weeks(word),
    };
    found.into_iter().map(told).collect()
}

/// The weeks that a whole cell tells of, where a number alone may be a week; empty for all of them.
pub(super) fn column(text: &str) -> Option<Weeks> {
    let chars = folded(text.trim());
    let whole: String = chars.iter().collect();
    if matches!(
        whole.as_str(),
        "" | "-" | "all" | "全" | "全周" | "每周" | "every week" | "单双周" | "全学期"
    ) {
        return Some(Weeks::all());
    }
    let (mut at, mut all) = (0, Word::default());
    while at < chars.len() {
        if let Some((end, next)) = word(&chars, at, true) {
            if !go_together(&all, &next) {
                return None;
            }
            all.parity = all.parity.or(next.parity);
            all.ranges.extend(next.ranges);
            at = end;
        } else if is_gap(&chars, at..at + 1) {
            at += 1;
        } else {
            return None;
        }
    }
    weeks(all)
}

/// The weeks that the name of a sheet tells of: 单周课表 and 双周课表; all of them for any other name.
pub(super) fn sheet(name: &str) -> Weeks {
    let mut told = scan(&folded(name)).into_iter();
    match (told.next(), told.next()) {
        (Some(only), None) => only.weeks.unwrap_or_default(),
        _ => Weeks::all(),
    }
}

fn weeks(word: Word) -> Option<Weeks> {
    let narrow = |(a, b): (u32, u32)| Some(u8::try_from(a).ok()?..=u8::try_from(b).ok()?);
    let ranges: Option<Vec<_>> = word.ranges.into_iter().map(narrow).collect();
    Weeks::new(word.parity, ranges?).ok()
}

/// 单 after 1-8周 belongs to it, and 9-16周 after that does not: those weeks are not said to be odd.
fn go_together(before: &Word, next: &Word) -> bool {
    let again = before.parity.is_some() && (next.parity.is_some() || !before.ranges.is_empty());
    !again
}

fn is_gap(chars: &[char], range: Range<usize>) -> bool {
    let between = chars.get(range).unwrap_or_default();
    between
        .iter()
        .all(|c| c.is_whitespace() || ",，、|()（）[]".contains(*c))
}

/// The same with a bracket that it leaves open or that stands around it, and a colon after it.
fn with_brackets(chars: &[char], mut range: Range<usize>) -> Range<usize> {
    const PAIRS: [(char, char); 4] = [('(', ')'), ('[', ']'), ('{', '}'), ('【', '】')];
    let get = |at: usize| chars.get(at).copied();
    for (open, close) in PAIRS {
        let inside = chars.get(range.clone()).unwrap_or_default();
        let count = |sign: char| inside.iter().filter(|c| **c == sign).count();
        if count(open) > count(close) && get(range.end) == Some(close) {
            range.end += 1;
        }
    }
    let before = range.start.checked_sub(1).and_then(get);
    if PAIRS
        .iter()
        .any(|(open, close)| before == Some(*open) && get(range.end) == Some(*close))
    {
        range = range.start - 1..range.end + 1;
    }
    if get(range.end) == Some(':') {
        range.end += 1;
    }
    range
}

/// A word about weeks that begins here, and where it ends. `bare` takes numbers without 周.
fn word(chars: &[char], at: usize, bare: bool) -> Option<(usize, Word)> {
    let mut c = Cursor::new(chars, at);
    let word = numbers(&mut c, bare).or_else(|| {
        c.at = at;
        parity_word(&mut c)
    })?;
    Some((c.at, word))
}

fn numbers(c: &mut Cursor<'_>, bare: bool) -> Option<Word> {
    let before = c.before();
    let is_latin = ["weeks", "week", "wk"].iter().any(|w| c.eat(w));
    if is_latin && before.is_some_and(char::is_alphabetic) {
        return None;
    }
    if is_latin {
        c.spaces();
    }
    let is_counted = c.eat("第");
    if before.is_some_and(|b| b.is_ascii_digit() || b == '-' || b == '.') {
        return None;
    }
    let mut ranges = Vec::new();
    loop {
        let number = |c: &mut Cursor<'_>| if is_counted { c.number() } else { c.digits(3) };
        let first = number(c)?;
        let last = if c.dash() { number(c)? } else { first };
        ranges.push((first, last));
        let mut next = *c;
        let more = next.eat_one(",、").is_some();
        next.spaces();
        if !more || !next.peek().is_some_and(|d| d.is_ascii_digit()) {
            break;
        }
        *c = next;
    }
    let parity = c.eat_one("单双").map(of_sign);
    let is_week = c.eat("周") && !c.peek().is_some_and(|n| "一二三四五六日天年岁".contains(n));
    (is_week || is_latin || bare && parity.is_none()).then_some(Word { parity, ranges })
}

fn parity_word(c: &mut Cursor<'_>) -> Option<Word> {
    let is_left = c
        .before()
        .is_none_or(|b| !is_word(b) || b == '周' || b.is_ascii_digit());
    for (name, parity) in [("odd", Parity::Odd), ("even", Parity::Even)] {
        if is_left && c.eat(name) {
            let end = c.at;
            c.spaces();
            if !c.eat("weeks") && !c.eat("week") {
                c.at = end;
            }
            let is_right = c.peek().is_none_or(|n| !is_word(n));
            return is_right.then_some(Word {
                parity: Some(parity),
                ranges: Vec::new(),
            });
        }
    }
    if c.eat("单双周") {
        return Some(Word::default());
    }
    let parity = of_sign(c.eat_one("单双")?);
    let has_week = c.eat("数周") || c.eat("周");
    let is_right = c.peek().is_none_or(|n| !is_word(n));
    let fits = if has_week {
        is_left || is_right
    } else {
        is_left && is_right
    };
    fits.then_some(Word {
        parity: Some(parity),
        ranges: Vec::new(),
    })
}

fn of_sign(sign: char) -> Parity {
    if sign == '单' { Parity::Odd } else { Parity::Even }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_of_weeks() {
        for (text, expected) in [
            ("1-16", "1-16"),
            ("1-16周", "1-16"),
            ("第1-16周", "1-16"),
            ("1-8,10-16", "1-8,10-16"),
            ("1-8周,10-16周", "1-8,10-16"),
            ("1、3、5", "1,3,5"),
            ("1-16周(单)", "1-16 odd"),
            ("1-15单周", "1-15 odd"),
            ("1-16 双", "1-16 even"),
            ("1-16單週", "1-16 odd"),
            ("單週", "odd"),
            ("双", "even"),
            ("Odd", "odd"),
            ("even weeks", "even"),
            ("weeks 1-8", "1-8"),
            ("第三周", "3"),
            ("", "all"),
            ("每周", "all"),
        ] {
            assert_eq!(
                column(text).map(|w| w.to_string()).as_deref(),
                Some(expected),
                "{text}"
            );
        }
        for text in [
            "16-1",
            "0-3",
            "1-99周",
            "x",
            "1-",
            "单周双周",
            "1-8周(单),9-16周(双)",
            "周一",
        ] {
            assert_eq!(column(text), None, "{text}");
        }
    }

    #[test]
    fn the_name_of_a_sheet() {
        for (name, expected) in [
            ("单周", "odd"),
            ("双周课表", "even"),
            ("Sheet1", "all"),
            ("", "all"),
            ("单周双周", "all"),
        ] {
            assert_eq!(sheet(name).to_string(), expected, "{name}");
        }
    }

    #[test]
    fn weeks_inside_of_a_text() {
        let of = |text: &str| -> Vec<(String, String)> {
            let chars: Vec<char> = text.chars().collect();
            let told = |t: Told| {
                (
                    chars[t.range].iter().collect(),
                    t.weeks.map_or("?".to_owned(), |w| w.to_string()),
                )
            };
            scan(&folded(text)).into_iter().map(told).collect()
        };
        let is = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(of("语文（单周）"), [is("（单周）", "odd")]);
        assert_eq!(of("单:语文/双:数学"), [is("单:", "odd"), is("双:", "even")]);
        assert_eq!(of("语文 三(2)班 1-16周 单"), [is("1-16周 单", "1-16 odd")]);
        assert_eq!(of("语文{第1-16周|双周}"), [is("{第1-16周|双周}", "1-16 even")]);
        assert_eq!(of("语文1-16周(单)"), [is("1-16周(单)", "1-16 odd")]);
        assert_eq!(of("语文单周"), [is("单周", "odd")]);
        assert_eq!(of("语文 16-1周"), [is("16-1周", "?")]);
        for text in [
            "单元测试",
            "简单周测",
            "语文 3-4节",
            "周会",
            "3周一",
            "5周年",
            "Oddly even-handed",
        ] {
            let found = of(text);
            assert!(found.is_empty() || text.starts_with("Oddly"), "{text}: {found:?}");
        }
    }
}
