//! The columns of a report's tables. A column in which no number is shown is left out.

use super::Maker;
use super::lines::{Line, LineOf};
use super::words::portion_cell;
use crate::domain::Category;
use crate::summary::{Cell, Part, Table};
use crate::survey::collector::report::{Figures, Portion, Spread};
use crate::tr;

/// A column of a table of lines.
pub(super) struct Column<'a> {
    name: String,
    cell: Box<dyn Fn(&Line<'_>) -> Cell + 'a>,
}

impl<'a> Column<'a> {
    pub(super) fn new(name: String, cell: impl Fn(&Line<'_>) -> Cell + 'a) -> Self {
        Self {
            name,
            cell: Box::new(cell),
        }
    }

    /// The same under the name of what it is about.
    pub(super) fn named(mut self, what: &str) -> Self {
        self.name = format!("{what} · {}", self.name);
        self
    }

    /// A column of something that may not be shown.
    fn of<T: 'a>(
        name: String,
        value: impl Fn(&Figures) -> Option<T> + 'a,
        cell: impl Fn(T) -> Cell + 'a,
    ) -> Self {
        Self::new(name, move |line| value(line.figures).map_or(Cell::Hidden, &cell))
    }

    fn minutes(name: String, value: impl Fn(&Figures) -> Option<u32> + 'a) -> Self {
        Self::of(name, value, Cell::minutes)
    }

    fn percent(name: String, value: impl Fn(&Figures) -> Option<u32> + 'a) -> Self {
        Self::of(name, value, Cell::Percent)
    }

    fn tenths(name: String, value: impl Fn(&Figures) -> Option<u32> + 'a) -> Self {
        Self::of(name, value, Cell::Tenths)
    }

    fn portion(name: String, value: impl Fn(&Figures) -> Option<Portion> + 'a) -> Self {
        Self::of(name, value, portion_cell)
    }
}

/// A table of these lines under the name of what they are, without the columns in which nothing is shown; none where no
/// column is left.
pub(super) fn table(
    name: String,
    caption: String,
    lines: &[Line<'_>],
    columns: Vec<Column<'_>>,
) -> Option<Part> {
    let cells = |column: &Column<'_>| lines.iter().map(&column.cell).collect::<Vec<Cell>>();
    let columns = columns.into_iter().map(|column| (cells(&column), column.name));
    let shown: Vec<(Vec<Cell>, String)> = columns
        .filter(|(cells, _)| cells.iter().any(|cell| cell.is_number() && *cell != Cell::Hidden))
        .collect();
    let names = shown.iter().map(|(_, name)| name.clone());
    let mut out = Table::new([name].into_iter().chain(names)).with_caption(caption);
    for (at, line) in lines.iter().enumerate() {
        let values = shown.iter().map(|(cells, _)| cells[at].clone());
        let cells = [Cell::Text(line.name.clone())].into_iter().chain(values);
        match line.of {
            LineOf::All => out.sum(cells),
            LineOf::Answer(_) | LineOf::Rest => out.row_within(cells, line.depth()),
        }
    }
    (!shown.is_empty()).then(|| out.part()).flatten()
}

/// The table of a part without the lines of what is not shown of which it shows no number either; `lines` are those it was
/// made of.
pub(super) fn without_empty_rest(part: Part, lines: &[Line<'_>]) -> Part {
    let Part::Table(mut table) = part else {
        return part;
    };
    if table.is_tree() {
        return Part::Table(table); // a page takes the same rows of all tables of a group for what is within a line
    }
    let says_something = |cell: &Cell| cell.is_number() && *cell != Cell::Hidden;
    let mut lines = lines.iter();
    table.rows.retain(|row| {
        let is_rest = lines.next().is_some_and(|line| line.of == LineOf::Rest);
        !is_rest || row.cells.iter().any(says_something)
    });
    Part::Table(table)
}

impl<'a> Maker<'a> {
    /// How many respond, and how much they work.
    pub(super) fn of_responses(self) -> Vec<Column<'a>> {
        let i18n = self.i18n;
        vec![
            Column::of(tr!(i18n, "report-responses"), |f| f.responses, Cell::Count),
            Column::new(tr!(i18n, "report-coverage"), |line| {
                Cell::or_empty(line.figures.coverage(line.staff), Cell::Percent)
            }),
            Column::portion(tr!(i18n, "report-complete"), |f| f.complete),
        ]
    }

    /// What they work, on the average, and how much of it is not teaching.
    pub(super) fn of_work(self) -> Vec<Column<'a>> {
        let i18n = self.i18n;
        vec![
            Column::minutes(tr!(i18n, "report-total"), |f| f.total),
            Column::minutes(tr!(i18n, "report-time"), |f| f.non_teaching.mean),
            Column::percent(tr!(i18n, "summary-share"), |f| f.share.mean),
        ]
    }

    /// Where non-teaching minutes lie.
    pub(super) fn of_time(self) -> Vec<Column<'a>> {
        self.spread(|f| f.non_teaching, Cell::minutes)
    }

    /// Where the share lies.
    pub(super) fn of_share(self) -> Vec<Column<'a>> {
        self.spread(|f| f.share, Cell::Percent)
    }

    fn spread(self, of: fn(&Figures) -> Spread, cell: fn(u32) -> Cell) -> Vec<Column<'a>> {
        let i18n = self.i18n;
        let low = |pair: [u32; 2]| pair[0];
        let high = |pair: [u32; 2]| pair[1];
        vec![
            Column::of(tr!(i18n, "report-mean"), move |f| of(f).mean, cell),
            Column::of(
                tr!(i18n, "report-decile-1"),
                move |f| of(f).deciles.map(low),
                cell,
            ),
            Column::of(
                tr!(i18n, "report-quartile-1"),
                move |f| of(f).quartiles.map(low),
                cell,
            ),
            Column::of(tr!(i18n, "report-median"), move |f| of(f).median, cell),
            Column::of(
                tr!(i18n, "report-quartile-3"),
                move |f| of(f).quartiles.map(high),
                cell,
            ),
            Column::of(
                tr!(i18n, "report-decile-9"),
                move |f| of(f).deciles.map(high),
                cell,
            ),
        ]
    }

    /// Minutes by category; of several together where some lines show them so.
    pub(super) fn of_categories(self, lines: &[Line<'_>]) -> Vec<Column<'a>> {
        let mut sets: Vec<Vec<Category>> = Category::ALL.map(|c| vec![c]).to_vec();
        for (set, _) in lines.iter().flat_map(|line| &line.figures.categories) {
            if !sets.contains(set) {
                sets.push(set.clone());
            }
        }
        let column = |set: Vec<Category>| {
            let name = self.categories(&set);
            Column::minutes(name, move |f| {
                let shown = f.categories.iter().find(|(of, _)| *of == set);
                shown.map(|(_, minutes)| *minutes)
            })
        };
        sets.into_iter().map(column).collect()
    }

    /// Meetings, what they were worth, and messages from parents.
    pub(super) fn of_meetings(self) -> Vec<Column<'a>> {
        let i18n = self.i18n;
        vec![
            Column::tenths(tr!(i18n, "report-meetings"), |f| f.meetings),
            Column::minutes(tr!(i18n, "report-meeting-length"), |f| f.meeting_minutes),
            Column::portion(tr!(i18n, "report-long-meetings"), |f| f.long_meetings),
            Column::tenths(tr!(i18n, "report-staff-meetings"), |f| f.staff_meetings),
            Column::tenths(tr!(i18n, "report-worth"), |f| f.rating),
            Column::minutes(tr!(i18n, "report-late"), |f| f.late_parents),
        ]
    }

    /// Who met the goal, and the change.
    pub(super) fn of_goal(self) -> Vec<Column<'a>> {
        let i18n = self.i18n;
        vec![
            Column::portion(tr!(i18n, "report-met"), |f| f.goal_met),
            Column::of(tr!(i18n, "report-change"), |f| f.change, Cell::WholeChange),
        ]
    }
}
