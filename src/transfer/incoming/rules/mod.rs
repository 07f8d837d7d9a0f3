//! From the words of a file to activities: the user's own rules, the names of activities, and the rules that everyone
//! has (`rules.toml`). What none of them knows is asked about, never guessed.

mod builtin;
mod text;

use crate::domain::{WordMeaning, WordRule};
use crate::entry::Lexicon;
use builtin::BUILT_IN;
use text::{Text, plain};

/// What words mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// One thing.
    One(WordMeaning),
    /// It may be several things, in a fixed order; the user decides.
    Several(Vec<WordMeaning>),
    /// Nobody knows; the user decides.
    None,
}

/// The user's own rules before the built-in ones.
#[derive(Debug, Clone)]
pub struct Rules {
    lexicon: Lexicon,
    /// Folded words and their meanings.
    own: Vec<(Vec<char>, WordMeaning)>,
}

impl Rules {
    /// Rules over the activities of a lexicon. The order of the user's own makes no difference; an empty word fits nothing.
    #[must_use]
    pub fn new(lexicon: &Lexicon, own: &[WordRule]) -> Self {
        let own = own
            .iter()
            .map(|r| (plain(r.word()).chars().collect(), r.meaning().clone()));
        Self {
            lexicon: lexicon.clone(),
            own: own.collect(),
        }
    }

    /// What a piece of work is that a file calls so; the first text that means anything decides.
    ///
    /// For each text, the first of these that finds something: the longest of the user's own words in it; the name or code
    /// of an activity, or `category/activity`; a built-in rule for just this text; another word for an activity; the
    /// longest word of the built-in rules in it.
    #[must_use]
    pub fn meaning_of_block(&self, words: &[String]) -> Found {
        self.first(words, |text, plain| {
            let activities = |found: Vec<_>| found.into_iter().map(WordMeaning::Activity).collect::<Vec<_>>();
            let steps: [&dyn Fn() -> Vec<WordMeaning>; 4] = [
                &|| activities(self.lexicon.named_whole(plain)),
                &|| BUILT_IN.whole(text),
                &|| activities(self.lexicon.meant_whole(plain)),
                &|| BUILT_IN.within(text),
            ];
            steps
                .iter()
                .map(|step| step())
                .find(|m| !m.is_empty())
                .unwrap_or_default()
        })
    }

    /// What a file says of whole days: off, or school; the first text that means anything decides.
    ///
    /// The longest of the user's own words in a text comes first. The built-in rules must understand all of it:
    /// 国庆节（休） is a holiday, 国庆节（班） and 补班 are school, 国庆文艺汇演 is asked about. 班 counts by itself only.
    #[must_use]
    pub fn meaning_of_day(&self, words: &[String]) -> Found {
        self.first(words, |text, _| BUILT_IN.day(text).into_iter().collect())
    }

    fn first(&self, words: &[String], built_in: impl Fn(&Text, &str) -> Vec<WordMeaning>) -> Found {
        for word in words {
            let text = Text::new(word);
            let own = self.own(&text);
            let meanings = if own.is_empty() {
                built_in(&text, word)
            } else {
                own
            };
            if !meanings.is_empty() {
                return found(meanings);
            }
        }
        Found::None
    }

    /// What the longest of the user's own words in a text mean.
    fn own(&self, text: &Text) -> Vec<WordMeaning> {
        let fitting: Vec<_> = self.own.iter().filter(|(word, _)| text.contains(word)).collect();
        let longest = fitting.iter().map(|(word, _)| word.len()).max().unwrap_or(0);
        let longest = fitting.iter().filter(|(word, _)| word.len() == longest);
        longest.map(|(_, meaning)| meaning.clone()).collect()
    }
}

fn found(mut meanings: Vec<WordMeaning>) -> Found {
    meanings.sort();
    meanings.dedup();
    match meanings.len() {
        0 => Found::None,
        1 => meanings.pop().map_or(Found::None, Found::One),
        _ => Found::Several(meanings),
    }
}

#[cfg(test)]
mod tests;
