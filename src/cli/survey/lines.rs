//! Labels in a column and what they say beside them, no wider than a usual terminal.

use crate::cli::context::Context;
use crate::summary::broken;
use unicode_width::UnicodeWidthStr;

/// The cells of a usual terminal.
const SCREEN: usize = 80;
/// The widest column of labels; a wider label stands on a line of its own.
const WIDEST: usize = 58;
/// The cells between the columns.
const GAP: usize = 2;

/// Lines of a label and a value each; what does not fit goes on below the value. `indent` cells stand before all of them.
pub(super) fn labelled<L: AsRef<str>, V: AsRef<str>>(lines: &[(L, V)], indent: usize) -> String {
    let widths = lines.iter().map(|(label, _)| label.as_ref().width());
    let column = widths.filter(|w| *w <= WIDEST).max().unwrap_or(0);
    let before = indent + column + GAP;
    let mut out = String::new();
    for (label, value) in lines {
        let label = label.as_ref();
        out += &" ".repeat(indent);
        out += label;
        let mut at = indent + label.width();
        for (n, part) in broken(value.as_ref(), SCREEN - before).iter().enumerate() {
            if n > 0 || at + GAP > before {
                out.push('\n');
                at = 0;
            }
            if !part.is_empty() {
                out += &" ".repeat(before - at);
                out += part;
            }
        }
        out.push('\n');
    }
    out
}

/// A text on lines that fit, the first behind `first`, the others as far in.
pub(super) fn paragraph(first: &str, text: &str) -> String {
    let indent = first.width();
    let mut out = String::new();
    for (n, line) in broken(text, SCREEN - indent).iter().enumerate() {
        out += &if n == 0 {
            first.to_owned()
        } else {
            " ".repeat(indent)
        };
        out += line;
        out.push('\n');
    }
    out
}

/// Says something that takes more than a line.
pub(super) fn talk(cx: &mut Context<'_>, text: &str) {
    let lines = paragraph("", text);
    cx.say(lines.trim_end());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_below_each_other_and_fit() {
        let long = "word ".repeat(30);
        let wide = "字".repeat(60);
        let text = labelled(&[("a", long.as_str()), ("标签", wide.as_str()), ("b", "")], 3);
        assert!(
            text.lines().all(|l| l.width() <= SCREEN && l.trim_end() == l),
            "{text}"
        );
        assert!(text.starts_with("   a     word word"), "{text}");
        assert!(text.contains("   标签  字字"), "{text}");
        assert!(text.ends_with("\n   b\n"), "{text:?}");
        let label = "l".repeat(WIDEST + 1);
        assert_eq!(
            labelled(&[(label.as_str(), "x"), ("b", "y")], 0),
            format!("{label}\n   x\nb  y\n")
        );
        assert_eq!(paragraph("! ", "one").as_str(), "! one\n");
    }
}
