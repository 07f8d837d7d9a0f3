//! Everything that can be done to a diary. An operation is applied whole or not at all.

use super::{Diary, Draft, Mend, OnOverlap, Refusal, overlap};
use crate::domain::{Block, BlockId, DayKind, Span, check_date};
use chrono::{Days, NaiveDate};
use std::ops::RangeInclusive;

/// A change to the days of a diary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operation {
    /// Books blocks, one after the other.
    Add {
        /// The date they start on.
        date: NaiveDate,
        /// What to book.
        drafts: Vec<Draft>,
        /// What to do about blocks in the way.
        on_overlap: OnOverlap,
    },
    /// Changes a block.
    Edit {
        /// The block's date.
        date: NaiveDate,
        /// Which block.
        id: BlockId,
        /// What changes.
        mend: Mend,
        /// What to do about blocks in the way.
        on_overlap: OnOverlap,
    },
    /// Takes blocks out.
    Remove(Vec<(NaiveDate, BlockId)>),
    /// Books the blocks of another day again.
    CopyDay {
        /// The day to copy.
        from: NaiveDate,
        /// The day that gets the blocks.
        to: NaiveDate,
        /// What to do about blocks in the way.
        on_overlap: OnOverlap,
    },
    /// Signs a day off as fully logged, or takes the signature back.
    Close {
        /// Which day.
        date: NaiveDate,
        /// Signed off or not.
        closed: bool,
    },
    /// Marks a day as school day or off.
    Mark {
        /// Which day.
        date: NaiveDate,
        /// What it is.
        kind: DayKind,
    },
    /// Books what was planned, as it took place.
    Confirm {
        /// Which day.
        date: NaiveDate,
        /// The planned stretches, each with what is booked for it.
        planned: Vec<(Span, Draft)>,
        /// What to do about blocks in the way.
        on_overlap: OnOverlap,
    },
    /// Notes that what was planned did not take place.
    Dismiss {
        /// Which day.
        date: NaiveDate,
        /// The planned stretches.
        planned: Vec<Span>,
    },
    /// Makes a day follow the timetable of another date, or its own again.
    Follow {
        /// Which day.
        date: NaiveDate,
        /// The other date.
        like: Option<NaiveDate>,
    },
    /// Books blocks that have an id from where they come from, so that they are known again.
    Bring {
        /// The date they start on.
        date: NaiveDate,
        /// The blocks.
        blocks: Vec<Block>,
        /// What to do about blocks in the way.
        on_overlap: OnOverlap,
    },
    /// Several, in order, as one change.
    All(Vec<Operation>),
}

/// What an operation did to blocks, with their dates.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outcome {
    /// Blocks as they now stand: new, changed, or cut to size.
    pub booked: Vec<(NaiveDate, Block)>,
    /// Blocks that are gone.
    pub removed: Vec<(NaiveDate, Block)>,
}

impl Operation {
    /// The dates it is about, without the neighbours that the overlap rule looks at; none if it is about nothing.
    #[must_use]
    pub fn dates(&self) -> Option<RangeInclusive<NaiveDate>> {
        let around = |dates: &mut dyn Iterator<Item = NaiveDate>| {
            dates.fold(None, |range: Option<RangeInclusive<NaiveDate>>, d| match range {
                None => Some(d..=d),
                Some(r) => Some(d.min(*r.start())..=d.max(*r.end())),
            })
        };
        match self {
            Self::Add { date, .. }
            | Self::Edit { date, .. }
            | Self::Close { date, .. }
            | Self::Mark { date, .. }
            | Self::Confirm { date, .. }
            | Self::Dismiss { date, .. }
            | Self::Bring { date, .. }
            | Self::Follow { date, .. } => Some(*date..=*date),
            Self::Remove(blocks) => around(&mut blocks.iter().map(|(date, _)| *date)),
            Self::CopyDay { from, to, .. } => around(&mut [*from, *to].into_iter()),
            Self::All(operations) => around(
                &mut operations
                    .iter()
                    .filter_map(Self::dates)
                    .flat_map(|r| [*r.start(), *r.end()]),
            ),
        }
    }

    /// The dates that must be known to apply it: its own and a day on either side.
    #[must_use]
    pub fn needs(&self) -> Option<RangeInclusive<NaiveDate>> {
        let dates = self.dates()?;
        let before = dates
            .start()
            .checked_sub_days(Days::new(1))
            .unwrap_or(*dates.start());
        let after = dates.end().checked_add_days(Days::new(1)).unwrap_or(*dates.end());
        Some(before..=after)
    }

    /// The same with another answer to overlaps; what books nothing stays as it is.
    #[must_use]
    pub fn with_policy(mut self, policy: OnOverlap) -> Self {
        match &mut self {
            Self::Add { on_overlap, .. }
            | Self::Edit { on_overlap, .. }
            | Self::CopyDay { on_overlap, .. }
            | Self::Confirm { on_overlap, .. }
            | Self::Bring { on_overlap, .. } => {
                *on_overlap = policy;
            }
            Self::All(operations) => {
                for operation in operations {
                    *operation = std::mem::replace(operation, Self::All(Vec::new())).with_policy(policy);
                }
            }
            Self::Remove(_)
            | Self::Close { .. }
            | Self::Mark { .. }
            | Self::Dismiss { .. }
            | Self::Follow { .. } => {}
        }
        self
    }

    /// The dates that it marks as school day or off, whatever they were.
    #[must_use]
    pub fn marks(&self) -> Vec<NaiveDate> {
        match self {
            Self::Mark { date, .. } => vec![*date],
            Self::All(operations) => operations.iter().flat_map(Self::marks).collect(),
            _ => Vec::new(),
        }
    }

    /// Applies it. On an error the diary may be half changed: the caller drops it.
    ///
    /// # Errors
    /// [`Refusal`], naming what stands in the way.
    pub fn apply(&self, diary: &mut Diary) -> Result<Outcome, Refusal> {
        let mut outcome = Outcome::default();
        self.apply_to(diary, &mut outcome)?;
        Ok(outcome)
    }

    fn apply_to(&self, diary: &mut Diary, outcome: &mut Outcome) -> Result<(), Refusal> {
        if let Some(dates) = self.dates() {
            check_date(*dates.start())
                .and(check_date(*dates.end()))
                .map_err(Refusal::Date)?;
        }
        match self {
            Self::Add {
                date,
                drafts,
                on_overlap,
            } => drafts
                .iter()
                .try_for_each(|d| book(diary, *date, d.clone(), *on_overlap, outcome)),
            Self::Edit {
                date,
                id,
                mend,
                on_overlap,
            } => {
                let old = diary
                    .day_mut(*date)
                    .remove(id)
                    .ok_or_else(|| Refusal::NoBlock(id.clone()))?;
                let draft = mend.applied_to(&old);
                book_as(diary, *date, old.id, draft, *on_overlap, outcome)
            }
            Self::Remove(blocks) => {
                for (date, id) in blocks {
                    let gone = diary
                        .day_mut(*date)
                        .remove(id)
                        .ok_or_else(|| Refusal::NoBlock(id.clone()))?;
                    outcome.removed.push((*date, gone));
                }
                Ok(())
            }
            Self::CopyDay { from, to, on_overlap } => {
                let drafts: Vec<Draft> = diary.day(*from).blocks().iter().map(Draft::of).collect();
                if drafts.is_empty() {
                    return Err(Refusal::NothingToCopy(*from));
                }
                drafts
                    .into_iter()
                    .try_for_each(|d| book(diary, *to, d, *on_overlap, outcome))
            }
            Self::Close { date, closed } => {
                diary.day_mut(*date).closed = *closed;
                Ok(())
            }
            Self::Mark { date, kind } => {
                let day = diary.day_mut(*date);
                if day.kind() != *kind {
                    day.follows = None; // it followed another date as the kind of day it was
                }
                day.mark(kind.clone());
                Ok(())
            }
            Self::Confirm {
                date,
                planned,
                on_overlap,
            } => planned.iter().try_for_each(|(span, draft)| {
                diary.day_mut(*date).settle(*span);
                book(diary, *date, draft.clone(), *on_overlap, outcome)
            }),
            Self::Bring {
                date,
                blocks,
                on_overlap,
            } => blocks
                .iter()
                .try_for_each(|b| overlap::place(diary, *date, b.clone(), *on_overlap, outcome)),
            Self::Dismiss { date, planned } => {
                for span in planned {
                    diary.day_mut(*date).settle(*span);
                }
                Ok(())
            }
            Self::Follow { date, like } => {
                if let Some(like) = like {
                    check_date(*like).map_err(Refusal::Date)?;
                }
                diary.day_mut(*date).follows = like.filter(|like| like != date);
                Ok(())
            }
            Self::All(operations) => operations.iter().try_for_each(|o| o.apply_to(diary, outcome)),
        }
    }
}

fn book(
    diary: &mut Diary,
    date: NaiveDate,
    draft: Draft,
    policy: OnOverlap,
    out: &mut Outcome,
) -> Result<(), Refusal> {
    let id = diary.day_mut(date).new_id();
    book_as(diary, date, id, draft, policy, out)
}

fn book_as(
    diary: &mut Diary,
    date: NaiveDate,
    id: BlockId,
    draft: Draft,
    policy: OnOverlap,
    out: &mut Outcome,
) -> Result<(), Refusal> {
    let span = draft.when.resolve(&diary.day(date))?;
    let Draft {
        activity,
        note,
        rating,
        parallel,
        ..
    } = draft;
    overlap::place(
        diary,
        date,
        Block {
            id,
            activity,
            span,
            note,
            rating,
            parallel,
        },
        policy,
        out,
    )
}

#[cfg(test)]
mod tests;
