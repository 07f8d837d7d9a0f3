//! Dates and times as calendar files write them.

use super::bad_zone;
use super::property::Prop;
use super::zone::{Zone, Zones};
use crate::transfer::incoming::BadFile;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};

/// What an instant is on the clock of the user.
pub(super) type ToLocal<'a> = &'a dyn Fn(DateTime<Utc>) -> NaiveDateTime;

/// A date, or a time on some wall.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    /// The date and time as written; midnight for a date.
    pub(super) wall: NaiveDateTime,
    /// How it is meant.
    pub(super) kind: Kind,
}

/// How a [`Moment`] is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A whole day, the same everywhere.
    Day,
    /// A time of a zone.
    At(Zone),
}

impl Moment {
    /// A whole day.
    pub(super) fn day(date: NaiveDate) -> Self {
        Self {
            wall: date.and_time(NaiveTime::MIN),
            kind: Kind::Day,
        }
    }

    /// Reads a property of one date or time.
    pub(super) fn read(prop: &Prop, zones: &Zones) -> Result<Self, BadFile> {
        let zone = zone_of(prop, zones)?;
        Self::parse(&prop.value, zone).ok_or_else(|| prop.bad())
    }

    /// Reads a property of dates or times with commas between, each perhaps with what follows a slash: a period's end.
    pub(super) fn read_list<'p>(
        prop: &'p Prop,
        zones: &Zones,
    ) -> Result<Vec<(Self, Option<&'p str>)>, BadFile> {
        let zone = zone_of(prop, zones)?;
        let items = prop
            .value
            .split(',')
            .map(str::trim)
            .filter(|item| !item.is_empty());
        let read = |item: &'p str| {
            let (start, end) = item.split_once('/').map_or((item, None), |(s, e)| (s, Some(e)));
            Self::parse(start, zone)
                .map(|m| (m, end))
                .ok_or_else(|| prop.bad())
        };
        items.map(read).collect()
    }

    /// Reads `20261116`, `20261116T080000` or `20261116T000000Z`; a time without `Z` is of the zone.
    pub(super) fn parse(text: &str, zone: Zone) -> Option<Self> {
        let text = text.trim();
        let (date, time) = match text.split_once(['T', 't']) {
            Some((date, time)) => (date, Some(time)),
            None => (text, None),
        };
        let date = parse_date(date)?;
        let Some(time) = time else {
            return Some(Self::day(date));
        };
        let (time, zone) = match time.strip_suffix(['Z', 'z']) {
            Some(time) => (time, Zone::UTC),
            None => (time, zone),
        };
        Some(Self {
            wall: date.and_time(parse_time(time)?),
            kind: Kind::At(zone),
        })
    }

    /// The same on the user's clock.
    pub(super) fn local(self, to_local: ToLocal<'_>) -> NaiveDateTime {
        self.instant().map_or(self.wall, to_local)
    }

    /// When it is, if that is the same for everyone.
    pub(super) fn instant(self) -> Option<DateTime<Utc>> {
        match self.kind {
            Kind::Day => None,
            Kind::At(zone) => zone.instant(self.wall),
        }
    }

    /// The zone it is a time of.
    pub(super) const fn zone(self) -> Zone {
        match self.kind {
            Kind::Day => Zone::Floating,
            Kind::At(zone) => zone,
        }
    }

    /// The same in the form of another, so that the two can be compared by [`Moment::wall`]: a floating time is taken to
    /// be of the other's zone, which producers forget to name in exceptions. A date stays a date.
    pub(super) fn like(self, pattern: Self, to_local: ToLocal<'_>) -> Self {
        match (self.kind, pattern.kind) {
            (Kind::Day, _) => self,
            (Kind::At(_), Kind::Day) => Self::day(self.local(to_local).date()),
            (Kind::At(Zone::Floating), kind) => Self {
                wall: self.wall,
                kind,
            },
            (Kind::At(_), Kind::At(Zone::Floating)) => Self {
                wall: self.local(to_local),
                kind: pattern.kind,
            },
            (Kind::At(mine), Kind::At(theirs)) if mine == theirs => self,
            (Kind::At(_), Kind::At(theirs)) => {
                let wall = self.instant().and_then(|i| theirs.wall(i)).unwrap_or(self.wall);
                Self {
                    wall,
                    kind: pattern.kind,
                }
            }
        }
    }

    /// As text that does not depend on how the file names the zone.
    pub(super) fn id(self) -> String {
        match (self.kind, self.instant()) {
            (Kind::Day, _) => self.wall.format("%Y%m%d").to_string(),
            (_, Some(instant)) => instant.format("%Y%m%dT%H%M%SZ").to_string(),
            (_, None) => self.wall.format("%Y%m%dT%H%M%S").to_string(),
        }
    }
}

fn zone_of(prop: &Prop, zones: &Zones) -> Result<Zone, BadFile> {
    match prop.param("TZID").map(str::trim) {
        None => Ok(Zone::Floating),
        // What follows the name is cut off where it holds a colon without quotes; nobody can tell what it was.
        Some("") => Err(bad_zone(prop.line, "")),
        Some(name) => zones.zone(name, prop.line),
    }
}

fn parse_date(text: &str) -> Option<NaiveDate> {
    let [y1, y2, y3, y4, m1, m2, d1, d2] = digits::<8>(text)?;
    let year = y1 * 1000 + y2 * 100 + y3 * 10 + y4;
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, m1 * 10 + m2, d1 * 10 + d2)
}

fn parse_time(text: &str) -> Option<NaiveTime> {
    if let Some([h1, h2, m1, m2]) = digits::<4>(text) {
        return NaiveTime::from_hms_opt(h1 * 10 + h2, m1 * 10 + m2, 0);
    }
    let [h1, h2, m1, m2, s1, s2] = digits::<6>(text)?;
    // 60 is a leap second, which no clock of ours has.
    let second = (s1 * 10 + s2).min(if s1 == 6 && s2 == 0 { 59 } else { u32::MAX });
    NaiveTime::from_hms_opt(h1 * 10 + h2, m1 * 10 + m2, second)
}

/// Exactly so many digits.
fn digits<const N: usize>(text: &str) -> Option<[u32; N]> {
    let bytes: &[u8; N] = text.as_bytes().try_into().ok()?;
    bytes
        .iter()
        .all(u8::is_ascii_digit)
        .then(|| bytes.map(|b| u32::from(b - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;
    use chrono_tz::Tz;

    fn shanghai(at: DateTime<Utc>) -> NaiveDateTime {
        at.naive_utc() + TimeDelta::hours(8)
    }

    #[test]
    fn dates_and_times_are_read_and_named() {
        let tz = Zone::Named(Tz::Asia__Shanghai);
        for (text, id, local) in [
            ("20261116", "20261116", "2026-11-16 00:00:00"),
            ("20261116T000000Z", "20261116T000000Z", "2026-11-16 08:00:00"),
            ("20261116T080000", "20261116T000000Z", "2026-11-16 08:00:00"),
            (" 20261116t0800 ", "20261116T000000Z", "2026-11-16 08:00:00"),
            ("20261231T235960", "20261231T155959Z", "2026-12-31 23:59:59"),
        ] {
            let moment = Moment::parse(text, tz).unwrap();
            assert_eq!(moment.id(), id);
            assert_eq!(moment.local(&shanghai).to_string(), local);
        }
        assert_eq!(
            Moment::parse("20261116T080000", Zone::Floating).unwrap().id(),
            "20261116T080000"
        );
        for bad in [
            "",
            "2026111",
            "20261301",
            "20261116T",
            "20261116T250000",
            "20261116T08000",
            "20261116T080061",
            "2026-11-16",
            "二〇二六",
        ] {
            assert_eq!(Moment::parse(bad, tz), None, "{bad}");
        }
    }

    #[test]
    fn moments_are_compared_in_one_form() {
        let series = Moment::parse("20261116T080000", Zone::Named(Tz::Asia__Shanghai)).unwrap();
        for text in ["20261123T000000Z", "20261123T080000"] {
            let other = Moment::parse(text, Zone::Floating)
                .unwrap()
                .like(series, &shanghai);
            assert_eq!(other.wall.to_string(), "2026-11-23 08:00:00");
        }
        let day = Moment::parse("20261001", Zone::Floating).unwrap();
        let late = Moment::parse("20261001T160000Z", Zone::Floating).unwrap();
        assert_eq!(late.like(day, &shanghai).id(), "20261002");
    }
}
