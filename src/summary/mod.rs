//! The personal weekly summary: everything it shows is gathered in one value, and every format renders that value.

mod day;
mod json;
mod rules;
mod text;
mod week;
mod words;

pub use day::DaySummary;
pub use json::{DAY_SCHEMA, WEEK_SCHEMA, block_json};
pub use rules::{rule_value_words, rule_what};
pub use text::{block_row, goal_value, share_words, status_words, subject_words};
pub use week::WeekSummary;
pub use words::{flag_words, rule_words};
