//! The questions of the first start.

use super::frame;
use super::setting_menu::ticked;
use crate::app::{Setup, Step, Target, weekday_flags};
use crate::i18n::Lang;
use crate::keymap::Action;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::words::settings as words;
use ratatui::layout::Rect;

/// The columns of every step: the box must not jump.
const WIDTH: usize = 52;

/// The rows of every step.
const ROWS: usize = 14;

/// Draws the question asked.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, setup: &Setup) {
    let i18n = view.i18n;
    let (n, of) = setup.number();
    let inside = frame::open(canvas, &tr!(i18n, "setup-title"), WIDTH, ROWS);
    let step = tr!(i18n, "setup-step", n = n, of = of);
    let used = canvas.line(
        frame::row(inside, 0),
        &[canvas.piece(Role::Muted, format!("{step}  "))],
    );
    let head = Rect {
        x: inside.x + used,
        width: inside.width.saturating_sub(used),
        ..frame::row(inside, 0)
    };
    canvas.text(head, Role::Title, &question(view, setup));
    if setup.step == Step::School {
        draw_school(view, canvas, inside, setup);
    } else {
        draw_choices(view, canvas, inside, setup);
    }
    draw_keys(view, canvas, frame::row(inside, ROWS - 1), n > 1);
}

/// The lines of a question, and what is good to know at the bottom.
fn draw_choices(view: &View<'_>, canvas: &mut Canvas<'_>, inside: Rect, setup: &Setup) {
    let lines = lines(view, setup);
    let list = Rect {
        height: frame::below(inside, 2)
            .height
            .min(u16::try_from(lines.len()).unwrap_or(0)),
        ..frame::below(inside, 2)
    };
    frame::list(canvas, list, &setup.list, lines.len(), |canvas, n| {
        line(canvas, setup, n, &lines[n])
    });
    let room = usize::from(inside.width).max(1);
    let notes: Vec<String> = notes(view, setup)
        .iter()
        .flat_map(|n| text::wrap(n, room))
        .collect();
    let top = ROWS.saturating_sub(1 + notes.len()).max(lines.len() + 2);
    for (n, line) in notes.iter().enumerate() {
        canvas.text(frame::row(inside, top + n), Role::Muted, line);
    }
}

/// The weekdays, and below them under a question of their own the bells: one list.
fn draw_school(view: &View<'_>, canvas: &mut Canvas<'_>, inside: Rect, setup: &Setup) {
    let lines = lines(view, setup);
    let selected = setup.list.at(lines.len());
    let is_bells = |n: usize| n >= Setup::WEEKDAYS;
    for (n, text) in lines.iter().enumerate() {
        let place = frame::row(inside, 1 + n + usize::from(is_bells(n)));
        let pointer = if n == selected { "> " } else { "  " };
        let mut pieces = vec![canvas.piece(Role::Text, pointer)];
        pieces.extend(line(canvas, setup, n, text));
        canvas.line(place, &pieces);
        if n == selected {
            canvas.wash(place, Role::Selected);
        }
        canvas.stands_for(place, Target::Row(n));
    }
    let head = frame::row(inside, 1 + Setup::WEEKDAYS);
    canvas.text(head, Role::Title, &tr!(view.i18n, "setup-bells"));
    let how = tr!(view.i18n, "setup-toggle", key = view.key(Action::Toggle));
    let below = frame::row(inside, 2 + Setup::WEEKDAYS + Setup::BELLS);
    canvas.text(below, Role::Muted, &how);
}

/// A line to choose; where a digit does, with its number.
fn line(canvas: &Canvas<'_>, setup: &Setup, n: usize, text: &str) -> Vec<Piece> {
    let number = match n + 1 {
        _ if setup.gives_way() => String::new(),
        n if setup.count() > 9 => format!("{n:>2} "),
        n => format!("{n} "),
    };
    vec![canvas.piece(Role::Key, number), canvas.piece(Role::Text, text)]
}

fn question(view: &View<'_>, setup: &Setup) -> String {
    match setup.step {
        Step::Language => tr!(view.i18n, "setup-language"),
        Step::School => tr!(view.i18n, "setup-school-days"),
        Step::Timetable => tr!(view.i18n, "setup-timetable"),
    }
}

fn lines(view: &View<'_>, setup: &Setup) -> Vec<String> {
    let i18n = view.i18n;
    match setup.step {
        Step::Language => Lang::ALL.map(|l| l.own_name().to_owned()).to_vec(),
        Step::School => {
            let mut out = ticked(&words::weekdays(i18n), weekday_flags(setup.days));
            let [secondary, primary] = Setup::schedules().map(|b| words::bells(i18n, &b));
            let bells = [
                tr!(i18n, "setup-bells-secondary", bells = secondary),
                tr!(i18n, "setup-bells-primary", bells = primary),
                tr!(i18n, "setup-bells-later"),
            ];
            let chosen = |n: usize| if n == setup.bells { "(x)" } else { "( )" };
            out.extend(
                bells
                    .iter()
                    .enumerate()
                    .map(|(n, b)| format!("{} {b}", chosen(n))),
            );
            out
        }
        Step::Timetable => vec![
            tr!(i18n, "setup-timetable-later"),
            tr!(i18n, "setup-timetable-now"),
            tr!(i18n, "setup-timetable-import"),
        ],
    }
}

/// What is good to know at a step; at the last one, what a timetable is good for and how to log.
fn notes(view: &View<'_>, setup: &Setup) -> Vec<String> {
    let i18n = view.i18n;
    match setup.step {
        Step::Language if setup.gives_way() => vec![tr!(i18n, "setup-note")],
        Step::Language | Step::School => Vec::new(),
        Step::Timetable => vec![
            tr!(i18n, "setup-timetable-what"),
            tr!(i18n, "tui-empty-how"),
            tr!(i18n, "tui-empty-example"),
        ],
    }
}

fn draw_keys(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect, back: bool) {
    let i18n = view.i18n;
    let mut keys = vec![(Action::Accept, tr!(i18n, "setup-next"))];
    if back {
        keys.push((Action::PreviousValue, tr!(i18n, "setup-back")));
    }
    keys.push((Action::Cancel, tr!(i18n, "setup-skip")));
    let pieces: Vec<_> = keys
        .into_iter()
        .flat_map(|(action, words)| {
            [
                canvas.piece(Role::Key, view.key(action)),
                canvas.piece(Role::Text, format!(" {words}   ")),
            ]
        })
        .collect();
    canvas.line(area, &pieces);
}
