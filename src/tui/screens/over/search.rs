//! The search over all notes: a line to type into, and below it what was found, the newest first.

use super::frame;
use crate::app::Search;
use crate::domain::{Block, Category};
use crate::keymap::Action;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::field;
use chrono::NaiveDate;

/// The most cells inside the box; a longer line is hard to follow with the eyes.
const COLUMNS: usize = 100;

/// The blocks that are shown at once; the box stays as high when there are fewer, so that nothing jumps.
const ROWS: usize = 24;

/// Draws the line, how many there are, and the list.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, search: &Search) {
    let i18n = view.i18n;
    let room = usize::from(canvas.area().width.saturating_sub(4));
    let inside = frame::open(canvas, &view.action(Action::Search), COLUMNS.min(room), 2 + ROWS);
    let placeholder = tr!(i18n, "tui-search-placeholder");
    field::draw(
        canvas,
        frame::row(inside, 0),
        "",
        &search.line,
        &placeholder,
        0..0,
    );
    let found = search.found.as_deref().unwrap_or_default();
    let (role, words) = match (&search.found, &search.failed) {
        _ if search.wanted().is_empty() => (Role::Muted, tr!(i18n, "tui-search-how")),
        (_, Some(why)) => (Role::Error, why.clone()),
        (None, _) => (Role::Muted, tr!(i18n, "tui-loading")),
        (Some(found), _) => (Role::Muted, count(view, search, found.len())),
    };
    canvas.text(frame::row(inside, 1), role, &format!("  {words}"));
    let below = frame::below(inside, 2);
    let columns = Columns::of(view, found, usize::from(below.width.saturating_sub(2)));
    frame::list(canvas, below, &search.list, found.len(), |canvas, n| {
        let (date, block) = &found[n];
        columns.line(view, canvas, search, *date, block)
    });
}

/// How many there are, in words.
fn count(view: &View<'_>, search: &Search, found: usize) -> String {
    match found {
        0 => tr!(view.i18n, "tui-search-nothing"),
        _ if search.more => tr!(view.i18n, "tui-search-more", count = Search::MOST),
        count => tr!(view.i18n, "tui-search-count", count = count),
    }
}

/// The cells of the columns whose width depends on what is in them and on the room there is.
struct Columns {
    weekday: usize,
    mark: usize,
    name: usize,
    note: usize,
}

/// In fewer cells than this the day of the week is left out.
const NARROW: usize = 68;

/// Date and time, with the spaces behind them.
const FIXED: usize = 10 + 1 + 11 + 2;

impl Columns {
    fn of(view: &View<'_>, found: &[(NaiveDate, Block)], room: usize) -> Self {
        let weekdays = found
            .iter()
            .map(|(date, _)| text::width(&view.i18n.weekday(*date)) + 1);
        let weekday = weekdays.max().unwrap_or(0);
        let weekday = if room < NARROW { 0 } else { weekday };
        let mark = Category::ALL.map(|c| text::width(&view.mark(c)));
        let mark = mark.into_iter().max().unwrap_or(1);
        let rest = room.saturating_sub(weekday + FIXED + mark + 1 + 2);
        let names = found.iter().map(|(_, b)| text::width(view.activity(&b.activity)));
        let name = names.max().unwrap_or(0).min(rest * 2 / 5); // the note is what is looked for
        Self {
            weekday,
            mark,
            name,
            note: rest - name,
        }
    }

    fn line(
        &self,
        view: &View<'_>,
        canvas: &Canvas<'_>,
        search: &Search,
        date: NaiveDate,
        block: &Block,
    ) -> Vec<Piece> {
        let more = canvas.glyphs.more;
        let category = block.activity.category;
        let name = text::pad(view.activity(&block.activity), self.name, more);
        let mark = text::pad(&view.mark(category), self.mark, "");
        let weekday = text::pad(&view.i18n.weekday(date), self.weekday, "");
        let mut out = vec![
            canvas.piece(Role::Muted, weekday),
            canvas.piece(Role::Text, format!("{date} ")),
            canvas.piece(Role::Text, text::pad(&block.span.to_string(), 11, more)),
            canvas.mark(category, format!("  {mark}")),
            canvas.piece(Role::Text, format!(" {name}  ")),
        ];
        let note = block.note.as_str();
        let Some(part) = search.place_in(note) else {
            out.push(canvas.piece(Role::Text, text::cut(note, self.note, more)));
            return out;
        };
        let [before, part, after] = text::around(note, part, self.note, more);
        out.push(canvas.piece(Role::Text, before));
        out.push(canvas.piece(Role::Key, part));
        out.push(canvas.piece(Role::Text, after));
        out
    }
}
