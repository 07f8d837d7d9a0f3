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
        .map(|line| text::width(&line.key) + text::width(&line.what) + text::width(&line.how) + 6);
    let columns = widest.max().unwrap_or(0).max(text::width(&words)).min(room);
    let title = tr!(i18n, "tui-overlap");
    let inside = frame::open(canvas, &title, columns, lines.len() + 2);
    canvas.text(frame::row(inside, 0), Role::Warning, &words);
    let area = frame::below(inside, 2);
    let keys = lines.iter().map(|line| text::width(&line.key)).max().unwrap_or(0);
    frame::list(canvas, area, &overlap.list, lines.len(), |canvas, n| {
        let line = &lines[n];
        let role = if line.possible { Role::Text } else { Role::Muted };
        vec![
            canvas.piece(Role::Key, format!("{} ", text::pad(&line.key, keys, ""))),
            canvas.piece(role, line.what.as_str()),
            canvas.piece(Role::Muted, format!("  {}", line.how)),
        ]
    });
}

/// A line of the box: its key, what it does, and how things would stand then.
struct Choice {
    key: String,
    what: String,
    how: String,
    possible: bool,
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

/// What each line does: first what changes nothing, then the ways out.
fn lines(view: &View<'_>, overlap: &Overlap) -> Vec<Choice> {
    let i18n = view.i18n;
    let types = match &overlap.operation {
        Operation::Add { drafts, .. } => drafts.len() == 1,
        Operation::Edit { .. } => true,
        Operation::Confirm { planned, .. } => planned.len() == 1,
        _ => false,
    };
    let back = Choice {
        key: view.key(Action::Cancel),
        what: if types {
            tr!(i18n, "tui-overlap-edit")
        } else {
            tr!(i18n, "tui-overlap-leave")
        },
        how: String::new(),
        possible: true,
    };
    let mut out = vec![back];
    out.extend(overlap.ways.iter().map(|way| choice(view, overlap, way)));
    out
}

fn choice(view: &View<'_>, overlap: &Overlap, way: &Way) -> Choice {
    let action = match way.policy {
        OnOverlap::Trim => Action::Trim,
        OnOverlap::Replace => Action::Replace,
        OnOverlap::Parallel | OnOverlap::Refuse => Action::Parallel,
    };
    Choice {
        key: view.key(action),
        what: view.action(action),
        how: match &way.effect {
            Ok(outcome) => becomes(view, overlap, outcome, way.policy),
            Err(Refusal::NothingLeft { .. }) => tr!(view.i18n, "tui-overlap-nothing"),
            Err(refusal) => refusal.say(view.i18n),
        },
        possible: way.effect.is_ok(),
    }
}

/// Most that is named; above it, numbers say more than a long line.
const NAMED: usize = 2;

/// What a way makes of the blocks: what goes, what is cut, and where that is not plain, what is booked.
fn becomes(view: &View<'_>, overlap: &Overlap, outcome: &Outcome, policy: OnOverlap) -> String {
    let i18n = view.i18n;
    let edited = match &overlap.operation {
        Operation::Edit { id, .. } => Some(id),
        _ => None,
    };
    let loaded = view.app.day().loaded.as_ref();
    let was_there = |date: &NaiveDate, block: &Block| {
        Some(&block.id) != edited && loaded.is_some_and(|l| l.diary.day(*date).block(&block.id).is_some())
    };
    let (cut, booked): (Vec<_>, Vec<_>) = outcome.booked.iter().partition(|(date, b)| was_there(date, b));
    let list = |blocks: &[&(NaiveDate, Block)]| {
        let names: Vec<String> = blocks.iter().map(|(_, b)| named(view, b)).collect();
        names.join(&tr!(i18n, "tui-overlap-and"))
    };
    let mut parts = Vec::new();
    let removed: Vec<_> = outcome.removed.iter().collect();
    match removed.as_slice() {
        [] => {}
        few if few.len() <= NAMED => parts.push(tr!(i18n, "tui-overlap-goes", blocks = list(few))),
        many => parts.push(tr!(i18n, "toast-removed", count = many.len())),
    }
    match cut.as_slice() {
        [] => {}
        few if few.len() <= NAMED => parts.push(list(few)),
        many => parts.push(tr!(i18n, "toast-cut", count = many.len())),
    }
    match (policy, booked.as_slice()) {
        (OnOverlap::Parallel, _) => parts.push(tr!(i18n, "tui-overlap-apart")),
        (OnOverlap::Replace, one) if one.len() <= 1 => {}
        (_, few) if few.len() <= NAMED => parts.push(list(few)),
        (_, many) => parts.push(tr!(i18n, "tui-overlap-blocks", count = many.len())),
    }
    parts.join(&tr!(i18n, "tui-overlap-and"))
}
