//! What an entry says.

use super::error::{EntryError, EntryErrorKind as Kind};
use crate::diary::{Draft, Mend, When};
use crate::domain::{Activity, Note, Rating};
use std::ops::Range;

/// What an entry says; a part that is not given is none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// When, or how long.
    pub when: Option<When>,
    /// What.
    pub activity: Option<Activity>,
    /// What is left over. Some of an empty note where the text ends in `--`, which in an edit takes the note away.
    pub note: Option<Note>,
    /// How much it was worth.
    pub rating: Option<Rating>,
    /// Whether it ran beside something else.
    pub parallel: bool,
    /// Where each part stands, in order; no two overlap.
    pub marks: Vec<Mark>,
    /// A number that may be meant as the missing time, and clear ways to write it.
    pub(super) unclear: Option<(Range<usize>, String, Vec<String>)>,
    /// How long the text is, without space at the end.
    pub(super) end: usize,
}

/// A part of an entry and where it stands, for highlighting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Which part.
    pub part: Part,
    /// Where, in bytes of the text; on character boundaries and not empty.
    pub range: Range<usize>,
}

/// The parts of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// `8:00-8:45`; a start and an amount that stand apart are two marks.
    When,
    /// `sk`
    What,
    /// `*4`
    Rating,
    /// `&`
    Parallel,
    /// `--`
    Escape,
    /// What is left over.
    Note,
}

impl Entry {
    /// The block to be booked.
    ///
    /// # Errors
    /// An [`EntryError`] that says what is missing, when or what, and gives an example.
    pub fn into_draft(self) -> Result<Draft, EntryError> {
        let here = self.end..self.end;
        match (self.when, self.activity) {
            (Some(when), Some(activity)) => Ok(Draft {
                when,
                activity,
                note: self.note.unwrap_or_default(),
                rating: self.rating,
                parallel: self.parallel,
            }),
            (None, None) => Err(Kind::Nothing.at(&here)),
            (Some(when), None) => Err(Kind::NoWhat(spell(when)).at(&here)),
            (None, Some(_)) => Err(match self.unclear {
                Some((span, text, readings)) => Kind::UnclearWhen { text, readings }.at(&span),
                None => Kind::NoWhen.at(&here),
            }),
        }
    }

    /// The change to a block: all of it if the entry says when and what, else only the parts that are named.
    ///
    /// # Errors
    /// An [`EntryError`] if the entry names nothing.
    pub fn into_mend(self) -> Result<Mend, EntryError> {
        if self.when.is_some() && self.activity.is_some() {
            return self.into_draft().map(Mend::from);
        }
        let mend = Mend {
            when: self.when,
            activity: self.activity,
            note: self.note,
            rating: self.rating.map(Some),
            parallel: self.parallel.then_some(true),
        };
        if mend == Mend::default() {
            Err(Kind::Nothing.at(&(self.end..self.end)))
        } else {
            Ok(mend)
        }
    }
}

/// A time as the grammar reads it.
pub(super) fn spell(when: When) -> String {
    match when {
        When::Span(span) => span.to_string(),
        When::AfterLast(minutes) => format!("+{minutes}m"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{BellSchedule, Taxonomy};
    use crate::entry::{Context, Lexicon, parse};

    fn read(text: &str) -> Entry {
        let lexicon = Lexicon::new(&Taxonomy::built_in());
        parse(text, &Context::new(&lexicon, &BellSchedule::usual())).unwrap()
    }

    #[test]
    fn what_is_missing_is_named() {
        let missing = |text| read(text).into_draft().map_err(|e| (e.kind, e.span));
        assert_eq!(missing(" "), Err((Kind::Nothing, 0..0)));
        assert_eq!(
            missing("8:00-8:45 "),
            Err((Kind::NoWhat("08:00-08:45".into()), 9..9))
        );
        assert_eq!(missing("sk 三班"), Err((Kind::NoWhen, 9..9)));
        let readings = vec!["8:00-9:00".to_owned()];
        let text = "8-9".to_owned();
        assert_eq!(
            missing("sk 8-9"),
            Err((Kind::UnclearWhen { text, readings }, 3..6))
        );
    }

    #[test]
    fn an_edit_changes_what_it_names() {
        let mend = |text| read(text).into_mend().unwrap();
        let note = |text| Some(Note::new(text).unwrap());
        let nothing = Mend::default;
        assert_eq!(
            mend("--"),
            Mend {
                note: note(""),
                ..nothing()
            }
        );
        assert_eq!(
            mend("-- 三班"),
            Mend {
                note: note("三班"),
                ..nothing()
            }
        );
        assert_eq!(mend("*4 &").rating, Some(Rating::new(4).ok()));
        assert_eq!(mend("*4 &").parallel, Some(true));
        assert_eq!(mend("8:00-8:45").parallel, None);
        let whole = mend("8:00-8:45 sk");
        assert_eq!(
            (whole.note, whole.rating, whole.parallel),
            (note(""), Some(None), Some(false))
        );
        assert_eq!(read(" ").into_mend().map_err(|e| e.kind), Err(Kind::Nothing));
    }
}
