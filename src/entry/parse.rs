//! Reads an entry.

use super::error::{EntryError, EntryErrorKind as Kind};
use super::parsed::{Entry, Mark, Part};
use super::what::Free;
use super::when::MinutesAfter;
use super::words::{Piece, Words, split};
use super::{Context, note, when, whole};
use crate::domain::{Note, Rating};
use std::borrow::Cow;
use std::ops::Range;

/// Reads an entry: parts in any order, what is left over is the note.
///
/// An entry that lacks a part is no error here: [`Entry::into_draft`] asks for when and what,
/// [`Entry::into_mend`] takes what there is.
///
/// # Errors
/// An [`EntryError`] that points at the part that can't be read.
pub fn parse(text: &str, context: &Context<'_>) -> Result<Entry, EntryError> {
    let words = split(text);
    let mut reader = Reader {
        text,
        free: vec![true; words.pieces.len()],
        words,
        entry: Entry {
            end: text.trim_end().len(),
            ..Entry::default()
        },
        minutes_after: None,
    };
    reader.signs()?;
    reader.when(context)?;
    reader.what(context)?;
    reader.note()?;
    reader.entry.marks.sort_by_key(|mark| mark.range.start);
    Ok(reader.entry)
}

struct Reader<'a> {
    text: &'a str,
    words: Words,
    /// Which pieces no part has taken yet.
    free: Vec<bool>,
    entry: Entry,
    /// A digit after whole hours, which is minutes unless it turns out to be the category.
    minutes_after: Option<MinutesAfter>,
}

impl Reader<'_> {
    fn take(&mut self, part: Part, pieces: Range<usize>) {
        let Some((first, last)) = self.words.pieces[pieces.clone()]
            .first()
            .zip(self.words.pieces[pieces.clone()].last())
        else {
            return;
        };
        let range = first.range.start..last.range.end;
        self.free[pieces].fill(false);
        self.entry.marks.push(Mark { part, range });
    }

    /// `*4` and `&`
    fn signs(&mut self) -> Result<(), EntryError> {
        for at in 0..self.words.pieces.len() {
            let piece = &self.words.pieces[at];
            if piece.folded == "&" {
                if self.entry.parallel {
                    return Err(Kind::ParallelTwice.at(&piece.range));
                }
                self.entry.parallel = true;
                self.take(Part::Parallel, at..at + 1);
            } else if let Some(rating) = rating(piece, self.text) {
                if self.entry.rating.is_some() {
                    return Err(Kind::RatingTwice.at(&piece.range));
                }
                self.entry.rating = Some(rating?);
                self.take(Part::Rating, at..at + 1);
            }
        }
        Ok(())
    }

    fn when(&mut self, context: &Context<'_>) -> Result<(), EntryError> {
        let mut found = when::find(&self.words.pieces, &self.free, context.bells)?;
        if found.is_empty() && self.unstick(context) {
            found = when::find(&self.words.pieces, &self.free, context.bells)?;
        }
        self.entry.when = whole::combine(&found, self.text)?;
        for time in found {
            self.take(Part::When, time.pieces);
            match time.minutes_after {
                Some(after) if after.may_be_category => self.minutes_after = Some(after),
                Some(after) => return Err(self.meant_as_minutes(&after)),
                None => {}
            }
        }
        Ok(())
    }

    /// Cuts the one word in which an activity is stuck to a time. Only an entry without another time has one, so what
    /// [`print`](super::print) writes never does.
    fn unstick(&mut self, context: &Context<'_>) -> bool {
        let (text, pieces) = (self.text, &self.words.pieces);
        let stuck = |at: usize| {
            let piece = &pieces[at];
            let typed = &text[piece.range.clone()];
            whole::stuck(typed, &piece.folded, context).map(|end| (at, piece.range.start + end))
        };
        let mut all = (0..pieces.len()).filter(|at| self.free[*at]).filter_map(stuck);
        let (Some((at, end)), None) = (all.next(), all.next()) else {
            return false;
        };
        self.words.cut(at, end, text);
        self.free.insert(at, true);
        true
    }

    fn meant_as_minutes(&self, after: &MinutesAfter) -> EntryError {
        Kind::UnclearWhen {
            text: self.text[after.range.clone()].to_owned(),
            readings: vec![after.reading.clone()],
        }
        .at(&after.range)
    }

    fn what(&mut self, context: &Context<'_>) -> Result<(), EntryError> {
        let pieces = without_full_stop(&self.words.pieces, context);
        let free = Free {
            text: self.text,
            pieces: &pieces,
            untaken: &self.free,
        };
        let what = free.what(context);
        if self.entry.when.is_none() {
            self.unclear_when(context);
        }
        match (what, &self.entry.unclear) {
            (Ok(Some(what)), _) => {
                self.entry.activity = Some(what.activity);
                self.take(Part::What, what.pieces);
                match &self.minutes_after {
                    Some(after) if self.free[after.piece] => Err(self.meant_as_minutes(after)),
                    _ => Ok(()),
                }
            }
            (Ok(None), _) => Ok(()),
            // `8:00-8:45上课` and `40` are likelier meant as times than as activities
            (Err(error), Some((span, text, readings))) if error.span == *span => {
                let (text, readings) = (text.clone(), readings.clone());
                Err(Kind::UnclearWhen { text, readings }.at(span))
            }
            (Err(error), _) => Err(error),
        }
    }

    /// Looks for a word that may be the missing time.
    fn unclear_when(&mut self, context: &Context<'_>) {
        let mut free = self
            .words
            .pieces
            .iter()
            .zip(&self.free)
            .filter(|(_, free)| **free);
        self.entry.unclear = free.find_map(|(piece, _)| {
            let typed = &self.text[piece.range.clone()];
            let readings = whole::readings(typed, &piece.folded, context.bells);
            (!readings.is_empty()).then(|| (piece.range.clone(), typed.to_owned(), readings))
        });
    }

    fn note(&mut self) -> Result<(), EntryError> {
        let runs = note::runs(&self.words, &self.free);
        let escape = self.words.escape.as_ref();
        if let Some(note) = note::join(self.text, &runs, escape) {
            let first = runs.first().map(|run| run.start);
            let start = first.or(escape.map(|escape| escape.start)).unwrap_or(0);
            let note = Note::new(&note).map_err(|bad| Kind::LongNote(bad.0).at(&(start..self.entry.end)));
            self.entry.note = Some(note?);
        }
        let after = escape.map(|escape| escape.end..self.text.len());
        let marks = runs.into_iter().chain(after).filter_map(|run| {
            let range = trimmed(self.text, run)?;
            Some(Mark {
                part: Part::Note,
                range,
            })
        });
        self.entry.marks.extend(marks);
        if let Some(range) = escape.cloned() {
            let part = Part::Escape;
            self.entry.marks.push(Mark { part, range });
        }
        Ok(())
    }
}

/// The pieces as they are looked up: a full stop after the last word is no part of an activity's name. The note keeps it.
fn without_full_stop<'a>(pieces: &'a [Piece], context: &Context<'_>) -> Cow<'a, [Piece]> {
    let Some((last, before)) = pieces.split_last() else {
        return Cow::Borrowed(pieces);
    };
    let word = last.folded.trim_end_matches(['.', '。']);
    let is_name = || !context.lexicon.meant(&last.folded).is_empty();
    if word.is_empty() || word.len() == last.folded.len() || is_name() {
        return Cow::Borrowed(pieces);
    }
    let mut pieces = before.to_vec();
    pieces.push(Piece {
        folded: word.to_owned(),
        ..last.clone()
    });
    Cow::Owned(pieces)
}

/// A stretch of text without the space around it; none if nothing is left.
fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let inside = text[range.clone()].trim_start();
    let start = range.end - inside.len();
    let end = start + inside.trim_end().len();
    (start < end).then_some(start..end)
}

/// A star and a number; a star before other text belongs to the note.
fn rating(piece: &Piece, text: &str) -> Option<Result<Rating, EntryError>> {
    let number = piece.folded.strip_prefix('*')?;
    if number.is_empty() || !number.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        return None;
    }
    let worth = number.parse().ok().and_then(|worth| Rating::new(worth).ok());
    Some(worth.ok_or_else(|| Kind::BadRating(text[piece.range.clone()].to_owned()).at(&piece.range)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{BellSchedule, Taxonomy};
    use crate::entry::Lexicon;

    fn read(text: &str) -> Result<Entry, EntryError> {
        let lexicon = Lexicon::new(&Taxonomy::built_in());
        parse(text, &Context::new(&lexicon, &BellSchedule::usual()))
    }

    fn marks(text: &str) -> Vec<(Part, &str)> {
        let marks = read(text).unwrap().marks;
        marks.into_iter().map(|m| (m.part, &text[m.range])).collect()
    }

    #[test]
    fn every_part_is_marked() {
        use Part::{Escape, Note, Parallel, Rating, What, When};
        assert_eq!(
            marks(" 8:00 - 8:45，ＳＫ *4 三班  语文, & -- x "),
            [
                (When, "8:00 - 8:45"),
                (What, "ＳＫ"),
                (Rating, "*4"),
                (Note, "三班  语文"),
                (Parallel, "&"),
                (Escape, "--"),
                (Note, "x"),
            ]
        );
        assert_eq!(
            marks("8:00 sk 45m"),
            [(When, "8:00"), (What, "sk"), (When, "45m")]
        );
    }

    #[test]
    fn ratings() {
        assert_eq!(read("*４").unwrap().rating, Rating::new(4).ok());
        for text in ["*6", "*0", "*4.5", "*99999999999"] {
            assert_eq!(read(text).unwrap_err().kind, Kind::BadRating(text.into()));
        }
        assert_eq!(read("sk *4 *4").unwrap_err(), Kind::RatingTwice.at(&(6..8)));
        assert_eq!(read("sk & ＆").unwrap_err(), Kind::ParallelTwice.at(&(5..8)));
        let starred = read("sk * **重要** *注").unwrap();
        assert_eq!(starred.note.unwrap().as_str(), "* **重要** *注");
    }

    #[test]
    fn a_note_that_is_too_long_says_how_long() {
        let text = format!("sk 8:00-8:45 {}", "字".repeat(501));
        assert_eq!(
            read(&text).unwrap_err(),
            Kind::LongNote(501).at(&(13..text.len()))
        );
    }
}
