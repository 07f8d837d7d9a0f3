//! Settings that are typed: what stands in the line first, and what is made of it.

use super::SettingsRow;
use crate::app::{App, Effect, Over, Prompt, Question};
use crate::diary::Setting;
use crate::domain::{BadBells, BellSchedule, ReplyWindow, Span, parse_clock};
use crate::figures::{GoalSubject, Percent};
use crate::i18n::half_width;
use crate::timetable::Bells;
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
    /// This lesson is not like 08:00-08:45.
    Lesson(String),
    /// This lesson, from 1, begins before the one before it ends.
    LessonOrder(usize),
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
            SettingsRow::Bells => {
                let bells = profile.bells_on(self.today());
                let lessons = bells.lessons().map(|l| l.to_string());
                lessons.collect::<Vec<_>>().join(" ")
            }
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
                let window: ReplyWindow = plain(text).parse().map_err(|_| Wrong::Window)?;
                self.set(Setting::ReplyWindow(window))
            }
            SettingsRow::Bells if text == self.typed_value(row) => Vec::new(),
            SettingsRow::Bells => self.set(Setting::Bells(
                bells(text)?.map(Bells::all_year).into_iter().collect(),
            )),
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
    fn folder(&self, text: &str) -> String {
        let home = self.prefs().home.as_deref();
        match (text.strip_prefix('~'), home) {
            (Some(rest), Some(home)) if rest.is_empty() || rest.starts_with(['/', '\\']) => {
                format!("{home}{rest}")
            }
            _ => text.to_owned(),
        }
    }
}

/// A time or a span as an input method may leave it, in plain characters and two digits an hour.
fn plain(text: &str) -> String {
    let narrow = |c: char| match half_width(c) {
        '–' | '—' | '~' => '-',
        other => other,
    };
    let text: String = text.chars().map(narrow).filter(|c| !c.is_whitespace()).collect();
    let two = |clock: &str| match clock.find(':') {
        Some(1) => format!("0{clock}"),
        _ => clock.to_owned(),
    };
    text.split('-').map(two).collect::<Vec<_>>().join("-")
}

/// Reads `08:00-08:45 08:55-09:40`; none, which is the usual ones, where nothing is typed.
fn bells(text: &str) -> Result<Option<BellSchedule>, Wrong> {
    let lesson = |text: &str| {
        let wrong = || Wrong::Lesson(text.to_owned());
        let plain = plain(text);
        let (start, end) = plain.split_once('-').ok_or_else(wrong)?;
        let (start, end) = (
            parse_clock(start).ok_or_else(wrong)?,
            parse_clock(end).ok_or_else(wrong)?,
        );
        Span::clocked(start, end).map_err(|_| wrong())
    };
    let parts = text.split(|c: char| c.is_whitespace() || ",;，；、".contains(c));
    let lessons: Vec<Span> = parts
        .filter(|p| !p.is_empty())
        .map(lesson)
        .collect::<Result<_, _>>()?;
    if lessons.is_empty() {
        return Ok(None);
    }
    BellSchedule::of_lessons(lessons)
        .map(Some)
        .map_err(|bad| match bad {
            BadBells::Order(at) | BadBells::Name(at) => Wrong::LessonOrder(at + 1),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bells_are_read_as_they_are_shown_and_as_an_input_method_leaves_them() {
        let usual = BellSchedule::usual();
        let shown: Vec<String> = usual.lessons().map(|l| l.to_string()).collect();
        assert_eq!(bells(&shown.join(" ")), Ok(Some(usual)));
        let chinese = bells("8:00－8:45，８：５５—9：40").unwrap().unwrap();
        let shown: Vec<String> = chinese.lessons().map(|l| l.to_string()).collect();
        assert_eq!(shown, ["08:00-08:45", "08:55-09:40"]);
        assert_eq!(bells("  "), Ok(None), "the usual ones again");
    }

    #[test]
    fn what_is_no_schedule_is_named() {
        for bad in ["8-9", "08:00", "08:45-08:00", "08:00-08:45-09:00", "99:00-99:30"] {
            assert_eq!(bells(bad), Err(Wrong::Lesson(bad.to_owned())), "{bad}");
        }
        assert_eq!(
            bells("08:00-08:45 08:40-09:20"),
            Err(Wrong::LessonOrder(2)),
            "the second begins too early"
        );
    }
}
