//! Effects performed: the store behind a small trait, so that tests keep the data in memory.

use crate::app::{Answer, Catalogue, Effect, Loaded, Query, Reply, Reread, Responded, Responding, Task};
use crate::diary::{Operation, Outcome, Refusal, Setting};
use crate::i18n::{I18n, Say};
use crate::store::Undone;
use crate::survey::SurveyChange;
use crate::tr;
use crate::transfer::incoming::{Incoming, Known};
use chrono::{NaiveDate, NaiveDateTime};

/// Why something did not work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The diary's rules refuse it.
    Refused(Refusal),
    /// The store could not do it; one sentence in the user's language.
    Failed(String),
}

/// Where the data are kept.
///
/// Each call opens what it needs and closes it again, so that commands work while the screen is open. A change is
/// durable when the call returns: nothing is shown as saved before.
pub trait Backing {
    /// What the screens of a date show.
    ///
    /// # Errors
    /// [`Trouble::Failed`].
    fn load(&mut self, date: NaiveDate, now: NaiveDateTime, i18n: &I18n) -> Result<Loaded, Trouble>;

    /// The same, or none if nothing has changed since a sequence number.
    ///
    /// # Errors
    /// [`Trouble::Failed`].
    fn refresh(
        &mut self,
        date: NaiveDate,
        seen: u64,
        now: NaiveDateTime,
        i18n: &I18n,
    ) -> Result<Option<Loaded>, Trouble> {
        let loaded = self.load(date, now, i18n)?;
        Ok((loaded.seq != seen).then_some(loaded))
    }

    /// Reads every record; where something had to be mended, what the screens of a date then show. Data in memory has
    /// nothing to mend.
    ///
    /// # Errors
    /// [`Trouble::Failed`].
    fn verify(&mut self, _: NaiveDate, _: NaiveDateTime, _: &I18n) -> Result<Option<Loaded>, Trouble> {
        Ok(None)
    }

    /// Changes the diary, and settings with it; gives what that did and what the screens of a date then show. A failure of that reading is no
    /// failure of the change.
    ///
    /// # Errors
    /// [`Trouble`]; nothing has changed then.
    fn apply(
        &mut self,
        operation: &Operation,
        settings: &[Setting],
        date: NaiveDate,
        now: NaiveDateTime,
        i18n: &I18n,
    ) -> Result<(Outcome, Reread), Trouble>;

    /// Takes the last change back, or makes it again; gives what it was, and what the screens of its date
    /// then show, or those of `date` if it was about none.
    ///
    /// # Errors
    /// [`Trouble`]; nothing has changed then.
    fn revert(
        &mut self,
        redo: bool,
        date: NaiveDate,
        now: NaiveDateTime,
        i18n: &I18n,
    ) -> Result<(Option<Undone>, Reread), Trouble>;

    /// Changes a setting that is data; gives what the screens of a date then show.
    ///
    /// # Errors
    /// [`Trouble`]; nothing has changed then.
    fn set(
        &mut self,
        setting: &Setting,
        date: NaiveDate,
        now: NaiveDateTime,
        i18n: &I18n,
    ) -> Result<Reread, Trouble>;

    /// Changes what the user takes part in and says to surveys; gives what the screens of a date then show. Data in memory
    /// knows no surveys.
    ///
    /// # Errors
    /// [`Trouble`]; nothing has changed then.
    fn change_survey(
        &mut self,
        _: &SurveyChange,
        _: NaiveDate,
        _: NaiveDateTime,
        i18n: &I18n,
    ) -> Result<Reread, Trouble> {
        Err(Trouble::Failed(tr!(i18n, "survey-left")))
    }

    /// Reads what lies over a screen.
    ///
    /// # Errors
    /// [`Trouble::Failed`].
    fn read(&mut self, query: Query, now: NaiveDateTime, i18n: &I18n) -> Result<Answer, Trouble>;

    /// Writes a response to a survey, or a withdrawal: exactly what was shown, or nothing.
    ///
    /// # Errors
    /// [`Trouble::Failed`] where the data cannot be opened.
    fn respond(
        &mut self,
        responding: &Responding,
        now: NaiveDateTime,
        i18n: &I18n,
    ) -> Result<Responded, Trouble>;

    /// What the diary knows of the dates of a file.
    ///
    /// # Errors
    /// [`Trouble::Failed`].
    fn known(&mut self, incoming: &Incoming, now: NaiveDateTime, i18n: &I18n) -> Result<Known, Trouble>;

    /// Looks after the data as a whole; gives what was done, in one sentence, and what the screens of a date then show.
    ///
    /// # Errors
    /// [`Trouble`]; nothing has changed then.
    fn maintain(
        &mut self,
        task: &Task,
        date: NaiveDate,
        now: NaiveDateTime,
        i18n: &I18n,
    ) -> Result<(String, Reread), Trouble>;

    /// Keeps the data in another folder from now on: copies them, has it written down by `configure`, and works there.
    /// Nothing can be changed in the old folder meanwhile, nor after; whatever fails, all is as it was.
    ///
    /// # Errors
    /// [`Trouble`], also where `configure` gives a reason; nothing has changed then.
    fn move_to(
        &mut self,
        dir: &str,
        date: NaiveDate,
        now: NaiveDateTime,
        i18n: &I18n,
        configure: &mut dyn FnMut() -> Result<(), String>,
    ) -> Result<(String, Reread), Trouble>;
}

/// Performs an effect on the data; none for the effects that are not about them alone.
pub(crate) fn perform(
    backing: &mut dyn Backing,
    effect: Effect,
    now: NaiveDateTime,
    i18n: &I18n,
) -> Option<Reply> {
    let failed = |trouble: Trouble| failed(trouble, i18n);
    Some(match effect {
        Effect::Load(date) => match backing.load(date, now, i18n) {
            Ok(loaded) => Reply::Loaded(loaded),
            Err(trouble) => failed(trouble),
        },
        Effect::Refresh { date, seen } => match backing.refresh(date, seen, now, i18n) {
            Ok(Some(loaded)) => Reply::Loaded(loaded),
            Ok(None) => Reply::Unchanged,
            Err(trouble) => failed(trouble),
        },
        Effect::Verify(date) => match backing.verify(date, now, i18n) {
            Ok(Some(loaded)) => Reply::Loaded(loaded),
            Ok(None) => Reply::Unchanged,
            Err(trouble) => failed(trouble),
        },
        Effect::Apply {
            date,
            operation,
            settings,
        } => match backing.apply(&operation, &settings, date, now, i18n) {
            Ok((outcome, loaded)) => Reply::Applied {
                operation,
                outcome,
                loaded,
            },
            Err(Trouble::Refused(refusal)) => Reply::Refused { operation, refusal },
            Err(trouble) => failed(trouble),
        },
        Effect::Undo(date) => revert(backing, false, date, now, i18n).unwrap_or_else(failed),
        Effect::Redo(date) => revert(backing, true, date, now, i18n).unwrap_or_else(failed),
        Effect::Set { date, setting } => match backing.set(&setting, date, now, i18n) {
            Ok(loaded) => Reply::Set { setting, loaded },
            Err(trouble) => failed(trouble),
        },
        Effect::ChangeSurvey { date, change } => match backing.change_survey(&change, date, now, i18n) {
            Ok(loaded) => Reply::Maintained {
                said: tr!(i18n, "toast-saved"),
                loaded,
            },
            Err(trouble) => failed(trouble),
        },
        Effect::Read(query) => match backing.read(query, now, i18n) {
            Ok(answer) => Reply::Answer(answer),
            Err(trouble) => failed(trouble),
        },
        Effect::Respond(responding) => match backing.respond(&responding, now, i18n) {
            Ok(done) => Reply::Responded(done),
            Err(trouble) => failed(trouble),
        },
        Effect::NameActions { closed } => Reply::Named(Catalogue::new(i18n, closed)),
        Effect::Maintain { date, task } => match backing.maintain(&task, date, now, i18n) {
            Ok((said, loaded)) => Reply::Maintained { said, loaded },
            Err(trouble) => failed(trouble),
        },
        Effect::MoveData { .. }
        | Effect::ReadFile { .. }
        | Effect::ReadDefinition(_)
        | Effect::ListFiles { .. }
        | Effect::Configure { .. }
        | Effect::TryOn(_)
        | Effect::EditText { .. }
        | Effect::KeepText { .. }
        | Effect::Export(_)
        | Effect::Suspend
        | Effect::Quit => return None,
    })
}

/// What to answer where something did not work.
pub(crate) fn failed(trouble: Trouble, i18n: &I18n) -> Reply {
    Reply::Failed(match trouble {
        Trouble::Failed(why) => why,
        Trouble::Refused(refusal) => refusal.say(i18n),
    })
}

fn revert(
    backing: &mut dyn Backing,
    redo: bool,
    date: NaiveDate,
    now: NaiveDateTime,
    i18n: &I18n,
) -> Result<Reply, Trouble> {
    let (undone, loaded) = backing.revert(redo, date, now, i18n)?;
    Ok(Reply::Reverted { undone, redo, loaded })
}
