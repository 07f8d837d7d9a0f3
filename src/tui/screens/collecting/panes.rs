//! The parts of the screen, one above the other: the chosen one gets the room, the others as much as says something.

use super::{Line, Scene, arrivals, coverage, refused};
use crate::app::collecting::CollectingPane;
use crate::theme::Role;
use crate::tui::paint::Canvas;
use ratatui::layout::Rect;

/// The fewest rows of the chosen part that are worth keeping the others open.
const WORTH: u16 = 7;

/// Draws them.
pub(super) fn draw(scene: &Scene<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    let chart = arrivals::CHART;
    let lines = CollectingPane::ALL.map(|pane| match pane {
        CollectingPane::Arrivals => arrivals::lines(scene, canvas, area.width),
        CollectingPane::Coverage => coverage::lines(scene, canvas, area.width),
        CollectingPane::Refused => refused::lines(scene, canvas, area.width),
    });
    let rows = |lines: &Vec<Line>| u16::try_from(lines.len()).unwrap_or(u16::MAX / 4);
    let wants = [
        1 + chart + rows(&lines[0]),
        1 + rows(&lines[1]),
        1 + rows(&lines[2]),
    ];
    let few = [1 + chart, wants[1].min(5), wants[2].min(4)];
    let chosen = CollectingPane::ALL
        .iter()
        .position(|pane| *pane == scene.state.pane)
        .unwrap_or(0);
    let heights = heights(area.height, chosen, wants, few);
    let mut y = area.y;
    for ((pane, lines), height) in CollectingPane::ALL.into_iter().zip(&lines).zip(heights) {
        let title = Rect {
            y,
            height: height.min(1),
            ..area
        };
        let mut inside = Rect {
            y: y + title.height,
            height: height - title.height,
            ..area
        };
        y += height;
        let words = match pane {
            CollectingPane::Arrivals => arrivals::title(scene),
            CollectingPane::Coverage => coverage::title(scene),
            CollectingPane::Refused => refused::title(scene),
        };
        let is_chosen = pane == scene.state.pane;
        if pane == CollectingPane::Arrivals && inside.height >= chart {
            let above = Rect {
                height: chart,
                ..inside
            };
            arrivals::draw_chart(scene, canvas, above);
            inside.y += chart;
            inside.height -= chart;
        }
        let room = usize::from(inside.height);
        let first = if is_chosen {
            scene.state.scroll.first(lines.len(), room)
        } else {
            0
        };
        for (y, line) in (inside.top()..inside.bottom()).zip(&lines[first..]) {
            canvas.line(
                Rect {
                    y,
                    height: 1,
                    ..inside
                },
                line,
            );
        }
        let hidden = lines.len().saturating_sub(first + room);
        let warning = match pane {
            CollectingPane::Coverage => coverage::warning(scene),
            _ => None,
        };
        draw_title(canvas, title, (&words, warning), is_chosen, hidden);
    }
}

/// The title of a part on a rule, with what is wrong in it, and how much of it is below what is shown.
fn draw_title(
    canvas: &mut Canvas<'_>,
    area: Rect,
    (words, warning): (&str, Option<String>),
    is_chosen: bool,
    hidden: usize,
) {
    if area.is_empty() {
        return;
    }
    canvas.rule(area);
    let inside = Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        ..area
    };
    let mut left = inside;
    if hidden > 0 {
        let more = canvas.piece(Role::Muted, format!(" {} {hidden} ", canvas.glyphs.more));
        left.width -= canvas.line_right(inside, &[more]);
    }
    let role = if is_chosen { Role::Selected } else { Role::Title };
    let mut pieces = vec![canvas.piece(role, format!(" {words} "))];
    pieces.extend(warning.map(|words| canvas.piece(Role::Error, format!(" {words} "))));
    canvas.line(left, &pieces);
}

/// The rows of each part: the chosen one gets what it wants and at least what the others leave.
fn heights(all: u16, chosen: usize, wants: [u16; 3], few: [u16; 3]) -> [u16; 3] {
    let mut out = [1; 3];
    let mut left = all.saturating_sub(3);
    let mut give = |out: &mut [u16; 3], place: usize, up_to: u16, keep: u16| {
        let more = up_to.saturating_sub(out[place]).min(left.saturating_sub(keep));
        out[place] += more;
        left -= more;
    };
    give(&mut out, chosen, wants[chosen].min(WORTH), 0);
    for place in [0, 2, 1] {
        // A chart is whole or not there.
        let fits = |left: u16| place != 0 || left >= few[0] - 1;
        let rest = all - out.iter().sum::<u16>().min(all);
        if place != chosen && fits(rest) {
            give(&mut out, place, few[place], 0);
        }
    }
    for place in [chosen, 1, 0, 2] {
        give(&mut out, place, wants[place], 0);
    }
    give(&mut out, chosen, u16::MAX, 0);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_part_gets_the_room_and_all_of_it_is_given_out() {
        let (wants, few) = ([8, 20, 30], [6, 5, 4]);
        assert_eq!(heights(34, 1, wants, few), [8, 20, 6]);
        assert_eq!(heights(19, 1, wants, few), [6, 9, 4]);
        assert_eq!(heights(13, 1, wants, few), [1, 8, 4]);
        assert_eq!(heights(13, 0, wants, few), [7, 2, 4]);
        for all in 3..60 {
            for chosen in 0..3 {
                let heights = heights(all, chosen, wants, few);
                assert_eq!(heights.iter().sum::<u16>(), all);
                assert!(heights.iter().all(|h| *h > 0), "{all}: {heights:?}");
            }
        }
    }
}
