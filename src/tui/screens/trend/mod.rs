//! The trend screen: what the weeks of a term or a school year came to. A head that says it in two lines, and below it as
//! many of its parts as fit, the chosen one first.

mod calendar;
mod figures;
mod top;
mod weeks;

use crate::app::{TrendPane, TrendScreen};
use crate::summary::TrendSummary;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::view::View;
use crate::tui::widgets::{footer, message};
use ratatui::layout::{Constraint, Layout, Rect};

/// The rows that a message about what was just done may take; they lie over the last rows.
const MESSAGE: u16 = 2;

/// Draws the whole screen.
pub(crate) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, screen: &TrendScreen) {
    let rows = [
        Constraint::Length(1),
        Constraint::Length(2),
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(1),
    ];
    let [head, lead, rule, body, bottom] = Layout::vertical(rows).areas(canvas.area());
    top::draw(view, canvas, head, screen);
    canvas.rule(rule);
    match (&screen.trend, screen.summary()) {
        (_, Some(trend)) if trend.weeks.is_empty() => {
            canvas.text(
                lead,
                Role::Muted,
                &format!(" {}", tr!(view.i18n, "trend-nothing")),
            );
        }
        (_, Some(trend)) => {
            top::draw_lead(view, canvas, lead, trend);
            draw_panes(view, canvas, body, screen, trend);
        }
        (Some(Err(why)), _) => {
            canvas.text(lead, Role::Error, &format!(" {why}"));
        }
        _ => {
            canvas.text(lead, Role::Muted, &format!(" {}", tr!(view.i18n, "tui-loading")));
        }
    }
    let last = Rect {
        y: body.bottom() - body.height.min(MESSAGE),
        height: body.height.min(MESSAGE),
        ..body
    };
    message::draw(view, canvas, last);
    footer::draw(view, canvas, bottom);
}

/// The panes from the chosen one on, with rules between them, as long as each has the rows it needs; the list of weeks
/// takes what is left over.
fn draw_panes(
    view: &View<'_>,
    canvas: &mut Canvas<'_>,
    body: Rect,
    screen: &TrendScreen,
    trend: &TrendSummary,
) {
    let figures = figures::lines(view, canvas, trend, body.width);
    let least = |pane: TrendPane| match pane {
        TrendPane::Weeks => weeks::LEAST.min(rows(trend.weeks.len()) + 1),
        TrendPane::Calendar => calendar::ROWS,
        TrendPane::Figures => rows(figures.len()),
    };
    let mut shown: Vec<(TrendPane, u16)> = Vec::new();
    let mut left = body.height;
    for pane in screen.pane.and_others() {
        let (rule, needs) = (u16::from(!shown.is_empty()), least(pane));
        let fits = rule + needs <= left;
        if fits || shown.is_empty() {
            let height = needs.min(left.saturating_sub(rule));
            left -= rule + height;
            shown.push((pane, height));
        }
    }
    // What is left makes the list longer, as far as it has weeks.
    if let Some((_, height)) = shown.iter_mut().find(|(pane, _)| *pane == TrendPane::Weeks) {
        *height += left.min((rows(trend.weeks.len()) + 1).saturating_sub(*height));
    }
    let mut y = body.y;
    for (n, (pane, height)) in shown.into_iter().enumerate() {
        if n > 0 {
            canvas.rule(Rect { y, height: 1, ..body });
            y += 1;
        }
        let area = Rect { y, height, ..body };
        match pane {
            TrendPane::Weeks => weeks::draw(view, canvas, area, screen, trend),
            TrendPane::Calendar => calendar::draw(view, canvas, area, screen, trend),
            TrendPane::Figures => crate::tui::screens::week::flow::draw(canvas, area, &figures),
        }
        y += height;
    }
}

fn rows(lines: usize) -> u16 {
    u16::try_from(lines).unwrap_or(u16::MAX / 2)
}
