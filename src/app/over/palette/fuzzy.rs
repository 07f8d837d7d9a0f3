//! How well a few typed letters fit a name: they stand in it in their order, the better the more of them begin words or
//! stand together.

use crate::i18n::half_width;

/// A name that fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hit {
    /// How well; only good to compare.
    pub(super) score: i32,
    /// The characters of the name that were typed, by their place, rising.
    pub(super) at: Vec<usize>,
}

/// A character that begins a word.
const WORD: i32 = 8;
/// A character that stands right behind the one typed before it. Less than a word, so that initials find all words.
const TOGETHER: i32 = 6;
/// The name begins with what is typed.
const BEGINS: i32 = 4;
/// The name is what is typed: above all that the rest can come to, as a name is no longer than this many characters.
const EXACT: i32 = 100_000;

/// What is typed, as names are compared: small letters of half width, without spaces.
pub(super) fn typed(text: &str) -> Vec<char> {
    text.chars().filter(|c| !c.is_whitespace()).map(fold).collect()
}

/// Finds what is typed in a name, where it fits best; the earliest of equal places. Everything fits nothing typed.
pub(super) fn find(typed: &[char], name: &str) -> Option<Hit> {
    let name: Vec<char> = name.chars().map(fold).collect();
    if typed.len() > name.len() {
        return None;
    }
    // best[i][j]: the score of the first i + 1 typed characters with the last of them at j, and where the one before
    // that stands.
    let mut best: Vec<Vec<Option<(i32, usize)>>> = Vec::with_capacity(typed.len());
    for (i, wanted) in typed.iter().enumerate() {
        let mut row = vec![None; name.len()];
        let mut before: Option<(i32, usize)> = None; // the best in the row above, left of j - 1
        for j in 0..name.len() {
            let above = |j: usize| {
                i.checked_sub(1)
                    .and_then(|i| best[i][j].map(|(score, _)| (score, j)))
            };
            if let Some(far) = j.checked_sub(2).and_then(above)
                && before.is_none_or(|(score, _)| far.0 > score)
            {
                before = Some(far);
            }
            if name[j] != *wanted {
                continue;
            }
            let own = if begins_word(&name, j) { WORD } else { 0 };
            let near = j.checked_sub(1).and_then(above);
            let near = near.map(|(score, at)| (score + TOGETHER, at));
            row[j] = match (i, near, before) {
                (0, ..) => Some((own + if j == 0 { BEGINS } else { 0 }, j)),
                (_, Some(near), Some(far)) if far.0 > near.0 => Some((own + far.0, far.1)),
                (_, Some(one), _) | (_, None, Some(one)) => Some((own + one.0, one.1)),
                (_, None, None) => None,
            };
        }
        best.push(row);
    }
    let length = i32::try_from(name.len()).unwrap_or(i32::MAX);
    let Some(last) = best.last() else {
        return Some(Hit {
            score: 0,
            at: Vec::new(),
        });
    };
    let ends = last.iter().enumerate();
    let (score, mut j) = ends
        .filter_map(|(j, cell)| cell.map(|(score, _)| (score, j)))
        .max_by_key(|(score, j)| (*score, std::cmp::Reverse(*j)))?;
    let mut at = vec![j];
    for row in best.iter().skip(1).rev() {
        j = row[j].map_or(0, |(_, before)| before);
        at.push(j);
    }
    at.reverse();
    let solid = name.iter().filter(|c| !c.is_whitespace());
    let exact = if solid.eq(typed) { EXACT } else { 0 };
    Some(Hit {
        score: score + exact - length,
        at,
    })
}

/// Whether a word begins here: behind what is no letter, and with each Chinese character.
fn begins_word(name: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).map(|at| name[at]);
    !name[at].is_ascii() || before.is_none_or(|c| !c.is_ascii_alphanumeric())
}

fn fold(c: char) -> char {
    half_width(c).to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The name with what was found in capitals.
    fn shown(text: &str, name: &str) -> Option<String> {
        let at = find(&typed(text), name)?.at;
        let mark = |(i, c): (usize, char)| {
            if at.contains(&i) {
                format!("[{c}]")
            } else {
                c.to_string()
            }
        };
        Some(
            name.chars()
                .enumerate()
                .map(mark)
                .collect::<String>()
                .replace("][", ""),
        )
    }

    #[test]
    fn letters_are_found_where_they_fit_best() {
        for (text, name, found) in [
            ("", "quit", "quit"),
            ("ed", "edit", "[ed]it"),
            ("cd", "copy a day", "[c]opy a [d]ay"),
            ("day", "copy a day", "copy a [day]"),
            ("LOG t", "log time", "[log] [t]ime"),
            ("jyb", "ji yi bi", "[j]i [y]i [b]i"),
            ("jiyi", "ji yi bi", "[ji] [yi] bi"),
            ("记笔", "记一笔", "[记]一[笔]"),
            ("ｊｙ", "ji yi bi", "[j]i [y]i bi"),
        ] {
            assert_eq!(shown(text, name).as_deref(), Some(found), "{text}");
        }
        assert_eq!(shown("time log", "log time"), None);
        assert_eq!(shown("quitt", "quit"), None);
    }

    #[test]
    fn the_better_fit_scores_higher() {
        let score = |text, name| find(&typed(text), name).unwrap().score;
        for (text, better, worse) in [
            ("day", "day", "day before"),
            ("day", "day before", "copy a day"),
            ("week", "week before", "baseline weeks"),
            ("cd", "copy day", "calendar"),
            ("jl", "ji lu", "jin tian li"),
            ("undo", "undo", "under old"),
        ] {
            assert!(
                score(text, better) > score(text, worse),
                "{text}: {better} before {worse}"
            );
        }
    }

    proptest! {
        #[test]
        fn what_is_found_was_typed(text in "[a-d 三班]{0,6}", name in "[a-d 三班-]{0,14}") {
            let wanted = typed(&text);
            let chars: Vec<char> = name.chars().collect();
            // Whether it is there at all, found the plain way.
            let mut rest = chars.iter();
            let is_there = wanted.iter().all(|w| rest.any(|c| c == w));
            match find(&wanted, &name) {
                None => prop_assert!(!is_there),
                Some(hit) => {
                    prop_assert!(hit.at.is_sorted_by(|a, b| a < b));
                    let found: Vec<char> = hit.at.iter().map(|at| chars[*at]).collect();
                    prop_assert_eq!(found, wanted);
                }
            }
        }
    }
}
