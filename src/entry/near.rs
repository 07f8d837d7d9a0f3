//! "Did you mean": activities spelled nearly like a word.

use super::lexicon::{By, Spelling};
use super::{Candidate, Lexicon, fold::is_comma};

/// The most suggestions that help.
const MOST: usize = 3;
/// Longer words are no activity's misspelling.
const LONGEST: usize = 40;

/// The activities that a folded word may be a slip of, nearest first.
pub(super) fn near(word: &str, lexicon: &Lexicon) -> Vec<Candidate> {
    let word = word.trim_matches(is_comma);
    let length = word.chars().count();
    if length > LONGEST {
        return Vec::new();
    }
    let mut scored: Vec<(usize, usize)> = lexicon
        .spellings()
        .iter()
        .filter_map(|s| Some((distance(word, length, s)?, s.target.place)))
        .collect();
    scored.sort_unstable();
    let mut places: Vec<usize> = Vec::new();
    for (_, place) in scored {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places.truncate(MOST);
    places.into_iter().map(|place| lexicon.candidate(place)).collect()
}

/// How far a word is from a spelling; none if too far to be a slip.
fn distance(word: &str, length: usize, spelling: &Spelling) -> Option<usize> {
    let key = spelling.key.as_str();
    let key_length = key.chars().count();
    let is_chinese = key_length >= 2 && !key.is_ascii();
    if is_chinese && word.contains(key) {
        return Some(0); // `备课三年级`: only the space is missing
    }
    let is_part = length >= if word.is_ascii() { 4 } else { 2 };
    if is_part && key.contains(word) {
        return Some(1); // `阅卷监考` of 命题阅卷监考
    }
    // most words of two characters share one with some ordinary word
    if is_chinese && key_length == 2 && spelling.target.by == By::Also {
        return None;
    }
    let most = (length.max(key_length) / 3).max(1);
    if length.abs_diff(key_length) > most || length < 2 {
        return None;
    }
    let distance = strsim::osa_distance(word, key);
    (distance <= most && distance < length.min(key_length)).then_some(distance)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Taxonomy;

    #[test]
    fn slips() {
        let lexicon = Lexicon::new(&Taxonomy::built_in());
        let codes = |word| -> Vec<String> {
            let near = near(word, &lexicon);
            near.iter().map(|c| c.activity.to_string()).collect()
        };
        assert_eq!(codes("yej"), ["reports/inspection"]);
        assert_eq!(codes("leson"), ["teaching/lesson"]);
        assert_eq!(codes("markign"), ["teaching/marking"]);
        assert_eq!(codes("备课三年级")[..1], ["teaching/preparation"]);
        assert_eq!(codes("家防")[..1], ["parent_messages/home-visit"]);
        assert_eq!(codes("阅卷监考"), ["teaching/exams"]);
        assert_eq!(codes("自习"), ["duty/supervision"]);
        assert_eq!(codes("午餐"), ["duty/supervision"]);
        assert_eq!(codes("study"), ["duty/supervision"]);
        assert_eq!(codes("例题"), [""; 0]);
        assert_eq!(codes("zzzzzzz"), [""; 0]);
        assert_eq!(codes(""), [""; 0]);
        assert_eq!(codes(&"x".repeat(1000)), [""; 0]);
    }
}
