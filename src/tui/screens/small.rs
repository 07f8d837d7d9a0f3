//! What a window that is too small says, in as many words as fit.

use super::SMALLEST;
use crate::i18n::I18n;
use crate::keymap::{Action, Context, Key};
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::text;
use crate::tui::view::View;
use ratatui::layout::Rect;

/// That a window is too small, and the keys that leave it, in lines as long as it is wide.
pub(super) fn too_small(i18n: &I18n, window: Rect, keys: &[Key]) -> Vec<String> {
    let words = tr!(
        i18n,
        "tui-too-small",
        width = SMALLEST.0,
        height = SMALLEST.1,
        now = format!("{}x{}", window.width, window.height),
        key = keys.first().map(|key| key.label()).unwrap_or_default()
    );
    text::wrap(&words, usize::from(window.width))
}

/// Draws the message, and what is being typed, so that nothing seems lost.
pub(crate) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>) {
    let area = canvas.area();
    let keys = view.app.keymap().keys(Context::Entry, Action::Quit); // one that works wherever the user is
    let lines = too_small(view.i18n, area, keys).into_iter();
    let mut lines: Vec<_> = lines.map(|line| (Role::Title, line)).collect();
    if let Some(entry) = view.app.day().mode.entry() {
        let typed = text::wrap(entry.line.text(), usize::from(area.width));
        lines.extend(typed.into_iter().map(|line| (Role::Field, line)));
    }
    for (y, (role, line)) in (area.top()..area.bottom()).zip(lines) {
        canvas.text(Rect { y, height: 1, ..area }, role, &line);
    }
}
