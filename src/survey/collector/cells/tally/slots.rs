//! Rows told apart by their answers: each combination of answers that occurs has a slot.

use std::collections::HashMap;

/// Tells rows with the same number apart by their answers to one more group; gives the combinations that occur and how many
/// they are.
pub(super) fn refine(
    rows: &mut [u32],
    answers: &[i16],
    combinations: &[u16],
    count: usize,
    of: usize,
    table: &mut Vec<u32>,
) -> (Vec<u16>, usize) {
    /// The most entries of a table: more would be slower than looking up.
    const LARGEST: usize = 1 << 20;
    const NONE: u32 = u32::MAX;
    let width = combinations.len() / count;
    let (mut out, mut new) = (Vec::new(), 0);
    let mut make = |key: usize| {
        let (old, answer) = (key / of, key % of);
        out.extend_from_slice(&combinations[old * width..(old + 1) * width]);
        out.push(u16::try_from(answer).unwrap_or(0)); // it has at most 400
        new += 1;
        small(new - 1)
    };
    let key = |row: u32, answer: i16| index(row) * of + usize::from(answer.unsigned_abs());
    if count * of <= LARGEST {
        table.clear();
        table.resize(count * of, NONE);
        for (row, answer) in rows.iter_mut().zip(answers) {
            let key = key(*row, *answer);
            if table[key] == NONE {
                table[key] = make(key);
            }
            *row = table[key];
        }
    } else {
        let mut known = HashMap::new();
        for (row, answer) in rows.iter_mut().zip(answers) {
            let key = key(*row, *answer);
            *row = *known.entry(key).or_insert_with(|| make(key));
        }
    }
    (out, new)
}

/// A slot as a place.
pub(super) const fn index(slot: u32) -> usize {
    slot as usize
}

/// A place as a slot; there are never more than rows that fit into memory.
pub(super) fn small(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_told_apart_with_and_without_a_table() {
        for of in [4, 1 << 20] {
            let (mut rows, mut table) = (vec![0, 0, 0, 0], Vec::new());
            let (first, count) = refine(&mut rows, &[2, 0, 2, 3], &[], 1, of, &mut table);
            assert_eq!((first.as_slice(), count), ([2, 0, 3].as_slice(), 3));
            let (both, count) = refine(&mut rows, &[1, 1, 0, 1], &first, count, of, &mut table);
            assert_eq!((rows.as_slice(), count), ([0, 1, 2, 3].as_slice(), 4));
            assert_eq!(both, [2, 1, 0, 1, 2, 0, 3, 1]);
        }
    }
}
