//! `survey show`: what a definition says, joined or not.

use super::answer::choices_text;
use super::file::sent_definition;
use super::lines::labelled;
use crate::cli::CliError;
use crate::cli::context::Context;
use crate::i18n::I18n;
use crate::survey::{Definition, sheet};
use std::path::Path;

pub(super) fn run(cx: &mut Context<'_>, file: &Path) -> Result<(), CliError> {
    let definition = sent_definition(file, &cx.i18n)?;
    let mut text = sheet_text(&definition, &cx.i18n);
    if !definition.groups.is_empty() {
        text += &choices_text(&definition, &cx.i18n);
    }
    cx.print(&text)
}

/// The sheet of a definition, for a terminal.
pub(super) fn sheet_text(definition: &Definition, i18n: &I18n) -> String {
    let lines = sheet(definition, i18n).into_iter();
    labelled(&lines.map(|l| (l.label, l.value)).collect::<Vec<_>>(), 0)
}
