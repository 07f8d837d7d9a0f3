//! A list of lessons: each row is one.

use super::bells::Bells;
use super::cursor::one_line;
use super::flat_head::Columns;
use super::lesson::{self, Lesson};
use super::{Cell, Table, clock, period, week_words, weekday};
use crate::domain::Span;
use crate::timetable::{Parity, Weeks};
use crate::transfer::incoming::{BadFile, Weekly, WeeklyWhen};

/// One row of the list.
struct Row<'a> {
    table: &'a Table,
    at: usize,
    columns: &'a Columns,
}

/// Reads the rows below a header.
///
/// # Errors
/// Where a weekday, a time or the weeks cannot be read, or the name of a lesson is missing.
pub(super) fn read(
    table: &Table,
    head: usize,
    columns: &Columns,
    bells: &mut Bells,
) -> Result<Vec<Weekly>, BadFile> {
    let mut lessons = Vec::new();
    for at in head + 1..table.rows.len() {
        let row = Row { table, at, columns };
        if !row.is_empty() {
            lessons.extend(row.lessons(bells)?);
        }
    }
    Ok(lessons)
}

impl Row<'_> {
    fn is_empty(&self) -> bool {
        let c = self.columns;
        let known = [
            Some(c.weekday),
            Some(c.label),
            c.period,
            c.time,
            c.start,
            c.end,
            c.class,
            c.weeks,
            c.parity,
        ];
        let cells = self.table.row(self.at);
        let first = cells.iter().find(|c| !c.text.trim().is_empty());
        // One text merged across the row is a title or a remark, and so is a row with nothing in the columns that count.
        let is_one = cells.len() > 1
            && first.is_some_and(|f| f.merged.is_some() && cells.iter().all(|c| c.merged == f.merged));
        is_one
            || known
                .into_iter()
                .flatten()
                .all(|column| self.table.text(self.at, column).is_empty())
    }

    /// A cell of this row, and what stands in it; the nearest before where the row is too short.
    fn get(&self, column: Option<usize>) -> Option<(&Cell, &str)> {
        let column = column?;
        let cell = self
            .table
            .cell(self.at, column)
            .or_else(|| self.table.row(self.at).last())?;
        Some((cell, self.table.text(self.at, column)))
    }

    /// That what stands in a column makes no sense.
    fn bad(&self, column: usize, field: &str) -> BadFile {
        let text = self.table.text(self.at, column).to_owned();
        let fault = crate::transfer::incoming::FileFault::Value {
            field: field.to_owned(),
            text,
        };
        BadFile {
            place: self.get(Some(column)).map(|(cell, _)| cell.place.clone()),
            fault,
        }
    }

    fn lessons(&self, bells: &mut Bells) -> Result<Vec<Weekly>, BadFile> {
        let c = self.columns;
        let weekday_text = self.table.text(self.at, c.weekday);
        let weekday = weekday::in_column(weekday_text).ok_or_else(|| self.bad(c.weekday, "weekday"))?;
        let label = self.table.text(self.at, c.label);
        let found = lesson::lessons(label).map_err(|_| self.bad(c.label, "weeks"))?;
        if found.is_empty() {
            return Err(self.bad(c.label, "subject"));
        }
        let place = self.get(Some(c.label)).map(|(cell, _)| cell.place.clone());
        let place = place.ok_or_else(|| self.bad(c.label, "subject"))?;
        let whens = self.whens(bells)?;
        let mut out = Vec::new();
        for lesson in &found {
            let weeks = self.weeks(lesson)?;
            for when in &whens {
                let (label, class) = self.names(lesson);
                out.push(Weekly {
                    place: place.clone(),
                    label,
                    class,
                    weekday,
                    when: when.clone(),
                    weeks: weeks.clone(),
                    from: None,
                    until: None,
                    every: 1,
                    except: Vec::new(),
                });
            }
        }
        Ok(out)
    }

    /// What the lesson is called and its class; a class that the label names besides another stays in it.
    fn names(&self, lesson: &Lesson) -> (String, String) {
        let column = self
            .get(self.columns.class)
            .map_or(String::new(), |(_, text)| one_line(text));
        if column.is_empty() {
            return (lesson.label.clone(), lesson.class.clone());
        }
        if lesson.class.is_empty() || lesson.class == column || lesson.class == lesson.label {
            return (lesson.label.clone(), column);
        }
        (format!("{} {}", lesson.label, lesson.class), column)
    }

    /// From the columns of weeks and of odd and even, or from the label; nothing may be told twice.
    fn weeks(&self, lesson: &Lesson) -> Result<Weeks, BadFile> {
        let read = |column: Option<usize>| {
            let Some(column) = column else {
                return Ok(Weeks::all());
            };
            week_words::column(self.table.text(self.at, column)).ok_or_else(|| self.bad(column, "weeks"))
        };
        let (listed, parity) = (read(self.columns.weeks)?, read(self.columns.parity)?);
        let Some(weeks) = together(&listed, &parity) else {
            return Err(self.bad(self.columns.parity.unwrap_or(self.columns.weekday), "weeks"));
        };
        if lesson.weeks.is_all() || lesson.weeks == weeks {
            return Ok(weeks);
        }
        if weeks.is_all() {
            Ok(lesson.weeks.clone())
        } else {
            Err(self.bad(self.columns.label, "weeks"))
        }
    }

    fn whens(&self, bells: &mut Bells) -> Result<Vec<WeeklyWhen>, BadFile> {
        let span = self.span()?;
        let period = self.get(self.columns.period).filter(|(_, text)| !text.is_empty());
        let Some((cell, text)) = period else {
            let span = span.ok_or_else(|| {
                self.bad(
                    self.columns
                        .period
                        .or(self.columns.time)
                        .or(self.columns.start)
                        .unwrap_or(0),
                    "period",
                )
            })?;
            return Ok(vec![WeeklyWhen::Clock(span)]);
        };
        let periods: Vec<(String, String)> = match (period::numbers(text), period::name(text)) {
            (Some(listed), _) => listed
                .into_iter()
                .map(|(a, b)| (a.to_string(), b.to_string()))
                .collect(),
            (None, Some(name)) => vec![(name.clone(), name)],
            (None, None) => return Err(cell.bad("period")),
        };
        match (span, periods.as_slice()) {
            // The time of several periods together says nothing of each, so it is the time that counts.
            (Some(span), [(first, last)]) if first != last => Ok(vec![WeeklyWhen::Clock(span)]),
            (Some(_), [_, _, ..]) => Err(cell.bad("period")),
            (Some(span), _) => {
                let name = periods.first().map_or("", |(first, _)| first.as_str());
                // On some days the same period is at another time.
                let is_usual = bells.add(name, span, cell).is_ok();
                let when = |(first, last)| WeeklyWhen::Periods { first, last };
                Ok(periods
                    .into_iter()
                    .map(|p| {
                        if is_usual {
                            when(p)
                        } else {
                            WeeklyWhen::Clock(span)
                        }
                    })
                    .collect())
            }
            (None, _) => Ok(periods
                .into_iter()
                .map(|(first, last)| WeeklyWhen::Periods { first, last })
                .collect()),
        }
    }

    /// The clock times, if the row has them.
    fn span(&self) -> Result<Option<Span>, BadFile> {
        if let (Some(start), Some(end)) = (self.columns.start, self.columns.end) {
            let (from, to) = (self.table.text(self.at, start), self.table.text(self.at, end));
            if !from.is_empty() || !to.is_empty() {
                let start_at = clock::alone(from).ok_or_else(|| self.bad(start, "start"))?;
                let end_at = clock::alone(to).ok_or_else(|| self.bad(end, "end"))?;
                return Span::clocked(start_at, end_at)
                    .map(Some)
                    .map_err(|_| self.bad(end, "end"));
            }
        }
        let Some(column) = self.columns.time else {
            return Ok(None);
        };
        let text = self.table.text(self.at, column);
        if text.is_empty() {
            return Ok(None);
        }
        clock::whole(text)
            .map(Some)
            .ok_or_else(|| self.bad(column, "time"))
    }
}

/// The weeks of a list that are odd or even too; none where both say odd or even and differ.
fn together(listed: &Weeks, parity: &Weeks) -> Option<Weeks> {
    if parity.is_all() || listed == parity {
        return Some(listed.clone());
    }
    if listed.is_all() {
        return Some(parity.clone());
    }
    let odd_or_even = |p: Parity| Weeks::new(Some(p), Vec::new()).ok();
    let wanted = parity
        .parity()
        .filter(|p| odd_or_even(*p).as_ref() == Some(parity))?;
    if listed.parity().is_some_and(|p| p != wanted) {
        return None;
    }
    let text = listed.to_string();
    let numbers = text
        .strip_suffix(" odd")
        .or_else(|| text.strip_suffix(" even"))
        .unwrap_or(&text);
    format!("{numbers} {}", if wanted == Parity::Odd { "odd" } else { "even" })
        .parse()
        .ok()
}
