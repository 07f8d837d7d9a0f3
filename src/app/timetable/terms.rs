//! Terms and bells chosen from their lists.

use super::TimetableLine;
use super::TimetableToast;
use crate::app::over::{BellList, TermList};
use crate::app::{App, Effect, Over, Prompt, Toast, Wanted};
use crate::diary::Setting;
use crate::domain::BellSchedule;
use crate::timetable::{Bells, print_term};

impl App {
    /// Opens the term of a place to change it, or a new one.
    pub(in crate::app) fn open_term(&mut self, at: usize, from: TermList) -> Vec<Effect> {
        let term = self.known.profile().terms.get(at);
        let text = term.map(print_term).unwrap_or_default();
        let line = TimetableLine::Term(term.map(|_| at));
        let prompt = Prompt::new(Wanted::Timetable(line), &text);
        self.over = Some(Over::Prompt(prompt.back_to(Over::Terms(from))));
        Vec::new()
    }

    /// Takes a term out, unless it is the last one and entries go by its weeks.
    pub(in crate::app) fn remove_term(&mut self, at: usize) -> Vec<Effect> {
        let mut terms = self.known.profile().terms.clone();
        if at >= terms.len() {
            return Vec::new();
        }
        terms.remove(at);
        let editions = self.known.profile().timetable.editions();
        let mut entries = editions.iter().flat_map(|e| &e.entries);
        if terms.is_empty() && entries.any(|e| !e.weeks.is_all()) {
            self.toast = Some(Toast::Timetable(TimetableToast::WeeksNeedTerm));
            return Vec::new();
        }
        self.set(Setting::Terms(terms))
    }

    /// Opens the schedule of a place to change it, or a new one that begins with the usual bells.
    pub(in crate::app) fn open_schedule(&mut self, at: usize, from: BellList) -> Vec<Effect> {
        let bells = &self.known.profile().bells;
        let (at, text, schedule) = match (bells.get(at), at.saturating_sub(bells.len())) {
            (
                Some(Bells {
                    name,
                    dates,
                    schedule,
                }),
                _,
            ) => {
                let dates = dates.map(|d| d.to_string()).unwrap_or_default();
                (Some(at), format!("{name} {dates}"), schedule.clone())
            }
            (None, 0) => (None, String::new(), BellSchedule::usual()),
            (None, _) => (None, String::new(), BellSchedule::primary()),
        };
        let line = TimetableLine::BellsHead { at, schedule };
        let prompt = Prompt::new(Wanted::Timetable(line), text.trim());
        self.over = Some(Over::Prompt(prompt.back_to(Over::Bells(from))));
        Vec::new()
    }

    /// Takes a schedule out, unless entries go by periods that no other has.
    pub(in crate::app) fn remove_schedule(&mut self, at: usize) -> Vec<Effect> {
        let mut bells = self.known.profile().bells.clone();
        if at >= bells.len() {
            return Vec::new();
        }
        bells.remove(at);
        if self.known.profile().loses_its_time(&bells).is_some() {
            self.toast = Some(Toast::Timetable(TimetableToast::BellsInUse));
            return Vec::new();
        }
        self.set(Setting::Bells(bells))
    }
}
