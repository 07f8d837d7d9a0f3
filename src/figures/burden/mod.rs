//! The burden list: limits that the policies name, and the blocks that go beyond them.

mod flags;
mod past;
mod reports;
mod rule;
mod rules;
mod said;

pub use flags::{BurdenWeek, Flag};
pub use past::{Past, SECONDMENT_GAP};
pub use rule::{Limits, Rule};
pub use rules::{BadRule, RuleValue, Rules};
