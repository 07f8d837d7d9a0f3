//! What somebody else can know of a respondent, and how it is made coarser until enough others have the same.

use super::ladders::{Known, Ladders};
use std::collections::{BTreeMap, HashMap};

/// What becomes of everything that is known in a week; none where the rows are left out.
pub(super) type Recoded = HashMap<Known, Option<Known>>;

/// Makes coarser what too few have in common. `counts` says how many rows there are of everything that is known.
///
/// Whatever at least `least` rows have in common stays. The others are taken as one: for each way to make them coarser, the
/// mildest first, those go that way that then are at least `least`, together with the rows that have become the same
/// before. What is left when no way is left is left out; that is fewer than `least`. All rows that are the same go the same
/// way, and nothing but the counts decides, so the order of the rows does not matter.
pub(super) fn recode(counts: &BTreeMap<Known, u32>, ladders: &Ladders, least: u32) -> Recoded {
    let mut open: Vec<(&Known, u32)> = counts.iter().map(|(known, n)| (known, *n)).collect();
    let mut settled: HashMap<Known, u32> = HashMap::new();
    let mut out = Recoded::with_capacity(counts.len());
    for way in ladders.ways() {
        if open.is_empty() {
            break;
        }
        let coarse: Vec<Known> = open.iter().map(|(known, _)| ladders.climb(known, &way)).collect();
        let mut together: HashMap<&Known, u32> = HashMap::new();
        for (known, (_, n)) in coarse.iter().zip(&open) {
            *together.entry(known).or_default() += n;
        }
        together.retain(|known, n| *n + settled.get(*known).copied().unwrap_or(0) >= least);
        let mut rest = Vec::new();
        for (to, (from, n)) in coarse.iter().zip(open) {
            if together.contains_key(to) {
                out.insert(from.clone(), Some(to.clone()));
            } else {
                rest.push((from, n));
            }
        }
        let joined = together.into_iter().map(|(known, n)| (known.clone(), n));
        for (known, n) in joined {
            *settled.entry(known).or_default() += n;
        }
        open = rest;
    }
    out.extend(open.into_iter().map(|(known, _)| (known.clone(), None)));
    out
}
