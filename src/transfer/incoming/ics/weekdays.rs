//! Weekly rules as lines of dates, one for each weekday.

use super::rule::Rule;
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Weekday};
use rrule::{Frequency, NWeekday};

/// One weekday of a rule: every so many weeks from a date on, on the wall of the series.
pub(super) struct Line {
    /// The first date.
    pub(super) first: NaiveDate,
    /// Days between one and the next.
    pub(super) step: u64,
    /// The last date; none for one that does not end.
    pub(super) last: Option<NaiveDate>,
}

impl Line {
    /// All dates, in order.
    pub(super) fn dates(&self) -> impl Iterator<Item = NaiveDate> {
        let next = |d: &NaiveDate| d.checked_add_days(Days::new(self.step));
        std::iter::successors(Some(self.first), next).take_while(|d| self.last.is_none_or(|last| *d <= last))
    }

    /// Whether a date, not before the first, is one of them.
    pub(super) fn contains(&self, date: NaiveDate) -> bool {
        let since = u64::try_from((date - self.first).num_days());
        since.is_ok_and(|n| n % self.step == 0) && self.last.is_none_or(|last| date <= last)
    }
}

/// Every how many weeks a rule recurs; none where it is not weekly, is so more rarely than a timetable takes, or there is
/// more to it than weekdays.
pub(super) fn every(rule: &Rule) -> Option<u8> {
    let weeks = |n: u16| u8::try_from(n).ok().filter(|n| (1..=52).contains(n));
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
        Frequency::Weekly => weeks(parts.get_interval()),
        Frequency::Daily if parts.get_interval() == 1 => Some(1),
        Frequency::Daily if parts.get_by_weekday().is_empty() && parts.get_interval().is_multiple_of(7) => {
            weeks(parts.get_interval() / 7)
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
pub(super) fn lines(rule: &Rule, start: NaiveDateTime, every: u64) -> Option<Vec<Line>> {
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
