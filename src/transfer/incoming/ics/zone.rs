//! The time zones of a calendar file.

use super::bad_zone;
use super::property::Prop;
use super::windows::WINDOWS;
use crate::transfer::incoming::BadFile;
use chrono::{DateTime, FixedOffset, MappedLocalTime, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use std::collections::{BTreeMap, BTreeSet};

/// How a time on the wall is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Zone {
    /// Wherever the reader is.
    Floating,
    /// In a zone of the time zone database.
    Named(Tz),
    /// In the only offset that the file gives for its zone.
    Fixed(FixedOffset),
}

impl Zone {
    /// Universal time.
    pub(super) const UTC: Self = Self::Named(Tz::UTC);

    /// The instant of a wall time; none where it is floating. A time that a clock shows twice is the first; one that it
    /// skips is taken with the offset before the gap (RFC 5545, 3.3.5).
    pub(super) fn instant(self, wall: NaiveDateTime) -> Option<DateTime<Utc>> {
        match self {
            Self::Floating => None,
            Self::Fixed(offset) => offset.from_local_datetime(&wall).earliest().map(|t| t.to_utc()),
            Self::Named(tz) => match tz.from_local_datetime(&wall) {
                MappedLocalTime::Single(t) | MappedLocalTime::Ambiguous(t, _) => Some(t.to_utc()),
                MappedLocalTime::None => before_gap(tz, wall),
            },
        }
    }

    /// What a clock in the zone shows at an instant; none where it is floating.
    pub(super) fn wall(self, instant: DateTime<Utc>) -> Option<NaiveDateTime> {
        let offset = match self {
            Self::Floating => return None,
            Self::Fixed(offset) => offset,
            Self::Named(tz) => tz.offset_from_utc_datetime(&instant.naive_utc()).fix(),
        };
        instant.naive_utc().checked_add_offset(offset)
    }
}

/// The offset of a few hours earlier holds; the longest gap there was is a day.
fn before_gap(tz: Tz, wall: NaiveDateTime) -> Option<DateTime<Utc>> {
    (1..=25).find_map(|hours| {
        let earlier = wall.checked_sub_signed(TimeDelta::hours(hours))?;
        let offset = tz.offset_from_local_datetime(&earlier).earliest()?.fix();
        wall.checked_sub_offset(offset).map(|utc| utc.and_utc())
    })
}

/// The zones that a file tells of, by name, each with the offsets that it ever has.
#[derive(Debug, Clone, Default)]
pub(super) struct Zones {
    found: BTreeMap<String, BTreeSet<i32>>,
    current: Option<String>,
    /// Offsets that stood before the name.
    early: BTreeSet<i32>,
}

impl Zones {
    /// A `VTIMEZONE` begins.
    pub(super) fn begin(&mut self) {
        self.current = None;
        self.early.clear();
    }

    /// A property of a `VTIMEZONE`.
    pub(super) fn take(&mut self, prop: &Prop) {
        match prop.name.as_str() {
            "TZID" => {
                let name = prop.value.trim().to_owned();
                let early = std::mem::take(&mut self.early);
                self.found.entry(name.clone()).or_default().extend(early);
                self.current = Some(name);
            }
            "TZOFFSETTO" => {
                // An offset that cannot be read makes the zone one of no single offset.
                let seconds = offset_seconds(prop.value.trim()).unwrap_or(i32::MAX);
                match &self.current {
                    Some(name) => self.found.entry(name.clone()).or_default().insert(seconds),
                    None => self.early.insert(seconds),
                };
            }
            _ => {}
        }
    }

    /// The zone of a name: of the database, by the name that Windows gives it, or of the file if it has one offset.
    ///
    /// # Errors
    /// [`FileFault::Zone`](crate::transfer::incoming::FileFault::Zone) with the name.
    pub(super) fn zone(&self, name: &str, line: usize) -> Result<Zone, BadFile> {
        let name = name.trim();
        let told = || {
            let offsets = self.found.get(name)?;
            let only = offsets.first().filter(|_| offsets.len() == 1)?;
            FixedOffset::east_opt(*only).map(Zone::Fixed)
        };
        in_database(name)
            .or_else(told)
            .ok_or_else(|| bad_zone(line, name))
    }
}

/// A zone by its IANA name, also behind a prefix such as `/freeassociation.sourceforge.net/`, or by that of Windows.
fn in_database(name: &str) -> Option<Zone> {
    let windows = WINDOWS
        .iter()
        .find(|(w, _)| w.eq_ignore_ascii_case(name))
        .map(|(_, tz)| *tz);
    let after_slash = name.match_indices('/').filter_map(|(at, _)| name.get(at + 1..));
    let iana = || {
        std::iter::once(name)
            .chain(after_slash)
            .find_map(|n| n.parse::<Tz>().ok())
    };
    windows.or_else(iana).map(Zone::Named)
}

/// `+0800`, `-0330`, `+08:00` or `+080000` in seconds.
fn offset_seconds(text: &str) -> Option<i32> {
    let (sign, digits) = match text.split_at_checked(1)? {
        ("+", rest) => (1, rest.replace(':', "")),
        ("-", rest) => (-1, rest.replace(':', "")),
        _ => return None,
    };
    if !(digits.len() == 4 || digits.len() == 6) || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let part = |from: usize| {
        digits
            .get(from..from + 2)
            .map_or(Some(0), |d| d.parse::<i32>().ok())
    };
    let seconds = part(0)? * 3600 + part(2)? * 60 + part(4)?;
    (seconds < 86_400).then_some(sign * seconds)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transfer::incoming::FileFault;

    fn wall(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    fn utc(zone: Zone, text: &str) -> String {
        zone.instant(wall(text))
            .unwrap()
            .format("%Y-%m-%d %H:%M")
            .to_string()
    }

    #[test]
    fn zones_are_found_by_all_their_names() {
        let zones = Zones::default();
        for name in [
            "Asia/Shanghai",
            "China Standard Time",
            "/example.org/Olson_1/Asia/Shanghai",
        ] {
            let zone = zones.zone(name, 1).unwrap();
            assert_eq!(utc(zone, "2026-11-16 08:00"), "2026-11-16 00:00", "{name}");
        }
        assert_eq!(
            utc(
                zones.zone("W. Europe Standard Time", 1).unwrap(),
                "2026-07-01 08:00"
            ),
            "2026-07-01 06:00"
        );
        let bad = zones.zone("Nowhere", 4).unwrap_err();
        assert_eq!(bad.fault, FileFault::Zone("Nowhere".into()));
    }

    #[test]
    fn a_zone_of_the_file_needs_one_offset() {
        let mut zones = Zones::default();
        let mut tell = |name: &str, offsets: &[&str]| {
            let prop = |text: String| {
                Prop::read(&super::super::lines::lines(&text)[0])
                    .unwrap()
                    .unwrap()
            };
            zones.begin();
            zones.take(&prop(format!("TZID:{name}")));
            for offset in offsets {
                zones.take(&prop(format!("TZOFFSETTO:{offset}")));
            }
        };
        tell("School", &["+0800", "+0800"]);
        tell("Two", &["+0100", "+0200"]);
        tell("Broken", &["8"]);
        assert_eq!(
            utc(zones.zone("School", 1).unwrap(), "2026-11-16 08:00"),
            "2026-11-16 00:00"
        );
        assert!(zones.zone("Two", 1).is_err() && zones.zone("Broken", 1).is_err());
    }

    #[test]
    fn clocks_that_change_lose_no_time() {
        let berlin = Zone::Named(Tz::Europe__Berlin);
        assert_eq!(
            utc(berlin, "2026-03-29 02:30"),
            "2026-03-29 01:30",
            "skipped: as if the clock had not changed"
        );
        assert_eq!(
            utc(berlin, "2026-10-25 02:30"),
            "2026-10-25 00:30",
            "twice: the first"
        );
        let samoa = Zone::Named(Tz::Pacific__Apia);
        assert!(
            samoa.instant(wall("2011-12-30 12:00")).is_some(),
            "a day that was not"
        );
        assert_eq!(offset_seconds("-03:30"), Some(-12_600));
        assert_eq!(
            [
                offset_seconds("+99"),
                offset_seconds("8"),
                offset_seconds(""),
                offset_seconds("+语文a")
            ],
            [None; 4]
        );
    }
}
