//! Writes a block as an entry.

use super::parsed::spell;
use super::{Context, Entry, parse};
use crate::diary::Draft;
use crate::domain::CATCH_ALL;

/// Writes a block as an entry that [`parse`] reads back to the same, given the context
/// [`keeping`](Context::keeping) its activity. For a booked block, print [`Draft::of`] it.
///
/// As short as it can be: the code alone unless that would be misread, and the escape `--` only before a note that
/// would be.
#[must_use]
pub fn print(draft: &Draft, context: &Context<'_>) -> String {
    let context = context.keeping(&draft.activity);
    let activity = &draft.activity;
    let short = if activity.code.as_str() == CATCH_ALL {
        activity.category.code()
    } else {
        activity.code.as_str()
    };
    let long = activity.to_string();
    for dash in ["", "-- "] {
        for what in [short, &long] {
            let text = write(draft, what, dash);
            let read = parse(&text, &context).and_then(Entry::into_draft);
            if read.as_ref() == Ok(draft) {
                return text;
            }
        }
    }
    write(draft, &long, "-- ")
}

fn write(draft: &Draft, what: &str, dash: &str) -> String {
    let rating = draft
        .rating
        .map_or_else(String::new, |rating| format!(" *{}", rating.get()));
    let parallel = if draft.parallel { " &" } else { "" };
    let space = if draft.note.is_empty() { "" } else { " " };
    let dash = if draft.note.is_empty() { "" } else { dash };
    let (when, note) = (spell(draft.when), draft.note.as_str());
    format!("{when} {what}{rating}{parallel}{space}{dash}{note}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::When;
    use crate::domain::{Activity, BellSchedule, Category, Names, Note, Rating, Span, Taxonomy};
    use crate::entry::Lexicon;

    fn draft(category: Category, code: &str, note: &str) -> Draft {
        Draft {
            when: When::Span(Span::clocked(480, 525).unwrap()),
            activity: Activity::new(category, code).unwrap(),
            note: Note::new(note).unwrap(),
            rating: None,
            parallel: false,
        }
    }

    #[test]
    fn as_short_as_it_can_be() {
        let own = |code, name| {
            (
                Activity::new(Category::Reports, code).unwrap(),
                Names::same(name, "other"),
            )
        };
        let taxonomy = Taxonomy::with_own([own("p3", "8:00"), own("training", "值班")]);
        let lexicon = Lexicon::new(&taxonomy);
        let bells = BellSchedule::usual();
        let context = Context::new(&lexicon, &bells);
        for (category, code, note, expected) in [
            (Category::Teaching, "lesson", "三(2)班语文", "lesson 三(2)班语文"),
            (
                Category::Teaching,
                "lesson",
                "三班，语文  好",
                "lesson 三班，语文  好",
            ),
            (Category::Teaching, "lesson", "prep 7B", "teaching/lesson prep 7B"),
            (Category::Teaching, "lesson", "p3", "lesson -- p3"),
            (Category::Teaching, "lesson", "--", "lesson -- --"),
            (Category::Teaching, "lesson", "，", "lesson -- ，"),
            (Category::Duty, "other", "", "duty"),
            (Category::Reports, "p3", "", "reports/p3"),
            (Category::Reports, "training", "", "reports/training"),
            (Category::Reports, "gone", "8:00", "reports/gone -- 8:00"),
        ] {
            let draft = draft(category, code, note);
            assert_eq!(print(&draft, &context), format!("08:00-08:45 {expected}"));
        }
    }

    #[test]
    fn every_part() {
        let lexicon = Lexicon::new(&Taxonomy::built_in());
        let bells = BellSchedule::usual();
        let draft = Draft {
            when: When::AfterLast(40),
            rating: Rating::new(2).ok(),
            parallel: true,
            ..draft(Category::Meetings, "staff-meeting", "*3")
        };
        let text = print(&draft, &Context::new(&lexicon, &bells));
        assert_eq!(text, "+40m staff-meeting *2 & -- *3");
    }
}
