//! A week of somebody who does not exist.

use super::dice::Dice;
use super::habits::{Load, habits, meeting};
use super::teacher::{Teacher, factor};
use crate::domain::Category;
use crate::survey::LONG_MEETING;
use crate::survey::collector::values::{ACTIVITIES, MISSING, VALUES, Value, Values};
use crate::survey::definition::Definition;
use crate::survey::field::Field;
use crate::survey::response::{band, built_in_activities, rounded};

/// What is special about a week, for everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Ordinary,
    /// Two or three days off.
    Holiday,
    Exams,
    Inspection,
    Parents,
}

impl Sort {
    pub(super) fn draw(dice: &mut Dice) -> Self {
        match dice.between(1, 100) {
            1..=8 => Self::Holiday,
            9..=18 => Self::Exams,
            19..=30 => Self::Inspection,
            31..=40 => Self::Parents,
            _ => Self::Ordinary,
        }
    }

    /// The chance of an activity, and by how much there is more of it.
    fn changes(self, code: &str, load: Load) -> (Option<f64>, f64) {
        match (self, code) {
            (Self::Exams, "exams") => (Some(0.9), 2.2),
            (Self::Exams, "lesson") => (None, 0.8),
            (Self::Exams, "marking") => (None, 1.2),
            (Self::Inspection, "inspection") => (Some(0.8), 1.4),
            (Self::Inspection, "evidence") => (Some(0.8), 1.6),
            (Self::Inspection, _) if load == Load::Reports => (None, 1.15),
            (Self::Parents, "parents-evening") => (Some(0.7), 1.0),
            _ => (None, 1.0),
        }
    }
}

/// Exact minutes and counts, before anything is rounded or withheld.
struct Exact {
    school_days: u32,
    closed_days: u32,
    activities: [u32; ACTIVITIES],
    meetings: Vec<u32>,
    staff_meetings: u32,
    ratings: [u32; 5],
    late_parents: u32,
}

/// What a made-up teacher says of a week of this sort.
pub(super) fn values(teacher: &Teacher, sort: Sort, definition: &Definition, dice: &mut Dice) -> Values {
    let exact = Exact::draw(teacher, sort, dice);
    let mut out = [MISSING; VALUES];
    let rounding = definition.rounding;
    let mut put = |value: Value, number: u32| out[value.index()] = i16::try_from(number).unwrap_or(i16::MAX);
    let is_complete = exact.school_days > 0 && exact.closed_days == exact.school_days;
    let gives = |field: Field| field.is_asked(definition.asks) && !teacher.withholds(field);
    if gives(Field::Days) {
        put(Value::SchoolDays, exact.school_days);
        put(Value::ClosedDays, exact.closed_days);
        put(Value::Complete, is_complete.into());
    }
    for category in Category::ALL {
        put(
            Value::Category(category),
            rounded(exact.minutes(category), rounding),
        );
    }
    if gives(Field::Activities) {
        for (place, minutes) in exact.activities.into_iter().enumerate() {
            put(Value::Activity(place), rounded(minutes, rounding));
        }
    }
    if gives(Field::Meetings) {
        put(Value::Meetings, count(exact.meetings.len()));
        put(
            Value::MeetingMinutes,
            rounded(exact.minutes(Category::Meetings), rounding),
        );
        put(Value::StaffMeetings, exact.staff_meetings);
        let long = exact.meetings.iter().filter(|m| **m > LONG_MEETING);
        put(Value::LongMeetings, count(long.count()));
    }
    if gives(Field::LateParentMinutes) {
        put(Value::LateParents, rounded(exact.late_parents, rounding));
    }
    if gives(Field::Ratings) {
        for (rating, n) in (1..=5).zip(exact.ratings) {
            put(Value::Rating(rating), n);
        }
    }
    let baseline = teacher.baseline.filter(|_| is_complete && gives(Field::Goal));
    if let Some(per_day) = baseline {
        let others = Category::ALL[1..].iter().map(|c| exact.minutes(*c)).sum::<u32>();
        let change = f64::from(others) / (per_day * f64::from(exact.school_days)) - 1.0;
        let change_band = band(change);
        put(Value::GoalMet, (change_band <= POLICY).into());
        out[Value::ChangeBand.index()] = i16::try_from(change_band).unwrap_or(MISSING);
    }
    out
}

/// The band in which the policies' goal is just met: 15 % less.
const POLICY: i32 = -15;

impl Exact {
    fn draw(teacher: &Teacher, sort: Sort, dice: &mut Dice) -> Self {
        let days_off = match sort {
            Sort::Holiday => dice.between(2, 3),
            _ => u32::from(dice.chance(2)),
        };
        let school_days = 5 - days_off;
        let open_days = if dice.chance(88) {
            0
        } else {
            dice.between(1, school_days)
        };
        // What was not closed is logged in parts.
        let logged = f64::from(school_days - open_days) + 0.4 * f64::from(open_days);
        let share = logged / 5.0;
        let mut out = Self {
            school_days,
            closed_days: school_days - open_days,
            activities: [0; ACTIVITIES],
            meetings: Vec::with_capacity(8),
            staff_meetings: 0,
            ratings: [0; 5],
            late_parents: 0,
        };
        let mood = 0.06 * dice.around();
        for (place, habit) in habits().iter().enumerate() {
            let Some(habit) = habit else { continue };
            let (chance, more) = sort.changes(built_in_activities()[place].code.as_str(), habit.load);
            let chance = chance.unwrap_or(habit.chance);
            // In a short week what is rare is rarer, and what is there every day is there less.
            let chance = if chance < 0.9 {
                chance * (0.4 + 0.6 * share)
            } else {
                chance
            };
            let (comes_up, spread) = (dice.unit() < chance, dice.around());
            if comes_up {
                let load = teacher.loads[habit.load as usize] * more * share;
                out.activities[place] = five(habit.minutes * load * factor(mood + habit.spread * spread));
            }
        }
        out.draw_meetings(teacher.loads[Load::Meetings as usize] * factor(mood), share, dice);
        out.draw_late_parents(dice);
        out
    }

    fn draw_meetings(&mut self, load: f64, share: f64, dice: &mut Dice) {
        // Activity, chance, the least and the most minutes; some of the first go on and on.
        let candidates = [
            ("staff-meeting", 0.55, 50, 100),
            ("group-meeting", 0.55, 35, 80),
            ("group-meeting", 0.35, 35, 80),
            ("training", 0.28, 60, 120),
            ("assembly", 0.25, 30, 60),
            ("outside-meeting", 0.08, 90, 150),
        ];
        let share = 0.3 + 0.7 * share;
        for (code, chance, least, most) in candidates {
            let often = chance * load * share;
            // Beyond certainty there is a second one.
            for chance in [often.min(0.95), (often - 0.95).max(0.0)] {
                let (is_there, length, goes_on) =
                    (dice.unit() < chance, dice.minutes(least, most), dice.chance(8));
                let (rated, rating) = (dice.chance(45), dice.pick(&[0, 1, 1, 2, 2, 2, 3, 3, 4]));
                if is_there {
                    let minutes = if goes_on { length + 40 } else { length };
                    self.activities[meeting(code)] += minutes;
                    self.meetings.push(minutes);
                    self.staff_meetings += u32::from(code == "staff-meeting");
                    self.ratings[rating] += u32::from(rated);
                }
            }
        }
    }

    fn draw_late_parents(&mut self, dice: &mut Dice) {
        let (some, part) = (dice.chance(55), dice.unit());
        if some {
            let late = f64::from(self.minutes(Category::ParentMessages)) * part * 0.6;
            self.late_parents = five(late).min(self.minutes(Category::ParentMessages));
        }
    }

    fn minutes(&self, category: Category) -> u32 {
        let of = built_in_activities().iter().zip(self.activities);
        of.filter(|(a, _)| a.category == category).map(|(_, m)| m).sum()
    }
}

/// Minutes as people log them: in fives, and some where there are any.
fn five(minutes: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "minutes of a week, not below 0"
    )]
    let fives = (minutes / 5.0 + 0.5) as u32;
    fives.clamp(1, 600) * 5
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
