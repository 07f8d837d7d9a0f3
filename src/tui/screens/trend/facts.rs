//! What else the weeks came to: what changed, meetings, goals, the burden list.

use crate::figures::{Worth, meetings_worth};
use crate::summary::{TrendSummary, TrendWeek, change_words, one_decimal, rule_words, sign, subject_words};
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::screens::week::flow::{self, Fact};
use crate::tui::view::View;
use crate::tui::words;
use chrono::Datelike;

/// The changes that are told.
const CHANGES: usize = 4;

/// All of it in lines of so many cells, what was asked for most first.
pub(super) fn lines(view: &View<'_>, canvas: &Canvas<'_>, trend: &TrendSummary, room: u16) -> Vec<Fact> {
    let facts = [
        changes(view, canvas, trend),
        meetings(view, canvas, trend),
        burden(view, canvas, trend),
    ];
    facts
        .into_iter()
        .flat_map(|facts| flow::lines(canvas, &facts, room))
        .collect()
}

fn meetings(view: &View<'_>, canvas: &Canvas<'_>, trend: &TrendSummary) -> Vec<Fact> {
    let i18n = view.i18n;
    let said = |role, words: String| vec![canvas.piece(role, words)];
    let mut out = Vec::new();
    if let Some(words) = words::meetings(i18n, trend.meetings()) {
        out.push(said(Role::Text, words));
    }
    let worth: Worth = meetings_worth(&trend.by_activity).collect();
    if let Some(mean) = worth.mean() {
        let words = tr!(i18n, "trend-worth", mean = one_decimal(mean), rated = worth.rated);
        out.push(said(Role::Text, words));
    }
    let late = trend.late_parent_minutes();
    if late > 0 {
        let words = tr!(i18n, "trend-late", time = i18n.duration(late));
        out.push(said(Role::Text, words));
    }
    if let Some((best, worst)) = trend.best_and_worst() {
        let change = |week: &TrendWeek| {
            let change = change_words(week.standing.change.unwrap_or_default());
            let number = week.figures.week.monday().iso_week().week();
            let week = tr!(i18n, "tui-week", week = number);
            tr!(i18n, "doc-week-of", week = week, change = change)
        };
        let words = tr!(i18n, "trend-best", best = change(best), worst = change(worst));
        out.push(said(Role::Text, words));
    }
    for goal in &trend.goals {
        let what = subject_words(&goal.goal.subject, view.app.known().taxonomy(), i18n);
        let percent = goal.goal.reduction.to_string();
        let goal_words = tr!(i18n, "tui-week-goal", what = what, percent = percent);
        let change = goal.average_change.map_or_else(|| "-".to_owned(), change_words);
        let role = match goal.is_met {
            Some(true) => Role::Good,
            Some(false) => Role::Warning,
            None => Role::Muted,
        };
        out.push(vec![
            canvas.piece(Role::Text, format!("{goal_words}  ")),
            canvas.piece(role, change),
        ]);
    }
    out
}

/// What changed most since the baseline.
fn changes(view: &View<'_>, canvas: &Canvas<'_>, trend: &TrendSummary) -> Vec<Fact> {
    let mut out = Vec::new();
    for change in trend.changes.iter().take(CHANGES) {
        let role = if change.difference() < 0 {
            Role::Good
        } else {
            Role::Warning
        };
        let time = u32::try_from(change.difference().unsigned_abs()).unwrap_or(u32::MAX);
        let name = view.activity(&change.activity);
        out.push(vec![
            canvas.piece(Role::Text, format!("{name} ")),
            canvas.piece(
                role,
                format!("{}{}", sign(change.difference()), view.i18n.duration(time)),
            ),
        ]);
    }
    if let Some(first) = out.first_mut() {
        let words = tr!(view.i18n, "doc-changes");
        first.insert(0, canvas.piece(Role::Muted, format!("{words}: ")));
    }
    out
}

/// How often each rule was broken.
fn burden(view: &View<'_>, canvas: &Canvas<'_>, trend: &TrendSummary) -> Vec<Fact> {
    let mut out = Vec::new();
    for (rule, times) in trend.flag_counts() {
        let times = tr!(view.i18n, "summary-times", count = times);
        out.push(vec![
            canvas.piece(Role::Text, format!("{} ", rule_words(rule, view.i18n))),
            canvas.piece(Role::Warning, times),
        ]);
    }
    if let Some(first) = out.first_mut() {
        let words = tr!(view.i18n, "doc-burden");
        first.insert(0, canvas.piece(Role::Muted, format!("{words}: ")));
    }
    out
}
