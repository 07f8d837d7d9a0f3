//! How many of those asked have answered: a bar for each answer of each group, what lies within another further in.

use super::{Line, Scene, bar, filled};
use crate::survey::Group;
use crate::survey::collector::percent;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::text;

/// The widest that a name is shown while others are shorter.
const WIDEST: usize = 40;

/// A line before it is drawn.
struct Row {
    name: String,
    responses: u64,
    staff: Option<u32>,
}

/// The heading.
pub(super) fn title(scene: &Scene<'_>) -> String {
    match scene.state.week() {
        None => tr!(scene.i18n, "collecting-coverage-none"),
        Some(week) => {
            let (first, last) = (
                scene.state.definition.weeks.start(),
                scene.state.definition.weeks.end(),
            );
            let number = |week: crate::domain::WeekId| (week.monday() - first.monday()).num_weeks() + 1;
            tr!(
                scene.i18n,
                "collecting-coverage",
                week = week.to_string(),
                at = number(week),
                all = number(*last)
            )
        }
    }
}

/// That there are more responses of the week shown than people, where that is so.
pub(super) fn warning(scene: &Scene<'_>) -> Option<String> {
    let (state, week) = (scene.state, scene.state.week());
    let flagged = state.coverage.too_many(&state.definition);
    let count = flagged.iter().filter(|many| Some(many.week) == week).count();
    (count > 0).then(|| tr!(scene.i18n, "collecting-too-many", count = count))
}

/// So many, of how many people where that is known, and what part of them that is.
pub(super) fn share(responses: u64, staff: Option<u32>) -> (String, String) {
    match staff.filter(|staff| *staff > 0) {
        None => (responses.to_string(), String::new()),
        Some(staff) => (
            format!("{responses} / {staff}"),
            format!("{} %", percent(responses, staff).unwrap_or(0)),
        ),
    }
}

/// The lines of the week shown.
pub(super) fn lines(scene: &Scene<'_>, canvas: &Canvas<'_>, width: u16) -> Vec<Line> {
    let (i18n, definition) = (scene.i18n, &scene.state.definition);
    let Some(coverage) = scene.state.week_coverage() else {
        let words = tr!(i18n, "collecting-nothing");
        return vec![vec![canvas.piece(Role::Muted, format!("  {words}"))]];
    };
    let everybody = Row {
        name: tr!(i18n, "collecting-everybody"),
        responses: coverage.responses,
        staff: definition.staff,
    };
    let mut rows = vec![Ok(everybody)];
    for (group, counts) in definition.groups.iter().zip(&coverage.groups) {
        rows.push(Err(group.name.get(i18n.lang()).to_owned()));
        rows.extend(answers(scene, group, counts).into_iter().map(Ok));
    }
    let names = rows.iter().flatten().map(|row| text::width(&row.name));
    let room = usize::from(width);
    let name = names
        .max()
        .unwrap_or(0)
        .min(WIDEST)
        .min(room.saturating_sub(24) / 2);
    let numbers = rows.iter().flatten();
    let numbers = numbers.map(|row| text::width(&share(row.responses, row.staff).0));
    let numbers = numbers.max().unwrap_or(0);
    // A margin, the name, a gap, the bar, a gap, the numbers, the share, and the sign that something is wrong.
    let cells = room
        .saturating_sub(2 + name + 2 + 2 + 1 + numbers + 7 + 3)
        .min(60);
    let line = |row: Result<Row, String>| match row {
        Err(group) => vec![canvas.piece(Role::Title, format!(" {group}"))],
        Ok(row) => draw_row(canvas, &row, coverage.responses, [name, numbers, cells]),
    };
    rows.into_iter().map(line).collect()
}

fn draw_row(canvas: &Canvas<'_>, row: &Row, responses: u64, [name, numbers, cells]: [usize; 3]) -> Line {
    let more = canvas.glyphs.more;
    let staff = row.staff.map(u64::from).filter(|staff| *staff > 0);
    let is_too_many = row.staff.is_some_and(|staff| row.responses > u64::from(staff));
    let (role, gauge) = if is_too_many {
        (Role::Warning, Role::Error)
    } else {
        (Role::Text, Role::Gauge)
    };
    let (count, percent) = share(row.responses, row.staff);
    let mut line = vec![canvas.piece(role, format!("  {}  ", text::pad(&row.name, name, more)))];
    // Of those whose number nobody knows, the part of all that answered.
    let filled = filled(row.responses, staff.unwrap_or(responses), cells);
    line.extend(bar(canvas, gauge, filled, cells));
    let count = text::pad_left(&count, numbers, more);
    line.push(canvas.piece(role, format!(" {count}{}", text::pad_left(&percent, 7, more))));
    if is_too_many {
        line.push(canvas.piece(Role::Error, " !"));
    }
    line
}

/// The answers of a group, what lies within others further in, and last those who did not say.
fn answers(scene: &Scene<'_>, group: &Group, counts: &[u64]) -> Vec<Row> {
    let lang = scene.i18n.lang();
    let count = |place: usize| counts.get(place).copied().unwrap_or(0);
    let row = |(place, answer): (usize, &crate::survey::GroupAnswer)| Row {
        name: "  ".repeat(group.above(answer).count()) + answer.name.get(lang),
        responses: count(place + 1),
        staff: group.staff_behind(answer),
    };
    let mut rows: Vec<Row> = group.answers.iter().enumerate().map(row).collect();
    rows.push(Row {
        name: tr!(scene.i18n, "cli-survey-collect-not-said"),
        responses: count(0),
        staff: None,
    });
    rows
}
