//! What a report says first: its main number, the change, how many responded, and when it was made. Of what is shown, and of
//! nothing else.

use super::Maker;
use super::words::portion_words;
use crate::survey::collector::report::{Block, Figures};
use crate::tr;

impl Maker<'_> {
    /// Sentences about all weeks together.
    pub(super) fn findings(self, period: &Block<Figures>) -> Vec<String> {
        let all = &period.all;
        let main = self.main_number(all).into_iter();
        let change = self.change(all).or_else(|| self.first_and_last());
        main.chain(change).chain(self.reach(all)).collect()
    }

    fn main_number(self, all: &Figures) -> Option<String> {
        let time = self.i18n.duration(all.non_teaching.mean?);
        Some(match all.share.mean {
            Some(share) => tr!(self.i18n, "report-finding", time = time, share = share),
            None => tr!(self.i18n, "report-finding-time", time = time),
        })
    }

    /// How it stands to the baselines.
    fn change(self, all: &Figures) -> Option<String> {
        let (change, i18n) = (all.change?, self.i18n);
        let percent = change.unsigned_abs();
        Some(match change {
            0 => tr!(i18n, "report-finding-same"),
            ..0 => tr!(i18n, "report-finding-less", percent = percent),
            _ => tr!(i18n, "report-finding-more", percent = percent),
        })
    }

    /// What there is instead where there are no baselines.
    fn first_and_last(self) -> Option<String> {
        let i18n = self.i18n;
        let [first, .., last] = &self.report.weeks[..] else {
            return None;
        };
        let [first, last] = [first, last].map(|week| week.tables.all.non_teaching.mean);
        Some(tr!(
            i18n,
            "report-finding-weeks",
            first = i18n.duration(first?),
            last = i18n.duration(last?)
        ))
    }

    /// How many responses there are, of how many people at least, and how many of those who are asked that is.
    fn reach(self, all: &Figures) -> Vec<String> {
        let (report, i18n) = (self.report, self.i18n);
        let (Some(first), Some(last)) = (report.weeks.first(), report.weeks.last()) else {
            return Vec::new();
        };
        let mut out = vec![tr!(
            i18n,
            "report-count",
            responses = all.responses.unwrap_or_default(),
            weeks = report.weeks.len(),
            from = first.week.monday().to_string(),
            to = last.week.sunday().to_string()
        )];
        if let Some(complete) = all.complete {
            let share = portion_words(complete);
            out.push(tr!(i18n, "report-complete-share", share = share));
        }
        let of_week = report.weeks.iter().map(|week| week.tables.all.responses);
        if let (true, Some(people)) = (report.weeks.len() > 1, of_week.flatten().max()) {
            out.push(tr!(i18n, "report-people", people = people));
        }
        if let Some(percent) = all.coverage(report.frame.staff()) {
            out.push(tr!(i18n, "report-reached", percent = percent));
        }
        out
    }

    /// When it was made.
    pub(super) fn made_on(self) -> Option<String> {
        let day = self.report.made_on?;
        Some(tr!(self.i18n, "report-made-on", date = day.to_string()))
    }
}
