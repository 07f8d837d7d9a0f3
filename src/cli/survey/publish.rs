//! `survey publish`: a file of single responses that anybody may have.

use super::file::shown;
use crate::cli::CliError;
use crate::cli::context::Context;
use crate::i18n::{I18n, Say};
use crate::survey::collector::{Dataset, Format, PublicFiles, PublishError, publish_dataset};
use crate::tr;
use std::path::Path;

pub(super) fn run(cx: &mut Context<'_>, dataset: &Path, output: Option<&Path>) -> Result<(), CliError> {
    let output = output.ok_or_else(|| CliError::Usage(tr!(cx.i18n, "cli-survey-publish-where")))?;
    let format = format(output, &cx.i18n)?;
    let refused = |why: PublishError| CliError::Refused(why.say(&cx.i18n));
    let dataset = Dataset::open(dataset).map_err(|why| refused(why.into()))?;
    let in_their_language = I18n::new(cx.i18n.lang());
    let files = PublicFiles::new(output, format, &dataset.definition, in_their_language);
    let files = files.map_err(refused)?;
    let account = publish_dataset(&dataset, files).map_err(refused)?;
    cx.print(&format!("{}\n", shown(output)))?;
    cx.out.flush()?;
    let sheet = shown(&output.with_extension("md"));
    let text = tr!(
        cx.i18n,
        "cli-survey-published",
        rows = account.rows.to_string(),
        sheet = sheet
    );
    cx.say(&text);
    Ok(())
}

/// What a file is to be, by the end of its name.
fn format(output: &Path, i18n: &I18n) -> Result<Format, CliError> {
    let is = |ending: &str| output.extension().is_some_and(|e| e.eq_ignore_ascii_case(ending));
    match (is("parquet"), is("csv")) {
        (true, _) => Ok(Format::Parquet),
        (_, true) => Ok(Format::Csv),
        _ => Err(CliError::Usage(tr!(
            i18n,
            "cli-survey-publish-ending",
            file = shown(output)
        ))),
    }
}
