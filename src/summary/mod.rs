//! The personal weekly summary: everything it shows is gathered in one value, and every format renders that value.

mod day;
mod document;
mod html;
mod json;
mod svg;
mod text;
mod trend;
mod week;
mod words;

pub use day::DaySummary;
pub use document::{
    Bar, CalendarDay, Cell, Chart, Document, Part, Row, Section, SectionId, Table, WeekBar, change_words,
};
pub use html::html;
pub use json::{DAY_SCHEMA, WEEK_SCHEMA, block_json};
pub use text::{block_row, goal_value, share_words, status_words, subject_words};
pub use trend::{CategoryTrend, GoalTrend, Saved, TrendDay, TrendSummary, TrendWeek};
pub use week::WeekSummary;
pub use words::{flag_words, rule_words};
