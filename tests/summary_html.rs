//! The page of a summary says what its document says, is well-formed, and asks for nothing from elsewhere.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "browser/pages.rs"]
mod pages;

use jianfu::i18n::Lang;
use jianfu::summary::{Cell, Document, Part, Row, Section, SectionId, Table, html};
use roxmltree::{Document as Xml, Node, ParsingOptions};
use std::collections::BTreeSet;

fn documents() -> Vec<Document> {
    let all = Lang::ALL
        .into_iter()
        .flat_map(|l| [pages::week(l), pages::trend(l), pages::year(l)]);
    all.collect()
}

/// The page as a tree; fails where it is not well-formed.
fn parse(page: &str) -> Xml<'_> {
    let options = ParsingOptions {
        allow_dtd: true,
        ..ParsingOptions::default()
    };
    Xml::parse_with_options(page, options).unwrap()
}

/// All words in an element.
fn words(node: Node<'_, '_>) -> String {
    let texts = node.descendants().filter(Node::is_text).filter_map(|n| n.text());
    texts.collect::<String>().trim().to_owned()
}

fn elements<'a, 'b>(node: Node<'a, 'b>, name: &'static str) -> impl Iterator<Item = Node<'a, 'b>> {
    node.descendants().filter(move |n| n.has_tag_name(name))
}

/// The number in a cell, as it stands in the page.
fn raw<'a>(cell: Node<'a, '_>) -> Option<&'a str> {
    elements(cell, "data")
        .next()
        .and_then(|data| data.attribute("value"))
}

fn assert_cell(node: Node<'_, '_>, cell: &Cell, document: &Document) {
    assert_eq!(words(node), document.shown(cell).trim(), "{cell:?}");
    let raw = raw(node);
    let number = || raw.unwrap().parse::<f64>().unwrap();
    match cell {
        Cell::Empty | Cell::Text(_) | Cell::Limit { .. } | Cell::Hidden => assert_eq!(raw, None),
        Cell::Tenths(tenths) => assert_eq!(raw.unwrap(), (f64::from(*tenths) / 10.0).to_string()),
        Cell::Percent(percent) => assert_eq!(raw.unwrap(), (f64::from(*percent) / 100.0).to_string()),
        Cell::WholeChange(percent) => assert_eq!(raw.unwrap(), (f64::from(*percent) / 100.0).to_string()),
        Cell::Minutes(minutes) => assert_eq!(raw.unwrap(), minutes.to_string()),
        Cell::Count(count) => assert_eq!(raw.unwrap(), count.to_string()),
        Cell::Clock(minutes) => assert_eq!(raw.unwrap(), minutes.to_string()),
        Cell::Date(date) => assert_eq!(raw.unwrap(), date.to_string()),
        Cell::MeanMinutes(value)
        | Cell::Number(value)
        | Cell::Share(value)
        | Cell::Part { share: value, .. }
        | Cell::Change(value) => assert_eq!(number().to_bits(), value.to_bits()),
    }
}

#[test]
fn every_table_says_what_the_document_says_in_all_languages() {
    for document in documents() {
        let page = html(&document).unwrap();
        let xml = parse(&page);
        let mut tables = elements(xml.root(), "table");
        let shown = document.sections.iter().filter(|s| !s.id.is_detail());
        for part in shown.flat_map(|s| &s.parts) {
            let Part::Table(table) = part else { continue };
            let node = tables.next().unwrap();
            assert!(!words(elements(node, "caption").next().unwrap()).is_empty());
            let mut rows = elements(node, "tr");
            let head: Vec<String> = elements(rows.next().unwrap(), "th").map(words).collect();
            assert_eq!(head, table.columns);
            for row in &table.rows {
                let node = rows.next().unwrap();
                let cells: Vec<_> = node.children().filter(Node::is_element).collect();
                assert_eq!(cells.len(), row.cells.len());
                assert_eq!(node.attribute("class") == Some("sum"), row.is_sum);
                assert_eq!(cells[0].attribute("scope"), Some("row"));
                for (node, cell) in cells.into_iter().zip(&row.cells) {
                    assert_cell(node, cell, &document);
                }
            }
            assert_eq!(rows.next(), None);
        }
        assert_eq!(tables.next(), None);
    }
}

#[test]
fn sentences_and_headings_stand_in_the_page_and_long_lists_do_not() {
    for document in documents() {
        let page = html(&document).unwrap();
        let xml = parse(&page);
        let html = xml.root_element();
        assert_eq!(html.attribute("lang"), Some(document.lang.tag()));
        let sections: Vec<_> = elements(html, "section").collect();
        let shown: Vec<_> = document.sections.iter().filter(|s| !s.id.is_detail()).collect();
        assert_eq!(sections.len(), shown.len());
        for (node, section) in sections.into_iter().zip(shown) {
            assert_eq!(words(elements(node, "h2").next().unwrap()), section.heading);
            let sentences: Vec<String> = elements(node, "p")
                .filter(|p| p.parent().unwrap().has_tag_name("div"))
                .map(words)
                .collect();
            let expected = section.parts.iter().filter_map(|part| match part {
                Part::Sentence(text) => Some(text.clone()),
                _ => None,
            });
            assert_eq!(sentences, expected.collect::<Vec<_>>());
        }
    }
}

#[test]
fn a_page_leads_with_the_non_teaching_share_and_the_target() {
    let document = pages::week(Lang::En);
    let page = html(&document).unwrap();
    let xml = parse(&page);
    let headline = elements(xml.root(), "dl").next().unwrap();
    let names: Vec<String> = elements(headline, "dt").map(words).collect();
    assert_eq!(names[0], "non-teaching · share");
    assert!(names.contains(&"target".to_owned()), "{names:?}");
    assert!(names.len() <= 7, "{names:?}");
}

#[test]
fn charts_have_a_title_and_words_and_ids_are_there_once() {
    for document in documents() {
        let page = html(&document).unwrap();
        let xml = parse(&page);
        let all = || xml.root().descendants();
        let ids: Vec<&str> = all().filter_map(|n| n.attribute("id")).collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{ids:?}");
        for node in all() {
            let labels = node.attribute("aria-labelledby").unwrap_or_default();
            assert!(
                labels.split_whitespace().all(|id| unique.contains(id)),
                "{labels}"
            );
            if let Some(fill) = node.attribute("fill") {
                let pattern = fill.strip_prefix("url(#").and_then(|f| f.strip_suffix(')'));
                assert!(unique.contains(pattern.unwrap()), "{fill}");
            }
        }
        let charts: Vec<_> = elements(xml.root(), "svg")
            .filter(|n| n.attribute("role") == Some("img"))
            .collect();
        assert!(!charts.is_empty());
        for chart in charts {
            for name in ["title", "desc"] {
                let node = chart.children().find(|n| n.has_tag_name(name)).unwrap();
                assert!(!words(node).is_empty());
            }
        }
    }
}

#[test]
fn a_page_asks_for_nothing_from_elsewhere_and_runs_nothing() {
    for document in documents() {
        let page = html(&document).unwrap();
        let lower = page.to_lowercase();
        for bad in [
            "http:",
            "https:",
            "//",
            "src=",
            "href=",
            "<script",
            "<link",
            "@import",
            "javascript:",
        ] {
            assert!(!lower.contains(bad), "{bad}");
        }
        assert_eq!(lower.matches("url(").count(), lower.matches("url(#").count());
        let xml = parse(&page);
        let policy = elements(xml.root(), "meta")
            .find(|m| m.attribute("http-equiv") == Some("Content-Security-Policy"))
            .unwrap();
        assert!(
            policy
                .attribute("content")
                .unwrap()
                .starts_with("default-src 'none';")
        );
        for node in xml.root().descendants() {
            assert!(node.attributes().all(|a| !a.name().starts_with("on")));
        }
    }
}

#[test]
fn what_a_teacher_writes_never_becomes_markup() {
    let evil = r#"</title><script>alert("1")</script>&amp; 'x' <img src=x onerror=y>"#;
    for mut document in [pages::week(Lang::ZhHans), pages::trend(Lang::En)] {
        document.title = evil.to_owned();
        document.lead = evil.to_owned();
        for category in jianfu::domain::Category::ALL {
            document.categories[category] = format!("{} {evil}", category.code());
        }
        for part in document.sections.iter_mut().flat_map(|s| &mut s.parts) {
            if let Part::Chart(jianfu::summary::Chart::Days(bars)) = part {
                bars[0].label = evil.to_owned();
            }
        }
        let table = Table {
            caption: String::new(),
            first_category: None,
            columns: vec![evil.to_owned()],
            rows: vec![Row {
                cells: vec![Cell::Text(evil.to_owned())],
                is_sum: false,
                depth: 0,
            }],
        };
        document.sections.push(Section {
            id: SectionId::Worth,
            heading: evil.to_owned(),
            parts: vec![Part::Table(table), Part::Sentence(evil.to_owned())],
        });
        document
            .sections
            .retain(|s| s.id != SectionId::Worth || s.heading == evil);
        let page = html(&document).unwrap();
        assert!(!page.contains("<script") && !page.contains("<img"));
        let xml = parse(&page);
        for name in ["title", "h1", "h2", "p", "caption", "th", "li"] {
            let mut texts = elements(xml.root(), name).map(words);
            assert!(texts.any(|text| text.contains(evil)), "{name}");
        }
        assert_eq!(words(elements(xml.root(), "title").next().unwrap()), evil);
        assert_eq!(words(elements(xml.root(), "h1").next().unwrap()), evil);
    }
}

/// Relative luminance, as WCAG 2 defines it.
fn luminance(colour: &str) -> f64 {
    let part = |i: usize| {
        let value = f64::from(u8::from_str_radix(&colour[i..i + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn colours_have_the_contrast_that_wcag_aa_asks_for_in_light_and_dark() {
    let page = html(&pages::week(Lang::En)).unwrap();
    let schemes: Vec<&str> = page.split("--paper: ").skip(1).collect();
    assert_eq!(schemes.len(), 3, "light, dark, print");
    for scheme in &schemes[..2] {
        let scheme = format!("--paper: {}", scheme.split('}').next().unwrap());
        let colour = |name: &str| {
            let (_, after) = scheme.split_once(&format!("--{name}: ")).unwrap();
            after[..7].to_owned()
        };
        let paper = colour("paper");
        for name in ["ink", "soft", "accent"] {
            let contrast = contrast(&colour(name), &paper);
            assert!(contrast >= 4.5, "{name} {contrast:.2}");
        }
        for name in ["c0", "c1", "c2", "c3", "c4"] {
            let contrast = contrast(&colour(name), &paper);
            assert!(contrast >= 3.0, "{name} {contrast:.2}");
        }
        let levels = ["l1", "l2", "l3", "l4", "l5"].map(|name| contrast(&colour(name), &paper));
        assert!(levels.windows(2).all(|two| two[0] * 1.2 < two[1]), "{levels:?}");
    }
}

/// Expected minutes of a week are not the baseline, which is a rate per school day.
#[test]
fn expected_minutes_and_the_baseline_have_names_of_their_own() {
    for (lang, expected, baseline) in [
        (Lang::En, "expected", "baseline"),
        (Lang::ZhHans, "预期", "基线"),
        (Lang::ZhHant, "預期", "基線"),
    ] {
        let heads = |document: &Document| -> Vec<(SectionId, Vec<String>)> {
            let parts = document
                .sections
                .iter()
                .flat_map(|s| s.parts.iter().map(|p| (s.id, p)));
            let tables = parts.filter_map(|(id, part)| match part {
                Part::Table(table) => Some((id, table.columns.clone())),
                _ => None,
            });
            tables.collect()
        };
        let has = |columns: &[String], name: &str| columns.iter().any(|c| c == name);
        let week = heads(&pages::week(lang));
        assert!(
            has(&week[0].1, expected) && week.iter().all(|(_, c)| !has(c, baseline)),
            "{week:?}"
        );
        let trend = heads(&pages::trend(lang));
        assert!(
            has(&trend[0].1, baseline) && !has(&trend[0].1, expected),
            "{trend:?}"
        );
        assert!(trend[1..].iter().all(|(_, c)| !has(c, baseline)), "{trend:?}");
        for id in [SectionId::Weeks, SectionId::Changes] {
            assert!(trend.iter().any(|(i, c)| *i == id && has(c, expected)), "{id:?}");
        }
    }
}
