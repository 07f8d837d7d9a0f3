//! What the numbers of a diary mean: weeks, baseline, target, goals. Pure functions of days, exact in whole minutes.
//!
//! The definitions are those of the project's design: nothing is rounded before it is shown, a week is an ISO 8601
//! week, a parallel block enters no figure but `parallel_minutes`, and no time zone enters any sum.

mod baseline;
mod burden;
mod changes;
mod goal;
mod goal_standing;
mod known;
mod late;
mod meetings;
mod pace;
mod percent;
mod share;
mod standing;
mod sums;
mod tally;
mod week;

pub use baseline::{BadBaseline, Baseline, BaselineChoice, Rate};
pub use burden::{BadRule, BurdenWeek, Flag, Limits, Past, Rule, RuleValue, Rules, SECONDMENT_GAP};
pub use changes::{Change, changes};
pub use goal::{BadSubject, Goal, GoalSubject, Measure};
pub use goal_standing::GoalStanding;
pub use late::{late_minutes, late_parent_minutes};
pub use meetings::Meetings;
pub use pace::Pace;
pub use percent::{BadPercent, Percent};
pub use share::{
    hundredths_half_up, percent_half_up, percentages, tenths_half_up, whole_half_up, whole_percent_half_up,
};
pub use standing::{Standing, Status, average_change};
pub use sums::Sums;
pub use tally::{Tally, Worth, meetings_worth};
pub use week::{WeekFigures, WeekPlan};

#[cfg(test)]
mod properties;
