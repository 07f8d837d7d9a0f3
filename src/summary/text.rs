//! The summary as text for a terminal: one value a line, labels in the user's language.

use super::table_text::sections_text;
use super::{DaySummary, Document, SectionId, WeekSummary};
use crate::diary::Profile;
use crate::domain::{Block, DayKind, Taxonomy};
use crate::figures::{GoalStanding, GoalSubject, Standing, Status, percent_half_up};
use crate::i18n::I18n;
use crate::tr;
use chrono::NaiveDate;
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// A text padded on the right to a number of terminal cells.
fn pad(text: &str, cells: usize) -> String {
    format!("{text}{}", " ".repeat(cells.saturating_sub(text.width())))
}

/// What a goal counts, in words.
#[must_use]
pub fn subject_words(subject: &GoalSubject, taxonomy: &Taxonomy, i18n: &I18n) -> String {
    let lang = i18n.lang();
    match subject {
        GoalSubject::NonTeaching => tr!(i18n, "subject-non-teaching"),
        GoalSubject::Category(category) => taxonomy.category_name(*category, lang).to_owned(),
        GoalSubject::Activity(activity) => {
            let category = taxonomy.category_name(activity.category, lang);
            format!("{category}/{}", taxonomy.activity_name(activity, lang))
        }
        GoalSubject::Count(activity) => {
            tr!(
                i18n,
                "subject-count",
                what = taxonomy.activity_name(activity, lang)
            )
        }
        GoalSubject::MeanMinutes(activity) => {
            tr!(
                i18n,
                "subject-mean",
                what = taxonomy.activity_name(activity, lang)
            )
        }
    }
}

/// The status of a week in words.
#[must_use]
pub fn status_words(status: Status, i18n: &I18n) -> String {
    match status {
        Status::Holiday => tr!(i18n, "status-holiday"),
        Status::NoBaseline => tr!(i18n, "status-no-baseline"),
        Status::Baseline => tr!(i18n, "status-baseline"),
        Status::Met => tr!(i18n, "status-met"),
        Status::Missed => tr!(i18n, "status-missed"),
        Status::OnTrack => tr!(i18n, "status-on-track"),
        Status::AtRisk => tr!(i18n, "status-at-risk"),
    }
}

/// A value of a goal with its unit: `45 min`, `0.8 times`; a dash where there is none.
#[must_use]
pub fn goal_value(goal: &GoalStanding, value: Option<f64>, i18n: &I18n) -> String {
    let Some(value) = value else {
        return "–".to_owned();
    };
    let number = format!("{value:.1}");
    let number = number.strip_suffix(".0").unwrap_or(&number);
    match goal.goal.subject {
        GoalSubject::Count(_) => tr!(i18n, "summary-times", count = number),
        _ => tr!(i18n, "summary-minutes", minutes = number),
    }
}

/// `part / whole` as `37.5 %`; a dash where there is nothing.
#[must_use]
pub fn share_words(part: u32, whole: u32) -> String {
    percent_half_up(part, whole).map_or_else(
        || "–".to_owned(),
        |tenths| format!("{}.{} %", tenths / 10, tenths % 10),
    )
}

/// One line of a block: id, time, minutes, activity, note, rating and parallel mark.
///
/// `widths` are the cells that ids and activity names take, so that rows stand in columns; 0 for no padding.
#[must_use]
pub fn block_row(block: &Block, taxonomy: &Taxonomy, i18n: &I18n, widths: (usize, usize)) -> String {
    let mut row = format!(
        "{}  {}  {:>4}  {}",
        pad(block.id.as_str(), widths.0),
        pad(&block.span.to_string(), 11),
        block.span.minutes(),
        pad(taxonomy.activity_name(&block.activity, i18n.lang()), widths.1),
    );
    if !block.note.is_empty() {
        row = row + "  " + block.note.as_str();
    }
    if let Some(rating) = block.rating {
        row = format!("{row}  *{}", rating.get());
    }
    if block.parallel {
        row += "  &";
    }
    row.trim_end().to_owned()
}

impl DaySummary {
    /// Date, weekday, kind and whether it is closed.
    #[must_use]
    pub fn title(&self, i18n: &I18n) -> String {
        let kind = match self.day.kind() {
            DayKind::School => tr!(i18n, "kind-school"),
            DayKind::Off(None) => tr!(i18n, "kind-off"),
            DayKind::Off(Some(reason)) => {
                tr!(i18n, "kind-off-reason", reason = i18n.day_reason(&reason))
            }
        };
        let closed = if self.day.closed {
            tr!(i18n, "day-closed")
        } else {
            tr!(i18n, "day-open")
        };
        let like = self.day.follows.map(|like| {
            let (day, date) = (i18n.weekday(like), like.to_string());
            format!(" · {}", tr!(i18n, "day-follows", day = day, date = date))
        });
        format!(
            "{} {} · {kind}{} · {closed}",
            self.day.date,
            i18n.weekday(self.day.date),
            like.unwrap_or_default()
        )
    }

    /// One line: all minutes and the non-teaching share.
    #[must_use]
    pub fn sentence(&self, i18n: &I18n) -> String {
        tr!(
            i18n,
            "summary-day",
            total = i18n.duration(self.sums.total()),
            non_teaching = i18n.duration(self.sums.non_teaching()),
            share = share_words(self.sums.non_teaching(), self.sums.total()),
        )
    }

    /// The day with its blocks and their ids.
    #[must_use]
    pub fn to_text(&self, taxonomy: &Taxonomy, i18n: &I18n) -> String {
        let blocks = self.day.blocks();
        let widest = |width: &dyn Fn(&Block) -> usize| blocks.iter().map(width).max().unwrap_or(0);
        let ids = widest(&|b| b.id.as_str().len());
        let names = widest(&|b| taxonomy.activity_name(&b.activity, i18n.lang()).width());
        let mut out = self.title(i18n) + "\n";
        for block in blocks {
            let _ = writeln!(out, "  {}", block_row(block, taxonomy, i18n, (ids, names)));
        }
        out += &self.plan_text(taxonomy, i18n);
        out + &self.sentence(i18n) + "\n"
    }

    /// What of the plan waits, a line each, below a line that says what to do about it; empty where nothing does.
    fn plan_text(&self, taxonomy: &Taxonomy, i18n: &I18n) -> String {
        let mut out = String::new();
        if !self.unconfirmed.is_empty() {
            let _ = writeln!(
                out,
                "{}",
                tr!(i18n, "summary-planned", count = self.unconfirmed.len())
            );
        }
        for waiting in &self.unconfirmed {
            let (planned, mark) = (&waiting.planned, if waiting.is_free { "?" } else { "!" });
            let activity = taxonomy.activity_name(&planned.activity, i18n.lang());
            let row = format!("  {mark} {}  {activity}  {}", planned.span, planned.note.as_str());
            let _ = writeln!(out, "{}", row.trim_end());
        }
        out
    }
}

impl WeekSummary {
    /// One line: non-teaching time, target, what is left, and the status in words.
    #[must_use]
    pub fn sentence(&self, i18n: &I18n) -> String {
        let non_teaching = i18n.duration(self.figures.non_teaching());
        let status = status_words(self.standing.status, i18n);
        let Standing {
            target: Some(target),
            remaining: Some(remaining),
            ..
        } = self.standing
        else {
            return tr!(
                i18n,
                "summary-week-plain",
                non_teaching = non_teaching,
                status = status
            );
        };
        let left = i18n.duration(u32::try_from(remaining.unsigned_abs()).unwrap_or(u32::MAX));
        let target = i18n.duration(target);
        if remaining < 0 {
            tr!(
                i18n,
                "summary-week-over",
                non_teaching = non_teaching,
                target = target,
                over = left,
                status = status
            )
        } else {
            tr!(
                i18n,
                "summary-week-left",
                non_teaching = non_teaching,
                target = target,
                left = left,
                status = status
            )
        }
    }

    /// The whole summary: a line for each figure, then, where there are any, tables of the burden list, of what changed
    /// since the baseline and of what meetings were worth.
    #[must_use]
    pub fn to_text(&self, profile: &Profile, i18n: &I18n, today: NaiveDate) -> String {
        let document = Document::of_week(self, profile, i18n);
        let tables = [SectionId::Burden, SectionId::Changes, SectionId::Worth];
        let tables = sections_text(&document, &tables);
        format!(
            "{}{}\n{tables}",
            self.lines(&profile.taxonomy(), i18n, today),
            self.sentence(i18n)
        )
    }

    /// A line for each figure.
    fn lines(&self, taxonomy: &Taxonomy, i18n: &I18n, today: NaiveDate) -> String {
        let f = &self.figures;
        let mut out = format!("{} ({} – {})\n", f.week, f.week.monday(), f.week.sunday());
        let mut line = |label: String, value: String| {
            let _ = writeln!(out, "{} {value}", pad(&label, 26)); // writing to a String does not fail
        };
        for (category, minutes) in f.sums.minutes.iter() {
            let name = taxonomy.category_name(category, i18n.lang()).to_owned();
            line(name, format!("{:>5}  {}", minutes, i18n.duration(*minutes)));
        }
        line(
            tr!(i18n, "summary-total"),
            format!("{:>5}  {}", f.total(), i18n.duration(f.total())),
        );
        line(
            tr!(i18n, "summary-parallel"),
            format!("{:>5}", f.sums.parallel_minutes),
        );
        let share = |part| share_words(part, f.total());
        line(
            tr!(i18n, "summary-share"),
            format!("{:>7}", share(f.non_teaching())),
        );
        line(
            tr!(i18n, "summary-lesson-share"),
            format!("{:>7}", share(f.lessons())),
        );
        line(
            tr!(i18n, "summary-school-days"),
            tr!(
                i18n,
                "summary-closed-of",
                closed = f.plan.closed_days.to_string(),
                days = f.plan.school_days.to_string()
            ),
        );
        let open: Vec<String> = self.open_days(today).map(|d| i18n.weekday(d.date)).collect();
        if !open.is_empty() {
            line(tr!(i18n, "summary-still-open"), open.join(" "));
        }
        if let Some(baseline) = &self.baseline {
            let rate = baseline.rate(&GoalSubject::NonTeaching);
            let rate = rate.map_or_else(String::new, |r| format!("{:.1}", r.per_school_day()));
            line(
                tr!(i18n, "summary-baseline"),
                tr!(i18n, "summary-per-school-day", minutes = rate),
            );
        }
        for goal in &self.goals {
            let what = subject_words(&goal.goal.subject, taxonomy, i18n);
            let status = status_words(goal.status, i18n);
            let minutes = goal_value(goal, goal.value, i18n);
            let percent = goal.goal.reduction.to_string();
            let text = match goal.remaining {
                Some(left) => {
                    let left = goal_value(goal, Some(left), i18n);
                    tr!(
                        i18n,
                        "summary-goal",
                        minutes = minutes,
                        left = left,
                        percent = percent,
                        status = status
                    )
                }
                None => tr!(
                    i18n,
                    "summary-goal-plain",
                    minutes = minutes,
                    percent = percent,
                    status = status
                ),
            };
            line(what, text);
        }
        if f.meetings.count > 0 {
            let text = tr!(
                i18n,
                "summary-meetings",
                count = f.meetings.count,
                minutes = i18n.duration(f.meetings.minutes),
                staff = f.meetings.staff_count.to_string()
            );
            line(tr!(i18n, "summary-meetings-label"), text);
        }
        if self.late_parent_minutes > 0 {
            let late = self.late_parent_minutes;
            line(
                tr!(i18n, "summary-late"),
                format!("{:>5}  {}", late, i18n.duration(late)),
            );
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_measured_in_cells() {
        assert_eq!(pad("会议", 6), "会议  ");
        assert_eq!(pad("meetings", 6), "meetings");
    }
}
