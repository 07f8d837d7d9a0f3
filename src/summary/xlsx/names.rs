//! What sheets are called.

use std::collections::HashSet;

/// The most UTF-16 units that the name of a sheet has.
const LONGEST: usize = 31;

/// The names given so far.
#[derive(Default)]
pub(super) struct Names(HashSet<String>);

impl Names {
    /// A name that workbooks take, as near to the heading as they allow, and no other sheet has.
    pub(super) fn name(&mut self, heading: &str) -> String {
        let kept = heading.chars().map(|c| match c {
            '[' | ']' | ':' | '*' | '?' | '/' | '\\' => ' ',
            c if c.is_control() => ' ',
            c => c,
        });
        let kept: String = kept.collect();
        let mut number = 1;
        loop {
            let tail = match number {
                1 => String::new(),
                n => format!(" {n}"),
            };
            let name = (cut(&kept, LONGEST - tail.len()) + &tail).trim_start().to_owned();
            let reserved = name.is_empty() || name.eq_ignore_ascii_case("history");
            if !reserved && self.0.insert(name.to_lowercase()) {
                return name;
            }
            number += 1;
        }
    }
}

/// The beginning of a text, without spaces and apostrophes around it.
fn cut(text: &str, units: usize) -> String {
    let mut left = units;
    let fits = |c: &char| {
        let fits = c.len_utf16() <= left;
        left = left.saturating_sub(if fits { c.len_utf16() } else { left });
        fits
    };
    let around = |c: char| c == '\'' || c.is_whitespace();
    let text: String = text.trim_matches(around).chars().take_while(fits).collect();
    text.trim_matches(around).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_such_as_workbooks_take() {
        let mut names = Names::default();
        for (heading, expected) in [
            ("Days", "Days"),
            ("days", "days 2"),
            ("a/b:c", "a b c"),
            ("'quoted'", "quoted"),
            ("History", "History 2"),
            ("", "2"),
            ("周".repeat(40).as_str(), "周".repeat(31).as_str()),
            (
                "周".repeat(40).as_str(),
                format!("{} 2", "周".repeat(29)).as_str(),
            ),
            ("👩".repeat(16).as_str(), "👩".repeat(15).as_str()),
        ] {
            let name = names.name(heading);
            assert_eq!(name, expected);
            assert!(
                rust_xlsxwriter::utility::check_sheet_name(&name).is_ok(),
                "{name:?}"
            );
        }
    }
}
