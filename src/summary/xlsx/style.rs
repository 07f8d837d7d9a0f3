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

/// A sentence over several columns.
pub(super) fn sentence() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

/// The name of a column, over what it is the name of.
pub(super) fn column(is_number: bool) -> Format {
    Format::new()
        .set_bold()
        .set_background_color(FILL)
        .set_border_bottom(FormatBorder::Thin)
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
        .set_align(if is_number {
            FormatAlign::Right
        } else {
            FormatAlign::Left
        })
}

/// A cell of a row that sums up or does not.
pub(super) fn cell(is_sum: bool) -> Format {
    let format = Format::new().set_align(FormatAlign::Top);
    if is_sum {
        format.set_bold().set_border_top(FormatBorder::Thin)
    } else {
        format
    }
}
