//! Flag, environment, file, default.

use super::{Config, ConfigError};
use crate::i18n::Lang;
use std::path::PathBuf;

/// Where the system keeps a program's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// The folder of the configuration and of the user's themes.
    pub config_dir: PathBuf,
    /// The folder of the data.
    pub data_dir: PathBuf,
}

/// What flags and environment say; none where they say nothing. The command line parser merges the two.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layers {
    /// `--config`, `JIANFU_CONFIG`.
    pub config: Option<PathBuf>,
    /// `--data-dir`, `JIANFU_DATA_DIR`.
    pub data_dir: Option<PathBuf>,
    /// `--lang`, `JIANFU_LANG`.
    pub lang: Option<Lang>,
    /// The system's locale.
    pub locale: Option<String>,
}

impl Layers {
    /// The configuration file's path.
    #[must_use]
    pub fn config_path(&self, places: Option<&Places>) -> Option<PathBuf> {
        self.config
            .clone()
            .or_else(|| places.map(|p| p.config_dir.join("config.toml")))
    }

    /// The configuration with the flags and environment over it, and what was wrong with the file, if anything.
    #[must_use]
    pub fn resolve(&self, places: Option<&Places>) -> (Config, Option<ConfigError>) {
        let (mut config, error) = match self.config_path(places).map(|p| Config::load(&p)) {
            None => (Config::default(), None),
            Some(Ok(config)) => (config, None),
            Some(Err(error)) => (Config::default(), Some(error)),
        };
        let default_dir = || places.map(|p| p.data_dir.clone());
        config.data_dir = self.data_dir.clone().or(config.data_dir).or_else(default_dir);
        config.language = Some(resolve_lang(self.lang, config.language, self.locale.as_deref()));
        (config, error)
    }
}

/// The language: what flag or environment say, then the file, then the system's locale, then English.
#[must_use]
pub fn resolve_lang(said: Option<Lang>, file: Option<Lang>, locale: Option<&str>) -> Lang {
    said.or(file)
        .unwrap_or_else(|| locale.map_or(Lang::En, Lang::from_locale))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_layer_goes_over_the_one_below() {
        let dir = tempfile::tempdir().unwrap();
        let places = Places {
            config_dir: dir.path().to_owned(),
            data_dir: "/usual".into(),
        };
        let mut layers = Layers {
            locale: Some("zh_TW".into()),
            ..Layers::default()
        };
        let of = |layers: &Layers| {
            let (config, error) = layers.resolve(Some(&places));
            assert_eq!(error, None);
            (config.language.unwrap(), config.data_dir.unwrap())
        };
        assert_eq!(of(&layers), (Lang::ZhHant, "/usual".into()));
        std::fs::write(
            dir.path().join("config.toml"),
            "language = \"en\"\ndata_dir = \"/file\"",
        )
        .unwrap();
        assert_eq!(of(&layers), (Lang::En, "/file".into()));
        layers.lang = Some(Lang::ZhHans);
        layers.data_dir = Some("/flag".into());
        assert_eq!(of(&layers), (Lang::ZhHans, "/flag".into()));
    }

    #[test]
    fn a_bad_file_is_told_and_the_defaults_hold() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("c.toml");
        std::fs::write(&path, "colour = 1").unwrap();
        let layers = Layers {
            config: Some(path),
            ..Layers::default()
        };
        let (config, error) = layers.resolve(None);
        assert_eq!(config.theme, "default");
        assert!(error.is_some());
    }
}
