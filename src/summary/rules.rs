//! The rules of the burden list in words: what each is set to, and what it flags.

use crate::figures::{Rule, RuleValue};
use crate::i18n::I18n;
use crate::tr;

/// What a rule is set to: `at most 90 min`, `off`, `Wed`.
#[must_use]
pub fn rule_value_words(rule: Rule, value: RuleValue, i18n: &I18n) -> String {
    match value {
        RuleValue::Off => tr!(i18n, "rule-value-off"),
        RuleValue::On => tr!(i18n, "rule-value-on"),
        RuleValue::Day(day) => i18n.weekday_name(day),
        RuleValue::Limit(limit) => match rule {
            Rule::StaffMeetingLength | Rule::GroupMeetingLength => {
                tr!(i18n, "rule-value-minutes", limit = limit)
            }
            Rule::SecondmentLength => tr!(i18n, "rule-value-days", limit = limit),
            Rule::InspectionCount => tr!(i18n, "rule-value-percent", limit = limit),
            _ => tr!(i18n, "rule-value-times", limit = limit),
        },
    }
}

/// What a rule flags, in one sentence.
#[must_use]
pub fn rule_what(rule: Rule, i18n: &I18n) -> String {
    match rule {
        Rule::StaffMeetingCount => tr!(i18n, "rule-staff-meeting-count-what"),
        Rule::StaffMeetingLength => tr!(i18n, "rule-staff-meeting-length-what"),
        Rule::GroupMeetingLength => tr!(i18n, "rule-group-meeting-length-what"),
        Rule::NoMeetingDay => tr!(i18n, "rule-no-meeting-day-what"),
        Rule::MeetingInLessons => tr!(i18n, "rule-meeting-in-lessons-what"),
        Rule::RepeatedReport => tr!(i18n, "rule-repeated-report-what"),
        Rule::LateParentMessages => tr!(i18n, "rule-late-parent-messages-what"),
        Rule::OutsideMeeting => tr!(i18n, "rule-outside-meeting-what"),
        Rule::StreetDuty => tr!(i18n, "rule-street-duty-what"),
        Rule::SecondmentLength => tr!(i18n, "rule-secondment-length-what"),
        Rule::InspectionCount => tr!(i18n, "rule-inspection-count-what"),
    }
}
