//! Settings that are typed: what stands in the line first, and what is made of it.

use super::SettingsRow;
use crate::app::{App, Effect, Over, Prompt, Question};
use crate::diary::Setting;
use crate::domain::ReplyWindow;
use crate::figures::{BadRule, GoalSubject, Percent};
use crate::timetable::{BadPeriods, Bells, Recurring, plain_time, print_periods, read_periods};
use std::path::Path;

/// Why a typed value cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// No percentage from 0 to 100.
    Percent,
    /// The goal on all non-teaching time cannot be taken out.
    MainGoalStays,
    /// No window like 07:00-20:00.
    Window,
    /// The lessons make no bells.
    Bells(BadPeriods),
    /// The bells would not have the period of this entry of the timetable.
    BellsInUse(Box<Recurring>),
    /// The rule of the burden list cannot be set to this.
    Rule(BadRule),
    /// The folder does not begin at the root.
    Folder,
    /// The data lie there already.
    SameFolder,
}

impl App {
    /// What a line's value looks like typed.
    pub(super) fn typed_value(&self, row: &SettingsRow) -> String {
        let profile = self.known().profile();
        match row {
            SettingsRow::MainGoal => self.reduction(&GoalSubject::NonTeaching).to_string(),
            SettingsRow::Goal(subject) => self.reduction(subject).to_string(),
            SettingsRow::ReplyWindow => profile.reply_window.to_string(),
            SettingsRow::Bells => print_periods(&profile.bells_on(self.today())),
            SettingsRow::DataDir => self.prefs().data_dir.clone(),
            _ => String::new(),
        }
    }

    /// Takes a typed value of a line of the settings; what cannot be taken stays, with the reason.
    pub(in crate::app) fn type_setting(&mut self, row: &SettingsRow, mut prompt: Prompt) -> Vec<Effect> {
        match self.read_setting(row, prompt.line.text().trim()) {
            Ok(effects) => effects,
            Err(wrong) => {
                prompt.wrong = Some(wrong);
                self.over = Some(Over::Prompt(prompt));
                Vec::new()
            }
        }
    }

    fn read_setting(&mut self, row: &SettingsRow, text: &str) -> Result<Vec<Effect>, Wrong> {
        let percent = || text.parse::<Percent>().map_err(|_| Wrong::Percent);
        Ok(match row {
            SettingsRow::MainGoal if text.is_empty() => return Err(Wrong::MainGoalStays),
            SettingsRow::MainGoal => self.set_goal(GoalSubject::NonTeaching, Some(percent()?)),
            SettingsRow::Goal(subject) if text.is_empty() => self.set_goal(subject.clone(), None),
            SettingsRow::Goal(subject) => self.set_goal(subject.clone(), Some(percent()?)),
            SettingsRow::ReplyWindow => {
                let window: ReplyWindow = plain_time(text).parse().map_err(|_| Wrong::Window)?;
                self.set(Setting::ReplyWindow(window))
            }
            SettingsRow::Bells if text == self.typed_value(row) => Vec::new(),
            SettingsRow::Bells => {
                let schedule = read_periods(text).map_err(Wrong::Bells)?;
                let bells: Vec<Bells> = schedule.map(Bells::all_year).into_iter().collect();
                if let Some(entry) = self.known.profile().loses_its_time(&bells) {
                    return Err(Wrong::BellsInUse(Box::new(entry.clone())));
                }
                self.set(Setting::Bells(bells))
            }
            SettingsRow::DataDir => {
                let folder = self.folder(text);
                if !Path::new(&folder).is_absolute() {
                    return Err(Wrong::Folder);
                }
                if Path::new(&folder) == Path::new(&self.prefs().data_dir) {
                    return Err(Wrong::SameFolder);
                }
                self.over = Some(Over::Ask(Question::MoveData(folder)));
                Vec::new()
            }
            _ => Vec::new(),
        })
    }

    /// A typed folder; a leading `~` is the user's own.
    pub(in crate::app) fn folder(&self, text: &str) -> String {
        let home = self.prefs().home.as_deref();
        match (text.strip_prefix('~'), home) {
            (Some(rest), Some(home)) if rest.is_empty() || rest.starts_with(['/', '\\']) => {
                format!("{home}{rest}")
            }
            _ => text.to_owned(),
        }
    }
}
