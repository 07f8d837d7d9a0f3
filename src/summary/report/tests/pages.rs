//! The page of a report: well-formed, with every line of every table, and no number of its own.

use super::*;
use crate::summary::{Part, Table};
use roxmltree::{Document as Xml, Node, ParsingOptions};
use std::collections::BTreeSet;

const HTML: ReportFormat = ReportFormat::File(FileFormat::Html);

fn parse(page: &str) -> Xml<'_> {
    let options = ParsingOptions {
        allow_dtd: true,
        ..ParsingOptions::default()
    };
    Xml::parse_with_options(page, options).unwrap()
}

fn words(node: Node<'_, '_>) -> String {
    let texts = node.descendants().filter(Node::is_text).filter_map(|n| n.text());
    texts.collect::<String>().trim().to_owned()
}

/// The words of every row that has values, in no order.
fn rows_of_page(xml: &Xml<'_>) -> Vec<String> {
    let rows = xml.descendants().filter(|n| n.has_tag_name("tr"));
    let rows = rows.filter(|row| row.parent().is_some_and(|p| p.has_tag_name("tbody")));
    let cells = |row: Node<'_, '_>| {
        let cells = row.children().filter(Node::is_element).map(words);
        cells.collect::<Vec<_>>().join("|")
    };
    let mut out: Vec<String> = rows.map(cells).collect();
    out.sort();
    out
}

fn rows_of_document(report: &Report, lang: Lang) -> Vec<String> {
    let document = report_document(report, &I18n::new(lang));
    let parts = document.sections.iter().filter(|s| !s.id.is_detail());
    let parts = parts.flat_map(|section| &section.parts);
    let tables = parts.filter_map(|part| match part {
        Part::Table(table) => Some(table),
        _ => None,
    });
    let cells = |row: &crate::summary::Row| {
        let cells = row.cells.iter().map(|c| document.shown(c).trim().to_owned());
        cells.collect::<Vec<_>>().join("|")
    };
    let rows = |table: &Table| table.rows.iter().map(cells).collect::<Vec<_>>();
    let mut out: Vec<String> = tables.flat_map(rows).collect();
    out.sort();
    out
}

#[test]
fn every_line_of_every_table_stands_in_the_page_once() {
    for (name, report) in reports::all() {
        for lang in Lang::ALL {
            let page = text(report, HTML, lang);
            let xml = parse(&page);
            assert_eq!(rows_of_page(&xml), rows_of_document(report, lang), "{name}");
            let ids = xml.descendants().filter_map(|n| n.attribute("id"));
            let mut seen = BTreeSet::new();
            assert!(
                ids.into_iter().all(|id| seen.insert(id.to_owned())),
                "{name}: an id twice"
            );
            assert_eq!(xml.root_element().attribute("lang"), Some(lang.tag()));
            for word in ["http:", "https:", "<script", "src="] {
                let page = page.replace("http://www.w3.org/2000/svg", "");
                assert!(!page.contains(word), "{name}: {word}");
            }
        }
    }
}

#[test]
fn what_is_within_an_answer_opens_when_asked() {
    let page = text(reports::district(), HTML, Lang::En);
    let xml = parse(&page);
    let summaries = xml.descendants().filter(|n| n.has_tag_name("summary")).map(words);
    assert_eq!(summaries.collect::<Vec<_>>(), ["East", "West"]);
}

#[test]
fn every_chart_has_a_title_and_its_numbers_in_words() {
    let page = text(reports::district(), HTML, Lang::ZhHans);
    let xml = parse(&page);
    let drawings: Vec<_> = xml
        .descendants()
        .filter(|n| n.has_tag_name("svg") || n.tag_name().name() == "svg")
        .filter(|n| n.attribute("role") == Some("img"))
        .collect();
    // One of everybody, two of the weeks, and three of each of four groups.
    assert_eq!(drawings.len(), 1 + 2 + 3 * 4);
    for svg in drawings {
        let child = |name: &str| svg.children().find(|n| n.tag_name().name() == name).map(words);
        assert!(!child("title").unwrap().is_empty() && child("desc").unwrap().contains(':'));
    }
}
