//! A summary about to be written: the path, the kinds of files, and what the file will show.

use super::frame;
use crate::app::{EXPORT_KINDS, Export, ExportKind, ExportTrouble};
use crate::keymap::Action;
use crate::summary::{FileFormat, TextEncoding};
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::field;
use ratatui::layout::Rect;

/// The most columns of the box.
const COLUMNS: usize = 110;

/// The most rows of what is said below the path.
const SAID: usize = 3;

/// Draws the box over most of the screen: a preview wants room.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, export: &Export) {
    let i18n = view.i18n;
    let screen = canvas.area();
    let columns = usize::from(screen.width.saturating_sub(4)).min(COLUMNS);
    let rows = usize::from(screen.height.saturating_sub(3));
    let inside = frame::open(canvas, &view.action(Action::Export), columns, rows);
    field::draw(
        canvas,
        frame::row(inside, 0),
        &format!("{} ", tr!(i18n, "export-path")),
        &export.line,
        "",
        0..0,
    );
    let (role, words) = said(view, export);
    let mut said = text::wrap(&words, usize::from(inside.width).max(1));
    said.truncate(SAID);
    for (n, line) in said.iter().enumerate() {
        canvas.text(frame::row(inside, 1 + n), role, line);
    }
    let kinds = EXPORT_KINDS.len();
    let below = frame::below(inside, 1 + said.len());
    let list = Rect {
        height: below.height.min(u16::try_from(kinds).unwrap_or(0)),
        ..below
    };
    frame::list(canvas, list, &export.list, kinds, |canvas, n| {
        let (name, what) = words_of(view, EXPORT_KINDS[n]);
        vec![
            canvas.piece(Role::Text, text::pad(&name, 18, "")),
            canvas.piece(Role::Muted, what),
        ]
    });
    let below = frame::below(below, kinds);
    let page = frame::below(below, 1);
    let room = usize::from(page.height);
    let mut heading = vec![canvas.piece(Role::Title, tr!(i18n, "export-preview"))];
    if export.turns(room, i18n) {
        for action in [Action::PageUp, Action::PageDown] {
            heading.push(canvas.piece(Role::Key, format!("  {}", view.key(action))));
        }
    }
    canvas.line(frame::row(below, 0), &heading);
    let lines = export.preview(room, i18n);
    for (n, line) in lines.iter().take(room).enumerate() {
        let is_last = n + 1 == room && lines.len() > room;
        let line = if is_last {
            canvas.glyphs.more
        } else {
            line.as_str()
        };
        canvas.text(frame::row(page, n), Role::Text, line);
    }
}

/// What Enter does, or why it did not.
fn said(view: &View<'_>, export: &Export) -> (Role, String) {
    let i18n = view.i18n;
    match (&export.trouble, &export.review) {
        (Some(ExportTrouble::Exists), _) => (Role::Warning, tr!(i18n, "export-exists")),
        (Some(ExportTrouble::NoPath), _) => (Role::Warning, tr!(i18n, "export-no-path")),
        (Some(ExportTrouble::Failed(why)), _) | (None, Some(Err(why))) => (Role::Error, why.clone()),
        (None, None) => (Role::Muted, tr!(i18n, "tui-loading")),
        (None, Some(Ok(_))) if view.app.prefs().made_up => (Role::Warning, tr!(i18n, "tui-made-up")),
        (None, Some(Ok(_))) => (Role::Muted, tr!(i18n, "export-how")),
    }
}

/// What a kind of files is called, and what it is good for.
fn words_of(view: &View<'_>, kind: ExportKind) -> (String, String) {
    let i18n = view.i18n;
    let (name, what) = match kind {
        (FileFormat::Xlsx, _) => ("Excel (XLSX)", tr!(i18n, "export-xlsx")),
        (FileFormat::Html, _) => ("HTML", tr!(i18n, "export-html")),
        (FileFormat::Markdown, _) => ("Markdown", tr!(i18n, "export-markdown")),
        (FileFormat::Csv, TextEncoding::Gb18030) => ("CSV (GB18030)", tr!(i18n, "export-csv-gb")),
        (FileFormat::Csv, _) => ("CSV", tr!(i18n, "export-csv")),
        (FileFormat::Json, _) => ("JSON", tr!(i18n, "export-json")),
    };
    (name.to_owned(), what)
}
