//! What the figures of a summary mean, in sentences.

use crate::diary::Profile;
use crate::figures::{Baseline, Goal, GoalSubject, Rate, Rule, RuleValue, Rules};
use crate::i18n::I18n;
use crate::summary::{one_decimal, rule_value_words, rule_words};
use crate::tr;

/// The sentences that every summary ends with; `complete` is what it says of its weeks.
pub(super) fn notes(
    profile: &Profile,
    baseline: Option<&Baseline>,
    goal: &Goal,
    complete: String,
    i18n: &I18n,
) -> Vec<String> {
    let mut out = vec![
        tr!(i18n, "note-share"),
        tr!(i18n, "note-lessons"),
        complete,
        baseline_words(baseline, i18n),
    ];
    if baseline.is_some() {
        let percent = goal.reduction.to_string();
        out.push(tr!(i18n, "note-target", percent = percent));
    }
    let window = profile.reply_window.to_string();
    out.push(tr!(i18n, "note-late", window = window));
    out.push(burden_words(&profile.rules, i18n));
    out.push(tr!(i18n, "note-parallel"));
    out.push(tr!(i18n, "note-week"));
    out
}

/// By which limits the burden list goes, and what the teacher set otherwise.
fn burden_words(rules: &Rules, i18n: &I18n) -> String {
    let other = Rule::ALL
        .into_iter()
        .filter(|rule| rules.get(*rule) != RuleValue::usual(*rule));
    let words = other.map(|rule| {
        let value = rule_value_words(rule, rules.get(rule), i18n);
        tr!(i18n, "note-rule", rule = rule_words(rule, i18n), value = value)
    });
    let words: Vec<String> = words.collect();
    if words.is_empty() {
        return tr!(i18n, "note-burden");
    }
    let rules = words.join(&tr!(i18n, "note-rule-between"));
    tr!(i18n, "note-burden-changed", rules = rules)
}

/// What weeks are compared with.
fn baseline_words(baseline: Option<&Baseline>, i18n: &I18n) -> String {
    let rate = baseline.and_then(|b| b.rate(&GoalSubject::NonTeaching));
    let (Some(baseline), Some(rate)) = (baseline, rate.map(Rate::per_school_day)) else {
        return tr!(i18n, "note-no-baseline");
    };
    let minutes = one_decimal(rate);
    if baseline.is_typed() {
        return tr!(i18n, "note-baseline-typed", minutes = minutes);
    }
    let weeks: Vec<String> = baseline.weeks().map(|w| w.to_string()).collect();
    tr!(
        i18n,
        "note-baseline-weeks",
        weeks = weeks.join(", "),
        minutes = minutes
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use chrono::Weekday;

    #[test]
    fn rules_that_were_changed_are_named() {
        let mut rules = Rules::default();
        let usual = burden_words(&rules, I18n::english());
        assert!(
            usual.contains("the policies name") && !usual.contains("except"),
            "{usual}"
        );
        for (rule, value) in [
            (Rule::StaffMeetingLength, RuleValue::Limit(120)),
            (Rule::NoMeetingDay, RuleValue::Day(Weekday::Wed)),
            (Rule::StreetDuty, RuleValue::Off),
        ] {
            rules.set(rule, value).unwrap();
        }
        for lang in Lang::ALL {
            let i18n = I18n::new(lang);
            let words = burden_words(&rules, &i18n);
            for rule in Rule::ALL {
                let is_named = words.contains(&rule_words(rule, &i18n));
                assert_eq!(is_named, rules.get(rule) != RuleValue::usual(rule), "{words}");
            }
            assert!(words.contains("120"), "{words}");
        }
    }
}
