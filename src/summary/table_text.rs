//! A summary for a terminal: columns by the cells that characters take, no wider than a usual terminal. Headings, and
//! words in a table that would be wider, go on below.

use super::chart_text::chart_text;
use super::line_text::{broken, pieces, plain};
use super::{Document, Part, Row, Section, SectionId, Table};
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// The cells of a usual terminal.
pub(super) const SCREEN: usize = 80;
/// The cells before a line and between two columns.
const GAP: usize = 2;
/// A heading is broken where it is wider than its column and than this; and no column of words is made narrower.
const NARROW: usize = 8;
/// Of the weeks of a trend, the columns that fit: week, days closed, total, non-teaching, share, target, change, status.
/// Files have them all.
const OF_WEEKS: [usize; 8] = [0, 3, 9, 10, 11, 13, 14, 15];

/// A whole summary for a terminal, without the lists of every block and activity.
#[must_use]
pub fn table_text(document: &Document) -> String {
    table_text_within(document, SCREEN)
}

/// The same on a screen of so many cells.
#[must_use]
pub(super) fn table_text_within(document: &Document, screen: usize) -> String {
    let mut out = String::new();
    for text in [&document.title, &document.lead] {
        for line in broken(&plain(text), screen) {
            let _ = writeln!(out, "{line}"); // writing to a String does not fail
        }
    }
    let sections = document.sections.iter().filter(|s| !s.id.is_detail());
    for section in sections {
        out += &section_text(document, section, screen);
    }
    out
}

/// The sections on these subjects, each after an empty line.
#[must_use]
pub(super) fn sections_text(document: &Document, subjects: &[SectionId]) -> String {
    let sections = document.sections.iter().filter(|s| subjects.contains(&s.id));
    sections.map(|s| section_text(document, s, SCREEN)).collect()
}

fn section_text(document: &Document, section: &Section, screen: usize) -> String {
    let (mut body, mut after_table) = (String::new(), false);
    for part in &section.parts {
        match part {
            Part::Sentence(text) => {
                if std::mem::take(&mut after_table) {
                    body.push('\n');
                }
                for line in broken(&plain(text), screen - GAP) {
                    let _ = writeln!(body, "{:GAP$}{line}", ""); // writing to a String does not fail
                }
            }
            Part::Table(table) => {
                if !body.is_empty() {
                    body.push('\n');
                }
                if !table.caption.is_empty() {
                    for line in broken(&plain(&table.caption), screen - GAP) {
                        let _ = writeln!(body, "{:GAP$}{line}", "");
                    }
                }
                body += &table_lines(document, section.id, table, screen);
                after_table = true;
            }
            Part::Chart(chart) => {
                let chart = chart_text(document, chart, screen - GAP);
                if !body.is_empty() && !chart.is_empty() {
                    body.push('\n');
                }
                body += &chart;
                after_table |= !chart.is_empty();
            }
        }
    }
    if body.is_empty() {
        return body;
    }
    format!(
        "\n{}\n{body}",
        broken(&plain(&section.heading), screen).join("\n")
    )
}

/// A column before it is set.
struct Column {
    heading: String,
    cells: Vec<String>,
    width: usize,
    is_number: bool,
}

impl Column {
    fn of(document: &Document, table: &Table, at: usize) -> Self {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(at));
        let cells = cells.map(|cell| plain(&document.shown(cell)));
        let indent = |row: &Row| if at == 0 { row.indent() } else { String::new() };
        let cells: Vec<String> = table
            .rows
            .iter()
            .zip(cells)
            .map(|(row, cell)| indent(row) + &cell)
            .collect();
        let widest = cells.iter().map(|c| c.width()).max().unwrap_or(0);
        let heading = plain(&table.columns[at]);
        let lines = broken(&heading, widest.max(NARROW));
        Self {
            width: lines.iter().map(|h| h.width()).max().unwrap_or(0).max(widest),
            heading,
            cells,
            is_number: table.is_number(at),
        }
    }

    /// How narrow it can be made: numbers are not broken, and words are broken between words.
    fn least(&self) -> usize {
        if self.is_number {
            return self.width;
        }
        let texts = self.cells.iter().chain([&self.heading]);
        let pieces = texts
            .flat_map(|text| pieces(text))
            .map(|piece| piece.trim_end().width());
        pieces.max().unwrap_or(0).max(NARROW).min(self.width)
    }

    /// A line of a cell of the column, on the side where it belongs.
    fn set(&self, text: &str) -> String {
        let space = " ".repeat(self.width.saturating_sub(text.width()));
        if self.is_number {
            space + text
        } else {
            text.to_owned() + &space
        }
    }
}

fn table_lines(document: &Document, id: SectionId, table: &Table, screen: usize) -> String {
    let shown: Vec<usize> = match id {
        SectionId::Weeks => OF_WEEKS
            .into_iter()
            .filter(|at| *at < table.columns.len())
            .collect(),
        _ => (0..table.columns.len()).collect(),
    };
    let mut columns: Vec<Column> = shown
        .into_iter()
        .map(|at| Column::of(document, table, at))
        .collect();
    fit(&mut columns, screen);
    let columns: Vec<&Column> = columns.iter().collect();
    let mut out = String::new();
    for columns in pages(&columns, screen) {
        if !out.is_empty() {
            out.push('\n');
        }
        // Headings stand at the bottom of their lines, next to what they head.
        out += &lines(&columns, |c| &c.heading, true);
        for row in 0..table.rows.len() {
            out += &lines(&columns, |c| c.cells.get(row).map_or("", |cell| cell), false);
        }
    }
    out
}

/// The columns that stand side by side: of a table that is too wide, the first stands before all others again and again.
fn pages<'a>(columns: &[&'a Column], screen: usize) -> Vec<Vec<&'a Column>> {
    let width = |columns: &[&Column]| columns.iter().map(|c| c.width + GAP).sum::<usize>();
    let Some((first, others)) = columns.split_first().filter(|_| width(columns) > screen) else {
        return vec![columns.to_vec()];
    };
    let mut out: Vec<Vec<&Column>> = Vec::new();
    for column in others {
        match out.last_mut() {
            Some(page) if width(page) + column.width + GAP <= screen => page.push(column),
            _ => out.push(vec![first, column]),
        }
    }
    out
}

/// Makes the widest column of words narrower until the table fits; of one that goes on below in any case, only so much that
/// there is room beside it.
fn fit(columns: &mut [Column], screen: usize) {
    let least = columns.iter().map(|c| c.least() + GAP).sum::<usize>();
    if least > screen {
        for column in columns.iter_mut().filter(|c| !c.is_number) {
            column.width = column.width.min(column.least().max(screen / 3));
        }
        return;
    }
    while columns.iter().map(|c| c.width + GAP).sum::<usize>() > screen {
        let words = columns.iter_mut().filter(|c| c.width > c.least());
        match words.max_by_key(|c| c.width) {
            Some(widest) => widest.width -= 1,
            None => break,
        }
    }
}

/// A row of a table on as many lines as its longest cell takes.
fn lines<'a>(columns: &[&'a Column], text: impl Fn(&'a Column) -> &'a str, at_bottom: bool) -> String {
    let cells: Vec<Vec<String>> = columns.iter().map(|c| broken(text(c), c.width)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    let mut out = String::new();
    for at in 0..height {
        let mut line = String::new();
        for (column, cell) in columns.iter().zip(&cells) {
            let above = if at_bottom { height - cell.len() } else { 0 };
            let text = at.checked_sub(above).and_then(|at| cell.get(at));
            line += &" ".repeat(GAP);
            line += &column.set(text.map_or("", |text| text));
        }
        let _ = writeln!(out, "{}", line.trim_end());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::Cell;

    fn shown(table: Table) -> String {
        let section = Section {
            id: SectionId::Burden,
            heading: "burden".to_owned(),
            parts: vec![Part::Table(table)],
        };
        let text = table_text(&Document::of_sections(vec![section]));
        text.strip_prefix("title\nlead\n\nburden\n").unwrap().to_owned()
    }

    #[test]
    fn columns_stand_by_the_cells_that_characters_take() {
        let mut table = Table::new(["活动".to_owned(), "school days closed".to_owned()]);
        table.row([Cell::Text("会议".into()), Cell::Count(5)]);
        table.sum([Cell::Text("all\u{1b}[31m".into()), Cell::Minutes(-65)]);
        let expected = [
            "            school",
            "              days",
            "  活动      closed",
            "  会议           5",
            "  all [31m   −1:05",
        ];
        assert_eq!(shown(table).lines().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_wide_table_goes_on_below() {
        let mut table = Table::new(["what".to_owned(), "time".to_owned(), "how far".to_owned()]);
        let long = "no. 2 this week, at most 1 of them in any week of the term";
        let chinese = "本周第二次，".repeat(8);
        table.row([
            Cell::Text(long.into()),
            Cell::Minutes(15),
            Cell::Text("short".into()),
        ]);
        table.row([Cell::Text(long.into()), Cell::Minutes(75), Cell::Text(chinese)]);
        let text = shown(table);
        assert!(text.lines().all(|l| l.width() <= SCREEN), "{text}");
        assert_eq!(text.matches("本周").count(), 8, "{text}");
        assert!(text.lines().count() > 3, "{text}");
    }

    #[test]
    fn a_table_of_too_many_numbers_goes_on_below_with_its_first_column() {
        let names = (0..12).map(|n| format!("number{n}"));
        let mut table = Table::new(["what".to_owned()].into_iter().chain(names));
        let numbers = || (0..12).map(Cell::Count);
        table.row([Cell::Text("east".into())].into_iter().chain(numbers()));
        table.row_within([Cell::Text("east 1".into())].into_iter().chain(numbers()), 1);
        let text = shown(table.with_caption("counts".to_owned()));
        assert!(text.starts_with("  counts\n  what  "), "{text}");
        assert!(text.lines().all(|l| l.width() <= SCREEN), "{text}");
        assert_eq!(text.matches("  east  ").count(), 2, "{text}");
        assert_eq!(text.matches("  \u{a0}\u{a0}east 1").count(), 2, "{text}");
        assert_eq!(text.matches("number").count(), 12, "{text}");
    }
}
