//! The live screen of collecting: a head that says what is collected and how far it is, and below it what came when, how many
//! of those asked have answered, and what was not taken.

mod arrivals;
mod coverage;
mod head;
mod help;
mod panes;
mod refused;

use super::small::too_small;
use super::{Look, has_room};
use crate::app::collecting::Collecting;
use crate::i18n::I18n;
use crate::keymap::{Action, Context};
use crate::theme::Role;
use crate::tr;
use crate::tui::glyphs::Glyphs;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::widgets::footer;
use chrono::NaiveDateTime;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};

/// A line of a part of the screen.
type Line = Vec<Piece>;

/// What is drawn, with what drawing needs besides.
struct Scene<'a> {
    state: &'a Collecting,
    i18n: &'a I18n,
    now: NaiveDateTime,
}

/// Draws the state onto a buffer of any size.
pub(crate) fn draw(state: &Collecting, look: &Look, now: NaiveDateTime, buffer: &mut Buffer) {
    if buffer.area.is_empty() {
        return;
    }
    let scene = Scene {
        state,
        i18n: &look.i18n,
        now,
    };
    let mut canvas = Canvas {
        buffer,
        theme: &look.theme,
        glyphs: Glyphs::of(look.borders),
        cursor: None,
        drawn: &mut Vec::new(),
    };
    let area = canvas.area();
    canvas.wash(area, Role::Text);
    if has_room(area) {
        let rows = [
            Constraint::Length(head::rows(&scene, &canvas, area)),
            Constraint::Fill(1),
            Constraint::Length(1),
        ];
        let [top, body, bottom] = Layout::vertical(rows).areas(area);
        head::draw(&scene, &mut canvas, top, area);
        panes::draw(&scene, &mut canvas, body);
        if let Some(scroll) = &state.help {
            help::draw(&scene, &mut canvas, scroll);
        }
        draw_footer(&scene, &mut canvas, bottom);
    } else {
        draw_small(&scene, &mut canvas);
    }
    canvas.blank_hidden_cells();
}

impl Scene<'_> {
    /// What an action does here, in a few words.
    fn action(&self, context: Context, action: Action) -> String {
        let i18n = self.i18n;
        match (context, action) {
            (Context::Collecting, Action::PreviousWeek) => tr!(i18n, "collecting-key-earlier"),
            (Context::Collecting, Action::NextWeek) => tr!(i18n, "collecting-key-later"),
            (Context::Collecting, Action::Today) => tr!(i18n, "collecting-key-newest"),
            (Context::Collecting, Action::Quit) if self.state.is_ending => {
                tr!(i18n, "collecting-key-at-once")
            }
            (Context::Collecting, Action::Quit) => tr!(i18n, "collecting-key-end"),
            _ => i18n.format(action.message(), &[]),
        }
    }
}

/// The most useful keys, as many as fit.
fn draw_footer(scene: &Scene<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    let context = scene.state.context();
    let hints = context.hints().iter();
    let hints = hints.filter(|action| scene.state.offers(**action));
    let hint = |action: &Action| {
        let keys = scene.state.keymap().keys(context, *action);
        let key = keys.first().map(|key| key.label()).unwrap_or_default();
        (*action, key, scene.action(context, *action))
    };
    footer::draw_hints(canvas, area, hints.map(hint));
}

/// What a window that is too small says.
fn draw_small(scene: &Scene<'_>, canvas: &mut Canvas<'_>) {
    let area = canvas.area();
    let keys = scene.state.keymap().keys(Context::Collecting, Action::Quit);
    let lines = too_small(scene.i18n, area, keys);
    for (y, line) in (area.top()..area.bottom()).zip(lines) {
        canvas.text(Rect { y, height: 1, ..area }, Role::Title, &line);
    }
}

/// A bar of so many cells of which so many are full.
fn bar(canvas: &Canvas<'_>, role: Role, filled: usize, cells: usize) -> [Piece; 4] {
    let filled = filled.min(cells);
    [
        canvas.piece(Role::Text, "["),
        canvas.piece(role, "=".repeat(filled)),
        canvas.piece(Role::GaugeRest, "-".repeat(cells - filled)),
        canvas.piece(Role::Text, "]"),
    ]
}

/// So many of `cells` as `part` is of `whole`; at least one where there is something.
fn filled(part: u64, whole: u64, cells: usize) -> usize {
    let share = u128::from(part) * cells as u128 / u128::from(whole.max(1));
    let share = usize::try_from(share).unwrap_or(cells).min(cells);
    share.max(usize::from(part > 0 && cells > 0))
}
