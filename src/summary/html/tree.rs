//! Tables whose rows form a tree: a page shows the outermost rows, and what is within each where somebody opens it.

use crate::summary::{Cell, Table};

/// The rows right within another.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Branch {
    /// The names of the rows that hold them, the outermost first: `East › East 1`.
    pub(super) path: String,
    /// The places of the rows.
    pub(super) rows: Vec<usize>,
}

/// The places of the rows that no other holds.
pub(super) fn outermost(table: &Table) -> Vec<usize> {
    let rows = table.rows.iter().enumerate();
    rows.filter(|(_, row)| row.depth == 0).map(|(at, _)| at).collect()
}

/// What is within each row that holds others, in the order of these rows.
pub(super) fn branches(table: &Table) -> Vec<Branch> {
    let mut above: Vec<&str> = Vec::new();
    let mut out = Vec::new();
    for (at, row) in table.rows.iter().enumerate() {
        above.truncate(row.depth);
        above.push(match row.cells.first() {
            Some(Cell::Text(name)) => name,
            _ => "",
        });
        let inside = table.rows.iter().enumerate().skip(at + 1);
        let inside = inside.take_while(|(_, other)| other.depth > row.depth);
        let right_inside = inside.filter(|(_, other)| other.depth == row.depth + 1);
        let rows: Vec<usize> = right_inside.map(|(at, _)| at).collect();
        if !rows.is_empty() {
            let path = above.join(" › ");
            out.push(Branch { path, rows });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_within_a_row_is_a_branch() {
        let mut table = Table::new(["place".to_owned()]);
        for (name, depth) in [
            ("East", 0),
            ("E1", 1),
            ("a", 2),
            ("E2", 1),
            ("West", 0),
            ("rest", 0),
        ] {
            table.row_within([Cell::Text(name.to_owned())], depth);
        }
        assert_eq!(outermost(&table), [0, 4, 5]);
        let branch = |path: &str, rows: &[usize]| Branch {
            path: path.to_owned(),
            rows: rows.to_vec(),
        };
        assert_eq!(
            branches(&table),
            [branch("East", &[1, 3]), branch("East › E1", &[2])]
        );
    }
}
