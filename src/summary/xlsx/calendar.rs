//! The sheet of a trend's calendar: a row for every week, those without a record too, with the non-teaching minutes of
//! its days and what the chart of weeks shows.

use crate::domain::{Category, WeekId};
use crate::i18n::I18n;
use crate::summary::document::{CalendarDay, Cell, Chart, Document, Part, Table, WeekBar};
use crate::tr;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// The columns before the days: week and Monday.
pub(super) const FIRST_DAY: u16 = 2;
/// The column of the first category that is not teaching.
pub(super) const FIRST_CATEGORY: u16 = FIRST_DAY + 7;
/// The columns of the lines.
pub(super) const BASELINE: u16 = FIRST_CATEGORY + 4;
pub(super) const TARGET: u16 = BASELINE + 1;

/// What the charts of a trend show, as a table; none where it has none.
pub(super) fn table(document: &Document, i18n: &I18n) -> Option<Table> {
    let (mut bars, mut days) = (BTreeMap::new(), BTreeMap::new());
    for part in document.sections.iter().flat_map(|s| &s.parts) {
        match part {
            Part::Chart(Chart::Weeks(weeks)) => bars.extend(weeks.iter().map(|w| (w.monday, w))),
            Part::Chart(Chart::Calendar(all)) => days.extend(all.iter().map(|d| (d.date, *d))),
            Part::Chart(Chart::Days(_) | Chart::Lines(_) | Chart::Spreads(_))
            | Part::Sentence(_)
            | Part::Table(_) => {}
        }
    }
    let mondays = days.keys().map(|date| WeekId::of(*date).monday());
    let mondays = mondays.chain(bars.keys().copied());
    let first = mondays.clone().min()?;
    let last = mondays.max()?;
    let mut table = Table::new(columns(document, first, i18n));
    for monday in first.iter_weeks().take_while(|monday| *monday <= last) {
        table.row(row(monday, bars.get(&monday).copied(), &days));
    }
    Some(table)
}

fn columns(document: &Document, monday: NaiveDate, i18n: &I18n) -> Vec<String> {
    let mut out = vec![tr!(i18n, "doc-week"), tr!(i18n, "doc-date")];
    out.extend(monday.iter_days().take(7).map(|date| i18n.weekday(date)));
    out.extend(others().map(|c| document.categories[c].clone()));
    out.extend([tr!(i18n, "doc-expected"), tr!(i18n, "doc-target")]);
    out
}

fn row(monday: NaiveDate, bar: Option<&WeekBar>, days: &BTreeMap<NaiveDate, CalendarDay>) -> Vec<Cell> {
    let mut out = vec![Cell::Count(monday.iso_week().week()), Cell::Date(monday)];
    let day = |date| days.get(&date).and_then(|d| d.minutes);
    let days = monday.iter_days().take(7);
    out.extend(days.map(|date| Cell::or_empty(day(date), Cell::minutes)));
    out.extend(others().map(|c| Cell::or_empty(bar, |b| Cell::minutes(b.minutes[c]))));
    out.push(Cell::or_empty(bar.and_then(|b| b.expected), Cell::minutes));
    out.push(Cell::or_empty(bar.and_then(|b| b.target), Cell::minutes));
    out
}

/// The categories that are not teaching.
pub(super) fn others() -> impl Iterator<Item = Category> {
    Category::ALL.into_iter().filter(|c| *c != Category::Teaching)
}
