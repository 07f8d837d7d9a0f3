//! The week screen: the week of the date shown. The date is its selected day.

use super::{App, BaselineChooser, Effect, Over};
use crate::domain::WeekId;
use crate::keymap::Action;

impl App {
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
            Action::Baseline => {
                let (chooser, read) = BaselineChooser::new();
                self.over = Some(Over::Baseline(chooser));
                vec![read]
            }
            _ => Vec::new(),
        }
    }
}
