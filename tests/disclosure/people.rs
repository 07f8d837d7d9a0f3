//! Respondents.

use crate::chance::Chance;
use jianfu::domain::Category;
use jianfu::survey::collector::disclosure::Item;
use jianfu::survey::collector::{ACTIVITIES, MISSING, Measure, VALUES, Value, Values};

/// One respondent.
#[derive(Clone, PartialEq)]
pub(crate) struct Person {
    /// The answers by their places.
    pub(crate) groups: Vec<u16>,
    pub(crate) values: Values,
}

/// How respondents are.
#[derive(Clone, Copy)]
pub(crate) struct Habits {
    /// Minutes that all are rounded to.
    pub(crate) step: usize,
    /// How many of a hundred withhold each item.
    pub(crate) withhold: usize,
    /// How many of a hundred work at all.
    pub(crate) work: usize,
    /// How many of a hundred have met the goal.
    pub(crate) meet_goal: usize,
}

impl Person {
    pub(crate) fn new(groups: Vec<u16>, habits: Habits, chance: &mut Chance) -> Self {
        let mut person = Self {
            groups,
            values: [MISSING; VALUES],
        };
        let works = chance.is(habits.work);
        for (category, most) in Category::ALL.into_iter().zip([1800, 300, 500, 600, 240]) {
            let is_there = works && (category == Category::Teaching || chance.is(70));
            let minutes = if is_there {
                chance.below(most / habits.step + 1) * habits.step
            } else {
                0
            };
            person.set(Value::Category(category), minutes);
        }
        person.rest(habits, chance);
        person
    }

    pub(crate) fn set(&mut self, value: Value, number: usize) {
        self.values[value.index()] = i16::try_from(number).unwrap();
    }

    pub(crate) fn get(&self, value: Value) -> usize {
        usize::try_from(self.values[value.index()]).unwrap_or(0)
    }

    /// Everything but the minutes of the categories, as it follows from them.
    pub(crate) fn rest(&mut self, habits: Habits, chance: &mut Chance) {
        let gives = |chance: &mut Chance| !chance.is(habits.withhold);
        if gives(chance) {
            self.set(Value::SchoolDays, 5);
            self.set(Value::ClosedDays, 5);
            let complete = usize::from(chance.is(80));
            self.set(Value::Complete, complete);
        }
        if gives(chance) {
            self.set_activities(habits.step, chance);
        }
        let minutes = self.get(Value::Category(Category::Meetings));
        let meetings = if minutes == 0 { 0 } else { 1 + chance.below(4) };
        if gives(chance) {
            self.set(Value::Meetings, meetings);
            self.set(Value::MeetingMinutes, minutes);
            self.set(Value::StaffMeetings, chance.below(meetings + 1));
            self.set(Value::LongMeetings, chance.below(meetings + 1));
        }
        if gives(chance) {
            let most = self.get(Value::Category(Category::ParentMessages)) / habits.step;
            self.set(Value::LateParents, chance.below(most + 1) * habits.step);
        }
        if gives(chance) {
            let met = usize::from(chance.is(habits.meet_goal));
            self.set(Value::GoalMet, met);
            self.set(Value::ChangeBand, 5 * chance.below(5));
        }
        if gives(chance) {
            for rating in 1..=5 {
                self.set(Value::Rating(rating), 0);
            }
            let rating = u8::try_from(1 + chance.below(5)).unwrap();
            self.set(Value::Rating(rating), meetings);
        }
    }

    /// Those of a category add up to it.
    fn set_activities(&mut self, step: usize, chance: &mut Chance) {
        for category in Category::ALL {
            let of_it = |place: &usize| Value::activity(*place).is_some_and(|a| a.category == category);
            let places: Vec<usize> = (0..ACTIVITIES).filter(of_it).collect();
            let mut minutes: Vec<usize> = vec![0; places.len()];
            for _ in 0..self.get(Value::Category(category)) / step {
                // Some are chosen much more often than others.
                let place = chance.below(places.len()).min(chance.below(places.len()));
                minutes[place] += step;
            }
            for (place, minutes) in places.into_iter().zip(minutes) {
                self.set(Value::Activity(place), minutes);
            }
        }
    }

    /// What a measure is of this one; none where it is withheld.
    pub(crate) fn of(&self, measure: Measure) -> Option<i64> {
        let value = measure.of(&self.values);
        (value != MISSING).then(|| value.into())
    }

    /// Whether an item is known of this one.
    pub(crate) fn gives(&self, item: Item) -> bool {
        self.of(item.basis().measure()).is_some()
    }
}
