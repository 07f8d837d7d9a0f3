//! Tables of text in, lessons out.

use super::*;
use crate::transfer::incoming::WeeklyWhen;
use proptest::prelude::*;

/// A lesson on one line: `Mon 3-4 语文 [三(2)班] odd`.
fn shown(lesson: &Weekly) -> String {
    let when = match &lesson.when {
        WeeklyWhen::Periods { first, last } if first == last => first.clone(),
        WeeklyWhen::Periods { first, last } => format!("{first}-{last}"),
        WeeklyWhen::Clock(span) => span.to_string(),
    };
    format!(
        "{} {when} {} [{}] {}",
        lesson.weekday, lesson.label, lesson.class, lesson.weeks
    )
}

fn read(text: &str) -> Result<Vec<String>, BadFile> {
    let (lessons, bells) = read_table(&[from_csv(text)?])?;
    let bells = bells.iter().map(|b| format!("{}={}", b.name, b.span));
    Ok(lessons.iter().map(shown).chain(bells).collect())
}

/// The fault of a text, with its place: `line 3: weeks "16-1周"`.
fn fault(text: &str) -> String {
    let bad = read(text).unwrap_err();
    let what = match bad.fault {
        FileFault::Value { field, text } => format!("{field} {text:?}"),
        FileFault::NoColumn(names) => format!("needs {}", names.split(',').next().unwrap_or("")),
        other => format!("{other:?}"),
    };
    format!("{}: {what}", bad.place.map_or("-".to_owned(), |p| p.to_string()))
}

#[test]
fn lists_in_three_languages() {
    let simplified =
        "星期,节次,课程,班级,周次,单双周\n周一,第3节,语文,三(2)班,1-16,单\n星期五,\"3,4\",数学,,1-8周,\n";
    let expected = ["Mon 3 语文 [三(2)班] 1-16 odd", "Fri 3-4 数学 [] 1-8"];
    assert_eq!(read(simplified).unwrap(), expected);
    let traditional = "班級;科目;節次;星期;週次\n三年甲班;國語;早自習;禮拜三;1-16週(雙)\n";
    assert_eq!(
        read(traditional).unwrap(),
        ["Wed 早自習 國語 [三年甲班] 1-16 even"]
    );
    let english = "Subject\tStart\tEnd\tDay\tWeeks\nMaths 7A\t8:00\t8:45\tMonday\todd\n";
    assert_eq!(read(english).unwrap(), ["Mon 08:00-08:45 Maths [7A] odd"]);
}

#[test]
fn lists_with_periods_and_times() {
    let both = "课表\n\n星期,节次,时间,课程\n1,1,8:00-8:45,语文\n1,3-4,10:10-11:50,数学\n2,1,8:00-8:45,语文\n3,1,8:10-8:55,语文\n";
    assert_eq!(
        read(both).unwrap(),
        [
            "Mon 1 语文 [] all",
            "Mon 10:10-11:50 数学 [] all",
            "Tue 1 语文 [] all",
            "Wed 08:10-08:55 语文 [] all",
            "1=08:00-08:45",
        ]
    );
    assert_eq!(
        read("周次,节次,科目\n周一,\"1,3\",语文\n").unwrap(),
        ["Mon 1 语文 [] all", "Mon 3 语文 [] all"]
    );
    assert_eq!(
        read("星期,节次,科目\n一,2,语文(单周)\n").unwrap(),
        ["Mon 2 语文 [] odd"]
    );
}

#[test]
fn faults_of_lists_have_their_place() {
    let head = "星期,节次,课程,周次";
    for (rest, expected) in [
        ("周八,3,语文,", "line 2: weekday \"周八\""),
        (",3,语文,", "line 2: weekday \"\""),
        ("周一,3x,语文,", "line 2: period \"3x\""),
        ("周一,,语文,", "line 2: period \"\""),
        ("周一,3,,", "line 2: subject \"\""),
        ("周一,2,语文,\n周一,3,语文,16-1", "line 3: weeks \"16-1\""),
        ("周一,3", "line 2: subject \"\""),
    ] {
        assert_eq!(fault(&format!("{head}\n{rest}\n")), expected);
    }
    assert_eq!(fault("a,b\n"), "line 1: needs a row of weekdays (周一 … 周五");
    assert_eq!(fault(""), "-: needs a row of weekdays (周一 … 周五");
    assert_eq!(fault("x\n节次,课程\n"), "line 2: needs weekday");
    assert_eq!(fault("星期,节次\n"), "line 1: needs subject");
    assert_eq!(fault("星期,课程\n"), "line 1: needs period");
    assert_eq!(
        fault("星期,开始,结束,课程\n周一,8:00,7:00,语文\n"),
        "line 2: end \"7:00\""
    );
}

#[test]
fn grids() {
    let grid = "初二年级课表,,,\n节次,星期一,星期二,备注\n早读 7:30-7:55,语文,,x\n\"1\n8:00-8:45\",\"语文\n三(2)班\",单:语文/双:数学,\n课间操,,,\n第二节,,数学 三(3)班 1-8周,\n课后服务,—,社团,\n备注：单周,,,\n";
    assert_eq!(
        read(grid).unwrap(),
        [
            "Mon 早读 语文 [] all",
            "Mon 1 语文 [三(2)班] all",
            "Tue 1 语文 [] odd",
            "Tue 1 数学 [] even",
            "Tue 2 数学 [三(3)班] 1-8",
            "Tue 课后服务 社团 [] all",
            "早读=07:30-07:55",
            "1=08:00-08:45",
        ]
    );
    let clocks = ",,Mon,Tue\nMorning,8:00-8:45,Maths,\n,8:55-9:40,,Art\nnoon,,Lunch,\n";
    assert_eq!(
        read(clocks).unwrap(),
        [
            "Mon 08:00-08:45 Maths [] all",
            "Tue 08:55-09:40 Art [] all",
            "Mon noon Lunch [] all"
        ]
    );
    assert_eq!(read(",一,二,三\n一,语文,,\n").unwrap(), ["Mon 1 语文 [] all"]);
}

#[test]
fn faults_of_grids_have_their_place() {
    let head = "节次,周一,周二,";
    for (rest, expected) in [
        (",语文,,", "line 2: period \"语文\""),
        ("第1节 8:00,语文,,", "line 2: period \"第1节 8:00\""),
        ("1,语文,,\n1,数学,,", "line 3: period \"1\""),
        ("1,语文/数学(双),,", "line 2: weeks \"语文/数学(双)\""),
        ("1,,语文 16-1周,", "line 2: weeks \"语文 16-1周\""),
        ("1,语文,数学,三(2)班", "line 2: weekday \"三(2)班\""),
        (
            "1 8:00-8:45,语文,,\n2,数学,,\n节次,周一,周二\n1 8:10-8:55,语文,,",
            "line 5: time \"1 8:10-8:55\"",
        ),
    ] {
        assert_eq!(fault(&format!("{head}\n{rest}\n")), expected, "{rest}");
    }
    assert_eq!(fault(",周一,周二,周一\n"), "line 1: weekday \"周一\"");
}

/// A cell of a sheet without a name.
fn cell(text: &str, row: usize, column: usize, merged: Option<(usize, usize)>) -> Cell {
    Cell {
        text: text.to_owned(),
        place: Place::Cell(format!("{row}:{column}")),
        merged,
    }
}

#[test]
fn merged_cells() {
    let plain = |texts: [&str; 3], row| {
        texts
            .iter()
            .enumerate()
            .map(|(c, t)| cell(t, row, c, None))
            .collect::<Vec<_>>()
    };
    let mut rows = vec![
        plain(["", "周一", "周二"], 0),
        plain(["1", "", "英语"], 1),
        plain(["2", "", ""], 2),
        plain(["午休", "", ""], 3),
    ];
    for (row, column) in [(1, 1), (2, 1)] {
        rows[row][column] = cell("作文", row, column, Some((1, 1)));
    }
    for (column, across) in rows[3].iter_mut().enumerate().skip(1) {
        *across = cell("午休", 3, column, Some((3, 1)));
    }
    // A period of two rows, the second of which names the class.
    rows.push(vec![
        cell("3", 4, 0, Some((4, 0))),
        cell("语文", 4, 1, None),
        cell("", 4, 2, None),
    ]);
    rows.push(vec![
        cell("3", 5, 0, Some((4, 0))),
        cell("三(2)班", 5, 1, None),
        cell("", 5, 2, None),
    ]);
    let table = Table {
        name: "双周".to_owned(),
        rows,
    };
    let (lessons, bells) = read_table(&[Table::default(), table]).unwrap();
    let lessons: Vec<String> = lessons.iter().map(shown).collect();
    assert_eq!(
        lessons,
        [
            "Mon 1-2 作文 [] even",
            "Tue 1 英语 [] even",
            "Mon 3 语文 [三(2)班] even"
        ]
    );
    assert_eq!(bells, []);
}

fn any_cell() -> impl Strategy<Value = (String, Option<(usize, usize)>)> {
    let words = [
        "",
        "周一",
        "周二",
        "星期三",
        "一",
        "二",
        "三",
        "1",
        "2",
        "3-4",
        "第三节",
        "节次",
        "课程",
        "星期",
        "周次",
        "单双周",
        "时间",
        "开始",
        "结束",
        "8:00-8:45",
        "8:00",
        "语文\n三(2)班",
        "单:语文/双:数学",
        "1-16周",
        "单",
        "99周",
        "早读",
        "上午",
        "备注：x",
        "-",
        "\u{0}（）",
    ];
    let text = prop_oneof![9 => prop::sample::select(words.to_vec()).prop_map(str::to_owned), 1 => ".{0,8}"];
    (text, prop::option::weighted(0.3, (0usize..6, 0usize..6)))
}

proptest! {
    #[test]
    fn never_panics_on_any_table(rows in prop::collection::vec(prop::collection::vec(any_cell(), 0..6), 0..8), first in 0u8..3) {
        let mut table: Vec<Vec<Cell>> = rows
            .into_iter()
            .enumerate()
            .map(|(r, row)| row.into_iter().enumerate().map(|(c, (text, merged))| cell(&text, r, c, merged)).collect())
            .collect();
        let head: &[&str] = match first {
            0 => &["节次", "周一", "周二", "周三"],
            1 => &["星期", "节次", "课程", "周次", "时间"],
            _ => &[],
        };
        table.insert(0, head.iter().enumerate().map(|(c, t)| cell(t, 99, c, None)).collect());
        if let Ok((lessons, _)) = read_table(&[Table { name: String::new(), rows: table }]) {
            prop_assert!(lessons.iter().all(|l| !l.label.is_empty()));
        }
    }

    #[test]
    fn never_panics_on_any_text(text in "[一二周期语文,节第1-3单双\n(（/:]{0,60}") {
        let _ = read(&format!("节次,周一,周二\n{text}"));
        let _ = read(&format!("星期,节次,课程,周次\n{text}"));
    }
}
