//! That nothing in an inbox counts: a wrong key, another survey, an empty folder. Somebody has to know at once then, and not
//! from a list.

use super::reason::Reason;
use super::tally::Tally;

/// Why nothing that lies in an inbox counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nothing {
    /// There is no file.
    Empty,
    /// So many files, and none of them is sealed.
    NoResponse(u64),
    /// The key opens nothing, and so many are sealed to another one.
    OtherKey(u64),
    /// So many are responses to another survey, and none to this one.
    OtherSurvey(u64),
    /// So many were not taken, each for a reason of its own.
    Refused(u64),
}

/// Reasons of files that nobody sealed.
const NOT_SEALED: [&str; 3] = ["not_a_response", "unfinished", "not_a_file"];
/// Reasons that only a message of this survey can have: its key has opened it.
const OF_THIS_SURVEY: [&str; 5] = [
    "unknown_version",
    "broken_schema",
    "week_outside",
    "impossible",
    "unknown_answer",
];

impl Nothing {
    /// What is found of an inbox all of which was looked at; none where anything counts, now or from an earlier run.
    #[must_use]
    pub fn of(tally: &Tally, reasons: &[u64; Reason::CODES.len()]) -> Option<Self> {
        let known = [tally.unchanged, tally.taken, tally.corrected, tally.older];
        let more = [tally.copies, tally.withdrawals, tally.withdrawn];
        if known.into_iter().chain(more).any(|count| count > 0) {
            return None;
        }
        let count = |codes: &[&str]| -> u64 {
            let all = Reason::CODES.iter().zip(reasons);
            all.filter(|(code, _)| codes.contains(code)).map(|(_, n)| n).sum()
        };
        let (other_key, other_survey) = (count(&["wrong_key"]), count(&["wrong_survey"]));
        let refused: u64 = reasons.iter().sum();
        Some(if tally.files == 0 {
            Self::Empty
        } else if count(&OF_THIS_SURVEY) > 0 {
            Self::Refused(refused)
        } else if other_survey > 0 {
            Self::OtherSurvey(other_survey)
        } else if other_key > 0 {
            Self::OtherKey(other_key)
        } else if refused == count(&NOT_SEALED) {
            Self::NoResponse(tally.files)
        } else {
            Self::Refused(refused)
        })
    }

    /// Whether what was found so far may still turn out to be nothing once more is looked at; where it cannot, there is
    /// something to be collected or to be listed.
    pub(super) fn is_open(tally: &Tally, reasons: &[u64; Reason::CODES.len()]) -> bool {
        let of_this = |code: &&str| OF_THIS_SURVEY.contains(code);
        let mut all = Reason::CODES.iter().zip(reasons);
        Self::of(tally, reasons).is_some() && all.all(|(code, n)| *n == 0 || !of_this(code))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(files: u64, refused: &[(&str, u64)]) -> Option<Nothing> {
        let mut reasons = [0; Reason::CODES.len()];
        for (code, count) in refused {
            reasons[Reason::CODES.iter().position(|c| c == code).unwrap()] += count;
        }
        let tally = Tally {
            files,
            ..Tally::default()
        };
        Nothing::of(&tally, &reasons)
    }

    #[test]
    fn it_is_found_out_why_nothing_counts() {
        assert_eq!(of(0, &[]), Some(Nothing::Empty));
        assert_eq!(of(1, &[]), Some(Nothing::NoResponse(1)), "an archive of nothing");
        let photos = [("not_a_response", 3), ("not_a_file", 1)];
        assert_eq!(of(4, &photos), Some(Nothing::NoResponse(4)));
        let key = ("wrong_key", 7);
        assert_eq!(of(9, &[key, photos[0]]), Some(Nothing::OtherKey(7)));
        assert_eq!(of(9, &[key, ("damaged", 2)]), Some(Nothing::OtherKey(7)));
        assert_eq!(
            of(9, &[key, ("wrong_survey", 2)]),
            Some(Nothing::OtherSurvey(2)),
            "the key is the right one"
        );
        assert_eq!(of(9, &[key, ("week_outside", 2)]), Some(Nothing::Refused(9)));
        assert_eq!(of(2, &[("damaged", 2)]), Some(Nothing::Refused(2)));
    }

    #[test]
    fn whatever_counts_is_something() {
        for change in [
            |tally: &mut Tally| tally.unchanged = 1,
            |tally: &mut Tally| tally.taken = 1,
            |tally: &mut Tally| tally.copies = 1,
            |tally: &mut Tally| tally.withdrawals = 1,
            |tally: &mut Tally| tally.withdrawn = 1,
        ] {
            let mut tally = Tally {
                files: 3,
                ..Tally::default()
            };
            change(&mut tally);
            assert_eq!(Nothing::of(&tally, &[1; Reason::CODES.len()]), None);
        }
    }
}
