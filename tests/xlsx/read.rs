//! Reads workbooks back with another's library, and looks at their parts.

use calamine::{Data, Range, Reader, Xlsx};
use std::io::{Cursor, Read};

/// A workbook that was read.
pub(crate) struct Book {
    /// Its sheets with their names, in order.
    pub(crate) sheets: Vec<(String, Range<Data>)>,
    bytes: Vec<u8>,
}

impl Book {
    pub(crate) fn new(bytes: Vec<u8>) -> Self {
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes.clone())).unwrap();
        Self {
            sheets: book.worksheets(),
            bytes,
        }
    }

    pub(crate) fn names(&self) -> Vec<&str> {
        self.sheets.iter().map(|(name, _)| name.as_str()).collect()
    }

    /// The files inside whose name begins so, one after another.
    pub(crate) fn xml(&self, start: &str) -> String {
        let mut zip = zip::ZipArchive::new(Cursor::new(&self.bytes)).unwrap();
        let mut out = String::new();
        for at in 0..zip.len() {
            let mut file = zip.by_index(at).unwrap();
            if file.name().unwrap().starts_with(start) {
                file.read_to_string(&mut out).unwrap();
            }
        }
        out
    }

    /// Every text in it.
    pub(crate) fn texts(&self) -> Vec<String> {
        let cells = self.sheets.iter().flat_map(|(_, range)| range.cells());
        let texts = cells.filter_map(|(.., data)| match data {
            Data::String(text) => Some(text.clone()),
            _ => None,
        });
        texts.collect()
    }

    /// The sheet and the row where these headings stand side by side.
    pub(crate) fn table(&self, columns: &[String]) -> (&Range<Data>, u32) {
        let is_here = |range: &Range<Data>, row: u32| {
            columns.iter().enumerate().all(|(at, name)| {
                let heading = range.get_value((row, u32::try_from(at).unwrap()));
                let Some(Data::String(heading)) = heading else {
                    return false;
                };
                heading.strip_prefix(name.as_str()).is_some_and(|rest| {
                    ["", " (h)", " (小时)", " (小時)", " (min)", " (分钟)", " (分鐘)"].contains(&rest)
                })
            })
        };
        let place = self.sheets.iter().find_map(|(_, range)| {
            let last = range.end().map_or(0, |(row, _)| row);
            Some((range, (0..=last).find(|row| is_here(range, *row))?))
        });
        place.unwrap_or_else(|| panic!("no table {columns:?}"))
    }
}

/// The text of a cell; none where there is none.
pub(crate) fn text(range: &Range<Data>, row: u32, at: usize) -> String {
    match range.get_value((row, u32::try_from(at).unwrap())) {
        Some(Data::String(text)) => text.clone(),
        Some(Data::Empty) | None => String::new(),
        Some(other) => panic!("row {row}, column {at} is no text: {other:?}"),
    }
}

/// The number of a cell, a time in days.
pub(crate) fn number(range: &Range<Data>, row: u32, at: usize) -> f64 {
    match range.get_value((row, u32::try_from(at).unwrap())) {
        Some(Data::Float(number)) => *number,
        Some(Data::Int(number)) => f64::from(i32::try_from(*number).unwrap()),
        Some(Data::DateTime(time)) => time.as_f64(),
        other => panic!("row {row}, column {at} is no number: {other:?}"),
    }
}
