//! What a report is made of: datasets and files of cells, any mix.

use crate::cli::CliError;
use crate::cli::args::{ClusterArgs, SurveyReportArgs};
use crate::cli::context::Context;
use crate::cli::survey::file::shown;
use crate::cli::survey::new::week_range;
use crate::cli::survey::{cluster, key};
use crate::domain::WeekId;
use crate::i18n::Say;
use crate::survey::KeyPair;
use crate::survey::collector::{Cells, Dataset, DatasetError};
use crate::tr;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

/// What was read.
pub(super) struct Inputs {
    pub(super) cells: Cells,
    /// The weeks that are meant; none for all.
    pub(super) weeks: Option<RangeInclusive<WeekId>>,
    /// Where it is kept what was published of it.
    pub(super) publications: PathBuf,
    /// The dataset, where it is one and nothing else.
    pub(super) only: Option<Dataset>,
}

/// Where in a dataset it is kept what was published of it, and of it together with others.
const PUBLISHED: &str = "published";
const TOGETHER: &str = "published-together";

impl Inputs {
    pub(super) fn read(cx: &mut Context<'_>, args: &SurveyReportArgs) -> Result<Self, CliError> {
        let weeks = args.weeks.as_deref();
        let weeks = weeks
            .map(|text| week_range(text, cx.today(), &cx.i18n))
            .transpose()?;
        let (mut key, mut only) = (None, None);
        let mut all = Vec::new();
        for input in &args.inputs {
            let cells = if input.is_dir() {
                let (dataset, cells) = dataset(input, weeks.clone(), &args.cluster, cx)?;
                only = (args.inputs.len() == 1).then_some(dataset);
                cells
            } else {
                if let (Some(path), None) = (&args.key, &key) {
                    key = Some(key::open(cx, path)?);
                }
                file(input, key.as_ref(), cx)?
            };
            all.push(cells);
        }
        let cells = Cells::sum(all).map_err(|why| CliError::Refused(why.say(&cx.i18n)))?;
        let cells = match &weeks {
            Some(weeks) => cells.within(weeks),
            None => cells,
        };
        Ok(Self {
            publications: args
                .published
                .clone()
                .unwrap_or_else(|| publications(&args.inputs)),
            cells,
            weeks,
            only,
        })
    }
}

fn dataset(
    path: &Path,
    weeks: Option<RangeInclusive<WeekId>>,
    by: &ClusterArgs,
    cx: &mut Context<'_>,
) -> Result<(Dataset, Cells), CliError> {
    let refused = |why: DatasetError, cx: &Context<'_>| CliError::Refused(why.say(&cx.i18n));
    let dataset = Dataset::open(path).map_err(|why| refused(why, cx))?;
    let cells = match cluster::cells(cx, &dataset, by)? {
        Some(cells) => cells,
        None => Cells::of_dataset(&dataset, weeks).map_err(|why| refused(why, cx))?,
    };
    Ok((dataset, cells))
}

fn file(path: &Path, key: Option<&KeyPair>, cx: &Context<'_>) -> Result<Cells, CliError> {
    if !path.exists() {
        let file = shown(path);
        return Err(CliError::Refused(tr!(
            cx.i18n,
            "cli-survey-report-no-input",
            file = file
        )));
    }
    Cells::read_file(path, key).map_err(|why| CliError::Refused(why.say(&cx.i18n)))
}

/// Where a dataset keeps what was published of it alone.
pub(in crate::cli::survey) fn publications_of(dataset: &Path) -> PathBuf {
    dataset.join(PUBLISHED)
}

/// Of one dataset in its own folder; of several in that of the first, so that the same command finds it again. Of files alone
/// beside the first of them.
fn publications(inputs: &[PathBuf]) -> PathBuf {
    let first = inputs.first().cloned().unwrap_or_default();
    if let [one] = inputs
        && one.is_dir()
    {
        return publications_of(one);
    }
    if let Some(dataset) = inputs.iter().find(|input| input.is_dir()) {
        return dataset.join(TOGETHER);
    }
    let mut name = first.into_os_string();
    name.push(format!(".{PUBLISHED}"));
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_published_is_found_again() {
        let folder = tempfile::tempdir().unwrap();
        let dataset = |name: &str| {
            let path = folder.path().join(name);
            std::fs::create_dir_all(&path).unwrap();
            path
        };
        let (one, other) = (dataset("one"), dataset("other"));
        let cells = folder.path().join("x.cells");
        assert_eq!(publications(std::slice::from_ref(&one)), one.join("published"));
        assert_eq!(
            publications(&[one.clone(), other]),
            one.join("published-together")
        );
        assert_eq!(
            publications(&[cells.clone(), one.clone()]),
            one.join("published-together")
        );
        assert_eq!(publications(&[cells]), folder.path().join("x.cells.published"));
    }
}
