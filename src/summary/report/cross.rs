//! Two groups at once: over all weeks where each of them has the same table, else week by week.

use super::Maker;
use crate::summary::document::section;
use crate::summary::{Cell, Part, Section, SectionId, Table};
use crate::survey::Group;
use crate::survey::collector::report::{Cross, CrossCell, Figures};
use crate::tr;

impl<'a> Maker<'a> {
    pub(super) fn cross(self) -> Option<Section> {
        let i18n = self.i18n;
        let groups = self.groups_of_cross()?;
        let [rows, columns] = groups.map(|group| self.group_name(group));
        let heading = tr!(i18n, "report-cross", rows = rows, columns = columns);
        let nobody = tr!(i18n, "report-nobody");
        let (tables, notes) = match self.report.cross_over_weeks() {
            Some(cross) => {
                let step = self.report.rules.rounding;
                let together = tr!(i18n, "report-cross-together", step = step);
                let tables = self.tables_of(&tr!(i18n, "report-all-weeks"), &cross, groups);
                (tables, vec![together, nobody])
            }
            None => (self.crosses_by_week(groups), vec![nobody]),
        };
        let notes = notes.into_iter().map(Part::Sentence);
        section(
            SectionId::Cross,
            heading,
            tables.into_iter().chain(notes).map(Some),
        )
    }

    /// The tables of each week, where those over all weeks stand in their place.
    pub(super) fn cross_weeks(self) -> Option<Section> {
        self.report.cross_over_weeks()?;
        let groups = self.groups_of_cross()?;
        let [rows, columns] = groups.map(|group| self.group_name(group));
        let heading = tr!(self.i18n, "report-cross-weeks", rows = rows, columns = columns);
        let tables = self.crosses_by_week(groups).into_iter().map(Some);
        section(SectionId::CrossWeeks, heading, tables)
    }

    /// The groups of the rows and of the columns.
    fn groups_of_cross(self) -> Option<[&'a Group; 2]> {
        let first = self.report.weeks.iter().find_map(|week| week.cross.as_ref())?;
        let [rows, columns] = first.groups.map(|place| self.report.frame.groups.get(place));
        Some([rows?, columns?])
    }

    fn crosses_by_week(self, groups: [&Group; 2]) -> Vec<Part> {
        let weeks = self.report.weeks.iter();
        let crosses = weeks.filter_map(|week| Some((week.week.to_string(), week.cross.as_ref()?)));
        crosses
            .flat_map(|(week, cross)| self.tables_of(&week, cross, groups))
            .collect()
    }

    /// Responses, non-teaching minutes and share, of a week or of all.
    fn tables_of(self, weeks: &str, cross: &Cross<Figures>, groups: [&Group; 2]) -> Vec<Part> {
        let i18n = self.i18n;
        let caption = |what: String| tr!(i18n, "report-cross-of", week = weeks, what = what);
        let tables = [
            self.cross_table(caption(tr!(i18n, "report-responses")), cross, groups, |f| {
                f.responses.map(Cell::Count)
            }),
            self.cross_table(caption(tr!(i18n, "report-cross-time")), cross, groups, |f| {
                f.non_teaching.mean.map(Cell::minutes)
            }),
            self.cross_table(caption(tr!(i18n, "report-cross-share")), cross, groups, |f| {
                f.share.mean.map(Cell::Percent)
            }),
        ];
        tables.into_iter().filter_map(Table::part).collect()
    }

    fn cross_table(
        self,
        caption: String,
        cross: &Cross<Figures>,
        groups: [&Group; 2],
        value: impl Fn(&Figures) -> Option<Cell>,
    ) -> Table {
        let i18n = self.i18n;
        let side = |group: &Group, side: &Option<u16>| {
            side.map_or_else(|| tr!(i18n, "report-rest"), |answer| self.answer(group, answer))
        };
        let columns = cross.columns.iter().map(|column| side(groups[1], column));
        let corner = self.group_name(groups[0]);
        let mut table = Table::new([corner].into_iter().chain(columns)).with_caption(caption);
        for (row, cells) in cross.rows.iter().zip(&cross.cells) {
            let cell = |cell: &CrossCell<Figures>| match cell {
                CrossCell::Nobody => Cell::Text("–".to_owned()),
                CrossCell::Hidden => Cell::Hidden,
                CrossCell::Shown(figures) => value(figures).unwrap_or(Cell::Hidden),
            };
            let name = Cell::Text(side(groups[0], row));
            table.row([name].into_iter().chain(cells.iter().map(cell)));
        }
        table
    }
}
