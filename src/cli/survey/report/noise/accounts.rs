//! What was spent on noise of several datasets: a report on them costs each of them as much, or none.

use crate::cli::CliError;
use crate::cli::context::Context;
use crate::cli::survey::file::shown;
use crate::cli::survey::lines::talk;
use crate::domain::WeekId;
use crate::i18n::{I18n, Say};
use crate::survey::collector::Publications;
use crate::survey::collector::disclosure::Epsilon;
use crate::survey::collector::noise::NoiseLedger;
use crate::tr;
use std::collections::BTreeSet;
use std::fs::create_dir_all;
use std::path::{Path, PathBuf};

/// The file of what was spent, among the publications of a dataset.
const LEDGER: &str = "noise.json";

/// The ledgers of some folders, each with its publications, from which nobody else publishes meanwhile.
pub(super) struct Accounts(Vec<(Publications, PathBuf, NoiseLedger)>);

impl Accounts {
    /// Opens the ledgers in these folders, each once; a folder is made where it is not there.
    pub(super) fn open(folders: &[PathBuf], budget: Option<Epsilon>, i18n: &I18n) -> Result<Self, CliError> {
        let mut all = BTreeSet::new();
        for folder in folders {
            let made = create_dir_all(folder).and_then(|()| folder.canonicalize());
            all.insert(made.map_err(CliError::file(folder))?);
        }
        let open = |folder: PathBuf| {
            let publications = Publications::hold(&folder);
            let publications = publications.map_err(|why| CliError::Refused(why.say(i18n)))?;
            let path = folder.join(LEDGER);
            let ledger = NoiseLedger::open(&path, budget).map_err(|why| not_kept(&path, &why, i18n))?;
            Ok((publications, path, ledger))
        };
        all.into_iter().map(open).collect::<Result<_, _>>().map(Self)
    }

    /// Refuses weeks that were published without noise.
    pub(super) fn refuse_exact(&self, weeks: &[WeekId], i18n: &I18n) -> Result<(), CliError> {
        let mut published = self.0.iter().flat_map(|(publications, ..)| publications.weeks());
        published
            .find(|week| weeks.contains(week))
            .map_or(Ok(()), |week| {
                let week = week.to_string();
                Err(CliError::Refused(tr!(i18n, "noise-exact", week = week)))
            })
    }

    /// Spends on these weeks in every ledger, or in none; [`Self::save`] makes it last.
    pub(super) fn spend(&mut self, weeks: &[WeekId], epsilon: Epsilon, i18n: &I18n) -> Result<(), CliError> {
        for (_, path, ledger) in &mut self.0 {
            ledger.spend(weeks, epsilon).map_err(|spent| {
                CliError::Refused(tr!(
                    i18n,
                    "noise-spent",
                    file = shown(path),
                    week = spent.week.to_string(),
                    left = spent.left.to_string(),
                    budget = ledger.budget.to_string()
                ))
            })?;
        }
        Ok(())
    }

    /// Writes all of them. Where one cannot be written, nothing may be told, and what the others say was spent for nothing.
    pub(super) fn save(&self, i18n: &I18n) -> Result<(), CliError> {
        let mut all = self.0.iter();
        all.try_for_each(|(_, path, ledger)| ledger.save().map_err(|why| not_kept(path, &why, i18n)))
    }

    /// The least that is left of a week, and of which budget.
    pub(super) fn left(&self, weeks: &[WeekId]) -> (Epsilon, Epsilon) {
        let left = self.0.iter().flat_map(|(_, _, ledger)| {
            let left = |week: &WeekId| ledger.budget.minus(ledger.spent(*week));
            weeks.iter().map(move |week| (left(week), ledger.budget))
        });
        left.min().unwrap_or((Epsilon::ZERO, Epsilon::ZERO))
    }
}

fn not_kept(path: &Path, why: &std::io::Error, i18n: &I18n) -> CliError {
    let (file, why) = (shown(path), why.say(i18n));
    CliError::Refused(tr!(i18n, "noise-ledger", file = file, why = why))
}

/// Says of which of these weeks there are reports with noise, whose protection ends with what is published now. `folders`
/// are those of publications.
pub(in crate::cli::survey) fn warn_of_noise(
    cx: &mut Context<'_>,
    folders: &[PathBuf],
    weeks: &[WeekId],
) -> Result<(), CliError> {
    let mut noisy = BTreeSet::<WeekId>::new();
    for folder in folders {
        let path = folder.join(LEDGER);
        let ledger = NoiseLedger::open(&path, None).map_err(|why| not_kept(&path, &why, &cx.i18n))?;
        noisy.extend(weeks.iter().filter(|week| ledger.spent(**week) > Epsilon::ZERO));
    }
    if noisy.is_empty() {
        return Ok(());
    }
    let weeks: Vec<String> = noisy.iter().map(ToString::to_string).collect();
    let text = tr!(cx.i18n, "noise-then-exact", weeks = weeks.join(", "));
    talk(cx, &text);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_on_two_datasets_costs_both_or_none() {
        let folder = tempfile::tempdir().unwrap();
        let (one, other) = (folder.path().join("one"), folder.path().join("other"));
        let weeks: [WeekId; 1] = ["2026-W47".parse().unwrap()];
        let i18n = I18n::english();
        let spend = |folders: &[&PathBuf], epsilon: &str| {
            let folders: Vec<PathBuf> = folders.iter().copied().cloned().collect();
            let mut accounts = Accounts::open(&folders, None, i18n)?;
            accounts.spend(&weeks, epsilon.parse().unwrap(), i18n)?;
            accounts.save(i18n)
        };
        let left = |folder: &PathBuf| {
            let accounts = Accounts::open(std::slice::from_ref(folder), None, i18n).unwrap();
            accounts.left(&weeks).0.to_string()
        };
        spend(&[&one], "0.75").unwrap();
        assert!(
            spend(&[&other, &one, &other], "0.5").is_err(),
            "one has too little"
        );
        assert_eq!((left(&one).as_str(), left(&other).as_str()), ("0.25", "1"));
        spend(&[&one, &other, &one], "0.25").unwrap();
        assert_eq!((left(&one).as_str(), left(&other).as_str()), ("0", "0.75"));
        assert!(spend(&[&one], "0.01").is_err());
    }
}
