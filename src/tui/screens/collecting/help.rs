//! The keys of the screen, made from the keymap.

use super::Scene;
use crate::app::Scroll;
use crate::keymap::Context;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use crate::tui::widgets::page;

/// Draws the page from a line on, no further than its end.
pub(super) fn draw(scene: &Scene<'_>, canvas: &mut Canvas<'_>, scroll: &Scroll) {
    let lines = lines(scene, canvas);
    page::draw(canvas, &tr!(scene.i18n, "help-title"), &lines, scroll);
}

fn lines(scene: &Scene<'_>, canvas: &Canvas<'_>) -> Vec<Vec<Piece>> {
    let words = tr!(scene.i18n, "collecting-help");
    let words = text::wrap(&words, page::width(canvas)).into_iter();
    let mut out: Vec<Vec<Piece>> = words.map(|line| vec![canvas.piece(Role::Text, line)]).collect();
    out.push(Vec::new());
    let bindings = scene.state.keymap().bindings(Context::Collecting);
    out.extend(bindings.map(|(action, keys)| {
        let what = scene.action(Context::Collecting, action);
        page::keys(canvas, keys, &what)
    }));
    out
}
