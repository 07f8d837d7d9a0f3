//! A teacher's day: logged, mended, closed, and what goes wrong on the way.

use crate::common::{Harness, Memory, date};
use jianfu::app::Input;
use jianfu::domain::{Block, DayKind};
use jianfu::i18n::Lang;
use jianfu::tui::Next;

fn spans(memory: &Memory, day: &str) -> Vec<String> {
    let diary = memory.diary();
    let line = |b: &Block| format!("{} {} {}", b.span, b.activity.code.as_str(), b.note.as_str());
    diary
        .day(date(day))
        .blocks()
        .iter()
        .map(line)
        .map(|l| l.trim_end().to_owned())
        .collect()
}

const FRIDAY: &str = "2026-11-20";

#[test]
fn a_whole_day_is_typed_line_by_line() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    let lines = [
        "8:00-8:45 sk sanban",
        "8:55-9:40 sk siban",
        "10:00-10:45 pg zuoye",
        "10:55-11:40 sk sanban",
        "12:00-13:00 kg wucan",
        "14:00-15:30 qx anquan",
        "15:40-16:20 tb kaoqin",
        "16:30-17:30 kh",
        "20:00-20:40 xx jiazhang",
    ];
    for line in lines {
        h.write(line).press("enter");
        h.assert_shows("Saved:");
    }
    h.press("esc");
    assert_eq!(
        spans(&memory, FRIDAY),
        [
            "08:00-08:45 lesson sanban",
            "08:55-09:40 lesson siban",
            "10:00-10:45 marking zuoye",
            "10:55-11:40 lesson sanban",
            "12:00-13:00 supervision wucan",
            "14:00-15:30 staff-meeting anquan",
            "15:40-16:20 forms kaoqin",
            "16:30-17:30 after-school",
            "20:00-20:40 messages jiazhang",
        ]
    );
    h.assert_shows("62% non-teaching").assert_shows("470 min in all");
}

/// The standard day of the budgets, with nothing set up: notes of 85 letters, and at most 190 keys for all of it.
#[test]
fn the_standard_day_takes_few_keys() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    let lines = [
        "p1 sk sanban yuwen",
        "p2 sk siban yuwen",
        "10-10:45 pg zuowen",
        "1055 45m sk sanban yuedu",
        "1200 1h kg shitang",
        "14-15:30 qx anquan gongzuo",
        "1540 40m tb chuqin biao",
        "1630 1h kh",
        "20-20:40 xx jiazhang qun",
    ];
    let notes: usize = [
        "sanban yuwen",
        "siban yuwen",
        "zuowen",
        "sanban yuedu",
        "shitang",
        "anquan gongzuo",
        "chuqin biao",
        "jiazhang qun",
    ]
    .iter()
    .map(|n| n.len())
    .sum();
    assert_eq!(notes, 85);
    h.press("enter");
    let mut keys = 1;
    for line in lines {
        h.write(line).press("enter").assert_shows("Saved:");
        keys += line.len() + 1;
    }
    assert_eq!(
        spans(&memory, FRIDAY),
        [
            "08:00-08:45 lesson sanban yuwen",
            "08:55-09:40 lesson siban yuwen",
            "10:00-10:45 marking zuowen",
            "10:55-11:40 lesson sanban yuedu",
            "12:00-13:00 supervision shitang",
            "14:00-15:30 staff-meeting anquan gongzuo",
            "15:40-16:20 forms chuqin biao",
            "16:30-17:30 after-school",
            "20:00-20:40 messages jiazhang qun",
        ]
    );
    assert!(keys <= 190, "{keys} keys");
}

#[test]
fn the_first_digit_opens_the_line_and_the_cursor_stands_in_it() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    assert_eq!(h.cursor(), None);
    h.write("8:00-8:45 sk 三班");
    assert!(
        h.before_cursor().ends_with("> 8:00-8:45 sk 三班"),
        "{:?}",
        h.before_cursor()
    );
    h.assert_shows("08:00-08:45  45 min  T lesson  三班");
    assert!(spans(&memory, FRIDAY).is_empty(), "a preview saves nothing");
    h.press("enter");
    assert_eq!(spans(&memory, FRIDAY), ["08:00-08:45 lesson 三班"]);
    assert!(
        h.before_cursor().ends_with("> "),
        "the line is open for the next block"
    );
    h.press("esc");
    assert_eq!(h.cursor(), None);
}

/// Letters that are no key of the list begin an entry; what is typed is not run as commands letter by letter.
#[test]
fn a_word_in_the_list_opens_the_line_with_it() {
    for text in ["lesson 8:00-8:45", "p3 sk", "marking 40m"] {
        let mut h = Harness::new(&Memory::default());
        h.write(text).assert_shows(text);
        h.assert_shows("Fri 2026-11-20 Today");
    }
}

#[test]
fn a_chinese_character_in_the_list_opens_the_line_with_it() {
    let memory = Memory::default();
    let mut h = Harness::sized(&memory, Lang::ZhHans, 80, 24);
    h.write("上课 8:00-8:45 三(2)班").press("enter");
    assert_eq!(spans(&memory, FRIDAY), ["08:00-08:45 lesson 三(2)班"]);
    h.press("esc").write("８：５５－９：４０ 上课").press("enter");
    assert_eq!(spans(&memory, FRIDAY)[1], "08:55-09:40 lesson");
}

#[test]
fn a_full_width_question_mark_is_help() {
    let mut h = Harness::new(&Memory::default());
    h.write("？").assert_shows("What you can type");
}

#[test]
fn an_end_time_is_mended_in_six_keys() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    h.write("8:00-8:45 sk 三班").press("enter esc");
    h.press("e");
    assert!(
        h.before_cursor().ends_with("08:00-08:45"),
        "{:?}",
        h.before_cursor()
    );
    h.press("backspace backspace 5 0 enter");
    assert_eq!(spans(&memory, FRIDAY), ["08:00-08:50 lesson 三班"]);
    h.assert_shows("Changed: 08:00-08:50 lesson");
    assert_eq!(h.cursor(), None, "the line closes after a change");
}

#[test]
fn an_edited_line_shows_the_activity_in_the_users_language() {
    let memory = Memory::default();
    let mut h = Harness::sized(&memory, Lang::ZhHans, 80, 24);
    h.write("14:00-15:00 qx *2").press("enter esc e");
    h.assert_shows("修改> 14:00-15:00 全校会议 *2");
    h.press("enter");
    assert_eq!(spans(&memory, FRIDAY), ["14:00-15:00 staff-meeting"]);
}

#[test]
fn deleting_is_undone_by_one_key_and_redone_by_another() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    h.write("8:00-8:45 sk")
        .press("enter")
        .write("9:00-9:40 pg")
        .press("enter esc");
    h.press("up x");
    assert_eq!(spans(&memory, FRIDAY), ["09:00-09:40 marking"]);
    h.assert_shows("(u brings it back)");
    h.press("u")
        .assert_shows("Taken back: deleting 08:00-08:45 lesson (Ctrl-R makes it again)");
    assert_eq!(spans(&memory, FRIDAY).len(), 2);
    h.press("ctrl-r")
        .assert_shows("Made again: deleting 08:00-08:45 lesson");
    assert_eq!(spans(&memory, FRIDAY).len(), 1);
    h.press("u u u u").assert_shows("nothing to take back");
    h.press("x").assert_shows("No entry is selected");
}

#[test]
fn undo_says_what_it_takes_back() {
    let memory = Memory::default();
    let mut h = Harness::sized(&memory, Lang::ZhHans, 80, 24);
    h.write("8:00-8:45 sk")
        .press("enter esc e backspace backspace 5 0 enter c u");
    h.assert_shows("已撤销：周五的完成标记");
    h.press("u").assert_shows("已撤销：修改 08:00-08:45 上课");
    h.write("8:30-9:30 qx").press("f7 esc u");
    h.assert_shows("已撤销：2 条记录");
    h.press("u").assert_shows("已撤销：记录 08:00-08:45 上课");
    h.press("ctrl-r").assert_shows("已重做：记录 08:00-08:45 上课");
}

#[test]
fn undo_goes_to_the_day_it_changes() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    h.write("8:00-8:45 sk")
        .press("enter esc left left")
        .assert_shows("2026-11-18");
    h.press("u")
        .assert_shows("2026-11-20")
        .assert_shows("Nothing logged");
}

#[test]
fn keys_that_type_nothing_reach_the_list_through_an_empty_line() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    h.write("8:00-8:45 sk")
        .press("enter left")
        .assert_shows("2026-11-19");
    h.write("9:00-9:40 sk").press("enter");
    assert_eq!(spans(&memory, "2026-11-19"), ["09:00-09:40 lesson"]);
    h.press("f9");
    assert!(
        spans(&memory, "2026-11-19").is_empty(),
        "undo works from the line"
    );
    h.press("backspace delete");
    assert_eq!(
        spans(&memory, FRIDAY).len(),
        1,
        "delete in an empty line deletes no block"
    );
    h.press("right f4").assert_shows("Closed: 45 min");
}

#[test]
fn days_are_walked() {
    let mut h = Harness::new(&Memory::default());
    h.assert_shows("Fri 2026-11-20 Today");
    h.press("left").assert_shows("Thu 2026-11-19 Yesterday");
    h.press("left [ pageup").assert_shows("Tue 2026-11-10");
    h.press("t").assert_shows("Fri 2026-11-20");
    h.press("]")
        .assert_shows("Sat 2026-11-21 Tomorrow")
        .assert_shows("off");
    h.press("] pagedown").assert_shows("Sun 2026-11-29");
}

/// Opening the store for each step would take a second for an arrow key held down.
#[test]
fn dates_walked_through_are_not_read_one_by_one() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    h.write("8:00-8:45 sk").press("enter esc left");
    h.write("9:00-9:40 qx").press("enter esc");
    let before = memory.loads();
    h.press("right")
        .assert_shows("> 08:00-08:45")
        .press("left left right right");
    assert_eq!(memory.loads(), before, "the week is known");
    h.flood(&"left ".repeat(200)).assert_shows("2026-05-04");
    assert_eq!(memory.loads(), before + 1, "200 dates, one reading");
    h.flood("right left x pageup 8 : 0 0 esc")
        .assert_shows("2026-04-27");
    assert_eq!(memory.loads(), before + 2);
    h.flood("t left x").assert_shows("Deleted: 09:00-09:40");
    assert!(
        spans(&memory, "2026-11-19").is_empty(),
        "what is acted on was read"
    );
    assert_eq!(spans(&memory, FRIDAY).len(), 1);
}

#[test]
fn a_date_that_cannot_be_read_is_not_gone_to() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    h.write("8:00-8:45 sk").press("enter esc");
    memory.change(|d| d.broken = Some("the disk is gone".into()));
    h.press("pageup")
        .assert_shows("the disk is gone")
        .assert_shows("2026-11-20")
        .assert_shows("> 08:00-08:45");
}

#[test]
fn closing_says_what_day_and_week_came_to() {
    let memory = Memory::with_baseline(900);
    let mut h = Harness::new(&memory);
    h.assert_shows("0 of 765 min")
        .assert_shows("765 min left")
        .assert_shows("on track");
    h.write("8:00-8:45 sk")
        .press("enter")
        .write("14:00-15:30 qx")
        .press("enter esc c");
    h.assert_shows("Closed: 135 min, 67% non-teaching. The week has 90 of 765 min: on track.");
    h.assert_shows("1/5 days closed");
    assert!(memory.diary().day(date(FRIDAY)).closed);
    h.assert_shows("c reopen day")
        .press("c")
        .assert_shows("open again");
    assert!(!memory.diary().day(date(FRIDAY)).closed);
}

#[test]
fn an_empty_school_day_is_closed_after_one_question() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    h.press("c").assert_shows("Close it all the same?");
    h.press("esc").assert_hides("all the same");
    assert!(!memory.diary().day(date(FRIDAY)).closed);
    h.press("c x 8").assert_shows("all the same");
    h.press("enter");
    assert!(memory.diary().day(date(FRIDAY)).closed);
    memory.change(|d| {
        d.diary
            .day_mut(date("2026-11-19"))
            .mark(DayKind::Off(Some("运动会".into())));
    });
    h.input(Input::Back)
        .press("left")
        .assert_shows("day off: 运动会")
        .press("c");
    assert!(
        memory.diary().day(date("2026-11-19")).closed,
        "a day off needs no question"
    );
}

#[test]
fn an_overlap_keeps_the_line_and_offers_three_ways_out() {
    for (key, after) in [
        ("f6", vec!["08:00-08:45 lesson", "08:45-09:20 staff-meeting"]),
        ("f7", vec!["08:00-08:20 lesson", "08:20-09:20 staff-meeting"]),
        ("ctrl-l", vec!["08:00-08:45 lesson", "08:20-09:20 staff-meeting"]),
    ] {
        let memory = Memory::default();
        let mut h = Harness::new(&memory);
        h.write("8:00-8:45 sk").press("enter").write("8:20-9:20 qx");
        h.assert_shows("overlaps 08:00-08:45 lesson")
            .assert_shows("F6 shorten");
        h.press(key);
        assert_eq!(spans(&memory, FRIDAY), after, "{key}");
        assert_eq!(h.before_cursor().trim(), "log>", "ready for the next");
        h.press("f9").write("8:20-9:20 qx").press("enter");
        h.assert_shows("08:00-08:45 lesson is there already");
        assert_eq!(spans(&memory, FRIDAY).len(), 1, "nothing is saved");
        h.press(key);
        assert_eq!(spans(&memory, FRIDAY), after, "{key} in the dialog");
    }
}

#[test]
fn enter_on_an_overlap_asks_what_to_do_and_says_on_which_day_it_lies() {
    let memory = Memory::default();
    let mut h = Harness::sized(&memory, Lang::ZhHans, 60, 18);
    h.press("left").write("22:00-24:30 bk").press("enter right");
    h.write("0:00-1:00 bk")
        .assert_shows("与前一天 22:00-24:30 备课 重叠")
        .assert_shows("F6 缩短新的");
    h.press("enter")
        .assert_shows("这段时间已有 22:00-24:30 备课 (2026年11月19日 周四)")
        .assert_shows("F6  缩短新的  00:30-01:00 备课");
    h.press("esc")
        .assert_shows("0:00-1:00 bk")
        .press("esc left")
        .write("0:30-1:00 zz")
        .press("enter left");
    h.write("23:00-25:00 bk")
        .assert_shows("与后一天 00:30-01:00 值班值周 重叠");
    assert!(spans(&memory, FRIDAY).is_empty());
}

/// Who types the next entry from paper, without looking up, must not destroy what is there.
#[test]
fn typing_on_over_the_overlap_dialog_changes_nothing() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    h.write("8:00-8:45 sk")
        .press("enter")
        .write("8:30-9:20 bk")
        .press("enter");
    let before = spans(&memory, FRIDAY);
    h.write("20:00-20:40 jz").press("enter");
    assert_eq!(spans(&memory, FRIDAY), before);
    assert!(h.before_cursor().ends_with("8:30-9:20 bk"), "{}", h.screen());
}

/// Tab lists all activities where a word is none of them, and keeps the word.
#[test]
fn an_unknown_word_becomes_the_note_with_tab() {
    let memory = Memory::default();
    let mut h = Harness::sized(&memory, Lang::ZhHans, 80, 24);
    h.write("8:00-8:45 三(2)班").press("tab tab enter");
    h.assert_shows("已保存：08:00-08:45 上课");
    let diary = memory.diary();
    assert_eq!(diary.day(date(FRIDAY)).blocks()[0].note.as_str(), "三(2)班");
    h.write("9:00-9:45 yej").press("tab enter").assert_shows("迎检");
}

/// Each line says what would come of it; the first goes back to the line.
#[test]
fn the_overlap_dialog_says_what_each_way_does() {
    let memory = Memory::default();
    let mut h = Harness::sized(&memory, Lang::En, 60, 18);
    h.write("8:00-8:45 sk")
        .press("enter")
        .write("8:55-9:40 sk")
        .press("enter");
    h.write("8:10-8:20 qx").press("enter");
    h.assert_shows("> Esc change what is typed")
        .assert_shows("F6  shorten new  nothing would be left of it")
        .assert_shows("F7  replace old  08:00-08:10 lesson")
        .assert_shows("F8  keep both  its minutes count apart");
    h.press("f6").assert_shows("nothing would be left");
    assert_eq!(spans(&memory, FRIDAY).len(), 2, "what cannot be done is not");
    h.press("up enter").assert_hides("is there already");
    assert!(h.before_cursor().ends_with("8:10-8:20 qx"));
    h.press("enter end enter");
    assert_eq!(spans(&memory, FRIDAY).len(), 3);
}

#[test]
fn what_a_way_out_did_to_others_is_said() {
    let memory = Memory::default();
    let mut h = Harness::sized(&memory, Lang::ZhHans, 80, 24);
    let day = |h: &mut Harness| {
        for line in ["8:00-8:45 sk", "8:55-9:40 sk"] {
            h.write(line).press("enter").assert_hides("；");
        }
    };
    day(&mut h);
    h.write("8:30-9:50 qx").press("f7");
    h.assert_shows("已保存：08:30-09:50 全校会议；删除 1 条，缩短 1 条");
    h.press("f9").write("8:30-9:50 qx").press("f6");
    h.assert_shows("；分成 2 段");
    h.press("f9").write("9:30-9:50 qx").press("f6");
    h.assert_shows("已保存：09:40-09:50 全校会议；已缩短");
    h.press("f9").write("8:10-8:20 qx").press("f7");
    h.assert_shows("；缩短 1 条");
}

/// What is left of it starts on the next date and is a new block there.
#[test]
fn an_edit_that_moves_a_block_away_selects_one_that_is_there() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    h.write("22:00-24:00 bk").press("enter");
    h.write("20:00-20:30 sk").press("enter esc home e ctrl-w ctrl-u");
    h.press("end ctrl-u").write("23:00-25:00 sk").press("f6");
    h.assert_shows("Changed: 00:00-01:00 lesson; shortened to fit")
        .assert_shows("> 22:00-24:00");
    h.press("x").assert_shows("Deleted: 22:00-24:00");
}

#[test]
fn nothing_left_after_trimming_is_said() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    h.write("8:00-8:45 sk")
        .press("enter")
        .write("8:10-8:20 qx")
        .press("f6");
    h.assert_shows("nothing is left").assert_shows("8:10-8:20 qx");
}

#[test]
fn what_another_process_booked_is_seen_when_it_is_in_the_way() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    let mut other = Harness::new(&memory);
    h.write("8:00-8:45 sk");
    other.write("8:00-8:45 qx").press("enter");
    h.press("enter")
        .assert_shows("overlaps 08:00-08:45 all-staff meeting")
        .assert_shows("8:00-8:45 sk");
}

/// Only what was typed is changed: the line began with what the block was when it was opened.
#[test]
fn an_edit_leaves_alone_what_another_process_has_changed_since() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    let mut other = Harness::new(&memory);
    h.write("8:00-8:45 sk").press("enter esc e");
    other
        .input(Input::Back)
        .press("e end")
        .write(" sanban")
        .press("enter");
    h.press("enter").assert_hides("Changed:");
    assert_eq!(h.cursor(), None, "the line is closed");
    assert_eq!(spans(&memory, FRIDAY), ["08:00-08:45 lesson sanban"]);
    let mut h = Harness::new(&memory);
    h.press("e");
    other.press("e end").write(" yuwen").press("enter");
    h.press("backspace backspace 5 0 enter")
        .assert_shows("Changed: 08:00-08:50");
    assert_eq!(spans(&memory, FRIDAY), ["08:00-08:50 lesson sanban yuwen"]);
}

#[test]
fn a_block_that_is_gone_meanwhile_leaves_the_list() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    let mut other = Harness::new(&memory);
    h.write("8:00-8:45 sk").press("enter esc");
    other.input(Input::Back).press("x");
    h.press("x")
        .assert_shows("no longer there")
        .assert_shows("Nothing logged")
        .assert_hides("2026-11-20-");
    h.write("8:00-8:45 sk").press("enter esc e");
    other.input(Input::Back).press("x");
    h.press("backspace backspace 5 0 enter")
        .assert_shows("as a new one")
        .assert_shows("Nothing logged")
        .assert_shows("log> 08:00-08:50 lesson");
    h.press("enter");
    assert_eq!(spans(&memory, FRIDAY), ["08:00-08:50 lesson"]);
}

#[test]
fn coming_back_shows_what_changed() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    Harness::new(&memory).write("8:00-8:45 qx").press("enter");
    h.assert_hides("08:00-08:45");
    h.input(Input::Back).assert_shows("08:00-08:45");
}

#[test]
fn a_mistake_is_said_and_the_text_kept() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    h.write("9:00-8:45 sk").press("enter");
    h.assert_shows("ends at 08:45 but starts at 09:00")
        .assert_shows("9:00-8:45 sk");
    assert!(spans(&memory, FRIDAY).is_empty());
    h.press("ctrl-u")
        .write("8:00-8:45")
        .press("enter")
        .assert_shows("what was it?");
}

#[test]
fn a_word_that_begins_no_activity_is_said_while_it_is_typed() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    h.write("zzq").assert_hides("zzq\"").press("ctrl-u");
    h.write("8:00-8:45 le").assert_hides("activity");
    h.write("zzq")
        .assert_shows("\"lezzq\"")
        .press("backspace backspace backspace");
    h.assert_hides("\"le").press("ctrl-u");
    h.write("8:00-8:4").assert_hides("activity");
}

#[test]
fn tab_goes_through_what_fits_and_back_to_what_was_typed() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    h.write("8:00-8:45 les").assert_shows("Tab  lesson sk");
    h.press("tab").assert_shows("08:00-08:45  45 min  T lesson");
    h.write("三班").press("enter");
    assert_eq!(spans(&memory, FRIDAY), ["08:00-08:45 lesson 三班"]);
    h.write("9:00-9:30 les").press("tab tab tab tab tab");
    h.press("shift-tab").assert_shows("log> 9:00-9:30 ");
}

#[test]
fn a_day_of_another_time_is_logged_on_its_date() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    h.press("left")
        .write("+30m pg")
        .press("enter")
        .assert_shows("no clocked block to follow");
    h.press("ctrl-u")
        .write("8:00-8:45 sk")
        .press("enter")
        .write("+30m pg")
        .press("enter");
    assert_eq!(
        spans(&memory, "2026-11-19"),
        ["08:00-08:45 lesson", "08:45-09:15 marking"]
    );
    assert!(spans(&memory, FRIDAY).is_empty());
}

#[test]
fn pasted_lines_become_one() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    h.input(Input::Paste("8:00-8:45 sk\r\n三班\n".into()));
    h.press("enter");
    assert_eq!(spans(&memory, FRIDAY), ["08:00-08:45 lesson 三班"]);
}

#[test]
fn help_comes_and_goes_over_what_is_typed() {
    let mut h = Harness::new(&Memory::default());
    h.write("8:00-8:45 sk")
        .press("f1")
        .assert_shows("What you can type")
        .assert_shows("Ctrl-N");
    h.press("end")
        .assert_hides("What you can type")
        .assert_shows("secondment")
        .press("home")
        .assert_shows("What you can type");
    h.press("esc");
    assert!(h.before_cursor().ends_with("> 8:00-8:45 sk"));
}

#[test]
fn help_is_paged_and_never_scrolls_beyond_its_end() {
    let mut h = Harness::new(&Memory::default());
    let top = h.press("f1").lines();
    let pages: Vec<_> = std::iter::repeat_with(|| h.press("pagedown").screen())
        .take(12)
        .collect();
    assert!(
        pages.iter().any(|p| p.contains("keep both")),
        "no line is skipped"
    );
    let end = h.press("end").lines();
    assert_eq!(pages.last(), Some(&end.join("\n")));
    assert_ne!(h.press("down down up").lines(), end, "one key up is seen at once");
    for _ in 0..12 {
        h.press("pageup");
    }
    assert_eq!(h.lines(), top);
}

#[test]
fn a_store_that_fails_is_said_and_nothing_is_shown_as_saved() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    memory.change(|d| d.broken = Some("the disk is full".into()));
    h.write("8:00-8:45 sk").press("enter");
    h.assert_shows("the disk is full")
        .assert_hides("Saved")
        .assert_shows("8:00-8:45 sk");
    memory.change(|d| d.broken = None);
    h.press("enter").assert_shows("Saved");
}

#[test]
fn a_change_that_is_saved_is_not_called_lost_because_the_day_cannot_be_read_again() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    memory.change(|d| d.blind = Some("the disk is gone".into()));
    h.write("8:00-8:45 sk").press("enter");
    h.assert_shows("Saved, but the day could not be read again: the disk is gone");
    assert_eq!(h.before_cursor().trim(), "log>", "nothing to book twice");
    h.press("enter");
    assert_eq!(spans(&memory, FRIDAY).len(), 1);
    h.press("u").assert_shows("could not be read again");
    assert!(spans(&memory, FRIDAY).is_empty());
    memory.change(|d| d.blind = None);
    h.press("ctrl-r")
        .assert_shows("Made again")
        .assert_shows("08:00-08:45");
}

#[test]
fn what_the_store_mended_is_told() {
    let memory = Memory::default();
    memory.change(|d| d.notices.push("the last change was brought in".into()));
    Harness::new(&memory).assert_shows("the last change was brought in");
}

#[test]
fn leaving_and_stopping_are_left_to_the_terminal() {
    let mut h = Harness::new(&Memory::default());
    h.press("ctrl-z");
    assert_eq!(h.last, Next::Suspend);
    h.press("q");
    assert_eq!(h.last, Next::Quit);
}

#[test]
fn what_is_half_typed_is_not_left_without_a_word() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    h.write("8:00").press("ctrl-q").assert_shows("not saved yet");
    assert_eq!(h.last, Next::Go);
    h.assert_shows("Ctrl-Q again").write("-8:45 sk").press("ctrl-q");
    assert_eq!(h.last, Next::Go, "something else came between");
    h.press("ctrl-q");
    assert_eq!(h.last, Next::Quit);
    // Saved, or nothing in it: nothing is lost.
    h.press("enter ctrl-q");
    assert_eq!(h.last, Next::Quit);
    h.press("esc e ctrl-q");
    assert_eq!(h.last, Next::Quit, "nothing is changed yet");
    h.write("x").press("ctrl-q").assert_shows("not saved yet");
    assert_eq!(h.last, Next::Go);
    // Ctrl-C clears the line, as ever.
    h.press("ctrl-c");
    assert_eq!(
        (h.last, &h.app().day().mode),
        (Next::Go, &jianfu::app::Mode::Browse)
    );
    // Below what lies over the screen it stays as it is; the palette's way out says the key.
    h.write("9:00 sk").press("ctrl-p").write("quit").press("enter");
    h.assert_shows("Ctrl-Q again leaves").press("ctrl-q");
    assert_eq!(h.last, Next::Quit);
}
