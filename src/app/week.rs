//! The week screen: the week of the date shown. The date is its selected day, as long as no flag of the burden list is
//! selected below the days.

use super::{App, BaselineChooser, Effect, Over, RepeatWeek, Screen, Scroll, Toast};
use crate::domain::{Day, WeekId};
use crate::figures::{Flag, Past};
use crate::keymap::Action;
use crate::summary::WeekSummary;
use chrono::NaiveDate;

/// What of the week screen is not the date: where below the days the user is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WeekScreen {
    /// The flag selected, by its place, and the date shown when it was; on another date a day is selected.
    flag: Option<(NaiveDate, usize)>,
    /// How far the notes below the flags are scrolled; not, where all of them are shown.
    pub notes: Scroll,
}

impl WeekScreen {
    /// The selected flag of so many, from 0, while this date is shown; none while a day is selected.
    #[must_use]
    pub fn flag(&self, shown: NaiveDate, flags: usize) -> Option<usize> {
        let (date, at) = self.flag?;
        (date == shown && flags > 0).then(|| at.min(flags - 1))
    }

    fn on(shown: NaiveDate, flag: usize) -> Self {
        Self {
            flag: Some((shown, flag)),
            notes: Scroll::default(),
        }
    }
}

/// The flag whose block was opened on its day.
#[derive(Debug, Clone, Copy)]
pub(super) struct FromFlag {
    /// Its place.
    at: usize,
    /// The date that the week screen showed.
    shown: NaiveDate,
    /// The date of the block.
    date: NaiveDate,
}

impl App {
    /// What the week of the date shown came to; of empty days until it is read.
    #[must_use]
    pub fn week_summary(&self) -> WeekSummary {
        let week = WeekId::of(self.day.date);
        let loaded = self.day.loaded.as_ref();
        let days: Vec<Day> = loaded.map_or_else(Vec::new, |l| l.diary.days().cloned().collect());
        let baseline = loaded.and_then(|l| l.baseline.clone());
        let past = loaded.map_or_else(Past::default, |l| l.past);
        WeekSummary::of(week, &days, self.known.profile(), baseline, past)
    }

    pub(super) fn act_on_week(&mut self, action: Action) -> Vec<Effect> {
        let date = self.day.date;
        let week = WeekId::of(date);
        match action {
            Action::Up => self.up_the_week(),
            Action::Down => self.down_the_week(),
            Action::First => self.go(week.monday(), 0),
            Action::Last if self.is_on_flag() => self.select_flag(usize::MAX),
            Action::Last => self.go(week.sunday(), 0),
            Action::PreviousWeek => self.go(date, -7),
            Action::NextWeek => self.go(date, 7),
            Action::Today => self.go(self.today, 0),
            Action::Accept => match self.selected_flag() {
                Some((at, flag)) => self.open_flag(at, flag),
                None => self.act(Action::ShowDay),
            },
            Action::Baseline => self.choose_baseline(),
            Action::RepeatWeek => {
                let (over, read) = RepeatWeek::new(week);
                self.over = Some(Over::RepeatWeek(over));
                read.into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// Goes up from the notes to the flags, and from those to the days.
    fn up_the_week(&mut self) -> Vec<Effect> {
        let date = self.day.date;
        let week = WeekId::of(date);
        if self.scrolls_notes(Action::Up) {
            return Vec::new();
        }
        match self.selected_flag() {
            Some((0, _)) => self.go(week.sunday(), 0),
            Some((at, _)) => self.select_flag(at - 1),
            None if date == week.monday() => Vec::new(),
            None => self.go(date, -1),
        }
    }

    /// Goes down from the days to the flags, and from those to the notes that there is no room for.
    fn down_the_week(&mut self) -> Vec<Effect> {
        let date = self.day.date;
        let is_last = date == WeekId::of(date).sunday();
        if !is_last && !self.may_be_on_flag() {
            return self.go(date, 1);
        }
        let flags = self.flags().len();
        let at = self.week_screen().and_then(|week| week.flag(date, flags));
        if at.is_none() && !is_last {
            return self.go(date, 1);
        }
        let next = at.map_or(0, |at| at + 1);
        if next < flags {
            return self.select_flag(next);
        }
        self.scrolls_notes(Action::Down);
        Vec::new()
    }

    fn scrolls_notes(&mut self, action: Action) -> bool {
        match &mut self.screen {
            Screen::Week(week) => week.notes.moves(action),
            _ => false,
        }
    }

    /// A click selects a flag; on the selected one it opens the block.
    pub(super) fn click_flag(&mut self, at: usize) -> Vec<Effect> {
        match self.selected_flag() {
            Some((selected, flag)) if selected == at => self.open_flag(at, flag),
            _ => self.select_flag(at),
        }
    }

    /// Shows the block of a flag on its day, and why it has one.
    fn open_flag(&mut self, at: usize, flag: Flag) -> Vec<Effect> {
        let from = FromFlag {
            at,
            shown: self.day.date,
            date: flag.date,
        };
        let effects = self.go_to_block(flag.date, flag.block.clone());
        self.from_flag = Some(from);
        self.toast = Some(Toast::Flagged(Box::new(flag)));
        effects
    }

    /// Leads back from the block of a flag to that flag.
    pub(super) fn back_to_flag(&mut self) -> Vec<Effect> {
        match self.from_flag.take() {
            Some(from) if from.date == self.day.date => {
                let effects = self.go_to(from.shown);
                self.show_screen(Screen::Week(WeekScreen::on(from.shown, from.at)));
                effects
            }
            _ => Vec::new(),
        }
    }

    fn select_flag(&mut self, at: usize) -> Vec<Effect> {
        self.screen = Screen::Week(WeekScreen::on(self.day.date, at));
        Vec::new()
    }

    /// A date that was gone to is the week's selected day.
    pub(super) fn select_day_of_week(&mut self) {
        if let Screen::Week(week) = &mut self.screen {
            *week = WeekScreen::default();
        }
    }

    /// Whether a flag is selected, and no day.
    pub(super) fn is_on_flag(&self) -> bool {
        self.selected_flag().is_some()
    }

    /// Whether a flag was selected; it may be gone.
    fn may_be_on_flag(&self) -> bool {
        let week = self.week_screen();
        week.is_some_and(|week| week.flag(self.day.date, 1).is_some())
    }

    fn selected_flag(&self) -> Option<(usize, Flag)> {
        if !self.may_be_on_flag() {
            return None; // without working the week out
        }
        let mut flags = self.flags();
        let at = self.week_screen()?.flag(self.day.date, flags.len())?;
        Some((at, flags.swap_remove(at)))
    }

    const fn week_screen(&self) -> Option<&WeekScreen> {
        match &self.screen {
            Screen::Week(week) => Some(week),
            _ => None,
        }
    }

    fn flags(&self) -> Vec<Flag> {
        self.week_summary().flags
    }

    /// Opens the choice of what the weeks are compared with.
    pub(super) fn choose_baseline(&mut self) -> Vec<Effect> {
        let (chooser, read) = BaselineChooser::new(&self.known.profile().baseline);
        self.over = Some(Over::Baseline(chooser));
        vec![read]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selected_flag_is_always_one_that_is_there() {
        let [monday, tuesday] = ["2026-11-16", "2026-11-17"].map(|d| d.parse().unwrap());
        let week = WeekScreen::on(monday, 3);
        assert_eq!(week.flag(monday, 9), Some(3));
        assert_eq!(week.flag(monday, 2), Some(1), "the last that is left");
        assert_eq!(week.flag(monday, 0), None);
        assert_eq!(week.flag(tuesday, 9), None, "another day was gone to");
        assert_eq!(WeekScreen::default().flag(monday, 9), None);
    }
}
