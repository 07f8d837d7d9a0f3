//! What is settled with a folder of publications for good: whose they are, by which rules what they hide is found, which two groups are shown at once, and of which
//! issues the public-use file is.

use super::{Publications, PublicationsError};
use crate::domain::WeekId;
use crate::files::write_whole;
use crate::survey::collector::disclosure;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::io;

/// The file of the surveys.
const SURVEYS: &str = "surveys.json";
/// The file of the two groups that are shown at once.
const TWO_GROUPS: &str = "two-groups.json";
/// The file of which issue the public-use file is.
const PUBLIC_USE: &str = "public-use.json";

/// Whose publications they are, and which rules hid what they hide.
#[derive(Debug, Serialize, Deserialize)]
struct Settled {
    rules: u32,
    surveys: Vec<String>,
}

impl Publications {
    /// Whether it is said already whose they are.
    pub(super) fn is_bound(&self) -> Result<bool, PublicationsError> {
        let Some(settled) = self.read_json::<Settled>(SURVEYS)? else {
            return Ok(false);
        };
        if settled.surveys != self.surveys {
            return Err(PublicationsError::OtherSurveys(self.folder.clone()));
        }
        if settled.rules != disclosure::VERSION {
            return Err(PublicationsError::OtherRules(self.folder.clone(), settled.rules));
        }
        Ok(true)
    }

    /// Says for good whose they are, and that they hide by the rules of today.
    pub(super) fn bind(&self) -> Result<(), PublicationsError> {
        if self.is_bound()? {
            return Ok(());
        }
        let settled = Settled {
            rules: disclosure::VERSION,
            surveys: self.surveys.clone(),
        };
        self.write_json(SURVEYS, &settled)
    }

    /// Agrees on the two groups that are shown at once: the first ones for good, rows and columns as they were. A second pair
    /// would let the hidden cells of both be found together.
    ///
    /// # Errors
    /// [`PublicationsError::OtherGroups`], [`PublicationsError::Io`].
    pub fn agree_on(&self, groups: [String; 2]) -> Result<[String; 2], PublicationsError> {
        let Some(before) = self.two_groups()? else {
            return Ok(groups);
        };
        let [one, other] = &before;
        if groups.contains(one) && groups.contains(other) {
            return Ok(before);
        }
        let [one, other] = before;
        Err(PublicationsError::OtherGroups(one, other))
    }

    /// The two groups that are shown at once, if that was settled.
    ///
    /// # Errors
    /// [`PublicationsError::Io`].
    pub fn two_groups(&self) -> Result<Option<[String; 2]>, PublicationsError> {
        self.read_json(TWO_GROUPS)
    }

    /// Settles for good which two groups are shown at once.
    ///
    /// # Errors
    /// [`PublicationsError::Io`].
    pub fn settle_two_groups(&self, groups: &[String; 2]) -> Result<(), PublicationsError> {
        self.write_json(TWO_GROUPS, groups)
    }

    /// Of which issue of each week the public-use file is.
    ///
    /// # Errors
    /// [`PublicationsError::Io`].
    pub fn public_use(&self) -> Result<BTreeMap<WeekId, u32>, PublicationsError> {
        Ok(self.read_json(PUBLIC_USE)?.unwrap_or_default())
    }

    /// Settles of which issue of each week the public-use file is, for good: row by row, a second one would show who came.
    ///
    /// # Errors
    /// [`PublicationsError::Io`]: the file must not be handed out then.
    pub fn settle_public_use(&self, issues: &BTreeMap<WeekId, u32>) -> Result<(), PublicationsError> {
        self.write_json(PUBLIC_USE, issues)
    }

    fn read_json<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, PublicationsError> {
        let path = self.folder.join(name);
        let io = |e| PublicationsError::Io(path.clone(), e);
        match fs::read(&path) {
            Ok(text) => serde_json::from_slice(&text).map(Some).map_err(|e| io(e.into())),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(e) => Err(io(e)),
        }
    }

    fn write_json(&self, name: &str, value: &impl Serialize) -> Result<(), PublicationsError> {
        let path = self.folder.join(name);
        let io = |e: io::Error| PublicationsError::Io(path.clone(), e);
        let text = serde_json::to_vec(value).map_err(|e| io(e.into()))?;
        write_whole(&path, &text).map_err(io)
    }
}
