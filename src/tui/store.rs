//! The store as what the UI works on: a session for each effect, closed again at once.

use super::effects::{Backing, Trouble};
use super::survey;
use crate::app::{
    Answer, BaselineWeeks, Loaded, Query, Reread, Responded, Responding, Review, Reviewable, Summary,
    SurveyAnswer, SurveyAsked, SurveyReading, Task,
};
use crate::diary::{Operation, Outcome, Profile, Setting};
use crate::domain::WeekId;
use crate::figures::{Baseline, BaselineChoice, WeekFigures};
use crate::i18n::{I18n, Say};
use crate::store::{Session, Store, StoreError, Undone};
use crate::summary::{TrendSummary, WeekSummary};
use crate::survey::{ChangeError, SurveyChange, change_surveys};
use crate::tr;
use crate::transfer::incoming::{Incoming, Known};
use chrono::{NaiveDate, NaiveDateTime};
use std::cmp::Reverse;
use std::collections::BTreeSet;

impl Backing for Store {
    fn load(&mut self, date: NaiveDate, now: NaiveDateTime, i18n: &I18n) -> Result<Loaded, Trouble> {
        let read = || read(&mut self.session(now)?, date, i18n);
        read().map_err(|e| trouble(e, i18n))
    }

    fn refresh(
        &mut self,
        date: NaiveDate,
        seen: u64,
        now: NaiveDateTime,
        i18n: &I18n,
    ) -> Result<Option<Loaded>, Trouble> {
        if self.last_change() == Some(seen) {
            return Ok(None);
        }
        self.load(date, now, i18n).map(Some)
    }

    fn verify(
        &mut self,
        date: NaiveDate,
        now: NaiveDateTime,
        i18n: &I18n,
    ) -> Result<Option<Loaded>, Trouble> {
        let verify = || {
            let mut session = self.session(now)?;
            session.verify()?;
            if session.notices().is_empty() {
                return Ok(None);
            }
            read(&mut session, date, i18n).map(Some)
        };
        verify().map_err(|e| trouble(e, i18n))
    }

    fn apply(
        &mut self,
        operation: &Operation,
        settings: &[Setting],
        date: NaiveDate,
        now: NaiveDateTime,
        i18n: &I18n,
    ) -> Result<(Outcome, Reread), Trouble> {
        let mut session = self.session(now).map_err(|e| trouble(e, i18n))?;
        match session.apply_with(operation, settings.to_vec()) {
            Ok(outcome) => Ok((outcome, reread(&mut session, date, i18n))),
            // It is in the journal, so it must not be asked for again.
            Err(e @ StoreError::Pending(_)) => Ok((Outcome::default(), Err(e.say(i18n)))),
            Err(e) => Err(trouble(e, i18n)),
        }
    }

    fn revert(
        &mut self,
        redo: bool,
        date: NaiveDate,
        now: NaiveDateTime,
        i18n: &I18n,
    ) -> Result<(Option<Undone>, Reread), Trouble> {
        let mut session = self.session(now).map_err(|e| trouble(e, i18n))?;
        let undone = if redo { session.redo() } else { session.undo() };
        let undone = match undone {
            Ok(undone) => undone,
            Err(e @ StoreError::Pending(_)) => return Ok((Some(Undone::default()), Err(e.say(i18n)))),
            Err(e) => return Err(trouble(e, i18n)),
        };
        let date = undone.as_ref().map_or(date, |undone| undone.shown_from(date));
        Ok((undone, reread(&mut session, date, i18n)))
    }

    fn set(
        &mut self,
        setting: &Setting,
        date: NaiveDate,
        now: NaiveDateTime,
        i18n: &I18n,
    ) -> Result<Reread, Trouble> {
        let mut session = self.session(now).map_err(|e| trouble(e, i18n))?;
        match session.set(setting.clone()) {
            Ok(()) => Ok(reread(&mut session, date, i18n)),
            Err(e @ StoreError::Pending(_)) => Ok(Err(e.say(i18n))),
            Err(e) => Err(trouble(e, i18n)),
        }
    }

    fn change_survey(
        &mut self,
        change: &SurveyChange,
        date: NaiveDate,
        now: NaiveDateTime,
        i18n: &I18n,
    ) -> Result<Reread, Trouble> {
        let mut session = self.session(now).map_err(|e| trouble(e, i18n))?;
        match change_surveys(&mut session, std::slice::from_ref(change), now.date()) {
            Ok(()) => Ok(reread(&mut session, date, i18n)),
            Err(ChangeError::Store(e @ StoreError::Pending(_))) => Ok(Err(e.say(i18n))),
            Err(ChangeError::Store(e)) => Err(trouble(e, i18n)),
            Err(e) => Err(Trouble::Failed(e.say(i18n))),
        }
    }

    fn read(&mut self, query: Query, now: NaiveDateTime, i18n: &I18n) -> Result<Answer, Trouble> {
        match (self.session(now), query) {
            (Ok(mut session), query) => answer(&mut session, query, i18n).map_err(|e| trouble(e, i18n)),
            // Its screen says so.
            (Err(e), Query::Survey(asked)) => Ok(of_survey(asked, Err(e.say(i18n)))),
            (Err(e), _) => Err(trouble(e, i18n)),
        }
    }

    fn respond(
        &mut self,
        responding: &Responding,
        now: NaiveDateTime,
        i18n: &I18n,
    ) -> Result<Responded, Trouble> {
        let mut session = self.session(now).map_err(|e| trouble(e, i18n))?;
        Ok(survey::write(&mut session, responding, now, i18n))
    }

    fn known(&mut self, incoming: &Incoming, now: NaiveDateTime, i18n: &I18n) -> Result<Known, Trouble> {
        let known = || Known::of(&mut self.session(now)?, incoming);
        known().map_err(|e| trouble(e, i18n))
    }

    fn maintain(
        &mut self,
        task: &Task,
        date: NaiveDate,
        now: NaiveDateTime,
        i18n: &I18n,
    ) -> Result<(String, Reread), Trouble> {
        let mut session = self.session(now).map_err(|e| trouble(e, i18n))?;
        let done = match task {
            Task::Restore(name) => session.restore(name).map(|r| {
                let (name, before) = (r.name.to_string(), r.before.to_string());
                tr!(i18n, "toast-restored", name = name, before = before)
            }),
            Task::BackUp => session
                .dump()
                .map(|name| tr!(i18n, "toast-backed-up", name = name.to_string())),
        };
        match done {
            Ok(said) => Ok((said, reread(&mut session, date, i18n))),
            // It is in the journal, so it must not be asked for again.
            Err(e @ StoreError::Pending(_)) => Ok((e.say(i18n), Err(e.say(i18n)))),
            Err(e) => Err(trouble(e, i18n)),
        }
    }

    fn move_to(
        &mut self,
        dir: &str,
        date: NaiveDate,
        now: NaiveDateTime,
        i18n: &I18n,
        configure: &mut dyn FnMut() -> Result<(), String>,
    ) -> Result<(String, Reread), Trouble> {
        let moving = self.begin_move(dir, now).map_err(|e| trouble(e, i18n))?;
        configure().map_err(Trouble::Failed)?; // dropped, the move takes its copy away
        let (moved, marked) = moving.finish();
        *self = moved;
        let mut said = tr!(i18n, "toast-data-moved", folder = dir);
        if let Err(why) = marked {
            said = tr!(i18n, "store-not-marked", said = said, why = why.say(i18n));
        }
        let loaded = self.session(now).map_err(|e| e.say(i18n));
        Ok((
            said,
            loaded.and_then(|mut session| reread(&mut session, date, i18n)),
        ))
    }
}

/// What is asked for, as the data have it.
fn answer(session: &mut Session, query: Query, i18n: &I18n) -> Result<Answer, StoreError> {
    Ok(match query {
        Query::Days(range) => Answer::Days(session.days(range)?),
        Query::Marked(range) => {
            let days = session.days(range)?;
            Answer::Marked(days.iter().filter(|d| d.is_marked()).map(|d| d.date).collect())
        }
        Query::Search { text, most } => Answer::Found {
            blocks: session.search(&text, most)?,
            text,
        },
        Query::BaselineWeeks { newest, chosen } => {
            Answer::BaselineWeeks(baseline_weeks(session, newest, chosen)?)
        }
        Query::Backups => Answer::Backups(session.backups()?),
        Query::Review(what) => {
            let profile = session.profile()?;
            let summary = match what {
                Reviewable::Week(week) => Summary::Week(WeekSummary::read(session, week, &profile)?),
                Reviewable::Trend(weeks) => Summary::Trend(TrendSummary::read(session, weeks, &profile)?),
            };
            Answer::Review(Box::new(Review { summary, profile }))
        }
        Query::Trend(weeks) => {
            let profile = session.profile()?;
            Answer::Trend(Box::new(TrendSummary::read(session, weeks, &profile)?))
        }
        Query::Survey(asked) => {
            let reading = survey::read(session, &asked, i18n);
            of_survey(asked, reading)
        }
    })
}

fn of_survey(asked: SurveyAsked, reading: Result<SurveyReading, String>) -> Answer {
    Answer::Survey(Box::new(SurveyAnswer { asked, reading }))
}

/// What there is to show after a change, whose success does not hang on it.
fn reread(session: &mut Session, date: NaiveDate, i18n: &I18n) -> Reread {
    read(session, date, i18n).map_err(|e| e.say(i18n))
}

fn read(session: &mut Session, date: NaiveDate, i18n: &I18n) -> Result<Loaded, StoreError> {
    let profile = session.profile()?;
    let days = session.days(Loaded::range(date))?;
    let baseline = session.baseline(&profile)?;
    let week = WeekFigures::of(WeekId::of(date), &days);
    Ok(Loaded {
        date,
        past: session.past(&week, &days, &profile, baseline.as_ref())?,
        diary: days.into_iter().collect(),
        baseline,
        profile,
        seq: session.seq(),
        notices: session.notices().iter().map(|n| n.say(i18n)).collect(),
    })
}

/// The newest complete weeks, the first two, and those chosen.
fn baseline_weeks(
    session: &mut Session,
    newest: usize,
    chosen: Vec<WeekId>,
) -> Result<BaselineWeeks, StoreError> {
    let auto = Profile {
        baseline: BaselineChoice::Auto,
        ..Profile::default()
    };
    let first: Vec<WeekId> = session
        .baseline(&auto)?
        .iter()
        .flat_map(Baseline::weeks)
        .collect();
    let mut weeks = session.complete_weeks(newest.saturating_add(1))?; // one more tells that there are more
    let older = weeks.len() > newest;
    weeks.truncate(newest);
    let read: BTreeSet<WeekId> = weeks.iter().map(|w| w.week).collect();
    let others: BTreeSet<WeekId> = chosen.into_iter().chain(first.iter().copied()).collect();
    for week in others.difference(&read) {
        weeks.push(session.week(*week)?);
    }
    weeks.sort_by_key(|w| Reverse(w.week));
    Ok(BaselineWeeks { weeks, first, older })
}

fn trouble(error: StoreError, i18n: &I18n) -> Trouble {
    match error {
        StoreError::Refused(refusal) => Trouble::Refused(refusal),
        other => Trouble::Failed(other.say(i18n)),
    }
}
