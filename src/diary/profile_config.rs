//! The profile that holds until the diary says otherwise: what the configuration file says.

use super::Profile;
use crate::domain::{ReplyWindow, SchoolDays};
use crate::figures::{BaselineChoice, GoalSubject, Percent, Rule, RuleValue};
use crate::settings::Config;

impl Profile {
    /// The profile of a diary that says nothing of its own, as the configuration has it.
    #[must_use]
    pub fn from_config(config: &Config) -> Self {
        let mut profile = Self::default();
        for (what, hundredths) in &config.goals {
            // The configuration takes only what can be read; a test keeps it so.
            if let (Ok(subject), Some(percent)) =
                (what.parse::<GoalSubject>(), Percent::from_hundredths(*hundredths))
            {
                profile.set_goal(subject, Some(percent));
            }
        }
        if let Some(minutes) = config.baseline {
            profile.baseline = BaselineChoice::Minutes(minutes);
        }
        for (code, text) in &config.rules {
            let rule = Rule::from_code(code).and_then(|rule| Some((rule, RuleValue::read(rule, text).ok()?)));
            if let Some((rule, value)) = rule {
                let _ = profile.rules.set(rule, value); // it was read for this rule
            }
        }
        profile.ask_worth = config.ask_worth;
        profile.school_days = SchoolDays::from_flags(config.school_days).unwrap_or_default();
        let (start, end) = config.reply_window;
        profile.reply_window = ReplyWindow::new(start, end).unwrap_or_default();
        profile
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Category;
    use crate::figures::Limits;
    use proptest::prelude::*;
    use std::path::Path;

    fn read(text: &str) -> Option<Profile> {
        Config::parse(text, Path::new("c"))
            .ok()
            .map(|c| Profile::from_config(&c))
    }

    #[test]
    fn the_default_configuration_is_the_built_in_profile() {
        assert_eq!(Profile::from_config(&Config::default()), Profile::default());
        let profile = read(
            "goals = { reports = 30 }\nbaseline = 900\nschool_days = [\"sat\"]\nreply_window = \"08:00-18:00\"",
        );
        let profile = profile.unwrap();
        assert_eq!(
            profile.main_goal().reduction,
            Percent::POLICY,
            "the policy's goal stays"
        );
        assert_eq!(profile.side_goals().count(), 1);
        assert_eq!(profile.baseline, BaselineChoice::Minutes(900));
        assert_eq!(profile.school_days.to_string(), "sat");
        assert_eq!(profile.reply_window.to_string(), "08:00-18:00");
    }

    #[test]
    fn every_category_can_have_a_goal() {
        for category in Category::ALL {
            assert!(read(&format!("goals = {{ {} = 5 }}", category.code())).is_some());
        }
    }

    /// What the configuration makes of a rule that is set to a text of [`RuleValue`]; none where it refuses it.
    fn rule_in_config(code: &str, text: &str) -> Option<Profile> {
        let value = match text {
            "off" => "false".to_owned(),
            "on" => "true".to_owned(),
            number if number.parse::<i64>().is_ok() => number.to_owned(),
            word => format!("{word:?}"),
        };
        read(&format!("rules = {{ {code} = {value} }}"))
    }

    #[test]
    fn the_configuration_knows_every_rule_with_its_kind_and_its_range() {
        for rule in Rule::ALL {
            let mut texts: Vec<String> = ["off", "on", "wed", "Wed", "0"].map(str::to_owned).into();
            if let Limits::Number { range, .. } = rule.limits() {
                let (least, most) = (i64::from(*range.start()), i64::from(*range.end()));
                texts.extend([least - 1, least, most, most + 1].map(|n| n.to_string()));
            }
            for text in texts {
                let taken = rule_in_config(rule.code(), &text).map(|profile| profile.rules.get(rule));
                // The file writes weekdays in small letters only.
                let fits = RuleValue::read(rule, &text).ok().filter(|_| text != "Wed");
                assert_eq!(taken, fits, "{} = {text}", rule.code());
            }
        }
    }

    proptest! {
        #[test]
        fn the_configuration_takes_exactly_what_rules_can_be(
            code in prop::sample::select(Rule::ALL.map(Rule::code).to_vec()),
            other in "[a-z]{1,3}(-[a-z]{1,9}){0,2}",
            // Without -0, which is a plain 0 where TOML writes it.
            value in "on|off|mon|tue|wed|thu|fri|sat|sun|[a-z]{1,9}|0|-?[1-9][0-9]{0,4}",
        ) {
            let rule = Rule::from_code(code).unwrap();
            let taken = rule_in_config(code, &value).map(|profile| profile.rules.get(rule));
            prop_assert_eq!(taken, RuleValue::read(rule, &value).ok());
            prop_assert_eq!(rule_in_config(&other, "off").is_some(), Rule::from_code(&other).is_some());
        }

        #[test]
        fn the_configuration_takes_exactly_the_goals_that_there_can_be(
            what in "(non_teaching|teaching|meetings|reports|parent_messages|duty|fun)(/[a-z0-9A-Z-]{0,42})?(:count|:mean|:sum)?"
        ) {
            let taken = read(&format!("goals = {{ \"{what}\" = 5 }}"));
            if let Ok(subject) = what.parse::<GoalSubject>() {
                prop_assert!(taken.unwrap().goals.iter().any(|g| g.subject == subject));
            } else {
                prop_assert_eq!(taken, None);
            }
        }
    }
}
