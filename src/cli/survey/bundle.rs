//! `survey bundle`: many sealed responses in one file.

use super::file::shown;
use crate::cli::CliError;
use crate::cli::context::Context;
use crate::i18n::{I18n, Say};
use crate::survey::bundle;
use crate::tr;
use std::path::{Path, PathBuf};

pub(super) fn run(cx: &mut Context<'_>, files: &[PathBuf], output: Option<&Path>) -> Result<(), CliError> {
    let output = output.ok_or_else(|| CliError::Usage(tr!(cx.i18n, "cli-survey-bundle-where")))?;
    check_output(output, &cx.i18n)?;
    let bundled = bundle(files, output);
    let bundled = bundled.map_err(|why| CliError::Refused(why.say(&cx.i18n)))?;
    for other in &bundled.others {
        let text = tr!(cx.i18n, "cli-survey-bundle-other", file = shown(other));
        cx.say(&text);
    }
    cx.print(&format!("{}\n", shown(&bundled.path)))?;
    cx.out.flush()?;
    let (responses, copies) = (bundled.responses, bundled.copies);
    let text = tr!(
        cx.i18n,
        "cli-survey-bundled",
        responses = responses,
        copies = copies
    );
    cx.say(&text);
    Ok(())
}

/// Whether the name of the bundle is that of a tar file.
fn check_output(output: &Path, i18n: &I18n) -> Result<(), CliError> {
    let file = shown(output);
    if output.is_dir() {
        return Err(CliError::Usage(tr!(
            i18n,
            "cli-survey-bundle-folder",
            file = file
        )));
    }
    if output.extension().is_some_and(|e| e.eq_ignore_ascii_case("tar")) {
        return Ok(());
    }
    Err(CliError::Usage(tr!(
        i18n,
        "cli-survey-bundle-ending",
        file = file
    )))
}
