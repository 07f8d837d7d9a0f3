//! What was sent once.

use crate::app::SentView;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::screens::over::frame;
use crate::tui::screens::survey::rows::{rows, solid};
use crate::tui::text;
use crate::tui::view::View;

/// The most columns of the box.
const COLUMNS: usize = 100;

/// Draws when it was written into which file, what it says in words, and what was sealed, every
/// character of it.
pub(in crate::tui::screens::over) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, over: &SentView) {
    let (i18n, sent) = (view.i18n, &over.sent);
    let columns = usize::from(canvas.area().width.saturating_sub(4)).clamp(1, COLUMNS);
    let at = sent.at.format("%Y-%m-%d %H:%M").to_string();
    let week = sent.week.to_string();
    let about = tr!(
        i18n,
        "survey-screen-sent",
        title = sent.title.as_str(),
        week = week,
        revision = sent.revision,
        at = at
    );
    let file = tr!(i18n, "survey-screen-file", file = sent.file.as_str());
    let mut lines: Vec<(Role, String)> = Vec::new();
    for words in [about, file] {
        lines.extend(text::wrap(&words, columns).into_iter().map(|l| (Role::Text, l)));
    }
    lines.push((Role::Text, String::new()));
    let pairs = over.lines.iter().map(|l| (l.label.as_str(), l.value.as_str()));
    let words = rows(pairs, columns).into_iter();
    lines.extend(words.map(|row| (Role::Text, format!("{}{}", row.label, row.value))));
    if !over.lines.is_empty() {
        lines.push((Role::Text, String::new()));
        lines.push((Role::Title, tr!(i18n, "survey-screen-raw")));
    }
    let content = solid(&sent.content, columns).into_iter();
    lines.extend(content.map(|l| (Role::Field, l.to_owned())));
    let title = tr!(i18n, "survey-screen-history");
    let inside = frame::open(canvas, &title, columns, lines.len());
    let height = usize::from(inside.height);
    let first = over.scroll.first(lines.len(), height);
    for (n, (role, line)) in lines.iter().skip(first).take(height).enumerate() {
        canvas.text(frame::row(inside, n), *role, line);
    }
}
