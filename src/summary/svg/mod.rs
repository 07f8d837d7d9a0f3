//! The charts of a summary as SVG inside a page: no script, no fixed colour (classes, which the page's style colours for
//! light and dark), a title and the numbers in words for those who do not see them.
//!
//! Drawn by ourselves: of the libraries compared (plotters, charming, charts-rs, poloto, kuva) none gives Chinese labels
//! their right width and stacks bars that have a pattern each and the page's own colours.

mod calendar;
mod canvas;
mod days;
mod key;
mod lines;
mod pattern;
mod scale;
mod spreads;
mod weeks;
mod weeks_axis;

use super::Chart;
use crate::domain::PerCategory;
use crate::i18n::I18n;
pub(super) use key::Key;

/// A chart, ready to stand in a page.
#[derive(Debug, PartialEq)]
pub(super) struct Drawing {
    /// What it shows.
    pub(super) title: String,
    /// The `svg` element.
    pub(super) svg: String,
    /// What its fills and lines mean.
    pub(super) keys: Vec<Key>,
}

/// What charts are drawn with.
#[derive(Clone, Copy)]
pub(super) struct Pen<'a> {
    /// What the ids in the drawing begin with; no other drawing of the page may have it.
    pub(super) id: &'a str,
    /// What the categories are called.
    pub(super) categories: &'a PerCategory<String>,
    /// The other words.
    pub(super) i18n: &'a I18n,
}

/// Draws a chart; nothing where it has nothing to show.
pub(super) fn draw(chart: &Chart, pen: Pen<'_>) -> Option<Drawing> {
    match chart {
        Chart::Days(bars) => (!bars.is_empty()).then(|| days::draw(bars, pen)),
        Chart::Weeks(weeks) => weeks::draw(weeks, pen),
        Chart::Calendar(days) => calendar::draw(days, pen),
        Chart::Lines(lines) => (!lines.is_empty()).then(|| lines::draw(lines, pen)),
        Chart::Spreads(spreads) => spreads::draw(spreads, pen),
    }
}
