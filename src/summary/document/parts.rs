//! Sections that the summary of a week and that of a trend share.

use super::{Cell, Document, Part, Section, SectionId, Table};
use crate::domain::{Activity, Category, PerCategory, Taxonomy};
use crate::figures::{Change, Tally, Worth, meetings_worth};
use crate::i18n::I18n;
use crate::tr;
use std::collections::BTreeMap;

/// The changes that are listed: the rest is small.
const CHANGES: usize = 8;

/// What a document is made with.
#[derive(Clone, Copy)]
pub(super) struct Maker<'a> {
    pub(super) taxonomy: &'a Taxonomy,
    pub(super) i18n: &'a I18n,
}

impl Maker<'_> {
    pub(super) fn document(self, title: String, lead: String, sections: Vec<Option<Section>>) -> Document {
        Document {
            title,
            lead,
            lang: self.i18n.lang(),
            categories: self.categories(),
            hours_unit: tr!(self.i18n, "doc-h"),
            minutes_unit: tr!(self.i18n, "doc-min"),
            sections: sections.into_iter().flatten().collect(),
        }
    }

    pub(super) fn categories(self) -> PerCategory<String> {
        PerCategory::from_fn(|c| self.category(c))
    }

    pub(super) fn category(self, category: Category) -> String {
        self.taxonomy.category_name(category, self.i18n.lang()).to_owned()
    }

    /// `meetings: training`: an activity's name may be another category's too.
    pub(super) fn activity(self, activity: &Activity) -> String {
        self.taxonomy.activity_name(activity, self.i18n.lang()).to_owned()
    }

    pub(super) fn yes(self, yes: bool) -> Cell {
        Cell::Text(if yes {
            tr!(self.i18n, "doc-yes")
        } else {
            tr!(self.i18n, "doc-no")
        })
    }

    /// A number of something under a name.
    pub(super) fn fact(table: &mut Table, name: String, value: Cell) {
        table.row([Cell::Text(name), value]);
    }

    pub(super) fn facts(self) -> Table {
        Table::new([tr!(self.i18n, "doc-what"), tr!(self.i18n, "doc-value")])
    }

    pub(super) fn changes(self, changes: &[Change]) -> Option<Section> {
        let i18n = self.i18n;
        let mut table = Table::new([
            tr!(i18n, "doc-activity"),
            tr!(i18n, "doc-time"),
            tr!(i18n, "doc-expected"),
            tr!(i18n, "doc-difference"),
        ]);
        for change in changes.iter().take(CHANGES) {
            table.row([
                Cell::Text(self.activity(&change.activity)),
                Cell::minutes(change.minutes),
                Cell::minutes(change.expected),
                Cell::Minutes(change.difference()),
            ]);
        }
        section(SectionId::Changes, tr!(i18n, "doc-changes"), [table.part()])
    }

    pub(super) fn worth(self, by_activity: &BTreeMap<Activity, Tally>) -> Option<Section> {
        let i18n = self.i18n;
        let mut table = Table::new([
            tr!(i18n, "doc-activity"),
            tr!(i18n, "doc-worth-mean"),
            tr!(i18n, "doc-rated"),
            tr!(i18n, "doc-time"),
        ]);
        let cells = |name: String, worth: Worth| {
            [
                Cell::Text(name),
                Cell::or_empty(worth.mean(), Cell::Number),
                Cell::Count(worth.rated),
                Cell::minutes(worth.minutes),
            ]
        };
        let rated = meetings_worth(by_activity);
        let all: Worth = rated.clone().collect();
        for (activity, worth) in rated {
            table.row(cells(self.activity(activity), worth));
        }
        if table.rows.len() > 1 {
            table.sum(cells(tr!(i18n, "doc-all"), all));
        }
        section(SectionId::Worth, tr!(i18n, "doc-worth"), [table.part()])
    }

    pub(super) fn activities(self, by_activity: &BTreeMap<Activity, Tally>) -> Option<Section> {
        let i18n = self.i18n;
        let mut table = Table::new([
            tr!(i18n, "doc-category"),
            tr!(i18n, "doc-activity"),
            tr!(i18n, "doc-time"),
            tr!(i18n, "doc-blocks-count"),
        ]);
        for (activity, tally) in by_activity {
            table.row([
                Cell::Text(self.category(activity.category)),
                Cell::Text(self.activity(activity)),
                Cell::minutes(tally.minutes),
                Cell::Count(tally.blocks),
            ]);
        }
        section(SectionId::Activities, tr!(i18n, "doc-activities"), [table.part()])
    }

    pub(super) fn notes(self, notes: Vec<String>) -> Option<Section> {
        let notes = notes.into_iter().map(Part::Sentence).map(Some);
        section(SectionId::Notes, tr!(self.i18n, "doc-notes"), notes)
    }
}

/// A section, unless nothing stands in it.
pub(in crate::summary) fn section(
    id: SectionId,
    heading: String,
    parts: impl IntoIterator<Item = Option<Part>>,
) -> Option<Section> {
    let parts: Vec<Part> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then_some(Section { id, heading, parts })
}
