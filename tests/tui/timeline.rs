//! The time line beside the list, while a teacher types and changes blocks.

use crate::common::{Harness, Memory};

/// A row of the time line by its hour, up to the line beside it.
fn row(h: &Harness, hour: &str) -> String {
    let lines = h.lines();
    let line = lines.iter().find(|l| l.starts_with(hour)).expect("a row");
    line.split('│').next().unwrap().trim_end().to_owned()
}

#[test]
fn a_block_shows_where_it_would_go_and_then_where_it_is() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    h.write("8:00-8:45 sk").press("enter");
    h.write("8:45-8:55 xx");
    assert_eq!(row(&h, "08"), "08 T========P~");
    h.press("enter esc");
    assert_eq!(row(&h, "08"), "08 T========P@");
    h.write("20m jz").press("enter esc");
    assert_eq!(row(&h, "08"), "08 T========P@", "an amount has no place on it");
}

#[test]
fn a_block_that_is_changed_shows_as_what_it_becomes() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    h.write("8:00-8:45 sk").press("enter esc e");
    assert_eq!(row(&h, "08"), "08 T~~~~~~~~");
    h.press("backspace");
    assert_eq!(row(&h, "08"), "08 T========", "half a time is none yet");
    h.press("backspace 1 5");
    assert_eq!(row(&h, "08"), "08 T~~");
    h.press("esc");
    assert_eq!(row(&h, "08"), "08 T========");
}

#[test]
fn what_comes_from_the_day_before_is_told_from_the_days_own() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    h.press("left").write("22:00-24:30 zz").press("enter esc");
    assert_eq!(row(&h, "24"), "24 +++", "ten minutes a cell: it is a long day");
    h.press("right");
    assert_eq!(row(&h, "00"), "00 <+++++");
    assert_eq!(row(&h, "07"), "07", "the empty night is left out");
}
