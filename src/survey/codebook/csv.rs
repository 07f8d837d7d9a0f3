//! The codebook as a table that spreadsheets open: a row for each variable, and below it one for each of its codes and one
//! for each meaning of a missing value, so that no cell grows beyond what a spreadsheet takes.

use super::labels::{Labels, Languages};
use super::variable::{Missing, Universe, Variable};
use super::{Codebook, markdown::missing_words, markdown::universe_words};
use crate::i18n::neutral;

const HEAD: [&str; 18] = [
    "row",
    "name",
    "code",
    "label_zh_hans",
    "label_zh_hant",
    "label_en",
    "type",
    "measure",
    "unit",
    "least",
    "most",
    "step",
    "within",
    "universe",
    "universe_zh_hans",
    "universe_zh_hant",
    "universe_en",
    "source",
];

impl Codebook {
    /// As CSV: UTF-8 with a byte order mark and line ends as on Windows, so that Excel reads it. A text that a spreadsheet
    /// would take for a formula or a value begins with an apostrophe; codes and numbers are as in the dataset.
    #[must_use]
    pub fn to_csv(&self) -> Vec<u8> {
        let languages = Languages::new();
        let mut writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(b"\xef\xbb\xbf".to_vec());
        let mut put = |row: [String; 18]| {
            let _ = writer.write_record(row); // into memory: cannot fail
        };
        put(HEAD.map(str::to_owned));
        for variable in &self.variables {
            put(of_variable(variable, &languages));
            for code in &variable.codes {
                let row = if code.occurs { "code" } else { "heading" };
                let mut cells = of(row, variable, &code.code, &code.label);
                cells[12] = code.within.clone().unwrap_or_default();
                put(cells);
            }
            for missing in &variable.missing {
                put(of_missing(variable, *missing, &languages));
            }
        }
        writer.into_inner().unwrap_or_default()
    }
}

/// A row with nothing but a code and what it means.
fn of(row: &str, variable: &Variable, code: &str, label: &Labels) -> [String; 18] {
    let mut out = [const { String::new() }; 18];
    (out[0], out[1], out[2]) = (row.to_owned(), variable.name.clone(), code.to_owned());
    for (cell, (_, text)) in out[3..6].iter_mut().zip(label.each()) {
        *cell = neutral(text);
    }
    out
}

fn of_variable(variable: &Variable, languages: &Languages) -> [String; 18] {
    let mut out = of("variable", variable, "", &variable.label);
    let number = |n: Option<i32>| n.map(|n| n.to_string()).unwrap_or_default();
    let range = variable.range.as_ref();
    out[6] = variable.kind.code().to_owned();
    out[7] = variable.measure().code().to_owned();
    out[8] = variable.unit.map(|u| u.code().to_owned()).unwrap_or_default();
    out[9] = number(range.map(|r| *r.start()));
    out[10] = number(range.map(|r| *r.end()));
    out[11] = variable.step.map(|s| s.to_string()).unwrap_or_default();
    out[13] = variable.universe.code().to_owned();
    for (cell, (_, text)) in out[14..17]
        .iter_mut()
        .zip(universe(variable.universe, languages).each())
    {
        *cell = neutral(text);
    }
    out[17].clone_from(&variable.source);
    out
}

fn of_missing(variable: &Variable, missing: Missing, languages: &Languages) -> [String; 18] {
    let label = languages.say(|i18n| missing_words(missing, i18n));
    of("missing", variable, missing.code(), &label)
}

fn universe(universe: Universe, languages: &Languages) -> Labels {
    languages.say(|i18n| universe_words(universe, i18n))
}
