//! The places of the program that have keys of their own.

use super::Action;

/// A place with keys of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Context {
    /// The day's list.
    Day,
    /// The quick-entry line.
    Entry,
    /// The week.
    Week,
    /// The trend.
    Trend,
    /// The timetable.
    Timetable,
    /// The surveys.
    Survey,
    /// The settings.
    Settings,
    /// The preview of an import.
    Import,
    /// The rules for words in files.
    Words,
    /// The rules of the burden list.
    Rules,
    /// A question.
    Dialog,
    /// A list to choose from.
    Menu,
    /// A line to type into, with or without a list below it.
    Prompt,
    /// The calendar.
    Calendar,
    /// The list of the open school days.
    OpenDays,
    /// The live screen of collecting.
    Collecting,
    /// The help page.
    Help,
}

impl Context {
    /// All of them.
    pub const ALL: [Self; 17] = [
        Self::Day,
        Self::Entry,
        Self::Week,
        Self::Trend,
        Self::Timetable,
        Self::Survey,
        Self::Settings,
        Self::Import,
        Self::Words,
        Self::Rules,
        Self::Dialog,
        Self::Menu,
        Self::Prompt,
        Self::Calendar,
        Self::OpenDays,
        Self::Collecting,
        Self::Help,
    ];

    /// The name of its table in the keymap file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Entry => "entry",
            Self::Week => "week",
            Self::Trend => "trend",
            Self::Timetable => "timetable",
            Self::Survey => "survey",
            Self::Settings => "settings",
            Self::Import => "import",
            Self::Words => "words",
            Self::Rules => "rules",
            Self::Dialog => "dialog",
            Self::Menu => "menu",
            Self::Prompt => "prompt",
            Self::Calendar => "calendar",
            Self::OpenDays => "open-days",
            Self::Collecting => "collecting",
            Self::Help => "help",
        }
    }

    /// Whether text is typed here, so that no character can be a key.
    #[must_use]
    pub const fn takes_text(self) -> bool {
        matches!(self, Self::Entry | Self::Prompt)
    }

    /// What the footer offers here, the most useful first; it shows as many as fit.
    #[must_use]
    pub const fn hints(self) -> &'static [Action] {
        match self {
            Self::Day => &[
                Action::Confirm,
                Action::ConfirmAll,
                Action::Log,
                Action::Help,
                Action::Quit,
                Action::CloseDay,
                Action::ShowWeek,
                Action::PreviousDay,
                Action::Undo,
                Action::Palette,
                Action::Edit,
                Action::Delete,
                Action::RepeatDay,
                Action::NextDay,
                Action::Calendar,
                Action::OpenDays,
                Action::Search,
                Action::ShowTimetable,
                Action::ShowSettings,
            ],
            Self::Entry => &[Action::Book, Action::Cancel, Action::Complete, Action::Help],
            Self::Week => WEEK,
            Self::Trend => TREND,
            Self::Timetable => &[
                Action::Edit,
                Action::ShowDay,
                Action::Help,
                Action::Delete,
                Action::AddEntry,
                Action::Terms,
                Action::Bells,
                Action::CopyBlock,
                Action::Paste,
                Action::ApplyFrom,
                Action::EditText,
                Action::Undo,
                Action::Quit,
            ],
            Self::Survey => SURVEY,
            Self::Settings => &[
                Action::Accept,
                Action::ShowDay,
                Action::Help,
                Action::NextValue,
                Action::Undo,
                Action::Setup,
                Action::Quit,
            ],
            Self::Import => &[
                Action::Accept,
                Action::TakeIn,
                Action::Toggle,
                Action::Cancel,
                Action::NextValue,
                Action::MakeRoom,
                Action::SkipAsked,
                Action::LeftOut,
                Action::SwitchKind,
                Action::WordRules,
            ],
            Self::Words => &[Action::Accept, Action::Delete, Action::Cancel],
            Self::Rules => &[
                Action::Toggle,
                Action::Accept,
                Action::Cancel,
                Action::NextValue,
                Action::Undo,
            ],
            Self::Dialog | Self::Menu | Self::Prompt => &[Action::Accept, Action::Cancel],
            Self::Calendar => &[
                Action::Accept,
                Action::Cancel,
                Action::SelectDays,
                Action::DayKind,
                Action::NextOpen,
                Action::PreviousMonth,
                Action::NextMonth,
                Action::Today,
            ],
            Self::OpenDays => &[
                Action::CloseDay,
                Action::Toggle,
                Action::ToggleAll,
                Action::Accept,
                Action::Cancel,
                Action::Undo,
            ],
            Self::Collecting => &[
                Action::NextPane,
                Action::Help,
                Action::Quit,
                Action::PreviousWeek,
                Action::NextWeek,
                Action::Today,
            ],
            Self::Help => &[Action::Cancel, Action::PageDown, Action::PageUp],
        }
    }
}

/// What the footer of the week offers.
const WEEK: &[Action] = &[
    Action::Accept,
    Action::Help,
    Action::PreviousWeek,
    Action::NextWeek,
    Action::ShowTrend,
    Action::Export,
    Action::Baseline,
    Action::OpenDays,
    Action::RepeatWeek,
    Action::Quit,
    Action::ShowTimetable,
    Action::ShowSettings,
];

/// What the footer of the surveys offers.
const SURVEY: &[Action] = &[
    Action::Respond,
    Action::Accept,
    Action::SurveyRaw,
    Action::SurveyHistory,
    Action::PreviousWeek,
    Action::NextWeek,
    Action::NextSurvey,
    Action::Withdraw,
    Action::Help,
    Action::JoinSurvey,
    Action::SurveyAbout,
    Action::Cancel,
    Action::LeaveSurvey,
    Action::Quit,
];

/// What the footer of the trend offers.
const TREND: &[Action] = &[
    Action::Accept,
    Action::Cancel,
    Action::NextPane,
    Action::Help,
    Action::SwitchSpan,
    Action::Export,
    Action::PreviousSpan,
    Action::NextSpan,
    Action::Baseline,
    Action::Quit,
];
