//! No command: the terminal UI on today.

use super::CliError;
use super::context::Context;
use crate::app::Prefs;
use crate::i18n::Say;
use crate::keymap::Keymap;
use crate::theme::Theme;
use crate::tr;
use crate::tui::run::{self as screen, Options, TuiError, Unsaved};
use std::path::PathBuf;
use std::rc::Rc;

/// Runs the UI and returns the exit status it ends with.
pub(super) fn run(cx: &mut Context<'_>) -> Result<u8, CliError> {
    if !cx.terminal {
        return Err(CliError::Usage(tr!(cx.i18n, "cli-no-terminal")));
    }
    let (theme, trouble) = theme(cx);
    if let Some(trouble) = trouble {
        cx.say(&trouble);
    }
    let keymap = keymap(cx).unwrap_or_else(|why| {
        cx.say(&tr!(cx.i18n, "cli-keymap-not-taken", why = why));
        Keymap::built_in()
    });
    let (now, clock) = (cx.now, cx.clock);
    let fixed = cx.fixed_clock;
    let ended = screen::run(Options {
        store: cx.store.clone(),
        desk: Box::new(Unsaved(Prefs {
            theme: cx.config.theme.clone(),
            borders: cx.config.borders,
            data_dir: cx.store.dir().display().to_string(),
            ..Prefs::new(cx.i18n.lang())
        })),
        i18n: Rc::clone(&cx.i18n),
        theme,
        borders: cx.config.borders,
        keymap,
        clock: Box::new(move || if fixed { now } else { clock() }),
    });
    match ended {
        Ok(exit) => Ok(exit.status()),
        Err(TuiError::Data(why)) => Err(CliError::Refused(why)),
        Err(TuiError::Terminal(e)) => Err(CliError::Output(e)),
    }
}

/// The keys in force: the built-in ones with the changes of `keymap.toml` beside the configuration file, if there is one.
///
/// # Errors
/// What is wrong with that file, in the user's language.
pub(super) fn keymap(cx: &Context<'_>) -> Result<Keymap, String> {
    let config = cx.layers.config_path(cx.places.as_ref()).unwrap_or_default();
    let path = config.with_file_name("keymap.toml");
    match std::fs::read_to_string(&path) {
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(Keymap::built_in()),
        Err(e) => Err(CliError::File(path, e).message(&cx.i18n).unwrap_or_default()),
        Ok(text) => {
            let text = text.trim_start_matches('\u{feff}');
            Keymap::with_changes(&path.display().to_string(), text).map_err(|e| e.say(&cx.i18n))
        }
    }
}

/// The theme of the configuration, and what was wrong with it, if anything: then it is the built-in one.
fn theme(cx: &Context<'_>) -> (Theme, Option<String>) {
    if cx.no_color {
        return (Theme::mono(), None);
    }
    match theme_named(cx, &cx.config.theme) {
        Ok(theme) => (theme, None),
        Err(why) => (
            Theme::built_in(),
            Some(tr!(cx.i18n, "cli-theme-not-taken", why = why)),
        ),
    }
}

/// A theme that is shipped, or of the user's own.
///
/// # Errors
/// Why there is none, in the user's language.
pub(super) fn theme_named(cx: &Context<'_>, name: &str) -> Result<Theme, String> {
    if let Some(theme) = Theme::shipped(name) {
        return Ok(theme);
    }
    let path = theme_path(cx, name);
    let shown = path.display().to_string();
    match std::fs::read_to_string(&path) {
        Err(e) => Err(CliError::File(path, e).message(&cx.i18n).unwrap_or_default()),
        Ok(text) => Theme::parse(&shown, &text).map_err(|e| e.say(&cx.i18n)),
    }
}

/// Where a theme of the user's own lies: `themes/NAME.toml` beside the configuration file.
pub(super) fn theme_path(cx: &Context<'_>, name: &str) -> PathBuf {
    let config = cx.layers.config_path(cx.places.as_ref()).unwrap_or_default();
    config.with_file_name("themes").join(format!("{name}.toml"))
}
