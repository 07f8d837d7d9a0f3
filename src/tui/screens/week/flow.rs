//! Facts that follow each other on a line as long as they fit.

use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use ratatui::layout::Rect;

/// Something said in a few words, which stay together.
pub(in crate::tui::screens) type Fact = Vec<Piece>;

/// The cells between two facts on a line.
const GAP: usize = 3;

fn width(fact: &[Piece]) -> usize {
    fact.iter().map(|p| text::width(&p.text)).sum()
}

/// Facts in lines of so many cells, the first cell left free.
pub(in crate::tui::screens) fn lines(canvas: &Canvas<'_>, facts: Vec<Fact>, room: u16) -> Vec<Fact> {
    let space = |n: usize| canvas.piece(crate::theme::Role::Text, " ".repeat(n));
    let mut out: Vec<Fact> = Vec::new();
    for fact in facts {
        match out.last_mut() {
            Some(line) if width(line) + GAP + width(&fact) <= usize::from(room) => {
                line.push(space(GAP));
                line.extend(fact);
            }
            _ => {
                let mut line = vec![space(1)];
                line.extend(fact);
                out.push(line);
            }
        }
    }
    out
}

/// Draws lines from the top of an area, as many as fit.
pub(in crate::tui::screens) fn draw(canvas: &mut Canvas<'_>, area: Rect, lines: &[Fact]) {
    for (y, line) in (area.top()..area.bottom()).zip(lines) {
        canvas.line(Rect { y, height: 1, ..area }, line);
    }
}
