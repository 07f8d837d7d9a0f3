//! A row of the CSV before it is written.

use crate::summary::report::Maker;
use crate::survey::Group;
use crate::survey::collector::report::{Figures, ReportWeek};

/// One row of the CSV.
#[derive(Clone)]
pub(in crate::summary::report) struct Entry<'a> {
    pub(in crate::summary::report) maker: Maker<'a>,
    pub(in crate::summary::report) week: Option<&'a ReportWeek>,
    pub(in crate::summary::report) row: &'static str,
    pub(in crate::summary::report) group: Option<&'a Group>,
    pub(in crate::summary::report) answer: Option<u16>,
    pub(in crate::summary::report) answer_name: String,
    pub(in crate::summary::report) above: Vec<u16>,
    pub(in crate::summary::report) group_2: Option<&'a Group>,
    pub(in crate::summary::report) answer_2: Option<u16>,
    pub(in crate::summary::report) answer_2_name: String,
    pub(in crate::summary::report) staff: Option<u32>,
    pub(in crate::summary::report) figures: Option<&'a Figures>,
}

impl<'a> Entry<'a> {
    /// A row of a kind, of a week or of all; what it is of is left open.
    pub(in crate::summary::report) fn new(
        maker: Maker<'a>,
        week: Option<&'a ReportWeek>,
        row: &'static str,
    ) -> Self {
        Self {
            maker,
            week,
            row,
            group: None,
            answer: None,
            answer_name: String::new(),
            above: Vec::new(),
            group_2: None,
            answer_2: None,
            answer_2_name: String::new(),
            staff: None,
            figures: None,
        }
    }
}
