//! The lines above the grid: the week, and the bells and the edition that hold in it.

use crate::app::Grid;
use crate::theme::Role;
use crate::timetable::{Bells, Parity, term_on};
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::header;
use crate::tui::words::timetable as words;
use ratatui::layout::Rect;

/// Draws term, week and dates; at the right end lessons and time of the week.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect, grid: &Grid) {
    let i18n = view.i18n;
    let (lessons, minutes) = grid.sums(view.app.shown_entries());
    let sums = tr!(
        i18n,
        "timetable-sums",
        lessons = lessons,
        time = i18n.duration(minutes)
    );
    let sums = [canvas.piece(Role::Title, format!("{sums} "))];
    let used = canvas.line_right(area, &sums);
    let left = Rect {
        width: area.width.saturating_sub(used),
        ..area
    };
    let sunday = grid.date_of(chrono::Weekday::Sun);
    let dates = tr!(
        i18n,
        "tui-week-dates",
        from = header::month_and_day(grid.monday),
        to = header::month_and_day(sunday)
    );
    let title = canvas.piece(Role::Title, format!(" {}  ", tr!(i18n, "timetable-title")));
    let mut pieces = vec![title, canvas.piece(Role::Text, week(view, grid))];
    let used: usize = pieces.iter().map(|p| text::width(&p.text)).sum();
    let dates = format!("  {dates}");
    if used + text::width(&dates) < usize::from(left.width) {
        pieces.push(canvas.piece(Role::Muted, dates)); // the heads of the columns say it too
    }
    canvas.line(left, &pieces);
}

/// The number of the week in its term.
fn week(view: &View<'_>, grid: &Grid) -> String {
    let (i18n, terms) = (view.i18n, &view.app.known().profile().terms);
    let Some(number) = grid.week else {
        return if terms.is_empty() {
            tr!(i18n, "timetable-no-terms")
        } else {
            tr!(i18n, "timetable-no-school")
        };
    };
    let mut days = grid.monday.iter_days().take(7);
    let name = days
        .find_map(|d| term_on(terms, d))
        .map_or("", |(term, _)| term.name.as_str());
    let which = if number.is_multiple_of(2) {
        Parity::Even
    } else {
        Parity::Odd
    };
    let parity = words::parity(i18n, which);
    let week = tr!(i18n, "timetable-week", n = number, parity = parity);
    format!("{name} {week}").trim_start().to_owned()
}

/// Draws which bells ring, and from when the entries hold.
pub(super) fn draw_what_holds(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect, grid: &Grid) {
    let i18n = view.i18n;
    let profile = view.app.known().profile();
    let rings = |b: &&Bells| b.schedule == grid.bells;
    let on_date = |b: &&Bells| b.dates.is_none_or(|d| d.contains(grid.date()));
    let all = || profile.bells.iter().filter(rings);
    let bells = all().find(on_date).or_else(|| all().next());
    let bells = match bells {
        Some(bells) => tr!(i18n, "timetable-bells-are", name = words::bells(i18n, bells)),
        None => tr!(i18n, "timetable-bells-usual"),
    };
    let today = view.app.today();
    let edition = view.app.shown_edition().filter(|e| !e.entries.is_empty());
    let since = match edition {
        None => String::new(),
        Some(edition) => match edition.from {
            None => tr!(i18n, "timetable-holds-always"),
            Some(from) => tr!(i18n, "timetable-holds-from", date = from.to_string()),
        },
    };
    let (role, changes) = match view.app.changes_begin() {
        _ if edition.is_none() && profile.timetable.is_empty() => (Role::Muted, String::new()),
        None => (Role::Warning, tr!(i18n, "timetable-is-over")),
        Some(None) => (Role::Muted, tr!(i18n, "timetable-changes-always")),
        Some(Some(from)) if from == today => (Role::Muted, tr!(i18n, "timetable-changes-today")),
        Some(Some(from)) => (
            Role::Muted,
            tr!(i18n, "timetable-changes-from", date = from.to_string()),
        ),
    };
    let dot = format!(" {} ", canvas.glyphs.dot);
    let mut pieces = vec![canvas.piece(Role::Text, format!(" {bells}"))];
    for (role, part) in [(Role::Text, since), (role, changes)] {
        if !part.is_empty() {
            pieces.push(canvas.piece(Role::Muted, dot.as_str()));
            pieces.push(canvas.piece(role, part));
        }
    }
    let wide: usize = pieces.iter().map(|p| text::width(&p.text)).sum();
    if wide > usize::from(area.width) && pieces.len() > 3 {
        pieces.drain(1..3); // from when on is less than what a change does
    }
    canvas.line(area, &pieces);
}
