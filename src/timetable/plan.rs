//! What is planned for a date.

use super::{Bells, Recurring, Term, Timetable, bells_on, term_on};
use crate::domain::{Activity, BellSchedule, Note, Span};
use chrono::NaiveDate;

/// Something that is planned for a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// When; clocked.
    pub span: Span,
    /// What.
    pub activity: Activity,
    /// The note, perhaps empty.
    pub note: Note,
}

/// All that a plan is made of.
#[derive(Debug, Clone, Copy)]
pub struct Plan<'a> {
    /// The school's bells; the usual ones where there are none.
    pub bells: &'a [Bells],
    /// The terms; where there are some, nothing is planned outside of them.
    pub terms: &'a [Term],
    /// The timetable.
    pub timetable: &'a Timetable,
}

impl Plan<'_> {
    /// What is planned for a date, by start. On a day that follows the timetable of another date, as make-up days do,
    /// `like` is that date; the bells are always those of the day itself.
    #[must_use]
    pub fn on(&self, date: NaiveDate, like: Option<NaiveDate>) -> Vec<Planned> {
        let like = like.unwrap_or(date);
        let week = term_on(self.terms, like).map(|(_, week)| week);
        let (false, Some(edition)) = (week.is_none() && !self.terms.is_empty(), self.timetable.on(like))
        else {
            return Vec::new();
        };
        let usual = BellSchedule::usual();
        let rang = self.timetable.on(date).and_then(|e| e.bells.as_deref());
        let bells = bells_on(rang.unwrap_or(self.bells), date).unwrap_or(&usual);
        let planned = |entry: &Recurring| {
            let span = entry.slot.span(bells).filter(|s| s.clock_times().is_some())?;
            entry.takes_place(like, week).then(|| Planned {
                span,
                activity: entry.activity.clone(),
                note: entry.note.clone(),
            })
        };
        let mut out: Vec<Planned> = edition.entries.iter().filter_map(planned).collect();
        out.sort_by_key(|p| p.span.clock_times());
        out
    }
}

#[cfg(test)]
mod tests {
    use super::super::Slot;
    use super::*;
    use crate::domain::Category;
    use chrono::Weekday;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn entry(weekday: Weekday, period: &str, weeks: &str) -> Recurring {
        let (first, last) = (period.to_owned(), period.to_owned());
        let activity = Activity::catch_all(Category::Teaching);
        let slot = Slot::Periods { first, last };
        Recurring {
            weeks: weeks.parse().unwrap(),
            ..Recurring::weekly(weekday, slot, activity, Note::new(period).unwrap())
        }
    }

    fn term() -> Term {
        Term {
            name: "autumn".to_owned(),
            days: date("2026-08-31")..=date("2027-01-22"),
            holidays: Vec::new(),
        }
    }

    fn spans(plan: &Plan<'_>, day: &str, like: Option<&str>) -> Vec<String> {
        let planned = plan.on(date(day), like.map(date));
        planned.iter().map(|p| p.span.to_string()).collect()
    }

    #[test]
    fn odd_and_even_weeks_bells_and_terms_decide() {
        let entries = vec![
            entry(Weekday::Fri, "2", "odd"),
            entry(Weekday::Fri, "1", "all"),
            entry(Weekday::Fri, "3", "even"),
            entry(Weekday::Thu, "7", "all"),
        ];
        let timetable = Timetable::default().with_entries(entries, date("2026-09-01"), date("2026-09-01"));
        let (terms, bells) = ([term()], []);
        let plan = Plan {
            bells: &bells,
            terms: &terms,
            timetable: &timetable,
        };
        assert_eq!(
            spans(&plan, "2026-09-04", None),
            ["08:00-08:45", "08:55-09:40"],
            "week 1"
        );
        assert_eq!(
            spans(&plan, "2026-11-20", None),
            ["08:00-08:45", "10:10-10:55"],
            "week 12"
        );
        assert_eq!(spans(&plan, "2027-01-29", None), [""; 0], "after the term");
        assert_eq!(spans(&plan, "2026-10-10", None), [""; 0], "a Saturday");
        assert_eq!(
            spans(&plan, "2026-10-10", Some("2026-10-08")),
            ["15:50-16:35"],
            "as on Thursday"
        );
        let summer = [Bells::all_year(BellSchedule::primary())];
        let primary = Plan {
            bells: &summer,
            ..plan
        };
        assert_eq!(
            spans(&primary, "2026-11-20", None),
            ["08:20-09:00", "10:20-11:00"]
        );
        assert_eq!(
            spans(&primary, "2026-11-19", None),
            [""; 0],
            "there is no seventh period"
        );
        let no_terms = Plan { terms: &[], ..plan };
        assert_eq!(
            spans(&no_terms, "2027-01-29", None),
            ["08:00-08:45"],
            "no weeks without a term"
        );
    }
}
