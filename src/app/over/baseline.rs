//! The weeks that can be the baseline, or minutes typed in instead of weeks.

use super::{Over, Prompt, Wanted};
use crate::app::{App, BaselineWeeks, Effect, List, Query, Read};
use crate::diary::Setting;
use crate::domain::WeekId;
use crate::figures::{BadBaseline, Baseline, BaselineChoice, WeekFigures};
use crate::i18n::half_width;
use crate::keymap::Action;
use std::collections::BTreeSet;

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BaselineRow<'a> {
    /// The first two complete weeks.
    Auto,
    /// Minutes typed in.
    Typed,
    /// A week that is complete, or that was chosen when it was.
    Week(&'a WeekFigures),
    /// Lists the older weeks too.
    Older,
}

/// What the baseline may be. Nothing is saved before Enter.
#[derive(Debug, Clone, PartialEq)]
pub struct BaselineChooser {
    /// The weeks to choose from.
    pub(super) weeks: Read<BaselineWeeks>,
    /// The selected line.
    pub list: List,
    /// What is saved.
    saved: BaselineChoice,
    choice: BaselineChoice,
    /// The weeks that the choice comes to, and the baseline they make: worked out when the choice changes, since
    /// drawing asks for them in each frame.
    marked: BTreeSet<WeekId>,
    baseline: Option<Baseline>,
    /// Why what is chosen was not saved.
    pub wrong: Option<BadBaseline>,
}

impl BaselineChooser {
    /// The lines above the weeks.
    const ABOVE: usize = 2;

    /// How many complete weeks are read at first: the last three school years. Reading forty years takes a moment.
    pub const NEWEST: usize = 120;

    /// The chooser on the line of what is saved, so that Enter alone changes nothing; and what is to be read for it.
    #[must_use]
    pub fn new(saved: &BaselineChoice) -> (Self, Effect) {
        let (line, chosen) = match saved {
            BaselineChoice::Auto => (0, Vec::new()),
            BaselineChoice::Minutes(_) => (1, Vec::new()),
            BaselineChoice::Weeks(ids) => (Self::ABOVE, ids.clone()),
        };
        let chooser = Self {
            weeks: None,
            list: List::on(line),
            saved: saved.clone(),
            choice: saved.clone(),
            marked: BTreeSet::new(),
            baseline: None,
            wrong: None,
        };
        let newest = Self::NEWEST;
        (chooser, Effect::Read(Query::BaselineWeeks { newest, chosen }))
    }

    fn read(&self) -> Option<&BaselineWeeks> {
        self.weeks.as_ref()?.as_ref().ok()
    }

    /// The weeks to choose from, the newest first; none until they are read.
    #[must_use]
    pub fn weeks(&self) -> Option<&[WeekFigures]> {
        self.read().map(|read| read.weeks.as_slice())
    }

    /// Why they could not be read, in the user's language.
    #[must_use]
    pub fn failed(&self) -> Option<&str> {
        self.weeks.as_ref()?.as_ref().err().map(String::as_str)
    }

    /// How many lines there are.
    #[must_use]
    pub fn count(&self) -> usize {
        Self::ABOVE
            + self
                .read()
                .map_or(0, |read| read.weeks.len() + usize::from(read.older))
    }

    /// What a line stands for.
    #[must_use]
    pub fn row(&self, line: usize) -> BaselineRow<'_> {
        match line {
            0 => BaselineRow::Auto,
            1 => BaselineRow::Typed,
            line => {
                let week = self.weeks().and_then(|weeks| weeks.get(line - Self::ABOVE));
                week.map_or(BaselineRow::Older, BaselineRow::Week)
            }
        }
    }

    /// What is chosen; at first what is saved.
    #[must_use]
    pub const fn choice(&self) -> &BaselineChoice {
        &self.choice
    }

    /// The baseline that the choice gives.
    #[must_use]
    pub const fn baseline(&self) -> Option<&Baseline> {
        self.baseline.as_ref()
    }

    /// Whether a week is chosen, or is one of those that the choice comes to.
    #[must_use]
    pub fn is_marked(&self, week: WeekId) -> bool {
        self.marked.contains(&week)
    }

    pub(super) fn take(&mut self, weeks: BaselineWeeks) {
        self.weeks = Some(Ok(weeks));
        self.work_out();
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
        let mut effects = Vec::new();
        match (action, self.row(self.list.at(lines))) {
            (Action::Accept | Action::Toggle, BaselineRow::Typed) => return self.type_minutes(app),
            (Action::Accept | Action::Toggle, BaselineRow::Older) => effects.push(self.read_all()),
            (Action::Accept, BaselineRow::Auto) => {
                self.choose(BaselineChoice::Auto);
                return self.save(app);
            }
            (Action::Accept, BaselineRow::Week(_)) => return self.save(app),
            (Action::Toggle, BaselineRow::Auto) => self.choose(BaselineChoice::Auto),
            (Action::Toggle, BaselineRow::Week(week)) => {
                let week = week.week;
                self.toggle(week);
            }
            _ => {}
        }
        app.over = Some(Over::Baseline(self));
        effects
    }

    /// Reads all weeks; what is listed stays.
    fn read_all(&self) -> Effect {
        let listed = self.weeks().unwrap_or_default();
        Effect::Read(Query::BaselineWeeks {
            newest: usize::MAX,
            chosen: listed.iter().map(|w| w.week).collect(),
        })
    }

    fn choose(&mut self, choice: BaselineChoice) {
        self.choice = choice;
        self.wrong = None;
        self.work_out();
    }

    /// What the choice comes to, of weeks that are read.
    fn work_out(&mut self) {
        self.marked = match &self.choice {
            BaselineChoice::Auto => self.read().iter().flat_map(|r| &r.first).copied().collect(),
            BaselineChoice::Weeks(ids) => ids.iter().copied().collect(),
            BaselineChoice::Minutes(_) => BTreeSet::new(),
        };
        self.baseline = match self.choice {
            BaselineChoice::Minutes(minutes) => Some(Baseline::typed(minutes)),
            BaselineChoice::Auto | BaselineChoice::Weeks(_) => Baseline::of_weeks(self.marked_weeks()),
        };
    }

    /// The marked weeks among those that are read.
    fn marked_weeks(&self) -> Vec<WeekFigures> {
        let weeks = self.weeks().unwrap_or_default().iter();
        weeks.filter(|w| self.is_marked(w.week)).cloned().collect()
    }

    /// Takes a week in or out, beginning with those that are marked.
    fn toggle(&mut self, week: WeekId) {
        let mut marked = self.marked.clone();
        if !marked.remove(&week) {
            marked.insert(week);
        }
        self.choose(BaselineChoice::Weeks(marked.into_iter().collect()));
    }

    /// Saves what is chosen, or stays and says why that is no baseline.
    fn save(mut self, app: &mut App) -> Vec<Effect> {
        if self.choice == self.saved {
            return Vec::new();
        }
        let choice = match &self.choice {
            BaselineChoice::Weeks(_) => BaselineChoice::of_weeks(&self.marked_weeks()),
            other => Ok(other.clone()),
        };
        match choice {
            Ok(choice) => set(app, choice),
            Err(wrong) => {
                self.wrong = Some(wrong);
                app.over = Some(Over::Baseline(self));
                Vec::new()
            }
        }
    }

    /// Opens the line for the minutes; what was typed before stands in it.
    fn type_minutes(self, app: &mut App) -> Vec<Effect> {
        let text = match self.choice {
            BaselineChoice::Minutes(minutes) => minutes.to_string(),
            _ => String::new(),
        };
        let prompt = Prompt::new(Wanted::BaselineMinutes, &text);
        app.over = Some(Over::Prompt(prompt.back_to(Over::Baseline(self))));
        Vec::new()
    }
}

/// Reads minutes as they are typed, in digits of either width.
///
/// # Errors
/// [`BadBaseline::Minutes`].
pub fn read_minutes(text: &str) -> Result<BaselineChoice, BadBaseline> {
    let digits: String = text.trim().chars().map(half_width).collect();
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

    fn week(id: &str, closed_days: u32) -> WeekFigures {
        let mut week = WeekFigures::of(id.parse().unwrap(), []);
        week.plan.closed_days = closed_days;
        week
    }

    fn chooser(saved: &BaselineChoice, weeks: Vec<WeekFigures>) -> BaselineChooser {
        let (mut chooser, _) = BaselineChooser::new(saved);
        assert_eq!(chooser.count(), 2);
        chooser.take(BaselineWeeks {
            weeks,
            first: ["2026-W36", "2026-W37"].map(|w| w.parse().unwrap()).to_vec(),
            older: false,
        });
        chooser
    }

    fn marked(chooser: &BaselineChooser) -> String {
        let marked: Vec<String> = chooser.marked.iter().map(ToString::to_string).collect();
        marked.join(" ")
    }

    fn toggle(chooser: &mut BaselineChooser, line: usize) {
        let BaselineRow::Week(week) = chooser.row(2 + line) else {
            panic!("no week on line {line}")
        };
        let week = week.week;
        chooser.toggle(week);
    }

    #[test]
    fn a_week_goes_in_and_out_beginning_with_what_is_in_force() {
        let weeks = ["2026-W38", "2026-W37", "2026-W36"].map(|w| week(w, 5));
        let mut chooser = chooser(&BaselineChoice::Auto, weeks.to_vec());
        assert_eq!(marked(&chooser), "2026-W36 2026-W37");
        toggle(&mut chooser, 0);
        assert_eq!(marked(&chooser), "2026-W36 2026-W37 2026-W38");
        toggle(&mut chooser, 2);
        toggle(&mut chooser, 1);
        assert_eq!(marked(&chooser), "2026-W38");
        assert!(chooser.baseline().is_none(), "one week is too few");
        chooser.choose(BaselineChoice::Minutes(600));
        assert_eq!(marked(&chooser), "");
        assert_eq!(chooser.baseline(), Some(&Baseline::typed(600)));
    }

    #[test]
    fn a_chosen_week_that_is_no_longer_complete_counts_for_nothing_and_stays() {
        let ids = ["2026-W36", "2026-W37", "2026-W39"].map(|w| w.parse().unwrap());
        let weeks = vec![
            week("2026-W39", 4),
            week("2026-W38", 5),
            week("2026-W37", 5),
            week("2026-W36", 5),
        ];
        let mut chooser = chooser(&BaselineChoice::Weeks(ids.to_vec()), weeks);
        toggle(&mut chooser, 1);
        assert_eq!(marked(&chooser), "2026-W36 2026-W37 2026-W38 2026-W39");
        assert_eq!(chooser.baseline().unwrap().weeks().count(), 3);
        assert_eq!(
            BaselineChoice::of_weeks(&chooser.marked_weeks()).as_ref(),
            Ok(chooser.choice())
        );
        toggle(&mut chooser, 0);
        assert_eq!(marked(&chooser), "2026-W36 2026-W37 2026-W38");
    }
}
