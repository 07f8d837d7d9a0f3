//! A group of respondents: its lines over the whole period, and week by week where there is room for it.

use super::Maker;
use super::charts::bars;
use super::columns::{Column, table, without_empty_rest};
use super::lines::{Line, Unseen, unseen};
use crate::domain::WeekId;
use crate::summary::document::section;
use crate::summary::{Cell, Chart, Part, Section, SectionId, Table};
use crate::survey::Group;
use crate::tr;

impl<'a> Maker<'a> {
    pub(super) fn group(self, place: usize) -> Option<Section> {
        let i18n = self.i18n;
        let group = self.report.frame.groups.get(place)?;
        let Some(period) = &self.report.period else {
            return self.group_week_by_week(group, place);
        };
        let lines = self.lines(period, place);
        let of_lines = |caption: String, columns: Vec<Column<'a>>| {
            let part = table(self.group_name(group), caption, &lines, columns)?;
            Some(without_empty_rest(part, &lines))
        };
        let mut main = self.of_responses();
        main.extend(self.of_work());
        let goal = self.of_goal();
        let meetings = self.of_meetings();
        let tables = [
            of_lines(tr!(i18n, "report-cap-overview"), main),
            of_lines(tr!(i18n, "report-cap-categories"), self.of_categories(&lines)),
            bars(&lines),
            of_lines(tr!(i18n, "report-cap-time"), self.of_time()),
            of_lines(tr!(i18n, "report-cap-share"), self.of_share()),
            of_lines(tr!(i18n, "report-cap-goal"), goal),
            of_lines(tr!(i18n, "report-cap-meetings"), meetings),
        ];
        let unseen = period.groups.get(place).map(unseen).unwrap_or_default();
        let unseen = unseen.iter().flat_map(|unseen| self.unseen(group, unseen));
        let parts = tables
            .into_iter()
            .chain(self.spreads_of(place, &lines))
            .chain(unseen.map(|words| Some(Part::Sentence(words))));
        section(SectionId::Group(place), self.group_name(group), parts)
    }

    /// The same of a report with noise, which has nothing over the whole period: a table a week.
    fn group_week_by_week(self, group: &Group, place: usize) -> Option<Section> {
        let parts = self.report.weeks.iter().flat_map(|week| {
            let mut columns = self.of_responses();
            columns.extend(self.of_work());
            let lines = self.lines(&week.tables, place);
            let lines = table(self.group_name(group), week.week.to_string(), &lines, columns);
            let unseen = week.tables.groups.get(place).map(unseen).unwrap_or_default();
            let unseen = unseen.iter().flat_map(|unseen| self.unseen(group, unseen));
            let unseen = unseen.map(|words| Some(Part::Sentence(words)));
            [lines].into_iter().chain(unseen).collect::<Vec<_>>()
        });
        section(SectionId::Group(place), self.group_name(group), parts)
    }

    /// Which answers are not shown, and which nobody gave.
    fn unseen(self, group: &Group, unseen: &Unseen<'_>) -> Vec<String> {
        let i18n = self.i18n;
        let mut out = Vec::new();
        if !unseen.hidden.is_empty() {
            let answers = self.answers(group, unseen.hidden);
            out.push(match self.report.noise {
                Some(_) => tr!(i18n, "report-hidden-noise", answers = answers),
                None => tr!(i18n, "report-hidden", answers = answers),
            });
        }
        if !unseen.silent.is_empty() {
            let answers = self.answers(group, unseen.silent);
            out.push(tr!(i18n, "report-silent", answers = answers));
        }
        let Some(line) = unseen.above.last() else {
            return out;
        };
        let line = self.answer(group, *line);
        let within = |words| tr!(i18n, "report-within", line = line.clone(), words = words);
        out.into_iter().map(within).collect()
    }

    /// Every week of every line, one below the other.
    pub(super) fn group_weeks(self, place: usize) -> Option<Section> {
        let i18n = self.i18n;
        let group = self.report.frame.groups.get(place)?;
        let name = self.group_name(group);
        let found: Vec<(String, Vec<Line<'a>>)> = self
            .report
            .weeks
            .iter()
            .map(|week| (week.week.to_string(), self.lines(&week.tables, place)))
            .collect();
        let all: Vec<Line<'a>> = found.iter().flat_map(|(_, lines)| lines.clone()).collect();
        let mut columns = self.of_responses();
        columns.extend(self.of_work());
        columns.extend(self.of_categories(&all));
        let about = |caption: String, columns: Vec<Column<'a>>| {
            columns.into_iter().map(move |column| column.named(&caption))
        };
        columns.extend(about(tr!(i18n, "report-time"), self.of_time()).skip(1));
        columns.extend(about(tr!(i18n, "summary-share"), self.of_share()).skip(1));
        columns.extend(self.of_goal());
        columns.extend(self.of_meetings());
        let Part::Table(lines) = table(name.clone(), String::new(), &all, columns)? else {
            return None;
        };
        let weeks = found
            .iter()
            .flat_map(|(week, lines)| lines.iter().map(move |_| week.clone()));
        let names = [tr!(i18n, "doc-week")].into_iter().chain(lines.columns);
        let mut out = Table::new(names);
        for (week, row) in weeks.zip(lines.rows) {
            let indent = row.indent();
            let cells = row.cells.into_iter().enumerate().map(|(at, cell)| match cell {
                Cell::Text(name) if at == 0 => Cell::Text(format!("{indent}{name}")),
                cell => cell,
            });
            out.row([Cell::Text(week)].into_iter().chain(cells));
        }
        let heading = tr!(i18n, "report-group-weeks", group = name);
        section(SectionId::GroupWeeks(place), heading, [out.part()])
    }

    /// The mean non-teaching time of the lines week by week, side by side.
    pub(super) fn group_means(self, place: usize) -> Option<Section> {
        let group = self.report.frame.groups.get(place)?;
        let lines = self.lines(self.report.period.as_ref()?, place);
        let [time, _] = self.spreads_of(place, &lines);
        let parts = [self.means(time.as_ref()?), time];
        let heading = tr!(self.i18n, "report-group-means", group = self.group_name(group));
        section(SectionId::GroupMeans(place), heading, parts)
    }

    /// A row a week, a column a line: what the chart over the weeks shows of them.
    fn means(self, chart: &Part) -> Option<Part> {
        let Part::Chart(Chart::Spreads(spreads)) = chart else {
            return None;
        };
        let names = spreads.lines.iter().map(|line| line.label.clone());
        let names = [tr!(self.i18n, "doc-week")].into_iter().chain(names);
        let mut table = Table::new(names).with_caption(tr!(self.i18n, "report-cap-means"));
        for monday in spreads.mondays() {
            let cells = spreads.lines.iter().map(|line| {
                let mean = line.week(monday).and_then(|week| week.mean);
                Cell::or_empty(mean, Cell::minutes) // a chart draws it, and has no place for a dot
            });
            let week = Cell::Text(WeekId::of(monday).to_string());
            table.row([week].into_iter().chain(cells));
        }
        table.part()
    }
}
