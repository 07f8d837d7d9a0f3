//! Of which responses the public-use file is.

use crate::cli::CliError;
use crate::domain::WeekId;
use crate::i18n::{I18n, Say};
use crate::survey::collector::report::{Published, Report, Standing};
use crate::survey::collector::{
    Cells, Dataset, DatasetError, Prepared, PublicSource, Publications, PublicationsError, Visible, Withdrawn,
};
use std::collections::BTreeMap;
use std::path::Path;

/// What the public-use file is of.
pub(super) struct Settled {
    publications: Publications,
    /// The responses of each week: those of a report, and the same ones in every such file.
    pub(super) weeks: BTreeMap<WeekId, PublicSource>,
    /// The weeks that were in no report yet and are published with this.
    pub(super) new: Vec<WeekId>,
    /// The weeks of which responses that came later are not in it.
    pub(super) late: Vec<WeekId>,
    /// The weeks whose responses were not kept when they were published.
    pub(super) lost: Vec<WeekId>,
    /// The weeks that are left out since too few of their responses were withdrawn.
    pub(super) withdrawn: Vec<WeekId>,
    /// The weeks of which responses are in it that were withdrawn after an earlier file.
    pub(super) too_late: Vec<WeekId>,
}

impl Settled {
    /// Decides it, and keeps what is published for the first time. Responses that were withdrawn go from what is kept of
    /// weeks that are in no public-use file yet.
    pub(super) fn of(dataset: &Dataset, folder: &Path, i18n: &I18n) -> Result<Self, CliError> {
        let refused = |why: PublicationsError| CliError::Refused(why.say(i18n));
        let of_dataset = |why: DatasetError| CliError::Refused(why.say(i18n));
        let now = Cells::of_dataset(dataset, None).map_err(of_dataset)?;
        let withdrawn = Withdrawn::of(dataset).map_err(of_dataset)?;
        let mut publications = Publications::open(folder, &now.frame).map_err(refused)?;
        let new = publish_new(&mut publications, dataset, &now, i18n)?;
        let published = publications.read(&now.frame, None).map_err(refused)?;
        let settled = publications.public_use().map_err(refused)?;
        let mut out = Self {
            publications,
            weeks: BTreeMap::new(),
            new,
            late: Vec::new(),
            lost: Vec::new(),
            withdrawn: Vec::new(),
            too_late: Vec::new(),
        };
        for (week, published) in &published {
            let is_settled = settled.contains_key(week);
            let issue = settled.get(week).copied().unwrap_or(published.issue);
            let at = (*week, issue);
            if is_settled {
                let has = out.publications.has_withdrawn(dataset, at, &withdrawn);
                if has.map_err(refused)? {
                    out.too_late.push(*week);
                }
            } else {
                let dropped = out.publications.drop_withdrawn(dataset, at, &withdrawn);
                dropped.map_err(refused)?;
            }
            let Some(parts) = out.publications.rows(*week, issue).map_err(refused)? else {
                out.lost.push(*week);
                continue;
            };
            let rows = Cells::of_parts(dataset, &parts).map_err(of_dataset)?;
            if !is_settled && !hides_withdrawn(*week, published, &rows, i18n)? {
                out.withdrawn.push(*week);
                continue;
            }
            if rows != now.only(*week) {
                out.late.push(*week);
            }
            let source = PublicSource {
                issue,
                parts,
                visible: Visible::of(&published.first, *week),
            };
            out.weeks.insert(*week, source);
        }
        Ok(out)
    }

    /// Settles for good of which issue of each week the public-use file is, and removes the responses of all others.
    pub(super) fn settle(&self, prepared: &Prepared) -> Result<(), PublicationsError> {
        let mut issues = self.publications.public_use()?;
        for (issue, weeks) in prepared.issues() {
            issues.extend(weeks.iter().map(|week| (*week, *issue)));
        }
        self.publications.settle_public_use(&issues)?;
        self.publications.forget_rows()
    }
}

/// Publishes the weeks that were in no report yet: the file is a publication of them, too.
fn publish_new(
    publications: &mut Publications,
    dataset: &Dataset,
    now: &Cells,
    i18n: &I18n,
) -> Result<Vec<WeekId>, CliError> {
    let refused = |why: PublicationsError| CliError::Refused(why.say(i18n));
    let published = publications.read(&now.frame, None).map_err(refused)?;
    let report = Report::of(now, &published, None);
    let mut report = report.map_err(|why| CliError::Refused(why.say(i18n)))?;
    report.weeks.retain(|week| !published.contains_key(&week.week));
    let new: Vec<WeekId> = report.weeks.iter().map(|week| week.week).collect();
    for week in &new {
        publications.keep_rows(dataset, *week, 1, now).map_err(refused)?;
    }
    publications.keep(&report, now, None).map_err(refused)?;
    Ok(new)
}

/// Whether the report less the file tells nothing of those who withdrew since the report. It is the difference that a later
/// issue makes, the other way round: if the rows that are left had been published first, the report could have followed.
/// Then in every line and every rest of its tables either nobody withdrew, or `min_group` did.
fn hides_withdrawn(week: WeekId, published: &Published, rows: &Cells, i18n: &I18n) -> Result<bool, CliError> {
    if *rows == published.latest {
        return Ok(true); // nobody did
    }
    let left = Published {
        issue: published.issue,
        first: published.first.clone(),
        latest: rows.clone(),
        cross: published.cross,
    };
    let report = Report::of(&published.latest, &BTreeMap::from([(week, left)]), None);
    let report = report.map_err(|why| CliError::Refused(why.say(i18n)))?;
    let mut standings = report.weeks.iter().map(|week| week.standing);
    Ok(standings.all(|standing| matches!(standing, Standing::Same | Standing::Grown)))
}
