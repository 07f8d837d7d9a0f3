//! The head: which weeks, their average change, and what that saved.

use crate::app::{TrendScreen, TrendSpan};
use crate::diary::Profile;
use crate::domain::WeekId;
use crate::summary::{TrendSummary, change_words, share_words};
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::screens::week::flow;
use crate::tui::view::View;
use chrono::Datelike;
use ratatui::layout::Rect;

/// Draws which weeks these are, and on the right their non-teaching share.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect, screen: &TrendScreen) {
    let i18n = view.i18n;
    let mut used = 0;
    if let Some(sums) = screen.summary().map(TrendSummary::sums).filter(|s| s.total() > 0) {
        let share = share_words(sums.non_teaching(), sums.total());
        let share = tr!(i18n, "trend-share", share = share);
        let piece = canvas.piece(Role::Title, format!("{share} "));
        used = canvas.line_right(area, &[piece]);
    }
    let (span, dates) = span_words(view, screen);
    let left = Rect {
        width: area.width.saturating_sub(used),
        ..area
    };
    let line: [Piece; 2] = [
        canvas.piece(Role::Title, format!(" {span}  ")),
        canvas.piece(Role::Text, dates),
    ];
    canvas.line(left, &line);
}

/// Which weeks: a school year by its name, a term by its days as they are entered, else by the weeks that are logged.
fn span_words(view: &View<'_>, screen: &TrendScreen) -> (String, String) {
    let (i18n, profile) = (view.i18n, view.app.known().profile());
    if screen.span == TrendSpan::Year {
        let first = Profile::school_year_start(screen.date).year();
        let year = format!("{first}/{:02}", (first + 1).rem_euclid(100));
        return (tr!(i18n, "trend-year", year = year), String::new());
    }
    let start = profile.term_of_week(WeekId::of(screen.date));
    let term = profile.terms.iter().find(|term| *term.days.start() == start);
    let (from, to) = term.map_or_else(
        || {
            let asked = || screen.range(profile);
            let weeks = screen.summary().map_or_else(asked, TrendSummary::span);
            (weeks.start().monday(), weeks.end().sunday())
        },
        |term| (*term.days.start(), *term.days.end()),
    );
    let dates = tr!(
        i18n,
        "tui-week-dates",
        from = from.to_string(),
        to = to.to_string()
    );
    (tr!(i18n, "trend-term"), dates)
}

/// Draws the average change and what it saved, in as many facts as fit on two lines.
pub(super) fn draw_lead(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect, trend: &TrendSummary) {
    let i18n = view.i18n;
    let said = |role, words: String| vec![canvas.piece(role, words)];
    let mut facts = Vec::new();
    match trend.average_change {
        Some(change) => {
            let role = if trend.is_met() == Some(true) {
                Role::Good
            } else {
                Role::Warning
            };
            let percent = trend.goal.reduction.to_string();
            let words = tr!(
                i18n,
                "trend-average",
                change = change_words(change),
                percent = percent
            );
            facts.push(said(role, words));
        }
        None if trend.baseline.is_none() => {
            facts.push(said(Role::Text, tr!(i18n, "tui-week-no-baseline")));
        }
        None => facts.push(said(Role::Text, tr!(i18n, "trend-none-counts"))),
    }
    if let Some(saved) = trend.saved() {
        let hours = |minutes: i64| i18n.duration(u32::try_from(minutes.unsigned_abs()).unwrap_or(u32::MAX));
        let (saved, goal) = (saved.minutes(), saved.goal_minutes());
        let words = if saved < 0 {
            tr!(i18n, "trend-lost", time = hours(saved), goal = hours(goal))
        } else {
            tr!(i18n, "trend-saved", time = hours(saved), goal = hours(goal))
        };
        facts.push(said(Role::Text, words));
        let counted = trend.counted().count();
        facts.push(said(
            Role::Muted,
            tr!(i18n, "trend-counted", counted = counted, weeks = trend.logged()),
        ));
    }
    let lines = flow::lines(canvas, &facts, area.width);
    flow::draw(canvas, area, &lines);
}
