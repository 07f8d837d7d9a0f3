//! The weeks: how many respond in each, what everybody works, and how the week stands to what was published of it.

use super::Maker;
use super::columns::{Column, table};
use super::lines::Line;
use super::words::standing_words;
use crate::summary::document::section;
use crate::summary::{Cell, Part, Section, SectionId, Table};
use crate::tr;

impl<'a> Maker<'a> {
    pub(super) fn issues(self) -> Option<Section> {
        let i18n = self.i18n;
        let weeks = &self.report.weeks;
        let lines: Vec<Line<'a>> = weeks
            .iter()
            .map(|week| Line {
                name: week.week.to_string(),
                ..self.all(&week.tables.all)
            })
            .collect();
        let of_lines = |caption: String, columns: Vec<Column<'a>>| {
            let part = table(tr!(i18n, "doc-week"), caption, &lines, columns);
            part.map(plain)
        };
        let mut main = self.of_responses();
        main.extend(self.of_work());
        let not_shown = &self.report.not_shown;
        let not_shown = (!not_shown.is_empty())
            .then(|| Part::Sentence(tr!(i18n, "report-weeks-not-shown", weeks = self.weeks(not_shown))));
        let [time, share] = self.spreads(&[tr!(i18n, "report-all")], |week| vec![Some(self.all(&week.all))]);
        let parts = [
            of_lines(tr!(i18n, "report-cap-overview"), main),
            of_lines(tr!(i18n, "report-cap-time"), self.of_time()),
            time,
            of_lines(tr!(i18n, "report-cap-share"), self.of_share()),
            share,
            of_lines(tr!(i18n, "report-cap-goal"), self.of_goal()),
            self.standings(),
            not_shown,
        ];
        section(SectionId::Issues, tr!(i18n, "doc-weeks"), parts)
    }

    /// How each week stands to what was published of it before.
    fn standings(self) -> Option<Part> {
        let i18n = self.i18n;
        let mut table = Table::new([
            tr!(i18n, "doc-week"),
            tr!(i18n, "doc-start"),
            tr!(i18n, "doc-end"),
            tr!(i18n, "report-issue"),
            tr!(i18n, "report-standing"),
        ])
        .with_caption(tr!(i18n, "report-cap-standings"));
        for week in &self.report.weeks {
            table.row([
                Cell::Text(week.week.to_string()),
                Cell::Date(week.week.monday()),
                Cell::Date(week.week.sunday()),
                Cell::Count(week.issue),
                Cell::Text(if self.report.is_draft {
                    tr!(i18n, "report-standing-draft")
                } else {
                    standing_words(week.standing, i18n)
                }),
            ]);
        }
        table.part()
    }
}

/// A table of lines that do not sum up what is above them.
fn plain(part: Part) -> Part {
    match part {
        Part::Table(mut table) => {
            table.rows.iter_mut().for_each(|row| row.is_sum = false);
            Part::Table(table)
        }
        part => part,
    }
}
