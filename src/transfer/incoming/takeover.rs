//! Entries of a timetable from what a file says of a week.

use super::rules::{Found, Rules};
use super::{Place, Weekly, WeeklyWhen};
use crate::domain::{Activity, BellSchedule, Note, WordMeaning};
use crate::timetable::{Parts, Recurring, Slot};
use std::collections::{BTreeMap, BTreeSet};

/// A timetable with what a file adds to it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Takeover {
    /// The timetable as it would be.
    pub parts: Parts,
    /// How many entries are new.
    pub added: usize,
    /// How many the timetable has already.
    pub known: usize,
    /// How many a rule says to pass over.
    pub skipped: usize,
}

/// Why an entry of a file does not go into a timetable. Nothing of the file does, then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadWeekly {
    /// Nobody knows what these mean; each with what it may mean.
    Asked(Vec<(String, Vec<WordMeaning>)>),
    /// No bell schedule has its period.
    NoPeriod(Place, String),
    /// Its weeks are counted, but no term says from when.
    NoTerm(Place),
    /// It may take place at the same time as something in the timetable, or before it in the file.
    Clash(Place, Box<Recurring>),
}

/// How an entry goes into a timetable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// It is new.
    New,
    /// The timetable has it.
    Known,
}

/// Adds what a file says of a week to a timetable.
///
/// # Errors
/// [`BadWeekly`].
pub fn take_over(weekly: &[Weekly], base: Parts, rules: &Rules) -> Result<Takeover, BadWeekly> {
    let mut out = Takeover {
        parts: base,
        ..Takeover::default()
    };
    let meanings = meanings(weekly, rules);
    let asked = asked(weekly, &meanings);
    if !asked.is_empty() {
        return Err(BadWeekly::Asked(asked));
    }
    for item in weekly {
        let Some(Found::One(WordMeaning::Activity(activity))) = meanings.get(item.label.as_str()) else {
            out.skipped += 1;
            continue;
        };
        let entry = item.entry(activity.clone());
        match check(item, &entry, &out.parts)? {
            Fit::Known => out.known += 1,
            Fit::New => {
                out.parts.entries.push(entry);
                out.added += 1;
            }
        }
    }
    out.parts
        .entries
        .sort_by_key(|e| e.weekday.num_days_from_monday());
    Ok(out)
}

/// How an item of a file goes into a timetable as this entry.
///
/// # Errors
/// [`BadWeekly`], but never [`BadWeekly::Asked`].
pub fn check(item: &Weekly, entry: &Recurring, parts: &Parts) -> Result<Fit, BadWeekly> {
    if parts.entries.contains(entry) {
        return Ok(Fit::Known);
    }
    let usual = parts.bells.is_empty().then(BellSchedule::usual);
    let bells = parts.bells.iter().map(|b| &b.schedule);
    let schedules: Vec<&BellSchedule> = bells.chain(&usual).collect();
    if let WeeklyWhen::Periods { first, last } = &item.when
        && schedules.iter().all(|bells| entry.slot.span(bells).is_none())
    {
        let name = if first == last {
            first.clone()
        } else {
            format!("{first}-{last}")
        };
        return Err(BadWeekly::NoPeriod(item.place.clone(), name));
    }
    if !entry.weeks.is_all() && parts.terms.is_empty() {
        return Err(BadWeekly::NoTerm(item.place.clone()));
    }
    match parts
        .entries
        .iter()
        .find(|other| entry.clashes(other, &schedules))
    {
        Some(other) => Err(BadWeekly::Clash(item.place.clone(), Box::new(other.clone()))),
        None => Ok(Fit::New),
    }
}

/// What each label means, worked out once.
#[must_use]
pub fn meanings<'a>(weekly: &'a [Weekly], rules: &Rules) -> BTreeMap<&'a str, Found> {
    let mut out = BTreeMap::new();
    for item in weekly {
        out.entry(item.label.as_str())
            .or_insert_with(|| rules.meaning_of_block(std::slice::from_ref(&item.label)));
    }
    out
}

/// The labels that nobody knows, each once, in the order of the file.
fn asked(weekly: &[Weekly], meanings: &BTreeMap<&str, Found>) -> Vec<(String, Vec<WordMeaning>)> {
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for item in weekly.iter().filter(|w| seen.insert(w.label.as_str())) {
        match meanings.get(item.label.as_str()) {
            Some(Found::One(WordMeaning::Activity(_) | WordMeaning::Skip)) => {}
            Some(Found::Several(perhaps)) => out.push((item.label.clone(), perhaps.clone())),
            Some(Found::One(_) | Found::None) | None => out.push((item.label.clone(), Vec::new())),
        }
    }
    out
}

impl Weekly {
    /// The entry of a timetable that it is as an activity.
    #[must_use]
    pub fn entry(&self, activity: Activity) -> Recurring {
        let slot = match &self.when {
            WeeklyWhen::Clock(span) => Slot::Clock(*span),
            WeeklyWhen::Periods { first, last } => Slot::Periods {
                first: first.clone(),
                last: last.clone(),
            },
        };
        // The class stands before the subject, as in 三(2)班语文; a note that only repeats the class is that.
        let same = self.class.trim() == self.label.trim();
        let label = if same { "" } else { self.label.trim() };
        let gap = if self.class.is_ascii() && !self.class.is_empty() && !label.is_empty() {
            " "
        } else {
            ""
        };
        let note: String = format!("{}{gap}{label}", self.class.trim())
            .chars()
            .take(Note::LONGEST)
            .collect();
        let note = Note::new(&note).unwrap_or_default();
        Recurring {
            weeks: self.weeks.clone(),
            from: self.from,
            until: self.until,
            every: self.every.max(1),
            except: self.except.clone(),
            ..Recurring::weekly(self.weekday, slot, activity, note)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Span, Taxonomy, WordRule};
    use crate::entry::Lexicon;
    use chrono::{NaiveDate, Weekday};

    fn weekly(label: &str, class: &str, period: &str, weeks: &str) -> Weekly {
        Weekly {
            place: Place::Cell("Sheet1!B3".to_owned()),
            label: label.to_owned(),
            class: class.to_owned(),
            weekday: Weekday::Mon,
            when: WeeklyWhen::Periods {
                first: period.to_owned(),
                last: period.to_owned(),
            },
            weeks: weeks.parse().unwrap(),
            from: None,
            until: None,
            every: 1,
            except: Vec::new(),
        }
    }

    fn rules(own: &[WordRule]) -> Rules {
        Rules::new(&Lexicon::new(&Taxonomy::built_in()), own)
    }

    fn again_and_again(file: &[Weekly]) -> Vec<Weekly> {
        file.iter().chain(file).cloned().collect()
    }

    #[test]
    fn lessons_and_duties_are_added_once() {
        let duty = Weekly {
            when: WeeklyWhen::Clock(Span::clocked(1140, 1230).unwrap()),
            ..weekly("晚自习", "", "1", "all")
        };
        let file = [
            weekly("语文", "三(2)班", "1", "all"),
            duty,
            weekly("午餐", "", "5", "all"),
        ];
        let first = take_over(&file, Parts::default(), &rules(&[])).unwrap();
        assert_eq!((first.added, first.skipped), (2, 1));
        assert_eq!(first.parts.entries[0].note.as_str(), "三(2)班语文");
        let again = take_over(&file, first.parts.clone(), &rules(&[])).unwrap();
        assert_eq!((again.added, again.known), (0, 2));
        assert_eq!(again.parts, first.parts);
        let entry = file[0].entry(first.parts.entries[0].activity.clone());
        assert_eq!(check(&file[0], &entry, &first.parts), Ok(Fit::Known));
        assert_eq!(check(&file[0], &entry, &Parts::default()), Ok(Fit::New));
        let labels: Vec<_> = meanings(&again_and_again(&file), &rules(&[]))
            .into_keys()
            .map(str::to_owned)
            .collect();
        assert_eq!(labels.len(), 3, "each label once: {labels:?}");
    }

    #[test]
    fn turns_are_counted_from_the_week_of_the_beginning() {
        let date = |text: &str| text.parse::<NaiveDate>().unwrap();
        let file = Weekly {
            weekday: Weekday::Tue,
            from: Some(date("2026-09-03")), // a Thursday: its week is that of 1 September
            until: Some(date("2026-10-27")),
            every: 2,
            except: vec![date("2026-09-29")],
            ..weekly("语文", "", "1", "all")
        };
        let taken = take_over(&[file], Parts::default(), &rules(&[])).unwrap();
        let days = date("2026-08-01").iter_days().take(120);
        let days = days.filter(|d| taken.parts.entries[0].takes_place(*d, None));
        let days: Vec<_> = days.map(|d| d.to_string()).collect();
        assert_eq!(days, ["2026-09-15", "2026-10-13", "2026-10-27"]);
    }

    #[test]
    fn what_does_not_fit_is_named_with_its_place() {
        let with = |file: &[Weekly]| take_over(file, Parts::default(), &rules(&[])).unwrap_err();
        let place = Place::Cell("Sheet1!B3".to_owned());
        assert_eq!(
            with(&[weekly("语文", "", "9", "all")]),
            BadWeekly::NoPeriod(place.clone(), "9".into())
        );
        assert_eq!(
            with(&[weekly("语文", "", "1", "odd")]),
            BadWeekly::NoTerm(place.clone())
        );
        let two = [weekly("语文", "", "1", "all"), weekly("数学", "", "1", "all")];
        assert!(matches!(with(&two), BadWeekly::Clash(p, _) if p == place));
        let unknown = [weekly("神秘", "", "1", "all"), weekly("神秘", "", "2", "all")];
        assert_eq!(
            with(&unknown),
            BadWeekly::Asked(vec![("神秘".to_owned(), Vec::new())])
        );
        let rule = WordRule::new("神秘", "duty/safety".parse().unwrap()).unwrap();
        assert_eq!(
            take_over(&unknown, Parts::default(), &rules(&[rule]))
                .unwrap()
                .added,
            2
        );
    }
}
