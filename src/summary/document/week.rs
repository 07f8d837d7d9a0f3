//! The summary of a week as a document.

use super::notes::notes;
use super::parts::{Maker, section};
use super::{Bar, Cell, Chart, Document, Part, Section, SectionId, Table};
use crate::diary::Profile;
use crate::domain::{Block, Category, Day, DayKind};
use crate::figures::{Goal, GoalSubject, Percent, Rule, Standing, percentages};
use crate::i18n::I18n;
use crate::summary::{WeekSummary, flag_words, rule_words, status_words, subject_words};
use crate::tr;
use chrono::Datelike;

impl Document {
    /// The summary of a week, in a language.
    #[must_use]
    pub fn of_week(week: &WeekSummary, profile: &Profile, i18n: &I18n) -> Self {
        let taxonomy = profile.taxonomy();
        let maker = Maker {
            taxonomy: &taxonomy,
            i18n,
        };
        let id = week.figures.week;
        let title = tr!(
            i18n,
            "doc-week-title",
            week = id.monday().iso_week().week(),
            from = id.monday().to_string(),
            to = id.sunday().to_string()
        );
        let complete = complete_words(week, i18n);
        let notes = notes(profile, week.baseline.as_ref(), &week.goal, complete, i18n);
        let sections = vec![
            summary(maker, week),
            days(maker, week),
            goals(maker, week),
            burden(maker, week),
            maker.changes(&week.changes),
            maker.worth(&week.figures.by_activity),
            maker.activities(&week.figures.by_activity),
            blocks(maker, week),
            maker.notes(notes),
        ];
        maker.document(title, week.sentence(i18n), sections)
    }
}

fn complete_words(week: &WeekSummary, i18n: &I18n) -> String {
    let plan = week.figures.plan;
    match plan.school_days {
        0 => tr!(i18n, "note-holiday"),
        days if plan.is_complete() => tr!(i18n, "note-complete", days = days),
        days => tr!(i18n, "note-incomplete", closed = plan.closed_days, days = days),
    }
}

fn summary(maker: Maker<'_>, week: &WeekSummary) -> Option<Section> {
    let (i18n, figures) = (maker.i18n, &week.figures);
    let mut table = Table::new([
        tr!(i18n, "doc-category"),
        tr!(i18n, "doc-time"),
        tr!(i18n, "doc-part"),
        tr!(i18n, "doc-expected"),
        tr!(i18n, "doc-change"),
    ]);
    let sums = &figures.sums;
    let percents = percentages(&Category::ALL.map(|c| sums.minutes[c]));
    let compared = |subject: GoalSubject| {
        let reduction = Percent::NONE;
        let standing = Standing::of(figures, week.baseline.as_ref(), &Goal { subject, reduction });
        [
            Cell::or_empty(standing.expected, Cell::minutes),
            Cell::or_empty(standing.change, Cell::Change),
        ]
    };
    for (category, percent) in Category::ALL.into_iter().zip(percents) {
        let [expected, change] = compared(GoalSubject::Category(category));
        table.row([
            Cell::Text(maker.category(category)),
            Cell::minutes(sums.minutes[category]),
            Cell::or_empty(sums.share(sums.minutes[category]), |share| Cell::Part {
                share,
                percent,
            }),
            expected,
            change,
        ]);
    }
    table.sum([
        Cell::Text(tr!(i18n, "summary-total")),
        Cell::minutes(sums.total()),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
    ]);
    let [expected, change] = compared(GoalSubject::NonTeaching);
    table.sum([
        Cell::Text(tr!(i18n, "doc-non-teaching")),
        Cell::minutes(sums.non_teaching()),
        Cell::or_empty(sums.non_teaching_share(), Cell::Share),
        expected,
        change,
    ]);
    let bars = week.days.iter().map(|day| Bar {
        label: i18n.weekday(day.day.date),
        minutes: day.sums.minutes,
    });
    let chart = (sums.total() > 0).then(|| Part::Chart(Chart::Days(bars.collect())));
    let parts = [table.part(), facts(maker, week).part(), chart];
    section(SectionId::Summary, tr!(i18n, "doc-summary"), parts)
}

/// What else is known of the week, a line each.
fn facts(maker: Maker<'_>, week: &WeekSummary) -> Table {
    let (i18n, figures, standing) = (maker.i18n, &week.figures, &week.standing);
    let mut table = maker.facts();
    let mut fact = |name: String, value: Cell| Maker::fact(&mut table, name, value);
    let status = status_words(standing.status, i18n);
    fact(tr!(i18n, "doc-status"), Cell::Text(status));
    if let Some(target) = standing.target {
        fact(tr!(i18n, "doc-target"), Cell::minutes(target));
        let left = Cell::or_empty(standing.remaining, Cell::Minutes);
        fact(tr!(i18n, "doc-remaining"), left);
    }
    let baseline = week.baseline.as_ref();
    if let Some(rate) = baseline.and_then(|b| b.rate(&GoalSubject::NonTeaching)) {
        let rate = Cell::MeanMinutes(rate.per_school_day());
        fact(tr!(i18n, "doc-baseline-per-school-day"), rate);
    }
    fact(
        tr!(i18n, "summary-school-days"),
        Cell::Count(figures.plan.school_days),
    );
    fact(
        tr!(i18n, "doc-closed-days"),
        Cell::Count(figures.plan.closed_days),
    );
    let lessons = Cell::or_empty(figures.lesson_share(), Cell::Share);
    fact(tr!(i18n, "doc-lesson-share"), lessons);
    fact(tr!(i18n, "doc-meetings"), Cell::Count(figures.meetings.count));
    fact(
        tr!(i18n, "doc-staff-meetings"),
        Cell::Count(figures.meetings.staff_count),
    );
    if let Some(mean) = figures.meetings.mean_minutes() {
        fact(tr!(i18n, "doc-mean-meeting"), Cell::MeanMinutes(mean));
    }
    fact(tr!(i18n, "doc-late"), Cell::minutes(week.late_parent_minutes));
    let parallel = figures.sums.parallel_minutes;
    fact(tr!(i18n, "doc-parallel-minutes"), Cell::minutes(parallel));
    table
}

fn days(maker: Maker<'_>, week: &WeekSummary) -> Option<Section> {
    let i18n = maker.i18n;
    let names = maker.categories();
    let head = [
        tr!(i18n, "doc-date"),
        tr!(i18n, "doc-day"),
        tr!(i18n, "doc-kind"),
        tr!(i18n, "doc-closed"),
    ];
    let tail = [
        tr!(i18n, "summary-total"),
        tr!(i18n, "doc-non-teaching"),
        tr!(i18n, "summary-share"),
    ];
    let names = Category::ALL.map(|c| names[c].clone());
    let first_category = Some(head.len());
    let mut table = Table::new(head.into_iter().chain(names).chain(tail));
    table.first_category = first_category;
    let numbers = |sums: &crate::figures::Sums| {
        let mut out = Category::ALL.map(|c| Cell::minutes(sums.minutes[c])).to_vec();
        out.push(Cell::minutes(sums.total()));
        out.push(Cell::minutes(sums.non_teaching()));
        out.push(Cell::or_empty(sums.non_teaching_share(), Cell::Share));
        out
    };
    for day in &week.days {
        let is_school = day.day.kind() == DayKind::School;
        let head = [
            Cell::Date(day.day.date),
            Cell::Text(i18n.weekday(day.day.date)),
            Cell::Text(kind_words(&day.day, i18n)),
            // Nothing is owed on a day off.
            Cell::or_empty((is_school || day.day.closed).then_some(day.day.closed), |c| {
                maker.yes(c)
            }),
        ];
        table.row(head.into_iter().chain(numbers(&day.sums)));
    }
    let all = [
        Cell::Text(tr!(i18n, "summary-total")),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
    ];
    table.sum(all.into_iter().chain(numbers(&week.figures.sums)));
    section(SectionId::Days, tr!(i18n, "doc-days"), [table.part()])
}

/// A school day, or why not.
fn kind_words(day: &Day, i18n: &I18n) -> String {
    match day.kind() {
        DayKind::School => tr!(i18n, "kind-school"),
        DayKind::Off(None) => tr!(i18n, "kind-off"),
        DayKind::Off(Some(reason)) => i18n.day_reason(&reason),
    }
}

fn goals(maker: Maker<'_>, week: &WeekSummary) -> Option<Section> {
    let i18n = maker.i18n;
    let mut table = Table::new([
        tr!(i18n, "doc-what"),
        tr!(i18n, "doc-value"),
        tr!(i18n, "doc-expected"),
        tr!(i18n, "doc-target"),
        tr!(i18n, "doc-change"),
        tr!(i18n, "doc-status"),
    ]);
    for goal in &week.goals {
        let subject = &goal.goal.subject;
        let value = |value: Option<f64>| Cell::or_empty(value, |v| measured(subject, v));
        let name = subject_words(subject, maker.taxonomy, i18n);
        table.row([
            Cell::Text(format!("{name} −{} %", goal.goal.reduction)),
            value(goal.value),
            value(goal.expected),
            value(goal.target),
            Cell::or_empty(goal.change, Cell::Change),
            Cell::Text(status_words(goal.status, i18n)),
        ]);
    }
    section(SectionId::Goals, tr!(i18n, "doc-goals"), [table.part()])
}

/// A value of what a goal measures.
fn measured(subject: &GoalSubject, value: f64) -> Cell {
    match subject {
        GoalSubject::Count(_) => Cell::Number(value),
        GoalSubject::MeanMinutes(_) => Cell::MeanMinutes(value),
        #[expect(clippy::cast_possible_truncation, reason = "whole minutes of a week")]
        _ => Cell::Minutes(value as i64),
    }
}

fn burden(maker: Maker<'_>, week: &WeekSummary) -> Option<Section> {
    let i18n = maker.i18n;
    let mut table = Table::new([
        tr!(i18n, "doc-date"),
        tr!(i18n, "doc-start"),
        tr!(i18n, "doc-activity"),
        tr!(i18n, "doc-rule"),
        tr!(i18n, "doc-time"),
        tr!(i18n, "doc-beyond"),
    ]);
    for flag in &week.flags {
        let block = week.flagged(flag);
        let start = block.and_then(|b| b.span.clock_times()).map(|(start, _)| start);
        table.row([
            Cell::Date(flag.date),
            Cell::or_empty(start, Cell::Clock),
            Cell::or_empty(block, |b| Cell::Text(flagged(maker, flag.rule, b))),
            Cell::Text(rule_words(flag.rule, i18n)),
            Cell::minutes(flag.minutes),
            Cell::Text(flag_words(flag, i18n)),
        ]);
    }
    section(SectionId::Burden, tr!(i18n, "doc-burden"), [table.part()])
}

/// What was flagged; of a report that was filled again, which one: reports of one activity differ by their notes.
fn flagged(maker: Maker<'_>, rule: Rule, block: &Block) -> String {
    let (activity, note) = (maker.activity(&block.activity), block.note.as_str());
    if rule == Rule::RepeatedReport && !note.is_empty() {
        return format!("{activity} · {note}");
    }
    activity
}

fn blocks(maker: Maker<'_>, week: &WeekSummary) -> Option<Section> {
    let i18n = maker.i18n;
    let mut table = Table::new([
        tr!(i18n, "doc-date"),
        tr!(i18n, "doc-day"),
        tr!(i18n, "doc-start"),
        tr!(i18n, "doc-end"),
        tr!(i18n, "doc-time"),
        tr!(i18n, "doc-category"),
        tr!(i18n, "doc-activity"),
        tr!(i18n, "doc-note"),
        tr!(i18n, "doc-rating"),
        tr!(i18n, "doc-parallel"),
    ]);
    for day in &week.days {
        for block in day.day.blocks() {
            let times = block.span.clock_times();
            let rating = block.rating.map(|r| u32::from(r.get()));
            table.row([
                Cell::Date(day.day.date),
                Cell::Text(i18n.weekday(day.day.date)),
                Cell::or_empty(times, |(start, _)| Cell::Clock(start)),
                Cell::or_empty(times, |(_, end)| Cell::Clock(end)),
                Cell::minutes(block.span.minutes()),
                Cell::Text(maker.category(block.activity.category)),
                Cell::Text(maker.activity(&block.activity)),
                Cell::Text(block.note.as_str().to_owned()),
                Cell::or_empty(rating, Cell::Count),
                Cell::or_empty(block.parallel.then_some(true), |yes| maker.yes(yes)),
            ]);
        }
    }
    section(SectionId::Blocks, tr!(i18n, "doc-blocks"), [table.part()])
}
