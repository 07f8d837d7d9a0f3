//! What codebooks say of missing values and of whom a variable applies to.

use super::variable::{Missing, Universe};
use crate::i18n::I18n;
use crate::tr;

/// What it means that there is no value.
pub(super) fn missing_words(missing: Missing, i18n: &I18n) -> String {
    match missing {
        Missing::NotSaid => tr!(i18n, "codebook-not-said"),
        Missing::Withheld => tr!(i18n, "codebook-withheld"),
        Missing::NotAsked => tr!(i18n, "codebook-not-asked"),
        Missing::NotKnown => tr!(i18n, "codebook-not-known"),
        Missing::NoTime => tr!(i18n, "codebook-no-time"),
        Missing::Suppressed => tr!(i18n, "codebook-suppressed"),
        Missing::NotShown => tr!(i18n, "codebook-not-shown"),
        Missing::NotOfRow => tr!(i18n, "codebook-not-of-row"),
    }
}

/// Which responses a variable applies to.
pub(super) fn universe_words(universe: Universe, i18n: &I18n) -> String {
    match universe {
        Universe::All => tr!(i18n, "codebook-all"),
        Universe::Comparable => tr!(i18n, "codebook-comparable"),
        Universe::Nobody => tr!(i18n, "codebook-nobody"),
    }
}
