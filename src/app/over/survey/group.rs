//! The answers of a group to choose from.

use crate::app::{App, Effect, List, Over};
use crate::i18n::Lang;
use crate::keymap::Action;
use crate::survey::{Group, Joined, SurveyChange};

/// The answers of a group.
#[derive(Debug, Clone, PartialEq)]
pub struct SurveyGroup {
    joined: Joined,
    group: Group,
    /// "Not said", then the answers, of which one is selected.
    pub list: List,
}

impl SurveyGroup {
    /// The answers of a group of this code, the one that is given selected; none where the survey has no such group.
    #[must_use]
    pub fn new(joined: Joined, code: &str) -> Option<Self> {
        let group = joined.definition.group(code)?.clone();
        let given = joined.answered(code).map(|a| &a.code);
        let at = group.open().position(|a| Some(&a.code) == given);
        Some(Self {
            list: List::on(at.map_or(0, |at| at + 1)),
            joined,
            group,
        })
    }

    /// The group.
    #[must_use]
    pub const fn group(&self) -> &Group {
        &self.group
    }

    /// How many lines there are.
    #[must_use]
    pub fn count(&self) -> usize {
        1 + self.group.open().count()
    }

    /// What each answer is called, with those that hold it, and how many people are behind it; the line of "not said" is
    /// not among them.
    #[must_use]
    pub fn answers(&self, lang: Lang) -> Vec<(String, Option<u32>)> {
        let name = |answer| {
            let mut names: Vec<&str> = self.group.above(answer).map(|a| a.name.get(lang)).collect();
            names.reverse();
            names.push(answer.name.get(lang));
            (names.join(" / "), answer.staff)
        };
        self.group.open().map(name).collect()
    }

    pub(in crate::app::over) fn lines(&mut self) -> (&mut List, usize) {
        let lines = self.count();
        (&mut self.list, lines)
    }

    pub(in crate::app::over) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        let lines = self.count();
        if self.list.act(action, lines) || !matches!(action, Action::Accept | Action::Toggle) {
            app.over = Some(Over::SurveyGroup(Box::new(self)));
            return Vec::new();
        }
        let at = self.list.at(lines).checked_sub(1);
        let answer = at.and_then(|at| self.group.open().nth(at));
        let answer = answer.map(|a| a.code.to_string());
        app.change_surveys(SurveyChange::Answer {
            survey: self.joined.hash(),
            group: self.group.code.to_string(),
            answer,
        })
    }
}
