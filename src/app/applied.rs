//! What is said and selected after a change that is saved.

use super::{App, Beside, Over, PlanToast, Row, Screen, Toast};
use crate::diary::{Diary, Draft, OnOverlap, Operation, Outcome, When};
use crate::domain::Span;

impl App {
    /// Says what a change did that is saved, and selects what it was about. `asked` is the time that was typed for it,
    /// `before` how things stood.
    pub(super) fn applied(
        &mut self,
        operation: &Operation,
        mut outcome: Outcome,
        asked: Option<Span>,
        before: &Diary,
    ) {
        let date = self.day.date;
        self.toast = match operation {
            Operation::Add { drafts, .. } if drafts.len() > 1 => Some(Toast::BookedSeveral(drafts.len())),
            Operation::Add { on_overlap, .. } | Operation::CopyDay { on_overlap, .. } => {
                let beside = Beside::of(&outcome, *on_overlap, asked, before);
                outcome.booked.pop().map(|(on, block)| {
                    self.last_booked = Some(Draft::of(&block));
                    if on == date {
                        self.day.selected = Some(Row::Block(block.id.clone()));
                    }
                    Toast::Booked(Box::new(block), beside)
                })
            }
            Operation::Edit { id, on_overlap, .. } => {
                let beside = Beside::of(&outcome, *on_overlap, asked, before);
                let own = outcome.booked.iter().rfind(|(_, b)| b.id == *id).cloned();
                // What is left of it may lie on another date, under another id.
                let block = own.or(outcome.booked.pop());
                if let Some((_, block)) = block.as_ref().filter(|(on, _)| *on == date) {
                    self.day.selected = Some(Row::Block(block.id.clone()));
                }
                block.map(|(_, b)| Toast::Changed(Box::new(b), beside))
            }
            Operation::Remove(_) => {
                let gone = outcome.removed.into_iter().next();
                gone.map(|(_, b)| Toast::Deleted(Box::new(b)))
            }
            Operation::Confirm {
                planned, on_overlap, ..
            } => self.confirmed(planned, *on_overlap, outcome, before),
            Operation::Dismiss { planned, .. } => {
                if let Some(last) = planned.last() {
                    self.day.select_next_open(*last);
                }
                Some(Toast::Plan(PlanToast::Dismissed(planned.len())))
            }
            Operation::Follow { like, .. } => {
                self.day.select_what_waits();
                Some(Toast::Plan(PlanToast::Follows(*like)))
            }
            Operation::Close { closed: true, .. } => Some(Toast::Closed),
            Operation::Close { closed: false, .. } => {
                self.day.select_what_waits();
                Some(Toast::Reopened)
            }
            Operation::Mark { kind, .. } => {
                self.day.select_what_waits();
                Some(Toast::Marked(kind.clone()))
            }
            Operation::Bring { .. } => None,
            Operation::All(all) => return self.applied_all(all, outcome, before),
        };
    }

    /// Of several changes made as one, the last is what was asked for; that a marked day follows its own timetable again
    /// goes without saying.
    fn applied_all(&mut self, all: &[Operation], outcome: Outcome, before: &Diary) {
        match self.over.take() {
            Some(Over::Import(import)) => {
                self.toast = Some(import.done(all));
                return;
            }
            over => self.over = over,
        }
        match all {
            // Terms, bells and entries; what they mark as holidays is beside the point there.
            _ if matches!(self.screen, Screen::Timetable(_)) => self.toast = Some(Toast::Saved),
            // Days from a list or a range, perhaps only one, but another than the day shown.
            [..] if all
                .iter()
                .any(|o| o.dates() != Some(self.day.date..=self.day.date)) =>
            {
                self.toast = Toast::of_several(all, outcome.booked.len());
            }
            [
                mark @ Operation::Mark { .. },
                Operation::Follow { like: None, .. },
            ] => {
                self.applied(mark, outcome, None, before);
            }
            [] => {}
            [.., last] => self.applied(last, outcome, None, before),
        }
    }

    /// What was planned is booked: what waits next is selected, or else the block.
    fn confirmed(
        &mut self,
        planned: &[(Span, Draft)],
        on_overlap: OnOverlap,
        mut outcome: Outcome,
        before: &Diary,
    ) -> Option<Toast> {
        let [(span, draft)] = planned else {
            self.day.select_first_open();
            let waits = self.day.planned().len();
            return Some(Toast::Plan(PlanToast::Confirmed(planned.len(), waits)));
        };
        let asked = match draft.when {
            When::Span(asked) => Some(asked),
            When::AfterLast(_) => None,
        };
        let beside = Beside::of(&outcome, on_overlap, asked, before);
        let (_, block) = outcome.booked.pop()?;
        self.last_booked = Some(Draft::of(&block));
        self.day.selected = Some(Row::Block(block.id.clone()));
        self.day.select_next_open(*span);
        let waits = self.day.planned();
        if on_overlap == OnOverlap::Refuse && !waits.is_empty() && waits.iter().all(|open| !open.is_free) {
            return Some(Toast::Plan(PlanToast::Confirmed(1, waits.len()))); // what Space or all leaves, and why
        }
        Some(Toast::Booked(Box::new(block), beside))
    }
}
