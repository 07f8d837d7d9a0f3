//! Colours and styles, in no library's terms.

/// A colour of a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Colour {
    /// One of the 16 that the terminal's own scheme defines, 0 to 15.
    Ansi(u8),
    /// An exact colour.
    Rgb(u8, u8, u8),
}

/// The names of the 16, in their order.
const NAMES: [&str; 16] = [
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "white",
    "bright-black",
    "bright-red",
    "bright-green",
    "bright-yellow",
    "bright-blue",
    "bright-magenta",
    "bright-cyan",
    "bright-white",
];

impl Colour {
    /// Reads `red`, `bright-blue` or `#1e90ff`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(n) = NAMES.iter().position(|name| *name == text) {
            return u8::try_from(n).ok().map(Self::Ansi);
        }
        let hex = text.strip_prefix('#')?;
        if hex.len() != 6 || !hex.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        let [_, r, g, b] = u32::from_str_radix(hex, 16).ok()?.to_be_bytes();
        Some(Self::Rgb(r, g, b))
    }
}

/// How a piece of text looks; what is not set is the terminal's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own, as in the theme file"
)]
pub struct Style {
    /// The colour of the letters.
    pub fg: Option<Colour>,
    /// The colour behind them.
    pub bg: Option<Colour>,
    /// Bold.
    pub bold: bool,
    /// Fainter than usual.
    pub dim: bool,
    /// Italic.
    pub italic: bool,
    /// Underlined.
    pub underline: bool,
    /// Letters and ground change places.
    pub reverse: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours() {
        assert_eq!(Colour::parse("red"), Some(Colour::Ansi(1)));
        assert_eq!(Colour::parse("bright-white"), Some(Colour::Ansi(15)));
        assert_eq!(Colour::parse("#1e90FF"), Some(Colour::Rgb(0x1e, 0x90, 0xff)));
        for bad in ["", "Red", "#12345", "#+12345", "1e90ff", "#红红"] {
            assert_eq!(Colour::parse(bad), None, "{bad}");
        }
    }
}
