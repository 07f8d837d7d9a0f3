//! What actions do on the day screen.

use super::{EntryLine, Mode};
use crate::app::{App, DayKindMenu, Effect, Over, Overlap, PlanToast, Preview, RepeatDay, Toast};
use crate::diary::{Draft, OnOverlap, Operation, Unconfirmed, When, conflicts};
use crate::domain::{Block, Span};
use crate::keymap::Action;

impl App {
    pub(in crate::app) fn act_on_day(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Confirm => self.confirm_selected(),
            Action::ConfirmAll => self.confirm_all(),
            Action::Log => self.open_line(EntryLine::new("")),
            Action::Edit => self.edit_selected(),
            Action::Delete => self.delete_selected(),
            Action::CloseDay => self.close_day(),
            Action::DayKind => self.choose_kind(),
            Action::RepeatLast => self.repeat_last(),
            Action::RepeatDay => {
                let (over, read) = RepeatDay::new(self.day.date);
                self.over = Some(Over::RepeatDay(over));
                vec![read]
            }
            Action::CopyBlock | Action::CopyDay => self.copy(action),
            Action::Paste => self.paste_copied(),
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
            Action::Cancel if self.day.mode == Mode::Browse => self.back_to_flag(),
            Action::Cancel => {
                self.day.mode = Mode::Browse;
                Vec::new()
            }
            _ => match nudge(action) {
                Some(by) => self.nudge(by),
                None => Vec::new(),
            },
        }
    }

    fn walk(&mut self, by: isize) -> Vec<Effect> {
        self.day.mode = Mode::Browse;
        self.day.move_selection(by);
        Vec::new()
    }

    pub(in crate::app) fn open_line(&mut self, line: EntryLine) -> Vec<Effect> {
        self.day.mode = Mode::Entry(Box::new(line));
        self.read_line();
        Vec::new()
    }

    /// Reads the entry line again after it or the diary has changed.
    pub(in crate::app) fn read_line(&mut self) {
        let (date, known, lang) = (self.day.date, &self.known, self.lang);
        if let (Mode::Entry(entry), Some(loaded)) = (&mut self.day.mode, &self.day.loaded) {
            entry.read(date, &loaded.diary, known, lang);
        }
    }

    fn complete(&mut self, back: bool) -> Vec<Effect> {
        let (date, known, lang) = (self.day.date, &self.known, self.lang);
        if let (Mode::Entry(entry), Some(loaded)) = (&mut self.day.mode, &self.day.loaded) {
            entry.complete(back, date, &loaded.diary, known, lang);
        }
        Vec::new()
    }

    /// The selected block; where none is, the user is told.
    fn selected(&mut self) -> Option<Block> {
        let block = self.day.selected_block();
        if block.is_none() {
            self.toast = Some(Toast::NoBlock);
        }
        block
    }

    fn edit_selected(&mut self) -> Vec<Effect> {
        if let Some((span, draft)) = self.day.selected_planned().map(Unconfirmed::draft) {
            return self.edit_planned(span, &draft);
        }
        let Some(block) = self.selected() else {
            return Vec::new();
        };
        let line = EntryLine::edit(self.day.date, block, &self.known, self.lang);
        self.open_line(line)
    }

    /// Takes the selected block out; what is planned did not take place.
    fn delete_selected(&mut self) -> Vec<Effect> {
        if let Some(open) = self.day.selected_planned() {
            return self.dismiss(open);
        }
        let Some(block) = self.selected() else {
            return Vec::new();
        };
        self.apply(Operation::Remove(vec![(self.day.date, block.id)]))
    }

    fn choose_kind(&mut self) -> Vec<Effect> {
        let menu = DayKindMenu::new(&self.day.day(), self.has_timetable());
        self.over = Some(Over::DayKind(menu));
        Vec::new()
    }

    fn add(&self, drafts: Vec<Draft>) -> Vec<Effect> {
        self.apply(Operation::Add {
            date: self.day.date,
            drafts,
            on_overlap: OnOverlap::Refuse,
        })
    }

    /// Books again what was booked last, or else the day's selected or last block: as long, after all others.
    fn repeat_last(&mut self) -> Vec<Effect> {
        let day = self.day.day();
        let block = self.day.selected_block().or_else(|| day.blocks().last().cloned());
        let last = self.last_booked.clone().or_else(|| block.as_ref().map(Draft::of));
        let Some(draft) = last else {
            self.toast = Some(Toast::NothingToRepeat);
            return Vec::new();
        };
        let when = match draft.when {
            When::Span(span) if span.clock_times().is_some() && day.last_end().is_some() => {
                When::AfterLast(span.minutes())
            }
            when => when,
        };
        self.add(vec![Draft { when, ..draft }])
    }

    fn copy(&mut self, action: Action) -> Vec<Effect> {
        let drafts: Vec<Draft> = match (action, self.day.selected_planned()) {
            (Action::CopyDay, _) => self.day.day().blocks().iter().map(Draft::of).collect(),
            (_, Some(open)) => vec![open.draft().1],
            (_, None) => self.day.selected_block().iter().map(Draft::of).collect(),
        };
        if drafts.is_empty() {
            self.toast = Some(Toast::NoBlock);
        } else {
            self.toast = Some(Toast::Copied(drafts.len()));
            self.copied = drafts;
        }
        Vec::new()
    }

    fn paste_copied(&mut self) -> Vec<Effect> {
        if self.copied.is_empty() {
            self.toast = Some(Toast::NothingCopied);
            return Vec::new();
        }
        self.add(self.copied.clone())
    }

    /// Moves the selected block, or one of its ends. It stops where another block begins, and where the day ends. What is
    /// planned is no block yet, and a key that moves must not book one: it is told how to.
    fn nudge(&mut self, (start, end): (i32, i32)) -> Vec<Effect> {
        if self.day.selected_planned().is_some() {
            self.toast = Some(Toast::Plan(PlanToast::ConfirmFirst));
            return Vec::new();
        }
        let Some(block) = self.selected() else {
            return Vec::new();
        };
        let span = match nudged(block.span, start, end) {
            Some(Ok(span)) => span,
            Some(Err(refusal)) => {
                self.toast = Some(Toast::CannotNudge(refusal));
                return Vec::new();
            }
            None => return Vec::new(),
        };
        let date = self.day.date;
        if !block.parallel
            && let Some(loaded) = &self.day.loaded
            && let Some(other) = conflicts(&loaded.diary, date, span, Some(&block.id)).pop()
        {
            self.toast = Some(Toast::InTheWay(Box::new(other)));
            return Vec::new();
        }
        self.apply(Operation::Edit {
            date,
            id: block.id,
            mend: crate::diary::Mend {
                when: Some(When::Span(span)),
                ..Default::default()
            },
            on_overlap: OnOverlap::Refuse,
        })
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
            self.day.mode = Mode::Browse;
            return Vec::new();
        }
        let Some(operation) = entry.operation(date, on_overlap) else {
            entry.insisted = true;
            return Vec::new();
        };
        if let (OnOverlap::Refuse, Preview::Block { conflicts, .. }, Some(loaded)) =
            (on_overlap, &entry.preview, &self.day.loaded)
            && let Some(other) = conflicts.first()
        {
            let over = Overlap::new(operation, other.clone(), &loaded.diary);
            self.over = Some(Over::Overlap(Box::new(over)));
            return Vec::new();
        }
        self.apply_asking(operation)
    }
}

/// By how many minutes an action moves start and end.
const fn nudge(action: Action) -> Option<(i32, i32)> {
    /// As tui.md has it.
    const STEP: i32 = 5;
    Some(match action {
        Action::Earlier => (-STEP, -STEP),
        Action::Later => (STEP, STEP),
        Action::StartEarlier => (-STEP, 0),
        Action::StartLater => (STEP, 0),
        Action::EndEarlier => (0, -STEP),
        Action::EndLater => (0, STEP),
        _ => return None,
    })
}

/// A span with its ends moved; an amount has an end only. None where there is nothing to move.
fn nudged(span: Span, start: i32, end: i32) -> Option<Result<Span, crate::domain::BadSpan>> {
    match span.clock_times() {
        Some((from, to)) => {
            let from = from.checked_add_signed(start)?;
            Some(Span::clocked(from, to.checked_add_signed(end)?))
        }
        None if start == 0 => Some(Span::amount(span.minutes().checked_add_signed(end)?)),
        None => None,
    }
}
