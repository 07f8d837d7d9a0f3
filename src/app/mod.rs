//! The state of the terminal UI, and how it changes. No terminal, no store, no clock: inputs and replies come in as
//! values, effects go out as values, and drawing is a function of what is here.

mod act;
mod applied;
pub mod collecting;
mod day;
mod effect;
mod history;
mod knowledge;
mod leave;
mod line;
mod list;
mod midnight;
mod over;
mod prefs;
mod receive;
mod scroll;
mod settings;
mod survey;
mod timetable;
mod toast;
mod trend;
mod update;
mod week;

pub use day::{DayFigures, DayScreen, Drag, EntryLine, Listed, Mode, Preview, Row, Spot, Subject};
pub use effect::{
    Answer, BaselineWeeks, Effect, FileKind, FileWanted, Input, Loaded, Looks, Mouse, Query, Read, Reply,
    Reread, Target, Task, Wanting,
};
pub use history::describe;
pub use knowledge::Knowledge;
pub use line::Line;
pub use list::List;
pub use over::{
    AnswerLine, Backups, BaselineChooser, BaselineRow, BellList, Calendar, Catalogue, CellMenu, Choices,
    CloseDays, CloseWay, Contents, DayChoice, DayFate, DayKindMenu, EXPORT_KINDS, Export, ExportKind,
    ExportTrouble, Exported, FileContent, FileRead, Fit, Group, Import, ImportFile, JoinSurvey, Layer,
    LogImport, LogLine, MarkDays, MeaningLine, Offer, OpenDays, Over, Overlap, Palette, PathTrouble, Prompt,
    Question, RepeatDay, RepeatWeek, Review, Reviewable, RuleLine, RuleList, Search, SentView, SettingMenu,
    Setup, Step, Subject as ImportSubject, Summary, SurveyDone, SurveyGroup, SurveyRespond, TermLine,
    TermList, Wanted, Way, WeekFate, WeekImport, WeekLine, WordRules, Worth, read_minutes, weekday_flags,
};
pub use prefs::Prefs;
pub use scroll::Scroll;
pub use settings::{SettingsGroup, SettingsRow, SettingsScreen, Wrong, line_language};
pub use survey::{
    Responded, Responding, SentLine, SurveyAnswer, SurveyAsked, SurveyEntry, SurveyPane, SurveyReading,
    SurveySaid, SurveyScreen, Writing,
};
use survey::{survey_change, survey_come};
pub use timetable::{
    Grid, GridRow, LineFault, Meaning, Said, TimetableLine, TimetableScreen, TimetableToast,
};
pub use toast::{Beside, PlanToast, SurveyToast, Toast};
pub use trend::{TrendPane, TrendScreen, TrendSpan};
pub use week::WeekScreen;

use crate::diary::{Draft, Profile};
use crate::i18n::Lang;
use crate::keymap::{Action, Context, Key, KeyCode, Keymap};
use chrono::{NaiveDate, NaiveDateTime};
use leave::Leave;
use timetable::TextWork;
use update::opens_line;
use week::FromFlag;

/// What fills the window.
#[derive(Debug, Clone, PartialEq)]
pub enum Screen {
    /// One day.
    Day,
    /// The week of the date shown.
    Week(WeekScreen),
    /// The weeks of a term or a school year.
    Trend(Box<TrendScreen>),
    /// The timetable.
    Timetable(TimetableScreen),
    /// The surveys.
    Survey(Box<SurveyScreen>),
    /// The settings.
    Settings(SettingsScreen),
}

/// The whole state.
#[derive(Debug)]
pub struct App {
    keymap: Keymap,
    prefs: Prefs,
    /// The language on the screen; another than the configured one while that is being chosen.
    lang: Lang,
    today: NaiveDate,
    known: Knowledge,
    screen: Screen,
    day: DayScreen,
    over: Option<Over>,
    /// The timetable as a text, while that is edited and saved.
    text: Option<TextWork>,
    toast: Option<Toast>,
    /// What was typed on while a change was about to be made: it goes into the entry line once that is settled.
    typed_on: String,
    /// The flag whose block was opened on its day, until another date or screen is chosen.
    from_flag: Option<FromFlag>,
    /// How far leaving has come.
    leave: Leave,
    /// What was copied, to be booked elsewhere.
    copied: Vec<Draft>,
    /// The block booked last since the start, to be booked again.
    last_booked: Option<Draft>,
    /// The folder that a response went into last since the start, as it was typed.
    respond_folder: Option<String>,
    /// The user went to the date shown because it was today.
    shows_today: bool,
    /// Midnight has put another day on the screen, and no key was pressed on that yet.
    turned: bool,
}

impl App {
    /// The state at the start: today, not read yet. Begin with performing [`App::start`].
    #[must_use]
    pub fn new(keymap: Keymap, prefs: Prefs, now: NaiveDateTime) -> Self {
        Self {
            keymap,
            lang: prefs.lang,
            over: prefs.first_start.then(|| Over::Setup(Setup::first(&prefs))),
            prefs,
            today: now.date(),
            known: Knowledge::new(Profile::default()),
            screen: Screen::Day,
            day: DayScreen::new(now.date()),
            text: None,
            toast: None,
            typed_on: String::new(),
            from_flag: None,
            leave: Leave::default(),
            copied: Vec::new(),
            last_booked: None,
            respond_folder: None,
            shows_today: true,
            turned: false,
        }
    }

    /// What to do first.
    #[must_use]
    pub fn start(&self) -> Effect {
        Effect::Load(self.day.date)
    }

    /// The keys.
    #[must_use]
    pub const fn keymap(&self) -> &Keymap {
        &self.keymap
    }

    /// How the program is set up.
    #[must_use]
    pub const fn prefs(&self) -> &Prefs {
        &self.prefs
    }

    /// The language on the screen.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// The date of the last input.
    #[must_use]
    pub const fn today(&self) -> NaiveDate {
        self.today
    }

    /// Goals, activities and bells.
    #[must_use]
    pub const fn known(&self) -> &Knowledge {
        &self.known
    }

    /// What fills the window.
    #[must_use]
    pub const fn screen(&self) -> &Screen {
        &self.screen
    }

    /// The day, whose week the week screen shows.
    #[must_use]
    pub const fn day(&self) -> &DayScreen {
        &self.day
    }

    /// What lies over the screen.
    #[must_use]
    pub const fn over(&self) -> Option<&Over> {
        self.over.as_ref()
    }

    /// The figures of the day shown.
    #[must_use]
    pub fn figures(&self) -> DayFigures {
        DayFigures::of(&self.day, &self.known.profile().main_goal())
    }

    /// The message about what was just done.
    #[must_use]
    pub const fn toast(&self) -> Option<&Toast> {
        self.toast.as_ref()
    }

    /// Whose keys count.
    #[must_use]
    pub const fn context(&self) -> Context {
        match &self.over {
            Some(over) => over.context(),
            None => self.context_below(),
        }
    }

    /// Whose keys count when nothing lies over the screen.
    const fn context_below(&self) -> Context {
        match &self.screen {
            Screen::Day => self.day.mode.context(),
            Screen::Week(_) => Context::Week,
            Screen::Trend(_) => Context::Trend,
            Screen::Timetable(_) => Context::Timetable,
            Screen::Survey(_) => Context::Survey,
            Screen::Settings(_) => Context::Settings,
        }
    }

    /// The keys that do something right now: those of the context, and with an empty entry line also those of the list
    /// that type nothing.
    #[must_use]
    pub fn keys(&self, action: Action) -> Vec<Key> {
        let mut keys = self.keymap.keys(self.context(), action).to_vec();
        if self.opens_planned() {
            keys.retain(|key| self.action(*key) == Some(action));
            if action == Action::Edit && self.action(KEY_OF_THE_LINE) == Some(action) {
                keys.insert(0, KEY_OF_THE_LINE);
            }
        }
        if self.entry_is_empty() {
            let through = self.keymap.keys(Context::Day, action).iter();
            keys.extend(through.filter(|key| self.action(**key) == Some(action)));
        }
        keys
    }

    fn action(&self, key: Key) -> Option<Action> {
        if self.over.as_ref().is_some_and(|over| over.is_typed_past(key)) {
            return None;
        }
        let context = self.context();
        let here = self.keymap.action(context, key);
        let through = || self.keymap.action(Context::Day, key);
        match here {
            // On something planned, Enter takes that up; who wants a new entry types it.
            Some(Action::Log) if key == KEY_OF_THE_LINE && self.opens_planned() => Some(Action::Edit),
            None if self.entry_is_empty() && !types_or_deletes(key) => through(),
            here => here,
        }
    }

    /// Whether the selected line of the day's list is something planned, and the keys go to it.
    fn opens_planned(&self) -> bool {
        self.context() == Context::Day && self.day.selected_planned().is_some()
    }

    fn entry_is_empty(&self) -> bool {
        let entry = self.day.mode.entry();
        self.context() == Context::Entry && entry.is_some_and(|entry| !entry.holds_something())
    }

    /// Whether no entry is being typed.
    fn is_at_rest(&self) -> bool {
        self.day.mode == Mode::Browse
    }

    /// Whether nothing is open that a change of the day would disturb.
    fn is_browsing(&self) -> bool {
        self.over.is_none() && self.day.mode == Mode::Browse
    }
}

/// The key that takes up what is selected.
const KEY_OF_THE_LINE: Key = Key::plain(KeyCode::Enter);

/// Whether a key belongs to the entry line even while that is empty: who holds Delete down to empty the line must not
/// go on to delete blocks.
fn types_or_deletes(key: Key) -> bool {
    use crate::keymap::KeyCode::{Backspace, Delete};
    key.typed().is_some() || matches!(key.code, Backspace | Delete)
}
