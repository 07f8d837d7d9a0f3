//! The file to import, typed.

use crate::app::{FileWanted, ImportFile, PathTrouble};
use crate::keymap::Action;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::screens::over::frame;
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::field;

/// The most names that are shown.
const NAMES: usize = 8;

/// Draws the line, with what it may become below, or why it does not do.
pub(in crate::tui::screens::over) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, over: &ImportFile) {
    let i18n = view.i18n;
    let tab = view
        .app
        .keys(Action::Down)
        .last()
        .map(|key| key.label())
        .unwrap_or_default();
    let columns = usize::from(canvas.area().width.saturating_sub(8)).min(90);
    let (role, words) = match &over.trouble {
        Some(PathTrouble::NoFormat) => (Role::Error, tr!(i18n, "import-no-format")),
        Some(PathTrouble::Failed(why)) => (Role::Error, why.clone()),
        None if over.wanted == FileWanted::Survey => {
            (Role::Muted, tr!(i18n, "survey-screen-file-how", key = tab))
        }
        None => (Role::Muted, tr!(i18n, "import-file-how", key = tab)),
    };
    let lines = if over.paths.is_empty() || over.trouble.is_some() {
        text::wrap(&words, columns.max(1))
    } else {
        names(&over.paths, canvas.glyphs.more)
    };
    let inside = frame::open(
        canvas,
        &view.action(match over.wanted {
            FileWanted::Import => Action::Import,
            FileWanted::Survey => Action::JoinSurvey,
        }),
        columns,
        2 + lines.len().max(3),
    );
    field::draw(canvas, frame::row(inside, 0), "", &over.line, "", 0..0);
    for (n, line) in lines.iter().enumerate() {
        canvas.text(frame::row(inside, 2 + n), role, line);
    }
}

/// The last parts of paths, as many as there is room for.
fn names(paths: &[String], more: &str) -> Vec<String> {
    let name = |path: &String| {
        let whole = path.trim_end_matches('/');
        let start = whole.rfind('/').map_or(0, |at| at + 1);
        path.get(start..).unwrap_or_default().to_owned()
    };
    let mut out: Vec<String> = paths.iter().take(NAMES).map(name).collect();
    if paths.len() > NAMES {
        out.push(more.to_owned());
    }
    out
}
