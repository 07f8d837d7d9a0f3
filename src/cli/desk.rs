//! The configuration as the screen sees it: the file, with what the command line and the environment say over it.

use super::CliError;
use super::context::Context;
use super::editor::Edited;
use crate::app::Prefs;
use crate::i18n::{I18n, Lang, Say};
use crate::settings::{Config, ConfigFile, Key, Layers, resolve_lang};
use crate::store::Store;
use crate::theme::Theme;
use crate::tr;
use crate::tui::run::Desk;
use std::cell::OnceCell;
use std::path::{Path, PathBuf};

/// The configuration file, changed value by value.
#[derive(Debug)]
pub(super) struct FileDesk {
    /// None where the system has no place for one.
    file: Option<ConfigFile>,
    /// What the file says; the defaults where it makes no sense.
    config: Config,
    /// The names of the user's own themes, once they were asked for.
    themes: OnceCell<Vec<String>>,
    layers: Layers,
    no_color: bool,
    /// The folder of the data: that of the start until another is configured.
    data_dir: PathBuf,
    first_start: bool,
}

impl FileDesk {
    /// The desk of a command. The store is not opened yet.
    pub(super) fn new(cx: &Context<'_>) -> Self {
        let path = cx.layers.config_path(cx.places.as_ref());
        let first_start = is_first_start(path.as_deref(), &cx.store);
        let file = path.map(ConfigFile::at);
        Self {
            config: cx.file.clone(),
            themes: OnceCell::new(),
            layers: cx.layers.clone(),
            no_color: cx.no_color,
            data_dir: cx.store.dir().to_owned(),
            first_start,
            file,
        }
    }

    fn system_lang(&self) -> Lang {
        resolve_lang(None, None, self.layers.locale.as_deref())
    }

    fn lang(&self) -> Lang {
        resolve_lang(
            self.layers.lang,
            self.config.language,
            self.layers.locale.as_deref(),
        )
    }

    /// The theme in force, and what is wrong with the configured one, if anything: then it is the built-in one.
    pub(super) fn theme_in_force(&self, i18n: &I18n) -> (Theme, Option<String>) {
        match self.theme(&self.config.theme, i18n) {
            Ok(theme) => (theme, None),
            Err(why) => (
                Theme::built_in(),
                Some(tr!(i18n, "cli-theme-not-taken", why = why)),
            ),
        }
    }

    fn themes(&self) -> PathBuf {
        themes_beside(self.file.as_ref().map_or(Path::new(""), ConfigFile::path))
    }
}

impl Desk for FileDesk {
    fn prefs(&self) -> Prefs {
        let mut overridden = Vec::new();
        overridden.extend(self.layers.lang.map(|_| Key::Language.name()));
        overridden.extend(self.no_color.then_some(Key::Theme.name()));
        overridden.extend(self.layers.data_dir.as_ref().map(|_| Key::DataDir.name()));
        let mut themes: Vec<String> = Theme::names().map(str::to_owned).collect();
        themes.extend_from_slice(self.themes.get_or_init(|| own_themes(&self.themes())));
        Prefs {
            lang: self.lang(),
            language: self.config.language,
            system: self.system_lang(),
            theme: if self.no_color {
                "mono".to_owned()
            } else {
                self.config.theme.clone()
            },
            themes,
            borders: self.config.borders,
            mouse: self.config.mouse,
            data_dir: self.data_dir.display().to_string(),
            home: std::env::home_dir().map(|h| h.display().to_string()),
            documents: documents(),
            file: self.file.as_ref().map(|f| f.path().display().to_string()),
            overridden,
            first_start: self.first_start,
            made_up: false,
        }
    }

    fn theme(&self, name: &str, i18n: &I18n) -> Result<Theme, String> {
        if self.no_color {
            return Ok(Theme::mono());
        }
        theme_in(&self.themes(), name, i18n)
    }

    fn check(&self, key: &str, value: &str, i18n: &I18n) -> Result<(), String> {
        let file = self.file.as_ref().ok_or_else(|| tr!(i18n, "cli-no-home"))?;
        file.check(key, value).map_err(|e| e.say(i18n))
    }

    fn configure(&mut self, key: &str, value: &str, i18n: &I18n) -> Result<Prefs, String> {
        let file = self.file.as_ref().ok_or_else(|| tr!(i18n, "cli-no-home"))?;
        if key == Key::Theme.name() {
            theme_in(&self.themes(), value, i18n)?;
        }
        self.config = file.set(key, value).map_err(|e| e.say(i18n))?;
        if key == Key::DataDir.name() {
            self.data_dir = value.into();
        }
        self.first_start = false;
        Ok(self.prefs())
    }

    fn edit_text(&mut self, text: &str, about: &str, i18n: &I18n) -> Result<Option<String>, String> {
        let edited = Edited::open(text, about, i18n).map_err(|e| e.message(i18n).unwrap_or_default())?;
        let new = edited.text.clone();
        Ok(Some(new).filter(|new| new != text))
    }

    fn keep_text(&mut self, text: &str, about: &str, i18n: &I18n) -> Result<String, String> {
        Edited::keep(text, about).map_err(|e| e.message(i18n).unwrap_or_default())
    }
}

/// Whether the first steps are to be asked for: nothing was ever logged, nothing configured, and there is a place to write
/// the answers down. A configuration that cannot be read is there all the same, and so is a link that leads nowhere.
fn is_first_start(config: Option<&Path>, store: &Store) -> bool {
    config.is_some_and(|p| !p.exists() && !p.is_symlink()) && store.is_new()
}

/// A theme that is shipped, or one of the user's own in a folder.
///
/// # Errors
/// Why there is none, in the user's language.
pub(super) fn theme_in(folder: &Path, name: &str, i18n: &I18n) -> Result<Theme, String> {
    if let Some(theme) = Theme::shipped(name) {
        return Ok(theme);
    }
    let path = folder.join(format!("{name}.toml"));
    let shown = path.display().to_string();
    match std::fs::read_to_string(&path) {
        Err(e) => Err(CliError::File(path, e).message(i18n).unwrap_or_default()),
        Ok(text) => Theme::parse(&shown, &text).map_err(|e| e.say(i18n)),
    }
}

/// Where the themes of the user's own lie: in `themes/` beside the configuration file.
pub(super) fn themes_beside(config: &Path) -> PathBuf {
    config.with_file_name("themes")
}

/// The names of the themes of the user's own, in order.
fn own_themes(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let name = |file: std::ffi::OsString| file.to_str()?.strip_suffix(".toml").map(str::to_owned);
    let mut names: Vec<String> = entries.filter_map(|e| name(e.file_name())).collect();
    names.retain(|n| !n.starts_with('.') && Theme::names().all(|shipped| shipped != n));
    names.sort_unstable();
    names
}

/// The user's folder of documents, or their own; empty where neither is known.
fn documents() -> String {
    let folders = directories::UserDirs::new();
    let folder = folders.map(|dirs| dirs.document_dir().unwrap_or(dirs.home_dir()).to_owned());
    folder
        .filter(|f| f.is_dir())
        .map_or_else(String::new, |f| f.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Reading;

    fn desk(dir: &Path, layers: Layers) -> FileDesk {
        let file = ConfigFile::at(dir.join("config.toml"));
        FileDesk {
            config: Reading::load(file.path()).config,
            themes: OnceCell::new(),
            file: Some(file),
            layers,
            no_color: false,
            data_dir: "/data".into(),
            first_start: true,
        }
    }

    #[test]
    fn a_value_is_kept_in_the_file_and_what_is_above_it_holds_all_the_same() {
        let dir = tempfile::tempdir().unwrap();
        let locale = Some("zh_TW.UTF-8".to_owned());
        let mut plain = desk(
            dir.path(),
            Layers {
                locale,
                ..Layers::default()
            },
        );
        assert_eq!(plain.prefs().lang, Lang::ZhHant);
        let prefs = plain.configure("language", "en", I18n::english()).unwrap();
        assert_eq!((prefs.lang, prefs.language), (Lang::En, Some(Lang::En)));
        assert!(prefs.overridden.is_empty() && !prefs.first_start);
        let lang = Some(Lang::ZhHans);
        let over = desk(
            dir.path(),
            Layers {
                lang,
                ..Layers::default()
            },
        );
        let prefs = over.prefs();
        assert_eq!((prefs.lang, prefs.language), (Lang::ZhHans, Some(Lang::En)));
        assert_eq!(prefs.overridden, ["language"]);
    }

    #[test]
    fn a_refused_value_changes_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let mut desk = desk(dir.path(), Layers::default());
        let before = desk.prefs();
        for (key, value) in [
            ("language", "fr"),
            ("theme", "none-such"),
            ("mouse", "perhaps"),
            ("colour", "1"),
        ] {
            let why = desk.configure(key, value, I18n::english()).unwrap_err();
            assert!(!why.is_empty());
            assert_eq!(desk.prefs(), before, "{key}");
        }
        assert!(!dir.path().join("config.toml").exists());
    }

    /// Nobody can make a folder there, not even the super-user.
    #[cfg(target_os = "linux")]
    #[test]
    fn what_cannot_be_written_is_said_and_the_old_values_hold() {
        let mut desk = desk(Path::new("/proc/jianfu"), Layers::default());
        let before = desk.prefs();
        for (key, value) in [("language", "zh-Hant"), ("mouse", "false"), ("data_dir", "/new")] {
            let why = desk.configure(key, value, I18n::english()).unwrap_err();
            assert!(why.contains("/proc/jianfu/config.toml"), "{why}");
            assert_eq!(desk.prefs(), before);
        }
    }

    #[test]
    fn without_a_place_for_the_answers_nothing_is_asked() {
        let dir = tempfile::tempdir().unwrap();
        let (store, config) = (Store::at(dir.path().join("data")), dir.path().join("config.toml"));
        assert!(is_first_start(Some(&config), &store));
        assert!(!is_first_start(None, &store), "it would be asked at every start");
        std::fs::write(&config, "").unwrap();
        assert!(!is_first_start(Some(&config), &store));
    }

    #[test]
    fn themes_of_the_user_s_own_come_after_the_shipped_ones_and_a_broken_one_is_named() {
        let dir = tempfile::tempdir().unwrap();
        let themes = dir.path().join("themes");
        std::fs::create_dir(&themes).unwrap();
        std::fs::write(themes.join("mine.toml"), include_str!("../../themes/mono.toml")).unwrap();
        std::fs::write(themes.join("bad.toml"), "\ntitel = 3\n").unwrap();
        std::fs::write(themes.join("mono.toml"), "shadowed").unwrap();
        std::fs::write(themes.join("notes.txt"), "").unwrap();
        let mut desk = desk(dir.path(), Layers::default());
        let names = desk.prefs().themes;
        assert_eq!(names[Theme::names().count()..], ["bad", "mine"]);
        assert!(desk.theme("mine", I18n::english()).is_ok());
        let why = desk.configure("theme", "bad", I18n::english()).unwrap_err();
        assert!(
            why.contains("bad.toml") && why.contains("titel") && why.contains('2'),
            "{why}"
        );
        desk.configure("theme", "mine", I18n::english()).unwrap();
        assert_eq!(desk.prefs().theme, "mine");
    }
}
