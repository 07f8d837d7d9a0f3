//! All work and non-teaching work: how it is spread.

use super::Column;
use super::maker::Of;
use crate::i18n::I18n;
use crate::survey::codebook::Kind;
use crate::survey::collector::report::{Spread, fraction};
use crate::tr;

impl Of<'_> {
    /// All work, non-teaching minutes and their share.
    pub(super) fn minutes(&self) -> Vec<Column> {
        let total = self.whole_minutes("total_min", "/total", |i| tr!(i, "report-var-total"), |f| f.total);
        let mut out = vec![total];
        let time = |i: &I18n| tr!(i, "report-time");
        for (name, source, stands_for) in SPREAD {
            let label = |i: &I18n| tr!(i, "report-var-of-minutes", what = time(i), which = words(name, i));
            let column = self.whole_minutes(
                &format!("nonteaching_{name}_min"),
                &format!("/non_teaching{source}"),
                label,
                move |f| stands_for(f.non_teaching),
            );
            out.push(column);
        }
        for (name, source, stands_for) in SPREAD {
            let label = |i: &I18n| {
                tr!(
                    i,
                    "report-var-of",
                    what = tr!(i, "summary-share"),
                    which = words(name, i)
                )
            };
            let source = format!("/share{source}");
            out.push(self.number(
                &format!("share_{name}"),
                (&source, Kind::Decimal),
                label,
                move |f| stands_for(f.share).map(fraction),
            ));
        }
        out
    }
}

/// The numbers of a spread: name, place in the JSON, and which it is.
type Which = fn(Spread) -> Option<u32>;
const SPREAD: [(&str, &str, Which); 6] = [
    ("mean", "/mean", |s| s.mean),
    ("d1", "/deciles/0", |s| s.deciles.map(|d| d[0])),
    ("q1", "/quartiles/0", |s| s.quartiles.map(|q| q[0])),
    ("median", "/median", |s| s.median),
    ("q3", "/quartiles/1", |s| s.quartiles.map(|q| q[1])),
    ("d9", "/deciles/1", |s| s.deciles.map(|d| d[1])),
];

fn words(name: &str, i18n: &I18n) -> String {
    match name {
        "mean" => tr!(i18n, "report-mean"),
        "d1" => tr!(i18n, "report-decile-1"),
        "q1" => tr!(i18n, "report-quartile-1"),
        "median" => tr!(i18n, "report-median"),
        "q3" => tr!(i18n, "report-quartile-3"),
        _ => tr!(i18n, "report-decile-9"),
    }
}
