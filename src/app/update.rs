//! How inputs come in: keys, pasted text, the mouse.

use super::leave::Leave;
use super::midnight::is_about_the_day_shown;
use super::{App, Effect, EntryLine, Input, Mode, Mouse, Query, Screen, Target, Toast};
use super::{Calendar, List, Over};
use crate::keymap::{Action, Key};
use chrono::{NaiveDate, NaiveDateTime};

impl App {
    /// Takes an input in and says what is to be done outside.
    pub fn update(&mut self, input: Input, now: NaiveDateTime) -> Vec<Effect> {
        self.today = now.date();
        let is_meant = matches!(
            input,
            Input::Paste(_) | Input::Key(_) | Input::Mouse(Mouse::Press, Some(_))
        );
        let was_warned = is_meant && std::mem::take(&mut self.leave) == Leave::Warned;
        let effects = self.take_in(input);
        if was_warned && self.leave == Leave::Warned {
            return vec![Effect::Quit]; // the second time
        }
        effects
    }

    fn take_in(&mut self, input: Input) -> Vec<Effect> {
        if self.was_meant_for_yesterday(&input) {
            self.toast = None;
            return self.turn_the_day();
        }
        match input {
            Input::Back => self.come_back(),
            Input::Idle => vec![Effect::Verify(self.day.date)],
            Input::Paste(text) => {
                self.toast = None;
                self.turned = false;
                let effects = self.paste(&text);
                self.warn_of_midnight();
                effects
            }
            Input::Mouse(mouse, target) => self.point(mouse, target),
            Input::Key(key) => {
                self.toast = None;
                self.day.drag = None;
                let turned = std::mem::take(&mut self.turned);
                let effects = match self.action(key) {
                    Some(action)
                        if turned && self.screen == Screen::Day && is_about_the_day_shown(action) =>
                    {
                        self.toast = Some(Toast::PastMidnight(self.day.date));
                        Vec::new()
                    }
                    // An entry may begin with this letter: as long as it can do nothing else, it does.
                    Some(Action::Paste) if self.nothing_to_paste() && key.typed().is_some() => self.edit(key),
                    Some(Action::ConfirmAll) if !self.has_timetable() && key.typed().is_some() => {
                        self.edit(key)
                    }
                    Some(action) => self.act(action),
                    None => self.edit(key),
                };
                if effects.is_empty() {
                    self.warn_of_midnight();
                }
                if turned && self.toast.is_none() && self.day.date == self.today {
                    self.toast = Some(Toast::PastMidnight(self.today)); // it may not have been drawn yet
                }
                effects
            }
        }
    }

    /// The date that is asked for, while what is read does not hold it.
    #[must_use]
    pub fn unread(&self) -> Option<NaiveDate> {
        (!self.day.is_read()).then_some(self.day.date)
    }

    /// What is still to be read for what lies over the screen, or for the survey screen: who types on asks for the next
    /// thing at once, so it is read only before it is drawn.
    #[must_use]
    pub fn unread_query(&self) -> Option<Query> {
        let over = match &self.over {
            Some(Over::Search(search)) => search.unread(),
            Some(Over::Calendar(calendar)) => calendar.unread(),
            _ => None,
        };
        over.or_else(|| self.unread_survey())
    }

    /// Whether an input only asks for another date, whatever is logged on the one shown: then that need not be read
    /// before the input is taken in.
    #[must_use]
    pub fn only_moves(&self, input: &Input) -> bool {
        let Input::Key(key) = input else { return false };
        let moves = |action| {
            matches!(
                action,
                Action::PreviousDay
                    | Action::NextDay
                    | Action::PreviousWeek
                    | Action::NextWeek
                    | Action::Today
            )
        };
        self.over.is_none()
            && !matches!(self.screen, Screen::Settings(_))
            && !matches!(&self.screen, Screen::Survey(screen) if screen.week().is_none())
            && self.action(*key).is_some_and(moves)
    }

    /// Whether an input does something that its user would have to see. Leaving needs no look, nor does what is typed
    /// into the entry line, which even the smallest window shows.
    #[must_use]
    pub fn needs_a_look(&self, input: &Input) -> bool {
        let is_typing = self.over.is_none() && self.day.mode.entry().is_some();
        match input {
            Input::Back | Input::Idle => false,
            Input::Mouse(..) => true,
            Input::Paste(_) => !is_typing,
            Input::Key(key) => match self.action(*key) {
                Some(Action::Quit | Action::Suspend) => false,
                Some(_) => true,
                None => !is_typing,
            },
        }
    }

    /// Whether an input only asks for something else of what lies over the screen, whatever is read for that: then that
    /// need not be read before the input is taken in.
    #[must_use]
    pub fn only_asks(&self, input: &Input) -> bool {
        let action = match input {
            Input::Key(key) => self.action(*key),
            Input::Paste(_) => None,
            _ => return false,
        };
        match &self.over {
            Some(Over::Search(_)) => action.is_none(),
            Some(Over::Calendar(_)) => !action.is_some_and(Calendar::needs_marks),
            _ => false,
        }
    }

    /// Takes a key that is no action.
    fn edit(&mut self, key: Key) -> Vec<Effect> {
        if let Some(over) = self.over.take() {
            return over.edit(self, key);
        }
        match (&self.screen, &mut self.day.mode) {
            (Screen::Settings(_) | Screen::Trend(_) | Screen::Survey(_), _) => {}
            (Screen::Timetable(screen), _) => {
                let grid = self.timetable_grid(screen);
                if let Some(c) = key.typed().filter(|c| opens_line(*c)) {
                    return self.type_cell(&grid, c.encode_utf8(&mut [0; 4]));
                }
            }
            (Screen::Day, Mode::Entry(entry)) => {
                if entry.line.edit(key) {
                    self.read_line();
                }
            }
            (Screen::Day | Screen::Week(_), _) => {
                if let Some(c) = key.typed().filter(|c| opens_line(*c)) {
                    self.screen = Screen::Day;
                    return self.open_line(EntryLine::new(c.encode_utf8(&mut [0; 4])));
                }
            }
        }
        Vec::new()
    }

    fn nothing_to_paste(&self) -> bool {
        match self.screen {
            Screen::Timetable(_) => self.copied_no_cell(),
            _ => self.copied.is_empty(),
        }
    }

    fn paste(&mut self, text: &str) -> Vec<Effect> {
        if let Some(Over::Import(mut import)) = self.over.take_if(|over| matches!(over, Over::Import(_))) {
            import.paste(self, text);
            self.over = Some(Over::Import(import));
            return Vec::new();
        }
        if let Some(Over::Worth(worth)) = self.over.take_if(|over| matches!(over, Over::Worth(_))) {
            return worth.paste(self, text);
        }
        if let Some(over) = &mut self.over {
            return over.paste(text);
        }
        match (&self.screen, &mut self.day.mode) {
            (Screen::Settings(_) | Screen::Trend(_) | Screen::Survey(_), _) => {}
            (Screen::Timetable(screen), _) => {
                let grid = self.timetable_grid(screen);
                return self.type_cell(&grid, text.trim());
            }
            (Screen::Day, Mode::Entry(entry)) => {
                entry.line.insert(text);
                self.read_line();
            }
            (Screen::Day | Screen::Week(_), _) => {
                self.screen = Screen::Day;
                return self.open_line(EntryLine::new(text.trim()));
            }
        }
        Vec::new()
    }

    /// Takes what the mouse does.
    fn point(&mut self, mouse: Mouse, target: Option<Target>) -> Vec<Effect> {
        match (mouse, target) {
            (Mouse::WheelUp, _) => self.wheel(Action::Up),
            (Mouse::WheelDown, _) => self.wheel(Action::Down),
            (Mouse::Drag, Some(Target::Time(spot))) => {
                self.drag_to(spot);
                Vec::new()
            }
            (Mouse::Release, _) => self.let_go(),
            (Mouse::Press, Some(target)) => {
                self.toast = None;
                self.turned = false;
                self.press(target)
            }
            _ => Vec::new(),
        }
    }

    fn wheel(&mut self, action: Action) -> Vec<Effect> {
        if self.over.is_none() && matches!(self.day.mode, Mode::Entry(_)) {
            return Vec::new(); // the line must not close under the user's hands
        }
        self.act(action)
    }

    fn press(&mut self, target: Target) -> Vec<Effect> {
        if let Target::Do(action) = target {
            return self.act(action);
        }
        if let Some(over) = self.over.take() {
            return match target {
                Target::Row(row) => over.click(self, row),
                Target::Date(date) => over.click_date(self, date),
                _ => {
                    self.over = Some(over);
                    Vec::new()
                }
            };
        }
        match target {
            Target::Listed(index) => {
                if self.day.mode == Mode::Browse {
                    self.day.select(index);
                }
                Vec::new()
            }
            Target::Entry if self.day.mode == Mode::Browse => self.act(Action::Log),
            Target::Date(date) if matches!(self.screen, Screen::Trend(_)) => {
                self.show_screen(Screen::Day);
                self.go_to(date)
            }
            Target::Date(date) if date == self.day.date && !self.is_on_flag() => self.act(Action::ShowDay),
            Target::Date(date) => self.go_to(date),
            Target::Row(row) => {
                let takes = match &mut self.screen {
                    Screen::Settings(settings) => {
                        settings.list = List::on(row);
                        true
                    }
                    Screen::Trend(trend) => trend.select(row),
                    Screen::Survey(survey) => survey.select(row),
                    Screen::Week(_) => return self.click_flag(row),
                    _ => false,
                };
                if takes {
                    self.act(Action::Accept)
                } else {
                    Vec::new()
                }
            }
            Target::Cell(column, row) => self.click_cell(column, row),
            Target::Time(spot) => self.take_hold(spot),
            Target::Entry | Target::Do(_) => Vec::new(),
        }
    }
}

/// Whether a character typed in the list opens the entry line with it: every one that is no key of the list and can
/// begin an entry.
pub(super) fn opens_line(c: char) -> bool {
    !c.is_control() && !c.is_whitespace()
}
