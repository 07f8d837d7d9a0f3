//! A sheet that is written from top to bottom: headings, sentences and tables, none over another.

use super::style::{self, Place};
use super::table::{Column, columns};
use super::value::{Units, Value};
use super::{XlsxError, text};
use crate::i18n::is_formula;
use crate::summary::document::Table;
use rust_xlsxwriter::{Chart, Format, Worksheet};

/// The height of a line, in points.
const LINE: usize = 15;
const DATE: &str = "yyyy-mm-dd";
/// A4, as workbooks number sizes of paper.
const A4: u8 = 9;
/// What the first column may take in any case: the rows are named in it.
const FIRST: usize = 36;
/// The column of sentences on a sheet without tables.
const SENTENCE: usize = 100;
/// How many times as wide as others the letters of a title are, rounded up.
const TITLE: usize = 2;
/// A table of fewer columns leaves room for a chart beside it.
const NARROW_TABLE: usize = 5;
/// The least and the greatest width of a chart, in pixels.
const CHART_WIDTH: (u32, u32) = (520, 900);
/// The pixels of a row, of a digit, and of what lies around the digits of a cell.
const ROW: u32 = 20;
const DIGIT: usize = 7;
const PADDING: usize = 5;
/// The pixels of a column whose width nobody set.
const DEFAULT: usize = 64;
/// The digits of a line on a sheet of A4 that stands, and of one that lies, set as small as can be read.
const STANDING: usize = 90;
const SMALL: usize = 250;

/// What kind of sheet it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Tables and charts, one below the other; many tables share the columns.
    Mixed,
    /// A list that can be filtered by its columns.
    List,
    /// A list of minutes that are not repeated in hours.
    Calendar,
}

impl Form {
    /// The most digits of a column, but for the first.
    const fn widest(self) -> usize {
        match self {
            Self::Mixed => 26,
            Self::List | Self::Calendar => 60,
        }
    }

    /// The digits that the button of a filter covers in a heading.
    const fn button(self) -> usize {
        match self {
            Self::List => 3,
            Self::Mixed | Self::Calendar => 0,
        }
    }

    /// The columns of a table on such a sheet.
    pub(super) fn columns<'a>(self, table: &Table, units: Units<'a>) -> Vec<Column<'a>> {
        columns(table, self != Self::Calendar, units)
    }
}

/// A sheet that is being written.
pub(super) struct Page<'a> {
    pub(super) sheet: Worksheet,
    /// The widths of the columns, in digits.
    pub(super) widths: Vec<usize>,
    /// The first row that is free.
    pub(super) row: u32,
    form: Form,
    units: Units<'a>,
    /// How many columns are printed: those of the tables as they are, and those under charts. The hours to their right are
    /// for calculating; on paper they would make everything small.
    printed: usize,
    /// The row and the column beside the table written last, as long as nothing stands there.
    beside: Option<(u32, usize)>,
    /// The first row below all charts.
    below: u32,
    /// Where the table written last stands.
    written: Option<Written>,
}

/// Where a table stands: the row of its headings, and how many rows are below it.
#[derive(Debug, Clone)]
pub(super) struct Written {
    /// The sheet.
    pub(super) sheet: String,
    /// The row of the headings.
    pub(super) head: u32,
    /// The rows below it.
    pub(super) rows: u32,
}

impl<'a> Page<'a> {
    /// An empty sheet whose columns have room for these tables.
    pub(super) fn new<'t>(
        name: &str,
        tables: impl IntoIterator<Item = &'t Table>,
        form: Form,
        units: Units<'a>,
    ) -> Result<Self, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?;
        let mut widths: Vec<usize> = Vec::new();
        let mut printed = 1;
        for table in tables {
            printed = printed.max(table.columns.len());
            for (at, column) in form.columns(table, units).iter().enumerate() {
                let most = form.widest().max(if at == 0 { FIRST } else { 0 });
                let width = column.width(table, form.button()).min(most) + 2 + usize::from(at > 0);
                match widths.get_mut(at) {
                    Some(old) => *old = width.max(*old),
                    None => widths.push(width),
                }
            }
        }
        if widths.is_empty() {
            widths.push(SENTENCE);
        }
        for (at, width) in widths.iter().enumerate() {
            sheet.set_column_width(column_number(at), digits(*width))?;
        }
        Ok(Self {
            sheet,
            widths,
            row: 0,
            form,
            units,
            printed,
            beside: None,
            below: 0,
            written: None,
        })
    }

    /// Where the table written last stands.
    pub(super) const fn written(&self) -> Option<&Written> {
        self.written.as_ref()
    }

    /// A line in a font of its own, without wrapping.
    pub(super) fn line(&mut self, line: &str, format: &Format) -> Result<(), XlsxError> {
        let format = written(line, format.clone());
        self.sheet
            .write_string_with_format(self.row, 0, text::clean(line), &format)?;
        self.row += 1;
        Ok(())
    }

    /// The title of the document, over all columns that are printed.
    pub(super) fn title(&mut self, title: &str) -> Result<(), XlsxError> {
        self.wrapped(title, style::title().set_text_wrap(), TITLE)
    }

    /// A sentence over all columns that are printed.
    pub(super) fn sentence(&mut self, sentence: &str) -> Result<(), XlsxError> {
        self.wrapped(sentence, style::sentence(), 1)
    }

    /// A text that goes on below, in letters that are so many times as wide as others.
    fn wrapped(&mut self, sentence: &str, format: Format, size: usize) -> Result<(), XlsxError> {
        let sentence = text::clean(sentence);
        let format = written(&sentence, format);
        let room: usize = self.widths.iter().take(self.printed).sum();
        let last = column_number(self.printed.min(self.widths.len()).saturating_sub(1));
        if last == 0 {
            self.sheet
                .write_string_with_format(self.row, 0, &*sentence, &format)?;
        } else {
            self.sheet
                .merge_range(self.row, 0, self.row, last, &sentence, &format)?;
        }
        let lines = text::lines(&sentence, (room / size).saturating_sub(1));
        self.height(if size == 1 { lines } else { 2 * lines })?;
        self.row += 1;
        Ok(())
    }

    /// A table.
    pub(super) fn table(&mut self, table: &Table) -> Result<(), XlsxError> {
        let columns = self.form.columns(table, self.units);
        if !table.caption.is_empty() {
            self.row = self.row.max(self.below);
            self.line(&table.caption, &style::caption())?;
        }
        let head = self.row;
        self.beside = (columns.len() < NARROW_TABLE).then_some((self.row, columns.len() + 1));
        self.head(&columns)?;
        for row in &table.rows {
            let values: Vec<Value> = columns.iter().map(|c| c.value(&row.cells)).collect();
            let lines = |(at, value): (usize, &Value)| match value {
                Value::Text(words) => text::lines(words, self.room(at)),
                Value::Empty | Value::Number(..) | Value::Date(_) => 1,
            };
            let lines = values.iter().enumerate().map(lines).max().unwrap_or(1);
            for (at, (value, column)) in values.iter().zip(&columns).enumerate() {
                let place = self.place(at, column);
                let format = style::cell(place, row.is_sum, lines > 1);
                let depth = if at == 0 { row.depth } else { 0 };
                self.cell(at, value, style::set_in(format, depth))?;
            }
            self.height(lines)?;
            if row.depth > 0 {
                self.sheet.group_rows(self.row, self.row)?;
            }
            self.row += 1;
        }
        self.written = Some(Written {
            sheet: self.sheet.name(),
            head,
            rows: self.row - head - 1,
        });
        Ok(())
    }

    /// A chart, so many rows high: beside the table before it where that leaves room, else below everything.
    pub(super) fn chart(&mut self, mut chart: Chart, rows: u32) -> Result<(), XlsxError> {
        let (row, at) = self.beside.take().unwrap_or((self.row.max(self.below) + 1, 0));
        let pixels = |width: &usize| width * DIGIT + PADDING;
        // What stands beside a table stands beside its hours; what stands below is as wide as the tables on paper.
        let last = if at == 0 { self.printed } else { self.widths.len() };
        let room: usize = self.widths.iter().take(last).skip(at).map(pixels).sum();
        let width = u32::try_from(room)
            .unwrap_or(u32::MAX)
            .clamp(CHART_WIDTH.0, CHART_WIDTH.1);
        chart.set_width(width).set_height(rows * ROW);
        self.printed = self.printed.max(self.under(at, width));
        self.sheet.insert_chart(row, column_number(at), &chart)?;
        self.below = row + rows + 1;
        Ok(())
    }

    /// How many columns there are up to where a chart ends that begins at one.
    fn under(&self, at: usize, width: u32) -> usize {
        let mut left = usize::try_from(width).unwrap_or(usize::MAX);
        let mut column = at;
        while left > 0 {
            let width = self.widths.get(column).map_or(DEFAULT, |w| w * DIGIT + PADDING);
            left = left.saturating_sub(width);
            column += 1;
        }
        column
    }

    /// What follows stands below all that was written and drawn.
    pub(super) fn end_section(&mut self) {
        self.row = self.row.max(self.below);
        self.beside = None;
    }

    /// A value; what is not finite has no place in a workbook.
    fn cell(&mut self, at: usize, value: &Value, format: Format) -> Result<(), XlsxError> {
        let (row, column, sheet) = (self.row, column_number(at), &mut self.sheet);
        match value {
            Value::Text(words) => {
                let format = written(words, format.set_text_wrap());
                sheet.write_string_with_format(row, column, words, &format)?;
            }
            Value::Number(number, shown) if number.is_finite() => {
                sheet.write_number_with_format(row, column, *number, &format.set_num_format(&**shown))?;
            }
            Value::Date(date) => {
                sheet.write_number_with_format(row, column, *date, &format.set_num_format(DATE))?;
            }
            Value::Empty | Value::Number(..) => {
                sheet.write_blank(row, column, &format)?;
            }
        }
        Ok(())
    }

    fn head(&mut self, columns: &[Column<'_>]) -> Result<(), XlsxError> {
        let mut lines = 1;
        for (at, column) in columns.iter().enumerate() {
            let name = text::clean(&column.heading);
            lines = lines.max(text::lines(
                &name,
                self.room(at).saturating_sub(self.form.button()),
            ));
            let format = written(&name, style::column(self.place(at, column)));
            self.sheet
                .write_string_with_format(self.row, column_number(at), &*name, &format)?;
        }
        self.height(lines)?;
        self.row += 1;
        Ok(())
    }

    fn place(&self, at: usize, column: &Column<'_>) -> Place {
        Place::of(at, column.is_number, self.form.button() > 0)
    }

    /// The digits that a line has room for in a column.
    fn room(&self, at: usize) -> usize {
        self.widths.get(at).map_or(10, |width| width.saturating_sub(1))
    }

    /// Makes the row as high as its lines: no program measures it before it prints.
    fn height(&mut self, lines: usize) -> Result<(), XlsxError> {
        if lines > 1 {
            self.sheet.set_row_height(self.row, digits(lines * LINE))?;
        }
        Ok(())
    }

    /// Prepares a sheet of tables for paper: what of it is printed, on a page that lies where that is wide.
    pub(super) fn tables_for_paper(&mut self, title: &str, name: &str) -> Result<(), XlsxError> {
        let bottom = self.row.max(self.below).saturating_sub(1);
        let last = column_number(self.printed.saturating_sub(1));
        self.sheet.set_print_area(0, 0, bottom, last)?;
        let width: usize = self.widths.iter().take(self.printed).sum();
        self.for_paper(title, name, width > STANDING);
        Ok(())
    }

    /// Lets a list that is too wide for one page go on on others, each with the columns that name its rows.
    pub(super) fn over_pages(&mut self, columns: usize) -> Result<(), XlsxError> {
        let width: usize = self.widths.iter().take(columns).sum();
        let pages = width.div_ceil(SMALL).clamp(1, 9);
        if pages > 1 {
            self.sheet
                .set_print_fit_to_pages(u16::try_from(pages).unwrap_or(1), 0);
            self.sheet.set_repeat_columns(0, 1)?;
        }
        Ok(())
    }

    /// Keeps the first rows and the names of the lines in sight, and on top of every printed page.
    pub(super) fn keep_heads(&mut self, rows: u32) -> Result<(), XlsxError> {
        self.sheet.set_freeze_panes(rows, 1)?;
        self.sheet.set_repeat_rows(0, rows.saturating_sub(1))?;
        Ok(())
    }

    /// Prepares the sheet for paper: as wide as the page, as long as it takes.
    pub(super) fn for_paper(&mut self, title: &str, name: &str, is_wide: bool) {
        let escaped = |text: &str| text::clean(text).replace('&', "&&");
        let header = format!("&L{}&R{}", escaped(title), escaped(name));
        if header.chars().map(char::len_utf16).sum::<usize>() < 255 {
            self.sheet.set_header(header);
        }
        self.sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0);
        self.sheet.set_footer("&C&P / &N");
        if is_wide {
            self.sheet.set_landscape();
        }
    }
}

/// The format with the prefix that keeps a text a text when someone edits the cell, where it needs it.
fn written(words: &str, format: Format) -> Format {
    if is_formula(words) {
        format.set_quote_prefix()
    } else {
        format
    }
}

pub(super) fn column_number(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

#[expect(clippy::cast_precision_loss, reason = "a few hundred")]
fn digits(width: usize) -> f64 {
    width as f64
}
