//! The two lines at the top: the day, and the week against its target. Every status stands there in words too.

use crate::domain::{Day, DayKind};
use crate::figures::Status;
use crate::i18n::I18n;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use crate::tui::view::View;
use chrono::{Datelike, NaiveDate};
use ratatui::layout::Rect;

/// Draws both lines into an area two rows high.
pub(crate) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    let row = |n: u16| Rect {
        y: area.y + n,
        height: 1,
        ..area
    };
    let share = share(view, canvas);
    let used = canvas.line_right(row(0), &share);
    let left = Rect {
        width: area.width.saturating_sub(used),
        ..row(0)
    };
    let day = day(view, canvas, usize::from(left.width));
    canvas.line(left, &day);
    let week = week(view, canvas, area.width);
    canvas.line(row(1), &week);
}

/// `Fri 2026-11-20` in the user's language.
pub(crate) fn date(i18n: &I18n, date: NaiveDate) -> String {
    let weekday = format!("weekday-{}", date.weekday().number_from_monday());
    tr!(
        i18n,
        "tui-date",
        weekday = i18n.format(&weekday, &[]),
        year = date.year().to_string(),
        month = format!("{:02}", date.month()),
        day = format!("{:02}", date.day()),
    )
}

/// `11-16`, where the year is known.
pub(crate) fn month_and_day(date: NaiveDate) -> String {
    format!("{:02}-{:02}", date.month(), date.day())
}

/// The day in words; how near it is gives way to the rest where there is no room.
fn day(view: &View<'_>, canvas: &Canvas<'_>, room: usize) -> Vec<Piece> {
    let (i18n, screen) = (view.i18n, view.app.day());
    let dot = || canvas.piece(Role::Muted, format!(" {} ", canvas.glyphs.dot));
    let mut out = vec![canvas.piece(Role::Title, format!(" {}", date(i18n, screen.date)))];
    let near = match (screen.date - view.app.today()).num_days() {
        0 => Some(tr!(i18n, "tui-today")),
        -1 => Some(tr!(i18n, "tui-yesterday")),
        1 => Some(tr!(i18n, "tui-tomorrow")),
        _ => None,
    };
    let day = screen.day();
    out.push(dot());
    out.push(canvas.piece(Role::Text, kind_and_plan(i18n, &day)));
    if day.closed {
        out.extend([dot(), canvas.piece(Role::Good, tr!(i18n, "day-closed"))]);
    } else if day.is_school() {
        out.extend([dot(), canvas.piece(Role::Text, tr!(i18n, "day-open"))]);
    }
    if let Some(near) = near.map(|near| canvas.piece(Role::Title, format!(" {near}"))) {
        let used: usize = out.iter().map(|piece| text::width(&piece.text)).sum();
        if day.follows.is_none() || used + text::width(&near.text) <= room {
            out.insert(1, near);
        }
    }
    out
}

/// What a day is, and by whose timetable.
fn kind_and_plan(i18n: &I18n, day: &Day) -> String {
    match (day.kind(), day.follows) {
        (DayKind::School, Some(date)) => {
            let (weekday, date) = (i18n.weekday(date), month_and_day(date));
            tr!(i18n, "tui-follows", weekday = weekday, date = date)
        }
        (kind, _) => self::kind(i18n, &kind),
    }
}

/// A school day by the timetable of a date: `as on Thu 10-08`.
pub(crate) fn like(i18n: &I18n, date: NaiveDate) -> String {
    let (weekday, date) = (i18n.weekday(date), month_and_day(date));
    tr!(i18n, "tui-day-like", weekday = weekday, date = date)
}

/// Whether it is a school day, and if not, why, in words.
pub(crate) fn kind(i18n: &I18n, kind: &DayKind) -> String {
    match kind {
        DayKind::School => tr!(i18n, "kind-school"),
        DayKind::Off(None) => tr!(i18n, "kind-off"),
        DayKind::Off(Some(reason)) => tr!(i18n, "tui-day-off-reason", reason = i18n.day_reason(reason)),
    }
}

fn share(view: &View<'_>, canvas: &Canvas<'_>) -> [Piece; 1] {
    let text = match view.figures().share() {
        Some(percent) => tr!(view.i18n, "tui-day-share", percent = percent),
        None => tr!(view.i18n, "tui-day-no-share"),
    };
    [canvas.piece(Role::Title, format!("{text} "))]
}

/// The week in words, with a gauge in the room that is left; the count of closed days gives way to the gauge.
fn week(view: &View<'_>, canvas: &Canvas<'_>, width: u16) -> Vec<Piece> {
    let (i18n, figures) = (view.i18n, view.figures());
    let used = figures.week.non_teaching();
    let number = figures.week.week.monday().iso_week().week();
    let standing = &figures.standing;
    let mut out = vec![canvas.piece(Role::Text, format!(" {}", tr!(i18n, "tui-week", week = number)))];
    if let (Some(target), Some(remaining)) = (standing.target, standing.remaining) {
        let of = tr!(i18n, "tui-week-of", minutes = used, target = target);
        out.push(canvas.piece(Role::Text, format!("  {of}")));
        let (role, left) = if remaining < 0 {
            (Role::Error, tr!(i18n, "tui-week-over", minutes = -remaining))
        } else {
            (Role::Title, tr!(i18n, "tui-week-left", minutes = remaining))
        };
        out.push(canvas.piece(role, format!("  {left}")));
    } else {
        let used = tr!(i18n, "tui-week-used", minutes = used);
        out.push(canvas.piece(Role::Text, format!("  {used}")));
    }
    let words = format!("  {}", status(i18n, standing.status));
    out.push(canvas.piece(status_role(standing.status), words));
    let plan = figures.week.plan;
    let closed = tr!(
        i18n,
        "tui-week-closed",
        closed = plan.closed_days,
        days = plan.school_days
    );
    let closed = canvas.piece(Role::Muted, format!("  {closed}"));
    let room = usize::from(width).saturating_sub(out.iter().map(|p| text::width(&p.text)).sum());
    let room_beside = room.saturating_sub(text::width(&closed.text));
    let (gauge_room, shows_closed) = match standing.target {
        None => (0, room_beside > 0),
        Some(_) if room_beside >= 14 => (room_beside, true),
        Some(_) => (room, false),
    };
    if let Some(target) = standing.target
        && gauge_room >= 8
    {
        let cells = (gauge_room - 5).min(30); // brackets, a gap before, a free cell at the end
        out.splice(1..1, gauge(canvas, used, target, cells));
    }
    if shows_closed && plan.school_days > 0 {
        out.push(closed);
    }
    out
}

/// A status in words.
pub(crate) fn status(i18n: &I18n, status: Status) -> String {
    i18n.format(&format!("status-{}", status.code().replace('_', "-")), &[])
}

/// The look of a status.
pub(crate) const fn status_role(status: Status) -> Role {
    match status {
        Status::Met | Status::OnTrack => Role::Good,
        Status::AtRisk => Role::Warning,
        Status::Missed => Role::Error,
        Status::Holiday | Status::NoBaseline | Status::Baseline => Role::Muted,
    }
}

/// A bar that is full when all of the target is used.
fn gauge(canvas: &Canvas<'_>, used: u32, target: u32, cells: usize) -> [Piece; 4] {
    let (used_wide, target_wide) = (u64::from(used), u64::from(target.max(1)));
    let filled = usize::try_from(used_wide * cells as u64 / target_wide)
        .unwrap_or(cells)
        .min(cells);
    let over = used > target;
    [
        canvas.piece(Role::Text, "  ["),
        canvas.piece(if over { Role::Error } else { Role::Gauge }, "=".repeat(filled)),
        canvas.piece(Role::GaugeRest, "-".repeat(cells - filled)),
        canvas.piece(Role::Text, "]"),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Category;
    use crate::i18n::Lang;

    #[test]
    fn every_language_has_the_messages_whose_ids_are_put_together() {
        let statuses = [
            Status::Holiday,
            Status::NoBaseline,
            Status::Baseline,
            Status::Met,
            Status::Missed,
            Status::OnTrack,
            Status::AtRisk,
        ];
        for lang in Lang::ALL {
            let i18n = I18n::new(lang);
            for s in statuses {
                assert!(!status(&i18n, s).is_empty());
            }
            for day in "2026-11-16".parse::<NaiveDate>().unwrap().iter_days().take(7) {
                assert!(!date(&i18n, day).is_empty());
            }
            for category in Category::ALL {
                assert!(i18n.has(&format!("mark-{}", category.code())), "{category:?}");
            }
        }
    }
}
