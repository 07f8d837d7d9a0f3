//! The weeks as bars of their non-teaching time by category, with the marks of baseline and target.

use crate::app::{Target, TrendScreen};
use crate::domain::{Category, PerCategory};
use crate::figures::whole_percent_half_up;
use crate::summary::{TrendSummary, TrendWeek, change_words};
use crate::theme::Role;
use crate::tr;
use crate::tui::glyphs;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::header;
use chrono::Datelike;
use ratatui::layout::Rect;

/// The fewest rows that are worth showing: headings, and some weeks.
pub(super) const LEAST: u16 = 7;

/// The signs on a bar: its target, and what the baseline would make of it.
const TARGET: &str = "!";
const EXPECTED: &str = ":";

/// The columns, with the cells that each takes.
struct Columns {
    week: usize,
    closed: usize,
    minutes: usize,
    /// 0 leaves it out.
    share: usize,
    change: usize,
    /// 0 leaves it out.
    flags: usize,
    bar: usize,
    /// The minutes that the whole bar stands for.
    longest: u32,
}

/// The cells between two columns.
const GAP: usize = 2;
/// The fewest cells of a bar that are worth a column.
const WORTH: usize = 18;
/// Nothing to say.
const NONE: &str = "-";

impl Columns {
    fn of(view: &View<'_>, trend: &TrendSummary, room: usize) -> Self {
        let i18n = view.i18n;
        let head = |words: String| text::width(&words);
        let widest = |of: &dyn Fn(&TrendWeek) -> String| {
            let cells = trend.weeks.iter().map(|w| text::width(&of(w)));
            cells.max().unwrap_or(0)
        };
        let mut out = Self {
            week: widest(&|w| week_words(view, w)).max(head(tr!(i18n, "doc-week"))),
            closed: widest(&|w| closed_words(w)).max(head(tr!(i18n, "trend-closed"))),
            minutes: widest(&|w| w.figures.non_teaching().to_string()).max(head(tr!(i18n, "trend-minutes"))),
            share: head(tr!(i18n, "tui-week-share")).max(4),
            change: widest(&change_of).max(head(tr!(i18n, "doc-change"))),
            flags: head(tr!(i18n, "doc-flags")).max(3),
            bar: 0,
            longest: trend.weeks.iter().map(longest).max().unwrap_or(0).max(1),
        };
        out.measure_bar(room);
        // A bar of a few cells compares nothing: the columns that matter least give way to it.
        if out.bar < WORTH {
            out.flags = 0;
            out.measure_bar(room);
        }
        if out.bar < WORTH {
            out.share = 0;
            out.measure_bar(room);
        }
        out
    }

    /// Gives the bar what the columns leave.
    fn measure_bar(&mut self, room: usize) {
        let columns = [
            self.week,
            self.closed,
            self.minutes,
            self.share,
            self.change,
            self.flags,
        ];
        let shown = columns.iter().filter(|cells| **cells > 0);
        let taken: usize = shown.map(|cells| cells + GAP).sum();
        self.bar = room.saturating_sub(taken + 2); // the sign of the selected week, and the edge
    }
}

fn longest(week: &TrendWeek) -> u32 {
    week.figures
        .non_teaching()
        .max(week.standing.expected.unwrap_or(0))
}

/// `W47 11-16`.
fn week_words(view: &View<'_>, week: &TrendWeek) -> String {
    let monday = week.figures.week.monday();
    let number = tr!(view.i18n, "tui-week", week = monday.iso_week().week());
    format!("{number} {}", header::month_and_day(monday))
}

fn closed_words(week: &TrendWeek) -> String {
    let plan = week.figures.plan;
    format!("{}/{}", plan.closed_days, plan.school_days)
}

/// The change of a complete week.
fn change_of(week: &TrendWeek) -> String {
    let change = week.standing.change.filter(|_| week.figures.plan.is_complete());
    change.map_or_else(|| NONE.to_owned(), change_words)
}

/// Draws the list, and below it which sign stands for which category where that is said nowhere else.
pub(super) fn draw(
    view: &View<'_>,
    canvas: &mut Canvas<'_>,
    area: Rect,
    screen: &TrendScreen,
    trend: &TrendSummary,
    explains: bool,
) {
    if area.height == 0 {
        return;
    }
    let mut area = area;
    if explains && area.height >= LEAST.min(rows(trend) + 2) {
        area.height -= 1;
        let below = area.y + area.height.min(rows(trend) + 1);
        let legend = legend(view, canvas);
        let row = Rect {
            y: below,
            height: 1,
            ..area
        };
        canvas.line(row, &legend);
    }
    let columns = Columns::of(view, trend, usize::from(area.width));
    let heads = columns.headings(view, canvas);
    canvas.line(area, &heads);
    let room = usize::from(area.height - 1);
    let lines = trend.weeks.len();
    let (first, selected) = (screen.list.first(lines, room), screen.list.at(lines));
    let shown = trend.weeks.iter().enumerate().skip(first).take(room);
    for (y, (n, week)) in (area.y + 1..).zip(shown) {
        let row = Rect { y, height: 1, ..area };
        let (numbers, bar) = columns.week(view, canvas, week, n == selected);
        let used = canvas.line(row, &numbers);
        if n == selected {
            canvas.wash(Rect { width: used, ..row }, Role::Selected);
        }
        let rest = Rect {
            x: row.x + used,
            width: row.width - used,
            ..row
        };
        canvas.line(rest, &bar);
        canvas.stands_for(row, Target::Row(n));
    }
    let (above, below) = (first > 0, first + room < lines);
    let more = canvas.glyphs.more;
    let edge = |y| Rect {
        x: area.right().saturating_sub(1),
        y,
        width: area.width.min(1),
        height: 1,
    };
    if above {
        canvas.text(edge(area.y), Role::Key, more);
    }
    if below {
        canvas.text(edge(area.bottom() - 1), Role::Key, more);
    }
}

/// The rows of all weeks.
fn rows(trend: &TrendSummary) -> u16 {
    u16::try_from(trend.weeks.len()).unwrap_or(u16::MAX / 2)
}

/// Which sign stands for which category.
fn legend(view: &View<'_>, canvas: &Canvas<'_>) -> Vec<Piece> {
    let mut out = vec![canvas.piece(Role::Text, " ")];
    for category in Category::ALL.into_iter().filter(|c| *c != Category::Teaching) {
        let name = view.app.known().category_name(category, view.i18n.lang());
        out.push(canvas.mark(category, glyphs::pattern(category)));
        out.push(canvas.piece(Role::Muted, format!(" {name}  ")));
    }
    out
}

impl Columns {
    fn headings(&self, view: &View<'_>, canvas: &Canvas<'_>) -> Vec<Piece> {
        let (i18n, more) = (view.i18n, canvas.glyphs.more);
        let gap = " ".repeat(GAP);
        let left = |words: String, cells| text::pad(&words, cells, more);
        let right = |words: String, cells| match cells {
            0 => String::new(),
            cells => format!("{gap}{}", text::pad_left(&words, cells, more)),
        };
        let line = format!(
            " {}{}{}{}{}{}{gap}",
            left(tr!(i18n, "doc-week"), self.week),
            right(tr!(i18n, "trend-closed"), self.closed),
            right(tr!(i18n, "trend-minutes"), self.minutes),
            right(tr!(i18n, "tui-week-share"), self.share),
            right(tr!(i18n, "doc-change"), self.change),
            right(tr!(i18n, "doc-flags"), self.flags),
        );
        let mut out = vec![canvas.piece(Role::Muted, line)];
        let marks = [
            ("", TARGET, tr!(i18n, "doc-target")),
            ("  ", EXPECTED, tr!(i18n, "doc-baseline")),
        ];
        for (gap, sign, words) in marks {
            out.push(canvas.piece(Role::Title, format!("{gap}{sign} ")));
            out.push(canvas.piece(Role::Muted, words));
        }
        out
    }

    /// The numbers of a week, and its bar.
    fn week(
        &self,
        view: &View<'_>,
        canvas: &Canvas<'_>,
        week: &TrendWeek,
        is_selected: bool,
    ) -> (Vec<Piece>, Vec<Piece>) {
        let more = canvas.glyphs.more;
        let figures = &week.figures;
        let gap = " ".repeat(GAP);
        let right = |words: String, cells| match cells {
            0 => String::new(),
            cells => format!("{gap}{}", text::pad_left(&words, cells, more)),
        };
        let sign = if is_selected { ">" } else { " " };
        let share = whole_percent_half_up(figures.non_teaching(), figures.total());
        let share = share.map_or_else(|| NONE.to_owned(), |percent| format!("{percent}%"));
        let role = if figures.plan.is_complete() {
            Role::Text
        } else {
            Role::Muted
        };
        let flags = match week.flags.len() {
            0 => canvas.piece(Role::Muted, right(NONE.to_owned(), self.flags)),
            n => canvas.piece(Role::Warning, right(n.to_string(), self.flags)),
        };
        let status = header::status_role(week.standing.status);
        let numbers = vec![
            canvas.piece(
                role,
                format!("{sign}{}", text::pad(&week_words(view, week), self.week, more)),
            ),
            canvas.piece(role, right(closed_words(week), self.closed)),
            canvas.piece(role, right(figures.non_teaching().to_string(), self.minutes)),
            canvas.piece(role, right(share, self.share)),
            canvas.piece(status, right(change_of(week), self.change)),
            flags,
            canvas.piece(role, gap.as_str()),
        ];
        (numbers, self.bar(canvas, week))
    }

    /// The bar of a week: its non-teaching categories one after the other, with the marks over them.
    fn bar(&self, canvas: &Canvas<'_>, week: &TrendWeek) -> Vec<Piece> {
        let cells = self.cells(&week.figures.sums.minutes);
        let mark = |minutes: Option<u32>| minutes.map(|m| self.at(m).min(self.bar.saturating_sub(1)));
        let (target, expected) = (mark(week.standing.target), mark(week.standing.expected));
        let category = |n: usize| {
            let mut end = 0;
            Category::ALL.into_iter().find(|c| {
                end += cells[*c];
                n < end
            })
        };
        (0..self.bar)
            .map(|n| match category(n) {
                _ if Some(n) == target => canvas.piece(Role::Title, TARGET),
                _ if Some(n) == expected => canvas.piece(Role::Title, EXPECTED),
                Some(category) => canvas.mark(category, glyphs::pattern(category)),
                None => canvas.piece(Role::Text, " "),
            })
            .collect()
    }

    /// The cell that a number of minutes ends at.
    fn at(&self, minutes: u32) -> usize {
        let cells = u64::from(minutes) * self.bar as u64 / u64::from(self.longest);
        usize::try_from(cells).unwrap_or(self.bar)
    }

    /// The cells of each category but teaching; the whole is as long as the non-teaching time, however many parts it has.
    fn cells(&self, minutes: &PerCategory<u32>) -> PerCategory<usize> {
        let (mut sum, mut end) = (0, 0);
        PerCategory::from_fn(|category| {
            if category == Category::Teaching {
                return 0;
            }
            sum += minutes[category];
            let start = std::mem::replace(&mut end, self.at(sum));
            end - start
        })
    }
}
