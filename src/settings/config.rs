//! What the configuration says.

use super::{BackupsKept, ConfigError, Reading, goals, rules, value};
use crate::i18n::Lang;
use std::path::{Path, PathBuf};
use toml_edit::Item;

/// The configuration file as it is when nothing is changed; a test proves it equal to the defaults.
pub const SAMPLE: &str = include_str!("sample.toml");

/// How frames are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Borders {
    /// Box-drawing lines.
    #[default]
    Unicode,
    /// `+`, `-` and `|`, for terminals that draw box lines two cells wide.
    Ascii,
}

impl Borders {
    /// The name in the file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unicode => "unicode",
            Self::Ascii => "ascii",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        [Self::Unicode, Self::Ascii]
            .into_iter()
            .find(|b| b.name() == name)
    }
}

/// A key of the configuration file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// The language.
    Language,
    /// The theme.
    Theme,
    /// How frames are drawn.
    Borders,
    /// Whether the screen listens to the mouse.
    Mouse,
    /// Where the data lies.
    DataDir,
    /// The weekdays with school.
    SchoolDays,
    /// When parents can expect a reply.
    ReplyWindow,
    /// What is to fall.
    Goals,
    /// What the weeks are compared with.
    Baseline,
    /// The rules of the burden list.
    Rules,
    /// Whether a meeting's worth is asked.
    AskWorth,
    /// How many dumps are kept.
    Backups,
}

impl Key {
    /// All of them, in the order of the sample.
    pub const ALL: [Self; 12] = [
        Self::Language,
        Self::Theme,
        Self::Borders,
        Self::Mouse,
        Self::DataDir,
        Self::SchoolDays,
        Self::ReplyWindow,
        Self::Goals,
        Self::Baseline,
        Self::Rules,
        Self::AskWorth,
        Self::Backups,
    ];

    /// The name in the file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Theme => "theme",
            Self::Borders => "borders",
            Self::Mouse => "mouse",
            Self::DataDir => "data_dir",
            Self::SchoolDays => "school_days",
            Self::ReplyWindow => "reply_window",
            Self::Goals => "goals",
            Self::Baseline => "baseline",
            Self::Rules => "rules",
            Self::AskWorth => "ask_worth",
            Self::Backups => "backups",
        }
    }

    /// The key of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.name() == name)
    }
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
    /// Whether the screen listens to the mouse.
    pub mouse: bool,
    /// Where the data lies; none for the system's usual place.
    pub data_dir: Option<PathBuf>,
    /// The weekdays that are school days, Monday first; at least one.
    pub school_days: [bool; 7],
    /// When parents can expect a reply: start and end in minutes since midnight, start < end ≤ 24:00.
    pub reply_window: (u32, u32),
    /// What falls (`non_teaching`, `reports`, `reports/forms`), and by how many hundredths of a per cent, at most
    /// 10,000.
    pub goals: Vec<(String, u32)>,
    /// Non-teaching minutes of a five-day week, 1 to 7200; none for the first two complete weeks.
    pub baseline: Option<u32>,
    /// What the rules of the burden list are set to where they are not as usual: `off`, `on`, a number, a weekday.
    pub rules: Vec<(String, String)>,
    /// Whether a meeting's worth is asked when it is logged.
    pub ask_worth: bool,
    /// How many dumps are kept.
    pub backups: BackupsKept,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            language: None,
            theme: "default".to_owned(),
            borders: Borders::default(),
            mouse: true,
            data_dir: None,
            school_days: [true, true, true, true, true, false, false],
            reply_window: (7 * 60, 20 * 60),
            goals: vec![(goals::SUBJECTS[0].to_owned(), 1500)],
            baseline: None,
            rules: Vec::new(),
            ask_worth: false,
            backups: BackupsKept::default(),
        }
    }
}

impl Config {
    /// Reads a configuration's text in which all must make sense; `path` is named in errors.
    ///
    /// # Errors
    /// [`ConfigError`] with the first line and key that make no sense.
    pub fn parse(text: &str, path: &Path) -> Result<Self, ConfigError> {
        let reading = Reading::of(text, path);
        let config = reading.config.clone();
        let first = reading.into_faults().min_by_key(|e| e.line);
        first.map_or(Ok(config), Err)
    }

    /// Takes a value over; none where it does not fit.
    pub(super) fn take(&mut self, key: Key, item: &Item) -> Option<()> {
        match key {
            Key::Language => {
                self.language = match item.as_str()? {
                    "auto" => None,
                    tag => Some(tag.parse().ok()?),
                }
            }
            Key::Theme => item.as_str()?.clone_into(&mut self.theme),
            Key::Borders => self.borders = Borders::from_name(item.as_str()?)?,
            Key::Mouse => self.mouse = item.as_bool()?,
            Key::DataDir => {
                self.data_dir = Some(item.as_str()?).filter(|d| !d.is_empty()).map(PathBuf::from);
            }
            Key::SchoolDays => self.school_days = value::weekdays(item)?,
            Key::ReplyWindow => self.reply_window = value::window(item)?,
            Key::Goals => self.goals = goals::goals(item)?,
            Key::Baseline => {
                self.baseline = match item.as_str() {
                    Some("auto") => None,
                    _ => Some(value::minutes(item)?),
                }
            }
            Key::Rules => self.rules = rules::rules(item)?,
            Key::AskWorth => self.ask_worth = item.as_bool()?,
            Key::Backups => self.backups = value::backups(item)?,
        }
        Some(())
    }
}

/// The line, from 1, that a byte offset lies on.
pub(super) fn line_of(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|b| *b == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::super::ConfigFault;
    use super::*;
    use crate::i18n::{I18n, Say};

    fn parse(text: &str) -> Result<Config, String> {
        Config::parse(text, Path::new("config.toml")).map_err(|e| e.to_string())
    }

    #[test]
    fn the_sample_is_the_default_and_says_a_line_about_each_key() {
        assert_eq!(parse(SAMPLE).unwrap(), Config::default());
        assert_eq!(parse("").unwrap(), Config::default());
        let lines: Vec<&str> = SAMPLE.lines().collect();
        for key in Key::ALL {
            let shows = |l: &&str| l.starts_with(&format!("{} =", key.name()));
            let at = lines.iter().position(shows).unwrap();
            assert!(lines[at - 1].starts_with('#'), "{}", key.name());
        }
    }

    #[test]
    fn values() {
        let config = parse(
            "language = \"zh-Hant\"\nborders = \"ascii\"\ndata_dir = \"/data\"\nmouse = false\n\
             school_days = [\"mon\", \"sat\"]\nreply_window = \"00:00-24:00\"\nbaseline = 900\nbackups = [1, 2, 366]\n\
             [goals]\nreports = 12.5\n\"meetings/staff-meeting\" = 100\n",
        )
        .unwrap();
        assert_eq!(config.language, Some(Lang::ZhHant));
        assert_eq!((config.borders, config.mouse), (Borders::Ascii, false));
        assert_eq!(config.data_dir, Some(PathBuf::from("/data")));
        assert_eq!(config.school_days.map(u8::from), [1, 0, 0, 0, 0, 1, 0]);
        assert_eq!((config.reply_window, config.baseline), ((0, 1440), Some(900)));
        assert_eq!(config.backups.monthly, 366);
        let goals = [
            ("reports".to_owned(), 1250),
            ("meetings/staff-meeting".to_owned(), 10_000),
        ];
        assert_eq!(config.goals, goals);
    }

    #[test]
    fn errors_name_file_line_and_key() {
        for (text, parts) in [
            ("\nlanguage = \"fr\"", ["line 2", "language", "fr"]),
            ("theme = \"x\"\ncolour = 1", ["line 2", "colour", "theme"]),
            ("theme = 3", ["line 1", "theme", "3"]),
            ("borders = \"round\"", ["line 1", "round", "ascii"]),
            ("theme = ", ["line 1", "", ""]),
            ("mouse = \"on\"", ["line 1", "mouse", "true"]),
            ("school_days = []", ["line 1", "school_days", "[]"]),
            (
                "school_days = [\"mon\", \"mon\"]",
                ["line 1", "school_days", "mon"],
            ),
            ("school_days = [\"mo\"]", ["line 1", "mo", "mon"]),
            (
                "reply_window = \"20:00-07:00\"",
                ["line 1", "reply_window", "07:00-20:00"],
            ),
            (
                "reply_window = \"07:00-24:01\"",
                ["line 1", "reply_window", "24:01"],
            ),
            (
                "reply_window = \"07:60-20:00\"",
                ["line 1", "reply_window", "07:60"],
            ),
            ("goals = { fun = 3 }", ["line 1", "goals", "fun"]),
            ("\n[goals]\nreports = 101", ["line 2", "goals", "non_teaching"]),
            (
                "goals = { \"non_teaching/x\" = 3 }",
                ["line 1", "goals", "category"],
            ),
            ("baseline = 0", ["line 1", "baseline", "auto"]),
            ("baseline = \"900\"", ["line 1", "baseline", "auto"]),
            ("backups = [7, 5]", ["line 1", "backups", "366"]),
            ("backups = [7, 5, 0]", ["line 1", "backups", "366"]),
            ("backups = [7, 5, 367]", ["line 1", "backups", "366"]),
        ] {
            let error = parse(text).unwrap_err();
            let named = error.contains("config.toml") && parts.iter().all(|p| error.contains(p));
            assert!(named, "{text}: {error}");
        }
    }

    #[test]
    fn every_language_says_what_fits() {
        for lang in Lang::ALL {
            for key in Key::ALL {
                let said = ConfigFault::Value {
                    key,
                    value: "x".to_owned(),
                }
                .say(&I18n::new(lang));
                assert!(said.contains(key.name()), "{said}");
            }
        }
    }
}
