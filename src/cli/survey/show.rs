//! `survey show`: what a definition says, joined or not.

use super::answer::sizes_text;
use super::file::sent_definition;
use super::lines::labelled;
use crate::cli::CliError;
use crate::cli::context::Context;
use crate::i18n::I18n;
use crate::survey::{Definition, sheet};
use crate::tr;
use std::path::Path;

pub(super) fn run(cx: &mut Context<'_>, file: &Path) -> Result<(), CliError> {
    let definition = sent_definition(file, &cx.i18n)?;
    let mut lines = lines(&definition, &cx.i18n);
    lines.push(("SHA-256".to_owned(), definition.hash().to_string()));
    if let Some(staff) = definition.staff {
        lines.push((tr!(cx.i18n, "cli-survey-show-staff"), staff.to_string()));
    }
    let mut text = labelled(&lines, 0);
    if !definition.groups.is_empty() {
        text += &sizes_text(&definition, &cx.i18n);
    }
    cx.print(&text)
}

/// The sheet of a definition, for a terminal.
pub(super) fn sheet_text(definition: &Definition, i18n: &I18n) -> String {
    labelled(&lines(definition, i18n), 0)
}

fn lines(definition: &Definition, i18n: &I18n) -> Vec<(String, String)> {
    let lines = sheet(definition, i18n).into_iter();
    let last = (
        tr!(i18n, "cli-survey-show-final"),
        tr!(i18n, "cli-survey-show-final-is"),
    );
    lines.map(|l| (l.label, l.value)).chain([last]).collect()
}
