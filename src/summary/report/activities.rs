//! Activities: of everybody, and of every line where there is room for it.

use super::Maker;
use super::lines::{Line, LineOf};
use crate::domain::Category;
use crate::summary::document::section;
use crate::summary::{Cell, Section, SectionId, Table};
use crate::survey::collector::Value;
use crate::tr;

impl Maker<'_> {
    /// The activities of everybody.
    pub(super) fn doings(self) -> Option<Section> {
        let i18n = self.i18n;
        let all = &self.report.period.as_ref()?.all;
        let mut table = Table::new([
            tr!(i18n, "doc-activity"),
            tr!(i18n, "doc-category"),
            tr!(i18n, "report-mean-time"),
        ]);
        for (set, minutes) in &all.activities {
            table.row([
                Cell::Text(self.activity_names(set)),
                Cell::Text(self.category_of(set)),
                Cell::minutes(*minutes),
            ]);
        }
        section(SectionId::Doings, tr!(i18n, "doc-activities"), [table.part()])
    }

    /// The activities of every line, one below the other.
    pub(super) fn activities(self) -> Option<Section> {
        let i18n = self.i18n;
        let period = self.report.period.as_ref()?;
        let mut table = Table::new([
            tr!(i18n, "report-group"),
            tr!(i18n, "report-answer"),
            tr!(i18n, "doc-category"),
            tr!(i18n, "doc-activity"),
            tr!(i18n, "report-mean-time"),
        ]);
        for (place, group) in self.report.frame.groups.iter().enumerate() {
            let lines = self.lines(period, place);
            let lines = lines.iter().filter(|line| line.of != LineOf::All);
            for (line, (set, minutes)) in lines.flat_map(|l| l.figures.activities.iter().map(move |a| (l, a)))
            {
                table.row([
                    Cell::Text(self.group_name(group)),
                    Cell::Text(self.path(place, line)),
                    Cell::Text(self.category_of(set)),
                    Cell::Text(self.activity_names(set)),
                    Cell::minutes(*minutes),
                ]);
            }
        }
        let heading = tr!(i18n, "report-group-activities");
        section(SectionId::Activities, heading, [table.part()])
    }

    /// A line with those that hold it: `East › East 1`.
    pub(super) fn path(self, place: usize, line: &Line<'_>) -> String {
        let group = self.report.frame.groups.get(place);
        let above = line.above.iter().filter_map(|a| Some(self.answer(group?, *a)));
        let names: Vec<String> = above.chain([line.name.clone()]).collect();
        names.join(" › ")
    }

    /// The category, or the categories, of some activities.
    fn category_of(self, places: &[usize]) -> String {
        let mut out: Vec<Category> = Vec::new();
        for activity in places.iter().filter_map(|place| Value::activity(*place)) {
            if !out.contains(&activity.category) {
                out.push(activity.category);
            }
        }
        self.categories(&out)
    }
}
