//! What a goal counts, and a search looks for, as people write it.

use super::CliError;
use crate::domain::{Activity, ActivityInfo, Taxonomy};
use crate::figures::GoalSubject;
use crate::i18n::{I18n, half_width};
use crate::summary::subject_words;
use crate::tr;

/// Makes of an activity what of it is counted.
type Measure = fn(Activity) -> GoalSubject;

/// What stands behind an activity for something else than its time.
const MEASURES: [(&str, Measure); 2] = [
    (":count", GoalSubject::Count),
    (":mean", GoalSubject::MeanMinutes),
];

/// Reads a code, the name of a category or an activity in any language, such a name with `:count` or `:mean` behind it,
/// or what `goal` itself calls it.
pub(super) fn subject(text: &str, taxonomy: &Taxonomy, i18n: &I18n) -> Result<GoalSubject, CliError> {
    use GoalSubject as G;
    if let Ok(subject) = text.parse::<G>() {
        let known = |a| taxonomy.activity(a).is_some();
        if !matches!(&subject, G::Activity(a) | G::Count(a) | G::MeanMinutes(a) if !known(a)) {
            return Ok(subject);
        }
    }
    let found = named(text, taxonomy, i18n);
    let list = || found.iter().map(ToString::to_string).collect::<Vec<_>>();
    match found.as_slice() {
        [one] => Ok(one.clone()),
        [] => Err(CliError::Usage(tr!(i18n, "cli-no-subject", text = text))),
        _ => Err(CliError::Usage(tr!(
            i18n,
            "cli-ambiguous-subject",
            text = text,
            list = list().join(", ")
        ))),
    }
}

/// All that a name can mean: a category before activities, and either before the words for a count.
fn named(text: &str, taxonomy: &Taxonomy, i18n: &I18n) -> Vec<GoalSubject> {
    let plain: String = text.chars().map(half_width).collect();
    let behind = |(suffix, make)| Some((plain.strip_suffix(suffix)?.trim(), make));
    let measure = MEASURES.into_iter().find_map(behind);
    let (name, make): (&str, Measure) = measure.unwrap_or((text, GoalSubject::Activity));
    let same = |s: &str| s.to_lowercase() == name.to_lowercase();
    if measure.is_none() {
        if same(&tr!(i18n, "subject-non-teaching")) {
            return vec![GoalSubject::NonTeaching];
        }
        let categories = taxonomy.categories().iter();
        let categories = categories.filter(|c| c.names.spellings().any(same));
        let found: Vec<_> = categories.map(|c| GoalSubject::Category(c.category)).collect();
        if !found.is_empty() {
            return found;
        }
    }
    let spelled = |a: &&ActivityInfo| same(a.activity.code.as_str()) || a.names.spellings().any(same);
    let activities = || taxonomy.activities().iter();
    let found: Vec<_> = activities()
        .filter(spelled)
        .map(|a| make(a.activity.clone()))
        .collect();
    if !found.is_empty() {
        return found;
    }
    let all = activities().flat_map(|a| MEASURES.map(|(_, make)| make(a.activity.clone())));
    all.filter(|what| same(&subject_words(what, taxonomy, i18n)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn what_is_called_by_a_code_a_name_or_its_words_is_found() {
        let taxonomy = Taxonomy::built_in();
        let chinese = I18n::new(Lang::ZhHans);
        let read = |text: &str| subject(text, &taxonomy, &chinese).ok().map(|s| s.to_string());
        let count = Some("meetings/staff-meeting:count");
        for (text, code) in [
            ("非教学", Some("non_teaching")),
            ("会议", Some("meetings")),
            ("meetings", Some("meetings")),
            ("全校会议", Some("meetings/staff-meeting")),
            ("All-staff Meeting", Some("meetings/staff-meeting")),
            ("meetings/staff-meeting:count", count),
            ("全校會議：count", count),
            ("全校会议 :count", count),
            ("全校会议次数", count),
            ("staff-meeting:mean", Some("meetings/staff-meeting:mean")),
            ("meetings/nothing", None),
            ("meetings/nothing:count", None),
            ("会议:count", None),
            (":mean", None),
            ("开会", None), // two activities
        ] {
            assert_eq!(read(text).as_deref(), code, "{text}");
        }
    }
}
