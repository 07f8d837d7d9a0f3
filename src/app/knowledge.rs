//! What the app knows beside the days: goals, activities, bells. Kept until it changes, as a change of day is frequent.

use crate::diary::Profile;
use crate::domain::{Activity, BellSchedule, Category, Taxonomy};
use crate::entry::{self, Lexicon};
use crate::i18n::Lang;
use chrono::NaiveDate;
use std::cell::OnceCell;

/// A profile with what is made of it.
#[derive(Debug)]
pub struct Knowledge {
    profile: Profile,
    taxonomy: Taxonomy,
    /// The bells of a school that has not said its own.
    usual: BellSchedule,
    /// Made when the entry line first opens: the first frame does without.
    lexicon: OnceCell<Lexicon>,
}

impl Knowledge {
    /// What a profile means.
    #[must_use]
    pub fn new(profile: Profile) -> Self {
        Self {
            taxonomy: profile.taxonomy(),
            usual: BellSchedule::usual(),
            profile,
            lexicon: OnceCell::new(),
        }
    }

    /// Takes a profile over if it is another one.
    pub fn update(&mut self, profile: Profile) {
        if profile != self.profile {
            *self = Self::new(profile);
        }
    }

    /// Goals and settings.
    #[must_use]
    pub const fn profile(&self) -> &Profile {
        &self.profile
    }

    /// The bells of a date.
    #[must_use]
    pub fn bells(&self, date: NaiveDate) -> &BellSchedule {
        self.profile.schedule_on(date).unwrap_or(&self.usual)
    }

    /// The words of quick entry.
    #[must_use]
    pub fn lexicon(&self) -> &Lexicon {
        self.lexicon.get_or_init(|| Lexicon::new(&self.taxonomy))
    }

    /// What quick entry on a date is read with.
    #[must_use]
    pub fn context(&self, date: NaiveDate) -> entry::Context<'_> {
        entry::Context::new(self.lexicon(), self.bells(date))
    }

    /// The activities that can be booked.
    #[must_use]
    pub const fn taxonomy(&self) -> &Taxonomy {
        &self.taxonomy
    }

    /// What an activity is called.
    #[must_use]
    pub fn activity_name<'a>(&'a self, activity: &'a Activity, lang: Lang) -> &'a str {
        self.taxonomy.activity_name(activity, lang)
    }

    /// What a category is called.
    #[must_use]
    pub fn category_name(&self, category: Category, lang: Lang) -> &str {
        self.taxonomy.category_name(category, lang)
    }
}
