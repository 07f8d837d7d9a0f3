//! `undo` and `redo`.

use super::context::Context;
use super::{CliError, add};
use crate::app::describe;
use crate::store::{Session, Undone};
use crate::tr;

pub(super) fn undo(cx: &mut Context<'_>) -> Result<(), CliError> {
    let mut session = cx.session()?;
    match session.undo()? {
        None => Err(CliError::Refused(tr!(cx.i18n, "cli-nothing-to-undo"))),
        Some(undone) => {
            let text = tr!(
                cx.i18n,
                "cli-undone",
                what = what(cx, &mut session, &undone, false)?
            );
            tell(cx, &mut session, &text, &undone)
        }
    }
}

pub(super) fn redo(cx: &mut Context<'_>) -> Result<(), CliError> {
    let mut session = cx.session()?;
    match session.redo()? {
        None => Err(CliError::Refused(tr!(cx.i18n, "cli-nothing-to-redo"))),
        Some(redone) => {
            let text = tr!(
                cx.i18n,
                "cli-redone",
                what = what(cx, &mut session, &redone, true)?
            );
            tell(cx, &mut session, &text, &redone)
        }
    }
}

/// The days of a change, of many only the first and the last, and what it was.
fn what(cx: &Context<'_>, session: &mut Session, undone: &Undone, redo: bool) -> Result<String, CliError> {
    let dates = match undone.dates.as_slice() {
        [first, .., last] if undone.dates.len() > 3 => format!("{first} … {last}"),
        few => few.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
    };
    let taxonomy = session.profile()?.taxonomy();
    let what = describe(undone, redo, &taxonomy, &cx.i18n);
    Ok(format!("{dates} {what}").trim_start().to_owned())
}

fn tell(cx: &mut Context<'_>, session: &mut Session, text: &str, undone: &Undone) -> Result<(), CliError> {
    let standing = match undone.dates.as_slice() {
        [date] => add::standing(cx, session, *date)?,
        _ => String::new(),
    };
    cx.tell(session);
    cx.print(&format!("{text}\n{standing}"))
}
