//! What a survey asks beside the categories, as the coordinator names it.

use crate::cli::CliError;
use crate::cli::survey::ask::fold;
use crate::i18n::{I18n, Lang};
use crate::survey::{Asks, Field, field_words};
use crate::tr;

/// The fields that can be asked for, in the order of [`Asks::NAMES`].
pub(super) fn fields() -> impl Iterator<Item = Field> {
    Field::ALL.into_iter().filter(|f| *f != Field::Days)
}

/// What is asked: by code or by name in any language, or `all`, or `none` by itself.
///
/// # Errors
/// The word that means nothing, with what would; or `none` and something else.
pub(super) fn asks(words: &[String], i18n: &I18n) -> Result<Asks, CliError> {
    let mut flags = Asks::default().flags();
    let (mut nothing, mut something) = (false, false);
    for word in words {
        let is = |name: &str| fold(word.trim()) == fold(name);
        if is("none") || is(&tr!(i18n, "cli-survey-ask-none")) {
            nothing = true;
            continue;
        }
        something = true;
        let all = is("all") || is(&tr!(i18n, "cli-survey-ask-all"));
        let named = Asks::NAMES
            .iter()
            .position(|name| is(name))
            .or_else(|| by_name(word));
        if !all && named.is_none() {
            let known = Asks::NAMES.iter().zip(fields());
            let known = known.map(|(code, field)| {
                let name = field_words(field, i18n);
                tr!(i18n, "cli-survey-code-name", code = *code, name = name)
            });
            let known = known.collect::<Vec<_>>().join(&tr!(i18n, "sheet-and"));
            let word = word.as_str();
            return Err(CliError::Usage(tr!(
                i18n,
                "cli-survey-bad-ask",
                word = word,
                known = known
            )));
        }
        for (at, asked) in flags.iter_mut().enumerate() {
            *asked |= all || named == Some(at);
        }
    }
    if nothing && something {
        return Err(CliError::Usage(tr!(i18n, "cli-survey-ask-nothing-and")));
    }
    Ok(Asks::from_flags(flags))
}

/// The place of a field that is called so in responses, or in any language.
fn by_name(word: &str) -> Option<usize> {
    let word = fold(word.trim());
    if let Some(field) = Field::from_code(&word) {
        return fields().position(|f| f == field);
    }
    let mut languages = Lang::ALL.into_iter().map(I18n::new);
    languages.find_map(|i18n| fields().position(|f| fold(&field_words(f, &i18n)) == word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_is_named() {
        let of = |words: &[&str]| {
            let words: Vec<String> = words.iter().map(|t| (*t).to_owned()).collect();
            asks(&words, I18n::english()).ok()
        };
        let all = of(&["all"]);
        assert_eq!(all, of(&Asks::NAMES));
        assert_eq!(of(&["none"]), Some(Asks::default()));
        assert!(of(&["meetings"]).is_some_and(|a| a.meetings && !a.goal));
        assert_eq!(of(&["meeting"]), None);
        let late = of(&["late_parent_minutes"]);
        assert!(late.is_some_and(|a| a.late_parent_messages && !a.goal));
        assert_eq!(late, of(&["late_parent_messages"]));
        assert_eq!(of(&["days"]), None);
        for name in ["会议", "會議", "MEETINGS"] {
            assert_eq!(of(&[name]), of(&["meetings"]), "{name}");
        }
        assert_eq!(of(&["none", "goal"]), None);
        assert_eq!(of(&["all", "none"]), None);
    }
}
