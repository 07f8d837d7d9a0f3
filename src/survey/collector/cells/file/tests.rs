mod oracle;

use super::*;
use crate::i18n::{I18n, Lang, Say};
use crate::survey::KeyPair;
use crate::survey::collector::dataset::tests::many_rows;
use crate::survey::collector::{Cells, Frame, MISSING, Row, Value};
use crate::survey::definition::Definition;
use crate::survey::definition::tests::sample;
use serde_json::{Value as Json, json};
use std::io::Read;

/// Rows as responses are: what is given as one is there or not as one.
fn sound(definition: &Definition, count: u64) -> Vec<Row> {
    use crate::survey::collector::{Basis, Measure};
    let mut rows = many_rows(definition, count);
    for (number, row) in rows.iter_mut().enumerate() {
        for value in Value::all() {
            let basis = Measure::Value(value).basis();
            let of_goal = basis == Basis::Change && number % 2 == 0;
            let is_there = of_goal || !(number + basis as usize).is_multiple_of(3) && basis != Basis::Change;
            let is_there =
                is_there && (basis != Basis::Change || !(number + Basis::Goal as usize).is_multiple_of(3));
            let number = &mut row.values[value.index()];
            if value.is_required() {
                continue;
            }
            if !is_there {
                *number = MISSING;
            } else if *number == MISSING {
                *number = *value.range().start();
            }
        }
    }
    rows
}

fn cells() -> Cells {
    let (definition, _) = sample();
    let mut cells = Cells::new(Frame::of(&definition));
    for (number, row) in sound(&definition, 300).iter().enumerate() {
        let week = ["2026-W45", "2026-W46"][number % 2].parse().unwrap();
        let groups: Vec<u16> = row.groups.iter().map(|g| g % 2).collect();
        cells.cell(week, &groups).add(&row.values);
    }
    cells
        .cell("2026-W50".parse().unwrap(), &[0, 0, 0])
        .add(&sound(&definition, 1)[0].values);
    cells
}

fn lines(cells: &Cells) -> Vec<Json> {
    let packed = cells.bytes(None).unwrap();
    let mut text = String::new();
    zstd::Decoder::new(&*packed)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn packed(lines: &[Json]) -> Vec<u8> {
    let text: Vec<String> = lines.iter().map(|line| line.to_string() + "\n").collect();
    let text = text.concat();
    zstd::encode_all(text.as_bytes(), 1).unwrap()
}

/// What reading says, in each language harmless and not too long.
fn refused(bytes: &[u8]) -> CellsFault {
    let why = Cells::of_bytes(bytes, None).expect_err("it should be refused");
    for lang in Lang::ALL {
        let said = why.say(&I18n::new(lang));
        assert!(
            !said.contains(crate::i18n::disturbs) && said.chars().count() < 700,
            "{said:?}"
        );
    }
    why
}

#[test]
fn what_is_written_is_read() {
    let cells = cells();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.cells");
    cells.write_file(&path, None).unwrap();
    assert!(Cells::read_file(&path, None).unwrap() == cells);
    assert!(cells.write_file(&path, None).is_err(), "what is there stays");
    assert_eq!(
        std::fs::read(&path).unwrap(),
        cells.bytes(None).unwrap(),
        "the same cells are the same file"
    );
    let none = Cells::new(cells.frame.clone());
    assert!(Cells::of_bytes(&none.bytes(None).unwrap(), None).unwrap() == none);
}

#[test]
fn what_is_sealed_opens_with_its_key_only() {
    let (cells, key) = (cells(), KeyPair::generate());
    let sealed = cells.bytes(Some(&key.recipient())).unwrap();
    assert!(Cells::of_bytes(&sealed, Some(&key)).unwrap() == cells);
    assert!(matches!(refused(&sealed), CellsFault::Sealed));
    let other = Cells::of_bytes(&sealed, Some(&KeyPair::generate()));
    assert!(matches!(other, Err(CellsFault::OtherKey)));
    let opened = |bytes: &[u8]| Cells::of_bytes(bytes, Some(&key)).unwrap_err();
    assert!(matches!(opened(&sealed[..sealed.len() - 5]), CellsFault::Damaged));
    let mut turned = sealed.clone();
    *turned.last_mut().unwrap() ^= 1;
    assert!(matches!(
        opened(&turned),
        CellsFault::Damaged | CellsFault::NotCells
    ));
}

#[test]
fn the_cells_of_several_surveys_are_read_back() {
    let (one, other) = (cells(), cells());
    let both = one.merge(other).unwrap();
    assert!(Cells::of_bytes(&both.bytes(None).unwrap(), None).unwrap() == both);
}

#[test]
fn what_is_no_file_of_cells_is_named_as_what_it_is() {
    let cells = cells();
    let whole = lines(&cells);
    assert!(matches!(refused(b""), CellsFault::NotCells));
    assert!(matches!(
        refused(b"\x28\xb5\x2f\xfd"),
        CellsFault::NotCells | CellsFault::Damaged
    ));
    assert!(matches!(
        refused(&packed(&[json!({"a": 1})])),
        CellsFault::NotCells
    ));
    let mut newer = whole.clone();
    newer[0]["version"] = json!(2);
    newer[0]["more"] = json!([]);
    assert!(matches!(refused(&packed(&newer)), CellsFault::Newer(2)));
    assert!(matches!(
        refused(&packed(&whole[..whole.len() - 1])),
        CellsFault::Damaged
    ));
    let longer = [whole.as_slice(), &whole[whole.len() - 1..]].concat();
    assert!(matches!(refused(&packed(&longer)), CellsFault::Shape { .. }));
    let bytes = cells.bytes(None).unwrap();
    for cut in [bytes.len() - 1, bytes.len() / 2, 20] {
        refused(&bytes[..cut]);
    }
    for place in (0..bytes.len()).step_by(101) {
        let mut turned = bytes.clone();
        turned[place] ^= 0x10;
        let read = Cells::of_bytes(&turned, None);
        assert!(read.is_err() || read.unwrap() == cells, "{place}");
    }
}

#[test]
fn a_bomb_is_not_unpacked() {
    let long = vec![b' '; 64 * 1024 * 1024];
    assert!(matches!(
        refused(&zstd::encode_all(&*long, 1).unwrap()),
        CellsFault::TooLarge
    ));
    let whole = lines(&cells());
    let mut head = whole[0].clone();
    head["surveys"] = json!(1_000_000_000_u64);
    assert!(matches!(
        refused(&packed(&[head.clone()])),
        CellsFault::Together(BadCells::TooManySurveys)
    ));
    head["surveys"] = json!(1);
    head["cells"] = json!(u64::MAX >> 1);
    assert!(matches!(
        refused(&packed(&[head, whole[1].clone()])),
        CellsFault::Damaged
    ));
}

/// Changes one thing in the first cell.
fn changed(path: &str, value: &Json) -> CellFault {
    let mut all = lines(&cells());
    *all[2].pointer_mut(path).unwrap() = value.clone();
    match refused(&packed(&all)) {
        CellsFault::Cell { line: 3, why } => why,
        other => panic!("{path}: {other}"),
    }
}

#[test]
fn a_cell_that_says_what_cannot_be_is_refused() {
    use crate::domain::Category;
    use crate::survey::collector::Measure;
    let whole = lines(&cells());
    let number = |path: &str| whole[2].pointer(path).unwrap().as_i64().unwrap();
    assert_eq!(
        changed("/week", &json!("2026-W44")),
        CellFault::Week("2026-W44".parse().unwrap())
    );
    assert_eq!(changed("/groups/0", &json!("nowhere")), CellFault::Answers);
    assert_eq!(changed("/groups", &json!([null])), CellFault::Answers);
    assert_eq!(changed("/respondents", &json!(0)), CellFault::Respondents(0));
    assert_eq!(
        changed("/respondents", &json!(u32::MAX)),
        CellFault::Respondents(u32::MAX)
    );
    assert_eq!(changed("/measures", &json!([])), CellFault::Measures);
    let respondents = number("/respondents");
    assert_eq!(
        changed("/respondents", &json!(respondents - 1)),
        CellFault::Known(Measure::Total)
    );
    // A week has no more minutes; a sum has the parity of its squares; the second largest is no larger.
    for (path, value) in [
        ("/measures/0/1", json!(respondents * 20_000)),
        ("/measures/0/1", json!(number("/measures/0/1") + 1)),
        ("/measures/0/1", json!(-15)),
        ("/measures/0/2", json!(u64::MAX)),
        ("/measures/0/2", json!(0)),
        ("/measures/0/3", json!(20_000)),
        ("/measures/0/4", json!(number("/measures/0/3") + 1)),
        ("/measures/0/3", json!(0)),
    ] {
        assert_eq!(
            changed(path, &value),
            CellFault::Moments(Measure::Total),
            "{path} {value}"
        );
    }
    let teaching = 3 + Value::Category(Category::ALL[0]).index();
    let path = format!("/measures/{teaching}/1");
    assert_eq!(changed(&path, &json!(number(&path) + 2)), CellFault::Total);
    let meetings = 3 + Value::StaffMeetings.index();
    let path = format!("/measures/{meetings}");
    assert_eq!(
        changed(&path, &json!([0, 0, 0, 0, 0])),
        CellFault::Known(Measure::Value(Value::StaffMeetings))
    );
    let times = json!(number("/share/0/1") + 1);
    for (path, value) in [
        ("/share/0/1", times),
        ("/share", json!([])),
        ("/share/0/0", json!(-1)),
        ("/share/0/1", json!(u32::MAX)),
    ] {
        assert_eq!(changed(path, &value), CellFault::Values(Measure::Share), "{path}");
    }
    assert_eq!(
        changed("/non_teaching", &json!([])),
        CellFault::Values(Measure::NonTeaching)
    );
}

#[test]
fn lines_are_as_the_format_says() {
    let whole = lines(&cells());
    let with = |line: usize, change: &dyn Fn(&mut Json)| {
        let mut all = whole.clone();
        change(&mut all[line]);
        refused(&packed(&all))
    };
    for (line, key, value) in [
        (0, "groups", json!([])),
        (0, "measures", json!(["total_min"])),
        (0, "more", json!(1)),
        (1, "more", json!(1)),
        (2, "more", json!(1)),
        (2, "respondents", json!(-1)),
        (2, "respondents", json!(1.5)),
        (2, "share", json!([[1, -1]])),
    ] {
        assert!(
            matches!(with(line, &|l| l[key] = value.clone()), CellsFault::Shape { .. }),
            "{key} {value}"
        );
    }
    assert!(matches!(
        with(1, &|l| l["definition"] = json!("")),
        CellsFault::Definition { line: 2, .. }
    ));
    let mut twice = whole.clone();
    twice[3] = twice[2].clone();
    assert!(matches!(
        refused(&packed(&twice)),
        CellsFault::Shape { line: 4, .. }
    ));
    let mut turned = whole.clone();
    turned.swap(2, 3);
    assert!(matches!(
        refused(&packed(&turned)),
        CellsFault::Shape { line: 4, .. }
    ));
    let surveys: Vec<Json> = [&whole[..2], &whole[1..]].concat();
    let mut twice = surveys;
    twice[0]["surveys"] = json!(2);
    assert!(matches!(
        refused(&packed(&twice)),
        CellsFault::Together(BadCells::Twice(_))
    ));
}
