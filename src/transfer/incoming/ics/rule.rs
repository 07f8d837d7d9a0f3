//! Recurrence rules: read with the library, worked out within bounds.

use super::moment::{Kind, Moment, ToLocal};
use super::property::Prop;
use crate::transfer::incoming::BadFile;
use chrono::{NaiveDateTime, TimeDelta};
use rrule::{Frequency, RRule, Unvalidated};

/// A rule's longest text; real ones have some 100 characters.
const LONGEST: usize = 1000;
/// The most times on one date; a diary has no use for more.
const MOST_ON_A_DAY: usize = 24;

/// A rule, read but for its `UNTIL`, which the library would take only in the one form that it expects.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    /// The line it stands on.
    pub(super) line: usize,
    /// The rest of it, as it stands in the file.
    pub(super) text: String,
    /// Everything but `UNTIL`.
    pub(super) parts: RRule<Unvalidated>,
    /// The last time that may be, on the wall of the series.
    pub(super) last: Option<NaiveDateTime>,
}

impl Rule {
    /// Reads an `RRULE` of a series that starts then.
    pub(super) fn read(prop: &Prop, start: Moment, to_local: ToLocal<'_>) -> Result<Self, BadFile> {
        let text = prop.value.trim().to_ascii_uppercase();
        // The library cuts words by bytes, so only ASCII is safe; and a number it cannot read is none to it.
        if !text.is_ascii() || text.len() > LONGEST || text.starts_with("RRULE") {
            return Err(prop.bad());
        }
        let mut kept = Vec::new();
        let mut last = None;
        for part in text.split(';').map(str::trim).filter(|p| !p.is_empty()) {
            match part.split_once('=') {
                Some(("UNTIL", value)) => {
                    last = Some(last_wall(value, start, to_local).ok_or_else(|| prop.bad())?);
                }
                Some(("BYDAY", value)) if !value.split(',').all(is_weekday) => return Err(prop.bad()),
                Some(("COUNT" | "INTERVAL", value)) if value.bytes().all(|b| b == b'0') => {
                    return Err(prop.bad());
                }
                Some(_) => kept.push(part),
                None => return Err(prop.bad()),
            }
        }
        let parts: RRule<Unvalidated> = kept.join(";").parse().map_err(|_| prop.bad())?;
        Ok(Self {
            line: prop.line,
            text,
            parts,
            last,
        })
    }

    /// Whether it gives more dates than a diary has any use for: every minute, say.
    pub(super) fn is_too_often(&self) -> bool {
        let rule = &self.parts;
        let times = [
            rule.get_by_hour().len(),
            rule.get_by_minute().len(),
            rule.get_by_second().len(),
        ];
        matches!(rule.get_freq(), Frequency::Minutely | Frequency::Secondly)
            || times.iter().map(|n| (*n).max(1)).product::<usize>() > MOST_ON_A_DAY
    }
}

/// `MO`, `1MO`, `-1FR`.
fn is_weekday(text: &str) -> bool {
    let (number, day) = text
        .split_at_checked(text.len().saturating_sub(2))
        .unwrap_or_default();
    let number_fits = number.is_empty() || number.parse::<i16>().is_ok_and(|n| n != 0);
    number_fits && ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].contains(&day)
}

/// The value of `UNTIL` on the wall of the series; a date takes in the whole day.
fn last_wall(value: &str, start: Moment, to_local: ToLocal<'_>) -> Option<NaiveDateTime> {
    let until = Moment::parse(value, super::zone::Zone::Floating)?.like(start, to_local);
    match until.kind {
        Kind::At(_) => Some(until.wall),
        Kind::Day => until.wall.checked_add_signed(TimeDelta::seconds(24 * 3600 - 1)),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::transfer::incoming::ics::lines::lines;
    use crate::transfer::incoming::ics::zone::Zone;

    /// A rule of a series that starts in 2026.
    pub(in super::super) fn rule(text: &str) -> Result<Rule, BadFile> {
        let start = Moment::parse("20260901T080000", Zone::Floating).unwrap();
        let prop = Prop::read(&lines(&format!("RRULE:{text}"))[0])?.unwrap();
        Rule::read(&prop, start, &|at| at.naive_utc())
    }

    #[test]
    fn broken_rules_are_refused() {
        for bad in [
            "",
            "FREQ=",
            "FREQ=NEVER",
            "FREQ=WEEKLY;BYDAY=XX",
            "FREQ=WEEKLY;BYDAY=一",
            "FREQ=WEEKLY;BYDAY=0MO",
            "FREQ=DAILY;INTERVAL=0",
            "FREQ=DAILY;COUNT=0",
            "FREQ=DAILY;COUNT=-1",
            "FREQ=DAILY;UNTIL=soon",
            "FREQ=DAILY;X",
            "FREQ=DAILY;INTERVAL=99999999",
        ] {
            assert!(rule(bad).is_err(), "{bad}");
        }
        assert!(rule("FREQ=SECONDLY;COUNT=1000000000").unwrap().is_too_often());
        assert!(
            rule("FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5")
                .unwrap()
                .is_too_often()
        );
    }
}
