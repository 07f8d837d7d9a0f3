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
        let is_exact = self.report.noise.is_none(); // else there is nothing but means
        let mut main = self.of_responses();
        main.extend(self.of_work());
        let not_shown = &self.report.not_shown;
        let not_shown = (!not_shown.is_empty()).then(|| {
            let weeks = self.weeks(not_shown);
            Part::Sentence(match self.report.noise {
                Some(_) => tr!(i18n, "report-weeks-noise", weeks = weeks),
                None => tr!(i18n, "report-weeks-not-shown", weeks = weeks),
            })
        });
        let [time, share] = self.spreads(&[tr!(i18n, "report-all")], |week| vec![Some(self.all(&week.all))]);
        let parts = [
            of_lines(tr!(i18n, "report-cap-overview"), main),
            is_exact
                .then(|| of_lines(tr!(i18n, "report-cap-time"), self.of_time()))
                .flatten(),
            time,
            of_lines(tr!(i18n, "report-cap-share"), self.of_share()),
            share,
            of_lines(tr!(i18n, "report-cap-goal"), self.of_goal()),
            self.standings(),
            not_shown,
        ];
        section(SectionId::Issues, tr!(i18n, "doc-weeks"), parts)
    }

    /// How each week stands to what was published of it before; with noise, that it is no issue of that.
    fn standings(self) -> Option<Part> {
        let i18n = self.i18n;
        let is_noisy = self.report.noise.is_some();
        let (issue, caption) = if is_noisy {
            (None, String::new())
        } else {
            (Some(tr!(i18n, "report-issue")), tr!(i18n, "report-cap-standings"))
        };
        let days = [
            tr!(i18n, "doc-week"),
            tr!(i18n, "doc-start"),
            tr!(i18n, "doc-end"),
        ];
        let names = days
            .into_iter()
            .chain(issue)
            .chain([tr!(i18n, "report-standing")]);
        let mut table = Table::new(names).with_caption(caption);
        for week in &self.report.weeks {
            let days = [
                Cell::Text(week.week.to_string()),
                Cell::Date(week.week.monday()),
                Cell::Date(week.week.sunday()),
            ];
            let issue = (!is_noisy).then_some(Cell::Count(week.issue));
            let standing = Cell::Text(if self.report.is_draft {
                tr!(i18n, "report-standing-draft")
            } else {
                standing_words(week.standing, i18n)
            });
            table.row(days.into_iter().chain(issue).chain([standing]));
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
