//! The codebook as a table that spreadsheets open: a row for each variable, and below it one for each of its codes and one
//! for each meaning of a missing value, so that no cell grows beyond what a spreadsheet takes.

use super::Codebook;
use super::labels::{Labels, Languages};
use super::variable::{Coded, Missing, Unit, Variable};
use super::words::{missing_words, universe_words};
use crate::i18n::{Lang, neutral};
use serde::Serialize;

/// A row; the names of the fields are those of the columns.
#[derive(Default, Serialize)]
struct Line<'a> {
    /// `variable`, `code`, `heading` for an answer that only holds others, or `missing`.
    row: &'static str,
    name: &'a str,
    code: &'a str,
    label_zh_hans: String,
    label_zh_hant: String,
    label_en: String,
    #[serde(rename = "type")]
    kind: &'static str,
    measure: &'static str,
    unit: &'static str,
    least: Option<i64>,
    most: Option<i64>,
    step: Option<u32>,
    within: Option<&'a str>,
    universe: &'static str,
    universe_zh_hans: String,
    universe_zh_hant: String,
    universe_en: String,
    source: &'a str,
}

impl Codebook {
    /// As CSV: UTF-8 with a byte order mark and line ends as on Windows, so that Excel reads it. A text that a spreadsheet
    /// would take for a formula or a value begins with an apostrophe; codes and numbers are as in the dataset.
    #[must_use]
    pub fn to_csv(&self) -> Vec<u8> {
        variables_csv(&self.variables)
    }
}

/// The variables of any table, as [`Codebook::to_csv`] writes those of a dataset.
#[must_use]
pub fn variables_csv(variables: &[Variable]) -> Vec<u8> {
    let languages = Languages::new();
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(b"\xef\xbb\xbf".to_vec());
    let mut put = |row: Line<'_>| {
        let _ = writer.serialize(row); // into memory: cannot fail
    };
    for variable in variables {
        put(of_variable(variable, &languages));
        for code in &variable.codes {
            put(of_code(variable, code));
        }
        for missing in &variable.missing {
            put(of_missing(variable, *missing, &languages));
        }
    }
    writer.into_inner().unwrap_or_default()
}

impl<'a> Line<'a> {
    fn new(row: &'static str, name: &'a str, label: &Labels) -> Self {
        Self {
            row,
            name,
            label_zh_hans: neutral(label.get(Lang::ZhHans)),
            label_zh_hant: neutral(label.get(Lang::ZhHant)),
            label_en: neutral(label.get(Lang::En)),
            ..Self::default()
        }
    }
}

fn of_variable<'a>(variable: &'a Variable, languages: &Languages) -> Line<'a> {
    let universe = languages.say(|i18n| universe_words(variable.universe, i18n));
    let range = variable.range.as_ref();
    Line {
        kind: variable.kind.code(),
        measure: variable.measure().code(),
        unit: variable.unit.map_or("", Unit::code),
        least: range.map(|r| *r.start()),
        most: range.map(|r| *r.end()),
        step: variable.step,
        universe: variable.universe.code(),
        universe_zh_hans: neutral(universe.get(Lang::ZhHans)),
        universe_zh_hant: neutral(universe.get(Lang::ZhHant)),
        universe_en: neutral(universe.get(Lang::En)),
        source: &variable.source,
        ..Line::new("variable", &variable.name, &variable.label)
    }
}

fn of_code<'a>(variable: &'a Variable, code: &'a Coded) -> Line<'a> {
    let row = if code.occurs { "code" } else { "heading" };
    Line {
        code: &code.code,
        within: code.within.as_deref(),
        ..Line::new(row, &variable.name, &code.label)
    }
}

fn of_missing<'a>(variable: &'a Variable, missing: Missing, languages: &Languages) -> Line<'a> {
    let label = languages.say(|i18n| missing_words(missing, i18n));
    Line {
        code: missing.code(),
        ..Line::new("missing", &variable.name, &label)
    }
}
