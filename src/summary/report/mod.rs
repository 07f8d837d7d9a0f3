//! The report on a survey as a document: what every format shows, and nothing that the report itself does not say.

mod activities;
mod charts;
mod codebook;
mod columns;
mod cross;
mod csv;
mod everybody;
mod file;
mod findings;
mod groups;
mod issues;
mod lines;
mod notes;
#[cfg(test)]
mod tests;
mod words;

pub use codebook::codebook_csv;
pub use csv::report_csv;
pub use file::{ReportFormat, render_report, report_text};

use super::Document;
use crate::domain::{PerCategory, Taxonomy};
use crate::i18n::I18n;
use crate::survey::collector::report::Report;
use crate::tr;

/// What a document is made of.
#[derive(Clone, Copy)]
struct Maker<'a> {
    report: &'a Report,
    taxonomy: &'a Taxonomy,
    i18n: &'a I18n,
}

/// A report as a document, in a language.
#[must_use]
pub fn report_document(report: &Report, i18n: &I18n) -> Document {
    let taxonomy = Taxonomy::built_in();
    let maker = Maker {
        report,
        taxonomy: &taxonomy,
        i18n,
    };
    let mut sections = vec![maker.everybody(), maker.issues()];
    for place in 0..report.frame.groups.len() {
        sections.extend([
            maker.group(place),
            maker.group_means(place),
            maker.group_weeks(place),
        ]);
    }
    sections.extend([
        maker.doings(),
        maker.activities(),
        maker.cross(),
        maker.cross_weeks(),
        maker.notes(),
    ]);
    Document {
        title: maker.title(),
        lead: maker.lead(),
        lang: i18n.lang(),
        categories: PerCategory::from_fn(|c| taxonomy.category_name(c, i18n.lang()).to_owned()),
        hours_unit: tr!(i18n, "doc-h"),
        minutes_unit: tr!(i18n, "doc-min"),
        sections: sections.into_iter().flatten().collect(),
    }
}
