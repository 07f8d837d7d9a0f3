//! The public-use file: one row a response, for whoever wants to compute with it, and nobody in it to be found.
//!
//! **A fixed list of columns**: week, groups, school days, complete or not, minutes of the five categories, the share of
//! what is not teaching, the goal, meetings. Not the respondent nor the revision, so that the weeks of one respondent are
//! not linked, of a panel neither; not the activities, meetings' lengths, late messages and ratings, which together are as
//! good as a name to whoever has seen a response.
//!
//! **What others can know of a respondent** (the groups, and how many school days the week had) is made coarser until in
//! each week at least `min_group` rows have all of it in common, and so in the file as a whole; see `known`. What is taken
//! away is an empty cell, the same as what was not said. A code of its own would say of a row that its answers are rare,
//! which is just what is to be hidden; and rows that were not said help to hide the others. The data sheet says how often it
//! was done.
//!
//! **Numbers** are coarse, and at both ends of each at least `min_group` rows and one of a hundred share a value; yes and
//! no are there in weeks in which at least `min_group` say either. See `numbers`.
//!
//! **Rows** are sorted by what they say, so that their order says nothing. A week with fewer than `min_group` responses is
//! not in the file.
//!
//! What this does not do: it does not hide from somebody who knows the numbers of a response which row is theirs, where
//! few rows have the same; they learn little that is new. And where all rows of a group say the same, one learns it of each
//! of them. The data sheet says so.

mod account;
mod csv;
mod files;
mod known;
mod ladders;
mod numbers;
mod parquet;
mod say;
mod sheet;
mod week;

pub use account::Account;
pub use files::{Format, PublicFiles};
pub use week::Candidates;

use super::dataset::{Dataset, DatasetError, Part, PartReader};
use super::values::{MISSING, VALUES, Value};
use crate::domain::{Category, WeekId};
use crate::survey::definition::Definition;
use ::parquet::errors::ParquetError;
use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use week::PublicWeek;

/// Why nothing was published.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// The dataset cannot be read.
    #[error(transparent)]
    Dataset(#[from] DatasetError),
    /// No week has enough responses.
    #[error("no week has as many as {0} responses")]
    TooFew(u32),
    /// One of the files is there already.
    #[error("{} is there already", .0.display())]
    Exists(PathBuf),
    /// A file cannot be written.
    #[error("{}: {}", .0.display(), .1)]
    Io(PathBuf, #[source] io::Error),
}

/// Publishes responses of a survey, week by week: `candidates` gives those of a week when they are needed, so that one week
/// is in memory at a time, in some 24 bytes a response. What they are is the caller's: the dataset as it is, or a week as it
/// was when it was published before.
///
/// # Errors
/// [`PublishError`]; no file is there then.
pub fn publish(
    definition: &Definition,
    weeks: impl IntoIterator<Item = WeekId>,
    mut candidates: impl FnMut(WeekId) -> Result<Candidates, PublishError>,
    mut files: PublicFiles,
) -> Result<Account, PublishError> {
    let (mut account, mut shown) = (Account::default(), Vec::new());
    for week in weeks {
        let candidates = candidates(week)?;
        if let Some(public) = PublicWeek::of(week, candidates, definition, &mut account) {
            files.week(&public)?;
            shown.push((week, public.shown));
        }
    }
    if account.rows == 0 {
        return Err(PublishError::TooFew(definition.min_group));
    }
    files.finish(&account, &shown)?;
    Ok(account)
}

/// Publishes these parts of a dataset, by week.
///
/// # Errors
/// As [`publish`].
pub fn publish_parts(
    dataset: &Dataset,
    parts: &BTreeMap<WeekId, Vec<Part>>,
    files: PublicFiles,
) -> Result<Account, PublishError> {
    let candidates = |week: WeekId| {
        let mut out = Candidates::default();
        for part in parts.get(&week).into_iter().flatten() {
            let reader = dataset.reader(part)?;
            let damaged = |why| DatasetError::Part(part.path.clone(), why);
            for row_group in 0..reader.row_groups() {
                read(&reader, row_group, &dataset.definition, &mut out).map_err(damaged)?;
            }
        }
        Ok(out)
    };
    publish(&dataset.definition, parts.keys().copied(), candidates, files)
}

/// The numbers that are read at all.
const READ: [Value; 9] = [
    Value::SchoolDays,
    Value::Complete,
    Value::Category(Category::Teaching),
    Value::Category(Category::Meetings),
    Value::Category(Category::Reports),
    Value::Category(Category::ParentMessages),
    Value::Category(Category::Duty),
    Value::GoalMet,
    Value::Meetings,
];

fn read(
    reader: &PartReader,
    row_group: usize,
    definition: &Definition,
    out: &mut Candidates,
) -> Result<(), ParquetError> {
    let groups = 0..definition.groups.len();
    let groups = groups.map(|group| reader.answers(row_group, group));
    let groups: Vec<Vec<u16>> = groups.collect::<Result<_, _>>()?;
    let columns: Vec<(Value, Vec<i16>)> = READ
        .into_iter()
        .map(|value| Ok((value, reader.numbers(row_group, value)?)))
        .collect::<Result<_, ParquetError>>()?;
    let rows = reader.len(row_group);
    let lengths = groups
        .iter()
        .map(Vec::len)
        .chain(columns.iter().map(|(_, c)| c.len()));
    if lengths.into_iter().any(|length| length != rows) {
        return Err(ParquetError::General(
            "its columns are of different lengths".to_owned(),
        ));
    }
    let mut answers = vec![0; groups.len()];
    for row in 0..rows {
        for (answer, group) in answers.iter_mut().zip(&groups) {
            *answer = group[row];
        }
        let mut values = [MISSING; VALUES];
        for (value, column) in &columns {
            values[value.index()] = column[row];
        }
        out.add(&answers, &values);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
