//! The trend screen: what the weeks of a term or a school year came to. A head that says it in two lines, and below it as
//! many of its parts as fit, the chosen one first.

mod calendar;
mod categories;
mod facts;
mod top;
mod weeks;

use crate::app::{TrendPane, TrendScreen};
use crate::summary::TrendSummary;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::screens::week::flow;
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
    if view.toast().is_some() {
        let last = Rect {
            y: body.bottom() - body.height.min(MESSAGE),
            height: body.height.min(MESSAGE),
            ..body
        };
        canvas.blank(last); // a message must not end in the middle of a line of numbers
        message::draw(view, canvas, last);
    }
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
    let categories = categories::lines(view, canvas, trend, body.width);
    let facts = facts::lines(view, canvas, trend, body.width);
    let least = |pane: TrendPane| match pane {
        TrendPane::Weeks => weeks::LEAST.min(rows(trend.weeks.len()) + 1),
        TrendPane::Calendar => calendar::ROWS,
        TrendPane::Categories => rows(categories.len()),
        TrendPane::Facts => rows(facts.len()),
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
    let explains = !shown.iter().any(|(pane, _)| *pane == TrendPane::Categories);
    // What is left makes the list longer, as far as it has weeks.
    if let Some((_, height)) = shown.iter_mut().find(|(pane, _)| *pane == TrendPane::Weeks) {
        let whole = rows(trend.weeks.len()) + 1 + u16::from(explains);
        *height += left.min(whole.saturating_sub(*height));
    }
    let mut y = body.y;
    for (n, (pane, height)) in shown.into_iter().enumerate() {
        if n > 0 {
            canvas.rule(Rect { y, height: 1, ..body });
            y += 1;
        }
        let area = Rect { y, height, ..body };
        match pane {
            TrendPane::Weeks => weeks::draw(view, canvas, area, screen, trend, explains),
            TrendPane::Calendar => calendar::draw(view, canvas, area, screen, trend),
            TrendPane::Categories => flow::draw(canvas, area, &categories),
            TrendPane::Facts => {
                flow::draw(canvas, area, &facts);
                if facts.len() > usize::from(area.height) {
                    let corner = Rect {
                        x: area.right().saturating_sub(1),
                        y: area.bottom() - 1,
                        width: area.width.min(1),
                        height: 1,
                    };
                    canvas.text(corner, Role::Key, canvas.glyphs.more);
                }
            }
        }
        y += height;
    }
}

fn rows(lines: usize) -> u16 {
    u16::try_from(lines).unwrap_or(u16::MAX / 2)
}
