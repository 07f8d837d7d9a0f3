//! `survey codebook`: what stands in each column of the responses to a survey.

use super::file::definition;
use crate::cli::CliError;
use crate::cli::args::CodebookFormat;
use crate::cli::context::Context;
use crate::survey::Codebook;
use crate::tr;
use std::path::Path;

pub(super) fn run(
    cx: &mut Context<'_>,
    file: &Path,
    format: Option<CodebookFormat>,
    output: Option<&Path>,
) -> Result<(), CliError> {
    let format = match (format, output.and_then(Path::extension)) {
        (Some(format), _) => format,
        (None, None) => CodebookFormat::Md,
        (None, Some(ending)) => by_ending(&ending.to_string_lossy(), cx)?,
    };
    let codebook = Codebook::of(&definition(file, &cx.i18n)?);
    let data = match format {
        CodebookFormat::Md => codebook.to_markdown(&cx.i18n).into_bytes(),
        CodebookFormat::Csv => codebook.to_csv(),
        CodebookFormat::Json => codebook.to_json().into_bytes(),
    };
    cx.deliver(output, &data)
}

fn by_ending(ending: &str, cx: &Context<'_>) -> Result<CodebookFormat, CliError> {
    match ending {
        "md" => Ok(CodebookFormat::Md),
        "csv" => Ok(CodebookFormat::Csv),
        "json" => Ok(CodebookFormat::Json),
        _ => Err(CliError::Usage(tr!(
            cx.i18n,
            "cli-survey-codebook-ending",
            ending = ending
        ))),
    }
}
