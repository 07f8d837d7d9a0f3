//! The made-up teacher's timetable: the lessons and duties of the template that come back every week.

use super::calendar::Term as Dates;
use super::notes;
use super::template::{What, planned};
use crate::domain::{Activity, BellSchedule, Category, Note, Period, Span, WeekId, check_date};
use crate::i18n::Lang;
use crate::timetable::{Bells, Edition, Recurring, Slot, Term, Timetable};
use chrono::{Datelike, Days};

/// Weeks of a term, holidays included.
const WEEKS: u64 = 20;

/// The usual lessons, with a reading period before them and after-school service behind.
pub(super) fn bells(lang: Lang) -> Vec<Bells> {
    let named = |text, start, end| {
        let name = Some(notes::in_language(text, lang).to_owned());
        Some(Period {
            name,
            span: Span::clocked(start, end).ok()?,
        })
    };
    let reading = named(["早读", "早讀", "reading"], 450, 475);
    let service = named(["课后服务", "課後服務", "after school"], 1005, 1065);
    let lessons = BellSchedule::usual().periods().to_vec();
    let all = reading.into_iter().chain(lessons).chain(service).collect();
    BellSchedule::new(all).map(Bells::all_year).into_iter().collect()
}

/// The term that the diary is about.
pub(super) fn terms(dates: &Dates, lang: Lang) -> Vec<Term> {
    let Some(first) = dates.dates().next() else {
        return Vec::new();
    };
    let last = first
        .checked_add_days(Days::new(7 * WEEKS - 3))
        .filter(|d| check_date(*d).is_ok());
    let name = notes::in_language(["本学期", "本學期", "this term"], lang).to_owned();
    last.into_iter()
        .map(|last| Term {
            name: name.clone(),
            days: first..=last,
            holidays: Vec::new(),
        })
        .collect()
}

/// What comes back every week; the rest of the template is the teacher's own time, or lasts as long as it lasts.
pub(super) fn timetable(dates: &Dates, lang: Lang) -> Timetable {
    let week = WeekId::of(dates.today);
    let entries = week.days().flat_map(|date| {
        let slots = planned(date, date.weekday().number_from_monday() <= 5);
        slots.iter().filter_map(move |(start, end, what)| {
            let (category, code, note) = recurring(*what, lang)?;
            let slot = Slot::Clock(Span::clocked(*start, *end).ok()?);
            let activity = Activity::new(category, code).ok()?;
            Some(Recurring::weekly(
                date.weekday(),
                in_periods(slot, lang),
                activity,
                Note::new(&note).ok()?,
            ))
        })
    });
    Timetable::new(vec![Edition {
        from: None,
        made: dates.dates().next().unwrap_or(dates.today),
        entries: entries.collect(),
        bells: None,
    }])
}

/// A time that is a period is told as one.
fn in_periods(slot: Slot, lang: Lang) -> Slot {
    let Slot::Clock(span) = &slot else { return slot };
    let bells = bells(lang);
    let found = bells
        .first()
        .and_then(|b| b.schedule.called().find(|(_, period)| period == span));
    match found {
        Some((called, _)) => Slot::Periods {
            first: called.clone(),
            last: called,
        },
        None => slot,
    }
}

fn recurring(what: What, lang: Lang) -> Option<(Category, &'static str, String)> {
    use Category::{Duty, Teaching};
    let note = notes::of_plan(what, lang).to_owned();
    Some(match what {
        What::Lesson(class) => (Teaching, "lesson", notes::class_and_subject(class, lang)),
        What::Reading => (Teaching, "tutoring", note),
        What::ClassHour => (Teaching, "pastoral", note),
        What::Gate => (Duty, "gate", note),
        What::Supervision | What::EveningStudy => (Duty, "supervision", note),
        What::AfterSchool => (Duty, "after-school", note),
        What::Desk | What::Research | What::Observation | What::StaffMeeting | What::GroupMeeting => {
            return None;
        }
    })
}
