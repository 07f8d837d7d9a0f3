//! `survey publish`: a file of single responses that anybody may have.

use super::file::shown;
use crate::cli::CliError;
use crate::cli::context::Context;
use crate::domain::WeekId;
use crate::i18n::{I18n, Say};
use crate::survey::collector::report::Report;
use crate::survey::collector::{
    Account, Cells, Dataset, Format, PublicFiles, PublicSource, Publications, PublicationsError,
    PublishError, Visible, publish_parts,
};
use crate::tr;
use std::collections::BTreeMap;
use std::path::Path;

pub(super) fn run(cx: &mut Context<'_>, dataset: &Path, output: Option<&Path>) -> Result<(), CliError> {
    let output = output.ok_or_else(|| CliError::Usage(tr!(cx.i18n, "cli-survey-publish-where")))?;
    let format = format(output, &cx.i18n)?;
    let refused = |why: PublishError| CliError::Refused(why.say(&cx.i18n));
    let dataset = Dataset::open(dataset).map_err(|why| refused(why.into()))?;
    let in_their_language = I18n::new(cx.i18n.lang());
    let files = PublicFiles::new(output, format, &dataset.definition, in_their_language, cx.today());
    let files = files.map_err(refused)?;
    let weeks = settled(&dataset).map_err(|why| CliError::Refused(why.say(&cx.i18n)))?;
    let account = publish_parts(&dataset, &weeks, files).map_err(refused)?;
    cx.print(&format!("{}\n", shown(output)))?;
    cx.out.flush()?;
    let sheet = shown(&PublicFiles::sheet_of(output));
    let text = tr!(
        cx.i18n,
        "cli-survey-published",
        rows = account.rows.to_string(),
        sheet = sheet
    );
    cx.say(&text);
    for text in issues(&account, &cx.i18n) {
        cx.say(&text);
    }
    Ok(())
}

/// How many weeks are as they were in which issue of the report.
fn issues(account: &Account, i18n: &I18n) -> Vec<String> {
    let each = account.issues.iter();
    let text = |(issue, weeks): (&u32, &Vec<WeekId>)| {
        tr!(
            i18n,
            "cli-survey-published-issue",
            issue = *issue,
            weeks = weeks.len()
        )
    };
    each.map(text).collect()
}

/// The responses of each week that the public-use file is of: those of a report, and the same ones in every such file. A week
/// that was in no report yet is published with this.
fn settled(dataset: &Dataset) -> Result<BTreeMap<WeekId, PublicSource>, PublicationsError> {
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
            let first = published.get(&week).map_or(&now, |published| &published.first);
            let source = PublicSource {
                issue,
                parts,
                visible: Visible::of(first, week),
            };
            out.insert(week, source);
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
