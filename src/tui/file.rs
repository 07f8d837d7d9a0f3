//! Files of other programs, read for the preview of an import.

use super::effects::{Backing, Trouble};
use crate::app::{FileContent, FileKind, FileRead, FileWanted};
use crate::i18n::{I18n, Say};
use crate::tr;
use crate::transfer::incoming::{BadFile, Format, Reading, Window};
use chrono::{DateTime, NaiveDateTime, Utc};
use std::io::Read;
use std::path::{MAIN_SEPARATOR, Path};

/// The user's time zone: the local time of a moment.
pub type Zone = fn(DateTime<Utc>) -> NaiveDateTime;

/// The most bytes of a file that is read: many times the calendar of a working life.
const MOST: u64 = 20 * 1024 * 1024;

/// The most names that are offered to complete a path.
const NAMES: usize = 200;

/// A file to be read.
pub(super) struct File {
    /// Its path.
    pub(super) path: String,
    /// Its format.
    pub(super) format: Format,
    /// What it is taken for; none to find out.
    pub(super) kind: Option<FileKind>,
}

impl File {
    /// What it holds, and what the diary knows of that.
    pub(super) fn read(
        self,
        backing: &mut dyn Backing,
        zone: Zone,
        now: NaiveDateTime,
        i18n: &I18n,
    ) -> Result<FileRead, Trouble> {
        let path = Path::new(&self.path);
        let name = path
            .file_name()
            .map_or_else(|| self.path.clone(), |name| name.to_string_lossy().into_owned());
        let failed =
            |why: String| Trouble::Failed(tr!(i18n, "import-failed", name = name.as_str(), why = why));
        let bytes = bytes(path, i18n).map_err(failed)?;
        let reading = Reading {
            format: self.format,
            encoding: None,
            window: Window {
                from: None,
                to: None,
                today: now.date(),
            },
            to_local: &zone,
        };
        let kinds = self.kind.map_or_else(|| guesses(self.format), |kind| vec![kind]);
        let content = first(&reading, &kinds, &bytes).map_err(|bad| failed(bad.say(i18n)))?;
        let content = match content {
            Content::Log(incoming) => {
                let known = backing.known(&incoming, now, i18n)?;
                FileContent::Log(incoming, known)
            }
            Content::Week(week) => FileContent::Week(week),
        };
        Ok(FileRead {
            path: self.path,
            name,
            format: self.format,
            content,
        })
    }
}

enum Content {
    Log(crate::transfer::incoming::Incoming),
    Week(crate::transfer::incoming::IncomingWeek),
}

/// What a file of a format may be, the likelier first.
fn guesses(format: Format) -> Vec<FileKind> {
    match format {
        Format::Xlsx => vec![FileKind::Timetable],
        Format::Csv => vec![FileKind::Timetable, FileKind::Log],
        Format::Ics | Format::Timewarrior | Format::Klog => vec![FileKind::Log],
    }
}

/// The first reading that succeeds; where none does, what is wrong with the one that got furthest, else the last.
fn first(reading: &Reading<'_>, kinds: &[FileKind], bytes: &[u8]) -> Result<Content, BadFile> {
    let mut wrong: Option<BadFile> = None;
    for kind in kinds {
        let read = match kind {
            FileKind::Log => reading.log(bytes).map(Content::Log),
            FileKind::Timetable => reading.timetable(bytes).map(Content::Week),
        };
        match read {
            Ok(content) => return Ok(content),
            // A fault at a place deep in a file says that the file is of this kind.
            Err(bad) if wrong.as_ref().is_none_or(|old| depth(old) <= depth(&bad)) => wrong = Some(bad),
            Err(_) => {}
        }
    }
    Err(wrong.unwrap_or(BadFile {
        place: None,
        fault: crate::transfer::incoming::FileFault::NotThis(reading.format.name()),
    }))
}

/// How far a reading got before its fault.
fn depth(bad: &BadFile) -> usize {
    use crate::transfer::incoming::{FileFault, Place};
    match (&bad.fault, &bad.place) {
        (FileFault::Value { .. } | FileFault::Zone(_), Some(Place::Line(line))) => *line,
        (FileFault::Value { .. } | FileFault::Zone(_), Some(_)) => 1,
        _ => 0,
    }
}

fn bytes(path: &Path, i18n: &I18n) -> Result<Vec<u8>, String> {
    let bytes = head(path, MOST + 1, i18n)?;
    if bytes.len() as u64 > MOST {
        return Err(tr!(i18n, "import-too-big", most = MOST / 1024 / 1024));
    }
    Ok(bytes)
}

/// The first bytes of a file, at most so many; why they cannot be read, in the user's language.
fn head(path: &Path, most: u64, i18n: &I18n) -> Result<Vec<u8>, String> {
    let io = |e: std::io::Error| match e.kind() {
        std::io::ErrorKind::NotFound => tr!(i18n, "import-no-such-file"),
        _ => e.say(i18n),
    };
    // A pipe or a device may never end, and a folder is no file.
    if !std::fs::metadata(path).map_err(io)?.is_file() {
        return Err(tr!(i18n, "import-no-file"));
    }
    let file = std::fs::File::open(path).map_err(io)?;
    let mut bytes = Vec::new();
    file.take(most).read_to_end(&mut bytes).map_err(io)?;
    Ok(bytes)
}

/// Whether the name of a file says that it is wanted.
fn is_wanted(name: &str, wanted: FileWanted) -> bool {
    match wanted {
        FileWanted::Import => Format::of_name(name).is_some(),
        FileWanted::Survey => Path::new(name)
            .extension()
            .is_some_and(|e| e.eq_ignore_ascii_case("toml")),
    }
}

/// The folders and the files of a wanted kind whose paths begin with a text, in order.
pub(super) fn beginning(typed: &str, wanted: FileWanted) -> Vec<String> {
    let is_separator = |c: char| c == '/' || c == MAIN_SEPARATOR;
    let split = typed.rfind(is_separator).map_or(0, |at| at + 1);
    let (folder, begun) = typed.split_at(split);
    let here = if folder.is_empty() { "." } else { folder };
    let Ok(entries) = std::fs::read_dir(here) else {
        return Vec::new();
    };
    let path = |entry: std::fs::DirEntry| {
        let name = entry.file_name().into_string().ok()?;
        let is_hidden = name.starts_with('.') && !begun.starts_with('.');
        if !name.starts_with(begun) || is_hidden {
            return None;
        }
        let is_folder = std::fs::metadata(entry.path()).is_ok_and(|m| m.is_dir());
        let end = if is_folder { "/" } else { "" };
        (is_folder || is_wanted(&name, wanted)).then(|| format!("{folder}{name}{end}"))
    };
    let mut paths: Vec<String> = entries.flatten().filter_map(path).collect();
    paths.sort();
    paths.truncate(NAMES);
    paths
}
