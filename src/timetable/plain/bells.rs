//! `{ name = "summer", dates = "05-01..09-30", periods = ["早读 07:30-07:55", "08:00-08:45"] }`

use super::{At, Bad};
use crate::domain::{BadBells, BellSchedule, Period, Span};
use crate::timetable::Bells;
use crate::timetable::fault::Fault;
use serde_json::{Value, json};

/// Reads a list of bell schedules.
pub(in crate::timetable) fn read_bells(at: &At<'_>) -> Result<Vec<Bells>, Bad> {
    at.list()?.iter().map(read_schedule).collect()
}

fn read_schedule(at: &At<'_>) -> Result<Bells, Bad> {
    let table = at.table(&["name", "dates", "periods"])?;
    let dates = match table.get("dates") {
        None => None,
        Some(at) => Some(at.text()?.parse().map_err(|e| at.bad(Fault::Dates(e)))?),
    };
    let list = table.need("periods")?;
    let items = list.list()?;
    let periods = items.iter().map(read_period).collect::<Result<_, _>>()?;
    let site = |i: usize| {
        items
            .get(i)
            .map_or_else(|| list.site().clone(), |at| at.site().clone())
    };
    let schedule = BellSchedule::new(periods).map_err(|bad| match bad {
        BadBells::Order(i) => (site(i), Fault::PeriodOrder),
        BadBells::Name(i) => (site(i), Fault::PeriodName),
    })?;
    let name = table.name()?;
    Ok(Bells {
        name,
        dates,
        schedule,
    })
}

/// `08:00-08:45`, or with a name before it.
fn read_period(at: &At<'_>) -> Result<Period, Bad> {
    let text = at.text()?;
    let (name, time) = match text.trim().rsplit_once(char::is_whitespace) {
        Some((name, time)) => (Some(name.trim().to_owned()), time),
        None => (None, text.trim()),
    };
    let span = read_time(time).map_err(|fault| at.bad(fault))?;
    Ok(Period { name, span })
}

/// `08:00-08:45`; the hour may have one digit.
pub(super) fn read_time(text: &str) -> Result<Span, Fault> {
    let times = || {
        let (start, end) = text.split_once('-')?;
        let two = |t: &str| {
            let t = t.trim();
            let padded = if t.find(':') == Some(1) {
                format!("0{t}")
            } else {
                t.to_owned()
            };
            crate::domain::parse_clock(&padded)
        };
        Some((two(start)?, two(end)?))
    };
    let (start, end) = times().ok_or_else(|| Fault::Time(text.to_owned()))?;
    Span::clocked(start, end).map_err(Fault::Span)
}

/// The plain form of a bell schedule.
pub(in crate::timetable) fn write_bells(bells: &Bells) -> Value {
    let mut out = serde_json::Map::new();
    if !bells.name.is_empty() {
        out.insert("name".to_owned(), json!(bells.name));
    }
    if let Some(dates) = bells.dates {
        out.insert("dates".to_owned(), json!(dates.to_string()));
    }
    let period = |p: &Period| match &p.name {
        Some(name) => format!("{name} {}", p.span),
        None => p.span.to_string(),
    };
    let periods: Vec<String> = bells.schedule.periods().iter().map(period).collect();
    out.insert("periods".to_owned(), json!(periods));
    Value::Object(out)
}
