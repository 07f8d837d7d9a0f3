//! Why there is no bundle, in words.

use super::{BundleError, MOST_BYTES, NotTaken, WhyNot};
use crate::i18n::quoted;
use crate::i18n::{I18n, Say};
use crate::tr;
use std::path::Path;

/// The most characters of a path that are told.
const LONGEST_PATH: usize = 300;

impl Say for WhyNot {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::NotSealed => tr!(i18n, "bundle-not-sealed"),
            Self::Size => tr!(i18n, "bundle-size"),
            Self::Leftover => tr!(i18n, "bundle-leftover"),
            Self::NotAFile => tr!(i18n, "bundle-not-a-file"),
            Self::Io(why) => why.say(i18n),
        }
    }
}

impl Say for NotTaken {
    fn say(&self, i18n: &I18n) -> String {
        tr!(
            i18n,
            "store-io",
            path = shown(&self.path),
            why = self.why.say(i18n)
        )
    }
}

impl Say for BundleError {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::Nothing => tr!(i18n, "bundle-nothing"),
            Self::NotTaken(files) => {
                let first = files.first().map(|f| f.say(i18n)).unwrap_or_default();
                match files.len() {
                    0 | 1 => tr!(i18n, "bundle-not-taken", file = first),
                    n => tr!(i18n, "bundle-not-taken-several", file = first, others = n - 1),
                }
            }
            Self::TooMuch => tr!(i18n, "bundle-too-much", most = MOST_BYTES / (1024 * 1024)),
            Self::NoRandom(bad) => bad.say(i18n),
            Self::Io(path, why) => tr!(i18n, "store-io", path = shown(path), why = why.say(i18n)),
        }
    }
}

/// A path whose name may be a stranger's.
fn shown(path: &Path) -> String {
    quoted(&path.display().to_string(), LONGEST_PATH)
}
