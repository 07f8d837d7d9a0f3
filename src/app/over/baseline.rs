//! The weeks that can be the baseline, or minutes typed in instead of weeks.

use super::{Over, Prompt, Wanted};
use crate::app::{App, Effect, List, Query};
use crate::diary::Setting;
use crate::domain::WeekId;
use crate::figures::{BadBaseline, Baseline, BaselineChoice, WeekFigures};
use crate::keymap::Action;
use std::collections::BTreeSet;

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BaselineRow {
    /// The first two complete weeks.
    Auto,
    /// Minutes typed in.
    Typed,
    /// A complete week, by its place among them.
    Week(usize),
}

/// What the baseline may be. Nothing is saved before Enter.
#[derive(Debug, Clone, PartialEq)]
pub struct BaselineChooser {
    /// The complete weeks, the newest first; none until they are read.
    pub weeks: Option<Vec<WeekFigures>>,
    /// The selected line.
    pub list: List,
    /// What was chosen here; none while that is still what is saved.
    pub chosen: Option<BaselineChoice>,
    /// Why what is chosen was not saved.
    pub wrong: Option<BadBaseline>,
}

impl BaselineChooser {
    /// The lines above the weeks.
    const ABOVE: usize = 2;

    /// The chooser on the line of what is saved, so that Enter alone changes nothing; and what is to be read for it: all
    /// complete weeks, since the first two may be the baseline.
    #[must_use]
    pub fn new(saved: &BaselineChoice) -> (Self, Effect) {
        let line = match saved {
            BaselineChoice::Auto => 0,
            BaselineChoice::Minutes(_) => 1,
            BaselineChoice::Weeks(_) => Self::ABOVE,
        };
        let chooser = Self {
            weeks: None,
            list: List::on(line),
            chosen: None,
            wrong: None,
        };
        (chooser, Effect::Read(Query::CompleteWeeks(usize::MAX)))
    }

    /// The complete weeks that are read, the newest first.
    #[must_use]
    pub fn complete(&self) -> &[WeekFigures] {
        self.weeks.as_deref().unwrap_or_default()
    }

    /// How many lines there are.
    #[must_use]
    pub fn count(&self) -> usize {
        Self::ABOVE + self.complete().len()
    }

    /// What a line stands for.
    #[must_use]
    pub const fn row(line: usize) -> BaselineRow {
        match line {
            0 => BaselineRow::Auto,
            1 => BaselineRow::Typed,
            week => BaselineRow::Week(week - Self::ABOVE),
        }
    }

    /// The baseline that the choice gives, of weeks that are read; `saved` is the choice that is saved.
    #[must_use]
    pub fn baseline(&self, saved: &BaselineChoice) -> Option<Baseline> {
        let oldest_first = self.complete().iter().rev().cloned();
        match self.chosen.as_ref().unwrap_or(saved) {
            BaselineChoice::Auto => Baseline::auto(oldest_first),
            BaselineChoice::Weeks(ids) => Baseline::of_weeks(oldest_first.filter(|w| ids.contains(&w.week))),
            BaselineChoice::Minutes(minutes) => Some(Baseline::typed(*minutes)),
        }
    }

    /// The weeks that are marked: those chosen, or those that the choice comes to.
    #[must_use]
    pub fn marked(&self, saved: &BaselineChoice) -> BTreeSet<WeekId> {
        match self.chosen.as_ref().unwrap_or(saved) {
            BaselineChoice::Auto => self.baseline(saved).iter().flat_map(Baseline::weeks).collect(),
            BaselineChoice::Weeks(ids) => ids.iter().copied().collect(),
            BaselineChoice::Minutes(_) => BTreeSet::new(),
        }
    }

    pub(super) fn take(&mut self, weeks: Vec<WeekFigures>) {
        self.weeks = Some(weeks);
    }

    pub(super) fn lines(&mut self) -> (&mut List, usize) {
        let lines = self.count();
        (&mut self.list, lines)
    }

    pub(super) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        let (list, lines) = self.lines();
        if list.act(action, lines) {
            app.over = Some(Over::Baseline(self));
            return Vec::new();
        }
        let saved = app.known.profile().baseline.clone();
        match (action, Self::row(self.list.at(lines))) {
            (Action::Accept | Action::Toggle, BaselineRow::Typed) => return type_minutes(app, &saved),
            (Action::Accept, BaselineRow::Auto) => self.chosen = Some(BaselineChoice::Auto),
            (Action::Toggle, BaselineRow::Auto) => self.choose(BaselineChoice::Auto),
            (Action::Toggle, BaselineRow::Week(at)) => self.toggle(at, &saved),
            _ => {}
        }
        if action == Action::Accept {
            return self.save(app, &saved);
        }
        app.over = Some(Over::Baseline(self));
        Vec::new()
    }

    fn choose(&mut self, choice: BaselineChoice) {
        self.chosen = Some(choice);
        self.wrong = None;
    }

    /// Takes a week in or out, beginning with those that are marked.
    fn toggle(&mut self, at: usize, saved: &BaselineChoice) {
        let Some(week) = self.complete().get(at).map(|w| w.week) else {
            return;
        };
        let mut marked = self.marked(saved);
        if !marked.remove(&week) {
            marked.insert(week);
        }
        self.choose(BaselineChoice::Weeks(marked.into_iter().collect()));
    }

    /// Saves what is chosen, or stays and says why that is no baseline.
    fn save(mut self, app: &mut App, saved: &BaselineChoice) -> Vec<Effect> {
        let choice = match self.chosen.clone() {
            Some(BaselineChoice::Weeks(ids)) => {
                let chosen = self.complete().iter().filter(|w| ids.contains(&w.week));
                BaselineChoice::of_weeks(&chosen.cloned().collect::<Vec<_>>())
            }
            other => Ok(other.unwrap_or_else(|| saved.clone())),
        };
        match choice {
            Ok(choice) if choice == *saved => Vec::new(),
            Ok(choice) => set(app, choice),
            Err(wrong) => {
                self.wrong = Some(wrong);
                app.over = Some(Over::Baseline(self));
                Vec::new()
            }
        }
    }
}

/// Opens the line for the minutes; what was typed before stands in it.
fn type_minutes(app: &mut App, saved: &BaselineChoice) -> Vec<Effect> {
    let text = match saved {
        BaselineChoice::Minutes(minutes) => minutes.to_string(),
        _ => String::new(),
    };
    app.over = Some(Over::Prompt(Prompt::new(Wanted::BaselineMinutes, &text)));
    Vec::new()
}

/// Reads minutes as they are typed, in digits of either width.
///
/// # Errors
/// [`BadBaseline::Minutes`].
pub fn read_minutes(text: &str) -> Result<BaselineChoice, BadBaseline> {
    let digits: String = text
        .trim()
        .chars()
        .map(|c| match c {
            '０'..='９' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            c => c,
        })
        .collect();
    let minutes = Some(&digits).filter(|d| d.bytes().all(|b| b.is_ascii_digit()));
    minutes
        .and_then(|d| d.parse().ok())
        .ok_or(BadBaseline::Minutes(digits.clone()))
        .and_then(BaselineChoice::of_minutes)
}

/// Saves a choice.
pub(super) fn set(app: &App, choice: BaselineChoice) -> Vec<Effect> {
    vec![Effect::Set {
        date: app.day.date,
        setting: Setting::Baseline(choice),
    }]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_read_as_typed() {
        let minutes = |n| Ok(BaselineChoice::Minutes(n));
        assert_eq!(read_minutes(" 720 "), minutes(720));
        assert_eq!(read_minutes("７２０"), minutes(720));
        for bad in ["", "0", "7201", "-5", "+5", "12.5", "12h", "99999999999"] {
            assert!(read_minutes(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_week_goes_in_and_out_beginning_with_what_is_in_force() {
        let week = |id: &str| {
            let mut week = WeekFigures::of(id.parse().unwrap(), []);
            week.plan.closed_days = 5;
            week
        };
        let saved = BaselineChoice::Auto;
        let (mut chooser, _) = BaselineChooser::new(&saved);
        assert_eq!(chooser.count(), 2);
        chooser.take(vec![week("2026-W38"), week("2026-W37"), week("2026-W36")]);
        let marked = |c: &BaselineChooser| {
            c.marked(&saved)
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(marked(&chooser), "2026-W36 2026-W37");
        chooser.toggle(0, &saved);
        assert_eq!(marked(&chooser), "2026-W36 2026-W37 2026-W38");
        chooser.toggle(2, &saved);
        chooser.toggle(1, &saved);
        assert_eq!(marked(&chooser), "2026-W38");
        assert!(chooser.baseline(&saved).is_none(), "one week is too few");
        chooser.choose(BaselineChoice::Minutes(600));
        assert_eq!(marked(&chooser), "");
        chooser.toggle(9, &saved);
        assert_eq!(chooser.chosen, Some(BaselineChoice::Minutes(600)));
    }
}
