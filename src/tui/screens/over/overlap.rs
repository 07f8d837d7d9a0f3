//! The ways out of an overlap, each with what it would do.

use super::frame;
use crate::app::{Overlap, Way};
use crate::diary::{OnOverlap, Operation, Outcome, Refusal};
use crate::domain::Block;
use crate::i18n::Say;
use crate::keymap::Action;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::header;
use chrono::NaiveDate;

/// Draws what is in the way and the ways out.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, overlap: &Overlap) {
    let i18n = view.i18n;
    let room = usize::from(canvas.area().width.saturating_sub(6));
    let words = in_the_way(view, overlap);
    let lines = lines(view, overlap);
    let widest = lines
        .iter()
        .map(|(what, how)| text::width(what) + text::width(how) + 8);
    let columns = widest.max().unwrap_or(0).max(text::width(&words)).min(room);
    let title = tr!(i18n, "tui-overlap");
    let inside = frame::open(canvas, &title, columns, lines.len() + 2);
    canvas.text(frame::row(inside, 0), Role::Warning, &words);
    let area = frame::below(inside, 2);
    frame::list(canvas, area, &overlap.list, lines.len(), |canvas, n| {
        let (what, how) = &lines[n];
        let possible = overlap.ways.get(n).is_none_or(|way| way.effect.is_ok());
        vec![
            canvas.piece(Role::Key, format!("{} ", n + 1)),
            canvas.piece(if possible { Role::Text } else { Role::Muted }, what.as_str()),
            canvas.piece(Role::Muted, format!("  {how}")),
        ]
    });
}

fn in_the_way(view: &View<'_>, overlap: &Overlap) -> String {
    let (date, block) = &overlap.other;
    let what = named(view, block);
    let words = tr!(view.i18n, "tui-overlap-with", block = what);
    if *date == view.app.day().date {
        words
    } else {
        format!("{words} ({})", header::date(view.i18n, *date))
    }
}

fn named(view: &View<'_>, block: &Block) -> String {
    format!("{} {}", block.span, view.activity(&block.activity))
}

/// What each line does, and how things would stand then.
fn lines(view: &View<'_>, overlap: &Overlap) -> Vec<(String, String)> {
    let action = |policy| match policy {
        OnOverlap::Trim => Action::Trim,
        OnOverlap::Replace => Action::Replace,
        OnOverlap::Parallel | OnOverlap::Refuse => Action::Parallel,
    };
    let line = |way: &Way| {
        let how = match &way.effect {
            Ok(outcome) => becomes(view, outcome, way.policy),
            Err(Refusal::NothingLeft { .. }) => tr!(view.i18n, "tui-overlap-nothing"),
            Err(refusal) => refusal.say(view.i18n),
        };
        (view.action(action(way.policy)), how)
    };
    let mut out: Vec<_> = overlap.ways.iter().map(line).collect();
    let types = matches!(&overlap.operation, Operation::Add { drafts, .. } if drafts.len() == 1)
        || matches!(overlap.operation, Operation::Edit { .. });
    out.push((
        if types {
            tr!(view.i18n, "tui-overlap-edit")
        } else {
            view.action(Action::Cancel)
        },
        String::new(),
    ));
    out
}

/// Most that is named; above it, numbers say more than a long line.
const NAMED: usize = 2;

/// What a way makes of the blocks.
fn becomes(view: &View<'_>, outcome: &Outcome, policy: OnOverlap) -> String {
    let i18n = view.i18n;
    let list = |blocks: &[(NaiveDate, Block)]| {
        let names: Vec<String> = blocks.iter().map(|(_, b)| named(view, b)).collect();
        names.join(&tr!(i18n, "tui-overlap-and"))
    };
    let mut parts = Vec::new();
    match outcome.removed.as_slice() {
        [] => {}
        few if few.len() <= NAMED => parts.push(tr!(i18n, "tui-overlap-goes", blocks = list(few))),
        many => parts.push(tr!(i18n, "toast-removed", count = many.len())),
    }
    // With replacing, what is booked anew comes last, and what was cut before it.
    let told = match policy {
        OnOverlap::Replace => outcome.booked.split_last().map_or(&[][..], |(_, cut)| cut),
        _ => outcome.booked.as_slice(),
    };
    match told {
        [] => {}
        few if few.len() <= NAMED => parts.push(list(few)),
        many => parts.push(tr!(i18n, "tui-overlap-blocks", count = many.len())),
    }
    parts.join(&tr!(i18n, "tui-overlap-and"))
}
