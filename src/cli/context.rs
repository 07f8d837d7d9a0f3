//! What every command works with: store, clock, language, output. Nothing else reaches outside.

use super::CliError;
use crate::diary::Profile;
use crate::files::write_whole;
use crate::i18n::{I18n, Say};
use crate::settings::{Config, Layers, Places};
use crate::store::{Notice, Session, Store};
use crate::summary::DaySummary;
use crate::tr;
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use std::io::Write;
use std::path::Path;
use std::rc::Rc;

/// What main hands in: everything outside the program that a command may touch.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact about the outside")]
pub struct Environment<'a> {
    /// The arguments, the program's name first.
    pub args: Vec<std::ffi::OsString>,
    /// The system's clock, local time.
    pub clock: fn() -> NaiveDateTime,
    /// The system's clock at a moment, local time: its time zone.
    pub zone: fn(DateTime<Utc>) -> NaiveDateTime,
    /// The system's locale.
    pub locale: Option<String>,
    /// Where the system keeps a program's files; none where it does not say.
    pub places: Option<Places>,
    /// Whether someone can answer a question.
    pub interactive: bool,
    /// Whether the terminal UI can run: standard input and output are terminals that can be drawn on.
    pub terminal: bool,
    /// Whether `NO_COLOR` is set.
    pub no_color: bool,
    /// Data goes here.
    pub out: &'a mut dyn Write,
    /// Talk goes here.
    pub err: &'a mut dyn Write,
    /// Whether data goes to a terminal.
    pub out_is_terminal: bool,
    /// Whether talk goes to a terminal.
    pub err_is_terminal: bool,
}

/// What a command works with.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact about the outside")]
pub(super) struct Context<'a> {
    pub(super) store: Store,
    pub(super) now: NaiveDateTime,
    pub(super) fixed_clock: bool,
    pub(super) clock: fn() -> NaiveDateTime,
    pub(super) zone: fn(DateTime<Utc>) -> NaiveDateTime,
    /// Shared with the screen: the messages are read once.
    pub(super) i18n: Rc<I18n>,
    pub(super) config: Config,
    /// What the configuration file says by itself.
    pub(super) file: Config,
    pub(super) layers: Layers,
    pub(super) places: Option<Places>,
    /// What is wrong with the user's own files, told on standard error already; the screen hides that.
    pub(super) troubles: Vec<String>,
    pub(super) interactive: bool,
    pub(super) terminal: bool,
    pub(super) no_color: bool,
    pub(super) out: &'a mut dyn Write,
    pub(super) out_is_terminal: bool,
    pub(super) err: &'a mut dyn Write,
    pub(super) err_is_terminal: bool,
    /// What was told already.
    pub(super) told: Vec<Notice>,
}

impl Context<'_> {
    pub(super) fn today(&self) -> NaiveDate {
        self.now.date()
    }

    /// Opens the store and tells what had to be mended.
    pub(super) fn session(&mut self) -> Result<Session, CliError> {
        let session = self.store.session(self.now)?;
        self.tell(&session);
        Ok(session)
    }

    /// Tells what a session had to mend so far, each thing once.
    pub(super) fn tell(&mut self, session: &Session) {
        for notice in session.notices() {
            if !self.told.contains(notice) {
                self.told.push(notice.clone());
                self.say(&notice.say(&self.i18n));
            }
        }
    }

    /// A line of talk. Nobody listening is no error.
    pub(super) fn say(&mut self, text: &str) {
        let _ = writeln!(self.err, "{text}");
    }

    /// Writes data.
    pub(super) fn print(&mut self, text: &str) -> Result<(), CliError> {
        Ok(self.out.write_all(text.as_bytes())?)
    }

    /// Writes data to a file if one is named, whole or not at all, and says so; else to standard output.
    pub(super) fn deliver(&mut self, file: Option<&Path>, data: &[u8]) -> Result<(), CliError> {
        match file.filter(|path| path.as_os_str() != "-") {
            None => Ok(self.out.write_all(data)?),
            Some(path) => {
                let there = path.metadata().map(|there| there.is_file());
                write_whole(path, data).map_err(CliError::file(path))?;
                let file = path.display().to_string();
                match there {
                    Ok(true) => self.say(&tr!(self.i18n, "cli-file-replaced", path = file)),
                    Ok(false) => {} // a pipe or a device keeps nothing
                    Err(_) => self.say(&tr!(self.i18n, "cli-file-saved", path = file)),
                }
                Ok(())
            }
        }
    }
}

/// A day with its sums.
pub(super) fn day_summary(
    session: &mut Session,
    date: NaiveDate,
    profile: &Profile,
) -> Result<DaySummary, CliError> {
    let day = session.days(date..=date)?.pop();
    let day = day.unwrap_or_else(|| crate::domain::Day::empty(date));
    Ok(DaySummary::planned(day, profile))
}
