//! A calendar file as records.

use super::bad;
use super::budget::Budget;
use super::component::{Component, Components, components};
use super::event::{Event, label, words};
use super::length::Length;
use super::moment::{Kind, Moment, ToLocal};
use super::series::{Replaced, occurrences};
use crate::domain::{Span, check_date};
use crate::transfer::incoming::{BadFile, FileFault, Incoming, LeftOut, Place, Record, Sources, What, Why};
use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, Timelike, Utc};
use std::ops::RangeInclusive;

/// The most records that are taken from one file; twenty years of full days are fewer.
const MOST: usize = 200_000;

/// The components that hold no event, but something of their own.
const NO_EVENTS: [&str; 4] = ["VTODO", "VJOURNAL", "VFREEBUSY", "VALARM"];

/// Reads the events of a calendar file that begin inside `window`, and the whole days that touch it, cut to it. A
/// recurring event gives a record for each occurrence; `to_local` says what an instant is on the user's clock, and
/// times without a zone are taken as they are.
///
/// # Errors
/// [`FileFault`](crate::transfer::incoming::FileFault) with the line where the text is no calendar, a date, duration,
/// rule or zone makes no sense, or the recurring events take too long to work out.
pub fn read_calendar(
    text: &str,
    window: RangeInclusive<NaiveDate>,
    to_local: &dyn Fn(DateTime<Utc>) -> NaiveDateTime,
) -> Result<Incoming, BadFile> {
    let (events, left_out) = events(&components(text)?, to_local)?;
    let replaced = Replaced::of(events.iter());
    let mut reader = Reader {
        window,
        to_local,
        budget: Budget::new(),
        sources: Sources::default(),
        out: Incoming {
            records: Vec::new(),
            left_out,
        },
    };
    for event in &events {
        reader.take(event, &replaced)?;
    }
    Ok(reader.out)
}

/// The events of a file, and what else there is in it.
pub(super) fn events(
    from: &Components,
    to_local: ToLocal<'_>,
) -> Result<(Vec<Event>, Vec<LeftOut>), BadFile> {
    let is_event = |c: &&Component| c.name == "VEVENT";
    let events = from
        .list
        .iter()
        .filter(is_event)
        .map(|c| Event::read(c, &from.zones, to_local));
    let no_events = from.list.iter().filter(|c| NO_EVENTS.contains(&c.name.as_str()));
    let left_out = no_events.map(|c| LeftOut {
        place: Place::Line(c.line),
        label: label(&words(c)),
        why: Why::NoEvent,
    });
    Ok((events.collect::<Result<_, _>>()?, left_out.collect()))
}

struct Reader<'a> {
    window: RangeInclusive<NaiveDate>,
    to_local: ToLocal<'a>,
    budget: Budget,
    sources: Sources,
    out: Incoming,
}

impl Reader<'_> {
    fn take(&mut self, event: &Event, replaced: &Replaced) -> Result<(), BadFile> {
        if let Some(why) = refused(event) {
            self.out.left_out.push(event.left_out(why));
            return Ok(());
        }
        let found = occurrences(event, replaced, &self.window, &mut self.budget, self.to_local)?;
        if self.out.records.len() + found.len() > MOST {
            return Err(bad(event.line, FileFault::TooManyEvents(MOST)));
        }
        let (mut taken, mut too_long) = (false, false);
        for (start, length) in found {
            match self.what(event, start, length) {
                Ok(what) => {
                    taken = true;
                    let source = format!("{}/{}", event.uid, event.replaces.unwrap_or(start).id());
                    self.out.records.push(Record {
                        place: Place::Line(event.line),
                        source: self.sources.unique(&source),
                        words: event.words.clone(),
                        what,
                    });
                }
                Err(why) => too_long |= why == Why::Length,
            }
        }
        // An event of many dates is named once.
        if too_long {
            self.out.left_out.push(event.left_out(Why::Length));
        } else if !taken {
            self.out.left_out.push(event.left_out(Why::Outside));
        }
        Ok(())
    }

    fn what(&self, event: &Event, start: Moment, length: Length) -> Result<What, Why> {
        match start.kind {
            Kind::Day => self.days(start.wall.date(), length),
            Kind::At(_) => {
                let (date, span) = block(start, length, self.to_local)?;
                if !self.window.contains(&date) || check_date(date).is_err() {
                    return Err(Why::Outside);
                }
                Ok(What::Block {
                    date,
                    span,
                    note: event.note.clone(),
                    rating: None,
                    parallel: false,
                })
            }
        }
    }

    /// Whole days, as far as they lie in the window. The end that the file gives is the day after.
    fn days(&self, first: NaiveDate, length: Length) -> Result<What, Why> {
        let count = length.days.saturating_add(length.time.num_days());
        let more = u64::try_from(count)
            .ok()
            .and_then(|n| n.checked_sub(1))
            .ok_or(Why::Length)?;
        let last = first.checked_add_days(Days::new(more)).unwrap_or(NaiveDate::MAX);
        let (first, last) = (first.max(*self.window.start()), last.min(*self.window.end()));
        if first > last || check_date(first).is_err() || check_date(last).is_err() {
            return Err(Why::Outside);
        }
        Ok(What::Days(first..=last))
    }
}

fn refused(event: &Event) -> Option<Why> {
    if event.is_off {
        return Some(Why::Cancelled);
    }
    event
        .rule
        .as_ref()
        .filter(|rule| rule.is_too_often())
        .map(|_| Why::TooOften)
}

/// The date and span of what starts then and lasts so long, on the user's clock. Seconds are cut.
pub(super) fn block(start: Moment, length: Length, to_local: ToLocal<'_>) -> Result<(NaiveDate, Span), Why> {
    let begin = start.local(to_local);
    let end = length.end(start, to_local).ok_or(Why::Length)?;
    let minute = |t: NaiveDateTime| i64::from(t.hour() * 60 + t.minute());
    let end_minute = (end.date() - begin.date()).num_days() * 1440 + minute(end);
    let span = u32::try_from(minute(begin))
        .ok()
        .zip(u32::try_from(end_minute).ok());
    let span = span
        .and_then(|(from, to)| Span::clocked(from, to).ok())
        .ok_or(Why::Length)?;
    Ok((begin.date(), span))
}
