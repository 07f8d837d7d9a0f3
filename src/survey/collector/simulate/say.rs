//! Why nothing was simulated, in words.

use super::SimulateError;
use crate::i18n::{I18n, Say};
use crate::survey::collector::dataset::DatasetError;
use crate::tr;

impl Say for SimulateError {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::Draft(bad) => bad.say(i18n),
            Self::NotEmpty(folder) => tr!(i18n, "simulate-not-empty", path = folder.display().to_string()),
            Self::Seal(bad) => bad.say(i18n),
            Self::Dataset(DatasetError::Io(path, why)) | Self::Io(path, why) => tr!(
                i18n,
                "store-io",
                path = path.display().to_string(),
                why = why.say(i18n)
            ),
            // None of the others can be of a dataset that is new.
            Self::Dataset(other) => other.to_string(),
        }
    }
}
