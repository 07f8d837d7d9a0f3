//! A summary as one HTML page: nothing is loaded, no script runs, light and dark, phone and A4.
//!
//! Every number stands in a `data` element whose `value` is the number itself: minutes, fractions, ISO dates.
//! The markup is well-formed XML too, so that strict readers take it.

mod cell;
mod headline;
mod page;
mod tree;

use super::Document;
use askama::Template;

/// Writes a document as a page.
///
/// # Errors
/// Never for what a document can hold; the template engine's own error otherwise.
pub fn html(document: &Document) -> Result<String, askama::Error> {
    page::Page::of(document).render()
}
