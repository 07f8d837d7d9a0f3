//! The configuration file: read, changed in one value, written whole.

use super::{Config, ConfigError, ConfigFault, Key, Reading, SAMPLE, typed};
use crate::files::write_whole;
use std::fs::File;
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
    /// written whole or not at all, and durably; another process that changes another value at the same time waits.
    ///
    /// # Errors
    /// [`ConfigError`] as of [`set_value`], or why the file cannot be read or written; nothing is changed then.
    pub fn set(&self, key: &str, value: &str) -> Result<Config, ConfigError> {
        self.make_folder()?;
        let held = self.hold();
        let text = set_value(&self.text()?, &self.path, key, value)?;
        self.write(&text)?;
        drop(held);
        Ok(Reading::of(&text, &self.path).config)
    }

    /// Puts another text in the place of the one that `before` was made from, whole or not at all, and durably; gives
    /// what it says.
    ///
    /// # Errors
    /// [`ConfigError`] where the text makes no sense or cannot be written, or the file is not as it was any more; nothing
    /// is changed then.
    pub fn replace(&self, before: &str, text: &str) -> Result<Config, ConfigError> {
        let config = Config::parse(text, &self.path)?;
        self.make_folder()?;
        let held = self.hold();
        if self.text()? != before {
            return Err(self.error(ConfigFault::Changed));
        }
        self.write(text)?;
        drop(held);
        Ok(config)
    }

    /// Whether a value could be set now. Leaves nothing behind but the folder.
    ///
    /// # Errors
    /// Why not, as [`ConfigFile::set`] would say it.
    pub fn check(&self, key: &str, value: &str) -> Result<(), ConfigError> {
        set_value(&self.text()?, &self.path, key, value)?;
        self.make_folder()?;
        crate::files::can_write(&self.path).map_err(|e| self.system(&e))
    }

    /// Keeps other processes of ours from changing the file until it is dropped. Where the system knows no such thing,
    /// or lets no file be made, the writing itself says so or goes on as it can.
    fn hold(&self) -> Option<File> {
        let name = self.path.file_name()?.to_string_lossy();
        let beside = self.path.with_file_name(format!(".{name}.lock"));
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(beside)
            .ok()?;
        file.lock().ok()?;
        Some(file)
    }

    fn make_folder(&self) -> Result<(), ConfigError> {
        let dir = self.path.parent().filter(|d| !d.as_os_str().is_empty());
        dir.map_or(Ok(()), std::fs::create_dir_all)
            .map_err(|e| self.system(&e))
    }

    fn write(&self, text: &str) -> Result<(), ConfigError> {
        write_whole(&self.path, text.as_bytes()).map_err(|e| self.system(&e))
    }

    fn system(&self, why: &io::Error) -> ConfigError {
        self.error(ConfigFault::System(why.to_string()))
    }

    fn error(&self, fault: ConfigFault) -> ConfigError {
        ConfigError {
            path: self.path.clone(),
            line: None,
            fault,
        }
    }
}

/// A configuration's text with one value changed; comments and everything else stay as they are, also what is wrong with
/// other keys: so that a file is mended key by key. Lists and tables are
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
    let syntax = |e: &toml_edit::TomlError| ConfigError {
        line: e.span().map(|at| super::config::line_of(text, at.start)),
        ..error(ConfigFault::Syntax(e.message().to_owned()))
    };
    let mut document: toml_edit::DocumentMut = text.parse().map_err(|e| syntax(&e))?;
    let mut new = typed::value(key, value);
    if let Some(old) = document.get(key.name()).and_then(toml_edit::Item::as_value) {
        *new.decor_mut() = old.decor().clone();
    }
    document[key.name()] = toml_edit::Item::Value(new);
    let text = document.to_string();
    let own = |e: &ConfigError| e.key() == Some(key);
    match Reading::of(&text, path).into_faults().find(own) {
        None => Ok(format!("{mark}{text}")),
        // The value was never in the file, so no line of it is to blame.
        Some(e) => Err(ConfigError { line: None, ..e }),
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
        let text = "\nmouse = 3\ncolour = 1\n";
        let other = set_value(text, Path::new("c"), "theme", "mono").unwrap();
        assert_eq!(
            other,
            format!("{text}theme = \"mono\"\n"),
            "what is wrong elsewhere stays"
        );
        let mended = set_value(&other, Path::new("c"), "mouse", "false").unwrap();
        assert!(mended.contains("\nmouse = false\n"), "{mended}");
        let error = set_value("\nmouse = \n", Path::new("c"), "theme", "mono").unwrap_err();
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
        assert!(file.set("mouse", "perhaps").is_err() && file.replace(&text, "mouse = 1").is_err());
        assert_eq!(file.text().unwrap(), text);
        let changed = file.replace(SAMPLE, "mouse = true").unwrap_err();
        assert_eq!(
            changed.fault,
            ConfigFault::Changed,
            "another process was there in the meantime"
        );
        file.replace(&text, "mouse = true").unwrap();
        assert_eq!(file.text().unwrap(), "mouse = true");
    }

    #[test]
    fn two_writers_lose_nothing() {
        let dir = tempfile::tempdir().unwrap();
        for round in 0..20 {
            let file = ConfigFile::at(dir.path().join(format!("{round}.toml")));
            let values = [
                ("mouse", "false"),
                ("theme", "mono"),
                ("borders", "ascii"),
                ("baseline", "900"),
            ];
            std::thread::scope(|s| {
                for (key, value) in values {
                    let file = &file;
                    s.spawn(move || file.set(key, value).unwrap());
                }
            });
            let config = Config::parse(&file.text().unwrap(), file.path()).unwrap();
            for (key, value) in values {
                assert_eq!(config.typed(Key::from_name(key).unwrap()), value);
            }
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_nowhere_yet_is_written_through() {
        let dir = tempfile::tempdir().unwrap();
        let (link, target) = (dir.path().join("config.toml"), dir.path().join("real.toml"));
        std::os::unix::fs::symlink("real.toml", &link).unwrap();
        let file = ConfigFile::at(&link);
        file.set("mouse", "false").unwrap();
        assert!(
            link.is_symlink()
                && std::fs::read_to_string(&target)
                    .unwrap()
                    .contains("mouse = false")
        );
        std::fs::remove_file(&target).unwrap();
        std::fs::remove_file(&link).unwrap();
        std::os::unix::fs::symlink("no/such/folder/real.toml", &link).unwrap();
        let refused = file.set("mouse", "false").unwrap_err();
        assert!(link.is_symlink() && refused.to_string().contains("config.toml"));
    }

    #[test]
    fn whether_it_can_be_written_is_known_beforehand() {
        let dir = tempfile::tempdir().unwrap();
        let file = ConfigFile::at(dir.path().join("config.toml"));
        file.check("mouse", "false").unwrap();
        assert_eq!(
            std::fs::read_dir(dir.path()).unwrap().count(),
            0,
            "nothing is left"
        );
        assert!(file.check("mouse", "perhaps").is_err());
        assert!(
            ConfigFile::at("/proc/jianfu/config.toml")
                .check("mouse", "true")
                .is_err()
        );
    }
}
