//! The lines of a group's table, one below the other, what is within a line right below it.

use super::Maker;
use crate::survey::Group;
use crate::survey::collector::report::{Block, Figures, Table, staff_behind};
use crate::tr;

/// A line of a table.
#[derive(Debug, Clone)]
pub(super) struct Line<'a> {
    /// What it is of.
    pub(super) of: LineOf,
    /// What it is called.
    pub(super) name: String,
    /// The answers that hold it, the outermost first.
    pub(super) above: Vec<u16>,
    /// How many people are behind it.
    pub(super) staff: Option<u32>,
    /// What is shown of it.
    pub(super) figures: &'a Figures,
}

/// What a line is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineOf {
    /// An answer, by its place.
    Answer(u16),
    /// All that is not shown.
    Rest,
    /// Everybody.
    All,
}

/// Answers of which nothing is shown by themselves.
#[derive(Debug, Clone)]
pub(super) struct Unseen<'a> {
    /// The answers that hold them, the outermost first.
    pub(super) above: Vec<u16>,
    /// Those that are not shown.
    pub(super) hidden: &'a [u16],
    /// Those that nobody gave.
    pub(super) silent: &'a [u16],
}

impl<'a> Maker<'a> {
    /// The lines of a group, and everybody at the end.
    pub(super) fn lines(self, block: &'a Block<Figures>, place: usize) -> Vec<Line<'a>> {
        let mut out = Vec::new();
        if let (Some(group), Some(table)) = (self.report.frame.groups.get(place), block.groups.get(place)) {
            self.add(&mut out, group, table, &[]);
        }
        out.push(self.all(&block.all));
        out
    }

    /// The line of everybody.
    pub(super) fn all(self, figures: &'a Figures) -> Line<'a> {
        Line {
            of: LineOf::All,
            name: tr!(self.i18n, "report-all"),
            above: Vec::new(),
            staff: self.report.frame.staff(),
            figures,
        }
    }

    fn add(self, out: &mut Vec<Line<'a>>, group: &Group, table: &'a Table<Figures>, above: &[u16]) {
        for line in &table.lines {
            out.push(Line {
                of: LineOf::Answer(line.answer),
                name: self.answer(group, line.answer),
                above: above.to_vec(),
                staff: staff_behind(group, line.answer),
                figures: &line.figures,
            });
            if let Some(within) = &line.within {
                self.add(out, group, within, &[above, &[line.answer]].concat());
            }
        }
        out.extend(table.rest.as_ref().map(|figures| Line {
            of: LineOf::Rest,
            name: tr!(self.i18n, "report-rest"),
            above: above.to_vec(),
            staff: None,
            figures,
        }));
    }
}

impl Line<'_> {
    /// How many lines hold it.
    pub(super) fn depth(&self) -> usize {
        self.above.len()
    }
}

/// The answers of a table that are not shown or that nobody gave, and those within its lines.
pub(super) fn unseen(table: &Table<Figures>) -> Vec<Unseen<'_>> {
    fn add<'a>(out: &mut Vec<Unseen<'a>>, table: &'a Table<Figures>, above: &[u16]) {
        if !table.hidden.is_empty() || !table.silent.is_empty() {
            out.push(Unseen {
                above: above.to_vec(),
                hidden: &table.hidden,
                silent: &table.silent,
            });
        }
        for line in &table.lines {
            if let Some(within) = &line.within {
                add(out, within, &[above, &[line.answer]].concat());
            }
        }
    }
    let mut out = Vec::new();
    add(&mut out, table, &[]);
    out
}
