//! Time with parents outside the hours in which they can expect a reply.

use crate::domain::{Block, Category, Day, ReplyWindow};

/// The minutes of a block with parents that lie outside the reply window of its date; 0 for other blocks.
///
/// On a day off all of them do. Of an amount without a clock time on a school day nothing is known, so that none do. A
/// block belongs whole to its date: past midnight there is no window until it ends.
#[must_use]
pub fn late_minutes(day: &Day, block: &Block, window: ReplyWindow) -> u32 {
    if block.parallel || block.activity.category != Category::ParentMessages {
        return 0;
    }
    let all = block.span.minutes();
    match block.span.clock_times() {
        _ if !day.is_school() => all,
        None => 0,
        Some((start, end)) => {
            let within = end.min(window.end()).saturating_sub(start.max(window.start()));
            all - within
        }
    }
}

/// The minutes with parents outside the reply window, of some days.
pub fn late_parent_minutes<'a>(days: impl IntoIterator<Item = &'a Day>, window: ReplyWindow) -> u32 {
    let of_day = |day: &'a Day| day.blocks().iter().map(move |b| late_minutes(day, b, window));
    days.into_iter().flat_map(of_day).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Activity, Note, Span};

    fn late(date: &str, category: Category, span: Span, parallel: bool) -> u32 {
        let mut day = Day::empty(date.parse().unwrap());
        let block = Block {
            id: day.new_id(),
            activity: Activity::catch_all(category),
            span,
            note: Note::default(),
            rating: None,
            parallel,
        };
        day.put(block);
        late_parent_minutes([&day], ReplyWindow::USUAL)
    }

    #[test]
    fn only_what_lies_outside_the_window_is_late() {
        let (friday, sunday) = ("2026-11-20", "2026-11-22");
        let parents = |date, start, end| {
            late(
                date,
                Category::ParentMessages,
                Span::clocked(start, end).unwrap(),
                false,
            )
        };
        assert_eq!(parents(friday, 12 * 60, 13 * 60), 0);
        assert_eq!(parents(friday, 7 * 60, 20 * 60), 0, "the whole window");
        assert_eq!(parents(friday, 6 * 60 + 50, 7 * 60 + 10), 10);
        assert_eq!(parents(friday, 19 * 60 + 30, 20 * 60 + 40), 40);
        assert_eq!(parents(friday, 6 * 60, 21 * 60), 120, "both ends");
        assert_eq!(parents(friday, 22 * 60, 24 * 60 + 30), 150, "past midnight");
        assert_eq!(parents(friday, 5 * 60, 6 * 60), 60);
        assert_eq!(parents(sunday, 12 * 60, 13 * 60), 60, "a day off has no window");
    }

    #[test]
    fn amounts_parallel_blocks_and_other_work() {
        let (hour, night) = (Span::amount(60).unwrap(), Span::clocked(1320, 1380).unwrap());
        assert_eq!(late("2026-11-20", Category::ParentMessages, hour, false), 0);
        assert_eq!(late("2026-11-22", Category::ParentMessages, hour, false), 60);
        assert_eq!(late("2026-11-20", Category::ParentMessages, night, true), 0);
        assert_eq!(late("2026-11-20", Category::Reports, night, false), 0);
    }
}
