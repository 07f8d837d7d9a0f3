//! What happens when the date changes while the program is open.

use super::{App, Effect, Input, Mode, Screen, Target, Toast};
use crate::keymap::Action;

impl App {
    /// Whether what is on the screen as today is yesterday by now.
    pub(super) fn is_past_midnight(&self) -> bool {
        self.shows_today && self.day.date != self.today
    }

    /// Whether an input was meant for the day that was on the screen before midnight, which is another one now: the
    /// user says what is wanted by typing it again.
    pub(super) fn was_meant_for_yesterday(&self, input: &Input) -> bool {
        let acts = matches!(input, Input::Paste(_) | Input::Key(_) | Input::Mouse(..));
        let shows_the_day = !matches!(self.screen, Screen::Settings(_) | Screen::Survey(_));
        acts && shows_the_day && self.is_past_midnight() && self.is_browsing() && !self.leaves(input)
    }

    /// Whether an input leaves the screen, for good or for a while.
    fn leaves(&self, input: &Input) -> bool {
        let action = match input {
            Input::Key(key) => self.action(*key),
            Input::Mouse(_, Some(Target::Do(action))) => Some(*action),
            _ => None,
        };
        matches!(action, Some(Action::Quit | Action::Suspend))
    }

    /// Goes on to the new today.
    pub(super) fn turn_the_day(&mut self) -> Vec<Effect> {
        self.turned = true;
        self.toast = Some(Toast::PastMidnight(self.today));
        self.go(self.today, 0)
    }

    /// Says on which date an entry is logged that was begun before midnight.
    pub(super) fn warn_of_midnight(&mut self) {
        if self.is_past_midnight() && self.toast.is_none() && matches!(self.day.mode, Mode::Entry(_)) {
            self.shows_today = false;
            self.toast = Some(Toast::LogsYesterday(self.day.date));
        }
    }

    /// The user may have been away over midnight: who looked at today looks at today again.
    pub(super) fn come_back(&mut self) -> Vec<Effect> {
        if self.is_past_midnight() && self.is_browsing() {
            return self.turn_the_day();
        }
        let seen = self.day.loaded.as_ref().map_or(0, |l| l.seq);
        vec![Effect::Refresh {
            date: self.day.date,
            seen,
        }]
    }
}

/// Whether an action changes something of the day on the screen.
pub(super) const fn is_about_the_day_shown(action: Action) -> bool {
    matches!(
        action,
        Action::Confirm
            | Action::ConfirmAll
            | Action::Edit
            | Action::Delete
            | Action::CloseDay
            | Action::DayKind
            | Action::Earlier
            | Action::Later
            | Action::StartEarlier
            | Action::StartLater
            | Action::EndEarlier
            | Action::EndLater
            | Action::RepeatLast
            | Action::Paste
    )
}
