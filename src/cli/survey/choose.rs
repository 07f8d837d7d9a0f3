//! Which survey is meant, where there may be more than one.

use super::ask::fold;
use crate::cli::CliError;
use crate::diary::{JoinedSurvey, Profile};
use crate::i18n::{I18n, Lang, Say};
use crate::survey::{Definition, Fingerprint, Joined, Wording};
use crate::tr;

/// A survey that can be meant, by what it is chosen by.
pub(super) struct Candidate {
    /// Its fingerprint.
    pub(super) fingerprint: String,
    /// What it is called, first in the language of the messages.
    pub(super) titles: Vec<String>,
    /// The weeks it asks about; empty where they are not known.
    pub(super) weeks: String,
}

impl Candidate {
    pub(super) fn of(definition: &Definition, lang: Lang) -> Self {
        let mut titles = vec![definition.title.get(lang).to_owned()];
        titles.extend(all(&definition.title).map(str::to_owned));
        Self {
            fingerprint: definition.fingerprint().to_string(),
            titles,
            weeks: format!("{}..{}", definition.weeks.start(), definition.weeks.end()),
        }
    }

    fn is_called(&self, part: &str) -> bool {
        self.titles.iter().any(|t| t.to_lowercase().contains(part))
    }

    fn begins_with(&self, digits: &str) -> bool {
        without_spaces(&self.fingerprint).starts_with(digits)
    }
}

/// A text in every language that it has.
pub(super) fn all(wording: &Wording) -> impl Iterator<Item = &str> {
    Lang::ALL.into_iter().map(|lang| wording.get(lang))
}

/// The survey that is meant: by a word, or the only one.
///
/// # Errors
/// None or several are meant: those that there are are named. Or the one that is meant cannot be read.
pub(super) fn one(profile: &Profile, word: Option<&str>, i18n: &I18n) -> Result<Joined, CliError> {
    let kept = kept(profile, word, i18n)?;
    Joined::read(kept).map_err(|bad| CliError::Refused(bad.say(i18n)))
}

/// As [`one`], also where it cannot be read.
///
/// # Errors
/// None or several are meant.
pub(super) fn kept<'a>(
    profile: &'a Profile,
    word: Option<&str>,
    i18n: &I18n,
) -> Result<&'a JoinedSurvey, CliError> {
    let none = || CliError::Refused(tr!(i18n, "cli-survey-none"));
    if profile.surveys.is_empty() {
        return Err(none());
    }
    let candidates: Vec<Candidate> = profile.surveys.iter().map(|k| candidate(k, i18n)).collect();
    let at = choose(&candidates, word, i18n)?;
    profile.surveys.get(at).ok_or_else(none)
}

/// By what a survey of a profile is chosen; what cannot be read, by its fingerprint.
pub(super) fn candidate(kept: &JoinedSurvey, i18n: &I18n) -> Candidate {
    Joined::read(kept).map_or_else(
        |_| Candidate {
            fingerprint: Fingerprint::of(Joined::hash_of(kept)).to_string(),
            titles: Vec::new(),
            weeks: String::new(),
        },
        |joined| Candidate::of(&joined.definition, i18n.lang()),
    )
}

/// The place of the one that is meant: by its number in the list, the beginning of its fingerprint, or a part of its title
/// in any language.
///
/// # Errors
/// None or several are meant.
pub(super) fn choose(candidates: &[Candidate], word: Option<&str>, i18n: &I18n) -> Result<usize, CliError> {
    let Some(word) = word else {
        return match candidates {
            [_] => Ok(0),
            _ => Err(CliError::Usage(tr!(
                i18n,
                "cli-survey-which",
                list = list(candidates)
            ))),
        };
    };
    let part = fold(word.trim());
    let number = part
        .parse::<usize>()
        .ok()
        .filter(|n| (1..=candidates.len()).contains(n));
    if let Some(number) = number {
        return Ok(number - 1);
    }
    let places = |fits: &dyn Fn(&Candidate) -> bool| -> Vec<usize> {
        let fitting = candidates.iter().enumerate().filter(|(_, c)| fits(c));
        fitting.map(|(at, _)| at).collect()
    };
    let digits = without_spaces(&part);
    // Fewer digits are rather a number that there is not.
    let is_fingerprint = digits.len() >= 4 && digits.chars().all(|c| c.is_ascii_digit());
    let mut fitting = Vec::new();
    if is_fingerprint {
        fitting = places(&|c| c.begins_with(&digits));
    }
    if fitting.is_empty() && !part.is_empty() {
        fitting = places(&|c| c.is_called(&part));
    }
    let exact = |c: &Candidate| c.titles.iter().any(|t| t.to_lowercase() == part);
    if let ([_, _, ..], [only]) = (fitting.as_slice(), places(&exact).as_slice()) {
        return Ok(*only);
    }
    match fitting.as_slice() {
        [only] => Ok(*only),
        [] => Err(CliError::Usage(tr!(
            i18n,
            "cli-survey-no-such",
            word = word,
            list = list(candidates)
        ))),
        _ => Err(CliError::Usage(tr!(
            i18n,
            "cli-survey-several",
            word = word,
            list = list(candidates)
        ))),
    }
}

/// What there is to choose from, by number. What has the title of another one is told apart by its weeks and the beginning
/// of its fingerprint.
fn list(candidates: &[Candidate]) -> String {
    let each = candidates.iter().enumerate().map(|(at, c)| {
        let title = c.titles.first().map_or("?", |t| t);
        let namesakes = candidates.iter().filter(|o| o.titles.first() == c.titles.first());
        let mut out = format!("{} \"{title}\"", at + 1);
        if namesakes.count() > 1 {
            let digits = c.fingerprint.split(' ').next().unwrap_or_default();
            let apart = [c.weeks.as_str(), digits].into_iter().filter(|t| !t.is_empty());
            for text in apart {
                out += " ";
                out += text;
            }
        }
        out
    });
    each.collect::<Vec<_>>().join(", ")
}

fn without_spaces(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_survey_is_meant_by_number_fingerprint_or_title() {
        let of = |fingerprint: &str, titles: &[&str]| Candidate {
            fingerprint: fingerprint.to_owned(),
            titles: titles.iter().map(|t| (*t).to_owned()).collect(),
            weeks: "2026-W45..2026-W50".to_owned(),
        };
        let all = [
            of("48210 93755 60123 99871", &["Teachers' time", "教师时间调查"]),
            of(
                "48999 00000 60123 00001",
                &["Teachers' time 2027", "教师时间调查 2027"],
            ),
            of("", &[]),
        ];
        let chosen = |word| choose(&all, word, I18n::english()).ok();
        for (word, at) in [
            ("1", Some(0)),
            ("２", Some(1)),
            ("3", Some(2)),
            ("4", None),
            ("4821", Some(0)),
            ("48999 000", Some(1)),
            ("48", None),
            ("2027", Some(1)),
            ("TEACHERS' TIME", Some(0)),
            ("时间调查 2", Some(1)),
            ("时间", None),
            ("nothing", None),
            ("", None),
        ] {
            assert_eq!(chosen(Some(word)), at, "{word}");
        }
        assert_eq!(chosen(None), None);
        let same = [
            of("48210 93755 60123 99871", &["Time"]),
            of("11111 22222 33333 44444", &["Time"]),
            of("5", &["Other"]),
        ];
        assert_eq!(
            list(&same),
            "1 \"Time\" 2026-W45..2026-W50 48210, 2 \"Time\" 2026-W45..2026-W50 11111, 3 \"Other\""
        );
        assert_eq!(choose(&all[..1], None, I18n::english()).ok(), Some(0));
    }
}
