//! Why something is not taken, and why nothing is collected, in words.

use super::{Broken, CollectError, Reason};
use crate::i18n::{I18n, Say, quoted};
use crate::survey::collector::dataset::DatasetError;
use crate::survey::response::Doubt;
use crate::tr;
use std::path::Path;

/// The most characters of a path that are told.
const LONGEST_PATH: usize = 400;

impl Say for Doubt {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::Groups => tr!(i18n, "doubt-groups"),
            Self::GroupAnswer => tr!(i18n, "doubt-group-answer"),
            Self::Days => tr!(i18n, "doubt-days"),
            Self::Minutes => tr!(i18n, "doubt-minutes"),
            Self::Activities => tr!(i18n, "doubt-activities"),
            Self::Meetings => tr!(i18n, "doubt-meetings"),
            Self::LateParentMinutes => tr!(i18n, "doubt-late-parents"),
            Self::Goal => tr!(i18n, "doubt-goal"),
            Self::Ratings => tr!(i18n, "doubt-ratings"),
            Self::Revision => tr!(i18n, "doubt-revision"),
        }
    }
}

impl Say for Reason {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::WrongSurvey => tr!(i18n, "collect-wrong-survey"),
            Self::WrongKey => tr!(i18n, "collect-wrong-key"),
            Self::Damaged => tr!(i18n, "collect-damaged"),
            Self::TooLarge => tr!(i18n, "collect-too-large"),
            Self::UnknownVersion(version) => {
                tr!(i18n, "collect-unknown-version", version = version.to_string())
            }
            Self::BrokenSchema(Broken::Shape(why)) => {
                tr!(i18n, "collect-broken-schema", why = why.as_str())
            }
            Self::BrokenSchema(Broken::Asked(doubt)) => {
                tr!(i18n, "collect-not-asked", what = doubt.say(i18n))
            }
            Self::WeekOutside => tr!(i18n, "collect-week-outside"),
            Self::Impossible(doubt) => tr!(i18n, "collect-impossible", what = doubt.say(i18n)),
            Self::UnknownAnswer => tr!(i18n, "collect-unknown-answer"),
            Self::Passphrase => tr!(i18n, "collect-passphrase"),
            Self::NotAResponse => tr!(i18n, "collect-not-a-response"),
            Self::ArchiveBomb => tr!(i18n, "collect-archive-bomb"),
            Self::ArchiveInside => tr!(i18n, "collect-archive-inside"),
            Self::Unfinished => tr!(i18n, "collect-unfinished"),
            Self::NotAFile => tr!(i18n, "collect-not-a-file"),
            Self::Unreadable(why) => tr!(i18n, "collect-unreadable", why = why.say(i18n)),
        }
    }
}

impl Reason {
    /// What many of the same code have in common, in a few words.
    #[must_use]
    pub fn in_short(code: &str, i18n: &I18n) -> String {
        match code {
            "wrong_survey" => tr!(i18n, "collect-short-wrong-survey"),
            "wrong_key" => tr!(i18n, "collect-short-wrong-key"),
            "damaged" => tr!(i18n, "collect-short-damaged"),
            "too_large" => tr!(i18n, "collect-short-too-large"),
            "unknown_version" => tr!(i18n, "collect-short-unknown-version"),
            "broken_schema" => tr!(i18n, "collect-short-broken-schema"),
            "week_outside" => tr!(i18n, "collect-short-week-outside"),
            "impossible" => tr!(i18n, "collect-short-impossible"),
            "unknown_answer" => tr!(i18n, "collect-short-unknown-answer"),
            "passphrase" => tr!(i18n, "collect-short-passphrase"),
            "not_a_response" => tr!(i18n, "collect-short-not-a-response"),
            "archive_bomb" => tr!(i18n, "collect-short-archive-bomb"),
            "archive_inside" => tr!(i18n, "collect-short-archive-inside"),
            "unfinished" => tr!(i18n, "collect-short-unfinished"),
            "not_a_file" => tr!(i18n, "collect-short-not-a-file"),
            _ => tr!(i18n, "collect-short-unreadable"),
        }
    }
}

impl Say for DatasetError {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::NoDataset(path) => tr!(i18n, "dataset-none", path = shown(path)),
            Self::NotEmpty(path) => tr!(i18n, "dataset-not-empty", path = shown(path)),
            Self::OtherSurvey(path) => tr!(i18n, "dataset-other-survey", path = shown(path)),
            Self::Definition(path, why) => {
                tr!(i18n, "survey-file-fault", path = shown(path), why = why.say(i18n))
            }
            Self::Stray(path) => tr!(i18n, "dataset-stray", path = shown(path)),
            Self::OtherWeek(path) => tr!(i18n, "dataset-other-week", path = shown(path)),
            Self::Damaged(path) => tr!(i18n, "dataset-damaged", path = shown(path)),
            Self::Part(path, why) => {
                let why = quoted(&why.to_string(), LONGEST_PATH);
                tr!(i18n, "dataset-part", path = shown(path), why = why)
            }
            Self::Io(path, why) => tr!(i18n, "store-io", path = shown(path), why = why.say(i18n)),
        }
    }
}

impl Say for CollectError {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::NoDefinition(path) => tr!(i18n, "collect-no-definition", path = shown(path)),
            Self::OtherKey => tr!(i18n, "collect-other-key"),
            Self::Busy(path) => tr!(i18n, "collect-busy", path = shown(path)),
            Self::Dataset(why) => why.say(i18n),
            Self::Io(path, why) => tr!(i18n, "store-io", path = shown(path), why = why.say(i18n)),
        }
    }
}

/// A path whose name may be a stranger's.
fn shown(path: &Path) -> String {
    quoted(&path.display().to_string(), LONGEST_PATH)
}
