//! A lesson or a duty that comes back every week.

use super::Weeks;
use crate::domain::{Activity, BellSchedule, Note, Span, WeekId};
use chrono::{Datelike, NaiveDate, Weekday};

/// When on its day something takes place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slot {
    /// From the beginning of one period to the end of another, or of the same, each called by its number or name.
    Periods {
        /// The first.
        first: String,
        /// The last.
        last: String,
    },
    /// At a time.
    Clock(Span),
}

impl Slot {
    /// The time it means under a bell schedule; none where that lacks the period, or the time is none a block can have.
    #[must_use]
    pub fn span(&self, bells: &BellSchedule) -> Option<Span> {
        match self {
            Self::Clock(span) => Some(*span),
            Self::Periods { first, last } => bells.between(first, last)?.ok(),
        }
    }
}

/// One entry of a timetable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recurring {
    /// On which day.
    pub weekday: Weekday,
    /// When on that day.
    pub slot: Slot,
    /// In which weeks of the term.
    pub weeks: Weeks,
    /// From which date on; none for always.
    pub from: Option<NaiveDate>,
    /// The last date; none for always.
    pub until: Option<NaiveDate>,
    /// Every so many weeks, counted from the week of [`Recurring::from`]; 1 for each. More than 1 needs a beginning.
    pub every: u8,
    /// Dates on which it does not take place.
    pub except: Vec<NaiveDate>,
    /// What it is.
    pub activity: Activity,
    /// The note, perhaps empty: class and subject.
    pub note: Note,
}

impl Recurring {
    /// Something that comes back every week.
    #[must_use]
    pub const fn weekly(weekday: Weekday, slot: Slot, activity: Activity, note: Note) -> Self {
        Self {
            weekday,
            slot,
            weeks: Weeks::all(),
            from: None,
            until: None,
            every: 1,
            except: Vec::new(),
            activity,
            note,
        }
    }

    /// Whether it takes place on a date that lies in this week of a term; none outside of terms, where only what does not
    /// hang on the number of the week takes place.
    #[must_use]
    pub fn takes_place(&self, date: NaiveDate, week: Option<u32>) -> bool {
        let in_weeks = week.map_or_else(|| self.weeks.is_all(), |n| self.weeks.contains(n));
        date.weekday() == self.weekday
            && in_weeks
            && self.from.is_none_or(|from| from <= date)
            && self.until.is_none_or(|until| date <= until)
            && self.is_turn(date)
            && !self.except.contains(&date)
    }

    fn is_turn(&self, date: NaiveDate) -> bool {
        let Some(from) = self.from else { return true };
        let weeks = (WeekId::of(date).monday() - WeekId::of(from).monday()).num_weeks();
        weeks % i64::from(self.every.max(1)) == 0
    }

    /// Whether there may be a date on which both take place at overlapping times under one of these schedules.
    #[must_use]
    pub fn clashes(&self, other: &Self, schedules: &[&BellSchedule]) -> bool {
        let overlap = |bells: &&BellSchedule| {
            let both = self.slot.span(bells).zip(other.slot.span(bells));
            both.is_some_and(|(one, other)| one.overlaps(other))
        };
        self.weekday == other.weekday
            && self.weeks.meets(&other.weeks)
            && schedules.iter().any(overlap)
            && self.share_a_date(other)
    }

    /// Whether both may take place on one date, whatever the number of its week is.
    fn share_a_date(&self, other: &Self) -> bool {
        // After so many weeks both turns come back.
        let enough = usize::from(self.every.max(1)) * usize::from(other.every.max(1));
        let Some(start) = self.from.max(other.from) else {
            return true;
        };
        let ends = [self.until, other.until].into_iter().flatten().min();
        let both = |entry: &Self, date| {
            let any_week = Self {
                weeks: Weeks::all(),
                ..entry.clone()
            };
            any_week.takes_place(date, None)
        };
        let same_day = start.iter_days().take(7).find(|d| d.weekday() == self.weekday);
        let dates = same_day
            .into_iter()
            .flat_map(|d| d.iter_days().step_by(7).take(enough));
        dates
            .take_while(|d| ends.is_none_or(|end| *d <= end))
            .any(|d| both(self, d) && both(other, d))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Category;

    fn lesson(slot: Slot) -> Recurring {
        let activity = Activity::catch_all(Category::Teaching);
        Recurring::weekly(Weekday::Fri, slot, activity, Note::default())
    }

    fn period(n: &str) -> Slot {
        let (first, last) = (n.to_owned(), n.to_owned());
        Slot::Periods { first, last }
    }

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn weeks_turns_ends_and_exceptions_decide() {
        let friday = date("2026-11-20");
        assert!(lesson(period("1")).takes_place(friday, None));
        assert!(!lesson(period("1")).takes_place(date("2026-11-19"), None));
        let weeks = |text: &str| Recurring {
            weeks: text.parse().unwrap(),
            ..lesson(period("1"))
        };
        assert!(weeks("even").takes_place(friday, Some(12)) && !weeks("odd").takes_place(friday, Some(12)));
        assert!(
            !weeks("even").takes_place(friday, None),
            "no term says which week it is"
        );
        let turns = Recurring {
            from: Some(date("2026-11-02")),
            until: Some(friday),
            every: 2,
            ..lesson(period("1"))
        };
        for (day, expected) in [
            ("2026-11-06", true),
            ("2026-11-13", false),
            ("2026-11-20", true),
            ("2026-12-04", false),
        ] {
            assert_eq!(turns.takes_place(date(day), None), expected, "{day}");
        }
        let except = Recurring {
            except: vec![friday],
            ..lesson(period("1"))
        };
        assert!(!except.takes_place(friday, None) && except.takes_place(date("2026-11-27"), None));
    }

    #[test]
    fn what_can_never_meet_does_not_clash() {
        let bells = BellSchedule::usual();
        let clash = |a: &Recurring, b: &Recurring| a.clashes(b, &[&bells]);
        let (one, two) = (lesson(period("1")), lesson(period("2")));
        assert!(clash(&one, &one) && !clash(&one, &two));
        assert!(clash(
            &lesson(Slot::Clock(Span::clocked(520, 540).unwrap())),
            &one
        ));
        let weeks = |text: &str| Recurring {
            weeks: text.parse().unwrap(),
            ..one.clone()
        };
        assert!(!clash(&weeks("odd"), &weeks("even")));
        let turn = |from: &str| Recurring {
            from: Some(date(from)),
            every: 2,
            ..one.clone()
        };
        assert!(!clash(&turn("2026-11-02"), &turn("2026-11-09")));
        assert!(clash(&turn("2026-11-02"), &turn("2026-11-16")) && clash(&turn("2026-11-02"), &one));
        let ended = Recurring {
            until: Some(date("2026-11-01")),
            ..one.clone()
        };
        assert!(!clash(&ended, &turn("2026-11-02")));
    }
}
