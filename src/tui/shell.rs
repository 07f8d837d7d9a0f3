//! The loop without the terminal: inputs in, effects performed, frames out. What the tests drive with real keys.

use super::desk::Desk;
use super::effects::{Backing, Trouble, failed, perform};
use super::export;
use super::file::{self, File, Zone};
use super::screens::{self, Look};
use super::survey;
use crate::app::{Answer, App, Effect, Input, Looks, Mouse, Prefs, Reply, Target, Toast};
use crate::i18n::{I18n, Lang};
use crate::keymap::Keymap;
use crate::settings::Key;
use crate::tr;
use chrono::{NaiveDate, NaiveDateTime};
use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The clock: the local time of day.
pub type Clock = Box<dyn Fn() -> NaiveDateTime>;

/// What the program needs to run, handed in from outside.
pub struct Setup {
    /// The data.
    pub backing: Box<dyn Backing>,
    /// The configuration.
    pub desk: Box<dyn Desk>,
    /// Language, theme, borders.
    pub look: Look,
    /// The keys.
    pub keymap: Keymap,
    /// What to tell at the start, in the user's language.
    pub notices: Vec<String>,
    /// The clock.
    pub now: Clock,
    /// The user's clock at a moment.
    pub zone: Zone,
}

/// What is left for the terminal to do after an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Go on.
    Go,
    /// Hand the terminal back to the shell until resumed.
    Suspend,
    /// Hand the terminal over to the user's editor: call [`Shell::edit`] meanwhile.
    Edit,
    /// Leave.
    Quit,
}

/// The running program on some backend.
pub struct Shell {
    app: App,
    backing: Box<dyn Backing>,
    desk: Box<dyn Desk>,
    look: Look,
    now: Clock,
    zone: Zone,
    /// What was drawn where the last time, for the mouse; what lies over the rest comes last.
    drawn: RefCell<Vec<(Rect, Target)>>,
    /// Whether the last frame showed the screen: in a window that is too small only that is said.
    is_seen: Cell<bool>,
    /// The text to be edited, and a word for the name of its file.
    to_edit: Option<(String, &'static str)>,
}

impl Shell {
    /// Starts: reads today.
    #[must_use]
    pub fn new(setup: Setup) -> Self {
        let Setup {
            backing,
            desk,
            look,
            keymap,
            notices,
            now,
            zone,
        } = setup;
        let app = App::new(keymap, desk.prefs(), now());
        let mut shell = Self {
            app,
            backing,
            desk,
            look,
            now,
            zone,
            drawn: RefCell::default(),
            is_seen: Cell::new(true),
            to_edit: None,
        };
        let first = shell.app.start();
        shell.perform(vec![first]);
        shell.app.tell(notices);
        shell
    }

    /// The state.
    #[must_use]
    pub const fn app(&self) -> &App {
        &self.app
    }

    /// Why nothing could be read at the start.
    #[must_use]
    pub fn failure(&self) -> Option<&str> {
        match self.app.toast() {
            Some(Toast::Failed(why)) if self.app.day().loaded.is_none() => Some(why),
            _ => None,
        }
    }

    /// What to say when the shell takes over for a while.
    #[must_use]
    pub fn farewell(&self) -> String {
        tr!(self.look.i18n, "tui-suspended")
    }

    /// Takes an input in and performs what follows from it.
    pub fn handle(&mut self, input: Input) -> Next {
        let next = self.take(input);
        self.settle();
        next
    }

    /// The same, but what is asked for need not be read yet: who holds an arrow key down, or types a word to look for,
    /// asks for the next thing at once. To be followed by [`Shell::settle`] before drawing.
    ///
    /// In a window that is too small to show the screen nothing is done that the user would have to see.
    pub fn take(&mut self, input: Input) -> Next {
        if !self.is_seen.get() && self.app.needs_a_look(&input) {
            return Next::Go;
        }
        if !self.app.only_moves(&input) && !self.app.only_asks(&input) {
            self.settle();
        }
        let before = (self.app.context(), self.app.day().date);
        let mut effects = self.app.update(input, (self.now)());
        if before != (self.app.context(), self.app.day().date) {
            self.drawn.borrow_mut().clear(); // what was there is no more, and nobody has seen what is instead
        }
        effects.retain(|e| !matches!(e, Effect::Load(date) if self.app.unread() == Some(*date)));
        self.perform(effects)
    }

    /// Takes in what the mouse does in a cell, counted from 0.
    pub fn take_mouse(&mut self, mouse: Mouse, column: u16, row: u16) -> Next {
        let at = Position::new(column, row);
        let drawn = self.drawn.borrow();
        let target = drawn.iter().rev().find(|(area, _)| area.contains(at));
        let target = target.map(|(_, target)| *target);
        drop(drawn);
        self.take(Input::Mouse(mouse, target))
    }

    /// Reads what is asked for, if that is still to be done.
    pub fn settle(&mut self) {
        if let Some(date) = self.app.unread() {
            self.perform(vec![Effect::Load(date)]);
        }
        if let Some(query) = self.app.unread_query() {
            self.perform(vec![Effect::Read(query)]);
        }
    }

    fn perform(&mut self, mut effects: Vec<Effect>) -> Next {
        let mut next = Next::Go;
        effects.reverse(); // the first one comes first
        // A reply may ask for one more reading, and that for one change, so this ends.
        while let Some(effect) = effects.pop() {
            match effect {
                Effect::Quit => next = Next::Quit,
                Effect::Suspend => next = Next::Suspend,
                Effect::EditText { text, about } => {
                    self.to_edit = Some((text, about));
                    next = Next::Edit;
                }
                Effect::KeepText { text, about } => {
                    let reply = match self.desk.keep_text(&text, about, &self.look.i18n) {
                        Ok(kept) => Reply::Kept(tr!(self.look.i18n, "tui-text-kept", kept = kept)),
                        Err(why) => Reply::Failed(why),
                    };
                    effects.extend(self.app.receive(reply, &self.look.i18n));
                }
                Effect::TryOn(looks) => {
                    let reply = self.try_on(looks);
                    effects.extend(self.app.receive(reply, &self.look.i18n));
                }
                Effect::Configure { key, value } => {
                    let reply = self.configure(key, &value);
                    if matches!(reply, Reply::Failed(_)) {
                        // What was tried on goes with it.
                        let old = self.try_on(Looks::default());
                        effects.extend(self.app.receive(old, &self.look.i18n));
                    }
                    effects.extend(self.app.receive(reply, &self.look.i18n));
                }
                Effect::ReadFile { path, format, kind } => {
                    let (now, i18n) = ((self.now)(), Rc::clone(&self.look.i18n));
                    let file = File { path, format, kind };
                    let read = file.read(self.backing.as_mut(), self.zone, now, &i18n);
                    let reply = match read {
                        Ok(read) => Reply::Answer(Answer::File(Box::new(read))),
                        Err(trouble) => failed(trouble, &i18n),
                    };
                    effects.extend(self.app.receive(reply, &i18n));
                }
                Effect::Export(wanting) => {
                    let done = export::write(&wanting, &self.look.i18n);
                    let reply = done.map_or_else(Reply::Failed, Reply::Exported);
                    effects.extend(self.app.receive(reply, &self.look.i18n));
                }
                Effect::ReadDefinition(path) => {
                    let read = survey::definition(&path, &self.look.i18n);
                    let reply = read.map_or_else(Reply::Failed, |read| {
                        Reply::Answer(Answer::Definition(Box::new(read)))
                    });
                    effects.extend(self.app.receive(reply, &self.look.i18n));
                }
                Effect::ListFiles { typed, wanted } => {
                    let paths = file::beginning(&typed, wanted);
                    let reply = Reply::Answer(Answer::Files { typed, paths });
                    effects.extend(self.app.receive(reply, &self.look.i18n));
                }
                Effect::MoveData { date, to } => effects.extend(self.move_data(&to, date)),
                effect => {
                    let reply = perform(self.backing.as_mut(), effect, (self.now)(), &self.look.i18n);
                    if let Some(reply) = reply {
                        effects.extend(self.app.receive(reply, &self.look.i18n));
                    }
                }
            }
        }
        next
    }

    /// Lets the user edit the text that is to be edited, and takes it in. The terminal is the editor's meanwhile.
    pub fn edit(&mut self) {
        let Some((text, about)) = self.to_edit.take() else {
            return;
        };
        let reply = match self.desk.edit_text(&text, about, &self.look.i18n) {
            Ok(text) => Reply::Edited(text),
            Err(why) => Reply::NotEdited(why),
        };
        // What was changed meanwhile by others is not to be changed back: the text is compared with what there is now.
        self.handle(Input::Back);
        let effects = self.app.receive(reply, &self.look.i18n);
        self.perform(effects);
        self.settle();
    }

    fn configure(&mut self, key: &str, value: &str) -> Reply {
        match self.desk.configure(key, value, &self.look.i18n) {
            Ok(prefs) => self.take_over(prefs),
            Err(why) => Reply::Failed(why),
        }
    }

    /// Looks as the preferences say from now on.
    fn take_over(&mut self, prefs: Prefs) -> Reply {
        self.speak(prefs.lang);
        self.look.borders = prefs.borders;
        // A theme that cannot be read any more takes nothing else back: the one on the screen stays.
        if let Ok(theme) = self.desk.theme(&prefs.theme, &self.look.i18n) {
            self.look.theme = theme;
        }
        Reply::Configured(prefs)
    }

    fn try_on(&mut self, looks: Looks) -> Reply {
        let prefs = self.desk.prefs();
        self.speak(looks.lang.unwrap_or(prefs.lang));
        let i18n = Rc::clone(&self.look.i18n);
        let tried = looks.theme.map(|name| self.desk.theme(&name, &i18n));
        match tried {
            Some(Ok(theme)) => self.look.theme = theme,
            // What cannot be shown leaves what is configured.
            other => {
                if let Ok(theme) = self.desk.theme(&prefs.theme, &i18n) {
                    self.look.theme = theme;
                }
                if let Some(Err(why)) = other {
                    return Reply::Failed(why);
                }
            }
        }
        Reply::Looks(i18n.lang())
    }

    fn speak(&mut self, lang: Lang) {
        if self.look.i18n.lang() != lang {
            self.look.i18n = Rc::new(I18n::new(lang));
        }
    }

    /// Keeps the data in another folder from now on: copied first, then configured, then used. Whatever fails before
    /// that, all is as it was.
    fn move_data(&mut self, dir: &str, date: NaiveDate) -> Vec<Effect> {
        let i18n = Rc::clone(&self.look.i18n);
        let (key, desk, mut configured) = (Key::DataDir.name(), &mut self.desk, None);
        let moved = desk
            .check(key, dir, &i18n)
            .map_err(Trouble::Failed)
            .and_then(|()| {
                let mut configure = || {
                    desk.configure(key, dir, &i18n)
                        .map(|prefs| configured = Some(prefs))
                };
                self.backing
                    .move_to(dir, date, (self.now)(), &i18n, &mut configure)
            });
        let mut replies = Vec::from_iter(configured.map(|prefs| self.take_over(prefs)));
        replies.push(match moved {
            Ok((said, loaded)) => Reply::Maintained { said, loaded },
            Err(trouble) => failed(trouble, &i18n),
        });
        let receive = |reply| self.app.receive(reply, &self.look.i18n);
        let mut effects: Vec<Effect> = replies.into_iter().flat_map(receive).collect();
        effects.push(Effect::Load(date));
        effects
    }

    /// Draws a frame.
    ///
    /// # Errors
    /// What the backend cannot do.
    pub fn draw<B: Backend>(&self, terminal: &mut Terminal<B>) -> Result<(), B::Error> {
        terminal.draw(|frame| {
            if let Some(cursor) = self.draw_on(frame.buffer_mut()) {
                frame.set_cursor_position(cursor);
            }
        })?;
        Ok(())
    }

    /// Draws a frame onto an empty buffer of any size; gives the cell of the cursor, none if it is hidden.
    pub fn draw_on(&self, buffer: &mut Buffer) -> Option<(u16, u16)> {
        self.is_seen.set(screens::has_room(buffer.area));
        let mut drawn = self.drawn.borrow_mut();
        drawn.clear();
        screens::draw(&self.app, &self.look, buffer, &mut drawn)
    }
}
