//! What becomes of each record of a file: worked out again whenever the user says something.

use super::Preview;
use crate::diary::{Diary, conflicts};
use crate::domain::{Block, DayKind, Span, WordMeaning};
use crate::transfer::incoming::rules::Found;
use crate::transfer::incoming::{Record, What};
use chrono::NaiveDate;

/// What would become of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It is taken, as this.
    Taken(WordMeaning),
    /// The diary has it.
    Known,
    /// Only the user can say what it is; perhaps one of these.
    Asked(Vec<WordMeaning>),
    /// It is work, but this block stands in its time; its date beside it.
    InTheWay(WordMeaning, Box<(NaiveDate, Block)>),
    /// It lies ahead: a diary holds what has taken place.
    Ahead,
    /// It is a day whose kind the user has said differently.
    Decided,
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
    /// Days that the user has decided.
    pub decided: usize,
    /// Records that are passed over.
    pub skipped: usize,
}

impl Counts {
    /// Counts one record more.
    pub fn add(&mut self, record: &Record, fate: &Fate) {
        if let (Fate::Taken(_), What::Days(days)) = (fate, &record.what) {
            self.days += days.start().iter_days().take_while(|d| days.contains(d)).count();
            return;
        }
        *match (fate, &record.what) {
            (Fate::Taken(_), _) => &mut self.blocks,
            (Fate::Known, _) => &mut self.known,
            (Fate::Asked(_), _) => &mut self.asked,
            (Fate::InTheWay(..), _) => &mut self.in_the_way,
            (Fate::Ahead, _) => &mut self.ahead,
            (Fate::Decided, _) => &mut self.decided,
            (Fate::Skipped, _) => &mut self.skipped,
        } += 1;
    }
}

impl Preview {
    /// Works out the fate of every record, in the order of the file: what is taken may stand in the way of what comes.
    pub(super) fn decide(&mut self) {
        let mut after = self.known.diary.clone();
        let mut fates = Vec::with_capacity(self.incoming.records.len());
        for (row, record) in self.incoming.records.iter().enumerate() {
            let chosen = self.chosen.get(&row);
            let fate = match &record.what {
                What::Block { date, span, .. } => self.fate_of_block(record, *date, *span, chosen, &after),
                What::Days(days) => {
                    let dates = days.start().iter_days().take_while(|d| days.contains(d));
                    self.fate_of_days(record, &dates.collect::<Vec<_>>(), chosen, &after)
                }
            };
            if let (Fate::Taken(WordMeaning::Activity(activity)), What::Block { date, .. }) =
                (&fate, &record.what)
                && let Some(block) = self.block(record, activity)
            {
                after.day_mut(*date).put(block);
            }
            fates.push(fate);
        }
        self.fates = fates;
    }

    fn fate_of_block(
        &self,
        record: &Record,
        date: NaiveDate,
        span: Span,
        chosen: Option<&WordMeaning>,
        after: &Diary,
    ) -> Fate {
        if self.id(record).is_some_and(|id| self.known.ids.contains(&id)) {
            return Fate::Known;
        }
        if date > self.today {
            return Fate::Ahead;
        }
        let activity = match found(chosen, || self.rules.meaning_of_block(&record.words)) {
            Ok(WordMeaning::Activity(activity)) => activity,
            Ok(WordMeaning::Skip) => return Fate::Skipped,
            Ok(_) => return Fate::Asked(Vec::new()),
            Err(perhaps) => return Fate::Asked(perhaps),
        };
        let day = self.known.diary.day(date);
        if day
            .blocks()
            .iter()
            .any(|b| b.span == span && b.activity == activity)
        {
            return Fate::Known; // logged by hand, or imported by another way
        }
        let parallel = matches!(record.what, What::Block { parallel: true, .. });
        let in_the_way = conflicts(after, date, span, None).into_iter().next();
        match in_the_way.filter(|_| !parallel) {
            Some(other) => Fate::InTheWay(WordMeaning::Activity(activity), Box::new(other)),
            None => Fate::Taken(WordMeaning::Activity(activity)),
        }
    }

    fn fate_of_days(
        &self,
        record: &Record,
        dates: &[NaiveDate],
        chosen: Option<&WordMeaning>,
        after: &Diary,
    ) -> Fate {
        let meaning = match found(chosen, || self.rules.meaning_of_day(&record.words)) {
            Ok(WordMeaning::Skip) => return Fate::Skipped,
            Ok(WordMeaning::Activity(_)) => return Fate::Asked(Vec::new()),
            Ok(meaning) => meaning,
            Err(perhaps) => return Fate::Asked(perhaps),
        };
        let Some(kind) = kind(&meaning) else {
            return Fate::Asked(Vec::new());
        };
        let days: Vec<_> = dates.iter().map(|date| after.day(*date)).collect();
        if days.iter().all(|day| day.kind() == kind) {
            return Fate::Known;
        }
        if days.iter().any(|day| day.is_marked() && day.kind() != kind) {
            return Fate::Decided;
        }
        Fate::Taken(meaning)
    }
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
