//! `survey bundle`: many sealed responses in one file.

use super::file::shown;
use crate::cli::CliError;
use crate::cli::context::Context;
use crate::i18n::Say;
use crate::survey::bundle;
use crate::tr;
use std::path::{Path, PathBuf};

pub(super) fn run(cx: &mut Context<'_>, files: &[PathBuf], output: &Path) -> Result<(), CliError> {
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
