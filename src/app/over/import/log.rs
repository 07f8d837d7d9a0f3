//! A log or a calendar: its records by what the file calls them.

use super::words::words_over;
use crate::app::App;
use crate::diary::Setting;
use crate::domain::{WordMeaning, WordRule};
use crate::transfer::incoming::{Counts, Fate, Format, Incoming, Known, Preview, What};
use std::collections::{BTreeSet, HashMap};

/// The records that a file calls the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// What the file calls them; perhaps empty.
    pub label: String,
    /// Whether they are whole days.
    pub is_days: bool,
    /// The records, by their places in the file.
    pub rows: Vec<usize>,
    /// What becomes of them.
    pub counts: Counts,
    /// What the first of them that means something becomes.
    pub meaning: Option<WordMeaning>,
    /// What they may mean.
    pub perhaps: Vec<WordMeaning>,
    /// Whether its records are shown.
    pub is_open: bool,
}

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogLine {
    /// Does the import.
    Take,
    /// Records that the file calls the same.
    Group(usize),
    /// One record, by its place in the file, and its group.
    Record(usize, usize),
}

/// An import of what has taken place.
#[derive(Debug, Clone, PartialEq)]
pub struct LogImport {
    /// What becomes of each record.
    pub preview: Preview,
    /// The records by what the file calls them: what is to be decided first, then in the order of the file.
    pub groups: Vec<Group>,
    /// The lines of the list.
    pub lines: Vec<LogLine>,
    /// How many records come to what.
    pub counts: Counts,
    /// How many wordings nobody knows.
    pub asked: usize,
    open: BTreeSet<(String, bool)>,
    /// The user's own rules that this was worked out by, those of this import apart.
    words: Vec<WordRule>,
}

impl LogImport {
    pub(super) fn new(incoming: Incoming, known: Known, format: Format, app: &App) -> Self {
        let knowledge = app.known();
        let own = knowledge.profile().words.clone();
        let preview = Preview::new(
            incoming,
            format.name(),
            known,
            knowledge.lexicon(),
            own.clone(),
            app.today(),
        );
        let mut out = Self {
            preview,
            groups: Vec::new(),
            lines: Vec::new(),
            counts: Counts::default(),
            asked: 0,
            open: BTreeSet::new(),
            words: own,
        };
        out.regroup();
        out
    }

    /// Changes the preview, and what is made of it.
    pub(super) fn change(&mut self, change: impl FnOnce(&mut Preview)) {
        change(&mut self.preview);
        self.regroup();
    }

    /// Works it out again if the user's own rules are not those that it was worked out by; whether anything becomes
    /// something else than what is shown.
    pub(super) fn renew(&mut self, app: &App) -> bool {
        let profile = app.known().profile();
        if profile.words == self.words {
            return false;
        }
        let own = words_over(profile, &self.words, self.preview.own());
        self.words.clone_from(&profile.words);
        let before: Vec<Fate> = self.preview.rows().map(|(_, fate)| fate.clone()).collect();
        self.change(|preview| preview.set_own(own));
        !self.preview.rows().map(|(_, fate)| fate).eq(&before)
    }

    /// The setting that keeps what was taught; none where nothing was.
    pub(super) fn taught(&self, app: &App) -> Option<Setting> {
        let own = self.preview.taught()?;
        (own != app.known().profile().words).then(|| Setting::Words(own.to_vec()))
    }

    /// The line that asks first; the first line where none does.
    pub(super) fn first_asked(&self) -> usize {
        usize::from(self.asked > 0)
    }

    /// The group of a line.
    #[must_use]
    pub fn group(&self, line: LogLine) -> Option<&Group> {
        match line {
            LogLine::Take => None,
            LogLine::Group(at) | LogLine::Record(_, at) => self.groups.get(at),
        }
    }

    /// Shows the records of a group, or hides them; gives the group's line.
    pub(super) fn unfold(&mut self, group: usize, is_open: bool) -> Option<usize> {
        let shown = self.groups.get_mut(group)?;
        shown.is_open = is_open;
        let key = (shown.label.clone(), shown.is_days);
        if is_open {
            self.open.insert(key);
        } else {
            self.open.remove(&key);
        }
        self.list();
        self.lines.iter().position(|line| *line == LogLine::Group(group))
    }

    fn regroup(&mut self) {
        let mut groups: Vec<Group> = Vec::new();
        let mut places: HashMap<(&str, bool), usize> = HashMap::new();
        self.counts = Counts::default();
        for (row, (record, fate)) in self.preview.rows().enumerate() {
            let is_days = matches!(record.what, What::Days(_));
            let at = *places.entry((record.label(), is_days)).or_insert(groups.len());
            if at == groups.len() {
                groups.push(Group {
                    label: record.label().to_owned(),
                    is_days,
                    rows: Vec::new(),
                    counts: Counts::default(),
                    meaning: None,
                    perhaps: Vec::new(),
                    is_open: false,
                });
            }
            let Some(group) = groups.get_mut(at) else { continue };
            group.rows.push(row);
            group.counts.add(fate);
            self.counts.add(fate);
            match fate {
                Fate::Taken(meaning) | Fate::Marked { meaning, .. } | Fate::InTheWay(meaning, _) => {
                    group.meaning.get_or_insert_with(|| meaning.clone());
                }
                Fate::Asked(perhaps) if group.perhaps.is_empty() => group.perhaps.clone_from(perhaps),
                _ => {}
            }
        }
        self.asked = groups.iter().filter(|g| g.counts.asked > 0).count();
        groups.sort_by_key(|g| g.counts.asked == 0); // stable
        for group in &mut groups {
            group.is_open = self.open.contains(&(group.label.clone(), group.is_days));
        }
        self.groups = groups;
        self.list();
    }

    fn list(&mut self) {
        self.lines = vec![LogLine::Take];
        for (at, group) in self.groups.iter().enumerate() {
            self.lines.push(LogLine::Group(at));
            if group.is_open {
                let records = group.rows.iter().map(|row| LogLine::Record(*row, at));
                self.lines.extend(records);
            }
        }
    }
}
