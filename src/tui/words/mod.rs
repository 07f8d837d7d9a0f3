//! What things are called on the screen, for every screen that names them. No drawing.

pub(super) mod settings;
pub(super) mod timetable;

use crate::figures::{Meetings, whole_half_up};
use crate::i18n::I18n;
use crate::tr;

/// How many meetings, and how long on average; none without a meeting.
pub(super) fn meetings(i18n: &I18n, meetings: Meetings) -> Option<String> {
    let mean = meetings.mean_minutes()?;
    Some(tr!(
        i18n,
        "tui-week-meetings",
        count = meetings.count,
        staff = meetings.staff_count,
        minutes = whole_half_up(mean)
    ))
}
