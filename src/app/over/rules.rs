//! The rules of the burden list: which are on, and with what limits. Each change is saved at once.

use super::{Over, Prompt, Wanted};
use crate::app::{App, Effect, List, Wrong};
use crate::diary::Setting;
use crate::domain::WEEKDAYS;
use crate::figures::{Limits, Rule, RuleValue};
use crate::i18n::{Lang, half_width};
use crate::keymap::{Action, Key};
use crate::timetable::weekday_word;
use std::collections::BTreeMap;

/// The list of the rules.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RuleList {
    /// The selected line.
    pub list: List,
    /// What rules were set to before they were switched off here.
    before: BTreeMap<Rule, RuleValue>,
}

impl RuleList {
    /// How many lines there are: a rule each.
    pub const LINES: usize = Rule::ALL.len();

    /// The selected rule.
    #[must_use]
    pub fn rule(&self) -> Rule {
        Rule::ALL[self.list.at(Self::LINES)]
    }

    pub(super) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        let rule = self.rule();
        let has_limit = rule.limits() != Limits::None;
        let now = app.known.profile().rules.get(rule);
        let effects = match action {
            Action::Accept if has_limit => return self.type_limit(app, now, ""),
            Action::Accept | Action::Toggle => match self.switched(rule, now) {
                Some(value) => app.set_rule(rule, value),
                None => return self.type_limit(app, now, ""),
            },
            Action::PreviousValue | Action::NextValue => {
                let value = self.stepped(rule, now, action == Action::NextValue);
                app.set_rule(rule, value)
            }
            Action::Undo => vec![Effect::Undo(app.day.date)],
            Action::Redo => vec![Effect::Redo(app.day.date)],
            _ => {
                self.list.act(action, Self::LINES);
                Vec::new()
            }
        };
        app.over = Some(Over::Rules(self));
        effects
    }

    /// What a rule is when it is switched: off, or what it was before that, or else as usual; none where a weekday is to
    /// be chosen first.
    fn switched(&mut self, rule: Rule, now: RuleValue) -> Option<RuleValue> {
        if now != RuleValue::Off {
            self.before.insert(rule, now);
            return Some(RuleValue::Off);
        }
        Some(self.last(rule)).filter(|value| *value != RuleValue::Off)
    }

    /// What a rule that is off was set to before, or else what is usual.
    fn last(&self, rule: Rule) -> RuleValue {
        let before = self.before.get(&rule).copied();
        before.unwrap_or(RuleValue::usual(rule))
    }

    /// The value beside: the next limit or weekday, or the other of on and off. A rule with a number that is off is
    /// switched on by it.
    fn stepped(&self, rule: Rule, now: RuleValue, forward: bool) -> RuleValue {
        match (rule.limits(), now) {
            (Limits::Number { range, .. }, RuleValue::Limit(limit)) => {
                let next = beside(limit, step(rule), forward);
                RuleValue::Limit(next.clamp(*range.start(), *range.end()))
            }
            (Limits::None, RuleValue::On) => RuleValue::Off,
            (Limits::Weekday, now) => weekday_beside(now, forward),
            _ => self.last(rule),
        }
    }

    /// Opens the line to type a limit into, beginning with a text; what the rule is now is shown until something is typed.
    fn type_limit(self, app: &mut App, now: RuleValue, text: &str) -> Vec<Effect> {
        let prompt = Prompt::new(Wanted::Rule(self.rule()), text).instead_of(typed(now, app.lang));
        app.over = Some(Over::Prompt(prompt.back_to(Over::Rules(self))));
        Vec::new()
    }

    /// Takes a key: with a digit the limit of a rule that has one is typed at once.
    pub(super) fn edit(self, app: &mut App, key: Key) -> Vec<Effect> {
        let rule = self.rule();
        let digit = key.typed().filter(|c| half_width(*c).is_ascii_digit());
        if let (Limits::Number { .. }, Some(digit)) = (rule.limits(), digit) {
            let now = app.known.profile().rules.get(rule);
            return self.type_limit(app, now, digit.encode_utf8(&mut [0; 4]));
        }
        app.over = Some(Over::Rules(self));
        Vec::new()
    }
}

impl App {
    /// Saves what a rule is set to, if it is something else.
    fn set_rule(&self, rule: Rule, value: RuleValue) -> Vec<Effect> {
        let mut rules = self.known.profile().rules.clone();
        match rules.set(rule, value) {
            Ok(()) => self.set(Setting::Rules(rules)),
            Err(_) => Vec::new(),
        }
    }

    /// Takes what was typed for a rule: nothing leaves it as it is; what cannot be taken stays, with the reason.
    pub(super) fn type_rule(&mut self, rule: Rule, mut prompt: Prompt) -> Vec<Effect> {
        if prompt.line.text().trim().is_empty() {
            return prompt.cancel(self); // it stays as it is
        }
        match RuleValue::read_typed(rule, prompt.line.text()) {
            Ok(value) => {
                let effects = self.set_rule(rule, value);
                prompt.cancel(self);
                effects
            }
            Err(bad) => {
                prompt.wrong = Some(Wrong::Rule(bad));
                self.over = Some(Over::Prompt(prompt));
                Vec::new()
            }
        }
    }
}

/// A value as it is typed in a language.
fn typed(value: RuleValue, lang: Lang) -> String {
    match value {
        RuleValue::Day(day) => weekday_word(day, lang),
        value => value.to_string(),
    }
}

/// By how much the keys change a limit: minutes and per cents by fives.
const fn step(rule: Rule) -> u32 {
    match rule {
        Rule::StaffMeetingLength | Rule::GroupMeetingLength | Rule::InspectionCount => 5,
        _ => 1,
    }
}

/// The next multiple of a step above a number, or below it.
const fn beside(number: u32, step: u32, forward: bool) -> u32 {
    if forward {
        (number / step + 1) * step
    } else {
        number.saturating_sub(1) / step * step
    }
}

/// Off and the weekdays one after the other, in a circle.
fn weekday_beside(now: RuleValue, forward: bool) -> RuleValue {
    let at = match now {
        RuleValue::Day(day) => WEEKDAYS.iter().position(|d| *d == day).map_or(0, |at| at + 1),
        _ => 0,
    };
    let all = WEEKDAYS.len() + 1;
    let next = (at + if forward { 1 } else { all - 1 }) % all;
    let day = next.checked_sub(1).and_then(|at| WEEKDAYS.get(at));
    day.map_or(RuleValue::Off, |day| RuleValue::Day(*day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Weekday;
    use proptest::prelude::*;

    #[test]
    fn a_rule_that_is_switched_on_again_has_its_limit_again() {
        let mut list = RuleList::default();
        let (length, day) = (Rule::StaffMeetingLength, Rule::NoMeetingDay);
        assert_eq!(list.switched(length, RuleValue::Limit(60)), Some(RuleValue::Off));
        assert_eq!(list.switched(length, RuleValue::Off), Some(RuleValue::Limit(60)));
        assert_eq!(list.switched(day, RuleValue::Off), None, "which day?");
        let wednesday = RuleValue::Day(Weekday::Wed);
        assert_eq!(list.switched(day, wednesday), Some(RuleValue::Off));
        assert_eq!(list.switched(day, RuleValue::Off), Some(wednesday));
    }

    #[test]
    fn weekdays_go_round_and_numbers_go_by_steps() {
        let mut value = RuleValue::Off;
        for _ in 0..8 {
            assert_eq!(weekday_beside(weekday_beside(value, true), false), value);
            value = weekday_beside(value, true);
        }
        assert_eq!(value, RuleValue::Off);
        assert_eq!(
            (beside(90, 5, true), beside(92, 5, false), beside(0, 5, false)),
            (95, 90, 0)
        );
    }

    proptest! {
        #[test]
        fn a_step_gives_what_the_rule_can_be(
            rule in prop::sample::select(Rule::ALL.to_vec()),
            forward: Vec<bool>,
        ) {
            let list = RuleList::default();
            let mut value = RuleValue::usual(rule);
            for forward in forward {
                value = list.stepped(rule, value, forward);
                prop_assert!(value.fits(rule), "{:?}", value);
                prop_assert_eq!(RuleValue::read(rule, &value.to_string()), Ok(value));
            }
        }
    }
}
