//! The program as a process, with a folder and a clock of its own.

use serde_json::Value;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// A folder of its own and the program with a fixed clock (Friday, 20 November 2026, 17:30).
pub(crate) struct Teacher {
    pub(crate) dir: tempfile::TempDir,
    pub(crate) lang: &'static str,
}

/// What a command did.
#[derive(Debug)]
pub(crate) struct Done {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Teacher {
    pub(crate) fn new() -> Self {
        Self::speaking("en")
    }

    pub(crate) fn speaking(lang: &'static str) -> Self {
        Self {
            dir: tempfile::tempdir().unwrap(),
            lang,
        }
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.dir.path().join("data")
    }

    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jianfu"));
        command
            .args(args)
            .env_clear()
            .env("HOME", self.dir.path())
            .env("JIANFU_DATA_DIR", self.data())
            .env("JIANFU_CONFIG", self.dir.path().join("config.toml"))
            .env("JIANFU_LANG", self.lang)
            .env("JIANFU_NOW", "2026-11-20T17:30")
            .stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Done {
        done(self.command(args).output().unwrap())
    }

    /// Runs a command that must succeed and returns its output.
    pub(crate) fn ok(&self, args: &[&str]) -> String {
        let done = self.run(args);
        assert_eq!(done.status, 0, "{args:?}: {}", done.err);
        done.out
    }

    /// Runs a command that must be refused with this status, in one line, and returns that line.
    pub(crate) fn refused(&self, status: i32, args: &[&str]) -> String {
        let done = self.run(args);
        assert_eq!(
            (done.status, done.out.as_str()),
            (status, ""),
            "{args:?}: {}",
            done.err
        );
        assert_eq!(done.err.lines().count(), 1, "{args:?}: {}", done.err);
        done.err
    }

    pub(crate) fn json(&self, args: &[&str]) -> Value {
        serde_json::from_str(&self.ok(args)).unwrap()
    }
}

pub(crate) fn done(output: Output) -> Done {
    Done {
        status: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

pub(crate) fn validate(schema: &str, value: &Value) {
    let schema: Value = serde_json::from_str(schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> = validator
        .iter_errors(value)
        .map(|e| format!("{e} at {}", e.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{errors:?}\n{value}");
}
