//! Reports that are filled again, and what is one report.

use crate::domain::{Activity, Block, Category, Day};
use std::collections::BTreeMap;

/// How often each report has been filled, by activity and note.
#[derive(Debug, Default)]
pub(super) struct Reports<'a> {
    times: BTreeMap<(&'a Activity, String), u32>,
}

impl<'a> Reports<'a> {
    /// The how-many-th time of the week a block fills its report, and the minutes it took with what goes on from it; none
    /// for other work, for a report without a note, which may be any, and for the rest of one that was interrupted.
    pub(super) fn fill(&mut self, day: &'a Day, block: &'a Block) -> Option<(u32, u32)> {
        if block.activity.category != Category::Reports || block.note.is_empty() {
            return None;
        }
        if day.blocks().iter().any(|before| goes_on(day, before, block)) {
            return None;
        }
        let times = self.times.entry((&block.activity, wording(block))).or_insert(0);
        *times += 1;
        Some((*times, minutes_with_rest(day, block)))
    }
}

/// Whether a report goes on in a later block after other work between them without a break, as a block that was split
/// by another does.
fn goes_on(day: &Day, before: &Block, after: &Block) -> bool {
    let (Some((_, mut at)), Some((start, _))) = (before.exclusive_times(), after.exclusive_times()) else {
        return false;
    };
    if at > start || before.activity != after.activity || wording(before) != wording(after) {
        return false;
    }
    for (from, to) in day.blocks().iter().filter_map(Block::exclusive_times) {
        if from == at && to <= start {
            at = to;
        }
    }
    at == start
}

/// A note whatever the case of its letters.
fn wording(block: &Block) -> String {
    block.note.as_str().to_lowercase()
}

/// The minutes of a report and of what goes on from it.
fn minutes_with_rest(day: &Day, block: &Block) -> u32 {
    let goes_on = |b: &&Block| goes_on(day, block, b);
    let rest = day.blocks().iter().filter(goes_on).map(|b| b.span.minutes());
    block.span.minutes() + rest.sum::<u32>()
}
