//! Everything that a key can do. Footer, help and the names in the keymap file all come from here.

use std::fmt;

macro_rules! actions {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// Something the user can ask for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action {
            $($(#[$doc])* $variant,)*
        }

        impl Action {
            /// All of them, in the order in which help lists them.
            pub const ALL: [Self; [$($name),*].len()] = [$(Self::$variant),*];

            /// The name in the keymap file.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            /// The id of the message that says what it does, in a few words.
            #[must_use]
            pub const fn message(self) -> &'static str {
                match self { $(Self::$variant => concat!("action-", $name)),* }
            }
        }
    };
}

actions! {
    /// Opens the quick-entry line.
    Log = "log",
    /// Books the last block again, right after the day's last one.
    RepeatLast = "repeat-last",
    /// Books all the blocks of an earlier day.
    RepeatDay = "repeat-day",
    /// Books the selected line of the plan as it took place.
    Confirm = "confirm",
    /// Books all of the day's plan that nothing else stands in the way of.
    ConfirmAll = "confirm-all",
    /// Books the entries of the week before on the same weekdays.
    RepeatWeek = "repeat-week",
    /// Opens the quick-entry line with the selected block in it.
    Edit = "edit",
    /// Takes the selected block out.
    Delete = "delete",
    /// Takes the last change back.
    Undo = "undo",
    /// Makes the change taken back again.
    Redo = "redo",
    /// Signs the day off as fully logged, or takes that back.
    CloseDay = "close-day",
    /// Says whether it is a school day.
    DayKind = "day-kind",
    /// Lists the school days that are not closed yet.
    OpenDays = "open-days",
    /// Moves the selected block to 5 minutes earlier.
    Earlier = "earlier",
    /// Moves the selected block to 5 minutes later.
    Later = "later",
    /// Lets the selected block start 5 minutes earlier.
    StartEarlier = "start-earlier",
    /// Lets the selected block start 5 minutes later.
    StartLater = "start-later",
    /// Lets the selected block end 5 minutes earlier.
    EndEarlier = "end-earlier",
    /// Lets the selected block end 5 minutes later.
    EndLater = "end-later",
    /// Remembers the selected block, to book it elsewhere.
    CopyBlock = "copy-block",
    /// Remembers all the day's blocks, to book them elsewhere.
    CopyDay = "copy-day",
    /// Books what was remembered.
    Paste = "paste",
    /// The line above.
    Up = "up",
    /// The line below.
    Down = "down",
    /// The first line.
    First = "first",
    /// The last line.
    Last = "last",
    /// A page up.
    PageUp = "page-up",
    /// A page down.
    PageDown = "page-down",
    /// The day before.
    PreviousDay = "previous-day",
    /// The day after.
    NextDay = "next-day",
    /// The same day a week before.
    PreviousWeek = "previous-week",
    /// The same day a week later.
    NextWeek = "next-week",
    /// The same day a month before.
    PreviousMonth = "previous-month",
    /// The same day a month later.
    NextMonth = "next-month",
    /// Back to today.
    Today = "today",
    /// Shows a month to choose a day from.
    Calendar = "calendar",
    /// Begins to select several days, or drops that.
    SelectDays = "select-days",
    /// Marks the selected days as school days.
    MarkSchool = "mark-school",
    /// Marks the time between two terms as holiday.
    MarkBreak = "mark-break",
    /// The next school day that is not closed.
    NextOpen = "next-open",
    /// The school day before that is not closed.
    PreviousOpen = "previous-open",
    /// Looks for words in all notes.
    Search = "search",
    /// Shows the day.
    ShowDay = "day",
    /// Shows the week.
    ShowWeek = "week",
    /// Shows the weeks of a term or a school year.
    ShowTrend = "trend",
    /// Shows the term instead of the school year, or the other way round.
    SwitchSpan = "switch-span",
    /// The term, or school year, before.
    PreviousSpan = "previous-span",
    /// The term, or school year, after.
    NextSpan = "next-span",
    /// Shows another part first.
    NextPane = "next-pane",
    /// Writes a summary into a file.
    Export = "export",
    /// Chooses the weeks that the others are compared with.
    Baseline = "baseline",
    /// Shows the timetable.
    ShowTimetable = "timetable",
    /// Adds an entry of the timetable at a clock time.
    AddEntry = "add-entry",
    /// Lists the terms.
    Terms = "terms",
    /// Lists the bell schedules.
    Bells = "bells",
    /// Lets the timetable shown hold from another date on.
    ApplyFrom = "apply-from",
    /// Opens the timetable as a text in the user's editor.
    EditText = "edit-text",
    /// Takes in a file of another program.
    Import = "import",
    /// Shows the surveys.
    ShowSurvey = "survey",
    /// Takes part in a survey.
    JoinSurvey = "join-survey",
    /// Takes no part in the survey any more.
    LeaveSurvey = "leave-survey",
    /// Shows the next survey.
    NextSurvey = "next-survey",
    /// Writes the response of the week shown.
    Respond = "respond",
    /// Writes a withdrawal of the response of the week shown.
    Withdraw = "withdraw",
    /// Shows what is sealed instead of the words, or the other way round.
    SurveyRaw = "survey-raw",
    /// Shows what was sent when, or the words again.
    SurveyHistory = "survey-history",
    /// Shows what the survey asks and how it protects, or the words again.
    SurveyAbout = "survey-about",
    /// Shows the settings.
    ShowSettings = "settings",
    /// The value before.
    PreviousValue = "previous-value",
    /// The value after.
    NextValue = "next-value",
    /// Does the import that is shown.
    TakeIn = "take-in",
    /// Says what becomes of imported blocks in whose time others stand.
    MakeRoom = "make-room",
    /// Takes a file for something else.
    SwitchKind = "switch-kind",
    /// Shows what of a file is not taken.
    LeftOut = "left-out",
    /// Passes over everything that nobody knows.
    SkipAsked = "skip-asked",
    /// Shows what words in files mean.
    WordRules = "word-rules",
    /// Shows the rules of the burden list.
    Rules = "rules",
    /// Asks the questions of the first start again.
    Setup = "setup",
    /// Books what stands in the quick-entry line.
    Book = "book",
    /// Puts the next completion in.
    Complete = "complete",
    /// Puts the completion before in.
    CompleteBack = "complete-back",
    /// Books the new block in the time that others leave.
    Trim = "trim",
    /// Books the new block and cuts the others.
    Replace = "replace",
    /// Books the new block beside the others.
    Parallel = "parallel",
    /// Says yes, or takes what is selected.
    Accept = "accept",
    /// Takes a line of a list in, or out.
    Toggle = "toggle",
    /// Takes all lines of a list in, or out.
    ToggleAll = "toggle-all",
    /// Closes what is open and changes nothing.
    Cancel = "cancel",
    /// Finds what the program can do by its name.
    Palette = "palette",
    /// Shows the keys.
    Help = "help",
    /// Hands the terminal back to the shell until resumed.
    Suspend = "suspend",
    /// Leaves the program.
    Quit = "quit",
}

impl Action {
    /// The action of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|a| a.name() == name)
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{I18n, Lang};

    #[test]
    fn every_action_has_a_kebab_case_name_of_its_own() {
        for action in Action::ALL {
            assert_eq!(Action::from_name(action.name()), Some(action));
            let kebab = |c: char| c.is_ascii_lowercase() || c == '-';
            assert!(action.name().chars().all(kebab), "{action}");
        }
    }

    #[test]
    fn every_language_says_what_every_action_does() {
        for lang in Lang::ALL {
            let i18n = I18n::new(lang);
            for action in Action::ALL {
                assert!(i18n.has(action.message()), "{lang}: {}", action.message());
            }
        }
    }
}
