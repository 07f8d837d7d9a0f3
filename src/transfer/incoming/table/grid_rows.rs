//! The rows of a grid: which periods they are, and which are no lessons at all.

use super::bells::Bells;
use super::cursor::squeezed;
use super::days::Day;
use super::period::{self, Head};
use super::{Cell, Table};
use crate::domain::Span;
use crate::transfer::incoming::BadFile;

/// Halves of the day, which say nothing of the period where anything else does.
const HALVES: &[&str] = &[
    "上午",
    "下午",
    "晚上",
    "中午",
    "早上",
    "早晨",
    "傍晚",
    "晚间",
    "上",
    "下",
    "am",
    "pm",
    "morning",
    "afternoon",
    "evening",
    "noon",
];

/// How remarks begin.
const REMARKS: &[&str] = &[
    "备注",
    "说明",
    "注:",
    "注意",
    "制表",
    "打印",
    "审核",
    "教务处",
    "remark",
    "note:",
    "notes",
    "printed",
    "n.b.",
];

/// Rows that are one period: several where its head is merged across them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    /// From the first row to the one after the last.
    pub(super) rows: std::ops::Range<usize>,
    pub(super) head: Head,
}

/// The periods of the rows from one to before another.
///
/// # Errors
/// Where a lesson stands in a row whose period or time cannot be read, or is that of another row.
pub(super) fn read(
    table: &Table,
    rows: std::ops::Range<usize>,
    days: &[Day],
    bells: &mut Bells,
) -> Result<Vec<Group>, BadFile> {
    let first_column = days.iter().flat_map(|d| &d.columns).min().copied().unwrap_or(0);
    let mut groups: Vec<Group> = Vec::new();
    let mut row = rows.start;
    while row < rows.end {
        let cells = table.row(row);
        let cells = cells.get(..first_column.min(cells.len())).unwrap_or_default();
        let next = (row + height(table, row, cells)).min(rows.end);
        let lesson = (row..next).find_map(|row| lesson_in(table, row, days, first_column));
        let is_passed_over = is_remark(table, row) || lesson.is_none() && is_across(table, row, days);
        let head = match head(cells) {
            _ if is_passed_over => None,
            Ok(head) if head.periods.is_some() || head.span.is_some() => Some(head),
            Ok(_) => lesson.map_or(Ok(None), |at| Err(at.bad("period")))?,
            Err(bad) => reaching(table, row, days).map_or(Ok(None), |_| Err(bad))?,
        };
        if let Some(head) = head {
            let at = cells.last().or(lesson);
            let is_again = groups
                .iter()
                .any(|g| g.head.periods.is_some() && g.head.periods == head.periods);
            if let Some(at) = at.filter(|_| is_again && lesson.is_some()) {
                return Err(at.bad("period"));
            }
            at.map_or(Ok(()), |at| add_bells(&head, bells, at))?;
            if !is_again {
                groups.push(Group {
                    rows: row..next,
                    head,
                });
            }
        }
        row = if is_passed_over { row + 1 } else { next };
    }
    Ok(groups)
}

fn add_bells(head: &Head, bells: &mut Bells, at: &Cell) -> Result<(), BadFile> {
    match (&head.periods, head.span) {
        (Some((first, last)), Some(span)) if first == last => bells.add(first, span, at),
        _ => Ok(()),
    }
}

/// The first cell below a weekday in which something stands that is a lesson and begins in this row.
fn lesson_in<'a>(table: &'a Table, row: usize, days: &[Day], first_column: usize) -> Option<&'a Cell> {
    if is_across(table, row, days) {
        return None;
    }
    let columns = days.iter().flat_map(|d| &d.columns);
    let begins = |c: &&Cell| {
        c.merged
            .is_none_or(|(r, column)| r == row && column >= first_column)
    };
    let says = |c: &&Cell| c.text.contains(super::cursor::is_word);
    columns
        .filter_map(|c| table.cell(row, *c))
        .filter(begins)
        .find(says)
}

/// A cell below a weekday in which something stands, wherever it begins.
fn reaching<'a>(table: &'a Table, row: usize, days: &[Day]) -> Option<&'a Cell> {
    let mut columns = days.iter().flat_map(|d| &d.columns);
    columns.find_map(|c| table.cell(row, *c).filter(|c| !c.text.trim().is_empty()))
}

/// Whether one text is merged across all weekdays: a break, a title, a remark.
pub(super) fn is_across(table: &Table, row: usize, days: &[Day]) -> bool {
    let mut merged = days
        .iter()
        .flat_map(|d| &d.columns)
        .map(|c| table.cell(row, *c).and_then(|c| c.merged));
    let first = merged.next().flatten();
    days.len() > 1 && first.is_some() && merged.all(|m| m == first)
}

fn is_remark(table: &Table, row: usize) -> bool {
    let first = table
        .row(row)
        .iter()
        .map(|c| squeezed(&c.text))
        .find(|t| !t.is_empty());
    first.is_some_and(|text| REMARKS.iter().any(|r| text.starts_with(r)))
}

/// How many rows the period takes: as many as the last cell of its head is merged across.
fn height(table: &Table, row: usize, cells: &[Cell]) -> usize {
    let naming = cells
        .iter()
        .enumerate()
        .rfind(|(_, c)| !c.text.trim().is_empty() && !is_half(c));
    let Some((
        column,
        Cell {
            merged: Some(anchor), ..
        },
    )) = naming
    else {
        return 1;
    };
    let same = |r: &usize| table.cell(*r, column).and_then(|c| c.merged) == Some(*anchor);
    (row..table.rows.len()).take_while(same).count().max(1)
}

fn is_half(cell: &Cell) -> bool {
    HALVES.contains(&squeezed(&cell.text).as_str())
}

/// The period and the bells, from all cells at the head of a row.
///
/// # Errors
/// Where a time makes no sense, or there are two.
fn head(cells: &[Cell]) -> Result<Head, BadFile> {
    let mut names: Vec<(String, String)> = Vec::new();
    let mut span: Option<Span> = None;
    let mut seen = Vec::new();
    for cell in cells.iter().filter(|c| !c.text.trim().is_empty() && !is_half(c)) {
        if cell.merged.is_some() && seen.contains(&cell.merged) {
            continue;
        }
        seen.push(cell.merged);
        let Head { periods, span: here } = period::head(&cell.text).ok_or_else(|| cell.bad("period"))?;
        if span.is_some() && here.is_some() && span != here {
            return Err(cell.bad("time"));
        }
        span = span.or(here);
        names.extend(periods);
    }
    if names.is_empty() && span.is_none() {
        // 中午 alone is the name of a period; merged down the side it is only a part of the day.
        let half = cells.iter().find(|c| is_half(c) && c.merged.is_none());
        names.extend(half.map(|c| (c.text.trim().to_owned(), c.text.trim().to_owned())));
    }
    let periods = match names.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        several => {
            let texts: Vec<&str> = several.iter().map(|(first, _)| first.as_str()).collect();
            let name = texts.join(" "); // 晚自习 beside 1
            Some((name.clone(), name))
        }
    };
    Ok(Head { periods, span })
}
