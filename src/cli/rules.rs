//! `rules`: which rules of the burden list are on, and with what limits.

use super::CliError;
use super::args::RulesAction;
use super::context::Context;
use crate::diary::Setting;
use crate::figures::{BadRule, Rule, RuleValue, Rules};
use crate::i18n::{I18n, Say};
use crate::summary::rule_words;

pub(super) fn run(cx: &mut Context<'_>, action: Option<RulesAction>) -> Result<(), CliError> {
    let asked = match action.unwrap_or(RulesAction::Show) {
        RulesAction::Show => None,
        RulesAction::Set { rule, value } => Some((rule, value)),
        RulesAction::On { rule } => Some((rule, "on".to_owned())),
        RulesAction::Off { rule } => Some((rule, "off".to_owned())),
    };
    let i18n = &cx.i18n;
    let asked = asked.map(|(rule, value)| read(&rule, &value, i18n)).transpose();
    let asked = asked.map_err(|bad| CliError::Usage(bad.say(i18n)))?;
    let mut session = cx.session()?;
    let mut rules = session.profile()?.rules;
    let Some((rule, value)) = asked else {
        cx.tell(&session);
        let lines: String = Rule::ALL.map(|rule| line(rule, &rules, &cx.i18n)).concat();
        return cx.print(&lines);
    };
    let before = rules.clone();
    let set = rules.set(rule, value);
    set.map_err(|bad| CliError::Usage(bad.say(&cx.i18n)))?;
    if rules != before {
        session.set(Setting::Rules(rules.clone()))?;
    }
    cx.tell(&session);
    let line = line(rule, &rules, &cx.i18n);
    cx.print(&line)
}

/// A rule by its code or its name, and what it is to be: also a weekday in any language.
fn read(name: &str, value: &str, i18n: &I18n) -> Result<(Rule, RuleValue), BadRule> {
    let same = |rule: &Rule| rule_words(*rule, i18n).to_lowercase() == name.trim().to_lowercase();
    let rule = Rule::from_code(name.trim()).or_else(|| Rule::ALL.into_iter().find(same));
    let rule = rule.ok_or_else(|| BadRule::Code(name.to_owned()))?;
    Ok((rule, RuleValue::read_typed(rule, value)?))
}

/// The code, what it is set to as it is typed, the name, and what it can be.
fn line(rule: Rule, rules: &Rules, i18n: &I18n) -> String {
    let (code, value) = (rule.code(), rules.get(rule).to_string());
    let (name, fits) = (rule_words(rule, i18n), rule.fits_words(i18n));
    format!("{code:<20}  {value:<4}  {name} ({fits})\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Weekday;

    #[test]
    fn rules_and_values_are_read_in_every_language() {
        let chinese = I18n::new(crate::i18n::Lang::ZhHans);
        let name = rule_words(Rule::NoMeetingDay, &chinese);
        let wednesday = Ok((Rule::NoMeetingDay, RuleValue::Day(Weekday::Wed)));
        for (rule, value) in [
            (name.as_str(), "周三"),
            ("no-meeting-day", "Wednesday"),
            ("no-meeting-day", "週三"),
        ] {
            assert_eq!(read(rule, value, &chinese), wednesday);
        }
        assert_eq!(
            read("staff-meeting-length", "６０", &chinese),
            Ok((Rule::StaffMeetingLength, RuleValue::Limit(60)))
        );
        assert!(read("staff-meeting-length", "wed", &chinese).is_err());
        assert!(read("no-meeting-day", "on", &chinese).is_err());
        assert!(read("meeting", "on", &chinese).is_err());
    }
}
