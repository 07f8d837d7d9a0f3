//! What a change was that is taken back or made again, in a few words.

use crate::domain::{Block, Taxonomy};
use crate::i18n::I18n;
use crate::store::Undone;
use crate::tr;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Names the change, as it was made at first: `deleting 15:40-16:30 forms`. One entry or day is named; of several,
/// their number.
#[must_use]
pub fn describe(undone: &Undone, redo: bool, taxonomy: &Taxonomy, i18n: &I18n) -> String {
    let mut out = Vec::new();
    out.extend(entries(undone, redo, taxonomy, i18n));
    let (closed, reopened) = if redo {
        (&undone.closed, &undone.reopened)
    } else {
        (&undone.reopened, &undone.closed)
    };
    match closed.as_slice() {
        [] => {}
        [day] => out.push(tr!(i18n, "change-closed", day = i18n.weekday(*day))),
        days => out.push(tr!(i18n, "change-days", count = days.len())),
    }
    match reopened.as_slice() {
        [] => {}
        [day] => out.push(tr!(i18n, "change-reopened", day = i18n.weekday(*day))),
        days => out.push(tr!(i18n, "change-days", count = days.len())),
    }
    match undone.planned.as_slice() {
        [] => {}
        [day] => out.push(tr!(i18n, "change-dismissed", day = i18n.weekday(*day))),
        days => out.push(tr!(i18n, "change-days", count = days.len())),
    }
    if out.is_empty() && !undone.settings.is_empty() && !undone.dates.is_empty() {
        out.push(tr!(i18n, "change-days", count = undone.dates.len())); // marked together with the settings
    }
    out.extend(undone.settings.iter().map(|name| setting(name, i18n)));
    if out.is_empty() {
        // Neither entries nor signatures: what the days are marked as.
        out.push(match undone.dates.as_slice() {
            [day] => tr!(i18n, "change-day", day = i18n.weekday(*day)),
            days => tr!(i18n, "change-days", count = days.len()),
        });
    }
    out.join(&tr!(i18n, "change-and"))
}

fn entries(undone: &Undone, redo: bool, taxonomy: &Taxonomy, i18n: &I18n) -> Option<String> {
    let name = |b: &Block| taxonomy.activity_name(&b.activity, i18n.lang()).to_owned();
    let span = |b: &Block| b.span.to_string();
    Some(match (undone.appeared.as_slice(), undone.vanished.as_slice()) {
        ([], []) => return None,
        ([(_, b)], []) if redo => tr!(i18n, "change-logged", span = span(b), activity = name(b)),
        ([(_, b)], []) => tr!(i18n, "change-deleted", span = span(b), activity = name(b)),
        ([], [(_, b)]) if redo => tr!(i18n, "change-deleted", span = span(b), activity = name(b)),
        ([], [(_, b)]) => tr!(i18n, "change-logged", span = span(b), activity = name(b)),
        ([(_, b)], [(_, old)]) if b.id == old.id => {
            tr!(i18n, "change-edited", span = span(b), activity = name(b))
        }
        (some, others) => {
            let both = some.iter().chain(others);
            let ids: BTreeSet<(NaiveDate, &str)> = both.map(|(date, b)| (*date, b.id.as_str())).collect();
            tr!(i18n, "change-entries", count = ids.len())
        }
    })
}

/// A setting by a word.
fn setting(name: &str, i18n: &I18n) -> String {
    match name {
        "baseline" => tr!(i18n, "change-baseline"),
        "goals" => tr!(i18n, "change-goals"),
        "activities" => tr!(i18n, "change-activities"),
        "bells" => tr!(i18n, "change-bells"),
        "terms" => tr!(i18n, "change-terms"),
        "timetable" => tr!(i18n, "change-timetable"),
        "words" => tr!(i18n, "change-words"),
        "school_days" => tr!(i18n, "change-school_days"),
        "reply_window" => tr!(i18n, "change-reply_window"),
        "rules" => tr!(i18n, "change-rules"),
        "ask_worth" => tr!(i18n, "change-ask_worth"),
        "surveys" => tr!(i18n, "change-surveys"),
        other => other.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::SETTING_NAMES;
    use crate::i18n::Lang;

    #[test]
    fn every_setting_has_a_word_in_every_language() {
        for lang in Lang::ALL {
            for name in SETTING_NAMES {
                let undone = Undone {
                    settings: vec![name.to_owned()],
                    ..Undone::default()
                };
                let said = describe(&undone, false, &Taxonomy::built_in(), &I18n::new(lang));
                assert!(said.starts_with(&I18n::new(lang).format(&format!("change-{name}"), &[])));
            }
        }
    }
}
