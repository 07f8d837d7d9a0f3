//! Made-up responses, for demos, tests and loads. Nothing in them is about anybody.
//!
//! **They cannot be taken for real.** A simulation makes a survey of its own: with a mark in its title, which every report
//! shows, an id and thus a hash of its own, and a key whose private half stands in this program
//! (`KeyPair::made_up`). Modelled on another survey, it takes over what that one asks and of whom, and nothing else, so
//! that no simulated file is a response to the other one.
//!
//! **The model.** A teacher has an answer to each group, drawn by the staff behind the answers; 3 of 100 leave one open. Each of
//! ten sorts of work has a load: the product of what the answers say of it (class teachers have more messages from parents,
//! management more meetings and fewer lessons, each region is a little different) and of a level of the teacher's own,
//! common to all sorts and, more widely spread, common to all that is not teaching. So totals differ between teachers, and
//! what is not teaching rises and falls together. A week is ordinary or has a holiday, exams, an inspection or parents'
//! evenings, for everybody. Each activity comes up with a chance and a length of its own, in fives of minutes; meetings are
//! drawn one by one. Then everything is rounded, withheld and left out as `respond` does it. One in eight weeks is not
//! complete; one in five teachers has no baseline.
//!
//! **What it is not.** The table of an ordinary week was set by hand so that means lie where studies of Chinese schools
//! put them: 45 to 55 hours in all, 10 to 18 of them not teaching. Nothing was fitted to data; spreads and correlations are
//! guesses. A program that works on it works; a finding in it is an artefact.
//!
//! **The same everywhere.** All of it is a function of the seed, the number of the teacher and the week, computed with
//! operations that give the same on every machine, so that parts can be made in any order and on all cores.

mod cores;
mod dice;
mod effects;
mod habits;
mod inbox;
mod parts;
mod response;
mod say;
mod survey;
mod teacher;
mod week;

pub use dice::Dice;

use super::dataset::DatasetError;
use super::row::Row;
use crate::domain::WeekId;
use crate::survey::definition::{BadDraft, Definition};
use crate::survey::pseudonym::Respondent;
use crate::survey::sealed::SealError;
use effects::Drawn;
use std::io;
use std::ops::RangeInclusive;
use std::path::PathBuf;
use teacher::Teacher;
use week::Sort;

/// Made-up teachers who answer a made-up survey.
#[derive(Debug, Clone)]
pub struct Simulation {
    /// The made-up survey.
    pub definition: Definition,
    /// How many of a hundred responses are what.
    pub shares: Shares,
    seed: u64,
    teachers: u64,
    groups: Vec<Vec<Drawn>>,
}

/// How many of a hundred responses are what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shares {
    /// Corrected afterwards: a second revision follows the first.
    pub corrected: u32,
    /// Taken back afterwards.
    pub withdrawn: u32,
    /// There twice.
    pub twice: u32,
}

impl Default for Shares {
    fn default() -> Self {
        Self {
            corrected: 5,
            withdrawn: 1,
            twice: 1,
        }
    }
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Simulated {
    /// Responses that count: teachers and weeks, without what was withdrawn.
    pub responses: u64,
    /// Files.
    pub files: u64,
}

/// Why nothing, or not all, was simulated.
#[derive(Debug, thiserror::Error)]
pub enum SimulateError {
    /// The made-up survey cannot be.
    #[error(transparent)]
    Draft(#[from] BadDraft),
    /// The folder has something in it.
    #[error("{} has other things in it", .0.display())]
    NotEmpty(PathBuf),
    /// The dataset cannot be written.
    #[error(transparent)]
    Dataset(#[from] DatasetError),
    /// A response could not be sealed.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// A file or folder.
    #[error("{}: {}", .0.display(), .1)]
    Io(PathBuf, #[source] io::Error),
}

/// What a number that dice are made of stands for, so that no two things are drawn alike.
#[derive(Debug, Clone, Copy)]
enum Name {
    Teacher = 1,
    Week,
    Response,
    First,
    File,
}

impl Simulation {
    /// So many teachers in these weeks, of whom some say nothing in some weeks. The survey asks for everything.
    ///
    /// # Errors
    /// [`SimulateError::Draft`], where there are too many weeks.
    pub fn new(
        seed: u64,
        teachers: u64,
        weeks: RangeInclusive<WeekId>,
        panel: bool,
    ) -> Result<Self, SimulateError> {
        Ok(Self::of(
            survey::own(seed, teachers, weeks, panel)?,
            seed,
            teachers,
        ))
    }

    /// The same, answering what another survey asks, in a made-up survey like it.
    ///
    /// # Errors
    /// [`SimulateError::Draft`], where there are too many weeks.
    pub fn like(
        other: &Definition,
        seed: u64,
        teachers: u64,
        weeks: RangeInclusive<WeekId>,
    ) -> Result<Self, SimulateError> {
        Ok(Self::of(survey::like(other, seed, weeks)?, seed, teachers))
    }

    fn of(definition: Definition, seed: u64, teachers: u64) -> Self {
        let groups = definition.groups.iter().map(|g| effects::drawn(g, seed));
        Self {
            groups: groups.collect(),
            shares: Shares::default(),
            definition,
            seed,
            teachers,
        }
    }

    fn weeks(&self) -> Vec<WeekId> {
        let first = *self.definition.weeks.start();
        let weeks = std::iter::successors(Some(first), |week| week.offset(1));
        weeks
            .take_while(|week| self.definition.weeks.contains(week))
            .collect()
    }

    fn dice(&self, of: Name, teacher: u64, week: Option<WeekId>) -> Dice {
        let days = |week: WeekId| {
            week.monday()
                .signed_duration_since(chrono::NaiveDate::MIN)
                .num_days()
        };
        let week = week.map_or(0, |week| days(week).cast_unsigned());
        Dice::of(&[self.seed, of as u64, teacher, week])
    }

    /// A teacher.
    fn teacher(&self, number: u64) -> Teacher {
        Teacher::new(&mut self.dice(Name::Teacher, number, None), &self.groups)
    }

    /// What is special about a week.
    fn sort(&self, week: WeekId) -> Sort {
        Sort::draw(&mut self.dice(Name::Week, 0, Some(week)))
    }

    /// What comes in from a teacher for a week; none where nothing does.
    fn said(&self, number: u64, week: WeekId, sort: Sort) -> Option<Said> {
        let teacher = self.teacher(number);
        let mut dice = self.dice(Name::Response, number, Some(week));
        let shares = self.shares;
        let takes_part = dice.unit() < teacher.takes_part;
        let [corrected, withdrawn, twice] =
            [shares.corrected, shares.withdrawn, shares.twice].map(|share| dice.chance(share));
        if !takes_part {
            return None;
        }
        let row = |dice: &mut Dice, revision: u32| Row {
            respondent: Respondent::of(&teacher.secret, &self.definition, week),
            revision,
            groups: teacher.groups.clone(),
            values: week::values(&teacher, sort, &self.definition, dice),
        };
        let last = row(&mut dice, 1 + u32::from(corrected));
        let first = corrected.then(|| row(&mut self.dice(Name::First, number, Some(week)), 1));
        Some(Said {
            first,
            last,
            withdrawn,
            twice,
        })
    }
}

/// What comes in from one teacher for one week.
struct Said {
    /// What was corrected.
    first: Option<Row>,
    /// What counts in the end.
    last: Row,
    /// Whether it is taken back after all.
    withdrawn: bool,
    /// Whether it comes in twice.
    twice: bool,
}

#[cfg(test)]
mod tests;
