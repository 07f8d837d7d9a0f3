//! The school days that are not closed.

use super::frame;
use crate::app::OpenDays;
use crate::domain::Day;
use crate::figures::Sums;
use crate::keymap::Action;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::header;
use ratatui::layout::Rect;

/// The columns of the box.
const WIDTH: usize = 56;

/// The most days that are shown at once.
const MOST: usize = 20;

/// Draws the days.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, over: &OpenDays) {
    let i18n = view.i18n;
    let title = tr!(i18n, "tui-open-days");
    let days = over.read();
    if days.is_empty() {
        let (role, words) = match &over.days {
            Some(Ok(_)) => (Role::Good, tr!(i18n, "tui-open-none")),
            Some(Err(why)) => (Role::Error, why.clone()),
            None => (Role::Muted, tr!(i18n, "tui-loading")),
        };
        return frame::say(canvas, &title, role, &words);
    }
    let room = usize::from(canvas.area().height.saturating_sub(8)).clamp(1, MOST);
    let rows = days.len().min(room);
    let inside = frame::open(canvas, &title, WIDTH, rows + 2);
    let list = Rect {
        height: inside.height.min(u16::try_from(rows).unwrap_or(0)),
        ..inside
    };
    let texts = Texts::of(view, days);
    frame::list(canvas, list, &over.list, days.len(), |canvas, n| {
        texts.line(view, canvas, over, &days[n])
    });
    let marked = over.marked.len();
    let words = if marked == 0 {
        tr!(
            i18n,
            "tui-open-how",
            close = view.key(Action::CloseDay),
            all = view.key(Action::ToggleAll)
        )
    } else {
        tr!(
            i18n,
            "tui-open-marked",
            count = marked,
            close = view.key(Action::CloseDay)
        )
    };
    canvas.rule(frame::row(inside, rows));
    canvas.text(frame::row(inside, rows + 1), Role::Muted, &words);
}

/// How wide the columns are.
struct Texts {
    minutes: usize,
    entries: usize,
}

impl Texts {
    fn of(view: &View<'_>, days: &[Day]) -> Self {
        let widest = |of: &dyn Fn(&Day) -> String| {
            let widths = days.iter().map(|d| text::width(&of(d)));
            widths.max().unwrap_or(0)
        };
        Self {
            minutes: widest(&|d| minutes(view, d)),
            entries: widest(&|d| entries(view, d)),
        }
    }

    /// The mark, the date, what is logged, and what waits to be confirmed.
    fn line(&self, view: &View<'_>, canvas: &Canvas<'_>, over: &OpenDays, day: &Day) -> Vec<Piece> {
        let mark = if over.marked.contains(&day.date) {
            "[x]"
        } else {
            "[ ]"
        };
        let logged = if day.blocks().is_empty() {
            Role::Muted
        } else {
            Role::Text
        };
        let mut out = vec![
            canvas.piece(
                Role::Text,
                format!("{mark} {}  ", header::date(view.i18n, day.date)),
            ),
            canvas.piece(logged, text::pad_left(&minutes(view, day), self.minutes, "")),
            canvas.piece(
                logged,
                format!("  {}", text::pad(&entries(view, day), self.entries, "")),
            ),
        ];
        let planned = view.app.known().profile().unconfirmed(day).len();
        if planned > 0 {
            let words = tr!(view.i18n, "tui-open-planned", count = planned);
            out.push(canvas.piece(Role::Warning, format!("  {words}")));
        }
        out
    }
}

fn minutes(view: &View<'_>, day: &Day) -> String {
    tr!(view.i18n, "tui-minutes", minutes = Sums::of(day.blocks()).total())
}

fn entries(view: &View<'_>, day: &Day) -> String {
    match day.blocks().len() {
        0 => tr!(view.i18n, "tui-calendar-none"),
        count => tr!(view.i18n, "tui-entries", count = count),
    }
}
