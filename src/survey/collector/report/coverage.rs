//! How many of those who are asked respond. It is found from the number of responses as it is shown, so it tells no more.

use super::figures::Figures;
use crate::survey::definition::Group;

impl Figures {
    /// How many of this many people respond in a week, in whole per cent, halves upwards and at most 100: over several
    /// weeks, of those in which the line is shown. None where the number of responses or of people is not known.
    #[must_use]
    pub fn coverage(&self, staff: Option<u32>) -> Option<u32> {
        let asked = u64::from(staff?) * u64::from(self.weeks);
        let responses = u64::from(self.responses?);
        let percent = (200 * responses + asked).checked_div(2 * asked)?;
        u32::try_from(percent.min(100)).ok()
    }
}

/// How many people are behind an answer of a group, by its place; of one that holds others, all of those together. None of
/// "not said", and where it is not known of each.
#[must_use]
pub fn staff_behind(group: &Group, answer: u16) -> Option<u32> {
    let place = usize::from(answer).checked_sub(1)?;
    group.staff_behind(group.answers.get(place)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::definition::{Code, GroupAnswer, Wording};

    #[test]
    fn coverage_is_of_the_weeks_shown_and_never_above_all() {
        let of = |responses, weeks, staff| {
            let figures = Figures {
                weeks,
                responses,
                ..Figures::default()
            };
            figures.coverage(staff)
        };
        assert_eq!(of(Some(30), 1, Some(40)), Some(75));
        assert_eq!(of(Some(30), 2, Some(40)), Some(38)); // 37.5
        assert_eq!(of(Some(15), 1, Some(12)), Some(100));
        assert_eq!(of(Some(15), 1, None), None);
        assert_eq!(of(None, 1, Some(12)), None);
        assert_eq!(of(Some(15), 1, Some(0)), None);
    }

    #[test]
    fn a_heading_has_the_staff_of_all_within_it_where_each_is_known() {
        let answer = |code: &str, within: Option<&str>, staff| GroupAnswer {
            code: Code::new(code).unwrap(),
            name: Wording::same(code),
            within: within.and_then(Code::new),
            staff,
        };
        let mut group = Group {
            code: Code::new("region").unwrap(),
            name: Wording::same("region"),
            answers: vec![
                answer("north", None, None),
                answer("n1", Some("north"), Some(10)),
                answer("n2", Some("north"), Some(20)),
                answer("south", None, Some(7)),
            ],
        };
        assert_eq!(
            [0, 1, 2, 4, 5].map(|place| staff_behind(&group, place)),
            [None, Some(30), Some(10), Some(7), None]
        );
        group.answers[2].staff = None;
        assert_eq!(staff_behind(&group, 1), None);
    }
}
