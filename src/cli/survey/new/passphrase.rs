//! The passphrase of a new key.

use crate::cli::CliError;
use crate::cli::context::Context;
use crate::tr;
use std::io::BufRead;

/// A passphrase: typed twice, unseen, on a terminal; elsewhere the first line of standard input.
///
/// # Errors
/// It is empty, or not typed the same twice.
pub(super) fn read(cx: &mut Context<'_>) -> Result<String, CliError> {
    let typed = if cx.interactive {
        let typed = unseen(&tr!(cx.i18n, "cli-survey-passphrase"))?;
        if unseen(&tr!(cx.i18n, "cli-survey-passphrase-again"))? != typed {
            return Err(CliError::Refused(tr!(cx.i18n, "cli-survey-passphrases-differ")));
        }
        typed
    } else {
        let mut line = String::new();
        std::io::stdin().lock().read_line(&mut line)?;
        line.trim_end_matches(['\n', '\r']).to_owned()
    };
    if typed.is_empty() {
        return Err(CliError::Usage(tr!(cx.i18n, "cli-survey-no-passphrase")));
    }
    Ok(typed)
}

fn unseen(question: &str) -> Result<String, CliError> {
    Ok(rpassword::prompt_password(format!("{question} "))?)
}
