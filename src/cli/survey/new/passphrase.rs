//! The passphrase of a new key.

use crate::cli::CliError;
use crate::cli::context::Context;
use crate::i18n::I18n;
use crate::tr;
use std::io::BufRead;

/// The fewest characters of a passphrase: fewer are found by trying.
const SHORTEST: usize = 8;
/// How often a passphrase that is too short or not typed the same twice is asked for again.
const TRIES: usize = 3;

/// A passphrase: typed twice, unseen, on a terminal; elsewhere the first line of standard input.
///
/// # Errors
/// It is too short, or was not typed the same twice in several tries.
pub(super) fn read(cx: &mut Context<'_>) -> Result<String, CliError> {
    if cx.interactive {
        let i18n = std::rc::Rc::clone(&cx.i18n);
        let unseen = |question: &str| Ok(rpassword::prompt_password(format!("{question} "))?);
        return typed(&i18n, unseen, |why| cx.say(why));
    }
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    let given = line.trim_end_matches(['\n', '\r']).to_owned();
    match fault(&given, &cx.i18n) {
        Some(why) => Err(CliError::Usage(why)),
        None => Ok(given),
    }
}

/// Asks for it twice; what is wrong is said, and it is asked for again.
fn typed(
    i18n: &I18n,
    mut ask: impl FnMut(&str) -> Result<String, CliError>,
    mut say: impl FnMut(&str),
) -> Result<String, CliError> {
    for _ in 0..TRIES {
        let given = ask(&tr!(i18n, "cli-survey-passphrase"))?;
        if let Some(why) = fault(&given, i18n) {
            say(&why);
        } else if ask(&tr!(i18n, "cli-survey-passphrase-again"))? == given {
            return Ok(given);
        } else {
            say(&tr!(i18n, "cli-survey-passphrases-differ"));
        }
    }
    Err(CliError::Refused(tr!(i18n, "cli-survey-nothing-made")))
}

/// What is wrong with a passphrase.
fn fault(passphrase: &str, i18n: &I18n) -> Option<String> {
    match passphrase.chars().count() {
        0 => Some(tr!(i18n, "cli-survey-no-passphrase")),
        few if few < SHORTEST => Some(tr!(i18n, "cli-survey-short-passphrase", least = SHORTEST)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The passphrase that comes of what is typed, and what was said.
    fn typing(lines: &[&str]) -> (Option<String>, Vec<String>) {
        let (mut lines, mut said) = (lines.iter(), Vec::new());
        let ask = |_: &str| Ok(lines.next().map_or_else(String::new, |l| (*l).to_owned()));
        let done = typed(I18n::english(), ask, |why| said.push(why.to_owned()));
        (done.ok(), said)
    }

    #[test]
    fn a_mistyped_passphrase_is_asked_for_again() {
        let good = Some("correct horse".to_owned());
        assert_eq!(
            typing(&["correct horse", "correct horse"]),
            (good.clone(), Vec::new())
        );
        let (done, said) = typing(&[
            "correct horse",
            "corect horse",
            "short",
            "correct horse",
            "correct horse",
        ]);
        assert_eq!((done, said.len()), (good, 2));
        assert!(said[0].contains("differ") && said[1].contains('8'), "{said:?}");
        let (done, said) = typing(&[
            "one of many",
            "two",
            "one of many",
            "",
            "one of many",
            "x",
            "one of many",
        ]);
        assert_eq!((done, said.len()), (None, 3));
    }
}
