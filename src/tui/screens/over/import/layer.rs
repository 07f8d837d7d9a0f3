//! What lies over the list of an import.

use super::meaning_pieces;
use crate::app::{List, MeaningLine, Target, TermLine};
use crate::i18n::Say;
use crate::theme::Role;
use crate::tr;
use crate::transfer::incoming::LeftOut;
use crate::tui::paint::Canvas;
use crate::tui::screens::over::frame;
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::field;
use crate::tui::widgets::message;

/// The most columns of a box.
const COLUMNS: usize = 56;

/// The most meanings that are shown at once.
const OFFERS: usize = 8;

/// What something means, typed, with what that may become.
pub(super) fn meaning(view: &View<'_>, canvas: &mut Canvas<'_>, line: &MeaningLine) {
    let i18n = view.i18n;
    let title = if line.label.is_empty() {
        tr!(i18n, "import-nameless")
    } else {
        tr!(i18n, "import-means", label = line.label.as_str())
    };
    let columns = COLUMNS.min(usize::from(canvas.area().width.saturating_sub(8)));
    let title = text::cut(&title, columns, canvas.glyphs.more);
    let inside = frame::open(canvas, &title, columns, 2 + OFFERS);
    field::draw(canvas, frame::row(inside, 0), "", &line.line, "", 0..0);
    let (role, words) = if line.is_wrong {
        (Role::Error, tr!(i18n, "import-no-meaning"))
    } else if line.line.is_empty() && !line.perhaps.is_empty() {
        (Role::Muted, tr!(i18n, "import-means-several"))
    } else if line.is_days {
        (Role::Muted, tr!(i18n, "import-means-day"))
    } else {
        (Role::Muted, tr!(i18n, "import-means-work"))
    };
    canvas.text(frame::row(inside, 1), role, &words);
    let area = frame::below(inside, 2);
    let (rows, lines) = (usize::from(area.height), line.offers.len());
    let first = line.list.first(lines, rows);
    let numbered = if line.line.is_empty() {
        line.perhaps.len()
    } else {
        0
    };
    for (n, offer) in line.offers.iter().enumerate().skip(first).take(rows) {
        let place = frame::row(area, n - first);
        let is_selected = line.is_chosen && n == line.list.at(lines);
        let pointer = if is_selected { "> " } else { "  " };
        let mut pieces = vec![canvas.piece(Role::Text, pointer)];
        if numbered > 0 {
            let number = if n < numbered && n < 9 {
                format!("{} ", n + 1)
            } else {
                "  ".to_owned()
            };
            pieces.push(canvas.piece(Role::Key, number));
        }
        pieces.extend(meaning_pieces(view, canvas, Some(offer), 30));
        canvas.line(place, &pieces);
        if is_selected {
            canvas.wash(place, Role::Selected);
        }
        canvas.stands_for(place, Target::Row(n));
    }
}

/// The first and the last day of the term, typed.
pub(super) fn term(view: &View<'_>, canvas: &mut Canvas<'_>, line: &TermLine) {
    let i18n = view.i18n;
    let columns = COLUMNS.min(usize::from(canvas.area().width.saturating_sub(8)));
    let inside = frame::open(canvas, &tr!(i18n, "import-term-title"), columns, 4);
    field::draw(canvas, frame::row(inside, 0), "", &line.line, "", 0..0);
    let (role, words) = if line.is_wrong {
        (Role::Error, tr!(i18n, "import-term-wrong"))
    } else {
        (Role::Muted, tr!(i18n, "import-term-how"))
    };
    message::draw_wrapped(canvas, frame::below(inside, 1), role, &words);
}

/// What of the file is not taken.
pub(super) fn left_out(view: &View<'_>, canvas: &mut Canvas<'_>, list: &List, all: &[LeftOut]) {
    let title = tr!(view.i18n, "import-left-out-title", count = all.len());
    let columns = usize::from(canvas.area().width);
    let inside = frame::open(canvas, &title, columns, all.len().min(18));
    frame::list(canvas, inside, list, all.len(), |canvas, n| {
        let words = all.get(n).map(|one| one.say(view.i18n)).unwrap_or_default();
        vec![canvas.piece(Role::Text, words)]
    });
}
