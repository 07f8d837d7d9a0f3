//! How many people a teacher's answers fit: whether they single the teacher out.

use super::definition::Group;
use super::joined::Joined;

/// How many people the answers of a response fit, as far as the definition says: its numbers are the coordinator's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audience {
    /// About how many: if the groups had nothing to do with each other. Never more than any one answer fits, and where
    /// `unknown` names a group, at most so many. None where no number is known.
    pub about: Option<u32>,
    /// The codes of the groups that are answered, and of which nobody says how many answer them so.
    pub unknown: Vec<String>,
    /// The code of the group that, left unsaid, would raise the number most; none where no group does.
    pub narrowest: Option<String>,
}

impl Audience {
    /// How many people the answers of a survey fit; none where nothing is answered and nothing known.
    #[must_use]
    pub fn of(joined: &Joined) -> Option<Self> {
        let said: Vec<Said<'_>> = said(joined);
        let everybody = everybody(joined);
        if said.is_empty() && everybody.is_none() {
            return None;
        }
        let about = about(everybody, said.iter());
        let without = |code: &str| about_without(everybody, &said, code);
        let widest = said
            .iter()
            .map(|s| (without(s.code()).unwrap_or(u32::MAX), s.code())) // then nothing is known that could single out
            .filter(|(wider, _)| about.is_some_and(|about| *wider > about))
            .max_by_key(|(wider, _)| *wider);
        let unknown = said.iter().filter(|s| s.staff.is_none());
        Some(Self {
            about,
            unknown: unknown.map(|s| s.code().to_owned()).collect(),
            narrowest: widest.map(|(_, code)| code.to_owned()),
        })
    }
}

/// A group that is answered.
struct Said<'a> {
    group: &'a Group,
    /// How many people answer so, or belong to the closest answer above of which that is known.
    staff: Option<u32>,
}

impl Said<'_> {
    fn code(&self) -> &str {
        self.group.code.as_str()
    }
}

fn said(joined: &Joined) -> Vec<Said<'_>> {
    let mut out = Vec::new();
    for group in &joined.definition.groups {
        if let Some(answer) = joined.answered(group.code.as_str()) {
            let above = group.above(answer).find_map(|a| a.staff);
            out.push(Said {
                group,
                staff: answer.staff.or(above),
            });
        }
    }
    out
}

/// All who are asked: as the definition says, or else the largest number that a group adds up to.
fn everybody(joined: &Joined) -> Option<u32> {
    let groups = || joined.definition.groups.iter().filter_map(Group::staff).max();
    joined.definition.staff.or_else(groups)
}

fn about_without(everybody: Option<u32>, said: &[Said<'_>], code: &str) -> Option<u32> {
    about(everybody, said.iter().filter(|s| s.code() != code))
}

/// The people behind all answers together: everybody, times the part of them that each answer has. Where a group adds up to
/// less than everybody, its answers are parts of everybody all the same: numbers that do not fit together must not make the
/// crowd larger. At least 1, the teacher.
fn about<'s>(everybody: Option<u32>, said: impl Iterator<Item = &'s Said<'s>>) -> Option<u32> {
    let known = said.filter_map(|s| Some((s.group, s.staff?)));
    let (mut estimate, mut least) = (everybody.map(f64::from), everybody);
    for (group, staff) in known {
        least = Some(least.map_or(staff, |l| l.min(staff)));
        if let (Some(all), Some(everybody)) = (&mut estimate, everybody) {
            let whole = group.staff().unwrap_or(0).max(everybody).max(1);
            *all *= (f64::from(staff) / f64::from(whole)).min(1.0);
        }
    }
    let least = least?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and a number of people"
    )]
    let estimate = estimate.map_or(least, |estimate| estimate.round() as u32);
    Some(estimate.min(least).max(1))
}

#[cfg(test)]
mod tests;
