//! Questions on the terminal.

use crate::cli::CliError;
use crate::cli::context::Context;
use crate::i18n::half_width;
use std::io::BufRead;

/// The answer to a question, without the space around it; none where nobody answers any more.
///
/// # Errors
/// The terminal cannot be read.
pub(super) fn ask(cx: &mut Context<'_>, question: &str) -> Result<Option<String>, CliError> {
    cx.out.flush()?; // what the question is about is seen first
    let _ = write!(cx.err, "{question} "); // nobody listening is no error
    let _ = cx.err.flush();
    let mut line = Vec::new();
    if std::io::stdin().lock().read_until(b'\n', &mut line)? == 0 {
        cx.say("");
        return Ok(None);
    }
    Ok(Some(String::from_utf8_lossy(&line).trim().to_owned()))
}

/// Whether a question is answered with yes; anything else is no.
///
/// # Errors
/// As [`ask`].
pub(super) fn is_yes(cx: &mut Context<'_>, question: &str) -> Result<bool, CliError> {
    let answer = ask(cx, question)?.unwrap_or_default();
    Ok(means_yes(&answer))
}

/// Whether a question is answered with yes, or with nothing but Enter.
///
/// # Errors
/// As [`ask`].
pub(super) fn is_not_no(cx: &mut Context<'_>, question: &str) -> Result<bool, CliError> {
    let answer = ask(cx, question)?;
    Ok(answer.is_some_and(|text| text.is_empty() || means_yes(&text)))
}

/// A text as answers are compared: full-width as ASCII, small letters.
pub(super) fn fold(text: &str) -> String {
    text.chars().map(half_width).collect::<String>().to_lowercase()
}

fn means_yes(answer: &str) -> bool {
    matches!(fold(answer).as_str(), "y" | "yes" | "是" | "1")
}

/// The choice that a text means: its number, from 1, or an unambiguous part of its name. None where it means none.
pub(super) fn pick<T: AsRef<str>>(choices: &[T], text: &str) -> Option<usize> {
    let text = fold(text.trim());
    if let Ok(number) = text.parse::<usize>() {
        return number.checked_sub(1).filter(|at| *at < choices.len());
    }
    let named = |fits: &dyn Fn(&str) -> bool| {
        let mut places = (0..choices.len()).filter(|at| fits(&choices[*at].as_ref().to_lowercase()));
        places.next().filter(|_| places.next().is_none())
    };
    if text.is_empty() {
        return None;
    }
    named(&|name| name == text).or_else(|| named(&|name| name.contains(&text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_picked_by_number_or_name() {
        let choices = ["primary", "lower secondary", "upper secondary", "小学"];
        for (text, at) in [
            ("1", Some(0)),
            ("４", Some(3)),
            ("5", None),
            ("0", None),
            ("LOWER", Some(1)),
            ("secondary", None),
            ("小", Some(3)),
            ("", None),
        ] {
            assert_eq!(pick(&choices, text), at, "{text}");
        }
    }
}
