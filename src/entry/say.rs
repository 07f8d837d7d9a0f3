//! Tells in the user's language why an entry can't be read.

use super::Candidate;
use super::error::{EntryError, EntryErrorKind as Kind};
use crate::domain::{Note, clock};
use crate::i18n::{I18n, Say};
use crate::tr;
use std::fmt;

/// Longer texts of the user's are cut in a message.
const LONGEST_QUOTE: usize = 30;
/// More activities than a reader takes in.
const LONGEST_LIST: usize = 8;

impl Say for EntryError {
    fn say(&self, i18n: &I18n) -> String {
        match &self.kind {
            Kind::RatingTwice => tr!(i18n, "entry-rating-twice"),
            Kind::ParallelTwice => tr!(i18n, "entry-parallel-twice"),
            Kind::BadRating(text) => tr!(i18n, "entry-bad-rating", text = quote(text)),
            Kind::Ambiguous { word, fits } => {
                tr!(
                    i18n,
                    "entry-ambiguous",
                    word = quote(word),
                    list = list(fits, i18n)
                )
            }
            Kind::NoActivity { word, near } if near.is_empty() => {
                tr!(i18n, "entry-no-activity", word = quote(word))
            }
            Kind::NoActivity { word, near } => {
                tr!(
                    i18n,
                    "entry-no-activity-near",
                    word = quote(word),
                    list = list(near, i18n)
                )
            }
            Kind::LongNote(length) => {
                tr!(i18n, "entry-long-note", length = *length, most = Note::LONGEST)
            }
            Kind::NoWhen => tr!(i18n, "entry-no-when"),
            Kind::UnclearWhen { text, readings } => {
                tr!(
                    i18n,
                    "entry-unclear-when",
                    text = quote(text),
                    readings = either(readings, i18n)
                )
            }
            Kind::NoWhat(time) => tr!(i18n, "entry-no-what", time = time.as_str()),
            Kind::Nothing => tr!(i18n, "entry-nothing"),
            _ => time(&self.kind, i18n),
        }
    }
}

/// What is wrong with the time.
fn time(kind: &Kind, i18n: &I18n) -> String {
    match kind {
        Kind::TwoTimes { first, second } => {
            tr!(
                i18n,
                "entry-two-times",
                first = quote(first),
                second = quote(second)
            )
        }
        Kind::TwoStarts { start, end } => {
            tr!(i18n, "entry-two-starts", start = clock(*start), end = clock(*end))
        }
        Kind::LoneStart(start) => {
            tr!(
                i18n,
                "entry-lone-start",
                start = clock(*start),
                end = clock(start + 45)
            )
        }
        Kind::NoTime(text) => tr!(i18n, "entry-no-time", text = quote(text)),
        Kind::EndsBefore {
            start,
            end,
            afternoon,
            next_day,
        } => ends_before([*start, *end], [*afternoon, *next_day], i18n),
        Kind::Span(bad) => bad.say(i18n),
        Kind::NoPeriod { number, last: 0 } => tr!(i18n, "entry-no-periods", number = *number),
        Kind::NoPeriod { number, last } => {
            tr!(i18n, "entry-no-period", number = *number, last = *last)
        }
        Kind::PeriodsBackwards { first, last } => {
            tr!(i18n, "entry-periods-backwards", first = *first, last = *last)
        }
        _ => String::new(),
    }
}

/// The end is not after the start; the other readings are offered, none assumed.
fn ends_before([start, end]: [u32; 2], [afternoon, next_day]: [Option<u32>; 2], i18n: &I18n) -> String {
    let until = |end| format!("{}-{}", clock(start), clock(end));
    let (start, end) = (clock(start), clock(end));
    match (afternoon, next_day) {
        (None, None) => tr!(i18n, "entry-ends-before", start = start, end = end),
        (None, Some(next_day)) => {
            tr!(
                i18n,
                "entry-ends-before-night",
                start = start,
                end = end,
                night = until(next_day)
            )
        }
        (Some(pm), None) => {
            tr!(
                i18n,
                "entry-ends-before-afternoon",
                start = start,
                end = end,
                afternoon = until(pm)
            )
        }
        (Some(pm), Some(next_day)) => tr!(
            i18n,
            "entry-ends-before-either",
            start = start,
            end = end,
            afternoon = until(pm),
            night = until(next_day),
        ),
    }
}

fn quote(text: &str) -> String {
    let mut chars = text.chars();
    let mut out: String = chars.by_ref().take(LONGEST_QUOTE).collect();
    if chars.next().is_some() {
        out.push('…');
    }
    out
}

fn list(candidates: &[Candidate], i18n: &I18n) -> String {
    let shown = candidates.iter().take(LONGEST_LIST);
    let mut items: Vec<String> = shown.map(|c| c.describe(i18n)).collect();
    if candidates.len() > LONGEST_LIST {
        items.push("…".to_owned());
    }
    items.join(&tr!(i18n, "entry-comma"))
}

fn either(texts: &[String], i18n: &I18n) -> String {
    texts.join(&tr!(i18n, "entry-or"))
}

impl fmt::Display for EntryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(I18n::english()))
    }
}

impl std::error::Error for EntryError {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{BellSchedule, Taxonomy};
    use crate::entry::{Context, Entry, Lexicon, parse};
    use crate::i18n::Lang;

    fn message(text: &str, lang: Lang) -> String {
        let lexicon = Lexicon::new(&Taxonomy::built_in());
        let bells = BellSchedule::usual();
        let read = parse(text, &Context::new(&lexicon, &bells)).and_then(Entry::into_draft);
        read.unwrap_err().say(&I18n::new(lang))
    }

    #[test]
    fn the_activity_that_was_likely_meant() {
        for (lang, expected) in [
            (
                Lang::En,
                r#"no activity "yej": did you mean inspections and evaluations (yj, reports)?"#,
            ),
            (Lang::ZhHans, "没有“yej”这项活动：是不是 迎检（yj，reports）？"),
            (Lang::ZhHant, "沒有「yej」這項活動：是不是 迎檢（yj，reports）？"),
        ] {
            assert_eq!(message("8:00-8:45 yej", lang), expected);
        }
    }

    #[test]
    fn what_was_it_is_no_dead_end() {
        for (lang, example, list) in [
            (
                Lang::En,
                "12:00-13:00 lesson, then the note",
                "Tab or \"jianfu activity\" lists",
            ),
            (
                Lang::ZhHans,
                "12:00-13:00 sk，备注写在活动后面",
                "按 Tab 或用“jianfu activity”可看全部",
            ),
            (
                Lang::ZhHant,
                "12:00-13:00 上課，備註寫在活動後面",
                "按 Tab 或用「jianfu activity」可看全部",
            ),
        ] {
            let what = message("12:00-13:00 -- 午餐", lang);
            assert!(what.contains(example) && what.contains(list), "{what}");
            let unknown = message("12:00-13:00 zzzzzz", lang);
            assert!(unknown.contains(list), "{unknown}");
        }
        for text in ["", "lesson"] {
            assert!(message(text, Lang::ZhHant).contains("8:00-8:45 上課"));
            assert!(message(text, Lang::En).contains("8:00-8:45 lesson"));
        }
    }

    #[test]
    fn other_readings_of_the_end_are_offered() {
        let message = |text| message(text, Lang::En);
        assert_eq!(
            message("23:00-1:00 sk"),
            "it ends at 01:00 but starts at 23:00: if it ran past midnight, write 23:00-25:00"
        );
        assert_eq!(
            message("8:00-2:00 sk"),
            "it ends at 02:00 but starts at 08:00: write 08:00-14:00 for the afternoon, or 08:00-26:00 if it ran past \
             midnight"
        );
        assert_eq!(message("14:00-13:00 sk"), "it ends at 13:00 but starts at 14:00");
    }

    #[test]
    fn long_texts_and_lists_are_cut() {
        assert!(message(&"x".repeat(1000), Lang::En).len() < 200);
        assert_eq!(message("45m p", Lang::En).matches("), ").count(), 7);
    }
}
