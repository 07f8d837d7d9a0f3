//! Changing what a teacher takes part in, and what they say and give there: on the surveys as the diary has them at that
//! moment, so that nothing that happened meanwhile is undone.

use super::definition::{BadDefinition, Definition};
use super::field::Field;
use super::joined::{BadAnswer, Joined};
use super::random::NoRandom;
use super::respond::secret;
use crate::diary::{JoinedSurvey, Setting, SurveySecret};
use crate::domain::DefinitionHash;
use crate::store::{Session, StoreError};
use chrono::NaiveDate;

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SurveyChange {
    /// Take part, with these answers; where the teacher does already, these answers instead.
    Join(Box<Joined>),
    /// Take part no longer. What was written stays in the history.
    Leave(DefinitionHash),
    /// Answer a group; none for not said.
    Answer {
        /// The survey.
        survey: DefinitionHash,
        /// The group, by its code.
        group: String,
        /// The answer, by its code.
        answer: Option<String>,
    },
    /// Withhold a field, or give it.
    Withhold {
        /// The survey.
        survey: DefinitionHash,
        /// The field.
        field: Field,
        /// Whether it is withheld.
        withhold: bool,
    },
}

/// Why nothing is changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The system gives no random numbers for the secret.
    #[error(transparent)]
    NoRandom(#[from] NoRandom),
    /// What was kept of the survey cannot be read.
    #[error(transparent)]
    Definition(#[from] BadDefinition),
    /// The survey has no such group or answer.
    #[error("{0:?}")]
    Answer(BadAnswer),
    /// The teacher does not take part in the survey.
    #[error("the survey was left")]
    Left,
    /// The survey took its last response on this date, and none was ever written to it that could be withdrawn.
    #[error("the survey closed on {0}")]
    Closed(NaiveDate),
}

/// Makes the changes, all of them in one, which can be undone, or none.
///
/// # Errors
/// [`ChangeError`]; nothing is changed then.
pub fn change_surveys(
    session: &mut Session,
    changes: &[SurveyChange],
    today: NaiveDate,
) -> Result<(), ChangeError> {
    let profile = session.profile()?;
    let mut surveys = profile.surveys.clone();
    for change in changes {
        change.apply(session, &mut surveys, today)?;
    }
    if surveys == profile.surveys {
        return Ok(());
    }
    let is_joining = surveys.len() > profile.surveys.len();
    session.set(Setting::Surveys(surveys))?;
    if is_joining {
        // So that looking at what would be written changes nothing; and the backup that follows a new secret has the survey.
        let _: SurveySecret = secret::<ChangeError>(session)?;
    }
    Ok(())
}

impl SurveyChange {
    fn apply(
        &self,
        session: &mut Session,
        surveys: &mut Vec<JoinedSurvey>,
        today: NaiveDate,
    ) -> Result<(), ChangeError> {
        match self {
            Self::Join(joined) => {
                if let Ok(at) = place(surveys, joined.hash()) {
                    surveys[at] = joined.kept();
                } else {
                    can_join(session, &joined.definition, today)?;
                    surveys.push(joined.kept());
                }
            }
            Self::Leave(survey) => drop(surveys.remove(place(surveys, *survey)?)),
            Self::Answer {
                survey,
                group,
                answer,
            } => mend(surveys, *survey, |joined| joined.answer(group, answer.as_deref()))?,
            Self::Withhold {
                survey,
                field,
                withhold,
            } => mend(surveys, *survey, |joined| {
                joined.withhold(*field, *withhold);
                Ok(())
            })?,
        }
        Ok(())
    }
}

/// Whether a survey can be joined: a closed one only to withdraw what was written to it.
///
/// # Errors
/// [`ChangeError::Closed`], or the store's.
pub fn can_join(session: &mut Session, definition: &Definition, today: NaiveDate) -> Result<(), ChangeError> {
    let closes = definition.closes;
    if today <= closes {
        return Ok(());
    }
    let is_known = session.has_sent_to(definition.hash())?;
    is_known.then_some(()).ok_or(ChangeError::Closed(closes))
}

/// Where a survey stands.
fn place(surveys: &[JoinedSurvey], survey: DefinitionHash) -> Result<usize, ChangeError> {
    let is_it = |kept: &JoinedSurvey| Joined::hash_of(kept) == survey;
    surveys.iter().position(is_it).ok_or(ChangeError::Left)
}

fn mend(
    surveys: &mut [JoinedSurvey],
    survey: DefinitionHash,
    change: impl FnOnce(&mut Joined) -> Result<(), BadAnswer>,
) -> Result<(), ChangeError> {
    let at = place(surveys, survey)?;
    let mut joined = Joined::read(&surveys[at])?;
    change(&mut joined).map_err(ChangeError::Answer)?;
    surveys[at] = joined.kept();
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::Sent;
    use crate::store::Store;
    use crate::survey::definition::tests::sample;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn session(dir: &std::path::Path) -> Session {
        let now = date("2026-11-20").and_hms_opt(17, 30, 0).unwrap();
        Store::at(dir).session(now).unwrap()
    }

    fn answer(survey: DefinitionHash, group: &str, answer: &str) -> SurveyChange {
        SurveyChange::Answer {
            survey,
            group: group.to_owned(),
            answer: Some(answer.to_owned()),
        }
    }

    #[test]
    fn changes_are_made_to_what_is_there_all_or_none() {
        let dir = tempfile::tempdir().unwrap();
        let mut session = session(dir.path());
        let (a, b) = (Joined::new(sample().0), Joined::new(sample().0));
        let today = date("2026-11-20");
        let join = |joined: &Joined| SurveyChange::Join(Box::new(joined.clone()));
        change_surveys(&mut session, &[join(&a)], today).unwrap();
        let secret = session.survey_secret().unwrap();
        assert!(secret.is_some(), "made when a survey is joined");
        change_surveys(&mut session, &[join(&b)], today).unwrap();
        let changes = [
            answer(a.hash(), "stage", "primary"),
            answer(a.hash(), "role", "nobody"),
        ];
        let refused = change_surveys(&mut session, &changes, today);
        assert!(matches!(refused, Err(ChangeError::Answer(_))));
        let of =
            |session: &mut Session, joined: &Joined| Joined::of(&session.profile().unwrap(), joined.hash());
        assert_eq!(of(&mut session, &a).as_ref(), Some(&a), "not one of the two");
        change_surveys(&mut session, &changes[..1], today).unwrap();
        let answered = of(&mut session, &a).unwrap();
        assert_eq!(answered.answered("stage").unwrap().code.as_str(), "primary");
        assert_eq!(of(&mut session, &b), Some(b.clone()), "the other stays");
        change_surveys(&mut session, &[SurveyChange::Leave(a.hash())], today).unwrap();
        assert_eq!((of(&mut session, &a), of(&mut session, &b)), (None, Some(b)));
        for gone in [SurveyChange::Leave(a.hash()), changes[0].clone()] {
            let refused = change_surveys(&mut session, &[gone], today);
            assert!(matches!(refused, Err(ChangeError::Left)));
        }
        session.undo().unwrap().unwrap();
        assert_eq!(of(&mut session, &a), Some(answered));
        assert_eq!(session.survey_secret().unwrap(), secret);
    }

    #[test]
    fn a_closed_survey_is_joined_only_to_withdraw() {
        let dir = tempfile::tempdir().unwrap();
        let mut session = session(dir.path());
        let joined = Joined::new(sample().0);
        let join = [SurveyChange::Join(Box::new(joined.clone()))];
        let late = date("2027-01-16");
        let refused = change_surveys(&mut session, &join, late);
        assert!(matches!(refused, Err(ChangeError::Closed(_))));
        let week = "2026-W47".parse().unwrap();
        let content = format!(
            "{{\"definition\":\"{}\",\"week\":\"{week}\",\"revision\":1}}",
            joined.hash()
        );
        let sent = Sent {
            survey: joined.hash(),
            week,
            revision: 1,
            at: date("2026-11-20").and_hms_opt(17, 30, 0).unwrap(),
            title: "A survey".to_owned(),
            file: format!("{}.age", "0".repeat(32)),
            content,
        };
        session.record_sent(sent).unwrap();
        change_surveys(&mut session, &join, late).unwrap();
    }
}
