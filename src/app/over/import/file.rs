//! The file to import: its path, typed, pasted or dropped.

use crate::app::{App, Effect, FileWanted, Line, Over};
use crate::keymap::{Action, Key};
use crate::transfer::incoming::{Format, Incoming, IncomingWeek, Known};

/// A file of another program that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct FileRead {
    /// Its path.
    pub path: String,
    /// Its name.
    pub name: String,
    /// Its format.
    pub format: Format,
    /// What it holds.
    pub content: FileContent,
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq)]
pub enum FileContent {
    /// What has taken place, and what the diary knows of those dates.
    Log(Incoming, Known),
    /// What comes back every week.
    Week(IncomingWeek),
}

/// Why a path leads to no preview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathTrouble {
    /// The name does not say what the file is.
    NoFormat,
    /// It cannot be read, in the user's language.
    Failed(String),
}

/// A path that is typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportFile {
    /// What the file is wanted for.
    pub wanted: FileWanted,
    /// What is typed.
    pub line: Line,
    /// What it may become.
    pub paths: Vec<String>,
    /// Why it does not do; none until Enter was pressed.
    pub trouble: Option<PathTrouble>,
}

impl ImportFile {
    /// Nothing typed yet of the path of a file that is wanted for this.
    #[must_use]
    pub fn of(wanted: FileWanted) -> Self {
        Self {
            wanted,
            ..Self::default()
        }
    }

    fn path(&self, app: &App) -> String {
        clean(self.line.text(), app.prefs().home.as_deref())
    }

    pub(in crate::app::over) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        let path = self.path(app);
        let effects = match action {
            Action::Accept if path.is_empty() => Vec::new(),
            Action::Accept if self.wanted == FileWanted::Survey => vec![Effect::ReadDefinition(path)],
            Action::Accept => {
                if let Some(format) = Format::of_name(&path) {
                    vec![Effect::ReadFile {
                        path,
                        format,
                        kind: None,
                    }]
                } else {
                    self.trouble = Some(PathTrouble::NoFormat);
                    Vec::new()
                }
            }
            Action::Down => vec![Effect::ListFiles {
                typed: path,
                wanted: self.wanted,
            }],
            _ => Vec::new(),
        };
        app.over = Some(Over::ImportFile(self));
        effects
    }

    pub(in crate::app::over) fn edit(mut self, app: &mut App, key: Key) -> Vec<Effect> {
        if self.line.edit(key) {
            self.trouble = None;
            self.paths.clear();
        }
        app.over = Some(Over::ImportFile(self));
        Vec::new()
    }

    pub(in crate::app::over) fn paste(&mut self, text: &str) {
        self.line.insert(text.trim());
        self.trouble = None;
        self.paths.clear();
    }

    /// Takes the paths that begin with what is typed; all that they have in common is typed at once.
    pub(in crate::app::over) fn take(&mut self, typed: &str, paths: Vec<String>) {
        let common = paths.iter().fold(None::<&str>, |common, path| {
            Some(common.map_or(path.as_str(), |common| shared(common, path)))
        });
        if let Some(common) = common.filter(|common| common.len() > typed.len()) {
            self.line = Line::new(common);
        }
        self.paths = if paths.len() > 1 { paths } else { Vec::new() };
    }

    pub(in crate::app::over) fn fail(&mut self, why: &str) -> bool {
        self.trouble = Some(PathTrouble::Failed(why.to_owned()));
        true
    }
}

/// What two texts begin with.
fn shared<'a>(one: &'a str, other: &str) -> &'a str {
    let same = one.char_indices().zip(other.chars());
    let end = same.take_while(|((_, a), b)| a == b).last();
    let end = end.map_or(0, |((at, c), _)| at + c.len_utf8());
    one.get(..end).unwrap_or_default()
}

/// A path as shells, terminals and file managers hand it over, made plain: without quotes, `file://` and backslashes
/// before spaces; a leading `~` is the user's own folder.
fn clean(text: &str, home: Option<&str>) -> String {
    let text = text.trim();
    let quoted = ['"', '\''].into_iter().find_map(|quote| {
        let inner = text.strip_prefix(quote)?.strip_suffix(quote)?;
        (!inner.is_empty()).then_some(inner)
    });
    if let Some(url) = quoted.unwrap_or(text).strip_prefix("file://") {
        return decoded(url.strip_prefix("localhost").unwrap_or(url));
    }
    let plain = match quoted {
        Some(inner) => inner.to_owned(),
        None if text.starts_with(['/', '~', '.']) => unescaped(text),
        None => text.to_owned(),
    };
    match (plain.strip_prefix('~'), home) {
        (Some(rest), Some(home)) if rest.is_empty() || rest.starts_with(['/', '\\']) => {
            format!("{home}{rest}")
        }
        _ => plain,
    }
}

/// A text without the backslashes that a shell wants.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        out.extend(if c == '\\' { chars.next() } else { Some(c) });
    }
    out
}

/// A text without the `%20` of addresses.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..2).filter(|_| *first == b'%');
        let code = code.and_then(|hex| std::str::from_utf8(hex).ok());
        let byte = code.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        rest = if byte.is_some() {
            after.get(2..).unwrap_or_default()
        } else {
            after
        };
        bytes.push(byte.unwrap_or(*first));
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_come_in_many_dresses() {
        for (text, path) in [
            (" /a/b.ics ", "/a/b.ics"),
            ("'/a/b c.ics' ", "/a/b c.ics"),
            ("\"/a/课 表.xlsx\"", "/a/课 表.xlsx"),
            ("file:///a/%E8%AF%BE%20%E8%A1%A8.xlsx", "/a/课 表.xlsx"),
            ("/a/b\\ c\\(1\\).ics", "/a/b c(1).ics"),
            ("~/x.csv", "/home/li/x.csv"),
            ("~li/x.csv", "~li/x.csv"),
            ("C:\\Users\\li\\x.csv", "C:\\Users\\li\\x.csv"),
            ("'", "'"),
            ("", ""),
        ] {
            assert_eq!(clean(text, Some("/home/li")), path, "{text}");
        }
    }

    #[test]
    fn what_paths_have_in_common_is_typed_at_once() {
        let mut file = ImportFile::default();
        file.take("/a/课", vec!["/a/课表1.csv".into(), "/a/课表2.csv".into()]);
        assert_eq!((file.line.text(), file.paths.len()), ("/a/课表", 2));
        file.take("/a/课表", Vec::new());
        assert_eq!((file.line.text(), file.paths.len()), ("/a/课表", 0));
        file.take("/a/课表1", vec!["/a/课表1.csv".into()]);
        assert_eq!((file.line.text(), file.paths.len()), ("/a/课表1.csv", 0));
    }
}
