//! The charts of a report.

use super::Maker;
use super::lines::{Line, LineOf};
use crate::summary::{Chart, LineBar, Part, SpreadLine, SpreadOf, SpreadWeek, Spreads};
use crate::survey::collector::report::{Block, Figures, Spread};
use crate::tr;

/// The most lines of a chart over weeks: of more, the outermost.
const LINES: usize = 40;

/// Lines as bars; none where nothing is shown of any.
pub(super) fn bars(lines: &[Line<'_>]) -> Option<Part> {
    let bar = |line: &Line<'_>| LineBar {
        label: line.name.clone(),
        depth: line.depth(),
        parts: line.figures.categories.clone(),
    };
    let lines: Vec<LineBar> = lines
        .iter()
        .map(bar)
        .filter(|bar| !bar.parts.is_empty())
        .collect();
    (!lines.is_empty()).then_some(Part::Chart(Chart::Lines(lines)))
}

impl<'a> Maker<'a> {
    pub(super) fn bars_of_everybody(self, all: &Figures) -> Option<Part> {
        bars(&[self.all(all)])
    }

    /// Non-teaching minutes and share week by week, of the lines with these names; `of` finds them in a week. Nothing
    /// where there is one week only.
    pub(super) fn spreads(
        self,
        names: &[String],
        of: impl Fn(&'a Block<Figures>) -> Vec<Option<Line<'a>>>,
    ) -> [Option<Part>; 2] {
        let weeks = &self.report.weeks;
        let i18n = self.i18n;
        if weeks.len() < 2 || names.is_empty() {
            return [None, None];
        }
        let found: Vec<(chrono::NaiveDate, Vec<Option<Line<'a>>>)> = weeks
            .iter()
            .map(|week| (week.week.monday(), of(&week.tables)))
            .collect();
        let time = match self.report.noise {
            Some(_) => tr!(i18n, "report-cap-means"), // there is nothing but means
            None => tr!(i18n, "report-chart-time"),
        };
        [
            (SpreadOf::Minutes, time),
            (SpreadOf::Share, tr!(i18n, "report-chart-share")),
        ]
        .map(|(kind, title)| {
            let line = |(at, name): (usize, &String)| {
                let weeks = found.iter().filter_map(|(monday, lines)| {
                    let figures = lines.get(at)?.as_ref()?.figures;
                    let spread = match kind {
                        SpreadOf::Minutes => figures.non_teaching,
                        SpreadOf::Share => figures.share,
                    };
                    week(*monday, spread)
                });
                SpreadLine {
                    label: name.clone(),
                    weeks: weeks.collect(),
                }
            };
            let lines: Vec<SpreadLine> = names.iter().enumerate().map(line).collect();
            let lines: Vec<SpreadLine> = lines.into_iter().filter(|l| !l.weeks.is_empty()).collect();
            let of = kind;
            (!lines.is_empty()).then_some(Part::Chart(Chart::Spreads(Spreads { title, of, lines })))
        })
    }

    /// The same of the lines of a group: all that have room.
    pub(super) fn spreads_of(self, place: usize, lines: &[Line<'_>]) -> [Option<Part>; 2] {
        let answers: Vec<&Line<'_>> = lines
            .iter()
            .filter(|line| matches!(line.of, LineOf::Answer(_)))
            .collect();
        let deepest = answers.iter().map(|line| line.depth()).max().unwrap_or(0);
        let up_to = |depth: usize| answers.iter().filter(move |line| line.depth() <= depth);
        let depth = (0..=deepest).rev().find(|d| up_to(*d).count() <= LINES);
        let shown: Vec<&&Line<'_>> = up_to(depth.unwrap_or(0)).take(LINES).collect();
        let names: Vec<String> = shown.iter().map(|line| line.name.clone()).collect();
        self.spreads(&names, |week| {
            let of_week = self.lines(week, place);
            let find = |line: &&&Line<'_>| {
                let same = |l: &&Line<'_>| (l.of, &l.above) == (line.of, &line.above);
                of_week.iter().find(same).cloned()
            };
            shown.iter().map(find).collect()
        })
    }
}

fn week(monday: chrono::NaiveDate, spread: Spread) -> Option<SpreadWeek> {
    let out = SpreadWeek {
        monday,
        mean: spread.mean,
        median: spread.median,
        quartiles: spread.quartiles,
    };
    out.middle().map(|_| out)
}
