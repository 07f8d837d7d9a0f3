//! What lies over a screen. One value with all its data, so nothing is ever half open; closing it shows the screen, and
//! what was being typed there, as they were.

mod ask;
mod backups;
mod baseline;
mod calendar;
mod close_days;
mod day_kind;
mod export;
mod import;
mod mark_days;
mod open_days;
mod overlap;
mod palette;
mod prompt;
mod repeat_day;
mod repeat_week;
mod rules;
mod search;
mod setting_menu;
mod setup;
mod survey;
mod timetable;
mod worth;

pub use ask::Question;
pub use backups::Backups;
pub use baseline::{BaselineChooser, BaselineRow, read_minutes};
pub use calendar::Calendar;
pub use close_days::{CloseDays, CloseWay};
pub use day_kind::{DayChoice, DayKindMenu};
pub use export::{EXPORT_KINDS, Export, ExportKind, ExportTrouble, Exported, Review, Reviewable, Summary};
pub use import::{
    Contents, FileContent, FileRead, Group, Import, ImportFile, Layer, LogImport, LogLine, MeaningLine,
    PathTrouble, RuleLine, Subject, TermLine, WeekFate, WeekImport, WeekLine, WordRules,
};
pub use mark_days::MarkDays;
pub use open_days::OpenDays;
pub use overlap::{Overlap, Way};
pub use palette::{Catalogue, Fit, Palette};
pub use prompt::{Prompt, Wanted};
pub use repeat_day::RepeatDay;
pub use repeat_week::{DayFate, RepeatWeek};
pub use rules::RuleList;
pub use search::Search;
pub use setting_menu::{Choices, Offer, SettingMenu, weekday_flags};
pub use setup::{Setup, Step};
pub use survey::{AnswerLine, JoinSurvey, SentView, SurveyDone, SurveyGroup, SurveyRespond};
pub use timetable::{BellList, CellMenu, TermList};
pub use worth::Worth;

use super::{Answer, App, Effect, List, Read, Scroll};
use crate::keymap::{Action, Context, Key};
use chrono::NaiveDate;

/// What lies over a screen.
#[derive(Debug, Clone, PartialEq)]
pub enum Over {
    /// The help page.
    Help(Scroll),
    /// A question that is answered with yes or no.
    Ask(Question),
    /// The ways out where a new block overlaps old ones.
    Overlap(Box<Overlap>),
    /// What a meeting was worth that is about to be booked.
    Worth(Box<Worth>),
    /// Whether the day is a school day, and if not, why.
    DayKind(DayKindMenu),
    /// The earlier days that can be booked again.
    RepeatDay(RepeatDay),
    /// A week whose entries can be booked again.
    RepeatWeek(RepeatWeek),
    /// A month to choose a day from.
    Calendar(Calendar),
    /// What selected days are marked as.
    MarkDays(MarkDays),
    /// The school days that are not closed.
    OpenDays(OpenDays),
    /// What becomes of what is planned on days that are closed, or on the one shown.
    CloseDays(CloseDays),
    /// The search over all notes.
    Search(Search),
    /// All that the program can do, by name.
    Palette(Palette),
    /// The weeks that can be the baseline.
    Baseline(BaselineChooser),
    /// The backups.
    Backups(Backups),
    /// A line to be typed.
    Prompt(Prompt),
    /// A menu of the settings.
    Setting(SettingMenu),
    /// The rules of the burden list.
    Rules(RuleList),
    /// The terms.
    Terms(TermList),
    /// The bell schedules.
    Bells(BellList),
    /// The entries of a cell of the timetable.
    Cell(CellMenu),
    /// The file to import, to be typed.
    ImportFile(ImportFile),
    /// What an import would do.
    Import(Box<Import>),
    /// What words in files mean.
    Words(WordRules),
    /// A summary about to be written into a file.
    Export(Box<Export>),
    /// A survey about to be joined.
    JoinSurvey(Box<JoinSurvey>),
    /// The answers of a group of a survey.
    SurveyGroup(Box<SurveyGroup>),
    /// A response to a survey, or a withdrawal, about to be written.
    SurveyRespond(Box<SurveyRespond>),
    /// What was written for a survey.
    SurveyDone(Box<SurveyDone>),
    /// What was sent to a survey once.
    Sent(Box<SentView>),
    /// The questions of the first start.
    Setup(Setup),
}

impl Over {
    /// Whose keys count.
    #[must_use]
    pub const fn context(&self) -> Context {
        match self {
            Self::Help(_) | Self::Sent(_) => Context::Help,
            Self::Ask(_) | Self::SurveyDone(_) => Context::Dialog,
            Self::Overlap(_)
            | Self::Worth(_)
            | Self::DayKind(_)
            | Self::RepeatDay(_)
            | Self::RepeatWeek(_)
            | Self::MarkDays(_)
            | Self::CloseDays(_)
            | Self::Baseline(_)
            | Self::Backups(_)
            | Self::Setting(_)
            | Self::Terms(_)
            | Self::Bells(_)
            | Self::Cell(_)
            | Self::JoinSurvey(_)
            | Self::SurveyGroup(_)
            | Self::Setup(_) => Context::Menu,
            Self::Rules(_) => Context::Rules,
            Self::Calendar(_) => Context::Calendar,
            Self::OpenDays(_) => Context::OpenDays,
            Self::Search(_)
            | Self::Palette(_)
            | Self::Prompt(_)
            | Self::ImportFile(_)
            | Self::Export(_)
            | Self::SurveyRespond(_) => Context::Prompt,
            Self::Import(import) => import.context(),
            Self::Words(words) => words.context(),
        }
    }

    /// Whether a key is none of its keys because it types: where an entry may be typed on without looking up, letters must
    /// not do anything.
    pub(super) fn is_typed_past(&self, key: Key) -> bool {
        match self {
            Self::Overlap(_) | Self::Worth(_) => key.typed().is_some(),
            Self::Setup(setup) => setup.is_begun_upon(key),
            _ => false,
        }
    }

    /// Does what a key asks for. It has been taken off the screen; what stays open puts itself back.
    pub(super) fn act(self, app: &mut App, action: Action) -> Vec<Effect> {
        if action == Action::Cancel {
            return self.cancel(app);
        }
        match self {
            Self::Help(mut scroll) => {
                scroll.act(action);
                app.over = Some(Self::Help(scroll));
                Vec::new()
            }
            Self::Ask(question) => question.act(app, action),
            Self::Overlap(over) => over.act(app, action),
            Self::Worth(over) => over.act(app, action),
            Self::DayKind(over) => over.act(app, action),
            Self::RepeatDay(over) => over.act(app, action),
            Self::RepeatWeek(over) => over.act(app, action),
            Self::Calendar(over) => over.act(app, action),
            Self::MarkDays(over) => over.act(app, action),
            Self::OpenDays(over) => over.act(app, action),
            Self::CloseDays(over) => over.act(app, action),
            Self::Search(over) => over.act(app, action),
            Self::Palette(over) => over.act(app, action),
            Self::Baseline(over) => over.act(app, action),
            Self::Backups(over) => over.act(app, action),
            Self::Prompt(over) => over.act(app, action),
            Self::Setting(over) => over.act(app, action),
            Self::Rules(over) => over.act(app, action),
            Self::Terms(over) => over.act(app, action),
            Self::Bells(over) => over.act(app, action),
            Self::Cell(over) => over.act(app, action),
            Self::ImportFile(over) => over.act(app, action),
            Self::Import(over) => over.act(app, action),
            Self::Words(over) => over.act(app, action),
            Self::Export(over) => over.act(app, action),
            Self::JoinSurvey(over) => over.act(app, action),
            Self::SurveyGroup(over) => over.act(app, action),
            Self::SurveyRespond(over) => over.act(app, action),
            Self::SurveyDone(over) => over.act(app, action),
            Self::Sent(over) => over.act(app, action),
            Self::Setup(over) => over.act(app, action),
        }
    }

    /// Closes it without a change.
    fn cancel(self, app: &mut App) -> Vec<Effect> {
        match self {
            Self::Setup(over) => over.cancel(app),
            Self::Worth(over) => over.answer(app, None),
            Self::Setting(over) => over.cancel(),
            Self::Prompt(over) => over.cancel(app),
            Self::Ask(over) => over.cancel(),
            Self::Calendar(over) => over.cancel(app),
            Self::MarkDays(over) => over.cancel(app),
            Self::CloseDays(over) => over.cancel(app),
            Self::Import(over) => over.cancel(app),
            Self::Words(over) => over.cancel(app),
            _ => Vec::new(),
        }
    }

    /// Takes a key that is no action here. It has been taken off the screen; what stays open puts itself back.
    pub(super) fn edit(self, app: &mut App, key: Key) -> Vec<Effect> {
        match self {
            Self::Search(over) => over.edit(app, key),
            Self::Palette(over) => over.edit(app, key),
            Self::Prompt(over) => over.edit(app, key),
            Self::ImportFile(over) => over.edit(app, key),
            Self::Export(over) => over.edit(app, key),
            Self::SurveyRespond(over) => over.edit(app, key),
            Self::Import(over) => over.edit(app, key),
            Self::Words(over) => over.edit(app, key),
            Self::Worth(over) => over.edit(app, key),
            Self::Rules(over) => over.edit(app, key),
            Self::Setup(over) if over.gives_way() => over.edit(app, key),
            mut other => {
                if let Some(row) = line_of(key).filter(|row| other.shows_number(*row)) {
                    return other.click(app, row);
                }
                app.over = Some(other);
                Vec::new()
            }
        }
    }

    /// Whether a line has its number on the screen. In a list without numbers, and for a line that is out of sight,
    /// nobody means it with a digit.
    fn shows_number(&mut self, row: usize) -> bool {
        let is_numbered = match self {
            Self::DayKind(_) | Self::MarkDays(_) | Self::CloseDays(_) => true,
            Self::Setup(setup) => !setup.gives_way(),
            _ => false,
        };
        is_numbered && self.list().is_some_and(|(list, lines)| list.shows(row, lines))
    }

    /// Takes text that was pasted. Where nothing can be typed it is not taken.
    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        match self {
            Self::Search(over) => over.paste(text),
            Self::Palette(over) => over.paste(text),
            Self::Prompt(over) => over.paste(text),
            Self::ImportFile(over) => {
                over.paste(text);
                Vec::new()
            }
            Self::Export(over) => {
                over.paste(text);
                Vec::new()
            }
            Self::SurveyRespond(over) => {
                over.paste(text);
                Vec::new()
            }
            Self::Words(over) => {
                over.paste(text);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// Its list and how many lines that has, if it is one.
    fn list(&mut self) -> Option<(&mut List, usize)> {
        Some(match self {
            Self::Overlap(over) => (&mut over.list, Overlap::LINES),
            Self::DayKind(over) => over.lines(),
            Self::RepeatDay(over) => over.lines(),
            Self::MarkDays(over) => (&mut over.list, MarkDays::LINES),
            Self::OpenDays(over) => over.lines(),
            Self::CloseDays(over) => over.lines(),
            Self::Search(over) => over.lines(),
            Self::Palette(over) => over.lines(),
            Self::Baseline(over) => over.lines(),
            Self::Backups(over) => over.lines(),
            Self::Setting(over) => over.lines(),
            Self::Rules(over) => (&mut over.list, RuleList::LINES),
            Self::Setup(over) => over.lines(),
            Self::SurveyGroup(over) => over.lines(),
            Self::Export(over) => (&mut over.list, Export::LINES),
            // As many as are drawn: they say themselves which that is.
            Self::Terms(over) => (&mut over.list, usize::MAX),
            Self::Bells(over) => (&mut over.list, usize::MAX),
            Self::Cell(over) => (&mut over.list, usize::MAX),
            Self::Import(over) => return over.lines(),
            Self::Words(over) => return over.lines(),
            Self::Help(_)
            | Self::Ask(_)
            | Self::Worth(_)
            | Self::Calendar(_)
            | Self::RepeatWeek(_)
            | Self::Prompt(_)
            | Self::JoinSurvey(_)
            | Self::SurveyRespond(_)
            | Self::SurveyDone(_)
            | Self::Sent(_)
            | Self::ImportFile(_) => {
                return None;
            }
        })
    }

    /// Takes a click on one of its lines, or the digit of a line: as if that were selected and taken.
    pub(super) fn click(mut self, app: &mut App, row: usize) -> Vec<Effect> {
        if let Self::Worth(over) = self {
            return over.click(app, row);
        }
        if let Self::Export(over) = self {
            return over.click(app, row);
        }
        match self.list() {
            Some((list, lines)) if row < lines => list.select(row),
            _ => {
                app.over = Some(self);
                return Vec::new();
            }
        }
        let action = match &self {
            Self::Baseline(_) | Self::OpenDays(_) | Self::Rules(_) => Action::Toggle,
            Self::Import(import) if matches!(import.layer, Layer::LeftOut(_)) => Action::Up,
            Self::Setting(menu) if matches!(menu.choices, Choices::SchoolDays(_)) => Action::Toggle,
            Self::Setup(setup) if setup.step == Step::School => Action::Toggle,
            _ => Action::Accept,
        };
        self.act(app, action)
    }

    /// Takes a click on a date: a month selects up to it if several days are being selected, else it is gone to.
    pub(super) fn click_date(mut self, app: &mut App, date: NaiveDate) -> Vec<Effect> {
        if let Self::Calendar(calendar) = &mut self
            && calendar.from.is_some()
        {
            calendar.go_to(date);
            app.over = Some(self);
            return Vec::new();
        }
        app.go_to(date)
    }

    /// Takes what was read for it; what is not for it, or too late, is dropped.
    pub(super) fn take(&mut self, answer: Answer) {
        match (self, answer) {
            (Self::RepeatDay(over), Answer::Days(days)) => over.take(days),
            (Self::RepeatWeek(over), Answer::Days(days)) => over.take(days),
            (Self::Calendar(over), Answer::Days(days)) => over.take(days),
            (Self::OpenDays(over), Answer::Days(days)) => over.take(days),
            (Self::Search(over), Answer::Found { text, blocks }) => over.take(&text, blocks),
            (Self::Baseline(over), Answer::BaselineWeeks(weeks)) => over.take(weeks),
            (Self::Backups(over), Answer::Backups(backups)) => over.take(backups),
            (Self::ImportFile(over), Answer::Files { typed, paths }) => over.take(&typed, paths),
            _ => {}
        }
    }

    /// Takes why something could not be read; whether it was for this, which then says so itself.
    pub(super) fn fail(&mut self, why: &str) -> bool {
        match self {
            Self::Search(over) => over.fail(why),
            Self::RepeatDay(over) => fail(&mut over.days, why),
            Self::RepeatWeek(over) => fail(&mut over.days, why),
            Self::OpenDays(over) => fail(&mut over.days, why),
            Self::Baseline(over) => fail(&mut over.weeks, why),
            Self::Backups(over) => fail(&mut over.backups, why),
            Self::ImportFile(over) => over.fail(why),
            Self::Export(over) => over.fail(why),
            _ => false,
        }
    }
}

/// Notes why something is not read that was to be read; whether it was.
fn fail<T>(read: &mut Read<T>, why: &str) -> bool {
    let is_missing = read.is_none();
    if is_missing {
        *read = Some(Err(why.to_owned()));
    }
    is_missing
}

/// The line of a menu that a digit stands for: 1 for the first.
fn line_of(key: Key) -> Option<usize> {
    let digit = key.half_width().typed()?.to_digit(10)?;
    usize::try_from(digit).ok()?.checked_sub(1)
}
