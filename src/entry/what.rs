//! Finds the part of an entry that says what.

use super::error::{EntryError, EntryErrorKind as Kind};
use super::words::{Piece, push};
use super::{Context, near::near};
use crate::domain::{Activity, Category};
use std::ops::Range;

/// Which activity, and which pieces say so.
#[derive(Debug)]
pub(super) struct What {
    pub(super) activity: Activity,
    pub(super) pieces: Range<usize>,
}

/// The pieces of an entry and which of them are still free.
pub(super) struct Free<'a> {
    pub(super) text: &'a str,
    pub(super) pieces: &'a [Piece],
    pub(super) untaken: &'a [bool],
}

/// Places in the list of activities that a number of pieces may mean.
struct Fits {
    places: Vec<usize>,
    pieces: Range<usize>,
}

impl Free<'_> {
    /// What the entry is about; none if no piece is free.
    ///
    /// The first word that is the name of an activity, else the first that is an ordinary word for one or begins a
    /// spelling with two characters or more, else the very first word if it is a single character that begins one, or a digit from 1 to 5 for the category
    /// of that order. A single character after another word never says what: it would turn a misspelt activity
    /// (`yej 3`) into something else.
    pub(super) fn what(&self, context: &Context<'_>) -> Result<Option<What>, EntryError> {
        let keep = context.keep.map(|activity| (activity, activity.to_string()));
        for at in self.places() {
            if let Some((activity, long)) = &keep
                && self.pieces[at].folded == *long
            {
                return Ok(Some(What {
                    activity: (*activity).clone(),
                    pieces: at..at + 1,
                }));
            }
            if let Some(fits) = self.exact(at, context) {
                return self.settle(fits, context).map(Some);
            }
        }
        for at in self.places() {
            if let Some(fits) = self.prefix(at, context) {
                return self.settle(fits, context).map(Some);
            }
        }
        let first = self.places().next();
        match first.and_then(|at| self.single(at, context).or_else(|| self.digit(at, context))) {
            Some(fits) => self.settle(fits, context).map(Some),
            None => self.nothing_fits(context),
        }
    }

    fn places(&self) -> impl Iterator<Item = usize> {
        (0..self.pieces.len()).filter(|at| self.untaken[*at])
    }

    /// The keys of one piece, of two, and so on, as far as a name may go.
    fn keys(&self, at: usize, context: &Context<'_>) -> Vec<String> {
        let mut keys = vec![self.pieces[at].folded.clone()];
        let rest = at + 1..(at + context.lexicon.most_words()).min(self.pieces.len());
        for next in rest.take_while(|next| self.untaken[*next]) {
            let mut key = keys[keys.len() - 1].clone();
            push(&mut key, &self.pieces[next]);
            keys.push(key);
        }
        keys
    }

    fn exact(&self, at: usize, context: &Context<'_>) -> Option<Fits> {
        let lexicon = context.lexicon;
        if let Some((places, true)) = lexicon.slash(&self.pieces[at].folded)
            && !places.is_empty()
        {
            let pieces = at..at + 1;
            return Some(Fits { places, pieces });
        }
        let keys = self.keys(at, context);
        let (spelled, places) = keys.iter().enumerate().rev().find_map(|(n, key)| {
            let places = lexicon.named(key);
            (!places.is_empty()).then_some((n, places))
        })?;
        // the words go on as a longer name does: `pastoral care`, `lesson prep`
        let longer = keys
            .iter()
            .enumerate()
            .skip(spelled + 1)
            .rev()
            .find_map(|(n, key)| {
                let more = lexicon.prefix(key);
                let clear = more == places || self.pieces[at + n].folded.chars().count() >= 3;
                (more.len() == 1 && clear).then_some((n, more))
            });
        let (n, places) = longer.unwrap_or((spelled, places));
        Some(Fits {
            places,
            pieces: at..at + n + 1,
        })
    }

    fn prefix(&self, at: usize, context: &Context<'_>) -> Option<Fits> {
        let lexicon = context.lexicon;
        if let Some((places, _)) = lexicon.slash(&self.pieces[at].folded)
            && !places.is_empty()
        {
            let pieces = at..at + 1;
            return Some(Fits { places, pieces });
        }
        self.keys(at, context)
            .iter()
            .enumerate()
            .rev()
            .filter(|(_, key)| key.chars().nth(1).is_some())
            .find_map(|(n, key)| {
                let places = lexicon.meant(key);
                let pieces = at..at + n + 1;
                (!places.is_empty()).then_some(Fits { places, pieces })
            })
    }

    /// A single character that begins spellings.
    fn single(&self, at: usize, context: &Context<'_>) -> Option<Fits> {
        let word = &self.pieces[at].folded;
        let places = context.lexicon.prefix(word);
        let pieces = at..at + 1;
        (!places.is_empty() && word.chars().nth(1).is_none()).then_some(Fits { places, pieces })
    }

    fn digit(&self, at: usize, context: &Context<'_>) -> Option<Fits> {
        let number: usize = self.pieces[at].folded.parse().ok()?;
        let category = *Category::ALL.get(number.checked_sub(1)?)?;
        Some(Fits {
            places: vec![context.lexicon.catch_all(category)?],
            pieces: at..at + 1,
        })
    }

    /// One activity, or an error that lists them all.
    fn settle(&self, fits: Fits, context: &Context<'_>) -> Result<What, EntryError> {
        if let [place] = fits.places[..] {
            return Ok(What {
                activity: context.lexicon.info(place).activity.clone(),
                pieces: fits.pieces,
            });
        }
        let last = fits.pieces.end - 1;
        let range = self.pieces[fits.pieces.start].range.start..self.pieces[last].range.end;
        let candidate = |place: &usize| context.lexicon.candidate(*place);
        let kind = Kind::Ambiguous {
            word: self.text[range.clone()].to_owned(),
            fits: fits.places.iter().map(candidate).collect(),
        };
        Err(kind.at(&range))
    }

    /// Names the first word that is nearly an activity, else the first word.
    fn nothing_fits(&self, context: &Context<'_>) -> Result<Option<What>, EntryError> {
        let mut words = self.places().map(|at| &self.pieces[at]);
        let Some(first) = words.next() else {
            return Ok(None);
        };
        let suggest = |piece| (piece, near(inside(piece), context.lexicon));
        let tried = [first].into_iter().chain(words.take(7)).map(suggest);
        let (piece, near) = tried
            .into_iter()
            .find(|(_, near)| !near.is_empty())
            .unwrap_or((first, Vec::new()));
        let word = self.text[piece.range.clone()].to_owned();
        Err(Kind::NoActivity { word, near }.at(&piece.range))
    }
}

/// The side of `category/activity` that is to be looked up.
fn inside(piece: &Piece) -> &str {
    match piece.folded.split_once('/') {
        Some((_, right)) if !right.is_empty() => right,
        _ => &piece.folded,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{BellSchedule, Names, Taxonomy};
    use crate::entry::{Lexicon, words::split};

    fn read(text: &str, taxonomy: &Taxonomy, keep: Option<&Activity>) -> String {
        let (lexicon, bells) = (Lexicon::new(taxonomy), BellSchedule::usual());
        let mut context = Context::new(&lexicon, &bells);
        context.keep = keep;
        let pieces = split(text).pieces;
        let free = vec![true; pieces.len()];
        let free = Free {
            text,
            pieces: &pieces,
            untaken: &free,
        };
        match free.what(&context).map_err(|e| e.kind) {
            Ok(Some(What { activity, pieces })) => format!("{activity} {pieces:?}"),
            Ok(None) => String::new(),
            Err(Kind::Ambiguous { word, fits }) => format!("{word}: {}", fits.len()),
            Err(Kind::NoActivity { word, near }) => format!("{word}? {}", near.len()),
            Err(other) => format!("{other:?}"),
        }
    }

    #[test]
    fn which_word_decides() {
        let taxonomy = Taxonomy::built_in();
        for (text, expected) in [
            ("三班 sk bk", "teaching/lesson 1..2"),
            ("lesson preparation 7B", "teaching/preparation 0..2"),
            ("lesson prep 7B", "teaching/preparation 0..2"),
            ("lesson p 7B", "teaching/lesson 0..1"),
            ("pastoral care 7B", "teaching/pastoral 0..2"),
            ("group or department", "meetings/group-meeting 0..3"),
            ("insp 家访", "parent_messages/home-visit 1..2"),
            ("insp 三班", "reports/inspection 0..1"),
            ("on duty", "duty/on-duty 0..2"),
            ("parent mess", "parent_messages/other 0..2"),
            ("parent x", "parent: 2"),
            ("其他 sk", "其他: 5"),
            ("sk 其他", "teaching/lesson 0..1"),
            ("报表/other 家访", "reports/other 0..1"),
            ("语文/数学 sk", "teaching/lesson 1..2"),
            ("duty/s", "duty/s: 6"),
            ("reports/fomrs", "reports/fomrs? 1"),
            ("3", "reports/other 0..1"),
            ("课后 安全", "duty/after-school 0..1"),
            ("教研 总结", "teaching/research 0..1"),
            ("insp prep", "reports/inspection 0..1"),
            ("课 安全", "duty/safety 1..2"),
            ("安全 家访", "parent_messages/home-visit 1..2"),
            ("lunch duty", "duty/supervision 0..2"),
            ("meeting 7B", "meeting: 3"),
            ("meeting called", "meetings/outside-meeting 0..2"),
            ("三班 3", "三班? 1"),
            ("yej 3", "yej? 1"),
            ("yej 课", "yej? 1"),
            ("yej 课 迎", "yej? 1"),
            ("yej 3 迎检", "reports/inspection 2..3"),
            ("课", "duty/after-school 0..1"),
            ("课 三班", "duty/after-school 0..1"),
            ("课 3", "duty/after-school 0..1"),
            ("3 课", "reports/other 0..1"),
            ("3 sk", "teaching/lesson 1..2"),
            ("6", "6? 0"),
            ("yej 三", "yej? 1"),
            ("", ""),
        ] {
            assert_eq!(read(text, &taxonomy, None), expected, "{text}");
        }
    }

    #[test]
    fn the_activity_being_edited_is_known_though_its_definition_is_gone() {
        let gone = Activity::new(Category::Reports, "weekly").unwrap();
        let taxonomy = Taxonomy::built_in();
        assert_eq!(
            read("reports/weekly", &taxonomy, Some(&gone)),
            "reports/weekly 0..1"
        );
        assert_eq!(read("reports/weekly", &taxonomy, None), "reports/weekly? 0");
    }

    #[test]
    fn activities_of_ones_own() {
        let own = |code, name| {
            (
                Activity::new(Category::Reports, code).unwrap(),
                Names::same(name, ""),
            )
        };
        let taxonomy =
            Taxonomy::with_own([own("weekly", "周报"), own("one", "1对1"), own("training", "月报")]);
        assert_eq!(read("週報", &taxonomy, None), "reports/weekly 0..1");
        assert_eq!(
            read("1", &taxonomy, None),
            "reports/one 0..1",
            "the digit comes last"
        );
        assert_eq!(read("training", &taxonomy, None), "training: 2");
        assert_eq!(read("reports/training", &taxonomy, None), "reports/training 0..1");
    }
}
