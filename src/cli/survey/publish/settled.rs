//! Of which responses the public-use file is.

use crate::cli::CliError;
use crate::cli::context::Context;
use crate::cli::survey::report::early;
use crate::domain::WeekId;
use crate::i18n::Say;
use crate::survey::collector::report::{Published, Report, Standing};
use crate::survey::collector::{
    Cells, Dataset, DatasetError, Frame, Prepared, PublicSource, Publications, PublicationsError, Visible,
    Withdrawn,
};
use std::collections::BTreeMap;
use std::path::Path;

/// What the public-use file is of.
pub(super) struct Settled {
    publications: Publications,
    /// The two groups that reports show at once, and no others; none where the survey asks fewer than two.
    two_groups: Option<[String; 2]>,
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
    pub(super) fn of(
        cx: &mut Context<'_>,
        dataset: &Dataset,
        folder: &Path,
        yes: bool,
    ) -> Result<Self, CliError> {
        let i18n = &cx.i18n.clone();
        let refused = |why: PublicationsError| CliError::Refused(why.say(i18n));
        let of_dataset = |why: DatasetError| CliError::Refused(why.say(i18n));
        let now = Cells::of_dataset(dataset, None).map_err(of_dataset)?;
        let withdrawn = Withdrawn::of(dataset).map_err(of_dataset)?;
        let mut publications = Publications::open(folder, &now.frame).map_err(refused)?;
        let new = publish_new(cx, &mut publications, dataset, &now, yes)?;
        let published = publications.read(&now.frame, None).map_err(refused)?;
        let settled = publications.public_use().map_err(refused)?;
        let two_groups = publications.two_groups().map_err(refused)?;
        let two_groups = two_groups.or_else(|| first_two(&now.frame));
        let place = |code: &String| now.frame.groups.iter().position(|g| g.code.as_str() == code);
        let places = two_groups.as_ref();
        let places = places.and_then(|[rows, columns]| Some([place(rows)?, place(columns)?]));
        let mut out = Self {
            publications,
            two_groups,
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
            if !is_settled && !hides_withdrawn(*week, published, &rows) {
                out.withdrawn.push(*week);
                continue;
            }
            if rows != now.only(*week) {
                out.late.push(*week);
            }
            let source = PublicSource {
                issue,
                parts,
                visible: Visible::of(&published.first, *week, places),
            };
            out.weeks.insert(*week, source);
        }
        Ok(out)
    }

    /// Settles for good of which issue of each week the public-use file is, and removes the responses of all others. With it
    /// are settled the two groups that reports can show at once, where they are not: the first two of the survey. The file
    /// hides of them what their table does; the table of two others would hide what stands in the file. They are given back
    /// where they were settled just now.
    pub(super) fn settle(&self, prepared: &Prepared) -> Result<Option<&[String; 2]>, PublicationsError> {
        let new = match self.publications.two_groups()? {
            None => self.two_groups.as_ref(),
            Some(_) => None,
        };
        if let Some(groups) = new {
            self.publications.settle_two_groups(groups)?;
        }
        let mut issues = self.publications.public_use()?;
        for (issue, weeks) in prepared.issues() {
            issues.extend(weeks.iter().map(|week| (*week, *issue)));
        }
        self.publications.settle_public_use(&issues)?;
        self.publications.forget_rows()?;
        Ok(new)
    }
}

/// The first two groups of a survey, which are the most important.
fn first_two(frame: &Frame) -> Option<[String; 2]> {
    let mut codes = frame.groups.iter().map(|group| group.code.to_string());
    Some([codes.next()?, codes.next()?])
}

/// Publishes the weeks that were in no report yet: the file is a publication of them, too.
fn publish_new(
    cx: &mut Context<'_>,
    publications: &mut Publications,
    dataset: &Dataset,
    now: &Cells,
    yes: bool,
) -> Result<Vec<WeekId>, CliError> {
    let i18n = &cx.i18n.clone();
    let refused = |why: PublicationsError| CliError::Refused(why.say(i18n));
    let published = publications.read(&now.frame, None).map_err(refused)?;
    let report = Report::of(now, &published, None);
    let mut report = report.map_err(|why| CliError::Refused(why.say(i18n)))?;
    report.weeks.retain(|week| !published.contains_key(&week.week));
    let new: Vec<WeekId> = report.weeks.iter().map(|week| week.week).collect();
    early::check(cx, &now.frame, &new, yes)?;
    for week in &new {
        publications.keep_rows(dataset, *week, 1, now).map_err(refused)?;
    }
    publications.keep(&report, now, None).map_err(refused)?;
    Ok(new)
}

/// Whether the report less the file tells nothing of those who withdrew since the report. It is the difference that a later
/// issue makes, the other way round: if the rows that are left had been published first, the report could have followed.
/// Then in every line and every rest of its tables either nobody withdrew, or `min_group` did.
fn hides_withdrawn(week: WeekId, published: &Published, rows: &Cells) -> bool {
    if *rows == published.latest {
        return true; // nobody did
    }
    let left = Published {
        issue: published.issue,
        first: published.first.clone(),
        latest: rows.clone(),
        cross: published.cross,
    };
    let report = Report::of(&published.latest, &BTreeMap::from([(week, left)]), None);
    // Where it could not have followed, what is left may be too little for its tables, too: there is no report then.
    let Ok(report) = report else { return false };
    let mut standings = report.weeks.iter().map(|week| week.standing);
    standings.all(|standing| matches!(standing, Standing::Same | Standing::Grown))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::collector::{Row, Simulation};

    #[test]
    fn a_few_who_withdrew_are_found_and_many_are_not() {
        let week: WeekId = "2026-W45".parse().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let simulation = Simulation::new(7, 6_000, week..=week, false).unwrap();
        simulation.write_dataset(folder.path()).unwrap();
        let dataset = Dataset::open(folder.path()).unwrap();
        let parts = dataset.parts().unwrap().remove(&week).unwrap();
        let rows: Vec<Row> = parts.iter().flat_map(|p| dataset.read(p).unwrap()).collect();
        let all = Cells::of_dataset(&dataset, None).unwrap();
        let without = |is: &dyn Fn(usize, &Row) -> bool| {
            let mut cells = Cells::new(all.frame.clone());
            let left = rows.iter().enumerate().filter(|(n, row)| !is(*n, row));
            left.for_each(|(_, row)| cells.cell(week, &row.groups).add(&row.values));
            cells
        };
        let hides = |is: &dyn Fn(usize, &Row) -> bool| {
            let published = Published {
                issue: 1,
                first: all.clone(),
                latest: all.clone(),
                cross: None,
            };
            hides_withdrawn(week, &published, &without(is))
        };
        assert!(hides(&|_, _| false), "nobody");
        assert!(!hides(&|n, _| n < 9), "too few");
        assert!(!hides(&|n, _| n < 30), "too few somewhere");
        let half = |n: usize| n.is_multiple_of(2);
        assert!(hides(&|n, _| half(n)), "enough everywhere");
        let of_stage = |n: usize| rows[n].groups[0] == 1;
        let nine: Vec<usize> = (0..rows.len()).filter(|n| of_stage(*n)).take(9).collect();
        let one = |n: usize| nine.contains(&n) || half(n) && !of_stage(n);
        assert!(!hides(&|n, _| one(n)), "too few of one stage");
        // Nobody is left.
        assert!(hides(&|_, _| true));
    }
}
