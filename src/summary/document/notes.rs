//! What the figures of a summary mean, in sentences.

use crate::diary::Profile;
use crate::figures::{Baseline, Goal, GoalSubject, Rate};
use crate::i18n::I18n;
use crate::summary::one_decimal;
use crate::tr;

/// The sentences that every summary ends with; `complete` is what it says of its weeks.
pub(super) fn notes(
    profile: &Profile,
    baseline: Option<&Baseline>,
    goal: &Goal,
    complete: String,
    i18n: &I18n,
) -> Vec<String> {
    let mut out = vec![
        tr!(i18n, "note-share"),
        tr!(i18n, "note-lessons"),
        complete,
        baseline_words(baseline, i18n),
    ];
    if baseline.is_some() {
        let percent = goal.reduction.to_string();
        out.push(tr!(i18n, "note-target", percent = percent));
    }
    let window = profile.reply_window.to_string();
    out.push(tr!(i18n, "note-late", window = window));
    out.push(tr!(i18n, "note-burden"));
    out.push(tr!(i18n, "note-parallel"));
    out.push(tr!(i18n, "note-week"));
    out
}

/// What weeks are compared with.
fn baseline_words(baseline: Option<&Baseline>, i18n: &I18n) -> String {
    let rate = baseline.and_then(|b| b.rate(&GoalSubject::NonTeaching));
    let (Some(baseline), Some(rate)) = (baseline, rate.map(Rate::per_school_day)) else {
        return tr!(i18n, "note-no-baseline");
    };
    let minutes = one_decimal(rate);
    if baseline.is_typed() {
        return tr!(i18n, "note-baseline-typed", minutes = minutes);
    }
    let weeks: Vec<String> = baseline.weeks().map(|w| w.to_string()).collect();
    tr!(
        i18n,
        "note-baseline-weeks",
        weeks = weeks.join(", "),
        minutes = minutes
    )
}
