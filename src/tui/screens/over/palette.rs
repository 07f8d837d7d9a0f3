//! All that the program can do: a line to type a part of a name into, and below it what fits, with the keys.

use super::frame;
use crate::app::{Fit, Palette};
use crate::keymap::Action;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::field;

/// The cells inside the box.
const COLUMNS: usize = 52;

/// The actions that are shown at once; the box stays as high when fewer fit, so that nothing jumps.
const ROWS: usize = 16;

/// Draws the line and the list.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, palette: &Palette) {
    let i18n = view.i18n;
    let inside = frame::open(canvas, &view.action(Action::Palette), COLUMNS, 2 + ROWS);
    let placeholder = tr!(i18n, "tui-palette-placeholder");
    field::draw(
        canvas,
        frame::row(inside, 0),
        "",
        &palette.line,
        &placeholder,
        0..0,
    );
    let below = frame::below(inside, 2);
    if palette.fits.is_empty() {
        let words = tr!(i18n, "tui-palette-nothing");
        canvas.text(frame::row(below, 0), Role::Muted, &format!("  {words}"));
        return;
    }
    let room = usize::from(below.width.saturating_sub(2)); // without the pointer
    frame::list(canvas, below, &palette.list, palette.fits.len(), |canvas, n| {
        line(view, canvas, &palette.fits[n], room)
    });
}

/// What it is called, its name in the keymap if that was typed, and its key at the right.
fn line(view: &View<'_>, canvas: &Canvas<'_>, fit: &Fit, room: usize) -> Vec<Piece> {
    let mut out = marked(canvas, &fit.label, &fit.in_label, Role::Text);
    if !fit.in_name.is_empty() {
        out.push(canvas.piece(Role::Text, "  "));
        out.extend(marked(canvas, fit.action.name(), &fit.in_name, Role::Muted));
    }
    let keys = view.app.keys_anywhere(fit.action);
    let key = keys.first().map(|key| key.label()).unwrap_or_default();
    let used: usize = out.iter().map(|piece| text::width(&piece.text)).sum();
    let gap = room.saturating_sub(used + text::width(&key));
    if gap > 0 {
        out.push(canvas.piece(Role::Text, " ".repeat(gap)));
        out.push(canvas.piece(Role::Key, key));
    }
    out
}

/// A text with some of its characters, by their place, made to stand out.
fn marked(canvas: &Canvas<'_>, text: &str, at: &[usize], role: Role) -> Vec<Piece> {
    let mut out: Vec<(bool, String)> = Vec::new();
    for (i, c) in text.chars().enumerate() {
        let is_marked = at.contains(&i);
        match out.last_mut() {
            Some((same, run)) if *same == is_marked => run.push(c),
            _ => out.push((is_marked, c.to_string())),
        }
    }
    let piece = |(is_marked, run)| canvas.piece(if is_marked { Role::Key } else { role }, run);
    out.into_iter().map(piece).collect()
}
