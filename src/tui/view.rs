//! What every screen draws from: the state, the language, and the figures worked out once a frame.

use crate::app::{App, DayFigures, Over, Question, Screen, SurveyPane, Toast, Wanted};
use crate::domain::{Activity, Category};
use crate::figures::Limits;
use crate::i18n::I18n;
use crate::keymap::{Action, Context};
use crate::summary::WeekSummary;
use crate::survey::LineOf;
use crate::tr;
use std::cell::OnceCell;

/// The state to draw, with what drawing needs besides.
pub(crate) struct View<'a> {
    /// The state.
    pub(crate) app: &'a App,
    /// The language.
    pub i18n: &'a I18n,
    figures: OnceCell<DayFigures>,
    week: OnceCell<WeekSummary>,
}

impl<'a> View<'a> {
    /// A view of the state in a language.
    #[must_use]
    pub(crate) const fn new(app: &'a App, i18n: &'a I18n) -> Self {
        Self {
            app,
            i18n,
            figures: OnceCell::new(),
            week: OnceCell::new(),
        }
    }

    /// The figures of the day shown.
    pub(crate) fn figures(&self) -> &DayFigures {
        self.figures.get_or_init(|| self.app.figures())
    }

    /// What the week of the day shown came to.
    pub(crate) fn week(&self) -> &WeekSummary {
        self.week.get_or_init(|| self.app.week_summary())
    }

    /// Which of the week's flags is selected on the week screen.
    pub(crate) fn flag(&self) -> Option<usize> {
        match self.app.screen() {
            Screen::Week(week) => week.flag(self.app.day().date, self.week().flags.len()),
            _ => None,
        }
    }

    /// The message in the place that the screen has for it; what lies over the screen may cover that, and then it
    /// comes on top of all.
    pub(crate) fn toast(&self) -> Option<&Toast> {
        self.app.toast().filter(|_| self.app.over().is_none())
    }

    /// What an activity is called.
    pub(crate) fn activity<'b>(&'b self, activity: &'b Activity) -> &'b str {
        self.app.known().activity_name(activity, self.i18n.lang())
    }

    /// The letter of a category.
    #[must_use]
    pub(crate) fn mark(&self, category: Category) -> String {
        self.i18n.format(&format!("mark-{}", category.code()), &[])
    }

    /// What an action does, in a few words.
    #[must_use]
    pub(crate) fn action(&self, action: Action) -> String {
        self.action_in(self.app.context(), action)
    }

    /// What an action does with the keys of a context.
    #[must_use]
    pub(crate) fn action_in(&self, context: Context, action: Action) -> String {
        if action == Action::CloseDay && self.app.day().day().closed {
            return tr!(self.i18n, "tui-reopen-day");
        }
        if action == Action::Delete && context == Context::Day && self.app.offers(Action::Confirm) {
            return tr!(self.i18n, "tui-dismiss");
        }
        if let Some(Over::Setup(_)) = self.app.over() {
            match action {
                Action::Accept => return tr!(self.i18n, "setup-next"),
                Action::Cancel => return tr!(self.i18n, "setup-skip"),
                _ => {}
            }
        }
        if let Some(Over::Worth(worth)) = self.app.over()
            && (action == Action::Cancel || (action == Action::Accept && worth.choice.is_none()))
        {
            return tr!(self.i18n, "worth-none");
        }
        if let Some(Over::Ask(Question::BadText { .. })) = self.app.over() {
            match action {
                Action::Accept => return tr!(self.i18n, "tui-edit-again"),
                Action::Cancel => return tr!(self.i18n, "tui-leave-text"),
                _ => {}
            }
        }
        if let (Some(Over::Prompt(prompt)), Action::Accept) = (self.app.over(), action)
            && matches!(prompt.wanted, Wanted::Timetable(_))
        {
            return tr!(self.i18n, "tui-save-line");
        }
        if let Some(words) = self.survey_action(context, action) {
            return words;
        }
        if let (Some(Over::Export(_)), Action::Accept) = (self.app.over(), action) {
            return tr!(self.i18n, "export-write");
        }
        if action == Action::Accept && context == Context::Week {
            return match self.flag() {
                Some(_) => tr!(self.i18n, "tui-week-open-entry"),
                None => self.i18n.format(Action::ShowDay.message(), &[]),
            };
        }
        if action == Action::Accept && context == Context::Trend {
            return tr!(self.i18n, "trend-open-week");
        }
        if action == Action::NextValue && context == Context::Import {
            return tr!(self.i18n, "import-unfold");
        }
        if let Some(Over::Rules(list)) = self.app.over() {
            match (action, list.rule().limits()) {
                (Action::Accept, Limits::Number { .. }) => return tr!(self.i18n, "tui-type-limit"),
                (Action::Accept, Limits::Weekday) => return tr!(self.i18n, "tui-type-weekday"),
                (Action::Accept | Action::Toggle, _) => return tr!(self.i18n, "tui-switch"),
                _ => {}
            }
        }
        let chooses = matches!(
            context,
            Context::Menu
                | Context::Prompt
                | Context::Calendar
                | Context::OpenDays
                | Context::Settings
                | Context::Import
                | Context::Words
        );
        if action == Action::Accept && chooses {
            return tr!(self.i18n, "tui-choose");
        }
        self.i18n.format(action.message(), &[])
    }

    /// What an action does on the survey screen, and in what lies over it, where that has words of its own.
    fn survey_action(&self, context: Context, action: Action) -> Option<String> {
        let i18n = self.i18n;
        match (self.app.over(), action) {
            (Some(Over::JoinSurvey(_)), Action::Accept) => return Some(tr!(i18n, "survey-screen-take-part")),
            (Some(Over::SurveyRespond(_)), Action::Accept) => return Some(tr!(i18n, "export-write")),
            (Some(Over::SurveyDone(_)), Action::Accept) => return Some(tr!(i18n, "survey-screen-well")),
            _ => {}
        }
        let Screen::Survey(screen) = self.app.screen() else {
            return None;
        };
        let joined = screen.joined();
        let is_withheld = |field| joined.is_some_and(|joined| joined.withholds(field));
        match (context, action, screen.pane) {
            (Context::Survey, Action::SurveyRaw, SurveyPane::Raw)
            | (Context::Survey, Action::SurveyHistory, SurveyPane::History)
            | (Context::Survey, Action::SurveyAbout, SurveyPane::About) => {
                Some(tr!(i18n, "survey-screen-words"))
            }
            (Context::Survey, Action::Accept, SurveyPane::History) => Some(tr!(i18n, "survey-screen-look")),
            (Context::Survey, Action::Accept, SurveyPane::Words) => Some(match &screen.selected()?.of {
                LineOf::Field(field) | LineOf::Part(field) if is_withheld(*field) => {
                    tr!(i18n, "survey-screen-give")
                }
                LineOf::Field(_) | LineOf::Part(_) => tr!(i18n, "survey-screen-withhold"),
                _ => tr!(i18n, "survey-screen-answer"),
            }),
            // The footer has no room for more.
            (Context::Survey, action, _) if self.app.over().is_none() => Some(match action {
                Action::Respond => tr!(i18n, "survey-screen-key-respond"),
                Action::Withdraw => tr!(i18n, "survey-screen-key-withdraw"),
                Action::SurveyRaw => tr!(i18n, "survey-screen-key-raw"),
                Action::SurveyHistory => tr!(i18n, "survey-screen-key-history"),
                Action::SurveyAbout => tr!(i18n, "survey-screen-key-about"),
                Action::PreviousWeek => tr!(i18n, "survey-screen-key-earlier"),
                Action::NextWeek => tr!(i18n, "survey-screen-key-later"),
                _ => return None,
            }),
            _ => None,
        }
    }

    /// The key to show for an action: one that does it right now, or else on the screen it belongs to.
    #[must_use]
    pub(crate) fn key_anywhere(&self, action: Action) -> String {
        let here = self.key(action);
        if !here.is_empty() {
            return here;
        }
        let keys = self.app.keys_anywhere(action);
        keys.first().map(|key| key.label()).unwrap_or_default()
    }

    /// The key to show for an action right now; empty if it has none.
    #[must_use]
    pub(crate) fn key(&self, action: Action) -> String {
        let keys = self.app.keys(action);
        keys.first().map(|key| key.label()).unwrap_or_default()
    }
}
