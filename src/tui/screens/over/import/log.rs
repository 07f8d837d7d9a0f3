//! The records of a log, by what the file calls them.

use super::{key, meaning_pieces, way};
use crate::app::{Group, Import, LogImport, LogLine};
use crate::domain::WordMeaning;
use crate::keymap::Action;
use crate::theme::Role;
use crate::tr;
use crate::transfer::incoming::{Counts, Fate, Record, What};
use crate::tui::paint::{Canvas, Piece};
use crate::tui::screens::over::frame;
use crate::tui::text;
use crate::tui::view::View;
use ratatui::layout::Rect;

/// The counts, and what is still to be decided.
pub(super) fn head(view: &View<'_>, import: &Import, log: &LogImport) -> Vec<(Role, String)> {
    let i18n = view.i18n;
    let mut counts = words(view, &log.counts);
    counts.extend(super::left_out(view, import.left_out().len()));
    if counts.is_empty() {
        counts.push(tr!(i18n, "import-empty"));
    }
    let mut out = vec![(Role::Text, counts.join(&tr!(i18n, "import-comma")))];
    if log.asked > 0 {
        let (take, skip) = (key(view, Action::Accept), key(view, Action::SkipAsked));
        let words = tr!(i18n, "import-asked", count = log.asked, key = take, skip = skip);
        out.push((Role::Warning, words));
    }
    if log.counts.in_the_way > 0 {
        let words = tr!(
            i18n,
            "import-way",
            way = way(i18n, import.on_overlap),
            key = key(view, Action::MakeRoom)
        );
        out.push((Role::Text, words));
    }
    out
}

/// How many records come to what; nothing of what there is none.
fn words(view: &View<'_>, counts: &Counts) -> Vec<String> {
    let i18n = view.i18n;
    let mut out = Vec::new();
    let mut add = |count: usize, said: &dyn Fn(usize) -> String| {
        if count > 0 {
            out.push(said(count));
        }
    };
    add(counts.asked, &|n| tr!(i18n, "import-count-asked", count = n));
    add(counts.blocks, &|n| tr!(i18n, "import-count-blocks", count = n));
    add(counts.days, &|n| tr!(i18n, "import-count-days", count = n));
    add(counts.in_the_way, &|n| tr!(i18n, "import-count-way", count = n));
    add(counts.known, &|n| tr!(i18n, "import-count-known", count = n));
    add(counts.ahead, &|n| tr!(i18n, "import-count-ahead", count = n));
    add(counts.decided, &|n| tr!(i18n, "import-count-decided", count = n));
    add(counts.skipped, &|n| tr!(i18n, "import-count-skipped", count = n));
    out
}

/// Draws the list.
pub(super) fn list(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect, import: &Import, log: &LogImport) {
    let room = usize::from(area.width.saturating_sub(2));
    frame::list(
        canvas,
        area,
        &import.list,
        log.lines.len(),
        |canvas, n| match log.lines.get(n).copied() {
            Some(LogLine::Group(at)) => {
                let group = log.groups.get(at);
                group.map_or_else(Vec::new, |group| group_line(view, canvas, group, room))
            }
            Some(LogLine::Record(row, _)) => {
                let found = log.preview.rows().nth(row);
                found.map_or_else(Vec::new, |(record, fate)| {
                    record_line(view, canvas, record, fate, room)
                })
            }
            _ => vec![take_line(view, canvas, import, log)],
        },
    );
}

/// The line that does the import.
fn take_line(view: &View<'_>, canvas: &Canvas<'_>, import: &Import, log: &LogImport) -> Piece {
    let i18n = view.i18n;
    let way_in = usize::from(import.on_overlap != crate::diary::OnOverlap::Refuse) * log.counts.in_the_way;
    let (blocks, days) = (log.counts.blocks + way_in, log.counts.days);
    let mut parts = Vec::new();
    if blocks > 0 {
        parts.push(tr!(i18n, "import-some-blocks", count = blocks));
    }
    if days > 0 {
        parts.push(tr!(i18n, "import-some-days", count = days));
    }
    if parts.is_empty() {
        return canvas.piece(Role::Muted, tr!(i18n, "import-nothing-new"));
    }
    let what = parts.join(&tr!(i18n, "import-comma"));
    let role = if log.asked > 0 { Role::Muted } else { Role::Title };
    canvas.piece(role, tr!(i18n, "import-take", what = what))
}

/// The sign of what is the most urgent of several records.
const fn sign(counts: &Counts) -> (Role, &'static str) {
    if counts.asked > 0 {
        (Role::Warning, "?")
    } else if counts.in_the_way > 0 {
        (Role::Error, "!")
    } else if counts.blocks + counts.days > 0 {
        (Role::Good, "+")
    } else if counts.ahead > 0 {
        (Role::Muted, "~")
    } else if counts.decided > 0 {
        (Role::Muted, "*")
    } else if counts.known > 0 {
        (Role::Muted, "=")
    } else {
        (Role::Muted, "x")
    }
}

fn group_line(view: &View<'_>, canvas: &Canvas<'_>, group: &Group, room: usize) -> Vec<Piece> {
    let more = canvas.glyphs.more;
    let (role, sign) = sign(&group.counts);
    let times = format!(" {}", tr!(view.i18n, "import-times", count = group.rows.len()));
    let fold = if group.is_open { "-" } else { " " };
    let label = label_of(view, &group.label);
    let rest = room.saturating_sub(2 + 8 + 4);
    let (label_room, meaning_room) = (rest * 2 / 5, rest * 3 / 10);
    let counts = words(view, &group.counts).join(&tr!(view.i18n, "import-comma"));
    let mut out = vec![
        canvas.piece(role, format!("{sign}{fold}")),
        canvas.piece(Role::Text, text::pad(&label, label_room, more)),
        canvas.piece(Role::Muted, text::pad(&times, 8, more)),
    ];
    if let Some(meaning) = &group.meaning {
        out.push(canvas.piece(Role::Muted, " -> "));
        out.extend(meaning_pieces(view, canvas, Some(meaning), meaning_room));
    } else if group.perhaps.len() > 1 && group.counts.asked > 0 {
        let words: Vec<String> = group.perhaps.iter().map(|m| super::meaning(view, m)).collect();
        let words = words.join(" / ");
        out.push(canvas.piece(Role::Muted, " -> "));
        let is_all = group.counts.asked == group.rows.len();
        let words_room = if is_all { rest - label_room } else { meaning_room };
        out.push(canvas.piece(Role::Warning, text::pad(&format!("{words}?"), words_room, more)));
        if is_all {
            return out;
        }
    } else {
        out.push(canvas.piece(Role::Text, text::pad("", meaning_room + 4, more)));
    }
    out.push(canvas.piece(Role::Muted, format!(" {counts}")));
    out
}

fn label_of(view: &View<'_>, label: &str) -> String {
    if label.is_empty() {
        tr!(view.i18n, "import-nameless")
    } else {
        label.to_owned()
    }
}

fn record_line(
    view: &View<'_>,
    canvas: &Canvas<'_>,
    record: &Record,
    fate: &Fate,
    room: usize,
) -> Vec<Piece> {
    let i18n = view.i18n;
    let (when, note) = match &record.what {
        What::Block { date, span, note, .. } => {
            (format!("{date} {span}"), note.lines().next().unwrap_or_default())
        }
        What::Days(days) if days.start() == days.end() => (days.start().to_string(), ""),
        What::Days(days) => (format!("{} - {}", days.start(), days.end()), ""),
    };
    let mut one = Counts::default();
    one.add(fate);
    let (role, sign) = sign(&one);
    let words = match fate {
        Fate::Taken(_) | Fate::Marked { decided: 0, .. } => None,
        Fate::Marked { decided, .. } => Some(tr!(i18n, "import-count-decided", count = *decided)),
        Fate::Known => Some(tr!(i18n, "import-known")),
        Fate::Asked(_) => Some(tr!(i18n, "import-unknown")),
        Fate::InTheWay(_, other) => {
            let (date, block) = other.as_ref();
            let block = format!("{date} {} {}", block.span, view.activity(&block.activity));
            Some(tr!(i18n, "import-in-the-way", block = block))
        }
        Fate::Ahead => Some(tr!(i18n, "import-ahead")),
        Fate::Decided(_) => Some(tr!(i18n, "import-decided")),
        Fate::Skipped => Some(tr!(i18n, "import-skip")),
    };
    let meaning: Option<&WordMeaning> = match fate {
        Fate::Taken(meaning) | Fate::Marked { meaning, .. } | Fate::InTheWay(meaning, _) => Some(meaning),
        _ => None,
    };
    let mut out = vec![
        canvas.piece(role, format!("   {sign} ")),
        canvas.piece(Role::Text, text::pad(&when, 23, canvas.glyphs.more)),
    ];
    if let Some(meaning) = meaning {
        out.push(canvas.piece(Role::Muted, " -> "));
        out.extend(meaning_pieces(view, canvas, Some(meaning), room / 6));
    }
    out.extend(words.map(|words| canvas.piece(role, format!("  {words}"))));
    if !note.is_empty() {
        out.push(canvas.piece(Role::Muted, format!("  {note}")));
    }
    out
}
