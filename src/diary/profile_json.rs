//! The profile's settings as JSON values, by name.

use super::{OwnActivity, Profile, Setting};
use crate::domain::{Activity, ActivityCode, Category, Names, ReplyWindow, SchoolDays, WeekId};
use crate::figures::{BadRule, BaselineChoice, Goal, GoalSubject, Percent, Rule, RuleValue, Rules};
use crate::timetable;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// The names of the settings, in the order in which exports list them.
pub const NAMES: [&str; 12] = [
    "baseline",
    "goals",
    "activities",
    "bells",
    "school_days",
    "reply_window",
    "terms",
    "timetable",
    "words",
    "rules",
    "ask_worth",
    "surveys",
];

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum BaselineJson {
    Auto,
    Weeks(Vec<String>),
    Minutes(u32),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct GoalJson {
    what: String,
    percent: String,
}

#[derive(Serialize, Deserialize)]
struct ActivityJson {
    category: Category,
    code: ActivityCode,
    #[serde(flatten)]
    names: Names,
}

impl Setting {
    /// The setting's name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Baseline(_) => NAMES[0],
            Self::Goals(_) => NAMES[1],
            Self::OwnActivities(_) => NAMES[2],
            Self::Bells(_) => NAMES[3],
            Self::SchoolDays(_) => NAMES[4],
            Self::ReplyWindow(_) => NAMES[5],
            Self::Terms(_) => NAMES[6],
            Self::Timetable(_) => NAMES[7],
            Self::Words(_) => NAMES[8],
            Self::Rules(_) => NAMES[9],
            Self::AskWorth(_) => NAMES[10],
            Self::Surveys(_) => NAMES[11],
        }
    }

    /// The value.
    #[must_use]
    pub fn value(&self) -> Value {
        let json = |v: Result<Value, serde_json::Error>| v.unwrap_or(Value::Null); // strings and numbers always fit
        match self {
            Self::Baseline(choice) => json(serde_json::to_value(match choice {
                BaselineChoice::Auto => BaselineJson::Auto,
                BaselineChoice::Weeks(weeks) => {
                    BaselineJson::Weeks(weeks.iter().map(WeekId::to_string).collect())
                }
                BaselineChoice::Minutes(m) => BaselineJson::Minutes(*m),
            })),
            Self::Goals(goals) => {
                let goal = |g: &Goal| GoalJson {
                    what: g.subject.to_string(),
                    percent: g.reduction.to_string(),
                };
                json(serde_json::to_value(goals.iter().map(goal).collect::<Vec<_>>()))
            }
            Self::OwnActivities(own) => {
                let one = |o: &OwnActivity| ActivityJson {
                    category: o.activity.category,
                    code: o.activity.code.clone(),
                    names: o.names.clone(),
                };
                json(serde_json::to_value(own.iter().map(one).collect::<Vec<_>>()))
            }
            Self::Bells(bells) if bells.is_empty() => Value::Null,
            Self::Bells(bells) => timetable::bells_json(bells),
            Self::Terms(terms) => timetable::terms_json(terms),
            Self::Timetable(timetable) => timetable::timetable_json(timetable),
            Self::Words(words) => json(serde_json::to_value(words)),
            Self::SchoolDays(days) => days.names().collect(),
            Self::ReplyWindow(window) => window.to_string().into(),
            Self::Rules(rules) => {
                let rule =
                    |(rule, value): (Rule, RuleValue)| (rule.code().to_owned(), value.to_string().into());
                Value::Object(rules.changed().map(rule).collect())
            }
            Self::AskWorth(ask) => (*ask).into(),
            Self::Surveys(surveys) => json(serde_json::to_value(surveys)),
        }
    }

    /// The value; none where a profile says the same.
    #[must_use]
    pub fn value_beside(&self, defaults: &Profile) -> Option<Value> {
        (defaults.setting(self.name()).as_ref() != Some(self)).then(|| self.value())
    }

    /// The setting of a name with a value; none sets the default.
    ///
    /// # Errors
    /// What is wrong with the name or the value, in English.
    pub fn from_value(name: &str, value: Option<Value>) -> Result<Self, String> {
        fn read<T: serde::de::DeserializeOwned>(value: Value) -> Result<T, String> {
            serde_json::from_value(value).map_err(|e| e.to_string())
        }
        let default = Profile::default();
        Ok(match (name, value) {
            ("baseline", None) => Self::Baseline(default.baseline),
            ("baseline", Some(v)) => Self::Baseline(match read(v)? {
                BaselineJson::Auto => BaselineChoice::Auto,
                BaselineJson::Minutes(m) => BaselineChoice::Minutes(m),
                BaselineJson::Weeks(w) => BaselineChoice::Weeks(
                    w.iter()
                        .map(|w| w.parse::<WeekId>().map_err(|e| e.to_string()))
                        .collect::<Result<_, _>>()?,
                ),
            }),
            ("goals", None) => Self::Goals(default.goals),
            ("goals", Some(v)) => {
                let goal = |g: GoalJson| {
                    let subject = g.what.parse::<GoalSubject>().map_err(|e| e.to_string())?;
                    let reduction = g.percent.parse::<Percent>().map_err(|e| e.to_string())?;
                    Ok::<_, String>(Goal { subject, reduction })
                };
                Self::Goals(
                    read::<Vec<GoalJson>>(v)?
                        .into_iter()
                        .map(goal)
                        .collect::<Result<_, _>>()?,
                )
            }
            ("activities", None) => Self::OwnActivities(Vec::new()),
            ("activities", Some(v)) => {
                let own = |a: ActivityJson| OwnActivity {
                    activity: Activity {
                        category: a.category,
                        code: a.code,
                    },
                    names: a.names,
                };
                Self::OwnActivities(read::<Vec<ActivityJson>>(v)?.into_iter().map(own).collect())
            }
            ("bells", None | Some(Value::Null)) => Self::Bells(Vec::new()),
            ("bells", Some(v)) => Self::Bells(timetable::read_bells_json(&v)?),
            ("terms", None) => Self::Terms(Vec::new()),
            ("terms", Some(v)) => Self::Terms(timetable::read_terms_json(&v)?),
            ("timetable", None) => Self::Timetable(default.timetable),
            ("timetable", Some(v)) => Self::Timetable(timetable::read_timetable_json(&v)?),
            ("words", None) => Self::Words(Vec::new()),
            ("words", Some(v)) => Self::Words(read(v)?),
            ("school_days", None) => Self::SchoolDays(default.school_days),
            ("school_days", Some(v)) => {
                let names = read::<Vec<String>>(v)?.join(",");
                Self::SchoolDays(names.parse::<SchoolDays>().map_err(|e| e.to_string())?)
            }
            ("reply_window", None) => Self::ReplyWindow(default.reply_window),
            ("reply_window", Some(v)) => Self::ReplyWindow(
                read::<String>(v)?
                    .parse::<ReplyWindow>()
                    .map_err(|e| e.to_string())?,
            ),
            ("rules", None) => Self::Rules(default.rules),
            ("rules", Some(v)) => {
                let mut rules = Rules::default();
                for (code, text) in read::<BTreeMap<String, String>>(v)? {
                    let rule = Rule::from_code(&code).ok_or_else(|| BadRule::Code(code).to_string())?;
                    let value = RuleValue::read(rule, &text).map_err(|e| e.to_string())?;
                    rules.set(rule, value).map_err(|e| e.to_string())?;
                }
                Self::Rules(rules)
            }
            ("ask_worth", None) => Self::AskWorth(default.ask_worth),
            ("ask_worth", Some(v)) => Self::AskWorth(read(v)?),
            ("surveys", None) => Self::Surveys(Vec::new()),
            ("surveys", Some(v)) => Self::Surveys(read(v)?),
            (other, _) => return Err(format!("no setting {other:?}: there are {}", NAMES.join(", "))),
        })
    }
}

impl Profile {
    /// One setting by name; none for a name that is not of [`NAMES`].
    #[must_use]
    pub fn setting(&self, name: &str) -> Option<Setting> {
        Some(match name {
            "baseline" => Setting::Baseline(self.baseline.clone()),
            "goals" => Setting::Goals(self.goals.clone()),
            "activities" => Setting::OwnActivities(self.own_activities.clone()),
            "bells" => Setting::Bells(self.bells.clone()),
            "terms" => Setting::Terms(self.terms.clone()),
            "timetable" => Setting::Timetable(self.timetable.clone()),
            "words" => Setting::Words(self.words.clone()),
            "school_days" => Setting::SchoolDays(self.school_days),
            "reply_window" => Setting::ReplyWindow(self.reply_window),
            "rules" => Setting::Rules(self.rules.clone()),
            "ask_worth" => Setting::AskWorth(self.ask_worth),
            "surveys" => Setting::Surveys(self.surveys.clone()),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(profile: &Profile) -> impl Iterator<Item = (&'static str, Value)> {
        let built_in = Profile::default();
        NAMES
            .into_iter()
            .filter_map(move |n| Some((n, profile.setting(n)?.value_beside(&built_in)?)))
    }

    #[test]
    fn every_setting_reads_back_what_it_prints() {
        let mut profile = Profile::default();
        assert_eq!(values(&profile).count(), 0, "defaults are not written");
        profile.set_goal("reports".parse().unwrap(), "30".parse().ok());
        profile.set_goal("meetings/staff-meeting".parse().unwrap(), "12.5".parse().ok());
        let weekly = Activity::new(Category::Reports, "weekly").unwrap();
        profile.own_activities.push(OwnActivity {
            activity: weekly,
            names: Names::same("周报", "zb"),
        });
        profile.bells = vec![timetable::Bells::all_year(crate::domain::BellSchedule::usual())];
        profile.school_days = "mon,sat".parse().unwrap();
        profile.reply_window = "08:00-18:30".parse().unwrap();
        let choices = [
            BaselineChoice::Minutes(900),
            BaselineChoice::Weeks(vec!["2026-W36".parse().unwrap()]),
        ];
        for choice in choices {
            profile.baseline = choice;
            let mut back = Profile::default();
            for (name, value) in values(&profile) {
                back.set(Setting::from_value(name, Some(value)).unwrap());
            }
            assert_eq!(back, profile);
        }
        for name in NAMES {
            let mut back = profile.clone();
            back.set(Setting::from_value(name, None).unwrap());
            assert_eq!(back.setting(name), Profile::default().setting(name));
            let default = Profile::default().setting(name).unwrap();
            let value = default.value();
            assert_eq!(
                Setting::from_value(name, Some(value)).unwrap(),
                default,
                "a default can be said too"
            );
        }
    }

    #[test]
    fn nonsense_is_refused() {
        for (name, value) in [
            ("colour", "1"),
            ("baseline", r#"{"weeks":["2026-W99"]}"#),
            ("goals", r#"[{"what":"reports","percent":"101"}]"#),
            ("bells", r#"[["08:00","08:45"],["08:30","09:00"]]"#),
            ("activities", r#"[{"category":"fun"}]"#),
            ("school_days", "[]"),
            ("school_days", r#"["mon","mon"]"#),
            ("reply_window", r#""20:00-07:00""#),
        ] {
            let value = serde_json::from_str(value).unwrap();
            assert!(Setting::from_value(name, Some(value)).is_err(), "{name}");
        }
    }
}
