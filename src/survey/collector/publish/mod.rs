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
//! **Beside the report** the file must not tell what the report hides. An answer whose line reports of the week hide is given
//! as the one that holds it, or not at all, before anything else (`visible`); and of every line that they show either all
//! rows are in the file under its answer, or at least `min_group` are not (`differences`), so that the rows taken from the
//! line leave nobody or enough. All rows of a week are in the file. Reports round numbers of people, and rows can be counted:
//! that is exact where the report is not, and tells of no fewer. Of two groups at once, reports show one table of one pair,
//! which is settled with the file at the latest: of everybody in a hidden cell of it the file says nothing of the less important
//! group, so that the file leaves open what the table does (`crossed`). Other pairs have no table. `tests/disclosure` attacks all of
//! it with a solver.
//!
//! **Who withdrew** before the week was in such a file is not in it. The report still counts them, so the week is only in the
//! file where the report less the rows tells of nobody or of enough, by the same rule as between two issues of a report; else
//! it is left out, and the sheet says so. From the first file on, the rows of a week are final.
//!
//! **Rows** are sorted by what they say, so that their order says nothing. A week with fewer than `min_group` responses is
//! not in the file.
//!
//! What this does not do: it does not hide from somebody who knows the numbers of a response which row is theirs, where
//! few rows have the same; they learn little that is new. And where all rows of a group say the same, one learns it of each
//! of them. The data sheet says so. And whether the goal is met, the week complete, or how many meetings there were stands in
//! every row that gave it, also where the report hides that of a line since too few gave it.

mod account;
mod crossed;
mod csv;
mod differences;
mod files;
mod known;
mod ladders;
mod numbers;
mod parquet;
mod say;
mod sheet;
mod visible;
mod week;

pub use account::Account;
pub use files::{Format, PublicFiles};
pub use visible::Visible;
pub use week::Candidates;

use super::dataset::{Dataset, DatasetError, Part, PartReader};
use super::values::{MISSING, VALUES, Value};
use crate::domain::{Category, WeekId};
use crate::survey::definition::Definition;
use ::parquet::errors::ParquetError;
use numbers::Shown;
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

/// The responses of a week that are published, and what decides how.
#[derive(Debug, Clone)]
pub struct PublicSource {
    /// Which issue of the report is made of the same ones.
    pub issue: u32,
    /// Where they are.
    pub parts: Vec<Part>,
    /// What reports show of the week.
    pub visible: Visible,
}

/// What is about to be published: all of it is written, and nothing has its name yet.
#[must_use]
pub struct Prepared {
    account: Account,
    shown: Vec<(WeekId, Vec<Shown>)>,
    files: PublicFiles,
}

impl Prepared {
    /// The weeks that are in the file, by the issue of the report whose responses they are.
    pub const fn issues(&self) -> &BTreeMap<u32, Vec<WeekId>> {
        &self.account.issues
    }

    /// Gives the files their names. What is settled with them is settled before: from now on others have them.
    ///
    /// # Errors
    /// [`PublishError`]; no file is there then.
    pub fn finish(self) -> Result<Account, PublishError> {
        self.files.finish(&self.account, &self.shown)?;
        Ok(self.account)
    }
}

/// Prepares responses of a survey, week by week: `candidates` gives those of a week when they are needed, so that one week
/// is in memory at a time, in some 24 bytes a response. What they are is the caller's: the dataset as it is, or a week as it
/// was when it was published before. With them goes what reports show of the week. `withdrawn` are weeks that are left out since
/// too few of their responses were withdrawn; the data sheet says so.
///
/// # Errors
/// [`PublishError`]; no file is there then.
pub fn publish(
    definition: &Definition,
    weeks: impl IntoIterator<Item = WeekId>,
    mut candidates: impl FnMut(WeekId) -> Result<(Candidates, Visible), PublishError>,
    mut files: PublicFiles,
    issues: &BTreeMap<WeekId, u32>,
    withdrawn: Vec<WeekId>,
) -> Result<Prepared, PublishError> {
    let mut shown = Vec::new();
    let mut account = Account {
        weeks_withdrawn: withdrawn,
        ..Account::default()
    };
    for week in weeks {
        let (candidates, visible) = candidates(week)?;
        if let Some(public) = PublicWeek::of(week, candidates, &visible, definition, &mut account) {
            files.week(&public)?;
            shown.push((week, public.shown));
            let issue = issues.get(&week).copied().unwrap_or(1);
            account.issues.entry(issue).or_default().push(week);
        }
    }
    if account.rows == 0 {
        return Err(PublishError::TooFew(definition.min_group));
    }
    Ok(Prepared {
        account,
        shown,
        files,
    })
}

/// Prepares these parts of a dataset, by week.
///
/// # Errors
/// As [`publish`].
pub fn publish_parts(
    dataset: &Dataset,
    weeks: &BTreeMap<WeekId, PublicSource>,
    files: PublicFiles,
    withdrawn: Vec<WeekId>,
) -> Result<Prepared, PublishError> {
    let candidates = |week: WeekId| {
        let mut out = Candidates::default();
        let source = weeks.get(&week);
        for part in source.into_iter().flat_map(|source| &source.parts) {
            let reader = dataset.reader(part)?;
            let damaged = |why| DatasetError::Part(part.path.clone(), why);
            for row_group in 0..reader.row_groups() {
                read(&reader, row_group, &dataset.definition, &mut out).map_err(damaged)?;
            }
        }
        let visible = source.map_or_else(Visible::nothing, |source| source.visible.clone());
        Ok((out, visible))
    };
    let issues: BTreeMap<WeekId, u32> = weeks.iter().map(|(week, s)| (*week, s.issue)).collect();
    publish(
        &dataset.definition,
        weeks.keys().copied(),
        candidates,
        files,
        &issues,
        withdrawn,
    )
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
