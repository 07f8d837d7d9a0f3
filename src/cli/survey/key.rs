//! The coordinator's private key, from its file.

use crate::cli::CliError;
use crate::cli::context::Context;
use crate::i18n::Say;
use crate::survey::{KeyFault, KeyFile, KeyFileError, KeyPair};
use crate::tr;
use std::io::BufRead;
use std::path::Path;

/// How often a passphrase is asked for.
const TRIES: usize = 3;

/// Opens a key. The passphrase of a locked one is typed, unseen, on a terminal; elsewhere it is the first line of standard
/// input.
///
/// # Errors
/// Why it cannot be opened.
pub(super) fn open(cx: &mut Context<'_>, path: &Path) -> Result<KeyPair, CliError> {
    let refused = |why: KeyFault, cx: &Context<'_>| {
        let path = path.to_owned();
        CliError::Refused(KeyFileError { path, why }.say(&cx.i18n))
    };
    let read = |cx: &Context<'_>| KeyFile::read(path).map_err(|why| CliError::Refused(why.say(&cx.i18n)));
    if !read(cx)?.is_locked() {
        return read(cx)?.open(None).map_err(|why| refused(why, cx));
    }
    if !cx.interactive {
        let mut line = String::new();
        std::io::stdin().lock().read_line(&mut line)?;
        let given = line.trim_end_matches(['\n', '\r']);
        let given = (!given.is_empty()).then_some(given);
        return read(cx)?.open(given).map_err(|why| match why {
            KeyFault::Locked => CliError::Usage(tr!(cx.i18n, "cli-survey-key-locked")),
            why => refused(why, cx),
        });
    }
    for _ in 1..TRIES {
        match read(cx)?.open(Some(&ask(cx)?)) {
            Err(KeyFault::Passphrase) => cx.say(&KeyFault::Passphrase.say(&cx.i18n)),
            other => return other.map_err(|why| refused(why, cx)),
        }
    }
    read(cx)?.open(Some(&ask(cx)?)).map_err(|why| refused(why, cx))
}

fn ask(cx: &Context<'_>) -> Result<String, CliError> {
    let question = tr!(cx.i18n, "cli-survey-key-passphrase");
    Ok(rpassword::prompt_password(format!("{question} "))?)
}
