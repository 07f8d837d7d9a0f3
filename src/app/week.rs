//! The week screen: the week of the date shown. The date is its selected day.

use super::{App, BaselineChooser, Effect, Over, RepeatWeek};
use crate::domain::{Day, WeekId};
use crate::figures::Past;
use crate::keymap::Action;
use crate::summary::WeekSummary;

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
            Action::Up if date != week.monday() => self.go(date, -1),
            Action::Down if date != week.sunday() => self.go(date, 1),
            Action::First => self.go(week.monday(), 0),
            Action::Last => self.go(week.sunday(), 0),
            Action::PreviousWeek => self.go(date, -7),
            Action::NextWeek => self.go(date, 7),
            Action::Today => self.go(self.today, 0),
            Action::Baseline => self.choose_baseline(),
            Action::RepeatWeek => {
                let (over, read) = RepeatWeek::new(week);
                self.over = Some(Over::RepeatWeek(over));
                read.into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// Opens the choice of what the weeks are compared with.
    pub(super) fn choose_baseline(&mut self) -> Vec<Effect> {
        let (chooser, read) = BaselineChooser::new(&self.known.profile().baseline);
        self.over = Some(Over::Baseline(chooser));
        vec![read]
    }
}
