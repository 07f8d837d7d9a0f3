//! Text on a grid of cells: measured, cut and padded by grapheme and cell width. Nothing else here slices strings.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The cells a text takes. Control characters take none: they are not drawn.
#[must_use]
pub(crate) fn width(text: &str) -> usize {
    match plain_width(text) {
        Some(cells) => cells,
        None => text.graphemes(true).map(cells).sum(),
    }
}

/// The cells of a character that is a grapheme of its own beside any other of these: most of what is drawn, and telling
/// graphemes apart is most of what drawing costs.
#[must_use]
pub(crate) const fn plain(c: char) -> Option<usize> {
    match c {
        ' '..='~' | '─'..='╿' | '·' => Some(1),
        '一'..='鿿' | '、'..='】' | '！'..='～' => Some(2),
        _ => None,
    }
}

/// The cells of a text of plain characters only; none for any other.
#[must_use]
pub(crate) fn plain_width(text: &str) -> Option<usize> {
    text.chars().map(plain).sum()
}

fn cells(grapheme: &str) -> usize {
    if grapheme.contains(char::is_control) {
        return 0;
    }
    // Terminals give half-width sound marks a cell of their own, and so does the drawing library.
    let sound_marks = grapheme.matches(['\u{ff9e}', '\u{ff9f}']).count();
    grapheme.width() + sound_marks
}

/// The longest beginning that fits into so many cells.
#[must_use]
pub(crate) fn head(text: &str, most: usize) -> &str {
    if plain_width(text).is_some_and(|cells| cells <= most) {
        return text;
    }
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += cells(grapheme);
        if used > most {
            return &text[..at];
        }
    }
    text
}

/// A text cut to so many cells, with a mark where something is left out.
#[must_use]
pub(crate) fn cut(text: &str, most: usize, mark: &str) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let room = most.saturating_sub(width(mark));
    format!("{}{}", head(text, room), head(mark, most))
}

/// Cut or filled with spaces to exactly so many cells.
#[must_use]
pub(crate) fn pad(text: &str, to: usize, mark: &str) -> String {
    let mut out = cut(text, to, mark);
    out.extend(std::iter::repeat_n(' ', to.saturating_sub(width(&out))));
    out
}

/// The same, with the spaces before the text.
#[must_use]
pub(crate) fn pad_left(text: &str, to: usize, mark: &str) -> String {
    let text = cut(text, to, mark);
    let spaces = to.saturating_sub(width(&text));
    format!("{}{text}", " ".repeat(spaces))
}

/// The part of a line that fits into so many cells and has the cursor in it, and the cursor's cell in that part.
///
/// The cursor needs a cell of its own behind the text, so the part is one cell shorter than the room.
#[must_use]
pub(crate) fn window(text: &str, cursor: usize, room: usize) -> (std::ops::Range<usize>, usize) {
    let before = text.get(..cursor).unwrap_or(text);
    let mut start = 0;
    let mut column = width(before);
    for (at, grapheme) in before.grapheme_indices(true) {
        if column < room.max(1) {
            break;
        }
        column -= cells(grapheme);
        start = at + grapheme.len();
    }
    let end = start + head(&text[start..], room).len();
    (start..end.max(start), column)
}

/// The longest end that fits into so many cells.
#[must_use]
pub(crate) fn tail(text: &str, most: usize) -> &str {
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true).rev() {
        used += cells(grapheme);
        if used > most {
            return &text[at + grapheme.len()..];
        }
    }
    text
}

/// A text cut to so many cells so that a part of it, widened to whole graphemes, shows: what stands before the part,
/// the part, and what stands behind it, with a mark where something is left out.
#[must_use]
pub(crate) fn around(text: &str, part: std::ops::Range<usize>, room: usize, mark: &str) -> [String; 3] {
    let bounds = || text.grapheme_indices(true).map(|(at, _)| at);
    let start = bounds().take_while(|at| *at <= part.start).last().unwrap_or(0);
    let end = bounds()
        .find(|at| *at >= part.end)
        .unwrap_or(text.len())
        .max(start);
    let (before, part, after) = (&text[..start], &text[start..end], &text[end..]);
    let room_beside = room.saturating_sub(width(part));
    if room_beside == 0 && width(text) > room {
        return [String::new(), cut(part, room, mark), String::new()];
    }
    let needed_after = width(after).min(room_beside * 2 / 3); // what follows says more than what went before
    let before = if width(before) <= room_beside - needed_after {
        before.to_owned()
    } else {
        let most = (room_beside - needed_after).saturating_sub(width(mark));
        format!("{}{}", head(mark, room_beside - needed_after), tail(before, most))
    };
    let after = cut(after, room_beside - width(&before), mark);
    [before, part.to_owned(), after]
}

/// A text in lines of so many cells, broken at spaces and between wide characters.
#[must_use]
pub(crate) fn wrap(text: &str, room: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for piece in text.split_word_bounds() {
        let length = width(piece);
        if used > 0 && used + length > room {
            lines.push(String::new());
            used = 0;
            if piece.trim().is_empty() {
                continue;
            }
        }
        for grapheme in piece.graphemes(true) {
            let length = cells(grapheme);
            if used > 0 && used + length > room {
                lines.push(String::new());
                used = 0;
            }
            if let Some(line) = lines.last_mut() {
                line.push_str(grapheme);
            }
            used += length;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn examples() {
        assert_eq!(width("三(2)班"), 7);
        assert_eq!(width("a\u{7}b"), 2);
        assert_eq!(cut("全校会议", 8, "…"), "全校会议");
        assert_eq!(cut("全校会议", 7, "…"), "全校会…");
        assert_eq!(cut("全校会议", 6, "…"), "全校…");
        assert_eq!(cut("全校会议", 0, "…"), "");
        assert_eq!(pad("全校会议", 6, "…"), "全校… ");
        assert_eq!(pad_left("45", 4, "…"), "  45");
        assert_eq!(head("e\u{301}x", 1), "e\u{301}");
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("全校会议", 5), ["全校", "会议"]);
    }

    #[test]
    fn a_part_shows_with_what_stands_beside_it() {
        let shown = |text: &str, part: &str, room| {
            let at = text.find(part).unwrap();
            around(text, at..at + part.len(), room, "~").join("|")
        };
        assert_eq!(shown("one two three", "two", 13), "one |two| three");
        assert_eq!(shown("one two three", "two", 9), "~ |two| th~");
        assert_eq!(shown("one two three", "one", 6), "|one| t~");
        assert_eq!(shown("one two three", "three", 9), "~wo |three|");
        assert_eq!(shown("one two three", "three", 3), "|th~|");
        assert_eq!(shown("安全工作会议记录", "会议", 9), "~|会议|记录");
        assert_eq!(shown("xe\u{301}y", "\u{301}", 9), "x|e\u{301}|y");
    }

    #[test]
    fn the_window_follows_the_cursor() {
        assert_eq!(window("abc", 3, 10), (0..3, 3));
        let (part, column) = window("abcdefghij", 10, 5);
        assert_eq!((part, column), (6..10, 4));
        let (part, column) = window("三班语文", 12, 5);
        assert_eq!((part, column), (6..12, 4));
        assert_eq!(window("abcdef", 0, 3), (0..3, 0));
    }

    proptest! {
        #[test]
        fn plain_text_is_measured_as_any_other(text in "[ -~─-╿·一-鿿、-】！-～]{0,20}", any in "\\PC{0,8}") {
            let slow = |text: &str| text.graphemes(true).map(cells).sum::<usize>();
            prop_assert_eq!(plain_width(&text), Some(slow(&text)));
            prop_assert_eq!(text.graphemes(true).count(), text.chars().count());
            prop_assert_eq!(width(&any), slow(&any));
        }

        #[test]
        fn cut_and_padded_text_has_the_width_asked_for(text in "\\PC{0,30}", room in 0usize..40) {
            prop_assert!(width(&cut(&text, room, "…")) <= room);
            prop_assert_eq!(width(&pad(&text, room, "…")), room);
            prop_assert_eq!(width(&pad_left(&text, room, "~")), room);
        }

        #[test]
        fn a_part_of_a_text_always_shows(text in "\\PC{0,30}", from in 0usize..40, length in 1usize..9, room in 0usize..40) {
            let at = |n| text.char_indices().map(|(i, _)| i).nth(n).unwrap_or(text.len());
            let range = at(from)..at(from + length);
            let pieces = around(&text, range.clone(), room, "…");
            let used: usize = pieces.iter().map(|p| width(p)).sum();
            prop_assert!(used <= room, "{used} in {room}");
            if width(&text) <= room {
                prop_assert_eq!(pieces.concat(), text);
            } else if width(&text[range.clone()]) < room.saturating_sub(4) {
                prop_assert!(pieces[1].contains(&text[range]));
            }
        }

        #[test]
        fn the_cursor_is_always_inside(text in "\\PC{0,30}", at in 0usize..40, room in 1usize..40) {
            let cursor = text.grapheme_indices(true).map(|(i, _)| i).nth(at).unwrap_or(text.len());
            let (part, column) = window(&text, cursor, room);
            prop_assert!(text.get(part.clone()).is_some() && part.start <= cursor);
            prop_assert!(column < room, "{column} in {room}");
            prop_assert_eq!(column, width(&text[part.start..cursor]));
        }

        #[test]
        fn wrapped_lines_fit_and_lose_nothing_but_space(text in "[a-z 三班，]{0,40}", room in 2usize..20) {
            let lines = wrap(&text, room);
            prop_assert!(lines.iter().all(|l| width(l) <= room));
            let solid = |s: &str| s.replace(' ', "");
            prop_assert_eq!(solid(&lines.concat()), solid(&text));
        }
    }
}
