//! Which weeks of a survey were answered, and which are left.

use crate::diary::Sent;
use crate::domain::{DefinitionHash, WeekId};
use crate::survey::{Definition, is_withdrawal};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The weeks of a survey by what has become of them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Standing {
    /// A response was written.
    pub(super) written: Vec<WeekId>,
    /// Its response was withdrawn.
    pub(super) withdrawn: Vec<WeekId>,
    /// Past, and neither; none once the survey has closed.
    pub(super) open: Vec<WeekId>,
}

impl Standing {
    /// How a survey stands on a day, of all that was ever sent.
    pub(super) fn of(definition: &Definition, sent: &[Sent], today: NaiveDate) -> Self {
        let mut out = Self::sent(definition.hash(), sent);
        if today <= definition.closes {
            let past = |week: &WeekId| week.sunday() < today && definition.weeks.contains(week);
            let is_open = |week: &WeekId| !out.written.contains(week) && !out.withdrawn.contains(week);
            let weeks = std::iter::successors(Some(*definition.weeks.start()), |w| w.offset(1));
            out.open = weeks.take_while(past).filter(is_open).collect();
        }
        out
    }

    /// What of a survey was sent, also where it cannot be read; which weeks are open is not known.
    pub(super) fn sent(survey: DefinitionHash, sent: &[Sent]) -> Self {
        let mut last: BTreeMap<WeekId, &Sent> = BTreeMap::new();
        for sent in sent.iter().filter(|s| s.survey == survey) {
            let there = last.entry(sent.week).or_insert(sent);
            if sent.revision > there.revision {
                *there = sent;
            }
        }
        let mut out = Self::default();
        for (week, sent) in &last {
            if is_withdrawal(sent) {
                out.withdrawn.push(*week);
            } else {
                out.written.push(*week);
            }
        }
        out
    }
}

/// Weeks in words, those that follow each other as `2026-W45..2026-W48`.
pub(super) fn week_words(weeks: &[WeekId]) -> String {
    let mut runs: Vec<(WeekId, WeekId)> = Vec::new();
    for week in weeks {
        match runs.last_mut() {
            Some((_, last)) if last.offset(1) == Some(*week) => *last = *week,
            _ => runs.push((*week, *week)),
        }
    }
    let words = runs.into_iter().map(|(first, last)| {
        if first == last {
            first.to_string()
        } else {
            format!("{first}..{last}")
        }
    });
    words.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_in_a_row_are_one() {
        let of = |weeks: &[&str]| week_words(&weeks.iter().map(|w| w.parse().unwrap()).collect::<Vec<_>>());
        assert_eq!(of(&[]), "");
        assert_eq!(of(&["2026-W45"]), "2026-W45");
        assert_eq!(
            of(&["2026-W52", "2026-W53", "2027-W01", "2027-W03"]),
            "2026-W52..2027-W01, 2027-W03"
        );
    }
}
