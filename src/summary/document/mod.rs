//! A summary as what every file format shows: sections of tables, charts and sentences, whose numbers stay numbers until
//! a format writes them. So all formats say the same, and one that is added needs no figures of its own.

mod lines;
mod notes;
mod parts;
mod shown;
mod trend;
mod week;

pub use lines::{LineBar, SpreadLine, SpreadOf, SpreadWeek, Spreads};

use crate::domain::{Category, PerCategory};
pub(super) use parts::section;

use crate::i18n::Lang;
use crate::summary::number::signed_decimal;
use chrono::NaiveDate;

/// A summary, ready to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What it is: one line.
    pub title: String,
    /// What it came to: one sentence.
    pub lead: String,
    /// The language of its words.
    pub lang: Lang,
    /// What the categories are called.
    pub categories: PerCategory<String>,
    /// What stands behind a number of hours: `h`.
    pub hours_unit: String,
    /// What stands behind a number of minutes: `min`.
    pub minutes_unit: String,
    /// Its sections, in order.
    pub sections: Vec<Section>,
}

/// A part of a summary under a heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// What it is about.
    pub id: SectionId,
    /// Its heading.
    pub heading: String,
    /// What stands in it; never empty.
    pub parts: Vec<Part>,
}

/// What a section is about. A workbook has a sheet for some of them and shows the others on its first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SectionId {
    /// Minutes by category and what they come to.
    Summary,
    /// The days of a week.
    Days,
    /// The weeks of a trend.
    Weeks,
    /// The goals on single categories and activities.
    Goals,
    /// The burden list.
    Burden,
    /// What changed since the baseline.
    Changes,
    /// What meetings were worth.
    Worth,
    /// Every activity.
    Activities,
    /// Every block; only where there is room for them.
    Blocks,
    /// What the figures mean.
    Notes,
    /// The weeks of a report on a survey.
    Issues,
    /// The lines of a group of respondents, by its place.
    Group(usize),
    /// The means of these lines week by week; only where there is room for them.
    GroupMeans(usize),
    /// All of these lines week by week; the same.
    GroupWeeks(usize),
    /// Activities of all respondents.
    Doings,
    /// Two groups of respondents at once.
    Cross,
    /// The same week by week, where it stands over all weeks.
    CrossWeeks,
}

impl SectionId {
    /// The name in file formats: of an element, say.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Days => "days",
            Self::Weeks => "weeks",
            Self::Goals => "goals",
            Self::Burden => "burden",
            Self::Changes => "changes",
            Self::Worth => "worth",
            Self::Activities => "activities",
            Self::Blocks => "blocks",
            Self::Notes => "notes",
            Self::Issues => "issues",
            Self::Group(_) => "group",
            Self::GroupMeans(_) => "group-means",
            Self::GroupWeeks(_) => "group-weeks",
            Self::Doings => "doings",
            Self::Cross => "cross",
            Self::CrossWeeks => "cross-weeks",
        }
    }

    /// A name that no other section of a document has.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Group(place) | Self::GroupMeans(place) | Self::GroupWeeks(place) => {
                format!("{}-{place}", self.code())
            }
            _ => self.code().to_owned(),
        }
    }

    /// Whether it is a list so long that only formats without a page show it.
    #[must_use]
    pub const fn is_detail(self) -> bool {
        matches!(
            self,
            Self::Blocks | Self::Activities | Self::GroupMeans(_) | Self::GroupWeeks(_) | Self::CrossWeeks
        )
    }
}

/// Something in a section.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// A sentence.
    Sentence(String),
    /// A table.
    Table(Table),
    /// A chart; what it shows stands in a table too.
    Chart(Chart),
}

/// Rows under named columns.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// What it shows, where its section has several; else empty.
    pub caption: String,
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The rows; each has a cell for every column.
    pub rows: Vec<Row>,
    /// Where it has a column for every category, one after another: the place of the first.
    pub first_category: Option<usize>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The cells.
    pub cells: Vec<Cell>,
    /// Whether it sums up rows above it.
    pub is_sum: bool,
    /// How many rows hold it, of rows that form a tree: those within a row stand below it.
    pub depth: usize,
}

impl Table {
    /// A table without rows.
    #[must_use]
    pub fn new(columns: impl IntoIterator<Item = String>) -> Self {
        Self {
            columns: columns.into_iter().collect(),
            ..Self::default()
        }
    }

    /// The same under a caption.
    #[must_use]
    pub fn with_caption(mut self, caption: String) -> Self {
        self.caption = caption;
        self
    }

    /// Adds a row.
    pub fn row(&mut self, cells: impl IntoIterator<Item = Cell>) {
        self.add(cells, false);
    }

    /// Adds a row that sums up.
    pub fn sum(&mut self, cells: impl IntoIterator<Item = Cell>) {
        self.add(cells, true);
    }

    fn add(&mut self, cells: impl IntoIterator<Item = Cell>, is_sum: bool) {
        let cells: Vec<Cell> = cells.into_iter().collect();
        debug_assert_eq!(cells.len(), self.columns.len(), "{:?}", self.columns);
        self.rows.push(Row {
            cells,
            is_sum,
            depth: 0,
        });
    }

    /// Adds a row within the last one that is not so deep.
    pub fn row_within(&mut self, cells: impl IntoIterator<Item = Cell>, depth: usize) {
        self.add(cells, false);
        if let Some(row) = self.rows.last_mut() {
            row.depth = depth;
        }
    }

    /// Whether its rows form a tree.
    #[must_use]
    pub fn is_tree(&self) -> bool {
        self.rows.iter().any(|row| row.depth > 0)
    }

    /// Whether a column holds numbers, so that it is set on the right.
    #[must_use]
    pub fn is_number(&self, column: usize) -> bool {
        let mut cells = self.rows.iter().filter_map(|row| row.cells.get(column));
        cells.any(Cell::is_number)
    }

    /// The table as a part of a section; none without rows.
    #[must_use]
    pub fn part(self) -> Option<Part> {
        (!self.rows.is_empty()).then_some(Part::Table(self))
    }
}

impl Row {
    /// What stands before the name of the row, so that what is within another row is set in.
    #[must_use]
    pub fn indent(&self) -> String {
        "\u{a0}\u{a0}".repeat(self.depth) // spaces that no line is broken at
    }
}

/// A value of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing to say.
    Empty,
    /// Words of ours, or of the teacher: never a formula.
    Text(String),
    /// Minutes; negative for less than something.
    Minutes(i64),
    /// Minutes that are an average, not whole.
    MeanMinutes(f64),
    /// A number of things.
    Count(u32),
    /// A number that is not whole, a mean rating say, shown with two decimals at most.
    Number(f64),
    /// A part of a whole, 0 to 1.
    Share(f64),
    /// A part of a whole whose percentages, shown together, add up to 100.
    Part {
        /// 0 to 1.
        share: f64,
        /// Whole per cent, rounded with the others.
        percent: u32,
    },
    /// More or less than something by so much of it: −0.15 is 15 % less.
    Change(f64),
    /// A date.
    Date(NaiveDate),
    /// A time of day, in minutes since midnight; past midnight from 1440.
    Clock(u32),
    /// A part of a whole, in whole per cent: it is known no better.
    Percent(u32),
    /// Less or more than a part of a whole, in whole per cent.
    Limit {
        /// Whole per cent.
        percent: u32,
        /// Whether it is less than that; else more.
        is_below: bool,
    },
    /// More or less than something by so much of it, in whole per cent: it is known no better.
    WholeChange(i32),
    /// A number in tenths: it is known no better.
    Tenths(u32),
    /// Something that is not shown, so that nobody can be found in it.
    Hidden,
}

impl Cell {
    /// Minutes.
    #[must_use]
    pub fn minutes(minutes: u32) -> Self {
        Self::Minutes(i64::from(minutes))
    }

    /// A value, or nothing.
    #[must_use]
    pub fn or_empty<T>(value: Option<T>, make: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Empty, make)
    }

    /// The number itself, for programs: whole minutes, plain decimals, ISO dates; none of words and of nothing.
    #[must_use]
    pub fn raw(&self) -> Option<String> {
        Some(match self {
            Self::Empty | Self::Text(_) | Self::Limit { .. } | Self::Hidden => return None,
            Self::Percent(percent) => (f64::from(*percent) / 100.0).to_string(),
            Self::Tenths(tenths) => (f64::from(*tenths) / 10.0).to_string(),
            Self::WholeChange(percent) => (f64::from(*percent) / 100.0).to_string(),
            Self::Minutes(minutes) => minutes.to_string(),
            Self::Count(number) | Self::Clock(number) => number.to_string(),
            Self::MeanMinutes(number)
            | Self::Number(number)
            | Self::Share(number)
            | Self::Part { share: number, .. }
            | Self::Change(number) => number.to_string(),
            Self::Date(date) => date.to_string(),
        })
    }

    /// Whether it is set on the right, as numbers are.
    #[must_use]
    pub const fn is_number(&self) -> bool {
        !matches!(self, Self::Empty | Self::Text(_))
    }
}

/// Something drawn. Minutes throughout.
#[derive(Debug, Clone, PartialEq)]
pub enum Chart {
    /// Days as bars, stacked by category.
    Days(Vec<Bar>),
    /// Weeks as bars stacked by non-teaching category, with the lines of baseline and target where there are any.
    Weeks(Vec<WeekBar>),
    /// Each day as a cell by its non-teaching minutes: a column a week, Monday on top.
    Calendar(Vec<CalendarDay>),
    /// The lines of a table as bars, stacked by category.
    Lines(Vec<LineBar>),
    /// How a quantity lies week by week, line by line.
    Spreads(Spreads),
}

/// A stacked bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// What stands below it.
    pub label: String,
    /// Its parts.
    pub minutes: PerCategory<u32>,
}

/// A week of a trend.
#[derive(Debug, Clone, PartialEq)]
pub struct WeekBar {
    /// The Monday; a week of which nothing is recorded has no bar, and its place stays free.
    pub monday: NaiveDate,
    /// What stands below it.
    pub label: String,
    /// The parts of the bar; teaching is left out when it is drawn.
    pub minutes: PerCategory<u32>,
    /// What the baseline makes of the week.
    pub expected: Option<u32>,
    /// That less the reduction.
    pub target: Option<u32>,
    /// Whether the week is complete.
    pub is_complete: bool,
}

/// A day of a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CalendarDay {
    /// Its date.
    pub date: NaiveDate,
    /// Its non-teaching minutes; none on a day off on which nothing is logged, and where nothing is recorded.
    pub minutes: Option<u32>,
}

impl WeekBar {
    /// The minutes that are not teaching.
    #[must_use]
    pub fn non_teaching(&self) -> u32 {
        let parts = self.minutes.iter().filter(|(c, _)| *c != Category::Teaching);
        parts.map(|(_, minutes)| minutes).sum()
    }
}

/// A change as `−12.3 %` or `+4.0 %`.
#[must_use]
pub fn change_words(change: f64) -> String {
    format!("{} %", signed_decimal(change * 100.0))
}

#[cfg(test)]
impl Document {
    /// A document of these sections, for tests of the formats.
    pub(super) fn of_sections(sections: Vec<Section>) -> Self {
        Self {
            title: "title".to_owned(),
            lead: "lead".to_owned(),
            lang: Lang::En,
            categories: PerCategory::from_fn(|c| c.code().to_owned()),
            hours_unit: "h".to_owned(),
            minutes_unit: "min".to_owned(),
            sections,
        }
    }
}
