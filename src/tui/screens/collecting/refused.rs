//! What was not taken and why, the newest first.

use super::head::end_of;
use super::{Line, Scene};
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::text;

/// The heading.
pub(super) fn title(scene: &Scene<'_>) -> String {
    tr!(scene.i18n, "collecting-refused", count = scene.state.not_taken)
}

/// For each when it was found, what it is called, and why it is not taken; a reason that is too long goes on on the next
/// line.
pub(super) fn lines(scene: &Scene<'_>, canvas: &Canvas<'_>, width: u16) -> Vec<Line> {
    let room = usize::from(width);
    let state = scene.state;
    if state.refused.is_empty() {
        let words = tr!(scene.i18n, "collecting-refused-none");
        return vec![vec![canvas.piece(Role::Muted, format!("  {words}"))]];
    }
    let names = state
        .refused
        .iter()
        .map(|(_, refused)| text::width(&refused.file));
    let name = names.max().unwrap_or(0).min(room * 2 / 5);
    let when = "%m-%d %H:%M";
    let margin = 2 + 11 + 2 + name + 2;
    let mut out = Vec::new();
    for (at, refused) in &state.refused {
        let file = text::pad(
            &end_of(&refused.file, name, canvas.glyphs.more),
            name,
            canvas.glyphs.more,
        );
        let mut reason = text::wrap(&refused.why, room.saturating_sub(margin + 1).max(8)).into_iter();
        out.push(vec![
            canvas.piece(Role::Muted, format!("  {}  ", at.format(when))),
            canvas.piece(Role::Text, format!("{file}  ")),
            canvas.piece(Role::Warning, reason.next().unwrap_or_default()),
        ]);
        let rest = reason.map(|line| {
            vec![
                canvas.piece(Role::Text, " ".repeat(margin)),
                canvas.piece(Role::Warning, line),
            ]
        });
        out.extend(rest);
    }
    let hidden = state.not_taken.saturating_sub(state.refused.len() as u64);
    if hidden > 0 {
        let words = tr!(scene.i18n, "collecting-refused-more", count = hidden);
        out.push(vec![canvas.piece(Role::Muted, format!("  {words}"))]);
    }
    out
}
