//! Surveys and who responds to them, some of them as badly as can be.

use crate::chance::Chance;
use crate::people::{Habits, Person};
use chrono::NaiveDate;
use jianfu::domain::{Category, WeekId};
use jianfu::i18n::I18n;
use jianfu::survey::collector::{Cells, Frame, Value};
use jianfu::survey::{Asks, Code, Draft, Group, GroupAnswer, KeyPair, Wording};

/// A survey with a week of responses.
pub(crate) struct Survey {
    pub(crate) frame: Frame,
    pub(crate) week: WeekId,
    pub(crate) habits: Habits,
    pub(crate) people: Vec<Person>,
}

/// The groups of all these surveys: a tree of regions, stages, roles.
pub(crate) const REGION: usize = 0;
pub(crate) const STAGE: usize = 1;
pub(crate) const ROLE: usize = 2;

impl Survey {
    /// What can be bad about one.
    pub(crate) const KINDS: usize = 10;

    pub(crate) fn new(seed: u64) -> Self {
        let mut chance = Chance(seed);
        let kind = usize::try_from(seed).unwrap() % Self::KINDS;
        let step = [5, 15, 15, 30][chance.below(4)];
        let min_group = u32::try_from(5 + chance.below(8)).unwrap();
        let tree = if kind == 5 {
            chain(&mut chance)
        } else {
            regions(&mut chance)
        };
        let groups = vec![
            group("region", &tree),
            group("stage", &[None; 3]),
            group("role", &vec![None; 2 + chance.below(2)]),
        ];
        let habits = Habits {
            step,
            withhold: match kind {
                7 => 50,
                8 => 4,
                _ => [0, 3, 15][chance.below(3)],
            },
            work: [100, 95, 75][chance.below(3)],
            meet_goal: [50, 10, 2][chance.below(3)],
        };
        let frame = frame(groups, min_group, step);
        let mut survey = Self {
            frame,
            week: "2026-W45".parse().unwrap(),
            habits,
            people: Vec::new(),
        };
        let most = [25, 60, 140, 300][chance.below(4)];
        for _ in 0..usize::try_from(min_group).unwrap() + chance.below(most) {
            let person = survey.person(&mut chance);
            survey.people.push(person);
        }
        survey.make_bad(kind, &mut chance);
        survey
    }

    /// Somebody: the first answers are more common.
    pub(crate) fn person(&self, chance: &mut Chance) -> Person {
        let groups = self.frame.groups.iter().map(|group| {
            let open: Vec<u16> = (1..)
                .zip(&group.answers)
                .filter(|(_, a)| group.is_open(a))
                .map(|(p, _)| p)
                .collect();
            if chance.is(6) {
                return 0;
            }
            open[chance.below(open.len()).min(chance.below(open.len()))]
        });
        let groups = groups.collect();
        Person::new(groups, self.habits, chance)
    }

    fn make_bad(&mut self, kind: usize, chance: &mut Chance) {
        let k = usize::try_from(self.frame.min_group()).unwrap();
        let place = self.people[0].groups[REGION].max(1);
        let people = &mut self.people;
        match kind {
            // One school, stage and role with one too few.
            1 => {
                for (group, answer) in [(REGION, place), (STAGE, 3), (ROLE, 2)] {
                    let with = people.iter_mut().filter(|p| p.groups[group] == answer);
                    with.skip(k - 1).for_each(|p| p.groups[group] = 0);
                }
            }
            // Two groups that differ by one person.
            2 => {
                for p in people.iter_mut() {
                    p.groups[ROLE] = p.groups[STAGE].min(2);
                }
                people[0].groups[STAGE] = 3;
            }
            // Nearly all say nothing, of one group or of all.
            3 => {
                let all = chance.is(50);
                for person in people.iter_mut().skip(1 + chance.below(3)) {
                    person.groups[REGION] = 0;
                    if all {
                        person.groups = vec![0; 3];
                    }
                }
            }
            // Cells that nobody is in.
            4 => people.iter_mut().for_each(|p| {
                if p.groups[STAGE] == 1 {
                    p.groups[ROLE] = 1;
                }
            }),
            // One who has most of a category, of its activities, of the meetings, of the late messages.
            6 => self.dominate(chance),
            // As many as are needed, of whom some work elsewhere: one of each answer.
            9 => {
                people.truncate(k + chance.below(3));
                for (n, person) in people.iter_mut().enumerate() {
                    person.groups[STAGE] = u16::try_from(n % 4).unwrap();
                }
            }
            _ => {}
        }
    }

    fn dominate(&mut self, chance: &mut Chance) {
        for _ in 0..=chance.below(3) {
            let category = Category::ALL[1 + chance.below(4)];
            let place = chance.below(self.people.len());
            let person = &mut self.people[place];
            person.set(
                Value::Category(category),
                3000 / self.habits.step * self.habits.step,
            );
            let habits = Habits {
                withhold: 0,
                ..self.habits
            };
            person.rest(habits, chance);
        }
    }

    pub(crate) fn cells(&self, people: &[Person]) -> Cells {
        let mut cells = Cells::new(self.frame.clone());
        for person in people {
            cells.cell(self.week, &person.groups).add(&person.values);
        }
        cells
    }
}

/// Districts with schools; now and then one that has none, or one level more.
fn regions(chance: &mut Chance) -> Vec<Option<usize>> {
    let mut parents = Vec::new();
    for _ in 0..2 + chance.below(2) {
        let district = parents.len();
        parents.push(None);
        for _ in 0..chance.below(5) {
            let school = parents.len();
            parents.push(Some(district));
            if chance.is(15) {
                parents.extend([Some(school); 2]);
            }
        }
    }
    parents
}

/// One below the other, and another district.
fn chain(chance: &mut Chance) -> Vec<Option<usize>> {
    let mut parents = vec![None];
    for level in 0..=chance.below(4) {
        parents.push(Some(level));
    }
    parents.push(None);
    parents
}

pub(crate) fn group(code: &str, parents: &[Option<usize>]) -> Group {
    let name = |place: usize| Code::new(&format!("a{place}")).unwrap();
    let answer = |(place, parent): (usize, &Option<usize>)| GroupAnswer {
        code: name(place),
        name: Wording::same(format!("a{place}")),
        within: parent.map(name),
        staff: None,
    };
    Group {
        code: Code::new(code).unwrap(),
        name: Wording::same(code),
        answers: parents.iter().enumerate().map(answer).collect(),
    }
}

fn frame(groups: Vec<Group>, min_group: u32, rounding: usize) -> Frame {
    let draft = Draft {
        title: Wording::same("t"),
        contact: Wording::same("c"),
        weeks: "2026-W45".parse().unwrap()..="2026-W50".parse().unwrap(),
        closes: NaiveDate::from_ymd_opt(2027, 1, 15).unwrap(),
        rounding: u32::try_from(rounding).unwrap(),
        min_group,
        panel: false,
        asks: Asks::from_flags([true; 5]),
        staff: None,
        groups,
    };
    let key = KeyPair::generate();
    Frame::of(&draft.write(&key.recipient(), I18n::english()).unwrap())
}
