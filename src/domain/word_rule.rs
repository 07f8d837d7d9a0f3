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
#[serde(try_from = "Written")]
pub struct WordRule {
    word: String,
    #[serde(rename = "means")]
    meaning: WordMeaning,
}

/// No word of a rule.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no word for a rule: write 1 to 100 characters, without control characters")]
pub struct BadWord(pub String);

impl WordRule {
    /// The characters of the longest word.
    pub const LONGEST: usize = 100;

    /// A rule for a word, without the blanks around it.
    ///
    /// # Errors
    /// [`BadWord`] where nothing is left of it, and for one that is too long or has control characters in it.
    pub fn new(word: &str, meaning: WordMeaning) -> Result<Self, BadWord> {
        let trimmed = word.trim();
        let fits = (1..=Self::LONGEST).contains(&trimmed.chars().count());
        if !fits || trimmed.contains(char::is_control) {
            return Err(BadWord(word.to_owned()));
        }
        let word = trimmed.to_owned();
        Ok(Self { word, meaning })
    }

    /// A rule for what a file calls something: as much of it, in one piece, as a word can be. None where that is nothing.
    #[must_use]
    pub fn of_text(text: &str, meaning: WordMeaning) -> Option<Self> {
        let pieces = text.split(char::is_control).map(str::trim);
        let piece = pieces.max_by_key(|piece| piece.chars().count())?;
        let end = piece.char_indices().nth(Self::LONGEST).map(|(end, _)| end);
        // Words of Latin letters are found as a whole only.
        let word = match end.map(|end| piece.split_at(end)) {
            Some((word, rest)) if !rest.starts_with(char::is_whitespace) => word
                .rsplit_once(char::is_whitespace)
                .map_or(word, |(word, _)| word),
            Some((word, _)) => word,
            None => piece,
        };
        Self::new(word, meaning).ok()
    }

    /// What has to stand in the text; case, width and Traditional or Simplified make no difference.
    #[must_use]
    pub fn word(&self) -> &str {
        &self.word
    }

    /// What it means.
    #[must_use]
    pub const fn meaning(&self) -> &WordMeaning {
        &self.meaning
    }
}

/// A rule as it is written: `{"word":"社团","means":"duty/after-school"}`.
#[derive(Deserialize)]
struct Written {
    word: String,
    means: WordMeaning,
}

impl TryFrom<Written> for WordRule {
    type Error = BadWord;

    fn try_from(written: Written) -> Result<Self, BadWord> {
        Self::new(&written.word, written.means)
    }
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

    #[test]
    fn words_are_checked_wherever_they_come_from() {
        let read = |word: &str| {
            serde_json::from_value::<WordRule>(serde_json::json!({"word": word, "means": "skip"}))
        };
        let longest = "长".repeat(WordRule::LONGEST);
        for bad in ["", " \u{3000}", "a\u{7}b", "a\nb", &format!("{longest}长")] {
            assert!(read(bad).is_err(), "{bad:?}");
            assert_eq!(
                WordRule::new(bad, WordMeaning::Skip),
                Err(BadWord(bad.to_owned()))
            );
        }
        assert_eq!(read(" 社团\n").unwrap().word(), "社团");
        assert_eq!(read(&longest).unwrap().word(), longest);
        let of = |text: &str| WordRule::of_text(text, WordMeaning::Skip).map(|rule| rule.word);
        assert_eq!(of(&format!("{longest}长")), Some(longest));
        assert_eq!(
            of(&"words ".repeat(20)),
            Some("words ".repeat(16).trim().to_owned())
        );
        assert_eq!(of("a\u{7}long one\tb").as_deref(), Some("long one"));
        assert_eq!(of(" \n"), None);
    }

    proptest! {
        #[test]
        fn what_is_made_of_a_text_stands_in_it(text in "[a字 \\n]{0,120}|.{0,220}") {
            if let Some(rule) = WordRule::of_text(&text, WordMeaning::Skip) {
                prop_assert!(text.contains(rule.word()));
            } else {
                prop_assert!(text.split(char::is_control).all(|piece| piece.trim().is_empty()));
            }
        }

        #[test]
        fn parse_is_the_inverse_of_print(meaning in any_meaning(), word in "\\PC{0,10}x") {
            prop_assert_eq!(meaning.to_string().parse(), Ok(meaning.clone()));
            let rule = WordRule::new(&word, meaning).unwrap();
            let json = serde_json::to_string(&rule).unwrap();
            prop_assert_eq!(serde_json::from_str::<WordRule>(&json).unwrap(), rule);
        }
    }
}
