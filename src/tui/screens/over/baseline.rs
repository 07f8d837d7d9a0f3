//! The weeks that can be the baseline, and what the choice comes to.

use super::frame;
use crate::app::{BaselineChooser, BaselineRow};
use crate::figures::{Baseline, BaselineChoice, GoalSubject, Rate, WeekFigures};
use crate::i18n::Say;
use crate::keymap::Action;
use crate::summary::one_decimal;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::{header, message};
use ratatui::layout::Rect;

/// The cells that a line takes.
const WIDTH: usize = 60;

/// The weeks that are shown at once, if there is room.
const SHOWN: usize = 16;

/// The lines below the list: a rule, what the choice comes to in two lines, and the keys.
const BELOW: u16 = 4;

/// Draws the choice.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, chooser: &BaselineChooser) {
    let i18n = view.i18n;
    let lines = chooser.count();
    let empty = chooser.weeks().is_none_or(<[_]>::is_empty);
    let rows = if empty { lines + 2 } else { lines.min(SHOWN) };
    let title = tr!(i18n, "action-baseline");
    let inside = frame::open(canvas, &title, WIDTH, rows + usize::from(BELOW));
    let height = inside.height.saturating_sub(BELOW);
    let list = Rect { height, ..inside };
    frame::list(canvas, list, &chooser.list, lines, |canvas, n| {
        row(view, canvas, chooser, n)
    });
    if empty {
        let (role, words) = match (chooser.failed(), chooser.weeks()) {
            (Some(why), _) => (Role::Error, why.to_owned()),
            (None, Some(_)) => (Role::Muted, tr!(i18n, "tui-baseline-none-complete")),
            (None, None) => (Role::Muted, tr!(i18n, "tui-loading")),
        };
        message::draw_wrapped(canvas, frame::below(list, lines), role, &words);
    }
    let below = frame::below(inside, usize::from(height));
    canvas.rule(frame::row(below, 0));
    let (role, words) = said(view, chooser);
    let place = Rect {
        height: below.height.saturating_sub(2),
        ..frame::below(below, 1)
    };
    message::draw_wrapped(canvas, place, role, &words);
    let mut keys = Vec::new();
    for action in [Action::Toggle, Action::Accept, Action::Cancel] {
        let what = match action {
            Action::Accept => tr!(i18n, "action-book"),
            other => view.action(other),
        };
        keys.push(canvas.piece(Role::Key, format!(" {}", view.key(action))));
        keys.push(canvas.piece(Role::Muted, format!(" {what}  ")));
    }
    canvas.line(frame::row(below, 3), &keys);
}

fn row(view: &View<'_>, canvas: &Canvas<'_>, chooser: &BaselineChooser, n: usize) -> Vec<Piece> {
    let i18n = view.i18n;
    let choice = chooser.choice();
    let round = |on: bool| if on { "(x) " } else { "( ) " };
    let (sign, words) = match chooser.row(n) {
        BaselineRow::Auto => (
            round(*choice == BaselineChoice::Auto),
            tr!(i18n, "tui-baseline-auto"),
        ),
        BaselineRow::Typed => match choice {
            BaselineChoice::Minutes(minutes) => {
                (round(true), tr!(i18n, "tui-baseline-typed", minutes = *minutes))
            }
            _ => (round(false), tr!(i18n, "tui-baseline-type")),
        },
        BaselineRow::Week(week) => {
            let on = chooser.is_marked(week.week);
            (if on { "[x] " } else { "[ ] " }, week_words(view, week))
        }
        BaselineRow::Older => ("    ", tr!(i18n, "tui-baseline-older")),
    };
    vec![canvas.piece(Role::Text, format!("{sign}{words}"))]
}

/// Dates, school days, non-teaching minutes, and how many that is a school day; of a week that is not complete, how far
/// that is.
fn week_words(view: &View<'_>, week: &WeekFigures) -> String {
    let i18n = view.i18n;
    let (monday, sunday) = (week.week.monday(), week.week.sunday());
    let to = header::month_and_day(sunday);
    let dates = tr!(i18n, "tui-week-dates", from = monday.to_string(), to = to);
    if !week.plan.is_complete() {
        let (closed, days) = (week.plan.closed_days, week.plan.school_days);
        let words = tr!(i18n, "tui-baseline-incomplete", closed = closed, days = days);
        return format!("{dates}  {words}");
    }
    let days = tr!(i18n, "tui-baseline-days", days = week.plan.school_days);
    let minutes = tr!(i18n, "tui-minutes", minutes = week.non_teaching());
    let rate = Rate {
        amount: u64::from(week.non_teaching()),
        per: u64::from(week.plan.school_days),
    };
    let a_day = rate.per_school_day();
    let a_day = tr!(i18n, "tui-baseline-a-day", minutes = one_decimal(a_day));
    format!(
        "{dates}  {}{} {}",
        text::pad(&days, 6, ""),
        text::pad_left(&minutes, 10, ""),
        text::pad_left(&a_day, 12, "")
    )
}

/// What the choice comes to, or why it comes to nothing.
fn said(view: &View<'_>, chooser: &BaselineChooser) -> (Role, String) {
    let i18n = view.i18n;
    if let Some(wrong) = &chooser.wrong {
        return (Role::Error, wrong.say(i18n));
    }
    if chooser.weeks().is_none() {
        return (Role::Muted, String::new());
    }
    match chooser.baseline().and_then(|b| worth(view, b)) {
        Some(words) => (Role::Title, words),
        None => (Role::Warning, tr!(i18n, "tui-baseline-too-few")),
    }
}

/// The rate of a baseline, and the target that it gives a five-day week.
pub(super) fn worth(view: &View<'_>, baseline: &Baseline) -> Option<String> {
    let rate = baseline.rate(&GoalSubject::NonTeaching)?;
    let reduction = view.app.known().profile().main_goal().reduction;
    Some(tr!(
        view.i18n,
        "tui-baseline-gives",
        minutes = one_decimal(rate.per_school_day()),
        expected = rate.expected(5),
        target = rate.target(5, reduction),
        percent = reduction.to_string()
    ))
}
