//! The top line: which week, how it stands in words, and which share of it was not teaching.

use crate::figures::{Status, whole_percent_half_up};
use crate::i18n::I18n;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::header;
use chrono::Datelike;
use ratatui::layout::Rect;

/// Draws the line. The dates give way to the rest where not all fits; the days of the table have them too.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    let shares = shares(view, canvas);
    let used = canvas.line_right(area, &shares);
    let left = Rect {
        width: area.width.saturating_sub(used),
        ..area
    };
    let (i18n, week) = (view.i18n, view.week().figures.week);
    let status = view.week().standing.status;
    let is_told_below = matches!(status, Status::Holiday | Status::NoBaseline);
    let number = tr!(i18n, "tui-week", week = week.monday().iso_week().week());
    let dates = |from: String| {
        let to = header::month_and_day(week.sunday());
        format!("  {}", tr!(i18n, "tui-week-dates", from = from, to = to))
    };
    let (monday, words) = (week.monday(), header::status(i18n, status));
    let forms = [
        dates(monday.to_string()),
        dates(header::month_and_day(monday)),
        String::new(),
    ];
    let mut line = Vec::new();
    for dates in forms {
        line = vec![canvas.piece(Role::Title, format!(" {number}{dates}"))];
        if !is_told_below {
            line.push(canvas.piece(Role::Muted, format!(" {} ", canvas.glyphs.dot)));
            line.push(canvas.piece(header::status_role(status), words.as_str()));
        }
        let length: usize = line.iter().map(|p| text::width(&p.text)).sum();
        if length < usize::from(left.width) {
            break;
        }
    }
    canvas.line(left, &line);
}

/// The non-teaching share, and beside it that of lessons: published studies quote both.
fn shares(view: &View<'_>, canvas: &Canvas<'_>) -> Vec<Piece> {
    let (i18n, figures) = (view.i18n, &view.week().figures);
    let percent = |part| whole_percent_half_up(part, figures.total());
    let (Some(share), Some(lessons)) = (percent(figures.non_teaching()), percent(figures.lessons())) else {
        return vec![canvas.piece(Role::Muted, format!("{} ", nothing(view, i18n)))];
    };
    let lessons = tr!(i18n, "tui-lesson-share", percent = lessons);
    vec![
        canvas.piece(Role::Title, tr!(i18n, "tui-day-share", percent = share)),
        canvas.piece(Role::Text, format!("  {lessons} ")),
    ]
}

fn nothing(view: &View<'_>, i18n: &I18n) -> String {
    match view.app.day().loaded {
        Some(_) => tr!(i18n, "tui-day-no-share"),
        None => tr!(i18n, "tui-loading"),
    }
}
