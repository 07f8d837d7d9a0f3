//! `mon = [{ period = 3, note = "三(2)班语文", weeks = "odd" }, { time = "19:00-20:30", what = "duty/supervision" }]`

use super::bells::read_time;
use super::{At, Bad, Table};
use crate::domain::{Activity, Note, Span};
use crate::timetable::fault::Fault;
use crate::timetable::{Recurring, Slot};
use chrono::Weekday;
use serde_json::{Value, json};

/// The weekdays as keys, in order.
pub(in crate::timetable) const DAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Mon),
    ("tue", Weekday::Tue),
    ("wed", Weekday::Wed),
    ("thu", Weekday::Thu),
    ("fri", Weekday::Fri),
    ("sat", Weekday::Sat),
    ("sun", Weekday::Sun),
];
const DAY_KEYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const KEYS: [&str; 9] = [
    "period", "time", "what", "note", "weeks", "from", "until", "every", "except",
];

/// What an entry of a timetable is unless it says otherwise, in the long form.
pub const LESSON: &str = "teaching/lesson";

/// Reads what an entry is; an error is said in the user's language.
pub(in crate::timetable) type Resolve<'a> = dyn Fn(&str) -> Result<Activity, String> + 'a;

/// Reads a week: the entries by weekday, each with its place.
pub(in crate::timetable) fn read_week<'a>(
    at: &At<'a>,
    resolve: &Resolve<'_>,
) -> Result<Vec<(At<'a>, Recurring)>, Bad> {
    let table = at.table(&DAY_KEYS)?;
    let mut out = Vec::new();
    for (name, weekday) in DAYS {
        for at in table.get(name).map_or(Ok(Vec::new()), |at| at.list())? {
            let entry = read_entry(&at, weekday, resolve)?;
            out.push((at, entry));
        }
    }
    Ok(out)
}

fn read_entry(at: &At<'_>, weekday: Weekday, resolve: &Resolve<'_>) -> Result<Recurring, Bad> {
    let table = at.table(&KEYS)?;
    let what = table.get("what");
    let activity = match &what {
        None => resolve(LESSON),
        Some(at) => resolve(&at.text()?),
    };
    let activity = activity.map_err(|why| what.as_ref().unwrap_or(at).bad(Fault::Activity(why)))?;
    let note = match table.get("note") {
        None => Note::default(),
        Some(at) => Note::new(&at.text()?).map_err(|e| at.bad(Fault::Note(e)))?,
    };
    let mut out = Recurring::weekly(weekday, read_slot(at, &table)?, activity, note);
    if let Some(at) = table.get("weeks") {
        out.weeks = at.text()?.parse().map_err(|e| at.bad(Fault::Weeks(e)))?;
    }
    out.from = table.get("from").map(|at| at.date()).transpose()?;
    out.until = table.get("until").map(|at| at.date()).transpose()?;
    if let Some(at) = table.get("every") {
        let weeks = at.text()?.parse().ok().filter(|n| (1..=52).contains(n));
        let counted = weeks.filter(|n| *n == 1 || out.from.is_some());
        out.every = counted.ok_or_else(|| at.bad(Fault::Every))?;
    }
    if let Some(at) = table.get("except") {
        out.except = at.list()?.iter().map(At::date).collect::<Result<_, _>>()?;
    }
    Ok(out)
}

fn read_slot(at: &At<'_>, table: &Table<'_>) -> Result<Slot, Bad> {
    match (table.get("period"), table.get("time")) {
        (Some(at), None) => {
            let text = at.text()?;
            periods(&text).ok_or_else(|| at.bad(Fault::NoPeriod(text.to_string())))
        }
        (None, Some(at)) => read_time(&at.text()?)
            .map(Slot::Clock)
            .map_err(|fault| at.bad(fault)),
        _ => Err(at.bad(Fault::Slot)),
    }
}

/// `3`, `3-4`, `早读`, `7..课后服务`.
fn periods(text: &str) -> Option<Slot> {
    let is_number = |s: &str| !s.is_empty() && s.chars().all(|c| c.is_ascii_digit());
    let numbers = text
        .split_once('-')
        .filter(|(a, b)| is_number(a.trim()) && is_number(b.trim()));
    let (first, last) = numbers.or_else(|| text.split_once("..")).unwrap_or((text, text));
    let (first, last) = (first.trim().to_owned(), last.trim().to_owned());
    (!first.is_empty() && !last.is_empty()).then_some(Slot::Periods { first, last })
}

/// The plain form of an entry, without its weekday.
pub(in crate::timetable) fn write_entry(entry: &Recurring) -> Value {
    let mut out = serde_json::Map::new();
    let mut put = |key: &str, value: Value| {
        out.insert(key.to_owned(), value);
    };
    match &entry.slot {
        Slot::Clock(span) => put("time", json!(Span::to_string(span))),
        Slot::Periods { first, last } if first == last => put("period", json!(first)),
        Slot::Periods { first, last } => {
            let numbers = [first, last]
                .iter()
                .all(|s| s.chars().all(|c| c.is_ascii_digit()));
            let between = if numbers { "-" } else { ".." };
            put("period", json!(format!("{first}{between}{last}")));
        }
    }
    let what = entry.activity.to_string();
    if what != LESSON {
        put("what", json!(what));
    }
    if !entry.note.is_empty() {
        put("note", json!(entry.note.as_str()));
    }
    if !entry.weeks.is_all() {
        put("weeks", json!(entry.weeks.to_string()));
    }
    for (key, date) in [("from", entry.from), ("until", entry.until)] {
        if let Some(date) = date {
            put(key, json!(date.to_string()));
        }
    }
    if entry.every > 1 {
        put("every", json!(entry.every));
    }
    if !entry.except.is_empty() {
        let dates: Vec<String> = entry.except.iter().map(ToString::to_string).collect();
        put("except", json!(dates));
    }
    Value::Object(out)
}
