//! Periods of the bell schedule by number: `p3`, `p3-4`, `第3节`, `第三到四节`.

use super::from_to::after_separator;
use super::number::{digits, whole};

/// First and last number of the periods that a folded text names, if it names periods and nothing else.
pub(super) fn periods(text: &str) -> Option<(u32, u32)> {
    latin(text).or_else(|| chinese(text))
}

fn latin(text: &str) -> Option<(u32, u32)> {
    let (first, rest) = short(text.strip_prefix('p')?)?;
    if rest.is_empty() {
        return Some((first, first));
    }
    let rest = after_separator(rest)?;
    let (last, rest) = short(rest.strip_prefix('p').unwrap_or(rest))?;
    rest.is_empty().then_some((first, last))
}

fn chinese(text: &str) -> Option<(u32, u32)> {
    let (first, rest) = whole(text.strip_prefix('第')?)?;
    if matches!(rest, "节" | "节课") {
        return Some((first, first));
    }
    let rest = after_separator(rest.strip_prefix('节').unwrap_or(rest))?;
    let (last, rest) = whole(rest.strip_prefix('第').unwrap_or(rest))?;
    matches!(rest, "节" | "节课").then_some((first, last))
}

/// One or two digits: `p2024` is no period but part of a note.
fn short(text: &str) -> Option<(u32, &str)> {
    let (number, rest) = digits(text);
    matches!(number.len(), 1 | 2)
        .then(|| number.parse().ok())
        .flatten()
        .map(|n| (n, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::fold::fold;

    #[test]
    fn by_number() {
        for (text, expected) in [
            ("p3", (3, 3)),
            ("P3-4", (3, 4)),
            ("p3-p4", (3, 4)),
            ("p3–4", (3, 4)),
            ("ｐ３～４", (3, 4)),
            ("第3节", (3, 3)),
            ("第３節", (3, 3)),
            ("第三节课", (3, 3)),
            ("第3-4节", (3, 4)),
            ("第3节到第4节", (3, 4)),
            ("第三至四節", (3, 4)),
            ("p0", (0, 0)),
            ("p4-3", (4, 3)),
        ] {
            assert_eq!(periods(&fold(text)), Some(expected), "{text}");
        }
        for text in [
            "p", "px", "p3x", "p123", "p3-", "3节", "第节", "第3", "第3-4", "p3,4", "",
        ] {
            assert_eq!(periods(text), None, "{text}");
        }
    }
}
