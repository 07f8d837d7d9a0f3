//! A response or a withdrawal about to be written.

use crate::app::{SurveyRespond, Writing};
use crate::keymap::Action;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::screens::over::frame;
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::field;

/// The most columns of the box.
const COLUMNS: usize = 90;

/// Draws the folder, what will be written, and what should be known before.
pub(in crate::tui::screens::over) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, over: &SurveyRespond) {
    let i18n = view.i18n;
    let columns = usize::from(canvas.area().width.saturating_sub(8)).clamp(1, COLUMNS);
    let mut lines: Vec<(Role, String)> = Vec::new();
    let mut say = |role, words: &str| {
        lines.extend(text::wrap(words, columns).into_iter().map(|line| (role, line)));
    };
    match over.trouble.as_deref() {
        Some("") => say(Role::Error, &tr!(i18n, "survey-screen-no-folder")),
        Some(why) => say(Role::Error, why),
        None => {}
    }
    if view.app.prefs().made_up {
        say(Role::Warning, &tr!(i18n, "tui-made-up"));
    }
    for warning in &over.warnings {
        say(Role::Warning, &format!("! {warning}"));
    }
    let title = over.writing.definition().title.get(i18n.lang());
    let week = over.writing.week().to_string();
    let (action, what) = match over.writing {
        Writing::Response(_) => (
            Action::Respond,
            tr!(i18n, "survey-screen-will-write", week = week, title = title),
        ),
        Writing::Withdrawal(..) => (
            Action::Withdraw,
            tr!(i18n, "survey-screen-will-withdraw", week = week, title = title),
        ),
    };
    if let Some(audience) = &over.audience {
        say(Role::Text, audience);
    }
    say(Role::Text, &what);
    let inside = frame::open(canvas, &view.action(action), columns, 2 + lines.len());
    let prompt = format!("{} ", tr!(i18n, "survey-screen-folder"));
    field::draw(canvas, frame::row(inside, 0), &prompt, &over.line, "", 0..0);
    for (n, (role, line)) in lines.iter().enumerate() {
        canvas.text(frame::row(inside, 2 + n), *role, line);
    }
}
