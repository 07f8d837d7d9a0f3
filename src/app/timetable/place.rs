//! An entry of the timetable that is typed with its place: `周三 19:00-20:30 晚自习`.

use super::LineFault;
use super::line::{Said, read};
use crate::domain::BellSchedule;
use crate::entry::Lexicon;
use crate::i18n::half_width;
use crate::timetable::{Slot, read_span, read_weekday};
use chrono::Weekday;

/// Reads an entry with its place: `周三 19:00-20:30 晚自习`, `wed 3-4 7B`. The day may be left out, then it is `weekday`.
///
/// # Errors
/// [`LineFault`].
pub(super) fn read_placed(
    text: &str,
    weekday: Weekday,
    bells: &BellSchedule,
    lexicon: &Lexicon,
) -> Result<(Weekday, Slot, Said), LineFault> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (weekday, words) = match words.first().and_then(|w| read_weekday(w)) {
        Some(day) => (day, &words[1..]),
        None => (weekday, &words[..]),
    };
    // `19:00 - 20:30` is one time.
    let slot = (1..=words.len().min(3)).find_map(|count| {
        let slot = read_slot(&words[..count].join(" "), bells)?;
        Some((slot, count))
    });
    let (slot, count) = slot.ok_or(LineFault::NoTime)?;
    let said = read(&words[count..].join(" "), lexicon)?;
    Ok((weekday, slot, said))
}

/// `19:00-20:30`, `3`, `p3-4`, `第3-4节`, `早读`.
fn read_slot(text: &str, bells: &BellSchedule) -> Option<Slot> {
    if let Some(span) = read_span(text) {
        return Some(Slot::Clock(span));
    }
    let is_there = |called: &str| bells.called().any(|(name, _)| name == called);
    let periods = |first: &str, last: &str| {
        let known = is_there(first) && is_there(last);
        known.then(|| Slot::Periods {
            first: first.to_owned(),
            last: last.to_owned(),
        })
    };
    let plain: String = text
        .chars()
        .map(half_width)
        .filter(|c| !c.is_whitespace())
        .collect();
    let bare = plain
        .trim_start_matches(['第', 'p', 'P'])
        .trim_end_matches(['节', '節', '课', '課']);
    let range = bare.split_once(['-', '~', '至', '到', '–', '—']);
    let range = range.and_then(|(first, last)| periods(first, last.trim_start_matches(['第', 'p', 'P'])));
    periods(text, text).or_else(|| periods(bare, bare)).or(range)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Knowledge;
    use crate::diary::Profile;
    use proptest::prelude::*;

    fn known() -> Knowledge {
        Knowledge::new(Profile::default())
    }

    #[test]
    fn a_place_is_a_day_and_a_time_or_periods() {
        let known = known();
        let bells = BellSchedule::usual();
        for (text, day, span, note) in [
            ("周三 19:00-20:30 晚自习", Weekday::Wed, "19:00-20:30", "晚自习"),
            ("wed 19:00 - 20:30 x", Weekday::Wed, "19:00-20:30", "x"),
            ("3-4 x", Weekday::Fri, "10:10-11:50", "x"),
            ("星期日 第3节 x", Weekday::Sun, "10:10-10:55", "x"),
            ("thursday p7 x", Weekday::Thu, "15:50-16:35", "x"),
        ] {
            let (weekday, slot, said) = read_placed(text, Weekday::Fri, &bells, known.lexicon()).unwrap();
            assert_eq!(
                (weekday, slot.span(&bells).unwrap().to_string().as_str()),
                (day, span),
                "{text}"
            );
            assert_eq!(said.note.as_str(), note, "{text}");
        }
        for bad in ["", "周三", "周三 晚自习", "19:00", "9-12 x"] {
            let read = read_placed(bad, Weekday::Fri, &bells, known.lexicon());
            assert_eq!(read, Err(LineFault::NoTime), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,30}") {
            let known = known();
            let _ = read_placed(&text, Weekday::Mon, &BellSchedule::usual(), known.lexicon());
        }
    }
}
