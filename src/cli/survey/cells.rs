//! `survey cells`: what a district hands to its province in place of its dataset.

use super::file::{definition, shown};
use crate::cli::CliError;
use crate::cli::args::SurveyCellsArgs;
use crate::cli::context::Context;
use crate::i18n::{I18n, Say};
use crate::survey::Recipient;
use crate::survey::collector::{Cells, Dataset};
use crate::tr;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The most bytes of a file with a recipient.
const MOST_BYTES: u64 = 16 * 1024;

pub(super) fn run(cx: &mut Context<'_>, args: &SurveyCellsArgs) -> Result<(), CliError> {
    let output = args.output.as_deref();
    let output = output.ok_or_else(|| CliError::Usage(tr!(cx.i18n, "cli-survey-cells-where")))?;
    if !output
        .extension()
        .is_some_and(|e| e.eq_ignore_ascii_case("cells"))
    {
        let file = shown(output);
        return Err(CliError::Usage(tr!(
            cx.i18n,
            "cli-survey-cells-ending",
            file = file
        )));
    }
    let to = args.to.as_deref().map(|to| recipient(to, &cx.i18n)).transpose()?;
    if to.is_none() && !args.unsealed {
        return Err(CliError::Usage(tr!(cx.i18n, "cli-survey-cells-to-whom")));
    }
    let cells = cells(&args.datasets, &cx.i18n)?;
    let written = cells.write_file(output, to.as_ref());
    written.map_err(|why| CliError::Refused(why.say(&cx.i18n)))?;
    cx.print(&format!("{}\n", shown(output)))?;
    cx.out.flush()?;
    let (count, responses) = (cells.cells.len(), cells.respondents().to_string());
    let text = tr!(
        cx.i18n,
        "cli-survey-cells-written",
        cells = count,
        responses = responses
    );
    cx.say(&text);
    if to.is_none() {
        let text = tr!(cx.i18n, "cli-survey-cells-unsealed");
        cx.say(&text);
    }
    Ok(())
}

/// The cells of all datasets together.
fn cells(datasets: &[impl AsRef<Path>], i18n: &I18n) -> Result<Cells, CliError> {
    let of = |folder: &Path| Cells::of_dataset(&Dataset::open(folder)?, None);
    let all = datasets.iter().map(|folder| of(folder.as_ref()));
    let all = all.collect::<Result<Vec<_>, _>>();
    let all = all.map_err(|why| CliError::Refused(why.say(i18n)))?;
    Cells::sum(all).map_err(|why| CliError::Refused(why.say(i18n)))
}

/// A recipient as it stands there, or out of a file: the definition of a survey, or lines and comments as age has them.
fn recipient(text: &str, i18n: &I18n) -> Result<Recipient, CliError> {
    if let Ok(recipient) = text.parse() {
        return Ok(recipient);
    }
    let path = Path::new(text);
    let refused = || CliError::Usage(tr!(i18n, "cli-survey-cells-recipient", text = shown(path)));
    if !path.is_file() {
        return Err(refused());
    }
    if path.extension().is_some_and(|e| e.eq_ignore_ascii_case("toml")) {
        return definition(path, i18n).map(|d| d.recipient);
    }
    let mut content = Vec::new();
    let read = File::open(path).and_then(|file| file.take(MOST_BYTES).read_to_end(&mut content));
    read.map_err(CliError::file(path))?;
    only_recipient(&String::from_utf8_lossy(&content)).ok_or_else(refused)
}

fn only_recipient(text: &str) -> Option<Recipient> {
    let lines = text.lines().map(str::trim);
    let mut lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    let recipient = lines.next()?.parse().ok()?;
    lines.next().is_none().then_some(recipient)
}
