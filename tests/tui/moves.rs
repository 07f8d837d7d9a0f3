//! Blocks moved by five minutes, copied, repeated; days repeated; what a day is.

use crate::common::{Harness, Memory, date};
use jianfu::app::Over;
use jianfu::domain::DayKind;
use jianfu::i18n::Lang;

const FRIDAY: &str = "2026-11-20";

fn spans(memory: &Memory, on: &str) -> Vec<String> {
    let diary = memory.diary();
    let day = diary.day(date(on));
    let text = |b: &jianfu::domain::Block| format!("{} {}", b.span, b.activity.code.as_str());
    day.blocks().iter().map(text).collect()
}

fn log(h: &mut Harness, lines: &[&str]) {
    for line in lines {
        h.write(line).press("enter");
    }
    h.press("esc");
}

#[test]
fn a_block_is_moved_by_five_minutes() {
    for (keys, after) in [
        ("K", "07:55-08:40"),
        ("shift-up", "07:55-08:40"),
        ("J", "08:05-08:50"),
        ("shift-down shift-down", "08:10-08:55"),
        ("<", "07:55-08:45"),
        ("ctrl-left", "07:55-08:45"),
        (">", "08:05-08:45"),
        ("alt-right", "08:05-08:45"),
        ("H", "08:00-08:40"),
        ("shift-left", "08:00-08:40"),
        ("L", "08:00-08:50"),
        ("shift-right", "08:00-08:50"),
        ("》", "08:05-08:45"),
        ("L L u", "08:00-08:50"),
    ] {
        let memory = Memory::default();
        let mut h = Harness::new(&memory);
        log(&mut h, &["8:00-8:45 sk"]);
        h.press(keys);
        assert_eq!(spans(&memory, FRIDAY), [format!("{after} lesson")], "{keys}");
    }
}

#[test]
fn a_block_stops_at_its_neighbours_and_at_the_ends_of_the_day() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    log(&mut h, &["8:45-9:00 bk", "8:00-8:45 sk"]);
    h.press("L")
        .assert_shows("08:45-09:00 lesson preparation is there already");
    assert_eq!(spans(&memory, FRIDAY)[0], "08:00-08:45 lesson");
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    log(&mut h, &["0:00-0:05 zz"]);
    h.press("K < H");
    assert_eq!(spans(&memory, FRIDAY), ["00:00-00:05 on-duty"]);
    h.press("x H").assert_shows("No entry");
}

#[test]
fn an_amount_has_only_a_length() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    log(&mut h, &["10m jz"]);
    h.press("K < L");
    assert_eq!(spans(&memory, FRIDAY), ["15m other"]);
    h.press("H H H H");
    assert_eq!(spans(&memory, FRIDAY), ["5m other"], "one minute at least");
}

#[test]
fn a_block_and_a_day_are_copied_to_another_day() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    log(&mut h, &["8:00-8:45 sk 7B", "10:00-10:30 hy"]);
    h.press("p").press("esc").assert_shows("08:00-08:45"); // nothing copied: the letter begins an entry
    h.press("home y").assert_shows("Copied");
    h.press("right p").assert_shows("Saved: 08:00-08:45 lesson");
    assert_eq!(spans(&memory, "2026-11-21"), ["08:00-08:45 lesson"]);
    h.press("left ctrl-x right right ctrl-v")
        .assert_shows("Saved 2 entries");
    assert_eq!(spans(&memory, "2026-11-22"), spans(&memory, FRIDAY));
    h.press("f9");
    assert!(spans(&memory, "2026-11-22").is_empty(), "one change");
    h.press("left p").assert_shows("is there already").press("esc");
    assert_eq!(
        spans(&memory, "2026-11-21"),
        ["08:00-08:45 lesson"],
        "nothing is saved"
    );
    h.press("p f7");
    assert_eq!(spans(&memory, "2026-11-21").len(), 2);
}

#[test]
fn a_copied_block_in_the_way_can_be_changed_first() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    log(&mut h, &["8:00-8:45 sk 7B"]);
    h.press("y p enter");
    assert!(
        h.before_cursor().contains("08:00-08:45 lesson 7B"),
        "{}",
        h.before_cursor()
    );
}

#[test]
fn the_last_block_is_repeated_after_the_others() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    h.press(".").assert_shows("nothing yet to log again");
    log(&mut h, &["10:00-10:45 bk", "8:00-8:40 sk 7B"]);
    h.press(".")
        .assert_shows("Saved: 10:45-11:25 lesson")
        .press("ctrl-n");
    assert_eq!(
        spans(&memory, FRIDAY)[2..],
        ["10:45-11:25 lesson", "11:25-12:05 lesson"]
    );
    log(&mut h, &["20m jz"]);
    h.press(".");
    assert_eq!(spans(&memory, FRIDAY)[4..], ["20m other", "20m other"]);
}

/// budgets.md: an identical day takes at most 4 keys.
#[test]
fn an_identical_day_takes_two_keys_and_yesterday_three() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    h.press("=").assert_shows("nothing yet to log again").press("esc");
    h.press("pageup");
    log(&mut h, &["8:00-8:45 sk 7B", "8:55-9:40 sk 7B", "40m jz"]);
    h.press("t left");
    log(&mut h, &["14:00-15:30 qx *2"]);
    let mut h = Harness::new(&memory);
    h.press("= enter").assert_shows("Saved 3 entries");
    assert_eq!(spans(&memory, FRIDAY), spans(&memory, "2026-11-13"));
    h.press("u = down enter").assert_shows("Saved: 14:00-15:30");
    assert_eq!(spans(&memory, FRIDAY), spans(&memory, "2026-11-19"));
    h.press("left left = enter").assert_shows("Saved: 14:00-15:30"); // a day later is offered too
}

#[test]
fn a_day_can_be_marked_with_and_without_a_reason() {
    let memory = Memory::default();
    let mut h = Harness::sized(&memory, Lang::ZhHans, 80, 24);
    let kind = || memory.diary().day(date(FRIDAY)).kind();
    h.press("o")
        .assert_shows("> 1 上课日")
        .press("down down enter")
        .assert_shows("休息日：假期");
    assert_eq!(kind(), DayKind::Off(Some("holiday".into())));
    h.press("ctrl-o")
        .assert_shows("> 3 休息日：假期")
        .press("7")
        .write("运动会")
        .press("enter");
    h.assert_shows("休息日：运动会");
    h.press("o end enter ctrl-u")
        .write(&"长".repeat(101))
        .assert_shows("最多 100 字");
    h.press("enter");
    assert!(matches!(h.app().over(), Some(Over::Prompt(_))), "it is not taken");
    h.press("esc o 1").assert_shows("· 上课日 ·");
    assert_eq!(kind(), DayKind::School);
}
