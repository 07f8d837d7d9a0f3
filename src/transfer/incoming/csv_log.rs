//! Logs of time kept as a table: one row for each block, the first row says what the columns are.

mod columns;
mod lines;
mod row;

use super::{BadFile, FileFault, Incoming, Place, Sources};
use columns::Columns;
use lines::{Count, delimiter};
use row::{Row, Taken};

/// Reads a table in CSV, with commas, semicolons or tabs. A date is needed in each row, and a start with an end or a
/// number of minutes, or the minutes alone. Columns stand in any order and have English or Chinese names, such as
/// `date` or `日期`; others are passed over.
///
/// # Errors
/// [`FileFault`] with the line: no known column, a column missing, or a cell that cannot be read. Nothing is guessed:
/// `03/04/2026` is March to some and April to others, so it is an error.
pub fn read_csv(text: &str) -> Result<Incoming, BadFile> {
    let text = text.trim_start_matches('\u{feff}');
    let (delimiter, skipped) = delimiter(text);
    let body: &str = if skipped {
        text.split_once('\n').map_or("", |(_, rest)| rest)
    } else {
        text
    };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(body.as_bytes());
    let mut count = Count::new(body);
    let (mut columns, mut sources, mut out) = (None, Sources::default(), Incoming::default());
    for (i, cells) in reader.records().enumerate() {
        let cells = cells.map_err(|why| other(i, &why))?;
        let at = cells
            .position()
            .and_then(|p| usize::try_from(p.byte()).ok())
            .unwrap_or_default();
        let line = count.line(at) + usize::from(skipped);
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let Some(columns) = &columns else {
            columns = Some(Columns::read(&cells, line)?);
            continue;
        };
        match (Row {
            columns,
            cells: &cells,
            line,
        })
        .read(&mut sources)?
        {
            Taken::Record(record) => out.records.push(*record),
            Taken::LeftOut(left_out) => out.left_out.push(left_out),
        }
    }
    if columns.is_none() {
        return Err(BadFile {
            place: None,
            fault: FileFault::NotThis("CSV"),
        });
    }
    Ok(out)
}

fn other(i: usize, why: &csv::Error) -> BadFile {
    let line = why
        .position()
        .map_or(i + 1, |p| usize::try_from(p.line()).unwrap_or(i + 1));
    BadFile {
        place: Some(Place::Line(line)),
        fault: FileFault::Other(why.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transfer::incoming::{Record, What, Why};
    use proptest::prelude::*;

    fn shown(record: &Record) -> String {
        let What::Block {
            date,
            span,
            note,
            rating,
            parallel,
        } = &record.what
        else {
            panic!("a block")
        };
        format!(
            "{date} {span} {} | {note} | {rating:?} {parallel}",
            record.words.join("+")
        )
    }

    fn one(text: &str) -> String {
        let read = read_csv(text).unwrap();
        assert_eq!((read.records.len(), read.left_out.len()), (1, 0), "{text}");
        shown(&read.records[0])
    }

    fn fault(text: &str) -> (Option<Place>, FileFault) {
        let bad = read_csv(text).unwrap_err();
        (bad.place, bad.fault)
    }

    #[test]
    fn columns_have_names_in_three_languages_and_stand_in_any_order() {
        let lesson = "2026-11-16 08:00-08:45 teaching/lesson+lesson+teaching+7B | 7B | None false";
        assert_eq!(
            one("Date,Start,End,Category,Activity,Note\n2026-11-16,8:00,8:45,teaching,lesson,7B\n"),
            lesson
        );
        assert_eq!(
            one(
                "备注;活动;类别;结束时间;开始时间;日期\r\n7B;lesson;teaching;08:45:00;８：００;2026年11月16日\r\n"
            ),
            lesson
        );
        assert_eq!(
            one("\u{feff}日期\t開始\t結束\t類別\t活動\t備註\n2026/11/16\t8:00\t8:45\tteaching\tlesson\t7B\n"),
            lesson
        );
        assert_eq!(
            one("sep=;\ndate;minutes;activity\n2026.11.6;1h30m;备课\n"),
            "2026-11-06 90m 备课 |  | None false"
        );
        assert_eq!(
            one("date,start,duration,activity,rating,parallel\n2026-11-16,22:00,2.5h,会议,4,是\n"),
            "2026-11-16 22:00-24:30 会议 |  | Some(4) true"
        );
    }

    #[test]
    fn neutralised_cells_are_taken_back() {
        let text = "date,minutes,note\n2026-11-16,45,'=1+1\n2026-11-16,45,'quoted'\n2026-11-16,45,'-3\n";
        let notes: Vec<_> = read_csv(text)
            .unwrap()
            .records
            .iter()
            .map(|r| r.words[0].clone())
            .collect();
        assert_eq!(notes, ["=1+1", "'quoted'", "-3"]);
    }

    #[test]
    fn equal_rows_have_sources_of_their_own_that_stay() {
        let text = "date,minutes,activity\n2026-11-16,45,a\n2026-11-16,45,a\n2026-11-16,45,b\n";
        let sources = |text: &str| {
            read_csv(text)
                .unwrap()
                .records
                .into_iter()
                .map(|r| r.source)
                .collect::<Vec<_>>()
        };
        let found = sources(text);
        assert!(found[0] != found[1] && found[1] != found[2]);
        assert_eq!(
            sources("activity;date;minutes\nb;2026/11/16;45m\na;2026-11-16;0:45\n"),
            [found[2].clone(), found[0].clone()]
        );
    }

    #[test]
    fn what_is_wrong_is_named_with_its_line() {
        let value = |field: &str, text: &str| FileFault::Value {
            field: field.into(),
            text: text.into(),
        };
        let line = |n| Some(Place::Line(n));
        let head = "date,start,end,minutes,activity,rating,parallel\n";
        for (rows, at, expected) in [
            (
                "2026-11-16,8:00,8:45,,a,,\n03/04/2026,8:00,8:45,,a,,\n",
                3,
                value("date", "03/04/2026"),
            ),
            ("2026-02-30,8:00,8:45,,a,,\n", 2, value("date", "2026-02-30")),
            (",8:00,8:45,,a,,\n", 2, value("date", "")),
            ("2026-11-16,8,8:45,,a,,\n", 2, value("start", "8")),
            ("2026-11-16,22:00,0:30,,a,,\n", 2, value("end", "0:30")),
            ("2026-11-16,24:00,24:30,,a,,\n", 2, value("start", "24:00")),
            ("2026-11-16,,,,a,,\n", 2, value("minutes", "")),
            ("2026-11-16,8:00,,,a,,\n", 2, value("end", "")),
            ("2026-11-16,,,soon,a,,\n", 2, value("minutes", "soon")),
            (
                "2026-11-16,,,45,\"two\nlines\",,\n2026-11-16,,,45,a,6,\n",
                4,
                value("rating", "6"),
            ),
            ("2026-11-16,,,45,a,,perhaps\n", 2, value("parallel", "perhaps")),
            ("\n\n2026-11-16,,,45,a,6,\n", 4, value("rating", "6")),
            (
                "2026-11-16,,,45,a,,\r\n\r\n2026-11-16,,,45,a,6,\r\n",
                4,
                value("rating", "6"),
            ),
            (
                "\"2026-11-16\",,,45,a,,\r\n2026-11-16,,,45,a,6,\r\n",
                3,
                value("rating", "6"),
            ),
        ] {
            assert_eq!(fault(&format!("{head}{rows}")), (line(at), expected), "{rows}");
        }
        assert_eq!(fault(""), (None, FileFault::NotThis("CSV")));
        assert_eq!(fault("a,b\n1,2\n"), (line(1), FileFault::NotThis("CSV")));
        assert!(
            matches!(fault("start,end\n8:00,9:00\n").1, FileFault::NoColumn(names) if names.contains("日期"))
        );
        assert!(matches!(
            fault("date,start\n2026-11-16,9:00\n").1,
            FileFault::NoColumn(_)
        ));
        assert_eq!(fault("date,minutes,日期\n").1, value("日期", "日期"));
    }

    #[test]
    fn lengths_that_no_block_has_are_left_out() {
        let read = read_csv("date,start,end,minutes\n2026-11-16,8:00,8:00,\n2026-11-16,,,0\n2026-11-16,,,1441\n1950-01-01,,,5\n").unwrap();
        let why: Vec<_> = read.left_out.iter().map(|l| l.why).collect();
        assert_eq!(
            (read.records.len(), why),
            (0, vec![Why::Length, Why::Length, Why::Length, Why::Outside])
        );
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(rows in "[,;\t\"'\n0-9:/月日年.a=m-]{0,200}", any in "\\PC{0,80}") {
            let _ = read_csv(&format!("date,start,end,minutes,note\n{rows}"));
            let _ = read_csv(&format!("日期;时长\n{any}"));
            let _ = read_csv(&any);
        }
    }
}
