//! The personal weekly summary and the report on a survey: everything each shows is gathered in one value, and every
//! format renders that value.

mod chart_text;
mod csv;
mod day;
mod document;
mod file;
mod html;
mod json;
mod line_text;
mod markdown;
mod number;
mod reading;
mod report;
mod rules;
mod svg;
mod table_text;
mod text;
mod trend;
mod trend_json;
mod week;
mod words;
mod xlsx;

pub use csv::{TextEncoding, csv};
pub use day::DaySummary;
pub use document::{
    Bar, CalendarDay, Cell, Chart, Document, LineBar, Part, Row, Section, SectionId, SpreadLine, SpreadOf,
    SpreadWeek, Spreads, Table, WeekBar, change_words,
};
pub use file::{FileFormat, RenderError, Reviewed, file_name, preview, render};
pub use html::html;
pub use json::{DAY_SCHEMA, TREND_SCHEMA, WEEK_SCHEMA, block_json};
pub(crate) use line_text::broken;
pub use markdown::markdown;
pub use number::{one_decimal, short_decimal, sign, signed, signed_decimal};
pub use report::{ReportFormat, codebook_csv, render_report, report_csv, report_document, report_text};
pub use rules::{rule_value_words, rule_what};
pub use table_text::table_text;
pub use text::{block_row, goal_value, share_words, status_words, subject_words};
pub use trend::{CategoryTrend, GoalTrend, Saved, TrendDay, TrendMaker, TrendSummary, TrendWeek};
pub use week::WeekSummary;
pub use words::{flag_words, rule_words};
pub use xlsx::{XlsxError, xlsx};
