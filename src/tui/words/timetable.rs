//! What the timetable says in words.

use super::settings;
use crate::app::{LineFault, TimetableToast};
use crate::domain::{BellSchedule, Note, Span, clock};
use crate::i18n::I18n;
use crate::keymap::Action;
use crate::theme::Role;
use crate::timetable::{BadPeriods, BadTerm, Bells, Dates, Parity, Recurring, Slot, Term, Weeks};
use crate::tr;
use crate::tui::view::View;
use chrono::Weekday;

/// A weekday by its short name.
pub(in crate::tui) fn weekday(i18n: &I18n, weekday: Weekday) -> String {
    let at = usize::try_from(weekday.num_days_from_monday()).unwrap_or(0);
    settings::weekdays(i18n)[at].clone()
}

/// A period as it is called: a lesson by its number, any other by its name.
pub(in crate::tui) fn period(i18n: &I18n, called: &str) -> String {
    if called.starts_with(|c: char| c.is_ascii_digit()) {
        return tr!(i18n, "timetable-period-n", n = called);
    }
    called.to_owned()
}

/// When on its day something is, in words.
fn slot(i18n: &I18n, slot: &Slot) -> String {
    match slot {
        Slot::Clock(span) => span.to_string(),
        Slot::Periods { first, last } if first == last => period(i18n, first),
        Slot::Periods { first, last } => period(i18n, &format!("{first}-{last}")),
    }
}

/// Day and time of a cell.
pub(in crate::tui) fn place(view: &View<'_>, day: Weekday, at: &Slot) -> String {
    format!("{} {}", weekday(view.i18n, day), slot(view.i18n, at))
}

/// What an entry is: its note, or the activity's name; both where it is no lesson.
pub(in crate::tui) fn what(view: &View<'_>, entry: &Recurring) -> String {
    let name = view.activity(&entry.activity);
    match entry.note.as_str() {
        "" => name.to_owned(),
        note if is_lesson(entry) => note.to_owned(),
        note => format!("{name} {note}"),
    }
}

fn is_lesson(entry: &Recurring) -> bool {
    entry.activity.to_string() == crate::timetable::LESSON
}

/// An entry with all that is to be known of it.
pub(in crate::tui) fn entry(view: &View<'_>, entry: &Recurring) -> String {
    let i18n = view.i18n;
    let name = view.activity(&entry.activity);
    let mut out = vec![match entry.note.as_str() {
        "" => format!("{} {name}", place(view, entry.weekday, &entry.slot)),
        note => format!("{} {name} {note}", place(view, entry.weekday, &entry.slot)),
    }];
    if !entry.weeks.is_all() {
        out.push(weeks(i18n, &entry.weeks));
    }
    match (entry.from, entry.until) {
        (None, None) => {}
        (Some(from), None) => out.push(tr!(i18n, "timetable-since", date = from.to_string())),
        (None, Some(until)) => out.push(tr!(i18n, "timetable-until", date = until.to_string())),
        (Some(from), Some(until)) => out.push(format!("{from}..{until}")),
    }
    if entry.every > 1 {
        out.push(tr!(i18n, "timetable-every-weeks", n = u32::from(entry.every)));
    }
    if !entry.except.is_empty() {
        let dates: Vec<String> = entry.except.iter().map(ToString::to_string).collect();
        out.push(tr!(i18n, "timetable-except", dates = dates.join(", ")));
    }
    out.join(&tr!(i18n, "timetable-and"))
}

/// Weeks in words: `weeks 1-8, odd`.
pub(in crate::tui) fn weeks(i18n: &I18n, weeks: &Weeks) -> String {
    let range = |r: &std::ops::RangeInclusive<u8>| match (r.start(), r.end()) {
        (first, last) if first == last => first.to_string(),
        (first, last) => format!("{first}-{last}"),
    };
    let numbers: Vec<String> = weeks.ranges().iter().map(range).collect();
    let numbers = numbers.join(",");
    match (numbers.is_empty(), weeks.parity()) {
        (true, None) => tr!(i18n, "timetable-every-week"),
        (true, Some(which)) => parity(i18n, which),
        (false, None) => tr!(i18n, "timetable-weeks-n", weeks = numbers),
        (false, Some(which)) => {
            let numbers = tr!(i18n, "timetable-weeks-n", weeks = numbers);
            format!("{numbers} {}", parity(i18n, which))
        }
    }
}

/// Odd or even weeks in words.
pub(in crate::tui) fn parity(i18n: &I18n, parity: Parity) -> String {
    match parity {
        Parity::Odd => tr!(i18n, "timetable-odd"),
        Parity::Even => tr!(i18n, "timetable-even"),
    }
}

/// A term: its name and its days.
pub(in crate::tui) fn term(i18n: &I18n, term: &Term) -> String {
    let name = if term.name.is_empty() {
        tr!(i18n, "timetable-term-unnamed")
    } else {
        term.name.clone()
    };
    let weeks = term.week(*term.days.end()).unwrap_or(0);
    tr!(
        i18n,
        "timetable-term-line",
        name = name,
        first = term.days.start().to_string(),
        last = term.days.end().to_string(),
        weeks = weeks
    )
}

/// The name and the dates of a bell schedule.
pub(in crate::tui) fn season(i18n: &I18n, name: &str, dates: Option<&Dates>) -> String {
    let dates = dates.map(ToString::to_string).unwrap_or_default();
    match (name.is_empty(), dates.is_empty()) {
        (true, true) => tr!(i18n, "timetable-bells-always"),
        (true, false) => dates,
        (false, true) => name.to_owned(),
        (false, false) => format!("{name} {dates}"),
    }
}

/// The same of a schedule that is there.
pub(in crate::tui) fn bells(i18n: &I18n, bells: &Bells) -> String {
    season(i18n, &bells.name, bells.dates.as_ref())
}

/// How many periods a schedule has, and from when to when.
pub(in crate::tui) fn periods(i18n: &I18n, schedule: &BellSchedule) -> String {
    let times = |span: &Span| span.clock_times().unwrap_or_default();
    let periods = schedule.periods();
    let (Some(first), Some(last)) = (periods.first(), periods.last()) else {
        return String::new();
    };
    tr!(
        i18n,
        "timetable-periods-value",
        count = periods.len(),
        start = clock(times(&first.span).0),
        end = clock(times(&last.span).1)
    )
}

/// Why a typed line cannot be taken.
pub(in crate::tui) fn fault(view: &View<'_>, fault: &LineFault) -> String {
    let i18n = view.i18n;
    match fault {
        LineFault::Ambiguous(word, fits) => {
            let fits: Vec<String> = fits.iter().map(ToString::to_string).collect();
            tr!(
                i18n,
                "timetable-ambiguous",
                name = word.as_str(),
                fits = fits.join(", ")
            )
        }
        LineFault::Note(length) => {
            tr!(
                i18n,
                "timetable-note-long",
                length = *length,
                most = Note::LONGEST
            )
        }
        LineFault::NoTime => tr!(i18n, "timetable-no-time"),
        LineFault::Clash(other) => tr!(i18n, "timetable-clashes", other = entry(view, other)),
        LineFault::Term(BadTerm::Dates) => tr!(i18n, "timetable-term-dates"),
        LineFault::Term(BadTerm::Backwards) => tr!(i18n, "timetable-term-backwards"),
        LineFault::Term(BadTerm::Name) | LineFault::Name => tr!(i18n, "timetable-name"),
        LineFault::TermOverlaps(other) => {
            tr!(i18n, "timetable-term-overlaps", other = term(i18n, other))
        }
        LineFault::HolidaysOutside => {
            let key = view.key_anywhere(Action::EditText);
            tr!(i18n, "timetable-holidays-outside", key = key)
        }
        LineFault::Dates(text) => tr!(i18n, "timetable-dates", text = text.as_str()),
        LineFault::BellsNeedDates(other) => {
            tr!(i18n, "timetable-bells-need-dates", other = bells(i18n, other))
        }
        LineFault::BellsInUse(lost) => tr!(i18n, "timetable-bells-lost", entry = entry(view, lost)),
        LineFault::Periods(bad) => periods_refusal(i18n, bad),
        LineFault::Date => tr!(i18n, "timetable-no-date"),
    }
}

/// A short message about what was just done.
pub(in crate::tui) fn toast(view: &View<'_>, toast: TimetableToast) -> (Role, String) {
    let i18n = view.i18n;
    match toast {
        TimetableToast::Copied(count) => {
            let key = view.key(Action::Paste);
            (
                Role::Toast,
                tr!(i18n, "timetable-copied", count = count, key = key),
            )
        }
        TimetableToast::NothingThere => (Role::Toast, tr!(i18n, "timetable-nothing-there")),
        TimetableToast::Over => {
            let key = view.key(Action::Today);
            (Role::Warning, tr!(i18n, "timetable-over", key = key))
        }
        TimetableToast::WeeksNeedTerm => (Role::Warning, tr!(i18n, "timetable-weeks-need-term")),
        TimetableToast::BellsInUse => (Role::Warning, tr!(i18n, "timetable-bells-in-use")),
        TimetableToast::Unchanged => (Role::Toast, tr!(i18n, "timetable-unchanged")),
    }
}

/// Why typed periods cannot be taken.
pub(in crate::tui) fn periods_refusal(i18n: &I18n, bad: &BadPeriods) -> String {
    match bad {
        BadPeriods::Time(text) => tr!(i18n, "settings-bells-wrong", text = text.as_str()),
        BadPeriods::Order(n) => tr!(i18n, "settings-bells-order", n = *n),
        BadPeriods::Name(_) => tr!(i18n, "timetable-period-name", most = BellSchedule::LONGEST_NAME),
    }
}
