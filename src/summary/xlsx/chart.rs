//! Charts of the spreadsheet's own kind, which draw the cells of a sheet.

use super::calendar::{BASELINE, FIRST_CATEGORY, TARGET, others};
use super::page::{Written, column_number};
use crate::domain::Category;
use crate::summary::document::{
    Bar, Cell, Chart as Drawn, Document, LineBar, Part, SectionId, SpreadOf, Spreads, Table,
};
use rust_xlsxwriter::{
    Chart, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartLineDashType, ChartPatternFill,
    ChartPatternFillType, ChartType,
};

const INK: u32 = 0x0022_2222;
const GRID: u32 = 0x00D0_D0D0;

/// The height of most charts, in rows.
const ROWS: u32 = 15;

/// The rows below headings that a chart draws.
pub(super) struct Source<'a> {
    /// The sheet.
    pub(super) sheet: &'a str,
    /// The row of the headings.
    pub(super) head: u32,
    /// How many rows.
    pub(super) rows: u32,
}

/// How high a chart is, in rows: one of lines higher with each of them.
pub(super) fn rows(chart: &Drawn) -> u32 {
    match chart {
        Drawn::Lines(lines) => u32::try_from(lines.len()).unwrap_or(ROWS).clamp(ROWS - 6, 80) + 6,
        _ => ROWS,
    }
}

impl Source<'_> {
    /// Adds a column to a chart; `labels` is the column of what stands below it.
    fn series(&self, chart: &mut Chart, labels: u16, column: u16, look: &mut ChartFormat) {
        let cells = |at: u16| (self.sheet, self.head + 1, at, self.head + self.rows, at);
        chart
            .add_series()
            .set_name((self.sheet, self.head, column))
            .set_categories(cells(labels))
            .set_values(cells(column))
            .set_gap(50)
            .set_format(look);
    }
}

/// Days as bars; none where the sheet does not hold them.
pub(super) fn days(document: &Document, bars: &[Bar], sheet: &str) -> Option<Chart> {
    let section = document.sections.iter().find(|s| s.id == SectionId::Days)?;
    let Some(Part::Table(table)) = section.parts.first() else {
        return None;
    };
    let labels = column_of(table, bars)?;
    let rows = u32::try_from(bars.len()).ok()?;
    let source = Source { sheet, head: 0, rows };
    let mut chart = Chart::new(ChartType::ColumnStacked);
    for (category, column) in Category::ALL.into_iter().zip(table.first_category?..) {
        source.series(&mut chart, labels, column_number(column), &mut look(category));
    }
    let longest = bars.iter().map(|b| b.minutes.iter().map(|(_, m)| m).sum());
    finish(&mut chart, &section.heading, longest.max().unwrap_or(0));
    Some(chart)
}

/// The column that holds the labels of the bars.
fn column_of(table: &Table, bars: &[Bar]) -> Option<u16> {
    let says = |at: usize| {
        let label = |(row, bar): (usize, &Bar)| {
            let cell = table.rows.get(row).and_then(|r| r.cells.get(at));
            matches!(cell, Some(Cell::Text(text)) if *text == bar.label)
        };
        bars.iter().enumerate().all(label)
    };
    (0..table.columns.len()).find(|at| says(*at)).map(column_number)
}

/// Weeks as bars with the lines of baseline and target, where the calendar has any.
pub(super) fn weeks(heading: &str, calendar: &Table, sheet: &str) -> Option<Chart> {
    let rows = u32::try_from(calendar.rows.len()).ok()?;
    let source = Source { sheet, head: 0, rows };
    let mut chart = Chart::new(ChartType::ColumnStacked);
    for (category, column) in others().zip(FIRST_CATEGORY..) {
        source.series(&mut chart, 0, column, &mut look(category));
    }
    let mut lines = Chart::new(ChartType::Line);
    let dashes = [ChartLineDashType::Solid, ChartLineDashType::Dash];
    let mut is_compared = false;
    for (column, dash) in [BASELINE, TARGET].into_iter().zip(dashes) {
        if column_minutes(calendar, column).next().is_some() {
            let mut line = ChartLine::new();
            line.set_color(INK).set_width(2).set_dash_type(dash);
            source.series(&mut lines, 0, column, ChartFormat::new().set_line(&line));
            is_compared = true;
        }
    }
    if is_compared {
        chart.combine(&lines);
    }
    let row_sum = |row: usize| -> u32 {
        let at = usize::from(FIRST_CATEGORY)..usize::from(BASELINE);
        calendar.rows[row].cells[at].iter().filter_map(minutes).sum()
    };
    let longest = (0..calendar.rows.len()).map(row_sum);
    let longest = longest.chain(column_minutes(calendar, BASELINE)).max();
    finish(&mut chart, heading, longest.unwrap_or(0));
    Some(chart)
}

/// The lines of a table as bars; none where the table is not that of their categories.
pub(super) fn lines(document: &Document, lines: &[LineBar], table: &Table, at: &Written) -> Option<Chart> {
    let source = Source {
        sheet: &at.sheet,
        head: at.head,
        rows: at.rows,
    };
    let mut chart = Chart::new(ChartType::BarStacked);
    let categories = Category::ALL.into_iter();
    let columns: Vec<(usize, Category)> = categories
        .filter_map(|c| {
            Some((
                table
                    .columns
                    .iter()
                    .position(|name| *name == document.categories[c])?,
                c,
            ))
        })
        .collect();
    // Where some are shown only together, bars of the others would be too short.
    if columns.is_empty() || columns.len() + 1 != table.columns.len() {
        return None;
    }
    for (column, category) in columns {
        source.series(&mut chart, 0, column_number(column), &mut look(category));
    }
    let longest = lines.iter().map(|l| l.parts.iter().map(|(_, m)| m).sum());
    finish_bars(&mut chart, &table.caption, longest.max().unwrap_or(0));
    Some(chart)
}

/// The columns of a table of weeks as lines; none where the table is another one.
pub(super) fn spreads(spreads: &Spreads, table: &Table, at: &Written) -> Option<Chart> {
    let first = table.rows.first()?.cells.first()?;
    let is_of_weeks = matches!(first, Cell::Text(text) if text.parse::<crate::domain::WeekId>().is_ok());
    is_of_weeks.then_some(())?;
    let source = Source {
        sheet: &at.sheet,
        head: at.head,
        rows: at.rows,
    };
    // All columns are drawn, not only what the title of the drawing on a page says.
    let title = if table.caption.is_empty() {
        &spreads.title
    } else {
        &table.caption
    };
    let mut chart = Chart::new(ChartType::Line);
    // What is not shown is a text, and would be drawn as nothing at all.
    let is_shown = |column: &usize| table.rows.iter().all(|row| row.cells[*column] != Cell::Hidden);
    for column in (1..table.columns.len())
        .filter(|c| table.is_number(*c))
        .filter(is_shown)
    {
        source.series(&mut chart, 0, column_number(column), &mut ChartFormat::new());
    }
    let weeks = spreads.lines.iter().flat_map(|line| &line.weeks);
    let values = weeks
        .flat_map(|w| [w.quartiles.map(|q| q[1]), w.middle()])
        .flatten();
    match spreads.of {
        SpreadOf::Minutes => finish(&mut chart, title, values.max().unwrap_or(0)),
        SpreadOf::Share => {
            head(&mut chart, title);
            chart.y_axis().set_num_format("0%").set_min(0);
        }
    }
    Some(chart)
}

fn column_minutes(table: &Table, column: u16) -> impl Iterator<Item = u32> {
    let cells = table
        .rows
        .iter()
        .filter_map(move |r| r.cells.get(usize::from(column)));
    cells.filter_map(minutes)
}

fn minutes(cell: &Cell) -> Option<u32> {
    match cell {
        Cell::Minutes(minutes) => u32::try_from(*minutes).ok(),
        _ => None,
    }
}

/// Colours that stay apart for every kind of colour vision, each with a pattern of its own for black and white.
fn look(category: Category) -> ChartFormat {
    use ChartPatternFillType as Type;
    let (pattern, colour) = match category {
        Category::Teaching => (Type::HorizontalStripesLight, 0x0000_9E73),
        Category::Meetings => (Type::LargeGrid, 0x008E_4585),
        Category::Reports => (Type::DiagonalStripesWideUpwards, 0x00D5_5E00),
        Category::ParentMessages => (Type::VerticalStripesLight, 0x0000_72B2),
        Category::Duty => (Type::Trellis, 0x00B8_8600),
    };
    let mut fill = ChartPatternFill::new();
    fill.set_pattern(pattern)
        .set_foreground_color(colour)
        .set_background_color(0x00FF_FFFF);
    let mut line = ChartLine::new();
    line.set_color(colour).set_width(0.75);
    let mut format = ChartFormat::new();
    format.set_pattern_fill(&fill).set_border(&line);
    format
}

/// Title, axes and legend; `longest` is what the axis reaches to, in minutes.
fn finish(chart: &mut Chart, title: &str, longest: u32) {
    head(chart, title);
    let (step, grid) = steps(longest);
    chart
        .y_axis()
        .set_num_format("[h]:mm")
        .set_min(0)
        .set_major_unit(step)
        .set_major_gridlines_line(&grid);
}

/// The same of bars from left to right.
fn finish_bars(chart: &mut Chart, title: &str, longest: u32) {
    head(chart, title);
    let (step, grid) = steps(longest);
    chart
        .x_axis()
        .set_num_format("[h]:mm")
        .set_min(0)
        .set_major_unit(step)
        .set_major_gridlines_line(&grid);
    chart.y_axis().set_reverse(); // the first line on top
}

fn head(chart: &mut Chart, title: &str) {
    let mut font = ChartFont::new();
    font.set_size(12);
    chart.title().set_name(title).set_font(&font).set_overlay(false);
    chart.legend().set_position(ChartLegendPosition::Bottom);
}

/// How far the lines of an axis are apart, in days, and how they look.
fn steps(longest: u32) -> (f64, ChartLine) {
    let step = match longest.div_ceil(60) {
        0..=6 => 1,
        7..=12 => 2,
        13..=30 => 5,
        31..=60 => 10,
        hours => hours.div_ceil(60) * 10,
    };
    let mut grid = ChartLine::new();
    grid.set_color(GRID).set_width(0.5);
    (f64::from(step) / 24.0, grid)
}
