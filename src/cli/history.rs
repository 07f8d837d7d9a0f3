//! `undo` and `redo`.

use super::context::Context;
use super::{CliError, add};
use crate::store::{Session, Undone};
use crate::tr;

pub(super) fn undo(cx: &mut Context<'_>) -> Result<(), CliError> {
    let mut session = cx.session()?;
    match session.undo()? {
        None => Err(CliError::Refused(tr!(cx.i18n, "cli-nothing-to-undo"))),
        Some(undone) => {
            let text = tr!(cx.i18n, "cli-undone", what = what(&undone));
            tell(cx, &mut session, &text, &undone)
        }
    }
}

pub(super) fn redo(cx: &mut Context<'_>) -> Result<(), CliError> {
    let mut session = cx.session()?;
    match session.redo()? {
        None => Err(CliError::Refused(tr!(cx.i18n, "cli-nothing-to-redo"))),
        Some(redone) => {
            let text = tr!(cx.i18n, "cli-redone", what = what(&redone));
            tell(cx, &mut session, &text, &redone)
        }
    }
}

/// The days and settings of a change; of many days only the first and the last.
fn what(undone: &Undone) -> String {
    let dates = match undone.dates.as_slice() {
        [first, .., last] if undone.dates.len() > 3 => vec![format!("{first} … {last}")],
        few => few.iter().map(ToString::to_string).collect(),
    };
    dates
        .into_iter()
        .chain(undone.settings.iter().cloned())
        .collect::<Vec<_>>()
        .join(", ")
}

fn tell(cx: &mut Context<'_>, session: &mut Session, text: &str, undone: &Undone) -> Result<(), CliError> {
    let standing = match undone.dates.as_slice() {
        [date] => add::standing(cx, session, *date)?,
        _ => String::new(),
    };
    cx.tell(session);
    cx.print(&format!("{text}\n{standing}"))
}
