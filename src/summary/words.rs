//! Flags of the burden list in words.

use crate::figures::{Flag, Rule};
use crate::i18n::I18n;
use crate::tr;

/// What a rule is called.
#[must_use]
pub fn rule_words(rule: Rule, i18n: &I18n) -> String {
    match rule {
        Rule::StaffMeetingCount => tr!(i18n, "rule-staff-meeting-count"),
        Rule::StaffMeetingLength => tr!(i18n, "rule-staff-meeting-length"),
        Rule::GroupMeetingLength => tr!(i18n, "rule-group-meeting-length"),
        Rule::NoMeetingDay => tr!(i18n, "rule-no-meeting-day"),
        Rule::MeetingInLessons => tr!(i18n, "rule-meeting-in-lessons"),
        Rule::RepeatedReport => tr!(i18n, "rule-repeated-report"),
        Rule::LateParentMessages => tr!(i18n, "rule-late-parent-messages"),
        Rule::OutsideMeeting => tr!(i18n, "rule-outside-meeting"),
        Rule::StreetDuty => tr!(i18n, "rule-street-duty"),
        Rule::SecondmentLength => tr!(i18n, "rule-secondment-length"),
        Rule::InspectionCount => tr!(i18n, "rule-inspection-count"),
    }
}

/// How far a block is beyond its rule: `120 min, at most 90`.
#[must_use]
pub fn flag_words(flag: &Flag, i18n: &I18n) -> String {
    let (value, limit) = (flag.value, flag.limit.unwrap_or_default());
    match flag.rule {
        Rule::StaffMeetingCount | Rule::RepeatedReport => {
            tr!(i18n, "flag-count", value = value, limit = limit)
        }
        Rule::StaffMeetingLength | Rule::GroupMeetingLength => {
            tr!(i18n, "flag-length", value = value, limit = limit)
        }
        Rule::NoMeetingDay | Rule::OutsideMeeting | Rule::StreetDuty => {
            tr!(i18n, "flag-minutes", value = value)
        }
        Rule::MeetingInLessons => tr!(i18n, "flag-in-lessons", value = value),
        Rule::LateParentMessages => tr!(i18n, "flag-late", value = value),
        Rule::SecondmentLength => tr!(i18n, "flag-days", value = value, limit = limit),
        Rule::InspectionCount => tr!(i18n, "flag-term-count", value = value, limit = limit),
    }
}
