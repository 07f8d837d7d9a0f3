//! A diary in memory with undo, as a stand-in for the store.

use chrono::{NaiveDate, NaiveDateTime};
use jianfu::app::{
    Answer, BaselineWeeks, Loaded, Query, Reread, Responded, Responding, Review, Reviewable, Summary,
    SurveyAnswer, SurveyReading, Task,
};
use jianfu::diary::{Diary, Operation, Outcome, Profile, Setting};
use jianfu::domain::WeekId;
use jianfu::figures::{Baseline, BaselineChoice, Past, WeekFigures};
use jianfu::i18n::I18n;
use jianfu::store::{BackupInfo, Undone};
use jianfu::summary::{TrendSummary, WeekSummary};
use jianfu::transfer::incoming::{Incoming, Known, Record};
use jianfu::tui::{Backing, Trouble};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

/// The data; a clone is another handle on the same, as another process has.
#[derive(Clone, Default)]
pub struct Memory(Rc<RefCell<Data>>);

#[derive(Default)]
pub struct Data {
    pub diary: Diary,
    pub profile: Profile,
    pub baseline: Option<Baseline>,
    pub seq: u64,
    pub notices: Vec<String>,
    /// The store does not work, for this reason.
    pub broken: Option<String>,
    /// The store saves, but what it has cannot be read again afterwards, for this reason.
    pub blind: Option<String>,
    /// How often a date was read for its own sake, not after a change.
    pub loads: usize,
    /// What was read for what lies over a screen.
    pub queries: Vec<Query>,
    /// What there is as backups.
    pub backups: Vec<BackupInfo>,
    /// What was done to the data as a whole.
    pub tasks: Vec<Task>,
    /// The folder that was switched to.
    pub folder: String,
    undo: Vec<(Diary, Profile)>,
    redo: Vec<(Diary, Profile)>,
}

impl Memory {
    pub fn with_baseline(minutes: u32) -> Self {
        let memory = Self::default();
        memory.change(|d| d.baseline = Some(Baseline::typed(minutes)));
        memory
    }

    pub fn change(&self, f: impl FnOnce(&mut Data)) {
        let mut data = self.0.borrow_mut();
        f(&mut data);
        data.seq += 1;
    }

    pub fn loads(&self) -> usize {
        self.0.borrow().loads
    }

    /// What was read for what lies over a screen, since this was asked for.
    pub fn queries(&self) -> Vec<Query> {
        std::mem::take(&mut self.0.borrow_mut().queries)
    }

    pub fn profile(&self) -> Profile {
        self.0.borrow().profile.clone()
    }

    pub fn tasks(&self) -> Vec<Task> {
        self.0.borrow().tasks.clone()
    }

    pub fn folder(&self) -> String {
        self.0.borrow().folder.clone()
    }

    pub fn diary(&self) -> Diary {
        self.0.borrow().diary.clone()
    }

    fn reread(&self, date: NaiveDate) -> Reread {
        let blind = self.0.borrow().blind.clone();
        blind.map_or_else(|| self.loaded(date).map_err(|e| format!("{e:?}")), Err)
    }

    fn loaded(&self, date: NaiveDate) -> Result<Loaded, Trouble> {
        let mut held = self.0.borrow_mut();
        if let Some(why) = &held.broken {
            return Err(Trouble::Failed(why.clone()));
        }
        let range = Loaded::range(date);
        Ok(Loaded {
            past: Past::default(),
            date,
            seq: held.seq,
            diary: held
                .diary
                .days()
                .filter(|d| range.contains(&d.date))
                .cloned()
                .collect(),
            profile: held.profile.clone(),
            baseline: held.baseline.clone(),
            notices: std::mem::take(&mut held.notices),
        })
    }
}

impl Backing for Memory {
    fn load(&mut self, date: NaiveDate, _: NaiveDateTime, _: &I18n) -> Result<Loaded, Trouble> {
        self.0.borrow_mut().loads += 1;
        self.loaded(date)
    }

    fn apply(
        &mut self,
        operation: &Operation,
        settings: &[Setting],
        date: NaiveDate,
        _: NaiveDateTime,
        _: &I18n,
    ) -> Result<(Outcome, Reread), Trouble> {
        self.loaded(date)?;
        let mut new = self.diary();
        let outcome = operation.apply(&mut new).map_err(Trouble::Refused)?;
        self.change(|data| {
            let profile = data.profile.clone();
            for setting in settings {
                data.profile.set(setting.clone());
            }
            let old = std::mem::replace(&mut data.diary, new);
            data.undo.push((old, profile));
            data.redo.clear();
        });
        Ok((outcome, self.reread(date)))
    }

    fn revert(
        &mut self,
        redo: bool,
        date: NaiveDate,
        _: NaiveDateTime,
        _: &I18n,
    ) -> Result<(Option<Undone>, Reread), Trouble> {
        self.loaded(date)?;
        let mut undone = None;
        self.change(|data| {
            let from = if redo { &mut data.redo } else { &mut data.undo };
            if let Some((other, profile)) = from.pop() {
                let now = std::mem::replace(&mut data.diary, other);
                let old = std::mem::replace(&mut data.profile, profile);
                let mut what = Undone::default();
                let dates: BTreeSet<_> = now.days().chain(data.diary.days()).map(|d| d.date).collect();
                for date in dates {
                    let (before, after) = (now.day(date), data.diary.day(date));
                    if before != after {
                        what.day(&before, &after);
                    }
                }
                let differs = |name: &&&str| old.setting(name) != data.profile.setting(name);
                let names = jianfu::diary::SETTING_NAMES.iter().filter(differs);
                what.settings = names.map(|name| (*name).to_owned()).collect();
                undone = Some(what);
                let to = if redo { &mut data.undo } else { &mut data.redo };
                to.push((now, old));
            }
        });
        let date = undone.as_ref().map_or(date, |undone| undone.shown_from(date));
        Ok((undone, self.reread(date)))
    }

    fn set(
        &mut self,
        setting: &Setting,
        date: NaiveDate,
        now: NaiveDateTime,
        _: &I18n,
    ) -> Result<Reread, Trouble> {
        self.loaded(date)?;
        self.change(|data| {
            let old = (data.diary.clone(), data.profile.clone());
            data.undo.push(old);
            data.redo.clear();
            let all = data.profile.change(vec![setting.clone()], now.date());
            for setting in all {
                data.profile.set(setting);
            }
            if let Setting::Baseline(choice) = setting {
                data.baseline = match choice {
                    BaselineChoice::Minutes(minutes) => Some(Baseline::typed(*minutes)),
                    BaselineChoice::Weeks(weeks) => Baseline::of_weeks(
                        weeks
                            .iter()
                            .map(|w| WeekFigures::of(*w, data.diary.days()))
                            .collect::<Vec<_>>(),
                    ),
                    BaselineChoice::Auto => None,
                };
            }
        });
        Ok(self.reread(date))
    }

    fn read(&mut self, query: Query, _: NaiveDateTime, _: &I18n) -> Result<Answer, Trouble> {
        self.0.borrow_mut().queries.push(query.clone());
        if let Some(why) = &self.0.borrow().broken {
            return Err(Trouble::Failed(why.clone()));
        }
        let data = self.0.borrow();
        let days = || data.diary.days().rev();
        Ok(match query {
            Query::Days(range) => Answer::Days(
                days()
                    .rev()
                    .filter(|d| range.contains(&d.date))
                    .cloned()
                    .collect(),
            ),
            Query::Marked(range) => {
                let marked = days().filter(|d| range.contains(&d.date) && d.is_marked());
                Answer::Marked(marked.map(|d| d.date).collect())
            }
            Query::Search { text, most } => {
                let blocks = days().flat_map(|d| d.blocks().iter().map(|b| (d.date, b.clone())));
                let small = text.to_lowercase();
                let hits = blocks.filter(|(_, b)| b.note.as_str().to_lowercase().contains(&small));
                Answer::Found {
                    blocks: hits.take(most).collect(),
                    text,
                }
            }
            Query::BaselineWeeks { newest, chosen } => {
                let ids: BTreeSet<WeekId> =
                    days().map(|d| WeekId::of(d.date)).chain(chosen.clone()).collect();
                let all = ids.into_iter().map(|id| WeekFigures::of(id, data.diary.days()));
                let mut weeks: Vec<WeekFigures> = all.collect();
                let first = Baseline::auto(weeks.iter().cloned());
                let first: Vec<WeekId> = first.iter().flat_map(Baseline::weeks).collect();
                weeks.reverse();
                let mut complete = 0;
                let mut older = false;
                weeks.retain(|w| {
                    complete += usize::from(w.plan.is_complete());
                    let is_newest = w.plan.is_complete() && complete <= newest;
                    older |= w.plan.is_complete() && !is_newest;
                    is_newest || chosen.contains(&w.week) || first.contains(&w.week)
                });
                Answer::BaselineWeeks(BaselineWeeks { weeks, first, older })
            }
            Query::Backups => Answer::Backups(data.backups.clone()),
            Query::Review(what) => {
                let (profile, past) = (data.profile.clone(), Past::default());
                let held: Vec<_> = days().rev().cloned().collect();
                let summary = match what {
                    Reviewable::Week(week) => {
                        let held: Vec<_> = held.into_iter().filter(|d| WeekId::of(d.date) == week).collect();
                        let baseline = data.baseline.clone();
                        Summary::Week(WeekSummary::of(week, &held, &profile, baseline, past))
                    }
                    Reviewable::Trend(weeks) => {
                        let baseline = data.baseline.as_ref();
                        Summary::Trend(TrendSummary::of(weeks, &held, &profile, baseline, past))
                    }
                };
                Answer::Review(Box::new(Review { summary, profile }))
            }
            // What is sealed comes out of a real store; here is none.
            Query::Survey(asked) => Answer::Survey(Box::new(SurveyAnswer {
                asked,
                reading: Ok(SurveyReading::default()),
            })),
            Query::Trend(weeks) => {
                let range = weeks.start().monday()..=weeks.end().sunday();
                let held = days().rev().filter(|d| range.contains(&d.date));
                let held: Vec<_> = held.cloned().collect();
                let (baseline, past) = (data.baseline.as_ref(), Past::default());
                let trend = TrendSummary::of(weeks, &held, &data.profile, baseline, past);
                Answer::Trend(Box::new(trend))
            }
        })
    }

    fn respond(&mut self, _: &Responding, _: NaiveDateTime, _: &I18n) -> Result<Responded, Trouble> {
        Ok(Responded::Failed("no store".into()))
    }

    fn known(&mut self, incoming: &Incoming, _: NaiveDateTime, _: &I18n) -> Result<Known, Trouble> {
        let data = self.0.borrow();
        if let Some(why) = &data.broken {
            return Err(Trouble::Failed(why.clone()));
        }
        let blocks = data.diary.days().flat_map(jianfu::domain::Day::blocks);
        let dates: Vec<_> = incoming.records.iter().map(Record::dates).collect();
        let first = dates.iter().map(|d| *d.start()).min();
        let last = dates.iter().map(|d| *d.end()).max();
        let Some((first, last)) = first.zip(last) else {
            return Ok(Known::default());
        };
        let around = first.pred_opt().unwrap()..=last.succ_opt().unwrap();
        let near = data.diary.days().filter(|d| around.contains(&d.date));
        Ok(Known {
            ids: blocks.map(|b| b.id.clone()).collect(),
            diary: near.cloned().collect(),
        })
    }

    fn maintain(
        &mut self,
        task: &Task,
        date: NaiveDate,
        _: NaiveDateTime,
        _: &I18n,
    ) -> Result<(String, Reread), Trouble> {
        self.change(|data| data.tasks.push(task.clone()));
        Ok((format!("{task:?}"), self.reread(date)))
    }

    fn move_to(
        &mut self,
        dir: &str,
        date: NaiveDate,
        _: NaiveDateTime,
        _: &I18n,
        configure: &mut dyn FnMut() -> Result<(), String>,
    ) -> Result<(String, Reread), Trouble> {
        configure().map_err(Trouble::Failed)?;
        self.change(|data| dir.clone_into(&mut data.folder));
        Ok((dir.to_owned(), self.reread(date)))
    }
}
