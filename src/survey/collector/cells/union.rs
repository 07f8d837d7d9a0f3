//! The groups of several surveys that ask the same: those of a province, out of those of its districts.

use super::{BadCells, Frame};
use crate::survey::definition::{Code, Definition, Group, GroupAnswer};
use std::collections::HashMap;

/// The groups of surveys that are in the order of their hashes.
///
/// # Errors
/// [`BadCells`] where they do not ask the same, or one is there twice.
pub(super) fn union(surveys: &[Definition]) -> Result<Vec<Group>, BadCells> {
    let Some((first, others)) = surveys.split_first() else {
        return Err(BadCells::Nothing);
    };
    for pair in surveys.windows(2) {
        if pair[0].hash() == pair[1].hash() {
            return Err(BadCells::Twice(pair[0].title.clone()));
        }
    }
    for other in others {
        asks_the_same(first, other)?;
    }
    let groups = first.groups.iter().map(|group| {
        let same = surveys.iter().filter_map(|s| s.group(group.code.as_str()));
        of_group(group, same)
    });
    groups.collect()
}

fn asks_the_same(first: &Definition, other: &Definition) -> Result<(), BadCells> {
    if first.rounding != other.rounding {
        return Err(BadCells::Rounding(first.rounding, other.rounding));
    }
    if first.asks != other.asks {
        return Err(BadCells::Asks);
    }
    for (one, another) in [(first, other), (other, first)] {
        let mut groups = one.groups.iter().map(|g| g.code.as_str());
        if let Some(code) = groups.find(|code| another.group(code).is_none()) {
            return Err(BadCells::Group(code.to_owned()));
        }
    }
    Ok(())
}

/// One group with the answers of all surveys.
fn of_group<'a>(first: &Group, surveys: impl Iterator<Item = &'a Group>) -> Result<Group, BadCells> {
    let mut answers: Vec<GroupAnswer> = Vec::new();
    let mut known: HashMap<&Code, (usize, bool)> = HashMap::new();
    for group in surveys {
        let open: Vec<&Code> = group.open().map(|a| &a.code).collect();
        let mut open = open.into_iter().peekable();
        for answer in &group.answers {
            let is_open = open.next_if(|code| **code == answer.code).is_some();
            let Some((place, was_open)) = known.get(&answer.code) else {
                known.insert(&answer.code, (answers.len(), is_open));
                answers.push(answer.clone());
                continue;
            };
            let mine = &mut answers[*place];
            let named = || (group.code.to_string(), answer.code.to_string());
            if mine.within != answer.within {
                let (group, answer) = named();
                return Err(BadCells::Answer(group, answer));
            }
            if *was_open != is_open {
                let (group, answer) = named();
                return Err(BadCells::Heading(group, answer));
            }
            let both = mine.staff.zip(answer.staff);
            mine.staff = both.and_then(|(mine, theirs)| mine.checked_add(theirs));
        }
    }
    if answers.len() > Frame::MOST_ANSWERS {
        return Err(BadCells::TooMany(first.code.to_string()));
    }
    Ok(Group {
        code: first.code.clone(),
        name: first.name.clone(),
        answers,
    })
}

/// Where the answers of one frame are in another one that has them all.
pub(super) struct Places {
    /// For each group of the other frame, its place in this one, and there the place of each answer.
    groups: Vec<(usize, Vec<u16>)>,
}

impl Places {
    /// From one frame into another one.
    pub(super) fn between(from: &Frame, to: &Frame) -> Self {
        let groups = to.groups.iter().filter_map(|group| {
            let place = from.groups.iter().position(|g| g.code == group.code)?;
            let there = group.answers.iter().map(|a| &a.code).zip(1_u16..);
            let there: HashMap<&Code, u16> = there.collect();
            let answers = from.groups[place].answers.iter();
            let answers = answers.map(|a| there.get(&a.code).copied().unwrap_or(0));
            Some((place, std::iter::once(0).chain(answers).collect()))
        });
        Self {
            groups: groups.collect(),
        }
    }

    /// A combination of answers as the other frame has it.
    pub(super) fn of(&self, groups: &[u16]) -> Box<[u16]> {
        let there = |(place, answers): &(usize, Vec<u16>)| {
            let answer = groups.get(*place).map(|a| usize::from(*a));
            answer.and_then(|a| answers.get(a)).copied().unwrap_or(0)
        };
        self.groups.iter().map(there).collect()
    }
}
