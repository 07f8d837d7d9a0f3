//! What Enter makes of a line typed in the timetable.

use super::{Meaning, TimetableLine};
use crate::app::{App, Effect, Over, Prompt, Wanted};
use crate::diary::Setting;

impl App {
    /// Takes what is typed; what cannot be taken stays, with the reason below. `forward` says which cell comes next: the
    /// one below, or the one above.
    pub(in crate::app) fn take_timetable_line(
        &mut self,
        line: &TimetableLine,
        prompt: Prompt,
        forward: bool,
    ) -> Vec<Effect> {
        let Ok(meaning) = self.timetable_meaning(line, prompt.line.text()) else {
            self.over = Some(Over::Prompt(prompt));
            return Vec::new();
        };
        match (meaning, line) {
            (Meaning::Nothing, _) => prompt.cancel(self),
            (Meaning::Removes(at), _) => self.remove_entries(&[at]),
            (Meaning::Entry { lacks_term: true, .. }, _) => {
                let term = Prompt::new(Wanted::Timetable(TimetableLine::Term(None)), "");
                self.over = Some(Over::Prompt(term.back_to(Over::Prompt(prompt))));
                Vec::new()
            }
            (Meaning::Entry { entry, gives_way, .. }, line) => {
                let is_cell = matches!(line, TimetableLine::Cell { .. });
                self.put_entry(&entry, &gives_way, is_cell.then_some(forward))
            }
            (Meaning::Term(term), TimetableLine::Term(at)) => {
                let mut terms = self.known.profile().terms.clone();
                match at.and_then(|at| terms.get_mut(at)) {
                    Some(old) => *old = term,
                    None => terms.push(term),
                }
                terms.sort_by_key(|t| *t.days.start());
                prompt.cancel(self); // what it was opened from
                self.set(Setting::Terms(terms))
            }
            (Meaning::BellsHead(name, dates), TimetableLine::BellsHead { at, schedule }) => {
                let periods = crate::timetable::print_periods(schedule);
                let line = TimetableLine::BellsPeriods { at: *at, name, dates };
                let next = Prompt::new(Wanted::Timetable(line), &periods);
                self.over = Some(Over::Prompt(next.back_to(Over::Prompt(prompt))));
                Vec::new()
            }
            (Meaning::Bells(new), TimetableLine::BellsPeriods { at, .. }) => {
                let bells = self.bells_with(*at, new);
                self.open_bells();
                self.set(Setting::Bells(bells))
            }
            (Meaning::From(date), _) => self.apply_from(date),
            _ => Vec::new(),
        }
    }
}
