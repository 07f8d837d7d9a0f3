//! The menus of the settings.

use super::frame;
use crate::app::{Choices, Offer, SettingMenu, line_language, weekday_flags};
use crate::keymap::Action;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::words::settings as words;
use ratatui::layout::Rect;

/// The most lines that are shown at once: what the screen says below stays in sight.
const MOST: usize = 9;

/// Draws the menu.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, menu: &SettingMenu) {
    let i18n = view.i18n;
    let title = match menu.choices {
        Choices::Language => tr!(i18n, "settings-language"),
        Choices::Theme(_) => tr!(i18n, "settings-theme"),
        Choices::NewGoal(_) => tr!(i18n, "settings-new-goal"),
        Choices::SchoolDays(_) => tr!(i18n, "settings-school-days"),
    };
    let (lines, hint) = (lines(view, menu), hint(view, menu));
    let rows = lines.len().min(MOST);
    let widest = lines.iter().map(|l| text::width(l)).max().unwrap_or(0);
    let wanted = (widest + 4).max(text::width(&hint)).max(30);
    let below = usize::from(!hint.is_empty());
    let inside = frame::open(canvas, &title, wanted, rows + below);
    let list = Rect {
        height: inside.height.saturating_sub(u16::try_from(below).unwrap_or(0)),
        ..inside
    };
    frame::list(canvas, list, &menu.list, lines.len(), |canvas, n| {
        vec![canvas.piece(Role::Text, lines[n].as_str())]
    });
    canvas.text(frame::row(inside, usize::from(list.height)), Role::Muted, &hint);
}

fn lines(view: &View<'_>, menu: &SettingMenu) -> Vec<String> {
    let i18n = view.i18n;
    match &menu.choices {
        Choices::Language => (0..menu.count())
            .map(|n| words::language(i18n, line_language(n), view.app.prefs().system))
            .collect(),
        Choices::Theme(names) => names.clone(),
        Choices::NewGoal(offers) => {
            let line = |offer: &Offer| match offer {
                Offer::AllOfPolicy => tr!(i18n, "settings-goal-all"),
                Offer::Policy(goal) => tr!(
                    i18n,
                    "settings-goal-policy",
                    what = words::subject(view, &goal.subject),
                    percent = words::percent(goal.reduction)
                ),
                Offer::Other(what) => words::subject(view, what),
            };
            offers.iter().map(line).collect()
        }
        Choices::SchoolDays(days) => ticked(&words::weekdays(i18n), weekday_flags(*days)),
    }
}

/// The weekdays, each with a box that is ticked or not.
pub(super) fn ticked(names: &[String; 7], days: [bool; 7]) -> Vec<String> {
    let line = |(name, on): (&String, bool)| format!("[{}] {name}", if on { "x" } else { " " });
    names.iter().zip(days).map(line).collect()
}

fn hint(view: &View<'_>, menu: &SettingMenu) -> String {
    match menu.choices {
        Choices::SchoolDays(_) => tr!(view.i18n, "settings-toggle", key = view.key(Action::Toggle)),
        _ => String::new(),
    }
}
