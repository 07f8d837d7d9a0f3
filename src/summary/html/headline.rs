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
                out.add(figure(name.clone(), value, document));
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
                _ => self.add(figure(format!("{name} · {column}"), cell, document)),
            }
        }
    }

    /// Adds a figure while there is room, unless it is there already under another name.
    fn add(&mut self, new: Figure<'a>) {
        let is_there = self.others.iter().any(|old| {
            let (old, new) = (&old.value, &new.value);
            old.raw == new.raw && old.shown == new.shown
        });
        if self.others.len() < OTHERS && !is_there {
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
