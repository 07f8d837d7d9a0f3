//! `rejected.csv`: what was not taken, and why, as a table that spreadsheets open.

use super::reason::Reason;
use super::work::Source;
use crate::files::sync_dir;
use crate::i18n::{I18n, Say, neutral, quoted};
use serde::Serialize;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// The most characters of a name.
const LONGEST: usize = 300;
/// The most lines that are held: as many are in order, more are in order in pieces.
const MOST_LINES: usize = 65_536;

/// What was not taken.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(super) struct Line {
    /// Its name, which can be shown.
    pub(super) file: String,
    /// The code of the reason.
    #[serde(rename = "reason")]
    pub(super) code: &'static str,
    /// The reason in words.
    #[serde(rename = "in_words")]
    pub(super) words: String,
}

impl Line {
    pub(super) fn new(source: &Source, why: &Reason, i18n: &I18n) -> Self {
        Self {
            file: shown(source),
            code: why.code(),
            words: why.say(i18n),
        }
    }
}

/// A name for people: on one line, without what would disturb a terminal.
fn shown(source: &Source) -> String {
    let path = |path: &Path| quoted(&path.display().to_string(), LONGEST);
    match source {
        Source::File(found) => path(&found.path),
        Source::Other(other) => path(other),
        Source::Entry(archive, name) if name.is_empty() => path(&archive.path),
        Source::Entry(archive, name) => {
            let name = quoted(&String::from_utf8_lossy(name), LONGEST);
            format!("{} › {name}", path(&archive.path))
        }
    }
}

/// The table while it is made. The one that is there stays until it is finished.
pub(super) struct Rejected {
    path: PathBuf,
    lines: Vec<Line>,
    file: Option<csv::Writer<NamedTempFile>>,
}

impl Rejected {
    /// The table of a dataset.
    pub(super) fn new(folder: &Path) -> Self {
        Self {
            path: path_in(folder),
            lines: Vec::new(),
            file: None,
        }
    }

    pub(super) fn put(&mut self, line: Line) -> io::Result<()> {
        self.lines.push(line);
        if self.lines.len() >= MOST_LINES {
            self.spill()?;
        }
        Ok(())
    }

    fn spill(&mut self) -> io::Result<()> {
        if self.file.is_none() {
            let folder = self.path.parent().unwrap_or(Path::new("."));
            let mut file = tempfile::Builder::new().prefix(".new-").tempfile_in(folder)?;
            file.write_all(b"\xef\xbb\xbf")?;
            let mut writer = csv::WriterBuilder::new()
                .terminator(csv::Terminator::CRLF)
                .has_headers(false)
                .from_writer(file);
            writer.write_record(["file", "reason", "in_words"])?;
            self.file = Some(writer);
        }
        self.lines.sort();
        let Some(writer) = &mut self.file else {
            return Ok(());
        };
        for line in self.lines.drain(..) {
            writer.write_record([&neutral(&line.file), line.code, &neutral(&line.words)])?;
        }
        Ok(())
    }

    /// Puts the table in its place, unless it is as the one that is there.
    pub(super) fn finish(mut self) -> io::Result<()> {
        self.spill()?;
        let Some(writer) = self.file else {
            return Ok(());
        };
        let file = writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
        // Whoever watches an inbox comes by every few seconds: the disk is not troubled where nothing is new.
        if is_same(file.path(), &self.path) {
            return Ok(());
        }
        file.as_file().sync_all()?;
        file.persist(&self.path).map_err(|e| e.error)?;
        sync_dir(self.path.parent().unwrap_or(Path::new(".")))
    }
}

/// Where the table of a dataset is.
pub(super) fn path_in(folder: &Path) -> PathBuf {
    folder.join("rejected.csv")
}

/// Whether two files say the same, as far as that is told cheaply: large ones are taken to differ.
fn is_same(one: &Path, other: &Path) -> bool {
    const MOST: u64 = 1024 * 1024;
    let length = |path: &Path| std::fs::metadata(path).map(|m| m.len());
    match (length(one), length(other)) {
        (Ok(a), Ok(b)) if a == b && a <= MOST => {
            matches!((std::fs::read(one), std::fs::read(other)), (Ok(a), Ok(b)) if a == b)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(lines: Vec<Line>) -> String {
        let folder = tempfile::tempdir().unwrap();
        let mut rejected = Rejected::new(folder.path());
        for line in lines {
            rejected.put(line).unwrap();
        }
        rejected.finish().unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        std::fs::read_to_string(path_in(folder.path())).unwrap()
    }

    #[test]
    fn names_are_harmless_and_in_order() {
        let line = |name: &str| {
            let source = Source::Other(name.into());
            Line::new(&source, &Reason::NotAFile, I18n::english())
        };
        let text = written(vec![
            line("b\u{1b}[31m\u{202e}\n"),
            line("=cmd|' /C calc'!A0"),
            line("a,\""),
        ]);
        let lines: Vec<&str> = text.split("\r\n").collect();
        assert_eq!(lines[0], "\u{feff}file,reason,in_words");
        assert!(lines[1].starts_with("'=cmd|' /C calc'!A0,not_a_file,"), "{text}");
        assert!(lines[2].starts_with("\"a,\"\"\",not_a_file,"), "{text}");
        assert!(lines[3].starts_with("b�[31m� ,not_a_file,"), "{text}");
        assert_eq!(written(Vec::new()), "\u{feff}file,reason,in_words\r\n");
    }

    #[test]
    fn more_lines_than_are_held_are_all_there() {
        let line = |n: usize| Line {
            file: format!("{n:07}"),
            code: "damaged",
            words: String::new(),
        };
        let text = written((0..MOST_LINES + 10).rev().map(line).collect());
        assert_eq!(text.lines().count(), MOST_LINES + 11);
    }
}
