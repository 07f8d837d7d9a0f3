//! A calendar file as a timetable: the events that recur weekly.

use super::component::components;
use super::event::Event;
use super::length::Length;
use super::moment::{Kind, Moment, ToLocal};
use super::other;
use super::record::{block, events};
use super::rule::{Budget, Rule};
use super::series::{Exceptions, Replaced};
use crate::domain::Span;
use crate::timetable::Weeks;
use crate::transfer::incoming::{BadFile, LeftOut, Place, Weekly, WeeklyWhen, Why};
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta, Utc, Weekday};
use rrule::{Frequency, NWeekday};

/// Reads the events of a calendar file that recur weekly, at the same time of the user's day, as entries of a timetable,
/// one for each weekday. The dates of an entry, as [`Weekly::takes_place`] tells them, are exactly those of the event;
/// where they cannot be, and for everything else in the file, there is a [`LeftOut`].
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

/// One weekday of a rule: every so many weeks from a date on, on the wall of the series.
struct Line {
    first: NaiveDate,
    /// Days between one and the next.
    step: u64,
    /// None for one that does not end.
    last: Option<NaiveDate>,
}

impl Line {
    fn dates(&self) -> impl Iterator<Item = NaiveDate> {
        let next = |d: &NaiveDate| d.checked_add_days(Days::new(self.step));
        std::iter::successors(Some(self.first), next).take_while(|d| self.last.is_none_or(|last| *d <= last))
    }

    fn contains(&self, date: NaiveDate) -> bool {
        let since = u64::try_from((date - self.first).num_days());
        since.is_ok_and(|n| n % self.step == 0) && self.last.is_none_or(|last| date <= last)
    }
}

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
        let Some(every) = every(rule) else {
            return Ok(Err(Why::NotWeekly));
        };
        let Some(lines) = lines(rule, event.start.wall, u64::from(every)) else {
            return Ok(Err(Why::NotWeekly));
        };
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

    /// By how many days the user's date differs, and when it is on the user's clock; none where that changes with the
    /// season, there or here. A year and a week show whether it does.
    fn shown(&mut self, line: &Line) -> Result<Option<(TimeDelta, Result<Span, Why>)>, BadFile> {
        let mut same = None;
        let year = self
            .event
            .start
            .wall
            .date()
            .max(line.first)
            .checked_add_days(Days::new(372))
            .unwrap_or(NaiveDate::MAX);
        let is_plain = self.event.start.instant().is_none();
        for date in line
            .dates()
            .take_while(|d| *d <= year)
            .take(if is_plain { 1 } else { 60 })
        {
            self.budget
                .spend(1)
                .ok_or_else(|| other(self.event.line, "it holds too many recurring events".to_owned()))?;
            let start = self.start(date);
            let found = self.block(start).map(|(local, span)| (local - date, span));
            // A length that no block has is told as such; its date does not matter.
            let found = match found {
                Ok((shift, span)) => (shift, Ok(span)),
                Err(why) => (TimeDelta::zero(), Err(why)),
            };
            if same.is_some_and(|before| before != found) {
                return Ok(None);
            }
            same = Some(found);
        }
        Ok(same)
    }

    fn start(&self, date: NaiveDate) -> Moment {
        Moment {
            wall: date.and_time(self.event.start.wall.time()),
            ..self.event.start
        }
    }

    fn block(&self, start: Moment) -> Result<(NaiveDate, Span), Why> {
        let length: Length = self.event.length;
        block(start, length, self.to_local)
    }

    fn entry(&self, line: &Line, every: u8, shift: TimeDelta, span: Span) -> Option<Weekly> {
        let shifted = |date: NaiveDate| date.checked_add_signed(shift);
        let from = shifted(line.first)?;
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
            until: match line.last {
                Some(last) => Some(shifted(last)?),
                None => None,
            },
            every,
            except: except.map(shifted).collect::<Option<_>>()?,
        })
    }
}

/// Every how many weeks a rule recurs; none where it is not weekly, or there is more to it than weekdays.
fn every(rule: &Rule) -> Option<u8> {
    let parts = &rule.parts;
    let is_plain = parts.get_by_set_pos().is_empty()
        && parts.get_by_month().is_empty()
        && parts.get_by_month_day().is_empty()
        && parts.get_by_year_day().is_empty()
        && parts.get_by_week_no().is_empty()
        && parts.get_by_hour().is_empty()
        && parts.get_by_minute().is_empty()
        && parts.get_by_second().is_empty()
        && parts
            .get_by_weekday()
            .iter()
            .all(|d| matches!(d, NWeekday::Every(_)));
    match parts.get_freq() {
        _ if !is_plain => None,
        Frequency::Weekly => u8::try_from(parts.get_interval()).ok(),
        Frequency::Daily if parts.get_interval() == 1 => Some(1),
        Frequency::Daily if parts.get_by_weekday().is_empty() && parts.get_interval() % 7 == 0 => {
            u8::try_from(parts.get_interval() / 7).ok()
        }
        _ => None,
    }
}

/// The weekdays of a rule, without repetition.
fn weekdays(rule: &Rule, start: NaiveDate) -> Vec<Weekday> {
    let parts = &rule.parts;
    let mut out: Vec<Weekday> = Vec::new();
    let named = parts.get_by_weekday().iter().map(|d| match d {
        NWeekday::Every(day) | NWeekday::Nth(_, day) => *day,
    });
    let all = std::iter::successors(Some(Weekday::Mon), |d| Some(d.succ())).take(7);
    let days: Vec<Weekday> = match (parts.get_by_weekday().is_empty(), parts.get_freq()) {
        (false, _) => named.collect(),
        (true, Frequency::Daily) if parts.get_interval() == 1 => all.collect(),
        (true, _) => vec![start.weekday()],
    };
    for day in days {
        if !out.contains(&day) {
            out.push(day);
        }
    }
    out
}

/// The weekdays of a rule as lines of dates. Each weekday recurs every so many weeks from its own first date on, on
/// whatever day the rule's weeks begin; that day only decides which date is the first.
fn lines(rule: &Rule, start: NaiveDateTime, every: u64) -> Option<Vec<Line>> {
    let step = 7 * every;
    let date = start.date();
    let week_start = rule.parts.get_week_start();
    let since = |day: Weekday| u64::from(day.days_since(week_start));
    let begin = date.weekday();
    let first = |day: Weekday| {
        let ahead = if since(day) >= since(begin) {
            since(day) - since(begin)
        } else {
            step + since(day) - since(begin)
        };
        date.checked_add_days(Days::new(ahead))
    };
    let mut firsts: Vec<NaiveDate> = weekdays(rule, date)
        .into_iter()
        .map(first)
        .collect::<Option<_>>()?;
    firsts.sort_unstable();
    let number = u64::try_from(firsts.len()).ok()?;
    let mut out = Vec::new();
    for (place, first) in (0u64..).zip(firsts) {
        let counted = match rule.parts.get_count() {
            // All firsts lie within one step, so the weekdays take turns.
            Some(count) => match u64::from(count).checked_sub(place + 1) {
                Some(rest) => first.checked_add_days(Days::new(rest / number * step)),
                None => continue,
            },
            None => None,
        };
        let until = match rule.last {
            Some(last) if first.and_time(start.time()) > last => continue,
            Some(last) => {
                let rest = u64::try_from((last - first.and_time(start.time())).num_days()).ok()?;
                first.checked_add_days(Days::new(rest / step * step))
            }
            None => None,
        };
        let last = match (counted, until) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        out.push(Line { first, step, last });
    }
    Some(out)
}
