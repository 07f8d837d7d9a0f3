//! What is drawn of the lines of a report: their minutes as bars, and how a quantity lies week by week.

use crate::domain::Category;
use chrono::NaiveDate;

/// A line of a table as a bar, stacked by category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineBar {
    /// What the line is called.
    pub label: String,
    /// How many lines hold it.
    pub depth: usize,
    /// Minutes by category, or of several categories together.
    pub parts: Vec<(Vec<Category>, u32)>,
}

/// What a chart over weeks is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpreadOf {
    /// Minutes.
    Minutes,
    /// A part of a whole, in whole per cent.
    Share,
}

/// How a quantity lies in each week, for each line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spreads {
    /// What it is called.
    pub title: String,
    /// What it is of.
    pub of: SpreadOf,
    /// The lines.
    pub lines: Vec<SpreadLine>,
}

/// The weeks of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpreadLine {
    /// What the line is called.
    pub label: String,
    /// The weeks in which something is shown of it, in order.
    pub weeks: Vec<SpreadWeek>,
}

/// How a quantity lies in a week; what is not shown is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SpreadWeek {
    /// The Monday.
    pub monday: NaiveDate,
    /// The mean.
    pub mean: Option<u32>,
    /// The median.
    pub median: Option<u32>,
    /// The first and the third quartile.
    pub quartiles: Option<[u32; 2]>,
}

impl Spreads {
    /// The Mondays of all lines, in order.
    #[must_use]
    pub fn mondays(&self) -> Vec<NaiveDate> {
        let weeks = self.lines.iter().flat_map(|line| &line.weeks);
        let mut mondays: Vec<NaiveDate> = weeks.map(|week| week.monday).collect();
        mondays.sort_unstable();
        mondays.dedup();
        mondays
    }
}

impl SpreadLine {
    /// The week that begins on a Monday.
    #[must_use]
    pub fn week(&self, monday: NaiveDate) -> Option<SpreadWeek> {
        self.weeks.iter().find(|week| week.monday == monday).copied()
    }
}

impl SpreadWeek {
    /// Where its middle lies: the median, where there is none the mean.
    #[must_use]
    pub const fn middle(self) -> Option<u32> {
        match self.median {
            Some(median) => Some(median),
            None => self.mean,
        }
    }
}
