//! Terms, bells and entries as a text to be edited: TOML, of which every fault is told with its line and key.
//!
//! ```toml
//! [[terms]]
//! name = "autumn"
//! first = 2026-08-31
//! last = 2027-01-22
//! holidays = ["2026-10-01..2026-10-07 国庆节"]
//!
//! [[bells]]
//! name = "summer"
//! dates = "05-01..09-30"
//! periods = ["早读 07:30-07:55", "08:00-08:45", "08:55-09:40"]
//!
//! [week]
//! mon = [
//!     { period = 1, note = "三(2)班语文" },
//!     { period = "3-4", what = "teaching/tutoring", weeks = "odd" },
//!     { time = "19:00-20:30", what = "duty/supervision" },
//! ]
//! ```

use super::fault::{BadText, Fault};
use super::plain::{self, At, Bad, DAYS, Resolve};
use super::{Bells, Recurring, Slot, Term};
use crate::domain::BellSchedule;
use crate::files::Site;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fmt::Write;
use toml::de::{DeTable, DeValue};

/// What the text of a timetable says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parts {
    /// The terms, in order of time.
    pub terms: Vec<Term>,
    /// The bell schedules.
    pub bells: Vec<Bells>,
    /// The entries, by weekday.
    pub entries: Vec<Recurring>,
}

/// Reads the text of a timetable. `resolve` finds the activity that an entry names.
///
/// # Errors
/// [`BadText`] with line and key of the first fault.
pub fn parse(text: &str, resolve: &Resolve<'_>) -> Result<Parts, BadText> {
    parse_over(text, &Parts::default(), resolve)
}

/// As [`parse`]; of terms, bells and week, those that the text does not speak of are as in `base`.
///
/// # Errors
/// As [`parse`].
pub fn parse_over(text: &str, base: &Parts, resolve: &Resolve<'_>) -> Result<Parts, BadText> {
    let line_of = |offset: usize| text.get(..offset).unwrap_or(text).matches('\n').count() + 1;
    let root = DeTable::parse(text).map_err(|e| BadText {
        line: Some(line_of(e.span().map_or(0, |s| s.start))),
        site: Site::default(),
        fault: Fault::Syntax(e.message().to_owned()),
    })?;
    let mut places = BTreeMap::new();
    let value = table(root.get_ref(), &Site::default(), &mut places);
    read(&value, base, resolve).map_err(|(site, fault)| {
        let mut nearest = Some(site.clone());
        while let Some(here) = nearest.take_if(|s| !places.contains_key(s)) {
            nearest = here.parent();
        }
        let line = nearest.and_then(|s| places.get(&s)).map_or(1, |at| line_of(*at));
        let line = Some(line);
        BadText { line, site, fault }
    })
}

impl Parts {
    /// Whether all of it goes together: periods ring, counted weeks have a term, nothing takes place at the same time.
    ///
    /// # Errors
    /// [`BadText`] for the first entry that does not, as its place in the text would be.
    pub fn check(&self) -> Result<(), BadText> {
        let mut counts = [0; 7];
        let placed = self.entries.iter().map(|entry| {
            let (name, _) = DAYS[entry.weekday.num_days_from_monday() as usize];
            let count = &mut counts[entry.weekday.num_days_from_monday() as usize];
            *count += 1;
            (
                Site::default().key("week").key(name).item(*count - 1),
                entry.clone(),
            )
        });
        let placed: Vec<(Site, Recurring)> = placed.collect();
        check(&placed, self).map_err(|(site, fault)| BadText {
            line: None,
            site,
            fault,
        })
    }
}

/// A TOML table as the plain form; dates are texts there. Notes where everything stands.
fn table(from: &DeTable<'_>, site: &Site, places: &mut BTreeMap<Site, usize>) -> Value {
    let mut out = Map::new();
    for (key, item) in from {
        let here = site.key(key.get_ref());
        places.insert(here.clone(), key.span().start);
        out.insert(key.get_ref().to_string(), value(item.get_ref(), &here, places));
    }
    Value::Object(out)
}

fn value(from: &DeValue<'_>, site: &Site, places: &mut BTreeMap<Site, usize>) -> Value {
    match from {
        DeValue::String(text) => Value::String(text.to_string()),
        DeValue::Integer(number) => number.as_str().parse::<u64>().map_or(Value::Null, Into::into),
        DeValue::Datetime(date) => Value::String(date.to_string()),
        DeValue::Boolean(is) => Value::Bool(*is),
        DeValue::Float(_) => Value::Bool(false), // nothing here is a number with a point: a text is asked for
        DeValue::Table(inner) => table(inner, site, places),
        DeValue::Array(items) => {
            let item = |(i, item): (usize, &toml::Spanned<DeValue<'_>>)| {
                let here = site.item(i);
                places.insert(here.clone(), item.span().start);
                value(item.get_ref(), &here, places)
            };
            items.iter().enumerate().map(item).collect()
        }
    }
}

fn read(value: &Value, base: &Parts, resolve: &Resolve<'_>) -> Result<Parts, Bad> {
    let root = At::root(value).table(&["terms", "bells", "week"])?;
    let mut out = base.clone();
    if let Some(at) = root.get("terms") {
        out.terms = plain::read_terms(&at)?;
    }
    if let Some(at) = root.get("bells") {
        out.bells = plain::read_bells(&at)?;
    }
    if let Some(at) = root.get("week") {
        let entries = plain::read_week(&at, resolve)?;
        let placed = entries.into_iter().map(|(at, entry)| (at.site(), entry));
        let entries: Vec<(Site, Recurring)> = placed.collect();
        check(&entries, &out)?;
        out.entries = entries.into_iter().map(|(_, entry)| entry).collect();
    } else {
        out.check().map_err(|bad| (bad.site, bad.fault))?;
    }
    Ok(out)
}

/// What no entry can tell by itself: whether its periods ring, its weeks are counted, and nothing else is at that time.
fn check(entries: &[(Site, Recurring)], parts: &Parts) -> Result<(), Bad> {
    let usual = BellSchedule::usual();
    let mut schedules: Vec<&BellSchedule> = parts.bells.iter().map(|b| &b.schedule).collect();
    if schedules.is_empty() {
        schedules.push(&usual);
    }
    for (i, (site, entry)) in entries.iter().enumerate() {
        if let Slot::Periods { first, last } = &entry.slot
            && schedules.iter().all(|bells| entry.slot.span(bells).is_none())
        {
            let lacks = |name: &str| schedules.iter().all(|b| b.between(name, name).is_none());
            let name = if lacks(first) { first } else { last };
            return Err((site.key("period"), Fault::NoPeriod(name.clone())));
        }
        if !entry.weeks.is_all() && parts.terms.is_empty() {
            return Err((site.key("weeks"), Fault::NoTerm));
        }
        let clash = entries[..i]
            .iter()
            .find(|(_, other)| entry.clashes(other, &schedules));
        if let Some((other, _)) = clash {
            return Err((site.clone(), Fault::Clash(other.clone())));
        }
    }
    Ok(())
}

/// Writes the text that [`parse`] reads back, below a head of lines that explain it.
#[must_use]
pub fn print(parts: &Parts, head: &str) -> String {
    let mut out = String::new();
    for line in head.lines() {
        let _ = writeln!(out, "{}", format!("# {line}").trim_end());
    }
    for term in &parts.terms {
        section(&mut out, "[[terms]]", &plain::write_term(term));
    }
    for bells in &parts.bells {
        section(&mut out, "[[bells]]", &plain::write_bells(bells));
    }
    out.push_str("\n[week]\n");
    for (name, weekday) in DAYS {
        let mut of_day = parts.entries.iter().filter(|e| e.weekday == weekday).peekable();
        if of_day.peek().is_none() {
            continue;
        }
        let _ = writeln!(out, "{name} = [");
        for entry in of_day {
            let _ = writeln!(out, "    {},", inline(&plain::write_entry(entry)));
        }
        out.push_str("]\n");
    }
    out
}

fn section(out: &mut String, head: &str, table: &Value) {
    let _ = writeln!(out, "\n{head}");
    for (key, value) in table.as_object().into_iter().flatten() {
        match value.as_array() {
            Some(items) => {
                let _ = writeln!(out, "{key} = [");
                for item in items {
                    let _ = writeln!(out, "    {},", inline(item));
                }
                out.push_str("]\n");
            }
            None => {
                let _ = writeln!(out, "{key} = {}", inline(value));
            }
        }
    }
}

/// A value on one line.
fn inline(value: &Value) -> String {
    match value {
        Value::Object(map) => {
            let pairs: Vec<String> = map.iter().map(|(k, v)| format!("{k} = {}", inline(v))).collect();
            format!("{{ {} }}", pairs.join(", "))
        }
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(inline).collect();
            format!("[{}]", items.join(", "))
        }
        Value::String(text) => toml_edit::Value::from(text.as_str())
            .to_string()
            .trim()
            .to_owned(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests;
