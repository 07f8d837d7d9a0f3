//! The rules that everyone has, read from `rules.toml`.

use super::text::{Text, plain};
use crate::domain::WordMeaning;
use crate::transfer::incoming::table::class;
use serde::Deserialize;
use std::sync::LazyLock;

/// The rules of the file, longest words first.
pub(super) static BUILT_IN: LazyLock<BuiltIn> = LazyLock::new(BuiltIn::read);

/// All of them.
#[derive(Debug)]
pub(super) struct BuiltIn {
    pub(super) block: Vec<Word>,
    pub(super) day: Vec<DayWord>,
    fillers: Vec<Vec<char>>,
    spoilers: Vec<Vec<char>>,
}

/// A word for work.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) chars: Vec<char>,
    pub(super) means: Vec<WordMeaning>,
    how: How,
}

/// A word for a whole day.
#[derive(Debug)]
pub(super) struct DayWord {
    pub(super) chars: Vec<char>,
    pub(super) says: Says,
}

/// When a word counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
enum How {
    /// Whatever stands beside it, but for words that spoil it.
    #[default]
    Within,
    /// Only where the rest of the text is understood too.
    Alone,
    /// The same, and it gives way to every other word.
    Subject,
}

/// What a word says of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Says {
    /// Nothing by itself.
    Filler,
    /// The name of a holiday.
    Name,
    /// The day may be off or worked: nobody can tell.
    Unclear,
    /// No school.
    Off,
    /// Leave.
    Leave,
    /// Ill.
    Sick,
    /// School.
    School,
}

#[derive(Deserialize)]
struct File {
    fillers: Vec<String>,
    spoilers: Vec<String>,
    block: Vec<FileBlock>,
    day: Vec<FileDay>,
}

#[derive(Deserialize)]
struct FileBlock {
    words: Vec<String>,
    means: OneOrMore,
    #[serde(default)]
    how: How,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(WordMeaning),
    More(Vec<WordMeaning>),
}

#[derive(Deserialize)]
struct FileDay {
    words: Vec<String>,
    says: Says,
}

impl BuiltIn {
    #[expect(clippy::expect_used, reason = "the embedded file is checked by a test")]
    fn read() -> Self {
        let file: File = toml::from_str(include_str!("rules.toml")).expect("rules.toml is well-formed");
        let mut block: Vec<Word> = Vec::new();
        for FileBlock { words, means, how } in file.block {
            let means = match means {
                OneOrMore::One(meaning) => vec![meaning],
                OneOrMore::More(several) => several,
            };
            block.extend(words.iter().map(|w| Word {
                chars: chars(w),
                means: means.clone(),
                how,
            }));
        }
        let days = file.day.into_iter().flat_map(|FileDay { words, says }| {
            words.into_iter().map(move |w| DayWord {
                chars: chars(&w),
                says,
            })
        });
        let mut day: Vec<DayWord> = days.collect();
        block.sort_by_key(|w| std::cmp::Reverse(w.chars.len()));
        day.sort_by_key(|w| std::cmp::Reverse(w.chars.len()));
        let sorted = |words: Vec<String>| {
            let mut words: Vec<Vec<char>> = words.iter().map(|w| chars(w)).collect();
            words.sort_by_key(|w| std::cmp::Reverse(w.len()));
            words
        };
        Self {
            block,
            day,
            fillers: sorted(file.fillers),
            spoilers: sorted(file.spoilers),
        }
    }

    /// What a rule for just this text says.
    pub(super) fn whole(&self, text: &Text) -> Vec<WordMeaning> {
        let same = self.block.iter().filter(|w| w.chars == text.chars());
        same.flat_map(|w| w.means.iter().cloned()).collect()
    }

    /// What the longest words in a text say that count there.
    pub(super) fn within(&self, text: &Text) -> Vec<WordMeaning> {
        let all: Vec<&Word> = self.block.iter().filter(|w| text.contains(&w.chars)).collect();
        let is_subject = |w: &&&Word| w.how == How::Subject;
        let has_other = all.iter().any(|w| !is_subject(&w));
        let counts = |w: &&&Word| match w.how {
            How::Within => !self.is_spoiled(text, w),
            How::Alone => self.is_rest_understood(text, w),
            How::Subject => !has_other && self.is_rest_understood(text, w),
        };
        let counting: Vec<&Word> = all.iter().filter(counts).copied().collect();
        let longest = counting.iter().map(|w| w.chars.len()).max().unwrap_or(0);
        let longest = counting.iter().filter(|w| w.chars.len() == longest);
        longest.flat_map(|w| w.means.iter().cloned()).collect()
    }

    /// 培训总结 is no training, and 家长会通知 no meeting with parents.
    fn is_spoiled(&self, text: &Text, word: &Word) -> bool {
        let mut rest = text.clone();
        rest.mark_all(&word.chars);
        self.spoilers.iter().any(|s| rest.contains(s))
    }

    fn is_rest_understood(&self, text: &Text, word: &Word) -> bool {
        let mut rest = text.clone();
        rest.mark_all(&word.chars);
        for range in class::scan(rest.chars()) {
            rest.mark(range);
        }
        for subject in self.block.iter().filter(|w| w.how == How::Subject) {
            rest.mark_all(&subject.chars);
        }
        for filler in &self.fillers {
            rest.mark_all(filler);
        }
        rest.is_understood()
    }

    /// What a text says of a day: understood only if all of it is.
    pub(super) fn day(&self, text: &Text) -> Option<WordMeaning> {
        let mut rest = text.clone();
        let mut said = Vec::new();
        for word in &self.day {
            // 班 is short for a day that is worked only where it stands by itself; 班会 and 班级 are something else.
            let is_sign = word.chars == ['班'];
            if is_sign && !stands_apart(text.chars(), '班') {
                continue;
            }
            if rest.mark_all(&word.chars) {
                said.push(word.says);
            }
        }
        if !rest.is_understood() {
            return None;
        }
        let off = |reason: &str| Some(WordMeaning::Off(Some(reason.to_owned())));
        match said.into_iter().max()? {
            Says::School => Some(WordMeaning::School),
            Says::Sick => off("sick"),
            Says::Leave => off("leave"),
            Says::Off | Says::Name => off("holiday"),
            Says::Unclear | Says::Filler => None,
        }
    }
}

/// Whether a sign stands between spaces, brackets or the ends wherever it stands.
fn stands_apart(chars: &[char], sign: char) -> bool {
    let is_apart = |c: Option<&char>| c.is_none_or(|c| !c.is_alphanumeric());
    let mut places = (0..chars.len()).filter(|at| chars.get(*at) == Some(&sign));
    places.all(|at| is_apart(at.checked_sub(1).and_then(|b| chars.get(b))) && is_apart(chars.get(at + 1)))
}

fn chars(word: &str) -> Vec<char> {
    plain(word).chars().collect()
}
