//! The rows and the columns: what the group's own table shows.

use crate::survey::collector::disclosure::item::Item;
use crate::survey::collector::disclosure::pattern::TablePattern;
use crate::survey::collector::tables::Line;

/// A row or a column: the answers that one line of the group's own table stands for. The rest is one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// The line's answer; none of the rest.
    pub answer: Option<u16>,
    /// All answers that it holds, those within others too.
    pub holds: Vec<u16>,
}

/// The lines that a table shows, and its rest, as rows or columns.
pub(super) fn sides(lines: &[Line], pattern: &TablePattern) -> Vec<Side> {
    let (mut out, mut rest) = (Vec::new(), Vec::new());
    for (line, items) in lines.iter().zip(&pattern.lines) {
        let mut holds = Vec::new();
        held(line, &mut holds);
        if items.contains(&Item::Time) {
            let answer = Some(line.answer);
            out.push(Side { answer, holds });
        } else {
            rest.extend(holds);
        }
    }
    if !rest.is_empty() {
        out.push(Side {
            answer: None,
            holds: rest,
        });
    }
    out
}

/// Takes an answer and all that lie within it.
fn held(line: &Line, out: &mut Vec<u16>) {
    out.push(line.answer);
    line.within.iter().for_each(|line| held(line, out));
}

/// The side of each answer.
pub(super) fn sides_of_answers(sides: &[Side]) -> Vec<Option<usize>> {
    let most = sides.iter().flat_map(|s| &s.holds).max();
    let mut out = vec![None; most.map_or(0, |most| usize::from(*most) + 1)];
    for (place, side) in sides.iter().enumerate() {
        for answer in &side.holds {
            out[usize::from(*answer)] = Some(place);
        }
    }
    out
}
