//! The answers of a group.

use crate::app::{AnswerLine, SurveyGroup};
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::screens::over::frame;
use crate::tui::text;
use crate::tui::view::View;

/// Draws "not said" and the answers, each with how many people are behind it where that is known.
pub(in crate::tui::screens::over) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, menu: &SurveyGroup) {
    let i18n = view.i18n;
    let mut lines = vec![(tr!(i18n, "response-not-said"), String::new())];
    let people = |staff: u32| tr!(i18n, "survey-screen-people", count = staff);
    let answer = |a: &AnswerLine| (a.name.clone(), a.staff.map(people).unwrap_or_default());
    lines.extend(menu.answers.iter().map(answer));
    let widest = |part: &dyn Fn(&(String, String)) -> usize| lines.iter().map(part).max().unwrap_or(0);
    let (names, counts) = (
        widest(&|line| text::width(&line.0)),
        widest(&|line| text::width(&line.1)),
    );
    let rows = usize::from(canvas.area().height.saturating_sub(3)).max(1);
    let inside = frame::open(
        canvas,
        &menu.name,
        (names + counts + 6).max(30),
        lines.len().min(rows),
    );
    let column = names.min(usize::from(inside.width).saturating_sub(counts + 6));
    frame::list(canvas, inside, &menu.list, lines.len(), |canvas, n| {
        let (name, people) = &lines[n];
        vec![
            canvas.piece(Role::Text, text::pad(name, column + 2, canvas.glyphs.more)),
            canvas.piece(Role::Muted, people.as_str()),
        ]
    });
}
