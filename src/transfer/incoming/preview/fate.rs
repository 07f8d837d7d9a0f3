//! What becomes of each record of a file: worked out again whenever the user says something.

use super::Preview;
use crate::diary::{Diary, conflicts};
use crate::domain::{Block, BlockId, DayKind, Span, WordMeaning};
use crate::transfer::incoming::rules::Found;
use crate::transfer::incoming::{Record, What};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// What would become of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It is work, and taken as this.
    Taken(WordMeaning),
    /// It is whole days, and some of them become this.
    Marked {
        /// What they become.
        meaning: WordMeaning,
        /// The dates that change.
        dates: Vec<NaiveDate>,
        /// How many others the user has said differently: they stay as they are.
        decided: usize,
    },
    /// The diary has it.
    Known,
    /// Only the user can say what it is; perhaps one of these.
    Asked(Vec<WordMeaning>),
    /// It is work, but this block stands in its time; its date beside it.
    InTheWay(WordMeaning, Box<(NaiveDate, Block)>),
    /// It lies ahead: a diary holds what has taken place.
    Ahead,
    /// It is whole days; so many the user has said differently, and the diary has the others.
    Decided(usize),
    /// It is passed over: a rule says so, or the user.
    Skipped,
}

/// How many records come to what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Blocks that are taken.
    pub blocks: usize,
    /// Days whose kind changes, each date of a longer holiday for itself.
    pub days: usize,
    /// Records that the diary has.
    pub known: usize,
    /// Records that the user is to be asked about.
    pub asked: usize,
    /// Blocks in whose time others stand.
    pub in_the_way: usize,
    /// Blocks that lie ahead.
    pub ahead: usize,
    /// Days that the user has decided, each date of a longer holiday for itself.
    pub decided: usize,
    /// Records that are passed over.
    pub skipped: usize,
}

impl Counts {
    /// Counts one record more.
    pub fn add(&mut self, fate: &Fate) {
        *match fate {
            Fate::Taken(_) => &mut self.blocks,
            Fate::Marked { dates, decided, .. } => {
                self.days += dates.len();
                self.decided += decided;
                return;
            }
            Fate::Decided(dates) => {
                self.decided += dates;
                return;
            }
            Fate::Known => &mut self.known,
            Fate::Asked(_) => &mut self.asked,
            Fate::InTheWay(..) => &mut self.in_the_way,
            Fate::Ahead => &mut self.ahead,
            Fate::Skipped => &mut self.skipped,
        } += 1;
    }
}

/// What is worked out so far.
struct Course {
    /// The diary with what is taken.
    after: Diary,
    /// The ids that records of this file have: a block with one of them is that record and no other.
    own: BTreeSet<BlockId>,
    /// The blocks of the diary that are records of this file under other ids; each is one only.
    matched: BTreeSet<BlockId>,
    /// What the file says of each date whose kind the user has not said.
    said: BTreeMap<NaiveDate, Said>,
}

/// What a file says of a date.
#[derive(Default)]
struct Said {
    /// Each of its meanings; more than one contradict each other.
    meanings: BTreeSet<WordMeaning>,
    /// Which of them the user has chosen.
    chosen: Option<WordMeaning>,
}

impl Preview {
    /// Works out the fate of every record, in the order of the file: what is taken may stand in the way of what comes.
    pub(super) fn decide(&mut self) {
        let records = &self.incoming.records;
        let mut course = Course {
            after: self.known.diary.clone(),
            own: records.iter().filter_map(|record| self.id(record)).collect(),
            matched: BTreeSet::new(),
            said: self.said(),
        };
        let mut fates = Vec::with_capacity(records.len());
        for (row, record) in records.iter().enumerate() {
            let fate = match &record.what {
                What::Block { date, span, .. } => {
                    self.fate_of_block((row, record), *date, *span, &mut course)
                }
                What::Days(days) => self.fate_of_days((row, record), days, &course),
            };
            match (&fate, &record.what) {
                (Fate::Taken(WordMeaning::Activity(activity)), What::Block { date, .. }) => {
                    if let Some(block) = self.block(record, activity) {
                        course.after.day_mut(*date).put(block);
                    }
                }
                (Fate::Marked { meaning, dates, .. }, _) => {
                    for (date, kind) in dates.iter().zip(kind(meaning).into_iter().cycle()) {
                        course.after.day_mut(*date).mark(kind);
                    }
                }
                _ => {}
            }
            fates.push(fate);
        }
        self.fates = fates;
    }

    /// What the file says of the dates whose kind the user has not said.
    fn said(&self) -> BTreeMap<NaiveDate, Said> {
        let mut out: BTreeMap<NaiveDate, Said> = BTreeMap::new();
        for (row, record) in self.incoming.records.iter().enumerate() {
            let (What::Days(days), Ok((meaning, _))) = (&record.what, self.meaning_of_days((row, record)))
            else {
                continue;
            };
            for date in each(days).filter(|date| !self.known.diary.day(*date).is_marked()) {
                let said = out.entry(date).or_default();
                if self.chosen.contains_key(&row) {
                    said.chosen.get_or_insert_with(|| meaning.clone());
                }
                if !said.meanings.contains(&meaning) {
                    said.meanings.insert(meaning.clone());
                }
            }
        }
        out
    }

    fn fate_of_block(
        &self,
        (row, record): (usize, &Record),
        date: NaiveDate,
        span: Span,
        course: &mut Course,
    ) -> Fate {
        if self.id(record).is_some_and(|id| self.known.ids.contains(&id)) {
            return Fate::Known;
        }
        if date > self.today {
            return Fate::Ahead;
        }
        let chosen = self.chosen.get(&row);
        let activity = match found(chosen, || self.rules.meaning_of_block(&record.words)) {
            Ok(WordMeaning::Activity(activity)) => activity,
            Ok(WordMeaning::Skip) => return Fate::Skipped,
            Ok(_) => return Fate::Asked(Vec::new()),
            Err(perhaps) => return Fate::Asked(perhaps),
        };
        // Logged by hand, or imported by another way. An amount alone tells no record from another.
        let day = self.known.diary.day(date);
        let is_it = |b: &&Block| {
            span.clock_times().is_some()
                && b.span == span
                && b.activity == activity
                && !course.own.contains(&b.id)
                && !course.matched.contains(&b.id)
        };
        if let Some(block) = day.blocks().iter().find(is_it) {
            course.matched.insert(block.id.clone());
            return Fate::Known;
        }
        let parallel = matches!(record.what, What::Block { parallel: true, .. });
        let in_the_way = conflicts(&course.after, date, span, None).into_iter().next();
        match in_the_way.filter(|_| !parallel) {
            Some(other) => Fate::InTheWay(WordMeaning::Activity(activity), Box::new(other)),
            None => Fate::Taken(WordMeaning::Activity(activity)),
        }
    }

    /// What whole days are said to be; else what becomes of the record.
    fn meaning_of_days(&self, (row, record): (usize, &Record)) -> Result<(WordMeaning, DayKind), Fate> {
        let chosen = self.chosen.get(&row);
        let meaning = match found(chosen, || self.rules.meaning_of_day(&record.words)) {
            Ok(WordMeaning::Skip) => return Err(Fate::Skipped),
            Ok(meaning) => meaning,
            Err(perhaps) => return Err(Fate::Asked(perhaps)),
        };
        let kind = kind(&meaning).ok_or_else(|| Fate::Asked(Vec::new()))?;
        Ok((meaning, kind))
    }

    /// Each date for itself: what the user has said of it holds, in the diary and of another record of this file.
    fn fate_of_days(&self, row: (usize, &Record), days: &RangeInclusive<NaiveDate>, course: &Course) -> Fate {
        let (meaning, kind) = match self.meaning_of_days(row) {
            Ok(found) => found,
            Err(fate) => return fate,
        };
        let (mut dates, mut decided, mut perhaps) = (Vec::new(), 0, BTreeSet::new());
        for date in each(days) {
            let said = course.said.get(&date);
            let chosen = said.and_then(|said| said.chosen.as_ref());
            let said = said.filter(|said| chosen.is_none() && said.meanings.len() > 1);
            if let Some(said) = said {
                perhaps.extend(said.meanings.iter().cloned());
            } else if chosen.is_some_and(|chosen| *chosen != meaning) {
                decided += 1;
            } else if course.after.day(date).kind() == kind {
                // the diary has it
            } else if self.known.diary.day(date).is_marked() {
                decided += 1;
            } else {
                dates.push(date);
            }
        }
        match (perhaps.is_empty(), dates.is_empty(), decided) {
            (false, ..) => Fate::Asked(perhaps.into_iter().collect()),
            (true, true, 0) => Fate::Known,
            (true, true, decided) => Fate::Decided(decided),
            (true, false, decided) => Fate::Marked {
                meaning,
                dates,
                decided,
            },
        }
    }
}

/// The dates of a range.
fn each(days: &RangeInclusive<NaiveDate>) -> impl Iterator<Item = NaiveDate> {
    days.start().iter_days().take_while(|d| days.contains(d))
}

/// What was chosen, or what the rules find; else what it may be.
fn found(
    chosen: Option<&WordMeaning>,
    rules: impl FnOnce() -> Found,
) -> Result<WordMeaning, Vec<WordMeaning>> {
    match chosen.cloned().map_or_else(rules, Found::One) {
        Found::One(meaning) => Ok(meaning),
        Found::Several(perhaps) => Err(perhaps),
        Found::None => Err(Vec::new()),
    }
}

/// The kind of day that a meaning says.
pub(super) fn kind(meaning: &WordMeaning) -> Option<DayKind> {
    match meaning {
        WordMeaning::School => Some(DayKind::School),
        WordMeaning::Off(reason) => Some(DayKind::Off(reason.clone())),
        WordMeaning::Activity(_) | WordMeaning::Skip => None,
    }
}
