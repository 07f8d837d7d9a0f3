//! Reads a column of few different values many times faster than value by value: what each entry of its dictionary stands
//! for is found out once, and the rows are only numbers of entries.
//!
//! Encodings as the specification of Parquet has them: levels and entries as runs and bit-packed groups of 8
//! (`RLE`, `RLE_DICTIONARY`), entries of the dictionary and booleans plain.

use super::runs::{Runs, damaged, each_run};
use parquet::basic::Encoding;
use parquet::column::page::{Page, PageReader};
use parquet::errors::Result;

/// What stands in a column, as far as it matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Texts.
    Text,
    /// Numbers of 32 bits.
    Number,
    /// True and false.
    Boolean,
}

/// A value as it is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stored<'a> {
    /// Of [`Kind::Text`].
    Text(&'a [u8]),
    /// Of [`Kind::Number`].
    Number(i32),
}

/// What a column holds and what is made of it.
pub(super) struct Coded<F> {
    pub(super) kind: Kind,
    /// Whether a row can be without a value.
    pub(super) is_optional: bool,
    /// What stands for a row without one.
    pub(super) missing: i16,
    /// How many rows there are.
    pub(super) rows: usize,
    /// What a stored value means.
    pub(super) meaning: F,
}

impl<F: Fn(Stored<'_>) -> Result<i16>> Coded<F> {
    /// Reads all pages into `out`, in place of what is there. False where a page is encoded in a way that is not known
    /// here; a general reader may know it.
    ///
    /// # Errors
    /// It is damaged, or a value means nothing.
    pub(super) fn read(&self, pages: &mut dyn PageReader, out: &mut Vec<i16>) -> Result<bool> {
        out.clear();
        out.reserve(self.rows);
        let mut dictionary = Vec::new();
        let mut entries = Vec::new();
        while let Some(page) = pages.get_next_page()? {
            match page {
                Page::DictionaryPage { buf, num_values, .. } => {
                    dictionary = self.dictionary(&buf, size(num_values))?;
                }
                Page::DataPage {
                    buf,
                    num_values,
                    encoding,
                    def_level_encoding,
                    ..
                } if def_level_encoding == Encoding::RLE || !self.is_optional => {
                    let rows = size(num_values);
                    if rows > self.rows - out.len() {
                        return Err(damaged());
                    }
                    let (levels, values) = if self.is_optional {
                        let (levels, values) = split_with_length(&buf)?;
                        (Some(levels), values)
                    } else {
                        (None, &*buf)
                    };
                    let there = match levels {
                        Some(levels) => Runs::new(levels, 1).ones(rows)?,
                        None => rows,
                    };
                    entries.clear();
                    if !self.entries(encoding, values, there, &dictionary, &mut entries)? {
                        return Ok(false);
                    }
                    match levels {
                        Some(levels) => spread(levels, rows, &entries, self.missing, out)?,
                        None => out.extend_from_slice(&entries),
                    }
                }
                _ => return Ok(false),
            }
        }
        if out.len() == self.rows {
            Ok(true)
        } else {
            Err(damaged())
        }
    }

    /// What each entry means.
    fn dictionary(&self, bytes: &[u8], entries: usize) -> Result<Vec<i16>> {
        let mut out = Vec::new();
        let mut rest = bytes;
        for _ in 0..entries {
            let stored = match self.kind {
                Kind::Text => {
                    let (text, after) = split_with_length(rest)?;
                    rest = after;
                    Stored::Text(text)
                }
                Kind::Number => {
                    let (number, after) = rest.split_first_chunk().ok_or_else(damaged)?;
                    rest = after;
                    Stored::Number(i32::from_le_bytes(*number))
                }
                Kind::Boolean => return Err(damaged()),
            };
            out.push((self.meaning)(stored)?);
        }
        Ok(out)
    }

    /// The values that are there. False where it is not known how they are encoded.
    fn entries(
        &self,
        encoding: Encoding,
        bytes: &[u8],
        count: usize,
        dictionary: &[i16],
        out: &mut Vec<i16>,
    ) -> Result<bool> {
        match (encoding, self.kind) {
            (Encoding::RLE_DICTIONARY | Encoding::PLAIN_DICTIONARY, Kind::Text | Kind::Number) => {
                let (width, bytes) = match bytes.split_first() {
                    Some((width, rest)) => (*width, rest),
                    None if count == 0 => return Ok(true),
                    None => return Err(damaged()),
                };
                Runs::new(bytes, width).look_up(count, dictionary, out)?;
            }
            (Encoding::PLAIN, Kind::Boolean) => {
                let bits = bytes
                    .iter()
                    .flat_map(|byte| (0..8).map(move |bit| i16::from(byte >> bit & 1)));
                out.extend(bits.take(count));
                if out.len() != count {
                    return Err(damaged());
                }
            }
            _ => return Ok(false),
        }
        Ok(true)
    }
}

/// Puts what stands for a row without a value between the values.
fn spread(levels: &[u8], rows: usize, values: &[i16], missing: i16, out: &mut Vec<i16>) -> Result<()> {
    let mut values = values;
    each_run(levels, rows, |is_there, times| {
        if is_there {
            let (now, later) = values.split_at_checked(times).ok_or_else(damaged)?;
            out.extend_from_slice(now);
            values = later;
        } else {
            out.resize(out.len() + times, missing);
        }
        Ok(())
    })
}

/// Bytes behind their length in 4 bytes, and what follows.
fn split_with_length(bytes: &[u8]) -> Result<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk().ok_or_else(damaged)?;
    rest.split_at_checked(size(u32::from_le_bytes(*length)))
        .ok_or_else(damaged)
}

fn size(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
