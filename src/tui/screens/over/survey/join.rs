//! What a definition says, before the survey is joined.

use crate::app::{JoinSurvey, Target};
use crate::keymap::Action;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::screens::over::frame;
use crate::tui::screens::survey::rows::{Row, rows};
use crate::tui::view::View;
use ratatui::layout::Rect;

/// The most columns of the box.
const COLUMNS: usize = 100;

/// Draws the sheet, scrolled, what is to be compared always in full, and below it the question with the keys of its
/// answers.
pub(in crate::tui::screens::over) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, over: &JoinSurvey) {
    let screen = canvas.area();
    let columns = usize::from(screen.width.saturating_sub(4)).clamp(1, COLUMNS);
    let pairs = over.sheet.iter().map(|l| (l.label.as_str(), l.value.as_str()));
    let all = rows(pairs, columns);
    let count = all.len();
    let is_compared = |row: &Row| over.sheet[row.line].compared;
    let (compared, lines): (Vec<Row>, Vec<Row>) = all.into_iter().partition(is_compared);
    let title = view.action(Action::JoinSurvey);
    let inside = frame::open(canvas, &title, columns, count + 2);
    let page = Rect {
        height: inside.height.saturating_sub(2),
        ..inside
    };
    let height = usize::from(page.height).saturating_sub(compared.len());
    let first = over.scroll.first(lines.len(), height);
    let seen = lines.iter().skip(first).take(height).chain(&compared);
    for (n, line) in seen.enumerate() {
        let pieces = [
            canvas.piece(Role::Muted, line.label.as_str()),
            canvas.piece(Role::Text, line.value.as_str()),
        ];
        canvas.line(frame::row(page, n), &pieces);
    }
    let mut place = frame::row(inside, usize::from(inside.height.saturating_sub(1)));
    if lines.len() > height {
        let keys = [Action::Up, Action::Down]
            .map(|action| view.key(action))
            .join(" ");
        let more = format!("{keys} {}", tr!(view.i18n, "survey-screen-scroll"));
        canvas.line_right(place, &[canvas.piece(Role::Muted, more)]);
    }
    for action in [Action::Accept, Action::Cancel] {
        let pieces = [
            canvas.piece(Role::Key, view.key(action)),
            canvas.piece(Role::Title, format!(" {}   ", view.action(action))),
        ];
        let used = canvas.line(place, &pieces);
        canvas.stands_for(Rect { width: used, ..place }, Target::Do(action));
        place.x += used;
        place.width -= used;
    }
}
