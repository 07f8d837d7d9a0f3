//! How cells look. The font is the spreadsheet's own: each system then takes its own for Chinese.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

const FILL: u32 = 0x00DD_E8E0;

/// The title of the document.
pub(super) fn title() -> Format {
    Format::new().set_bold().set_font_size(16)
}

/// The heading of a section.
pub(super) fn heading() -> Format {
    Format::new().set_bold().set_font_size(12)
}

/// What stands over one of several tables.
pub(super) fn caption() -> Format {
    Format::new().set_italic()
}

/// A cell that is within others.
pub(super) fn set_in(format: Format, depth: usize) -> Format {
    match u8::try_from(depth) {
        Ok(0) | Err(_) => format,
        Ok(depth) => format.set_indent(2 * depth),
    }
}

/// A sentence over several columns.
pub(super) fn sentence() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

/// The name of a column, over what it is the name of.
pub(super) fn column(place: Place) -> Format {
    let format = Format::new()
        .set_bold()
        .set_background_color(FILL)
        .set_text_wrap();
    let format = format.set_border_bottom(FormatBorder::Thin);
    aligned(format.set_align(FormatAlign::VerticalCenter), place)
}

/// A cell. In a row of several lines all begin on the first.
pub(super) fn cell(place: Place, is_sum: bool, is_high: bool) -> Format {
    let format = Format::new().set_align(if is_high {
        FormatAlign::Top
    } else {
        FormatAlign::VerticalCenter
    });
    let format = aligned(format, place);
    if is_sum {
        format.set_bold().set_border_top(FormatBorder::Thin)
    } else {
        format
    }
}

/// Where in its column a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// On the left, at the edge of the table.
    Edge,
    /// On the left, away from the numbers before it.
    Left,
    /// On the right.
    Right,
    /// On the right, with room for the button that the column's heading has.
    BesideButton,
}

impl Place {
    /// The place in the column with this number.
    pub(super) const fn of(column: usize, is_number: bool, has_button: bool) -> Self {
        match (is_number, has_button, column) {
            (true, true, _) => Self::BesideButton,
            (true, false, _) => Self::Right,
            (false, _, 0) => Self::Edge,
            (false, ..) => Self::Left,
        }
    }
}

fn aligned(format: Format, place: Place) -> Format {
    match place {
        Place::Edge => format.set_align(FormatAlign::Left),
        Place::Left => format.set_align(FormatAlign::Left).set_indent(1),
        Place::Right => format.set_align(FormatAlign::Right),
        Place::BesideButton => format.set_align(FormatAlign::Right).set_indent(2),
    }
}
