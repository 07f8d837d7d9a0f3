//! Files of other programs: accepted, mapped, passed over.

use crate::common::{Harness, Memory, date, now, setup};
use jianfu::app::{Input, Over};
use jianfu::diary::{Diary, Operation};
use jianfu::domain::{Block, DayKind};
use jianfu::i18n::Lang;
use jianfu::store::Store;
use std::fmt::Write;

fn fixture(name: &str) -> String {
    format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// Opens the preview of a file from the day.
fn open(h: &mut Harness, name: &str) {
    h.press("esc ctrl-l");
    h.input(Input::Paste(fixture(name))).press("enter");
}

fn preview(memory: &Memory, name: &str) -> Harness {
    let mut h = Harness::sized(memory, Lang::En, 100, 30);
    open(&mut h, name);
    h
}

fn blocks(diary: &Diary) -> Vec<Block> {
    diary.days().flat_map(|d| d.blocks().to_vec()).collect()
}

/// Moves to the line with a text.
fn select(h: &mut Harness, part: &str) {
    h.press("home");
    for _ in 0..40 {
        if h.lines()
            .iter()
            .any(|l| l.contains("> ") && l.contains(part) && l.contains("| > "))
            || h.lines().iter().any(|l| l.contains("│ > ") && l.contains(part))
        {
            return;
        }
        h.press("down");
    }
    panic!("no line {part}:\n{}", h.screen());
}

#[test]
fn a_log_is_shown_accepted_and_known_the_second_time() {
    let memory = Memory::default();
    let mut h = preview(&memory, "import/log-utf8-bom.csv");
    h.assert_shows("Import log-utf8-bom.csv (as a log)")
        .assert_shows("3 new");
    assert!(memory.diary().days().next().is_none(), "nothing yet");
    h.press("home enter")
        .assert_shows("Imported 3 blocks (u takes it all back)");
    assert!(h.app().over().is_none());
    assert_eq!(blocks(&memory.diary()).len(), 3);
    open(&mut h, "import/log-utf8-bom.csv");
    h.assert_shows("3 known")
        .press("i")
        .assert_shows("Nothing new to import");
    assert_eq!(blocks(&memory.diary()).len(), 3);
    h.press("esc").assert_hides("as a log");
    h.press("u");
    assert!(blocks(&memory.diary()).is_empty(), "{}", h.screen());
}

#[test]
fn what_nobody_knows_is_asked_and_taught() {
    let memory = Memory::default();
    let mut h = preview(&memory, "import/outlook.ics");
    h.assert_shows("nobody knows");
    h.press("i").assert_shows("First decide");
    assert!(blocks(&memory.diary()).is_empty());
    let asked = match h.app().over() {
        Some(Over::Import(import)) => import.asked(),
        _ => panic!("no import"),
    };
    h.press("enter").assert_shows("What is");
    h.press("enter").assert_shows("Choose one of these");
    h.write("skip").press("enter");
    for _ in 1..asked {
        h.press("home down enter").write("skip").press("enter");
    }
    h.assert_hides("nobody knows").press("i").assert_shows("Imported");
    assert!(!memory.profile().words.is_empty(), "taught");
}

#[test]
fn a_calendar_is_mapped_and_one_undo_takes_it_all_back() {
    let dir = tempfile::tempdir().unwrap();
    let mut h = Harness::with(setup(Store::at(dir.path()), Lang::En), 100, 30);
    open(&mut h, "import/google.ics");
    select(&mut h, "备课组活动");
    h.press("enter").write("staff").press("down up enter");
    h.press("i").assert_shows("Imported").assert_shows("blocks");
    let mut session = Store::at(dir.path()).session(now()).unwrap();
    let days = session.days(..).unwrap();
    assert!(days.iter().any(|d| matches!(d.kind(), DayKind::Off(Some(_)))));
    assert!(!session.profile().unwrap().words.is_empty());
    drop(session);
    h.press("u").assert_shows("Taken back");
    let mut session = Store::at(dir.path()).session(now()).unwrap();
    assert!(session.profile().unwrap().words.is_empty());
    let days = session.days(..).unwrap();
    assert!(days.iter().all(|d| d.blocks().is_empty() && !d.is_marked()));
}

#[test]
fn lines_and_records_are_passed_over() {
    let memory = Memory::default();
    let mut h = preview(&memory, "import/log-utf8-bom.csv");
    h.press("home down space")
        .assert_shows("1 passed over")
        .assert_shows("Import 2 blocks");
    h.press("space").assert_shows("Import 3 blocks");
    h.press("right down space")
        .assert_shows("Import 2 blocks")
        .press("left");
    h.press("i").assert_shows("Imported 2 blocks");
}

#[test]
fn leaving_changes_nothing_and_asks_where_something_was_decided() {
    let memory = Memory::default();
    let mut h = preview(&memory, "import/log-utf8-bom.csv");
    h.press("esc");
    assert!(h.app().over().is_none());
    open(&mut h, "import/log-utf8-bom.csv");
    h.press("home down space esc")
        .assert_shows("Leave without importing?");
    h.press("n").assert_shows("as a log").press("esc y");
    assert!(h.app().over().is_none());
    assert!(blocks(&memory.diary()).is_empty() && memory.profile().words.is_empty());
}

#[test]
fn others_in_the_time_are_named_and_there_are_four_ways() {
    let booked = |keys: &str| {
        let memory = Memory::default();
        let mut h = Harness::sized(&memory, Lang::En, 100, 30);
        h.press("left left left left")
            .write("8:30-9:00 jz")
            .press("enter esc");
        open(&mut h, "import/log-utf8-bom.csv");
        h.assert_shows("in others' time")
            .assert_shows("leave the new ones out");
        select(&mut h, "上课");
        h.press("right")
            .assert_shows("in its time: 2026-11-16 08:30-09:00");
        h.press(keys).press("i").assert_shows("Imported");
        let diary = memory.diary();
        let day = diary.day(date("2026-11-16"));
        day.blocks()
            .iter()
            .map(|b| b.span.to_string())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(booked("down"), "08:30-09:00 14:00-15:30 22:00-24:30");
    assert_eq!(booked("o"), "08:00-08:30 08:30-09:00 14:00-15:30 22:00-24:30");
    assert_eq!(booked("o o"), "08:00-08:45 08:45-09:00 14:00-15:30 22:00-24:30");
    assert_eq!(booked("o o o"), "08:00-08:45 08:30-09:00 14:00-15:30 22:00-24:30");
}

#[test]
fn a_block_for_which_no_time_is_left_stays_out_and_refuses_no_other() {
    let memory = Memory::default();
    let mut h = Harness::sized(&memory, Lang::En, 100, 30);
    h.press("left left left left")
        .write("7:30-9:00 jz")
        .press("enter esc");
    open(&mut h, "import/log-utf8-bom.csv");
    h.press("o i").assert_shows("Imported 2 blocks");
}

#[test]
fn bad_files_and_paths_say_what_is_wrong_and_where() {
    let memory = Memory::default();
    for (name, said) in [
        ("import/bad-date.ics", "bad-date.ics: line"),
        ("import/bad-no-column.csv", "bad-no-column.csv: "),
        ("import/bad-day-first.csv", "03/04/2026"),
        ("timetable/grid-bad-weeks.csv", "16-1"),
        ("timetable/period-as-date.xlsx", "2026-03-04"),
        ("import/nothing-there.ics", "there is no such file"),
        ("import/readme.pdf", "The name has to end in"),
    ] {
        let mut h = preview(&memory, name);
        h.assert_shows(said);
        assert!(matches!(h.app().over(), Some(Over::ImportFile(_))), "{name}");
        assert!(h.cursor().is_some());
    }
}

#[test]
fn the_name_is_completed_and_dropped_files_are_understood() {
    let memory = Memory::default();
    let mut h = Harness::sized(&memory, Lang::En, 100, 30);
    h.press("ctrl-l").input(Input::Paste(fixture("import/time")));
    h.press("tab")
        .assert_shows("timetable.ics")
        .assert_shows("timewarrior.json");
    h.write("w")
        .press("tab enter")
        .assert_shows("Import timewarrior.json (as a log)");
    h.press("esc I");
    h.input(Input::Paste(format!("'{}' ", fixture("import/week.klg"))));
    h.press("enter").assert_shows("Import week.klg");
    h.press("esc ctrl-l");
    h.input(Input::Paste(format!("file://{}", fixture("import/apple.ics"))));
    h.press("enter").assert_shows("Import apple.ics");
}

#[test]
fn what_is_left_out_is_listed_with_its_reason() {
    let memory = Memory::default();
    let mut h = preview(&memory, "import/outlook.ics");
    h.assert_shows("left out (l)")
        .press("l")
        .assert_shows("Left out:");
    h.press("esc").assert_hides("Left out:").assert_shows("as a log");
}

#[test]
fn a_calendar_of_lessons_is_taken_for_a_timetable_on_request() {
    let memory = Memory::default();
    let mut h = preview(&memory, "import/timetable.ics");
    h.assert_shows("(as a log)")
        .press("t")
        .assert_shows("(as a timetable)");
    h.press("t").assert_shows("(as a log)");
}

#[test]
fn a_timetable_workbook_asks_for_the_term_and_comes_in_as_one_change() {
    let dir = tempfile::tempdir().unwrap();
    let mut h = Harness::with(setup(Store::at(dir.path()), Lang::En), 100, 30);
    open(&mut h, "timetable/flat.xlsx");
    h.assert_shows("(as a timetable)").assert_shows("odd weeks");
    h.assert_shows("no term says from when");
    h.press("home enter")
        .assert_shows("First and last day of the term");
    h.write("2026-09-01").press("enter").assert_shows("Two dates");
    h.write(" 2027-01-22")
        .press("enter")
        .assert_shows("Term: 2026-09-01 to 2027-01-22");
    h.press("i").assert_shows("Imported 2 timetable entries");
    let profile = || Store::at(dir.path()).session(now()).unwrap().profile().unwrap();
    let saved = profile();
    assert_eq!(saved.terms.len(), 1);
    assert_eq!(saved.timetable.on(now().date()).unwrap().entries.len(), 2);
    open(&mut h, "timetable/flat.xlsx");
    h.assert_shows("2 known").press("i").assert_shows("Nothing new");
    h.press("esc u").assert_shows("Taken back");
    assert!(profile().timetable.is_empty() && profile().terms.is_empty());
}

#[test]
fn the_footer_offers_what_does_something() {
    let memory = Memory::default();
    let footer = |h: &Harness| h.lines().last().unwrap().clone();
    let mut h = Harness::sized(&memory, Lang::En, 140, 30);
    open(&mut h, "timetable/flat.xlsx");
    let said = footer(&h);
    assert!(!said.contains("show each") && !said.contains("overlap"), "{said}");
    open(&mut h, "import/log-utf8-bom.csv");
    let said = footer(&h);
    assert!(said.contains("show each") && !said.contains("overlap"), "{said}");
    h.press("esc left left left left")
        .write("8:30-9:00 jz")
        .press("enter esc");
    open(&mut h, "import/log-utf8-bom.csv");
    let said = footer(&h);
    assert!(said.contains("show each") && said.contains("overlap"), "{said}");
}

#[test]
fn an_entry_without_its_period_is_named_and_passed_over() {
    let memory = Memory::default();
    let mut h = preview(&memory, "timetable/grid.csv");
    h.assert_shows("(as a timetable)")
        .assert_shows("Bells: taken from the file");
    select(&mut h, "社团");
    h.press("enter").write("kh").press("enter");
    h.assert_shows("1 does not fit")
        .press("home enter")
        .assert_shows("First and last day");
    h.write("2026-09-01 2027-01-22").press("enter");
    h.assert_shows("no period 课后服务")
        .press("i")
        .assert_shows("First settle");
    select(&mut h, "社团");
    h.press("space").assert_hides("no period");
    h.press("i").assert_shows("timetable entries");
    let profile = memory.profile();
    assert_eq!((profile.bells.len(), profile.terms.len()), (1, 1));
    assert!(!profile.timetable.is_empty());
}

fn parts(text: &str) -> jianfu::timetable::Parts {
    let lexicon = jianfu::entry::Lexicon::new(&jianfu::domain::Taxonomy::built_in());
    let resolve = |name: &str| lexicon.whole(name).pop().ok_or_else(String::new);
    jianfu::timetable::parse(text, &resolve).unwrap()
}

/// What another process makes of the timetable.
fn enter(memory: &Memory, text: &str) {
    let (parts, today) = (parts(text), date("2026-11-20"));
    memory.change(|d| {
        d.profile.terms.extend(parts.terms);
        d.profile.bells = parts.bells;
        d.profile.timetable = d.profile.timetable.with_entries(parts.entries, today, today);
    });
}

#[test]
fn a_timetable_is_taken_into_what_others_have_made_meanwhile() {
    let memory = Memory::default();
    let term = "[[terms]]\nfirst = 2026-09-01\nlast = 2027-01-22\n";
    enter(&memory, term);
    let mut h = preview(&memory, "timetable/flat.xlsx");
    h.assert_shows("(as a timetable)");
    // Beside it: an entry and a rule that have nothing to do with the file.
    let rule = "教研会 = skip".split_once(" = ").unwrap();
    let rule = jianfu::domain::WordRule::new(rule.0, rule.1.parse().unwrap()).unwrap();
    memory.change(|d| d.profile.words.push(rule.clone()));
    enter(&memory, "[week]\nsun = [{ time = \"19:00-20:30\" }]\n");
    h.input(Input::Back)
        .press("i")
        .assert_shows("Imported 2 timetable entries");
    let saved = memory.profile();
    assert_eq!(saved.timetable.on(date("2026-11-20")).unwrap().entries.len(), 3);
    assert_eq!(saved.words, [rule]);
    assert_eq!(saved.terms.len(), 1);
}

#[test]
fn what_has_become_something_else_meanwhile_is_shown_first() {
    let memory = Memory::default();
    let mut h = preview(&memory, "timetable/grid.csv");
    select(&mut h, "社团");
    h.press("space");
    h.press("home enter")
        .write("2026-09-01 2027-01-22")
        .press("enter");
    h.assert_shows("Bells: taken from the file");
    // The school has bells of its own by now, and another term.
    let text = "[[terms]]\nfirst = 2026-08-31\nlast = 2027-01-15\n[[bells]]\nperiods = [\"早读 07:30-07:50\", \"08:00-08:40\", \"08:50-09:30\", \"10:00-10:40\"]\n";
    enter(&memory, text);
    let before = memory.profile();
    h.input(Input::Back).press("i").assert_shows("look again");
    assert_eq!(memory.profile(), before);
    h.press("i").assert_shows("Imported");
    let saved = memory.profile();
    assert_eq!((&saved.terms, &saved.bells), (&before.terms, &before.bells));
    assert!(!saved.timetable.is_empty());
}

#[test]
fn words_that_others_have_taught_meanwhile_stay() {
    let memory = Memory::default();
    let rule = |word: &str, means: &str| jianfu::domain::WordRule::new(word, means.parse().unwrap()).unwrap();
    let mut h = preview(&memory, "import/log-utf8-bom.csv");
    h.press("r enter").write("家访 = skip").press("enter esc");
    memory.change(|d| d.profile.words.push(rule("神秘", "skip")));
    h.input(Input::Back).press("i").assert_shows("Imported 3 blocks");
    assert_eq!(
        memory.profile().words,
        [rule("神秘", "skip"), rule("家访", "skip")]
    );
    // What means something else now is shown before it is done.
    memory.change(|d| d.diary = Diary::default());
    let mut h = preview(&memory, "import/log-utf8-bom.csv");
    memory.change(|d| d.profile.words.push(rule("上课", "skip")));
    h.input(Input::Back).press("i").assert_shows("look again");
    assert!(blocks(&memory.diary()).is_empty());
    h.press("i").assert_shows("Imported 2 blocks");
    // And in the list of rules.
    let mut h = Harness::sized(&memory, Lang::En, 80, 24);
    h.press("ctrl-p").write("words in files").press("enter");
    memory.change(|d| d.profile.words.push(rule("开会", "skip")));
    h.input(Input::Back)
        .press("home enter")
        .write("甲 = skip")
        .press("enter");
    assert_eq!(memory.profile().words.len(), 5);
}

#[test]
fn the_bells_of_a_file_take_no_entry_its_time() {
    let memory = Memory::default();
    enter(
        &memory,
        "[[terms]]\nfirst = 2026-09-01\nlast = 2027-01-22\n[[bells]]\nperiods = [\"08:00-08:45\", \"08:55-09:40\", \"10:00-10:45\", \"11:00-11:45\", \"13:00-13:45\"]\n[week]\nmon = [{ period = 5 }]\n",
    );
    let mut h = preview(&memory, "timetable/grid.csv");
    select(&mut h, "社团");
    h.press("space");
    select(&mut h, "Bells");
    h.press("space")
        .assert_shows("No bell schedule would have the period of Mon");
    h.press("i").assert_shows("First settle");
    assert_eq!(memory.profile().bells[0].schedule.periods().len(), 5);
    h.press("space").assert_hides("No bell schedule would have");
}

#[test]
fn rules_are_listed_added_changed_and_taken_out() {
    let memory = Memory::default();
    let mut h = Harness::sized(&memory, Lang::En, 80, 24);
    h.press("ctrl-p").write("words in files").press("enter");
    h.assert_shows("> New rule")
        .press("enter")
        .write("社团 = ?")
        .press("enter");
    h.assert_shows("Write a word")
        .press("backspace")
        .write("skip")
        .press("enter");
    h.assert_shows("passed over").assert_shows("Saved");
    assert_eq!(memory.profile().words.len(), 1);
    h.press("down enter ctrl-u").write("社团=sk").press("enter");
    assert_eq!(memory.profile().words[0].meaning().to_string(), "teaching/lesson");
    h.press("down delete");
    assert!(memory.profile().words.is_empty());
    h.press("esc");
    assert!(h.app().over().is_none());
    // From an import they are saved with it.
    open(&mut h, "import/log-utf8-bom.csv");
    h.press("r enter").write("教研会 = skip").press("enter");
    assert!(memory.profile().words.is_empty());
    h.press("esc").assert_shows("Import 2 blocks").press("i");
    assert_eq!(memory.profile().words.len(), 1);
}

#[test]
fn thousands_of_records_are_grouped_and_drawn_at_once() {
    let dir = tempfile::tempdir().unwrap();
    let mut csv = String::from("date,start,end,activity\n");
    for n in 0..5000 {
        let day = date("2020-01-01") + chrono::Duration::days(n / 4);
        let hour = 8 + n % 4;
        let word = ["上课", "神秘", "开会", "批改作业"][usize::try_from(n % 4).unwrap()];
        writeln!(csv, "{day},{hour:02}:00,{hour:02}:45,{word}").unwrap();
    }
    let path = dir.path().join("big.csv");
    std::fs::write(&path, csv).unwrap();
    let memory = Memory::default();
    let mut h = Harness::sized(&memory, Lang::En, 100, 30);
    h.press("ctrl-l")
        .input(Input::Paste(path.display().to_string()))
        .press("enter");
    h.assert_shows("1250x").assert_shows("1250 to be decided");
    h.press("enter")
        .write("sk")
        .press("enter")
        .assert_shows("Import 3750 blocks");
    // Several candidates: a number chooses.
    h.press("enter")
        .assert_shows("1 M")
        .press("1")
        .assert_shows("Import 5000 blocks");
    let begun = std::time::Instant::now();
    h.press("home down right");
    for _ in 0..100 {
        h.press("pagedown");
    }
    assert!(begun.elapsed().as_secs() < 5, "{:?}", begun.elapsed());
    h.press("i").assert_shows("Imported 5000 blocks");
}

#[test]
fn a_failing_store_keeps_the_preview() {
    let memory = Memory::default();
    let mut h = preview(&memory, "import/log-utf8-bom.csv");
    memory.change(|d| d.broken = Some("the disk is gone".into()));
    h.press("i")
        .assert_shows("the disk is gone")
        .assert_shows("as a log");
    memory.change(|d| d.broken = None);
    h.press("i").assert_shows("Imported 3 blocks");
}

/// The screens of an import, one after the other.
#[test]
fn pictures() {
    for (lang, width, height) in [
        (Lang::ZhHans, 80, 24),
        (Lang::En, 120, 40),
        (Lang::ZhHant, 60, 18),
    ] {
        let memory = Memory::default();
        let booked = Operation::Mark {
            date: date("2026-11-16"),
            kind: DayKind::School,
        };
        memory.change(|d| {
            booked.apply(&mut d.diary).unwrap();
        });
        let mut h = Harness::sized(&memory, lang, width, height);
        h.press("left left left left")
            .write("8:30-9:00 jz")
            .press("enter esc");
        let shoot = |h: &Harness, name: &str| {
            insta::assert_snapshot!(format!("import-{name}-{lang}-{width}x{height}"), h.picture());
        };
        h.press("ctrl-l");
        shoot(&h, "file");
        h.press("esc");
        open(&mut h, "import/google.ics");
        shoot(&h, "calendar");
        h.press("down right enter");
        shoot(&h, "meaning");
        h.press("esc esc");
        open(&mut h, "import/log-utf8-bom.csv");
        h.press("end right");
        shoot(&h, "log");
        h.press("esc");
        open(&mut h, "timetable/grid.xlsx");
        shoot(&h, "timetable");
    }
}
