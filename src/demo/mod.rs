//! Made-up diaries: a term to look at, and many years to measure with.
//!
//! Both are functions of their arguments alone, so screenshots, tests and benches see the same days everywhere. The
//! teacher is nobody; hours and habits are those that studies of Chinese secondary schools report.

mod calendar;
mod day;
mod notes;
mod survey;
mod template;
mod timetable;
mod years;

pub use survey::{secret, survey};
pub use years::years;

use crate::diary::{Diary, Profile};
use crate::domain::{Category, Day, DayKind, FIRST_DATE, LAST_DATE};
use crate::figures::{GoalSubject, Percent};
use crate::i18n::Lang;
use calendar::Term;
use chrono::{Days, NaiveDate};

/// A term up to `today`, notes in `lang`: at least eight full weeks, a holiday if one lies in it, a make-up Saturday,
/// an inspection week, one school day that was never closed, less non-teaching work of late, and today until about
/// 17:00.
///
/// Dates that a diary does not take are left out.
#[must_use]
pub fn term(today: NaiveDate, lang: Lang) -> (Diary, Profile) {
    let today = today.clamp(FIRST_DATE, LAST_DATE);
    let term = Term::until(today);
    let days = term.dates().map(|date| made_up(date, &term, lang));
    (days.filter(|d| !d.is_blank()).collect(), profile(&term, lang))
}

fn made_up(date: NaiveDate, term: &Term, lang: Lang) -> Day {
    let mut day = Day::empty(date);
    if let Some(holiday) = term.holiday(date) {
        day.mark(DayKind::Off(Some(notes::in_language(holiday, lang).to_owned())));
        return day;
    }
    if date == term.make_up {
        day.mark(DayKind::School);
        day.follows = date.checked_sub_days(Days::new(2)); // Thursday's timetable, as the template has it
    }
    day::fill(&mut day, term, lang);
    day.closed = day.is_school() && date < term.today && date != term.left_open;
    day
}

/// The policy's goal and one of its presets, and the timetable; everything else as it comes.
fn profile(term: &Term, lang: Lang) -> Profile {
    let mut profile = Profile {
        bells: timetable::bells(lang),
        terms: timetable::terms(term, lang),
        timetable: timetable::timetable(term, lang),
        ..Profile::default()
    };
    profile.set_goal(
        GoalSubject::Category(Category::Reports),
        Percent::from_hundredths(3000),
    );
    profile
}

#[cfg(test)]
mod tests;
