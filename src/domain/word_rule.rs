//! What a word of a file means in a diary, and the text form of that.

use super::{Activity, Category, DayKind};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// What a word means. Its text form is `teaching/lesson`, `off:holiday`, `off`, `school` or `skip`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WordMeaning {
    /// Work.
    Activity(Activity),
    /// A day off; the code of a reason, or another text.
    Off(Option<String>),
    /// A school day, such as a Sunday on which a holiday is worked in advance.
    School,
    /// Nothing that a diary takes: a meal, a break, the way to school.
    Skip,
}

/// No meaning in text form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no meaning: write category/activity, off, off:reason, school or skip")]
pub struct BadMeaning(pub String);

impl fmt::Display for WordMeaning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Activity(activity) => write!(f, "{activity}"),
            Self::Off(None) => f.write_str("off"),
            Self::Off(Some(reason)) => write!(f, "off:{reason}"),
            Self::School => f.write_str("school"),
            Self::Skip => f.write_str("skip"),
        }
    }
}

impl FromStr for WordMeaning {
    type Err = BadMeaning;

    fn from_str(text: &str) -> Result<Self, BadMeaning> {
        let bad = || BadMeaning(text.to_owned());
        let text = text.trim();
        if let Some(reason) = text.strip_prefix("off:") {
            return match DayKind::off(reason) {
                Ok(DayKind::Off(reason)) => Ok(Self::Off(reason)),
                _ => Err(bad()),
            };
        }
        match text {
            "off" => Ok(Self::Off(None)),
            "school" => Ok(Self::School),
            "skip" => Ok(Self::Skip),
            _ => {
                let (category, code) = text.split_once('/').ok_or_else(bad)?;
                let category = Category::from_code(category).ok_or_else(bad)?;
                Activity::new(category, code)
                    .map(Self::Activity)
                    .map_err(|_| bad())
            }
        }
    }
}

impl Serialize for WordMeaning {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for WordMeaning {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

/// One of the user's own rules: a text in which the word stands means that.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct WordRule {
    /// What has to stand in the text; case, width and Traditional or Simplified make no difference.
    pub word: String,
    /// What it means, in its text form: `duty/after-school`.
    #[serde(rename = "means")]
    pub meaning: WordMeaning,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_meaning() -> impl Strategy<Value = WordMeaning> {
        let activity = (
            prop::sample::select(Category::ALL.to_vec()),
            "[a-z][a-z0-9-]{0,10}",
        );
        prop_oneof![
            activity.prop_map(|(c, code)| WordMeaning::Activity(Activity::new(c, &code).unwrap())),
            "[a-z病假:/]{1,8}".prop_map(|reason| WordMeaning::Off(Some(reason))),
            Just(WordMeaning::Off(None)),
            Just(WordMeaning::School),
            Just(WordMeaning::Skip),
        ]
    }

    #[test]
    fn text_forms() {
        for text in [
            "teaching/lesson",
            "off",
            "off:holiday",
            "off:运动会",
            "school",
            "skip",
        ] {
            assert_eq!(text.parse::<WordMeaning>().unwrap().to_string(), text);
        }
        assert_eq!("off: ".parse(), Ok(WordMeaning::Off(None)));
        for text in ["", "lesson", "x/lesson", "teaching/", "teaching/Lesson", "Off"] {
            assert_eq!(text.parse::<WordMeaning>(), Err(BadMeaning(text.to_owned())));
        }
        let long = format!("off:{}", "长".repeat(DayKind::LONGEST_REASON + 1));
        assert!(long.parse::<WordMeaning>().is_err());
        let json = r#"[{"word":"社团","means":"duty/after-school"}]"#;
        let rules: Vec<WordRule> = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&rules).unwrap(), json);
        assert!(serde_json::from_str::<WordRule>(r#"{"word":"x","means":"nonsense"}"#).is_err());
    }

    proptest! {
        #[test]
        fn parse_is_the_inverse_of_print(meaning in any_meaning(), word in ".{0,10}") {
            prop_assert_eq!(meaning.to_string().parse(), Ok(meaning.clone()));
            let rule = WordRule { word, meaning };
            let json = serde_json::to_string(&rule).unwrap();
            prop_assert_eq!(serde_json::from_str::<WordRule>(&json).unwrap(), rule);
        }
    }
}
