//! What changed since the baseline, activity by activity.

use super::{Baseline, GoalSubject, WeekFigures};
use crate::domain::Activity;
use std::collections::BTreeSet;

/// An activity's minutes beside what the baseline makes of the same school days.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The activity.
    pub activity: Activity,
    /// Its minutes.
    pub minutes: u32,
    /// What the baseline makes of the weeks' school days; minutes, rounded half up.
    pub expected: u32,
}

impl Change {
    /// Minutes more than expected; negative for less.
    #[must_use]
    pub fn difference(&self) -> i64 {
        i64::from(self.minutes) - i64::from(self.expected)
    }
}

/// What changed in the complete weeks among these that are no baseline weeks, the most first; activities that did not
/// change are left out. Empty where there is no such week, or the baseline was typed in and knows no activities.
#[must_use]
pub fn changes<'a>(
    weeks: impl IntoIterator<Item = &'a WeekFigures>,
    baseline: Option<&Baseline>,
) -> Vec<Change> {
    let Some(baseline) = baseline.filter(|b| !b.is_typed()) else {
        return Vec::new();
    };
    let counted = weeks.into_iter().filter(|w| baseline.is_held_against(w));
    let weeks: Vec<&WeekFigures> = counted.collect();
    let days: u32 = weeks.iter().map(|w| w.plan.school_days).sum();
    if days == 0 {
        return Vec::new();
    }
    let occurring = weeks.iter().flat_map(|w| w.by_activity.keys());
    let activities: BTreeSet<&Activity> = occurring.chain(baseline.activities()).collect();
    let of = |activity: &Activity| {
        let subject = GoalSubject::Activity(activity.clone());
        Change {
            activity: activity.clone(),
            minutes: weeks.iter().map(|w| subject.minutes(w)).sum(),
            expected: baseline.rate(&subject).map_or(0, |rate| rate.expected(days)),
        }
    };
    let mut out: Vec<Change> = activities.into_iter().map(of).collect();
    out.retain(|change| change.difference() != 0);
    out.sort_by_key(|change| std::cmp::Reverse(change.difference().abs())); // stable: ties by activity
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Block, Category, Day, Note, Span, WeekId};

    /// A complete week with so many minutes of activities on its Monday.
    fn week(id: &str, minutes: &[(Category, &str, u32)]) -> WeekFigures {
        let week: WeekId = id.parse().unwrap();
        let mut days: Vec<Day> = week.days().map(Day::empty).collect();
        for day in &mut days {
            day.closed = true;
        }
        for (category, code, minutes) in minutes {
            let block = Block {
                id: days[0].new_id(),
                activity: Activity::new(*category, code).unwrap(),
                span: Span::amount(*minutes).unwrap(),
                note: Note::default(),
                rating: None,
                parallel: false,
            };
            days[0].put(block);
        }
        WeekFigures::of(week, &days)
    }

    #[test]
    fn the_most_changed_comes_first_and_nothing_is_forgotten() {
        use Category::{Meetings, Reports, Teaching};
        let before = [
            (Meetings, "staff-meeting", 90),
            (Reports, "forms", 60),
            (Teaching, "lesson", 600),
        ];
        let baseline = Baseline::of_weeks([week("2026-W36", &before), week("2026-W37", &before)]);
        let after = week(
            "2026-W38",
            &[
                (Reports, "inspection", 120),
                (Reports, "forms", 61),
                (Teaching, "lesson", 600),
            ],
        );
        let named = |weeks: &[WeekFigures]| -> Vec<(String, i64)> {
            let changes = changes(weeks, baseline.as_ref());
            changes
                .iter()
                .map(|c| (c.activity.to_string(), c.difference()))
                .collect()
        };
        let expected = [
            ("reports/inspection", 120),
            ("meetings/staff-meeting", -90),
            ("reports/forms", 1),
        ];
        let expected: Vec<(String, i64)> = expected.map(|(a, d)| (a.to_owned(), d)).to_vec();
        assert_eq!(named(std::slice::from_ref(&after)), expected);
        let baseline_week = week("2026-W36", &[]);
        assert_eq!(
            named(&[baseline_week, after]),
            expected,
            "baseline weeks do not count"
        );
        assert_eq!(
            changes(&[week("2026-W38", &before)], Some(&Baseline::typed(900))),
            []
        );
    }
}
