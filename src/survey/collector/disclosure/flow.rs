//! How much hidden cells of a table can be, when all its rows and columns are known.

use super::cross::At;
use std::collections::VecDeque;

/// What hidden cells can be, when all rows and columns are known: respondents that go round through hidden cells, one more
/// here, one fewer there. What fits round is a maximal flow from the row of a cell to its column.
pub(super) struct Flow {
    /// How many are in each hidden cell; none in one that is shown.
    cells: Vec<Vec<Option<u32>>>,
}

impl Flow {
    /// How many are in each hidden cell, row by row; none in one that is shown, or that nobody is in.
    pub(super) const fn of(cells: Vec<Vec<Option<u32>>>) -> Self {
        Self { cells }
    }

    /// How much the largest that a hidden cell can be is above the smallest that it can be; counted up to `enough`.
    pub(super) fn width(&self, at: At, enough: u32) -> u32 {
        let up = self.change(at, true, enough);
        if up >= enough {
            return up;
        }
        let most = self.cells[at.0][at.1].unwrap_or(0).min(enough);
        (up + self.change(at, false, most)).min(enough)
    }

    /// How much a cell can grow, or shrink, up to `most`.
    fn change(&self, at: At, grows: bool, most: u32) -> u32 {
        let mut cells = self.cells.clone();
        cells[at.0][at.1] = None; // it does not make room for itself
        let mut changed = 0;
        while changed < most {
            let Some(path) = path(&cells, at, grows) else {
                break;
            };
            // Where the cell grows, the cells from a row to a column shrink, and those from a column to a row grow.
            let shrinks = |step: usize| (step.is_multiple_of(2)) == grows;
            let room = path.iter().enumerate().filter(|(step, _)| shrinks(*step));
            let room = room
                .map(|(_, (row, column))| cells[*row][*column].unwrap_or(0))
                .min();
            let by = room.unwrap_or(u32::MAX).min(most - changed);
            for (step, (row, column)) in path.iter().enumerate() {
                if let Some(n) = &mut cells[*row][*column] {
                    *n = if shrinks(step) {
                        *n - by
                    } else {
                        n.saturating_add(by)
                    };
                }
            }
            changed += by;
        }
        changed
    }
}

/// A shortest way from the row of a cell to its column, through hidden cells that have room for it.
fn path(cells: &[Vec<Option<u32>>], (row, column): At, grows: bool) -> Option<Vec<At>> {
    let (rows, columns) = (cells.len(), cells.first().map_or(0, Vec::len));
    let has_room = |at: At, shrinks: bool| cells[at.0][at.1].is_some_and(|n| !shrinks || n > 0);
    // From where each row and column was reached; rows first.
    let mut from: Vec<Option<usize>> = vec![None; rows + columns];
    from[row] = Some(row);
    let mut queue = VecDeque::from([row]);
    while let Some(node) = queue.pop_front() {
        let next: Vec<usize> = if node < rows {
            let reaches = |c: &usize| has_room((node, *c), grows);
            (0..columns).filter(reaches).map(|c| rows + c).collect()
        } else {
            let reaches = |r: &usize| has_room((*r, node - rows), !grows);
            (0..rows).filter(reaches).collect()
        };
        for to in next {
            if from[to].is_none() {
                from[to] = Some(node);
                queue.push_back(to);
            }
        }
    }
    let (mut node, mut out) = (rows + column, Vec::new());
    while node != row {
        let before = from[node]?;
        out.push(if node < rows {
            (node, before - rows)
        } else {
            (before, node - rows)
        });
        node = before;
    }
    out.reverse();
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn flow(cells: &[&[Option<u32>]]) -> Flow {
        Flow::of(cells.iter().map(|row| row.to_vec()).collect())
    }

    #[test]
    fn four_hidden_cells_at_the_corners_hide_each_other() {
        let flow = flow(&[&[Some(3), Some(9)], &[Some(20), Some(30)]]);
        assert_eq!(flow.width((0, 0), 100), 3 + 9);
        assert_eq!(flow.width((1, 1), 100), 3 + 9);
        assert_eq!(flow.width((0, 0), 10), 10);
    }

    #[test]
    fn three_hidden_cells_hide_nothing() {
        let flow = flow(&[&[Some(3), Some(9)], &[Some(20), None]]);
        assert_eq!(flow.width((0, 0), 100), 0);
    }

    /// All tables with the same rows and columns, tried one by one.
    fn widths_by_hand(cells: &[Vec<Option<u32>>]) -> Vec<Vec<Option<(u32, u32)>>> {
        let at: Vec<At> = (0..cells.len())
            .flat_map(|r| (0..cells[0].len()).map(move |c| (r, c)))
            .filter(|(r, c)| cells[*r][*c].is_some())
            .collect();
        let row = |t: &[Vec<u32>], r: usize| t[r].iter().sum::<u32>();
        let column = |t: &[Vec<u32>], c: usize| t.iter().map(|row| row[c]).sum::<u32>();
        let truth: Vec<Vec<u32>> = cells
            .iter()
            .map(|r| r.iter().map(|c| c.unwrap_or(0)).collect())
            .collect();
        let most: u32 = truth.iter().flatten().sum();
        let mut out = vec![vec![None; cells[0].len()]; cells.len()];
        let mut try_out = vec![vec![0; cells[0].len()]; cells.len()];
        let total = (u64::from(most) + 1).pow(u32::try_from(at.len()).unwrap());
        for mut code in 0..total {
            for (r, c) in &at {
                try_out[*r][*c] = u32::try_from(code % (u64::from(most) + 1)).unwrap();
                code /= u64::from(most) + 1;
            }
            let fits = (0..truth.len()).all(|r| row(&try_out, r) == row(&truth, r))
                && (0..truth[0].len()).all(|c| column(&try_out, c) == column(&truth, c));
            if fits {
                for (r, c) in &at {
                    let n = try_out[*r][*c];
                    let (low, high) = out[*r][*c].unwrap_or((n, n));
                    out[*r][*c] = Some((low.min(n), high.max(n)));
                }
            }
        }
        out
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn widths_are_those_of_all_tables_that_fit(
            cells in prop::collection::vec(prop::collection::vec(prop::option::weighted(0.6, 0_u32..3), 3), 3),
        ) {
            let hidden: u32 = cells.iter().flatten().flatten().sum();
            prop_assume!(cells.iter().flatten().flatten().count() <= 6 && hidden <= 6);
            let flow = Flow { cells: cells.clone() };
            for (r, row) in widths_by_hand(&cells).into_iter().enumerate() {
                for (c, range) in row.into_iter().enumerate() {
                    if let Some((low, high)) = range {
                        prop_assert_eq!(flow.width((r, c), 1000), high - low, "{:?} at {} {}", &cells, r, c);
                    }
                }
            }
        }
    }
}
