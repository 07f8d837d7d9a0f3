//! Searching all notes, the newest first.

use super::StoreError;
use super::records::{decode_day, scan_days};
use super::session::Session;
use crate::domain::{Block, FIRST_DATE, LAST_DATE, NoteSearch};
use chrono::{Days, NaiveDate};
use std::ops::ControlFlow;

/// How many days are looked through in one go: small at first, because what is looked for is often recent.
const FIRST_STRETCH: u64 = 32;
const LONGEST_STRETCH: u64 = 512;

impl Session {
    /// The blocks with a text in their note, whatever the case of its letters: the newest `limit` of them, the newest
    /// first. An empty text finds every block.
    ///
    /// # Errors
    /// As [`Session::for_each_day`].
    pub fn search(&mut self, text: &str, limit: usize) -> Result<Vec<(NaiveDate, Block)>, StoreError> {
        let search = NoteSearch::new(text);
        let mut found = Vec::new();
        // What lies ahead is little, and all of it is read at once.
        let mut last = LAST_DATE;
        let mut first = self.now.date().clamp(FIRST_DATE, LAST_DATE);
        let mut stretch = FIRST_STRETCH;
        while found.len() < limit {
            let mut some = self.found_in(&search, first, last)?;
            some.reverse();
            found.append(&mut some);
            let Some(next) = first.pred_opt().filter(|d| *d >= FIRST_DATE) else {
                break;
            };
            last = next;
            first = last
                .checked_sub_days(Days::new(stretch))
                .unwrap_or(FIRST_DATE)
                .max(FIRST_DATE);
            stretch = (stretch * 2).min(LONGEST_STRETCH);
        }
        found.truncate(limit);
        Ok(found)
    }

    fn found_in(
        &mut self,
        search: &NoteSearch,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Result<Vec<(NaiveDate, Block)>, StoreError> {
        self.read(|engine| {
            let mut found = Vec::new();
            scan_days(engine, first..=last, |date, payload| {
                if may_hold(payload, search) {
                    let day = decode_day(payload)?;
                    let fits = |b: &&Block| search.finds(&b.note);
                    found.extend(day.blocks().iter().filter(fits).map(|b| (date, b.clone())));
                }
                Ok(())
            })?;
            Ok(found)
        })
    }
}

/// Whether a day's record may have a note that is looked for. Records are JSON that this program wrote: compact, and
/// with no escapes but those that begin with a backslash.
fn may_hold(payload: &str, search: &NoteSearch) -> bool {
    if search.is_empty() || payload.contains('\\') {
        return true;
    }
    if !payload.contains(search.literal()) {
        return false;
    }
    notes(payload, |note| {
        if search.finds_in(note) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    })
    .is_break()
}

/// Calls `each` with the notes of a record without escapes.
fn notes(payload: &str, mut each: impl FnMut(&str) -> ControlFlow<()>) -> ControlFlow<()> {
    const KEY: &str = "\"note\":\"";
    let mut rest = payload;
    while let Some(at) = rest.find(KEY) {
        rest = &rest[at + KEY.len()..];
        let end = rest.find('"').unwrap_or(rest.len());
        each(&rest[..end])?;
        rest = &rest[end..];
    }
    ControlFlow::Continue(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::DayRecord;
    use crate::domain::{Activity, Category, Day, Note, Span};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_record_with_such_a_note_is_passed_over(
            notes in prop::collection::vec("[a-zA-Z三班\"\\\\ Kİß0-9]{0,8}", 1..4),
            text in "[a-zA-Z三班\"\\\\ Kİß0-9]{1,3}",
        ) {
            let mut day = Day::empty("2026-11-20".parse().unwrap());
            for note in &notes {
                let block = Block {
                    id: day.new_id(),
                    activity: Activity::catch_all(Category::Duty),
                    span: Span::amount(5).unwrap(),
                    note: Note::new(note).unwrap(),
                    rating: None,
                    parallel: false,
                };
                day.put(block);
            }
            let payload = serde_json::to_string(&DayRecord::of(&day)).unwrap();
            let search = NoteSearch::new(&text);
            let has = day.blocks().iter().any(|b| search.finds(&b.note));
            prop_assert!(!has || may_hold(&payload, &search), "{text:?} in {payload}");
            if !payload.contains('\\') {
                prop_assert_eq!(has, may_hold(&payload, &search));
            }
        }
    }
}
