//! The configuration file.

use crate::i18n::{I18n, Lang, Say};
use crate::tr;
use serde::Deserialize;
use std::fmt;
use std::path::{Path, PathBuf};

/// The configuration file as it is when nothing is changed; a test proves it equal to the defaults.
pub const SAMPLE: &str = include_str!("sample.toml");

/// How frames are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Borders {
    /// Box-drawing lines.
    #[default]
    Unicode,
    /// `+`, `-` and `|`, for terminals that draw box lines two cells wide.
    Ascii,
}

/// What the file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The language; none for the system's.
    pub language: Option<Lang>,
    /// The name of the theme.
    pub theme: String,
    /// How frames are drawn.
    pub borders: Borders,
    /// Where the data lies; none for the system's usual place.
    pub data_dir: Option<PathBuf>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            language: None,
            theme: "default".to_owned(),
            borders: Borders::default(),
            data_dir: None,
        }
    }
}

/// A configuration that cannot be read. The program starts with the defaults and says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    /// The file.
    pub path: PathBuf,
    /// The line, from 1, if one is to blame.
    pub line: Option<usize>,
    /// What is wrong; names the key.
    pub why: String,
}

impl Say for ConfigError {
    fn say(&self, i18n: &I18n) -> String {
        let path = self.path.display().to_string();
        match self.line {
            Some(line) => i18n.file_line(&path, line, self.why.clone()),
            None => tr!(i18n, "config-error", path = path, why = self.why.as_str()),
        }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(I18n::english()))
    }
}

impl std::error::Error for ConfigError {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    language: String,
    theme: String,
    borders: Borders,
    data_dir: String,
}

impl Default for File {
    fn default() -> Self {
        let Config { theme, borders, .. } = Config::default();
        Self {
            language: "auto".to_owned(),
            theme,
            borders,
            data_dir: String::new(),
        }
    }
}

impl Config {
    /// Reads a configuration's text; `path` is named in errors.
    ///
    /// # Errors
    /// [`ConfigError`] with the line and key that make no sense.
    pub fn parse(text: &str, path: &Path) -> Result<Self, ConfigError> {
        let error = |line, why: String| ConfigError {
            path: path.to_owned(),
            line,
            why,
        };
        let file: File = toml::from_str(text).map_err(|e| {
            let line = e.span().map(|span| line_of(text, span.start));
            error(line, e.message().to_owned())
        })?;
        let language = match file.language.as_str() {
            "auto" => None,
            tag => Some(tag.parse().map_err(|e| {
                let line = text
                    .lines()
                    .position(|l| l.trim_start().starts_with("language"))
                    .map(|l| l + 1);
                error(line, format!("language: {e}"))
            })?),
        };
        let data_dir = (!file.data_dir.is_empty()).then(|| PathBuf::from(file.data_dir));
        Ok(Self {
            language,
            theme: file.theme,
            borders: file.borders,
            data_dir,
        })
    }

    /// Reads the file; one that is not there is the default.
    ///
    /// # Errors
    /// [`ConfigError`] where it cannot be read or understood.
    pub fn load(path: &Path) -> Result<Self, ConfigError> {
        match std::fs::read_to_string(path) {
            Ok(text) => Self::parse(text.trim_start_matches('\u{feff}'), path),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(Self::default()),
            Err(e) => Err(ConfigError {
                path: path.to_owned(),
                line: None,
                why: e.to_string(),
            }),
        }
    }
}

/// The line, from 1, that a byte offset lies on.
fn line_of(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|b| *b == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Config, String> {
        Config::parse(text, Path::new("config.toml")).map_err(|e| e.to_string())
    }

    #[test]
    fn the_sample_is_the_default() {
        assert_eq!(parse(SAMPLE).unwrap(), Config::default());
        assert_eq!(parse("").unwrap(), Config::default());
        for key in super::super::KEYS {
            assert!(
                SAMPLE.lines().any(|l| l.starts_with(&format!("{key} ="))),
                "the sample shows {key}"
            );
        }
    }

    #[test]
    fn values() {
        let config = parse("language = \"zh-Hant\"\nborders = \"ascii\"\ndata_dir = \"/data\"").unwrap();
        assert_eq!(config.language, Some(Lang::ZhHant));
        assert_eq!(config.borders, Borders::Ascii);
        assert_eq!(config.data_dir, Some(PathBuf::from("/data")));
    }

    #[test]
    fn errors_name_file_line_and_key() {
        for (text, parts) in [
            ("\nlanguage = \"fr\"", ["config.toml", "2", "language", "fr"]),
            (
                "theme = \"x\"\ncolour = 1",
                ["config.toml", "2", "colour", "theme"],
            ),
            ("borders = \"round\"", ["config.toml", "1", "round", "ascii"]),
            ("theme = ", ["config.toml", "1", "", ""]),
        ] {
            let error = parse(text).unwrap_err();
            assert!(parts.iter().all(|p| error.contains(p)), "{error}");
        }
    }
}
