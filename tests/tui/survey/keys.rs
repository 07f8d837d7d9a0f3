//! Every way to reach what the screen does.

use super::{Place, path, selected, shown};
use jianfu::app::{Mouse, Screen, SurveyPane};
use jianfu::i18n::Lang;

#[test]
fn with_an_input_method_on_everything_is_reached() {
    let place = Place::joined(Lang::ZhHans);
    let mut h = place.open(Lang::ZhHans, 80, 24);
    h.press("ctrl-d").assert_shows("教师工作时间调查");
    h.press("down").assert_shows("岗位");
    h.press("f2 down enter").assert_shows("任课教师");
    h.press("f6").assert_shows("subject_teacher");
    h.press("f6 f7").assert_shows("还没有写出过").press("f7");
    h.press("f8").assert_shows("按所示原样加密");
    h.press("enter")
        .assert_shows("请把文件交给学校里汇总打包的人")
        .press("enter");
    h.press("ctrl-x enter").assert_shows("的撤回已写好");
    h.press("enter delete").assert_shows("退出调查").press("esc");
    h.press("f3").assert_shows("定义文件").press("esc");
    h.write("调查"); // types nothing here
    h.assert_shows("教师工作时间调查").press("f4");
    assert_eq!(*h.app().screen(), Screen::Day);
}

#[test]
fn the_palette_leads_here() {
    let place = Place::joined(Lang::ZhHans);
    let mut h = place.open(Lang::ZhHans, 80, 24);
    h.press("ctrl-p").write("xyd").press("enter");
    h.assert_shows("按所示原样加密"); // what would be written was read first
    h.press("esc esc ctrl-p").write("kls").press("enter");
    assert_eq!(shown(&h).pane, SurveyPane::History);
}

#[test]
fn the_mouse_selects_and_turns() {
    let place = Place::joined(Lang::En);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S").click("Role");
    assert_eq!(selected(&h), "Role");
    h.click("Role").assert_shows("class teacher").press("esc");
    let at = h.find("Role");
    h.mouse(Mouse::WheelDown, at);
    assert_eq!(selected(&h), "Days");
    h.click("Raw").assert_shows("Followed by");
    h.click("History").assert_shows("Nothing was written");
    h.click("About").assert_shows("Never in it");
    h.click("In words").assert_shows("School stage");
}

#[test]
fn help_lists_its_keys_first() {
    let place = Place::joined(Lang::En);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S ?")
        .assert_shows("Surveys")
        .assert_shows("write response");
}

#[test]
fn the_footer_has_the_keys_in_the_order_of_their_use() {
    for lang in Lang::ALL {
        let place = Place::joined(lang);
        let mut h = place.open(lang, 80, 24);
        h.press("S");
        let footer = h.lines().pop().unwrap();
        let at = |key: &str| {
            let found = footer.find(&format!(" {key} "));
            found.unwrap_or_else(|| panic!("{key}: {footer}"))
        };
        let places = ["r", "Enter", "v", "h", "Left", "Right", "?"].map(at);
        assert!(places.is_sorted(), "{footer}");
        h.press("r");
        path(&mut h, place.files().to_str().unwrap());
        h.press("enter enter");
        assert!(h.lines().pop().unwrap().contains("X "), "{}", h.screen());
    }
}

#[test]
fn undo_never_changes_a_day_that_is_not_seen() {
    let place = Place::joined(Lang::En);
    let date = "2026-11-12".parse().unwrap();
    let mut session = place.session();
    let close = jianfu::diary::Operation::Close { date, closed: false };
    session.apply(&close).unwrap();
    drop(session);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S enter down enter u")
        .assert_shows("what you say to “Teachers")
        .assert_shows("School stage");
    h.press("D y u").assert_shows("leaving “Teachers");
    h.press("ctrl-r").assert_shows("leaving “Teachers").press("u");
    h.press("u").assert_shows("reopening");
    assert_eq!(*h.app().screen(), Screen::Day);
    assert_eq!(h.app().day().date, date);
}
