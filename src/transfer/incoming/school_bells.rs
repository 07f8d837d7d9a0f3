//! The bells of a timetable file, beside those that the school has.

use super::IncomingWeek;
use super::table::PeriodTimes;
use crate::domain::{BellSchedule, Period, Span};
use crate::timetable::Bells;

impl IncomingWeek {
    /// The bells that the file names, as a schedule for all the year, with those periods of the school's that it does not
    /// name and that lie beside them; the usual ones where the school has none. None where the file names none, where they
    /// make no schedule, and where the school's change with the season: no file says in which season its own ring.
    #[must_use]
    pub fn bells(&self, school: &[Bells]) -> Option<BellSchedule> {
        match school {
            [] => merged(&self.periods, &BellSchedule::usual()),
            [
                Bells {
                    dates: None,
                    schedule,
                    ..
                },
            ] => merged(&self.periods, schedule),
            _ => None,
        }
    }

    /// Whether every period that the file names rings so.
    #[must_use]
    pub fn rings_as(&self, bells: &BellSchedule) -> bool {
        let rings = |told: &PeriodTimes| {
            bells
                .called()
                .any(|(name, span)| name == told.name && span == told.span)
        };
        self.periods.iter().all(rings)
    }
}

/// The periods of a file, with those of a schedule that it does not name and that lie beside them.
fn merged(periods: &[PeriodTimes], others: &BellSchedule) -> Option<BellSchedule> {
    if periods.is_empty() {
        return None;
    }
    let mut all: Vec<(String, Span)> = periods.iter().map(|p| (p.name.clone(), p.span)).collect();
    for (name, span) in others.called() {
        let is_new = all.iter().all(|(n, s)| *n != name && !s.overlaps(span));
        // Lessons are numbered in their order: only the next one after the file's last goes on from there.
        let numbers = all.iter().filter(|(n, _)| is_number(n));
        let ends = numbers.clone().filter_map(|(_, s)| s.clock_times());
        let last = ends.map(|(_, end)| end).max().unwrap_or(0);
        let is_next = name == (numbers.count() + 1).to_string()
            && span.clock_times().is_some_and(|(start, _)| start >= last);
        // And those before its first lead up to it.
        let is_earlier = periods.iter().filter(|p| is_number(&p.name)).all(|p| {
            let before = span.clock_times().zip(p.span.clock_times());
            before.is_some_and(|((_, end), (start, _))| end <= start)
                && name.parse::<u32>().ok() < p.name.parse().ok()
        });
        let is_next = is_next || is_earlier;
        if is_new && (is_next || !is_number(&name)) {
            all.push((name, span));
        }
    }
    all.sort_by_key(|(_, span)| span.clock_times());
    let numbered: Vec<&String> = all.iter().map(|(n, _)| n).filter(|n| is_number(n)).collect();
    let counts_up = numbered
        .iter()
        .zip(1_usize..)
        .all(|(n, at)| **n == at.to_string());
    if !counts_up {
        return None; // a schedule has its numbers from the order of its lessons
    }
    let period = |(name, span): (String, Span)| Period {
        name: (!is_number(&name)).then_some(name),
        span,
    };
    BellSchedule::new(all.into_iter().map(period).collect()).ok()
}

fn is_number(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(periods: &[(&str, u32)]) -> IncomingWeek {
        let period = |(name, start): &(&str, u32)| PeriodTimes {
            name: (*name).to_owned(),
            span: Span::clocked(*start, start + 45).unwrap(),
        };
        IncomingWeek {
            periods: periods.iter().map(period).collect(),
            ..IncomingWeek::default()
        }
    }

    #[test]
    fn what_the_file_names_stands_among_the_schools_periods() {
        let found = told(&[("1", 485), ("2", 540)]).bells(&[]).unwrap();
        let rings = |name: &str| {
            found
                .called()
                .find(|(n, _)| n == name)
                .map(|(_, s)| s.to_string())
        };
        assert_eq!(rings("1").as_deref(), Some("08:05-08:50"));
        assert_eq!(rings("3").as_deref(), Some("10:10-10:55"), "as usual");
        assert!(told(&[("1", 485)]).rings_as(&found) && !told(&[("1", 480)]).rings_as(&found));
        assert_eq!(told(&[]).bells(&[]), None);
        assert_eq!(
            told(&[("12", 485)]).bells(&[]),
            None,
            "lessons are numbered as they come"
        );
        let kept = [Bells::all_year(BellSchedule::primary())];
        assert!(told(&[("1", 490)]).bells(&kept).is_some());
    }

    #[test]
    fn seasons_stay() {
        let winter = Bells::all_year(BellSchedule::usual());
        let summer = Bells {
            dates: Some("05-01..09-30".parse().unwrap()),
            ..winter.clone()
        };
        let file = told(&[("1", 485)]);
        assert!(file.bells(std::slice::from_ref(&winter)).is_some());
        assert_eq!(file.bells(&[winter, summer.clone()]), None);
        assert_eq!(file.bells(&[summer]), None);
    }
}
