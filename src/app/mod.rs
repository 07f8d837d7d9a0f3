//! The state of the terminal UI, and how it changes. No terminal, no store, no clock: inputs and replies come in as
//! values, effects go out as values, and drawing is a function of what is here.

mod day;
mod effect;
mod history;
mod knowledge;
mod line;
mod receive;
mod toast;
mod update;

pub use day::{DayFigures, DayScreen, EntryLine, Mode, Preview, Question, Scroll};
pub use effect::{Effect, Input, Loaded, Reply, Reread};
pub use history::describe;
pub use knowledge::Knowledge;
pub use line::Line;
pub use toast::{Beside, Toast};

use crate::diary::Profile;
use crate::i18n::Lang;
use crate::keymap::{Action, Context, Key, Keymap};
use chrono::{NaiveDate, NaiveDateTime};

/// The whole state.
#[derive(Debug)]
pub struct App {
    keymap: Keymap,
    lang: Lang,
    today: NaiveDate,
    known: Knowledge,
    day: DayScreen,
    toast: Option<Toast>,
    /// The user went to the date shown because it was today.
    shows_today: bool,
    /// Midnight has put another day on the screen, and no key was pressed on that yet.
    turned: bool,
}

impl App {
    /// The state at the start: today, not read yet. Begin with performing [`App::start`].
    #[must_use]
    pub fn new(keymap: Keymap, lang: Lang, now: NaiveDateTime) -> Self {
        Self {
            keymap,
            lang,
            today: now.date(),
            known: Knowledge::new(Profile::default()),
            day: DayScreen::new(now.date()),
            toast: None,
            shows_today: true,
            turned: false,
        }
    }

    /// What to do first.
    #[must_use]
    pub fn start(&self) -> Effect {
        Effect::Load(self.day.date)
    }

    /// The keys.
    #[must_use]
    pub const fn keymap(&self) -> &Keymap {
        &self.keymap
    }

    /// The language.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// The date of the last input.
    #[must_use]
    pub const fn today(&self) -> NaiveDate {
        self.today
    }

    /// Goals, activities and bells.
    #[must_use]
    pub const fn known(&self) -> &Knowledge {
        &self.known
    }

    /// The day screen.
    #[must_use]
    pub const fn day(&self) -> &DayScreen {
        &self.day
    }

    /// The figures of the day shown.
    #[must_use]
    pub fn figures(&self) -> DayFigures {
        DayFigures::of(&self.day, &self.known.profile().main_goal())
    }

    /// The message about what was just done.
    #[must_use]
    pub const fn toast(&self) -> Option<&Toast> {
        self.toast.as_ref()
    }

    /// Whose keys count.
    #[must_use]
    pub const fn context(&self) -> Context {
        self.day.mode.context()
    }

    /// The keys that do something right now: those of the context, and with an empty entry line also those of the list
    /// that type nothing.
    #[must_use]
    pub fn keys(&self, action: Action) -> Vec<Key> {
        let mut keys = self.keymap.keys(self.context(), action).to_vec();
        if self.entry_is_empty() {
            let through = self.keymap.keys(Context::Day, action).iter();
            keys.extend(through.filter(|key| self.action(**key) == Some(action)));
        }
        keys
    }

    fn action(&self, key: Key) -> Option<Action> {
        let context = self.context();
        let here = self.keymap.action(context, key);
        let through = || self.keymap.action(Context::Day, key);
        match here {
            None if self.entry_is_empty() && !types_or_deletes(key) => through(),
            here => here,
        }
    }

    fn entry_is_empty(&self) -> bool {
        matches!(&self.day.mode, Mode::Entry(entry) if entry.line.is_empty() && entry.editing.is_none())
    }
}

/// Whether a key belongs to the entry line even while that is empty: who holds Delete down to empty the line must not
/// go on to delete blocks.
fn types_or_deletes(key: Key) -> bool {
    use crate::keymap::KeyCode::{Backspace, Delete};
    key.typed().is_some() || matches!(key.code, Backspace | Delete)
}
