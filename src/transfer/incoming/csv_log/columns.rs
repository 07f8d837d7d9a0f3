//! What the columns of a log are called.

use crate::transfer::incoming::clock::narrow;
use crate::transfer::incoming::{BadFile, FileFault, Place};
use csv::StringRecord;

/// Something a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Date,
    Start,
    End,
    Minutes,
    Category,
    Activity,
    Note,
    Rating,
    Parallel,
}

/// The names of columns, in small letters, without `time`, `时间` or `時間` behind them.
const NAMES: [(Column, &[&str]); 9] = [
    (Column::Date, &["date", "day", "日期"]),
    (Column::Start, &["start", "begin", "from", "开始", "開始"]),
    (Column::End, &["end", "until", "to", "结束", "結束"]),
    (
        Column::Minutes,
        &[
            "minutes",
            "duration",
            "length",
            "分钟",
            "分鐘",
            "分钟数",
            "分鐘數",
            "时长",
            "時長",
        ],
    ),
    (Column::Category, &["category", "类别", "類別", "分类", "分類"]),
    (
        Column::Activity,
        &["activity", "task", "活动", "活動", "事项", "事項"],
    ),
    (
        Column::Note,
        &[
            "note",
            "notes",
            "comment",
            "description",
            "备注",
            "備註",
            "内容",
            "內容",
        ],
    ),
    (Column::Rating, &["rating", "评分", "評分"]),
    (Column::Parallel, &["parallel", "并行", "並行"]),
];

/// Where each column stands.
#[derive(Debug, Default)]
pub(super) struct Columns(Vec<(Column, usize)>);

impl Columns {
    /// Reads the first row; columns of other names are passed over.
    pub(super) fn read(names: &StringRecord, line: usize) -> Result<Self, BadFile> {
        let bad = |fault| BadFile {
            place: Some(Place::Line(line)),
            fault,
        };
        let mut out = Self::default();
        for (at, name) in names.iter().enumerate() {
            let Some(column) = column(name) else { continue };
            if out.place(column).is_some() {
                let name = name.trim().to_owned();
                return Err(bad(FileFault::Value {
                    field: name.clone(),
                    text: name,
                }));
            }
            out.0.push((column, at));
        }
        let has = |column| out.place(column).is_some();
        if out.0.is_empty() {
            return Err(bad(FileFault::NotThis("CSV")));
        }
        if !has(Column::Date) {
            return Err(bad(FileFault::NoColumn("date / 日期")));
        }
        let has_times = has(Column::Start) && has(Column::End);
        if !has_times && !has(Column::Minutes) {
            return Err(bad(FileFault::NoColumn(
                "start, end / 开始, 结束 / 開始, 結束; minutes / 分钟 / 分鐘",
            )));
        }
        Ok(out)
    }

    /// The number of a column, from 0.
    pub(super) fn place(&self, column: Column) -> Option<usize> {
        self.0.iter().find(|(c, _)| *c == column).map(|(_, at)| *at)
    }
}

impl Column {
    /// Its name in messages.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Start => "start",
            Self::End => "end",
            Self::Minutes => "minutes",
            Self::Category => "category",
            Self::Activity => "activity",
            Self::Note => "note",
            Self::Rating => "rating",
            Self::Parallel => "parallel",
        }
    }
}

fn column(name: &str) -> Option<Column> {
    let name = narrow(name).to_lowercase();
    let name = ["时间", "時間", "time"]
        .iter()
        .find_map(|end| name.strip_suffix(end))
        .unwrap_or(&name)
        .trim_end();
    NAMES
        .iter()
        .find(|(_, names)| names.contains(&name))
        .map(|(column, _)| *column)
}
