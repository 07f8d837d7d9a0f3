//! `survey publish`: a file of single responses that anybody may have.

use super::file::shown;
use crate::cli::CliError;
use crate::cli::context::Context;
use crate::domain::WeekId;
use crate::i18n::{I18n, Say};
use crate::survey::collector::report::Report;
use crate::survey::collector::{
    Cells, Dataset, Format, Part, PublicFiles, Publications, PublicationsError, PublishError, publish_parts,
};
use crate::tr;
use std::collections::BTreeMap;
use std::path::Path;

pub(super) fn run(cx: &mut Context<'_>, dataset: &Path, output: Option<&Path>) -> Result<(), CliError> {
    let output = output.ok_or_else(|| CliError::Usage(tr!(cx.i18n, "cli-survey-publish-where")))?;
    let format = format(output, &cx.i18n)?;
    let dataset = Dataset::open(dataset).map_err(|why| CliError::Refused(why.say(&cx.i18n)))?;
    let weeks = dataset
        .parts()
        .map_err(|why| CliError::Refused(why.say(&cx.i18n)))?;
    let folder = super::report::publications_of(dataset.folder());
    super::report::warn_of_noise(cx, &[folder], &weeks.into_keys().collect::<Vec<WeekId>>())?;
    let refused = |why: PublishError| CliError::Refused(why.say(&cx.i18n));
    let in_their_language = I18n::new(cx.i18n.lang());
    let files = PublicFiles::new(output, format, &dataset.definition, in_their_language);
    let files = files.map_err(refused)?;
    let weeks = settled(&dataset).map_err(|why| CliError::Refused(why.say(&cx.i18n)))?;
    let account = publish_parts(&dataset, &weeks, files).map_err(refused)?;
    cx.print(&format!("{}\n", shown(output)))?;
    cx.out.flush()?;
    let sheet = shown(&output.with_extension("md"));
    let text = tr!(
        cx.i18n,
        "cli-survey-published",
        rows = account.rows.to_string(),
        sheet = sheet
    );
    cx.say(&text);
    Ok(())
}

/// The responses of each week that the public-use file is of: those of a report, and the same ones in every such file. A week
/// that was in no report yet is published with this.
fn settled(dataset: &Dataset) -> Result<BTreeMap<WeekId, Vec<Part>>, PublicationsError> {
    let mut publications = Publications::open(&super::report::publications_of(dataset.folder()))?;
    let mut issues = publications.public_use()?;
    let now = Cells::of_dataset(dataset, None)?;
    let (now, published) = publications.beside(now, None)?;
    if let Ok(report) = Report::of(&now, &published, None) {
        let is_open = |week: &WeekId| publications.latest(*week).is_none();
        let new = report.weeks.iter().map(|week| week.week).filter(is_open);
        let new: Vec<WeekId> = new.collect();
        let mut only_new = report;
        only_new.weeks.retain(|week| new.contains(&week.week));
        for week in new {
            publications.keep_rows(dataset, week, 1, &now)?;
        }
        publications.keep(&only_new, &now, None)?;
    }
    let mut out = BTreeMap::new();
    for week in publications.weeks() {
        let latest = publications.latest(week).unwrap_or(1);
        let issue = *issues.entry(week).or_insert(latest);
        if let Some(parts) = publications.rows(week, issue)? {
            out.insert(week, parts);
        }
    }
    issues.retain(|week, _| out.contains_key(week));
    publications.settle_public_use(&issues)?;
    Ok(out)
}

/// What a file is to be, by the end of its name.
fn format(output: &Path, i18n: &I18n) -> Result<Format, CliError> {
    let is = |ending: &str| output.extension().is_some_and(|e| e.eq_ignore_ascii_case(ending));
    match (is("parquet"), is("csv")) {
        (true, _) => Ok(Format::Parquet),
        (_, true) => Ok(Format::Csv),
        _ => Err(CliError::Usage(tr!(
            i18n,
            "cli-survey-publish-ending",
            file = shown(output)
        ))),
    }
}
