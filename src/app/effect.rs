//! What the app asks for, and what it hears back. Both are values: somebody else opens the store and the terminal.

use super::{
    Catalogue, ExportKind, Exported, FileRead, Prefs, Responded, Responding, Review, Reviewable, Spot,
    SurveyAnswer, SurveyAsked,
};
use crate::diary::{Diary, Operation, Outcome, Profile, Refusal, Setting};
use crate::domain::{Block, Day, WeekId};
use crate::figures::{Baseline, Past, WeekFigures};
use crate::i18n::Lang;
use crate::keymap::{Action, Key};
use crate::store::{BackupInfo, Undone};
use crate::summary::TrendSummary;
use crate::survey::{Definition, SurveyChange};
use crate::transfer::incoming::Format;
use chrono::{Days, NaiveDate};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// Something that happened outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The mouse did something, to what is drawn there.
    Mouse(Mouse, Option<Target>),
    /// The user came back: the terminal got the focus, or the program was resumed.
    Back,
    /// Nothing has happened for a while.
    Idle,
}

/// What a mouse does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mouse {
    /// The left button went down.
    Press,
    /// It moved with the left button down.
    Drag,
    /// The left button went up.
    Release,
    /// The wheel turned up.
    WheelUp,
    /// The wheel turned down.
    WheelDown,
}

/// What a cell of the screen stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A line of the day's list, by its place.
    Listed(usize),
    /// A place on the day's time line.
    Time(Spot),
    /// A line of what lies over the screen, or of a screen that is a list.
    Row(usize),
    /// A date.
    Date(NaiveDate),
    /// The quick-entry line.
    Entry,
    /// A cell of the timetable, by column and row.
    Cell(usize, usize),
    /// Something that can be done: a hint of the footer.
    Do(Action),
}

/// Something to be done outside.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Read what the screen of a date shows.
    Load(NaiveDate),
    /// The same, if another process has changed the data since this sequence number.
    Refresh {
        /// The date shown.
        date: NaiveDate,
        /// The sequence number of what is shown.
        seen: u64,
    },
    /// Read every record in the user's pause, and mend what is damaged.
    Verify(NaiveDate),
    /// Change the diary, durably, then read the date again.
    Apply {
        /// The date shown.
        date: NaiveDate,
        /// The change.
        operation: Operation,
        /// Settings that are data and change with it, other than the school days.
        settings: Vec<Setting>,
    },
    /// Take the last change back, then read its date.
    Undo(NaiveDate),
    /// Make it again, then read its date.
    Redo(NaiveDate),
    /// Change a setting that is data, durably, then read the date again.
    Set {
        /// The date shown.
        date: NaiveDate,
        /// The setting with its new value.
        setting: Setting,
    },
    /// Change what the user takes part in and says, on the surveys as they are then, durably; then read the date again.
    ChangeSurvey {
        /// The date shown.
        date: NaiveDate,
        /// What is changed.
        change: Box<SurveyChange>,
    },
    /// Read a file of another program for what lies over the screen.
    ReadFile {
        /// Its path, the user's own folder written out.
        path: String,
        /// Its format.
        format: Format,
        /// What it is taken for; none to find out.
        kind: Option<FileKind>,
    },
    /// Read the definition of a survey, to be joined.
    ReadDefinition(String),
    /// Read the names of files that begin with a path.
    ListFiles {
        /// The path.
        typed: String,
        /// The files that are meant.
        wanted: FileWanted,
    },
    /// Read something for what lies over the screen.
    Read(Query),
    /// Say what the actions are called in the language on the screen.
    NameActions {
        /// Whether the day shown is closed, so that closing it means to open it again.
        closed: bool,
    },
    /// Look after the data as a whole, then read the date again.
    Maintain {
        /// The date shown.
        date: NaiveDate,
        /// What to do.
        task: Task,
    },
    /// Keep the data in another folder from now on, then read the date again.
    MoveData {
        /// The date shown.
        date: NaiveDate,
        /// The folder.
        to: String,
    },
    /// Change a value of the configuration file.
    Configure {
        /// The key.
        key: &'static str,
        /// The value, as `config set` takes it.
        value: String,
    },
    /// Look as if this were configured, until the next of these; nothing is saved.
    TryOn(Looks),
    /// Write a summary into a file.
    Export(Box<Wanting>),
    /// Write a response to a survey, or a withdrawal, into a file.
    Respond(Box<Responding>),
    /// Hand the terminal over to the user's editor, with a text.
    EditText {
        /// The text.
        text: String,
        /// A word for the name of the file.
        about: &'static str,
    },
    /// Keep an edited text that was not taken in a file.
    KeepText {
        /// The text.
        text: String,
        /// A word for the name of the file.
        about: &'static str,
    },
    /// Hand the terminal back to the shell until resumed.
    Suspend,
    /// Leave.
    Quit,
}

/// A file that is wanted.
#[derive(Debug, Clone, PartialEq)]
pub struct Wanting {
    /// What it is to hold.
    pub review: Box<Review>,
    /// Its format.
    pub kind: ExportKind,
    /// Its path, the user's own folder written out.
    pub path: String,
    /// Whether it may take the place of a file that is there.
    pub replace: bool,
}

/// What the program looks like; none for as it is configured.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Looks {
    /// The name of a theme.
    pub theme: Option<String>,
    /// A language.
    pub lang: Option<Lang>,
}

/// Something to be read that is no screen's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Query {
    /// The recorded days of a range.
    Days(RangeInclusive<NaiveDate>),
    /// The dates of a range that are marked as school day or off, whatever they would be else.
    Marked(RangeInclusive<NaiveDate>),
    /// The blocks whose note holds a text, the newest first.
    Search {
        /// The text.
        text: String,
        /// How many at most.
        most: usize,
    },
    /// The weeks that a baseline can be made of.
    BaselineWeeks {
        /// How many complete weeks at most, the newest.
        newest: usize,
        /// These too, complete or not.
        chosen: Vec<WeekId>,
    },
    /// The backups there are.
    Backups,
    /// What a range of weeks came to.
    Trend(RangeInclusive<WeekId>),
    /// A summary, to be written into a file.
    Review(Reviewable),
    /// What would be sent to a survey, and what was sent.
    Survey(SurveyAsked),
}

/// What a file is wanted for whose path is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FileWanted {
    /// A file of another program, to be imported.
    #[default]
    Import,
    /// The definition of a survey, to be joined.
    Survey,
}

/// What a file is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// What has taken place, on dates.
    Log,
    /// What comes back every week.
    Timetable,
}

/// What was read.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// The recorded days of a range, by date.
    Days(Vec<Day>),
    /// The dates of a range that are marked as school day or off.
    Marked(BTreeSet<NaiveDate>),
    /// The blocks whose note holds a text, the newest first.
    Found {
        /// The text.
        text: String,
        /// The blocks with their dates.
        blocks: Vec<(NaiveDate, Block)>,
    },
    /// The weeks that a baseline can be made of.
    BaselineWeeks(BaselineWeeks),
    /// The backups, the newest first.
    Backups(Vec<BackupInfo>),
    /// What a range of weeks came to.
    Trend(Box<TrendSummary>),
    /// A summary, to be written into a file.
    Review(Box<Review>),
    /// What would be sent to a survey, and what was sent.
    Survey(Box<SurveyAnswer>),
    /// The definition of a survey, to be joined.
    Definition(Box<Definition>),
    /// A file of another program.
    File(Box<FileRead>),
    /// The files whose paths begin with a text, folders with a separator behind them.
    Files {
        /// The text.
        typed: String,
        /// The paths.
        paths: Vec<String>,
    },
}

/// The weeks that a baseline can be made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaselineWeeks {
    /// The newest complete ones, the first two, and those that were chosen even if not complete; the newest first.
    pub weeks: Vec<WeekFigures>,
    /// The first two complete ones, if there are two.
    pub first: Vec<WeekId>,
    /// Whether there are complete ones that are not among them.
    pub older: bool,
}

/// Looking after the data as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// Make a backup.
    BackUp,
    /// Make everything as it is in a backup.
    Restore(String),
}

/// What became of an effect.
#[derive(Debug, Clone, PartialEq)]
pub enum Reply {
    /// What there is to show.
    Loaded(Loaded),
    /// Nothing has changed since.
    Unchanged,
    /// The change is saved.
    Applied {
        /// The change asked for.
        operation: Operation,
        /// What it did to blocks.
        outcome: Outcome,
        /// How things stand now.
        loaded: Reread,
    },
    /// The change is refused; nothing is saved.
    Refused {
        /// The change asked for.
        operation: Operation,
        /// Why not.
        refusal: Refusal,
    },
    /// The last change is taken back, or made again.
    Reverted {
        /// What it was; none if there was none.
        undone: Option<Undone>,
        /// Made again, not taken back.
        redo: bool,
        /// How things stand now, on the date of the change.
        loaded: Reread,
    },
    /// A setting that is data is saved.
    Set {
        /// The setting.
        setting: Setting,
        /// How things stand now.
        loaded: Reread,
    },
    /// What was asked for.
    Answer(Answer),
    /// What the actions are called.
    Named(Catalogue),
    /// The data are looked after.
    Maintained {
        /// What was done, in one sentence of the user's language.
        said: String,
        /// How things stand now.
        loaded: Reread,
    },
    /// What became of a file.
    Exported(Exported),
    /// What became of a response to a survey, or a withdrawal.
    Responded(Responded),
    /// The text that was to be edited; none where it was left as it was.
    Edited(Option<String>),
    /// It cannot be edited; one sentence in the user's language.
    NotEdited(String),
    /// The text is kept; one sentence in the user's language that says where.
    Kept(String),
    /// The configuration is saved, and this is in force.
    Configured(Prefs),
    /// The program looks like this now.
    Looks(Lang),
    /// It did not work; one sentence in the user's language. Nothing is saved.
    Failed(String),
}

/// What there is to show after a change that is saved, or why it could not be read, in the user's language: the change
/// stands all the same.
pub type Reread = Result<Loaded, String>;

/// What is read for what lies over a screen: none until then, or why it could not be read, in the user's language.
pub type Read<T> = Option<Result<T, String>>;

/// What the screens of one date show.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The date asked for.
    pub date: NaiveDate,
    /// Counts the changes to the data, whoever made them.
    pub seq: u64,
    /// The days of [`Loaded::range`].
    pub diary: Diary,
    /// Goals, activities and bells.
    pub profile: Profile,
    /// What the week is compared with.
    pub baseline: Option<Baseline>,
    /// What lies before the week, as far as judging it needs that.
    pub past: Past,
    /// What opening the store had to say, in the user's language.
    pub notices: Vec<String>,
}

impl Loaded {
    /// The days that the screens of a date need: its week, and a day on either side for the overlap rule.
    #[must_use]
    pub fn range(date: NaiveDate) -> RangeInclusive<NaiveDate> {
        let week = WeekId::of(date);
        let (monday, sunday) = (week.monday(), week.sunday());
        let before = monday.checked_sub_days(Days::new(1)).unwrap_or(monday);
        let after = sunday.checked_add_days(Days::new(1)).unwrap_or(sunday);
        before..=after
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_is_read_with_its_neighbours() {
        let friday: NaiveDate = "2026-11-20".parse().unwrap();
        let range = Loaded::range(friday);
        assert_eq!(range.start().to_string(), "2026-11-15");
        assert_eq!(range.end().to_string(), "2026-11-23");
    }
}
