//! What was spent: every report with noise tells a little, and together they may tell no more than was agreed.

use crate::domain::WeekId;
use crate::files::write_whole;
use crate::survey::collector::disclosure::Epsilon;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The budget of a survey, and what was spent of it. A response is of one week, so each week has the whole budget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoiseLedger {
    path: PathBuf,
    /// What may be spent on a week in all.
    pub budget: Epsilon,
    spent: BTreeMap<WeekId, Epsilon>,
}

/// A week's budget does not reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spent {
    /// The week.
    pub week: WeekId,
    /// What is left of its budget.
    pub left: Epsilon,
}

/// As it stands in the file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    budget: String,
    spent: BTreeMap<WeekId, String>,
}

const VERSION: u32 = 1;

impl NoiseLedger {
    /// The budget of a week where nothing else was ever said.
    ///
    /// # Panics
    /// Never: it is a number.
    #[must_use]
    #[expect(clippy::expect_used, reason = "a test reads it")]
    pub fn usual_budget() -> Epsilon {
        "1".parse().expect("a number")
    }

    /// The ledger in a file; a new one, with this budget, where there is none. The budget of one that is there stays what it
    /// is: one that could be raised would be none.
    ///
    /// # Errors
    /// The file cannot be read, or is no ledger: nothing may be spent then.
    pub fn open(path: &Path, budget: Option<Epsilon>) -> io::Result<Self> {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(e) if e.kind() == io::ErrorKind::NotFound => {
                return Ok(Self {
                    path: path.to_owned(),
                    budget: budget.unwrap_or_else(Self::usual_budget),
                    spent: BTreeMap::new(),
                });
            }
            Err(e) => return Err(e),
        };
        let bad = |why: String| io::Error::new(io::ErrorKind::InvalidData, why);
        let file: File = serde_json::from_str(&text).map_err(|e| bad(e.to_string()))?;
        if file.version != VERSION {
            return Err(bad(format!("version {} is not known", file.version)));
        }
        let read = |text: &str| text.parse::<Epsilon>().map_err(|e| bad(e.to_string()));
        let spent = file.spent.iter().map(|(week, text)| Ok((*week, read(text)?)));
        Ok(Self {
            path: path.to_owned(),
            budget: read(&file.budget)?,
            spent: spent.collect::<io::Result<_>>()?,
        })
    }

    /// What was spent on a week.
    #[must_use]
    pub fn spent(&self, week: WeekId) -> Epsilon {
        self.spent.get(&week).copied().unwrap_or(Epsilon::ZERO)
    }

    /// Spends on each of these weeks, or on none of them. Call [`Self::save`] before anything is told.
    ///
    /// # Errors
    /// The first week whose budget does not reach.
    pub fn spend(&mut self, weeks: &[WeekId], epsilon: Epsilon) -> Result<(), Spent> {
        for week in weeks {
            let left = self.budget.minus(self.spent(*week));
            if epsilon > left {
                return Err(Spent { week: *week, left });
            }
        }
        for week in weeks {
            let spent = self.spent(*week).plus(epsilon);
            self.spent.insert(*week, spent);
        }
        Ok(())
    }

    /// Writes it, durably.
    ///
    /// # Errors
    /// It could not be written: nothing may be told then.
    pub fn save(&self) -> io::Result<()> {
        let spent = self.spent.iter().map(|(week, spent)| (*week, spent.to_string()));
        let file = File {
            version: VERSION,
            budget: self.budget.to_string(),
            spent: spent.collect(),
        };
        write_whole(&self.path, serde_json::to_string_pretty(&file)?.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weeks(texts: &[&str]) -> Vec<WeekId> {
        texts.iter().map(|w| w.parse().unwrap()).collect()
    }

    #[test]
    fn a_budget_is_spent_once_for_good() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("noise.json");
        let half: Epsilon = "0.5".parse().unwrap();
        let mut ledger = NoiseLedger::open(&path, None).unwrap();
        let (first, both) = (weeks(&["2026-W46"]), weeks(&["2026-W46", "2026-W47"]));
        ledger.spend(&first, half).unwrap();
        ledger.spend(&both, half).unwrap();
        ledger.save().unwrap();
        // Another run, which would like more.
        let mut ledger = NoiseLedger::open(&path, Some("10".parse().unwrap())).unwrap();
        let refused = ledger.spend(&both, half).unwrap_err();
        assert_eq!((refused.week, refused.left), (first[0], Epsilon::ZERO));
        assert_eq!(
            ledger.spent(both[1]),
            half,
            "of the other week nothing is spent either"
        );
        assert!(ledger.spend(&both[1..], half).is_ok());
    }

    #[test]
    fn what_is_no_ledger_is_not_taken_for_an_empty_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("noise.json");
        for text in [
            "",
            "{}",
            r#"{"version":2,"budget":"1","spent":{}}"#,
            r#"{"version":1,"budget":"x","spent":{}}"#,
        ] {
            fs::write(&path, text).unwrap();
            assert!(NoiseLedger::open(&path, None).is_err(), "{text}");
        }
    }
}
