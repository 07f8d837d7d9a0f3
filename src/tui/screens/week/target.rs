//! The week against its target: a gauge with marks, and what they mean in words.

use super::flow::{self, Fact};
use crate::figures::{Pace, Status};
use crate::keymap::{Action, Context};
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use crate::tui::view::View;
use ratatui::layout::Rect;

/// The signs on the gauge: where the week should be by now, its target, and what the baseline would make of it.
const PACE: &str = "|";
const TARGET: &str = "!";
const EXPECTED: &str = ":";

/// The most cells that the gauge takes.
const LONGEST: usize = 60;

/// Draws the gauge and what is used and left; without a target only what is used.
pub(super) fn draw_gauge(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    let (i18n, week) = (view.i18n, view.week());
    let used = week.figures.non_teaching();
    let (Some(target), Some(remaining)) = (week.standing.target, week.standing.remaining) else {
        let words = tr!(i18n, "tui-week-used", minutes = used);
        canvas.text(area, Role::Text, &format!(" {words}"));
        return;
    };
    let of = tr!(i18n, "tui-week-of", minutes = used, target = target);
    let (role, left) = if remaining < 0 {
        (Role::Error, tr!(i18n, "tui-week-over", minutes = -remaining))
    } else {
        (Role::Title, tr!(i18n, "tui-week-left", minutes = remaining))
    };
    let words = [
        canvas.piece(Role::Text, format!(" {of}  ")),
        canvas.piece(role, left),
    ];
    let taken: usize = words.iter().map(|p| text::width(&p.text)).sum::<usize>() + 4; // edges, and the brackets
    let cells = usize::from(area.width).saturating_sub(taken).min(LONGEST);
    let marks = Marks {
        used,
        target,
        expected: week.standing.expected.unwrap_or(target),
        pace: Pace::of(&week.figures, &week.standing).map(|p| p.by_now),
    };
    let mut line = vec![canvas.piece(Role::Text, " [")];
    line.extend(marks.pieces(canvas, cells));
    line.push(canvas.piece(Role::Text, "]"));
    line.extend(words);
    canvas.line(area, &line);
}

/// What the gauge shows. Minutes.
struct Marks {
    used: u32,
    target: u32,
    expected: u32,
    pace: Option<u32>,
}

impl Marks {
    /// A cell for each part of what is used or expected, whichever is more.
    fn pieces(&self, canvas: &Canvas<'_>, cells: usize) -> Vec<Piece> {
        let whole = u64::from(self.used.max(self.expected).max(self.target).max(1));
        let at = |minutes: u32| usize::try_from(u64::from(minutes) * cells as u64 / whole).unwrap_or(cells);
        let mark = |minutes| at(minutes).min(cells.saturating_sub(1));
        let (filled, target) = (at(self.used), mark(self.target));
        let over = self.used > self.target;
        let cell = |n: usize| match n {
            _ if n == target => (Role::Title, TARGET),
            _ if self.pace.is_some_and(|pace| n == mark(pace)) => (Role::Title, PACE),
            _ if n == mark(self.expected) => (Role::Title, EXPECTED),
            _ if n < filled && over && n > target => (Role::Error, "="),
            _ if n < filled => (Role::Gauge, "="),
            _ => (Role::GaugeRest, "-"),
        };
        (0..cells)
            .map(cell)
            .map(|(role, sign)| canvas.piece(role, sign))
            .collect()
    }
}

/// What the marks mean and what is missing, in lines of so many cells.
pub(super) fn facts(view: &View<'_>, canvas: &Canvas<'_>, room: u16) -> Vec<Fact> {
    let (i18n, week) = (view.i18n, view.week());
    let said = |role, words: String| vec![canvas.piece(role, words)];
    let signed = |sign: &str, role, words: String| {
        vec![
            canvas.piece(Role::Title, format!("{sign} ")),
            canvas.piece(role, words),
        ]
    };
    let mut out = Vec::new();
    match (week.standing.status, week.standing.target) {
        (Status::Holiday, _) => out.push(said(Role::Muted, tr!(i18n, "tui-week-holiday"))),
        (_, None) => {
            out.push(said(Role::Text, tr!(i18n, "tui-week-no-baseline")));
            // The key of this screen, also while something with other keys lies over it.
            let keys = view.app.keymap().keys(Context::Week, Action::Baseline);
            let key = keys.first().map(|key| key.label()).unwrap_or_default();
            out.push(said(Role::Text, tr!(i18n, "tui-week-choose-baseline", key = key)));
        }
        (_, Some(target)) => {
            if let Some(pace) = Pace::of(&week.figures, &week.standing) {
                let (role, words) = pace_words(view, &pace);
                out.push(signed(PACE, role, words));
                out.push(said(Role::Text, left_words(view, &pace)));
            }
            let mut marks = signed(TARGET, Role::Text, tr!(i18n, "tui-week-target", minutes = target));
            if let Some(expected) = week.standing.expected {
                let words = tr!(i18n, "tui-week-expected", minutes = expected);
                marks.push(canvas.piece(Role::Text, "  "));
                marks.extend(signed(EXPECTED, Role::Text, words));
            }
            out.push(marks);
            if let (Some(change), true) = (week.standing.change, week.figures.plan.is_complete()) {
                let percent = format!("{:+.1}", change * 100.0);
                out.push(said(Role::Text, tr!(i18n, "tui-week-change", percent = percent)));
            }
        }
    }
    flow::lines(canvas, &out, room)
}

/// Where the week should be by now.
fn pace_words(view: &View<'_>, pace: &Pace) -> (Role, String) {
    let (i18n, plan) = (view.i18n, pace.plan);
    if plan.closed_days == 0 {
        return (Role::Text, tr!(i18n, "tui-week-none-closed"));
    }
    let (by_now, target, closed, days) = (pace.by_now, pace.target, plan.closed_days, plan.school_days);
    if view.week().standing.status == Status::AtRisk {
        let words = tr!(
            i18n,
            "tui-week-above-pace",
            minutes = by_now,
            target = target,
            closed = closed,
            days = days
        );
        return (Role::Warning, words);
    }
    let words = tr!(
        i18n,
        "tui-week-on-pace",
        minutes = by_now,
        target = target,
        closed = closed,
        days = days
    );
    (Role::Good, words)
}

/// What the school days that are not closed may still take.
fn left_words(view: &View<'_>, pace: &Pace) -> String {
    match pace.each_day_left {
        0 => tr!(view.i18n, "tui-week-nothing-left"),
        minutes => {
            let open = pace.plan.school_days - pace.plan.closed_days;
            tr!(view.i18n, "tui-week-each-left", minutes = minutes, days = open)
        }
    }
}
