//! What else there is to know of the week: days to close, goals, meetings, messages, what changed since the baseline.

use super::flow::Fact;
use crate::figures::{GoalStanding, Status, Worth, meetings_worth};
use crate::summary::{goal_value, one_decimal, signed, subject_words};
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::view::View;
use crate::tui::widgets::header;
use crate::tui::words;

/// The most useful first.
pub(super) fn facts(view: &View<'_>, canvas: &Canvas<'_>) -> Vec<Fact> {
    let (i18n, week) = (view.i18n, view.week());
    let mut out = Vec::new();
    let open: Vec<String> = week
        .open_days(view.app.today())
        .map(|d| i18n.weekday(d.date))
        .collect();
    if !open.is_empty() {
        let words = tr!(i18n, "tui-week-open", days = open.join(" "));
        out.push(vec![canvas.piece(Role::Warning, words)]);
    }
    out.extend(week.goals.iter().map(|goal| goal_fact(view, canvas, goal)));
    if let Some(words) = words::meetings(i18n, week.figures.meetings) {
        out.push(vec![canvas.piece(Role::Text, words)]);
    }
    let worth: Worth = meetings_worth(&week.figures.by_activity).collect();
    if let Some(mean) = worth.mean() {
        let (mean, rated) = (one_decimal(mean), worth.rated);
        let words = tr!(i18n, "tui-week-worth", worth = mean, count = rated);
        out.push(vec![canvas.piece(Role::Text, words)]);
    }
    let late = week.late_parent_minutes;
    if late > 0 {
        let words = tr!(i18n, "tui-week-late", minutes = late);
        out.push(vec![canvas.piece(Role::Text, words)]);
    }
    out.extend(changes(view, canvas));
    let parallel = week.figures.sums.parallel_minutes;
    if parallel > 0 {
        let words = tr!(i18n, "tui-parallel-total", minutes = parallel);
        out.push(vec![canvas.piece(Role::Muted, words)]);
    }
    out
}

/// The most falls, and the most rises, that are named.
const NAMED: usize = 2;

/// What fell and rose most since the baseline, and how much else changed.
fn changes(view: &View<'_>, canvas: &Canvas<'_>) -> Option<Fact> {
    let (i18n, changes) = (view.i18n, &view.week().changes);
    let of = |rises: bool| {
        let some = changes.iter().filter(move |c| (c.difference() > 0) == rises);
        some.take(NAMED)
    };
    let named: Vec<String> = of(false)
        .chain(of(true))
        .map(|change| {
            let minutes = signed(change.difference());
            let what = view.activity(&change.activity);
            tr!(i18n, "tui-week-changed", what = what, minutes = minutes)
        })
        .collect();
    let others = changes.len() - named.len();
    let others = (others > 0).then(|| tr!(i18n, "tui-week-changed-others", count = others));
    let mut words = named.into_iter().chain(others);
    let label = tr!(i18n, "tui-week-changes");
    let first = words.next()?;
    let mut out = vec![canvas.piece(Role::Text, label), canvas.piece(Role::Text, first)];
    for next in words {
        if let Some(before) = out.last_mut() {
            before.text.push_str(&tr!(i18n, "tui-week-comma"));
        }
        out.push(canvas.piece(Role::Text, next));
    }
    Some(out)
}

/// A goal on one category or activity, and how the week stands against it.
fn goal_fact(view: &View<'_>, canvas: &Canvas<'_>, goal: &GoalStanding) -> Fact {
    let i18n = view.i18n;
    let value = |value: f64| goal_value(goal, Some(value), i18n);
    let what = subject_words(&goal.goal.subject, view.app.known().taxonomy(), i18n);
    let percent = goal.goal.reduction.to_string();
    let what = tr!(i18n, "tui-week-goal", what = what, percent = percent);
    let mut out = vec![canvas.piece(Role::Text, format!("{what}  "))];
    let now = goal_value(goal, goal.value, i18n);
    if let (Some(target), Some(remaining)) = (goal.target, goal.remaining) {
        let of = tr!(i18n, "tui-goal-of", value = now, target = value(target));
        out.push(canvas.piece(Role::Text, format!("{of}  ")));
        out.push(if remaining < 0.0 {
            canvas.piece(Role::Error, tr!(i18n, "tui-goal-over", value = value(-remaining)))
        } else {
            canvas.piece(Role::Text, tr!(i18n, "tui-goal-left", value = value(remaining)))
        });
    } else {
        out.push(canvas.piece(Role::Text, now));
    }
    let words = match (goal.status, view.week().standing.target) {
        (Status::NoBaseline | Status::Holiday, None) => return out, // said of the whole week
        (Status::NoBaseline, Some(_)) => tr!(i18n, "tui-week-goal-untyped"),
        (status, _) => header::status(i18n, status),
    };
    out.push(canvas.piece(header::status_role(goal.status), format!("  {words}")));
    out
}
