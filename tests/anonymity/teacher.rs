//! A teacher whose diary, folders and environment are full of marks.

use crate::common::{Harness, setup};
use crate::marks::mark;
use jianfu::app::Prefs;
use jianfu::i18n::Lang;
use jianfu::store::Store;
use jianfu::tui::Unsaved;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The program with folders and an environment of its own.
pub(crate) struct Teacher {
    pub(crate) dir: tempfile::TempDir,
}

impl Teacher {
    pub(crate) fn new() -> Self {
        let dir = tempfile::Builder::new().prefix(&mark("Home")).tempdir().unwrap();
        std::fs::create_dir(dir.path().join(mark("Out"))).unwrap();
        Self { dir }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(mark(name))
    }

    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jianfu"));
        command
            .args(args)
            .env_clear()
            .env("HOME", self.dir.path())
            .env("JIANFU_DATA_DIR", self.path("Data"))
            .env("JIANFU_CONFIG", self.path("Config.toml"))
            .env("JIANFU_LANG", "zh-Hans")
            .env("JIANFU_NOW", "2026-11-22T17:30")
            .current_dir(self.dir.path())
            .stdin(Stdio::null());
        for name in [
            "USER",
            "LOGNAME",
            "USERNAME",
            "HOSTNAME",
            "HOST",
            "COMPUTERNAME",
            "NAME",
            "EMAIL",
            "TZ_NAME",
        ] {
            command.env(name, mark(name));
        }
        for n in 0..50 {
            command.env(mark(&format!("VARIABLE{n}")), mark(&format!("Value{n}")));
        }
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    /// Runs a command that must succeed and returns its output.
    pub(crate) fn ok(&self, args: &[&str]) -> Vec<u8> {
        let done = self.run(args);
        let said = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "{args:?}: {said}");
        done.stdout
    }

    /// Two complete weeks for a baseline and one more, marks wherever the teacher may write something.
    pub(crate) fn keep_a_diary(&self) {
        self.ok(&["activity", "add", "reports/zq9canarycode", &mark("Activity")]);
        self.ok(&["activity", "words", "set", &mark("Word"), "reports/forms"]);
        self.ok(&[
            "timetable",
            "term",
            "add",
            "2026-08-31",
            "2027-01-22",
            "--name",
            &mark("Term"),
            "--holiday",
            &format!("2026-10-01..2026-10-07 {}", mark("Holiday")),
        ]);
        self.ok(&[
            "timetable",
            "bells",
            "set",
            "--name",
            &mark("Bells"),
            "08:00-08:45",
            "08:55-09:40",
        ]);
        for week in ["2026-11-02", "2026-11-09", "2026-11-16"] {
            let monday: chrono::NaiveDate = week.parse().unwrap();
            for date in monday.iter_days().take(5).map(|d| d.to_string()) {
                let note = mark("Note");
                self.ok(&[
                    "add",
                    "--date",
                    &date,
                    &format!("8:00-8:45 sk {note} 三(2)班"),
                    &format!("9:07-9:41 zq9canarycode {note} 金丝雀"),
                    &format!("14:03-15:37 qx *2 {note}"),
                    &format!("20:11-20:49 xx {note}"),
                    &format!("& 20m dh {note}"),
                ]);
                self.ok(&["day", &date, "--close"]);
            }
        }
        self.ok(&["day", "2026-11-21", "--off", &mark("Reason")]);
    }

    /// Takes part in a survey, with an answer to a group.
    pub(crate) fn join(&self, definition: &Path) {
        self.ok(&[
            "survey",
            "join",
            definition.to_str().unwrap(),
            "--answer",
            "stage=primary",
        ]);
    }

    /// The terminal UI on the same diary, which proposes this folder for files. It runs inside this program, so that of the
    /// environment nothing is planted.
    pub(crate) fn screen(&self, folder: &Path) -> Harness {
        let mut setup = setup(Store::at(self.path("Data")), Lang::En);
        setup.now = Box::new(|| "2026-11-22T17:30:00".parse().unwrap());
        setup.desk = Box::new(Unsaved(Prefs {
            documents: folder.to_str().unwrap().to_owned(),
            ..Prefs::new(Lang::En)
        }));
        Harness::with(setup, 80, 40)
    }

    /// Writes the response to a week into a new folder and returns the one file in it.
    pub(crate) fn respond(&self, week: &str) -> PathBuf {
        let folder = tempfile::Builder::new()
            .prefix(&mark("Folder"))
            .tempdir_in(self.path("Out"))
            .unwrap()
            .keep();
        self.ok(&[
            "survey",
            "respond",
            week,
            "--to",
            folder.to_str().unwrap(),
            "--yes",
        ]);
        let files: Vec<PathBuf> = std::fs::read_dir(&folder)
            .unwrap()
            .map(|f| f.unwrap().path())
            .collect();
        assert_eq!(files.len(), 1, "one file and nothing beside it: {files:?}");
        files.into_iter().next().unwrap()
    }
}
