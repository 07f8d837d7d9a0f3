//! A made-up survey that the made-up teacher takes part in.

use crate::diary::{JoinedSurvey, SurveySecret};
use crate::domain::WeekId;
use chrono::{Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// Weeks before this one that the survey asks about, and weeks after it.
const WEEKS: i64 = 7;

/// Days after its last week on which the survey is still open.
const OPEN: u64 = 14;

/// A made-up survey on some weeks around `today`, joined: one group is answered, and one field is withheld. Nobody has its
/// private key.
#[must_use]
pub fn survey(today: NaiveDate) -> JoinedSurvey {
    let week = |by| WeekId::of(today).offset(by).unwrap_or(WeekId::of(today));
    let (from, to) = (week(-WEEKS), week(WEEKS));
    let closes = to
        .sunday()
        .checked_add_days(Days::new(OPEN))
        .unwrap_or(to.sunday());
    let definition = include_str!("demo.survey.toml")
        .replace("\r\n", "\n") // as Git may have changed it
        .replace("FROM", &from.to_string())
        .replace("CLOSES", &closes.to_string())
        .replace("TO", &to.to_string());
    JoinedSurvey {
        definition,
        answers: BTreeMap::from([("stage".to_owned(), "lower_secondary".to_owned())]),
        withheld: BTreeSet::from(["ratings".to_owned()]),
    }
}

/// The secret of the made-up installation, which everybody knows: its pseudonyms are the same everywhere.
#[must_use]
pub const fn secret() -> SurveySecret {
    SurveySecret::new(*b"a made-up secret, and no one's..")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::{Audience, Field, Joined};

    #[test]
    fn the_survey_is_well_formed_whatever_the_day() {
        for today in ["2026-11-20", "2027-01-02", "2024-02-29", "2026-07-20"] {
            let today = today.parse().unwrap();
            let joined = Joined::read(&survey(today)).unwrap();
            assert!(joined.definition.weeks.contains(&WeekId::of(today)));
            assert!(joined.answered("stage").is_some() && joined.withholds(Field::Ratings));
            assert_eq!(Audience::of(&joined).unwrap().about, Some(180));
        }
    }
}
