//! The backups, with the real store, and moving it.

use crate::common::{Harness, Memory, now, setup};
use jianfu::app::{Input, Prefs};
use jianfu::i18n::{I18n, Lang};
use jianfu::settings::Borders;
use jianfu::store::Store;
use jianfu::theme::Theme;
use jianfu::tui::{Desk, Unsaved};
use std::path::Path;

fn open(dir: &Path) -> Harness {
    Harness::with(setup(Store::at(dir), Lang::En), 80, 24)
}

/// Goes to a line of the settings, from the day.
fn line(h: &mut Harness, name: &str) {
    h.press("ctrl-s");
    for _ in 0..30 {
        if h.lines().iter().any(|l| l.starts_with(&format!(" > {name}"))) {
            return;
        }
        h.press("down");
    }
    panic!("no line {name}:\n{}", h.screen());
}

fn blocks(dir: &Path) -> usize {
    let days = Store::at(dir).session(now()).unwrap().days(..).unwrap();
    days.iter().map(|d| d.blocks().len()).sum()
}

#[test]
fn a_backup_is_made_restored_and_the_restoring_undone() {
    let dir = tempfile::tempdir().unwrap();
    let mut h = open(dir.path());
    h.write("8:00-8:45 sk").press("enter").write("9:00-9:45 sk");
    h.press("enter esc");
    line(&mut h, "Backups");
    h.press("enter").assert_shows("> Back up now").press("enter");
    h.assert_shows("Backed up:").assert_shows("2 entries");
    h.press("esc esc x").assert_shows("Deleted");
    assert_eq!(blocks(dir.path()), 1);
    line(&mut h, "Backups");
    // The one just made: an older one of today may be there from the first opening.
    h.press("enter down");
    h.assert_shows("> Fri 2026-11-20").press("enter");
    h.assert_shows("Make everything as it was in the backup");
    h.press("n").assert_hides("Make everything");
    assert_eq!(blocks(dir.path()), 1, "asked first");
    h.press("enter down");
    h.press("enter enter").assert_shows("Restored");
    h.assert_shows("is in the backup 2026-11-20");
    assert_eq!(blocks(dir.path()), 2, "{}", h.screen());
    h.press("esc u");
    assert_eq!(blocks(dir.path()), 1, "{}", h.screen());
}

#[test]
fn the_data_are_copied_to_another_folder_and_used_there() {
    let dir = tempfile::tempdir().unwrap();
    let (old, new) = (dir.path().join("old"), dir.path().join("new"));
    let mut h = open(&old);
    h.write("8:00-8:45 sk").press("enter esc");
    line(&mut h, "Data folder");
    h.press("enter ctrl-u").write(&new.display().to_string());
    h.press("enter").assert_shows("Keep your data in");
    h.press("enter").assert_shows("Your data is in");
    assert_eq!(blocks(&new), 1);
    h.press("esc").write("9:00-9:45 sk").press("enter");
    assert_eq!(blocks(&new), 2);
    assert!(Store::at(&old).session(now()).is_err(), "the old one is left");
}

#[test]
fn a_screen_that_is_still_open_on_the_old_folder_says_where_the_data_are_and_keeps_what_is_typed() {
    let dir = tempfile::tempdir().unwrap();
    let (old, new) = (dir.path().join("old"), dir.path().join("new"));
    let mut h = open(&old);
    h.write("8:00-8:45 sk").press("enter esc");
    let (_, marked) = Store::at(&old).begin_move(&new, now()).unwrap().finish();
    marked.unwrap();
    h.write("9:00-9:45 sk").press("enter");
    h.assert_shows("your data is in").assert_shows("9:00-9:45 sk");
    assert_eq!(blocks(&new), 1);
}

/// A desk whose file cannot be written when it comes to it.
struct Stuck(Unsaved, bool);

impl Desk for Stuck {
    fn prefs(&self) -> Prefs {
        self.0.prefs()
    }

    fn theme(&self, name: &str, i18n: &I18n) -> Result<Theme, String> {
        self.0.theme(name, i18n)
    }

    fn check(&self, _: &str, _: &str, _: &I18n) -> Result<(), String> {
        if self.1 {
            Err("known beforehand".to_owned())
        } else {
            Ok(())
        }
    }

    fn configure(&mut self, _: &str, _: &str, _: &I18n) -> Result<Prefs, String> {
        Err("no room".to_owned())
    }
}

#[test]
fn a_move_that_cannot_be_configured_leaves_no_copy_behind() {
    let dir = tempfile::tempdir().unwrap();
    let (old, new) = (dir.path().join("old"), dir.path().join("new"));
    for (beforehand, said) in [(true, "known beforehand"), (false, "no room")] {
        let mut setup = setup(Store::at(&old), Lang::En);
        setup.desk = Box::new(Stuck(Unsaved(Prefs::new(Lang::En)), beforehand));
        let mut h = Harness::with(setup, 80, 24);
        line(&mut h, "Data folder");
        h.press("enter ctrl-u").write(&new.display().to_string());
        h.press("enter enter").assert_shows(said);
        assert!(!new.exists());
        h.press("esc")
            .write("10m jz")
            .press("enter")
            .assert_shows("Saved");
    }
    assert_eq!(blocks(&old), 2);
}

#[test]
fn a_folder_that_is_no_place_for_data_is_refused_and_nothing_moves() {
    let dir = tempfile::tempdir().unwrap();
    let (old, other) = (dir.path().join("old"), dir.path().join("other"));
    std::fs::create_dir(&other).unwrap();
    std::fs::write(other.join("thesis.txt"), "mine").unwrap();
    let mut h = open(&old);
    h.write("8:00-8:45 sk").press("enter esc");
    line(&mut h, "Data folder");
    h.press("enter ctrl-u").write("somewhere").press("enter");
    h.assert_shows("the whole path of a folder");
    h.press("ctrl-u").write(&other.display().to_string());
    h.press("enter enter").assert_shows("holds something that is not");
    assert_eq!(h.app().prefs().data_dir, "");
    h.press("esc").write("9:00-9:45 sk").press("enter");
    assert_eq!(blocks(&old), 2);
    assert_eq!(std::fs::read_dir(&other).unwrap().count(), 1);
}

/// The box went on saying that it is loading, and covered why it could not.
#[test]
fn what_cannot_be_read_is_said_in_its_place() {
    let why = "the disk is gone";
    for keys in ["w b", "=", "ctrl-s end up enter"] {
        let memory = Memory::default();
        let mut h = Harness::sized(&memory, Lang::En, 60, 18);
        memory.change(|d| d.broken = Some(why.into()));
        h.press(keys).assert_shows(why).assert_hides("reading");
        assert!(h.app().over().is_some(), "{keys}");
        assert_eq!(h.screen().matches(why).count(), 1, "{}", h.screen());
    }
}

/// Boxes as high as the screen covered it.
#[test]
fn a_message_lies_on_top_of_what_lies_over_the_screen() {
    for keys in ["?", "/ 8", "w b"] {
        let memory = Memory::default();
        let mut h = Harness::sized(&memory, Lang::En, 60, 18);
        h.press(keys);
        memory.change(|d| d.broken = Some("the disk is gone".into()));
        h.input(Input::Back).assert_shows("the disk is gone");
        assert!(h.lines()[16].contains("gone"), "{}", h.screen());
        assert!(!h.press("down").lines()[16].contains("gone"));
    }
}

/// A store with two blocks and a backup, and the list of backups over the settings.
fn listed(lang: Lang, dir: &Path, change: impl FnOnce(&mut jianfu::tui::Setup)) -> Harness {
    let mut setup = setup(Store::at(dir), lang);
    change(&mut setup);
    let mut h = Harness::with(setup, 60, 18);
    h.write("8:00-8:45 sk").press("enter").write("9:00-9:45 sk");
    h.press("enter esc ctrl-s end up enter enter esc enter");
    h
}

#[test]
fn the_list_and_the_question_in_three_languages() {
    for lang in Lang::ALL {
        let dir = tempfile::tempdir().unwrap();
        let mut h = listed(lang, dir.path(), |_| {});
        insta::assert_snapshot!(format!("backups-{lang}-60x18"), h.picture());
        h.press("down enter");
        insta::assert_snapshot!(format!("restore-{lang}-60x18"), h.picture());
    }
    let dir = tempfile::tempdir().unwrap();
    let h = listed(Lang::ZhHans, dir.path(), |setup| {
        setup.look.theme = Theme::mono();
        setup.look.borders = Borders::Ascii;
        setup.desk = Box::new(Unsaved(Prefs {
            theme: "mono".into(),
            borders: Borders::Ascii,
            ..Prefs::new(Lang::ZhHans)
        }));
    });
    insta::assert_snapshot!("backups-mono", h.picture());
}
