//! One week of a public-use file.

use super::account::Account;
use super::differences::close;
use super::known::{Recoded, recode};
use super::ladders::{Known, Ladders};
use super::numbers::{Number, Numbers, Shown, numbers};
use super::visible::Visible;
use crate::domain::WeekId;
use crate::survey::collector::cells::Histogram;
use crate::survey::collector::values::{MISSING, Value, Values};
use crate::survey::definition::Definition;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The responses of a week as far as they can be published at all: nothing that says from whom they are comes in here.
#[derive(Debug, Clone, Default)]
pub struct Candidates {
    places: HashMap<Known, u32>,
    rows: Vec<(u32, Numbers)>,
}

impl Candidates {
    /// Adds a response: the places of its answers, and its numbers.
    pub fn add(&mut self, groups: &[u16], values: &Values) {
        let days = match values[Value::SchoolDays.index()] {
            MISSING => 0,
            days => u16::try_from(days + 1).unwrap_or(0),
        };
        let known: Known = groups.iter().copied().chain([days]).collect();
        let next = u32::try_from(self.places.len()).unwrap_or(u32::MAX);
        let place = *self.places.entry(known).or_insert(next);
        self.rows.push((place, numbers(values)));
    }
}

/// One row as it is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct PublicRow {
    /// Among what is known.
    known: u32,
    numbers: Numbers,
}

/// A week as it is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PublicWeek {
    pub(super) week: WeekId,
    /// Everything that is known of any row.
    known: Vec<Known>,
    /// Sorted by what they say: the order says nothing about the dataset's.
    rows: Vec<PublicRow>,
    pub(super) shown: Vec<Shown>,
}

impl PublicWeek {
    /// Prepares a week; none where there are fewer than `min_group` responses, or reports show nothing of it. What was done is
    /// added to the account.
    pub(super) fn of(
        week: WeekId,
        candidates: Candidates,
        visible: &Visible,
        definition: &Definition,
        account: &mut Account,
    ) -> Option<Self> {
        let (Candidates { places, rows }, least) = (candidates, definition.min_group);
        if rows.len() < least as usize || !visible.is_anything() {
            account.weeks_left_out.push(week);
            return None;
        }
        let by_place = {
            let mut out: Vec<(Known, u32)> = places.into_iter().collect();
            out.sort_unstable_by_key(|(_, place)| *place);
            out
        };
        let mut n = vec![0_u32; by_place.len()];
        for (place, _) in &rows {
            n[*place as usize] += 1;
        }
        let counts: BTreeMap<Known, u32> = by_place
            .iter()
            .map(|(known, place)| (known.clone(), n[*place as usize]))
            .collect();
        let recoded = coarse(&counts, visible, &Ladders::of(definition), least);
        account.count(&counts, &recoded);

        let known: BTreeSet<&Known> = recoded.values().flatten().collect();
        let known: Vec<Known> = known.into_iter().cloned().collect();
        let to: Vec<Option<u32>> = by_place
            .iter()
            .map(|(from, _)| {
                let at = known.binary_search(recoded.get(from)?.as_ref()?).ok()?;
                u32::try_from(at).ok()
            })
            .collect();
        let published = |(place, numbers): (u32, Numbers)| {
            let known = to.get(place as usize).copied().flatten()?;
            Some(PublicRow { known, numbers })
        };
        let mut rows: Vec<PublicRow> = rows.into_iter().filter_map(published).collect();
        let shown = shown(&rows, least);
        for row in &mut rows {
            for (number, shown) in row.numbers.iter_mut().zip(&shown) {
                *number = shown.value(*number);
            }
        }
        rows.sort_unstable();
        Some(Self {
            week,
            known,
            rows,
            shown,
        })
    }

    /// The rows: what is known, and the numbers.
    pub(super) fn rows(&self) -> impl Iterator<Item = (&Known, &Numbers)> {
        self.rows
            .iter()
            .map(|row| (&self.known[row.known as usize], &row.numbers))
    }
}

/// What becomes of everything that is known: first without what reports do not show, then until enough have it in common,
/// then until the file and the report together tell nothing of a few.
fn coarse(counts: &BTreeMap<Known, u32>, visible: &Visible, ladders: &Ladders, least: u32) -> Recoded {
    let mut seen: BTreeMap<Known, u32> = BTreeMap::new();
    for (known, n) in counts {
        *seen.entry(visible.seen_together(known)).or_default() += n;
    }
    let recoded = recode(&seen, ladders, least);
    let of = |known: &Known| recoded.get(&visible.seen_together(known)).cloned().flatten();
    let mut recoded: Recoded = counts.keys().map(|known| (known.clone(), of(known))).collect();
    close(counts, &mut recoded, visible, least);
    recoded
}

/// What is published of each number.
fn shown(rows: &[PublicRow], least: u32) -> Vec<Shown> {
    let of = |(place, number): (usize, Number)| {
        let mut values = Histogram::default();
        for row in rows {
            if row.numbers[place] != MISSING {
                values.add(row.numbers[place], 1);
            }
        }
        Shown::of(number, &values, least)
    };
    Number::ALL.into_iter().enumerate().map(of).collect()
}
