//! Why nothing was published, in words.

use super::PublishError;
use crate::i18n::{I18n, Say};
use crate::tr;

impl Say for PublishError {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::Dataset(bad) => bad.say(i18n),
            Self::TooFew(least) => tr!(i18n, "publish-too-few", least = *least),
            Self::Exists(path) => tr!(i18n, "publish-exists", path = path.display().to_string()),
            Self::Io(path, why) => tr!(
                i18n,
                "store-io",
                path = path.display().to_string(),
                why = why.say(i18n)
            ),
        }
    }
}
