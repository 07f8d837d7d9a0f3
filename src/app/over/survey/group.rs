//! The answers of a group to choose from.

use crate::app::{App, Effect, List, Over};
use crate::i18n::I18n;
use crate::keymap::Action;
use crate::survey::{Code, Group, GroupAnswer, Joined, SurveyChange};
use crate::tr;

/// The answers of a group.
#[derive(Debug, Clone, PartialEq)]
pub struct SurveyGroup {
    joined: Joined,
    /// The group's code.
    group: Code,
    /// What the group is called.
    pub name: String,
    /// The answers that can be given; the line of "not said" is not among them.
    pub answers: Vec<AnswerLine>,
    /// "Not said", then the answers, of which one is selected.
    pub list: List,
}

/// An answer in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerLine {
    code: Code,
    /// What it is called, and after it what holds it, the closest first: of a long name the end is cut.
    pub name: String,
    /// How many people are behind it; none where that is not known.
    pub staff: Option<u32>,
}

impl AnswerLine {
    fn of(answer: &GroupAnswer, group: &Group, i18n: &I18n) -> Self {
        let lang = i18n.lang();
        let name = answer.name.get(lang).to_owned();
        let above: Vec<&str> = group.above(answer).map(|a| a.name.get(lang)).collect();
        Self {
            code: answer.code.clone(),
            name: if above.is_empty() {
                name
            } else {
                let above = above.join(&tr!(i18n, "sheet-and"));
                tr!(i18n, "survey-screen-answer-in", name = name, above = above)
            },
            staff: answer.staff,
        }
    }
}

impl SurveyGroup {
    /// The answers of a group of this code, the one that is given selected; none where the survey has no such group.
    #[must_use]
    pub fn new(joined: Joined, code: &str, i18n: &I18n) -> Option<Self> {
        let group = joined.definition.group(code)?;
        let given = joined.answered(code).map(|a| &a.code);
        let answers: Vec<AnswerLine> = group.open().map(|a| AnswerLine::of(a, group, i18n)).collect();
        let at = answers.iter().position(|a| Some(&a.code) == given);
        Some(Self {
            list: List::on(at.map_or(0, |at| at + 1)),
            group: group.code.clone(),
            name: group.name.get(i18n.lang()).to_owned(),
            answers,
            joined,
        })
    }

    /// How many lines there are.
    const fn count(&self) -> usize {
        1 + self.answers.len()
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
        let answer = at.and_then(|at| self.answers.get(at));
        let answer = answer.map(|a| a.code.to_string());
        app.change_surveys(SurveyChange::Answer {
            survey: self.joined.hash(),
            group: self.group.to_string(),
            answer,
        })
    }
}
