//! One entry of a klog record.

use super::bad_value;
use super::tags::words;
use super::value::{Value, leading};
use crate::domain::{Span, check_date};
use crate::transfer::incoming::notes::{note, one_line};
use crate::transfer::incoming::{BadFile, Incoming, LeftOut, Place, Record, Sources, What, Why};
use chrono::{NaiveDate, TimeDelta};

/// An entry as it stands in the file.
pub(super) struct Entry {
    /// Its line.
    pub(super) line: usize,
    /// That line, without its indent.
    pub(super) text: String,
    /// The lines of summary below it.
    pub(super) more: String,
}

impl Entry {
    /// Adds what it says to what has been read.
    pub(super) fn read(
        &self,
        date: NaiveDate,
        of_record: &str,
        sources: &mut Sources,
        out: &mut Incoming,
    ) -> Result<(), BadFile> {
        let bad = || bad_value(self.line, "entry", &self.text);
        let (value, rest) = leading(&self.text).ok_or_else(bad)?;
        if matches!(value, Value::Range(start, end) if end < start) {
            return Err(bad());
        }
        let own = one_line(&format!("{rest}{}", self.more));
        let summary = if own.is_empty() { of_record } else { own.as_str() };
        let (words, place) = (words(summary), Place::Line(self.line));
        match when(date, value) {
            Ok((date, span)) => out.records.push(Record {
                place,
                source: sources.unique(&format!("{date}/{span}/{own}")),
                words,
                what: What::Block {
                    date,
                    span,
                    note: note(summary),
                    rating: None,
                    parallel: false,
                },
            }),
            Err(why) => {
                let label = words.into_iter().next().unwrap_or_default();
                out.left_out.push(LeftOut { place, label, why });
            }
        }
        Ok(())
    }
}

/// The date that it starts on, and the time.
fn when(date: NaiveDate, value: Value) -> Result<(NaiveDate, Span), Why> {
    let (date, span) = match value {
        Value::Open => return Err(Why::Open),
        Value::Duration(minutes) => (
            date,
            u32::try_from(minutes).ok().and_then(|m| Span::amount(m).ok()),
        ),
        Value::Range(start, end) => {
            let days = start.div_euclid(1440);
            let date = date
                .checked_add_signed(TimeDelta::days(days))
                .ok_or(Why::Outside)?;
            let minutes = u32::try_from(start - days * 1440)
                .ok()
                .zip(u32::try_from(end - days * 1440).ok());
            (
                date,
                minutes.and_then(|(start, end)| Span::clocked(start, end).ok()),
            )
        }
    };
    let span = span.ok_or(Why::Length)?;
    check_date(date)
        .map(|date| (date, span))
        .map_err(|_| Why::Outside)
}
