//! What becomes of what the timetable has for the day: confirmed, changed and then confirmed, or dismissed.

use super::{DayScreen, EntryLine, Subject};
use crate::app::{App, CloseDays, Effect, Over, PlanToast, Question, Screen, Toast};
use crate::diary::{Draft, OnOverlap, Operation, Unconfirmed};
use crate::domain::Span;
use crate::keymap::Action;

/// What would be booked if all that waits and is free were confirmed.
pub(in crate::app) fn free(waits: &[Unconfirmed]) -> Vec<(Span, Draft)> {
    let free = waits.iter().filter(|open| open.is_free);
    free.map(Unconfirmed::draft).collect()
}

impl DayScreen {
    /// What would be booked if all that is planned and free were confirmed.
    #[must_use]
    pub fn free(&self) -> Vec<(Span, Draft)> {
        free(&self.planned)
    }

    /// The change that confirms these.
    fn confirming(&self, planned: Vec<(Span, Draft)>) -> Operation {
        Operation::Confirm {
            date: self.date,
            planned,
            on_overlap: OnOverlap::Refuse,
        }
    }
}

impl App {
    /// Confirms the selected line as it is planned. Where other work stands in its time, the ways out are asked for.
    pub(super) fn confirm_selected(&mut self) -> Vec<Effect> {
        if let Some(open) = self.day.selected_planned() {
            let (is_free, confirm) = (open.is_free, self.day.confirming(vec![open.draft()]));
            return if is_free {
                self.apply_asking(confirm)
            } else {
                self.apply(confirm) // that is refused, and asked after a way out is chosen
            };
        }
        self.toast = Some(match self.day.planned().len() {
            0 => Toast::Plan(PlanToast::NothingWaits),
            count => Toast::Plan(PlanToast::IsLogged(count)),
        });
        Vec::new()
    }

    /// Confirms all that is planned and free, as one change.
    pub(super) fn confirm_all(&mut self) -> Vec<Effect> {
        let free = self.day.free();
        if free.is_empty() {
            self.toast = Some(match self.day.planned().len() {
                0 => Toast::Plan(PlanToast::NothingWaits),
                count => Toast::Plan(PlanToast::AllTaken(count)),
            });
            return Vec::new();
        }
        self.apply_asking(self.day.confirming(free))
    }

    pub(super) fn dismiss(&self, open: &Unconfirmed) -> Vec<Effect> {
        self.apply(Operation::Dismiss {
            date: self.day.date,
            planned: vec![open.planned.span],
        })
    }

    /// Opens the entry line with something planned in it; booking that confirms it.
    pub(in crate::app) fn edit_planned(&mut self, span: Span, draft: &Draft) -> Vec<Effect> {
        let subject = Subject::Planned {
            date: self.day.date,
            span,
            activity: draft.activity.clone(),
        };
        let line = EntryLine::about(subject, draft, &self.known, self.lang);
        self.open_line(line)
    }

    /// Closes the day, or opens it again if it is closed. First it is asked what becomes of the plan that waits, or whether
    /// a school day without a block is meant.
    pub(super) fn close_day(&mut self) -> Vec<Effect> {
        let day = self.day.day();
        let date = day.date;
        if day.closed {
            return self.apply(Operation::Close { date, closed: false });
        }
        let is_empty = day.is_school() && day.blocks().is_empty();
        if !self.day.planned().is_empty() {
            let question = CloseDays::new(&[day.into_owned()], self.known.profile());
            self.over = Some(Over::CloseDays(question));
            return Vec::new();
        }
        if is_empty {
            self.over = Some(Over::Ask(Question::CloseEmpty));
            return Vec::new();
        }
        self.apply(Operation::Close { date, closed: true })
    }

    /// Whether there is a timetable that something could be planned by.
    pub(in crate::app) fn has_timetable(&self) -> bool {
        !self.known.profile().timetable.is_empty()
    }

    /// Whether an action that only what is planned, or what an import holds, gives a meaning has one now; all others
    /// always do.
    #[must_use]
    pub fn offers(&self, action: Action) -> bool {
        if let Some(Over::Import(import)) = &self.over {
            return import.offers(action);
        }
        if let (Screen::Trend(screen), None) = (&self.screen, &self.over) {
            return screen.offers(action);
        }
        if let (Screen::Survey(screen), None) = (&self.screen, &self.over) {
            return screen.offers(action);
        }
        match action {
            Action::Confirm => self.day.selected_planned().is_some(),
            Action::ConfirmAll => self.day.planned().iter().any(|open| open.is_free),
            _ => true,
        }
    }
}
