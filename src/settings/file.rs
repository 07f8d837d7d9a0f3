//! The configuration file: read, changed in one value, written whole.

use super::{Config, ConfigError, ConfigFault, Key, SAMPLE, typed};
use crate::files::write_whole;
use std::io;
use std::path::{Path, PathBuf};

/// The configuration file of the user, which need not exist yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigFile {
    path: PathBuf,
}

impl ConfigFile {
    /// The file at a path. Touches nothing.
    #[must_use]
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// Where it lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What stands in it; the sample where there is no file yet.
    ///
    /// # Errors
    /// [`ConfigError`] where it cannot be read.
    pub fn text(&self) -> Result<String, ConfigError> {
        match std::fs::read_to_string(&self.path) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(SAMPLE.to_owned()),
            other => other.map_err(|e| self.system(&e)),
        }
    }

    /// Changes one value, typed as [`set_value`] takes it, and nothing else; gives what the file says then. It is
    /// written whole or not at all, and durably.
    ///
    /// # Errors
    /// [`ConfigError`] as of [`set_value`], or why the file cannot be read or written; nothing is changed then.
    pub fn set(&self, key: &str, value: &str) -> Result<Config, ConfigError> {
        self.replace(&set_value(&self.text()?, &self.path, key, value)?)
    }

    /// Puts another text in its place, whole or not at all, and durably; gives what it says.
    ///
    /// # Errors
    /// [`ConfigError`] where the text makes no sense or cannot be written; nothing is changed then.
    pub fn replace(&self, text: &str) -> Result<Config, ConfigError> {
        let config = Config::parse(text.trim_start_matches('\u{feff}'), &self.path)?;
        let write = || {
            if let Some(dir) = self.path.parent().filter(|d| !d.as_os_str().is_empty()) {
                std::fs::create_dir_all(dir)?;
            }
            write_whole(&self.path, text.as_bytes())
        };
        write().map_err(|e: io::Error| self.system(&e))?;
        Ok(config)
    }

    fn system(&self, why: &io::Error) -> ConfigError {
        ConfigError {
            path: self.path.clone(),
            line: None,
            fault: ConfigFault::System(why.to_string()),
        }
    }
}

/// A configuration's text with one value changed; comments and everything else stay as they are. Lists and tables are
/// typed with commas: `mon,tue,wed`, `non_teaching=15,reports=30`, `7,5,12`.
///
/// # Errors
/// [`ConfigError`] where the text is not well-formed, the key is unknown or the value does not fit it.
pub fn set_value(text: &str, path: &Path, key: &str, value: &str) -> Result<String, ConfigError> {
    let error = |fault| ConfigError {
        path: path.to_owned(),
        line: None,
        fault,
    };
    let key = Key::from_name(key).ok_or_else(|| error(ConfigFault::NoKey(key.to_owned())))?;
    let (mark, text) = match text.strip_prefix('\u{feff}') {
        Some(rest) => ("\u{feff}", rest),
        None => ("", text),
    };
    Config::parse(text, path)?; // what is wrong already is named by its own line
    let mut document: toml_edit::DocumentMut = text
        .parse()
        .map_err(|e: toml_edit::TomlError| error(ConfigFault::Syntax(e.to_string())))?;
    let mut new = typed::value(key, value);
    if let Some(old) = document.get(key.name()).and_then(toml_edit::Item::as_value) {
        *new.decor_mut() = old.decor().clone();
    }
    document[key.name()] = toml_edit::Item::Value(new);
    let text = document.to_string();
    match Config::parse(&text, path) {
        Ok(_) => Ok(format!("{mark}{text}")),
        // The value was never in the file, so no line of it is to blame.
        Err(e) => Err(ConfigError { line: None, ..e }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_value_changes() {
        let text = "# mine\ntheme = \"x\" # nice\nlanguage = \"en\"\n";
        let new = set_value(text, Path::new("c"), "theme", "mono").unwrap();
        assert_eq!(new, "# mine\ntheme = \"mono\" # nice\nlanguage = \"en\"\n");
        assert_eq!(
            set_value("", Path::new("c"), "borders", "ascii").unwrap(),
            "borders = \"ascii\"\n"
        );
        assert!(set_value(text, Path::new("c"), "color", "x").is_err());
        assert!(set_value(text, Path::new("c"), "language", "fr").is_err());
    }

    #[test]
    fn every_key_is_set_as_it_is_typed_and_the_comments_stay() {
        for (key, value, line) in [
            ("mouse", "false", "mouse = false"),
            (
                "school_days",
                "mon, tue,sat",
                "school_days = [\"mon\", \"tue\", \"sat\"]",
            ),
            ("reply_window", "06:30-21:00", "reply_window = \"06:30-21:00\""),
            (
                "goals",
                "non_teaching=20, reports=12.5%,reports/forms=30",
                "goals = { non_teaching = 20, reports = 12.5, \"reports/forms\" = 30 }",
            ),
            ("baseline", "900", "baseline = 900"),
            ("baseline", "auto", "baseline = \"auto\""),
            ("backups", "3,4,5", "backups = [3, 4, 5]"),
            ("data_dir", "", "data_dir = \"\""),
        ] {
            let new = set_value(SAMPLE, Path::new("c"), key, value).unwrap();
            assert!(new.lines().any(|l| l == line), "{new}");
            let comments = |t: &str| {
                t.lines()
                    .filter(|l| l.starts_with('#'))
                    .map(str::to_owned)
                    .collect::<Vec<_>>()
            };
            assert_eq!(comments(&new), comments(SAMPLE));
            let config = Config::parse(&new, Path::new("c")).unwrap();
            let again = set_value(
                SAMPLE,
                Path::new("c"),
                key,
                &config.typed(Key::from_name(key).unwrap()),
            );
            assert_eq!(again.unwrap(), new, "{key} is typed as it is read");
            assert_eq!(Config::parse(&config.to_toml(), Path::new("c")).unwrap(), config);
        }
        for (key, value) in [
            ("mouse", "yes"),
            ("school_days", ""),
            ("school_days", "mon,xyz"),
            ("reply_window", "20:00-07:00"),
            ("goals", "reports"),
            ("goals", "fun=3"),
            ("goals", "reports=101"),
            ("baseline", "0"),
            ("baseline", "soon"),
            ("backups", "7,5"),
            ("backups", "0,5,12"),
        ] {
            let error = set_value(SAMPLE, Path::new("c.toml"), key, value)
                .unwrap_err()
                .to_string();
            assert!(error.contains("c.toml") && error.contains(key), "{error}");
        }
    }

    #[test]
    fn a_table_of_goals_becomes_one_value_and_a_bad_file_is_named_by_its_line() {
        let text = "theme = \"mono\"\n\n[goals]\nreports = 3\n";
        let new = set_value(text, Path::new("c"), "goals", "duty=5").unwrap();
        let config = Config::parse(&new, Path::new("c")).unwrap();
        assert_eq!(
            (config.theme.as_str(), config.goals),
            ("mono", vec![("duty".to_owned(), 500)])
        );
        let mouse = set_value(text, Path::new("c"), "mouse", "false").unwrap();
        assert!(!Config::parse(&mouse, Path::new("c")).unwrap().mouse, "{mouse}");
        let error = set_value("\nmouse = 3\n", Path::new("c"), "theme", "mono").unwrap_err();
        assert_eq!(error.line, Some(2));
    }

    #[test]
    fn the_file_is_made_with_the_sample_s_comments_and_kept_when_refused() {
        let dir = tempfile::tempdir().unwrap();
        let file = ConfigFile::at(dir.path().join("new/config.toml"));
        assert_eq!(file.text().unwrap(), SAMPLE);
        assert!(!file.set("mouse", "false").unwrap().mouse);
        let text = file.text().unwrap();
        assert!(text.contains("mouse = false") && text.contains("# auto"));
        assert!(file.set("mouse", "perhaps").is_err() && file.replace("mouse = 1").is_err());
        assert_eq!(file.text().unwrap(), text);
    }
}
