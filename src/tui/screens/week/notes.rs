//! What else there is to know of the week, as room allows: days to close, meetings, goals.

use super::flow::{self, Fact};
use crate::figures::{GoalStanding, Status};
use crate::summary::{goal_value, subject_words};
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::view::View;
use crate::tui::widgets::header;
use ratatui::layout::Rect;

/// Draws the notes, each on its line where there is room for that.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    let facts = facts(view, canvas);
    let room = if facts.len() <= usize::from(area.height) {
        0
    } else {
        area.width
    };
    let lines = flow::lines(canvas, facts, room);
    flow::draw(canvas, area, &lines);
}

/// The most useful first.
fn facts(view: &View<'_>, canvas: &Canvas<'_>) -> Vec<Fact> {
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
    let meetings = week.figures.meetings;
    if let Some(mean) = meetings.mean_minutes() {
        let words = tr!(
            i18n,
            "tui-week-meetings",
            count = meetings.count,
            staff = meetings.staff_count,
            minutes = format!("{mean:.0}")
        );
        out.push(vec![canvas.piece(Role::Text, words)]);
    }
    let parallel = week.figures.sums.parallel_minutes;
    if parallel > 0 {
        let words = tr!(i18n, "tui-parallel-total", minutes = parallel);
        out.push(vec![canvas.piece(Role::Muted, words)]);
    }
    out
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
