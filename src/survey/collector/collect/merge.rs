//! Puts a batch into the dataset, week by week. Parts are written whole and one at a time, and a respondent stays in the part
//! where they are: so whoever reads the parts meanwhile finds nobody twice, and after a kill the same batch can be put in
//! once more.

use super::batch::Changes;
use super::withdrawn::Withdrawn;
use crate::domain::WeekId;
use crate::files::sync_dir;
use crate::survey::collector::dataset::{Dataset, DatasetError, MOST_ROWS, Part};
use crate::survey::collector::row::Row;
use std::collections::BTreeMap;
use std::fs;
use std::panic::resume_unwind;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// The most weeks at once: each takes the memory of a part.
const MOST_AT_ONCE: usize = 4;

/// What became of the changes of a week.
#[derive(Debug, Default)]
pub(super) struct Merged {
    /// The places of the answers of each row that is new in the dataset, also in place of another.
    pub(super) new: Vec<Box<[u16]>>,
    /// Changes whose respondent had a row already.
    pub(super) known: u64,
    /// Of those, the ones that say the same.
    pub(super) copies: u64,
    /// Of those, the ones that took its place.
    pub(super) corrected: u64,
    /// Of those, the ones that are older.
    pub(super) older: u64,
    /// Rows that went since they were withdrawn.
    pub(super) withdrawn: u64,
}

impl Merged {
    fn add(&mut self, mut other: Self) {
        self.new.append(&mut other.new);
        self.known += other.known;
        self.copies += other.copies;
        self.corrected += other.corrected;
        self.older += other.older;
        self.withdrawn += other.withdrawn;
    }
}

/// Puts what is new of each week into its parts, several weeks at once. What became of it is told of all that is in the
/// dataset now, also where something else could not be put in.
pub(super) fn merge(
    dataset: &Dataset,
    weeks: BTreeMap<WeekId, Changes>,
    withdrawn: &Withdrawn,
) -> (BTreeMap<WeekId, Merged>, Result<(), DatasetError>) {
    if weeks.is_empty() {
        return (BTreeMap::new(), Ok(()));
    }
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let at_once = cores.min(MOST_AT_ONCE).min(weeks.len());
    let parts = match dataset.parts() {
        Ok(parts) => parts,
        Err(why) => return (BTreeMap::new(), Err(why)),
    };
    let weeks = Mutex::new(weeks);
    let next = || weeks.lock().unwrap_or_else(PoisonError::into_inner).pop_first();
    let some_weeks = || {
        let mut all = Vec::new();
        while let Some((week, changes)) = next() {
            let parts = parts.get(&week).map_or(&[][..], Vec::as_slice);
            let mut merged = Merged::default();
            let put = merge_week(dataset, (week, parts), changes, withdrawn, &mut merged);
            all.push((week, merged));
            if put.is_err() {
                return (all, put);
            }
        }
        (all, Ok(()))
    };
    thread::scope(|scope| {
        let threads: Vec<_> = (0..at_once).map(|_| scope.spawn(some_weeks)).collect();
        let (mut all, mut result) = (BTreeMap::new(), Ok(()));
        for thread in threads {
            let (merged, put) = thread.join().unwrap_or_else(|panic| resume_unwind(panic));
            all.extend(merged);
            result = result.and(put);
        }
        (all, result)
    })
}

/// Puts what is new of a week into its parts; to `merged` comes what is in them.
fn merge_week(
    dataset: &Dataset,
    (week, parts): (WeekId, &[Part]),
    mut changes: Changes,
    withdrawn: &Withdrawn,
    merged: &mut Merged,
) -> Result<(), DatasetError> {
    let mut last = None;
    for (place, part) in parts.iter().enumerate() {
        let is_last = place + 1 == parts.len();
        let has_room = is_last && dataset.reader(part)?.rows() < MOST_ROWS as u64;
        if !has_room && !concerns(dataset, part, &changes)? {
            continue;
        }
        let mut rows = dataset.read(part)?;
        let mut found = Merged::default();
        let is_changed = change(&mut rows, week, &mut changes, withdrawn, &mut found);
        if has_room {
            last = Some((part, rows, is_changed, found)); // new rows may follow
            continue;
        }
        if is_changed {
            put(dataset, part, &rows)?;
        }
        merged.add(found);
    }
    let mut new: Vec<Row> = changes.into_values().flatten().collect();
    let answers = |rows: &[Row]| rows.iter().map(|row| row.groups.clone()).collect::<Vec<_>>();
    if let Some((part, mut rows, is_changed, mut found)) = last {
        let room = MOST_ROWS.saturating_sub(rows.len()).min(new.len());
        if is_changed || room > 0 {
            found.new.extend(answers(&new[..room]));
            rows.extend(new.drain(..room));
            rows.sort_unstable_by_key(|row| row.respondent);
            put(dataset, part, &rows)?;
        }
        merged.add(found);
    }
    let first = parts.last().map_or(0, |part| number(part) + 1);
    for (n, rows) in new.chunks(MOST_ROWS).enumerate() {
        dataset.write(&dataset.part_path(week, first + n), rows)?;
        merged.new.extend(answers(rows));
    }
    Ok(())
}

/// Whether a part has one of the respondents.
fn concerns(dataset: &Dataset, part: &Part, changes: &Changes) -> Result<bool, DatasetError> {
    let reader = dataset.reader(part)?;
    for row_group in 0..reader.row_groups() {
        let respondents = reader.respondents(row_group);
        let respondents = respondents.map_err(|why| DatasetError::Part(part.path.clone(), why))?;
        if respondents.iter().any(|r| changes.contains_key(r)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Changes the rows of a part; what concerned them is no more among the changes. True where something is another now.
fn change(
    rows: &mut Vec<Row>,
    week: WeekId,
    changes: &mut Changes,
    withdrawn: &Withdrawn,
    merged: &mut Merged,
) -> bool {
    let mut is_changed = false;
    rows.retain_mut(|row| {
        let Some(new) = changes.remove(&row.respondent) else {
            return true;
        };
        let is_withdrawn = row.revision <= withdrawn.up_to(week, row.respondent);
        merged.withdrawn += u64::from(is_withdrawn);
        let Some(new) = new else {
            is_changed |= is_withdrawn;
            return !is_withdrawn;
        };
        merged.known += 1;
        if !is_withdrawn && new == *row {
            merged.copies += 1;
        } else if is_withdrawn || new.counts_before(row) {
            merged.corrected += 1;
            merged.new.push(new.groups.clone());
            *row = new;
            is_changed = true;
        } else {
            merged.older += 1;
        }
        true
    });
    is_changed
}

/// Writes a part; an empty one goes, and with the last one the folder of the week.
fn put(dataset: &Dataset, part: &Part, rows: &[Row]) -> Result<(), DatasetError> {
    if !rows.is_empty() {
        return dataset.write(&part.path, rows);
    }
    let io = |e| DatasetError::Io(part.path.clone(), e);
    fs::remove_file(&part.path).map_err(io)?;
    if let Some(folder) = part.path.parent() {
        sync_dir(folder).map_err(io)?;
        let _ = fs::remove_dir(folder); // not empty where there are other parts
    }
    Ok(())
}

/// The number of a part.
fn number(part: &Part) -> usize {
    let name = part.path.file_stem().unwrap_or_default().to_string_lossy();
    name.strip_prefix("part-")
        .and_then(|n| n.parse().ok())
        .unwrap_or(0)
}
