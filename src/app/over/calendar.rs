//! A month to choose a day from, and to mark days in.

use super::{MarkDays, Over};
use crate::app::{App, Effect, Query};
use crate::diary::Diary;
use crate::domain::{Day, FIRST_DATE, LAST_DATE, WeekId, check_date};
use crate::keymap::Action;
use crate::timetable::Term;
use chrono::{Datelike, Duration, Months, NaiveDate};
use std::ops::RangeInclusive;

/// The month of a date, with the days that are recorded in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// The selected date; where several are being selected, the one that the keys move.
    pub date: NaiveDate,
    /// The date at the other end of those selected; none where one is.
    pub from: Option<NaiveDate>,
    /// What is recorded of the days shown, and of the last ones; none until it is read.
    pub days: Option<Diary>,
    /// Of what is read, the school days before today that are not closed.
    pub open: Vec<NaiveDate>,
    today: NaiveDate,
}

impl Calendar {
    /// How many weeks are shown: so many every month fits into, and nothing jumps.
    const WEEKS: i64 = 6;

    /// So many days before today are read too, to know which are open.
    const LAST: i64 = 60;

    /// The most days between those shown and those: further away, only what is shown is read.
    const APART: i64 = 40;

    /// The most days that are selected at once: a year.
    const MOST: i64 = 366;

    /// The longest time between two terms that is taken for a holiday, in days.
    const LONGEST_BREAK: i64 = 120;

    /// The month of a date.
    #[must_use]
    pub const fn new(date: NaiveDate, today: NaiveDate) -> Self {
        Self {
            date,
            from: None,
            days: None,
            open: Vec::new(),
            today,
        }
    }

    /// The weeks shown: those of the month, and some of the next. At the ends of the calendar they have days that no
    /// diary takes.
    pub fn weeks(&self) -> impl Iterator<Item = WeekId> {
        let first = WeekId::of(self.date.with_day(1).unwrap_or(self.date));
        (0..Self::WEEKS).filter_map(move |n| first.offset(n))
    }

    /// What is to be read before it can be drawn; none where that is done. Who holds a key down asks for the next month
    /// at once.
    #[must_use]
    pub fn unread(&self) -> Option<Query> {
        self.days.is_none().then(|| Query::Days(self.needs()))
    }

    /// The days shown that a diary takes.
    fn range(&self) -> RangeInclusive<NaiveDate> {
        let mut weeks = self.weeks();
        let first = weeks.next().map_or(self.date, WeekId::monday);
        let last = weeks.last().map_or(self.date, WeekId::sunday);
        first.max(FIRST_DATE)..=last.min(LAST_DATE)
    }

    /// The days to be read: those shown, and the last ones unless they are far away.
    fn needs(&self) -> RangeInclusive<NaiveDate> {
        let (first, last) = self.range().into_inner();
        let start = self.today - Duration::days(Self::LAST - 1);
        let apart = (start - last).max(first - self.today).num_days();
        if apart > Self::APART {
            return first..=last;
        }
        first.min(start).max(FIRST_DATE)..=last.max(self.today).min(LAST_DATE)
    }

    pub(super) fn take(&mut self, days: Vec<Day>) {
        let diary: Diary = days.into_iter().collect();
        self.open = diary.open_days(&self.needs());
        self.open.retain(|date| *date < self.today);
        self.days = Some(diary);
    }

    /// The dates that are selected.
    #[must_use]
    pub fn selected(&self) -> RangeInclusive<NaiveDate> {
        let from = self.from.unwrap_or(self.date);
        from.min(self.date)..=from.max(self.date)
    }

    /// A time between two terms of which days are shown that are school days with nothing in them.
    #[must_use]
    pub fn between_terms(&self, terms: &[Term]) -> Option<RangeInclusive<NaiveDate>> {
        let days = self.days.as_ref()?;
        let mut terms: Vec<(NaiveDate, NaiveDate)> =
            terms.iter().map(|t| t.days.clone().into_inner()).collect();
        terms.sort_unstable();
        let gaps = terms
            .windows(2)
            .filter_map(|pair| Some((pair[0].1.succ_opt()?, pair[1].0.pred_opt()?)));
        let (shown, last) = self.range().into_inner();
        let waits = |(first, end): &(NaiveDate, NaiveDate)| {
            let dates = shown.max(*first).iter_days();
            let mut dates = dates.take_while(|d| d <= end && *d <= last);
            dates.any(|d| days.is_open(d) && days.day(d).blocks().is_empty())
        };
        let is_short = |(first, end): &(NaiveDate, NaiveDate)| {
            first <= end && (*end - *first).num_days() <= Self::LONGEST_BREAK
        };
        let mut gaps = gaps.filter(|gap| is_short(gap) && waits(gap));
        gaps.next().map(|(first, end)| first..=end)
    }

    /// Whether an action goes by what is recorded: it is not to be taken in before that is read.
    #[must_use]
    pub const fn needs_marks(action: Action) -> bool {
        matches!(
            action,
            Action::NextOpen | Action::PreviousOpen | Action::MarkBreak | Action::DayKind
        )
    }

    /// Reads anew what is recorded before it is drawn again.
    pub(super) fn forget(&mut self) {
        self.days = None;
    }

    /// Drops the selection of several days, else closes.
    pub(super) fn cancel(mut self, app: &mut App) -> Vec<Effect> {
        if self.from.take().is_some() {
            app.over = Some(Over::Calendar(self));
        }
        Vec::new()
    }

    pub(super) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        match action {
            Action::Accept if self.from.is_none() => return app.go_to(self.date),
            Action::Accept | Action::DayKind => {
                app.over = Some(Over::MarkDays(MarkDays::new(self.selected(), self)));
                return Vec::new();
            }
            Action::MarkSchool => return MarkDays::new(self.selected(), self).mark_school(app),
            Action::MarkBreak => {
                if let Some(days) = self.between_terms(&app.known.profile().terms) {
                    return MarkDays::new(days, self).mark_holiday(app);
                }
            }
            Action::OpenDays => return app.list_open_days(),
            Action::Undo | Action::Redo => {
                self.forget();
                app.over = Some(Over::Calendar(self));
                let date = app.day.date;
                return vec![match action {
                    Action::Undo => Effect::Undo(date),
                    _ => Effect::Redo(date),
                }];
            }
            Action::SelectDays => {
                self.from = match self.from {
                    Some(_) => None,
                    None => Some(self.date),
                }
            }
            _ => self.go(action),
        }
        app.over = Some(Over::Calendar(self));
        Vec::new()
    }

    fn go(&mut self, action: Action) {
        let days = |n| self.date.checked_add_signed(Duration::days(n));
        let moved = match action {
            Action::PreviousDay => days(-1),
            Action::NextDay => days(1),
            Action::PreviousWeek | Action::Up => days(-7), // up and down: what the wheel says
            Action::NextWeek | Action::Down => days(7),
            Action::PreviousMonth => self.date.checked_sub_months(Months::new(1)),
            Action::NextMonth => self.date.checked_add_months(Months::new(1)),
            Action::Today => Some(self.today),
            Action::NextOpen => self.open.iter().find(|d| **d > self.date).copied(),
            Action::PreviousOpen => self.open.iter().rfind(|d| **d < self.date).copied(),
            _ => None,
        };
        if let Some(date) = moved {
            self.go_to(date);
        }
    }

    /// Goes to a date, if a diary takes it, and the selected days are not too many.
    pub(super) fn go_to(&mut self, date: NaiveDate) {
        let before = self.range();
        let is_far = |from: NaiveDate| (date - from).num_days().abs() >= Self::MOST;
        if check_date(date).is_ok() && !self.from.is_some_and(is_far) {
            self.date = date;
        }
        if self.range() != before {
            self.forget();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn after(from: &str, actions: &[Action]) -> String {
        let mut calendar = Calendar::new(date(from), date("2026-11-20"));
        for action in actions {
            calendar.go(*action);
        }
        calendar.date.to_string()
    }

    #[test]
    fn it_goes_by_days_weeks_and_months() {
        for (from, actions, to) in [
            ("2026-11-20", &[Action::PreviousDay][..], "2026-11-19"),
            ("2026-11-30", &[Action::NextDay], "2026-12-01"),
            ("2026-11-20", &[Action::PreviousWeek], "2026-11-13"),
            ("2026-11-20", &[Action::NextWeek, Action::Down], "2026-12-04"),
            ("2026-01-31", &[Action::NextMonth], "2026-02-28"),
            ("2026-03-31", &[Action::PreviousMonth], "2026-02-28"),
            ("1999-01-01", &[Action::Today], "2026-11-20"),
            (
                "1970-01-01",
                &[Action::PreviousDay, Action::PreviousMonth],
                "1970-01-01",
            ),
            (
                "2399-12-31",
                &[Action::NextDay, Action::NextWeek, Action::NextMonth],
                "2399-12-31",
            ),
        ] {
            assert_eq!(after(from, actions), to, "{from} {actions:?}");
        }
    }

    #[test]
    fn a_month_that_is_read_is_not_read_again() {
        let mut calendar = Calendar::new(date("2026-11-20"), date("2026-11-20"));
        let Some(Query::Days(range)) = calendar.unread() else {
            panic!("to be read");
        };
        assert_eq!(
            (*range.start(), *range.end()),
            (date("2026-09-22"), date("2026-12-06"))
        );
        calendar.take(Vec::new());
        calendar.go(Action::NextDay);
        assert_eq!(calendar.unread(), None);
        calendar.go(Action::NextMonth);
        assert!(calendar.unread().is_some());
    }

    #[test]
    fn far_away_only_what_is_shown_is_read() {
        let reads = |on| match Calendar::new(date(on), date("2026-11-20")).unread() {
            Some(Query::Days(range)) => (range.start().to_string(), range.end().to_string()),
            other => panic!("{other:?}"),
        };
        assert_eq!(reads("2027-01-10"), ("2026-09-22".into(), "2027-02-07".into()));
        assert_eq!(reads("2027-03-10"), ("2027-03-01".into(), "2027-04-11".into()));
        assert_eq!(reads("2020-05-10"), ("2020-04-27".into(), "2020-06-07".into()));
    }

    #[test]
    fn a_selection_ends_at_a_year() {
        let mut calendar = Calendar::new(date("2026-11-20"), date("2026-11-20"));
        calendar.from = Some(calendar.date);
        for _ in 0..14 {
            calendar.go(Action::NextMonth);
        }
        assert_eq!(calendar.selected(), date("2026-11-20")..=date("2027-11-20"));
    }

    #[test]
    fn the_time_between_terms_is_offered_while_it_holds_school_days() {
        let term = |first: &str, last: &str| Term {
            name: String::new(),
            days: date(first)..=date(last),
            holidays: Vec::new(),
        };
        let terms = [term("2027-02-22", "2027-07-02"), term("2026-09-01", "2027-01-22")];
        let mut calendar = Calendar::new(date("2026-12-05"), date("2026-11-20"));
        calendar.take(Vec::new());
        assert_eq!(calendar.between_terms(&terms), None, "not shown");
        calendar.go_to(date("2027-01-05"));
        assert_eq!(calendar.between_terms(&terms), None, "not read");
        calendar.take(Vec::new());
        let gap = date("2027-01-23")..=date("2027-02-21");
        assert_eq!(calendar.between_terms(&terms), Some(gap.clone()));
        let mut diary = Diary::default();
        for day in gap.start().iter_days().take_while(|d| gap.contains(d)) {
            diary.day_mut(day).mark(crate::domain::DayKind::Off(None));
        }
        calendar.take(diary.days().cloned().collect());
        assert_eq!(calendar.between_terms(&terms), None, "marked");
        assert_eq!(calendar.between_terms(&terms[..1]), None);
    }

    proptest! {
        #[test]
        fn every_month_has_six_whole_weeks(days in 0i64..157_000) {
            let date = (FIRST_DATE + Duration::days(days)).min(LAST_DATE);
            let calendar = Calendar::new(date, FIRST_DATE + Duration::days(20_000));
            let weeks: Vec<WeekId> = calendar.weeks().collect();
            prop_assert_eq!(weeks.len(), 6);
            prop_assert!(weeks.contains(&WeekId::of(date)));
            prop_assert!(calendar.range().contains(&date));
            prop_assert!(check_date(*calendar.range().start()).is_ok() && check_date(*calendar.range().end()).is_ok());
        }
    }
}
