//! Puts the times of an entry together.

use super::Context;
use super::error::{EntryError, EntryErrorKind as Kind};
use super::from_to;
use super::reading::span;
use super::when::{self, Found, Time};
use crate::diary::When;
use crate::domain::{BellSchedule, Span, clock};

/// Makes one time of those found: one of them, or a start and an amount.
pub(super) fn combine(found: &[Found], text: &str) -> Result<Option<When>, EntryError> {
    let mut whole: Option<(Time, &Found)> = None;
    for next in found {
        let Some((time, first)) = whole else {
            whole = Some((next.time, next));
            continue;
        };
        let (start, minutes) = match (time, next.time) {
            (Time::Start(start), Time::Amount(minutes)) | (Time::Amount(minutes), Time::Start(start)) => {
                (start, minutes)
            }
            (Time::Start(start), Time::Start(end)) if start < end => {
                return Err(Kind::TwoStarts { start, end }.at(&next.range));
            }
            _ => {
                return Err(Kind::TwoTimes {
                    first: text[first.range.clone()].to_owned(),
                    second: text[next.range.clone()].to_owned(),
                }
                .at(&next.range));
            }
        };
        let span = span(start, start + minutes).map_err(|kind| kind.at(&next.range))?;
        whole = Some((Time::Span(span), first));
    }
    let Some((time, first)) = whole else {
        return Ok(None);
    };
    match time {
        Time::Span(span) => Ok(Some(When::Span(span))),
        Time::Amount(minutes) => Span::amount(minutes)
            .map(|span| Some(When::Span(span)))
            .map_err(|bad| Kind::Span(bad).at(&first.range)),
        Time::AfterLast(minutes) => Ok(Some(When::AfterLast(minutes))),
        Time::Start(start) => Err(Kind::LoneStart(start).at(&first.range)),
    }
}

/// Clear ways to write a word that may be meant as a time; none for other words.
///
/// `typed` is the word as it was typed, `text` the same folded.
pub(super) fn readings(typed: &str, text: &str, bells: &BellSchedule) -> Vec<String> {
    if let Some(apart) = apart(typed, text, bells) {
        return vec![apart];
    }
    if let Some((start, end)) = from_to::bare_range(text).filter(|(start, end)| start < end) {
        let mut out = vec![format!("{start}:00-{end}:00")];
        if start > 0 && end as usize <= bells.lessons().count() {
            out.push(format!("p{start}-{end}"));
        }
        return out;
    }
    if let Some(((start, end), _)) = from_to::pointed(text) {
        return vec![format!("{}-{}", clock(start), clock(end))];
    }
    let (sign, number) = text.strip_prefix('+').map_or(("", text), |number| ("+", number));
    let is_amount = number.len() <= 3 && number.bytes().all(|b| b.is_ascii_digit());
    match number.parse() {
        Ok(minutes @ 6..=720u32) if is_amount => vec![format!("{sign}{minutes}m")],
        _ => Vec::new(),
    }
}

/// A time with Chinese text stuck to it (`8:00-8:45语文`), set apart by a space.
fn apart(typed: &str, text: &str, bells: &BellSchedule) -> Option<String> {
    let is_good = |end: &usize| {
        let time = when::read(&text[..*end], bells);
        matches!(time, Some(Ok(_))) && text[..*end].chars().count() > 2 // 十分 is "very" more often than ten minutes
    };
    let end = ends(text, bells).filter(is_good).last()?;
    let (time, rest) = typed.split_at(place_of(typed, text[..end].chars().count()));
    Some(format!("{time} {rest}"))
}

/// The bytes of a time that an activity is stuck to (`8:00-8:45上课`), if there is no other way to see the word.
///
/// The rest has to say what: `40分以上` and `1小时后` are notes. Neither is `90分` before an activity a time, but
/// perhaps a score. `typed` is the word as it was typed, `text` the same folded.
pub(super) fn stuck(typed: &str, text: &str, context: &Context<'_>) -> Option<usize> {
    if !context.lexicon.meant(text).is_empty() {
        return None;
    }
    let is_score = |time: &str| time.ends_with('分') && !time.contains(['时', '点', '头']);
    let says_what = |rest: &str| {
        let rest = rest.trim_end_matches('。');
        let is_long = rest.chars().nth(1).is_some();
        is_long && !context.lexicon.meant(rest).is_empty()
    };
    let mut ends =
        ends(text, context.bells).filter(|end| says_what(&text[*end..]) && !is_score(&text[..*end]));
    let end = ends.next().filter(|_| ends.next().is_none())?;
    Some(place_of(typed, text[..end].chars().count()))
}

/// Where a time that is more than a start ends and Chinese text begins.
fn ends<'a>(text: &'a str, bells: &'a BellSchedule) -> impl Iterator<Item = usize> + 'a {
    let is_end = move |end: &usize| {
        let is_chinese = text[*end..].starts_with(|c: char| c.is_alphabetic() && !c.is_ascii());
        let read = || when::read(&text[..*end], bells);
        is_chinese && read().is_some_and(|time| !matches!(time, Ok(Time::Start(_))))
    };
    let places = text.char_indices().map(|(at, _)| at).take(LONGEST_TIME);
    places.filter(move |end| when::may_begin(text) && is_end(end))
}

/// More characters than a time is written with; spares long words the search.
const LONGEST_TIME: usize = 24;

fn place_of(text: &str, chars: usize) -> usize {
    text.char_indices().nth(chars).map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Taxonomy;
    use crate::entry::{Lexicon, fold::fold};

    #[test]
    fn numbers_that_may_be_meant_as_times() {
        let ways = |text: &str| readings(text, &fold(text), &BellSchedule::usual());
        assert_eq!(ways("8-9"), ["8:00-9:00"]);
        assert_eq!(ways("3-4"), ["3:00-4:00", "p3-4"]);
        assert_eq!(ways("11.16-11.20"), ["11:16-11:20"]);
        assert_eq!(ways("40"), ["40m"]);
        assert_eq!(ways("+40"), ["+40m"]);
        assert_eq!(ways("2026"), [""; 0]);
        assert_eq!(ways("８:00-8:45上課"), ["８:00-8:45 上課"]);
        assert_eq!(ways("半小时备课"), ["半小时 备课"]);
        assert_eq!(ways("第3节三班"), ["第3节 三班"]);
        assert_eq!(ways("十分满意"), [""; 0]);
        assert_eq!(ways("三(2)班"), [""; 0]);
    }
    #[test]
    fn times_that_an_activity_is_stuck_to() {
        let (lexicon, bells) = (Lexicon::new(&Taxonomy::built_in()), BellSchedule::usual());
        let context = Context::new(&lexicon, &bells);
        let rest = |text: &str| stuck(text, &fold(text), &context).map(|at| text[at..].to_owned());
        for (text, expected) in [
            ("8:00-8:45上课", "上课"),
            ("8:00-8:45上课。", "上课。"),
            ("9：45－10：00上課", "上課"),
            ("40m家长消息", "家长消息"),
            ("p3上课", "上课"),
            ("第3节课课后服务", "课后服务"),
            ("第3节课后服务", "课后服务"),
            ("8点半-9点备课", "备课"),
            ("1小时30分备课", "备课"),
            ("半小时家访", "家访"),
            ("+40m家访", "家访"),
            ("p9上课", "上课"),
            ("8:00-2:00上课", "上课"),
        ] {
            assert_eq!(rest(text).as_deref(), Some(expected), "{text}");
        }
        for text in [
            "8:00-8:45语文",
            "8:00-8:45上课三班",
            "8:00-8:45lesson",
            "8:00上课",
            "40分以上",
            "90分填报表",
            "十分满意",
            "1小时后",
            "p3课",
            "三(2)班",
            "上课",
        ] {
            assert_eq!(rest(text), None, "{text}");
        }
    }
}
