mod numbers;
mod pages;
mod samples;
mod words;

use super::*;
use crate::i18n::Lang;
use crate::summary::{FileFormat, TextEncoding};
use crate::survey::collector::report::samples as reports;

fn file(report: &Report, format: ReportFormat, lang: Lang) -> Vec<u8> {
    render_report(report, format, TextEncoding::Utf8, &I18n::new(lang)).unwrap()
}

fn text(report: &Report, format: ReportFormat, lang: Lang) -> String {
    String::from_utf8(file(report, format, lang)).unwrap()
}
