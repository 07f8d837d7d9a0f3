//! `{ name = "autumn", first = "2026-08-31", last = "2027-01-22", holidays = ["2026-10-01..2026-10-07 国庆节"] }`

use super::{At, Bad};
use crate::domain::DayKind;
use crate::timetable::fault::Fault;
use crate::timetable::{BadDates, Term};
use chrono::NaiveDate;
use serde_json::{Value, json};
use std::ops::RangeInclusive;

/// Reads a list of terms; they come out in order of time.
pub(in crate::timetable) fn read_terms(at: &At<'_>) -> Result<Vec<Term>, Bad> {
    let mut terms: Vec<Term> = Vec::new();
    for at in at.list()? {
        let term = read_term(&at)?;
        let apart = |t: &Term| t.days.end() < term.days.start() || term.days.end() < t.days.start();
        if !terms.iter().all(apart) {
            return Err(at.bad(Fault::Term));
        }
        terms.push(term);
    }
    terms.sort_by_key(|t| *t.days.start());
    Ok(terms)
}

fn read_term(at: &At<'_>) -> Result<Term, Bad> {
    let table = at.table(&["name", "first", "last", "holidays"])?;
    let (first, last) = (table.need("first")?.date()?, table.need("last")?);
    let days = first..=last.date()?;
    if days.is_empty() {
        return Err(last.bad(Fault::Term));
    }
    let mut holidays = Vec::new();
    for at in table.get("holidays").map_or(Ok(Vec::new()), |at| at.list())? {
        let (off, reason) = read_holiday(&at)?;
        if !days.contains(off.start()) || !days.contains(off.end()) {
            return Err(at.bad(Fault::Term));
        }
        holidays.push((off, reason));
    }
    let name = table.name()?;
    Ok(Term { name, days, holidays })
}

/// `2026-10-01..2026-10-07 国庆节`, or one date, or without a reason.
fn read_holiday(at: &At<'_>) -> Result<(RangeInclusive<NaiveDate>, String), Bad> {
    let text = at.text()?;
    let (dates, reason) = text
        .trim()
        .split_once(char::is_whitespace)
        .unwrap_or((text.trim(), ""));
    let (first, last) = dates.split_once("..").unwrap_or((dates, dates));
    let bad = || at.bad(Fault::Dates(BadDates(text.to_string())));
    let date = |text: &str| crate::domain::parse_date(text).map_err(|_| bad());
    let days = date(first)?..=date(last)?;
    let reason = match DayKind::off(reason) {
        Ok(DayKind::Off(reason)) => reason.unwrap_or_default(),
        _ => return Err(at.bad(Fault::Name)),
    };
    if days.is_empty() {
        return Err(bad());
    }
    Ok((days, reason))
}

/// The plain form of a term.
pub(in crate::timetable) fn write_term(term: &Term) -> Value {
    let mut out = serde_json::Map::new();
    if !term.name.is_empty() {
        out.insert("name".to_owned(), json!(term.name));
    }
    out.insert("first".to_owned(), json!(term.days.start().to_string()));
    out.insert("last".to_owned(), json!(term.days.end().to_string()));
    if !term.holidays.is_empty() {
        let holidays: Vec<String> = term.holidays.iter().map(holiday).collect();
        out.insert("holidays".to_owned(), json!(holidays));
    }
    Value::Object(out)
}

fn holiday((days, reason): &(RangeInclusive<NaiveDate>, String)) -> String {
    let dates = if days.start() == days.end() {
        days.start().to_string()
    } else {
        format!("{}..{}", days.start(), days.end())
    };
    format!("{dates} {reason}").trim_end().to_owned()
}
