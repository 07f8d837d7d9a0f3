//! Elements of a drawing, written as they come; every text is escaped, every coordinate has one decimal.

use std::fmt::{self, Display, Write};
use unicode_width::UnicodeWidthStr;

/// The size of all text, in the units of the drawing.
pub(super) const TEXT: f64 = 11.0;

/// A drawing that is being written.
pub(super) struct Canvas(String);

/// Where a text is fixed.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// A rectangle: left, top, width, height.
#[derive(Clone, Copy)]
pub(super) struct Area(pub(super) f64, pub(super) f64, pub(super) f64, pub(super) f64);

/// What a drawing is called, what it says in words, and the `id` that its own ids begin with.
#[derive(Clone, Copy)]
pub(super) struct Name<'a> {
    pub(super) id: &'a str,
    pub(super) title: &'a str,
    pub(super) words: &'a str,
}

impl Canvas {
    /// Begins a drawing of this size.
    pub(super) fn new(name: Name<'_>, width: f64, height: f64) -> Self {
        let Name { id, title, words } = name;
        let mut out = Self(String::with_capacity(16 * 1024));
        out.put(format_args!(
            r#"<svg viewBox="0 0 {width:.1} {height:.1}" role="img" aria-labelledby="{id}-title {id}-words">"#
        ));
        out.put(format_args!(
            r#"<title id="{id}-title">{}</title><desc id="{id}-words">{}</desc>"#,
            Escaped(title),
            Escaped(words)
        ));
        out
    }

    /// Writes markup; texts in it have to be [`Escaped`].
    pub(super) fn put(&mut self, markup: fmt::Arguments<'_>) {
        // A `String` takes everything.
        let _ = self.0.write_fmt(markup);
    }

    /// A rectangle in the style of a class, or filled with a pattern; `tip` is what it says when pointed at.
    pub(super) fn area(&mut self, class: &str, area: Area, fill: Option<&str>, tip: &str) {
        let Area(x, y, width, height) = area;
        self.put(format_args!(
            r#"<rect class="{class}" x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}""#
        ));
        if let Some(pattern) = fill {
            self.put(format_args!(r#" fill="url(#{pattern})""#));
        }
        if tip.is_empty() {
            self.put(format_args!("/>"));
        } else {
            self.put(format_args!("><title>{}</title></rect>", Escaped(tip)));
        }
    }

    /// A path in the style of a class.
    pub(super) fn path(&mut self, class: &str, path: &str) {
        self.put(format_args!(r#"<path class="{class}" d="{path}"/>"#));
    }

    /// A line from left to right.
    pub(super) fn level(&mut self, class: &str, left: f64, right: f64, y: f64) {
        self.path(class, &format!("M{left:.1} {y:.1}H{right:.1}"));
    }

    /// A text whose base line is at `y`.
    pub(super) fn text(&mut self, class: &str, x: f64, y: f64, anchor: Anchor, text: &str) {
        self.put(format_args!(
            r#"<text class="{class}" x="{x:.1}" y="{y:.1}" text-anchor="{}">{}</text>"#,
            anchor.name(),
            Escaped(text)
        ));
    }

    /// The finished drawing.
    pub(super) fn finish(mut self) -> String {
        self.0.push_str("</svg>");
        self.0
    }
}

/// Room that a text takes at most, or a little more: a wide character is as wide as it is high.
pub(super) fn text_width(text: &str) -> f64 {
    count(text.width()) * 0.58 * TEXT
}

/// As much of a text as there is room for.
pub(super) fn cut(text: &str, room: f64) -> String {
    if text_width(text) <= room {
        return text.to_owned();
    }
    let mut out = String::new();
    for c in text.chars() {
        out.push(c);
        if text_width(&out) + TEXT > room {
            out.pop();
            break;
        }
    }
    out + "…"
}

/// A small number of things as a coordinate.
pub(super) fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::MAX, f64::from)
}

/// A text in markup.
pub(super) struct Escaped<T>(pub(super) T);

impl<T: AsRef<str>> Display for Escaped<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.as_ref().chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_never_becomes_markup() {
        assert_eq!(
            Escaped("<a href=\"x\">&'").to_string(),
            "&lt;a href=&quot;x&quot;&gt;&amp;&#39;"
        );
    }

    #[test]
    fn a_wide_character_takes_the_room_of_two() {
        assert!((text_width("周一") - text_width("Mon.")).abs() < 1e-9);
        assert!(text_width("周") >= TEXT);
    }
}
