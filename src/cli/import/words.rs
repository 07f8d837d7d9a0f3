//! What words in files mean, said on the command line: `--map 社团=kh`, `--map 教师节=skip`.

use crate::cli::CliError;
use crate::cli::context::Context;
use crate::domain::{WordMeaning, WordRule};
use crate::entry::Lexicon;
use crate::i18n::I18n;
use crate::tr;

/// Reads a meaning: an activity by any of its names, or `off`, `off:reason`, `school`, `skip`.
pub(in crate::cli) fn meaning(text: &str, lexicon: &Lexicon, i18n: &I18n) -> Result<WordMeaning, CliError> {
    let text = text.trim();
    if let Ok(meaning) = text.parse::<WordMeaning>()
        && !matches!(meaning, WordMeaning::Activity(_))
    {
        return Ok(meaning);
    }
    match lexicon.whole(text).as_slice() {
        [one] => Ok(WordMeaning::Activity(one.clone())),
        _ => Err(CliError::Usage(tr!(i18n, "cli-no-meaning", text = text))),
    }
}

/// The rules that `--map` adds to the user's own.
pub(in crate::cli) fn taught(
    cx: &Context<'_>,
    maps: &[String],
    lexicon: &Lexicon,
) -> Result<Vec<WordRule>, CliError> {
    maps.iter()
        .map(|map| {
            let bad = || CliError::Usage(tr!(cx.i18n, "cli-bad-map", text = map.as_str()));
            let (word, means) = map.split_once('=').ok_or_else(bad)?;
            if word.trim().is_empty() {
                return Err(bad());
            }
            let meaning = meaning(means, lexicon, &cx.i18n)?;
            WordRule::new(word, meaning)
                .map_err(|_| CliError::Usage(tr!(cx.i18n, "cli-bad-word", word = word)))
        })
        .collect()
}

/// What a word means, in the user's language.
pub(in crate::cli) fn said(meaning: &WordMeaning, lexicon: &Lexicon, i18n: &I18n) -> String {
    match meaning {
        WordMeaning::Activity(activity) => lexicon.taxonomy().activity_name(activity, i18n.lang()).to_owned(),
        WordMeaning::School => tr!(i18n, "kind-school"),
        WordMeaning::Off(None) => tr!(i18n, "kind-off"),
        WordMeaning::Off(Some(reason)) => tr!(i18n, "kind-off-reason", reason = i18n.day_reason(reason)),
        WordMeaning::Skip => tr!(i18n, "word-skip"),
    }
}
