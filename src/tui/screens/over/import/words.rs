//! The rules for words in files.

use super::meaning;
use crate::app::WordRules;
use crate::keymap::Action;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::screens::over::frame;
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::{field, message};

/// The most rules that are shown at once.
const MOST: usize = 12;

/// Draws the list, or the rule that is typed.
pub(in crate::tui::screens::over) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, over: &WordRules) {
    let i18n = view.i18n;
    let columns = usize::from(canvas.area().width.saturating_sub(8)).min(60);
    if let Some(typing) = &over.typing {
        let inside = frame::open(canvas, &view.action(Action::WordRules), columns, 4);
        field::draw(canvas, frame::row(inside, 0), "", &typing.line, "", 0..0);
        let (role, words) = if typing.is_wrong {
            (Role::Error, tr!(i18n, "import-rule-wrong"))
        } else {
            (Role::Muted, tr!(i18n, "import-rule-how"))
        };
        message::draw_wrapped(canvas, frame::below(inside, 1), role, &words);
        return;
    }
    let more = canvas.glyphs.more;
    let rows = over.count().min(MOST);
    let inside = frame::open(canvas, &view.action(Action::WordRules), columns, rows);
    let room = usize::from(inside.width.saturating_sub(2)) / 2;
    frame::list(canvas, inside, &over.list, over.count(), |canvas, n| {
        let words = match over.at(n) {
            None => tr!(i18n, "import-rule-new"),
            Some(rule) => format!(
                "{} = {}",
                text::pad(rule.word(), room, more),
                meaning(view, rule.meaning())
            ),
        };
        vec![canvas.piece(Role::Text, words)]
    });
}
