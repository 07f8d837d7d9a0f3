//! Flag, environment, file, default.

use super::{Config, ConfigError, Reading};
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

    /// Reads the file, and puts the flags and environment over it.
    #[must_use]
    pub fn resolve(&self, places: Option<&Places>) -> Resolved {
        let path = self.config_path(places);
        let Reading {
            config: file,
            mut faults,
            astray,
        } = path.map(|p| Reading::load(&p)).unwrap_or_default();
        let mut config = file.clone();
        let mut lost = None;
        config.data_dir = self.data_dir.clone().or(config.data_dir);
        match astray {
            Some(why) if config.data_dir.is_some() => faults.insert(0, why),
            Some(why) => lost = Some(why),
            None => {
                let usual = || places.map(|p| p.data_dir.clone());
                config.data_dir = config.data_dir.or_else(usual);
            }
        }
        config.language = Some(resolve_lang(self.lang, file.language, self.locale.as_deref()));
        Resolved {
            config,
            file,
            faults,
            lost,
        }
    }
}

/// What is in force, and what of the file is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved {
    /// What is in force. Without a `data_dir` where nothing says where the data lie.
    pub config: Config,
    /// What the file says by itself.
    pub file: Config,
    /// What is wrong with the file, each costing one key.
    pub faults: Vec<ConfigError>,
    /// What is wrong with the file so that it cannot be known where the data lie: then no store is to be opened.
    pub lost: Option<ConfigError>,
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
            let Resolved {
                config,
                file,
                faults,
                lost,
            } = layers.resolve(Some(&places));
            assert!(faults.is_empty() && lost.is_none());
            assert_ne!(file.language, Some(Lang::ZhHans), "what the file says by itself");
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
    fn without_knowing_where_the_data_lie_there_is_no_place_but_the_one_said_elsewhere() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("c.toml");
        std::fs::write(&path, "colour = 1\ndata_dir = 3").unwrap();
        let mut layers = Layers {
            config: Some(path),
            ..Layers::default()
        };
        let places = Places {
            config_dir: "/none".into(),
            data_dir: "/usual".into(),
        };
        let lost = layers.resolve(Some(&places));
        assert_eq!((lost.config.data_dir, lost.faults.len()), (None, 1));
        assert_eq!(lost.lost.unwrap().line, Some(2));
        layers.data_dir = Some("/flag".into());
        let said = layers.resolve(Some(&places));
        assert_eq!(said.config.data_dir, Some("/flag".into()));
        assert_eq!((said.lost, said.faults.len()), (None, 2));
    }
}
