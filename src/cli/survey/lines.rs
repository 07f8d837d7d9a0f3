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

/// A text on lines that fit, the first behind `first`, the others as far in. A quoted command stays on one line.
pub(super) fn paragraph(first: &str, text: &str) -> String {
    let indent = first.width();
    let mut out = String::new();
    for (n, line) in wrapped(text, SCREEN - indent).iter().enumerate() {
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

/// A text on lines of so many cells. A quoted command is not broken, so that it can be copied: where it is longer than a
/// line, so is its line.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let Some(stand_in) = ('\u{e000}'..='\u{f8ff}').find(|c| !text.contains(*c)) else {
        return broken(text, width);
    };
    let (mut hidden, mut commands, mut rest) = (String::new(), Vec::new(), text);
    while let Some((before, command, after)) = quoted_command(rest) {
        hidden += before;
        hidden.extend(std::iter::repeat_n(stand_in, command.width()));
        commands.push(command);
        rest = after;
    }
    hidden += rest;
    let mut commands = commands.into_iter();
    let mut shown = |line: String| {
        let (mut out, mut before) = (String::new(), None);
        for c in line.chars() {
            if c != stand_in {
                out.push(c);
            } else if before != Some(stand_in) {
                out += commands.next().unwrap_or_default();
            }
            before = Some(c);
        }
        out
    };
    broken(&hidden, width).into_iter().map(&mut shown).collect()
}

/// The first command that a text quotes, between what is before and after it.
fn quoted_command(text: &str) -> Option<(&str, &str, &str)> {
    let between = |(open, close): (char, char)| {
        let start = text.find(&format!("{open}jianfu "))? + open.len_utf8();
        Some((start, start + text[start..].find(close)?))
    };
    let quotes = [('"', '"'), ('“', '”'), ('「', '」')].into_iter();
    let (start, end) = quotes.filter_map(between).min()?;
    Some((&text[..start], &text[start..end], &text[end..]))
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

    #[test]
    fn a_quoted_command_stays_on_one_line() {
        let command = "jianfu survey withdraw 2026-W46 2026-W45 --to 文件夹";
        for (open, close) in [('"', '"'), ('“', '”'), ('「', '」')] {
            for before in 0..60 {
                let text = format!(
                    "{}{open}{command}{close} and then {open}jianfu undo{close}",
                    "in ".repeat(before)
                );
                let lines = paragraph("", &text);
                assert!(
                    lines.contains(command) && lines.contains("jianfu undo"),
                    "{lines}"
                );
                assert!(lines.lines().all(|l| l.width() <= SCREEN), "{lines}");
                assert_eq!(lines.replace('\n', " ").trim_end(), text);
            }
        }
    }
}
