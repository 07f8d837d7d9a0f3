//! Drawing text with the styles of a theme. The only place that turns our styles into the library's.

use super::glyphs::Glyphs;
use super::text;
use crate::app::Target;
use crate::domain::Category;
use crate::theme::{Colour, Role, Style, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

/// A piece of text with its look.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    /// The text.
    pub(crate) text: String,
    /// The look.
    pub(crate) style: Style,
}

/// Where and how to draw.
pub(crate) struct Canvas<'a> {
    /// The cells.
    pub(crate) buffer: &'a mut Buffer,
    /// The looks.
    pub(crate) theme: &'a Theme,
    /// The signs.
    pub(crate) glyphs: Glyphs,
    /// The cell of the cursor; none hides it.
    pub(crate) cursor: Option<(u16, u16)>,
    /// What is drawn where, for the mouse.
    pub(crate) drawn: &'a mut Vec<(Rect, Target)>,
}

impl Canvas<'_> {
    /// The whole screen.
    #[must_use]
    pub(crate) fn area(&self) -> Rect {
        self.buffer.area
    }

    /// Notes what an area stands for. What is drawn later lies over it.
    pub(crate) fn stands_for(&mut self, area: Rect, target: Target) {
        self.drawn.push((area, target));
    }

    /// A piece of text in a role.
    #[must_use]
    pub(crate) fn piece(&self, role: Role, text: impl Into<String>) -> Piece {
        Piece {
            text: text.into(),
            style: self.theme.role(role),
        }
    }

    /// A piece of text in a category's look.
    #[must_use]
    pub(crate) fn mark(&self, category: Category, text: impl Into<String>) -> Piece {
        Piece {
            text: text.into(),
            style: self.theme.category(category),
        }
    }

    /// Draws pieces one after the other on the first line of an area, cut where the area ends; gives the cells used.
    pub(crate) fn line(&mut self, area: Rect, pieces: &[Piece]) -> u16 {
        if area.is_empty() {
            return 0;
        }
        let whole: usize = pieces.iter().map(|p| text::width(&p.text)).sum();
        let mut room = usize::from(area.width);
        let cut = whole > room;
        let mut x = area.x;
        for piece in pieces {
            let length = text::width(&piece.text);
            // The piece that meets the edge gives up a cell for the mark that something is missing.
            let last = cut && length + text::width(self.glyphs.more) > room;
            let shown = if last {
                shorten(&piece.text, room, self.glyphs.more)
            } else {
                piece.text.clone()
            };
            let end = self.put(x, area.y, &shown, room, piece.style);
            room = room.saturating_sub(usize::from(end - x));
            x = end;
            if last {
                break;
            }
        }
        x - area.x
    }

    /// Puts a text on the screen, as much of it as there is room; gives the column behind it.
    fn put(&mut self, x: u16, y: u16, shown: &str, room: usize, style: Style) -> u16 {
        let style = convert(style);
        if text::plain_width(shown).is_none() {
            return self.buffer.set_stringn(x, y, shown, room, style).0;
        }
        // What the library does, without telling graphemes apart.
        let right = x
            .saturating_add(u16::try_from(room).unwrap_or(u16::MAX))
            .min(self.buffer.area.right());
        let mut at = x;
        for c in shown.chars() {
            let end = at.saturating_add(text::plain(c).map_or(1, |cells| u16::try_from(cells).unwrap_or(1)));
            if end > right {
                break;
            }
            self.buffer[(at, y)].set_char(c).set_style(style);
            for hidden in at + 1..end {
                self.buffer[(hidden, y)].reset();
            }
            at = end;
        }
        at
    }

    /// Draws a text in a role on the first line of an area.
    pub(crate) fn text(&mut self, area: Rect, role: Role, text: &str) {
        let piece = self.piece(role, text);
        self.line(area, &[piece]);
    }

    /// Draws pieces at the right end of a line, if they fit whole; gives the cells used.
    pub(crate) fn line_right(&mut self, area: Rect, pieces: &[Piece]) -> u16 {
        let length: usize = pieces.iter().map(|p| text::width(&p.text)).sum();
        match u16::try_from(length) {
            Ok(length) if length <= area.width => {
                let area = Rect {
                    x: area.right() - length,
                    width: length,
                    ..area
                };
                self.line(area, pieces)
            }
            _ => 0,
        }
    }

    /// Lays a look over all cells of an area.
    pub(crate) fn wash(&mut self, area: Rect, role: Role) {
        let area = area.intersection(self.buffer.area);
        self.buffer.set_style(area, convert(self.theme.role(role)));
    }

    /// Empties whole lines.
    pub(crate) fn blank(&mut self, lines: Rect) {
        for at in lines.intersection(self.buffer.area).positions() {
            self.buffer[at].reset();
        }
        self.wash(lines, Role::Text);
    }

    /// A line across the first row of an area.
    pub(crate) fn rule(&mut self, area: Rect) {
        let text = self.glyphs.across.repeat(usize::from(area.width));
        self.text(area, Role::Border, &text);
    }

    /// Empties the cells that wide characters hide. As spaces they would count as unchanged when a narrow character takes
    /// the place of a wide one, and what the terminal makes of the other half would stay on the screen.
    pub(crate) fn blank_hidden_cells(&mut self) {
        let width = usize::from(self.buffer.area.width);
        let cells = &mut self.buffer.content;
        for at in 0..cells.len().saturating_sub(1) {
            let is_wide = cells[at].symbol().len() > 1 && cells[at].symbol().width() > 1;
            if is_wide && (at + 1) % width != 0 {
                cells[at + 1].set_symbol("");
            }
        }
    }

    /// An empty box over what is there; gives the room inside. A wide character that it cuts in half is blanked.
    pub(crate) fn popup(&mut self, area: Rect) -> Rect {
        let area = area.intersection(self.buffer.area);
        self.drawn.clear(); // what it covers, and what is beside it, is out of reach
        for y in area.top()..area.bottom() {
            if let Some(left) = area.x.checked_sub(1)
                && self.buffer[(left, y)].symbol().width() > 1
            {
                self.buffer[(left, y)].set_symbol(" ");
            }
            for x in area.left()..area.right() {
                self.buffer[(x, y)].reset();
            }
        }
        self.wash(area, Role::Dialog);
        if area.width < 2 || area.height < 2 {
            return area;
        }
        let [tl, tr, bl, br] = self.glyphs.corners;
        let across = self.glyphs.across.repeat(usize::from(area.width - 2));
        let row = |y| Rect { y, height: 1, ..area };
        self.text(row(area.top()), Role::Border, &format!("{tl}{across}{tr}"));
        self.text(row(area.bottom() - 1), Role::Border, &format!("{bl}{across}{br}"));
        let down = self.glyphs.down;
        for y in area.top() + 1..area.bottom() - 1 {
            self.text(row(y), Role::Border, down);
            let right = Rect {
                x: area.right() - 1,
                width: 1,
                ..row(y)
            };
            self.text(right, Role::Border, down);
        }
        Rect {
            x: area.x + 1,
            y: area.y + 1,
            width: area.width - 2,
            height: area.height - 2,
        }
    }
}

fn shorten(text: &str, room: usize, more: &str) -> String {
    let kept = room.saturating_sub(text::width(more));
    format!("{}{}", text::head(text, kept), text::head(more, room))
}

fn convert(style: Style) -> ratatui::style::Style {
    let mut out = ratatui::style::Style::new();
    out.fg = style.fg.map(colour);
    out.bg = style.bg.map(colour);
    for (on, modifier) in [
        (style.bold, Modifier::BOLD),
        (style.dim, Modifier::DIM),
        (style.italic, Modifier::ITALIC),
        (style.underline, Modifier::UNDERLINED),
        (style.reverse, Modifier::REVERSED),
    ] {
        if on {
            out = out.add_modifier(modifier);
        }
    }
    out
}

fn colour(colour: Colour) -> Color {
    match colour {
        Colour::Rgb(r, g, b) => Color::Rgb(r, g, b),
        Colour::Ansi(n) => match n {
            0 => Color::Black,
            1 => Color::Red,
            2 => Color::Green,
            3 => Color::Yellow,
            4 => Color::Blue,
            5 => Color::Magenta,
            6 => Color::Cyan,
            7 => Color::Gray,
            8 => Color::DarkGray,
            9 => Color::LightRed,
            10 => Color::LightGreen,
            11 => Color::LightYellow,
            12 => Color::LightBlue,
            13 => Color::LightMagenta,
            14 => Color::LightCyan,
            _ => Color::White,
        },
    }
}
