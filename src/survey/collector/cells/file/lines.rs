//! The lines of the file.

use crate::domain::WeekId;
use crate::survey::collector::cells::Measure;
use crate::survey::collector::dataset::Columns;
use crate::survey::collector::values::Value;
use crate::survey::definition::{Asks, Definition};
use serde::{Deserialize, Serialize};

/// The first line.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Head {
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) version: u64,
    pub(super) surveys: usize,
    pub(super) cells: usize,
    pub(super) groups: Vec<String>,
    pub(super) measures: Vec<String>,
}

/// What the first line of any version has.
#[derive(Debug, Deserialize)]
pub(super) struct AnyHead {
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) version: u64,
}

/// The line of a survey.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SurveyLine {
    pub(super) definition: String,
}

/// The line of a cell.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CellLine {
    pub(super) week: WeekId,
    pub(super) groups: Vec<Option<String>>,
    pub(super) respondents: u32,
    /// By measure that is asked: n, sum, squares, the two largest.
    pub(super) measures: Vec<(u32, i64, u64, u16, u16)>,
    pub(super) share: Vec<(i16, u32)>,
    pub(super) non_teaching: Vec<(i16, u32)>,
}

/// The measures that are asked, in order.
pub(super) fn measures(asks: Asks) -> Vec<Measure> {
    Measure::all().filter(|m| m.basis().is_asked(asks)).collect()
}

/// What a measure is called: as its column of the dataset, where there is one.
pub(super) fn name(measure: Measure, columns: &Columns) -> String {
    match measure {
        Measure::Total => "total_min".to_owned(),
        Measure::NonTeaching => "non_teaching_min".to_owned(),
        Measure::Share => "non_teaching_permille".to_owned(),
        Measure::Value(value) => column(value, columns),
    }
}

fn column(value: Value, columns: &Columns) -> String {
    let schema = columns.schema();
    let field = schema.get_fields().get(columns.value(value));
    field.map(|f| f.name().to_owned()).unwrap_or_default()
}

/// What the measures of a survey are called, in order.
pub(super) fn names(definition: &Definition) -> Vec<String> {
    let Ok(columns) = Columns::of(definition) else {
        return Vec::new(); // never: every name of a codebook can be that of a column
    };
    let measures = measures(definition.asks).into_iter();
    measures.map(|m| name(m, &columns)).collect()
}
