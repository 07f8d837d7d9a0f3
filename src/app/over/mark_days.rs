//! What the days selected in the calendar are marked as: all of them as one change.

use super::{Calendar, Over, Prompt, Wanted};
use crate::app::{App, Effect, List};
use crate::diary::{Operation, Profile};
use crate::domain::DayKind;
use crate::keymap::Action;
use chrono::NaiveDate;
use std::ops::RangeInclusive;

/// The menu: school days, off, off for each of the usual reasons, off for another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkDays {
    /// The dates to mark.
    pub days: RangeInclusive<NaiveDate>,
    /// The selected line.
    pub list: List,
    /// Where they were selected, and what is there again.
    calendar: Box<Calendar>,
}

impl MarkDays {
    /// How many lines there are to choose from.
    pub const LINES: usize = 2 + DayKind::REASONS.len() + 1;

    /// From so many days on, days that usually have no school are left so where a range is marked as school days.
    const WEEK: i64 = 7;

    /// The menu; who opens it for several days mostly wants them off, for the first of the reasons.
    #[must_use]
    pub fn new(days: RangeInclusive<NaiveDate>, calendar: Calendar) -> Self {
        let known = calendar
            .days
            .as_ref()
            .map(|known| known.day(*days.start()).kind());
        let same = (0..Self::LINES).find(|line| known.is_some() && Self::kind(*line) == known);
        let at = if days.start() == days.end() { same } else { None };
        Self {
            list: List::on(at.unwrap_or(2)),
            days,
            calendar: Box::new(calendar),
        }
    }

    /// What a line makes of the days; none for the one that asks for a reason.
    #[must_use]
    pub fn kind(line: usize) -> Option<DayKind> {
        match line {
            0 => Some(DayKind::School),
            1 => Some(DayKind::Off(None)),
            _ => DayKind::off(DayKind::REASONS.get(line - 2)?).ok(),
        }
    }

    /// How many days there are.
    #[must_use]
    pub fn count(&self) -> i64 {
        (*self.days.end() - *self.days.start()).num_days() + 1
    }

    fn dates(&self) -> impl Iterator<Item = NaiveDate> {
        let end = *self.days.end();
        self.days.start().iter_days().take_while(move |d| *d <= end)
    }

    fn operation(&self, kind: &DayKind, profile: &Profile) -> Operation {
        let keeps_usual = *kind == DayKind::School && self.count() >= Self::WEEK;
        let kind = |date| {
            if keeps_usual {
                profile.school_days.kind(date)
            } else {
                kind.clone()
            }
        };
        let mark = |date| Operation::Mark {
            date,
            kind: kind(date),
        };
        Operation::All(self.dates().map(mark).collect())
    }

    /// Marks the days and goes back to the calendar, with nothing selected any more.
    pub(super) fn mark(mut self, app: &mut App, kind: &DayKind) -> Vec<Effect> {
        let operation = self.operation(kind, app.known.profile());
        self.calendar.from = None;
        self.calendar.forget();
        app.over = Some(Over::Calendar(*self.calendar));
        app.apply(operation)
    }

    pub(super) fn mark_school(self, app: &mut App) -> Vec<Effect> {
        self.mark(app, &DayKind::School)
    }

    pub(super) fn mark_holiday(self, app: &mut App) -> Vec<Effect> {
        let holiday = DayKind::Off(Some(DayKind::REASONS[0].to_owned()));
        self.mark(app, &holiday)
    }

    pub(super) fn cancel(self, app: &mut App) -> Vec<Effect> {
        app.over = Some(Over::Calendar(*self.calendar));
        Vec::new()
    }

    pub(super) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        if action != Action::Accept {
            self.list.act(action, Self::LINES);
            app.over = Some(Over::MarkDays(self));
            return Vec::new();
        }
        if let Some(kind) = Self::kind(self.list.at(Self::LINES)) {
            return self.mark(app, &kind);
        }
        let prompt = Prompt::new(Wanted::ReasonFor(Box::new(self.clone())), "");
        app.over = Some(Over::Prompt(prompt.back_to(Over::MarkDays(self))));
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(first: &str, last: &str, kind: &DayKind) -> Vec<DayKind> {
        let date = |d: &str| d.parse::<NaiveDate>().unwrap();
        let calendar = Calendar::new(date(first), date("2026-11-20"));
        let menu = MarkDays::new(date(first)..=date(last), calendar);
        let Operation::All(marks) = menu.operation(kind, &Profile::default()) else {
            panic!("one change");
        };
        let kind = |o| match o {
            Operation::Mark { kind, .. } => kind,
            other => panic!("{other:?}"),
        };
        marks.into_iter().map(kind).collect()
    }

    #[test]
    fn weekends_go_with_a_holiday_but_not_with_weeks_of_school() {
        let holiday = DayKind::off("holiday").unwrap();
        assert!(
            marks("2026-11-16", "2026-11-22", &holiday)
                .iter()
                .all(|k| *k == holiday)
        );
        let school = |first, last| {
            let marks = marks(first, last, &DayKind::School);
            marks.iter().filter(|k| **k == DayKind::School).count()
        };
        assert_eq!(school("2026-11-16", "2026-11-22"), 5);
        assert_eq!(
            school("2026-11-20", "2026-11-21"),
            2,
            "a make-up Saturday is meant"
        );
        assert_eq!(school("2026-11-21", "2026-11-21"), 1);
    }

    #[test]
    fn the_lines_are_kinds_until_the_last_asks() {
        let kinds: Vec<_> = (0..MarkDays::LINES).filter_map(MarkDays::kind).collect();
        assert_eq!(kinds.len(), MarkDays::LINES - 1);
        assert_eq!(kinds[2], DayKind::off("holiday").unwrap());
    }
}
