//! Bringing a file's days into a diary that has days of its own.

use super::{Document, ImportError};
use crate::diary::{Diary, FactName, Profile, Refusal, Setting, SurveyFacts, SurveySecret, check_no_overlap};
use crate::domain::{Block, BlockId, Day};
use crate::store::StoreError;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What to do where file and diary say different things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OnConflict {
    /// Import nothing, and say where.
    #[default]
    Refuse,
    /// Take the file's whole day or setting instead.
    Replace,
}

/// What an import changes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Merge {
    /// Days as they will be.
    pub days: Vec<Day>,
    /// Settings as they will be.
    pub settings: Vec<Setting>,
    /// What of surveys is to be united with what the diary knows: no undo takes this back.
    pub facts: SurveyFacts,
    /// How many blocks are new.
    pub added: usize,
    /// How many blocks were there already.
    pub known: usize,
    /// How many blocks of the diary go.
    pub removed: usize,
}

/// Works out what an import changes. `diary` holds the days of the file's dates and a day on either side, `ids` the date
/// of every block there is, `profile` the settings in force and `own` the names of those that the diary says itself, `secret`
/// the diary's own for surveys. What was sent to surveys is never in conflict: both diaries sent what they did.
///
/// # Errors
/// [`ImportError`] naming the first place where file and diary differ, or blocks that would overlap.
pub fn merge(
    document: Document,
    diary: &Diary,
    ids: &BTreeMap<BlockId, NaiveDate>,
    (profile, own): (&Profile, &[&str]),
    secret: Option<&SurveySecret>,
    on: OnConflict,
) -> Result<Merge, ImportError> {
    let mut out = Merge::default();
    let mut after = diary.clone();
    for theirs in document.diary.days() {
        let ours = diary.day(theirs.date);
        let moved = |b: &&Block| ids.get(&b.id).is_some_and(|date| *date != theirs.date);
        if let Some(block) = theirs.blocks().iter().find(moved) {
            return Err(ImportError::OtherBlock(ids[&block.id], block.id.clone()));
        }
        let merged = match on {
            OnConflict::Replace => theirs.clone(),
            OnConflict::Refuse => merge_day(&ours, theirs)?,
        };
        let is_in = |blocks: &[Block], b: &Block| blocks.contains(b);
        let new = merged
            .blocks()
            .iter()
            .filter(|b| !is_in(ours.blocks(), b))
            .count();
        out.added += new;
        out.known += theirs.blocks().iter().filter(|b| is_in(ours.blocks(), b)).count();
        out.removed += ours
            .blocks()
            .iter()
            .filter(|b| !is_in(merged.blocks(), b))
            .count();
        if merged != *ours {
            after.insert(merged.clone());
            out.days.push(merged);
        }
    }
    check_no_overlap(&after).map_err(ImportError::Overlap)?;
    for setting in document.settings {
        let name = setting.name();
        // What only the configuration says gives way, also to the same: the file's diary said so itself.
        if own.contains(&name) {
            if profile.setting(name).as_ref() == Some(&setting) {
                continue;
            }
            if on == OnConflict::Refuse {
                return Err(ImportError::OtherSetting(name));
            }
        }
        out.settings.push(setting);
    }
    if let (Some(ours), Some(theirs)) = (secret, &document.facts.secret)
        && ours != theirs
        && on == OnConflict::Refuse
    {
        return Err(ImportError::OtherSetting(FactName::SECRET));
    }
    out.facts = document.facts;
    Ok(out)
}

/// Our day with what is new in theirs.
fn merge_day(ours: &Day, theirs: &Day) -> Result<Day, ImportError> {
    let mut day = ours.clone();
    if theirs.is_marked() && theirs.kind() != ours.kind() {
        if ours.is_marked() {
            return Err(ImportError::OtherKind(ours.date));
        }
        day.mark(theirs.kind());
    }
    day.closed |= theirs.closed;
    if let (Some(a), Some(b)) = (ours.follows, theirs.follows)
        && a != b
    {
        return Err(ImportError::OtherKind(ours.date));
    }
    if day.is_school() {
        day.follows = ours.follows.or(theirs.follows);
    }
    for span in theirs.settled() {
        day.settle(*span);
    }
    for block in theirs.blocks() {
        match ours.block(&block.id) {
            Some(same) if same == block => {}
            Some(_) => return Err(ImportError::OtherBlock(ours.date, block.id.clone())),
            None => day.put(block.clone()),
        }
    }
    if day.blocks().len() > Day::MOST_BLOCKS {
        return Err(ImportError::Store(StoreError::Refused(Refusal::DayFull(
            day.date,
        ))));
    }
    Ok(day)
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    fn document(lines: &[&str]) -> Document {
        read(&format!(
            "{{\"type\":\"jianfu\",\"version\":1}}\n{}",
            lines.join("\n")
        ))
        .unwrap()
    }

    const A: &str =
        r#"{"type":"block","id":"a","date":"2026-11-16","start":"08:00","end":"08:45","category":"duty"}"#;
    const B: &str =
        r#"{"type":"block","id":"b","date":"2026-11-16","start":"09:00","end":"09:45","category":"duty"}"#;
    const C: &str =
        r#"{"type":"block","id":"c","date":"2026-11-16","start":"09:30","end":"10:00","category":"duty"}"#;

    fn merged(ours: &[&str], theirs: &[&str], on: OnConflict) -> Result<Merge, ImportError> {
        let ours = document(ours).diary;
        let ids = ours
            .days()
            .flat_map(|d| d.blocks().iter().map(|b| (b.id.clone(), d.date)))
            .collect();
        merge(
            document(theirs),
            &ours,
            &ids,
            (&Profile::default(), &[]),
            None,
            on,
        )
    }

    #[test]
    fn the_same_file_twice_adds_nothing() {
        let again = merged(&[A, B], &[A, B], OnConflict::Refuse).unwrap();
        assert_eq!((again.days.len(), again.added, again.known), (0, 0, 2));
        let more = merged(&[A], &[A, B], OnConflict::Refuse).unwrap();
        assert_eq!(
            (more.days.len(), more.added, more.known, more.removed),
            (1, 1, 1, 0)
        );
    }

    #[test]
    fn conflicts_are_refused_by_name_or_the_file_is_taken() {
        let other_a = A.replace("08:45", "08:40");
        assert!(matches!(
            merged(&[A], &[&other_a], OnConflict::Refuse),
            Err(ImportError::OtherBlock(..))
        ));
        assert!(matches!(
            merged(&[B], &[C], OnConflict::Refuse),
            Err(ImportError::Overlap(_))
        ));
        let replaced = merged(&[A, B], &[C], OnConflict::Replace).unwrap();
        assert_eq!((replaced.added, replaced.removed), (1, 2));
        let off =
            |reason| format!(r#"{{"type":"day","date":"2026-11-16","kind":"off","reason":"{reason}"}}"#);
        let kinds = merged(&[&off("flood")], &[&off("leave")], OnConflict::Refuse);
        assert!(matches!(kinds, Err(ImportError::OtherKind(_))));
    }
}
