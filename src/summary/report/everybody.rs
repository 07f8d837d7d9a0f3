//! Everybody, over the whole period.

use super::Maker;
use super::words::portion_cell;
use crate::summary::document::section;
use crate::summary::{Cell, Section, SectionId, Table};
use crate::survey::collector::report::{Figures, Portion};
use crate::tr;

impl Maker<'_> {
    pub(super) fn everybody(self) -> Option<Section> {
        let period = self.report.period.as_ref()?;
        let all = &period.all;
        let parts = [
            self.by_category(all).part(),
            self.facts(all).part(),
            self.bars_of_everybody(all),
        ];
        section(SectionId::Summary, tr!(self.i18n, "report-everybody"), parts)
    }

    /// Minutes by category, and what they come to.
    fn by_category(self, all: &Figures) -> Table {
        let i18n = self.i18n;
        let mut table = Table::new([
            tr!(i18n, "doc-category"),
            tr!(i18n, "report-mean-time"),
            tr!(i18n, "report-mean-share"),
        ]);
        for (set, minutes) in &all.categories {
            let name = Cell::Text(self.categories(set));
            table.row([name, Cell::minutes(*minutes), Cell::Empty]);
        }
        let hidden = |value: Option<u32>, cell: fn(u32) -> Cell| value.map_or(Cell::Hidden, cell);
        table.sum([
            Cell::Text(tr!(i18n, "report-total")),
            hidden(all.total, Cell::minutes),
            Cell::Empty,
        ]);
        table.sum([
            Cell::Text(tr!(i18n, "doc-non-teaching")),
            hidden(all.non_teaching.mean, Cell::minutes),
            hidden(all.share.mean, Cell::Percent),
        ]);
        table
    }

    /// Everything else, a line each; what is not asked is left out.
    fn facts(self, all: &Figures) -> Table {
        let (i18n, asks) = (self.i18n, self.report.frame.asks());
        let mut table = Table::new([tr!(i18n, "doc-what"), tr!(i18n, "doc-value")]);
        let mut fact = |is_asked: bool, name: String, value: Option<Cell>| {
            if is_asked {
                table.row([Cell::Text(name), value.unwrap_or(Cell::Hidden)]);
            }
        };
        let coverage = all.coverage(self.report.frame.staff());
        let portion = |portion: Option<Portion>| portion.map(portion_cell);
        fact(
            true,
            tr!(i18n, "report-responses"),
            all.responses.map(Cell::Count),
        );
        if let Some(coverage) = coverage {
            fact(true, tr!(i18n, "report-coverage"), Some(Cell::Percent(coverage)));
        }
        fact(true, tr!(i18n, "report-complete"), portion(all.complete));
        let median = |name: String| tr!(i18n, "report-median-of", what = name);
        let time = all.non_teaching.median.map(Cell::minutes);
        fact(true, median(tr!(i18n, "report-time")), time);
        let share = all.share.median.map(Cell::Percent);
        fact(true, median(tr!(i18n, "summary-share")), share);
        fact(asks.goal, tr!(i18n, "report-met"), portion(all.goal_met));
        fact(
            asks.goal,
            tr!(i18n, "report-change"),
            all.change.map(Cell::WholeChange),
        );
        fact(
            asks.meetings,
            tr!(i18n, "report-meetings"),
            all.meetings.map(Cell::Tenths),
        );
        let length = all.meeting_minutes.map(Cell::minutes);
        fact(asks.meetings, tr!(i18n, "report-meeting-length"), length);
        let long = portion(all.long_meetings);
        fact(asks.meetings, tr!(i18n, "report-long-meetings"), long);
        let staff = all.staff_meetings.map(Cell::Tenths);
        fact(asks.meetings, tr!(i18n, "report-staff-meetings"), staff);
        fact(
            asks.ratings,
            tr!(i18n, "report-worth"),
            all.rating.map(Cell::Tenths),
        );
        let late = all.late_parents.map(Cell::minutes);
        fact(asks.late_parent_messages, tr!(i18n, "report-late"), late);
        table
    }
}
