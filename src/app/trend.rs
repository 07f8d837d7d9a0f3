//! The trend screen: the weeks of a term or a school year, one of them selected.

use super::{App, Effect, List, Query, Read, Screen, Toast, WeekScreen};
use crate::diary::Profile;
use crate::domain::{WeekId, check_date};
use crate::keymap::Action;
use crate::summary::{TrendSummary, TrendWeek};
use chrono::{Days, NaiveDate};
use std::ops::RangeInclusive;

/// How many weeks are shown together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TrendSpan {
    /// Those of a term.
    Term,
    /// Those of a school year.
    #[default]
    Year,
}

/// A part of the trend. As many are shown as fit, the chosen one first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TrendPane {
    /// The weeks against baseline and target.
    #[default]
    Weeks,
    /// The days as a calendar by their non-teaching time.
    Calendar,
    /// The categories against the baseline.
    Categories,
    /// What changed most, meetings, goals, the burden list.
    Facts,
}

impl TrendPane {
    /// All of them, in order.
    pub const ALL: [Self; 4] = [Self::Weeks, Self::Calendar, Self::Categories, Self::Facts];

    /// The panes, this one first.
    #[must_use]
    pub fn and_others(self) -> [Self; 4] {
        let mut all = Self::ALL;
        all.rotate_left(self as usize);
        all
    }
}

/// The weeks of a term or a school year.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendScreen {
    /// A date of the term or school year.
    pub date: NaiveDate,
    /// Which of the two.
    pub span: TrendSpan,
    /// The part shown first.
    pub pane: TrendPane,
    /// The weeks, of which one is selected.
    pub list: List,
    /// What they came to.
    pub trend: Read<Box<TrendSummary>>,
    /// The week screen it was opened from; none where that was another one.
    from: Option<WeekScreen>,
    /// The week to select: this one, or else the last before it. It stays the same when other weeks appear.
    wanted: WeekId,
}

impl TrendScreen {
    /// The school year of a date, not read yet. The week of the date is to be selected.
    #[must_use]
    pub fn new(date: NaiveDate) -> Self {
        Self {
            date,
            span: TrendSpan::default(),
            pane: TrendPane::default(),
            list: List::default(),
            trend: None,
            from: None,
            wanted: WeekId::of(date),
        }
    }

    /// The same, opened from a screen: that is where it leads back to.
    #[must_use]
    pub(super) fn opened_from(self, screen: &Screen) -> Self {
        let from = match screen {
            Screen::Week(week) => Some(week.clone()),
            _ => None,
        };
        Self { from, ..self }
    }

    /// The weeks shown.
    #[must_use]
    pub fn range(&self, profile: &Profile) -> RangeInclusive<WeekId> {
        match self.span {
            TrendSpan::Term => profile.term_weeks(self.date),
            TrendSpan::Year => Profile::school_year_weeks(self.date),
        }
    }

    /// What the weeks came to, once it is read.
    #[must_use]
    pub fn summary(&self) -> Option<&TrendSummary> {
        self.trend.as_ref()?.as_deref().ok()
    }

    /// The selected week; none where nothing is recorded.
    #[must_use]
    pub fn selected(&self) -> Option<&TrendWeek> {
        let weeks = &self.summary()?.weeks;
        weeks.get(self.list.at(weeks.len()))
    }

    /// Whether an action would do something: where nothing is logged there is no week to open and no part to turn to.
    pub(super) fn offers(&self, action: Action) -> bool {
        !matches!(action, Action::Accept | Action::NextPane) || self.selected().is_some()
    }

    /// Selects a week; whether it was selected already, so that a second click opens it.
    pub(super) fn select(&mut self, line: usize) -> bool {
        let was = self.list.at(self.lines());
        self.list.select(line);
        was == line
    }

    fn lines(&self) -> usize {
        self.summary().map_or(0, |trend| trend.weeks.len())
    }

    /// Takes what was read; what is of other weeks comes too late.
    pub(super) fn take(&mut self, trend: Box<TrendSummary>, profile: &Profile) {
        if trend.range != self.range(profile) {
            return;
        }
        let wanted = self.selected().map_or(self.wanted, |week| week.figures.week);
        let last = trend.weeks.iter().rposition(|w| w.figures.week <= wanted);
        self.list.select(last.unwrap_or(0));
        self.trend = Some(Ok(trend));
    }

    /// Takes why it could not be read.
    pub(super) fn fail(&mut self, why: &str) -> bool {
        let is_missing = self.trend.is_none();
        if is_missing {
            self.trend = Some(Err(why.to_owned()));
        }
        is_missing
    }

    /// Shows other weeks, which are to be read, and of them this one or else the last before it.
    fn go(&mut self, date: NaiveDate, span: TrendSpan, wanted: WeekId) {
        (self.date, self.span) = (date, span);
        (self.trend, self.wanted) = (None, wanted);
    }
}

impl App {
    /// Reads the weeks that the trend screen shows, if that is on the screen.
    pub(super) fn read_trend(&self) -> Vec<Effect> {
        match &self.screen {
            Screen::Trend(screen) => {
                let range = screen.range(self.known.profile());
                vec![Effect::Read(Query::Trend(range))]
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn act_on_trend(&mut self, action: Action) -> Vec<Effect> {
        let (today, profile) = (self.today, self.known.profile());
        let Screen::Trend(screen) = &mut self.screen else {
            return Vec::new();
        };
        let lines = screen.lines();
        if screen.list.act(action, lines) {
            return Vec::new();
        }
        let range = screen.range(profile);
        let span = screen.span;
        match action {
            Action::NextPane => screen.pane = screen.pane.and_others()[1],
            Action::SwitchSpan => {
                // The term of the week looked at, and not that of the date come from.
                let week = screen.selected().map(|week| week.figures.week);
                let date = week.map_or(screen.date, WeekId::sunday);
                let other = match span {
                    TrendSpan::Term => TrendSpan::Year,
                    TrendSpan::Year => TrendSpan::Term,
                };
                screen.go(date, other, week.unwrap_or(screen.wanted));
                return self.read_trend();
            }
            Action::PreviousSpan | Action::NextSpan => {
                let there = if action == Action::NextSpan {
                    range.end().sunday().checked_add_days(Days::new(7))
                } else {
                    range.start().monday().checked_sub_days(Days::new(7))
                };
                match there.map(check_date) {
                    Some(Ok(date)) => {
                        screen.go(date, span, WeekId::of(date));
                        // The newest of them, however many holidays are marked after today.
                        let (first, last) = screen.range(profile).into_inner();
                        screen.wanted = last.min(WeekId::of(today)).max(first);
                    }
                    _ => self.toast = Some(Toast::NoSuchDate),
                }
                return self.read_trend();
            }
            Action::Today => {
                screen.go(today, span, WeekId::of(today));
                return self.read_trend();
            }
            Action::Accept => {
                let week = screen.selected().map(|week| week.figures.week);
                return week.map_or_else(Vec::new, |week| self.show_week(week));
            }
            Action::Cancel => {
                let from = screen.from.take();
                self.show_screen(from.map_or(Screen::Day, Screen::Week));
            }
            Action::Baseline => return self.choose_baseline(),
            _ => {}
        }
        Vec::new()
    }

    /// Shows a week, with the day shown if it lies in it.
    fn show_week(&mut self, week: WeekId) -> Vec<Effect> {
        self.screen = Screen::Week(WeekScreen::default());
        if WeekId::of(self.day.date) == week {
            return Vec::new();
        }
        self.go(week.monday(), 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Day;
    use crate::figures::Past;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// The school year of 2026 with a closed day in these weeks.
    fn read(mondays: &[&str]) -> Box<TrendSummary> {
        let closed = |on: &&str| {
            let mut day = Day::empty(date(on));
            day.closed = true;
            day
        };
        let days: Vec<Day> = mondays.iter().map(closed).collect();
        let range = Profile::school_year_weeks(date("2026-11-20"));
        let trend = TrendSummary::of(range, &days, &Profile::default(), None, Past::default());
        Box::new(trend)
    }

    fn selected(screen: &TrendScreen) -> String {
        screen
            .selected()
            .map_or_else(String::new, |w| w.figures.week.monday().to_string())
    }

    #[test]
    fn the_panes_take_turns() {
        let mut pane = TrendPane::default();
        for expected in TrendPane::ALL {
            assert_eq!(pane, expected);
            assert_eq!(pane.and_others()[0], pane);
            pane = pane.and_others()[1];
        }
        assert_eq!(pane, TrendPane::default());
    }

    #[test]
    fn the_week_come_from_is_selected_or_the_last_before_it() {
        let all = ["2026-09-07", "2026-09-14", "2026-11-16", "2026-12-28"];
        for (from, week) in [
            ("2026-11-20", "2026-11-16"),
            ("2026-10-10", "2026-09-14"),
            ("2026-12-01", "2026-11-16"),
            ("2026-08-20", "2026-09-07"),
        ] {
            let mut screen = TrendScreen::new(date(from));
            screen.take(read(&all), &Profile::default());
            assert_eq!(selected(&screen), week, "{from}");
        }
    }

    #[test]
    fn the_selected_week_stays_when_others_come_and_go() {
        let profile = Profile::default();
        let mut screen = TrendScreen::new(date("2026-11-20"));
        screen.take(read(&["2026-09-14", "2026-11-16"]), &profile);
        screen.take(
            read(&["2026-09-07", "2026-09-14", "2026-11-16", "2026-11-23"]),
            &profile,
        );
        assert_eq!(selected(&screen), "2026-11-16");
        screen.take(read(&["2026-09-07"]), &profile);
        assert_eq!(selected(&screen), "2026-09-07");
        assert!(screen.offers(Action::Accept));
        screen.take(read(&[]), &profile);
        assert_eq!(selected(&screen), "");
        assert!(!screen.offers(Action::Accept) && screen.offers(Action::SwitchSpan));
    }

    #[test]
    fn what_is_of_other_weeks_comes_too_late() {
        let mut screen = TrendScreen::new(date("2025-11-20"));
        screen.take(read(&["2026-09-07"]), &Profile::default());
        assert_eq!(screen.trend, None);
        assert!(screen.fail("no"), "there is nothing yet that it would hide");
        assert!(screen.summary().is_none());
        let mut screen = TrendScreen::new(date("2026-11-20"));
        screen.take(read(&["2026-09-07"]), &Profile::default());
        assert!(!screen.fail("no"), "what was read before stays");
        assert!(screen.summary().is_some());
    }
}
