//! A summary as Markdown, to be pasted anywhere: pipe tables, numbers on the right, no list longer than a page.

use super::{Document, Part, Table};
use std::fmt::Write;

/// The characters that mean something in a line of Markdown, to one reader of it or another.
const SPECIAL: &str = r"\`*_[]<>|~$&";

/// A summary as Markdown. Lists of every block and activity are left out, and charts: what they show stands in a table.
#[must_use]
pub fn markdown(document: &Document) -> String {
    let mut out = format!("# {}\n\n{}\n", escaped(&document.title), escaped(&document.lead));
    for section in document.sections.iter().filter(|s| !s.id.is_detail()) {
        let mut body = String::new();
        let mut in_list = false;
        for part in &section.parts {
            match part {
                Part::Sentence(text) => {
                    let before = if in_list { "" } else { "\n" };
                    let _ = writeln!(body, "{before}- {}", escaped(text)); // writing to a String does not fail
                }
                Part::Table(table) => {
                    if !table.caption.is_empty() {
                        let _ = writeln!(body, "\n### {}", escaped(&table.caption));
                    }
                    let _ = write!(body, "\n{}", pipe_table(document, table));
                }
                Part::Chart(_) => continue,
            }
            in_list = matches!(part, Part::Sentence(_));
        }
        if !body.is_empty() {
            let _ = write!(out, "\n## {}\n{body}", escaped(&section.heading));
        }
    }
    out
}

fn pipe_table(document: &Document, table: &Table) -> String {
    let head = table.columns.iter().map(|name| escaped(name));
    let sides = (0..table.columns.len()).map(|at| if table.is_number(at) { "---:" } else { "---" });
    let mut out = line(head) + &line(sides.map(str::to_owned));
    for row in &table.rows {
        let indents = std::iter::once(row.indent()).chain(std::iter::repeat(String::new()));
        let cells = row.cells.iter().zip(indents);
        out += &line(cells.map(|(cell, indent)| indent + &escaped(&document.shown(cell))));
    }
    out
}

/// A line of a table.
fn line(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = cells.collect();
    format!("| {} |\n", cells.join(" | "))
}

/// A text that means nothing but itself, on one line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if SPECIAL.contains(c) {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::{Cell, Section, SectionId};
    use proptest::prelude::*;

    fn section(id: SectionId, parts: Vec<Part>) -> Section {
        let heading = id.code().to_owned();
        Section { id, heading, parts }
    }

    #[test]
    fn numbers_stand_on_the_right_and_details_are_left_out() {
        let mut table = Table::new(["what".to_owned(), "time".to_owned()]);
        table.row([
            Cell::Text("a|b *c* <d>\n_e_ `f` \\ [g](h) &lt;".into()),
            Cell::Empty,
        ]);
        table.sum([Cell::Text("all".into()), Cell::Minutes(-65)]);
        let part = || Part::Table(table.clone());
        let said = |text: &str| Part::Sentence(text.to_owned());
        let document = Document::of_sections(vec![
            section(SectionId::Summary, vec![part()]),
            section(SectionId::Blocks, vec![part()]),
            section(SectionId::Notes, vec![said("One."), said("Two: 5 * 3.")]),
        ]);
        let expected = r"# title

lead

## summary

| what | time |
| --- | ---: |
| a\|b \*c\* \<d\> \_e\_ \`f\` \\ \[g\](h) \&lt; |  |
| all | −1:05 |

## notes

- One.
- Two: 5 \* 3.
";
        assert_eq!(markdown(&document), expected);
    }

    #[test]
    fn captions_stand_over_tables_and_what_is_within_a_row_is_set_in() {
        let mut table = Table::new(["place".to_owned()]).with_caption("how *many*".to_owned());
        table.row([Cell::Text("East".into())]);
        table.row_within([Cell::Text("East 1".into())], 1);
        let document = Document::of_sections(vec![section(SectionId::Group(0), vec![Part::Table(table)])]);
        let text = markdown(&document);
        let expected =
            "## group\n\n### how \\*many\\*\n\n| place |\n| --- |\n| East |\n| \u{a0}\u{a0}East 1 |\n";
        assert!(text.ends_with(expected), "{text}");
    }

    proptest! {
        #[test]
        fn no_text_breaks_a_table(text in "[|\\\\`*_<>a\\n]{0,12}|\\PC{0,12}") {
            let mut table = Table::new(["what".to_owned(), "value".to_owned()]);
            table.row([Cell::Text(text.clone()), Cell::Count(7)]);
            let lines = pipe_table(&Document::of_sections(Vec::new()), &table);
            prop_assert_eq!(lines.lines().count(), 3);
            let (mut cells, mut is_escaped) = (0, false);
            for c in lines.lines().last().unwrap().chars() {
                cells += u32::from(c == '|' && !is_escaped);
                is_escaped = c == '\\' && !is_escaped;
            }
            prop_assert_eq!(cells, 3);
        }
    }
}
