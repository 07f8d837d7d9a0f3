mod faults;
mod hostile;
mod properties;

use super::*;
use crate::i18n::{I18n, Lang, Say};
use crate::survey::KeyPair;
use std::sync::LazyLock;

/// A survey that asks for everything, of teachers in three groups; with its key.
pub(crate) fn sample() -> (Definition, KeyPair) {
    let pair = KeyPair::generate();
    let definition = draft().write(&pair.recipient(), I18n::english()).unwrap();
    (definition, pair)
}

/// What [`sample`] is made of.
pub(crate) fn draft() -> Draft {
    Draft {
        title: Wording::in_languages([
            (Lang::ZhHans, "教师时间调查".to_owned()),
            (Lang::En, "Teachers' \"time\"".to_owned()),
        ])
        .unwrap(),
        contact: Wording::same("the district's office, 010-1234"),
        weeks: "2026-W45".parse().unwrap()..="2026-W50".parse().unwrap(),
        closes: NaiveDate::from_ymd_opt(2027, 1, 15).unwrap(),
        rounding: Definition::USUAL_ROUNDING,
        min_group: Definition::USUAL_MIN_GROUP,
        panel: false,
        asks: Asks {
            activities: true,
            meetings: true,
            late_parent_messages: true,
            goal: true,
            ratings: true,
        },
        staff: Some(400),
        groups: presets().into_iter().take(3).collect(),
    }
}

#[test]
fn what_is_written_is_read() {
    let (definition, pair) = sample();
    let draft = draft();
    assert_eq!(definition.title, draft.title);
    assert_eq!(definition.contact, draft.contact);
    assert_eq!(definition.weeks, draft.weeks);
    assert_eq!((definition.closes, definition.staff), (draft.closes, draft.staff));
    assert_eq!((definition.asks, definition.panel), (draft.asks, draft.panel));
    assert_eq!(definition.groups, draft.groups);
    assert_eq!(definition.recipient, pair.recipient());
    let again = Definition::read(definition.text().as_bytes()).unwrap();
    assert_eq!(again, definition);
}

/// A definition with everything in it, whose lines are known.
pub(crate) const WHOLE: &str = r#"# Lines are counted from here.
jianfu_survey = 1
id = "00112233445566778899aabbccddeeff"
title = { zh-Hans = "教师时间调查", en = "Teachers' time" }
contact = "the district's office, 010-1234" # a comment
weeks = { from = "2026-W45", to = "2027-W02" }
closes = 2027-02-15
recipient = "age16n5a20w266wvzvrwfc96szh3sp3m93snhl8gkm57eyzwv9snkavs5xq6z0"
rounding = 15
min_group = 10
panel = false
staff = 400

[asks]
activities = true
meetings = true
late_parent_messages = true
goal = true
ratings = true

[[groups]]
code = "stage"
name = { zh-Hans = "学段", en = "School stage" }
answers = [
    { code = "primary", name = "小学", staff = 200 },
    { code = "secondary", name = "中学", staff = 200 },
]

[[groups]]
code = "region"
name = "Region"
answers = [
    { code = "north", name = "North" },
    { code = "north_a", name = "North A", within = "north", staff = 30 },
    { code = "south", name = "South", staff = 370 },
]
"#;

pub(crate) static LANGUAGES: LazyLock<[I18n; 3]> = LazyLock::new(|| Lang::ALL.map(I18n::new));

/// Reads bytes, and checks what holds of any.
pub(crate) fn read_any(bytes: &[u8]) -> Result<Definition, BadDefinition> {
    let read = Definition::read(bytes);
    match &read {
        Ok(definition) => {
            let again = Definition::read(definition.text().as_bytes());
            assert_eq!(again.as_ref(), Ok(definition), "its own text is the same survey");
        }
        Err(bad) => {
            for i18n in &*LANGUAGES {
                let said = bad.say(i18n);
                assert!(!said.contains(crate::i18n::disturbs), "{said:?}");
                assert!(said.chars().count() < 700, "{said}");
            }
            let lines = bytes.split(|b| *b == b'\n').count();
            assert!(bad.line.is_none_or(|line| (1..=lines).contains(&line)), "{bad:?}");
            let whole = [
                Fault::TooLarge,
                Fault::NotUtf8,
                Fault::NotADefinition,
                Fault::SecretKey,
            ];
            let of_the_whole = whole.contains(&bad.fault) || matches!(bad.fault, Fault::Newer(_));
            assert_eq!(bad.line.is_none(), of_the_whole, "{bad:?}");
        }
    }
    read
}

#[test]
fn comments_a_byte_order_mark_and_windows_line_ends_are_no_other_survey() {
    let plain = read_any(WHOLE.as_bytes()).unwrap();
    let windows = WHOLE.replace('\n', "\r\n");
    for same in [
        windows.clone(),
        format!("\u{feff}{WHOLE}"),
        format!("\u{feff}{windows}"),
    ] {
        let read = read_any(same.as_bytes()).unwrap();
        assert_eq!((read.hash(), read.text()), (plain.hash(), WHOLE));
        assert_eq!(read, plain);
    }
    let commented = read_any(WHOLE.replace("# a comment", "# another one").as_bytes()).unwrap();
    assert_ne!(commented.hash(), plain.hash(), "every byte counts");
    assert_eq!(commented.groups, plain.groups);
    // Before 2026-11-22 the first of them was read as a survey whose own text was another one.
    for stray in [
        WHOLE.replace('\n', "\r\r\n"),
        WHOLE.replace('\n', "\r"),
        WHOLE.replace("\n[asks]", "\r[asks]"),
    ] {
        assert_eq!(
            read_any(stray.as_bytes()).unwrap_err().fault,
            Fault::CarriageReturn
        );
    }
}

#[test]
fn the_hash_is_what_other_tools_say_of_the_file() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("x.survey.toml");
    let (definition, _) = sample();
    std::fs::write(&path, definition.text()).unwrap();
    assert_eq!(
        Definition::read(&std::fs::read(&path).unwrap()).unwrap(),
        definition
    );
    assert_eq!(Definition::hash_of(definition.text()), definition.hash());
    // The first vector of FIPS 180-4, as every tool gives it.
    assert_eq!(
        Definition::hash_of("abc").to_string(),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
}

#[test]
fn what_is_left_out_is_as_usual() {
    let until = WHOLE.find("rounding").unwrap();
    let least = read_any(&WHOLE.as_bytes()[..until]).unwrap();
    assert_eq!((least.rounding, least.min_group, least.panel), (15, 10, false));
    assert_eq!(
        (least.asks, least.staff, least.groups),
        (Asks::default(), None, Vec::new())
    );
}
