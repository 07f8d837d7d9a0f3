//! What a change of the surveys was, in a few words: for when it is taken back or made again.

use crate::diary::JoinedSurvey;
use crate::i18n::I18n;
use crate::survey::Joined;
use crate::tr;

/// Names the change that made one list of surveys of another: `joining “Autumn”`. None where that is not known: nothing
/// has changed, or more than one survey.
pub(in crate::app) fn survey_change(
    before: &[JoinedSurvey],
    after: &[JoinedSurvey],
    i18n: &I18n,
) -> Option<String> {
    let has = |all: &[JoinedSurvey], one: &JoinedSurvey| all.iter().any(|s| s.definition == one.definition);
    let joined: Vec<&JoinedSurvey> = after.iter().filter(|s| !has(before, s)).collect();
    let left: Vec<&JoinedSurvey> = before.iter().filter(|s| !has(after, s)).collect();
    let answered: Vec<&JoinedSurvey> = after
        .iter()
        .filter(|s| has(before, s) && !before.contains(s))
        .collect();
    match (joined.as_slice(), left.as_slice(), answered.as_slice()) {
        ([one], [], []) => Some(tr!(i18n, "change-survey-joined", title = title(one, i18n)?)),
        ([], [one], []) => Some(tr!(i18n, "change-survey-left", title = title(one, i18n)?)),
        ([], [], [one]) => Some(tr!(i18n, "change-survey-answered", title = title(one, i18n)?)),
        _ => None,
    }
}

/// The survey that is in the second list and not in the first, where they differ in nothing else.
pub(in crate::app) fn survey_come<'a>(
    before: &[JoinedSurvey],
    after: &'a [JoinedSurvey],
) -> Option<&'a JoinedSurvey> {
    let mut new = after.iter().filter(|s| !before.contains(s));
    let is_one_more = before.len() + 1 == after.len() && before.iter().all(|s| after.contains(s));
    new.next().filter(|_| is_one_more)
}

fn title(survey: &JoinedSurvey, i18n: &I18n) -> Option<String> {
    let joined = Joined::read(survey).ok()?;
    Some(joined.definition.title.get(i18n.lang()).to_owned())
}
