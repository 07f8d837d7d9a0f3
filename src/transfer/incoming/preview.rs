//! What an import would do, record by record, before anything is done.

mod fate;

pub use fate::{Counts, Fate};

use super::rules::Rules;
use super::{Incoming, LeftOut, Record, What};
use crate::diary::{Diary, OnOverlap, Operation};
use crate::domain::{Activity, Block, BlockId, Note, Rating, WordMeaning, WordRule};
use crate::entry::Lexicon;
use chrono::NaiveDate;
use fate::kind;
use std::collections::{BTreeMap, BTreeSet};

/// What the diary knows already.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Known {
    /// The recorded days of the file's dates and a day on either side.
    pub diary: Diary,
    /// The ids of all blocks there are.
    pub ids: BTreeSet<BlockId>,
}

/// An import that can still be changed.
#[derive(Debug, Clone)]
pub struct Preview {
    incoming: Incoming,
    known: Known,
    rules: Rules,
    lexicon: Lexicon,
    /// The user's own rules, those of this import included.
    own: Vec<WordRule>,
    /// Whether there are new ones.
    taught: bool,
    /// Records that the user has decided by themselves: what they are, or to pass them over.
    chosen: BTreeMap<usize, WordMeaning>,
    format: &'static str,
    today: NaiveDate,
    fates: Vec<Fate>,
}

impl Preview {
    /// What an import of a file would do. `format` is the file's, so that what two kinds of files call the same is not
    /// taken for one; `own` are the user's rules.
    #[must_use]
    pub fn new(
        incoming: Incoming,
        format: &'static str,
        known: Known,
        lexicon: &Lexicon,
        own: Vec<WordRule>,
        today: NaiveDate,
    ) -> Self {
        let mut out = Self {
            incoming,
            known,
            rules: Rules::new(lexicon, &own),
            lexicon: lexicon.clone(),
            own,
            taught: false,
            chosen: BTreeMap::new(),
            format,
            today,
            fates: Vec::new(),
        };
        out.decide();
        out
    }

    /// The records of the file, each with what would become of it.
    #[must_use]
    pub fn rows(&self) -> impl ExactSizeIterator<Item = (&Record, &Fate)> {
        self.incoming.records.iter().zip(&self.fates)
    }

    /// What of the file is not taken, and why.
    #[must_use]
    pub fn left_out(&self) -> &[LeftOut] {
        &self.incoming.left_out
    }

    /// Says what a word means, wherever it stands in a file: a rule of the user's own from now on.
    pub fn teach(&mut self, word: &str, meaning: WordMeaning) {
        let Some(rule) = WordRule::of_text(word, meaning) else {
            return;
        };
        self.own.retain(|old| old.word() != rule.word());
        self.own.push(rule);
        self.taught = true;
        self.rules = Rules::new(&self.lexicon, &self.own);
        self.decide();
    }

    /// The user's rules, if there are new ones.
    #[must_use]
    pub fn taught(&self) -> Option<&[WordRule]> {
        self.taught.then_some(&self.own)
    }

    /// Says what a single record is, or that it is passed over; none leaves it to the rules again.
    pub fn choose(&mut self, row: usize, meaning: Option<WordMeaning>) {
        match meaning {
            Some(meaning) => self.chosen.insert(row, meaning),
            None => self.chosen.remove(&row),
        };
        self.decide();
    }

    /// Says what several records are, as [`Preview::choose`] does for one.
    pub fn choose_all(&mut self, rows: &[usize], meaning: Option<&WordMeaning>) {
        for row in rows {
            match meaning {
                Some(meaning) => self.chosen.insert(*row, meaning.clone()),
                None => self.chosen.remove(row),
            };
        }
        self.decide();
    }

    /// What the user has said of a single record.
    #[must_use]
    pub fn chosen(&self, row: usize) -> Option<&WordMeaning> {
        self.chosen.get(&row)
    }

    /// The user's own rules, those of this import included.
    #[must_use]
    pub fn own(&self) -> &[WordRule] {
        &self.own
    }

    /// Takes other rules of the user's own.
    pub fn set_own(&mut self, own: Vec<WordRule>) {
        self.own = own;
        self.taught = true;
        self.rules = Rules::new(&self.lexicon, &self.own);
        self.decide();
    }

    /// Whether the user has decided something: taught a word, or said what a record is.
    #[must_use]
    pub fn is_touched(&self) -> bool {
        self.taught || !self.chosen.is_empty()
    }

    /// Passes over everything that the user would have to be asked about.
    pub fn skip_asked(&mut self) {
        let asked = |(row, fate): (usize, &Fate)| matches!(fate, Fate::Asked(_)).then_some(row);
        let rows: Vec<usize> = self.fates.iter().enumerate().filter_map(asked).collect();
        self.chosen
            .extend(rows.into_iter().map(|row| (row, WordMeaning::Skip)));
        self.decide();
    }

    /// What the user is to be asked about: each wording once, in the order of the file, with how often it comes and what
    /// it may mean.
    #[must_use]
    pub fn asked(&self) -> Vec<(&str, usize, &[WordMeaning])> {
        let mut out: Vec<(&str, usize, &[WordMeaning])> = Vec::new();
        for (record, fate) in self.rows() {
            let Fate::Asked(perhaps) = fate else { continue };
            match out.iter_mut().find(|(label, ..)| *label == record.label()) {
                Some((_, count, _)) => *count += 1,
                None => out.push((record.label(), 1, perhaps)),
            }
        }
        out
    }

    /// How many records come to what.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut out = Counts::default();
        self.fates.iter().for_each(|fate| out.add(fate));
        out
    }

    /// The change that takes what is to be taken. Blocks with others in their time come in only where a way is given to
    /// make room, and not where shortening leaves nothing of them.
    #[must_use]
    pub fn operation(&self, on_overlap: OnOverlap) -> Operation {
        let mut out = Vec::new();
        let mut after = self.known.diary.clone();
        for (record, fate) in self.rows() {
            let activity = match fate {
                Fate::Marked { meaning, dates, .. } => {
                    out.extend(kind(meaning).into_iter().flat_map(|kind| {
                        dates.iter().map(move |date| Operation::Mark {
                            date: *date,
                            kind: kind.clone(),
                        })
                    }));
                    continue;
                }
                Fate::Taken(WordMeaning::Activity(activity)) => activity,
                Fate::InTheWay(WordMeaning::Activity(activity), _) if on_overlap != OnOverlap::Refuse => {
                    activity
                }
                _ => continue,
            };
            let (What::Block { date, .. }, Some(block)) = (&record.what, self.block(record, activity)) else {
                continue;
            };
            let bring = Operation::Bring {
                date: *date,
                blocks: vec![block],
                on_overlap,
            };
            let mut trial = after.around(*date);
            if bring.apply(&mut trial).is_ok() {
                trial.days().for_each(|day| after.insert(day.clone()));
                out.push(bring);
            }
        }
        Operation::All(out)
    }

    /// The id under which a record is booked; the same whenever the same file is read.
    fn id(&self, record: &Record) -> Option<BlockId> {
        let hash = fnv(&[self.format, "\n", &record.source]);
        BlockId::new(&format!("i-{hash:016x}"))
    }

    fn block(&self, record: &Record, activity: &Activity) -> Option<Block> {
        let What::Block {
            span,
            note,
            rating,
            parallel,
            ..
        } = &record.what
        else {
            return None;
        };
        let note: String = note.chars().take(Note::LONGEST).collect();
        Some(Block {
            id: self.id(record)?,
            activity: activity.clone(),
            span: *span,
            note: Note::new(&note).unwrap_or_default(),
            rating: rating.and_then(|r| Rating::new(r).ok()),
            parallel: *parallel,
        })
    }
}

impl Record {
    /// What the file calls it.
    #[must_use]
    pub fn label(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }

    /// The dates it is about.
    #[must_use]
    pub fn dates(&self) -> std::ops::RangeInclusive<NaiveDate> {
        match &self.what {
            What::Block { date, .. } => *date..=*date,
            What::Days(days) => days.clone(),
        }
    }
}

/// What is decided; the rules and the names of activities are made of it.
impl PartialEq for Preview {
    fn eq(&self, other: &Self) -> bool {
        self.incoming == other.incoming
            && self.known == other.known
            && self.own == other.own
            && self.chosen == other.chosen
            && self.fates == other.fates
    }
}

/// The 64-bit FNV-1a hash: the same on every machine and in every version, as an id must be.
fn fnv(parts: &[&str]) -> u64 {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let bytes = parts.iter().flat_map(|part| part.bytes());
    bytes.fold(OFFSET, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests;
