//! A line that is being typed.

use crate::app::Line;
use crate::theme::Role;
use crate::tui::paint::Canvas;
use crate::tui::text;
use ratatui::layout::Rect;
use std::ops::Range;

/// Draws the part of the line that fits behind its prompt, what is wrong in it marked (bytes of the line), and puts the
/// cursor there. The placeholder stands where nothing is typed.
pub(crate) fn draw(
    canvas: &mut Canvas<'_>,
    area: Rect,
    prompt: &str,
    line: &Line,
    placeholder: &str,
    wrong: Range<usize>,
) {
    let prompt = canvas.piece(Role::Title, format!("{prompt}> "));
    let used = canvas.line(area, &[prompt]);
    let field = Rect {
        x: area.x + used,
        width: area.width - used,
        ..area
    };
    if field.is_empty() {
        return;
    }
    let typed = line.text();
    let (part, column) = text::window(typed, line.cursor(), usize::from(field.width));
    if typed.is_empty() {
        canvas.text(field, Role::Muted, placeholder);
    } else {
        // The window in three pieces: before, in and after what is wrong.
        let clamp = |at: usize| at.clamp(part.start, part.end);
        let cuts = [part.start, clamp(wrong.start), clamp(wrong.end), part.end];
        let mut pieces = Vec::new();
        for (ends, role) in cuts.windows(2).zip([Role::Field, Role::Error, Role::Field]) {
            pieces.push(canvas.piece(role, typed.get(ends[0]..ends[1]).unwrap_or_default()));
        }
        canvas.line(field, &pieces);
    }
    canvas.cursor = Some((field.x + u16::try_from(column).unwrap_or(0), field.y));
}
