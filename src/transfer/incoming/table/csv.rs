//! Tables as text: CSV with commas, semicolons or tabs.

use super::{Cell, Table};
use crate::transfer::incoming::{BadFile, FileFault, Place};

/// Reads a table from text. The delimiter is the one that is seen most in the first line that has any; cells may be
/// quoted and hold line ends; rows may be of any length.
///
/// # Errors
/// [`FileFault::Other`] where the text is no CSV.
pub fn from_csv(text: &str) -> Result<Table, BadFile> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = ::csv::ReaderBuilder::new()
        .delimiter(delimiter(text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut lines = Lines::new(text);
    for record in reader.records() {
        let record = record.map_err(|e| BadFile {
            place: e.position().map(|p| Place::Line(lines.of(p.byte()))),
            fault: FileFault::Other(e.to_string()),
        })?;
        let line = lines.of(record.position().map_or(0, ::csv::Position::byte));
        let cell = |text: &str| Cell {
            text: text.to_owned(),
            place: Place::Line(line),
            merged: None,
        };
        rows.push(record.iter().map(cell).collect());
    }
    Ok(Table {
        name: String::new(),
        rows,
    })
}

/// Finds the line of a place in the text; places come in order.
struct Lines<'a> {
    rest: &'a [u8],
    at: u64,
    line: usize,
}

impl<'a> Lines<'a> {
    const fn new(text: &'a str) -> Self {
        Self {
            rest: text.as_bytes(),
            at: 0,
            line: 1,
        }
    }

    /// The line of the first byte from here on that is no line end: the reader tells where it began to look for a
    /// record, before empty lines.
    fn of(&mut self, byte: u64) -> usize {
        while let Some((first, rest)) = self.rest.split_first() {
            if self.at >= byte && !matches!(first, b'\n' | b'\r') {
                break;
            }
            self.line += usize::from(*first == b'\n' || *first == b'\r' && rest.first() != Some(&b'\n'));
            self.at += 1;
            self.rest = rest;
        }
        self.line
    }
}

/// The delimiter of the first line, outside of quotes, that has any.
fn delimiter(text: &str) -> u8 {
    const KNOWN: [u8; 3] = [b'\t', b';', b','];
    let mut counts = [0usize; 3];
    let mut quoted = false;
    for byte in text.bytes() {
        quoted ^= byte == b'"';
        if !quoted && byte == b'\n' && counts.iter().any(|n| *n > 0) {
            break;
        }
        for (count, known) in counts.iter_mut().zip(KNOWN) {
            *count += usize::from(!quoted && byte == known);
        }
    }
    let most = counts.iter().zip(KNOWN).max_by_key(|(count, _)| **count);
    most.filter(|(count, _)| **count > 0)
        .map_or(b',', |(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(text: &str) -> Vec<(usize, Vec<String>)> {
        let line = |place: &Place| match place {
            Place::Line(n) => *n,
            _ => 0,
        };
        let row = |r: Vec<Cell>| {
            (
                r.first().map_or(0, |c| line(&c.place)),
                r.into_iter().map(|c| c.text).collect(),
            )
        };
        from_csv(text).unwrap().rows.into_iter().map(row).collect()
    }

    #[test]
    fn delimiters_quotes_and_lines() {
        for d in [",", ";", "\t"] {
            let text = format!("\u{feff}a{d}b\r\n\r\n\"c\nc\"{d}d{d}e\r\n\nf\n");
            let expected = [(1, vec!["a", "b"]), (3, vec!["c\nc", "d", "e"]), (6, vec!["f"])];
            assert_eq!(
                rows(&text),
                expected.map(|(n, r)| (n, r.into_iter().map(str::to_owned).collect()))
            );
        }
        assert_eq!(rows("课表\na;b,c;d\n")[1].1, ["a", "b,c", "d"]);
        assert_eq!(rows("\"1,2,3\";x\n")[0].1, ["1,2,3", "x"]);
        assert_eq!(rows("").len(), 0);
        assert_eq!(rows("\"open")[0].1, ["open"]);
    }

    proptest! {
        #[test]
        fn any_text_is_a_table(text in "[a,;\"\n\r\t课]{0,40}|.{0,20}") {
            prop_assert!(from_csv(&text).is_ok());
        }
    }
}
