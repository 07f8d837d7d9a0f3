//! The timetable: entered, changed, looked at.

use crate::common::{Harness, Memory, date, setup};
use jianfu::app::{Over, Prefs, Screen};
use jianfu::diary::Setting;
use jianfu::i18n::{I18n, Lang};
use jianfu::theme::Theme;
use jianfu::timetable::{Dates, Recurring, Slot};
use jianfu::tui::{Desk, Next, Unsaved};
use std::cell::RefCell;
use std::rc::Rc;

/// The timetable of the week of Friday, 20 November 2026, with Monday's first period selected.
fn open(memory: &Memory, lang: Lang) -> Harness {
    let mut h = Harness::sized(memory, lang, 80, 24);
    h.press("T left left left left");
    assert!(matches!(h.app().screen(), Screen::Timetable(_)));
    h
}

fn with_term(memory: &Memory) {
    let term = jianfu::timetable::read_term("2026-08-31 2027-01-22 秋季学期").unwrap();
    memory.change(|d| d.profile.set(Setting::Terms(vec![term])));
}

/// The entries that hold on a date, each in one line.
fn entries(memory: &Memory, on: &str) -> Vec<String> {
    let profile = memory.profile();
    let line = |e: &Recurring| {
        let slot = match &e.slot {
            Slot::Clock(span) => span.to_string(),
            Slot::Periods { first, last } if first == last => first.clone(),
            Slot::Periods { first, last } => format!("{first}-{last}"),
        };
        format!(
            "{} {slot} {} {} {}",
            e.weekday,
            e.activity.code.as_str(),
            e.note.as_str(),
            e.weeks
        )
    };
    let edition = profile.timetable.on(date(on));
    edition.map_or_else(Vec::new, |e| e.entries.iter().map(line).collect())
}

/// Fifteen lessons, three a day, each class with a note of six characters.
#[test]
fn a_week_of_fifteen_lessons_is_entered_in_few_keys() {
    let memory = Memory::default();
    let mut h = open(&memory, Lang::ZhHans);
    let mut keys = 0;
    for day in 0..5 {
        for _ in 0..3 {
            h.write("三2班语文课").press("enter");
            keys += 7;
        }
        if day < 4 {
            h.press("right home");
            keys += 2;
        }
    }
    assert_eq!(entries(&memory, "2026-11-20").len(), 15);
    assert_eq!(keys, 113, "each typed");
    h.assert_shows("每周 15 节，11 小时 15 分");
    // The same with one class copied.
    let memory = Memory::default();
    let mut h = open(&memory, Lang::ZhHans);
    h.write("三2班语文课").press("enter up y down p p");
    for _ in 0..4 {
        h.press("right home p p p");
    }
    assert_eq!(entries(&memory, "2026-11-20").len(), 15);
    assert_eq!(entries(&memory, "2026-11-20")[14], "Fri 3 lesson 三2班语文课 all");
}

#[test]
fn what_is_typed_says_what_it_means() {
    let memory = Memory::default();
    with_term(&memory);
    let mut h = open(&memory, Lang::ZhHans);
    h.press("enter").write("bk 教研组 1-16 单周");
    h.assert_shows("周一 第 1 节 备课 教研组，第 1-16 周 单周");
    h.press("enter").assert_shows("教 单教研组*");
    assert_eq!(
        entries(&memory, "2026-11-20"),
        ["Mon 1 preparation 教研组 1-16 odd"]
    );
    h.press("up")
        .assert_shows("周一 第 1 节 备课 教研组，第 1-16 周 单周");
    h.write("三(2)班 双周").press("enter");
    assert_eq!(entries(&memory, "2026-11-20").len(), 2, "beside it");
    h.press("up").write("数学").assert_shows("取代").press("enter");
    assert_eq!(entries(&memory, "2026-11-20"), ["Mon 1 lesson 数学 all"]);
    h.press("up enter").assert_shows("> 数学");
    h.press("ctrl-u").assert_shows("将删除这一项").press("enter");
    assert!(entries(&memory, "2026-11-20").is_empty());
    h.press("u").assert_shows("课表");
    assert_eq!(entries(&memory, "2026-11-20").len(), 1);
    h.press("ctrl-r");
    assert!(entries(&memory, "2026-11-20").is_empty());
    h.press("x").assert_shows("这里没有内容");
}

#[test]
fn odd_and_even_weeks_share_a_cell() {
    let memory = Memory::default();
    with_term(&memory);
    let mut h = open(&memory, Lang::En);
    h.write("Music odd")
        .press("enter up")
        .write("Drama even")
        .press("enter up");
    // The twelfth week: even.
    h.assert_shows("week 12 (even weeks)")
        .assert_shows("T even Dr… +1");
    h.press("enter").assert_shows("One more here");
    h.press("down enter").assert_shows("Drama even");
    h.press("ctrl-u").write("Theatre even").press("enter");
    assert_eq!(entries(&memory, "2026-11-20")[1], "Mon 1 lesson Theatre even");
    h.press("up x").assert_shows("> Mon period 1 lesson Music");
    h.press("x");
    assert_eq!(entries(&memory, "2026-11-20"), ["Mon 1 lesson Theatre even"]);
    h.press("esc esc").assert_shows("Nothing logged");
}

#[test]
fn weeks_ask_for_a_term_first() {
    let memory = Memory::default();
    let mut h = open(&memory, Lang::ZhHans);
    h.write("语文 单周").assert_shows("下一步先设学期").press("enter");
    h.assert_shows("学期：首日 末日 名称")
        .write("2027-01-22 2026-08-31");
    h.press("enter").assert_shows("末日在首日之前");
    h.press("ctrl-u")
        .write("2026-08-31至2027-01-22 秋季学期")
        .press("enter");
    h.assert_shows("语文 单周").press("enter");
    h.assert_shows("秋季学期 第 12 周（双周）");
    assert_eq!(entries(&memory, "2026-11-20"), ["Mon 1 lesson 语文 odd"]);
    // Then the term stays.
    h.press("t x").assert_shows("没有学期就数不出周次");
    assert_eq!(memory.profile().terms.len(), 1);
    h.press("enter").assert_shows("> 2026-08-31 2027-01-22 秋季学期");
    h.press("ctrl-u").write("2026-09-01 2027-01-20 秋").press("enter");
    assert_eq!(memory.profile().terms[0].name, "秋");
    h.press("down enter")
        .write("2027-01-10 2027-06-30")
        .assert_shows("与另一学期重叠");
    h.press("ctrl-u").write("2027-02-22 2027-06-30").press("enter");
    assert_eq!(memory.profile().terms.len(), 2);
}

#[test]
fn clashes_are_named() {
    let memory = Memory::default();
    let mut h = open(&memory, Lang::ZhHans);
    h.press("a").write("周三 19:00-20:30 晚自习").press("enter");
    assert_eq!(
        entries(&memory, "2026-11-20")[0].split(' ').nth(1),
        Some("19:00-20:30")
    );
    h.assert_shows("19:00");
    h.press("a")
        .write("周三 20:00-21:00 x")
        .assert_shows("同一时间已有：周三 19:00-20:30");
    h.press("enter");
    assert_eq!(entries(&memory, "2026-11-20").len(), 1);
    h.press("ctrl-u")
        .write("周三 x")
        .assert_shows("请写时间")
        .press("esc");
    // Its cell opens it with day and time, which can be changed.
    h.press("enter").assert_shows("> 周三 19:00-20:30");
    h.press("home")
        .press("right right delete")
        .press("backspace backspace")
        .write("周四 ");
    h.press("enter");
    assert!(
        entries(&memory, "2026-11-20")[0].starts_with("Thu"),
        "{:?}",
        entries(&memory, "2026-11-20")
    );
    h.press("a")
        .write("周六 3-4 社团")
        .press("enter")
        .assert_shows("周六 21");
    h.press("a")
        .write("周六 4 社团")
        .assert_shows("同一时间已有")
        .press("esc");
    h.press("down x");
    assert_eq!(
        entries(&memory, "2026-11-20").len(),
        1,
        "a double lesson is one entry"
    );
}

#[test]
fn bells_change_with_the_season_and_keep_their_names() {
    let memory = Memory::default();
    let mut h = open(&memory, Lang::ZhHans);
    h.press("b enter")
        .write("冬季")
        .press("enter enter")
        .assert_shows("冬季  7 节");
    h.press("down enter")
        .write("夏季")
        .assert_shows("其余时间已用“冬季”")
        .press("ctrl-u");
    h.write("夏季05-01..09-30").press("enter ctrl-u");
    h.write("早读7:30-7:55，8:00-8:45，8:55－9:40")
        .assert_shows("3 节，07:30-09:40")
        .press("enter");
    let bells = memory.profile().bells;
    assert_eq!(
        (bells.len(), bells[0].name.as_str(), bells[1].name.as_str()),
        (2, "冬季", "夏季")
    );
    let summer: Dates = "05-01..09-30".parse().unwrap();
    assert_eq!((bells[0].dates, bells[1].dates), (None, Some(summer)));
    h.press("esc").assert_shows("作息：冬季").assert_hides("早读");
    h.press("ctrl-g")
        .press("pageup pageup pageup enter")
        .assert_shows("作息：夏季")
        .assert_shows("早读");
    h.press("f5");
    // The settings do not type over them.
    h.press("ctrl-s end up up up up enter");
    assert!(matches!(h.app().over(), Some(Over::Bells(_))), "{}", h.screen());
    h.press("esc T b x");
    assert_eq!(memory.profile().bells.len(), 1);
    h.press("enter enter ctrl-u")
        .write("8:00-8:45 8:30-9:00")
        .assert_shows("第 2 节");
    h.press("enter");
    assert_eq!(memory.profile().bells[0].schedule.periods().len(), 3);
}

#[test]
fn bells_that_entries_go_by_stay() {
    let memory = Memory::default();
    let mut h = open(&memory, Lang::ZhHans);
    h.press("b enter")
        .write("我校")
        .press("enter ctrl-u")
        .write("早读 7:30-7:55, 8:00-8:45")
        .press("enter esc");
    h.press("home").write("巡班").press("enter b x");
    h.assert_shows("只有这份作息才有");
    assert_eq!(memory.profile().bells.len(), 1);
    assert_eq!(entries(&memory, "2026-11-20"), ["Mon 早读 lesson 巡班 all"]);
}

#[test]
fn bells_are_not_typed_away_from_under_entries() {
    let memory = Memory::default();
    let mut h = open(&memory, Lang::En);
    h.press("end").write("Chess").press("enter");
    let last = entries(&memory, "2026-11-20")[0].clone();
    assert!(last.starts_with("Mon 7 "), "{last}");
    // The first schedule of one's own takes the place of the usual one.
    h.press("b enter").write("Own").press("enter ctrl-u");
    h.write("8:00-8:45, 8:55-9:40")
        .assert_shows("No bell schedule would have the period of Mon period 7");
    h.press("enter").assert_shows("No bell schedule");
    assert!(memory.profile().bells.is_empty());
    h.press("ctrl-u")
        .write("8:00-8:40, 8:50-9:30, 9:40-10:20, 10:30-11:10, 11:20-12:00, 13:00-13:40, 13:50-14:30")
        .press("enter");
    assert_eq!(memory.profile().bells.len(), 1);
    // So does a change of it, here or in the settings.
    h.press("home enter enter ctrl-u")
        .write("8:00-8:40")
        .press("enter");
    assert_eq!(memory.profile().bells[0].schedule.periods().len(), 7);
    memory.change(|d| d.profile.bells[0].name.clear());
    let mut h = Harness::sized(&memory, Lang::En, 80, 24);
    h.press("ctrl-s end up up up up enter ctrl-u")
        .write("8:00-8:40")
        .press("enter");
    h.assert_shows("No bell schedule would have the period of Mon period 7");
    assert_eq!(memory.profile().bells[0].schedule.periods().len(), 7);
}

/// Whatever the timetable makes of it, the screen says so before.
#[test]
fn the_screen_says_from_when_on_a_change_holds() {
    let memory = Memory::default();
    enter_long_ago(&memory);
    let mut h = open(&memory, Lang::En);
    h.assert_shows("changes hold from today");
    h.press("f ctrl-u").write("2026-11-02").press("enter");
    let says_earlier = h
        .lines()
        .iter()
        .any(|l| l.contains("changes hold from 2026-11-02"));
    if !says_earlier {
        h.assert_shows("changes hold from today");
    }
    h.press("down").write("8A").press("enter");
    assert_eq!(entries(&memory, "2026-11-20").len(), 2);
    assert_eq!(entries(&memory, "2026-11-03").len() == 2, says_earlier);
    // The first ever: what is changed on its day holds always.
    let memory = Memory::default();
    let mut h = open(&memory, Lang::En);
    h.write("7B").press("enter").assert_shows("changes hold always");
    h.write("8A").press("enter");
    assert_eq!(entries(&memory, "2026-11-02").len(), 2);
}

fn enter_long_ago(memory: &Memory) {
    open(memory, Lang::En).write("7B").press("enter");
    let edition = jianfu::timetable::Edition {
        made: date("2026-10-20"),
        ..memory.profile().timetable.editions()[0].clone()
    };
    memory.change(|d| d.profile.timetable = jianfu::timetable::Timetable::new(vec![edition]));
}

#[test]
fn a_term_that_is_typed_anew_keeps_its_holidays() {
    let memory = Memory::default();
    let term = jianfu::timetable::Term {
        holidays: vec![(date("2026-10-01")..=date("2026-10-07"), "国庆节".to_owned())],
        ..jianfu::timetable::read_term("2026-08-31 2027-01-22 秋").unwrap()
    };
    memory.change(|d| d.profile.terms = vec![term.clone()]);
    let mut h = open(&memory, Lang::En);
    h.press("t enter ctrl-u")
        .write("2026-09-01 2027-01-20 autumn")
        .press("enter");
    let saved = memory.profile().terms;
    assert_eq!((saved.len(), saved[0].name.as_str()), (1, "autumn"));
    assert_eq!(saved[0].holidays, term.holidays);
    // They are not to lie outside of it, and no other term gets them.
    h.press("enter ctrl-u")
        .write("2026-10-03 2027-01-20 autumn")
        .assert_shows("Days off of this term would lie outside of it");
    h.press("enter esc down enter")
        .write("2027-02-22 2027-06-30")
        .press("enter");
    let saved = memory.profile().terms;
    assert_eq!(saved.len(), 2);
    assert_eq!((saved[0].holidays.len(), saved[1].holidays.len()), (1, 0));
}

#[test]
fn another_timetable_leaves_days_gone_by_alone() {
    let memory = Memory::default();
    let old = jianfu::timetable::Timetable::default();
    let mut h = open(&memory, Lang::En);
    h.write("7B").press("enter");
    let entered = memory.profile().timetable;
    assert_ne!(entered, old);
    // As if that had been a month ago.
    let edition = jianfu::timetable::Edition {
        made: date("2026-10-20"),
        ..entered.editions()[0].clone()
    };
    memory.change(|d| d.profile.timetable = jianfu::timetable::Timetable::new(vec![edition]));
    let mut h = open(&memory, Lang::En);
    h.write("8A").press("enter").write("8A").press("enter");
    assert_eq!(entries(&memory, "2026-11-19"), ["Mon 1 lesson 7B all"]);
    assert_eq!(entries(&memory, "2026-11-20").len(), 2);
    h.assert_shows("holds from 2026-11-20")
        .assert_shows("changes hold from today");
    // A past week shows what held there, and nothing changes it.
    h.press("pageup up up")
        .assert_shows("replaced since")
        .assert_shows("7B");
    h.write("9C").assert_shows("stays as it is");
    h.press("x").assert_shows("stays as it is");
    h.press("E").assert_shows("stays as it is");
    assert_eq!(entries(&memory, "2026-11-19"), ["Mon 1 lesson 7B all"]);
    // From an earlier date on.
    h.press("f5 f")
        .assert_shows("> 2026-11-20")
        .press("ctrl-u")
        .write("2026-11-02");
    h.assert_shows("Days from 2026-11-02 on that are not closed")
        .press("enter");
    assert_eq!(entries(&memory, "2026-11-01").len(), 1);
    assert_eq!(entries(&memory, "2026-11-02").len(), 2);
    // From a later one on: shown there, and changed there only.
    h.press("f ctrl-u")
        .write("2027-02-22")
        .press("enter")
        .assert_shows("holds from 2027-02-22");
    h.press("left left left left left home x x");
    assert_eq!(entries(&memory, "2027-02-22").len(), 1);
    assert_eq!(entries(&memory, "2027-02-21").len(), 2);
    h.press("f ctrl-u")
        .write("soon")
        .assert_shows("Write a date")
        .press("enter");
    assert!(matches!(h.app().over(), Some(Over::Prompt(_))));
}

/// What the editor was given, and what is to become of it.
#[derive(Clone, Default)]
struct Editor(Rc<RefCell<(Vec<String>, Vec<String>)>>);

/// What another process does while the editor is open.
type Meanwhile = Box<dyn FnMut()>;

/// A desk with an editor that says the next of these texts; `{}` stands for what it was given.
struct WithEditor(Unsaved, Editor, Meanwhile);

impl Desk for WithEditor {
    fn prefs(&self) -> Prefs {
        self.0.prefs()
    }

    fn theme(&self, name: &str, i18n: &I18n) -> Result<Theme, String> {
        self.0.theme(name, i18n)
    }

    fn configure(&mut self, key: &str, value: &str, i18n: &I18n) -> Result<Prefs, String> {
        self.0.configure(key, value, i18n)
    }

    fn edit_text(&mut self, text: &str, _: &str, _: &I18n) -> Result<Option<String>, String> {
        (self.2)();
        let mut held = self.1.0.borrow_mut();
        held.0.push(text.to_owned());
        if held.1.is_empty() {
            return Ok(None);
        }
        Ok(Some(held.1.remove(0).replace("{}", text)))
    }

    fn keep_text(&mut self, text: &str, about: &str, _: &I18n) -> Result<String, String> {
        self.1.0.borrow_mut().0.push(format!("kept {text}"));
        Ok(format!("/home/teacher/{about}.toml"))
    }
}

fn with_editor(memory: &Memory, says: &[&str]) -> (Harness, Editor) {
    with_others(memory, says, Box::new(|| ()))
}

fn with_others(memory: &Memory, says: &[&str], meanwhile: Meanwhile) -> (Harness, Editor) {
    let editor = Editor::default();
    editor.0.borrow_mut().1 = says.iter().map(|s| (*s).to_owned()).collect();
    let mut setup = setup(memory.clone(), Lang::ZhHans);
    setup.desk = Box::new(WithEditor(
        Unsaved(Prefs::new(Lang::ZhHans)),
        editor.clone(),
        meanwhile,
    ));
    let mut h = Harness::with(setup, 80, 24);
    h.press("T");
    (h, editor)
}

const TEXT: &str = r#"
[[terms]]
first = 2026-08-31
last = 2027-01-22
holidays = ["2026-11-18..2026-11-19 运动会", "2027-01-01 元旦"]

[[bells]]
periods = ["早读 07:30-07:55", "08:00-08:45"]

[week]
mon = [{ period = "早读", what = "值班" }, { period = 1, note = "三(2)班语文", weeks = "odd" }]
fri = [{ time = "19:00-20:30", what = "supervision" }]
"#;

#[test]
fn the_whole_of_it_as_a_text() {
    let memory = Memory::default();
    memory.change(|d| {
        let kind = jianfu::domain::DayKind::off("我请假").unwrap();
        d.diary.day_mut(date("2026-11-19")).mark(kind);
    });
    let text = TEXT.replace("值班", "on-duty");
    let (mut h, editor) = with_editor(&memory, &[&text, "{}"]);
    h.press("E");
    assert_eq!(h.last, Next::Edit);
    h.assert_shows("已保存");
    assert_eq!(entries(&memory, "2026-11-20").len(), 3);
    assert_eq!(
        (memory.profile().terms.len(), memory.profile().bells.len()),
        (1, 1)
    );
    let kind = |on: &str| memory.diary().day(date(on)).kind();
    let off = |why: &str| jianfu::domain::DayKind::off(why).unwrap();
    assert_eq!(kind("2026-11-18"), off("运动会"));
    assert_eq!(kind("2026-11-19"), off("我请假"), "marked already");
    assert_eq!(kind("2027-01-01"), off("元旦"));
    let asked = memory.queries();
    assert!(
        matches!(asked.as_slice(), [jianfu::app::Query::Marked(_)]),
        "{asked:?}"
    );
    h.press("E").assert_shows("没有改动");
    let given = editor.0.borrow().0[1].clone();
    assert!(given.starts_with("# 课表") && given.contains("运动会"), "{given}");
    // One change: all of it goes at once.
    h.press("u");
    assert!(entries(&memory, "2026-11-20").is_empty() && memory.profile().terms.is_empty());
    assert!(memory.profile().bells.is_empty() && !memory.diary().day(date("2026-11-18")).is_marked());
}

#[test]
fn a_text_with_a_fault_is_edited_again_or_kept() {
    let memory = Memory::default();
    let bad = "[week]\nmon = [\n  { period = 1, what = \"nonsense\" },\n]\n";
    let (mut h, editor) = with_editor(&memory, &[bad, "{}# more\n"]);
    h.press("E")
        .assert_shows("第 3 行")
        .assert_shows("week.mon[1].what")
        .assert_shows("继续修改");
    h.press("enter").assert_shows("第 3 行");
    assert_eq!(editor.0.borrow().0[1], bad, "as it was left");
    h.press("esc").assert_shows("/home/teacher/timetable.toml");
    assert_eq!(editor.0.borrow().0[2], format!("kept {bad}# more\n"));
    assert!(entries(&memory, "2026-11-20").is_empty());
}

#[test]
fn a_text_does_not_change_back_what_others_have_changed_meanwhile() {
    let memory = Memory::default();
    with_term(&memory);
    let (other, mut times) = (memory.clone(), 0);
    let meanwhile = move || {
        times += 1;
        if times == 1 {
            let term = jianfu::timetable::read_term("2027-02-22 2027-06-30 春").unwrap();
            other.change(|d| d.profile.terms.push(term));
        }
    };
    let says = ["{}mon = [{ period = 1 }]\n", "{}", "{}# more\n"];
    let (mut h, editor) = with_others(&memory, &says, Box::new(meanwhile));
    h.press("E").assert_shows("已在别处改动").assert_shows("继续修改");
    assert_eq!(memory.profile().terms.len(), 2);
    assert!(entries(&memory, "2026-11-20").is_empty());
    // Left alone it is in a file.
    h.press("esc").assert_shows("/home/teacher/timetable.toml");
    assert!(editor.0.borrow().0[1].starts_with("kept # 课表"));
    assert_eq!(memory.profile().terms.len(), 2);
    // What has not changed since is taken.
    h.press("E").assert_shows("没有改动");
}

#[test]
fn a_text_that_others_were_faster_than_is_taken_when_edited_again() {
    let memory = Memory::default();
    with_term(&memory);
    let (other, mut times) = (memory.clone(), 0);
    let meanwhile = move || {
        times += 1;
        if times == 1 {
            other.change(|d| d.profile.terms.clear());
        }
    };
    let says = ["{}mon = [{ period = 1 }]\n", "{}"];
    let (mut h, editor) = with_others(&memory, &says, Box::new(meanwhile));
    h.press("E").assert_shows("已在别处改动").press("enter");
    assert_eq!(editor.0.borrow().0.len(), 2);
    h.assert_shows("已保存");
    assert_eq!(entries(&memory, "2026-11-20"), ["Mon 1 lesson  all"]);
    assert_eq!(memory.profile().terms.len(), 1);
}

#[test]
fn a_text_with_a_fault_that_is_left_as_it_is_is_not_lost() {
    let memory = Memory::default();
    let (mut h, editor) = with_editor(&memory, &["nonsense"]);
    h.press("E").assert_shows("继续修改");
    h.press("enter").assert_shows("继续修改").press("esc");
    assert_eq!(editor.0.borrow().0[2], "kept nonsense");
}

#[test]
fn a_text_that_cannot_be_saved_is_not_lost() {
    let memory = Memory::default();
    let (mut h, editor) = with_editor(&memory, &["[week]\nmon = [{ period = 1 }]\n"]);
    memory.change(|d| d.broken = Some("the disk is full".into()));
    h.press("E").assert_shows("the disk is full").press("esc");
    assert!(editor.0.borrow().0[1].starts_with("kept [week]"));
}

#[test]
fn without_an_editor_it_is_said() {
    let mut h = open(&Memory::default(), Lang::En);
    h.press("E").assert_shows("No editor can be opened here");
    h.press("i");
    assert!(
        matches!(h.app().over(), Some(Over::ImportFile(_))),
        "{}",
        h.screen()
    );
}

#[test]
fn the_mouse_selects_a_cell_and_opens_it() {
    let memory = Memory::default();
    let mut h = open(&memory, Lang::En);
    h.write("7B English").press("enter");
    h.click("7B English")
        .assert_shows("Mon period 1 lesson 7B English");
    h.click("7B English").assert_shows("> 7B English");
    h.press("esc")
        .input(jianfu::app::Input::Paste("8A Maths".into()))
        .press("enter");
    assert_eq!(entries(&memory, "2026-11-20"), ["Mon 1 lesson 8A Maths all"]);
}

/// A week as teachers have it.
pub(crate) fn full(memory: &Memory, lang: Lang) {
    with_term(memory);
    let notes = match lang {
        Lang::ZhHans => ["三(2)班语文", "三(1)班语文", "早读", "社团"],
        Lang::ZhHant => ["三年二班國語", "三年一班國語", "晨讀", "社團"],
        Lang::En => ["7B English", "8A English", "Reading", "Chess club"],
    };
    let [one, two, reading, club] = notes;
    let text = format!(
        r#"
[[bells]]
name = "{season}"
periods = ["{reading} 07:30-07:55", "08:00-08:45", "08:55-09:40", "10:10-10:55", "11:05-11:50", "14:00-14:45", "14:55-15:40"]
[[bells]]
name = "S"
dates = "05-01..09-30"
periods = ["08:00-08:45"]
[week]
mon = [{{ period = "{reading}", note = "{one}" }}, {{ period = 1, note = "{one}" }}, {{ period = 3, note = "{two}" }}]
tue = [{{ period = "1-2", note = "{one}" }}, {{ period = 5, what = "preparation" }}]
wed = [{{ period = 2, note = "{two}", weeks = "all" }}, {{ time = "19:00-20:30", what = "supervision" }}]
thu = [{{ period = 4, note = "{one}" }}, {{ time = "12:00-12:40", what = "supervision", every = 2, from = 2026-09-01 }}]
fri = [{{ period = 1, note = "{two}" }}, {{ period = 6, note = "{club}", until = 2026-12-31 }}]
"#,
        season = if lang == Lang::En { "winter" } else { "冬季" },
    );
    let lexicon = jianfu::entry::Lexicon::new(&jianfu::domain::Taxonomy::built_in());
    let resolve = |name: &str| lexicon.whole(name).pop().ok_or_else(String::new);
    let mut parts = jianfu::timetable::parse(&text, &resolve).unwrap();
    let club = |note: &str, weeks: &str| Recurring {
        weeks: weeks.parse().unwrap(),
        note: jianfu::domain::Note::new(note).unwrap(),
        ..parts.entries[2].clone()
    };
    let (odd, even) = (club(one, "odd"), club(two, "1-16 even"));
    parts.entries[2] = odd;
    parts.entries.push(even);
    let today = date("2026-11-20");
    memory.change(|d| {
        d.profile.bells = parts.bells;
        d.profile.timetable = d.profile.timetable.with_entries(parts.entries, today, today);
    });
}

#[test]
fn screens() {
    let sizes = [
        (Lang::ZhHans, 80, 24),
        (Lang::En, 120, 40),
        (Lang::ZhHant, 60, 18),
    ];
    for (lang, width, height) in sizes {
        for (name, keys) in [
            ("grid", "T left left left left down down down"),
            ("cell", "T enter"),
            ("bells", "T b"),
        ] {
            let memory = Memory::default();
            full(&memory, lang);
            let mut h = Harness::sized(&memory, lang, width, height);
            h.press(keys);
            insta::assert_snapshot!(format!("timetable-{name}-{lang}-{width}x{height}"), h.picture());
        }
    }
}
