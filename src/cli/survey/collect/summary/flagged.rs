//! Where there are more responses than people.

use crate::i18n::I18n;
use crate::survey::collector::{Collected, TooMany};
use crate::survey::{Definition, Group, GroupAnswer};
use crate::tr;

/// All of it, in words.
pub(in crate::cli::survey::collect) fn flagged(
    collected: &Collected,
    definition: &Definition,
    i18n: &I18n,
) -> Vec<String> {
    let flagged = collected.coverage.too_many(definition);
    let words = flagged.iter().map(|too_many| {
        let TooMany {
            week,
            answer,
            responses,
            staff,
        } = too_many;
        let of = match answer.and_then(|at| named(definition, at)) {
            None => tr!(i18n, "cli-survey-collect-all"),
            Some((group, answer)) => {
                let (group, answer) = (group.name.get(i18n.lang()), answer.name.get(i18n.lang()));
                tr!(i18n, "cli-survey-collect-answer", group = group, answer = answer)
            }
        };
        tr!(
            i18n,
            "cli-survey-collect-too-many",
            week = week.to_string(),
            of = of,
            responses = *responses,
            staff = *staff
        )
    });
    words.collect()
}

/// The group and the answer of two places.
pub(super) fn named(
    definition: &Definition,
    (group, answer): (usize, usize),
) -> Option<(&Group, &GroupAnswer)> {
    let group = definition.groups.get(group)?;
    Some((group, group.answers.get(answer)?))
}
