//! A key as it is pressed, and its text form: `q`, `ctrl-r`, `f5`, `shift-left`.

use crate::i18n::half_width;
use std::fmt;
use std::str::FromStr;

/// Which key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KeyCode {
    /// A key that types a character.
    Char(char),
    /// A function key, F1 to F12.
    F(u8),
    /// Return.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
}

/// The keys that have a name instead of a character.
const NAMED: [(KeyCode, &str); 15] = [
    (KeyCode::Enter, "enter"),
    (KeyCode::Esc, "esc"),
    (KeyCode::Tab, "tab"),
    (KeyCode::Backspace, "backspace"),
    (KeyCode::Delete, "delete"),
    (KeyCode::Insert, "insert"),
    (KeyCode::Left, "left"),
    (KeyCode::Right, "right"),
    (KeyCode::Up, "up"),
    (KeyCode::Down, "down"),
    (KeyCode::Home, "home"),
    (KeyCode::End, "end"),
    (KeyCode::PageUp, "pageup"),
    (KeyCode::PageDown, "pagedown"),
    (KeyCode::Char(' '), "space"),
];

/// A key with the modifiers held. A character carries its own shift: `Q` is a key of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// Which key.
    pub code: KeyCode,
    /// Control held.
    pub ctrl: bool,
    /// Alt held.
    pub alt: bool,
    /// Shift held; never set on a character.
    pub shift: bool,
}

impl Key {
    /// A key without modifiers.
    #[must_use]
    pub const fn plain(code: KeyCode) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }

    /// The key that types a character.
    #[must_use]
    pub const fn char(c: char) -> Self {
        Self::plain(KeyCode::Char(c))
    }

    /// A character with Control.
    #[must_use]
    pub const fn ctrl(c: char) -> Self {
        Self {
            ctrl: true,
            ..Self::char(c)
        }
    }

    /// The character it types into a text field; none for a command.
    #[must_use]
    pub const fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// Whether it reaches the program also while an input method is on: such a method takes the bare letters and
    /// punctuation, and leaves arrows, Enter, Esc, Tab, function keys and Control with a letter.
    #[must_use]
    pub const fn passes_input_method(self) -> bool {
        match self.code {
            KeyCode::Char(c) => self.ctrl || c.is_ascii_digit(),
            _ => true,
        }
    }

    /// The same key with a full-width character made its ASCII form, as an input method in Chinese mode types it.
    #[must_use]
    pub fn half_width(self) -> Self {
        let code = match self.code {
            KeyCode::Char('【') => KeyCode::Char('['),
            KeyCode::Char('】') => KeyCode::Char(']'),
            KeyCode::Char('《') => KeyCode::Char('<'),
            KeyCode::Char('》') => KeyCode::Char('>'),
            KeyCode::Char('、') => KeyCode::Char('/'),
            KeyCode::Char(c) => KeyCode::Char(half_width(c)),
            other => other,
        };
        Self { code, ..self }
    }

    /// As a footer shows it: `Enter`, `Ctrl-R`, `F5`, `q`.
    #[must_use]
    pub fn label(self) -> String {
        let text = self.to_string();
        if self.typed().is_some_and(|c| c != ' ') {
            return text;
        }
        let capital = |part: &str| {
            let mut chars = part.chars();
            chars
                .next()
                .map(|c| c.to_uppercase().chain(chars).collect::<String>())
                .unwrap_or_default()
        };
        match self.code {
            KeyCode::PageUp => text.replace("pageup", "PgUp"),
            KeyCode::PageDown => text.replace("pagedown", "PgDn"),
            KeyCode::Delete => text.replace("delete", "Del"),
            KeyCode::Char('-') => text,
            _ => text.split('-').map(capital).collect::<Vec<_>>().join("-"),
        }
    }
}

impl fmt::Display for Key {
    /// As the keymap file writes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.ctrl, "ctrl-"), (self.alt, "alt-"), (self.shift, "shift-")] {
            if held {
                f.write_str(name)?;
            }
        }
        match NAMED.iter().find(|(code, _)| *code == self.code) {
            Some((_, name)) => f.write_str(name),
            None => match self.code {
                KeyCode::F(n) => write!(f, "f{n}"),
                KeyCode::Char(c) => write!(f, "{c}"),
                _ => Ok(()), // every other code has a name
            },
        }
    }
}

/// Not a key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a key: write it like q, enter, f5, ctrl-r or shift-left")]
pub struct BadKey(pub String);

impl FromStr for Key {
    type Err = BadKey;
    fn from_str(text: &str) -> Result<Self, BadKey> {
        let bad = || BadKey(text.to_owned());
        let mut key = Self::char(' ');
        let mut rest = text;
        loop {
            // A lone `-` is the key itself, so a prefix needs something after it.
            let (held, name) = match rest.split_once('-') {
                Some(("ctrl", name)) if !name.is_empty() => (&mut key.ctrl, name),
                Some(("alt", name)) if !name.is_empty() => (&mut key.alt, name),
                Some(("shift", name)) if !name.is_empty() => (&mut key.shift, name),
                _ => break,
            };
            if std::mem::replace(held, true) {
                return Err(bad());
            }
            rest = name;
        }
        key.code = code(rest).ok_or_else(bad)?;
        let letter = matches!(key.code, KeyCode::Char(_));
        let capital_with_ctrl = matches!(key.code, KeyCode::Char(c) if key.ctrl && c.is_ascii_uppercase());
        if (letter && key.shift) || capital_with_ctrl {
            return Err(bad());
        }
        Ok(key)
    }
}

fn code(name: &str) -> Option<KeyCode> {
    if let Some((code, _)) = NAMED.iter().find(|(_, n)| *n == name) {
        return Some(*code);
    }
    let number = name.strip_prefix('f').and_then(|n| n.parse::<u8>().ok());
    if let Some(n @ 1..=12) = number {
        return (format!("f{n}") == name).then_some(KeyCode::F(n));
    }
    let mut chars = name.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) if !c.is_control() && c != ' ' => Some(KeyCode::Char(c)),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
