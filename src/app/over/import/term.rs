//! The first and the last day of a term, typed.

use crate::app::Line;
use crate::i18n::half_width;
use crate::timetable::{Term, add_term};

/// The first and the last day of a term, while they are typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TermLine {
    /// What is typed.
    pub line: Line,
    /// Whether it is no term; false until Enter was pressed.
    pub is_wrong: bool,
}

impl TermLine {
    /// The terms there are with the one that is typed; none where that is no term.
    pub(super) fn read(&self, others: &[Term]) -> Option<Vec<Term>> {
        let dates = dates(self.line.text());
        let [first, last] = dates.as_slice() else {
            return None;
        };
        add_term(others, first, last, "", &[]).ok()
    }
}

/// The dates of a text, however they are written with numbers: `2026-9-1`, `2026/09/01`, `2026年9月1日`.
fn dates(text: &str) -> Vec<String> {
    let text: String = text.chars().map(half_width).collect();
    let numbers: Vec<&str> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    let date = |part: &[&str]| match part {
        [year, month, day] => format!("{year:0>4}-{month:0>2}-{day:0>2}"),
        _ => String::new(),
    };
    numbers.chunks(3).map(date).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_two_dates() {
        for typed in [
            "2026-09-01 2027-01-22",
            "2026/9/1-2027/1/22",
            "２０２６年９月１日至2027年1月22日",
        ] {
            let line = TermLine {
                line: Line::new(typed),
                is_wrong: false,
            };
            let terms = line.read(&[]).unwrap();
            let days = &terms[0].days;
            assert_eq!(days.start().to_string(), "2026-09-01");
            assert_eq!(days.end().to_string(), "2027-01-22");
        }
        for typed in [
            "",
            "2026-09-01",
            "2027-01-22 2026-09-01",
            "2026-09-01 2026-02-30",
            "9-1 1-22",
        ] {
            let line = TermLine {
                line: Line::new(typed),
                is_wrong: false,
            };
            assert_eq!(line.read(&[]), None, "{typed}");
        }
    }
}
