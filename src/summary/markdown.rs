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
            let is_sentence = matches!(part, Part::Sentence(_));
            if !(is_sentence && in_list) && !matches!(part, Part::Chart(_)) {
                body.push('\n');
            }
            match part {
                Part::Sentence(text) => _ = writeln!(body, "- {}", escaped(text)), // writing to a String does not fail
                Part::Table(table) => body += &pipe_table(document, table),
                Part::Chart(_) => {}
            }
            in_list = is_sentence;
        }
        if !body.is_empty() {
            let _ = write!(out, "\n## {}\n{body}", escaped(&section.heading));
        }
    }
    out
}

fn pipe_table(document: &Document, table: &Table) -> String {
    let head: String = table
        .columns
        .iter()
        .map(|name| format!(" {} |", escaped(name)))
        .collect();
    let line: String = (0..table.columns.len())
        .map(|at| if table.is_number(at) { " ---: |" } else { " --- |" })
        .collect();
    let mut out = format!("|{head}\n|{line}\n");
    for row in &table.rows {
        let cells: String = row
            .cells
            .iter()
            .map(|cell| format!(" {} |", escaped(&document.shown(cell))))
            .collect();
        let _ = writeln!(out, "|{cells}");
    }
    out
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
}
