//! What a whole text means, where it is no entry: a value on the command line, a cell of a timetable, a word of a file.

use super::{By, Lexicon, Spelling, key, places};
use crate::domain::{Activity, Category};

impl Lexicon {
    /// The activities that a text names whole: by code, name in any language, initials, or `category/activity`; several
    /// where it is ambiguous, none where it is no name.
    #[must_use]
    pub fn whole(&self, text: &str) -> Vec<Activity> {
        let Some(word) = key(text) else {
            return Vec::new();
        };
        let mut found = self.exact(&word);
        if found.is_empty()
            && let Some((left, right)) = word.split_once('/')
        {
            found = match (self.coded(left, right), self.categories(left)) {
                (Some(place), _) => vec![place],
                (None, (categories, true)) => {
                    let inside = |p: &usize| categories.contains(&self.info(*p).activity.category);
                    self.exact(right).into_iter().filter(inside).collect()
                }
                _ => Vec::new(),
            };
        }
        let activity = |place: usize| self.info(place).activity.clone();
        found.into_iter().map(activity).collect()
    }

    /// Whether a text is a name by itself, and not only an ordinary word that notes begin with too.
    #[must_use]
    pub fn is_named(&self, text: &str) -> bool {
        key(text).is_some_and(|word| word.contains('/') || !self.named(&word).is_empty())
    }

    /// The activities whose name or code is this whole text, or that it means as `category/activity`. Pinyin initials and
    /// the names of categories are not looked at: in the files of other programs, `PT` is something else.
    #[must_use]
    pub fn named_whole(&self, text: &str) -> Vec<Activity> {
        let is_name = |s: &Spelling| s.target.by == By::Activity;
        self.spelled(text, is_name, |category, right| {
            let inside = |a: &Activity| category.contains(&a.category);
            self.spelled(right, is_name, |_, _| Vec::new())
                .into_iter()
                .filter(inside)
                .collect()
        })
    }

    /// The activities that this whole text means by any name or ordinary word, that of a category included.
    #[must_use]
    pub fn meant_whole(&self, text: &str) -> Vec<Activity> {
        self.spelled(text, |s| s.target.by != By::CatchAll, |_, _| Vec::new())
    }

    /// The activities of the spellings of a text, or what a text with a slash means by its two sides.
    fn spelled(
        &self,
        text: &str,
        is_meant: impl Fn(&Spelling) -> bool,
        by_sides: impl Fn(&[Category], &str) -> Vec<Activity>,
    ) -> Vec<Activity> {
        let Some(word) = key(text) else {
            return Vec::new();
        };
        let is_initials = |s: &Spelling| {
            let names = match s.target.by {
                By::Category => {
                    &self.taxonomy.categories()[self.info(s.target.place).activity.category.index()].names
                }
                _ => &self.info(s.target.place).names,
            };
            key(&names.py).as_ref() == Some(&word)
        };
        let equal = self
            .beginning_with(&word)
            .take_while(|s| s.key.len() == word.len());
        let meant = equal.filter(|s| is_meant(s) && !is_initials(s)).map(|s| s.target);
        let found = places(meant);
        if let (true, Some((left, right))) = (found.is_empty(), word.split_once('/')) {
            if let Some(place) = self.coded(left, right) {
                return vec![self.info(place).activity.clone()];
            }
            let (categories, is_exact) = self.categories(left);
            return if is_exact {
                by_sides(&categories, right)
            } else {
                Vec::new()
            };
        }
        found
            .into_iter()
            .map(|place| self.info(place).activity.clone())
            .collect()
    }
}
