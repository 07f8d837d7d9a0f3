//! What a report is made of: datasets and files of cells, any mix.

use crate::cli::CliError;
use crate::cli::args::{ClusterArgs, SurveyReportArgs};
use crate::cli::context::Context;
use crate::cli::survey::file::shown;
use crate::cli::survey::new::week_range;
use crate::cli::survey::{cluster, key};
use crate::domain::WeekId;
use crate::i18n::{I18n, Say};
use crate::survey::KeyPair;
use crate::survey::collector::{Cells, Dataset, DatasetError, Frame, Publications};
use crate::tr;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

/// What was read.
pub(super) struct Inputs {
    pub(super) cells: Cells,
    /// The weeks that are meant; none for all.
    pub(super) weeks: Option<RangeInclusive<WeekId>>,
    /// Where it is kept what was published of it; none where that is not said and cannot be told.
    pub(super) publications: Option<PathBuf>,
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
        let (mut key, mut datasets) = (None, Vec::new());
        let mut all = Vec::new();
        for input in &args.inputs {
            let cells = if input.is_dir() {
                let (dataset, cells) = dataset(input, weeks.clone(), &args.cluster, cx)?;
                datasets.push(dataset);
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
            Some(weeks) => {
                are_asked(weeks, &cells.frame, &cx.i18n)?;
                cells.within(weeks)
            }
            None => cells,
        };
        let is_one = args.inputs.len() == 1;
        let published = args.published.clone();
        Ok(Self {
            publications: published.or_else(|| publications(&datasets, is_one, &cells.frame)),
            cells,
            weeks,
            only: datasets.pop().filter(|_| is_one),
        })
    }

    /// Where it is kept what is published of it.
    ///
    /// # Errors
    /// It has to be said.
    pub(super) fn kept_in(&self, i18n: &I18n) -> Result<&Path, CliError> {
        let folder = self.publications.as_deref();
        folder.ok_or_else(|| CliError::Usage(tr!(i18n, "cli-survey-report-where-kept")))
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

/// That the weeks that are asked for are weeks of the surveys.
fn are_asked(weeks: &RangeInclusive<WeekId>, frame: &Frame, i18n: &I18n) -> Result<(), CliError> {
    let of_surveys = frame.surveys.iter().map(|survey| &survey.weeks);
    let first = of_surveys.clone().map(RangeInclusive::start).min();
    let last = of_surveys.map(RangeInclusive::end).max();
    match (first, last) {
        (Some(first), Some(last)) if weeks.end() < first || last < weeks.start() => {
            let (first, last) = (first.to_string(), last.to_string());
            Err(CliError::Usage(tr!(
                i18n,
                "cli-survey-report-weeks",
                first = first,
                last = last
            )))
        }
        _ => Ok(()),
    }
}

/// Where a dataset keeps what was published of it alone.
pub(in crate::cli::survey) fn publications_of(dataset: &Path) -> PathBuf {
    dataset.join(PUBLISHED)
}

/// Of one dataset in its own folder. Of several, or of cells with them, in the one whose survey has the smallest hash, in a
/// folder for just this set of surveys: so that it does not matter in which order they come. Of files of cells alone, which are
/// handed in anew each time, there is no place that is found again.
fn publications(datasets: &[Dataset], is_one: bool, frame: &Frame) -> Option<PathBuf> {
    let dataset = datasets.iter().min_by_key(|dataset| dataset.definition.hash())?;
    if is_one {
        return Some(publications_of(dataset.folder()));
    }
    Some(dataset.folder().join(TOGETHER).join(Publications::key(frame)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::collector::Simulation;

    #[test]
    fn what_was_published_is_found_again_in_whatever_order() {
        let folder = tempfile::tempdir().unwrap();
        let dataset = |(name, week): (&str, &str)| {
            let weeks = week.parse().unwrap()..=week.parse().unwrap();
            let simulation = Simulation::new(7, 10, weeks, false).unwrap();
            Dataset::open_or_new(&folder.path().join(name), &simulation.definition).unwrap()
        };
        let all = [("one", "2026-W45"), ("two", "2026-W46"), ("three", "2026-W47")].map(dataset);
        let place = |which: &[usize]| {
            let datasets: Vec<Dataset> = which.iter().map(|i| all[*i].clone()).collect();
            let surveys = datasets.iter().map(|d| d.definition.clone());
            let frame = Frame::of_all(surveys.collect()).unwrap();
            publications(&datasets, which.len() == 1, &frame).unwrap()
        };
        assert_eq!(place(&[0]), folder.path().join("one/published"));
        assert_eq!(place(&[0, 1]), place(&[1, 0]));
        assert_eq!(place(&[0, 1, 2]), place(&[2, 0, 1]));
        let sets = [place(&[0, 1]), place(&[0, 2]), place(&[1, 2]), place(&[0, 1, 2])];
        let different: std::collections::BTreeSet<_> = sets.iter().collect();
        assert_eq!(different.len(), sets.len(), "{sets:?}");
        let frame = Frame::of(&all[0].definition);
        assert_eq!(publications(&[], true, &frame), None);
        let with_cells = publications(&all[..1], false, &frame).unwrap();
        assert!(with_cells.starts_with(folder.path().join("one/published-together")));
    }
}
