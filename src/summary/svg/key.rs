//! What the fills and lines of a chart mean. The page sets it as text, so that it wraps on a narrow screen.

use super::{Pen, pattern};
use crate::domain::Category;

/// A sample and its meaning.
#[derive(Debug, PartialEq)]
pub(in crate::summary) struct Key {
    /// The sample: an `svg` element of [`Key::WIDTH`] by [`Key::HEIGHT`].
    pub(in crate::summary) sample: String,
    /// What it stands for.
    pub(in crate::summary) meaning: String,
}

impl Key {
    const WIDTH: u32 = 18;
    const HEIGHT: u32 = 12;

    fn new(meaning: String, drawn: &str) -> Self {
        let (width, height) = (Self::WIDTH, Self::HEIGHT);
        let sample = format!(
            r#"<svg class="sample" viewBox="0 0 {width} {height}" width="{width}" height="{height}" aria-hidden="true">{drawn}</svg>"#
        );
        Self { sample, meaning }
    }

    /// A category, in its pattern.
    pub(super) fn category(category: Category, pen: Pen<'_>) -> Self {
        let pattern = pattern::pattern_id(pen.id, category);
        Self::new(
            pen.categories[category].clone(),
            &format!(r#"<rect width="18" height="12" fill="url(#{pattern})"/>"#),
        )
    }

    /// An area in the style of a class.
    pub(super) fn area(meaning: String, class: &str) -> Self {
        Self::new(
            meaning,
            &format!(r#"<rect class="{class}" x="3" width="12" height="12"/>"#),
        )
    }

    /// A line in the style of a class.
    pub(super) fn line(meaning: String, class: &str) -> Self {
        Self::new(meaning, &format!(r#"<path class="{class}" d="M0 6H18"/>"#))
    }

    /// Something drawn into the sample's 18 by 12.
    pub(super) fn drawn(meaning: String, drawn: &str) -> Self {
        Self::new(meaning, drawn)
    }

    /// Something that is drawn fainter, with a broken outline.
    pub(super) fn partial(meaning: String) -> Self {
        Self::new(
            meaning,
            r#"<rect class="partial" x="1" y="1" width="16" height="10"/>"#,
        )
    }
}
