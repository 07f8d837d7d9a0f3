//! How much of a sum is behind what is not shown.
//!
//! Of a hidden line a sum is safe where the shown ones leave more room than the largest value in it: then there is nobody of
//! whom half would be known for certain. Of a shown line no one may make up more than half, no two more than 67 %.

use crate::counts::Numbers;
use crate::people::Person;
use crate::shown::{Answers, Shown, people_of};
use crate::surveys::Survey;
use jianfu::domain::Category;
use jianfu::survey::collector::disclosure::Item;
use jianfu::survey::collector::report::{Block, Figures};
use jianfu::survey::collector::{Measure, Value};

/// Measures of which a sum is told.
type Together = Vec<Measure>;

/// The sums that figures tell of an item.
fn told(figures: &Figures, item: Item) -> Vec<Together> {
    let value = |value: Value| vec![Measure::Value(value)];
    match item {
        Item::Time => {
            let categories = figures.categories.iter();
            let of = |(set, _): &(Vec<Category>, u32)| set.iter().map(|c| Measure::category(*c)).collect();
            let totals = [vec![Measure::Total], vec![Measure::NonTeaching]];
            totals.into_iter().chain(categories.map(of)).collect()
        }
        Item::Activities => {
            let of = |place: &usize| Measure::Value(Value::Activity(*place));
            let sets = figures.activities.iter();
            sets.map(|(set, _)| set.iter().map(of).collect()).collect()
        }
        Item::Meetings => vec![value(Value::Meetings), value(Value::MeetingMinutes)],
        Item::StaffMeetings => vec![value(Value::StaffMeetings)],
        Item::LongMeetings => vec![value(Value::LongMeetings)],
        Item::LateParents => vec![value(Value::LateParents)],
        Item::Ratings => vec![[1, 2, 3, 4, 5].map(|r| Measure::Value(Value::Rating(r))).to_vec()],
        Item::Share | Item::Complete | Item::Goal | Item::Change => Vec::new(),
    }
}

fn values(people: &[&Person], of: &Together) -> Vec<f64> {
    let value = |person: &&Person| of.iter().filter_map(|m| person.of(*m)).sum::<i64>();
    let mut out: Vec<i64> = people.iter().map(value).collect();
    out.sort_unstable_by(|a, b| b.cmp(a));
    out.into_iter()
        .map(|v| f64::from(i32::try_from(v).unwrap()))
        .collect()
}

/// Whether one or two make up most of a sum; the largest first.
pub(crate) fn are_dominated(values: &[f64]) -> bool {
    let sum: f64 = values.iter().sum();
    let first = values.first().copied().unwrap_or(0.0);
    let second = values.get(1).copied().unwrap_or(0.0);
    first > 0.5 * sum + 1e-6 || first + second > 0.67 * sum + 1e-6
}

/// What is found of the sums of an item.
pub(crate) fn attack(survey: &Survey, people: &[Person], block: &Block<Figures>, item: Item) -> Vec<String> {
    let mut found = Vec::new();
    for group in 0..survey.frame.groups.len() {
        let shown = Shown::of(survey, group, block, item);
        let of = |answers: &Answers, sum: &Together| values(&people_of(people, group, answers), sum);
        for (answers, figures) in &shown.known {
            let sums = told(figures, item).into_iter();
            let dominated = sums.filter(|sum| are_dominated(&of(answers, sum)));
            found.extend(dominated.map(|sum| format!("{sum:?} of some one in {group}: {answers:?}")));
        }
        if shown.known.len() < 2 {
            continue;
        }
        // What all lines tell: those above tell finer sets of activities than those within.
        let finest: Vec<Together> = shown.known.iter().flat_map(|(_, f)| told(f, item)).collect();
        for sum in finest.iter().take(8) {
            let tells = |(_, figures): &&(Answers, &Figures)| told(figures, item).contains(sum);
            let known = Shown {
                known: shown
                    .known
                    .iter()
                    .filter(tells)
                    .map(|(a, f)| (a.clone(), *f))
                    .collect(),
                hidden: Vec::new(),
                silent: shown.silent.clone(),
            };
            let numbers = Numbers::of(survey, group, &known, |answers| of(answers, sum).iter().sum());
            let not_told = shown
                .known
                .iter()
                .filter(|line| !tells(line))
                .map(|(answers, _)| answers);
            for answers in shown.hidden.iter().chain(not_told) {
                let largest = of(answers, sum).first().copied().unwrap_or(0.0);
                let width = numbers.width(answers);
                if width < largest - 1e-6 {
                    found.push(format!(
                        "{sum:?} of hidden in {group}: {answers:?} to {width} of {largest}"
                    ));
                }
            }
        }
    }
    found
}

/// What is found of single categories that are shown with others, from all the sums of categories of all lines.
pub(crate) fn attack_categories(survey: &Survey, people: &[Person], block: &Block<Figures>) -> Vec<String> {
    let mut found = Vec::new();
    for group in 0..survey.frame.groups.len() {
        let shown = Shown::of(survey, group, block, Item::Time);
        let all = crate::shown::givable(&survey.frame.groups[group]);
        let mut program = crate::program::Program::default();
        let numbers: Vec<Vec<usize>> = all
            .iter()
            .map(|_| {
                Category::ALL
                    .iter()
                    .map(|_| program.number(f64::INFINITY))
                    .collect()
            })
            .collect();
        let of = |answers: &Answers, categories: &[Category]| -> Vec<usize> {
            let places = all.iter().zip(&numbers).filter(|(a, _)| answers.contains(a));
            places
                .flat_map(|(_, n)| categories.iter().map(|c| n[c.index()]))
                .collect()
        };
        let sum = |answers: &Answers, categories: &[Category]| {
            let together = categories.iter().map(|c| Measure::category(*c)).collect();
            values(&people_of(people, group, answers), &together)
        };
        for (answers, figures) in &shown.known {
            let totals = [Category::ALL.to_vec(), Category::ALL[1..].to_vec()];
            let sets = figures.categories.iter().map(|(set, _)| set.clone());
            for set in sets.chain(totals) {
                program.sum(&of(answers, &set), sum(answers, &set).iter().sum());
            }
        }
        let lines = shown
            .known
            .iter()
            .map(|(answers, _)| answers)
            .chain(&shown.hidden);
        for answers in lines.take(6) {
            for category in &Category::ALL[1..] {
                let is_told = shown.known.iter().any(|(a, figures)| {
                    a == answers && figures.categories.iter().any(|(set, _)| set == &[*category])
                });
                let largest = sum(answers, &[*category]).first().copied().unwrap_or(0.0);
                if is_told || largest == 0.0 {
                    continue;
                }
                let width = program.width(&of(answers, &[*category]));
                if width < largest - 1e-6 {
                    found.push(format!(
                        "{category:?} in {group}: {answers:?} to {width} of {largest}"
                    ));
                }
            }
        }
    }
    found
}

/// What is found of those who withheld their activities or meetings, of whom the minutes of the categories are known
/// all the same: with the exact numbers of respondents, but minutes as they are rounded, which is what hides them.
pub(crate) fn attack_withheld(survey: &Survey, people: &[Person], block: &Block<Figures>) -> Vec<String> {
    let step = f64::from(survey.frame.rounding());
    let least = usize::try_from(survey.frame.min_group()).unwrap();
    let mut found = Vec::new();
    for group in 0..survey.frame.groups.len() {
        for (answers, figures) in Shown::of(survey, group, block, Item::Activities).known {
            let of_it = people_of(people, group, &answers);
            let (gave, withheld): (Vec<&Person>, Vec<&Person>) =
                of_it.iter().partition(|p| p.gives(Item::Activities));
            if withheld.is_empty() || withheld.len() >= least {
                continue;
            }
            let count = |n: usize| f64::from(u32::try_from(n).unwrap());
            for (family, _) in &figures.categories {
                let is_of = |place: &usize| {
                    Value::activity(*place).is_some_and(|activity| family.contains(&activity.category))
                };
                let sets = figures.activities.iter().filter(|(set, _)| set.iter().all(is_of));
                let sets = sets.count();
                if sets == 0 {
                    continue;
                }
                let room = step * (count(of_it.len()) + count(sets) * count(gave.len()));
                let together = family.iter().map(|c| Measure::category(*c)).collect();
                let largest = values(&withheld, &together)[0];
                if room < largest {
                    found.push(format!(
                        "{family:?} of who withheld in {group}: {answers:?}, {room} for {largest}"
                    ));
                }
            }
        }
    }
    found
}
