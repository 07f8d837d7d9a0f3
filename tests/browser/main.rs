//! What a browser makes of the pages: nothing overflows on a phone or a desk, light or dark, and a week is one sheet.
//!
//! A page runs no script, so it is looked at from outside: it stands in a frame of the width asked for, and a script of
//! the page around it measures. Needs a Chromium: `CHROMIUM`, or one on the path.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod chromium;
mod pages;
mod report;

use chromium::Chromium;
use jianfu::i18n::Lang;
use jianfu::summary::{Document, Part, html};
use std::fmt::Write;

/// Every page that is looked at, with its name.
fn all() -> Vec<(String, Document)> {
    let mut out = Vec::new();
    for lang in Lang::ALL {
        for (name, document) in [
            ("week", pages::week(lang)),
            ("trend", pages::trend(lang)),
            ("year", pages::year(lang)),
            ("report", report::report(lang)),
        ] {
            out.push((format!("{name}-{}", lang.tag()), document));
        }
    }
    out
}

/// The width of what is printed on A4, in CSS pixels: 210 mm less the margins. What is wider would be printed smaller.
const SHEET: u32 = 695;

/// Frames of all pages at all widths, and a script that writes of each what does not fit.
fn wrapper() -> String {
    let mut out = String::from(
        "<!DOCTYPE html><meta charset=\"utf-8\"><meta name=\"color-scheme\" content=\"light dark\">",
    );
    for (name, document) in all() {
        let page = html(&document).unwrap();
        let printed = page.replace("@media print", "@media all").replace("760px", "1px");
        for (width, page) in [(390, &page), (1280, &page), (SHEET, &printed)] {
            let page = page.replace('&', "&amp;").replace('"', "&quot;");
            let style = format!("width:{width}px;height:900px;border:0");
            let name = format!("{name}-{width}");
            write!(
                out,
                r#"<iframe name="{name}" style="{style}" srcdoc="{page}"></iframe>"#
            )
            .unwrap();
        }
    }
    out + MEASURE
}

/// Waits for the frames, then writes a line for each.
const MEASURE: &str = r#"<pre id="result"></pre><script>
addEventListener("load", () => {
  const lines = [];
  for (const frame of document.querySelectorAll("iframe")) {
    const page = frame.contentDocument, root = page.documentElement, bad = [];
    if (root.scrollWidth > root.clientWidth) bad.push("page " + root.scrollWidth + " > " + root.clientWidth);
    for (const svg of page.querySelectorAll("svg[role=img]")) {
      const box = svg.viewBox.baseVal;
      for (const text of svg.querySelectorAll("text")) {
        const b = text.getBBox();
        if (b.x < -0.5 || b.y < -0.5 || b.x + b.width > box.width + 0.5 || b.y + b.height > box.height + 0.5)
          bad.push("text " + text.textContent);
      }
    }
    const paper = page.defaultView.getComputedStyle(page.body).backgroundColor;
    lines.push([frame.name, paper, page.querySelectorAll("table").length > 2, bad.join("; ") || "fits"].join(" | "));
  }
  document.getElementById("result").textContent = lines.join("\n") + "\nmeasured";
});
</script>"#;

fn assert_fits(is_dark: bool) {
    let dom = Chromium::find().dom(&wrapper(), is_dark);
    let result = dom.split_once("<pre id=\"result\">").unwrap().1;
    let result = result.split_once("</pre>").unwrap().0;
    let lines: Vec<&str> = result.lines().collect();
    assert_eq!(lines.last(), Some(&"measured"), "{result}");
    assert_eq!(lines.len(), 12 * 3 + 1, "{result}");
    let paper = if is_dark {
        "rgb(21, 23, 26)"
    } else {
        "rgb(251, 250, 246)"
    };
    for line in &lines[..lines.len() - 1] {
        let printed = line.contains(&format!("-{SHEET} "));
        let paper = if printed { "rgb(255, 255, 255)" } else { paper };
        assert!(line.ends_with(&format!("| {paper} | true | fits")), "{result}");
    }
}

#[test]
#[ignore = "needs a Chromium: .ci/run runs it"]
fn nothing_overflows_on_a_phone_or_a_desk_in_light() {
    assert_fits(false);
}

#[test]
#[ignore = "needs a Chromium: .ci/run runs it"]
fn nothing_overflows_on_a_phone_or_a_desk_in_dark() {
    assert_fits(true);
}

#[test]
#[ignore = "needs a Chromium: .ci/run runs it"]
fn a_week_is_printed_on_one_sheet_of_a4_and_a_trend_on_few() {
    let chromium = Chromium::find();
    let mut flagged = pages::week(Lang::En);
    for part in flagged.sections.iter_mut().flat_map(|s| &mut s.parts) {
        match part {
            Part::Table(table) if table.rows.len() == 4 => table.rows.extend(table.rows.clone()),
            _ => {}
        }
    }
    let others = [("week-flagged".to_owned(), flagged)];
    for (name, document) in all().into_iter().chain(others) {
        let pdf = chromium.pdf(&html(&document).unwrap());
        let most = match name.split('-').next() {
            Some("week") => 1,
            Some("report") => 14,
            _ => 3,
        };
        let sheets = pdf.sheets();
        assert!(!sheets.is_empty() && sheets.len() <= most, "{name}: {sheets:?}");
        for (width, height) in sheets {
            assert!(
                (width - 595.0).abs() < 1.0 && (height - 842.0).abs() < 1.0,
                "{name}"
            );
        }
    }
}
