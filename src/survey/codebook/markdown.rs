//! The codebook to read, in one language.

use super::variable::{Coded, Kind, Unit, Variable};
use super::words::{missing_words, universe_words};
use super::{Codebook, Labels};
use crate::i18n::{I18n, Lang};
use crate::survey::Fingerprint;
use crate::tr;
use std::fmt::Write;

/// The characters that mean something in a line of Markdown, to one reader of it or another.
const SPECIAL: &str = r"\`*_[]<>|~$&#";

impl Codebook {
    /// As Markdown: a table of all variables, and after it the codes of those that have any.
    #[must_use]
    pub fn to_markdown(&self, i18n: &I18n) -> String {
        let lang = i18n.lang();
        let title = tr!(i18n, "codebook-title", survey = self.title.get(lang));
        let mut out = format!("# {}\n\n", escaped(&title));
        let lead = tr!(
            i18n,
            "codebook-lead",
            definition = self.definition.to_string(),
            fingerprint = Fingerprint::of(self.definition).to_string()
        );
        let _ = writeln!(out, "{}\n", escaped(&lead)); // writing to a string cannot fail
        let head = [
            tr!(i18n, "codebook-col-name"),
            tr!(i18n, "codebook-col-label"),
            tr!(i18n, "codebook-col-values"),
            tr!(i18n, "codebook-col-missing"),
            tr!(i18n, "codebook-col-universe"),
        ];
        row(&mut out, &head);
        out += "|---|---|---|---|---|\n";
        for variable in &self.variables {
            let missing = variable.missing.iter().map(|m| missing_words(*m, i18n));
            let missing: Vec<String> = missing.collect();
            let cells = [
                variable.name.clone(),
                variable.label.get(lang).to_owned(),
                values(variable, i18n),
                missing.join("; "),
                universe_words(variable.universe, i18n),
            ];
            row(&mut out, &cells);
        }
        for variable in self.variables.iter().filter(|v| !v.codes.is_empty()) {
            let (name, label) = (&variable.name, variable.label.get(lang));
            let heading = format!("{name}: {label}");
            let _ = writeln!(out, "\n## {}\n", escaped(&heading));
            row(
                &mut out,
                &[tr!(i18n, "codebook-col-code"), tr!(i18n, "codebook-col-label")],
            );
            out += "|---|---|\n";
            for code in &variable.codes {
                row(
                    &mut out,
                    &[code.code.clone(), code_words(code, &variable.codes, lang)],
                );
            }
        }
        out
    }
}

/// A row of a table.
pub(in crate::survey) fn row(out: &mut String, cells: &[String]) {
    let cells: Vec<String> = cells.iter().map(|c| escaped(c)).collect();
    let _ = writeln!(out, "| {} |", cells.join(" | "));
}

/// A text that stays text.
pub(in crate::survey) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if SPECIAL.contains(c) {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}

/// What a code means, after what holds it.
fn code_words(code: &Coded, all: &[Coded], lang: Lang) -> String {
    let above = |c: &&Coded| all.iter().find(|a| Some(&a.code) == c.within.as_ref());
    let path = std::iter::successors(Some(code), above).take(all.len());
    let mut names: Vec<&str> = path.map(|c| Labels::get(&c.label, lang)).collect();
    names.reverse();
    names.join(" › ")
}

/// What the values of a variable are.
fn values(variable: &Variable, i18n: &I18n) -> String {
    let kind = match variable.kind {
        Kind::Text => tr!(i18n, "codebook-text"),
        Kind::Code => tr!(i18n, "codebook-code"),
        Kind::Boolean => tr!(i18n, "codebook-boolean"),
        Kind::Integer => tr!(i18n, "codebook-integer"),
        Kind::Decimal => tr!(i18n, "codebook-decimal"),
    };
    let unit = variable.unit.map(|unit| match unit {
        Unit::Minutes => tr!(i18n, "codebook-minutes", step = variable.step.unwrap_or_default()),
        Unit::Days => tr!(i18n, "codebook-days"),
        Unit::Meetings => tr!(i18n, "codebook-unit-meetings"),
        Unit::Percent => tr!(i18n, "codebook-percent"),
        Unit::PercentOfTime => tr!(
            i18n,
            "codebook-percent-of-time",
            width = variable.step.unwrap_or_default()
        ),
    });
    unit.unwrap_or(kind)
}
