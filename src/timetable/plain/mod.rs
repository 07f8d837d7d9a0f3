//! Terms, bells and entries in the plain form that both their text and their JSON have: tables, lists and texts. One
//! reader with one set of faults, whichever of the two it is.

mod bells;
mod entries;
mod terms;

pub(super) use bells::{read_bells, write_bells};
pub use entries::LESSON;
pub(super) use entries::{DAYS, Resolve, read_week, write_entry};
pub(super) use terms::{read_terms, write_term};

use super::fault::{BadText, Fault};
use super::{Bells, Edition, Term, Timetable};
use crate::domain::{Activity, BellSchedule, Category, Span, clock, parse_date};
use crate::files::Site;
use chrono::NaiveDate;
use serde_json::{Map, Value, json};
use std::borrow::Cow;
use std::rc::Rc;

/// A fault and its place.
pub(super) type Bad = (Site, Fault);

/// A value and its place.
#[derive(Debug, Clone)]
pub(super) struct At<'a> {
    value: &'a Value,
    path: Path<'a>,
}

/// The way to a value. It becomes a [`Site`] only where something is wrong: a timetable is read at every start.
type Path<'a> = Option<Rc<Node<'a>>>;

#[derive(Debug)]
struct Node<'a> {
    parent: Path<'a>,
    step: Step<'a>,
}

#[derive(Debug, Clone, Copy)]
enum Step<'a> {
    Key(&'a str),
    Item(usize),
}

fn child<'a>(parent: &Path<'a>, step: Step<'a>) -> Rc<Node<'a>> {
    let parent = parent.clone();
    Rc::new(Node { parent, step })
}

fn site_of(path: &Path<'_>) -> Site {
    let Some(node) = path else {
        return Site::default();
    };
    let parent = site_of(&node.parent);
    match node.step {
        Step::Key(key) => parent.key(key),
        Step::Item(index) => parent.item(index),
    }
}

impl<'a> At<'a> {
    pub(super) const fn root(value: &'a Value) -> Self {
        Self { value, path: None }
    }

    pub(super) fn bad(&self, fault: Fault) -> Bad {
        (self.site(), fault)
    }

    pub(super) fn site(&self) -> Site {
        site_of(&self.path)
    }

    /// A table with no other keys than these.
    pub(super) fn table(&self, known: &'static [&'static str]) -> Result<Table<'a>, Bad> {
        let map = self.value.as_object().ok_or_else(|| self.bad(Fault::NotATable))?;
        match map.keys().find(|k| !known.contains(&k.as_str())) {
            Some(key) => Err((self.site().key(key), Fault::Key(known))),
            None => Ok(Table {
                map,
                path: self.path.clone(),
            }),
        }
    }

    pub(super) fn list(&self) -> Result<Vec<Self>, Bad> {
        let items = self.value.as_array().ok_or_else(|| self.bad(Fault::NotAList))?;
        let item = |(i, value)| Self {
            value,
            path: Some(child(&self.path, Step::Item(i))),
        };
        Ok(items.iter().enumerate().map(item).collect())
    }

    /// A text; a whole number is one too.
    pub(super) fn text(&self) -> Result<Cow<'a, str>, Bad> {
        match self.value {
            Value::String(text) => Ok(Cow::Borrowed(text)),
            Value::Number(number) if number.is_u64() => Ok(Cow::Owned(number.to_string())),
            _ => Err(self.bad(Fault::NotText)),
        }
    }

    pub(super) fn date(&self) -> Result<NaiveDate, Bad> {
        parse_date(&self.text()?).map_err(|e| self.bad(Fault::Date(e)))
    }
}

/// A table of which the keys are known.
pub(super) struct Table<'a> {
    map: &'a Map<String, Value>,
    path: Path<'a>,
}

impl<'a> Table<'a> {
    pub(super) fn get(&self, key: &str) -> Option<At<'a>> {
        let (key, value) = self.map.get_key_value(key).filter(|(_, v)| !v.is_null())?;
        Some(At {
            value,
            path: Some(child(&self.path, Step::Key(key))),
        })
    }

    pub(super) fn need(&self, key: &'static str) -> Result<At<'a>, Bad> {
        let missing = || (site_of(&self.path), Fault::Missing(key));
        self.get(key).ok_or_else(missing)
    }

    /// A name: one line of at most 40 characters; empty where there is none.
    pub(super) fn name(&self) -> Result<String, Bad> {
        const LONGEST: usize = 40;
        let Some(at) = self.get("name") else {
            return Ok(String::new());
        };
        let name = at.text()?.trim().to_owned();
        if name.chars().count() > LONGEST || name.contains(char::is_control) {
            return Err(at.bad(Fault::Name));
        }
        Ok(name)
    }
}

/// The activity of the long form `teaching/lesson`.
fn coded(text: &str) -> Result<Activity, String> {
    let read = || {
        let (category, code) = text.split_once('/')?;
        Activity::new(Category::from_code(category)?, code).ok()
    };
    read().ok_or_else(|| format!("{text:?} is no activity: write it like {LESSON}"))
}

fn without_line((site, fault): Bad) -> BadText {
    let line = None;
    BadText { line, site, fault }
}

fn english(bad: Bad) -> String {
    without_line(bad).to_string()
}

/// Bells as JSON; those that hold all the year, with lessons only, as a list of starts and ends.
#[must_use]
pub fn bells_json(bells: &[Bells]) -> Value {
    let lessons_only = |schedule: &BellSchedule| {
        let periods = schedule.periods();
        !periods.is_empty() && periods.iter().all(|p| p.name.is_none())
    };
    match bells {
        [only] if *only == Bells::all_year(only.schedule.clone()) && lessons_only(&only.schedule) => {
            let times = only.schedule.lessons().filter_map(Span::clock_times);
            times
                .map(|(start, end)| json!([clock(start), clock(end)]))
                .collect()
        }
        _ => bells.iter().map(write_bells).collect(),
    }
}

/// Bells from JSON, in either form.
///
/// # Errors
/// What is wrong, and where, in English.
pub fn read_bells_json(value: &Value) -> Result<Vec<Bells>, String> {
    let items = value.as_array().map_or(&[][..], Vec::as_slice);
    if items.first().is_some_and(Value::is_array) {
        let joined = |item: &Value| match item.as_array().map(Vec::as_slice) {
            Some([Value::String(start), Value::String(end)]) => json!(format!("{start}-{end}")),
            _ => Value::Null,
        };
        let periods: Vec<Value> = items.iter().map(joined).collect();
        return read_bells(&At::root(&json!([{ "periods": periods }]))).map_err(english);
    }
    read_bells(&At::root(value)).map_err(english)
}

/// A bell schedule from the texts of its parts.
///
/// # Errors
/// [`BadText`] for the first part that makes no sense.
pub fn read_schedule(name: &str, dates: Option<&str>, periods: &[String]) -> Result<Bells, BadText> {
    let value = json!([{ "name": name, "dates": dates, "periods": periods }]);
    let read = read_bells(&At::root(&value)).map(|mut all| all.pop());
    let bells = read.map_err(|(site, fault)| without_line((site.inside(), fault)))?;
    bells.ok_or_else(|| without_line((Site::default(), Fault::Missing("periods"))))
}

/// The terms there are and one more, from the texts of its parts.
///
/// # Errors
/// [`BadText`] for the first part that makes no sense.
pub fn add_term(
    others: &[Term],
    first: &str,
    last: &str,
    name: &str,
    holidays: &[String],
) -> Result<Vec<Term>, BadText> {
    let mut all: Vec<Value> = others.iter().map(write_term).collect();
    all.push(json!({ "name": name, "first": first, "last": last, "holidays": holidays }));
    read_terms(&At::root(&Value::Array(all))).map_err(|(site, fault)| without_line((site.inside(), fault)))
}

/// Terms as JSON.
#[must_use]
pub fn terms_json(terms: &[Term]) -> Value {
    terms.iter().map(write_term).collect()
}

/// Terms from JSON.
///
/// # Errors
/// What is wrong, and where, in English.
pub fn read_terms_json(value: &Value) -> Result<Vec<Term>, String> {
    read_terms(&At::root(value)).map_err(english)
}

/// All editions of a timetable as JSON.
#[must_use]
pub fn timetable_json(timetable: &Timetable) -> Value {
    let edition = |edition: &Edition| {
        let day = |(name, weekday): &(&str, _)| {
            let of_day = edition.entries.iter().filter(|e| e.weekday == *weekday);
            let entries: Vec<Value> = of_day.map(write_entry).collect();
            (!entries.is_empty()).then(|| ((*name).to_owned(), Value::Array(entries)))
        };
        let week: Map<String, Value> = DAYS.iter().filter_map(day).collect();
        let mut out = json!({
            "from": edition.from.map(|d| d.to_string()),
            "made": edition.made.to_string(),
            "week": week,
        });
        if let Some(bells) = &edition.bells {
            out["bells"] = bells.iter().map(write_bells).collect();
        }
        out
    };
    timetable.editions().iter().map(edition).collect()
}

/// All editions of a timetable from JSON.
///
/// # Errors
/// What is wrong, and where, in English.
pub fn read_timetable_json(value: &Value) -> Result<Timetable, String> {
    let edition = |at: At<'_>| {
        let table = at.table(&["from", "made", "week", "bells"])?;
        let week = table.need("week")?;
        let entries = read_week(&week, &coded)?.into_iter().map(|(_, entry)| entry);
        Ok(Edition {
            from: table.get("from").map(|from| from.date()).transpose()?,
            made: table.need("made")?.date()?,
            bells: table.get("bells").map(|at| read_bells(&at)).transpose()?,
            entries: entries.collect(),
        })
    };
    let list = At::root(value).list().map_err(english)?;
    let editions: Result<Vec<Edition>, Bad> = list.into_iter().map(edition).collect();
    editions.map(Timetable::new).map_err(english)
}
