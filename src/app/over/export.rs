//! Writing a summary into a file: which format, where, and what will stand in it.

mod previews;

use crate::app::{App, Effect, Line, List, Over, Query, Read, Screen, Toast, Wanting};
use crate::diary::Profile;
use crate::domain::WeekId;
use crate::i18n::I18n;
use crate::keymap::{Action, Key};
use crate::summary::{FileFormat, Reviewed, TextEncoding, TrendSummary, WeekSummary, file_name};
use previews::Previews;
use std::cell::Cell;
use std::ops::RangeInclusive;
use std::path::{MAIN_SEPARATOR, Path};

/// What a summary is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reviewable {
    /// A week.
    Week(WeekId),
    /// A range of weeks.
    Trend(RangeInclusive<WeekId>),
}

/// A summary that was read, with the settings it is written with.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    /// The summary.
    pub summary: Summary,
    /// Activities and rules.
    pub profile: Profile,
}

/// A summary of either kind.
#[derive(Debug, Clone, PartialEq)]
pub enum Summary {
    /// Of a week.
    Week(WeekSummary),
    /// Of a range of weeks.
    Trend(TrendSummary),
}

impl Review {
    /// What is to be written.
    #[must_use]
    pub const fn reviewed(&self) -> Reviewed<'_> {
        match &self.summary {
            Summary::Week(week) => Reviewed::Week(week),
            Summary::Trend(trend) => Reviewed::Trend(trend),
        }
    }

    fn is_of(&self, what: &Reviewable) -> bool {
        match (&self.summary, what) {
            (Summary::Week(week), Reviewable::Week(id)) => week.figures.week == *id,
            (Summary::Trend(trend), Reviewable::Trend(range)) => trend.range == *range,
            _ => false,
        }
    }
}

/// A format with the encoding of its text.
pub type ExportKind = (FileFormat, TextEncoding);

/// The kinds of files that are offered, those that most ask for first.
pub const EXPORT_KINDS: [ExportKind; 6] = [
    (FileFormat::Xlsx, TextEncoding::Utf8),
    (FileFormat::Html, TextEncoding::Utf8),
    (FileFormat::Markdown, TextEncoding::Utf8),
    (FileFormat::Csv, TextEncoding::Utf8),
    (FileFormat::Csv, TextEncoding::Gb18030),
    (FileFormat::Json, TextEncoding::Utf8),
];

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exported {
    /// It is written, under this path.
    Saved(String),
    /// A file is there already, under this path, and nobody said that it may be replaced.
    Exists(String),
}

/// Why a file is not written yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExportTrouble {
    /// There is one of this name: Enter again replaces it.
    Exists,
    /// No path is typed.
    NoPath,
    /// It cannot be written, in the user's language.
    Failed(String),
}

/// A summary about to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Export {
    /// What it is of.
    pub what: Reviewable,
    /// The path, typed.
    pub line: Line,
    /// The kinds of files, of which one is selected.
    pub list: List,
    /// The summary.
    pub review: Read<Box<Review>>,
    /// What the file of each kind will show, as far as it was looked at.
    previews: Previews,
    /// The first line of the preview that is shown.
    from: usize,
    /// The lines of the preview that fit, which drawing leaves here.
    rows: Cell<usize>,
    /// Why it is not written yet; none until Enter was pressed.
    pub trouble: Option<ExportTrouble>,
}

impl App {
    /// Opens the export of the week or the weeks on the screen.
    pub(in crate::app) fn export(&mut self) -> Vec<Effect> {
        let what = match &self.screen {
            Screen::Trend(trend) => {
                // A year that goes on is named up to this week.
                let (first, last) = trend.range(self.known.profile()).into_inner();
                Reviewable::Trend(first..=last.min(WeekId::of(self.today)).max(first))
            }
            _ => Reviewable::Week(WeekId::of(self.day.date)),
        };
        self.over = Some(Over::Export(Box::new(Export {
            what: what.clone(),
            line: Line::default(),
            list: List::default(),
            review: None,
            previews: Previews::default(),
            from: 0,
            rows: Cell::new(0),
            trouble: None,
        })));
        vec![Effect::Read(Query::Review(what))]
    }

    /// Takes what became of the file.
    pub(in crate::app) fn exported(&mut self, done: Exported, i18n: &I18n) {
        match done {
            Exported::Saved(path) => {
                self.over = None;
                self.toast = Some(Toast::Done(crate::tr!(i18n, "export-saved", path = path)));
            }
            Exported::Exists(path) => {
                if let Some(Over::Export(export)) = &mut self.over {
                    // The file that Enter would replace: a folder was typed, maybe.
                    export.line = Line::new(&path);
                    export.trouble = Some(ExportTrouble::Exists);
                }
            }
        }
    }
}

impl Export {
    /// How many kinds of files there are.
    pub(super) const LINES: usize = EXPORT_KINDS.len();

    /// The selected kind.
    #[must_use]
    pub fn kind(&self) -> ExportKind {
        EXPORT_KINDS[self.list.at(Self::LINES)]
    }

    /// What the file of the selected kind will show, line by line; nothing until the summary is read.
    #[must_use]
    pub fn lines(&self, i18n: &I18n) -> &[String] {
        match &self.review {
            Some(Ok(review)) => self.previews.of(review, self.kind().0, i18n),
            _ => &[],
        }
    }

    /// What the file will show where so many lines fit, from the first line that is to be seen to the end.
    #[must_use]
    pub fn preview(&self, rows: usize, i18n: &I18n) -> &[String] {
        self.rows.set(rows);
        let lines = self.lines(i18n);
        let first = self.from.min(lines.len().saturating_sub(rows));
        lines.get(first..).unwrap_or_default()
    }

    /// Whether the preview is longer than so many lines.
    #[must_use]
    pub fn turns(&self, rows: usize, i18n: &I18n) -> bool {
        self.lines(i18n).len() > rows
    }

    fn scroll(&mut self, action: Action) {
        let rows = self.rows.get();
        let page = rows.saturating_sub(1).max(1); // the last row only says that there is more
        let last = self.previews.made(self.kind().0).len().saturating_sub(rows);
        self.from = match action {
            Action::PageDown => (self.from + page).min(last),
            _ => self.from.min(last).saturating_sub(page),
        };
    }

    /// Takes the summary; what is of something else comes too late. `folder` is where files go unless the user says
    /// otherwise.
    pub(in crate::app) fn take(&mut self, review: Box<Review>, folder: &str) {
        if !review.is_of(&self.what) {
            return;
        }
        let reviewed = review.reviewed();
        let name = file_name(reviewed, self.kind().0);
        let separator = if folder.is_empty() || folder.ends_with(MAIN_SEPARATOR) {
            String::new()
        } else {
            MAIN_SEPARATOR.to_string()
        };
        if self.line.is_empty() {
            self.line = Line::new(&format!("{folder}{separator}{name}"));
        }
        self.previews = Previews::default();
        self.review = Some(Ok(review));
    }

    /// Takes a click on a kind of files.
    pub(super) fn click(mut self, app: &mut App, row: usize) -> Vec<Effect> {
        let before = self.kind();
        if row < Self::LINES {
            self.list.select(row);
            self.rename(before.0);
        }
        app.over = Some(Over::Export(Box::new(self)));
        Vec::new()
    }

    pub(super) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        let (before, at) = (self.kind(), self.list.at(Self::LINES));
        let mut effects = Vec::new();
        if matches!(action, Action::PageUp | Action::PageDown) {
            self.scroll(action);
        } else if self.list.act(action, Self::LINES) {
            if self.list.at(Self::LINES) != at {
                self.rename(before.0);
            }
        } else if action == Action::Accept {
            effects = self.write(app);
        }
        app.over = Some(Over::Export(Box::new(self)));
        effects
    }

    /// Writes the file; over another one only when it was said that there is one.
    fn write(&mut self, app: &App) -> Vec<Effect> {
        let Some(Ok(review)) = &self.review else {
            return Vec::new();
        };
        let path = app.folder(self.line.text().trim());
        if path.is_empty() {
            self.trouble = Some(ExportTrouble::NoPath);
            return Vec::new();
        }
        vec![Effect::Export(Box::new(Wanting {
            review: review.clone(),
            kind: self.kind(),
            path,
            replace: self.trouble == Some(ExportTrouble::Exists),
        }))]
    }

    /// Gives the path the ending of the kind, if it has that of the kind before.
    fn rename(&mut self, before: FileFormat) {
        (self.trouble, self.from) = (None, 0);
        let text = self.line.text();
        let path = Path::new(text);
        let Some(ending) = path.extension().and_then(|e| e.to_str()) else {
            return;
        };
        if before == self.kind().0
            || FileFormat::from_extension(path) != Some(before)
            || !text.ends_with(ending)
        {
            return;
        }
        let stem = &text[..text.len() - ending.len()];
        self.line = Line::new(&format!("{stem}{}", self.kind().0.extension()));
    }

    /// Selects the kind of files that the typed ending is of. Tables in text stay in the encoding that is selected.
    fn follow(&mut self) {
        self.trouble = None;
        let format = FileFormat::from_extension(Path::new(self.line.text().trim()));
        let Some(format) = format.filter(|format| *format != self.kind().0) else {
            return;
        };
        if let Some(at) = EXPORT_KINDS.iter().position(|kind| kind.0 == format) {
            self.list.select(at);
            self.from = 0;
        }
    }

    pub(super) fn edit(mut self, app: &mut App, key: Key) -> Vec<Effect> {
        if self.line.edit(key) {
            self.follow();
        }
        app.over = Some(Over::Export(Box::new(self)));
        Vec::new()
    }

    pub(super) fn paste(&mut self, text: &str) {
        self.line.insert(text.trim());
        self.follow();
    }

    pub(super) fn fail(&mut self, why: &str) -> bool {
        if self.review.is_none() {
            self.review = Some(Err(why.to_owned()));
        } else {
            self.trouble = Some(ExportTrouble::Failed(why.to_owned()));
        }
        true
    }
}
