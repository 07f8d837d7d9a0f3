//! A value as it stands in the page.

use crate::summary::{Cell, Document};
use std::borrow::Cow;

/// What is shown, and the number behind it.
pub(super) struct Value<'a> {
    /// The number as it is: minutes, a fraction, an ISO date; none of words and of nothing.
    pub(super) raw: Option<String>,
    /// What is shown.
    pub(super) shown: Cow<'a, str>,
}

impl<'a> Value<'a> {
    pub(super) fn of(cell: &'a Cell, document: &Document) -> Self {
        Self {
            raw: cell.raw(),
            shown: document.shown(cell),
        }
    }
}

/// Whether a value is set on the right: amounts are, dates and times of day begin a line.
pub(super) const fn is_amount(cell: &Cell) -> bool {
    cell.is_number() && !matches!(cell, Cell::Date(_) | Cell::Clock(_))
}

/// Whether a value says that there was nothing.
pub(super) const fn is_nothing(cell: &Cell) -> bool {
    matches!(cell, Cell::Minutes(0) | Cell::Count(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::{Part, Section, SectionId, Table, TextEncoding, csv};

    #[test]
    fn a_page_and_a_table_in_text_hold_the_same_numbers() {
        let cells = [
            Cell::Minutes(-65),
            Cell::MeanMinutes(47.25),
            Cell::Count(12),
            Cell::Number(2.125),
            Cell::Share(0.375),
            Cell::Part {
                share: 0.125,
                percent: 13,
            },
            Cell::Change(-0.15),
            Cell::Date("2026-11-20".parse().unwrap()),
        ];
        let mut table = Table::new(cells.iter().map(|_| String::from("x")));
        table.row(cells.clone());
        let document = Document::of_sections(vec![Section {
            id: SectionId::Summary,
            heading: "summary".to_owned(),
            parts: vec![Part::Table(table)],
        }]);
        let raw: Vec<String> = cells
            .iter()
            .map(|c| Value::of(c, &document).raw.unwrap())
            .collect();
        assert_eq!(raw.join(","), "-65,47.25,12,2.125,0.375,0.125,-0.15,2026-11-20");
        let text = String::from_utf8(csv(&document, TextEncoding::Utf8)).unwrap();
        assert_eq!(text.lines().last(), Some(raw.join(",").as_str()));
        assert_eq!(Value::of(&Cell::Clock(1470), &document).raw.unwrap(), "1470");
        assert_eq!(Value::of(&Cell::Text("1".into()), &document).raw, None);
        assert_eq!(Value::of(&Cell::Empty, &document).raw, None);
    }
}
