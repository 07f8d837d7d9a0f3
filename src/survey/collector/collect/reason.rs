//! Why a file is not taken.

use crate::survey::response::{BadResponse, Doubt};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

/// Why a file, or an entry of an archive, is not taken. It stays where it is, and the next run tries it again.
#[derive(Debug)]
pub enum Reason {
    /// It is a response to another survey.
    WrongSurvey,
    /// It is sealed, but not to the key of this survey.
    WrongKey,
    /// It was changed or cut off on its way.
    Damaged,
    /// It is larger than a response can be, sealed or opened.
    TooLarge,
    /// It is of a version of the format that this program does not know.
    UnknownVersion(u64),
    /// What is sealed is no response; what the reader of it says, in English, or what is asked and not answered.
    BrokenSchema(Broken),
    /// Its week is not one that the survey asks about.
    WeekOutside,
    /// It says what cannot be.
    Impossible(Doubt),
    /// It has groups or answers that the survey does not have.
    UnknownAnswer,
    /// It is sealed with a passphrase, which is not even tried.
    Passphrase,
    /// It is not sealed by age.
    NotAResponse,
    /// An archive that would unpack to far more than it is.
    ArchiveBomb,
    /// An archive inside an archive.
    ArchiveInside,
    /// What a response that was never finished left behind, to go by its name: nobody knows of it.
    Unfinished,
    /// A link, a pipe or a device.
    NotAFile,
    /// It cannot be read.
    Unreadable(io::Error),
}

/// How what is sealed is no response.
#[derive(Debug)]
pub enum Broken {
    /// What the reader says, in English.
    Shape(String),
    /// What is asked and not answered, or the other way round.
    Asked(Doubt),
}

impl Reason {
    /// All codes, in the order in which they are told.
    pub const CODES: [&'static str; 16] = [
        "wrong_survey",
        "wrong_key",
        "damaged",
        "too_large",
        "unknown_version",
        "broken_schema",
        "week_outside",
        "impossible",
        "unknown_answer",
        "passphrase",
        "not_a_response",
        "archive_bomb",
        "archive_inside",
        "unfinished",
        "not_a_file",
        "unreadable",
    ];

    /// Its code, which stays the same in every language and version.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        Self::CODES[self.place()]
    }

    /// Its place among [`Self::CODES`].
    pub(super) const fn place(&self) -> usize {
        match self {
            Self::WrongSurvey => 0,
            Self::WrongKey => 1,
            Self::Damaged => 2,
            Self::TooLarge => 3,
            Self::UnknownVersion(_) => 4,
            Self::BrokenSchema(_) => 5,
            Self::WeekOutside => 6,
            Self::Impossible(_) => 7,
            Self::UnknownAnswer => 8,
            Self::Passphrase => 9,
            Self::NotAResponse => 10,
            Self::ArchiveBomb => 11,
            Self::ArchiveInside => 12,
            Self::Unfinished => 13,
            Self::NotAFile => 14,
            Self::Unreadable(_) => 15,
        }
    }
}

/// Calls into a library that is not sure to be proof against every file: a panic in it is a damaged file.
pub(super) fn guarded<T>(call: impl FnOnce() -> Result<T, Reason>) -> Result<T, Reason> {
    catch_unwind(AssertUnwindSafe(call)).unwrap_or_else(|panic| {
        if cfg!(test) {
            resume_unwind(panic) // a test is to see it
        }
        Err(Reason::Damaged)
    })
}

impl From<BadResponse> for Reason {
    fn from(bad: BadResponse) -> Self {
        match bad {
            BadResponse::Shape(why) => Self::BrokenSchema(Broken::Shape(why)),
            BadResponse::Version(version) => Self::UnknownVersion(version),
            BadResponse::OtherSurvey => Self::WrongSurvey,
            BadResponse::Week => Self::WeekOutside,
            BadResponse::Asked(Doubt::Groups | Doubt::GroupAnswer) => Self::UnknownAnswer,
            BadResponse::Asked(doubt) => Self::BrokenSchema(Broken::Asked(doubt)),
            BadResponse::Impossible(doubt) => Self::Impossible(doubt),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_reason_has_a_code_of_its_own() {
        assert_eq!(BTreeSet::from(Reason::CODES).len(), Reason::CODES.len());
        assert_eq!(
            Reason::Unreadable(io::ErrorKind::Other.into()).code(),
            "unreadable"
        );
        assert_eq!(Reason::from(BadResponse::Week).code(), "week_outside");
        assert_eq!(
            Reason::from(BadResponse::Asked(Doubt::GroupAnswer)).code(),
            "unknown_answer"
        );
        assert_eq!(
            Reason::from(BadResponse::Asked(Doubt::Goal)).code(),
            "broken_schema"
        );
    }
}
