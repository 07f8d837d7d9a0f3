//! Which of the blocks that an operation books are meetings without a rating.

use super::{Draft, OnOverlap, Operation};
use crate::domain::Category;
use chrono::NaiveDate;

impl Operation {
    /// The meetings that it newly books and that say nothing of their worth, each with its date, in order. Work beside
    /// other work is not asked about, and neither is what is booked as it was on another day.
    pub fn unrated_meetings(&mut self) -> Vec<(NaiveDate, &mut Draft)> {
        let is_asked = |draft: &Draft| {
            draft.activity.category == Category::Meetings && draft.rating.is_none() && !draft.parallel
        };
        match self {
            Self::Add { on_overlap, .. } | Self::Confirm { on_overlap, .. }
                if *on_overlap == OnOverlap::Parallel =>
            {
                Vec::new()
            }
            Self::Add { date, drafts, .. } => {
                let asked = drafts.iter_mut().filter(|draft| is_asked(draft));
                asked.map(|draft| (*date, draft)).collect()
            }
            Self::Confirm { date, planned, .. } => {
                let drafts = planned.iter_mut().map(|(_, draft)| draft);
                let asked = drafts.filter(|draft| is_asked(draft));
                asked.map(|draft| (*date, draft)).collect()
            }
            Self::All(operations) => operations.iter_mut().flat_map(Self::unrated_meetings).collect(),
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::When;
    use crate::domain::{Activity, Note, Rating, Span};

    fn draft(category: Category, code: &str) -> Draft {
        Draft {
            when: When::Span(Span::amount(40).unwrap()),
            activity: Activity::new(category, code).unwrap(),
            note: Note::default(),
            rating: None,
            parallel: false,
        }
    }

    fn add(drafts: Vec<Draft>, on_overlap: OnOverlap) -> Operation {
        Operation::Add {
            date: NaiveDate::default(),
            drafts,
            on_overlap,
        }
    }

    #[test]
    fn meetings_without_a_rating_are_asked_about_unless_they_are_beside_other_work() {
        let meeting = draft(Category::Meetings, "staff");
        let rated = Draft {
            rating: Rating::new(3).ok(),
            ..meeting.clone()
        };
        let beside = Draft {
            parallel: true,
            ..meeting.clone()
        };
        let lesson = draft(Category::Teaching, "lesson");
        let drafts = vec![lesson, meeting.clone(), rated, beside, meeting.clone()];
        assert_eq!(add(drafts.clone(), OnOverlap::Trim).unrated_meetings().len(), 2);
        assert_eq!(add(drafts.clone(), OnOverlap::Parallel).unrated_meetings(), []);
        let confirm = Operation::Confirm {
            date: NaiveDate::default(),
            planned: vec![(Span::amount(40).unwrap(), meeting)],
            on_overlap: OnOverlap::Refuse,
        };
        let mut all = Operation::All(vec![confirm, add(drafts, OnOverlap::Refuse)]);
        assert_eq!(all.unrated_meetings().len(), 3);
        for (n, (_, draft)) in all.unrated_meetings().into_iter().enumerate() {
            draft.rating = (n != 1).then(|| Rating::new(5).unwrap());
        }
        assert_eq!(all.unrated_meetings().len(), 1);
    }
}
