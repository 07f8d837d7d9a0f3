//! Disclosure control: which of the numbers of a week may be seen, so that no group of fewer than `min_group` respondents
//! can be found in them, alone or by taking numbers from one another.
//!
//! The reasoning is kept simple, so that it can be checked. Below every line that is shown, the answers are split into lines
//! that are shown each and one *rest* of all others together; the rest has at least two answers and, like every line, at
//! least `min_group` respondents, and no one or two of them make up most of a sum. So everything that can be computed from
//! a tree of such lines is a sum over whole lines and rests, and of what is inside a rest nothing is known but the sum. Trees
//! of different groups tell nothing about each other's rests: inside a rest, respondents could change places
//! without a difference to any other number. What is not shown of a week is hidden in the same way for each item that respondents
//! may withhold, always at least what is hidden for all.
//!
//! What else could be taken from one another: all minutes of a category less its activities, those of the few who withheld
//! theirs (`withheld`); a part of a whole that has a few on one side, from the line above ([`Item::hides_side`]); that somebody
//! gave a hidden answer, from a list of those that nobody gave; one issue of a week from another (`growth`); a week from a period.
//! Of one week only one table of two groups is ever published.
//!
//! What stays possible: whoever is in a rest or a line knows themselves and takes that from it; who knows how the smallest line
//! is chosen knows that some line of a rest is small, but not which; who knows from elsewhere that one group lies within
//! another but for one person takes them from each other; and two reports on the same responses, one of a district and one of
//! its province, each hide for themselves, so that both together can show more than either.

mod activities;
mod audit;
mod cross;
mod epsilon;
mod families;
mod flow;
mod growth;
mod hide;
mod item;
mod pattern;
mod rules;
mod sets;
mod withheld;

pub use activities::ActivitySets;
pub use audit::GivenAway;
pub use cross::{CrossPattern, CrossTable, Side};
pub use epsilon::{BadEpsilon, Epsilon};
pub use families::Families;
pub use growth::Hurdle;
pub use item::Item;
pub use pattern::{Pattern, TablePattern};
pub use rules::Rules;

/// Which rules these are. It rises with every change after which the same responses would be shown otherwise: a week that was
/// published by other rules cannot be published again by these.
pub const VERSION: u32 = 1;

#[cfg(test)]
mod tests;
