//! The head: which survey, from where to where, what is being done, and what all of it came to.

use super::{Scene, bar, filled};
use crate::app::collecting::{Standing, Step};
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use chrono::Duration;
use ratatui::layout::Rect;

/// The rows that it takes.
pub(super) const ROWS: u16 = 4;
/// The cells of the bar that tells how far a look is.
const BAR: usize = 16;

/// Draws it.
pub(super) fn draw(scene: &Scene<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    let row = |n: u16| Rect {
        y: area.y + n,
        height: 1,
        ..area
    };
    let (i18n, definition) = (scene.i18n, &scene.state.definition);
    let fingerprint = tr!(
        i18n,
        "collecting-fingerprint",
        fingerprint = definition.fingerprint().to_string()
    );
    let piece = canvas.piece(Role::Muted, format!("  {fingerprint} "));
    let used = canvas.line_right(row(0), &[piece]);
    let left = Rect {
        width: area.width.saturating_sub(used),
        ..row(0)
    };
    let title = format!(" {}", definition.title.get(i18n.lang()));
    canvas.text(left, Role::Title, &title);
    let places = places(scene, canvas, usize::from(area.width));
    canvas.text(row(1), Role::Muted, &places);
    let standing = standing(scene, canvas);
    canvas.line(row(2), &standing);
    let sums = sums(scene, canvas);
    canvas.line(row(3), &sums);
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
    // By the minutes of the clock, which the screen changes with.
    let minute = |t: chrono::NaiveDateTime| t.and_utc().timestamp().div_euclid(60);
    match minute(scene.now) - minute(last) {
        ..=0 => tr!(i18n, "collecting-last-now"),
        minutes => tr!(i18n, "collecting-last-minutes", minutes = minutes),
    }
}

/// What the dataset has, and what came since the screen was opened: of that only what there is.
fn sums(scene: &Scene<'_>, canvas: &Canvas<'_>) -> Vec<Piece> {
    let (i18n, state, sums) = (scene.i18n, scene.state, scene.state.sums());
    let dot = format!(" {} ", canvas.glyphs.dot);
    let has = tr!(i18n, "collecting-has", responses = state.responses());
    let mut out = vec![canvas.piece(Role::Title, format!(" {has}"))];
    let mut put = |role, words: String| {
        out.push(canvas.piece(Role::Muted, dot.clone()));
        out.push(canvas.piece(role, words));
    };
    put(Role::Text, tr!(i18n, "collecting-taken", count = sums.taken));
    if sums.corrected > 0 {
        put(
            Role::Text,
            tr!(i18n, "collecting-corrected", count = sums.corrected),
        );
    }
    if sums.withdrawn > 0 {
        put(
            Role::Text,
            tr!(i18n, "collecting-withdrawn", count = sums.withdrawn),
        );
    }
    if state.not_taken > 0 {
        put(
            Role::Warning,
            tr!(i18n, "collecting-not-taken", count = state.not_taken),
        );
    }
    if sums.unchanged > 0 {
        put(
            Role::Muted,
            tr!(i18n, "collecting-unchanged", count = sums.unchanged),
        );
    }
    out
}
