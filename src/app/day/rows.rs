//! The lines of the day's list: what is booked and what waits to be confirmed, in one sequence.

use super::DayScreen;
use crate::app::Loaded;
use crate::diary::Unconfirmed;
use crate::domain::{Activity, Block, BlockId, Day, Note, Span};

/// Which line of the day's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// A block.
    Block(BlockId),
    /// What is planned for this stretch.
    Planned(Span),
}

/// A line of the day's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listed<'a> {
    /// A block.
    Block(&'a Block),
    /// What waits to be confirmed.
    Planned(&'a Unconfirmed),
}

impl Listed<'_> {
    /// Which line it is.
    #[must_use]
    pub fn row(&self) -> Row {
        match self {
            Self::Block(block) => Row::Block(block.id.clone()),
            Self::Planned(open) => Row::Planned(open.planned.span),
        }
    }

    /// What is done.
    #[must_use]
    pub const fn activity(&self) -> &Activity {
        match self {
            Self::Block(block) => &block.activity,
            Self::Planned(open) => &open.planned.activity,
        }
    }

    /// The note, perhaps empty.
    #[must_use]
    pub const fn note(&self) -> &Note {
        match self {
            Self::Block(block) => &block.note,
            Self::Planned(open) => &open.planned.note,
        }
    }

    /// Whether it is this line.
    #[must_use]
    pub fn is(&self, row: &Row) -> bool {
        match (self, row) {
            (Self::Block(block), Row::Block(id)) => block.id == *id,
            (Self::Planned(open), Row::Planned(span)) => open.planned.span == *span,
            _ => false,
        }
    }

    fn start(&self) -> u32 {
        let span = match self {
            Self::Block(block) => block.span,
            Self::Planned(open) => open.planned.span,
        };
        span.clock_times().map_or(u32::MAX, |(start, _)| start)
    }
}

/// Blocks and what is planned by start, a block first where both begin at once; amounts at the end.
fn listed<'a>(day: &'a Day, planned: &'a [Unconfirmed]) -> Vec<Listed<'a>> {
    let mut out = Vec::with_capacity(day.blocks().len() + planned.len());
    out.extend(day.blocks().iter().map(Listed::Block));
    out.extend(planned.iter().map(Listed::Planned));
    if !planned.is_empty() {
        out.sort_by_key(Listed::start); // stable
    }
    out
}

/// What of the plan of the day that is read waits to be confirmed, each stretch once. It is free if nothing of the days
/// around stands in its time either.
pub(super) fn planned(loaded: &Loaded) -> Vec<Unconfirmed> {
    let mut out = loaded.profile.unconfirmed_in(&loaded.diary, loaded.date);
    out.dedup_by_key(|open| open.planned.span);
    out
}

impl DayScreen {
    /// What waits to be confirmed, by start.
    #[must_use]
    pub fn planned(&self) -> &[Unconfirmed] {
        &self.planned
    }

    /// The lines of the list; `day` is the day's record.
    #[must_use]
    pub fn listed<'a>(&'a self, day: &'a Day) -> Vec<Listed<'a>> {
        listed(day, &self.planned)
    }

    /// The place of the selected line in the list.
    #[must_use]
    pub fn selected_index(&self) -> Option<usize> {
        let row = self.selected.as_ref()?;
        self.listed(&self.day()).iter().position(|line| line.is(row))
    }

    /// The selected block; none where something planned is selected.
    #[must_use]
    pub fn selected_block(&self) -> Option<Block> {
        match self.selected.as_ref()? {
            Row::Block(id) => self.day().block(id).cloned(),
            Row::Planned(_) => None,
        }
    }

    /// What is selected, if that waits to be confirmed.
    #[must_use]
    pub fn selected_planned(&self) -> Option<&Unconfirmed> {
        match self.selected.as_ref()? {
            Row::Block(_) => None,
            Row::Planned(span) => self.planned.iter().find(|open| open.planned.span == *span),
        }
    }

    /// Selects the line at a place, or the last one if there are fewer.
    pub fn select(&mut self, index: usize) {
        let day = self.day();
        let lines = self.listed(&day);
        let row = lines.get(index).or_else(|| lines.last()).map(Listed::row);
        self.selected = row;
    }

    /// Selects what is to be seen to first: what waits to be confirmed, or else the last line.
    pub fn select_first_open(&mut self) {
        self.select(usize::MAX);
        self.select_what_waits();
    }

    /// Selects the first that waits to be confirmed; nothing changes where nothing does.
    pub fn select_what_waits(&mut self) {
        if let Some(open) = self.planned.first() {
            self.selected = Some(Row::Planned(open.planned.span));
        }
    }

    /// Selects what waits to be confirmed next after a stretch, or else the first that waits; nothing changes where
    /// nothing does.
    pub fn select_next_open(&mut self, after: Span) {
        let later = |open: &&Unconfirmed| open.planned.span.clock_times() > after.clock_times();
        let next = self.planned.iter().find(later).or_else(|| self.planned.first());
        if let Some(open) = next {
            self.selected = Some(Row::Planned(open.planned.span));
        }
    }

    /// Selects what waits to be confirmed again and was not among these; nothing changes where all was.
    pub fn select_back_among(&mut self, waited: &[Unconfirmed]) {
        let span = |open: &Unconfirmed| open.planned.span;
        let back = |open: &&Unconfirmed| waited.iter().all(|old| span(old) != span(open));
        if let Some(open) = self.planned.iter().find(back) {
            self.selected = Some(Row::Planned(span(open)));
        }
    }

    /// Moves the selection by so many places, staying inside the list.
    pub fn move_selection(&mut self, by: isize) {
        let last = (self.day().blocks().len() + self.planned.len()).saturating_sub(1);
        let at = match self.selected_index() {
            Some(at) => at.saturating_add_signed(by).min(last),
            None if by < 0 => last,
            None => 0,
        };
        self.select(at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::Diary;
    use crate::domain::{Category, Note};
    use crate::timetable::Planned;

    fn open(start: u32, end: u32) -> Unconfirmed {
        Unconfirmed {
            planned: Planned {
                span: Span::clocked(start, end).unwrap(),
                activity: Activity::catch_all(Category::Teaching),
                note: Note::default(),
            },
            is_free: true,
        }
    }

    fn day() -> Day {
        let mut day = Day::empty("2026-11-20".parse().unwrap());
        for span in [Span::clocked(480, 500), Span::clocked(535, 540), Span::amount(30)] {
            let id = day.new_id();
            day.put(Block {
                id,
                activity: Activity::catch_all(Category::Duty),
                span: span.unwrap(),
                note: Note::default(),
                rating: None,
                parallel: false,
            });
        }
        day
    }

    #[test]
    fn by_start_a_block_before_a_plan_and_amounts_last() {
        let (day, planned) = (day(), [open(480, 525), open(530, 575), open(1200, 1210)]);
        let lines = listed(&day, &planned);
        let is_block = |line: &Listed<'_>| matches!(line, Listed::Block(_));
        let kinds: Vec<bool> = lines.iter().map(is_block).collect();
        assert_eq!(kinds, [true, false, false, true, false, true]);
        assert_eq!(listed(&day, &[]).len(), 3);
    }

    #[test]
    fn the_selection_moves_over_all_lines_and_on_to_what_waits() {
        let day = day();
        let mut screen = DayScreen {
            planned: vec![open(500, 525), open(600, 645)],
            loaded: Some(Loaded {
                past: crate::figures::Past::default(),
                date: day.date,
                seq: 0,
                diary: Diary::from_iter([day.clone()]),
                profile: crate::diary::Profile::default(),
                baseline: None,
                notices: Vec::new(),
            }),
            ..DayScreen::new(day.date)
        };
        screen.select_first_open();
        assert_eq!(screen.selected_index(), Some(1));
        let mut walk = |by| {
            screen.move_selection(by);
            screen.selected_index()
        };
        let places = [walk(1), walk(1), walk(1), walk(1), walk(-9), walk(2)];
        assert_eq!(places, [Some(2), Some(3), Some(4), Some(4), Some(0), Some(2)]);
        assert!(screen.selected_block().is_some() && screen.selected_planned().is_none());
        screen.select_next_open(Span::clocked(500, 525).unwrap());
        assert_eq!(screen.selected_planned(), Some(&open(600, 645)));
        screen.select_next_open(Span::clocked(600, 645).unwrap());
        assert_eq!(
            screen.selected,
            Some(Row::Planned(Span::clocked(500, 525).unwrap()))
        );
        screen.planned.remove(0);
        assert_eq!(screen.selected_index(), None, "it is gone");
    }
}
