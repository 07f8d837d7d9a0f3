//! The questions of the first start.

use super::frame;
use super::setting_menu::ticked;
use crate::app::{Setup, Step, weekday_flags};
use crate::i18n::Lang;
use crate::keymap::Action;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::screens::settings::words;
use crate::tui::text;
use crate::tui::view::View;
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
    let lines = lines(view, setup);
    let list = Rect {
        height: frame::below(inside, 2)
            .height
            .min(u16::try_from(lines.len()).unwrap_or(0)),
        ..frame::below(inside, 2)
    };
    frame::list(canvas, list, &setup.list, lines.len(), |canvas, n| {
        let number = if setup.gives_way() {
            String::new()
        } else {
            format!("{} ", n + 1)
        };
        vec![
            canvas.piece(Role::Key, number),
            canvas.piece(Role::Text, lines[n].as_str()),
        ]
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
    draw_keys(view, canvas, frame::row(inside, ROWS - 1), n > 1);
}

fn question(view: &View<'_>, setup: &Setup) -> String {
    match setup.step {
        Step::Language => tr!(view.i18n, "setup-language"),
        Step::SchoolDays => tr!(view.i18n, "setup-school-days"),
        Step::Bells => tr!(view.i18n, "setup-bells"),
    }
}

fn lines(view: &View<'_>, setup: &Setup) -> Vec<String> {
    let i18n = view.i18n;
    match setup.step {
        Step::Language => Lang::ALL.map(|l| l.own_name().to_owned()).to_vec(),
        Step::SchoolDays => ticked(&words::weekdays(i18n), weekday_flags(setup.days)),
        Step::Bells => {
            let [secondary, primary] = Setup::schedules().map(|b| words::bells(i18n, &b));
            vec![
                tr!(i18n, "setup-bells-secondary", bells = secondary),
                tr!(i18n, "setup-bells-primary", bells = primary),
                tr!(i18n, "setup-bells-later"),
            ]
        }
    }
}

/// What is good to know at a step; at the last one, how to log.
fn notes(view: &View<'_>, setup: &Setup) -> Vec<String> {
    let i18n = view.i18n;
    match setup.step {
        Step::Language if setup.gives_way() => vec![tr!(i18n, "setup-note")],
        Step::Language => Vec::new(),
        Step::SchoolDays => vec![tr!(i18n, "settings-toggle", key = view.key(Action::Toggle))],
        Step::Bells => vec![tr!(i18n, "tui-empty-how"), tr!(i18n, "tui-empty-example")],
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
