//! The five categories of working time.

use serde::{Deserialize, Serialize};
use std::ops::{Index, IndexMut};

/// One of the five categories, in the order in which every table lists them.
///
/// The first is teaching; the other four together are *non-teaching* work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// Lessons, and what lessons need: preparing, marking, tutoring, pastoral care.
    Teaching,
    /// Meetings, required training, assemblies.
    Meetings,
    /// Forms, written reports, inspections, evidence, platforms.
    Reports,
    /// Messages, calls, visits and meetings with parents.
    ParentMessages,
    /// Duty, supervision, safety and tasks that are not the school's own.
    Duty,
}

impl Category {
    /// All categories in their order.
    pub const ALL: [Self; 5] = [
        Self::Teaching,
        Self::Meetings,
        Self::Reports,
        Self::ParentMessages,
        Self::Duty,
    ];

    /// The stable code, as in every file format: `parent_messages`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Teaching => "teaching",
            Self::Meetings => "meetings",
            Self::Reports => "reports",
            Self::ParentMessages => "parent_messages",
            Self::Duty => "duty",
        }
    }

    /// The category with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.code() == code)
    }

    /// Place in [`Category::ALL`], from 0.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// One value for each category.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PerCategory<T>([T; 5]);

impl<T> PerCategory<T> {
    /// Builds the five values from a function of the category.
    pub fn from_fn(mut f: impl FnMut(Category) -> T) -> Self {
        Self(Category::ALL.map(&mut f))
    }

    /// The values with their categories, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Category, &T)> {
        Category::ALL.into_iter().zip(&self.0)
    }
}

impl<T> Index<Category> for PerCategory<T> {
    type Output = T;
    fn index(&self, c: Category) -> &T {
        &self.0[c.index()]
    }
}

impl<T> IndexMut<Category> for PerCategory<T> {
    fn index_mut(&mut self, c: Category) -> &mut T {
        &mut self.0[c.index()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_round_trip_and_order_is_the_index() {
        for (i, c) in Category::ALL.into_iter().enumerate() {
            assert_eq!(Category::from_code(c.code()), Some(c));
            assert_eq!(c.index(), i);
        }
        assert_eq!(Category::from_code("Teaching"), None);
    }
}
