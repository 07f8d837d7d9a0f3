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
    /// Categories, meetings, what changed.
    Figures,
}

impl TrendPane {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::Weeks, Self::Calendar, Self::Figures];

    /// The panes, this one first.
    #[must_use]
    pub fn and_others(self) -> [Self; 3] {
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
    /// The weeks were never listed yet, so that the newest is to be selected.
    is_new: bool,
}

impl TrendScreen {
    /// The school year of a date, not read yet.
    #[must_use]
    pub fn new(date: NaiveDate) -> Self {
        Self {
            date,
            span: TrendSpan::default(),
            pane: TrendPane::default(),
            list: List::default(),
            trend: None,
            is_new: true,
        }
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
        if std::mem::take(&mut self.is_new) {
            self.list.select(trend.weeks.len().saturating_sub(1));
        }
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

    /// Shows other weeks, which are to be read.
    fn go(&mut self, date: NaiveDate, span: TrendSpan) {
        (self.date, self.span) = (date, span);
        (self.trend, self.is_new) = (None, true);
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
                let date = screen
                    .selected()
                    .map_or(screen.date, |week| week.figures.week.sunday());
                let other = match span {
                    TrendSpan::Term => TrendSpan::Year,
                    TrendSpan::Year => TrendSpan::Term,
                };
                screen.go(date, other);
                return self.read_trend();
            }
            Action::PreviousSpan | Action::NextSpan => {
                let there = if action == Action::NextSpan {
                    range.end().sunday().checked_add_days(Days::new(7))
                } else {
                    range.start().monday().checked_sub_days(Days::new(7))
                };
                match there.map(check_date) {
                    Some(Ok(date)) => screen.go(date, span),
                    _ => self.toast = Some(Toast::NoSuchDate),
                }
                return self.read_trend();
            }
            Action::Today => {
                screen.go(today, span);
                return self.read_trend();
            }
            Action::Accept => {
                let week = screen.selected().map(|week| week.figures.week);
                return week.map_or_else(Vec::new, |week| self.show_week(week));
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
