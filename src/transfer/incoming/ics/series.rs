//! The occurrences of an event.

use super::budget::Budget;
use super::event::Event;
use super::length::Length;
use super::moment::{Kind, Moment, ToLocal};
use crate::transfer::incoming::BadFile;
use chrono::{Days, NaiveDate, NaiveDateTime};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::RangeInclusive;

/// Which occurrences of which series stand in the file as events of their own.
#[derive(Debug, Default)]
pub(super) struct Replaced(HashMap<String, Vec<Moment>>);

impl Replaced {
    /// Collects them.
    pub(super) fn of<'e>(events: impl Iterator<Item = &'e Event>) -> Self {
        let mut out = Self::default();
        for event in events {
            if let Some(moment) = event.replaces {
                out.0.entry(event.uid.clone()).or_default().push(moment);
            }
        }
        out
    }

    /// Those of a series, in the form of its start.
    pub(super) fn starts(&self, series: &Event, to_local: ToLocal<'_>) -> Vec<Moment> {
        let found = self.0.get(&series.uid).into_iter().flatten();
        found.map(|m| m.like(series.start, to_local)).collect()
    }
}

/// Starts that are not, by time and by date.
#[derive(Debug, Default)]
pub(super) struct Exceptions {
    times: BTreeSet<NaiveDateTime>,
    dates: BTreeSet<NaiveDate>,
}

impl Exceptions {
    /// Exceptions and replaced occurrences of a series.
    pub(super) fn of(event: &Event, replaced: &Replaced, to_local: ToLocal<'_>) -> Self {
        let mut out = Self::default();
        for moment in event
            .except
            .iter()
            .copied()
            .chain(replaced.starts(event, to_local))
        {
            match moment.kind {
                Kind::Day => {
                    out.dates.insert(moment.wall.date());
                }
                Kind::At(_) => {
                    out.times.insert(moment.wall);
                }
            }
        }
        out
    }

    /// The dates of all of them, in order.
    pub(super) fn dates(&self) -> impl Iterator<Item = NaiveDate> {
        let of_times: BTreeSet<NaiveDate> = self.times.iter().map(NaiveDateTime::date).collect();
        of_times
            .union(&self.dates)
            .copied()
            .collect::<Vec<_>>()
            .into_iter()
    }

    /// Whether a start is one of them.
    pub(super) fn contains(&self, wall: NaiveDateTime) -> bool {
        self.times.contains(&wall) || self.dates.contains(&wall.date())
    }
}

/// The starts and lengths of an event's occurrences that may touch the window, in order, replaced ones left away.
///
/// # Errors
/// Those of [`Rule::times`](super::rule::Rule::times).
pub(super) fn occurrences(
    event: &Event,
    replaced: &Replaced,
    window: &RangeInclusive<NaiveDate>,
    budget: &mut Budget,
    to_local: ToLocal<'_>,
) -> Result<Vec<(Moment, Length)>, BadFile> {
    if event.replaces.is_some() || !event.recurs() {
        return Ok(vec![(event.start, event.length)]);
    }
    // No zone is more than a day from another; whole days may begin long before they end.
    let lasts = u64::try_from(event.length.days).unwrap_or(0);
    let from = window
        .start()
        .checked_sub_days(Days::new(lasts.saturating_add(3)))
        .unwrap_or(NaiveDate::MIN);
    let to = window
        .end()
        .checked_add_days(Days::new(3))
        .unwrap_or(NaiveDate::MAX);
    let walls = match &event.rule {
        Some(rule) => rule.times(event.start.wall, from, to, budget)?,
        None => vec![event.start.wall],
    };
    let mut found: BTreeMap<NaiveDateTime, Length> =
        walls.into_iter().map(|wall| (wall, event.length)).collect();
    for (moment, length) in &event.more {
        found.insert(moment.wall, length.unwrap_or(event.length));
    }
    let off = Exceptions::of(event, replaced, to_local);
    let kept = found.into_iter().filter(|(wall, _)| !off.contains(*wall));
    Ok(kept
        .map(|(wall, length)| (Moment { wall, ..event.start }, length))
        .collect())
}
