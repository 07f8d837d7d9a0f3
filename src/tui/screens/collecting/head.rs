//! The head: which survey, from where to where, what is being done, and what all of it came to.

use super::{Scene, bar, filled};
use crate::app::collecting::{Standing, Step};
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use chrono::Duration;
use ratatui::layout::Rect;

/// The cells of the bar that tells how far a look is.
const BAR: usize = 16;

/// The rows of a window from which on the fingerprint is worth one of its own.
const ROOMY: u16 = 24;

/// Where the fingerprint stands: on the right of the first row in which there is room.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Title,
    Places,
    OwnRow,
    Nowhere,
}

/// The rows that it takes of a window.
pub(super) fn rows(scene: &Scene<'_>, canvas: &Canvas<'_>, window: Rect) -> u16 {
    4 + u16::from(place(scene, canvas, window) == Place::OwnRow)
}

fn place(scene: &Scene<'_>, canvas: &Canvas<'_>, window: Rect) -> Place {
    let room = usize::from(window.width);
    let needs = text::width(&fingerprint(scene)) + 4;
    let has_room = |words: &str| text::width(words) + needs <= room;
    if has_room(title(scene)) {
        Place::Title
    } else if has_room(places(scene, canvas, usize::MAX / 4).trim()) {
        Place::Places
    } else if window.height >= ROOMY {
        Place::OwnRow
    } else {
        Place::Nowhere
    }
}

fn title<'a>(scene: &Scene<'a>) -> &'a str {
    scene.state.definition.title.get(scene.i18n.lang())
}

fn fingerprint(scene: &Scene<'_>) -> String {
    let fingerprint = scene.state.definition.fingerprint().to_string();
    tr!(scene.i18n, "collecting-fingerprint", fingerprint = fingerprint)
}

/// Draws it.
pub(super) fn draw(scene: &Scene<'_>, canvas: &mut Canvas<'_>, area: Rect, window: Rect) {
    let place = place(scene, canvas, window);
    let mut y = area.y;
    let mut next = || {
        let row = Rect { y, height: 1, ..area };
        y += 1;
        row
    };
    let row = next();
    canvas.text(row, Role::Title, &format!(" {}", title(scene)));
    let fingerprint = canvas.piece(Role::Muted, format!("{} ", fingerprint(scene)));
    if place == Place::Title {
        canvas.line_right(row, std::slice::from_ref(&fingerprint));
    }
    if place == Place::OwnRow {
        let row = next();
        canvas.line(row, &[canvas.piece(Role::Muted, " "), fingerprint.clone()]);
    }
    let row = next();
    let places = places(scene, canvas, usize::from(area.width));
    canvas.text(row, Role::Muted, &places);
    if place == Place::Places {
        canvas.line_right(row, &[fingerprint]);
    }
    let pieces = standing(scene, canvas);
    canvas.line(next(), &pieces);
    let pieces = sums(scene, canvas, usize::from(area.width));
    canvas.line(next(), &pieces);
}

/// Where it comes from and where it goes; of what is too long the ends, which tell more.
fn places(scene: &Scene<'_>, canvas: &Canvas<'_>, room: usize) -> String {
    let (i18n, more) = (scene.i18n, canvas.glyphs.more);
    let words = |inbox: &str, dataset: &str| {
        let words = tr!(i18n, "collecting-places", inbox = inbox, dataset = dataset);
        format!(" {words}")
    };
    let inbox = scene.state.inbox.join(", ");
    let rest = text::width(&words("", ""));
    let room = room.saturating_sub(rest + 1);
    let dataset = end_of(
        &scene.state.dataset,
        (room / 2).max(room.saturating_sub(text::width(&inbox))),
        more,
    );
    let inbox = end_of(&inbox, room.saturating_sub(text::width(&dataset)), more);
    words(&inbox, &dataset)
}

/// A text cut at its beginning.
pub(super) fn end_of(words: &str, room: usize, more: &str) -> String {
    if text::width(words) <= room {
        return words.to_owned();
    }
    let kept = room.saturating_sub(text::width(more));
    format!("{}{}", text::head(more, room), text::tail(words, kept))
}

fn standing(scene: &Scene<'_>, canvas: &Canvas<'_>) -> Vec<Piece> {
    let i18n = scene.i18n;
    let mut out = vec![canvas.piece(Role::Text, " ")];
    if scene.state.is_ending {
        out.push(canvas.piece(Role::Warning, tr!(i18n, "collecting-ending")));
        return out;
    }
    match &scene.state.standing {
        Standing::Begins => out.push(canvas.piece(Role::Title, tr!(i18n, "collecting-begins"))),
        Standing::Waiting => {
            let last = format!("  {}", last(scene));
            out.push(canvas.piece(Role::Good, tr!(i18n, "collecting-waiting")));
            out.push(canvas.piece(Role::Text, last));
        }
        Standing::Trouble(why) => out.push(canvas.piece(Role::Error, why.clone())),
        Standing::Reading(step) => out.extend(reading(scene, canvas, step)),
    }
    out
}

fn reading(scene: &Scene<'_>, canvas: &Canvas<'_>, step: &Step) -> Vec<Piece> {
    let (i18n, pace) = (scene.i18n, step.pace());
    let (Some(percent), Some(left), Some(total)) = (pace.part(100), pace.left(), step.total) else {
        let words = tr!(
            i18n,
            "collecting-reading-so-far",
            files = step.tally.files,
            rate = pace.rate
        );
        return vec![canvas.piece(Role::Title, words)];
    };
    let words = tr!(
        i18n,
        "collecting-reading",
        files = step.tally.files,
        all = total.files,
        rate = pace.rate,
        left = left
    );
    let mut out = bar(canvas, Role::Gauge, filled(percent, 100, BAR), BAR).to_vec();
    out.push(canvas.piece(Role::Title, format!(" {words}")));
    out
}

/// When something came last, in words.
fn last(scene: &Scene<'_>) -> String {
    let i18n = scene.i18n;
    let Some(last) = scene.state.arrivals.last() else {
        return tr!(i18n, "collecting-last-none");
    };
    let since = scene.now - last;
    if since >= Duration::hours(1) {
        let when = last.format("%Y-%m-%d %H:%M").to_string();
        return tr!(i18n, "collecting-last-at", when = when);
    }
    match since.num_minutes() {
        ..=0 => tr!(i18n, "collecting-last-now"),
        minutes => tr!(i18n, "collecting-last-minutes", minutes = minutes),
    }
}

/// What the dataset has, and what came since the screen was opened: of that only what there is, and as much as there is room
/// for, the most important first.
fn sums(scene: &Scene<'_>, canvas: &Canvas<'_>, room: usize) -> Vec<Piece> {
    let (i18n, state, sums) = (scene.i18n, scene.state, scene.state.sums());
    let dot = format!(" {} ", canvas.glyphs.dot);
    let has = format!(" {}", tr!(i18n, "collecting-has", responses = state.responses()));
    let rest = [
        (
            Role::Warning,
            state.not_taken,
            tr!(i18n, "collecting-not-taken", count = state.not_taken),
        ),
        (
            Role::Text,
            sums.corrected,
            tr!(i18n, "collecting-corrected", count = sums.corrected),
        ),
        (
            Role::Text,
            sums.withdrawn,
            tr!(i18n, "collecting-withdrawn", count = sums.withdrawn),
        ),
        (
            Role::Muted,
            sums.unchanged,
            tr!(i18n, "collecting-unchanged", count = sums.unchanged),
        ),
    ];
    let rest = rest.into_iter().filter(|(_, count, _)| *count > 0);
    let taken = tr!(i18n, "collecting-taken", count = sums.taken);
    let all = std::iter::once((Role::Text, taken)).chain(rest.map(|(role, _, words)| (role, words)));
    let mut left = room.saturating_sub(text::width(&has));
    let mut out = vec![canvas.piece(Role::Title, has)];
    for (role, words) in all {
        let width = text::width(&dot) + text::width(&words);
        if width > left {
            break; // half a number says nothing
        }
        left -= width;
        out.push(canvas.piece(Role::Muted, dot.clone()));
        out.push(canvas.piece(role, words));
    }
    out
}
