//! What is typed in the timetable, and what it means while it is typed.

use super::line::{self, Said};
use super::place;
use crate::app::App;
use crate::domain::{Activity, BellSchedule};
use crate::timetable::{
    BadPeriods, BadTerm, Bells, Dates, Recurring, Slot, Term, read_day, read_periods, read_term,
};
use chrono::{NaiveDate, Weekday};

/// What a line typed in the timetable is for. Places are among the entries shown, the terms, the schedules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TimetableLine {
    /// What stands in a cell.
    Cell {
        /// The day of the cell.
        weekday: Weekday,
        /// The row of the cell.
        slot: Slot,
        /// The entry that changes; none for one that is typed over the cell.
        at: Option<usize>,
    },
    /// An entry with its day and its time.
    Placed {
        /// The day, unless another one is typed.
        weekday: Weekday,
        /// The entry that changes; none for a new one.
        at: Option<usize>,
    },
    /// A term: that of a place, or a new one.
    Term(Option<usize>),
    /// The name and the dates of a bell schedule.
    BellsHead {
        /// The schedule that changes; none for a new one.
        at: Option<usize>,
        /// The periods to begin with.
        schedule: BellSchedule,
    },
    /// The periods of a bell schedule.
    BellsPeriods {
        /// The schedule that changes; none for a new one.
        at: Option<usize>,
        /// Its name.
        name: String,
        /// When it holds.
        dates: Option<Dates>,
    },
    /// From which date on the entries shown hold.
    ApplyFrom,
}

impl TimetableLine {
    /// Whether it changes entries, not terms or bells.
    pub(super) const fn is_of_entries(&self) -> bool {
        matches!(self, Self::Cell { .. } | Self::Placed { .. } | Self::ApplyFrom)
    }
}

/// What a typed line means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// Nothing is typed, and nothing changes.
    Nothing,
    /// An entry.
    Entry {
        /// The entry.
        entry: Box<Recurring>,
        /// The entries that it takes the place of.
        gives_way: Vec<usize>,
        /// Its weeks can be counted only once there is a term.
        lacks_term: bool,
    },
    /// The entry is taken out.
    Removes(usize),
    /// A term.
    Term(Term),
    /// The name and the dates of a schedule.
    BellsHead(String, Option<Dates>),
    /// A schedule.
    Bells(Bells),
    /// The entries hold from this date on.
    From(NaiveDate),
}

/// Why a typed line cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineFault {
    /// A word means several activities.
    Ambiguous(String, Vec<Activity>),
    /// The note is too long: so many characters.
    Note(usize),
    /// It does not say when.
    NoTime,
    /// It may take place at the same time as this entry.
    Clash(Box<Recurring>),
    /// It is no term.
    Term(BadTerm),
    /// It overlaps this other term.
    TermOverlaps(Term),
    /// Days off of the term would lie outside of it.
    HolidaysOutside,
    /// The name of a schedule is too long.
    Name,
    /// These are no dates.
    Dates(String),
    /// This other schedule holds already whenever no other does.
    BellsNeedDates(Bells),
    /// No schedule would have the period of this entry.
    BellsInUse(Box<Recurring>),
    /// These are no periods.
    Periods(BadPeriods),
    /// It is no date.
    Date,
}

impl App {
    /// What a typed line means.
    ///
    /// # Errors
    /// [`LineFault`].
    pub fn timetable_meaning(&self, line: &TimetableLine, text: &str) -> Result<Meaning, LineFault> {
        let text = text.trim();
        match line {
            TimetableLine::Cell { at: None, .. } | TimetableLine::Placed { at: None, .. }
                if text.is_empty() =>
            {
                Ok(Meaning::Nothing)
            }
            TimetableLine::Cell { at: Some(at), .. } | TimetableLine::Placed { at: Some(at), .. }
                if text.is_empty() =>
            {
                Ok(Meaning::Removes(*at))
            }
            TimetableLine::Cell { weekday, slot, at } => {
                let said = line::read(text, self.known.lexicon())?;
                self.cell_entry(*weekday, slot, *at, said)
            }
            TimetableLine::Placed { weekday, at } => {
                let bells = self.known.bells(self.date_of(*weekday));
                let (weekday, slot, said) = place::read_placed(text, *weekday, bells, self.known.lexicon())?;
                let old = at.and_then(|at| self.shown_entries().get(at));
                let entry = Recurring {
                    weekday,
                    slot: slot.clone(),
                    ..said_entry(old, weekday, &slot, said)
                };
                self.checked(entry, at.iter().copied().collect())
            }
            TimetableLine::Term(at) => self.read_term(*at, text),
            TimetableLine::BellsHead { at, .. } => {
                let (name, dates) = read_head(text)?;
                let bells = self.known.profile().bells.iter().enumerate();
                let mut others = bells.filter(|(i, _)| Some(*i) != *at).map(|(_, b)| b);
                match others.find(|b| b.dates.is_none() && dates.is_none()) {
                    Some(other) => Err(LineFault::BellsNeedDates(other.clone())),
                    None => Ok(Meaning::BellsHead(name, dates)),
                }
            }
            TimetableLine::BellsPeriods { at, name, dates } => {
                let Some(schedule) = read_periods(text).map_err(LineFault::Periods)? else {
                    return Ok(Meaning::Nothing);
                };
                let new = Bells {
                    name: name.clone(),
                    dates: *dates,
                    schedule,
                };
                match self
                    .known
                    .profile()
                    .loses_its_time(&self.bells_with(*at, new.clone()))
                {
                    Some(entry) => Err(LineFault::BellsInUse(Box::new(entry.clone()))),
                    None => Ok(Meaning::Bells(new)),
                }
            }
            TimetableLine::ApplyFrom => {
                let (date, rest) = read_day(text).ok_or(LineFault::Date)?;
                rest.trim()
                    .is_empty()
                    .then_some(Meaning::From(date))
                    .ok_or(LineFault::Date)
            }
        }
    }

    /// The schedules with another one in a place, or one more.
    pub(super) fn bells_with(&self, at: Option<usize>, new: Bells) -> Vec<Bells> {
        let mut bells = self.known.profile().bells.clone();
        match at.and_then(|at| bells.get_mut(at)) {
            Some(old) => *old = new,
            None => bells.push(new),
        }
        bells
    }

    fn date_of(&self, weekday: Weekday) -> NaiveDate {
        let monday = crate::domain::WeekId::of(self.day.date).monday();
        let same = |d: &NaiveDate| chrono::Datelike::weekday(d) == weekday;
        monday.iter_days().take(7).find(same).unwrap_or(monday)
    }

    /// What is typed into a cell: it changes an entry, or takes the place of those in the cell that it cannot stand
    /// beside. A double lesson that is typed over stays a double one.
    pub(super) fn cell_entry(
        &self,
        weekday: Weekday,
        slot: &Slot,
        at: Option<usize>,
        said: Said,
    ) -> Result<Meaning, LineFault> {
        let entries = self.shown_entries();
        let old = at.and_then(|at| entries.get(at));
        let mut entry = said_entry(old, weekday, slot, said);
        if at.is_some() {
            return self.checked(entry, at.into_iter().collect());
        }
        let usual = BellSchedule::usual();
        let schedules = self.schedules(&usual);
        let same_cell = Recurring {
            weeks: crate::timetable::Weeks::all(),
            ..entry.clone()
        };
        let are_periods =
            |e: &Recurring| matches!((&e.slot, slot), (Slot::Periods { .. }, Slot::Periods { .. }));
        let in_cell = |e: &Recurring| {
            e.weekday == weekday && (e.slot == *slot || are_periods(e) && e.clashes(&same_cell, &schedules))
        };
        let gives_way: Vec<usize> = (0..entries.len())
            .filter(|i| in_cell(&entries[*i]) && entries[*i].weeks.meets(&entry.weeks))
            .collect();
        if let [only] = gives_way.as_slice() {
            entry.slot = entries[*only].slot.clone();
        }
        self.checked(entry, gives_way)
    }

    /// The entry, unless it clashes with one that does not give way.
    fn checked(&self, entry: Recurring, gives_way: Vec<usize>) -> Result<Meaning, LineFault> {
        let usual = BellSchedule::usual();
        let schedules = self.schedules(&usual);
        let others = self.shown_entries().iter().enumerate();
        let mut stay = others.filter(|(i, _)| !gives_way.contains(i)).map(|(_, e)| e);
        if let Some(other) = stay.find(|other| entry.clashes(other, &schedules)) {
            return Err(LineFault::Clash(Box::new(other.clone())));
        }
        Ok(Meaning::Entry {
            lacks_term: !entry.weeks.is_all() && self.known.profile().terms.is_empty(),
            entry: Box::new(entry),
            gives_way,
        })
    }

    fn read_term(&self, at: Option<usize>, text: &str) -> Result<Meaning, LineFault> {
        if text.is_empty() {
            return Ok(Meaning::Nothing);
        }
        let mut term = read_term(text).map_err(LineFault::Term)?;
        let terms = &self.known.profile().terms;
        let others = terms.iter().enumerate().filter(|(i, _)| Some(*i) != at);
        let overlaps = |t: &Term| t.days.start() <= term.days.end() && term.days.start() <= t.days.end();
        if let Some((_, other)) = others.into_iter().find(|(_, t)| overlaps(t)) {
            return Err(LineFault::TermOverlaps(other.clone()));
        }
        if let Some(old) = at.and_then(|at| terms.get(at)) {
            let is_in = |d: &NaiveDate| term.days.contains(d);
            if !old
                .holidays
                .iter()
                .all(|(days, _)| is_in(days.start()) && is_in(days.end()))
            {
                return Err(LineFault::HolidaysOutside);
            }
            term.holidays.clone_from(&old.holidays);
        }
        Ok(Meaning::Term(term))
    }
}

/// An entry with what was typed; its dates, if it had any, stay.
fn said_entry(old: Option<&Recurring>, weekday: Weekday, slot: &Slot, said: Said) -> Recurring {
    let Said {
        activity,
        note,
        weeks,
    } = said;
    match old {
        Some(old) => Recurring {
            weeks,
            activity,
            note,
            ..old.clone()
        },
        None => Recurring {
            weeks,
            ..Recurring::weekly(weekday, slot.clone(), activity, note)
        },
    }
}

/// `夏季 05-01..09-30`; either may be missing.
fn read_head(text: &str) -> Result<(String, Option<Dates>), LineFault> {
    let plain: String = text.chars().map(crate::i18n::half_width).collect();
    let (mut name, mut dates) = (Vec::new(), None);
    for word in plain.split_whitespace() {
        // 夏季05-01..09-30 is a name and dates.
        let digit = word.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
        let word = match word[digit..].parse::<Dates>() {
            Ok(_) if digit > 0 => {
                name.push(&word[..digit]);
                &word[digit..]
            }
            _ => word,
        };
        let spelled = word.replace(['~', '至', '到'], "..");
        match spelled.parse::<Dates>() {
            Ok(found) if dates.is_none() => dates = Some(found),
            _ if spelled.contains("..") || word.starts_with(|c: char| c.is_ascii_digit()) => {
                return Err(LineFault::Dates(word.to_owned()));
            }
            _ => name.push(word),
        }
    }
    let name = name.join(" ");
    if name.chars().count() > 40 {
        return Err(LineFault::Name);
    }
    Ok((name, dates))
}
