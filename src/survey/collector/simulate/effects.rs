//! What an answer says about the work of whoever gives it.

use super::dice::Dice;
use super::habits::{Load, Loads};
use crate::survey::definition::{Group, GroupAnswer};

/// What is usual of the groups that the program offers: group, answer, how many of a hundred give it, and by how much
/// their work differs from that of others, in the order of [`Load`].
#[rustfmt::skip]
const USUAL: [(&str, &str, f64, Loads); 14] = [
    //                                    lessons prep. marking pupils learn. exams meet. reports parents duty
    ("stage", "primary", 45.0,            [1.05, 0.95, 0.90, 1.0, 1.0, 0.9, 1.0, 1.0, 1.1, 1.1]),
    ("stage", "lower_secondary", 30.0,    [1.0, 1.0, 1.05, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0]),
    ("stage", "upper_secondary", 21.0,    [0.9, 1.1, 1.15, 1.1, 1.0, 1.2, 1.0, 0.95, 0.8, 0.95]),
    ("stage", "other", 4.0,               [0.85, 0.9, 0.8, 1.2, 1.0, 0.6, 1.0, 1.0, 1.0, 1.0]),
    ("role", "subject_teacher", 52.0,     [1.05, 1.05, 1.05, 0.9, 1.0, 1.0, 0.9, 0.8, 0.7, 0.95]),
    ("role", "class_teacher", 36.0,       [1.0, 0.95, 1.0, 1.4, 1.0, 1.0, 1.0, 1.1, 1.7, 1.1]),
    ("role", "management", 12.0,          [0.6, 0.6, 0.55, 0.8, 1.1, 1.0, 2.0, 1.8, 0.8, 1.0]),
    ("years", "y0_5", 25.0,               [1.0, 1.25, 1.05, 1.0, 1.3, 1.0, 0.95, 1.0, 1.05, 1.05]),
    ("years", "y6_15", 40.0,              [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.05, 1.0, 1.0]),
    ("years", "y16_up", 35.0,             [1.0, 0.88, 0.97, 1.0, 0.85, 1.0, 1.05, 0.95, 0.95, 0.95]),
    ("subject", "languages", 35.0,        [1.0, 1.0, 1.25, 1.0, 1.0, 1.1, 1.0, 1.0, 1.1, 1.0]),
    ("subject", "sciences", 35.0,         [1.0, 1.0, 1.05, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0]),
    ("subject", "humanities", 12.0,       [1.0, 1.0, 0.8, 1.0, 1.0, 0.9, 1.0, 1.05, 0.9, 1.0]),
    ("subject", "arts_sports", 18.0,      [1.05, 0.85, 0.4, 1.0, 1.0, 0.5, 1.0, 1.0, 0.8, 1.15]),
];

/// One answer that can be given, as it is drawn.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Drawn {
    /// Its place, from 1.
    pub(super) place: u16,
    /// Up to which number from 0 to 1 it is the one.
    pub(super) until: f64,
    /// By how much the work differs.
    pub(super) loads: Loads,
}

/// The answers of a group that can be given. Of a group that is none of the usual ones, such as the regions, everybody's
/// work differs by a little that `seed` decides on.
pub(super) fn drawn(group: &Group, seed: u64) -> Vec<Drawn> {
    let open = |a: &&GroupAnswer| group.is_open(a);
    let usual = |a: &GroupAnswer| {
        let is = |row: &&(&str, &str, f64, Loads)| row.0 == group.code.as_str() && row.1 == a.code.as_str();
        USUAL.iter().find(is)
    };
    let is_known = group
        .answers
        .iter()
        .filter(open)
        .all(|a| a.staff.is_some_and(|n| n > 0));
    let weight = |a: &GroupAnswer| match (a.staff, usual(a)) {
        (Some(staff), _) if is_known => f64::from(staff),
        (_, Some((.., weight, _))) => *weight,
        _ => 10.0,
    };
    let sum: f64 = group.answers.iter().filter(open).map(weight).sum();
    let (mut out, mut until) = (Vec::new(), 0.0);
    for (answer, place) in group.answers.iter().zip(1_u16..) {
        if group.is_open(answer) {
            until += weight(answer) / sum;
            let own = || own(group.code.as_str(), answer.code.as_str(), seed);
            let loads = usual(answer).map_or_else(own, |(.., loads)| *loads);
            out.push(Drawn { place, until, loads });
        }
    }
    out
}

/// By how much the work differs where nothing is known about an answer: other tasks by a tenth or so, lessons hardly.
fn own(group: &str, answer: &str, seed: u64) -> Loads {
    let letters = group.bytes().chain([b'/']).chain(answer.bytes());
    let names: Vec<u64> = std::iter::once(seed).chain(letters.map(u64::from)).collect();
    let mut dice = Dice::of(&names);
    let mut loads = [1.0; 10];
    let others = [Load::Meetings, Load::Reports, Load::Parents, Load::Duty];
    let all = 1.0 + 0.07 * dice.around();
    for load in others {
        loads[load as usize] = (all + 0.05 * dice.around()).clamp(0.6, 1.6);
    }
    loads[Load::Lessons as usize] = (1.0 + 0.02 * dice.around()).clamp(0.9, 1.1);
    loads
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::presets;

    #[test]
    fn every_usual_answer_is_known() {
        let mut known = 0;
        for group in presets() {
            let drawn = drawn(&group, 1);
            assert_eq!(drawn.len(), group.answers.len());
            assert!((drawn.last().unwrap().until - 1.0).abs() < 1e-9);
            known += group.answers.len();
        }
        assert_eq!(known, USUAL.len());
    }
}
