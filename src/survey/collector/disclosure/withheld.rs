//! Those who withhold an item. What is withheld of activities and meetings can be had from the minutes of the categories, which
//! everybody gives: all minutes of a category, less its activities, are those of the respondents who gave no activities. They
//! must be none, as many as are ever shown, or hidden well enough by what is rounded.

use super::families::Families;
use super::item::{Item, of_family};
use super::rules::Rules;
use crate::domain::Category;
use crate::survey::collector::cells::{Cell, Measure};
use crate::survey::collector::values::Value;

/// Whether nothing is told by an item of the few who withheld it.
pub(super) fn hides_withheld(item: Item, cell: &Cell, families: &Families, rules: Rules) -> bool {
    let withheld = withheld(item, cell);
    withheld == 0 || rules.are_enough(withheld) || is_blurred(item, &[cell], families, rules)
}

/// Whether nothing is told of the few who withheld it of those who came between two issues.
pub(super) fn hides_withheld_between(
    item: Item,
    old: &Cell,
    new: &Cell,
    families: &Families,
    rules: Rules,
) -> bool {
    let came = withheld(item, old).abs_diff(withheld(item, new));
    came == 0 || rules.are_enough(came) || is_blurred(item, &[new, old], families, rules)
}

fn withheld(item: Item, cell: &Cell) -> u32 {
    cell.respondents.saturating_sub(item.respondents(cell))
}

/// Whether all that is rounded on the way to the minutes of those who withheld an item leaves more room than the largest
/// that one of them can have: then not even that one is known to half of it. The first cell holds everybody.
fn is_blurred(item: Item, cells: &[&Cell], families: &Families, rules: Rules) -> bool {
    let sum = |of: &dyn Fn(&Cell) -> i64| cells.iter().map(|cell| of(cell)).sum::<i64>();
    let step = i64::from(rules.rounding);
    // A mean is known to a step, so a sum to a step for each respondent.
    let everybody = step * sum(&|cell| cell.respondents.into());
    let those_who_gave = step * sum(&|cell| item.respondents(cell).into());
    let largest = |measures: &[Measure]| {
        let of = measures.iter().map(|m| i64::from(cells[0].of(*m).largest[0]));
        of.sum::<i64>()
    };
    match item {
        Item::Activities => {
            // Of a category nothing or two numbers at least.
            let families: Vec<Vec<Measure>> = families.iter().map(of_family).collect();
            let numbers = 2 * i64::try_from(families.len()).unwrap_or(i64::MAX);
            let each = everybody + 2 * those_who_gave;
            families.iter().all(|family| largest(family) <= each)
                && largest(&[Measure::Total]) <= everybody + numbers * those_who_gave
        }
        Item::Meetings => {
            // Their minutes are how many there are, in tenths for each respondent, times how long they are.
            let product = |cell: &Cell| {
                let meetings = cell.of(Measure::Value(Value::Meetings));
                let minutes = cell.of(Measure::Value(Value::MeetingMinutes)).sum;
                let tenths = i64::from(meetings.n) * minutes / (10 * meetings.sum.max(1));
                step * meetings.sum + tenths
            };
            largest(&[Measure::category(Category::Meetings)]) <= everybody + sum(&product)
        }
        _ => true, // no other number is a part of what everybody gives
    }
}
