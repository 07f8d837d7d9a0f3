//! What actions do everywhere, and which screen does the rest.

use super::{App, Calendar, Effect, Over, Palette, Screen, Scroll, Search, SettingsScreen, Setup, Toast};
use crate::diary::Operation;
use crate::domain::{BlockId, check_date};
use crate::keymap::{Action, Context};
use chrono::{Duration, NaiveDate};

impl App {
    pub(super) fn act(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Suspend => return vec![Effect::Suspend],
            Action::Quit => return vec![Effect::Quit],
            _ => {}
        }
        if let Some(over) = self.over.take() {
            return over.act(self, action);
        }
        match action {
            Action::Help => self.open(Over::Help(Scroll::default())),
            Action::Palette => self.open(Over::Palette(Palette::new())),
            Action::Search => self.open(Over::Search(Search::default())),
            Action::Setup => self.open(Over::Setup(Setup::again(&self.prefs, self.known.profile()))),
            Action::Calendar => {
                let (calendar, read) = Calendar::new(self.day.date);
                self.over = Some(Over::Calendar(calendar));
                vec![read]
            }
            Action::ShowDay => self.show_screen(Screen::Day),
            Action::ShowWeek => self.show_screen(Screen::Week),
            Action::ShowSettings => self.show_screen(Screen::Settings(SettingsScreen::default())),
            Action::Undo => vec![Effect::Undo(self.day.date)],
            Action::Redo => vec![Effect::Redo(self.day.date)],
            _ => match self.screen {
                Screen::Day => self.act_on_day(action),
                Screen::Week => self.act_on_week(action),
                Screen::Settings(_) => self.act_on_settings(action),
            },
        }
    }

    /// Does what was chosen by its name: here if it has a key here, else on the screen it belongs to.
    pub(super) fn act_anywhere(&mut self, action: Action) -> Vec<Effect> {
        let has_key = |context| !self.keymap.keys(context, action).is_empty();
        if !has_key(self.context()) {
            let screens = [
                (Context::Day, Screen::Day),
                (Context::Week, Screen::Week),
                (Context::Settings, Screen::Settings(SettingsScreen::default())),
            ];
            if let Some((_, screen)) = screens.into_iter().find(|(context, _)| has_key(*context)) {
                self.screen = screen;
            }
        }
        self.act(action)
    }

    fn open(&mut self, over: Over) -> Vec<Effect> {
        self.over = Some(over);
        Vec::new()
    }

    fn show_screen(&mut self, screen: Screen) -> Vec<Effect> {
        self.screen = screen;
        Vec::new()
    }

    /// Goes so many days from a date.
    pub(super) fn go(&mut self, from: NaiveDate, days: i64) -> Vec<Effect> {
        if let Some(Ok(date)) = from.checked_add_signed(Duration::days(days)).map(check_date) {
            self.shows_today = date == self.today;
            self.day.go(date);
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
        self.day.selected = Some(id);
        effects
    }

    pub(super) fn apply(&self, operation: Operation) -> Vec<Effect> {
        vec![Effect::Apply {
            date: self.day.date,
            operation,
        }]
    }
}
