//! A calendar file as a timetable: the events that recur weekly.

use super::bad;
use super::budget::Budget;
use super::component::components;
use super::event::Event;
use super::moment::{Kind, Moment, ToLocal};
use super::record::{block, events};
use super::series::{Exceptions, Replaced};
use super::weekdays::{self, Line};
use crate::domain::{LAST_DATE, Span, check_date};
use crate::timetable::Weeks;
use crate::transfer::incoming::{BadFile, FileFault, LeftOut, Place, Weekly, WeeklyWhen, Why};
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta, Utc};

/// Reads the events of a calendar file that recur weekly, at the same time of the user's day, as entries of a timetable,
/// one for each weekday. The dates of an entry, as a timetable has them after
/// [`take_over`](crate::transfer::incoming::take_over), are exactly those of the event that a diary can have; where they
/// cannot be, and for everything else in the file, there is a [`LeftOut`].
///
/// # Errors
/// As [`read_calendar`](super::read_calendar).
pub fn read_weekly(
    text: &str,
    to_local: &dyn Fn(DateTime<Utc>) -> NaiveDateTime,
) -> Result<(Vec<Weekly>, Vec<LeftOut>), BadFile> {
    let (events, mut left_out) = events(&components(text)?, to_local)?;
    let replaced = Replaced::of(events.iter());
    let (mut out, mut budget) = (Vec::new(), Budget::new());
    for event in &events {
        if event.is_off {
            left_out.push(event.left_out(Why::Cancelled));
            continue;
        }
        let off = Exceptions::of(event, &replaced, to_local);
        match (Reader {
            event,
            off,
            to_local,
            budget: &mut budget,
        })
        .entries()?
        {
            Ok(entries) => out.extend(entries),
            Err(why) => left_out.push(event.left_out(why)),
        }
    }
    Ok((out, left_out))
}

/// By how many days the user's date differs from that on the wall of the series, and when it is on the user's clock.
type Shown = (TimeDelta, Result<Span, Why>);

struct Reader<'a> {
    event: &'a Event,
    off: Exceptions,
    to_local: ToLocal<'a>,
    budget: &'a mut Budget,
}

impl Reader<'_> {
    /// The entries of an event, or why it gives none.
    fn entries(&mut self) -> Result<Result<Vec<Weekly>, Why>, BadFile> {
        let event = self.event;
        let (Some(rule), Kind::At(_), true, None) = (
            &event.rule,
            event.start.kind,
            event.more.is_empty(),
            event.replaces,
        ) else {
            return Ok(Err(Why::NotWeekly));
        };
        let Some(every) = weekdays::every(rule) else {
            return Ok(Err(Why::NotWeekly));
        };
        let Some(lines) = weekdays::lines(rule, event.start.wall, u64::from(every)) else {
            return Ok(Err(Why::NotWeekly));
        };
        if lines.is_empty() {
            return Ok(Err(Why::Outside)); // it ends before it begins
        }
        let mut out = Vec::new();
        for line in lines {
            let Some((shift, span)) = self.shown(&line)? else {
                return Ok(Err(Why::NotWeekly));
            };
            let Ok(span) = span else {
                return Ok(Err(Why::Length));
            };
            match self.entry(&line, every, shift, span) {
                Some(entry) => out.push(entry),
                None => return Ok(Err(Why::NotWeekly)),
            }
        }
        Ok(Ok(out))
    }

    /// What the user sees of it; none where that changes with the season, there or here. A year and a week show whether
    /// it does.
    fn shown(&mut self, line: &Line) -> Result<Option<Shown>, BadFile> {
        let year = line
            .first
            .checked_add_days(Days::new(372))
            .unwrap_or(NaiveDate::MAX);
        // Nothing moves a time without a zone.
        let enough = if self.event.start.instant().is_none() {
            1
        } else {
            usize::MAX
        };
        let mut same = None;
        for date in line.dates().take_while(|d| *d <= year).take(enough) {
            let spent = self.budget.spend(1);
            spent.ok_or_else(|| bad(self.event.line, FileFault::TooManyDates))?;
            // A length that no block has is told as such; its date does not matter.
            let found = match block(self.start(date), self.event.length, self.to_local) {
                Ok((local, span)) => (local - date, Ok(span)),
                Err(why) => (TimeDelta::zero(), Err(why)),
            };
            if same.is_some_and(|before| before != found) {
                return Ok(None);
            }
            same = Some(found);
        }
        Ok(same)
    }

    /// The occurrence of a date.
    fn start(&self, date: NaiveDate) -> Moment {
        Moment {
            wall: date.and_time(self.event.start.wall.time()),
            ..self.event.start
        }
    }

    fn entry(&self, line: &Line, every: u8, shift: TimeDelta, span: Span) -> Option<Weekly> {
        let shifted = |date: NaiveDate| date.checked_add_signed(shift);
        let from = check_date(shifted(line.first)?).ok()?;
        let time = self.event.start.wall.time();
        let except = self
            .off
            .dates()
            .filter(|d| line.contains(*d) && self.off.contains(d.and_time(time)));
        let words = &self.event.words;
        Some(Weekly {
            place: Place::Line(self.event.line),
            label: words.first().unwrap_or(&self.event.uid).clone(),
            class: String::new(),
            weekday: from.weekday(),
            when: WeeklyWhen::Clock(span),
            weeks: Weeks::all(),
            from: Some(from),
            // What ends after the last date that a diary takes does not end for it.
            until: line.last.and_then(shifted).filter(|last| *last <= LAST_DATE),
            every,
            except: except
                .filter_map(shifted)
                .filter_map(|date| check_date(date).ok())
                .collect(),
        })
    }
}
