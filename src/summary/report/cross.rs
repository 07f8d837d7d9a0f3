//! Two groups at once, week by week.

use super::Maker;
use crate::summary::document::section;
use crate::summary::{Cell, Part, Section, SectionId, Table};
use crate::survey::Group;
use crate::survey::collector::report::{Cross, CrossCell, Figures, ReportWeek};
use crate::tr;

impl Maker<'_> {
    pub(super) fn cross(self) -> Option<Section> {
        let i18n = self.i18n;
        let first = self.report.weeks.iter().find_map(|week| week.cross.as_ref())?;
        let [rows, columns] = first.groups.map(|place| self.report.frame.groups.get(place));
        let (rows, columns) = (rows?, columns?);
        let heading = tr!(
            i18n,
            "report-cross",
            rows = self.group_name(rows),
            columns = self.group_name(columns)
        );
        let weeks = self.report.weeks.iter();
        let tables = weeks.flat_map(|week| self.of_week(week, [rows, columns]));
        let nobody = Part::Sentence(tr!(i18n, "report-nobody"));
        section(SectionId::Cross, heading, tables.map(Some).chain([Some(nobody)]))
    }

    /// The tables of a week: responses, non-teaching minutes and share.
    fn of_week(self, week: &ReportWeek, groups: [&Group; 2]) -> Vec<Part> {
        let i18n = self.i18n;
        let Some(cross) = &week.cross else {
            return Vec::new();
        };
        let caption = |what: String| tr!(i18n, "report-cross-of", week = week.week.to_string(), what = what);
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
