//! A configuration read as far as it can be understood: a bad or unknown key costs that key and nothing else.

use super::config::line_of;
use super::{Config, ConfigError, ConfigFault, Key};
use std::path::Path;
use toml_edit::{Document, Item};

/// What a configuration says, and what of it makes no sense.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// What could be understood; the default for everything else.
    pub config: Config,
    /// What is wrong, from the top of the file, but for what is in `astray`.
    pub faults: Vec<ConfigError>,
    /// Why it cannot be known where the data lie, if so: the file cannot be read, is no TOML, or what it says of
    /// `data_dir` makes no sense. To go on with the usual place would be to write into another store than the teacher's.
    pub astray: Option<ConfigError>,
}

impl Reading {
    /// Reads a configuration's text; `path` is named in errors.
    #[must_use]
    pub fn of(text: &str, path: &Path) -> Self {
        let text = text.trim_start_matches('\u{feff}');
        let error = |at: Option<std::ops::Range<usize>>, fault| ConfigError {
            path: path.to_owned(),
            line: at.map(|at| line_of(text, at.start)),
            fault,
        };
        let document = match Document::parse(text) {
            Ok(document) => document,
            Err(e) => return Self::lost(error(e.span(), ConfigFault::Syntax(e.message().to_owned()))),
        };
        let table = document.as_table();
        let mut out = Self::default();
        for (name, item) in table {
            let at = || table.key(name).and_then(toml_edit::Key::span);
            let key = Key::from_name(name);
            let fault = match key {
                None => error(at(), ConfigFault::NoKey(name.to_owned())),
                Some(key) if out.config.take(key, item).is_none() => {
                    let value = item.span().and_then(|s| text.get(s)).unwrap_or_default();
                    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
                    error(at(), ConfigFault::Value { key, value })
                }
                Some(_) => continue,
            };
            let names_data = key == Some(Key::DataDir)
                || !table.contains_key(Key::DataDir.name()) && may_be_data(name, item);
            if names_data && out.astray.is_none() {
                out.astray = Some(fault);
            } else {
                out.faults.push(fault);
            }
        }
        out
    }

    /// Reads the file; one that is not there says nothing.
    #[must_use]
    pub fn load(path: &Path) -> Self {
        match std::fs::read_to_string(path) {
            Ok(text) => Self::of(&text, path),
            // A link to nothing is no file that is not there: what it led to, on a drive perhaps, says where the data lie.
            Err(e) if e.kind() == std::io::ErrorKind::NotFound && !path.is_symlink() => Self::default(),
            Err(e) => Self::lost(ConfigError {
                path: path.to_owned(),
                line: None,
                fault: ConfigFault::System(e.to_string()),
            }),
        }
    }

    fn lost(why: ConfigError) -> Self {
        Self {
            astray: Some(why),
            ..Self::default()
        }
    }

    /// What is wrong, all of it.
    pub fn into_faults(self) -> impl Iterator<Item = ConfigError> {
        self.astray.into_iter().chain(self.faults)
    }
}

/// Whether a key that makes no sense may have been meant to say where the data lie: `data_dri`, `dataDir`, or `data_dir`
/// that went into the table above it.
fn may_be_data(name: &str, item: &Item) -> bool {
    let wanted = Key::DataDir.name();
    item.as_table_like().is_some_and(|t| t.contains_key(wanted))
        || distance(&name.to_lowercase(), wanted) <= 2
}

/// How many characters must be put in, taken out or exchanged to make one word of the other.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut corner = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let least = (row[j].min(row[j + 1]) + 1).min(corner + usize::from(x != *y));
            corner = std::mem::replace(&mut row[j + 1], least);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Reading {
        Reading::of(text, Path::new("config.toml"))
    }

    #[test]
    fn a_bad_key_costs_that_key_and_each_is_told_with_its_line() {
        let reading =
            read("colour = 1\ndata_dir = \"/here\"\nmouse = \"on\"\nborders = \"ascii\"\n[goals]\nfun = 3\n");
        assert_eq!(reading.config.data_dir, Some("/here".into()));
        assert_eq!(reading.config.borders, super::super::Borders::Ascii);
        assert!(reading.config.mouse && reading.config.goals == Config::default().goals);
        assert_eq!(reading.astray, None);
        let lines: Vec<_> = reading.faults.iter().map(|f| f.line).collect();
        assert_eq!(lines, [Some(1), Some(3), Some(5)]);
    }

    #[test]
    fn where_the_data_lie_is_not_guessed() {
        for (text, line) in [
            ("\ndata_dir = 3", 2),
            ("theme = \"mono\"\nmouse = tru", 2),
            ("data_dri = \"/here\"", 1),
            ("mouse = true\ndata-dir = \"/here\"", 2),
            ("\ndatadir = \"/here\"", 2),
            ("[goals]\nreports = 3\ndata_dir = \"/here\"", 1),
            ("data_dir = \"/a\"\ndata_dir = \"/b\"", 2),
        ] {
            let reading = read(text);
            assert_eq!(reading.astray.and_then(|e| e.line), Some(line), "{text}");
            assert_eq!(reading.config.data_dir, None, "{text}");
        }
        for text in ["date = 1", "mouse = 3", "data_dir = \"/here\"\ndata_dri = 1", ""] {
            assert_eq!(read(text).astray, None, "{text}");
        }
    }

    #[test]
    fn a_file_that_cannot_be_read_is_told_from_one_that_is_not_there() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(Reading::load(&dir.path().join("none")), Reading::default());
        assert!(Reading::load(dir.path()).astray.is_some());
        #[cfg(unix)]
        {
            let link = dir.path().join("link");
            std::os::unix::fs::symlink("gone", &link).unwrap();
            assert!(Reading::load(&link).astray.is_some());
        }
    }
}
