//! The export of a week or of weeks: which file, where, and what became of it.

use crate::common::{Harness, Memory, date, setup};
use crate::screens::{SIZES, full};
use jianfu::app::{Export, Input, Mouse, Over, Prefs, Query, Reviewable};
use jianfu::i18n::{I18n, Lang};
use jianfu::tui::Unsaved;
use std::path::Path;

/// A week with a full Friday; files go into this folder.
fn in_folder(folder: &str, lang: Lang, width: u16, height: u16) -> (Memory, Harness) {
    let memory = Memory::with_baseline(900);
    full(&memory, lang);
    let mut setup = setup(memory.clone(), lang);
    setup.desk = Box::new(Unsaved(Prefs {
        documents: folder.to_owned(),
        home: Some(folder.to_owned()),
        ..Prefs::new(lang)
    }));
    let h = Harness::with(setup, width, height);
    (memory, h)
}

/// The same with the export open on Markdown.
fn opened(folder: &Path) -> Harness {
    let (_, mut h) = in_folder(folder.to_str().unwrap(), Lang::En, 80, 24);
    h.press("w e down down");
    h
}

fn dialog(h: &Harness) -> &Export {
    match h.app().over() {
        Some(Over::Export(export)) => export,
        other => panic!("{other:?}"),
    }
}

/// The preview of the selected kind.
fn lines(h: &Harness) -> Vec<String> {
    dialog(h).lines(&I18n::new(Lang::En)).to_vec()
}

/// Types another path.
fn path(h: &mut Harness, text: &str) {
    h.press("end ctrl-u").input(Input::Paste(text.to_owned()));
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn the_dialog_in_pictures() {
    for lang in Lang::ALL {
        for (width, height) in SIZES {
            let (_, mut h) = in_folder("/data", lang, width, height);
            h.press("w f3 down down");
            insta::assert_snapshot!(format!("export-{lang}-{width}x{height}"), h.picture());
        }
    }
}

#[test]
fn a_week_and_a_trend_are_offered_under_their_names() {
    let (memory, mut h) = in_folder("/data", Lang::En, 120, 40);
    memory.queries();
    h.press("w e").assert_shows("/data/jianfu-2026-W47.xlsx");
    let week = Query::Review(Reviewable::Week("2026-W47".parse().unwrap()));
    assert_eq!(memory.queries(), [week]);
    h.press("down").assert_shows("/data/jianfu-2026-W47.html");
    h.press("esc W e")
        .assert_shows("/data/jianfu-2026-W47-trend.xlsx");
    h.press("esc s e")
        .assert_shows("/data/jianfu-2026-W47-trend.xlsx");
    h.press("esc left e")
        .assert_shows("/data/jianfu-2026-W05-W30.xlsx"); // up to its end
    h.press("esc esc e").assert_shows("/data/jianfu-2026-W47.xlsx");
}

#[test]
fn a_typed_name_keeps_its_beginning_when_the_kind_changes() {
    let (_, mut h) = in_folder("/data", Lang::En, 80, 24);
    h.press("w e");
    path(&mut h, "~/第47周.v2.xlsx");
    h.press("down").assert_shows("~/第47周.v2.html");
    h.press("tab tab").assert_shows("~/第47周.v2.csv");
    path(&mut h, "notes.txt");
    h.press("down down")
        .assert_shows("notes.txt")
        .assert_shows("> JSON");
    h.press("up up up")
        .assert_shows("> Markdown")
        .assert_shows("notes.txt");
    path(&mut h, "~/第47周.HTM");
    h.press("down").assert_shows("~/第47周.md");
}

#[test]
fn the_kind_follows_the_ending_that_is_typed() {
    let folder = tempfile::tempdir().unwrap();
    let mut h = opened(folder.path());
    for (typed, kind) in [
        ("~/a.html", "> HTML"),
        ("~/a.csv", "> CSV  "),
        ("~/a.json", "> JSON"),
        ("~/a.xlsx", "> Excel"),
    ] {
        path(&mut h, "~/a");
        h.write(&typed[3..]).assert_shows(kind);
    }
    path(&mut h, "~/b.csv");
    h.press("down").assert_shows("> CSV (GB18030)");
    path(&mut h, "~/c.csv"); // the encoding stays
    h.assert_shows("> CSV (GB18030)").press("enter");
    path(h.press("e"), "~/d.HTML");
    h.assert_shows("> HTML").press("enter").assert_shows("d.HTML");
    assert_eq!(names(folder.path()), ["c.csv", "d.HTML"]);
    let page = std::fs::read_to_string(folder.path().join("d.HTML")).unwrap();
    assert!(page.starts_with("<!"), "a page");
}

#[test]
fn a_file_has_the_ending_of_its_kind() {
    let folder = tempfile::tempdir().unwrap();
    let mut h = opened(folder.path());
    h.press("up up");
    for (typed, name) in [
        ("~/w.pdf", "w.pdf.xlsx"),
        ("~/第47周", "第47周.xlsx"),
        ("~/v.", "v.xlsx"),
    ] {
        path(&mut h, typed);
        h.press("enter").assert_shows(name).press("e");
    }
    assert_eq!(names(folder.path()), ["v.xlsx", "w.pdf.xlsx", "第47周.xlsx"]);
    path(&mut h, "~/w.pdf");
    h.press("enter")
        .assert_shows("Enter again replaces it")
        .assert_shows("w.pdf.xlsx");
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_neither_written_to_nor_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe.md");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    std::os::unix::fs::symlink(&pipe, folder.path().join("link.md")).unwrap();
    std::fs::create_dir_all(folder.path().join("sub/jianfu-2026-W47.md")).unwrap();
    let mut h = opened(folder.path());
    for typed in ["~/pipe.md", "~/link.md", "~/sub", "/dev/null"] {
        path(&mut h, typed);
        h.press("enter").assert_shows("that is no file");
        h.press("enter").assert_shows("that is no file");
    }
    assert_eq!(names(folder.path()), ["link.md", "pipe.md", "sub"]);
}

#[test]
fn the_preview_of_json_is_readable() {
    let (_, mut h) = in_folder("/data", Lang::En, 80, 24);
    h.press("w e down down down down down")
        .assert_shows("> JSON")
        .assert_shows("\"week\": \"2026-W47\",");
}

#[test]
fn a_click_on_a_kind_gives_the_path_its_ending() {
    let (_, mut h) = in_folder("/data", Lang::En, 80, 24);
    h.press("w e").click("for programs");
    h.assert_shows("> JSON").assert_shows("jianfu-2026-W47.json");
    h.mouse(Mouse::WheelUp, (5, 5))
        .assert_shows("jianfu-2026-W47.csv");
}

#[test]
fn a_file_is_written_and_the_message_names_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut h = opened(folder.path());
    h.press("enter").assert_shows("Saved as ");
    assert_eq!(h.app().over(), None);
    assert_eq!(names(folder.path()), ["jianfu-2026-W47.md"]);
    let text = std::fs::read_to_string(folder.path().join("jianfu-2026-W47.md")).unwrap();
    assert!(text.contains("2026-11-20"), "{text}");
    h.press("e down down down down");
    path(&mut h, "~/第47周.csv");
    h.press("enter").assert_shows("第47周.csv");
    let bytes = std::fs::read(folder.path().join("第47周.csv")).unwrap();
    assert!(!bytes.is_empty());
}

#[test]
fn a_file_that_is_there_is_replaced_with_the_second_enter() {
    let folder = tempfile::tempdir().unwrap();
    let there = folder.path().join("jianfu-2026-W47.md");
    std::fs::write(&there, "old").unwrap();
    let mut h = opened(folder.path());
    h.press("enter").assert_shows("Enter again replaces it");
    assert_eq!(std::fs::read_to_string(&there).unwrap(), "old");
    h.press("home right").press("backspace").press("enter"); // another path, asked again
    assert!(h.app().over().is_some());
    assert_eq!(std::fs::read_to_string(&there).unwrap(), "old");
    path(&mut h, there.to_str().unwrap());
    h.press("enter down up")
        .assert_hides("Enter again")
        .press("enter");
    assert_eq!(
        std::fs::read_to_string(&there).unwrap(),
        "old",
        "asked again after another kind"
    );
    h.press("enter").assert_shows("Saved as ");
    assert_ne!(std::fs::read_to_string(&there).unwrap(), "old");
    assert_eq!(names(folder.path()), ["jianfu-2026-W47.md"], "nothing beside it");
}

#[test]
fn in_a_folder_the_file_gets_its_usual_name() {
    let folder = tempfile::tempdir().unwrap();
    let mut h = opened(folder.path());
    path(&mut h, folder.path().to_str().unwrap());
    h.press("enter").assert_shows("Saved as ");
    assert_eq!(names(folder.path()), ["jianfu-2026-W47.md"]);
    h.press("e down down");
    path(&mut h, "~/");
    h.press("enter").assert_shows("Enter again replaces it");
    let file = folder.path().join("jianfu-2026-W47.md");
    assert_eq!(dialog(&h).line.text(), file.to_str().unwrap(), "which file");
}

#[test]
fn a_place_that_does_not_work_is_named() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a"), "").unwrap();
    let mut h = opened(folder.path());
    for (typed, words) in [
        ("~/没有/周.md", "There is no folder "),
        ("~/nowhere/", "There is no folder "),
        ("~/a/week.md", "There is no folder "),
        ("", "Type where the file goes"),
        ("   ", "Type where the file goes"),
    ] {
        path(&mut h, typed);
        h.press("enter").assert_shows(words);
        assert_eq!(names(folder.path()), ["a"], "{typed}");
    }
    h.write("x")
        .assert_hides("Type where")
        .assert_shows("Up and down choose");
    path(&mut h, &format!("~/{}.md", "n".repeat(300)));
    h.press("enter").assert_shows("Not written: the name is too long");
    assert_eq!(names(folder.path()), ["a"]);
}

#[test]
fn of_a_long_path_the_name_is_seen() {
    let folder = tempfile::tempdir().unwrap();
    let deep = folder
        .path()
        .join("一个很长的文件夹名字".repeat(6))
        .join("b".repeat(100));
    std::fs::create_dir_all(&deep).unwrap();
    for (width, height) in SIZES {
        let (_, mut h) = in_folder(deep.to_str().unwrap(), Lang::ZhHans, width, height);
        h.press("W e down down");
        path(&mut h, &format!("{}/周{width}.md", deep.display()));
        h.press("enter").assert_shows(&format!("周{width}.md"));
        assert_eq!(h.app().over(), None, "{}", h.screen());
        h.press("w e down down");
        path(&mut h, &format!("{}/week{width}.md", deep.display()));
        h.press("enter").assert_shows(&format!("week{width}.md"));
    }
    assert_eq!(names(&deep).len(), 6);
}

#[test]
fn the_preview_turns_to_its_end_and_back() {
    let (_, mut h) = in_folder("/data", Lang::En, 80, 24);
    h.press("w e down down");
    let all = lines(&h);
    h.assert_shows("PgDn").assert_shows(&all[0]);
    for _ in 0..50 {
        h.press("pagedown");
    }
    let begins = |line: &str| line.chars().take(40).collect::<String>();
    for line in &all[all.len() - 8..] {
        h.assert_shows(begins(line).trim_end()); // a whole page, and not the last line alone
    }
    for _ in 0..50 {
        h.press("pageup");
    }
    h.assert_shows(&all[1]);
    h.press("pagedown up up").assert_shows("> Excel");
    let i18n = I18n::new(Lang::En);
    assert_eq!(dialog(&h).preview(5, &i18n), lines(&h), "from the top");
}

#[test]
fn what_cannot_be_read_is_said() {
    let (memory, mut h) = in_folder("/data", Lang::En, 80, 24);
    h.press("w");
    memory.change(|data| data.broken = Some("no disk".into()));
    h.press("e").assert_shows("no disk");
    h.press("enter pagedown").assert_shows("no disk");
    h.press("esc");
    assert_eq!(h.app().over(), None);
    assert_eq!(h.app().day().date, date("2026-11-20"));
}
