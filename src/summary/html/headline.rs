//! The figures that stand large at the top: the last sum of the first table, and the first facts after it.

use super::cell::Value;
use crate::summary::{Cell, Document, Part, Table};

/// How many figures there is room for beside the share.
const OTHERS: usize = 6;

/// A figure with its name.
pub(super) struct Figure<'a> {
    pub(super) name: String,
    pub(super) value: Value<'a>,
}

/// The share that leads the page, if there is one, and the figures beside it.
#[derive(Default)]
pub(super) struct Headline<'a> {
    pub(super) share: Option<Figure<'a>>,
    /// The share as whole thousandths, to draw it.
    pub(super) thousandths: u32,
    pub(super) others: Vec<Figure<'a>>,
    /// Whether the change against the baseline is among them.
    has_change: bool,
}

impl<'a> Headline<'a> {
    pub(super) fn of(document: &'a Document) -> Self {
        let mut out = Self::default();
        let parts = document
            .sections
            .first()
            .map_or(&[][..], |section| &section.parts);
        let mut tables = parts.iter().filter_map(|part| match part {
            Part::Table(table) => Some(table),
            _ => None,
        });
        if let Some(table) = tables.next() {
            out.take_sum(table, document);
        }
        let facts = tables.next().filter(|table| is_facts(table));
        for row in facts.iter().flat_map(|table| &table.rows) {
            if let [Cell::Text(name), value] = &row.cells[..] {
                out.add_fact(name, value, document);
            }
        }
        out
    }

    fn take_sum(&mut self, table: &'a Table, document: &'a Document) {
        let Some((Cell::Text(name), values)) = table
            .rows
            .last()
            .filter(|row| row.is_sum)
            .and_then(|row| row.cells.split_first())
        else {
            return;
        };
        for (column, cell) in table.columns.iter().skip(1).zip(values) {
            match cell {
                Cell::Empty => {}
                Cell::Share(share) if self.share.is_none() => {
                    self.share = Some(figure(format!("{name} · {column}"), cell, document));
                    self.thousandths = thousandths(*share);
                }
                Cell::Percent(percent) if self.share.is_none() => {
                    self.share = Some(figure(format!("{name} · {column}"), cell, document));
                    self.thousandths = 10 * percent.min(&100);
                }
                _ => {
                    self.has_change |= matches!(cell, Cell::Change(_));
                    self.add(figure(format!("{name} · {column}"), cell, document));
                }
            }
        }
    }

    /// Adds a fact. The average change of a trend is the change of its sum, which stands there already; figures that
    /// only happen to be equal, a target and what is left to it say, are two.
    fn add_fact(&mut self, name: &str, cell: &'a Cell, document: &Document) {
        if !(self.has_change && matches!(cell, Cell::Change(_))) {
            self.add(figure(name.to_owned(), cell, document));
        }
    }

    /// Adds a figure while there is room.
    fn add(&mut self, new: Figure<'a>) {
        if self.others.len() < OTHERS {
            self.others.push(new);
        }
    }
}

/// Whether a table is a list of named values.
pub(super) fn is_facts(table: &Table) -> bool {
    table.columns.len() == 2 && table.rows.iter().all(|row| !row.is_sum)
}

fn figure<'a>(name: String, cell: &'a Cell, document: &Document) -> Figure<'a> {
    let value = Value::of(cell, document);
    Figure { name, value }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between 0 and 1000"
)]
fn thousandths(share: f64) -> u32 {
    (share.clamp(0.0, 1.0) * 1000.0).round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::{Section, SectionId};

    fn document(facts: &[(&str, Cell)]) -> Document {
        let mut sums = Table::new(["category", "time", "change"].map(str::to_owned));
        sums.sum([
            Cell::Text("non-teaching".to_owned()),
            Cell::Minutes(60),
            Cell::Change(-0.2),
        ]);
        let mut named = Table::new(["what", "value"].map(str::to_owned));
        for (name, value) in facts {
            named.row([Cell::Text((*name).to_owned()), value.clone()]);
        }
        Document::of_sections(vec![Section {
            id: SectionId::Summary,
            heading: "summary".to_owned(),
            parts: vec![Part::Table(sums), Part::Table(named)],
        }])
    }

    #[test]
    fn equal_figures_are_two_and_one_figure_under_two_names_is_one() {
        let document = document(&[
            ("target", Cell::Minutes(120)),
            ("left", Cell::Minutes(120)),
            ("average change", Cell::Change(-0.2)),
            ("late", Cell::Minutes(60)),
        ]);
        let headline = Headline::of(&document);
        let names: Vec<&str> = headline.others.iter().map(|f| f.name.as_str()).collect();
        assert_eq!(
            names,
            [
                "non-teaching · time",
                "non-teaching · change",
                "target",
                "left",
                "late"
            ]
        );
    }
}
