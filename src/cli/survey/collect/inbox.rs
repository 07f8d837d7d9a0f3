//! What is named as an inbox: that it is one, and what is said where nothing in it counts.

use crate::cli::CliError;
use crate::cli::args::SurveyCollectArgs;
use crate::cli::survey::file::shown;
use crate::i18n::I18n;
use crate::survey::Definition;
use crate::survey::collector::{Dataset, DatasetError, Nothing};
use crate::tr;
use std::path::Path;

/// Refuses what cannot be read, and the files of a survey that are named by mistake.
///
/// # Errors
/// What it is instead of an inbox.
pub(super) fn check(path: &Path, i18n: &I18n) -> Result<(), CliError> {
    let there = path.metadata().map_err(CliError::file(path))?;
    if there.is_dir() {
        path.read_dir().map_err(CliError::file(path))?;
        // Also one that cannot be used.
        return match Dataset::open(path) {
            Err(DatasetError::NoDataset(_)) => Ok(()),
            _ => Err(CliError::Refused(tr!(
                i18n,
                "cli-survey-collect-inbox-dataset",
                path = shown(path)
            ))),
        };
    }
    let name = path.file_name().unwrap_or_default().as_encoded_bytes();
    if name.to_ascii_lowercase().ends_with(b".survey.toml") {
        return Err(CliError::Refused(tr!(
            i18n,
            "cli-survey-collect-inbox-definition",
            path = shown(path)
        )));
    }
    Ok(())
}

/// Why nothing in the inbox counts, and what to do about it.
pub(super) fn nothing(
    found: Nothing,
    args: &SurveyCollectArgs,
    definition: &Definition,
    i18n: &I18n,
) -> String {
    let inbox: Vec<String> = args.inbox.iter().map(|path| shown(path)).collect();
    let inbox = inbox.join(", ");
    let to = args.to.as_deref().unwrap_or(Path::new("."));
    match found {
        Nothing::Empty => tr!(i18n, "cli-survey-collect-inbox-empty", inbox = inbox),
        Nothing::NoResponse(count) => {
            tr!(
                i18n,
                "cli-survey-collect-no-response",
                inbox = inbox,
                count = count
            )
        }
        Nothing::OtherKey(count) => tr!(
            i18n,
            "cli-survey-collect-other-key",
            inbox = inbox,
            count = count,
            key = args.key.as_deref().map(shown).unwrap_or_default()
        ),
        Nothing::OtherSurvey(count) => tr!(
            i18n,
            "cli-survey-collect-other-survey",
            inbox = inbox,
            count = count,
            title = definition.title.get(i18n.lang()),
            fingerprint = definition.fingerprint().to_string()
        ),
        Nothing::Refused(count) => tr!(
            i18n,
            "cli-survey-collect-nothing-taken",
            inbox = inbox,
            count = count,
            path = shown(&to.join("rejected.csv"))
        ),
    }
}
