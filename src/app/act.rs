//! What actions do everywhere, and which screen does the rest.

use super::{
    App, Calendar, Effect, EntryLine, ImportFile, Mode, Over, Palette, Row, Screen, Scroll, Search,
    SettingsScreen, Setup, Toast, TrendScreen, WeekScreen, WordRules,
};
use crate::diary::Operation;
use crate::domain::{BlockId, check_date};
use crate::keymap::{Action, Context, Key};
use chrono::{Duration, Months, NaiveDate};

impl App {
    pub(super) fn act(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Suspend => return vec![Effect::Suspend],
            Action::Quit => return self.quit(),
            _ => {}
        }
        if let Some(over) = self.over.take() {
            return over.act(self, action);
        }
        match action {
            Action::Help => self.open(Over::Help(Scroll::default())),
            Action::Palette => {
                let (palette, names) = Palette::new(self.day.day().closed);
                self.over = Some(Over::Palette(palette));
                vec![names]
            }
            Action::Search => self.open(Over::Search(Search::default())),
            Action::Setup => self.open(Over::Setup(Setup::again(&self.prefs, self.known.profile()))),
            Action::Calendar => self.open(Over::Calendar(Calendar::new(self.day.date, self.today))),
            Action::OpenDays => self.list_open_days(),
            Action::Export => self.export(),
            Action::Import => self.open(Over::ImportFile(ImportFile::default())),
            Action::WordRules => self.open(Over::Words(WordRules::new(self))),
            Action::PreviousMonth => self.go_months(-1),
            Action::NextMonth => self.go_months(1),
            Action::ShowTrend => {
                let trend = TrendScreen::new(self.day.date).opened_from(&self.screen);
                self.show_screen(Screen::Trend(Box::new(trend)));
                self.read_trend()
            }
            Action::ShowSurvey => {
                self.show_surveys();
                Vec::new()
            }
            Action::ShowDay | Action::ShowWeek | Action::ShowTimetable | Action::ShowSettings => {
                self.show_screen(match action {
                    Action::ShowWeek => Screen::Week(WeekScreen::default()),
                    Action::ShowTimetable => Screen::Timetable(self.timetable_screen()),
                    Action::ShowSettings => Screen::Settings(SettingsScreen::default()),
                    _ => Screen::Day,
                });
                Vec::new()
            }
            Action::Undo => vec![Effect::Undo(self.day.date)],
            Action::Redo => vec![Effect::Redo(self.day.date)],
            _ => match self.screen {
                Screen::Day => self.act_on_day(action),
                Screen::Week(_) => self.act_on_week(action),
                Screen::Trend(_) => self.act_on_trend(action),
                Screen::Timetable(_) => self.act_on_timetable(action),
                Screen::Survey(_) => self.act_on_survey(action),
                Screen::Settings(_) => self.act_on_settings(action),
            },
        }
    }

    /// Does what was chosen by its name: here if it has a key here, else on the screen it belongs to. What is being typed
    /// belongs to the day it was begun on and is not left for that.
    pub(super) fn act_anywhere(&mut self, action: Action) -> Vec<Effect> {
        let here = self.context_below();
        let place = self.place(action);
        if place != here && self.day.mode.entry().is_some_and(EntryLine::holds_something) {
            self.toast = Some(Toast::FinishLine);
            return Vec::new();
        }
        match place {
            place if place == here => {}
            Context::Week => self.show_screen(Screen::Week(WeekScreen::default())),
            Context::Trend => {
                let mut effects = self.act(Action::ShowTrend);
                effects.extend(self.act(action));
                return effects;
            }
            Context::Timetable => self.show_screen(Screen::Timetable(self.timetable_screen())),
            Context::Survey => self.show_surveys(),
            Context::Settings => self.show_screen(Screen::Settings(SettingsScreen::default())),
            _ => self.show_screen(Screen::Day),
        }
        self.act(action)
    }

    /// The keys that do what can be chosen by its name: here, or on the screen it belongs to.
    #[must_use]
    pub fn keys_anywhere(&self, action: Action) -> &[Key] {
        self.keymap.keys(self.place(action), action)
    }

    /// The place whose keys do something that is chosen by its name: the one below what lies over the screen if it can,
    /// else the first screen that can; the day where that is none.
    fn place(&self, action: Action) -> Context {
        let screens = [
            Context::Day,
            Context::Week,
            Context::Trend,
            Context::Timetable,
            Context::Survey,
            Context::Settings,
        ];
        let mut places = std::iter::once(self.context_below()).chain(screens);
        let has_key = |context: &Context| !self.keymap.keys(*context, action).is_empty();
        places.find(has_key).unwrap_or(Context::Day)
    }

    fn open(&mut self, over: Over) -> Vec<Effect> {
        self.over = Some(over);
        Vec::new()
    }

    /// Shows another screen. The entry line is the day's: an empty one does not stay open unseen.
    pub(super) fn show_screen(&mut self, screen: Screen) {
        if screen != Screen::Day {
            self.day.mode = Mode::Browse;
        }
        self.screen = screen;
        self.from_flag = None;
    }

    /// Goes to the same day so many months later; earlier if negative.
    fn go_months(&mut self, months: i32) -> Vec<Effect> {
        let (date, by) = (self.day.date, Months::new(months.unsigned_abs()));
        let there = if months < 0 {
            date.checked_sub_months(by)
        } else {
            date.checked_add_months(by)
        };
        let days = there.map_or(i64::from(i32::MAX), |there| (there - date).num_days());
        self.go(date, days)
    }

    /// Goes so many days from a date.
    pub(super) fn go(&mut self, from: NaiveDate, days: i64) -> Vec<Effect> {
        self.from_flag = None;
        if let Some(Ok(date)) = from.checked_add_signed(Duration::days(days)).map(check_date) {
            self.shows_today = date == self.today;
            self.day.go(date);
            self.select_day_of_week();
            self.read_line();
        } else {
            self.toast = Some(Toast::NoSuchDate);
        }
        self.unread().map(Effect::Load).into_iter().collect()
    }

    /// Goes to a date that was chosen.
    pub(super) fn go_to(&mut self, date: NaiveDate) -> Vec<Effect> {
        self.go(date, 0)
    }

    /// Shows a block on its day.
    pub(super) fn go_to_block(&mut self, date: NaiveDate, id: BlockId) -> Vec<Effect> {
        self.screen = Screen::Day;
        let effects = self.go(date, 0);
        self.day.selected = Some(Row::Block(id));
        effects
    }

    pub(super) fn apply(&self, operation: Operation) -> Vec<Effect> {
        vec![Effect::Apply {
            date: self.day.date,
            operation,
            settings: Vec::new(),
        }]
    }
}
