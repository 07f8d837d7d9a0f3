//! What an ordinary week of a made-up teacher has in it: how often each activity comes up, and for how long.

use crate::domain::{Activity, Category};
use crate::survey::response::built_in_activities;
use std::sync::LazyLock;

/// What drives how much there is of an activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Load {
    Lessons,
    Preparing,
    Marking,
    Pupils,
    Learning,
    Exams,
    Meetings,
    Reports,
    Parents,
    Duty,
}

/// One number for each [`Load`].
pub(super) type Loads = [f64; 10];

/// An activity in an ordinary week of five days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Habit {
    pub(super) load: Load,
    /// In how many weeks of a hundred it comes up at all.
    pub(super) chance: f64,
    /// Minutes in a week in which it does.
    pub(super) minutes: f64,
    /// By how much these differ from week to week, as a part of them.
    pub(super) spread: f64,
}

/// The table: category, code, load, chance in per cent, minutes, spread. Meetings are drawn one by one; see `week`.
#[rustfmt::skip]
const TABLE: [(Category, &str, Load, f64, f64, f64); 33] = [
    (Category::Teaching, "lesson", Load::Lessons, 100.0, 840.0, 0.10),
    (Category::Teaching, "preparation", Load::Preparing, 100.0, 540.0, 0.20),
    (Category::Teaching, "marking", Load::Marking, 97.0, 400.0, 0.25),
    (Category::Teaching, "tutoring", Load::Pupils, 70.0, 110.0, 0.40),
    (Category::Teaching, "research", Load::Learning, 65.0, 90.0, 0.25),
    (Category::Teaching, "observation", Load::Learning, 45.0, 55.0, 0.25),
    (Category::Teaching, "exams", Load::Exams, 12.0, 130.0, 0.35),
    (Category::Teaching, "pastoral", Load::Pupils, 60.0, 70.0, 0.40),
    (Category::Teaching, "development", Load::Learning, 40.0, 80.0, 0.40),
    (Category::Teaching, "other", Load::Lessons, 15.0, 40.0, 0.40),
    (Category::Reports, "forms", Load::Reports, 70.0, 75.0, 0.40),
    (Category::Reports, "writing", Load::Reports, 45.0, 80.0, 0.40),
    (Category::Reports, "inspection", Load::Reports, 12.0, 120.0, 0.40),
    (Category::Reports, "evidence", Load::Reports, 50.0, 60.0, 0.40),
    (Category::Reports, "platforms", Load::Reports, 75.0, 45.0, 0.40),
    (Category::Reports, "surveys", Load::Reports, 25.0, 25.0, 0.30),
    (Category::Reports, "other", Load::Reports, 15.0, 40.0, 0.40),
    (Category::ParentMessages, "messages", Load::Parents, 92.0, 85.0, 0.40),
    (Category::ParentMessages, "calls", Load::Parents, 50.0, 30.0, 0.40),
    (Category::ParentMessages, "home-visit", Load::Parents, 6.0, 70.0, 0.30),
    (Category::ParentMessages, "parents-evening", Load::Parents, 4.0, 100.0, 0.15),
    (Category::ParentMessages, "complaints", Load::Parents, 7.0, 45.0, 0.40),
    (Category::ParentMessages, "other", Load::Parents, 8.0, 25.0, 0.40),
    (Category::Duty, "on-duty", Load::Duty, 45.0, 140.0, 0.30),
    (Category::Duty, "gate", Load::Duty, 45.0, 50.0, 0.30),
    (Category::Duty, "after-school", Load::Duty, 70.0, 150.0, 0.30),
    (Category::Duty, "supervision", Load::Duty, 65.0, 110.0, 0.30),
    (Category::Duty, "practice", Load::Duty, 8.0, 150.0, 0.40),
    (Category::Duty, "safety", Load::Duty, 25.0, 35.0, 0.40),
    (Category::Duty, "community", Load::Duty, 12.0, 60.0, 0.40),
    (Category::Duty, "street-duty", Load::Duty, 6.0, 70.0, 0.30),
    (Category::Duty, "secondment", Load::Duty, 2.0, 400.0, 0.30),
    (Category::Duty, "other", Load::Duty, 12.0, 40.0, 0.40),
];

/// Minutes of meetings in an ordinary week, about: what `week` draws comes to this.
const MEETINGS: f64 = 145.0;

/// The habit of every built-in activity by its place; none of meetings.
pub(super) fn habits() -> &'static [Option<Habit>] {
    static HABITS: LazyLock<Vec<Option<Habit>>> = LazyLock::new(|| {
        let of = |activity: &Activity| {
            let is = |row: &&(Category, &str, Load, f64, f64, f64)| {
                row.0 == activity.category && row.1 == activity.code.as_str()
            };
            let (.., load, chance, minutes, spread) = TABLE.iter().find(is)?;
            Some(Habit {
                load: *load,
                chance: chance / 100.0,
                minutes: *minutes,
                spread: *spread,
            })
        };
        built_in_activities().iter().map(of).collect()
    });
    &HABITS
}

/// The place of an activity of meetings among the built-in ones.
pub(super) fn meeting(code: &str) -> usize {
    let is = |a: &Activity| a.category == Category::Meetings && a.code.as_str() == code;
    built_in_activities().iter().position(is).unwrap_or_default() // a test holds that they are there
}

/// Non-teaching minutes that somebody with these loads has in an ordinary week, about.
pub(super) fn non_teaching(loads: &Loads) -> f64 {
    let is_other = |row: &&(Category, &str, Load, f64, f64, f64)| row.0 != Category::Teaching;
    let minutes = TABLE.iter().filter(is_other);
    let minutes =
        minutes.map(|(.., load, chance, minutes, _)| chance / 100.0 * minutes * loads[*load as usize]);
    minutes.sum::<f64>() + MEETINGS * loads[Load::Meetings as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_activity_has_its_habit() {
        for (activity, habit) in built_in_activities().iter().zip(habits()) {
            assert_eq!(
                habit.is_none(),
                activity.category == Category::Meetings,
                "{activity}"
            );
        }
        assert_eq!(habits().iter().flatten().count(), TABLE.len());
        for code in [
            "staff-meeting",
            "group-meeting",
            "training",
            "assembly",
            "outside-meeting",
        ] {
            assert_eq!(built_in_activities()[meeting(code)].code.as_str(), code);
        }
        let hours = non_teaching(&[1.0; 10]) / 60.0;
        assert!((11.0..14.0).contains(&hours), "{hours}");
    }
}
