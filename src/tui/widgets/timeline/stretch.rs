//! What lies on the time line: stretches of minutes, and whose they are.

use crate::app::{DayScreen, Listed, Preview, Row, Subject};
use crate::domain::{Category, DAY, Span};

/// Whose a stretch is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Who {
    /// A block of the day, by its line in the day's list.
    Block(usize),
    /// Something planned that waits to be confirmed, by its line in the day's list.
    Planned(usize),
    /// A block of the day before that runs into this one.
    Before,
    /// What the entry line would book, or where a block would lie that the mouse holds.
    Typed {
        /// Whether blocks are in its way.
        conflict: bool,
    },
}

impl Who {
    /// The line of the day's list that it is, if it is one.
    pub(crate) const fn line(self) -> Option<usize> {
        match self {
            Self::Block(line) | Self::Planned(line) => Some(line),
            Self::Before | Self::Typed { .. } => None,
        }
    }
}

/// Minutes of the day that belong to something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// Whose they are.
    pub(crate) who: Who,
    /// What kind of work it is.
    pub(crate) category: Category,
    /// The first minute since midnight of the day shown.
    pub(crate) start: u32,
    /// The minute after the last; past 24:00 where it runs into the next day.
    pub(crate) end: u32,
    /// Whether it lies beside other work.
    pub(crate) parallel: bool,
}

impl Stretch {
    /// A stretch of the day shown; none for an amount, which has no place in the day.
    pub(crate) fn of(who: Who, category: Category, span: Span, parallel: bool) -> Option<Self> {
        let (start, end) = span.clock_times()?;
        Some(Self {
            who,
            category,
            start,
            end,
            parallel,
        })
    }

    /// The part of a stretch of the day before that lies on the day shown, if any does.
    fn of_day_before(mut self) -> Option<Self> {
        self.end = self.end.checked_sub(DAY).filter(|end| *end > 0)?;
        self.start = self.start.saturating_sub(DAY);
        Some(self)
    }
}

/// All that lies on the time line of a day: what comes over from the day before, what is planned, the blocks, and what is
/// being typed. What is being changed shows as what it would become.
pub(crate) fn stretches(screen: &DayScreen) -> Vec<Stretch> {
    let typed = typed(screen).or_else(|| dragged(screen));
    let entry = screen.mode.entry().filter(|_| typed.is_some());
    let changed = match (&screen.drag, entry.map(|entry| &entry.subject)) {
        (Some(drag), _) => Some(Row::Block(drag.id.clone())),
        (None, Some(Subject::Block(_, block))) => Some(Row::Block(block.id.clone())),
        (None, Some(Subject::Planned { span, .. })) => Some(Row::Planned(*span)),
        (None, _) => None,
    };
    let is_changed = |line: Listed<'_>| changed.as_ref().is_some_and(|row| line.is(row));
    let mut out = Vec::new();
    let loaded = screen.loaded.as_ref();
    if let Some((loaded, yesterday)) = loaded.zip(screen.date.pred_opt()) {
        let day = loaded.diary.day(yesterday);
        let over = day.blocks().iter().filter(|b| !is_changed(Listed::Block(b)));
        out.extend(over.filter_map(|b| {
            Stretch::of(Who::Before, b.activity.category, b.span, b.parallel)?.of_day_before()
        }));
    }
    let day = screen.day();
    let lines = screen.listed(&day).into_iter().enumerate();
    let lines = lines.filter(|(_, line)| !is_changed(*line));
    out.extend(lines.filter_map(|(i, line)| match line {
        Listed::Block(b) => Stretch::of(Who::Block(i), b.activity.category, b.span, b.parallel),
        Listed::Planned(open) => {
            let planned = &open.planned;
            Stretch::of(Who::Planned(i), planned.activity.category, planned.span, false)
        }
    }));
    out.extend(typed);
    out
}

fn typed(screen: &DayScreen) -> Option<Stretch> {
    let Preview::Block {
        draft,
        span,
        conflicts,
    } = &screen.mode.entry()?.preview
    else {
        return None;
    };
    let who = Who::Typed {
        conflict: !conflicts.is_empty(),
    };
    Stretch::of(who, draft.activity.category, *span, draft.parallel)
}

/// The block that the mouse holds, as it would lie if it were let go.
fn dragged(screen: &DayScreen) -> Option<Stretch> {
    let drag = screen.drag.as_ref()?;
    let who = Who::Typed {
        conflict: drag.conflict,
    };
    let day = screen.day();
    let block = day.block(&drag.id)?;
    Stretch::of(who, block.activity.category, drag.span, block.parallel)
}
