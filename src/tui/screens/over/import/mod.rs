//! The preview of an import: what each wording of a file becomes, with a list that fills the window.

mod file;
mod layer;
mod log;
mod week;

pub(super) use file::draw as draw_file;
mod words;

pub(super) use words::draw as draw_words;

use super::frame;
use crate::app::{Contents, Import, Layer};
use crate::diary::OnOverlap;
use crate::domain::{DayKind, WordMeaning};
use crate::i18n::I18n;
use crate::keymap::{Action, Context};
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::header;
use ratatui::layout::Rect;

/// Draws the counts, what is still to be settled, and the list; over them what is typed or asked.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, import: &Import) {
    let i18n = view.i18n;
    let screen = canvas.area();
    let (columns, rows) = (usize::from(screen.width), usize::from(screen.height));
    let kind = match &import.what {
        Contents::Log(_) => tr!(i18n, "import-as-log"),
        Contents::Week(_) => tr!(i18n, "import-as-timetable"),
    };
    let title = tr!(i18n, "import-title", name = import.name.as_str(), kind = kind);
    let title = text::cut(&title, columns.saturating_sub(8), canvas.glyphs.more);
    let inside = frame::open(canvas, &title, columns, rows);
    let head = match &import.what {
        Contents::Log(log) => log::head(view, import, log),
        Contents::Week(week) => week::head(view, week),
    };
    let used = heading(canvas, inside, &head);
    let area = frame::below(inside, used);
    match &import.what {
        Contents::Log(log) => log::list(view, canvas, area, import, log),
        Contents::Week(week) => week::list(view, canvas, area, import, week),
    }
    match &import.layer {
        Layer::None => {}
        Layer::Meaning(line) => layer::meaning(view, canvas, line),
        Layer::Term(line) => layer::term(view, canvas, line),
        Layer::LeftOut(list) => layer::left_out(view, canvas, list, import.left_out()),
        Layer::Leave => super::ask::ask(view, canvas, &tr!(i18n, "import-leave")),
        Layer::SkipAsked => {
            let words = tr!(i18n, "import-skip-asked", count = import.asked());
            super::ask::ask(view, canvas, &words);
        }
    }
}

/// Draws the lines above the list, wrapped, with a rule below; gives how many rows that takes.
fn heading(canvas: &mut Canvas<'_>, area: Rect, lines: &[(Role, String)]) -> usize {
    let room = usize::from(area.width).max(1);
    let most = usize::from(area.height / 3).max(1);
    let wrapped = lines
        .iter()
        .flat_map(|(role, words)| text::wrap(words, room).into_iter().map(|line| (*role, line)));
    let wrapped: Vec<(Role, String)> = wrapped.take(most).collect();
    for (n, (role, line)) in wrapped.iter().enumerate() {
        canvas.text(frame::row(area, n), *role, line);
    }
    canvas.rule(frame::row(area, wrapped.len()));
    wrapped.len() + 1
}

/// The key of an action in the list, whatever lies over that.
fn key(view: &View<'_>, action: Action) -> String {
    let keys = view.app.keymap().keys(Context::Import, action);
    keys.first().map(|key| key.label()).unwrap_or_default()
}

/// How much of a file is left out, and how to see it.
fn left_out(view: &View<'_>, count: usize) -> Option<String> {
    let key = key(view, Action::LeftOut);
    (count > 0).then(|| tr!(view.i18n, "import-count-left-out", count = count, key = key))
}

/// What becomes of blocks in whose time others stand.
fn way(i18n: &I18n, on_overlap: OnOverlap) -> String {
    match on_overlap {
        OnOverlap::Refuse => tr!(i18n, "import-way-refuse"),
        OnOverlap::Trim => tr!(i18n, "import-way-trim"),
        OnOverlap::Replace => tr!(i18n, "import-way-replace"),
        OnOverlap::Parallel => tr!(i18n, "import-way-parallel"),
    }
}

/// A meaning in words.
fn meaning(view: &View<'_>, meaning: &WordMeaning) -> String {
    match meaning {
        WordMeaning::Activity(activity) => view.activity(activity).to_owned(),
        WordMeaning::Off(reason) => header::kind(view.i18n, &DayKind::Off(reason.clone())),
        WordMeaning::School => header::kind(view.i18n, &DayKind::School),
        WordMeaning::Skip => tr!(view.i18n, "import-skip"),
    }
}

/// A meaning with the letter of its category, as wide as it is given.
fn meaning_pieces(
    view: &View<'_>,
    canvas: &Canvas<'_>,
    what: Option<&WordMeaning>,
    room: usize,
) -> Vec<Piece> {
    let more = canvas.glyphs.more;
    match what {
        Some(WordMeaning::Activity(activity)) => {
            let mark = view.mark(activity.category);
            let room = room.saturating_sub(text::width(&mark) + 1);
            vec![
                canvas.mark(activity.category, mark),
                canvas.piece(
                    Role::Text,
                    format!(" {}", text::pad(view.activity(activity), room, more)),
                ),
            ]
        }
        Some(other) => vec![canvas.piece(Role::Text, text::pad(&meaning(view, other), room, more))],
        None => vec![canvas.piece(Role::Muted, text::pad("", room, more))],
    }
}
