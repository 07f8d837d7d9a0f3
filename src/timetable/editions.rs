//! The timetable over time: another one never changes what was planned for days gone by.

use super::{Bells, Recurring};
use crate::domain::Activity;
use chrono::NaiveDate;

/// A timetable that holds from a date on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// The first date; none for always.
    pub from: Option<NaiveDate>,
    /// The date it was last changed on: a change on the same date mends this edition instead of beginning a new one.
    pub made: NaiveDate,
    /// The entries, by weekday.
    pub entries: Vec<Recurring>,
    /// The bells that rang then, where others ring now; none for those in force.
    pub bells: Option<Vec<Bells>>,
}

/// All editions of a timetable, the first to hold first. Each holds until the next one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timetable {
    editions: Vec<Edition>,
}

impl Timetable {
    /// Editions in any order; of two that begin on the same date, the later one given holds.
    #[must_use]
    pub fn new(editions: Vec<Edition>) -> Self {
        let mut out = Self::default();
        for edition in editions {
            out.put(edition);
        }
        out
    }

    fn put(&mut self, mut edition: Edition) {
        edition.entries.sort_by_key(|e| e.weekday.num_days_from_monday());
        self.editions.retain(|e| e.from != edition.from);
        let at = self.editions.partition_point(|e| e.from < edition.from);
        self.editions.insert(at, edition);
    }

    /// The editions, the first to hold first.
    #[must_use]
    pub fn editions(&self) -> &[Edition] {
        &self.editions
    }

    /// Whether nothing was ever entered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.editions.iter().all(|e| e.entries.is_empty())
    }

    /// The activity of an entry, by its long form: known also where its definition is gone.
    #[must_use]
    pub fn activity(&self, long: &str) -> Option<&Activity> {
        let entries = self.editions.iter().flat_map(|e| &e.entries);
        entries.map(|e| &e.activity).find(|a| a.to_string() == long)
    }

    /// The edition that holds on a date.
    #[must_use]
    pub fn on(&self, date: NaiveDate) -> Option<&Edition> {
        let holds = |e: &&Edition| e.from.is_none_or(|from| from <= date);
        self.editions.iter().rev().find(holds)
    }

    /// The timetable in which the entries of a date hold from another date on, changed today. Editions that began between
    /// the two give way, so that they do hold; later ones stay.
    #[must_use]
    pub fn applied_from(&self, shown: NaiveDate, from: NaiveDate, today: NaiveDate) -> Self {
        let Some(held) = self.on(shown) else {
            return self.clone();
        };
        let between = |e: &Edition| e.from.is_some_and(|f| from <= f) && e.from <= held.from;
        let mut out = Self {
            editions: self.editions.iter().filter(|e| !between(e)).cloned().collect(),
        };
        out.put(Edition {
            from: Some(from),
            made: today,
            entries: held.entries.clone(),
            bells: held.bells.clone(),
        });
        out
    }

    /// The timetable when other bells ring from today on: what was planned for days gone by goes on by the old ones. Bells
    /// that change on the date the timetable was entered are mended with it.
    #[must_use]
    pub fn keeping_bells(&self, old: &[Bells], today: NaiveDate) -> Self {
        let mut out = self.clone();
        let Some(held) = self.on(today) else { return out };
        let is_past = |e: &Edition| e.from.is_none_or(|from| from < today);
        if is_past(held) {
            out.put(Edition {
                from: Some(today),
                made: today,
                entries: held.entries.clone(),
                bells: None,
            });
        }
        for edition in out
            .editions
            .iter_mut()
            .filter(|e| is_past(e) && e.bells.is_none())
        {
            edition.bells = Some(old.to_vec());
        }
        out
    }

    /// The timetable with other entries from a date on, changed today. Days before that keep their plan, and so do days
    /// from which a later edition holds.
    ///
    /// The first entries ever hold always. What began today is mended, and so are the first entries on the date they are
    /// made: who enters a timetable cell by cell makes one edition. The same entries change nothing.
    #[must_use]
    pub fn with_entries(&self, mut entries: Vec<Recurring>, from: NaiveDate, today: NaiveDate) -> Self {
        entries.sort_by_key(|e| e.weekday.num_days_from_monday());
        if self.on(from).is_some_and(|held| held.entries == entries) {
            return self.clone();
        }
        let mut out = self.clone();
        if self.is_empty() {
            out.editions.clear();
        }
        out.put(Edition {
            from: self.begins(from, today),
            made: today,
            entries,
            bells: None,
        });
        out
    }

    /// From when on a change made today would hold that is to hold from a date; none for always.
    #[must_use]
    pub fn begins(&self, from: NaiveDate, today: NaiveDate) -> Option<NaiveDate> {
        let is_first = |held: &Edition| held.made == today && held.from.is_none() && from == today;
        let always = self.is_empty() || self.on(from).is_some_and(is_first);
        (!always).then_some(from)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Slot;
    use super::*;
    use crate::domain::{Category, Note, Span};
    use chrono::Weekday;

    fn date(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn entries(starts: &[u32]) -> Vec<Recurring> {
        let activity = Activity::catch_all(Category::Teaching);
        let slot = |start: &u32| Slot::Clock(Span::clocked(*start, start + 45).unwrap());
        let entry = |s| Recurring::weekly(Weekday::Fri, slot(s), activity.clone(), Note::default());
        starts.iter().map(entry).collect()
    }

    fn on(timetable: &Timetable, day: u32) -> usize {
        timetable.on(date(day)).map_or(0, |e| e.entries.len())
    }

    #[test]
    fn another_timetable_leaves_the_days_before_it_alone() {
        let first = Timetable::default().with_entries(entries(&[480]), date(20), date(20));
        assert_eq!(on(&first, 2), 1, "the first holds always");
        let mended = first.with_entries(entries(&[480, 530]), date(20), date(20));
        assert_eq!(
            (mended.editions().len(), on(&mended, 2)),
            (1, 2),
            "mended the same day"
        );
        let second = mended.with_entries(entries(&[1, 100, 200]), date(24), date(24));
        assert_eq!((on(&second, 23), on(&second, 24), on(&second, 30)), (2, 3, 3));
        let again = second.with_entries(Vec::new(), date(24), date(24));
        assert_eq!(
            (again.editions().len(), on(&again, 23), on(&again, 24)),
            (2, 2, 0)
        );
        let ahead = again.with_entries(entries(&[1]), date(30), date(24));
        assert_eq!((on(&ahead, 29), on(&ahead, 30)), (0, 1));
        let between = ahead.with_entries(entries(&[1, 100]), date(26), date(25));
        assert_eq!((on(&between, 25), on(&between, 26), on(&between, 30)), (0, 2, 1));
    }

    #[test]
    fn entries_may_hold_from_another_date_on() {
        let first = Timetable::default().with_entries(entries(&[480]), date(1), date(1));
        let second = first.with_entries(entries(&[1, 100]), date(20), date(20));
        let third = second.with_entries(entries(&[1, 100, 200]), date(24), date(24));
        let back = third.applied_from(date(24), date(10), date(25));
        assert_eq!((on(&back, 9), on(&back, 10), on(&back, 22)), (1, 3, 3));
        let ahead = third.applied_from(date(24), date(30), date(25));
        assert_eq!(
            (ahead.editions().len(), on(&ahead, 24), on(&ahead, 30)),
            (4, 3, 3)
        );
        assert_eq!(third.applied_from(date(24), date(24), date(25)), {
            let mut same = third.clone();
            same.editions[2].made = date(25);
            same
        });
        assert_eq!(
            Timetable::default().applied_from(date(1), date(2), date(3)),
            Timetable::default()
        );
    }

    #[test]
    fn order_does_not_matter_and_the_last_of_one_date_holds() {
        let edition = |day, starts: &[u32]| Edition {
            from: Some(date(day)),
            made: date(1),
            entries: entries(starts),
            bells: None,
        };
        let timetable = Timetable::new(vec![edition(9, &[1]), edition(2, &[1, 100]), edition(9, &[])]);
        assert_eq!(
            (on(&timetable, 1), on(&timetable, 2), on(&timetable, 9)),
            (0, 2, 0)
        );
    }
}
