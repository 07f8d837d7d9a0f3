//! A report as one table for statistics: a row for each line of each table of each week and of the whole period, the same
//! columns for every report, numbers as they are in the JSON. An empty cell is a number that is not shown or not asked;
//! the codebook says which columns there are.

use super::Maker;
use super::codebook::{Entry, columns};
use super::lines::{Line, LineOf, unseen};
use crate::domain::Taxonomy;
use crate::i18n::{I18n, neutral};
use crate::summary::TextEncoding;
use crate::summary::csv::encoded;
use crate::survey::codebook::Languages;
use crate::survey::collector::report::{Block, Cross, CrossCell, Figures, Report, ReportWeek};

/// A report as CSV, its names in the language of `i18n`.
#[must_use]
pub fn report_csv(report: &Report, encoding: TextEncoding, i18n: &I18n) -> Vec<u8> {
    let taxonomy = Taxonomy::built_in();
    let maker = Maker {
        report,
        taxonomy: &taxonomy,
        i18n,
    };
    let columns = columns(&Languages::new());
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    // Into memory: cannot fail.
    let _ = writer.write_record(columns.iter().map(|column| &column.variable.name));
    let over_weeks = report.cross_over_weeks();
    for entry in maker.entries(over_weeks.as_ref()) {
        let cells = columns.iter().map(|column| {
            let cell = (column.cell)(&entry);
            if column.is_words() { neutral(&cell) } else { cell }
        });
        let _ = writer.write_record(cells);
    }
    let text = String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default();
    encoded(&text, encoding)
}

impl<'a> Maker<'a> {
    /// All rows; `over_weeks` is the table of two groups at once over all weeks.
    fn entries(self, over_weeks: Option<&'a Cross<Figures>>) -> Vec<Entry<'a>> {
        let mut out = Vec::new();
        if let Some(period) = &self.report.period {
            self.block(&mut out, None, period);
            if let Some(cross) = over_weeks {
                self.cross_entries(&mut out, None, cross);
            }
        }
        for week in &self.report.weeks {
            self.block(&mut out, Some(week), &week.tables);
            if let Some(cross) = &week.cross {
                self.cross_entries(&mut out, Some(week), cross);
            }
        }
        out
    }

    fn block(self, out: &mut Vec<Entry<'a>>, week: Option<&'a ReportWeek>, block: &'a Block<Figures>) {
        let new = |row: &'static str| Entry::new(self, week, row);
        let all = self.all(&block.all);
        out.push(Entry {
            answer_name: all.name.clone(),
            staff: all.staff,
            figures: Some(all.figures),
            ..new("all")
        });
        for (place, table) in block.groups.iter().enumerate() {
            let lines = self.lines(block, place).into_iter();
            let line = |line: Line<'a>| {
                let answer = match line.of {
                    LineOf::Answer(answer) => Some(answer),
                    LineOf::Rest | LineOf::All => None,
                };
                Entry {
                    group: self.report.frame.groups.get(place),
                    answer,
                    above: line.above,
                    answer_name: line.name,
                    staff: line.staff,
                    figures: Some(line.figures),
                    ..new(if answer.is_some() { "answer" } else { "rest" })
                }
            };
            out.extend(lines.filter(|l| l.of != LineOf::All).map(line));
            for unseen in unseen(table) {
                let kinds = [("hidden", unseen.hidden), ("silent", unseen.silent)];
                for (row, answer) in kinds
                    .into_iter()
                    .flat_map(|(row, of)| of.iter().map(move |a| (row, *a)))
                {
                    let group = self.report.frame.groups.get(place);
                    out.push(Entry {
                        group,
                        answer: Some(answer),
                        above: unseen.above.clone(),
                        answer_name: group.map_or_else(String::new, |g| self.answer(g, answer)),
                        ..new(row)
                    });
                }
            }
        }
    }

    fn cross_entries(
        self,
        out: &mut Vec<Entry<'a>>,
        week: Option<&'a ReportWeek>,
        cross: &'a Cross<Figures>,
    ) {
        let [group, group_2] = cross.groups.map(|place| self.report.frame.groups.get(place));
        let name = |group: Option<_>, side: Option<u16>| {
            let rest = || crate::tr!(self.i18n, "report-rest");
            side.map_or_else(rest, |a| group.map_or_else(String::new, |g| self.answer(g, a)))
        };
        for (row, cells) in cross.rows.iter().zip(&cross.cells) {
            for (column, cell) in cross.columns.iter().zip(cells) {
                let (kind, figures) = match cell {
                    CrossCell::Nobody => ("cross_nobody", None),
                    CrossCell::Hidden => ("cross_hidden", None),
                    CrossCell::Shown(figures) => ("cross", Some(figures)),
                };
                out.push(Entry {
                    group,
                    answer: *row,
                    answer_name: name(group, *row),
                    group_2,
                    answer_2: *column,
                    answer_2_name: name(group_2, *column),
                    figures,
                    ..Entry::new(self, week, kind)
                });
            }
        }
    }
}
