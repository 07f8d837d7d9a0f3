//! A day's record in the very form in which it is written: read straight through, at several times the speed of JSON.
//!
//! Any other form (fields in another order or unknown, spaces, escapes) is none here, and is left to serde: what is
//! read here, serde reads as the same.

use super::{BlockLine, DayLine, DayRecord};
use std::borrow::Cow;

/// The record; none where it is written in any way but ours.
pub(super) fn day_record(text: &str) -> Option<DayRecord<'_>> {
    Cursor(text).record().ok()
}

/// What is left to read.
struct Cursor<'a>(&'a str);

/// Written otherwise.
struct Otherwise;

type Read<T> = Result<T, Otherwise>;

impl<'a> Cursor<'a> {
    fn record(mut self) -> Read<DayRecord<'a>> {
        self.skip("{\"day\":")?;
        let day = self.day()?;
        self.skip(",\"blocks\":[")?;
        let blocks = self.list(Self::block)?;
        self.skip("}")?;
        if self.0.is_empty() {
            Ok(DayRecord { day, blocks })
        } else {
            Err(Otherwise)
        }
    }

    fn day(&mut self) -> Read<DayLine<'a>> {
        self.skip("{\"date\":")?;
        let date = self.text()?;
        self.skip(",\"kind\":")?;
        let kind = self.or_null(Self::text)?;
        self.skip(",\"reason\":")?;
        let reason = self.or_null(Self::text)?;
        self.skip(",\"closed\":")?;
        let mut day = DayLine {
            date,
            kind,
            reason,
            closed: self.flag()?,
            settled: Vec::new(),
            follows: None,
            serial: None,
        };
        if self.has(",\"settled\":[") {
            day.settled = self.list(Self::text)?;
        }
        if self.has(",\"follows\":") {
            day.follows = Some(self.text()?);
        }
        if self.has(",\"serial\":") {
            day.serial = Some(self.number()?);
        }
        self.skip("}")?;
        Ok(day)
    }

    fn block(&mut self) -> Read<BlockLine<'a>> {
        self.skip("{\"id\":")?;
        let id = Some(self.text()?);
        self.skip(",\"date\":")?;
        let date = self.text()?;
        self.skip(",\"start\":")?;
        let start = self.or_null(Self::text)?;
        self.skip(",\"end\":")?;
        let end = self.or_null(Self::text)?;
        self.skip(",\"minutes\":")?;
        let minutes = Some(self.number()?);
        self.skip(",\"category\":")?;
        let category = self.text()?;
        self.skip(",\"activity\":")?;
        let activity = Some(self.text()?);
        self.skip(",\"note\":")?;
        let note = self.or_null(Self::text)?;
        self.skip(",\"rating\":")?;
        let rating = self.or_null(Self::number)?;
        self.skip(",\"parallel\":")?;
        let parallel = self.flag()?;
        self.skip("}")?;
        Ok(BlockLine {
            id,
            date,
            start,
            end,
            minutes,
            category,
            activity,
            note,
            rating,
            parallel,
        })
    }

    /// Steps over a literal if it comes next.
    fn has(&mut self, literal: &str) -> bool {
        let rest = self.0.strip_prefix(literal);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    fn skip(&mut self, literal: &str) -> Read<()> {
        self.has(literal).then_some(()).ok_or(Otherwise)
    }

    /// What comes before the first byte of a kind, which stays.
    fn until(&mut self, ends: impl Fn(u8) -> bool) -> Read<&'a str> {
        let end = self.0.bytes().position(ends).ok_or(Otherwise)?;
        let (before, rest) = self.0.split_at_checked(end).ok_or(Otherwise)?;
        self.0 = rest;
        Ok(before)
    }

    /// A text in which nothing is escaped.
    fn text(&mut self) -> Read<Cow<'a, str>> {
        self.skip("\"")?;
        let text = self.until(|b| b == b'"' || b == b'\\' || b < b' ')?;
        self.skip("\"")?;
        Ok(Cow::Borrowed(text))
    }

    fn number(&mut self) -> Read<u32> {
        let digits = self.until(|b| !b.is_ascii_digit())?;
        let bare = digits == "0" || !digits.starts_with('0'); // JSON has no 007
        digits.parse().ok().filter(|_| bare).ok_or(Otherwise)
    }

    fn flag(&mut self) -> Read<bool> {
        let flag = self.has("true");
        if !flag {
            self.skip("false")?;
        }
        Ok(flag)
    }

    fn or_null<T>(&mut self, read: impl FnOnce(&mut Self) -> Read<T>) -> Read<Option<T>> {
        if self.has("null") {
            Ok(None)
        } else {
            read(self).map(Some)
        }
    }

    /// What stands up to the closing bracket, with commas between.
    fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> Read<T>) -> Read<Vec<T>> {
        if self.has("]") {
            return Ok(Vec::new());
        }
        let mut items = Vec::with_capacity(16); // more than most days have
        loop {
            items.push(read(self)?);
            if !self.has(",") {
                self.skip("]")?;
                return Ok(items);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Activity, Block, Category, Day, DayKind, Note, Rating, Span};
    use proptest::prelude::*;

    fn block() -> impl Strategy<Value = Block> {
        let span = prop_oneof![
            (0u32..1400, 1u32..90).prop_map(|(start, minutes)| Span::clocked(start, start + minutes)),
            (1u32..1441).prop_map(Span::amount),
        ];
        let note = prop_oneof![Just(String::new()), "[ 0-9a-z学语\u{7f}]{1,12}", "\\PC{1,12}"];
        (0..5usize, "[a-z]{1,30}", span, note, 0u32..6, any::<bool>()).prop_map(
            |(category, code, span, note, rating, parallel)| Block {
                id: crate::domain::BlockId::new(&format!("x{code}")).unwrap(),
                activity: Activity::new(Category::ALL[category], &code).unwrap(),
                span: span.unwrap(),
                note: Note::new(&note).unwrap(),
                rating: Rating::new(rating).ok(),
                parallel,
            },
        )
    }

    fn day() -> impl Strategy<Value = Day> {
        let blocks = prop::collection::vec(block(), 0..20);
        let settled = prop::collection::vec((0u32..1400, 1u32..60), 0..3);
        (blocks, settled, 0..4u8, any::<bool>(), any::<bool>()).prop_map(
            |(blocks, settled, kind, closed, follows)| {
                let mut day = Day::empty("2026-11-20".parse().unwrap());
                match kind {
                    0 => day.mark(DayKind::Off(None)),
                    1 => day.mark(DayKind::off("sick").unwrap()),
                    2 => day.raise_serial(30),
                    _ => {}
                }
                for (start, minutes) in settled {
                    day.settle(Span::clocked(start, start + minutes).unwrap());
                }
                day.closed = closed;
                day.follows = follows.then(|| "2026-11-18".parse().unwrap());
                for block in blocks {
                    day.put(block);
                }
                day
            },
        )
    }

    proptest! {
        #[test]
        fn what_we_write_is_read_as_serde_reads_it(day in day()) {
            let text = serde_json::to_string(&DayRecord::of(&day)).unwrap();
            let read = day_record(&text);
            prop_assert_eq!(read.is_none(), text.contains('\\'), "only escapes are left to serde: {}", text);
            if let Some(record) = read {
                prop_assert_eq!(record.to_day().unwrap(), day);
                prop_assert_eq!(record, serde_json::from_str(&text).unwrap());
            }
        }

        #[test]
        fn nothing_is_read_that_serde_refuses_or_reads_otherwise(
            day in day(),
            at: prop::sample::Index,
            cut in 0usize..3,
            put in prop_oneof![Just(String::new()), "[-+.0-9eE\"\\\\{}\\[\\],: \\t\\n\u{1}]{0,2}", "null|true|false"],
        ) {
            let text = serde_json::to_string(&DayRecord::of(&day)).unwrap();
            let chars: Vec<char> = text.chars().collect();
            let at = at.index(chars.len());
            let (before, after) = (&chars[..at], &chars[(at + cut).min(chars.len())..]);
            let text: String = before.iter().copied().chain(put.chars()).chain(after.iter().copied()).collect();
            if let Some(record) = day_record(&text) {
                prop_assert_eq!(serde_json::from_str::<DayRecord<'_>>(&text).ok(), Some(record), "{}", text);
            }
        }
    }
}
