//! Start and end put together, with the other readings that an end before its start may have.

use super::error::EntryErrorKind as Kind;
use crate::domain::{BadSpan, DAY, LATEST_END, Span};

/// A span, or an error that offers what else the end may mean; neither is ever assumed.
pub(super) fn span(start: u32, end: u32) -> Result<Span, Kind> {
    Span::clocked(start, end).map_err(|bad| match bad {
        BadSpan::EndNotAfterStart { start, end } => Kind::EndsBefore {
            start,
            end,
            afternoon: Some(end + DAY / 2).filter(|pm| end < DAY / 2 && *pm > start),
            next_day: Some(end + DAY).filter(|next| end < start && *next <= LATEST_END),
        },
        bad => Kind::Span(bad),
    })
}
