//! `config`: shows and changes the configuration file, and shows the keys.

use super::CliError;
use super::args::ConfigAction;
use super::context::Context;
use super::desk::{theme_in, themes_beside};
use crate::i18n::Say;
use crate::settings::{Config, ConfigFile, Key};
use crate::theme::Theme;
use crate::tr;
use std::path::{Path, PathBuf};

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
    let file = tempfile::Builder::new()
        .prefix("jianfu-config-")
        .suffix(".toml")
        .tempfile();
    let file = file.map_err(CliError::Output)?;
    let copy = file.path().to_owned();
    let before = config.text()?;
    std::fs::write(&copy, &before).map_err(CliError::file(&copy))?;
    let editor = ["VISUAL", "EDITOR"]
        .iter()
        .find_map(|v| std::env::var(v).ok().filter(|e| !e.trim().is_empty()));
    let editor = editor.unwrap_or_else(|| if cfg!(windows) { "notepad" } else { "vi" }.to_owned());
    let mut words = editor.split_whitespace();
    let program = words.next().unwrap_or_default();
    let status = std::process::Command::new(program)
        .args(words)
        .arg(&copy)
        .status();
    if !status.map_err(CliError::file(Path::new(program)))?.success() {
        return Err(CliError::Refused(tr!(
            cx.i18n,
            "cli-editor-failed",
            editor = program
        )));
    }
    let text = std::fs::read_to_string(&copy).map_err(CliError::file(&copy))?;
    let taken = Config::parse(&text, &copy).and_then(|_| config.replace(&before, &text));
    if let Err(error) = taken {
        let kept: PathBuf = file
            .into_temp_path()
            .keep()
            .map_err(|e| CliError::File(copy.clone(), e.error))?;
        let kept = kept.display().to_string();
        let why = error.say(&cx.i18n);
        return Err(CliError::Refused(tr!(
            cx.i18n,
            "cli-config-not-taken",
            why = why,
            kept = kept
        )));
    }
    Ok(())
}
