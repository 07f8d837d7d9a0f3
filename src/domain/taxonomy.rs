//! The list of categories and activities: the built-in ones from `taxonomy.toml` and the teacher's own.

use super::{Activity, ActivityCode, CATCH_ALL, Category};
use crate::i18n::Lang;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// A name in each language, the pinyin initials, and further spellings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    /// Simplified Chinese.
    #[serde(rename = "zh-Hans")]
    pub zh_hans: String,
    /// Traditional Chinese.
    #[serde(rename = "zh-Hant")]
    pub zh_hant: String,
    /// English.
    pub en: String,
    /// Pinyin initials; empty for none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub py: String,
    /// Further spellings that quick entry takes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
}

impl Names {
    /// The same name in every language, as a teacher gives it to an activity of their own.
    #[must_use]
    pub fn same(name: &str, py: &str) -> Self {
        let name = name.to_owned();
        Self {
            zh_hans: name.clone(),
            zh_hant: name.clone(),
            en: name,
            py: py.to_owned(),
            also: Vec::new(),
        }
    }

    /// The name in a language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::ZhHans => &self.zh_hans,
            Lang::ZhHant => &self.zh_hant,
            Lang::En => &self.en,
        }
    }

    /// Every spelling, pinyin initials included.
    pub fn spellings(&self) -> impl Iterator<Item = &str> {
        let fixed = [&self.zh_hans, &self.zh_hant, &self.en, &self.py].into_iter();
        fixed
            .chain(&self.also)
            .map(String::as_str)
            .filter(|s| !s.is_empty())
    }
}

/// A category with its names.
#[derive(Debug, Clone)]
pub struct CategoryInfo {
    /// Which one.
    pub category: Category,
    /// What it is called.
    pub names: Names,
}

/// An activity with its names.
#[derive(Debug, Clone)]
pub struct ActivityInfo {
    /// Category and code.
    pub activity: Activity,
    /// What it is called.
    pub names: Names,
    /// Whether the teacher added it.
    pub own: bool,
}

/// All categories and activities that can be booked.
#[derive(Debug, Clone)]
pub struct Taxonomy {
    categories: Vec<CategoryInfo>,
    activities: Vec<ActivityInfo>,
}

#[derive(Deserialize)]
struct File {
    category: Vec<FileCategory>,
}

#[derive(Deserialize)]
struct FileCategory {
    code: Category,
    #[serde(flatten)]
    names: Names,
    activity: Vec<FileActivity>,
}

#[derive(Deserialize)]
struct FileActivity {
    code: ActivityCode,
    #[serde(flatten)]
    names: Names,
}

impl Taxonomy {
    /// The built-in list.
    ///
    /// # Panics
    /// Never: the file is part of the program and a test reads it.
    #[must_use]
    #[expect(clippy::expect_used, reason = "the embedded file is checked by a test")]
    pub fn built_in() -> Self {
        let file: File = toml::from_str(include_str!("taxonomy.toml")).expect("taxonomy.toml is well-formed");
        let mut out = Self {
            categories: Vec::new(),
            activities: Vec::new(),
        };
        for FileCategory {
            code: category,
            names,
            activity,
        } in file.category
        {
            out.categories.push(CategoryInfo { category, names });
            out.activities.extend(
                activity
                    .into_iter()
                    .map(|FileActivity { code, names }| ActivityInfo {
                        activity: Activity { category, code },
                        names,
                        own: false,
                    }),
            );
            out.activities.push(ActivityInfo {
                activity: Activity::catch_all(category),
                names: Names {
                    zh_hans: "其他".into(),
                    zh_hant: "其他".into(),
                    en: CATCH_ALL.into(),
                    py: "qt".into(),
                    also: Vec::new(),
                },
                own: false,
            });
        }
        out
    }

    /// The built-in list with the teacher's own activities added at the end of their categories.
    ///
    /// One that repeats a known category and code is passed over.
    #[must_use]
    pub fn with_own(own: impl IntoIterator<Item = (Activity, Names)>) -> Self {
        let mut out = Self::built_in();
        let mut known: HashSet<Activity> = out.activities.iter().map(|a| a.activity.clone()).collect();
        for (activity, names) in own {
            if known.insert(activity.clone()) {
                out.activities.push(ActivityInfo {
                    activity,
                    names,
                    own: true,
                });
            }
        }
        out.activities.sort_by_key(|a| a.activity.category);
        out
    }

    /// The five categories.
    #[must_use]
    pub fn categories(&self) -> &[CategoryInfo] {
        &self.categories
    }

    /// All activities, by category.
    #[must_use]
    pub fn activities(&self) -> &[ActivityInfo] {
        &self.activities
    }

    /// One activity; none if its definition is gone.
    #[must_use]
    pub fn activity(&self, activity: &Activity) -> Option<&ActivityInfo> {
        self.activities.iter().find(|a| a.activity == *activity)
    }

    /// The name of a category.
    #[must_use]
    pub fn category_name(&self, category: Category, lang: Lang) -> &str {
        self.categories[category.index()].names.get(lang)
    }

    /// The name of an activity; its category's for the catch-all, its code if its definition is gone.
    #[must_use]
    pub fn activity_name<'a>(&'a self, activity: &'a Activity, lang: Lang) -> &'a str {
        if activity.code.as_str() == CATCH_ALL {
            return self.category_name(activity.category, lang);
        }
        self.activity(activity)
            .map_or(activity.code.as_str(), |a| a.names.get(lang))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_holds_every_category_in_order_and_no_code_twice() {
        let t = Taxonomy::built_in();
        let order: Vec<Category> = t.categories().iter().map(|c| c.category).collect();
        assert_eq!(order, Category::ALL);
        let mut seen = HashSet::new();
        for a in t.activities() {
            assert!(seen.insert(&a.activity), "{} twice", a.activity);
            for lang in Lang::ALL {
                assert!(
                    !a.names.get(lang).trim().is_empty(),
                    "{} has no name in {lang:?}",
                    a.activity
                );
            }
        }
        assert_eq!(t.activities().len(), 34 + 5);
    }

    #[test]
    fn pinyin_initials_are_unique_but_for_the_catch_alls() {
        let t = Taxonomy::built_in();
        let mut seen = HashSet::new();
        let activities = t
            .activities()
            .iter()
            .filter(|a| a.activity.code.as_str() != CATCH_ALL)
            .map(|a| &a.names);
        for names in t.categories().iter().map(|c| &c.names).chain(activities) {
            assert!(seen.insert(&names.py), "{} twice", names.py);
        }
    }

    #[test]
    fn own_activities_join_their_category_and_never_shadow_a_built_in() {
        let own = |c, code| (Activity::new(c, code).unwrap(), Names::same("周报", "zb"));
        let t = Taxonomy::with_own([
            own(Category::Reports, "weekly"),
            own(Category::Teaching, "lesson"),
        ]);
        let weekly = Activity::new(Category::Reports, "weekly").unwrap();
        assert_eq!(t.activity_name(&weekly, Lang::ZhHant), "周报");
        let lesson = Activity::new(Category::Teaching, "lesson").unwrap();
        assert_eq!(t.activity_name(&lesson, Lang::En), "lesson");
        let gone = Activity::new(Category::Duty, "gone").unwrap();
        assert_eq!(t.activity_name(&gone, Lang::En), "gone");
    }
}
