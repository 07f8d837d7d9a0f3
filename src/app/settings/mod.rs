//! The settings screen: one list, and what its lines do.

pub(super) mod looks;
pub(super) mod row;
mod typed;

pub use looks::line_language;
use looks::{LANGUAGES, configure_language, configure_theme, language_line};
pub use row::{SettingsGroup, SettingsRow};
pub use typed::Wrong;

use super::over::SettingMenu;
use super::{App, Backups, Effect, List, Over, Prompt, RuleList, Screen, Toast, Wanted, WordRules};
use crate::diary::Setting;
use crate::figures::{Goal, GoalSubject, Percent};
use crate::keymap::Action;
use crate::settings::{Borders, Key};

/// The settings, a line each.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SettingsScreen {
    /// The selected line.
    pub list: List,
}

impl App {
    /// The lines of the settings.
    #[must_use]
    pub fn settings_rows(&self) -> Vec<SettingsRow> {
        SettingsRow::all(self.known.profile())
    }

    /// Whether the command line or the environment decides what a line says.
    #[must_use]
    pub fn is_decided(&self, row: &SettingsRow) -> bool {
        row.key().is_some_and(|key| self.prefs.is_overridden(key))
    }

    pub(super) fn act_on_settings(&mut self, action: Action) -> Vec<Effect> {
        let mut rows = self.settings_rows();
        let Screen::Settings(settings) = &mut self.screen else {
            return Vec::new();
        };
        if settings.list.act(action, rows.len()) {
            return Vec::new();
        }
        if action == Action::Rules {
            let at = rows.iter().position(|row| *row == SettingsRow::Rules);
            settings.list.select(at.unwrap_or(0));
            return self.open_setting(SettingsRow::Rules);
        }
        let row = rows.swap_remove(settings.list.at(rows.len()));
        let changes = matches!(
            action,
            Action::Accept | Action::PreviousValue | Action::NextValue | Action::Delete
        );
        if changes && self.is_decided(&row) {
            self.toast = Some(Toast::Decided);
            return Vec::new();
        }
        match action {
            Action::PreviousValue if row.has_steps() => self.step(&row, false),
            Action::NextValue if row.has_steps() => self.step(&row, true),
            Action::Accept | Action::NextValue => self.open_setting(row),
            Action::Delete => {
                if let SettingsRow::Goal(subject) = row {
                    return self.set_goal(subject, None);
                }
                self.toast = Some(Toast::OnlyGoalsGo);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// Another value of a line: the one after, or the one before.
    fn step(&self, row: &SettingsRow, forward: bool) -> Vec<Effect> {
        let beside = |at: usize, count: usize| match (forward, count) {
            (_, 0) => 0,
            (true, _) => (at + 1) % count,
            (false, _) => (at + count - 1) % count,
        };
        let prefs = &self.prefs;
        match row {
            SettingsRow::Language => {
                let at = language_line(prefs.language);
                vec![configure_language(line_language(beside(at, LANGUAGES)))]
            }
            SettingsRow::Theme => {
                let at = prefs.themes.iter().position(|t| *t == prefs.theme).unwrap_or(0);
                let theme = prefs.themes.get(beside(at, prefs.themes.len()));
                theme.map(|t| configure_theme(t)).into_iter().collect()
            }
            SettingsRow::Borders | SettingsRow::Mouse => self.toggle(row),
            SettingsRow::AskWorth => self.toggle_ask_worth(),
            SettingsRow::MainGoal => self.step_goal(GoalSubject::NonTeaching, forward),
            SettingsRow::Goal(subject) => self.step_goal(subject.clone(), forward),
            _ => Vec::new(),
        }
    }

    fn toggle(&self, row: &SettingsRow) -> Vec<Effect> {
        let (key, value) = if *row == SettingsRow::Mouse {
            (Key::Mouse, (!self.prefs.mouse).to_string())
        } else {
            let other = match self.prefs.borders {
                Borders::Unicode => Borders::Ascii,
                Borders::Ascii => Borders::Unicode,
            };
            (Key::Borders, other.name().to_owned())
        };
        vec![Effect::Configure {
            key: key.name(),
            value,
        }]
    }

    fn toggle_ask_worth(&self) -> Vec<Effect> {
        self.set(Setting::AskWorth(!self.known.profile().ask_worth))
    }

    fn step_goal(&self, subject: GoalSubject, forward: bool) -> Vec<Effect> {
        let now = self.reduction(&subject).hundredths();
        let new = if forward {
            now + 100
        } else {
            now.saturating_sub(100)
        };
        match Percent::from_hundredths(new.min(10_000)) {
            Some(percent) if percent.hundredths() != now => self.set_goal(subject, Some(percent)),
            _ => Vec::new(),
        }
    }

    /// By how much something is to fall; 0 where there is no goal on it.
    #[must_use]
    pub fn reduction(&self, subject: &GoalSubject) -> Percent {
        let profile = self.known.profile();
        if *subject == GoalSubject::NonTeaching {
            return profile.main_goal().reduction;
        }
        let goal = profile.goals.iter().find(|g| g.subject == *subject);
        goal.map_or(Percent::NONE, |g| g.reduction)
    }

    /// Sets a goal, or takes it out.
    pub(super) fn set_goal(&self, subject: GoalSubject, percent: Option<Percent>) -> Vec<Effect> {
        let mut profile = self.known.profile().clone();
        profile.set_goal(subject, percent);
        self.set(Setting::Goals(profile.goals))
    }

    /// Sets all that the policy asks for beside the goal on all non-teaching time.
    pub(super) fn set_policy_goals(&self) -> Vec<Effect> {
        let mut profile = self.known.profile().clone();
        for goal in Goal::policy_beside() {
            profile.set_goal(goal.subject, Some(goal.reduction));
        }
        self.set(Setting::Goals(profile.goals))
    }

    /// Saves a setting that is data, if it is another one.
    pub(super) fn set(&self, setting: Setting) -> Vec<Effect> {
        if self.known.profile().setting(setting.name()).as_ref() == Some(&setting) {
            return Vec::new();
        }
        vec![Effect::Set {
            date: self.day.date,
            setting,
        }]
    }

    /// Whether the bells are more than one line of lessons, with seasons or names.
    fn has_many_bells(&self) -> bool {
        match self.known.profile().bells.as_slice() {
            [] => false,
            [only] => {
                let is_named = only.schedule.periods().iter().any(|p| p.name.is_some());
                is_named || only.dates.is_some() || !only.name.is_empty()
            }
            _ => true,
        }
    }

    /// Opens what a line is changed with.
    fn open_setting(&mut self, row: SettingsRow) -> Vec<Effect> {
        let prefs = &self.prefs;
        let menu = match &row {
            SettingsRow::Borders | SettingsRow::Mouse => return self.toggle(&row),
            SettingsRow::AskWorth => return self.toggle_ask_worth(),
            SettingsRow::Rules => {
                self.over = Some(Over::Rules(RuleList::default()));
                return Vec::new();
            }
            SettingsRow::Baseline => return self.choose_baseline(),
            SettingsRow::Backups => {
                let (backups, read) = Backups::new();
                self.over = Some(Over::Backups(backups));
                return vec![read];
            }
            SettingsRow::Bells if self.has_many_bells() => return self.open_bells(),
            SettingsRow::Words => {
                self.over = Some(Over::Words(WordRules::new(self)));
                return Vec::new();
            }
            SettingsRow::File => return Vec::new(),
            SettingsRow::Language => Some(SettingMenu::language(prefs.language)),
            SettingsRow::Theme => Some(SettingMenu::theme(prefs)),
            SettingsRow::SchoolDays => Some(SettingMenu::school_days(self.known.profile().school_days)),
            SettingsRow::NewGoal => Some(SettingMenu::new_goal(&self.known)),
            _ => None,
        };
        self.over = Some(if let Some(menu) = menu {
            Over::Setting(menu)
        } else {
            let old = self.typed_value(&row);
            Over::Prompt(Prompt::new(Wanted::Setting(row), &old))
        });
        Vec::new()
    }
}
