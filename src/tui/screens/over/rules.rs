//! The rules of the burden list.

use super::frame;
use crate::app::RuleList;
use crate::figures::{Rule, RuleValue};
use crate::summary::{rule_value_words, rule_what, rule_words};
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::toast;
use ratatui::layout::Rect;

/// The columns of the box.
const WIDTH: usize = 56;

/// The rows below the list: a rule, and two for what the selected rule flags.
const BELOW: u16 = 3;

/// Draws the list.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, rules: &RuleList) {
    let title = tr!(view.i18n, "settings-rules");
    let inside = frame::open(canvas, &title, WIDTH, RuleList::LINES + usize::from(BELOW));
    let list = Rect {
        height: inside.height.saturating_sub(BELOW),
        ..inside
    };
    let names = Rule::ALL.map(|rule| rule_words(rule, view.i18n));
    let column = names.iter().map(|name| text::width(name)).max().unwrap_or(0);
    let selected = rules.rule();
    frame::list(canvas, list, &rules.list, RuleList::LINES, |canvas, n| {
        let name = text::pad(&names[n], column, canvas.glyphs.more);
        line(view, canvas, Rule::ALL[n], &name, Rule::ALL[n] == selected)
    });
    let below = frame::below(inside, usize::from(list.height));
    canvas.rule(frame::row(below, 0));
    // What went wrong stands here too: the box may hide where the screen says it.
    let said = view.toast().map(|said| toast::say(view, said));
    let said = said.filter(|(role, _)| matches!(role, Role::Error | Role::Warning));
    let (role, words) = said.unwrap_or_else(|| (Role::Muted, rule_what(selected, view.i18n)));
    let lines = text::wrap(&words, usize::from(inside.width).max(1));
    for (n, line) in lines.iter().take(2).enumerate() {
        canvas.text(frame::row(below, 1 + n), role, line);
    }
}

/// Whether it is on, its name, and what it is set to, with arrows around where the keys change that.
fn line(view: &View<'_>, canvas: &Canvas<'_>, rule: Rule, name: &str, selected: bool) -> Vec<Piece> {
    let value = view.app.known().profile().rules.get(rule);
    let is_on = value != RuleValue::Off;
    let mark = if is_on { "[x]" } else { "[ ]" };
    let words = rule_value_words(rule, value, view.i18n);
    let words = if selected {
        format!("< {words} >")
    } else {
        format!("  {words}")
    };
    let (text, field) = if is_on {
        (Role::Text, Role::Field)
    } else {
        (Role::Muted, Role::Muted)
    };
    vec![
        canvas.piece(text, format!("{mark} {name} ")),
        canvas.piece(field, words),
    ]
}
