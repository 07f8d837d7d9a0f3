//! Two clocked blocks of one person never overlap, also across midnight, unless one is parallel.

use super::{Diary, Outcome, Refusal};
use crate::domain::{Block, BlockId, DAY, Day, FIRST_DATE, Span, check_date};
use chrono::{Days, Duration, NaiveDate};

/// What to do when a new block overlaps old ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OnOverlap {
    /// Refuse, naming the other block.
    #[default]
    Refuse,
    /// Shorten the new block, splitting it around blocks inside it.
    Trim,
    /// Remove or shorten the old blocks.
    Replace,
    /// Keep both; the new one is a secondary activity.
    Parallel,
}

/// A stretch of time in minutes since the first date's midnight, so that days do not matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stretch {
    start: i64,
    end: i64,
}

impl Stretch {
    fn new(date: NaiveDate, times: (u32, u32)) -> Self {
        let midnight = (date - FIRST_DATE).num_days() * i64::from(DAY);
        Self {
            start: midnight + i64::from(times.0),
            end: midnight + i64::from(times.1),
        }
    }

    const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// What is left of it without `others`, which are in order of time.
    fn without(self, others: &[Self]) -> Vec<Self> {
        let mut free = Vec::new();
        let mut start = self.start;
        for other in others {
            if other.start > start {
                free.push(Self {
                    start,
                    end: other.start.min(self.end),
                });
            }
            start = start.max(other.end);
        }
        if start < self.end {
            free.push(Self { start, end: self.end });
        }
        free
    }

    /// The date it starts on and its span there.
    fn place(self) -> Result<(NaiveDate, Span), Refusal> {
        let day = i64::from(DAY);
        let date = FIRST_DATE + Duration::days(self.start.div_euclid(day));
        let minutes = |m: i64| u32::try_from(m).unwrap_or(u32::MAX);
        let start = self.start.rem_euclid(day);
        let span =
            Span::clocked(minutes(start), minutes(start + self.end - self.start)).map_err(Refusal::Span)?;
        Ok((check_date(date).map_err(Refusal::Date)?, span))
    }
}

fn stretches(found: &[(NaiveDate, Block)]) -> Vec<Stretch> {
    found
        .iter()
        .filter_map(|(date, b)| Some(Stretch::new(*date, b.span.clock_times()?)))
        .collect()
}

/// The blocks that a span on a date would overlap, in order of time, `except` left out.
#[must_use]
pub fn conflicts(
    diary: &Diary,
    date: NaiveDate,
    span: Span,
    except: Option<&BlockId>,
) -> Vec<(NaiveDate, Block)> {
    let Some(times) = span.clock_times() else {
        return Vec::new();
    };
    let new = Stretch::new(date, times);
    let dates = [date.pred_opt(), Some(date), date.checked_add_days(Days::new(1))];
    let mut found = Vec::new();
    for date in dates.into_iter().flatten() {
        let day = diary.day(date);
        let hit = |b: &&Block| {
            let old = b.exclusive_times().map(|t| Stretch::new(date, t));
            except != Some(&b.id) && old.is_some_and(|o| o.overlaps(new))
        };
        found.extend(day.blocks().iter().filter(hit).map(|b| (date, b.clone())));
    }
    found
}

/// Puts a block into the diary under the overlap rule; returns what was put in, changed and removed.
pub(super) fn place(
    diary: &mut Diary,
    date: NaiveDate,
    block: Block,
    policy: OnOverlap,
    outcome: &mut Outcome,
) -> Result<(), Refusal> {
    let found = if block.parallel {
        Vec::new()
    } else {
        conflicts(diary, date, block.span, Some(&block.id))
    };
    let (Some(first), Some(times)) = (found.first(), block.span.clock_times()) else {
        return put(diary, date, block, outcome);
    };
    match policy {
        OnOverlap::Refuse => Err(Refusal::Overlap {
            new: block.span,
            other: Box::new(first.clone()),
        }),
        OnOverlap::Parallel => put(
            diary,
            date,
            Block {
                parallel: true,
                ..block
            },
            outcome,
        ),
        OnOverlap::Trim => {
            let pieces = Stretch::new(date, times).without(&stretches(&found));
            if pieces.is_empty() {
                return Err(Refusal::NothingLeft {
                    new: block.span,
                    other: Box::new(first.clone()),
                });
            }
            put_pieces(diary, date, &block, &pieces, outcome)
        }
        OnOverlap::Replace => {
            let new = Stretch::new(date, times);
            for (old_date, old) in found {
                diary.day_mut(old_date).remove(&old.id);
                let pieces = stretches(&[(old_date, old.clone())])[0].without(&[new]);
                if pieces.is_empty() {
                    outcome.removed.push((old_date, old));
                } else {
                    put_pieces(diary, old_date, &old, &pieces, outcome)?;
                }
            }
            put(diary, date, block, outcome)
        }
    }
}

/// Puts the pieces of a block in; the first one keeps its id if it stays on its date.
fn put_pieces(
    diary: &mut Diary,
    date: NaiveDate,
    block: &Block,
    pieces: &[Stretch],
    outcome: &mut Outcome,
) -> Result<(), Refusal> {
    for (i, piece) in pieces.iter().enumerate() {
        let (piece_date, span) = piece.place()?;
        let id = if i == 0 && piece_date == date {
            block.id.clone()
        } else {
            diary.day_mut(piece_date).new_id()
        };
        put(
            diary,
            piece_date,
            Block {
                id,
                span,
                ..block.clone()
            },
            outcome,
        )?;
    }
    Ok(())
}

fn put(diary: &mut Diary, date: NaiveDate, block: Block, outcome: &mut Outcome) -> Result<(), Refusal> {
    let day = diary.day_mut(date);
    if day.blocks().len() >= Day::MOST_BLOCKS {
        return Err(Refusal::DayFull(date));
    }
    outcome.booked.push((date, block.clone()));
    day.put(block);
    Ok(())
}

/// Whether no two exclusive blocks of the diary overlap; what imports are checked with.
///
/// # Errors
/// The first two that do.
pub fn check_no_overlap(diary: &Diary) -> Result<(), Box<[(NaiveDate, Block); 2]>> {
    let mut last: Option<(Stretch, NaiveDate, &Block)> = None;
    for day in diary.days() {
        for block in day.blocks() {
            let Some(times) = block.exclusive_times() else {
                continue;
            };
            let stretch = Stretch::new(day.date, times);
            if let Some((before, date, other)) = last
                && before.overlaps(stretch)
            {
                return Err(Box::new([(date, other.clone()), (day.date, block.clone())]));
            }
            if last.is_none_or(|(before, ..)| stretch.end > before.end) {
                last = Some((stretch, day.date, block));
            }
        }
    }
    Ok(())
}
