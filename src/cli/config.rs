//! `config`: shows and changes the configuration file, and shows the keys.

use super::CliError;
use super::args::ConfigAction;
use super::context::Context;
use super::desk::{theme_in, themes_beside};
use super::editor::Edited;
use crate::i18n::Say;
use crate::settings::{Config, ConfigFile, Key};
use crate::theme::Theme;
use crate::tr;

pub(super) fn run(cx: &mut Context<'_>, action: Option<ConfigAction>) -> Result<(), CliError> {
    let path = cx.layers.config_path(cx.places.as_ref());
    let file = ConfigFile::at(path.ok_or_else(|| CliError::Refused(tr!(cx.i18n, "cli-no-home")))?);
    match action.unwrap_or(ConfigAction::Show) {
        ConfigAction::Path => cx.print(&format!("{}\n", file.path().display())),
        ConfigAction::Show => {
            let text = show(cx);
            cx.print(&text)
        }
        ConfigAction::Keymap => {
            let keymap = super::ui::keymap(cx).map_err(CliError::Refused)?;
            cx.print(&keymap.to_toml())
        }
        ConfigAction::Set { key, value } => {
            let themes = themes_beside(file.path());
            if key == "theme" && theme_in(&themes, &value, &cx.i18n).is_err() {
                let file = themes.join(format!("{value}.toml")).display().to_string();
                return Err(CliError::Refused(tr!(
                    cx.i18n,
                    "cli-no-theme",
                    name = value,
                    known = Theme::names().collect::<Vec<_>>().join(", "),
                    file = file
                )));
            }
            Ok(file.set(&key, &value).map(drop)?)
        }
        ConfigAction::Edit => edit(cx, &file),
    }
}

/// The values in force, whatever they come from; where the data lie only if that is known.
fn show(cx: &Context<'_>) -> String {
    let config = Config {
        language: Some(cx.i18n.lang()),
        ..cx.config.clone()
    };
    let unknown = cx.config.data_dir.is_none().then_some(Key::DataDir);
    config.to_toml_without(unknown)
}

/// Opens a copy in the user's editor and takes it over if it can be read; otherwise the copy is kept and named.
fn edit(cx: &Context<'_>, config: &ConfigFile) -> Result<(), CliError> {
    let before = config.text()?;
    let edited = Edited::open(&before, "config", &cx.i18n)?;
    let taken =
        Config::parse(&edited.text, edited.path()).and_then(|_| config.replace(&before, &edited.text));
    taken
        .map(drop)
        .map_err(|error| edited.refused(&error.say(&cx.i18n), &cx.i18n))
}
