//! What may be put in where a word is no activity: what was probably meant, else any activity, with the word kept for the
//! note.

use super::complete::{all, offer};
use super::{Completion, Context, EntryErrorKind, parse};
use crate::i18n::Lang;

/// Completions for an entry that fails because a word of it is no activity; none for any other entry.
///
/// The nearest spellings take the word's place. All activities go before it, so that the word becomes the note.
#[must_use]
pub fn rescue(text: &str, context: &Context<'_>, lang: Lang) -> Vec<Completion> {
    let Err(error) = parse(text, context) else {
        return Vec::new();
    };
    let (EntryErrorKind::NoActivity { near, .. }, word) = (error.kind, error.span) else {
        return Vec::new();
    };
    let lexicon = context.lexicon;
    let places = all(lexicon);
    let meant = |place: &&usize| near.iter().any(|n| n.activity == lexicon.info(**place).activity);
    let near = places
        .iter()
        .filter(meant)
        .map(|place| offer(*place, word.clone(), context, lang));
    let before = word.start..word.start;
    let any = places.iter().map(|place| {
        let plain = offer(*place, before.clone(), context, lang);
        Completion {
            insert: plain.insert + " ",
            ..plain
        }
    });
    near.chain(any).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{BellSchedule, Taxonomy};
    use crate::entry::Lexicon;

    fn first(text: &str, lang: Lang) -> (String, usize) {
        let (lexicon, bells) = (Lexicon::new(&Taxonomy::built_in()), BellSchedule::usual());
        let offers = rescue(text, &Context::new(&lexicon, &bells), lang);
        let line = offers.first().map_or_else(String::new, |offer| {
            let mut line = text.to_owned();
            line.replace_range(offer.range.clone(), &offer.insert);
            line
        });
        (line, offers.len())
    }

    #[test]
    fn a_word_of_the_teachers_own_becomes_the_note() {
        let (line, offers) = first("8:00-8:45 三(2)班", Lang::ZhHans);
        assert_eq!(line, "8:00-8:45 教学 三(2)班");
        assert!(offers > 30, "all there are");
    }

    #[test]
    fn what_was_probably_meant_comes_first() {
        assert_eq!(first("8:00-8:45 yej", Lang::ZhHans).0, "8:00-8:45 迎检");
    }

    #[test]
    fn an_entry_that_can_be_read_needs_no_rescue() {
        for text in ["8:00-8:45 sk", "8:00-8:45", "8:00 hy 9:00 10:00", ""] {
            assert_eq!(first(text, Lang::En), (String::new(), 0), "{text}");
        }
    }
}
