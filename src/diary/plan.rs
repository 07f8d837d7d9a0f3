//! What is planned for a day and waits to be confirmed.

use super::{Diary, Draft, Profile, When, conflicts};
use crate::domain::{Block, Day, Span};
use crate::timetable::{Plan, Planned};
use chrono::NaiveDate;

/// Something planned that is neither confirmed nor dismissed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unconfirmed {
    /// What was planned.
    pub planned: Planned,
    /// Whether nothing else stands in its time, so that it can be booked as it is.
    pub is_free: bool,
}

impl Unconfirmed {
    /// The planned stretch and what would be booked for it.
    #[must_use]
    pub fn draft(&self) -> (Span, Draft) {
        let Planned { span, activity, note } = self.planned.clone();
        let draft = Draft {
            when: When::Span(span),
            activity,
            note,
            rating: None,
            parallel: false,
        };
        (span, draft)
    }
}

impl Profile {
    /// What is planned for a day, by start, whatever has become of it.
    ///
    /// On a day off it is what the timetable has for such weekdays, a duty on Sundays say: a holiday has no plan.
    #[must_use]
    pub fn planned(&self, day: &Day) -> Vec<Planned> {
        let is_usual = || !day.is_marked() || day.kind() == self.school_days.kind(day.date);
        if !day.is_school() && !is_usual() {
            return Vec::new();
        }
        let plan = Plan {
            bells: &self.bells,
            terms: &self.terms,
            timetable: &self.timetable,
        };
        plan.on(day.date, day.follows)
    }

    /// What of a day's plan waits to be confirmed, by start. A closed day waits for nothing, and neither does a stretch
    /// that is dealt with or all taken by other work.
    #[must_use]
    pub fn unconfirmed(&self, day: &Day) -> Vec<Unconfirmed> {
        if day.closed || self.timetable.is_empty() {
            return Vec::new();
        }
        let waits = |planned: &Planned| !day.is_settled(planned.span) && !is_covered(planned.span, day);
        let taken = |span: Span| exclusive(day).any(|b| b.span.overlaps(span));
        let mut out: Vec<Unconfirmed> = Vec::new();
        for planned in self.planned(day).into_iter().filter(waits) {
            // Of two that overlap each other the first can be booked; that deals with the other.
            let second = out
                .iter()
                .any(|u| u.is_free && u.planned.span.overlaps(planned.span));
            out.push(Unconfirmed {
                is_free: !second && !taken(planned.span),
                planned,
            });
        }
        out
    }

    /// The same of a date in a diary, where work of the days beside it stands in its time too.
    #[must_use]
    pub fn unconfirmed_in(&self, diary: &Diary, date: NaiveDate) -> Vec<Unconfirmed> {
        let mut out = self.unconfirmed(&diary.day(date));
        for waiting in &mut out {
            let span = waiting.planned.span;
            waiting.is_free = waiting.is_free && conflicts(diary, date, span, None).is_empty();
        }
        out
    }
}

fn exclusive(day: &Day) -> impl Iterator<Item = &Block> {
    day.blocks().iter().filter(|b| b.exclusive_times().is_some())
}

/// Whether every minute of a stretch belongs to a block.
fn is_covered(span: Span, day: &Day) -> bool {
    let Some((mut at, end)) = span.clock_times() else {
        return false;
    };
    for (start, stop) in exclusive(day).filter_map(Block::exclusive_times) {
        if start <= at {
            at = at.max(stop);
        }
    }
    at >= end
}

#[cfg(test)]
mod tests {
    use super::super::{OnOverlap, Operation};
    use super::*;
    use crate::domain::{Activity, Category, DayKind, Note};
    use crate::timetable::{Recurring, Slot, Timetable};
    use chrono::Weekday;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn span(start: u32, end: u32) -> Span {
        Span::clocked(start, end).unwrap()
    }

    fn profile() -> Profile {
        let activity = Activity::catch_all(Category::Teaching);
        let entry = |day, start, end| {
            let slot = Slot::Clock(span(start, end));
            Recurring::weekly(day, slot, activity.clone(), Note::default())
        };
        let entries = vec![
            entry(Weekday::Fri, 480, 525),
            entry(Weekday::Fri, 535, 580),
            entry(Weekday::Thu, 600, 645),
            entry(Weekday::Sun, 1140, 1230),
        ];
        let today = date("2026-11-20");
        Profile {
            timetable: Timetable::default().with_entries(entries, today, today),
            ..Profile::default()
        }
    }

    fn open(diary: &Diary, day: &str) -> Vec<String> {
        let unconfirmed = profile().unconfirmed(&diary.day(date(day)));
        let text = |u: &Unconfirmed| format!("{}{}", u.planned.span, if u.is_free { "" } else { "!" });
        unconfirmed.iter().map(text).collect()
    }

    fn apply(diary: &mut Diary, operation: &Operation) {
        operation.apply(diary).unwrap();
    }

    #[test]
    fn confirmed_and_dismissed_is_dealt_with_for_good() {
        let (mut diary, day) = (Diary::default(), date("2026-11-20"));
        assert_eq!(open(&diary, "2026-11-20"), ["08:00-08:45", "08:55-09:40"]);
        let first = profile().unconfirmed(&diary.day(day))[0].draft();
        apply(
            &mut diary,
            &Operation::Confirm {
                date: day,
                planned: vec![first],
                on_overlap: OnOverlap::Refuse,
            },
        );
        let id = diary.day(day).blocks()[0].id.clone();
        assert_eq!(open(&diary, "2026-11-20"), ["08:55-09:40"]);
        apply(&mut diary, &Operation::Remove(vec![(day, id)]));
        assert_eq!(
            open(&diary, "2026-11-20"),
            ["08:55-09:40"],
            "taken out again, it stays dealt with"
        );
        let planned = vec![span(535, 580)];
        apply(&mut diary, &Operation::Dismiss { date: day, planned });
        assert_eq!(open(&diary, "2026-11-20"), [""; 0]);
    }

    #[test]
    fn other_work_takes_the_place_of_a_plan() {
        let (mut diary, day) = (Diary::default(), date("2026-11-20"));
        let mut book = |start, end| {
            let (_, draft) = profile().unconfirmed(&Day::empty(day))[0].draft();
            let when = When::Span(span(start, end));
            let drafts = vec![Draft { when, ..draft }];
            let on_overlap = OnOverlap::Refuse;
            apply(
                &mut diary,
                &Operation::Add {
                    date: day,
                    drafts,
                    on_overlap,
                },
            );
            open(&diary, "2026-11-20")
        };
        assert_eq!(book(470, 490), ["08:00-08:45!", "08:55-09:40"]);
        assert_eq!(book(490, 540), ["08:55-09:40!"]);
        assert_eq!(book(540, 580), [""; 0]);
    }

    #[test]
    fn the_kind_of_day_decides_whether_there_is_a_plan() {
        let mut diary = Diary::default();
        let mark = |diary: &mut Diary, day: &str, kind| {
            let date = date(day);
            apply(diary, &Operation::Mark { date, kind });
        };
        assert_eq!(
            open(&diary, "2026-11-22"),
            ["19:00-20:30"],
            "duty on an ordinary Sunday"
        );
        mark(&mut diary, "2026-11-22", DayKind::Off(Some("holiday".into())));
        mark(&mut diary, "2026-11-20", DayKind::Off(None));
        assert_eq!(open(&diary, "2026-11-22"), [""; 0]);
        assert_eq!(open(&diary, "2026-11-20"), [""; 0]);
        mark(&mut diary, "2026-11-21", DayKind::School);
        assert_eq!(open(&diary, "2026-11-21"), [""; 0], "nothing on Saturdays");
        let like = Some(date("2026-11-19"));
        apply(
            &mut diary,
            &Operation::Follow {
                date: date("2026-11-21"),
                like,
            },
        );
        assert_eq!(open(&diary, "2026-11-21"), ["10:00-10:45"], "as on Thursday");
        apply(
            &mut diary,
            &Operation::Close {
                date: date("2026-11-21"),
                closed: true,
            },
        );
        assert_eq!(open(&diary, "2026-11-21"), [""; 0]);
    }
}
