//! The days as rows: minutes by category, share, whether closed, and a bar.

use super::bars;
use crate::app::Target;
use crate::domain::{Category, DayKind, PerCategory};
use crate::figures::{Sums, whole_percent_half_up};
use crate::i18n::I18n;
use crate::summary::DaySummary;
use crate::theme::Role;
use crate::tr;
use crate::tui::glyphs;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::header;
use chrono::{Datelike, NaiveDate};
use ratatui::layout::Rect;

/// A row of headings, the seven days, and their sums.
pub(super) const ROWS: u16 = 9;

/// How much of the row is spelt out: what a narrow window leaves out first comes first here.
#[derive(Debug, Clone, Copy)]
struct Form {
    /// The categories' names in the headings, not only their letters.
    names: bool,
    /// The month in the dates.
    month: bool,
    /// The cells before a column.
    gap: usize,
    /// The fewest cells that the bars must have for that.
    bar: usize,
}

const FORMS: [Form; 4] = [
    form(true, true, 2, 30),
    form(false, true, 2, 22),
    form(false, true, 1, 10),
    form(false, false, 1, 0),
];

const fn form(names: bool, month: bool, gap: usize, bar: usize) -> Form {
    Form {
        names,
        month,
        gap,
        bar,
    }
}

/// The columns with the cells that each takes, the space before it not counted.
struct Columns {
    form: Form,
    date: usize,
    heads: PerCategory<String>,
    minutes: PerCategory<usize>,
    total: usize,
    share: usize,
    state: usize,
    bar: usize,
}

/// The signs before the date: which day is selected, and which is today.
const SIGNS: usize = 3;
const TODAY: &str = "*";

impl Columns {
    fn of(view: &View<'_>, room: usize) -> Self {
        let mut out = Self::with(view, FORMS[0], room);
        for form in &FORMS[1..] {
            if out.bar >= out.form.bar {
                break;
            }
            out = Self::with(view, *form, room);
        }
        out
    }

    fn with(view: &View<'_>, form: Form, room: usize) -> Self {
        let (i18n, week) = (view.i18n, view.week());
        let widest =
            |texts: &mut dyn Iterator<Item = String>| texts.map(|t| text::width(&t)).max().unwrap_or(0);
        let heads = PerCategory::from_fn(|category| {
            let sign = glyphs::pattern(category);
            if form.names {
                let name = view.app.known().category_name(category, i18n.lang());
                format!("{name} {sign}")
            } else {
                format!("{}{sign}", view.mark(category))
            }
        });
        // No day has more minutes of anything than the week.
        let sums = &week.figures.sums;
        let minutes =
            PerCategory::from_fn(|c| text::width(&heads[c]).max(text::width(&sums.minutes[c].to_string())));
        let mut out = Self {
            form,
            date: widest(&mut week.days.iter().map(|d| date(i18n, d.day.date, form.month))),
            total: text::width(&tr!(i18n, "summary-total")).max(text::width(&sums.total().to_string())),
            share: text::width(&tr!(i18n, "tui-week-share")).max(4),
            state: widest(&mut week.days.iter().map(|d| state(view, d).1)).max(3),
            bar: 0,
            heads,
            minutes,
        };
        let minutes: usize = out.minutes.iter().map(|(_, cells)| form.gap + cells).sum();
        let taken = SIGNS + out.date + minutes + 2 * form.gap + out.total + out.share + 2 + out.state + 2;
        out.bar = room.saturating_sub(taken + 1); // the last cell stays free
        out
    }
}

/// `Mon 11-16`, or `Mon 16`.
pub(super) fn date(i18n: &I18n, date: NaiveDate, month: bool) -> String {
    let day = if month {
        header::month_and_day(date)
    } else {
        format!("{:02}", date.day())
    };
    format!("{} {day}", i18n.weekday(date))
}

/// Whether a day is closed, in a word.
fn state(view: &View<'_>, day: &DaySummary) -> (Role, String) {
    let i18n = view.i18n;
    if !day.day.is_school() {
        (Role::Muted, tr!(i18n, "kind-off"))
    } else if day.day.closed {
        (Role::Good, tr!(i18n, "day-closed"))
    } else if day.day.date <= view.app.today() {
        (Role::Warning, tr!(i18n, "day-open"))
    } else {
        (Role::Muted, tr!(i18n, "day-open"))
    }
}

/// Draws the table; gives the scale of the bars in words, if there are any.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect) -> Option<String> {
    let (i18n, week) = (view.i18n, view.week());
    let columns = Columns::of(view, usize::from(area.width));
    let longest = week.days.iter().map(|d| d.sums.total()).max().unwrap_or(0);
    let scale = bars::scale(longest, columns.bar);
    let marks = PerCategory::from_fn(|c| view.mark(c));
    let mut rows = (area.top()..area.bottom()).map(|y| Rect { y, height: 1, ..area });
    let mut next = || rows.next().unwrap_or_default();
    let heads = columns.headings(view, canvas);
    canvas.line(next(), &heads);
    for day in &week.days {
        let row = next();
        let mut pieces = columns.day(view, canvas, day);
        let used = canvas.line(row, &pieces);
        pieces.clear();
        let selected = view.flag().is_none() && day.day.date == view.app.day().date;
        if selected {
            canvas.wash(Rect { width: used, ..row }, Role::Selected);
        }
        let rest = Rect {
            x: row.x + used,
            width: row.width - used,
            ..row
        };
        pieces.push(canvas.piece(Role::Text, "  "));
        match (scale, day.day.kind()) {
            (Some(scale), _) if day.sums.total() > 0 => {
                pieces.extend(bars::bar(canvas, &marks, &day.sums, scale));
            }
            (_, DayKind::Off(Some(reason))) => {
                pieces.push(canvas.piece(Role::Muted, i18n.day_reason(&reason)));
            }
            _ => {}
        }
        canvas.line(rest, &pieces);
        canvas.stands_for(row, Target::Date(day.day.date));
    }
    let sums = columns.sums(view, canvas);
    canvas.line(next(), &sums);
    scale.map(|minutes| tr!(i18n, "tui-week-scale", minutes = minutes))
}

impl Columns {
    fn headings(&self, view: &View<'_>, canvas: &Canvas<'_>) -> Vec<Piece> {
        let (i18n, more) = (view.i18n, canvas.glyphs.more);
        let today = format!(" {TODAY} {}", tr!(i18n, "tui-today"));
        let shown = view.week().days.iter().any(|d| d.day.date == view.app.today());
        let today = if shown { today } else { String::new() };
        let gap = " ".repeat(self.form.gap);
        let mut out = vec![canvas.piece(Role::Muted, text::pad(&today, SIGNS + self.date, more))];
        for category in Category::ALL {
            let head = text::pad_left(&self.heads[category], self.minutes[category], more);
            out.push(canvas.piece(Role::Text, gap.as_str()));
            out.push(canvas.mark(category, head));
        }
        for (words, cells) in [
            (tr!(i18n, "summary-total"), self.total),
            (tr!(i18n, "tui-week-share"), self.share),
        ] {
            let head = text::pad_left(&words, cells, more);
            out.push(canvas.piece(Role::Muted, format!("{gap}{head}")));
        }
        out
    }

    fn day(&self, view: &View<'_>, canvas: &Canvas<'_>, day: &DaySummary) -> Vec<Piece> {
        let at = day.day.date;
        let selected = view.flag().is_none() && at == view.app.day().date;
        let sign = if selected { ">" } else { " " };
        let (role, today) = if at == view.app.today() {
            (Role::Title, TODAY)
        } else {
            (Role::Text, " ")
        };
        let date = text::pad(
            &date(view.i18n, at, self.form.month),
            self.date,
            canvas.glyphs.more,
        );
        let mut out = vec![canvas.piece(role, format!("{sign}{today} {date}"))];
        out.extend(self.numbers(canvas, &day.sums, Role::Text));
        let (role, state) = state(view, day);
        let state = text::pad(&state, self.state, canvas.glyphs.more);
        out.push(canvas.piece(role, format!("  {state}")));
        out
    }

    fn sums(&self, view: &View<'_>, canvas: &Canvas<'_>) -> Vec<Piece> {
        let figures = &view.week().figures;
        let label = format!("   {}", tr!(view.i18n, "tui-week-sum"));
        let label = text::pad(&label, SIGNS + self.date, canvas.glyphs.more);
        let mut out = vec![canvas.piece(Role::Title, label)];
        out.extend(self.numbers(canvas, &figures.sums, Role::Title));
        let plan = figures.plan;
        let closed = format!("  {}/{}", plan.closed_days, plan.school_days);
        out.push(canvas.piece(Role::Title, closed));
        out
    }

    /// Minutes by category and in all, and the non-teaching share; a dash for nothing.
    fn numbers(&self, canvas: &Canvas<'_>, sums: &Sums, role: Role) -> Vec<Piece> {
        let more = canvas.glyphs.more;
        let gap = " ".repeat(self.form.gap);
        let number = |minutes: u32, cells| {
            let (role, text) = match minutes {
                0 => (Role::Muted, "-".to_owned()),
                _ => (role, minutes.to_string()),
            };
            canvas.piece(role, format!("{gap}{}", text::pad_left(&text, cells, more)))
        };
        let mut out: Vec<Piece> = Category::ALL
            .map(|c| number(sums.minutes[c], self.minutes[c]))
            .to_vec();
        out.push(number(sums.total(), self.total));
        let share = whole_percent_half_up(sums.non_teaching(), sums.total());
        let share = share.map_or_else(|| "-".to_owned(), |percent| format!("{percent}%"));
        let share = text::pad_left(&share, self.share, more);
        out.push(canvas.piece(role, format!("{gap}{share}")));
        out
    }
}
