//! What an import would do, to be accepted, mapped or passed over before anything is done.

mod act;
mod file;
mod log;
mod meaning;
mod term;
mod week;
mod words;

pub use file::{FileContent, FileRead, ImportFile, PathTrouble};
pub use log::{Group, LogImport, LogLine};
pub use meaning::{MeaningLine, Subject};
pub use term::TermLine;
pub use week::{WeekFate, WeekImport, WeekLine};
pub use words::{RuleLine, WordRules};

use crate::app::{App, List};
use crate::diary::OnOverlap;
use crate::keymap::{Action, Context};
use crate::transfer::incoming::{Format, LeftOut};

/// An import that can still be changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// The file's path.
    pub path: String,
    /// The file's name.
    pub name: String,
    /// The file's format.
    pub format: Format,
    /// What it holds.
    pub what: Contents,
    /// What becomes of blocks in whose time others stand.
    pub on_overlap: OnOverlap,
    /// The selected line.
    pub list: List,
    /// What lies over the list.
    pub layer: Layer,
}

/// What a file is taken for, with what would become of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Contents {
    /// What has taken place.
    Log(LogImport),
    /// What comes back every week.
    Week(WeekImport),
}

/// What lies over the list of an import.
#[derive(Debug, Clone, PartialEq)]
pub enum Layer {
    /// Nothing.
    None,
    /// What something means, to be typed.
    Meaning(MeaningLine),
    /// The first and the last day of the term, to be typed.
    Term(TermLine),
    /// What of the file is not taken.
    LeftOut(List),
    /// Leave, and forget what was decided?
    Leave,
    /// Pass over everything that nobody knows?
    SkipAsked,
}

impl Import {
    /// The preview of a file that was read.
    #[must_use]
    pub(in crate::app) fn new(read: FileRead, app: &App) -> Self {
        let what = match read.content {
            FileContent::Log(incoming, known) => {
                Contents::Log(LogImport::new(incoming, known, read.format, app))
            }
            FileContent::Week(week) => Contents::Week(WeekImport::new(week, app)),
        };
        let first = match &what {
            Contents::Log(log) => log.first_asked(),
            Contents::Week(week) => week.first_asked(),
        };
        Self {
            path: read.path,
            name: read.name,
            format: read.format,
            what,
            on_overlap: OnOverlap::Refuse,
            list: List::on(first),
            layer: Layer::None,
        }
    }

    /// Whose keys count.
    #[must_use]
    pub const fn context(&self) -> Context {
        match self.layer {
            Layer::None => Context::Import,
            Layer::Meaning(_) | Layer::Term(_) => Context::Prompt,
            Layer::LeftOut(_) => Context::Menu,
            Layer::Leave | Layer::SkipAsked => Context::Dialog,
        }
    }

    /// How many lines its list has.
    #[must_use]
    pub fn count(&self) -> usize {
        match &self.what {
            Contents::Log(log) => log.lines.len(),
            Contents::Week(week) => week.lines.len(),
        }
    }

    /// What of the file is not taken, and why.
    #[must_use]
    pub fn left_out(&self) -> &[LeftOut] {
        match &self.what {
            Contents::Log(log) => log.preview.left_out(),
            Contents::Week(week) => &week.file.left_out,
        }
    }

    /// How many wordings nobody knows.
    #[must_use]
    pub fn asked(&self) -> usize {
        match &self.what {
            Contents::Log(log) => log.asked,
            Contents::Week(week) => week.asked(),
        }
    }

    /// Whether an action that only some files give a meaning does something now; all others always do.
    pub(in crate::app) fn offers(&self, action: Action) -> bool {
        if !matches!(self.layer, Layer::None) {
            return true;
        }
        match (action, &self.what) {
            (Action::MakeRoom, Contents::Log(log)) => log.counts.in_the_way > 0,
            (Action::NextValue | Action::PreviousValue, Contents::Log(log)) => !log.groups.is_empty(),
            (Action::MakeRoom | Action::NextValue | Action::PreviousValue, Contents::Week(_)) => false,
            (Action::SkipAsked, _) => self.asked() > 0,
            (Action::LeftOut, _) => !self.left_out().is_empty(),
            _ => true,
        }
    }

    /// Whether something was decided that leaving would lose.
    fn is_touched(&self) -> bool {
        match &self.what {
            Contents::Log(log) => log.preview.is_touched(),
            Contents::Week(week) => week.is_touched(),
        }
    }

    pub(in crate::app::over) fn lines(&mut self) -> Option<(&mut List, usize)> {
        let (count, left_out) = (self.count(), self.left_out().len());
        match &mut self.layer {
            Layer::None => Some((&mut self.list, count)),
            Layer::LeftOut(list) => Some((list, left_out)),
            Layer::Meaning(line) => {
                let lines = line.offers.len();
                Some((&mut line.list, lines))
            }
            Layer::Term(_) | Layer::Leave | Layer::SkipAsked => None,
        }
    }
}
