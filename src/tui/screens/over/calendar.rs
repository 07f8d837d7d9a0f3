//! A month to choose a day from: six weeks, Monday first, with signs that need no colours, and what is known of the
//! selected day.

use super::frame;
use crate::app::{Calendar, Target};
use crate::domain::{Day, WeekId, check_date};
use crate::figures::Sums;
use crate::keymap::Action;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::header;
use chrono::{Datelike, NaiveDate};
use ratatui::layout::Rect;

/// The cells of a day: the pointer, the number in brackets, the sign and a space.
const CELL: u16 = 7;

/// The cells of the number of a week, and the space behind it.
const WEEK: u16 = 5;

/// The lines below the title: the days of the week, six weeks, two for the selected day, one for the open days, one
/// for what can be marked, and the signs, with spaces between.
const ROWS: usize = 1 + 6 + 1 + 2 + 2 + 1 + 1;

/// Draws the month.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, calendar: &Calendar) {
    let i18n = view.i18n;
    let (year, month) = (calendar.date.year().to_string(), calendar.date.month());
    let title = tr!(i18n, "tui-calendar-month", year = year, month = month);
    let legend = legend(view, canvas);
    let legend_width: usize = legend.iter().map(|p| text::width(&p.text)).sum();
    let columns = usize::from(WEEK + 7 * CELL).max(legend_width);
    let inside = frame::open(canvas, &title, columns, ROWS);
    heading(view, canvas, frame::row(inside, 0), calendar);
    for (n, week) in calendar.weeks().enumerate() {
        let row = frame::row(inside, 1 + n);
        let number = text::pad_left(&week.monday().iso_week().week().to_string(), 2, "");
        canvas.text(row, Role::Muted, &number);
        for (column, date) in week.days().enumerate() {
            let area = cell(row, column);
            draw_day(view, canvas, area, calendar, date);
        }
    }
    let [what, entries] = about(view, canvas, calendar);
    canvas.line(frame::row(inside, 8), &what);
    canvas.line(frame::row(inside, 9), &entries);
    canvas.text(frame::row(inside, 10), Role::Warning, &open_days(view, calendar));
    let (role, marking) = marking(view, calendar);
    canvas.text(frame::row(inside, 11), role, &marking);
    canvas.line(frame::row(inside, 13), &legend);
}

/// The place of a day of the week, Monday is 0.
fn cell(row: Rect, column: usize) -> Rect {
    let x = WEEK + CELL * u16::try_from(column).unwrap_or(0);
    Rect {
        x: row.x + x.min(row.width),
        width: row.width.saturating_sub(x).min(CELL),
        ..row
    }
}

fn heading(view: &View<'_>, canvas: &mut Canvas<'_>, row: Rect, calendar: &Calendar) {
    canvas.text(row, Role::Muted, &tr!(view.i18n, "tui-calendar-week"));
    let days = calendar.weeks().next().into_iter().flat_map(WeekId::days);
    for (column, date) in days.enumerate() {
        let name = view.i18n.weekday(date);
        canvas.text(cell(row, column), Role::Title, &format!(" {name}"));
    }
}

/// One day; none where no diary has it.
fn draw_day(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect, calendar: &Calendar, date: NaiveDate) {
    if check_date(date).is_err() {
        return;
    }
    let is_selected = calendar.selected().contains(&date);
    let is_near = date.month() == calendar.date.month();
    let (open, close) = if date == view.app.today() {
        TODAY
    } else {
        (" ", " ")
    };
    let pointer = match is_selected {
        true if date == calendar.date => SELECTED,
        true => SELECTED_TOO,
        false => " ",
    };
    let sign = calendar
        .days
        .as_ref()
        .and_then(|days| Sign::of(&days.day(date), calendar));
    let role = match sign {
        _ if !is_near => Role::Muted,
        Some(Sign::Open) => Role::Warning,
        _ => Role::Text,
    };
    let mut pieces = vec![canvas.piece(role, format!("{pointer}{open}{:>2}{close}", date.day()))];
    if let Some(sign) = sign {
        pieces.push(canvas.piece(if is_near { sign.role() } else { Role::Muted }, sign.text()));
    }
    canvas.line(area, &pieces);
    if is_selected {
        let day = Rect {
            width: area.width.min(CELL - 1),
            ..area
        };
        canvas.wash(day, Role::Selected);
    }
    canvas.stands_for(area, Target::Date(date));
}

/// What stands around the number of today.
const TODAY: (&str, &str) = ("[", "]");

/// What points to the selected day.
const SELECTED: &str = ">";

/// What stands before the other selected days.
const SELECTED_TOO: &str = "=";

/// What a day is known as, by a sign behind its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// Signed off.
    Closed,
    /// A school day before today that is not signed off.
    Open,
    /// Something is logged, and it is not signed off.
    Entries,
    /// No school.
    Off,
}

impl Sign {
    /// None for a school day with nothing in it that is still to come, or that was before the diary.
    fn of(day: &Day, calendar: &Calendar) -> Option<Self> {
        if day.closed {
            Some(Self::Closed)
        } else if calendar.open.contains(&day.date) {
            Some(Self::Open)
        } else if !day.blocks().is_empty() {
            Some(Self::Entries)
        } else if day.is_school() {
            None
        } else {
            Some(Self::Off)
        }
    }

    const fn text(self) -> &'static str {
        match self {
            Self::Closed => "#",
            Self::Open => "!",
            Self::Entries => "+",
            Self::Off => "-",
        }
    }

    const fn role(self) -> Role {
        match self {
            Self::Closed => Role::Good,
            Self::Open => Role::Warning,
            Self::Entries => Role::Text,
            Self::Off => Role::Muted,
        }
    }
}

/// What the signs mean.
fn legend(view: &View<'_>, canvas: &Canvas<'_>) -> Vec<Piece> {
    let i18n = view.i18n;
    let (open, close) = TODAY;
    let signs = [
        (
            Sign::Closed.role(),
            Sign::Closed.text().to_owned(),
            tr!(i18n, "tui-calendar-closed"),
        ),
        (
            Sign::Open.role(),
            Sign::Open.text().to_owned(),
            tr!(i18n, "tui-calendar-is-open"),
        ),
        (
            Sign::Entries.role(),
            Sign::Entries.text().to_owned(),
            tr!(i18n, "tui-calendar-entries"),
        ),
        (
            Sign::Off.role(),
            Sign::Off.text().to_owned(),
            tr!(i18n, "tui-calendar-off"),
        ),
        (
            Role::Text,
            format!("{open}{close}"),
            tr!(i18n, "tui-calendar-today"),
        ),
        (
            Role::Text,
            SELECTED.to_owned(),
            tr!(i18n, "tui-calendar-selected"),
        ),
    ];
    let mut out = Vec::new();
    for (role, sign, words) in signs {
        let gap = if out.is_empty() { "" } else { "  " };
        out.push(canvas.piece(role, format!("{gap}{sign}")));
        out.push(canvas.piece(Role::Muted, format!(" {words}")));
    }
    out
}

/// How many school days are open, and the first of them; empty where none is.
fn open_days(view: &View<'_>, calendar: &Calendar) -> String {
    let days: Vec<String> = calendar.open.iter().map(|d| header::month_and_day(*d)).collect();
    match days.len() {
        0 => String::new(),
        count => {
            let key = view.key(Action::OpenDays);
            tr!(view.i18n, "tui-calendar-open", count = count, key = key) + &days.join(" ")
        }
    }
}

/// What can be marked: the selected days, else the time between two terms, else as many as one likes.
fn marking(view: &View<'_>, calendar: &Calendar) -> (Role, String) {
    let i18n = view.i18n;
    let (first, last) = calendar.selected().into_inner();
    if calendar.from.is_some() {
        let words = tr!(
            i18n,
            "tui-calendar-range",
            count = (last - first).num_days() + 1,
            kind = view.key(Action::DayKind),
            school = view.key(Action::MarkSchool),
            drop = view.key(Action::Cancel)
        );
        return (Role::Title, words);
    }
    if let Some(days) = calendar.between_terms(&view.app.known().profile().terms) {
        let words = tr!(
            i18n,
            "tui-calendar-break",
            first = days.start().to_string(),
            last = days.end().to_string(),
            key = view.key(Action::MarkBreak)
        );
        return (Role::Title, words);
    }
    let key = view.key(Action::SelectDays);
    (Role::Muted, tr!(i18n, "tui-calendar-several", key = key))
}

/// The selected day: its date, and once it is read its kind and whether it is closed; below that what is logged.
fn about(view: &View<'_>, canvas: &Canvas<'_>, calendar: &Calendar) -> [Vec<Piece>; 2] {
    let i18n = view.i18n;
    let title = (Role::Title, header::date(i18n, calendar.date));
    let Some(day) = calendar.days.as_ref().map(|days| days.day(calendar.date)) else {
        return [facts(canvas, [title]), Vec::new()];
    };
    let kind = (Role::Text, header::kind(i18n, &day.kind()));
    let closed = day.closed.then(|| (Role::Good, tr!(i18n, "day-closed")));
    let what = facts(canvas, [title, kind].into_iter().chain(closed));
    let sums = Sums::of(day.blocks());
    let entries = match day.blocks().len() {
        0 => (Role::Muted, tr!(i18n, "tui-calendar-none")),
        1 => (Role::Text, tr!(i18n, "tui-calendar-one")),
        count => (Role::Text, tr!(i18n, "tui-entries", count = count)),
    };
    let total = (sums.total() > 0).then(|| (Role::Text, tr!(i18n, "tui-minutes", minutes = sums.total())));
    let beside = (sums.parallel_minutes > 0).then(|| {
        let minutes = sums.parallel_minutes;
        (Role::Muted, tr!(i18n, "tui-parallel-total", minutes = minutes))
    });
    let logged = [Some(entries), total, beside].into_iter().flatten();
    [what, facts(canvas, logged)]
}

/// Facts on one line.
fn facts(canvas: &Canvas<'_>, facts: impl IntoIterator<Item = (Role, String)>) -> Vec<Piece> {
    let mut out = Vec::new();
    for (role, fact) in facts {
        if !out.is_empty() {
            out.push(canvas.piece(Role::Muted, format!(" {} ", canvas.glyphs.dot)));
        }
        out.push(canvas.piece(role, fact));
    }
    out
}
