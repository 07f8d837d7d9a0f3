//! The summary of a range of weeks as a document.

use super::notes::notes;
use super::parts::{Maker, section};
use super::{CalendarDay, Cell, Chart, Document, Part, Section, SectionId, Table, WeekBar};
use crate::diary::Profile;
use crate::domain::{Category, WeekId};
use crate::figures::{GoalSubject, Status, percentages};
use crate::i18n::I18n;
use crate::summary::{TrendSummary, TrendWeek, rule_words, share_words, status_words, subject_words};
use crate::tr;
use chrono::Datelike;

/// The most weeks that a chart has room for; of more, the last.
const CHART_WEEKS: i64 = 60;

impl Document {
    /// The summary of a range of weeks, in a language.
    #[must_use]
    pub fn of_trend(trend: &TrendSummary, profile: &Profile, i18n: &I18n) -> Self {
        let taxonomy = profile.taxonomy();
        let maker = Maker {
            taxonomy: &taxonomy,
            i18n,
        };
        let weeks_told = trend.span();
        let title = tr!(
            i18n,
            "doc-trend-title",
            from = weeks_told.start().monday().to_string(),
            to = weeks_told.end().sunday().to_string()
        );
        let counted = trend.counted().count();
        let complete = tr!(
            i18n,
            "note-trend-counted",
            counted = counted,
            weeks = trend.logged()
        );
        let notes = notes(profile, trend.baseline.as_ref(), &trend.goal, complete, i18n);
        let sections = vec![
            summary(maker, trend),
            weeks(maker, trend),
            goals(maker, trend),
            burden(maker, trend),
            maker.changes(&trend.changes),
            maker.worth(&trend.by_activity),
            maker.activities(&trend.by_activity),
            maker.notes(notes),
        ];
        maker.document(title, trend.sentence(i18n), sections)
    }
}

impl TrendSummary {
    /// One line: how many weeks, the non-teaching share, and the average change.
    #[must_use]
    pub fn sentence(&self, i18n: &I18n) -> String {
        let (sums, weeks) = (self.sums(), self.logged());
        let share = share_words(sums.non_teaching(), sums.total());
        match self.average_change {
            _ if weeks == 0 => tr!(i18n, "doc-trend-empty"),
            None => tr!(i18n, "doc-trend-lead-plain", weeks = weeks, share = share),
            Some(change) => {
                let change = super::change_words(change);
                tr!(
                    i18n,
                    "doc-trend-lead",
                    weeks = weeks,
                    share = share,
                    change = change
                )
            }
        }
    }
}

fn summary(maker: Maker<'_>, trend: &TrendSummary) -> Option<Section> {
    let i18n = maker.i18n;
    let mut table = Table::new([
        tr!(i18n, "doc-category"),
        tr!(i18n, "doc-time"),
        tr!(i18n, "doc-part"),
        tr!(i18n, "doc-per-school-day"),
        tr!(i18n, "doc-baseline"),
        tr!(i18n, "doc-change"),
    ]);
    let sums = trend.sums();
    let percents = percentages(&Category::ALL.map(|c| sums.minutes[c]));
    for (category, percent) in trend.categories().into_iter().zip(percents) {
        table.row([
            Cell::Text(maker.category(category.category)),
            Cell::minutes(category.minutes),
            Cell::or_empty(sums.share(category.minutes), |share| Cell::Part {
                share,
                percent,
            }),
            Cell::or_empty(category.per_school_day, Cell::MeanMinutes),
            Cell::or_empty(category.baseline, Cell::MeanMinutes),
            Cell::or_empty(category.average_change, Cell::Change),
        ]);
    }
    let empty = || [Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty];
    let total = [
        Cell::Text(tr!(i18n, "summary-total")),
        Cell::minutes(sums.total()),
    ];
    table.sum(total.into_iter().chain(empty()));
    let baseline = trend
        .baseline
        .as_ref()
        .and_then(|b| b.rate(&GoalSubject::NonTeaching));
    table.sum([
        Cell::Text(tr!(i18n, "doc-non-teaching")),
        Cell::minutes(sums.non_teaching()),
        Cell::or_empty(sums.non_teaching_share(), Cell::Share),
        Cell::or_empty(trend.non_teaching_per_school_day(), Cell::MeanMinutes),
        Cell::or_empty(baseline, |rate| Cell::MeanMinutes(rate.per_school_day())),
        Cell::or_empty(trend.average_change, Cell::Change),
    ]);
    let charts = if trend.weeks.is_empty() {
        [None, None]
    } else {
        [
            Some(Part::Chart(Chart::Weeks(bars(trend)))),
            Some(Part::Chart(Chart::Calendar(calendar(trend)))),
        ]
    };
    let parts = [table.part(), facts(maker, trend).part()];
    let parts = parts.into_iter().chain(charts);
    section(SectionId::Summary, tr!(i18n, "doc-summary"), parts)
}

/// What else is known of the weeks, a line each.
fn facts(maker: Maker<'_>, trend: &TrendSummary) -> Table {
    let i18n = maker.i18n;
    let mut table = maker.facts();
    let mut fact = |name: String, value: Cell| Maker::fact(&mut table, name, value);
    let counted = u32::try_from(trend.counted().count()).unwrap_or(u32::MAX);
    fact(tr!(i18n, "doc-counted"), Cell::Count(counted));
    if let Some(change) = trend.average_change {
        fact(tr!(i18n, "doc-average-change"), Cell::Change(change));
    }
    if let Some(saved) = trend.saved() {
        fact(tr!(i18n, "doc-saved"), Cell::Minutes(saved.minutes()));
        let percent = trend.goal.reduction.to_string();
        let goal = Cell::Minutes(saved.goal_minutes());
        fact(tr!(i18n, "doc-goal-saves", percent = percent), goal);
    }
    if let Some((best, worst)) = trend.best_and_worst() {
        for (name, week) in [(tr!(i18n, "doc-best"), best), (tr!(i18n, "doc-worst"), worst)] {
            let change = super::change_words(week.standing.change.unwrap_or_default());
            let week = week.figures.week.to_string();
            fact(
                name,
                Cell::Text(tr!(i18n, "doc-week-of", week = week, change = change)),
            );
        }
    }
    let meetings = trend.meetings();
    fact(tr!(i18n, "doc-meetings"), Cell::Count(meetings.count));
    fact(tr!(i18n, "doc-staff-meetings"), Cell::Count(meetings.staff_count));
    if let Some(mean) = meetings.mean_minutes() {
        fact(tr!(i18n, "doc-mean-meeting"), Cell::MeanMinutes(mean));
    }
    fact(tr!(i18n, "doc-late"), Cell::minutes(trend.late_parent_minutes()));
    let parallel = trend.sums().parallel_minutes;
    fact(tr!(i18n, "doc-parallel-minutes"), Cell::minutes(parallel));
    table
}

fn weeks(maker: Maker<'_>, trend: &TrendSummary) -> Option<Section> {
    let i18n = maker.i18n;
    let names = maker.categories();
    let head = [
        tr!(i18n, "doc-week"),
        tr!(i18n, "doc-date"),
        tr!(i18n, "summary-school-days"),
        tr!(i18n, "doc-closed-days"),
    ];
    let tail = [
        tr!(i18n, "summary-total"),
        tr!(i18n, "doc-non-teaching"),
        tr!(i18n, "summary-share"),
        tr!(i18n, "doc-expected"),
        tr!(i18n, "doc-target"),
        tr!(i18n, "doc-change"),
        tr!(i18n, "doc-status"),
        tr!(i18n, "doc-meetings"),
        tr!(i18n, "doc-late"),
        tr!(i18n, "doc-flags"),
    ];
    let names = Category::ALL.map(|c| names[c].clone());
    let first_category = Some(head.len());
    let mut table = Table::new(head.into_iter().chain(names).chain(tail));
    table.first_category = first_category;
    for week in &trend.weeks {
        table.row(week_cells(week, i18n));
    }
    section(SectionId::Weeks, tr!(i18n, "doc-weeks"), [table.part()])
}

fn week_cells(week: &TrendWeek, i18n: &I18n) -> Vec<Cell> {
    let (figures, standing) = (&week.figures, &week.standing);
    let sums = &figures.sums;
    let mut out = vec![
        Cell::Text(figures.week.to_string()),
        Cell::Date(figures.week.monday()),
        Cell::Count(figures.plan.school_days),
        Cell::Count(figures.plan.closed_days),
    ];
    out.extend(Category::ALL.map(|c| Cell::minutes(sums.minutes[c])));
    out.extend([
        Cell::minutes(sums.total()),
        Cell::minutes(sums.non_teaching()),
        Cell::or_empty(sums.non_teaching_share(), Cell::Share),
        Cell::or_empty(standing.expected, Cell::minutes),
        Cell::or_empty(standing.target, Cell::minutes),
        Cell::or_empty(standing.change, Cell::Change),
        Cell::Text(status_words(standing.status, i18n)),
        Cell::Count(figures.meetings.count),
        Cell::minutes(week.late_parent_minutes),
        Cell::Count(u32::try_from(week.flags.len()).unwrap_or(u32::MAX)),
    ]);
    out
}

fn goals(maker: Maker<'_>, trend: &TrendSummary) -> Option<Section> {
    let i18n = maker.i18n;
    let mut table = Table::new([
        tr!(i18n, "doc-what"),
        tr!(i18n, "doc-average-change"),
        tr!(i18n, "doc-target"),
        tr!(i18n, "doc-status"),
    ]);
    for goal in &trend.goals {
        let status = goal
            .is_met
            .map(|met| if met { Status::Met } else { Status::Missed });
        let status = status.map(|status| status_words(status, i18n));
        table.row([
            Cell::Text(subject_words(&goal.goal.subject, maker.taxonomy, i18n)),
            Cell::or_empty(goal.average_change, Cell::Change),
            Cell::Change(-goal.goal.reduction.fraction()),
            Cell::or_empty(status, Cell::Text),
        ]);
    }
    section(SectionId::Goals, tr!(i18n, "doc-goals"), [table.part()])
}

fn burden(maker: Maker<'_>, trend: &TrendSummary) -> Option<Section> {
    let i18n = maker.i18n;
    let mut table = Table::new([
        tr!(i18n, "doc-rule"),
        tr!(i18n, "doc-times"),
        tr!(i18n, "doc-time"),
    ]);
    for (rule, times) in trend.flag_counts() {
        let flags = trend.weeks.iter().flat_map(|w| &w.flags);
        let minutes = flags.filter(|f| f.rule == rule).map(|f| f.minutes).sum();
        table.row([
            Cell::Text(rule_words(rule, i18n)),
            Cell::Count(times),
            Cell::minutes(minutes),
        ]);
    }
    section(SectionId::Burden, tr!(i18n, "doc-burden"), [table.part()])
}

fn bars(trend: &TrendSummary) -> Vec<WeekBar> {
    let bar = |week: &TrendWeek| WeekBar {
        monday: week.figures.week.monday(),
        label: week.figures.week.monday().iso_week().week().to_string(),
        minutes: week.figures.sums.minutes,
        expected: week.standing.expected,
        target: week.standing.target,
        is_complete: week.figures.plan.is_complete(),
    };
    charted(trend).iter().map(bar).collect()
}

/// The weeks that a chart has room for, counted from the last.
fn charted(trend: &TrendSummary) -> &[TrendWeek] {
    let last = trend.weeks.last().map(|w| w.figures.week);
    let first = last.and_then(|week| week.offset(1 - CHART_WEEKS));
    let from = trend.weeks.partition_point(|w| Some(w.figures.week) < first);
    &trend.weeks[from..]
}

/// Every day of the weeks that the chart of weeks shows.
fn calendar(trend: &TrendSummary) -> Vec<CalendarDay> {
    let shown = charted(trend);
    let (Some(first), Some(last)) = (shown.first(), shown.last()) else {
        return Vec::new();
    };
    let dates = first.figures.week.monday().iter_days();
    let dates = dates.take_while(|date| WeekId::of(*date) <= last.figures.week);
    let day = |date| {
        let day = trend.days.get(&date);
        let shown = day.filter(|d| d.is_shown());
        CalendarDay {
            date,
            minutes: shown.map(|d| d.sums.non_teaching()),
        }
    };
    dates.map(day).collect()
}
