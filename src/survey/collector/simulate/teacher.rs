//! Somebody who does not exist.

use super::dice::Dice;
use super::effects::Drawn;
use super::habits::{Load, Loads, non_teaching};
use crate::diary::SurveySecret;
use crate::survey::field::Field;

/// What stays the same about a made-up teacher in all weeks.
pub(super) struct Teacher {
    /// The place of the answer to each group; 0 is not said.
    pub(super) groups: Box<[u16]>,
    /// How much of each sort of work there is.
    pub(super) loads: Loads,
    /// Non-teaching minutes of a school day that the weeks are compared with; none where there is no baseline.
    pub(super) baseline: Option<f64>,
    /// What is not given.
    withheld: [bool; Field::ALL.len()],
    /// In how many weeks there is a response.
    pub(super) takes_part: f64,
    /// From which the pseudonyms come.
    pub(super) secret: SurveySecret,
}

/// How many of a hundred leave a group open, and withhold a field.
const NOT_SAID: u32 = 3;
const WITHHELD: u32 = 3;
/// How many of a hundred have logged long enough for a baseline.
const HAS_BASELINE: u32 = 80;

impl Teacher {
    pub(super) fn new(dice: &mut Dice, groups: &[Vec<Drawn>]) -> Self {
        let mut loads: Loads = [1.0; 10];
        let mut answers = Vec::with_capacity(groups.len());
        for answers_of in groups {
            let at = dice.unit();
            let answer = answers_of.iter().find(|a| at < a.until).or(answers_of.last());
            let said = !dice.chance(NOT_SAID);
            answers.push(answer.filter(|_| said).map_or(0, |a| a.place));
            // The work is that of the answer, given or not.
            for (load, by) in loads.iter_mut().zip(answer.iter().flat_map(|a| a.loads)) {
                *load *= by;
            }
        }
        temper(&mut loads, dice);
        let habit = non_teaching(&loads) / 5.0;
        let baseline = habit * factor(0.06 + 0.1 * dice.around());
        let mut secret = [0; 32];
        secret[..16].copy_from_slice(&dice.bytes());
        secret[16..].copy_from_slice(&dice.bytes());
        let absent = dice.unit();
        Self {
            groups: answers.into(),
            loads,
            baseline: dice.chance(HAS_BASELINE).then_some(baseline),
            withheld: Field::ALL.map(|_| dice.chance(WITHHELD)),
            takes_part: 1.0 - 0.3 * absent * absent,
            secret: SurveySecret::new(secret),
        }
    }

    pub(super) fn withholds(&self, field: Field) -> bool {
        Field::ALL
            .iter()
            .zip(self.withheld)
            .any(|(f, is)| *f == field && is)
    }
}

/// How somebody works: much or little of everything; and, the more so who works much, of what is not teaching.
fn temper(loads: &mut Loads, dice: &mut Dice) {
    let level = dice.around();
    let other = 0.4 * level + 0.9 * dice.around();
    for (place, load) in loads.iter_mut().enumerate() {
        let (of_level, of_other, own) = match place {
            p if p == Load::Lessons as usize => (0.04, 0.0, 0.05),
            p if p >= Load::Meetings as usize => (0.08, 0.14, 0.10),
            _ => (0.10, 0.0, 0.12),
        };
        *load *= factor(of_level * level + of_other * other + own * dice.around());
        *load = load.clamp(0.4, 2.2); // whatever the groups are, a week has room for it
    }
}

/// About the exponential of a small number, never below one half; the system's own is not the same everywhere.
pub(super) fn factor(of: f64) -> f64 {
    1.0 + of + of * of / 2.0
}
