//! Whether a day is a school day, by whose timetable, and if it is none, why.

use super::{Over, Prompt, Wanted};
use crate::app::{App, Effect, List};
use crate::diary::Operation;
use crate::domain::{Day, DayKind, WeekId};
use crate::keymap::Action;
use chrono::NaiveDate;

/// What a line makes of the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayChoice {
    /// A school day by its own timetable, or off.
    Kind(DayKind),
    /// A school day by the timetable of this date, as make-up days are.
    Like(NaiveDate),
    /// Off for a reason that is asked for.
    Other,
}

/// The menu: a school day, also by the timetable of another one where there is a timetable, off, off for each of the usual
/// reasons, off for another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayKindMenu {
    /// The lines.
    pub choices: Vec<DayChoice>,
    /// The selected line.
    pub list: List,
}

impl DayKindMenu {
    /// The menu with what the day is selected.
    #[must_use]
    pub fn new(day: &Day, has_timetable: bool) -> Self {
        let mut likes: Vec<NaiveDate> = Vec::new();
        if has_timetable {
            let weekdays = WeekId::of(day.date).days().take(5);
            likes.extend(weekdays.filter(|date| *date != day.date));
        }
        likes.extend(day.follows.filter(|date| !likes.contains(date)));
        let mut choices = vec![DayChoice::Kind(DayKind::School)];
        choices.extend(likes.into_iter().map(DayChoice::Like));
        choices.push(DayChoice::Kind(DayKind::Off(None)));
        let reasons = DayKind::REASONS.iter().filter_map(|r| DayKind::off(r).ok());
        choices.extend(reasons.map(DayChoice::Kind));
        choices.push(DayChoice::Other);
        let now = match (day.kind(), day.follows) {
            (DayKind::School, Some(like)) => DayChoice::Like(like),
            (kind, _) => DayChoice::Kind(kind),
        };
        let at = choices.iter().position(|choice| *choice == now);
        Self {
            list: List::on(at.unwrap_or(choices.len() - 1)),
            choices,
        }
    }

    pub(super) fn lines(&mut self) -> (&mut List, usize) {
        (&mut self.list, self.choices.len())
    }

    pub(super) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        if action != Action::Accept {
            self.list.act(action, self.choices.len());
            app.over = Some(Over::DayKind(self));
            return Vec::new();
        }
        let date = app.day.date;
        match self.choices.get(self.list.at(self.choices.len())).cloned() {
            Some(DayChoice::Kind(kind)) => app.mark(kind),
            Some(DayChoice::Like(like)) => {
                let (kind, like) = (DayKind::School, Some(like));
                app.apply(Operation::All(vec![
                    Operation::Mark { date, kind },
                    Operation::Follow { date, like },
                ]))
            }
            Some(DayChoice::Other) | None => {
                let old = match app.day.day().kind() {
                    DayKind::Off(Some(reason)) if !DayKind::REASONS.contains(&reason.as_str()) => reason,
                    _ => String::new(),
                };
                let prompt = Prompt::new(Wanted::Reason, &old);
                app.over = Some(Over::Prompt(prompt.back_to(Over::DayKind(self))));
                Vec::new()
            }
        }
    }
}

impl App {
    /// Marks the day shown; then it follows its own timetable, if it followed another.
    pub(super) fn mark(&self, kind: DayKind) -> Vec<Effect> {
        let date = self.day.date;
        let mark = Operation::Mark { date, kind };
        if self.day.day().follows.is_none() {
            return self.apply(mark);
        }
        self.apply(Operation::All(vec![mark, Operation::Follow { date, like: None }]))
    }
}
