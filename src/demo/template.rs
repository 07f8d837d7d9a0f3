//! The teacher's week as it is planned: what happens when.

use chrono::{Datelike, NaiveDate, Weekday};

/// What a stretch of time is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// A lesson with one of the classes, from 0.
    Lesson(usize),
    /// Reading aloud before the first lesson.
    Reading,
    /// Time at the desk, at school or at home: preparing, marking, and whatever else came up.
    Desk,
    /// The subject group's teaching research.
    Research,
    /// A colleague's lesson.
    Observation,
    /// The class teacher's hour.
    ClassHour,
    /// The all-staff meeting; it ends when it ends.
    StaffMeeting,
    /// The year group's meeting.
    GroupMeeting,
    /// Road safety at the gate.
    Gate,
    /// Supervision in the long break and at noon.
    Supervision,
    /// After-school service.
    AfterSchool,
    /// Evening study on a duty night.
    EveningStudy,
}

/// Start, end, what for; minutes since midnight, in order of time, never overlapping.
pub(super) type Slot = (u32, u32, What);

use What::{
    AfterSchool, ClassHour, Desk, EveningStudy, Gate, GroupMeeting, Lesson, Observation, Reading, Research,
    StaffMeeting, Supervision,
};

const MONDAY: &[Slot] = &[
    (450, 475, Reading),
    (480, 525, Lesson(0)),
    (535, 580, Lesson(1)),
    (585, 605, Supervision),
    (610, 655, Desk),
    (665, 710, Desk),
    (800, 840, Desk),
    (840, 885, Lesson(2)),
    (895, 940, Lesson(0)),
    (950, 1035, StaffMeeting),
    (1200, 1290, Desk),
];

const TUESDAY: &[Slot] = &[
    (440, 470, Gate),
    (480, 525, Desk),
    (535, 580, Lesson(2)),
    (610, 655, Lesson(0)),
    (665, 710, Desk),
    (730, 770, Supervision),
    (800, 840, Desk),
    (840, 885, Lesson(1)),
    (895, 940, Lesson(2)),
    (950, 995, Desk),
    (1005, 1065, AfterSchool),
    (1200, 1290, Desk),
];

const WEDNESDAY: &[Slot] = &[
    (450, 475, Reading),
    (480, 525, Lesson(1)),
    (535, 580, Desk),
    (610, 655, Lesson(0)),
    (665, 710, Lesson(2)),
    (730, 770, Supervision),
    (800, 840, Desk),
    (840, 920, Research),
    (950, 995, GroupMeeting),
    (1005, 1065, AfterSchool),
    (1200, 1290, Desk),
];

const THURSDAY: &[Slot] = &[
    (480, 525, Lesson(0)),
    (535, 580, Lesson(1)),
    (585, 605, Supervision),
    (610, 655, Desk),
    (665, 710, Lesson(2)),
    (730, 770, Supervision),
    (800, 840, Desk),
    (840, 885, Observation),
    (895, 940, Lesson(1)),
    (950, 995, Desk),
    (1005, 1050, Desk),
    (1140, 1230, EveningStudy),
];

const FRIDAY: &[Slot] = &[
    (450, 475, Reading),
    (480, 525, Desk),
    (535, 580, Lesson(0)),
    (610, 655, Lesson(1)),
    (665, 710, Desk),
    (800, 840, Desk),
    (840, 885, Lesson(2)),
    (895, 940, ClassHour),
    (950, 995, Desk),
    (1005, 1050, Desk),
];

const SATURDAY_AT_HOME: &[Slot] = &[(570, 630, Desk)];

const SUNDAY_AT_HOME: &[Slot] = &[(900, 960, Desk), (970, 1030, Desk)];

/// What is planned for a date; a Saturday with school follows Thursday's timetable without the evening.
pub(super) fn planned(date: NaiveDate, school: bool) -> &'static [Slot] {
    match (date.weekday(), school) {
        (Weekday::Mon, true) => MONDAY,
        (Weekday::Tue, true) => TUESDAY,
        (Weekday::Wed, true) => WEDNESDAY,
        (Weekday::Thu, true) => THURSDAY,
        (Weekday::Fri, true) => FRIDAY,
        (Weekday::Sat, true) => &THURSDAY[..THURSDAY.len() - 1],
        (Weekday::Sat, false) => SATURDAY_AT_HOME,
        (Weekday::Sun, false) => SUNDAY_AT_HOME,
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::BellSchedule;

    #[test]
    fn lessons_stand_on_the_bells_and_nothing_overlaps() {
        let bells = BellSchedule::usual();
        let mut lessons = [0; 3];
        for date in "2026-11-16".parse::<NaiveDate>().unwrap().iter_days().take(6) {
            let mut last_end = 0;
            for (start, end, what) in planned(date, true) {
                assert!(*start >= last_end && end > start, "{date} {start}");
                last_end = *end;
                if let Lesson(class) = what {
                    assert!(bells.lessons().any(|p| p.clock_times() == Some((*start, *end))));
                    lessons[*class] += u32::from(date.weekday() != Weekday::Sat);
                }
            }
        }
        assert_eq!(lessons, [6, 6, 6], "six lessons a week for each class");
    }
}
