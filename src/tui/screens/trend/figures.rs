//! What else the weeks came to: categories, meetings, goals, the burden list, what changed.

use crate::domain::Category;
use crate::figures::{GoalSubject, Rate, Worth, whole_half_up};
use crate::summary::{
    CategoryTrend, TrendSummary, change_words, one_decimal, rule_words, sign, subject_words,
};
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::screens::week::flow::{self, Fact};
use crate::tui::text;
use crate::tui::view::View;

/// The changes that are told.
const CHANGES: usize = 4;

/// All of it in lines of so many cells.
pub(super) fn lines(view: &View<'_>, canvas: &Canvas<'_>, trend: &TrendSummary, room: u16) -> Vec<Fact> {
    let mut out = categories(view, canvas, trend);
    for facts in [
        meetings(view, canvas, trend),
        changes(view, canvas, trend),
        burden(view, canvas, trend),
    ] {
        out.extend(flow::lines(canvas, &facts, room));
    }
    out
}

/// The categories a line each: all minutes, those of a school day, the baseline's, and the change.
fn categories(view: &View<'_>, canvas: &Canvas<'_>, trend: &TrendSummary) -> Vec<Fact> {
    let i18n = view.i18n;
    let name = |c: Category| {
        let name = view.app.known().category_name(c, i18n.lang());
        format!("{} {name}", crate::tui::glyphs::pattern(c))
    };
    let all = tr!(i18n, "doc-non-teaching");
    let widest = Category::ALL.map(|c| text::width(&name(c))).into_iter().max();
    let column = widest.unwrap_or(0).max(text::width(&all));
    let number = |value: Option<f64>| value.map_or_else(|| "-".to_owned(), |v| whole_half_up(v).to_string());
    let change = |value: Option<f64>| value.map_or_else(|| "-".to_owned(), change_words);
    let heads = [
        tr!(i18n, "trend-minutes"),
        tr!(i18n, "doc-per-school-day"),
        tr!(i18n, "doc-baseline"),
        tr!(i18n, "doc-change"),
    ];
    let widths = heads.each_ref().map(|head| text::width(head).max(8));
    let cells = |cells: [String; 4]| {
        let each = cells.iter().zip(widths);
        let padded = each.map(|(cell, width)| format!("  {}", text::pad_left(cell, width, "")));
        padded.collect::<String>()
    };
    let mut out = vec![vec![
        canvas.piece(Role::Muted, format!(" {}", text::pad("", column, ""))),
        canvas.piece(Role::Muted, cells(heads)),
    ]];
    let mut line = |label: Piece, values: [String; 4], role: Role| {
        out.push(vec![
            canvas.piece(Role::Text, " "),
            label,
            canvas.piece(role, cells(values)),
        ]);
    };
    for of in trend.categories() {
        let CategoryTrend {
            category,
            minutes,
            per_school_day,
            baseline,
            average_change,
        } = of;
        let label = canvas.mark(category, text::pad(&name(category), column, ""));
        let values = [
            minutes.to_string(),
            number(per_school_day),
            number(baseline),
            change(average_change),
        ];
        line(label, values, Role::Text);
    }
    let baseline = trend
        .baseline
        .as_ref()
        .and_then(|b| b.rate(&GoalSubject::NonTeaching));
    let values = [
        trend.sums().non_teaching().to_string(),
        number(trend.non_teaching_per_school_day()),
        number(baseline.map(Rate::per_school_day)),
        change(trend.average_change),
    ];
    line(
        canvas.piece(Role::Title, text::pad(&all, column, "")),
        values,
        Role::Title,
    );
    out
}

fn meetings(view: &View<'_>, canvas: &Canvas<'_>, trend: &TrendSummary) -> Vec<Fact> {
    let i18n = view.i18n;
    let said = |role, words: String| vec![canvas.piece(role, words)];
    let mut out = Vec::new();
    let meetings = trend.meetings();
    if let Some(mean) = meetings.mean_minutes() {
        let words = tr!(
            i18n,
            "tui-week-meetings",
            count = meetings.count,
            staff = meetings.staff_count,
            minutes = whole_half_up(mean)
        );
        out.push(said(Role::Text, words));
    }
    let mut worth = Worth::default();
    trend.by_activity.values().for_each(|tally| worth += tally.worth);
    if let Some(mean) = worth.mean() {
        let words = tr!(i18n, "trend-worth", mean = one_decimal(mean), rated = worth.rated);
        out.push(said(Role::Text, words));
    }
    let late = trend.late_parent_minutes();
    if late > 0 {
        let words = tr!(i18n, "trend-late", time = i18n.duration(late));
        out.push(said(Role::Text, words));
    }
    if let Some((best, worst)) = trend.best_and_worst() {
        let change = |week: &crate::summary::TrendWeek| {
            let change = change_words(week.standing.change.unwrap_or_default());
            tr!(
                i18n,
                "doc-week-of",
                week = week.figures.week.to_string(),
                change = change
            )
        };
        let words = tr!(i18n, "trend-best", best = change(best), worst = change(worst));
        out.push(said(Role::Text, words));
    }
    for goal in &trend.goals {
        let what = subject_words(&goal.goal.subject, view.app.known().taxonomy(), i18n);
        let percent = goal.goal.reduction.to_string();
        let goal_words = tr!(i18n, "tui-week-goal", what = what, percent = percent);
        let change = goal.average_change.map_or_else(|| "-".to_owned(), change_words);
        let role = match goal.is_met {
            Some(true) => Role::Good,
            Some(false) => Role::Warning,
            None => Role::Muted,
        };
        out.push(vec![
            canvas.piece(Role::Text, format!("{goal_words}  ")),
            canvas.piece(role, change),
        ]);
    }
    out
}

/// What changed most since the baseline.
fn changes(view: &View<'_>, canvas: &Canvas<'_>, trend: &TrendSummary) -> Vec<Fact> {
    let mut out = Vec::new();
    for change in trend.changes.iter().take(CHANGES) {
        let role = if change.difference() < 0 {
            Role::Good
        } else {
            Role::Warning
        };
        let time = u32::try_from(change.difference().unsigned_abs()).unwrap_or(u32::MAX);
        let name = view.activity(&change.activity);
        out.push(vec![
            canvas.piece(Role::Text, format!("{name} ")),
            canvas.piece(
                role,
                format!("{}{}", sign(change.difference()), view.i18n.duration(time)),
            ),
        ]);
    }
    if let Some(first) = out.first_mut() {
        let words = tr!(view.i18n, "doc-changes");
        first.insert(0, canvas.piece(Role::Muted, format!("{words}: ")));
    }
    out
}

/// How often each rule was broken.
fn burden(view: &View<'_>, canvas: &Canvas<'_>, trend: &TrendSummary) -> Vec<Fact> {
    let mut out = Vec::new();
    for (rule, times) in trend.flag_counts() {
        let times = tr!(view.i18n, "summary-times", count = times);
        out.push(vec![
            canvas.piece(Role::Text, format!("{} ", rule_words(rule, view.i18n))),
            canvas.piece(Role::Warning, times),
        ]);
    }
    if let Some(first) = out.first_mut() {
        let words = tr!(view.i18n, "doc-burden");
        first.insert(0, canvas.piece(Role::Muted, format!("{words}: ")));
    }
    out
}
