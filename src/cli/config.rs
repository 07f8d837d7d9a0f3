//! `config`: shows and changes the configuration file.

use super::CliError;
use super::args::ConfigAction;
use super::context::{Context, write_whole};
use crate::i18n::Say;
use crate::settings::{Borders, Config, SAMPLE, set_value};
use crate::theme::Theme;
use crate::tr;
use std::path::{Path, PathBuf};

pub(super) fn run(cx: &mut Context<'_>, action: Option<ConfigAction>) -> Result<(), CliError> {
    let path = cx.layers.config_path(cx.places.as_ref());
    let path = path.ok_or_else(|| CliError::Refused(tr!(cx.i18n, "cli-no-home")))?;
    match action.unwrap_or(ConfigAction::Show) {
        ConfigAction::Path => cx.print(&format!("{}\n", path.display())),
        ConfigAction::Show => {
            let text = show(cx);
            cx.print(&text)
        }
        ConfigAction::Set { key, value } => {
            if key == "theme" && super::ui::theme_named(cx, &value).is_err() {
                let file = super::ui::theme_path(cx, &value).display().to_string();
                return Err(CliError::Refused(tr!(
                    cx.i18n,
                    "cli-no-theme",
                    name = value,
                    known = Theme::names().collect::<Vec<_>>().join(", "),
                    file = file
                )));
            }
            let text = set_value(&text_of(&path)?, &path, &key, &value)?;
            save(&path, &text)
        }
        ConfigAction::Edit => edit(cx, &path),
    }
}

/// The values in force, whatever they come from.
fn show(cx: &Context<'_>) -> String {
    let language = cx.i18n.lang();
    let borders = match cx.config.borders {
        Borders::Unicode => "unicode",
        Borders::Ascii => "ascii",
    };
    format!(
        "language = \"{language}\"\ntheme = \"{}\"\nborders = \"{borders}\"\ndata_dir = {:?}\n",
        cx.config.theme,
        cx.store.dir().display().to_string()
    )
}

/// The file's text; the sample where there is no file yet.
fn text_of(path: &Path) -> Result<String, CliError> {
    match std::fs::read_to_string(path) {
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(SAMPLE.to_owned()),
        other => other.map_err(CliError::file(path)),
    }
}

fn save(path: &Path, text: &str) -> Result<(), CliError> {
    if let Some(dir) = path.parent().filter(|d| !d.as_os_str().is_empty()) {
        std::fs::create_dir_all(dir).map_err(CliError::file(dir))?;
    }
    write_whole(path, text.as_bytes())
}

/// Opens a copy in the user's editor and takes it over if it can be read; otherwise the copy is kept and named.
fn edit(cx: &Context<'_>, path: &Path) -> Result<(), CliError> {
    let file = tempfile::Builder::new()
        .prefix("jianfu-config-")
        .suffix(".toml")
        .tempfile();
    let file = file.map_err(CliError::Output)?;
    let copy = file.path().to_owned();
    std::fs::write(&copy, text_of(path)?).map_err(CliError::file(&copy))?;
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
    if let Err(error) = Config::parse(&text, &copy) {
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
    save(path, &text)
}
