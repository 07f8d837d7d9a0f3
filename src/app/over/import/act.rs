//! What keys do in the preview of an import.

use super::log::LogLine;
use super::week::WeekLine;
use super::{Contents, Import, Layer, MeaningLine, Subject, TermLine, WeekFate, WordRules};
use crate::app::{App, Effect, FileKind, List, Over, Toast};
use crate::diary::{OnOverlap, Operation};
use crate::domain::WordMeaning;
use crate::keymap::{Action, Key};
use crate::transfer::incoming::BadWeekly;

impl Import {
    /// Closes what lies over the list, or leaves; asks first where something would be lost.
    pub(in crate::app::over) fn cancel(mut self: Box<Self>, app: &mut App) -> Vec<Effect> {
        if matches!(self.layer, Layer::None) {
            if !self.is_touched() {
                return Vec::new();
            }
            self.layer = Layer::Leave;
        } else {
            self.layer = Layer::None;
        }
        app.over = Some(Over::Import(self));
        Vec::new()
    }

    pub(in crate::app::over) fn act(mut self: Box<Self>, app: &mut App, action: Action) -> Vec<Effect> {
        let left_out = self.left_out().len();
        let effects = match std::mem::replace(&mut self.layer, Layer::None) {
            Layer::None if action == Action::WordRules => {
                app.over = Some(Over::Words(WordRules::of(self)));
                return Vec::new();
            }
            Layer::None => self.act_on_list(app, action),
            Layer::Meaning(mut line) => {
                if action != Action::Accept {
                    line.act(action);
                    self.layer = Layer::Meaning(line);
                } else if let Some(meaning) = line.taken() {
                    self.give(&line.subject, meaning);
                } else {
                    line.is_wrong = true;
                    self.layer = Layer::Meaning(line);
                }
                Vec::new()
            }
            Layer::Term(line) => {
                self.act_on_term(line, action);
                Vec::new()
            }
            Layer::LeftOut(mut list) => {
                if list.act(action, left_out) {
                    self.layer = Layer::LeftOut(list);
                }
                Vec::new()
            }
            Layer::Leave if action == Action::Accept => return Vec::new(),
            Layer::SkipAsked if action == Action::Accept => {
                match &mut self.what {
                    Contents::Log(log) => log.change(crate::transfer::incoming::Preview::skip_asked),
                    Contents::Week(week) => week.skip_asked(),
                }
                self.list.select(0);
                Vec::new()
            }
            other @ (Layer::Leave | Layer::SkipAsked) => {
                self.layer = other;
                Vec::new()
            }
        };
        app.over = Some(Over::Import(self));
        effects
    }

    fn act_on_list(&mut self, app: &mut App, action: Action) -> Vec<Effect> {
        let lines = self.count();
        if self.list.act(action, lines) {
            return Vec::new();
        }
        match action {
            Action::Accept => return self.open_line(app),
            Action::TakeIn => return self.take_in(app),
            Action::Toggle => self.toggle(),
            Action::NextValue => self.unfold(true),
            Action::PreviousValue => self.unfold(false),
            Action::MakeRoom => {
                self.on_overlap = match self.on_overlap {
                    OnOverlap::Refuse => OnOverlap::Trim,
                    OnOverlap::Trim => OnOverlap::Replace,
                    OnOverlap::Replace => OnOverlap::Parallel,
                    OnOverlap::Parallel => OnOverlap::Refuse,
                };
            }
            Action::SwitchKind => {
                let kind = match self.what {
                    Contents::Log(_) => FileKind::Timetable,
                    Contents::Week(_) => FileKind::Log,
                };
                return vec![Effect::ReadFile {
                    path: self.path.clone(),
                    format: self.format,
                    kind: Some(kind),
                }];
            }
            Action::LeftOut if !self.left_out().is_empty() => self.layer = Layer::LeftOut(List::default()),
            Action::SkipAsked if self.asked() > 0 => self.layer = Layer::SkipAsked,
            _ => {}
        }
        Vec::new()
    }

    /// Opens what the selected line is changed with.
    fn open_line(&mut self, app: &mut App) -> Vec<Effect> {
        let at = self.list.at(self.count());
        let line = match &self.what {
            Contents::Log(log) => match log.lines.get(at).copied() {
                None | Some(LogLine::Take) => None,
                Some(LogLine::Group(group)) => log.groups.get(group).map(|group| {
                    let subject = if group.label.is_empty() {
                        Subject::Rows(group.rows.clone())
                    } else {
                        Subject::Word(group.label.clone())
                    };
                    MeaningLine::new(app, subject, &group.label, group.is_days, &group.perhaps)
                }),
                Some(LogLine::Record(row, group)) => log.groups.get(group).map(|group| {
                    let subject = Subject::Rows(vec![row]);
                    MeaningLine::new(app, subject, &group.label, group.is_days, &group.perhaps)
                }),
            },
            Contents::Week(week) => match week.lines.get(at).copied() {
                None | Some(WeekLine::Take) => None,
                Some(WeekLine::Term) => {
                    self.layer = Layer::Term(TermLine::default());
                    return Vec::new();
                }
                Some(WeekLine::Bells) => {
                    self.toggle();
                    return Vec::new();
                }
                Some(WeekLine::Entry(entry)) => week.file.weekly.get(entry).map(|item| {
                    let perhaps = match week.fates.get(entry) {
                        Some(WeekFate::Asked(perhaps)) => perhaps.as_slice(),
                        _ => &[],
                    };
                    let subject = Subject::Word(item.label.clone());
                    MeaningLine::new(app, subject, &item.label, false, perhaps)
                }),
            },
        };
        let Some(line) = line else {
            return self.take_in(app);
        };
        self.layer = Layer::Meaning(line);
        Vec::new()
    }

    /// Gives a meaning to what it was typed for.
    fn give(&mut self, subject: &Subject, meaning: WordMeaning) {
        match (&mut self.what, subject) {
            (Contents::Log(log), Subject::Word(word)) => {
                log.change(|preview| {
                    // What was said of single records goes: the word holds for all.
                    let same = preview.rows().enumerate().filter(|(_, (r, _))| r.label() == word);
                    let same: Vec<usize> = same.map(|(row, _)| row).collect();
                    preview.choose_all(&same, None);
                    preview.teach(word, meaning);
                });
            }
            (Contents::Log(log), Subject::Rows(rows)) => {
                log.change(|preview| preview.choose_all(rows, Some(&meaning)));
            }
            (Contents::Week(week), Subject::Word(word)) => week.teach(word, meaning),
            (Contents::Week(_), Subject::Rows(_)) => {}
        }
    }

    /// Passes over the selected line, or no more.
    fn toggle(&mut self) {
        let at = self.list.at(self.count());
        match &mut self.what {
            Contents::Log(log) => {
                let rows = match log.lines.get(at) {
                    Some(LogLine::Group(group)) => log.groups.get(*group).map(|g| g.rows.clone()),
                    Some(LogLine::Record(row, _)) => Some(vec![*row]),
                    _ => None,
                };
                let Some(rows) = rows else { return };
                log.change(|preview| {
                    let is_skipped = |row: &usize| preview.chosen(*row) == Some(&WordMeaning::Skip);
                    let skip = Some(&WordMeaning::Skip).filter(|_| !rows.iter().all(is_skipped));
                    preview.choose_all(&rows, skip);
                });
            }
            Contents::Week(week) => match week.lines.get(at) {
                Some(WeekLine::Entry(entry)) => week.toggle(*entry),
                Some(WeekLine::Bells) => week.toggle_bells(),
                _ => {}
            },
        }
    }

    /// Shows the records of the selected line, or hides them.
    fn unfold(&mut self, is_open: bool) {
        let at = self.list.at(self.count());
        if let Contents::Log(log) = &mut self.what
            && let Some(LogLine::Group(group) | LogLine::Record(_, group)) = log.lines.get(at).copied()
            && let Some(line) = log.unfold(group, is_open)
            && !is_open
        {
            self.list.select(line);
        }
    }

    fn act_on_term(&mut self, mut line: TermLine, action: Action) {
        let Contents::Week(week) = &mut self.what else {
            return;
        };
        if action == Action::Accept {
            if let Some(terms) = line.read(week.old_terms()) {
                week.set_terms(terms);
                return;
            }
            line.is_wrong = true;
        }
        self.layer = Layer::Term(line);
    }

    /// Does the import, as one change.
    fn take_in(&mut self, app: &mut App) -> Vec<Effect> {
        let asked = self.asked();
        if asked > 0 {
            app.toast = Some(Toast::ImportAsked(asked));
            return Vec::new();
        }
        // What others have changed meanwhile is not to be changed back, nor anything done that was not shown.
        let is_other = match &mut self.what {
            Contents::Log(log) => log.renew(app),
            Contents::Week(week) => week.renew(app),
        };
        if is_other {
            app.toast = Some(Toast::ImportAnew);
            return Vec::new();
        }
        let (operation, settings) = match &self.what {
            Contents::Log(log) => {
                let operation = log.preview.operation(self.on_overlap);
                (operation, log.taught(app).into_iter().collect())
            }
            Contents::Week(week) => match (&week.result, week.settings(app)) {
                (Err(BadWeekly::NoTerm(_)), _) => {
                    self.layer = Layer::Term(TermLine::default());
                    return Vec::new();
                }
                _ if week.lost.is_some() => {
                    app.toast = Some(Toast::ImportStuck);
                    return Vec::new();
                }
                (Err(_), _) => {
                    app.toast = Some(Toast::ImportStuck);
                    return Vec::new();
                }
                (Ok(_), settings) => (Operation::All(Vec::new()), settings.unwrap_or_default()),
            },
        };
        if settings.is_empty() && matches!(&operation, Operation::All(all) if all.is_empty()) {
            app.toast = Some(Toast::NothingToImport);
            return Vec::new();
        }
        let date = app.day.date;
        vec![Effect::Apply {
            date,
            operation,
            settings,
        }]
    }

    /// What to say once it is done.
    pub(in crate::app) fn done(&self, all: &[Operation]) -> Toast {
        let entries = match &self.what {
            Contents::Week(week) => week.result.as_ref().map_or(0, |taken| taken.added),
            Contents::Log(_) => 0,
        };
        let (mut blocks, mut days) = (0, 0);
        for one in all {
            match one {
                Operation::Bring { .. } => blocks += 1,
                Operation::Mark { .. } => days += 1,
                _ => {}
            }
        }
        Toast::Imported {
            blocks,
            days,
            entries,
        }
    }

    pub(in crate::app::over) fn edit(mut self: Box<Self>, app: &mut App, key: Key) -> Vec<Effect> {
        match std::mem::replace(&mut self.layer, Layer::None) {
            Layer::Meaning(mut line) => match line.edit(app, key) {
                Some(meaning) => self.give(&line.subject, meaning),
                None => self.layer = Layer::Meaning(line),
            },
            Layer::Term(mut line) => {
                line.is_wrong &= !line.line.edit(key);
                self.layer = Layer::Term(line);
            }
            other => self.layer = other,
        }
        app.over = Some(Over::Import(self));
        Vec::new()
    }

    /// Takes text that was pasted where something is typed.
    pub(in crate::app) fn paste(&mut self, app: &App, text: &str) {
        match &mut self.layer {
            Layer::Meaning(line) => {
                line.line.insert(text);
                line.read(app);
            }
            Layer::Term(line) => {
                line.line.insert(text);
                line.is_wrong = false;
            }
            _ => {}
        }
    }
}
