//! No command: the terminal UI on today.

use super::CliError;
use super::context::Context;
use super::desk::FileDesk;
use crate::app::Prefs;
use crate::i18n::Say;
use crate::keymap::Keymap;
use crate::settings::Key;
use crate::theme::Theme;
use crate::tr;
use crate::tui::run::{self as screen, Desk, Options, TuiError, Unsaved};
use std::path::Path;
use std::rc::Rc;

/// How much of what is changed on the screen outlives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep<'a> {
    /// All of it.
    All,
    /// Nothing: the configuration file stays as it is, and files go into this folder, which is thrown away too.
    Nothing(&'a Path),
}

/// Runs the UI and returns the exit status it ends with.
pub(super) fn run(cx: &mut Context<'_>, keep: Keep<'_>) -> Result<u8, CliError> {
    if !cx.terminal {
        return Err(CliError::Usage(tr!(cx.i18n, "cli-no-terminal")));
    }
    let file = FileDesk::new(cx);
    let (theme, trouble) = file.theme_in_force(&cx.i18n);
    let keymap = keymap(cx).map_err(|why| tr!(cx.i18n, "cli-keymap-not-taken", why = why));
    for trouble in trouble.iter().chain(keymap.as_ref().err()) {
        cx.say(trouble);
        cx.troubles.push(trouble.clone());
    }
    let (now, clock) = (cx.now, cx.clock);
    let (fixed, zone) = (cx.fixed_clock, cx.zone);
    let desk: Box<dyn Desk> = match keep {
        Keep::All => Box::new(file),
        Keep::Nothing(folder) => Box::new(Unsaved(unsaved(&file, folder))),
    };
    let ended = screen::run(Options {
        store: cx.store.clone(),
        desk,
        i18n: Rc::clone(&cx.i18n),
        theme,
        borders: cx.config.borders,
        keymap: keymap.unwrap_or_else(|_| Keymap::built_in()),
        notices: std::mem::take(&mut cx.troubles),
        clock: Box::new(move || if fixed { now } else { clock() }),
        zone,
    });
    match ended {
        Ok(exit) => Ok(exit.status()),
        Err(TuiError::Data(why)) => Err(CliError::Refused(why)),
        Err(TuiError::Terminal(e)) => Err(CliError::Output(e)),
    }
}

/// What is in force at the start, for a screen that keeps nothing: its data stay where they are, to be thrown away, and
/// no file goes among the user's own.
fn unsaved(desk: &FileDesk, folder: &Path) -> Prefs {
    let mut prefs = Prefs {
        themes: Theme::names().map(str::to_owned).collect(),
        file: None,
        first_start: false,
        documents: folder.display().to_string(),
        made_up: true,
        ..desk.prefs()
    };
    prefs.overridden.push(Key::DataDir.name());
    prefs
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
