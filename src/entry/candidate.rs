//! An activity as it is offered to the user.

use crate::domain::{Activity, CATCH_ALL, Names};
use crate::i18n::{I18n, Lang};
use crate::tr;

/// An activity that would fit; a whole category where it is the catch-all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Which.
    pub activity: Activity,
    /// Its names, or its category's for the catch-all.
    pub names: Names,
}

impl Candidate {
    /// What it is called.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        self.names.get(lang)
    }

    /// The shortest way to type it: the pinyin initials, else the code.
    #[must_use]
    pub fn short(&self) -> &str {
        match self.names.py.as_str() {
            "" if self.activity.code.as_str() == CATCH_ALL => self.activity.category.code(),
            "" => self.activity.code.as_str(),
            py => py,
        }
    }

    /// Name, short form and category: `迎检 (yj, reports)`.
    #[must_use]
    pub fn describe(&self, i18n: &I18n) -> String {
        tr!(
            i18n,
            "entry-candidate",
            name = self.name(i18n.lang()),
            short = self.short(),
            category = self.activity.category.code(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Category;

    #[test]
    fn name_short_form_and_category() {
        let describe = |code, py| {
            let candidate = Candidate {
                activity: Activity::new(Category::Reports, code).unwrap(),
                names: Names::same("周报", py),
            };
            candidate.describe(I18n::english())
        };
        assert_eq!(describe("weekly", "zb"), "周报 (zb, reports)");
        assert_eq!(describe("weekly", ""), "周报 (weekly, reports)");
        assert_eq!(describe("other", ""), "周报 (reports, reports)");
    }
}
