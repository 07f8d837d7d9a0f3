//! What stands in the way of a response, and what should be known before it is sent, in words.

use super::audience::Audience;
use super::change::ChangeError;
use super::definition::BadDraft;
use super::joined::{BadAnswer, Joined};
use super::random::NoRandom;
use super::respond::{RespondError, Warning};
use super::sealed::SealError;
use crate::i18n::{I18n, Say};
use crate::tr;
use std::io::ErrorKind;

impl Say for NoRandom {
    fn say(&self, i18n: &I18n) -> String {
        tr!(i18n, "survey-no-random")
    }
}

impl Say for BadDraft {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::Definition(bad) => format!("{}: {}", bad.site, bad.fault.say(i18n)),
            Self::NoRandom(bad) => bad.say(i18n),
        }
    }
}

impl Say for SealError {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::NoRandom(bad) => bad.say(i18n),
            Self::Age(why) => tr!(i18n, "survey-not-sealed", why = why.as_str()),
            Self::Io(folder, why) => {
                let path = folder.display().to_string();
                match why.kind() {
                    ErrorKind::NotFound => tr!(i18n, "survey-no-folder", path = path),
                    ErrorKind::NotADirectory => tr!(i18n, "survey-not-a-folder", path = path),
                    ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                        tr!(i18n, "survey-folder-denied", path = path)
                    }
                    _ => tr!(i18n, "store-io", path = path, why = why.say(i18n)),
                }
            }
        }
    }
}

impl Say for RespondError {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::Store(bad) => bad.say(i18n),
            Self::Seal(bad) => bad.say(i18n),
            Self::NoRandom(bad) => bad.say(i18n),
            Self::OtherWeek { week, first, last } => tr!(
                i18n,
                "survey-other-week",
                week = week.to_string(),
                first = first.to_string(),
                last = last.to_string()
            ),
            Self::FutureWeek(week) => tr!(i18n, "survey-future-week", week = week.to_string()),
            Self::Closed(date) => tr!(i18n, "survey-closed", date = date.to_string()),
            Self::TooMuch { week, minutes } => tr!(
                i18n,
                "survey-too-much",
                week = week.to_string(),
                hours = minutes.div_ceil(60)
            ),
            Self::Left => tr!(i18n, "survey-left"),
            Self::NoRevisionLeft => tr!(i18n, "survey-no-revision-left"),
            Self::NothingToWithdraw(week) => {
                tr!(i18n, "survey-nothing-to-withdraw", week = week.to_string())
            }
            Self::Withdrawn(week) => tr!(i18n, "survey-withdrawn", week = week.to_string()),
            Self::Changed => tr!(i18n, "survey-changed"),
        }
    }
}

impl Say for ChangeError {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::Store(bad) => bad.say(i18n),
            Self::NoRandom(bad) => bad.say(i18n),
            Self::Definition(bad) => bad.say(i18n),
            Self::Answer(bad) => bad.say(i18n),
            Self::Left => tr!(i18n, "survey-left"),
            Self::Closed(date) => tr!(i18n, "survey-closed-to-join", date = date.to_string()),
        }
    }
}

impl Say for BadAnswer {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::NoSuchField { field, known } => tr!(
                i18n,
                "survey-no-such-field",
                field = field.as_str(),
                known = few(known)
            ),
            Self::NoSuchAnswer { group, answer, known } => tr!(
                i18n,
                "survey-no-answer-of-group",
                group = group.as_str(),
                answer = answer.as_str(),
                known = few(known)
            ),
        }
    }
}

impl Audience {
    /// `By the survey's numbers you are one of about 40`.
    #[must_use]
    pub fn words(&self, i18n: &I18n) -> String {
        match self.about {
            None => tr!(i18n, "survey-audience-unknown"),
            Some(about) if self.unknown.is_empty() => tr!(i18n, "survey-audience", about = about),
            Some(about) => tr!(i18n, "survey-audience-most", about = about),
        }
    }
}

impl Warning {
    /// One sentence; `joined` is the survey it is about.
    #[must_use]
    pub fn words(&self, joined: &Joined, i18n: &I18n) -> String {
        let group = |code: &str| {
            let group = joined.definition.group(code);
            group.map_or_else(|| code.to_owned(), |g| g.name.get(i18n.lang()).to_owned())
        };
        match self {
            Self::NotComplete { closed, school } => {
                tr!(
                    i18n,
                    "survey-warn-not-complete",
                    closed = *closed,
                    school = *school
                )
            }
            Self::ShortWeek(days) => tr!(i18n, "survey-warn-short-week", days = *days),
            Self::Empty => tr!(i18n, "survey-warn-empty"),
            Self::NoBaseline => tr!(i18n, "survey-warn-no-baseline"),
            Self::FewAlike {
                about,
                narrowest: Some(code),
            } => tr!(
                i18n,
                "survey-warn-few-alike-group",
                about = *about,
                group = group(code)
            ),
            Self::FewAlike {
                about,
                narrowest: None,
            } => {
                tr!(i18n, "survey-warn-few-alike", about = *about)
            }
            Self::SizesUnknown(codes) => {
                let groups: Vec<String> = codes.iter().map(|code| group(code)).collect();
                let groups = groups.join(&tr!(i18n, "sheet-and"));
                tr!(i18n, "survey-warn-sizes-unknown", groups = groups)
            }
            Self::AlsoAnswered(title) => tr!(i18n, "survey-warn-also-answered", title = title.as_str()),
            Self::BaselineWeek => tr!(i18n, "survey-warn-baseline-week"),
            Self::Unchanged => tr!(i18n, "survey-warn-unchanged"),
        }
    }
}

/// A list of codes, of which not more are named than fit on a line or two.
fn few(codes: &[String]) -> String {
    const MOST: usize = 12;
    let mut out = codes.iter().take(MOST).cloned().collect::<Vec<_>>().join(", ");
    if codes.len() > MOST {
        out += ", …";
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_takes_nothing_is_named_and_not_the_file() {
        let said = |kind: ErrorKind| SealError::Io("/out".into(), kind.into()).say(I18n::english());
        for (kind, part) in [
            (ErrorKind::NotFound, "no folder /out"),
            (ErrorKind::NotADirectory, "/out is no folder"),
            (
                ErrorKind::PermissionDenied,
                "no permission to write in the folder /out",
            ),
            (ErrorKind::StorageFull, "/out: "),
        ] {
            assert!(said(kind).contains(part), "{}", said(kind));
        }
    }
}
