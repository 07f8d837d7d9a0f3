//! Minutes by category and by activity, and of several that are shown only together.

use super::Column;
use super::maker::Of;
use crate::domain::{Category, Taxonomy};
use crate::i18n::I18n;
use crate::summary::report::words::activity_words;
use crate::survey::codebook::{activity_name, category_name};
use crate::survey::collector::Value;
use crate::survey::collector::report::activity_code;
use crate::tr;

impl Of<'_> {
    /// A column for each category.
    pub(super) fn categories(&self) -> Vec<Column> {
        let taxonomy = Taxonomy::built_in();
        let mut out = Vec::new();
        for category in Category::ALL {
            let label = |i: &I18n| {
                let name = taxonomy.category_name(category, i.lang());
                tr!(i, "report-var-mean-minutes", what = name)
            };
            out.push(
                self.whole_minutes(&category_name(category), "/categories", label, move |f| {
                    let alone = f.categories.iter().find(|(set, _)| set[..] == [category]);
                    alone.map(|(_, minutes)| *minutes)
                }),
            );
        }
        out.push(self.together("categories_together", "/categories", |f| {
            let sets = f.categories.iter().filter(|(set, _)| set.len() > 1);
            let name = |set: &[Category]| set.iter().map(|c| c.code()).collect::<Vec<_>>().join("+");
            sets.map(|(set, minutes)| (name(set), *minutes)).collect()
        }));
        out
    }

    /// A column for each activity.
    pub(super) fn activities(&self) -> Vec<Column> {
        let taxonomy = Taxonomy::built_in();
        let mut out = Vec::new();
        for (place, activity) in (0..).map_while(|place| Some((place, Value::activity(place)?))) {
            let label = |i: &I18n| {
                let category = taxonomy.category_name(activity.category, i.lang());
                let name = activity_words(activity, &taxonomy, i);
                tr!(i, "report-var-mean-minutes", what = format!("{category}/{name}"))
            };
            out.push(
                self.whole_minutes(&activity_name(activity), "/activities", label, move |f| {
                    let alone = f.activities.iter().find(|(set, _)| set[..] == [place]);
                    alone.map(|(_, minutes)| *minutes)
                }),
            );
        }
        out.push(self.together("activities_together", "/activities", |f| {
            let sets = f.activities.iter().filter(|(set, _)| set.len() > 1);
            let name = |set: &[usize]| {
                set.iter()
                    .map(|p| activity_code(*p))
                    .collect::<Vec<_>>()
                    .join("+")
            };
            sets.map(|(set, minutes)| (name(set), *minutes)).collect()
        }));
        out
    }
}
