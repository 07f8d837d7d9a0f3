//! Tables as workbooks: XLSX.

use super::{Cell, Table, parts};
use crate::transfer::incoming::{BadFile, FileFault, Place};
use calamine::{DataRef, Dimensions, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The most rows of a sheet that are looked at; what stands below is an error.
const MOST_ROWS: u32 = 3_000;
/// The most columns.
const MOST_COLUMNS: u32 = 300;
/// The most cells of all sheets together, empty ones between others included.
const MOST_CELLS: usize = 200_000;
/// The most bytes of text in them.
const MOST_TEXT: usize = 32 << 20;

/// Reads the visible sheets of a workbook in which something stands.
///
/// Cells hold what people see: 3 and not 3.0, 08:00 for a time, 2026-03-04 for a date. Merged cells all hold the text of
/// the first of them.
///
/// # Errors
/// [`FileFault::NotThis`] for what is no XLSX file, [`FileFault::Other`] for a damaged one or one that is far larger than
/// any timetable.
pub fn from_xlsx(bytes: &[u8]) -> Result<Vec<Table>, BadFile> {
    parts::check(bytes)?;
    // The library that reads the file is not sure to be proof against every file; a panic in it is a bad file.
    catch_unwind(AssertUnwindSafe(|| sheets(bytes))).unwrap_or_else(|_| Err(bad(None, FileFault::Damaged)))
}

const fn bad(place: Option<Place>, fault: FileFault) -> BadFile {
    BadFile { place, fault }
}

fn too_large(place: Place) -> BadFile {
    bad(Some(place), FileFault::SheetTooLarge)
}

fn sheets(bytes: &[u8]) -> Result<Vec<Table>, BadFile> {
    let damaged = |e: &XlsxError| bad(None, FileFault::Other(e.to_string()));
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|e| match e {
        XlsxError::FileNotFound(_) => BadFile {
            place: None,
            fault: FileFault::NotThis("XLSX"),
        },
        e => damaged(&e),
    })?;
    let is_seen = |s: &&calamine::Sheet| s.visible == SheetVisible::Visible && s.typ == SheetType::WorkSheet;
    let names: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(is_seen)
        .map(|s| s.name.clone())
        .collect();
    let mut room = Room::default();
    let mut tables = Vec::new();
    for name in names {
        let merged = book.merge_cells_by_sheet_name(&name).map_err(|e| damaged(&e))?;
        let mut texts = BTreeMap::new();
        let mut cells = book.worksheet_cells_reader(&name).map_err(|e| damaged(&e))?;
        while let Some(cell) = cells.next_cell().map_err(|e| damaged(&e))? {
            let text = shown(cell.get_value());
            let (row, column) = cell.get_position();
            if text.trim().is_empty() {
                continue;
            }
            room.take(1, text.len())
                .ok_or_else(|| too_large(place(&name, row, column)))?;
            if row >= MOST_ROWS || column >= MOST_COLUMNS {
                return Err(too_large(place(&name, row, column)));
            }
            texts.insert((row, column), text);
        }
        if !texts.is_empty() {
            tables.push(table(name, &texts, &merged, &mut room)?);
        }
    }
    Ok(tables)
}

/// What is left of the bounds.
struct Room {
    cells: usize,
    text: usize,
}

impl Default for Room {
    fn default() -> Self {
        Self {
            cells: MOST_CELLS,
            text: MOST_TEXT,
        }
    }
}

impl Room {
    /// None where there is no room.
    fn take(&mut self, cells: usize, text: usize) -> Option<()> {
        self.cells = self.cells.checked_sub(cells)?;
        self.text = self.text.checked_sub(text)?;
        Some(())
    }
}

type Texts = BTreeMap<(u32, u32), String>;

/// Lays the cells out in rows, each as long as it has to be, with merged ones spread.
fn table(name: String, texts: &Texts, merged: &[Dimensions], room: &mut Room) -> Result<Table, BadFile> {
    let full = |row, column| too_large(place(&name, row, column));
    let mut anchors: BTreeMap<(u32, u32), (u32, u32)> = BTreeMap::new();
    let last_row = texts.keys().map(|(row, _)| *row).max().unwrap_or(0);
    let last_column = texts.keys().map(|(_, column)| *column).max().unwrap_or(0);
    // A merged title may reach past the last cell with text of its own, and by far; only what is near is of use.
    let (row_end, column_end) = (last_row.saturating_add(50), last_column.saturating_add(50));
    for area in merged {
        if area.start > area.end || !texts.contains_key(&area.start) {
            continue;
        }
        for row in area.start.0..=area.end.0.min(row_end) {
            for column in area.start.1..=area.end.1.min(column_end) {
                room.take(1, 0).ok_or_else(|| full(row, column))?;
                anchors.entry((row, column)).or_insert(area.start);
            }
        }
    }
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let at: std::collections::BTreeSet<(u32, u32)> = texts.keys().chain(anchors.keys()).copied().collect();
    for (row, column) in at {
        let anchor = anchors.get(&(row, column)).copied();
        let text = texts
            .get(&anchor.unwrap_or((row, column)))
            .map_or("", String::as_str);
        let (r, c) = (index(row), index(column));
        rows.resize_with(rows.len().max(r + 1), Vec::new);
        let Some(cells) = rows.get_mut(r) else { continue };
        for empty in u32::try_from(cells.len()).unwrap_or(column)..column {
            room.take(1, name.len()).ok_or_else(|| full(row, column))?;
            cells.push(cell(String::new(), place(&name, row, empty), None));
        }
        room.take(1, name.len() + text.len())
            .ok_or_else(|| full(row, column))?;
        debug_assert_eq!(cells.len(), c);
        let merged = anchor.map(|(row, column)| (index(row), index(column)));
        cells.push(cell(text.to_owned(), place(&name, row, column), merged));
    }
    Ok(Table { name, rows })
}

const fn cell(text: String, place: Place, merged: Option<(usize, usize)>) -> Cell {
    Cell { text, place, merged }
}

fn index(n: u32) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

/// A cell as spreadsheets name it: `Sheet1!B3`.
fn place(sheet: &str, row: u32, column: u32) -> Place {
    let mut letters = Vec::new();
    let mut left = u64::from(column) + 1;
    while left > 0 {
        let letter = u8::try_from((left - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + letter));
        left = (left - 1) / 26;
    }
    let letters: String = letters.into_iter().rev().collect();
    Place::Cell(format!("{sheet}!{letters}{}", u64::from(row) + 1))
}

/// A value as people see it.
fn shown(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(n) => n.to_string(),
        DataRef::Float(n) => number(*n),
        DataRef::String(s) | DataRef::DateTimeIso(s) | DataRef::DurationIso(s) => s.clone(),
        DataRef::SharedString(s) => (*s).to_owned(),
        DataRef::Bool(b) => if *b { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(t) => time(*t),
        DataRef::Error(e) => e.to_string(),
        DataRef::Empty => String::new(),
    }
}

fn number(n: f64) -> String {
    if n.fract() == 0.0 && n.abs() < 1e15 {
        format!("{n:.0}")
    } else if n.is_finite() && n.abs() < 1e15 {
        n.to_string() // the shortest that reads back the same: 3.5
    } else {
        format!("{n:e}")
    }
}

/// A time of day as 08:00, a date as 2026-03-04; the whole number of a date is its day.
fn time(t: ExcelDateTime) -> String {
    let value = t.as_f64();
    if !(0.0..3_000_000.0).contains(&value) {
        return number(value);
    }
    if value < 1.0 || t.is_duration() {
        // Half a second more, for times are fractions of a day and rarely exact.
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "checked above"
        )]
        let minutes = (value * 1440.0 + 0.5 / 60.0) as u64;
        return format!("{:02}:{:02}", minutes / 60, minutes % 60);
    }
    let (year, month, day, hour, minute, ..) = t.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    if value.fract() == 0.0 {
        return date;
    }
    format!("{date} {hour:02}:{minute:02}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    #[test]
    fn values_as_people_see_them() {
        let at = |value| DataRef::DateTime(ExcelDateTime::new(value, ExcelDateTimeType::DateTime, false));
        for (value, expected) in [
            (DataRef::Float(3.0), "3"),
            (DataRef::Float(3.5), "3.5"),
            (DataRef::Float(f64::NAN), "NaN"),
            (DataRef::Int(4), "4"),
            (DataRef::Bool(true), "TRUE"),
            (at(1.0 / 3.0), "08:00"),
            (at(525.0 / 1440.0), "08:45"),
            (at(46085.0), "2026-03-04"),
            (at(46085.5), "2026-03-04 12:00"),
            (at(-1.0), "-1"),
            (at(f64::INFINITY), "inf"),
        ] {
            assert_eq!(shown(&value), expected);
        }
        assert_eq!(place("课表", 2, 1).to_string(), "课表!B3");
        assert_eq!(place("S", 0, 26).to_string(), "S!AA1");
        assert_eq!(place("S", u32::MAX, u32::MAX).to_string(), "S!MWLQKWV4294967296");
    }
}
