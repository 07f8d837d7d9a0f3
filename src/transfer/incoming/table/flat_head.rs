//! The header of a list of lessons: which column is which.

use super::cursor::squeezed;
use super::weekday;
use super::{Cell, Table};
use crate::transfer::incoming::{BadFile, FileFault};

/// Where the columns are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) weekday: usize,
    pub(super) label: usize,
    pub(super) period: Option<usize>,
    /// A stretch of time in one column.
    pub(super) time: Option<usize>,
    pub(super) start: Option<usize>,
    pub(super) end: Option<usize>,
    pub(super) class: Option<usize>,
    pub(super) weeks: Option<usize>,
    pub(super) parity: Option<usize>,
}

const WEEKDAY: &[&str] = &["星期", "星期几", "周几", "weekday", "day", "dayofweek"];
const PERIOD: &[&str] = &["节次", "节", "第几节", "课节", "period", "periods"];
const TIME: &[&str] = &["时间", "上课时间", "时段", "time", "times"];
const START: &[&str] = &["开始", "开始时间", "上课", "start", "starttime", "from", "begin"];
const END: &[&str] = &["结束", "结束时间", "下课", "end", "endtime", "to", "until"];
const LABEL: &[&str] = &[
    "课程",
    "课程名",
    "课程名称",
    "科目",
    "学科",
    "内容",
    "事项",
    "活动",
    "subject",
    "course",
    "lesson",
    "activity",
    "what",
    "title",
];
const CLASS: &[&str] = &["班级", "班", "授课班级", "上课班级", "class", "group", "form"];
const WEEKS: &[&str] = &["周次", "周", "周数", "上课周次", "weeks", "week"];
const PARITY: &[&str] = &["单双周", "单双", "parity", "odd/even", "oddeven", "oddoreven"];

/// Names that an error tells, as users may write them.
const NEEDS_WEEKDAY: &str = "weekday, 星期";
const NEEDS_LABEL: &str = "subject, course, 课程, 科目, 学科, 内容, 課程";
const NEEDS_WHEN: &str = "period, 节次, 節次; or start and end, 开始, 结束; or time, 时间";

/// The columns that a row names, if it is such a header.
pub(super) fn find(table: &Table, row: usize) -> Option<Columns> {
    columns(table, row).ok()
}

/// What the first row that looks like such a header lacks.
pub(super) fn missing(table: &Table) -> Option<BadFile> {
    let known = [WEEKDAY, PERIOD, TIME, START, END, LABEL, CLASS, WEEKS, PARITY];
    let is_named = |cell: &&Cell| {
        known
            .iter()
            .any(|names| names.contains(&squeezed(&cell.text).as_str()))
    };
    let row = (0..table.rows.len()).find(|r| table.row(*r).iter().filter(is_named).count() > 1)?;
    let fault = FileFault::NoColumn(columns(table, row).err()?);
    let place = table.row(row).first().map(|c| c.place.clone());
    Some(BadFile { place, fault })
}

fn columns(table: &Table, row: usize) -> Result<Columns, &'static str> {
    let heads: Vec<String> = table.row(row).iter().map(|c| squeezed(&c.text)).collect();
    let find = |names: &[&str]| heads.iter().position(|h| names.contains(&h.as_str()));
    let mut weeks = find(WEEKS);
    // 周次 is the weeks of the term to most, and the weekday to some.
    let holds_weekdays = |column: usize| {
        let mut texts = (row + 1..table.rows.len())
            .map(|r| table.text(r, column))
            .filter(|t| !t.is_empty())
            .peekable();
        texts.peek().is_some() && texts.all(|t| weekday::plain(t).is_some())
    };
    let by_content = || weeks.take_if(|column| holds_weekdays(*column));
    let weekday = find(WEEKDAY).or_else(by_content).ok_or(NEEDS_WEEKDAY)?;
    let label = find(LABEL).ok_or(NEEDS_LABEL)?;
    let columns = Columns {
        weekday,
        label,
        period: find(PERIOD),
        time: find(TIME),
        start: find(START),
        end: find(END),
        class: find(CLASS),
        weeks,
        parity: find(PARITY),
    };
    let has_when = columns.period.is_some()
        || columns.time.is_some()
        || columns.start.is_some() && columns.end.is_some();
    if has_when { Ok(columns) } else { Err(NEEDS_WHEN) }
}
