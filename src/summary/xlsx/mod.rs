//! A summary as a workbook: real numbers under number formats, a sheet for each long list, and charts of the
//! spreadsheet's own kind. The same document makes the same bytes.
//!
//! Minutes are times (`[h]:mm`), and stand to the right of their table again as hours with a fraction, to calculate
//! with. Text is always text, whatever it begins with.

mod calendar;
mod chart;
mod names;
mod page;
mod style;
mod table;
mod text;
mod value;

use super::document::{Chart, Document, Part, Section, SectionId, Table};
use crate::i18n::{I18n, Say};
use crate::tr;
use names::Names;
use page::{Form, Page, column_number};
use rust_xlsxwriter::{ConditionalFormat2ColorScale, DocProperties, ExcelDateTime, Workbook};
use std::collections::BTreeMap;
use value::Units;

/// The most characters of what is read out in place of a chart.
const LONGEST_ALT: usize = 255;

/// A workbook could not be made.
#[derive(Debug, thiserror::Error)]
#[error("the workbook could not be made: {0}")]
pub struct XlsxError(#[from] rust_xlsxwriter::XlsxError);

impl Say for XlsxError {
    fn say(&self, i18n: &I18n) -> String {
        tr!(i18n, "xlsx-failed", why = self.0.to_string())
    }
}

/// The document as the bytes of a workbook.
///
/// # Errors
/// When a text is longer than the 32 767 characters of a cell.
pub fn xlsx(document: &Document) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let created = ExcelDateTime::parse_from_str("2000-01-01T00:00:00Z")?; // else that of the machine's clock
    let properties = DocProperties::new().set_title(&*text::clean(&document.title));
    book.set_properties(&properties.set_creation_datetime(&created));
    let sheets = Sheets::of(document);
    book.push_worksheet(sheets.first()?.sheet);
    for section in document.sections.iter().filter(|s| has_sheet(s.id)) {
        let page = if is_list(section.id) {
            sheets.list(section)?
        } else {
            sheets.tables(section)?
        };
        book.push_worksheet(page.sheet);
        if section.id == SectionId::Weeks
            && let Some(calendar) = &sheets.calendar
        {
            book.push_worksheet(sheets.calendar(calendar)?.sheet);
        }
    }
    Ok(book.save_to_buffer()?)
}

/// Whether a section stands on a sheet of its own.
const fn has_sheet(id: SectionId) -> bool {
    is_list(id)
        || matches!(
            id,
            SectionId::Issues
                | SectionId::Group(_)
                | SectionId::Doings
                | SectionId::Cross
                | SectionId::CrossWeeks
        )
}

/// Whether its sheet is one list, which can be filtered by its columns, or only sentences.
const fn is_list(id: SectionId) -> bool {
    matches!(
        id,
        SectionId::Days
            | SectionId::Weeks
            | SectionId::Blocks
            | SectionId::Activities
            | SectionId::GroupWeeks(_)
            | SectionId::Notes
    )
}

/// Whether a section continues the sheet of the one before it.
const fn continues(id: SectionId) -> bool {
    matches!(id, SectionId::GroupMeans(_))
}

/// What stands on which sheet.
struct Sheets<'a> {
    document: &'a Document,
    first_name: String,
    names: BTreeMap<SectionId, String>,
    calendar: Option<Table>,
    calendar_name: String,
}

impl<'a> Sheets<'a> {
    fn of(document: &'a Document) -> Self {
        let (mut names, i18n) = (Names::default(), I18n::new(document.lang));
        let first_name = names.name(&tr!(i18n, "doc-summary"));
        let own = document.sections.iter().filter(|s| has_sheet(s.id));
        Self {
            document,
            first_name,
            names: own.map(|s| (s.id, names.name(&s.heading))).collect(),
            calendar: calendar::table(document, &i18n),
            calendar_name: names.name(&tr!(i18n, "xlsx-calendar")),
        }
    }

    fn name(&self, id: SectionId) -> &str {
        self.names.get(&id).map_or("", String::as_str)
    }

    fn units(&self) -> Units<'_> {
        Units::of(self.document)
    }

    /// The first sheet: all that has no sheet of its own.
    fn first(&self) -> Result<Page<'_>, XlsxError> {
        let sections = self.document.sections.iter();
        let shown = sections.filter(|s| !has_sheet(s.id) && !continues(s.id));
        let all = shown.clone().flat_map(tables);
        let mut page = Page::new(&self.first_name, all, Form::Mixed, self.units())?;
        page.title(&self.document.title)?;
        page.sentence(&self.document.lead)?;
        for section in shown {
            page.row += 1;
            page.line(&section.heading, &style::heading())?;
            self.parts(&mut page, section)?;
        }
        page.sheet.set_screen_gridlines(false);
        page.tables_for_paper(&self.document.title, &self.first_name)?;
        Ok(page)
    }

    /// The parts of a section, one below the other.
    fn parts(&self, page: &mut Page<'_>, section: &Section) -> Result<(), XlsxError> {
        for (at, part) in section.parts.iter().enumerate() {
            match part {
                Part::Sentence(sentence) => page.sentence(sentence)?,
                Part::Table(table) => {
                    page.row += u32::from(at > 0);
                    page.table(table)?;
                }
                Part::Chart(chart) => {
                    let before = section.parts[..at].last();
                    if let Some(mut drawn) = self.drawn(chart, before, page) {
                        let words = format!("{} · {}", self.document.title, self.document.lead);
                        drawn.set_alt_text(words.chars().take(LONGEST_ALT).collect::<String>());
                        page.chart(drawn, chart::rows(chart))?;
                    }
                }
            }
        }
        page.end_section();
        Ok(())
    }

    /// The spreadsheet's chart; none for what stands on a sheet as coloured cells, and where the table that it is to draw is
    /// not the part before it.
    fn drawn(&self, chart: &Chart, before: Option<&Part>, page: &Page<'_>) -> Option<rust_xlsxwriter::Chart> {
        let table = || match before {
            Some(Part::Table(table)) => Some(table),
            _ => None,
        };
        let section = |id| self.document.sections.iter().find(|s| s.id == id);
        match chart {
            Chart::Days(bars) => chart::days(self.document, bars, self.name(SectionId::Days)),
            Chart::Weeks(_) => {
                let heading = &section(SectionId::Weeks)?.heading;
                chart::weeks(heading, self.calendar.as_ref()?, &self.calendar_name)
            }
            Chart::Calendar(_) => None,
            Chart::Lines(lines) => chart::lines(self.document, lines, table()?, page.written()?),
            Chart::Spreads(spreads) => chart::spreads(spreads, table()?, page.written()?),
        }
    }

    /// The sheet of a section of several tables and charts, and of what continues it.
    fn tables(&self, section: &Section) -> Result<Page<'_>, XlsxError> {
        let name = self.name(section.id);
        let all = self.document.sections.iter();
        let after = all.skip_while(|s| s.id != section.id).skip(1);
        let sections: Vec<&Section> = [section]
            .into_iter()
            .chain(after.take_while(|s| continues(s.id)))
            .collect();
        let tables = sections.iter().flat_map(|s| tables(s));
        let mut page = Page::new(name, tables, Form::Mixed, self.units())?;
        for (at, section) in sections.into_iter().enumerate() {
            page.row += u32::from(at > 0);
            page.line(&section.heading, &style::heading())?;
            self.parts(&mut page, section)?;
        }
        page.sheet.set_screen_gridlines(false);
        // Of a single table the names of the columns too.
        let is_single = matches!(&section.parts[..], [Part::Table(table)] if table.caption.is_empty());
        page.keep_heads(1 + u32::from(is_single))?;
        page.tables_for_paper(&self.document.title, name)?;
        Ok(page)
    }

    /// The sheet of a section that is one list.
    fn list(&self, section: &Section) -> Result<Page<'_>, XlsxError> {
        let name = self.name(section.id);
        let mut page = Page::new(name, tables(section), Form::List, self.units())?;
        if let Some(table) = tables(section).next() {
            self.parts(&mut page, section)?;
            let last = |columns: usize| column_number(columns.saturating_sub(1));
            let rows = table.rows.iter().take_while(|r| !r.is_sum).count();
            let rows = u32::try_from(rows).unwrap_or(u32::MAX);
            let columns = Form::List.columns(table, self.units()).len();
            page.sheet.autofilter(0, 0, rows, last(columns))?;
            page.sheet.set_freeze_panes(1, 1)?;
            page.sheet.set_repeat_rows(0, 0)?;
            // The hours beside the table are for calculating; on paper they would make everything small.
            let bottom = page.row.saturating_sub(1);
            page.sheet
                .set_print_area(0, 0, bottom, last(table.columns.len()))?;
        } else {
            page.line(&section.heading, &style::heading())?;
            self.parts(&mut page, section)?;
        }
        let is_wide = !matches!(section.id, SectionId::Notes | SectionId::Activities);
        page.for_paper(&self.document.title, name, is_wide);
        if matches!(section.id, SectionId::GroupWeeks(_)) {
            page.over_pages(
                tables(section)
                    .map(|table| table.columns.len())
                    .max()
                    .unwrap_or(0),
            )?;
        }
        Ok(page)
    }

    /// The sheet of the calendar: the more minutes, the darker.
    fn calendar(&self, calendar: &Table) -> Result<Page<'_>, XlsxError> {
        let name = &self.calendar_name;
        let mut page = Page::new(name, [calendar], Form::Calendar, self.units())?;
        page.table(calendar)?;
        let first = calendar::FIRST_DAY;
        let scale = ConditionalFormat2ColorScale::new()
            .set_minimum_color(0x00FF_FFFF)
            .set_maximum_color(0x00F2_8E2B);
        let last = page.row.saturating_sub(1);
        page.sheet
            .add_conditional_format(1, first, last, first + 6, &scale)?;
        page.sheet.set_repeat_rows(0, 0)?;
        page.sheet.set_freeze_panes(1, first)?;
        page.for_paper(&self.document.title, name, true);
        Ok(page)
    }
}

fn tables(section: &Section) -> impl Iterator<Item = &Table> {
    section.parts.iter().filter_map(|part| match part {
        Part::Table(table) => Some(table),
        Part::Sentence(_) | Part::Chart(_) => None,
    })
}
