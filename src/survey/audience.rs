//! How many people a teacher's answers fit: whether they single the teacher out.

use super::joined::Joined;

/// How many people the answers of a response fit, as far as the definition knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audience {
    /// About how many: if the groups had nothing to do with each other. Never more than any one answer fits.
    pub about: u32,
    /// The code of the group that, left unsaid, would raise the number most; none where no group does.
    pub narrowest: Option<String>,
}

impl Audience {
    /// How many people the answers of a survey fit; none where the definition does not say enough.
    #[must_use]
    pub fn of(joined: &Joined) -> Option<Self> {
        let about = about(joined, None)?;
        let without = |code: &str| about_without(joined, code);
        let said = joined.definition.groups.iter().map(|g| g.code.as_str());
        let said = said.filter(|code| joined.answered(code).is_some());
        let widest = said
            .map(|code| (without(code).unwrap_or(u32::MAX), code)) // then nothing is known that could single out
            .filter(|(wider, _)| *wider > about)
            .max_by_key(|(wider, _)| *wider);
        Some(Self {
            about,
            narrowest: widest.map(|(_, code)| code.to_owned()),
        })
    }
}

fn about_without(joined: &Joined, code: &str) -> Option<u32> {
    about(joined, Some(code))
}

/// The people behind all answers together: everybody, times the part that each answer has of its group. At least 1, the
/// teacher.
fn about(joined: &Joined, without: Option<&str>) -> Option<u32> {
    let definition = &joined.definition;
    let known = |g: &super::Group| g.staff();
    let everybody = definition
        .staff
        .or_else(|| definition.groups.iter().find_map(known));
    let said = definition
        .groups
        .iter()
        .filter(|g| without != Some(g.code.as_str()))
        .filter_map(|g| Some((g, joined.answered(g.code.as_str())?.staff?)));
    let (mut estimate, mut least) = (everybody.map(f64::from), everybody);
    for (group, staff) in said {
        least = Some(least.map_or(staff, |l| l.min(staff)));
        let whole = group.staff().or(everybody).filter(|w| *w > 0);
        estimate = match (estimate, whole) {
            (Some(all), Some(whole)) => Some(all * (f64::from(staff) / f64::from(whole)).min(1.0)),
            (Some(all), None) => Some(all.min(f64::from(staff))),
            (None, _) => Some(f64::from(staff)),
        };
    }
    let (estimate, least) = (estimate?, least?);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and a number of people"
    )]
    let estimate = estimate.round() as u32;
    Some(estimate.min(least).max(1))
}

#[cfg(test)]
mod tests;
