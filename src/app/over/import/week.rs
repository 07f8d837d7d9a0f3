//! A timetable file: its entries, and what the timetable would become.

use super::words::words_over;
use crate::app::App;
use crate::diary::{Profile, Setting};
use crate::domain::{Activity, BellSchedule, WordMeaning, WordRule};
use crate::entry::Lexicon;
use crate::timetable::{Bells, Parts, Recurring, Term};
use crate::transfer::incoming::rules::{Found, Rules};
use crate::transfer::incoming::{
    BadWeekly, Fit, IncomingWeek, Place, Takeover, Weekly, check, meanings, take_over,
};
use std::collections::BTreeSet;

/// What would become of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WeekFate {
    /// It is added, as this.
    Taken(Activity),
    /// The timetable has it.
    Known(Activity),
    /// Only the user can say what it is; perhaps one of these.
    Asked(Vec<WordMeaning>),
    /// It does not go into the timetable as it is.
    Stuck(Activity),
    /// It is passed over: a rule says so, or the user.
    Skipped,
}

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WeekLine {
    /// Does the import.
    Take,
    /// The term by which weeks are counted.
    Term,
    /// The bells of the file.
    Bells,
    /// An entry, by its place in the file.
    Entry(usize),
}

/// An import of what comes back every week.
#[derive(Debug, Clone, PartialEq)]
pub struct WeekImport {
    /// What the file holds.
    pub file: IncomingWeek,
    /// What becomes of each entry.
    pub fates: Vec<WeekFate>,
    /// The lines of the list: the entries by weekday, those of a day as the file has them.
    pub lines: Vec<WeekLine>,
    /// The timetable as it would be, or why it cannot be.
    pub result: Result<Takeover, BadWeekly>,
    /// The bells of the file, with those periods of the school's that it does not name; none where it names none, where
    /// they make no schedule, or where the school's change with the season.
    pub bells: Option<BellSchedule>,
    /// Whether they are taken.
    pub takes_bells: bool,
    /// The terms with the one that was typed; none until then.
    pub terms: Option<Vec<Term>>,
    /// An entry of the timetable that goes by a period which there would be no more.
    pub lost: Option<Recurring>,
    /// The timetable as it is.
    base: Parts,
    /// The profile that all this was worked out for.
    profile: Box<Profile>,
    /// The user's own rules, those of this import included.
    own: Vec<WordRule>,
    is_taught: bool,
    is_changed: bool,
    skipped: BTreeSet<usize>,
    lexicon: Words,
}

/// The names of activities: made of the profile, so none are another import's.
#[derive(Debug, Clone)]
struct Words(Lexicon);

impl PartialEq for Words {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl WeekImport {
    pub(super) fn new(file: IncomingWeek, app: &App) -> Self {
        let (profile, today) = (app.known().profile(), app.today());
        let base = profile.parts_on(today);
        let bells = file.bells(&profile.bells);
        let mut out = Self {
            fates: Vec::new(),
            lines: Vec::new(),
            result: Ok(Takeover::default()),
            takes_bells: bells.is_some() && profile.bells.is_empty(),
            bells,
            terms: None,
            lost: None,
            base,
            profile: Box::new(profile.clone()),
            own: profile.words.clone(),
            is_taught: false,
            is_changed: false,
            skipped: BTreeSet::new(),
            lexicon: Words(app.known().lexicon().clone()),
            file,
        };
        out.decide();
        out
    }

    /// Works it out again if the profile is not the one that it was worked out for; whether anything that is shown has
    /// become something else.
    pub(super) fn renew(&mut self, app: &App) -> bool {
        let mut fresh = Self::new(self.file.clone(), app);
        if fresh.profile == self.profile && fresh.base == self.base {
            return false;
        }
        let before = self.clone();
        fresh.own = words_over(&fresh.profile, &self.profile.words, &self.own);
        if fresh.base.bells == self.base.bells {
            fresh.takes_bells = self.takes_bells && fresh.bells.is_some();
        }
        if fresh.base.terms == self.base.terms {
            fresh.terms = self.terms.take();
        }
        fresh.is_taught = self.is_taught;
        fresh.is_changed = self.is_changed;
        fresh.skipped = std::mem::take(&mut self.skipped);
        *self = fresh;
        self.decide();
        let counts = |week: &Self| week.result.clone().map(|taken| (taken.added, taken.known));
        let replaced = |week: &Self| week.takes_bells.then(|| week.base.bells.clone());
        before.lines != self.lines
            || before.fates != self.fates
            || before.lost != self.lost
            || before.terms != self.terms
            || before.bells != self.bells
            || before.takes_bells != self.takes_bells
            || replaced(&before) != replaced(self)
            || counts(&before) != counts(self)
    }

    /// How many wordings nobody knows.
    pub(super) fn asked(&self) -> usize {
        let asked = self
            .entries()
            .filter(|(_, fate)| matches!(fate, WeekFate::Asked(_)));
        asked.map(|(item, _)| &item.label).collect::<BTreeSet<_>>().len()
    }

    /// The entries, each with what becomes of it.
    pub fn entries(&self) -> impl Iterator<Item = (&Weekly, &WeekFate)> {
        self.file.weekly.iter().zip(&self.fates)
    }

    /// The line that asks first; the first line where none does.
    pub(super) fn first_asked(&self) -> usize {
        let asks = |line: &WeekLine| matches!(line, WeekLine::Entry(at) if matches!(self.fates.get(*at), Some(WeekFate::Asked(_))));
        self.lines.iter().position(asks).unwrap_or(0)
    }

    pub(super) const fn is_touched(&self) -> bool {
        self.is_taught || self.is_changed
    }

    /// The user's own rules, those of this import included.
    pub(super) fn own(&self) -> &[WordRule] {
        &self.own
    }

    /// Takes other rules of the user's own.
    pub(super) fn set_own(&mut self, own: Vec<WordRule>) {
        self.own = own;
        self.is_taught = true;
        self.decide();
    }

    /// Says what a wording means.
    pub(super) fn teach(&mut self, word: &str, meaning: WordMeaning) {
        let Some(rule) = WordRule::of_text(word, meaning) else {
            return;
        };
        self.own.retain(|old| old.word() != rule.word());
        self.own.push(rule);
        self.is_taught = true;
        self.decide();
    }

    /// Passes over an entry, or no more.
    pub(super) fn toggle(&mut self, at: usize) {
        if !self.skipped.remove(&at) {
            self.skipped.insert(at);
        }
        self.is_changed = true;
        self.decide();
    }

    /// Passes over everything that nobody knows.
    pub(super) fn skip_asked(&mut self) {
        let asked = self.fates.iter().enumerate();
        let asked = asked.filter(|(_, fate)| matches!(fate, WeekFate::Asked(_)));
        let asked: Vec<usize> = asked.map(|(at, _)| at).collect();
        self.skipped.extend(asked);
        self.is_changed = true;
        self.decide();
    }

    /// Takes the bells of the file, or not.
    pub(super) fn toggle_bells(&mut self) {
        self.takes_bells = !self.takes_bells && self.bells.is_some();
        self.is_changed = true;
        self.decide();
    }

    /// Takes the terms with the one that was typed.
    pub(super) fn set_terms(&mut self, terms: Vec<Term>) {
        self.terms = Some(terms);
        self.is_changed = true;
        self.decide();
    }

    /// The terms there are without the one that was typed.
    pub(super) fn old_terms(&self) -> &[Term] {
        &self.base.terms
    }

    /// Whether the school has bells of its own, which those of the file would replace.
    #[must_use]
    pub fn replaces_bells(&self) -> bool {
        !self.base.bells.is_empty()
    }

    /// The settings that make it so; none where the timetable cannot be so, or nothing would change.
    pub(super) fn settings(&self, app: &App) -> Option<Vec<Setting>> {
        let taken = self.result.as_ref().ok()?;
        let (profile, today) = (app.known().profile(), app.today());
        let mut out = Vec::new();
        if taken.added > 0 {
            let entries = taken.parts.entries.clone();
            let timetable = profile.timetable.with_entries(entries, today, today);
            out.push(Setting::Timetable(timetable));
        }
        out.extend(self.terms.clone().map(Setting::Terms));
        if self.takes_bells && self.parts().bells != profile.bells {
            out.push(Setting::Bells(self.parts().bells));
        }
        if self.is_taught && self.own != profile.words {
            out.push(Setting::Words(self.own.clone()));
        }
        (!out.is_empty()).then_some(out)
    }

    /// The timetable as it is, with what else is taken.
    fn parts(&self) -> Parts {
        let mut parts = self.base.clone();
        if let Some(terms) = &self.terms {
            parts.terms.clone_from(terms);
        }
        if let Some(bells) = self.bells.as_ref().filter(|_| self.takes_bells) {
            parts.bells = vec![Bells::all_year(bells.clone())];
        }
        parts
    }

    /// Works out what becomes of every entry.
    fn decide(&mut self) {
        let rules = Rules::new(&self.lexicon.0, &self.own);
        let parts = self.parts();
        let kept = |(at, _): &(usize, &Weekly)| !self.skipped.contains(at);
        let wanted = self.file.weekly.iter().enumerate().filter(kept);
        let wanted: Vec<Weekly> = wanted.map(|(_, item)| item.clone()).collect();
        self.result = take_over(&wanted, parts.clone(), &rules);
        self.lost = self.profile.loses_its_time(&parts.bells).cloned();
        let stuck = match &self.result {
            Err(BadWeekly::Clash(place, _)) => Some(place.clone()),
            _ => None,
        };
        let meanings = meanings(&self.file.weekly, &rules);
        let fates =
            self.file
                .weekly
                .iter()
                .enumerate()
                .map(|(at, item)| match meanings.get(item.label.as_str()) {
                    Some(found) if !self.skipped.contains(&at) => fate(item, found, &parts, stuck.as_ref()),
                    _ => WeekFate::Skipped,
                });
        self.fates = fates.collect();
        let mut entries: Vec<usize> = (0..self.file.weekly.len()).collect();
        entries.sort_by_key(|at| {
            let day = self
                .file
                .weekly
                .get(*at)
                .map(|w| w.weekday.num_days_from_monday());
            let is_asked = matches!(self.fates.get(*at), Some(WeekFate::Asked(_)));
            (!is_asked, day)
        });
        let counts_weeks = wanted.iter().any(|item| !item.weeks.is_all());
        self.lines = vec![WeekLine::Take];
        if counts_weeks && self.base.terms.is_empty() {
            self.lines.push(WeekLine::Term);
        }
        if self.bells.is_some() {
            self.lines.push(WeekLine::Bells);
        }
        self.lines.extend(entries.into_iter().map(WeekLine::Entry));
    }
}

/// What becomes of an entry by itself, or at a place where something is stuck.
fn fate(item: &Weekly, found: &Found, parts: &Parts, stuck: Option<&Place>) -> WeekFate {
    let activity = match found {
        Found::One(WordMeaning::Activity(activity)) => activity.clone(),
        Found::One(WordMeaning::Skip) => return WeekFate::Skipped,
        Found::Several(perhaps) => return WeekFate::Asked(perhaps.clone()),
        Found::One(_) | Found::None => return WeekFate::Asked(Vec::new()),
    };
    match check(item, &item.entry(activity.clone()), parts) {
        Ok(Fit::Known) => WeekFate::Known(activity),
        Ok(Fit::New) | Err(BadWeekly::NoTerm(_)) if stuck != Some(&item.place) => WeekFate::Taken(activity),
        _ => WeekFate::Stuck(activity),
    }
}
