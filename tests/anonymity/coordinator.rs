//! A coordinator: a survey with its key, and what is opened with it.

use crate::marks::mark;
use crate::teacher::Teacher;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// A survey that asks for everything.
pub(crate) struct Coordinator {
    pub(crate) dir: tempfile::TempDir,
    name: String,
}

impl Coordinator {
    pub(crate) fn new(options: &[&str]) -> Self {
        let coordinator = Self {
            dir: tempfile::Builder::new()
                .prefix(&mark("Office"))
                .tempdir()
                .unwrap(),
            name: mark("Survey"),
        };
        let (title, contact) = (mark("Title"), mark("Contact"));
        let to = coordinator.dir.path().to_str().unwrap().to_owned();
        let mut args = vec![
            "survey",
            "new",
            &coordinator.name,
            "--title",
            &title,
            "--contact",
            &contact,
            "--weeks",
            "2026-W45..2026-W50",
            "--closes",
            "2027-01-15",
            "--ask",
            "all",
            "--group",
            "stage",
            "--group",
            "role",
            "--to",
            &to,
        ];
        args.extend(options);
        Teacher::new().ok(&args);
        coordinator
    }

    pub(crate) fn definition(&self) -> PathBuf {
        self.dir.path().join(format!("{}.survey.toml", self.name))
    }

    pub(crate) fn key(&self) -> PathBuf {
        self.dir.path().join(format!("{}.key", self.name))
    }

    /// What a response holds, every byte of it.
    pub(crate) fn open(&self, response: &Path) -> Vec<u8> {
        let key = std::fs::read_to_string(self.key()).unwrap();
        let secret = key.lines().find(|l| l.starts_with("AGE-SECRET-KEY-")).unwrap();
        let identity: age::x25519::Identity = secret.parse().unwrap();
        age::decrypt(&identity, &std::fs::read(response).unwrap()).unwrap()
    }

    /// A field of a response, as text.
    pub(crate) fn field(&self, response: &Path, name: &str) -> String {
        let opened: Value = serde_json::from_slice(&self.open(response)).unwrap();
        opened[name].to_string()
    }
}
