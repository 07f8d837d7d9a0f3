//! How long an event lasts.

use super::moment::{Kind, Moment, ToLocal};
use chrono::{DateTime, Days, NaiveDateTime, TimeDelta, Utc};

/// A number of days on the calendar and an exact time, either perhaps negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Length {
    /// Days by the calendar, however long the clocks make them.
    pub(super) days: i64,
    /// Time that passes.
    pub(super) time: TimeDelta,
}

impl Length {
    /// No time at all.
    pub(super) const NOTHING: Self = Self {
        days: 0,
        time: TimeDelta::zero(),
    };

    /// So many days.
    pub(super) const fn days(days: i64) -> Self {
        Self {
            days,
            time: TimeDelta::zero(),
        }
    }

    /// From one moment to another, which is taken in the form of the first.
    pub(super) fn between(start: Moment, end: Moment, to_local: ToLocal<'_>) -> Self {
        let fitted = end.like(start, to_local);
        if start.kind == Kind::Day {
            return Self::days((fitted.wall - start.wall).num_days());
        }
        let time = match (start.instant(), end.instant().or_else(|| fitted.instant())) {
            (Some(start), Some(end)) => end - start,
            _ => fitted.wall - start.wall,
        };
        Self { days: 0, time }
    }

    /// Reads `P1D`, `PT45M`, `-P1W`, `P1DT2H30M`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (sign, text) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text.strip_prefix('+').unwrap_or(text)),
        };
        let text = text.strip_prefix(['P', 'p'])?;
        let (mut days, mut seconds, mut number, mut in_time, mut said) =
            (0i64, 0i64, None::<i64>, false, false);
        for c in text.chars() {
            match (c.to_ascii_uppercase(), number.take()) {
                ('T', None) if !in_time => in_time = true,
                (c, before) if c.is_ascii_digit() => {
                    let digit = i64::from(c.to_digit(10)?);
                    number = Some(before.unwrap_or(0).checked_mul(10)?.checked_add(digit)?);
                }
                (unit, Some(n)) => {
                    said = true;
                    let (of, by) = match (unit, in_time) {
                        ('W', false) => (&mut days, 7),
                        ('D', false) => (&mut days, 1),
                        ('H', true) => (&mut seconds, 3600),
                        ('M', true) => (&mut seconds, 60),
                        ('S', true) => (&mut seconds, 1),
                        _ => return None,
                    };
                    *of = of.checked_add(n.checked_mul(by)?)?;
                }
                _ => return None,
            }
        }
        let time = TimeDelta::try_seconds(sign * seconds)?;
        (said && number.is_none()).then_some(Self {
            days: sign * days,
            time,
        })
    }

    /// The end of what starts then, on the clock of the user; none where the calendar has no such date.
    pub(super) fn end(self, start: Moment, to_local: ToLocal<'_>) -> Option<NaiveDateTime> {
        let wall = add_days(start.wall, self.days)?;
        let after_days = Moment { wall, ..start };
        match after_days.instant() {
            None => wall.checked_add_signed(self.time),
            Some(instant) => instant
                .checked_add_signed(self.time)
                .filter(|end| is_sane(*end))
                .map(to_local),
        }
    }
}

/// Room at both ends of the calendar, for whatever the user's clock adds.
fn is_sane(instant: DateTime<Utc>) -> bool {
    instant > DateTime::<Utc>::MIN_UTC + TimeDelta::days(400)
        && instant < DateTime::<Utc>::MAX_UTC - TimeDelta::days(400)
}

fn add_days(wall: NaiveDateTime, days: i64) -> Option<NaiveDateTime> {
    let count = Days::new(days.unsigned_abs());
    if days < 0 {
        wall.checked_sub_days(count)
    } else {
        wall.checked_add_days(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transfer::incoming::ics::zone::Zone;
    use chrono_tz::Tz;
    use proptest::prelude::*;

    #[test]
    fn durations_are_read() {
        for (text, days, minutes) in [
            ("PT45M", 0, 45),
            ("P1DT2H30M", 1, 150),
            ("+P2W", 14, 0),
            ("-PT5M", 0, -5),
            ("PT0S", 0, 0),
            ("p1d", 1, 0),
        ] {
            let length = Length::parse(text).unwrap();
            assert_eq!(
                (length.days, length.time.num_minutes()),
                (days, minutes),
                "{text}"
            );
        }
        for bad in [
            "",
            "P",
            "PT",
            "45M",
            "P5",
            "PT5D",
            "P1H",
            "PTT1H",
            "P99999999999999999999D",
            "PT99999999999999999H",
            "P-1D",
            "P一D",
        ] {
            assert_eq!(Length::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_day_is_a_day_and_an_hour_an_hour_when_clocks_change() {
        let berlin = Zone::Named(Tz::Europe__Berlin);
        let start = Moment::parse("20261024T200000", berlin).unwrap();
        let local = |at: DateTime<Utc>| berlin.wall(at).unwrap();
        let end = |text: &str| {
            Length::parse(text)
                .unwrap()
                .end(start, &local)
                .unwrap()
                .to_string()
        };
        assert_eq!(end("P1D"), "2026-10-25 20:00:00");
        assert_eq!(end("PT24H"), "2026-10-25 19:00:00");
        assert_eq!(Length::parse("P9999999999D").unwrap().end(start, &local), None);
        assert!(Length::parse("P90000000D").unwrap().end(start, &local).is_some());
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[-+]?P?[0-9WDTHMS]{0,30}") {
            if let Some(length) = Length::parse(&text) {
                let start = Moment::parse("99991231T235959Z", Zone::UTC).unwrap();
                let _ = length.end(start, &|at| at.naive_utc());
            }
        }
    }
}
