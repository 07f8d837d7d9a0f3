//! Several reports on the same week, a day apart: the attacker takes one from the other.

use crate::chance::Chance;
use crate::cross;
use crate::people::Person;
use crate::program::Program;
use crate::shown::{Answers, Shown, people_of};
use crate::sums::are_dominated;
use crate::surveys::{REGION, ROLE, STAGE, Survey};
use crate::weeks::{attack, crossed};
use jianfu::domain::Category;
use jianfu::survey::collector::disclosure::Item;
use jianfu::survey::collector::report::{CrossCell, Report, ReportWeek, Standing};
use jianfu::survey::collector::{Measure, Publications};
use std::collections::BTreeMap;

/// A week as it was published, and the responses that it shows. Each keeps its place; one that was withdrawn is none.
struct Issue {
    people: Vec<Option<Person>>,
    week: ReportWeek,
}

/// What comes between two reports; `what` is for chance to decide where it is none.
fn change(survey: &Survey, people: &mut Vec<Option<Person>>, what: Option<usize>, chance: &mut Chance) {
    let k = usize::try_from(survey.frame.min_group()).unwrap();
    let like = |of: &[Option<Person>], chance: &mut Chance| {
        let here: Vec<&Person> = of.iter().flatten().collect();
        here[chance.below(here.len())].groups.clone()
    };
    match what.unwrap_or_else(|| chance.below(9)) {
        // Late ones, anywhere or all of one sort.
        0 => people.push(Some(survey.person(chance))),
        ENOUGH => add(survey, people, &vec![like(people, chance); k], chance),
        2..=4 => {
            let more = [k - 1, k, k + 1, 2 * k, 60][chance.below(5)];
            let anywhere = chance.is(30);
            let groups = like(people, chance);
            let groups = |chance: &mut Chance| {
                if anywhere {
                    survey.person(chance).groups
                } else {
                    groups.clone()
                }
            };
            let groups: Vec<Vec<u16>> = (0..more).map(|_| groups(chance)).collect();
            add(survey, people, &groups, chance);
        }
        // Enough in two rows and two columns, but not in the four cells where they cross.
        FOUR_CELLS => {
            let (one, two) = (like(people, chance), like(people, chance));
            let mut groups = Vec::new();
            for (stage, role) in [(&one, &one), (&one, &two), (&two, &one), (&two, &two)] {
                groups.extend(vec![vec![one[REGION], stage[STAGE], role[ROLE]]; k.div_ceil(2)]);
            }
            add(survey, people, &groups, chance);
        }
        // Corrected ones, as many as before.
        5 | 6 => {
            let many = [1, k - 1, k + 3][chance.below(3)];
            for _ in 0..many {
                let place = chance.below(people.len());
                if let Some(person) = &mut people[place] {
                    let groups = person.groups.clone();
                    *person = survey.person(chance);
                    person.groups = groups;
                }
            }
        }
        // Withdrawn ones: nearly all that came last, and one like them of those that were there first.
        _ => {
            let last = people.iter().flatten().next_back().map(|p| p.groups.clone());
            let first = people
                .iter_mut()
                .find(|p| p.as_ref().map(|p| &p.groups) == last.as_ref());
            if let Some(first) = first {
                *first = None;
            }
            if chance.is(60) || what.is_some() {
                let len = people.len();
                people[len.saturating_sub(k - 1)..].fill(None);
            }
        }
    }
    if people.iter().flatten().count() == 0 {
        people.push(Some(survey.person(chance)));
    }
}

/// Late ones that give these answers.
fn add(survey: &Survey, people: &mut Vec<Option<Person>>, groups: &[Vec<u16>], chance: &mut Chance) {
    for groups in groups {
        let mut person = survey.person(chance);
        person.groups.clone_from(groups);
        people.push(Some(person));
    }
}

/// As many as are ever shown, all of one sort.
const ENOUGH: usize = 1;
/// Too few in each of four cells.
const FOUR_CELLS: usize = 7;
/// Nearly all of them withdraw, and one other.
const WITHDRAWN: usize = 8;

fn there(people: &[Option<Person>]) -> Vec<Person> {
    people.iter().flatten().cloned().collect()
}

/// What is published one after the other, into a folder as the program keeps it.
fn issues(survey: &Survey, seed: u64, standings: &mut BTreeMap<&'static str, usize>) -> Vec<Issue> {
    let mut chance = Chance(seed ^ 0xD1F);
    let mut people: Vec<Option<Person>> = survey.people.iter().cloned().map(Some).collect();
    let folder = tempfile::tempdir().unwrap();
    let mut publications = Publications::open(folder.path(), &survey.frame).unwrap();
    let mut out: Vec<Issue> = Vec::new();
    let script: [Option<usize>; 4] = match seed % 5 {
        0 => [Some(ENOUGH), Some(WITHDRAWN), None, None],
        1 => [Some(FOUR_CELLS), None, None, None],
        _ => [None; 4],
    };
    for what in script {
        let cells = survey.cells(&there(&people));
        let wanted = chance.is(80).then(|| crossed(seed + u64::from(chance.is(10))));
        let codes = wanted.map(|groups| groups.map(|place| survey.frame.groups[place].code.to_string()));
        // Another pair than the first one is refused.
        let two_groups = codes.and_then(|codes| publications.agree_on(codes).ok());
        let wanted = wanted.filter(|_| two_groups.is_some());
        let published = publications.read(&survey.frame, None).unwrap();
        let report = Report::of(&cells, &published, wanted).unwrap_or_else(|why| panic!("{seed}: {why:?}"));
        for week in &report.weeks {
            let (name, shown) = match (week.standing, out.last()) {
                (Standing::New, _) | (Standing::Same | Standing::Grown | Standing::Waiting, None) => {
                    ("new", people.clone())
                }
                (Standing::Grown, _) => ("grown", people.clone()),
                (Standing::Same, Some(last)) => ("same", last.people.clone()),
                (Standing::Waiting, Some(last)) => ("waiting", last.people.clone()),
                (Standing::Noisy, _) => unreachable!("no noise was asked for"),
            };
            *standings.entry(name).or_default() += 1;
            out.push(Issue {
                people: shown,
                week: week.clone(),
            });
        }
        publications.keep(&report, &cells, two_groups.as_ref()).unwrap();
        change(survey, &mut people, what, &mut chance);
    }
    out
}

/// What an item says of one.
fn says(person: &Person, item: Item) -> Vec<i64> {
    let of_it = Measure::all().filter(|m| m.basis() == item.basis());
    of_it.filter_map(|m| person.of(m)).collect()
}

/// What an item says of everybody in two issues; none of those who do not give it.
struct Said([Vec<Option<Vec<i64>>>; 2]);

impl Said {
    fn of(item: Item, both: [&Issue; 2]) -> Self {
        let said = |person: &Option<Person>| {
            let said = says(person.as_ref()?, item);
            (!said.is_empty()).then_some(said)
        };
        Self(both.map(|issue| issue.people.iter().map(said).collect()))
    }
}

/// Those who are in some cell of one issue and not in the same of the other, or say something else there: fewer than are ever
/// shown, or one of whom most of what was added is.
fn found_between(
    survey: &Survey,
    (item, said): (Item, &Said),
    of: impl Fn(&Person) -> bool,
    both: [&Issue; 2],
) -> Option<String> {
    let here = |issue: usize, place: usize| {
        let person = both[issue].people.get(place)?.as_ref().filter(|p| of(p));
        person.and_then(|_| said.0[issue][place].as_ref())
    };
    let longest = both[0].people.len().max(both[1].people.len());
    let others: Vec<usize> = (0..longest)
        .filter(|place| here(0, *place) != here(1, *place))
        .collect();
    if others.is_empty() {
        return None;
    }
    if others.len() < usize::try_from(survey.frame.min_group()).unwrap() {
        return Some(format!("{item:?} of {} between two issues", others.len()));
    }
    let count = |issue: usize| (0..longest).filter(|place| here(issue, *place).is_some()).count();
    let room = survey.frame.rounding() * u32::try_from(count(0) + count(1)).unwrap();
    let mut sums = vec![Measure::Total, Measure::NonTeaching];
    sums.extend(Category::ALL.map(Measure::category));
    let dominated = sums.into_iter().filter(|_| item == Item::Time).find(|measure| {
        let value = |place: &usize| {
            let person = both[1].people.get(*place).and_then(Option::as_ref);
            person.and_then(|p| p.of(*measure)).unwrap_or(0)
        };
        let told = both[1].week.tables.all.categories.iter();
        let is_told = measure.is_minutes() && told.clone().all(|(set, _)| set.len() == 1);
        let mut added: Vec<f64> = others
            .iter()
            .map(|p| f64::from(i32::try_from(value(p)).unwrap()))
            .collect();
        added.sort_by(|a, b| b.total_cmp(a));
        is_told && are_dominated(&added) && added[0] > f64::from(room)
    });
    dominated.map(|measure| format!("{measure:?} of one who came between two issues"))
}

/// The lines of which both issues show an item.
fn lines_of_both(survey: &Survey, group: usize, item: Item, both: [&Issue; 2]) -> Vec<Answers> {
    let [old, new] = both.map(|issue| Shown::of(survey, group, &issue.week.tables, item).known);
    let in_both = old.into_iter().filter(|(a, _)| new.iter().any(|(b, _)| a == b));
    in_both.map(|(answers, _)| answers).collect()
}

fn differences(survey: &Survey, both: [&Issue; 2]) -> Vec<String> {
    let mut found = Vec::new();
    let said = Item::ALL.map(|item| (item, Said::of(item, both)));
    for (item, said) in &said {
        let item = *item;
        for group in 0..survey.frame.groups.len() {
            for answers in lines_of_both(survey, group, item, both) {
                let of = |p: &Person| answers.contains(&p.groups[group]);
                found.extend(
                    found_between(survey, (item, said), of, both)
                        .map(|f| format!("{f}: {group} {answers:?}")),
                );
            }
        }
    }
    let [Some(old), Some(new)] = both.map(|issue| issue.week.cross.as_ref()) else {
        return found;
    };
    assert_eq!(
        (old.groups, &old.rows, &old.columns),
        (new.groups, &new.rows, &new.columns)
    );
    let [rows, columns] = cross::sides(survey, &both[1].week.tables, new);
    let mut program = Program::default();
    let people = both.map(|issue| there(&issue.people));
    let came = |row: usize, column: usize| {
        let [old, new] = [0, 1]
            .map(|issue| cross::people_of(&people[issue], new.groups, &rows[row], &columns[column]).len());
        f64::from(u32::try_from(new.saturating_sub(old)).unwrap())
    };
    let mut numbers = vec![Vec::new(); rows.len()];
    let mut hidden = Vec::new();
    for (row, cells) in new.cells.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let number = program.number(f64::INFINITY);
            numbers[row].push(number);
            if matches!(cell, CrossCell::Shown(_)) {
                program.sum(&[number], came(row, column));
                for (item, said) in &said[..2] {
                    let of = |p: &Person| {
                        rows[row].contains(&p.groups[new.groups[0]])
                            && columns[column].contains(&p.groups[new.groups[1]])
                    };
                    found.extend(
                        found_between(survey, (*item, said), of, both)
                            .map(|f| format!("{f} at {row} {column}")),
                    );
                }
            } else {
                hidden.push((row, column));
            }
        }
    }
    for row in 0..rows.len() {
        program.sum(
            &numbers[row],
            (0..columns.len()).map(|column| came(row, column)).sum(),
        );
    }
    for column in 0..columns.len() {
        let of: Vec<usize> = numbers.iter().map(|row| row[column]).collect();
        program.sum(&of, (0..rows.len()).map(|row| came(row, column)).sum());
    }
    let least = f64::from(survey.frame.min_group());
    for (row, column) in hidden {
        let width = program.width(&[numbers[row][column]]);
        let came = came(row, column);
        if came > 0.0 && came < least && width < least - 1e-6 {
            found.push(format!("{came} came to {row} {column}, known to {width}"));
        }
    }
    found
}

fn attack_all(seeds: std::ops::Range<u64>) -> BTreeMap<&'static str, usize> {
    let mut standings = BTreeMap::new();
    for seed in seeds {
        let survey = Survey::new(seed);
        let issues = issues(&survey, seed, &mut standings);
        for (later, new) in issues.iter().enumerate() {
            let is_new = later > 0 && matches!(new.week.standing, Standing::Grown);
            if is_new {
                assert_eq!(
                    attack(&survey, &there(&new.people), &new.week),
                    [""; 0],
                    "{seed}: {later}"
                );
            }
            for (earlier, old) in issues[..later].iter().enumerate() {
                let found = differences(&survey, [old, new]);
                assert_eq!(found, [""; 0], "{seed}: {earlier} and {later}");
            }
        }
    }
    standings
}

#[test]
fn nobody_is_found_between_two_issues() {
    let standings = attack_all(0..50);
    assert!(
        standings["grown"] > 3 && standings["waiting"] > 50,
        "{standings:?}"
    );
}

#[test]
#[ignore = "takes minutes"]
fn nobody_is_found_between_many_issues() {
    let standings = attack_all(20_000..25_000);
    println!("{standings:?}");
}

#[test]
fn the_people_of_a_line_are_those_of_its_answers() {
    let survey = Survey::new(1);
    assert_eq!(
        people_of(&survey.people, 1, &vec![0, 1, 2, 3]).len(),
        survey.people.len()
    );
}
