//! The question how much each meeting was worth, on a terminal, before it is saved.

use super::CliError;
use super::context::Context;
use crate::diary::{Draft, Operation, Profile, When};
use crate::domain::{Rating, Taxonomy};
use crate::i18n::half_width;
use crate::store::Session;
use crate::tr;
use chrono::NaiveDate;
use std::io::BufRead;

/// What somebody typed as an answer.
#[derive(Debug, PartialEq, Eq)]
enum Answer {
    Worth(Option<Rating>),
    /// Neither a rating nor nothing: it is asked again.
    Unclear,
    /// Nobody answers any more.
    End,
}

/// Whether the teacher wants to be asked, and is there to answer.
pub(super) fn is_asked(cx: &Context<'_>, profile: &Profile) -> bool {
    cx.interactive && profile.ask_worth
}

/// Asks for the worth of the meetings that changes book without a rating, and puts the answers into them: where the teacher
/// wants that, and somebody is there to answer. The store is closed meanwhile, so that other commands get their turn.
///
/// # Errors
/// As opening the store again.
pub(super) fn ask<'a>(
    cx: &mut Context<'_>,
    session: Session,
    profile: &Profile,
    operations: impl Iterator<Item = &'a mut Operation>,
) -> Result<Session, CliError> {
    let meetings: Vec<_> = operations.flat_map(Operation::unrated_meetings).collect();
    if !is_asked(cx, profile) || meetings.is_empty() {
        return Ok(session);
    }
    drop(session);
    let taxonomy = profile.taxonomy();
    let mut input = std::io::stdin().lock();
    for (date, draft) in meetings {
        let question = question(cx, date, draft, &taxonomy);
        loop {
            let _ = write!(cx.err, "{question} "); // nobody listening is no error
            let _ = cx.err.flush();
            match read(&mut input).map_err(CliError::Output)? {
                Answer::Worth(worth) => {
                    draft.rating = worth;
                    break;
                }
                Answer::Unclear => {}
                Answer::End => {
                    cx.say("");
                    return cx.session();
                }
            }
        }
    }
    cx.session()
}

/// The question, one line: which meeting, and how it is answered.
fn question(cx: &Context<'_>, date: NaiveDate, draft: &Draft, taxonomy: &Taxonomy) -> String {
    let mut what = taxonomy.activity_name(&draft.activity, cx.i18n.lang()).to_owned();
    if !draft.note.is_empty() {
        what = format!("{what} {}", draft.note.as_str());
    }
    let span = match draft.when {
        When::Span(span) => span.to_string(),
        When::AfterLast(minutes) => format!("+{minutes}m"),
    };
    tr!(
        cx.i18n,
        "cli-worth-ask",
        date = date.to_string(),
        span = span,
        what = what
    )
}

fn read(input: &mut impl BufRead) -> std::io::Result<Answer> {
    let mut line = Vec::new();
    if input.read_until(b'\n', &mut line)? == 0 {
        return Ok(Answer::End);
    }
    let text: String = String::from_utf8_lossy(&line).chars().map(half_width).collect();
    Ok(match text.trim() {
        "" => Answer::Worth(None),
        text => {
            let worth = text.parse().ok().and_then(|n| Rating::new(n).ok());
            worth.map_or(Answer::Unclear, |worth| Answer::Worth(Some(worth)))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_to_five_or_nothing_is_an_answer() {
        let mut input = "4\n\n ５ \n6\nvery\n0\n1".as_bytes();
        let mut next = || read(&mut input).unwrap();
        let rated = |n| Answer::Worth(Rating::new(n).ok());
        assert_eq!(next(), rated(4));
        assert_eq!(next(), Answer::Worth(None));
        assert_eq!(next(), rated(5));
        for _ in 0..3 {
            assert_eq!(next(), Answer::Unclear);
        }
        assert_eq!(next(), rated(1));
        assert_eq!(next(), Answer::End);
    }
}
