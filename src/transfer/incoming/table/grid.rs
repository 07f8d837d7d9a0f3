//! A grid: periods down, weekdays across.

use super::bells::Bells;
use super::days::{self, Day};
use super::grid_rows::{self, Group};
use super::{Cell, Table, lesson};
use crate::domain::Span;
use crate::timetable::Weeks;
use crate::transfer::incoming::{BadFile, Weekly, WeeklyWhen};
use std::ops::Range;

/// What stands in the cells of one day and one period.
struct Slot<'a> {
    text: String,
    at: &'a Cell,
    /// The last of the periods that it reaches over, as a place among the groups.
    last: usize,
}

/// Reads a grid from its first header on; a further header begins another one.
///
/// # Errors
/// Where a weekday, a period, a time or the weeks of a lesson cannot be read.
pub(super) fn read(table: &Table, head: usize, bells: &mut Bells) -> Result<Vec<Weekly>, BadFile> {
    let heads: Vec<usize> = (head..table.rows.len())
        .filter(|row| days::is_head(table, *row))
        .collect();
    let ends = heads.iter().copied().skip(1).chain([table.rows.len()]);
    let mut lessons = Vec::new();
    for (head, end) in heads.iter().copied().zip(ends) {
        let days = days::read(table, head)?;
        let groups = grid_rows::read(table, head + 1..end, &days, bells)?;
        refuse_strays(table, head, &days, &groups)?;
        for (at, group) in groups.iter().enumerate() {
            for day in &days {
                for slot in slots(table, group, at, day, &days, &groups) {
                    lessons.extend(weekly(
                        &slot,
                        group,
                        groups.get(slot.last).unwrap_or(group),
                        day,
                        &table.name,
                    )?);
                }
            }
        }
    }
    Ok(lessons)
}

/// A text in a column without a head, among those of the weekdays, may be a part of a lesson; it is not passed over.
fn refuse_strays(table: &Table, head: usize, days: &[Day], groups: &[Group]) -> Result<(), BadFile> {
    let columns: Vec<usize> = days.iter().flat_map(|d| d.columns.iter().copied()).collect();
    let first = columns.iter().min().copied().unwrap_or(0);
    for row in groups.iter().flat_map(|g| g.rows.clone()) {
        let is_stray = |(column, cell): &(usize, &Cell)| {
            *column > first
                && !columns.contains(column)
                && table.text(head, *column).is_empty()
                && cell.text.contains(super::cursor::is_word)
                && cell.merged.is_none_or(|anchor| anchor == (row, *column))
        };
        if let Some((_, cell)) = table.row(row).iter().enumerate().find(is_stray) {
            return Err(cell.bad("weekday"));
        }
    }
    Ok(())
}

/// The texts of a day that begin in a period. Cells that reach equally far belong together: subject above class, or side
/// by side below one weekday.
fn slots<'a>(
    table: &'a Table,
    group: &Group,
    at: usize,
    day: &Day,
    days: &[Day],
    groups: &[Group],
) -> Vec<Slot<'a>> {
    let mut slots: Vec<Slot<'a>> = Vec::new();
    let first_column = days.iter().flat_map(|d| &d.columns).min().copied().unwrap_or(0);
    let rows = group
        .rows
        .clone()
        .filter(|row| !grid_rows::is_across(table, *row, days));
    for (row, column) in rows.flat_map(|row| day.columns.iter().map(move |column| (row, *column))) {
        let Some(cell) = table.cell(row, column).filter(|c| !c.text.trim().is_empty()) else {
            continue;
        };
        if let Some((top, left)) = cell.merged {
            // Once for each day that it reaches over, and not where it began beside or above.
            let is_first = top == row
                && day.columns.iter().find(|c| is_of(table, row, **c, (top, left))) == Some(&column);
            if !is_first || left < first_column {
                continue;
            }
        }
        let last = last_group(table, cell, column, groups).unwrap_or(at).max(at);
        match slots.iter_mut().find(|s| s.last == last) {
            Some(slot) => {
                slot.text.push('\n');
                slot.text.push_str(cell.text.trim());
            }
            None => slots.push(Slot {
                text: cell.text.trim().to_owned(),
                at: cell,
                last,
            }),
        }
    }
    slots
}

fn is_of(table: &Table, row: usize, column: usize, anchor: (usize, usize)) -> bool {
    table.cell(row, column).and_then(|c| c.merged) == Some(anchor)
}

/// The last period that a merged cell reaches over.
fn last_group(table: &Table, cell: &Cell, column: usize, groups: &[Group]) -> Option<usize> {
    let anchor = cell.merged?;
    let reaches = |rows: &Range<usize>| rows.clone().any(|row| is_of(table, row, column, anchor));
    groups.iter().rposition(|g| reaches(&g.rows))
}

fn weekly(
    slot: &Slot<'_>,
    first: &Group,
    last: &Group,
    day: &Day,
    sheet: &str,
) -> Result<Vec<Weekly>, BadFile> {
    let bad = |field| {
        let text = slot.text.clone();
        Cell {
            text,
            ..slot.at.clone()
        }
        .bad(field)
    };
    let found = lesson::lessons(&slot.text).map_err(|_| bad("weeks"))?;
    let when = when(first, last).ok_or_else(|| bad("period"))?;
    let mut out = Vec::new();
    for lesson in found {
        let weeks = common(&lesson.weeks, &day.weeks, sheet).ok_or_else(|| bad("weeks"))?;
        out.push(Weekly {
            place: slot.at.place.clone(),
            label: lesson.label,
            class: lesson.class,
            weekday: day.weekday,
            when: when.clone(),
            weeks,
            from: None,
            until: None,
            every: 1,
            except: Vec::new(),
        });
    }
    Ok(out)
}

/// The weeks of the lesson, else of its column, else of the sheet, which may be called 单周; none where they differ.
fn common(lesson: &Weeks, day: &Weeks, sheet: &str) -> Option<Weeks> {
    let sheet = super::week_words::sheet(sheet);
    let mut said = [lesson, day, &sheet].into_iter().filter(|w| !w.is_all());
    let Some(first) = said.next() else {
        return Some(Weeks::all());
    };
    said.all(|w| w == first).then(|| first.clone())
}

fn when(first: &Group, last: &Group) -> Option<WeeklyWhen> {
    if let (Some((first, _)), Some((_, last))) = (&first.head.periods, &last.head.periods) {
        let (first, last) = (first.clone(), last.clone());
        return Some(WeeklyWhen::Periods { first, last });
    }
    if first.head.periods.is_some() || last.head.periods.is_some() {
        return None;
    }
    let (start, _) = first.head.span?.clock_times()?;
    let (_, end) = last.head.span?.clock_times()?;
    Span::clocked(start, end).ok().map(WeeklyWhen::Clock)
}
