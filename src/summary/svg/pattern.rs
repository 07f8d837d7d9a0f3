//! The fills of the categories: a colour by class and a pattern of its own, so that they are told apart without colour.

use super::canvas::Canvas;
use crate::domain::Category;

/// The name of a category's pattern in the drawing `id`.
pub(super) fn pattern_id(id: &str, category: Category) -> String {
    format!("{id}-p{}", category.index())
}

/// Defines the patterns of all categories.
pub(super) fn define(canvas: &mut Canvas, id: &str) {
    canvas.put(format_args!("<defs>"));
    for category in Category::ALL {
        let name = pattern_id(id, category);
        let (class, path) = (category.index(), texture(category));
        canvas.put(format_args!(
            r#"<pattern id="{name}" width="6" height="6" patternUnits="userSpaceOnUse">"#
        ));
        canvas.put(format_args!(
            r#"<rect class="c{class}" width="6" height="6"/><path class="texture" d="{path}"/></pattern>"#
        ));
    }
    canvas.put(format_args!("</defs>"));
}

/// What is drawn over the colour, in a square of 6 that repeats; teaching, the ground that the others stand on, is plain.
const fn texture(category: Category) -> &'static str {
    match category {
        Category::Teaching => "M0 0",
        Category::Meetings => "M-1 1L1 -1M0 6L6 0M5 7L7 5",
        Category::Reports => "M0 3H6",
        Category::ParentMessages => "M2 3H4M3 2V4",
        Category::Duty => "M-1 5L1 7M0 0L6 6M5 -1L7 1M0 6L6 0M-1 1L1 -1M5 7L7 5",
    }
}
