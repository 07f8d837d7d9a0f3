//! The header of a grid: which columns belong to which weekday.

use super::{Table, week_words, weekday};
use crate::timetable::Weeks;
use crate::transfer::incoming::BadFile;
use chrono::Weekday;

/// The columns of one weekday: several where its head is merged across them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) weekday: Weekday,
    pub(super) columns: Vec<usize>,
    /// All weeks, unless the same weekday has a column for odd and one for even weeks.
    pub(super) weeks: Weeks,
}

/// Whether a row names at least two weekdays side by side.
pub(super) fn is_head(table: &Table, row: usize) -> bool {
    let found = heads(table, row);
    let first = found.first().map(|(_, day)| *day);
    found.iter().any(|(_, day)| Some(*day) != first)
}

/// The weekdays of a row, with their columns.
fn heads(table: &Table, row: usize) -> Vec<(usize, Weekday)> {
    let cells = table.row(row).iter().enumerate();
    let plain: Vec<_> = cells
        .clone()
        .filter_map(|(at, c)| Some((at, weekday::head(&c.text)?)))
        .collect();
    if !plain.is_empty() {
        return plain;
    }
    // 一 二 三 四 五: one such sign alone may be a period, three in their order are weekdays.
    let is_digit = |text: &str| text.trim().chars().all(|c| c.is_ascii_digit());
    let short = |text: &str| {
        if is_digit(text) {
            None
        } else {
            weekday::short(text.trim())
        }
    };
    let signs: Vec<_> = cells.filter_map(|(at, c)| Some((at, short(&c.text)?))).collect();
    let follows = |pair: &[(usize, Weekday)]| matches!(pair, [(_, a), (_, b)] if a == b || a.succ() == *b);
    let begins = signs.first().is_some_and(|(_, day)| *day == Weekday::Mon);
    let all = signs.len() >= 3 && begins && signs.windows(2).all(follows);
    if all { signs } else { Vec::new() }
}

/// The days of a header.
///
/// # Errors
/// Where a weekday stands twice and what is above does not tell the weeks of each.
pub(super) fn read(table: &Table, row: usize) -> Result<Vec<Day>, BadFile> {
    let mut days: Vec<(Option<(usize, usize)>, Day)> = Vec::new();
    for (column, weekday) in heads(table, row) {
        let merged = table.cell(row, column).and_then(|c| c.merged);
        let same = days
            .iter_mut()
            .find(|(m, day)| merged.is_some() && *m == merged && day.weekday == weekday);
        if let Some((_, day)) = same {
            day.columns.push(column);
            continue;
        }
        let weeks = Weeks::all();
        let columns = vec![column];
        days.push((
            merged,
            Day {
                weekday,
                columns,
                weeks,
            },
        ));
    }
    let mut days: Vec<Day> = days.into_iter().map(|(_, day)| day).collect();
    let twice = |days: &[Day], day: &Day| days.iter().filter(|d| d.weekday == day.weekday).count() > 1;
    let doubled: Vec<bool> = days.iter().map(|day| twice(&days, day)).collect();
    for (day, _) in days.iter_mut().zip(doubled).filter(|(_, doubled)| *doubled) {
        let column = day.columns.first().copied().unwrap_or(0);
        let above = row.checked_sub(1).map_or("", |above| table.text(above, column));
        let told = week_words::column(above).filter(|weeks| !weeks.is_all());
        let bad = || table.cell(row, column).map(|cell| cell.bad("weekday"));
        match told {
            Some(weeks) => day.weeks = weeks,
            None => return bad().map_or_else(|| Ok(Vec::new()), Err),
        }
    }
    Ok(days)
}

#[cfg(test)]
mod tests {
    use super::super::from_csv;
    use super::*;

    fn is_head_of(text: &str) -> bool {
        is_head(&from_csv(text).unwrap(), 0)
    }

    #[test]
    fn rows_of_weekdays() {
        for text in [
            "节次,周一,周二",
            ",Mon,Tue,Wed",
            ",一,二,三,四,五",
            "时间,星期一,星期二,星期三,星期四,星期五,备注",
        ] {
            assert!(is_head_of(text), "{text}");
        }
        for text in [
            "周一,3,语文",
            "1,2,3,4,5",
            "一,二",
            "三,四,五",
            "周一,周一",
            "语文,数学",
        ] {
            assert!(!is_head_of(text), "{text}");
        }
    }

    #[test]
    fn a_week_for_odd_and_one_for_even_numbers() {
        let table = from_csv(",单周,单周,双周,双周\n,周一,周二,周一,周二\n").unwrap();
        let days = read(&table, 1).unwrap();
        let shown: Vec<String> = days
            .iter()
            .map(|d| format!("{} {:?} {}", d.weekday, d.columns, d.weeks))
            .collect();
        assert_eq!(
            shown,
            ["Mon [1] odd", "Tue [2] odd", "Mon [3] even", "Tue [4] even"]
        );
        assert!(read(&from_csv(",周一,周二,周一\n").unwrap(), 0).is_err());
    }
}
