//! What a rule can be set to, and what it cannot, in the user's language.

use super::{BadRule, Limits, Rule, RuleValue};
use crate::i18n::{I18n, Say, half_width};
use crate::timetable::read_weekday;
use crate::tr;

impl Rule {
    /// What it can be set to, in words: `on, off, or 1 to 1440 minutes`.
    #[must_use]
    pub fn fits_words(self, i18n: &I18n) -> String {
        let (least, most) = match self.limits() {
            Limits::None => return tr!(i18n, "rule-fits-switch"),
            Limits::Weekday => return tr!(i18n, "rule-fits-weekday"),
            Limits::Number { range, .. } => (range.start().to_string(), range.end().to_string()),
        };
        match self {
            Self::StaffMeetingLength | Self::GroupMeetingLength => {
                tr!(i18n, "rule-fits-minutes", least = least, most = most)
            }
            Self::SecondmentLength => tr!(i18n, "rule-fits-days", least = least, most = most),
            Self::InspectionCount => tr!(i18n, "rule-fits-percent", least = least, most = most),
            _ => tr!(i18n, "rule-fits-times", least = least, most = most),
        }
    }
}

impl RuleValue {
    /// Reads what a teacher types for a rule: also in full-width characters, `开` or `关`, or as a weekday by any of its
    /// names.
    ///
    /// # Errors
    /// [`BadRule::Value`] where the rule cannot be set to that.
    pub fn read_typed(rule: Rule, text: &str) -> Result<Self, BadRule> {
        let plain: String = text.trim().chars().map(half_width).collect();
        let day = read_weekday(&plain).map(Self::Day).filter(|day| day.fits(rule));
        match plain.as_str() {
            "开" | "開" => Self::read(rule, "on"),
            "关" | "關" => Self::read(rule, "off"),
            _ => day.map_or_else(|| Self::read(rule, &plain), Ok),
        }
    }
}

impl Say for BadRule {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::Code(text) => {
                let codes = Rule::ALL.map(Rule::code).join(", ");
                tr!(i18n, "rule-unknown", text = text.as_str(), codes = codes)
            }
            Self::Value { rule, text } => tr!(
                i18n,
                "rule-bad-value",
                rule = rule.code(),
                text = text.as_str(),
                fits = rule.fits_words(i18n)
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use chrono::Weekday;

    #[test]
    fn what_a_rule_cannot_be_is_said_with_the_rule_and_the_way_out() {
        for lang in Lang::ALL {
            let i18n = I18n::new(lang);
            for rule in Rule::ALL {
                let said = RuleValue::read(rule, "9999x").unwrap_err().say(&i18n);
                assert!(said.contains(rule.code()) && said.contains("9999x"), "{said}");
                assert!(said.contains("off") && !said.contains('{'), "{said}");
                let nothing = BadRule::Code("x".to_owned()).say(&i18n);
                assert!(nothing.contains(rule.code()), "{nothing}");
            }
        }
        let length = Rule::StaffMeetingLength.fits_words(I18n::english());
        assert_eq!(length, "on, off, or 1 to 1440 minutes");
    }

    #[test]
    fn what_is_typed_is_read_as_people_write_it() {
        let read = |rule, text| RuleValue::read_typed(rule, text).ok();
        let (length, day) = (Rule::StaffMeetingLength, Rule::NoMeetingDay);
        assert_eq!(read(length, "６０"), Some(RuleValue::Limit(60)));
        assert_eq!(read(length, " 关"), Some(RuleValue::Off));
        assert_eq!(read(length, "開"), Some(RuleValue::Limit(90)));
        assert_eq!(read(length, "周三"), None);
        assert_eq!(read(day, "周三"), Some(RuleValue::Day(Weekday::Wed)));
        assert_eq!((read(day, "开"), read(day, "3")), (None, None), "which day?");
    }
}
