//! Facts that follow each other on a line as long as they fit.

use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use ratatui::layout::Rect;

/// Something said in a few words, which stay together; where even a line of their own is too short, each piece does.
pub(in crate::tui::screens) type Fact = Vec<Piece>;

/// The cells between two facts on a line.
const GAP: usize = 3;

fn width(fact: &[Piece]) -> usize {
    fact.iter().map(|p| text::width(&p.text)).sum()
}

/// Facts in lines of so many cells, the first cell left free: as many as fit on each.
pub(in crate::tui::screens) fn lines(canvas: &Canvas<'_>, facts: &[Fact], room: u16) -> Vec<Fact> {
    let room = usize::from(room);
    let mut out: Vec<Fact> = Vec::new();
    for fact in facts {
        match out.last_mut() {
            Some(line) if width(line) + GAP + width(fact) <= room => {
                line.push(space(canvas, GAP));
                line.extend_from_slice(fact);
            }
            _ => put(canvas, fact, room, &mut out),
        }
    }
    out
}

/// Facts in lines of so many cells, each on its own.
pub(super) fn loose(canvas: &Canvas<'_>, facts: &[Fact], room: u16) -> Vec<Fact> {
    let mut out = Vec::new();
    for fact in facts {
        put(canvas, fact, usize::from(room), &mut out);
    }
    out
}

/// Begins a line with a fact, and further ones where one is too short for it.
fn put(canvas: &Canvas<'_>, fact: &[Piece], room: usize, out: &mut Vec<Fact>) {
    let mut line = vec![space(canvas, 1)];
    for piece in fact {
        if line.len() > 1 && width(&line) + text::width(piece.text.trim_end()) > room {
            out.push(std::mem::replace(&mut line, vec![space(canvas, GAP)]));
            line.push(Piece {
                text: piece.text.trim_start().to_owned(),
                style: piece.style,
            });
        } else {
            line.push(piece.clone());
        }
    }
    out.push(line);
}

fn space(canvas: &Canvas<'_>, cells: usize) -> Piece {
    canvas.piece(crate::theme::Role::Text, " ".repeat(cells))
}

/// Draws lines from the top of an area, as many as fit.
pub(in crate::tui::screens) fn draw(canvas: &mut Canvas<'_>, area: Rect, lines: &[Fact]) {
    for (y, line) in (area.top()..area.bottom()).zip(lines) {
        canvas.line(Rect { y, height: 1, ..area }, line);
    }
}
