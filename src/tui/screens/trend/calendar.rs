//! The days as a heat map: a column for each week, Monday on top, hotter for more non-teaching time.

use crate::app::{Target, TrendScreen};
use crate::domain::WeekId;
use crate::summary::{TrendDay, TrendSummary};
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::header;
use crate::tui::words::settings::weekdays;
use chrono::{Datelike, Days, NaiveDate};
use ratatui::layout::Rect;

/// The months, the weekdays, which week is selected, and what the signs mean.
pub(super) const ROWS: u16 = 10;

/// From how many minutes on a day has which sign and look: colder to hotter, and different without colours too.
const STEPS: [(u32, &str, Role); 5] = [
    (0, ".", Role::Muted),
    (1, "-", Role::Key),
    (90, "+", Role::Good),
    (150, "x", Role::Warning),
    (240, "#", Role::Error),
];
/// A school day that is not closed and has nothing logged.
const OPEN: (&str, Role) = ("?", Role::Title);
/// Under the selected week.
const POINTER: &str = "^";

/// The weeks that are shown, and where.
struct Columns {
    weeks: Vec<WeekId>,
    selected: Option<WeekId>,
    today: NaiveDate,
    /// The cells before the first week.
    left: usize,
    /// The cells of a week: its sign, twice if that fits, and a gap where there is room for one.
    wide: usize,
}

impl Columns {
    /// As many weeks as fit; where not all do, those around the selected one.
    fn of(view: &View<'_>, screen: &TrendScreen, trend: &TrendSummary, width: u16) -> Self {
        let names = weekdays(view.i18n);
        let left = names.iter().map(|n| text::width(n)).max().unwrap_or(0) + 2;
        let room = usize::from(width).saturating_sub(left + 1);
        let mut weeks = weeks(trend);
        let wide = if weeks.len() * 3 <= room {
            3
        } else if weeks.len() * 2 <= room {
            2
        } else {
            1
        };
        let fits = room / wide;
        let selected = screen.selected().map(|w| w.figures.week);
        let at = weeks.iter().position(|w| Some(*w) == selected).unwrap_or(0);
        let first = at.saturating_sub(fits / 2).min(weeks.len().saturating_sub(fits));
        weeks.drain(..first);
        weeks.truncate(fits);
        let today = view.app.today();
        Self {
            weeks,
            selected,
            today,
            left,
            wide,
        }
    }

    /// The cells of a week that its sign takes.
    const fn filled(&self) -> usize {
        if self.wide > 2 { 2 } else { 1 }
    }
}

/// Draws the calendar.
pub(super) fn draw(
    view: &View<'_>,
    canvas: &mut Canvas<'_>,
    area: Rect,
    screen: &TrendScreen,
    trend: &TrendSummary,
) {
    let columns = Columns::of(view, screen, trend, area.width);
    let mut rows = (area.top()..area.bottom()).map(|y| Rect { y, height: 1, ..area });
    let mut next = || rows.next().unwrap_or_default();
    let months = columns.months(view);
    canvas.text(next(), Role::Muted, &months);
    for (day, name) in (0..).zip(&weekdays(view.i18n)) {
        let row = next();
        let pieces = columns.day(canvas, trend, day, name);
        canvas.line(row, &pieces);
        for (n, week) in columns.weeks.iter().enumerate() {
            let offset = u16::try_from(columns.left + n * columns.wide).unwrap_or(u16::MAX);
            let cell = Rect {
                x: row.x.saturating_add(offset),
                width: u16::try_from(columns.wide).unwrap_or(1),
                ..row
            };
            if row.height > 0 && cell.x < row.right() {
                canvas.stands_for(cell, Target::Date(week.monday() + Days::new(day)));
            }
        }
    }
    columns.draw_pointer(view, canvas, next());
    let row = next();
    let long = legend(view, canvas, &tr!(view.i18n, "trend-calendar"));
    if long.iter().map(|p| text::width(&p.text)).sum::<usize>() <= usize::from(row.width) {
        canvas.line(row, &long);
    } else {
        let short = legend(view, canvas, &tr!(view.i18n, "trend-calendar-short"));
        canvas.line(row, &short);
    }
}

/// Every week of the range from the first to the last that something is recorded of.
fn weeks(trend: &TrendSummary) -> Vec<WeekId> {
    let (Some(first), Some(last)) = (trend.weeks.first(), trend.weeks.last()) else {
        return Vec::new();
    };
    let (first, last) = (first.figures.week, last.figures.week);
    let ids = (0..).map_while(|n| first.offset(n));
    ids.take_while(|week| *week <= last).collect()
}

impl Columns {
    /// The months above the weeks in which they begin, and that of the first week if it has room before the next.
    fn months(&self, view: &View<'_>) -> String {
        let name = |week: &WeekId| {
            let month = week.sunday().month();
            if self.wide == 1 {
                month.to_string()
            } else {
                tr!(view.i18n, "trend-month", month = month)
            }
        };
        let mut out = " ".repeat(self.left);
        let begins = |week: &WeekId| week.sunday().day() <= 7;
        let second = self.weeks.iter().skip(1).position(begins).map(|n| n + 1);
        for (n, week) in self.weeks.iter().enumerate() {
            let name = name(week);
            let fits_before = n == 0 && second.is_none_or(|at| text::width(&name) < at * self.wide);
            let at = self.left + n * self.wide;
            if (begins(week) || fits_before) && text::width(&out) <= at {
                out = format!("{}{name} ", text::pad(&out, at, ""));
            }
        }
        out
    }

    /// The signs of a weekday, 0 for Monday.
    fn day(&self, canvas: &Canvas<'_>, trend: &TrendSummary, day: u64, name: &str) -> Vec<Piece> {
        let mut out = vec![canvas.piece(Role::Muted, text::pad(&format!(" {name}"), self.left - 1, ""))];
        // What stands before the next sign: a gap, or a bracket around today.
        let mut gap = canvas.piece(Role::Text, " ");
        for week in &self.weeks {
            let date = week.monday() + Days::new(day);
            let (sign, role) = sign(trend.days.get(&date), date <= self.today);
            let is_today = date == self.today;
            if is_today && self.wide > 1 {
                gap = canvas.piece(Role::Title, "[");
            }
            if !gap.text.is_empty() {
                out.push(gap);
            }
            out.push(canvas.piece(role, sign.repeat(self.filled())));
            gap = match (is_today, self.wide) {
                (true, 1) if Some(week) == self.weeks.last() => canvas.piece(Role::Title, "<"),
                (_, 1) => canvas.piece(Role::Text, ""),
                (true, _) => canvas.piece(Role::Title, "]"),
                (false, _) => canvas.piece(Role::Text, " "),
            };
        }
        out.push(gap);
        out
    }

    /// Points at the selected week and names it, and says on the right how today is marked.
    fn draw_pointer(&self, view: &View<'_>, canvas: &mut Canvas<'_>, row: Rect) {
        let i18n = view.i18n;
        let at = self.weeks.iter().position(|week| Some(*week) == self.selected);
        let (Some(at), Some(week)) = (at, self.selected) else {
            return;
        };
        let pointer = POINTER.repeat(self.filled());
        let monday = week.monday();
        let name = tr!(i18n, "tui-week", week = monday.iso_week().week());
        let name = format!("{name} {}", header::month_and_day(monday));
        let before = self.left + at * self.wide;
        let after = before + text::width(&pointer) + 1 + text::width(&name);
        let pointer = canvas.piece(Role::Key, pointer);
        let (line, used) = if after <= usize::from(row.width) {
            let gap = canvas.piece(Role::Text, " ".repeat(before));
            let name = canvas.piece(Role::Title, format!(" {name}"));
            ([gap, pointer, name], after)
        } else {
            let gap = before.saturating_sub(text::width(&name) + 1);
            let gap = canvas.piece(Role::Text, " ".repeat(gap));
            let name = canvas.piece(Role::Title, format!("{name} "));
            ([gap, name, pointer], before + self.filled())
        };
        canvas.line(row, &line);
        let mark = if self.wide > 1 { "[ ]" } else { "<" };
        if self.weeks.contains(&WeekId::of(self.today)) {
            let used = u16::try_from(used).unwrap_or(u16::MAX).min(row.width);
            let rest = Rect {
                x: row.x + used,
                width: row.width - used,
                ..row
            };
            let today = [
                canvas.piece(Role::Title, format!("  {mark} ")),
                canvas.piece(Role::Muted, format!("{} ", tr!(i18n, "tui-calendar-today"))),
            ];
            canvas.line_right(rest, &today);
        }
    }
}

/// The sign of a day, and its look.
fn sign(day: Option<&TrendDay>, is_past: bool) -> (&'static str, Role) {
    let Some(day) = day.filter(|d| d.is_shown()) else {
        return (" ", Role::Text);
    };
    if day.sums.total() == 0 && !day.closed {
        return if is_past { OPEN } else { (" ", Role::Text) };
    }
    let minutes = day.sums.non_teaching();
    let step = STEPS.iter().rposition(|(from, ..)| *from <= minutes).unwrap_or(0);
    let (_, sign, role) = STEPS[step];
    (sign, role)
}

/// What the signs mean.
fn legend(view: &View<'_>, canvas: &Canvas<'_>, heading: &str) -> Vec<Piece> {
    let mut out = vec![canvas.piece(Role::Muted, format!(" {heading}: "))];
    for (from, sign, role) in STEPS {
        let words = match from {
            0 => "0".to_owned(),
            1 => format!("<{}", STEPS[2].0),
            from => format!("{from}+"),
        };
        out.push(canvas.piece(role, sign));
        out.push(canvas.piece(Role::Muted, format!(" {words}  ")));
    }
    let (sign, role) = OPEN;
    out.push(canvas.piece(role, sign));
    out.push(canvas.piece(Role::Muted, format!(" {}", tr!(view.i18n, "trend-not-logged"))));
    out
}
