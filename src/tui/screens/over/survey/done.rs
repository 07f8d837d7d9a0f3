//! What was written, and to whom it goes.

use crate::app::{SurveyDone, Writing};
use crate::keymap::Action;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::screens::over::frame;
use crate::tui::screens::survey::rows::solid;
use crate::tui::text;
use crate::tui::view::View;
use std::path::Path;

/// Draws the folder and the name of the file, whole, and whom to send it to.
pub(in crate::tui::screens::over) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, done: &SurveyDone) {
    let i18n = view.i18n;
    let columns = usize::from(canvas.area().width.saturating_sub(8)).clamp(1, 80);
    let contact = done.writing.definition().contact.get(i18n.lang());
    let week = done.writing.week().to_string();
    let written = match done.writing {
        Writing::Response(_) => tr!(i18n, "survey-screen-written", week = week),
        Writing::Withdrawal(..) => tr!(i18n, "survey-screen-withdrawn", week = week),
    };
    let mut lines: Vec<(Role, String)> = Vec::new();
    lines.extend(text::wrap(&written, columns).into_iter().map(|l| (Role::Good, l)));
    let path = Path::new(&done.path);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let folder = path.parent().unwrap_or(path).display().to_string();
    for (label, part) in [
        (tr!(i18n, "survey-screen-folder"), folder.as_str()),
        (tr!(i18n, "survey-screen-name"), &*name),
    ] {
        lines.push((Role::Muted, label));
        let part = solid(part, columns).into_iter();
        lines.extend(part.map(|l| (Role::Field, l.to_owned())));
    }
    let on_purpose = text::wrap(&tr!(i18n, "survey-screen-says-nothing"), columns);
    lines.extend(on_purpose.into_iter().map(|l| (Role::Muted, l)));
    let send = tr!(i18n, "survey-screen-send", contact = contact);
    lines.extend(text::wrap(&send, columns).into_iter().map(|l| (Role::Text, l)));
    let inside = frame::open(canvas, "", columns, lines.len() + 2);
    for (n, (role, line)) in lines.iter().enumerate() {
        canvas.text(frame::row(inside, n), *role, line);
    }
    let pieces = [
        canvas.piece(Role::Key, view.key(Action::Accept)),
        canvas.piece(Role::Text, format!(" {}", view.action(Action::Accept))),
    ];
    let last = usize::from(inside.height.saturating_sub(1)).min(lines.len() + 1);
    let place = frame::row(inside, last);
    let used = canvas.line(place, &pieces);
    canvas.stands_for(
        ratatui::layout::Rect { width: used, ..place },
        crate::app::Target::Do(Action::Accept),
    );
}
