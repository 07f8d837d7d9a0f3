//! One row of a log.

use super::columns::{Column, Columns};
use crate::domain::{BadSpan, DAY, Span, check_date, clock as clock_text};
use crate::transfer::incoming::notes::{note, one_line};
use crate::transfer::incoming::{BadFile, FileFault, LeftOut, Place, Record, Sources, What, Why, clock};
use chrono::NaiveDate;
use csv::StringRecord;

/// A row and what its cells mean.
pub(super) struct Row<'a> {
    /// Where which column stands.
    pub(super) columns: &'a Columns,
    /// The cells.
    pub(super) cells: &'a StringRecord,
    /// The line it begins on.
    pub(super) line: usize,
}

/// What a row gives.
pub(super) enum Taken {
    /// A block.
    Record(Box<Record>),
    /// Nothing for a diary.
    LeftOut(LeftOut),
}

impl Row<'_> {
    /// Reads it.
    pub(super) fn read(&self, sources: &mut Sources) -> Result<Taken, BadFile> {
        let date = self.date()?;
        let words = self.words();
        let span = match self.span()? {
            Ok(span) if check_date(date).is_ok() => span,
            kept => {
                let label = words.into_iter().next().unwrap_or_default();
                let why = kept.err().unwrap_or(Why::Outside);
                return Ok(Taken::LeftOut(LeftOut {
                    place: Place::Line(self.line),
                    label,
                    why,
                }));
            }
        };
        let note = note(&self.cell(Column::Note));
        let when = span
            .clock_times()
            .map_or_else(|| span.to_string(), |(start, _)| clock_text(start));
        let source = format!("{date}/{when}/{}/{note}", one_line(&self.cell(Column::Activity)));
        Ok(Taken::Record(Box::new(Record {
            place: Place::Line(self.line),
            source: sources.unique(&source),
            words,
            what: What::Block {
                date,
                span,
                note,
                rating: self.rating()?,
                parallel: self.parallel()?,
            },
        })))
    }

    /// The text of a cell, empty if there is none, without what our own export puts before a formula.
    fn cell(&self, column: Column) -> String {
        let cell = self
            .columns
            .place(column)
            .and_then(|at| self.cells.get(at))
            .unwrap_or_default()
            .trim();
        let formula = cell
            .strip_prefix('\'')
            .filter(|rest| rest.starts_with(['=', '+', '-', '@']));
        formula.unwrap_or(cell).to_owned()
    }

    fn bad(&self, column: Column) -> BadFile {
        let fault = FileFault::Value {
            field: column.name().to_owned(),
            text: one_line(&self.cell(column)),
        };
        BadFile {
            place: Some(Place::Line(self.line)),
            fault,
        }
    }

    fn date(&self) -> Result<NaiveDate, BadFile> {
        date(&self.cell(Column::Date)).ok_or_else(|| self.bad(Column::Date))
    }

    /// The time: from start to end, or from a start on or some time that day for so many minutes.
    fn span(&self) -> Result<Result<Span, Why>, BadFile> {
        let time = |column| {
            let cell = self.cell(column);
            let read = if column == Column::Minutes {
                clock::length(&cell)
            } else {
                clock::clock(&cell)
            };
            if cell.is_empty() {
                Ok(None)
            } else {
                read.map(Some).ok_or_else(|| self.bad(column))
            }
        };
        let (start, end) = (time(Column::Start)?, time(Column::End)?);
        if start.is_some_and(|start| start >= DAY) {
            return Err(self.bad(Column::Start));
        }
        let made = match (start, end, time(Column::Minutes)?) {
            // Whether the next day is meant is not for us to say.
            (Some(start), Some(end), _) if end < start => return Err(self.bad(Column::End)),
            (Some(start), Some(end), _) => Span::clocked(start, end),
            (Some(start), None, Some(minutes)) => Span::clocked(start, start + minutes),
            (None, None, Some(minutes)) => Span::amount(minutes),
            (Some(_), None, None) => return Err(self.bad(Column::End)),
            (None, Some(_), _) => return Err(self.bad(Column::Start)),
            (None, None, None) => return Err(self.bad(Column::Minutes)),
        };
        Ok(made.map_err(|_: BadSpan| Why::Length))
    }

    /// The activity, with its category before it if both are said, the category, the note.
    fn words(&self) -> Vec<String> {
        let text = |column| one_line(&self.cell(column));
        let (category, activity) = (text(Column::Category), text(Column::Activity));
        let both = if category.is_empty() || activity.is_empty() {
            String::new()
        } else {
            format!("{category}/{activity}")
        };
        let all = [both, activity, category, text(Column::Note)];
        all.into_iter().filter(|word| !word.is_empty()).collect()
    }

    fn rating(&self) -> Result<Option<u32>, BadFile> {
        match clock::narrow(&self.cell(Column::Rating)).as_str() {
            "" => Ok(None),
            rating => match rating.parse() {
                Ok(worth @ 1..=5) => Ok(Some(worth)),
                _ => Err(self.bad(Column::Rating)),
            },
        }
    }

    fn parallel(&self) -> Result<bool, BadFile> {
        match self.cell(Column::Parallel).to_lowercase().as_str() {
            "" | "no" | "n" | "false" | "0" | "否" => Ok(false),
            "yes" | "y" | "true" | "1" | "x" | "是" | "√" | "✓" => Ok(true),
            _ => Err(self.bad(Column::Parallel)),
        }
    }
}

/// `2026-11-16`, `2026/11/6`, `2026.11.16`, `2026年11月16日`: the year first, with four digits, so that month and day
/// cannot be mistaken for each other.
fn date(text: &str) -> Option<NaiveDate> {
    let text = clock::narrow(text);
    let text = text.trim();
    let text = text.strip_suffix('日').unwrap_or(text);
    let mut parts = text.split(['-', '/', '.', '年', '月']).map(str::trim);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |s: &str, least: usize, most: usize| {
        let fits = (least..=most).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
        if fits { s.parse::<u32>().ok() } else { None }
    };
    let year = i32::try_from(digits(year, 4, 4)?).ok()?;
    let date = NaiveDate::from_ymd_opt(year, digits(month, 1, 2)?, digits(day, 1, 2)?)?;
    parts.next().is_none().then_some(date)
}
