//! The columns that say what a row is of: which week, and which line of which table.

use super::maker::Of;
use super::{Column, Entry};
use crate::i18n::I18n;
use crate::survey::codebook::Kind;
use crate::survey::collector::report::code;
use crate::tr;

impl Of<'_> {
    /// Which week.
    pub(super) fn week(&self) -> Vec<Column> {
        let text = |source: &'static str| (source, Kind::Text);
        let say = |words: fn(&I18n) -> String| self.say(words);
        let scopes = vec![
            ("period", say(|i| tr!(i, "report-var-scope-period"))),
            ("week", say(|i| tr!(i, "report-var-scope-week"))),
        ];
        let standings = vec![
            ("new", say(|i| tr!(i, "report-standing-new"))),
            ("same", say(|i| tr!(i, "report-standing-same"))),
            ("grown", say(|i| tr!(i, "report-standing-grown"))),
            ("waiting", say(|i| tr!(i, "report-standing-waiting"))),
            ("draft", say(|i| tr!(i, "report-standing-draft"))),
            ("noisy", say(|i| tr!(i, "report-standing-noisy"))),
        ];
        let scope = |e: &Entry<'_>| Some(if e.week.is_some() { "week" } else { "period" }.to_owned());
        vec![
            self.column("scope", text("/weeks"), |i| tr!(i, "report-var-scope"), scope)
                .codes(scopes),
            self.column(
                "iso_week",
                text("/weeks/week"),
                |i| tr!(i, "report-var-week"),
                |e| Some(e.week?.week.to_string()),
            ),
            self.column(
                "monday",
                text("/weeks/monday"),
                |i| tr!(i, "report-var-monday"),
                |e| Some(e.week?.week.monday().to_string()),
            ),
            self.column(
                "issue",
                ("/weeks/issue", Kind::Integer),
                |i| tr!(i, "report-var-issue"),
                |e| Some(e.week?.issue.to_string()),
            ),
            self.column(
                "standing",
                text("/weeks/standing"),
                |i| tr!(i, "report-var-standing"),
                |e| {
                    if e.maker.report.is_draft {
                        return Some("draft".to_owned()); // in every row, since a table has no title
                    }
                    Some(e.week?.standing.code().to_owned())
                },
            )
            .codes(standings),
        ]
    }

    /// Which line of which table.
    pub(super) fn line(&self) -> Vec<Column> {
        let text = |source: &'static str| (source, Kind::Text);
        let say = |words: fn(&I18n) -> String| self.say(words);
        let rows = vec![
            ("all", say(|i| tr!(i, "report-all"))),
            ("answer", say(|i| tr!(i, "report-var-row-answer"))),
            ("rest", say(|i| tr!(i, "report-var-row-rest"))),
            ("hidden", say(|i| tr!(i, "report-var-row-hidden"))),
            ("silent", say(|i| tr!(i, "report-var-row-silent"))),
            ("cross", say(|i| tr!(i, "report-var-row-cross"))),
            ("cross_hidden", say(|i| tr!(i, "report-var-row-cross-hidden"))),
            ("cross_nobody", say(|i| tr!(i, "report-var-row-cross-nobody"))),
        ];
        vec![
            self.column(
                "row_kind",
                text("/tables"),
                |i| tr!(i, "report-var-row"),
                |e| Some(e.row.to_owned()),
            )
            .codes(rows),
            self.code(
                "grp",
                |i| tr!(i, "report-var-group"),
                |e| Some(e.group?.code.as_str().to_owned()),
            ),
            self.column(
                "grp_name",
                text("/groups/name"),
                |i| tr!(i, "report-var-group-name"),
                |e| Some(e.maker.group_name(e.group?)),
            ),
            self.code(
                "answer",
                |i| tr!(i, "report-var-answer"),
                |e| Some(code(e.group?, e.answer?).to_owned()),
            ),
            self.column(
                "answer_name",
                text("/groups/answers/name"),
                |i| tr!(i, "report-var-answer-name"),
                |e| Some(e.answer_name.clone()),
            ),
            self.code(
                "within",
                |i| tr!(i, "report-var-within"),
                |e| Some(code(e.group?, *e.above.last()?).to_owned()),
            ),
            self.column(
                "depth",
                ("/tables", Kind::Integer),
                |i| tr!(i, "report-var-depth"),
                |e| Some(e.above.len().to_string()),
            ),
            self.code(
                "grp2",
                |i| tr!(i, "report-var-group-2"),
                |e| Some(e.group_2?.code.as_str().to_owned()),
            ),
            self.code(
                "answer2",
                |i| tr!(i, "report-var-answer-2"),
                |e| Some(code(e.group_2?, e.answer_2?).to_owned()),
            ),
            self.column(
                "answer2_name",
                text("/groups/answers/name"),
                |i| tr!(i, "report-var-answer-2-name"),
                |e| Some(e.answer_2_name.clone()),
            ),
        ]
    }
}
