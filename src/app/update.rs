//! What keys do.

use super::{App, Effect, EntryLine, Input, Mode, Question, Scroll, Toast};
use crate::diary::{OnOverlap, Operation};
use crate::domain::check_date;
use crate::keymap::{Action, Key};
use chrono::{Duration, NaiveDate, NaiveDateTime};

impl App {
    /// Takes an input in and says what is to be done outside.
    pub fn update(&mut self, input: Input, now: NaiveDateTime) -> Vec<Effect> {
        self.today = now.date();
        match input {
            Input::Back => self.come_back(),
            Input::Idle => vec![Effect::Verify(self.day.date)],
            Input::Paste(_) | Input::Key(_)
                if self.is_past_midnight() && self.day.mode == Mode::Browse && !self.leaves(&input) =>
            {
                // What is typed was meant for the day that was on the screen, or for the new one: the user says so by
                // typing it again.
                self.toast = None;
                self.turn_the_day()
            }
            Input::Paste(text) => {
                self.toast = None;
                self.turned = false;
                self.paste(&text);
                self.warn_of_midnight();
                Vec::new()
            }
            Input::Key(key) => {
                self.toast = None;
                let turned = std::mem::take(&mut self.turned);
                let effects = match self.action(key) {
                    Some(action) if turned && is_about_the_day_shown(action) => {
                        self.toast = Some(Toast::PastMidnight(self.day.date));
                        Vec::new()
                    }
                    Some(action) => self.act(action),
                    None => {
                        self.edit(key);
                        Vec::new()
                    }
                };
                if effects.is_empty() {
                    self.warn_of_midnight();
                }
                if turned && self.toast.is_none() && self.day.date == self.today {
                    self.toast = Some(Toast::PastMidnight(self.today)); // it may not have been drawn yet
                }
                effects
            }
        }
    }

    /// Whether an input leaves the screen, for good or for a while.
    fn leaves(&self, input: &Input) -> bool {
        let Input::Key(key) = input else { return false };
        matches!(self.action(*key), Some(Action::Quit | Action::Suspend))
    }

    /// Whether what is on the screen as today is yesterday by now.
    fn is_past_midnight(&self) -> bool {
        self.shows_today && self.day.date != self.today
    }

    /// Goes on to the new today.
    fn turn_the_day(&mut self) -> Vec<Effect> {
        self.turned = true;
        self.toast = Some(Toast::PastMidnight(self.today));
        self.go(self.today, 0)
    }

    /// Says on which date an entry is logged that was begun before midnight.
    fn warn_of_midnight(&mut self) {
        if self.is_past_midnight() && self.toast.is_none() && matches!(self.day.mode, Mode::Entry(_)) {
            self.shows_today = false;
            self.toast = Some(Toast::LogsYesterday(self.day.date));
        }
    }

    /// The user may have been away over midnight: who looked at today looks at today again.
    fn come_back(&mut self) -> Vec<Effect> {
        if self.is_past_midnight() && self.day.mode == Mode::Browse {
            return self.turn_the_day();
        }
        let seen = self.day.loaded.as_ref().map_or(0, |l| l.seq);
        vec![Effect::Refresh {
            date: self.day.date,
            seen,
        }]
    }

    /// The date that is asked for, while what is read does not hold it.
    #[must_use]
    pub fn unread(&self) -> Option<NaiveDate> {
        (!self.day.is_read()).then_some(self.day.date)
    }

    /// Whether an input only asks for another date, whatever is logged on the one shown: then that need not be read
    /// before the input is taken in.
    #[must_use]
    pub fn only_moves(&self, input: &Input) -> bool {
        let Input::Key(key) = input else { return false };
        let moves = |action| {
            matches!(
                action,
                Action::PreviousDay
                    | Action::NextDay
                    | Action::PreviousWeek
                    | Action::NextWeek
                    | Action::Today
            )
        };
        matches!(self.day.mode, Mode::Browse | Mode::Entry(_)) && self.action(*key).is_some_and(moves)
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Suspend => vec![Effect::Suspend],
            Action::Quit => vec![Effect::Quit],
            Action::Help => self.open_help(),
            Action::Cancel => self.cancel(),
            _ => match &mut self.day.mode {
                Mode::Help { scroll, .. } => {
                    scroll.act(action);
                    Vec::new()
                }
                Mode::Confirm(question) => {
                    let question = *question;
                    match action {
                        Action::Accept => self.accept(question),
                        _ => Vec::new(),
                    }
                }
                Mode::Entry(_) | Mode::Browse => self.act_on_day(action),
            },
        }
    }

    fn act_on_day(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Log => self.open_line(EntryLine::new("")),
            Action::Edit => self.edit_selected(),
            Action::Delete => self.delete_selected(),
            Action::Undo => vec![Effect::Undo(self.day.date)],
            Action::Redo => vec![Effect::Redo(self.day.date)],
            Action::CloseDay => self.close_day(),
            Action::Up => self.walk(-1),
            Action::Down => self.walk(1),
            Action::First => self.walk(isize::MIN / 2),
            Action::Last => self.walk(isize::MAX / 2),
            Action::PreviousDay => self.go(self.day.date, -1),
            Action::NextDay => self.go(self.day.date, 1),
            Action::PreviousWeek => self.go(self.day.date, -7),
            Action::NextWeek => self.go(self.day.date, 7),
            Action::Today => self.go(self.today, 0),
            Action::Book => self.book(OnOverlap::Refuse),
            Action::Trim => self.resolve(OnOverlap::Trim),
            Action::Replace => self.resolve(OnOverlap::Replace),
            Action::Parallel => self.resolve(OnOverlap::Parallel),
            Action::Complete => self.complete(false),
            Action::CompleteBack => self.complete(true),
            Action::PageUp
            | Action::PageDown
            | Action::Accept
            | Action::Cancel
            | Action::Help
            | Action::Suspend
            | Action::Quit => Vec::new(),
        }
    }

    fn open_help(&mut self) -> Vec<Effect> {
        let under = Box::new(std::mem::replace(&mut self.day.mode, Mode::Browse));
        let scroll = Scroll::default();
        self.day.mode = Mode::Help { scroll, under };
        Vec::new()
    }

    fn cancel(&mut self) -> Vec<Effect> {
        self.day.mode = match std::mem::replace(&mut self.day.mode, Mode::Browse) {
            Mode::Help { under, .. } => *under,
            _ => Mode::Browse,
        };
        Vec::new()
    }

    fn go(&mut self, from: NaiveDate, days: i64) -> Vec<Effect> {
        if let Some(Ok(date)) = from.checked_add_signed(Duration::days(days)).map(check_date) {
            self.shows_today = date == self.today;
            self.day.go(date);
            self.read_line();
        } else {
            self.toast = Some(Toast::NoSuchDate);
        }
        self.unread().map(Effect::Load).into_iter().collect()
    }

    fn walk(&mut self, by: isize) -> Vec<Effect> {
        self.day.mode = Mode::Browse;
        self.day.move_selection(by);
        Vec::new()
    }

    fn open_line(&mut self, line: EntryLine) -> Vec<Effect> {
        self.day.mode = Mode::Entry(Box::new(line));
        self.read_line();
        Vec::new()
    }

    /// Reads the entry line again after it or the diary has changed.
    pub(super) fn read_line(&mut self) {
        let (date, known, lang) = (self.day.date, &self.known, self.lang);
        if let (Mode::Entry(entry), Some(loaded)) = (&mut self.day.mode, &self.day.loaded) {
            entry.read(date, &loaded.diary, known, lang);
        }
    }

    fn complete(&mut self, back: bool) -> Vec<Effect> {
        let (date, known) = (self.day.date, &self.known);
        if let (Mode::Entry(entry), Some(loaded)) = (&mut self.day.mode, &self.day.loaded) {
            entry.complete(back, date, &loaded.diary, known);
        }
        Vec::new()
    }

    fn edit(&mut self, key: Key) {
        match &mut self.day.mode {
            Mode::Entry(entry) => {
                if entry.line.edit(key) {
                    self.read_line();
                }
            }
            Mode::Browse => {
                if let Some(c) = key.typed().filter(|c| opens_line(*c)) {
                    self.open_line(EntryLine::new(c.encode_utf8(&mut [0; 4])));
                }
            }
            Mode::Confirm(_) | Mode::Help { .. } => {}
        }
    }

    fn paste(&mut self, text: &str) {
        match &mut self.day.mode {
            Mode::Entry(entry) => {
                entry.line.insert(text);
                self.read_line();
            }
            Mode::Browse => {
                self.open_line(EntryLine::new(text.trim()));
            }
            Mode::Confirm(_) | Mode::Help { .. } => {}
        }
    }

    fn edit_selected(&mut self) -> Vec<Effect> {
        if let Some(block) = self.day.selected_block() {
            let line = EntryLine::edit(self.day.date, block, &self.known, self.lang);
            return self.open_line(line);
        }
        self.toast = Some(Toast::NoBlock);
        Vec::new()
    }

    fn delete_selected(&mut self) -> Vec<Effect> {
        if let Some(block) = self.day.selected_block() {
            return self.apply(Operation::Remove(vec![(self.day.date, block.id)]));
        }
        self.toast = Some(Toast::NoBlock);
        Vec::new()
    }

    fn apply(&self, operation: Operation) -> Vec<Effect> {
        vec![Effect::Apply {
            date: self.day.date,
            operation,
        }]
    }

    /// Closes the day, or opens it again if it is closed. A school day without a block is asked about first.
    fn close_day(&mut self) -> Vec<Effect> {
        let day = self.day.day();
        let date = day.date;
        if !day.closed && day.is_school() && day.blocks().is_empty() {
            self.day.mode = Mode::Confirm(Question::CloseEmpty);
            return Vec::new();
        }
        let closed = !day.closed;
        self.apply(Operation::Close { date, closed })
    }

    fn accept(&mut self, question: Question) -> Vec<Effect> {
        self.day.mode = Mode::Browse;
        match question {
            Question::CloseEmpty => self.apply(Operation::Close {
                date: self.day.date,
                closed: true,
            }),
        }
    }

    fn resolve(&mut self, on_overlap: OnOverlap) -> Vec<Effect> {
        match &self.day.mode {
            Mode::Entry(entry) if entry.is_in_conflict() => self.book(on_overlap),
            _ => Vec::new(),
        }
    }

    /// Books the line, or says that it cannot be; with nothing in it, or nothing changed, closes it.
    fn book(&mut self, on_overlap: OnOverlap) -> Vec<Effect> {
        let date = self.day.date;
        let Mode::Entry(entry) = &mut self.day.mode else {
            return Vec::new();
        };
        let is_done = on_overlap == OnOverlap::Refuse && entry.changes_nothing();
        if is_done || entry.line.text().trim().is_empty() {
            return self.cancel();
        }
        if let Some(operation) = entry.operation(date, on_overlap) {
            return self.apply(operation);
        }
        entry.insisted = true;
        Vec::new()
    }
}

/// Whether an action changes something of the day on the screen.
const fn is_about_the_day_shown(action: Action) -> bool {
    matches!(action, Action::Edit | Action::Delete | Action::CloseDay)
}

/// Whether a character typed in the list opens the entry line with it: every one that is no key of the list and can
/// begin an entry.
fn opens_line(c: char) -> bool {
    !c.is_control() && !c.is_whitespace()
}
