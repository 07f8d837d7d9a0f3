//! What somebody learns who takes the rows of the file from the numbers of the report.

use super::known::Recoded;
use super::ladders::Known;
use super::visible::Visible;
use std::collections::{BTreeMap, HashMap};

/// Makes coarser what is published until of every line of the report either all rows are in the file under its answer, or at
/// least `least` are not; and until all rows are in the file at all. `counts` says how many rows there are of everything
/// that is known, and `recoded` what becomes of it: of each at least `least`, as `recode` makes it.
///
/// Where too few are not there, the fewest that are there and have the same in common lose the answer as well, for the one
/// that holds it. They are at least `least`, so that one time is enough for a line.
pub(super) fn close(counts: &BTreeMap<Known, u32>, recoded: &mut Recoded, visible: &Visible, least: u32) {
    let mut file = File::of(counts, recoded);
    file.take_all(counts, recoded);
    for group in 0..visible.groups() {
        let of_lines = |rows: &BTreeMap<Known, u32>| {
            let mut out: BTreeMap<u16, u32> = BTreeMap::new();
            for (known, n) in rows {
                for line in visible.lines(group, visible.seen(known)[group]) {
                    *out.entry(line).or_default() += n;
                }
            }
            out
        };
        let mut in_file = of_lines(&file.rows);
        for (line, total) in of_lines(counts) {
            let there = in_file.get(&line).copied().unwrap_or(0);
            let not_there = total.saturating_sub(there);
            if not_there == 0 || not_there >= least {
                continue;
            }
            let has = |known: &Known| visible.lines(group, known[group]).any(|l| l == line);
            if let Some(known) = file.smallest(has) {
                let mut to = known.clone();
                to[group] = visible.lines(group, line).nth(1).unwrap_or(0);
                file.put(known, &to);
                in_file = of_lines(&file.rows);
            }
        }
    }
    for to in recoded.values_mut().flatten() {
        *to = file.end_of(to);
    }
}

/// The rows that are published.
struct File {
    rows: BTreeMap<Known, u32>,
    /// What was made of everything that was made coarser once more.
    moved: HashMap<Known, Known>,
}

impl File {
    fn of(counts: &BTreeMap<Known, u32>, recoded: &Recoded) -> Self {
        let mut rows: BTreeMap<Known, u32> = BTreeMap::new();
        for (from, n) in counts {
            if let Some(Some(to)) = recoded.get(from) {
                *rows.entry(to.clone()).or_default() += n;
            }
        }
        Self {
            rows,
            moved: HashMap::new(),
        }
    }

    /// Takes the rows in that were left out, which are fewer than would do: as rows of which nothing is known, beside those
    /// that have the fewest in common.
    fn take_all(&mut self, counts: &BTreeMap<Known, u32>, recoded: &mut Recoded) {
        let left_out: Vec<&Known> = counts
            .keys()
            .filter(|known| !matches!(recoded.get(*known), Some(Some(_))))
            .collect();
        let Some(first) = left_out.first() else { return };
        let nothing: Known = vec![0; first.len()].into();
        if !self.rows.contains_key(&nothing) {
            let Some(fewest) = self.smallest(|_| true) else {
                return;
            };
            self.put(fewest, &nothing);
        }
        for known in left_out {
            *self.rows.entry(nothing.clone()).or_default() += counts[known];
            recoded.insert(known.clone(), Some(nothing.clone()));
        }
    }

    /// What the fewest rows have in common, of what is like that.
    fn smallest(&self, is: impl Fn(&Known) -> bool) -> Option<Known> {
        let rows = self.rows.iter().filter(|(known, _)| is(known));
        rows.min_by_key(|(_, n)| **n).map(|(known, _)| known.clone())
    }

    fn put(&mut self, from: Known, to: &Known) {
        let to = self.end_of(to);
        if let Some(n) = self.rows.remove(&from) {
            *self.rows.entry(to.clone()).or_default() += n;
            self.moved.insert(from, to);
        }
    }

    /// What became of it in the end; everything moves only upwards.
    fn end_of(&self, known: &Known) -> Known {
        let mut end = known;
        while let Some(to) = self.moved.get(end) {
            end = to;
        }
        end.clone()
    }
}
