//! Moving an end of a block with the mouse on the time line, and beginning an entry in a gap.

use super::{EntryLine, Mode};
use crate::app::{App, Effect};
use crate::diary::{Mend, OnOverlap, Operation, When, conflicts};
use crate::domain::{Block, BlockId, Day, Span, clock};

/// A place on the time line: a cell of so many minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// The first minute, since midnight of the day shown.
    pub minute: u32,
    /// How many minutes the cell has.
    pub minutes: u32,
    /// The line of the list that is to be seen there, by its place.
    pub line: Option<usize>,
}

/// Which end of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    Start,
    End,
}

/// A block one end of which is being moved. Nothing is changed before the button is let go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drag {
    /// Which block.
    pub id: BlockId,
    /// Where it would lie.
    pub span: Span,
    /// Whether other blocks are in its way.
    pub conflict: bool,
    edge: Edge,
    before: Span,
}

impl Drag {
    /// Takes hold of the end of a block that lies in a cell; none where none does. Of a block that has both there, it is
    /// the later one.
    fn begin(block: &Block, spot: Spot) -> Option<Self> {
        let (start, end) = block.span.clock_times()?;
        let edge = if end <= spot.minute + spot.minutes {
            Edge::End
        } else if start >= spot.minute {
            Edge::Start
        } else {
            return None;
        };
        Some(Self {
            id: block.id.clone(),
            span: block.span,
            conflict: false,
            edge,
            before: block.span,
        })
    }

    /// Whether the block is still where it was taken hold of.
    pub(super) fn still_holds(&self, day: &Day) -> bool {
        day.block(&self.id).is_some_and(|block| block.span == self.before)
    }

    /// Moves the end to a cell: before it with the start, behind it with the end. A block stays a block: what would leave
    /// nothing of it is not taken.
    fn to(&mut self, spot: Spot) {
        let Some((start, end)) = self.before.clock_times() else {
            return;
        };
        let moved = match self.edge {
            Edge::Start => Span::clocked(spot.minute, end),
            Edge::End => Span::clocked(start, spot.minute + spot.minutes),
        };
        if let Ok(span) = moved {
            self.span = span;
        }
    }
}

impl App {
    /// The button went down on the time line: what is there is selected, and a block held if that was an end of it;
    /// in a gap an entry begins.
    pub(in crate::app) fn take_hold(&mut self, spot: Spot) -> Vec<Effect> {
        if self.day.mode != Mode::Browse {
            return Vec::new();
        }
        let Some(at) = spot.line else {
            let typed = gap(&self.day.day(), spot);
            return self.open_line(EntryLine::new(&typed));
        };
        self.day.select(at);
        self.day.drag = self
            .day
            .selected_block()
            .and_then(|block| Drag::begin(&block, spot));
        Vec::new()
    }

    /// The mouse moved with the button down.
    pub(in crate::app) fn drag_to(&mut self, spot: Spot) {
        let date = self.day.date;
        if let (Some(drag), Some(loaded)) = (&mut self.day.drag, &self.day.loaded) {
            drag.to(spot);
            let day = loaded.diary.day(date);
            let parallel = day.block(&drag.id).is_some_and(|block| block.parallel);
            drag.conflict =
                !parallel && !conflicts(&loaded.diary, date, drag.span, Some(&drag.id)).is_empty();
        }
    }

    /// The button was let go: the block is changed.
    pub(in crate::app) fn let_go(&mut self) -> Vec<Effect> {
        let Some(drag) = self.day.drag.take() else {
            return Vec::new();
        };
        if drag.span == drag.before {
            return Vec::new();
        }
        self.apply(Operation::Edit {
            date: self.day.date,
            id: drag.id,
            mend: Mend {
                when: Some(When::Span(drag.span)),
                ..Mend::default()
            },
            on_overlap: OnOverlap::Refuse,
        })
    }
}

/// What an entry for the gap at a cell begins with: the whole gap where blocks lie on both sides, else a start.
fn gap(day: &Day, spot: Spot) -> String {
    let times = || day.blocks().iter().filter_map(Block::exclusive_times);
    let before = times()
        .map(|(_, end)| end)
        .filter(|end| *end <= spot.minute + spot.minutes);
    let after = times()
        .map(|(start, _)| start)
        .filter(|start| *start >= spot.minute);
    match (before.max(), after.min()) {
        (Some(from), Some(to)) if from < to => format!("{}-{} ", clock(from), clock(to)),
        (Some(from), None) if spot.minute.saturating_sub(from) < 60 => format!("{} ", clock(from)),
        _ => format!("{} ", clock(spot.minute)),
    }
}
