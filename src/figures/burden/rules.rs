//! Which rules are on, and with what limits.

use super::{Limits, Rule};
use crate::domain::WEEKDAYS;
use chrono::Weekday;
use std::collections::BTreeMap;
use std::fmt;

/// What a rule is set to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleValue {
    /// It flags nothing.
    Off,
    /// A rule without a number is on.
    On,
    /// A rule is on with this limit.
    Limit(u32),
    /// The weekday that is to be free.
    Day(Weekday),
}

/// Nothing that a rule can be set to.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadRule {
    /// No rule has this code.
    #[error("no rule {0:?}: there are {codes}", codes = codes())]
    Code(String),
    /// The rule cannot be set to this.
    #[error("{rule} cannot be {text:?}: {fits}", rule = .rule.code(), fits = fits(*.rule))]
    Value {
        /// The rule.
        rule: Rule,
        /// What was asked for.
        text: String,
    },
}

fn codes() -> String {
    Rule::ALL.map(Rule::code).join(", ")
}

fn fits(rule: Rule) -> String {
    match rule.limits() {
        Limits::None => "it is on or off".to_owned(),
        Limits::Number { range, .. } => format!(
            "it is on, off, or a number from {} to {}",
            range.start(),
            range.end()
        ),
        Limits::Weekday => "it is off, or a weekday from mon to sun".to_owned(),
    }
}

/// The settings of all rules; what is not set is as the policies have it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rules {
    /// What differs from the usual.
    set: BTreeMap<Rule, RuleValue>,
}

impl RuleValue {
    /// What a rule is unless it is set.
    #[must_use]
    pub const fn usual(rule: Rule) -> Self {
        match rule.limits() {
            Limits::None => Self::On,
            Limits::Number { usual, .. } => Self::Limit(usual),
            Limits::Weekday => Self::Off,
        }
    }

    /// Whether a rule can be set to it.
    #[must_use]
    pub fn fits(self, rule: Rule) -> bool {
        match (self, rule.limits()) {
            (Self::Off, _) | (Self::On, Limits::None) | (Self::Day(_), Limits::Weekday) => true,
            (Self::Limit(n), Limits::Number { range, .. }) => range.contains(&n),
            _ => false,
        }
    }

    /// Reads `off`, `on`, `90` or `wed` for a rule; `on` is the usual limit of one that has a number.
    ///
    /// # Errors
    /// [`BadRule::Value`] where the rule cannot be set to that.
    pub fn read(rule: Rule, text: &str) -> Result<Self, BadRule> {
        let text = text.trim().to_ascii_lowercase();
        let day = || WEEKDAYS.into_iter().find(|d| name(*d) == text);
        let value = match text.as_str() {
            "off" => Some(Self::Off),
            "on" => Some(Self::usual(rule)).filter(|v| *v != Self::Off),
            number => number
                .parse()
                .ok()
                .map(Self::Limit)
                .or_else(|| day().map(Self::Day)),
        };
        let fits = value.filter(|v| v.fits(rule));
        fits.ok_or(BadRule::Value { rule, text })
    }
}

impl fmt::Display for RuleValue {
    /// As [`RuleValue::read`] reads it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Off => f.write_str("off"),
            Self::On => f.write_str("on"),
            Self::Limit(n) => n.fmt(f),
            Self::Day(day) => f.write_str(&name(*day)),
        }
    }
}

/// `mon`.
fn name(day: Weekday) -> String {
    day.to_string().to_ascii_lowercase()
}

impl Rules {
    /// What a rule is set to.
    #[must_use]
    pub fn get(&self, rule: Rule) -> RuleValue {
        self.set.get(&rule).copied().unwrap_or(RuleValue::usual(rule))
    }

    /// Sets a rule.
    ///
    /// # Errors
    /// [`BadRule::Value`] where it cannot be set to that.
    pub fn set(&mut self, rule: Rule, value: RuleValue) -> Result<(), BadRule> {
        if !value.fits(rule) {
            let text = value.to_string();
            return Err(BadRule::Value { rule, text });
        }
        if value == RuleValue::usual(rule) {
            self.set.remove(&rule);
        } else {
            self.set.insert(rule, value);
        }
        Ok(())
    }

    /// What differs from the usual, in the order of the list.
    pub fn changed(&self) -> impl Iterator<Item = (Rule, RuleValue)> {
        self.set.iter().map(|(rule, value)| (*rule, *value))
    }

    /// Whether a rule is on.
    #[must_use]
    pub fn is_on(&self, rule: Rule) -> bool {
        self.get(rule) != RuleValue::Off
    }

    /// The limit of a rule that has a number; none where it is off.
    #[must_use]
    pub fn limit(&self, rule: Rule) -> Option<u32> {
        match self.get(rule) {
            RuleValue::Limit(limit) => Some(limit),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn value(rule: Rule, text: &str) -> Option<RuleValue> {
        RuleValue::read(rule, text).ok()
    }

    #[test]
    fn values_fit_their_rule() {
        use RuleValue::{Day, Limit, Off, On};
        let (length, day, street) = (Rule::StaffMeetingLength, Rule::NoMeetingDay, Rule::StreetDuty);
        assert_eq!(value(length, "60"), Some(Limit(60)));
        assert_eq!(value(length, "on"), Some(Limit(90)));
        assert_eq!(value(day, " Wed "), Some(Day(Weekday::Wed)));
        assert_eq!((value(street, "off"), value(street, "on")), (Some(Off), Some(On)));
        for (rule, text) in [
            (length, "0"),
            (length, "wed"),
            (length, "1441"),
            (day, "on"),
            (day, "3"),
            (street, "5"),
        ] {
            let error = RuleValue::read(rule, text).unwrap_err().to_string();
            assert!(error.contains(rule.code()) && error.contains(text), "{error}");
        }
    }

    #[test]
    fn what_is_set_back_to_the_usual_leaves_nothing() {
        let mut rules = Rules::default();
        assert!(!rules.is_on(Rule::NoMeetingDay) && rules.is_on(Rule::StreetDuty));
        assert_eq!(rules.limit(Rule::SecondmentLength), Some(183));
        rules.set(Rule::StaffMeetingLength, RuleValue::Limit(60)).unwrap();
        rules.set(Rule::StreetDuty, RuleValue::Off).unwrap();
        assert!(rules.set(Rule::StreetDuty, RuleValue::Limit(1)).is_err());
        assert_eq!(
            (
                rules.limit(Rule::StaffMeetingLength),
                rules.is_on(Rule::StreetDuty)
            ),
            (Some(60), false)
        );
        rules.set(Rule::StaffMeetingLength, RuleValue::Limit(90)).unwrap();
        rules.set(Rule::StreetDuty, RuleValue::On).unwrap();
        assert_eq!(rules, Rules::default());
    }

    proptest! {
        #[test]
        fn what_is_printed_is_read(rule in prop::sample::select(Rule::ALL.to_vec()), text in "off|on|[0-9]{1,4}|mon|sun") {
            if let Ok(value) = RuleValue::read(rule, &text) {
                prop_assert_eq!(RuleValue::read(rule, &value.to_string()), Ok(value));
                let mut rules = Rules::default();
                rules.set(rule, value).unwrap();
                prop_assert_eq!(rules.get(rule), value);
            }
        }
    }
}
