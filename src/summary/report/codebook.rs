//! The columns of a report's CSV, and the codebook that says what they are: one list, so that the two cannot differ.

use super::Maker;
use super::words::activity_words;
use crate::domain::{Category, Taxonomy};
use crate::i18n::I18n;
use crate::survey::Group;
use crate::survey::codebook::{
    Coded, Kind, Labels, Languages, Missing, Unit, Universe, Variable, activity_name, category_name,
    variables_csv,
};
use crate::survey::collector::Value;
use crate::survey::collector::report::{Figures, Portion, ReportWeek, Spread, activity_code, code, fraction};
use crate::tr;

/// One row of the CSV.
#[derive(Clone)]
pub(super) struct Entry<'a> {
    pub(super) maker: Maker<'a>,
    pub(super) week: Option<&'a ReportWeek>,
    pub(super) row: &'static str,
    pub(super) group: Option<&'a Group>,
    pub(super) answer: Option<u16>,
    pub(super) answer_name: String,
    pub(super) above: Vec<u16>,
    pub(super) group_2: Option<&'a Group>,
    pub(super) answer_2: Option<u16>,
    pub(super) answer_2_name: String,
    pub(super) staff: Option<u32>,
    pub(super) figures: Option<&'a Figures>,
}

impl<'a> Entry<'a> {
    /// A row of a kind, of a week or of all; what it is of is left open.
    pub(super) fn new(maker: Maker<'a>, week: Option<&'a ReportWeek>, row: &'static str) -> Self {
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

/// A column: what it is called and means, and what stands in it.
pub(super) struct Column {
    pub(super) variable: Variable,
    pub(super) cell: Box<dyn Fn(&Entry<'_>) -> String>,
}

impl Column {
    /// Whether its cells are words, which must not be taken for formulas; codes and numbers are as in the JSON.
    pub(super) fn is_words(&self) -> bool {
        self.variable.kind == Kind::Text && self.variable.codes.is_empty()
    }

    fn unit(mut self, unit: Unit) -> Self {
        self.variable.unit = Some(unit);
        self
    }

    fn codes(mut self, codes: Vec<(&str, Labels)>) -> Self {
        let list = codes.into_iter().map(|(code, label)| Coded {
            code: code.to_owned(),
            label,
            within: None,
            occurs: true,
        });
        self.variable.codes = list.collect();
        self.variable.kind = Kind::Code;
        self
    }
}

/// The codebook of the CSV of every report, as CSV: a row for each column, and below it one for each of its codes.
#[must_use]
pub fn codebook_csv() -> Vec<u8> {
    let columns = columns(&Languages::new()).into_iter();
    let variables: Vec<Variable> = columns.map(|column| column.variable).collect();
    variables_csv(&variables)
}

/// All columns, in order.
pub(super) fn columns(languages: &Languages) -> Vec<Column> {
    let of = Of { languages };
    let mut out = of.week();
    out.extend(of.line());
    out.extend(of.responses());
    out.extend(of.minutes());
    out.extend(of.categories());
    out.extend(of.others());
    out.extend(of.activities());
    out
}

struct Of<'a> {
    languages: &'a Languages,
}

impl Of<'_> {
    fn say(&self, words: impl Fn(&I18n) -> String) -> Labels {
        self.languages.say(words)
    }

    fn column(
        &self,
        name: impl Into<String>,
        (source, kind): (&str, Kind),
        label: impl Fn(&I18n) -> String,
        cell: impl Fn(&Entry<'_>) -> Option<String> + 'static,
    ) -> Column {
        let missing = match kind {
            Kind::Text | Kind::Code => Missing::NotOfRow,
            Kind::Boolean | Kind::Integer | Kind::Decimal => Missing::NotShown,
        };
        Column {
            variable: Variable {
                name: name.into(),
                source: source.to_owned(),
                label: self.say(label),
                kind,
                unit: None,
                range: None,
                step: None,
                codes: Vec::new(),
                missing: vec![missing],
                universe: Universe::All,
            },
            cell: Box::new(move |entry| cell(entry).unwrap_or_default()),
        }
    }

    /// A column of a number of the figures.
    fn number<T: ToString>(
        &self,
        name: &str,
        (source, kind): (&str, Kind),
        label: impl Fn(&I18n) -> String,
        value: impl Fn(&Figures) -> Option<T> + 'static,
    ) -> Column {
        let source = format!("/figures{source}");
        self.column(name, (&source, kind), label, move |entry| {
            Some(value(entry.figures?)?.to_string())
        })
    }

    fn whole_minutes(
        &self,
        name: &str,
        source: &str,
        label: impl Fn(&I18n) -> String,
        value: impl Fn(&Figures) -> Option<u32> + 'static,
    ) -> Column {
        self.number(name, (source, Kind::Integer), label, value)
            .unit(Unit::Minutes)
    }

    fn tenths(
        &self,
        name: &str,
        source: &str,
        label: impl Fn(&I18n) -> String,
        value: impl Fn(&Figures) -> Option<u32> + 'static,
    ) -> Column {
        self.number(name, (source, Kind::Decimal), label, move |f| {
            value(f).map(|tenths| f64::from(tenths) / 10.0)
        })
    }

    /// Two columns: the part of a whole, and whether it is that or only less or more than that.
    fn portion(
        &self,
        name: &str,
        source: &str,
        label: impl Fn(&I18n) -> String,
        value: fn(&Figures) -> Option<Portion>,
    ) -> [Column; 2] {
        let percent = |portion: Portion| match portion {
            Portion::Percent(percent) | Portion::Below(percent) | Portion::Above(percent) => percent,
        };
        let how = |portion: Portion| match portion {
            Portion::Percent(_) => "exact",
            Portion::Below(_) => "below",
            Portion::Above(_) => "above",
        };
        let sign = self.column(
            format!("{name}_is"),
            (&format!("/figures{source}"), Kind::Code),
            |i18n| tr!(i18n, "report-var-is", what = label(i18n)),
            move |entry| value(entry.figures?).map(|portion| how(portion).to_owned()),
        );
        let codes = vec![
            ("exact", self.say(|i18n| tr!(i18n, "report-var-exact"))),
            ("below", self.say(|i18n| tr!(i18n, "report-var-below"))),
            ("above", self.say(|i18n| tr!(i18n, "report-var-above"))),
        ];
        [
            self.number(name, (source, Kind::Decimal), &label, move |f| {
                value(f).map(|portion| fraction(percent(portion)))
            }),
            sign.codes(codes),
        ]
    }

    /// Which week.
    fn week(&self) -> Vec<Column> {
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
    fn line(&self) -> Vec<Column> {
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

    /// A column of codes of the definition.
    fn code(
        &self,
        name: &str,
        label: impl Fn(&I18n) -> String,
        cell: impl Fn(&Entry<'_>) -> Option<String> + 'static,
    ) -> Column {
        self.column(name, ("/groups", Kind::Code), label, cell)
    }

    fn responses(&self) -> Vec<Column> {
        let mut out = vec![
            self.number(
                "weeks_n",
                ("/weeks", Kind::Integer),
                |i| tr!(i, "report-var-weeks"),
                |f| Some(f.weeks),
            ),
            self.number(
                "responses",
                ("/responses", Kind::Integer),
                |i| tr!(i, "report-var-responses"),
                |f| f.responses,
            ),
            self.column(
                "coverage",
                ("/figures/coverage", Kind::Decimal),
                |i| tr!(i, "report-var-coverage"),
                |e| Some(fraction(e.figures?.coverage(e.staff)?).to_string()),
            ),
        ];
        out.extend(self.portion(
            "complete",
            "/complete",
            |i| tr!(i, "report-var-complete"),
            |f| f.complete,
        ));
        out
    }

    fn minutes(&self) -> Vec<Column> {
        let total = self.whole_minutes("total_min", "/total", |i| tr!(i, "report-var-total"), |f| f.total);
        let mut out = vec![total];
        let time = |i: &I18n| tr!(i, "doc-non-teaching");
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

    fn categories(&self) -> Vec<Column> {
        let taxonomy = Taxonomy::built_in();
        let mut out = Vec::new();
        for category in Category::ALL {
            let label = |i: &I18n| {
                let name = taxonomy.category_name(category, i.lang());
                tr!(i, "report-var-mean-minutes", what = name)
            };
            out.push(
                self.whole_minutes(&category_name(category), "/categories", label, move |f| {
                    let alone = f.categories.iter().find(|(set, _)| set[..] == [category]);
                    alone.map(|(_, minutes)| *minutes)
                }),
            );
        }
        out.push(self.together("categories_together", "/categories", |f| {
            let sets = f.categories.iter().filter(|(set, _)| set.len() > 1);
            let name = |set: &[Category]| set.iter().map(|c| c.code()).collect::<Vec<_>>().join("+");
            sets.map(|(set, minutes)| (name(set), *minutes)).collect()
        }));
        out
    }

    fn activities(&self) -> Vec<Column> {
        let taxonomy = Taxonomy::built_in();
        let mut out = Vec::new();
        for (place, activity) in (0..).map_while(|place| Some((place, Value::activity(place)?))) {
            let label = |i: &I18n| {
                let category = taxonomy.category_name(activity.category, i.lang());
                let name = activity_words(activity, &taxonomy, i);
                tr!(i, "report-var-mean-minutes", what = format!("{category}/{name}"))
            };
            out.push(
                self.whole_minutes(&activity_name(activity), "/activities", label, move |f| {
                    let alone = f.activities.iter().find(|(set, _)| set[..] == [place]);
                    alone.map(|(_, minutes)| *minutes)
                }),
            );
        }
        out.push(self.together("activities_together", "/activities", |f| {
            let sets = f.activities.iter().filter(|(set, _)| set.len() > 1);
            let name = |set: &[usize]| {
                set.iter()
                    .map(|p| activity_code(*p))
                    .collect::<Vec<_>>()
                    .join("+")
            };
            sets.map(|(set, minutes)| (name(set), *minutes)).collect()
        }));
        out
    }

    /// Sets that are shown as one number each: `meetings+duty:120 …`.
    fn together(&self, name: &str, source: &str, sets: fn(&Figures) -> Vec<(String, u32)>) -> Column {
        let source = format!("/figures{source}");
        let label = |i: &I18n| tr!(i, "report-var-together");
        self.column(name, (&source, Kind::Text), label, move |entry| {
            let sets = sets(entry.figures?).into_iter();
            let words: Vec<String> = sets.map(|(set, minutes)| format!("{set}:{minutes}")).collect();
            Some(words.join(" "))
        })
    }

    fn others(&self) -> Vec<Column> {
        let mut out = vec![
            self.tenths(
                "meetings_mean",
                "/meetings",
                |i| tr!(i, "report-meetings"),
                |f| f.meetings,
            ),
            self.whole_minutes(
                "meeting_length_min",
                "/meeting_minutes",
                |i| tr!(i, "report-var-length"),
                |f| f.meeting_minutes,
            ),
        ];
        let long = |i: &I18n| tr!(i, "report-var-long");
        out.extend(self.portion("meetings_long", "/long_meetings", long, |f| f.long_meetings));
        out.push(self.tenths(
            "meetings_staff_mean",
            "/staff_meetings",
            |i| tr!(i, "report-staff-meetings"),
            |f| f.staff_meetings,
        ));
        out.push(self.whole_minutes(
            "late_parents_min",
            "/late_parents",
            |i| tr!(i, "report-var-late"),
            |f| f.late_parents,
        ));
        out.extend(self.portion(
            "goal_met",
            "/goal_met",
            |i| tr!(i, "report-var-met"),
            |f| f.goal_met,
        ));
        out.push(self.number(
            "goal_change",
            ("/change", Kind::Decimal),
            |i| tr!(i, "report-var-change"),
            |f| f.change.map(|percent| f64::from(percent) / 100.0),
        ));
        out.push(self.tenths("worth_mean", "/rating", |i| tr!(i, "report-worth"), |f| f.rating));
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
