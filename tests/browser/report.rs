//! The page of a report on a survey.

use jianfu::i18n::{I18n, Lang};
use jianfu::summary::{Document, report_document};
use jianfu::survey::collector::report::Report;
use jianfu::survey::collector::{Cells, Dataset, Simulation};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A report of a survey of twelve weeks, with regions within regions and two groups at once.
pub(crate) fn report(lang: Lang) -> Document {
    static REPORT: LazyLock<Report> = LazyLock::new(|| {
        let weeks = "2026-W37".parse().unwrap()..="2026-W48".parse().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let simulation = Simulation::new(7, 400, weeks, false).unwrap();
        simulation.write_dataset(folder.path()).unwrap();
        let cells = Cells::of_dataset(&Dataset::open(folder.path()).unwrap(), None).unwrap();
        let mut report = Report::of(&cells, &BTreeMap::new(), Some([0, 1])).unwrap();
        report.made_on = "2026-12-01".parse().ok();
        report
    });
    report_document(&REPORT, &I18n::new(lang))
}
