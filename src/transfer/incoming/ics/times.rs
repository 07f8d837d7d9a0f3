//! The times that a recurrence rule gives, worked out within bounds.

use super::budget::Budget;
use super::rule::Rule;
use super::{bad, bad_value};
use crate::transfer::incoming::{BadFile, FileFault};
use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, TimeZone};
use rrule::{Frequency, RRuleSet, Tz};

/// What a rule costs that never comes to another date, so that the library searches until its own limit.
const SEARCHED_IN_VAIN: u32 = 500_000;

impl Rule {
    /// The times from the one date to the other, both included, on the wall of the series, in order.
    ///
    /// # Errors
    /// A rule that the library refuses, or one that takes too long.
    pub(super) fn times(
        &self,
        start: NaiveDateTime,
        from: NaiveDate,
        to: NaiveDate,
        budget: &mut Budget,
    ) -> Result<Vec<NaiveDateTime>, BadFile> {
        let start = self.skipped_ahead(start, from);
        // Wall times go in and come out, labelled as universal time, so that no clock change moves them.
        let anchor = Tz::UTC.from_utc_datetime(&start);
        let rule = self
            .parts
            .clone()
            .validate(anchor)
            .map_err(|_| bad_value(self.line, "RRULE", &self.text))?;
        let found = RRuleSet::new(anchor).rrule(rule).limit();
        let too_long = || bad(self.line, FileFault::TooManyDates);
        let (mut out, mut given, mut before) = (Vec::new(), 0u32, start);
        for time in &found {
            let time = DateTime::naive_utc(&time);
            given = given.saturating_add(1);
            budget.spend(self.steps(before, time)).ok_or_else(too_long)?;
            before = time;
            // The hours of one date may come in the order in which the rule names them.
            if time.date() > to || self.last.is_some_and(|last| time.date() > last.date()) {
                return Ok(out);
            }
            if time.date() >= from && self.last.is_none_or(|last| time <= last) {
                out.push(time);
            }
        }
        if self.parts.get_count().is_none_or(|count| given < count) {
            budget.spend(SEARCHED_IN_VAIN).ok_or_else(too_long)?;
        }
        Ok(out)
    }

    /// How many steps the library made from one time to the next.
    fn steps(&self, before: NaiveDateTime, time: NaiveDateTime) -> u32 {
        let hours = match self.parts.get_freq() {
            Frequency::Yearly => 24 * 365,
            Frequency::Monthly => 24 * 28,
            Frequency::Weekly => 24 * 7,
            Frequency::Daily => 24,
            Frequency::Hourly | Frequency::Minutely | Frequency::Secondly => 1,
        };
        let step = hours * i64::from(self.parts.get_interval().max(1));
        u32::try_from((time - before).num_hours() / step)
            .unwrap_or(u32::MAX)
            .saturating_add(1)
    }

    /// A later start that gives the same times from a date on, so that a rule without end costs nothing before it.
    /// Months and years differ in length; there are so few of them that they are walked through.
    fn skipped_ahead(&self, start: NaiveDateTime, from: NaiveDate) -> NaiveDateTime {
        let interval = u64::from(self.parts.get_interval().max(1));
        let days = match self.parts.get_freq() {
            _ if self.parts.get_count().is_some() => return start,
            // So many days are a whole number of the rule's hours, too.
            Frequency::Daily | Frequency::Hourly => interval,
            Frequency::Weekly => 7 * interval,
            _ => return start,
        };
        let ahead = u64::try_from((from - start.date()).num_days()).unwrap_or(0);
        let whole = ahead.saturating_sub(1) / days * days;
        start.checked_add_days(Days::new(whole)).unwrap_or(start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transfer::incoming::ics::rule::tests::rule;

    fn dates(text: &str, start: &str, from: &str, to: &str) -> Vec<String> {
        let start: NaiveDateTime = start.parse().unwrap();
        let found = rule(text).unwrap().times(
            start,
            from.parse().unwrap(),
            to.parse().unwrap(),
            &mut Budget::new(),
        );
        found
            .unwrap()
            .iter()
            .map(|t| t.format("%m-%dT%H").to_string())
            .collect()
    }

    #[test]
    fn rules_without_end_are_cut_at_both_ends() {
        let start = "1970-01-01T08:00:00"; // a Thursday
        assert_eq!(
            dates("FREQ=DAILY;INTERVAL=2", start, "2026-11-16", "2026-11-19"),
            ["11-17T08", "11-19T08"]
        );
        assert_eq!(
            dates(
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH,MO",
                start,
                "2026-11-09",
                "2026-11-30"
            ),
            ["11-16T08", "11-19T08", "11-30T08"]
        );
        assert_eq!(
            dates("FREQ=MONTHLY;BYDAY=-1FR", start, "2026-10-01", "2026-12-31"),
            ["10-30T08", "11-27T08", "12-25T08"]
        );
        assert_eq!(
            dates("FREQ=YEARLY", "1604-10-01T00:00:00", "2026-01-01", "2026-12-31"),
            ["10-01T00"]
        );
        assert_eq!(
            dates("FREQ=HOURLY;INTERVAL=7", start, "2026-11-16", "2026-11-16").len(),
            3
        );
        assert_eq!(
            dates("FREQ=DAILY;COUNT=3", start, "2026-11-16", "2026-11-19"),
            [""; 0]
        );
    }

    #[test]
    fn the_last_day_has_its_times_up_to_the_end() {
        let rule = "FREQ=DAILY;BYHOUR=13,8;UNTIL=20260902T080000";
        assert_eq!(
            dates(rule, "2026-09-01T08:00:00", "2026-08-01", "2026-12-31"),
            ["09-01T08", "09-01T13", "09-02T08"]
        );
    }

    #[test]
    fn skipping_ahead_changes_nothing() {
        for text in [
            "FREQ=DAILY;INTERVAL=3",
            "FREQ=WEEKLY;INTERVAL=3;WKST=SU;BYDAY=SU,MO,SA",
            "FREQ=HOURLY;INTERVAL=5",
            "FREQ=DAILY;BYDAY=TU;BYMONTH=11",
        ] {
            let start = "2020-02-27T08:00:00";
            let counted = format!("{text};COUNT=999999");
            let (from, to) = ("2026-11-02", "2026-12-20");
            assert_eq!(
                dates(text, start, from, to),
                dates(&counted, start, from, to),
                "{text}"
            );
        }
    }

    #[test]
    fn a_rule_that_never_comes_true_ends_in_an_error_and_not_in_a_wait() {
        let never = rule("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30").unwrap();
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let mut budget = Budget::new();
        let mut run = || {
            never.times(
                day("2026-01-01").into(),
                day("2026-01-01"),
                day("2026-12-31"),
                &mut budget,
            )
        };
        assert_eq!(run().unwrap(), []);
        assert!((0..4).any(|_| run().is_err()));
    }
}
