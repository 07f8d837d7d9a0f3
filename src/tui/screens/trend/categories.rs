//! The categories over the weeks: all minutes, those of a school day, the baseline's, and the change.

use crate::domain::Category;
use crate::figures::{GoalSubject, Rate, whole_half_up};
use crate::summary::{TrendSummary, change_words};
use crate::theme::Role;
use crate::tr;
use crate::tui::glyphs;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::screens::week::flow::Fact;
use crate::tui::text;
use crate::tui::view::View;

/// The cells between two columns.
const GAP: usize = 2;
/// Nothing to say.
const NONE: &str = "-";

/// What stands in a row behind its name.
type Cells = [String; 4];

/// A row for each category, and one for all but teaching, below the headings. A long name gives way to the numbers.
pub(super) fn lines(view: &View<'_>, canvas: &Canvas<'_>, trend: &TrendSummary, room: u16) -> Vec<Fact> {
    let i18n = view.i18n;
    let number = |value: Option<f64>| value.map_or_else(|| NONE.to_owned(), |v| whole_half_up(v).to_string());
    let change = |value: Option<f64>| value.map_or_else(|| NONE.to_owned(), change_words);
    let heads = [
        tr!(i18n, "trend-minutes"),
        tr!(i18n, "doc-per-school-day"),
        tr!(i18n, "doc-baseline"),
        tr!(i18n, "doc-change"),
    ];
    let mut rows: Vec<(Piece, Cells)> = Vec::new();
    for of in trend.categories() {
        let name = view.app.known().category_name(of.category, i18n.lang());
        let name = format!("{} {name}", glyphs::pattern(of.category));
        let cells = [
            of.minutes.to_string(),
            number(of.per_school_day),
            number(of.baseline),
            change(of.average_change),
        ];
        rows.push((canvas.mark(of.category, name), cells));
    }
    let baseline = trend.baseline.as_ref();
    let baseline = baseline.and_then(|b| b.rate(&GoalSubject::NonTeaching));
    let cells = [
        trend.sums().non_teaching().to_string(),
        number(trend.non_teaching_per_school_day()),
        number(baseline.map(Rate::per_school_day)),
        change(trend.average_change),
    ];
    rows.push((canvas.piece(Role::Title, tr!(i18n, "doc-non-teaching")), cells));

    let widths: [usize; 4] = std::array::from_fn(|n| {
        let cells = rows.iter().map(|(_, cells)| text::width(&cells[n]));
        cells.max().unwrap_or(0).max(text::width(&heads[n]))
    });
    let numbers: usize = widths.iter().map(|width| width + GAP).sum();
    let left = usize::from(room).saturating_sub(numbers + 2); // a free cell at each edge
    let names = rows.iter().map(|(name, _)| text::width(&name.text)).max();
    let column = names.unwrap_or(0).min(left);
    let joined = |cells: &Cells| {
        let each = cells.iter().zip(widths);
        let padded =
            each.map(|(cell, width)| format!("{}{}", " ".repeat(GAP), text::pad_left(cell, width, "")));
        padded.collect::<String>()
    };
    let mut out = vec![vec![
        canvas.piece(Role::Muted, format!(" {}", text::pad("", column, ""))),
        canvas.piece(Role::Muted, joined(&heads)),
    ]];
    for (n, (mut name, cells)) in rows.into_iter().enumerate() {
        name.text = text::pad(&name.text, column, canvas.glyphs.more);
        let role = if n < Category::ALL.len() {
            Role::Text
        } else {
            Role::Title
        };
        out.push(vec![
            canvas.piece(Role::Text, " "),
            name,
            canvas.piece(role, joined(&cells)),
        ]);
    }
    out
}
