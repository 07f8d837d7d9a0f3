//! What the template shows.

use super::cell::{Value, is_amount, is_nothing};
use super::headline::{Headline, is_facts};
use super::tree;
use crate::i18n::I18n;
use crate::summary::svg::{Drawing, Pen, draw};
use crate::summary::{Cell, Chart, Document, Part, Section, SectionId, Table};
use unicode_width::UnicodeWidthStr;

/// The most columns of a table that has room beside another.
const NARROW: usize = 4;
/// From so many columns on a table is set small.
const WIDE: usize = 15;
/// The class of named values that stand in three columns.
const FACTS_WIDE: &str = "facts wide";
/// Words up to this width, in half characters, stay on one line.
const SHORT: usize = 14;
/// What fits on a sheet of A4, in lines, from loosely to closely printed; what does not fit at all is printed loosely.
const LINES: [usize; 6] = [53, 57, 62, 66, 70, 74];
/// The width of half a page of notes, in half characters.
const COLUMN: usize = 72;

/// The page.
#[derive(askama::Template)]
#[template(path = "page.html", config = "src/summary/html/askama.toml")]
pub(super) struct Page<'a> {
    document: &'a Document,
    /// The title where it may be broken.
    title: Vec<&'a str>,
    headline: Headline<'a>,
    /// How closely it is printed, a place in [`LINES`].
    density: usize,
    sections: Vec<SectionView<'a>>,
}

struct SectionView<'a> {
    section: &'a Section,
    /// Whether it takes half of the width where there is room.
    is_half: bool,
    parts: Vec<PartView<'a>>,
}

enum PartView<'a> {
    Sentences(Vec<&'a str>),
    Table(TableView<'a>),
    Chart {
        drawing: Drawing,
        is_half: bool,
    },
    /// What is within a row of the tables before: it opens when asked.
    Branch {
        path: String,
        tables: Vec<TableView<'a>>,
    },
}

struct TableView<'a> {
    /// What stands over it; empty where its section says it.
    title: &'a str,
    caption: String,
    id: String,
    class: &'static str,
    /// Whether its elements say what they are: the style sets them as what is no table, which takes their meaning away.
    has_roles: bool,
    /// The names of the columns, and whether they hold amounts.
    columns: Vec<(&'a str, bool)>,
    rows: Vec<RowView<'a>>,
}

struct RowView<'a> {
    is_sum: bool,
    cells: Vec<CellView<'a>>,
}

struct CellView<'a> {
    value: Value<'a>,
    class: &'static str,
}

impl<'a> Page<'a> {
    pub(super) fn of(document: &'a Document) -> Self {
        let i18n = I18n::new(document.lang);
        let shown = document.sections.iter().filter(|s| !s.id.is_detail());
        let sections: Vec<_> = shown.map(|s| SectionView::of(s, document, &i18n)).collect();
        let lines = sections.iter().map(SectionView::lines).sum::<usize>();
        Self {
            document,
            title: document.title.split_inclusive(" · ").map(str::trim_end).collect(),
            headline: Headline::of(document),
            density: LINES.iter().position(|most| lines <= *most).unwrap_or_default(),
            sections,
        }
    }
}

impl<'a> SectionView<'a> {
    fn of(section: &'a Section, document: &'a Document, i18n: &I18n) -> Self {
        let has_days = section
            .parts
            .iter()
            .any(|p| matches!(p, Part::Chart(Chart::Days(_))));
        let mut parts: Vec<PartView<'a>> = Vec::new();
        for (i, part) in section.parts.iter().enumerate() {
            let id = format!("{}-{}", section.id.name(), i + 1);
            match (part, parts.last_mut()) {
                (Part::Sentence(text), Some(PartView::Sentences(texts))) => texts.push(text),
                (Part::Sentence(text), _) => parts.push(PartView::Sentences(vec![text])),
                (Part::Table(table), _) => {
                    let rows = tree::outermost(table);
                    let table = TableView::of(table, &rows, id, &section.heading, has_days, document);
                    parts.push(PartView::Table(table));
                }
                (Part::Chart(chart), _) => {
                    let categories = &document.categories;
                    let id = &id;
                    let drawing = draw(chart, Pen { id, categories, i18n });
                    let is_half = matches!(chart, Chart::Days(_));
                    parts.extend(drawing.map(|drawing| PartView::Chart { drawing, is_half }));
                }
            }
        }
        let after = parts.iter().rposition(|p| !matches!(p, PartView::Sentences(_)));
        let after = after.map_or(0, |last| last + 1);
        parts.splice(after..after, Self::branches(section, document));
        // A list of all activities is as long as a page, and has nothing of its kind beside it.
        let is_half = section.id != SectionId::Doings
            && section
                .parts
                .iter()
                .all(|p| matches!(p, Part::Table(table) if table.columns.len() <= NARROW));
        Self {
            section,
            is_half,
            parts,
        }
    }

    /// What is within the rows of its tables, of all tables together.
    fn branches(section: &'a Section, document: &'a Document) -> Vec<PartView<'a>> {
        let tables = section
            .parts
            .iter()
            .enumerate()
            .filter_map(|(i, part)| match part {
                Part::Table(table) if table.is_tree() => Some((i, table)),
                _ => None,
            });
        let tables: Vec<(usize, &Table)> = tables.collect();
        let branches = tables
            .first()
            .map(|(_, table)| tree::branches(table))
            .unwrap_or_default();
        let view = |(at, branch): (usize, tree::Branch)| PartView::Branch {
            tables: tables
                .iter()
                .map(|(i, table)| {
                    let id = format!("{}-{}-{}", section.id.name(), i + 1, at + 1);
                    TableView::of(table, &branch.rows, id, &branch.path, false, document)
                })
                .collect(),
            path: branch.path.clone(),
        };
        branches.into_iter().enumerate().map(view).collect()
    }

    /// About how many lines it takes in print.
    fn lines(&self) -> usize {
        let lines = |part: &PartView<'_>| match part {
            PartView::Sentences(texts) => {
                let lines = texts.iter().map(|text| text.width().div_ceil(COLUMN));
                lines.sum::<usize>().div_ceil(2)
            }
            PartView::Table(table) if table.class == FACTS_WIDE => table.rows.len().div_ceil(3) + 1,
            PartView::Table(table) if table.class == "facts" => 1,
            PartView::Table(table) => table.rows.len() + 3,
            PartView::Branch { tables, .. } => tables.iter().map(|t| t.rows.len() + 3).sum::<usize>() + 2,
            PartView::Chart { is_half: true, .. } => 5,
            PartView::Chart { .. } => 15,
        };
        let lines = self.parts.iter().map(lines).sum::<usize>();
        if self.is_half { lines.div_ceil(2) } else { lines }
    }
}

impl<'a> TableView<'a> {
    fn of(
        table: &'a Table,
        rows: &[usize],
        id: String,
        heading: &str,
        has_days: bool,
        document: &'a Document,
    ) -> Self {
        let class = match table.columns.len() {
            _ if is_facts(table) && has_days => FACTS_WIDE,
            _ if is_facts(table) => "facts",
            columns if columns >= WIDE => "plain small",
            _ => "plain",
        };
        let amounts = |column: usize| {
            let mut cells = table.rows.iter().map(|row| &row.cells[column]);
            cells.any(is_amount)
        };
        let columns = table.columns.iter().enumerate();
        let columns: Vec<(&str, bool)> = columns.map(|(i, name)| (name.as_str(), amounts(i))).collect();
        let row = |row: &'a crate::summary::Row| RowView {
            is_sum: row.is_sum,
            cells: row
                .cells
                .iter()
                .zip(&columns)
                .map(|(cell, (_, amounts))| CellView {
                    value: Value::of(cell, document),
                    class: class_of(cell, *amounts),
                })
                .collect(),
        };
        Self {
            caption: match table.columns.first() {
                _ if !table.caption.is_empty() => format!("{heading}: {}", table.caption),
                Some(first) => format!("{heading}: {first}"),
                None => heading.to_owned(),
            },
            has_roles: class == FACTS_WIDE,
            rows: rows
                .iter()
                .filter_map(|at| table.rows.get(*at))
                .map(row)
                .collect(),
            title: &table.caption,
            id,
            class,
            columns,
        }
    }
}

/// How a cell is set in a column that holds amounts, or does not.
fn class_of(cell: &Cell, amounts: bool) -> &'static str {
    match cell {
        _ if is_nothing(cell) => "n zero",
        _ if is_amount(cell) => "n",
        _ if cell.is_number() => "d",
        _ if amounts => "n words",
        Cell::Text(text) if text.width() <= SHORT => "s",
        _ => "",
    }
}
