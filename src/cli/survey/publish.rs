//! `survey publish`: a file of single responses that anybody may have.

use super::file::shown;
use crate::cli::CliError;
use crate::cli::context::Context;
use crate::domain::WeekId;
use crate::i18n::{I18n, Say};
use crate::survey::collector::report::Report;
use crate::survey::collector::{
    Account, Cells, Dataset, DatasetError, Format, PublicFiles, PublicSource, Publications,
    PublicationsError, PublishError, Visible, publish_parts,
};
use crate::tr;
use std::collections::BTreeMap;
use std::path::Path;

pub(super) fn run(cx: &mut Context<'_>, dataset: &Path, output: Option<&Path>) -> Result<(), CliError> {
    let output = output.ok_or_else(|| CliError::Usage(tr!(cx.i18n, "cli-survey-publish-where")))?;
    let format = format(output, &cx.i18n)?;
    let refused = |why: PublishError, i18n: &I18n| CliError::Refused(why.say(i18n));
    let dataset = Dataset::open(dataset).map_err(|why| refused(why.into(), &cx.i18n))?;
    let weeks = dataset.parts().map_err(|why| refused(why.into(), &cx.i18n))?;
    let folder = super::report::publications_of(dataset.folder());
    super::report::warn_of_noise(cx, &[folder], &weeks.into_keys().collect::<Vec<WeekId>>())?;
    let in_their_language = I18n::new(cx.i18n.lang());
    let files = PublicFiles::new(output, format, &dataset.definition, in_their_language, cx.today());
    let files = files.map_err(|why| refused(why, &cx.i18n))?;
    let settled = Settled::of(&dataset, &cx.i18n)?;
    if !settled.new.is_empty() {
        let weeks = list(&settled.new);
        cx.say(&tr!(cx.i18n, "cli-survey-publish-new", weeks = weeks));
    }
    let account = publish_parts(&dataset, &settled.parts, files);
    let account = account.map_err(|why| refused(why, &cx.i18n))?;
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
    if !settled.late.is_empty() {
        let weeks = list(&settled.late);
        cx.say(&tr!(cx.i18n, "cli-survey-publish-late", weeks = weeks));
    }
    if !settled.lost.is_empty() {
        let weeks = list(&settled.lost);
        cx.say(&tr!(cx.i18n, "cli-survey-publish-lost", weeks = weeks));
    }
    Ok(())
}

fn list(weeks: &[WeekId]) -> String {
    let weeks: Vec<String> = weeks.iter().map(ToString::to_string).collect();
    weeks.join(", ")
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

/// What the public-use file is of.
struct Settled {
    /// The responses of each week: those of a report, and the same ones in every such file.
    parts: BTreeMap<WeekId, PublicSource>,
    /// The weeks that were in no report yet and are published with this.
    new: Vec<WeekId>,
    /// The weeks of which responses that came later are not in it.
    late: Vec<WeekId>,
    /// The weeks whose responses were not kept when they were published.
    lost: Vec<WeekId>,
}

impl Settled {
    fn of(dataset: &Dataset, i18n: &I18n) -> Result<Self, CliError> {
        let refused = |why: PublicationsError| CliError::Refused(why.say(i18n));
        let of_dataset = |why: DatasetError| CliError::Refused(why.say(i18n));
        let now = Cells::of_dataset(dataset, None).map_err(of_dataset)?;
        let folder = super::report::publications_of(dataset.folder());
        let mut publications = Publications::open(&folder, &now.frame).map_err(refused)?;
        let published = publications.read(&now.frame, None).map_err(refused)?;
        let report = Report::of(&now, &published, None);
        let mut report = report.map_err(|why| CliError::Refused(why.say(i18n)))?;
        report.weeks.retain(|week| !published.contains_key(&week.week));
        let new: Vec<WeekId> = report.weeks.iter().map(|week| week.week).collect();
        for week in &new {
            publications.keep_rows(dataset, *week, 1, &now).map_err(refused)?;
        }
        publications.keep(&report, &now, None).map_err(refused)?;
        let mut issues = publications.public_use().map_err(refused)?;
        let mut out = Self {
            parts: BTreeMap::new(),
            new,
            late: Vec::new(),
            lost: Vec::new(),
        };
        for week in publications.weeks() {
            let latest = publications.latest(week).unwrap_or(1);
            let issue = *issues.entry(week).or_insert(latest);
            let Some(parts) = publications.rows(week, issue).map_err(refused)? else {
                out.lost.push(week);
                continue;
            };
            if Cells::of_parts(dataset, &parts).map_err(of_dataset)? != now.only(week) {
                out.late.push(week);
            }
            let first = published.get(&week).map_or(&now, |published| &published.first);
            let source = PublicSource {
                issue,
                parts,
                visible: Visible::of(first, week),
            };
            out.parts.insert(week, source);
        }
        issues.retain(|week, _| out.parts.contains_key(week));
        publications.settle_public_use(&issues).map_err(refused)?;
        Ok(out)
    }
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
