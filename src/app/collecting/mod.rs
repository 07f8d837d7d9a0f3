//! The live screen of collecting: what comes in, how many of those asked have answered, and what was not taken. It works on
//! a dataset and on nobody's own data, so it is a program of its own beside [`App`](super::App).

mod arrivals;
mod news;
mod sums;
#[cfg(test)]
mod tests;

pub use arrivals::Arrivals;
pub use news::{News, Refused, Step};
pub use sums::Sums;

use super::Scroll;
use crate::domain::WeekId;
use crate::keymap::{Action, Context, Key, Keymap};
use crate::survey::Definition;
use crate::survey::collector::{Coverage, WeekCoverage};
use chrono::NaiveDateTime;
use std::collections::{HashSet, VecDeque};

/// The most of what is not taken that is listed on the screen.
const MOST_LISTED: usize = 1000;

/// A part of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CollectingPane {
    /// What came when, and of which weeks.
    Arrivals,
    /// How many of those asked have answered.
    Coverage,
    /// What was not taken.
    Refused,
}

impl CollectingPane {
    /// All, from top to bottom.
    pub const ALL: [Self; 3] = [Self::Arrivals, Self::Coverage, Self::Refused];
}

/// What is being done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// The first look has not told anything yet.
    Begins,
    /// The inbox is looked at.
    Reading(Box<Step>),
    /// All was looked at: waiting for more.
    Waiting,
    /// Nothing can be collected at the moment, and why.
    Trouble(String),
}

/// What comes in.
#[derive(Debug)]
pub enum CollectingInput {
    /// A key.
    Key(Key),
    /// Something new.
    News(News),
}

/// What is to be done outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CollectingEffect {
    /// Ask for an end: what was read is to go into the dataset.
    Stop,
    /// Leave the screen.
    Leave,
    /// Hand the terminal back to the shell until resumed.
    Suspend,
}

/// The state of the screen.
#[derive(Debug)]
pub struct Collecting {
    keymap: Keymap,
    /// What is asked, of whom.
    pub definition: Definition,
    /// The folders and files that are looked at, as they can be shown.
    pub inbox: Vec<String>,
    /// The folder of the dataset, as it can be shown.
    pub dataset: String,
    /// What is being done.
    pub standing: Standing,
    /// Whether it was asked to end.
    pub is_ending: bool,
    /// What the dataset has.
    pub coverage: Coverage,
    /// What came when.
    pub arrivals: Arrivals,
    /// What is not taken now, the newest first, with when that was found.
    pub refused: VecDeque<(NaiveDateTime, Refused)>,
    /// How many are not taken now, those that are not listed included.
    pub not_taken: u64,
    /// The part that the keys move in.
    pub pane: CollectingPane,
    /// How far the chosen part is scrolled.
    pub scroll: Scroll,
    /// The help page, if it is open.
    pub help: Option<Scroll>,
    /// The looks that are over.
    sums: Sums,
    /// The week that was chosen; none follows the newest.
    week: Option<WeekId>,
}

impl Collecting {
    /// A screen before the first look, of a survey and of what is shown of where its files are.
    #[must_use]
    pub fn new(keymap: Keymap, definition: Definition, inbox: Vec<String>, dataset: String) -> Self {
        Self {
            keymap,
            definition,
            inbox,
            dataset,
            standing: Standing::Begins,
            is_ending: false,
            coverage: Coverage::default(),
            arrivals: Arrivals::default(),
            refused: VecDeque::new(),
            not_taken: 0,
            pane: CollectingPane::Coverage,
            scroll: Scroll::default(),
            help: None,
            sums: Sums::default(),
            week: None,
        }
    }

    /// The keys.
    #[must_use]
    pub const fn keymap(&self) -> &Keymap {
        &self.keymap
    }

    /// Whose keys count now.
    #[must_use]
    pub const fn context(&self) -> Context {
        if self.help.is_some() {
            Context::Help
        } else {
            Context::Collecting
        }
    }

    /// What came since the screen was opened, the look that goes on included.
    #[must_use]
    pub const fn sums(&self) -> Sums {
        match &self.standing {
            Standing::Reading(step) => self.sums.and(&step.tally),
            _ => self.sums,
        }
    }

    /// The responses in the dataset.
    #[must_use]
    pub fn responses(&self) -> u64 {
        self.coverage.weeks.values().map(|week| week.responses).sum()
    }

    /// The week whose coverage is shown: the chosen one, or else the newest of which there is a response.
    #[must_use]
    pub fn week(&self) -> Option<WeekId> {
        let newest = self.coverage.weeks.keys().next_back().copied();
        self.week
            .filter(|week| self.coverage.weeks.contains_key(week))
            .or(newest)
    }

    /// What there is of that week.
    #[must_use]
    pub fn week_coverage(&self) -> Option<&WeekCoverage> {
        self.coverage.weeks.get(&self.week()?)
    }

    /// Whether an action does something now.
    #[must_use]
    pub fn offers(&self, action: Action) -> bool {
        match action {
            Action::PreviousWeek | Action::NextWeek => self.week_after(action).is_some(),
            Action::Today => self.week.is_some(),
            _ => true,
        }
    }

    /// Takes in what comes, and says what is to be done.
    pub fn update(&mut self, input: CollectingInput, now: NaiveDateTime) -> Vec<CollectingEffect> {
        match input {
            CollectingInput::Key(key) => match self.keymap.action(self.context(), key) {
                Some(action) => self.act(action),
                None => Vec::new(),
            },
            CollectingInput::News(news) => self.hear(news, now),
        }
    }

    fn act(&mut self, action: Action) -> Vec<CollectingEffect> {
        match action {
            // Who asks twice does not want to wait: the dataset is whole at any moment.
            Action::Quit if self.is_ending => return vec![CollectingEffect::Leave],
            Action::Quit => {
                (self.is_ending, self.help) = (true, None);
                return vec![CollectingEffect::Stop];
            }
            Action::Suspend => return vec![CollectingEffect::Suspend],
            _ => {}
        }
        if let Some(scroll) = &mut self.help {
            if action == Action::Cancel {
                self.help = None;
            } else {
                scroll.act(action);
            }
            return Vec::new();
        }
        match action {
            Action::Help => self.help = Some(Scroll::default()),
            Action::NextPane => (self.pane, self.scroll) = (self.next_pane(), Scroll::default()),
            Action::PreviousWeek | Action::NextWeek => {
                if let Some(week) = self.week_after(action) {
                    let newest = self.coverage.weeks.keys().next_back();
                    self.week = (newest != Some(&week)).then_some(week);
                }
            }
            Action::Today => self.week = None,
            action => self.scroll.act(action),
        }
        Vec::new()
    }

    fn next_pane(&self) -> CollectingPane {
        let all = CollectingPane::ALL;
        let at = all.iter().position(|pane| *pane == self.pane).unwrap_or(0);
        all[(at + 1) % all.len()]
    }

    /// The next week of which there is a response, before or after the one shown.
    fn week_after(&self, action: Action) -> Option<WeekId> {
        let (now, weeks) = (self.week()?, &self.coverage.weeks);
        let after = || weeks.range(now..).nth(1);
        let found = if action == Action::PreviousWeek {
            weeks.range(..now).next_back()
        } else {
            after()
        };
        found.map(|(week, _)| *week)
    }

    fn hear(&mut self, news: News, now: NaiveDateTime) -> Vec<CollectingEffect> {
        match news {
            News::Before(coverage) => self.coverage = coverage,
            News::Reading(mut step) => {
                self.note(&mut step, now);
                // So many there are at least while those of the look before are not counted again.
                self.not_taken = self.not_taken.max(step.tally.not_taken);
                self.standing = Standing::Reading(step);
            }
            News::Looked(mut step, collected, gone) => {
                self.note(&mut step, now);
                self.sums = self.sums.and(&collected.tally);
                self.not_taken = collected.tally.not_taken;
                self.coverage = collected.coverage;
                let gone: HashSet<Refused> = gone.into_iter().collect();
                self.refused.retain(|(_, refused)| !gone.contains(refused));
                self.standing = Standing::Waiting;
            }
            News::Trouble(why) => {
                self.sums = self.sums(); // what was found before it came up was found
                self.standing = Standing::Trouble(why);
            }
            News::Ended => return vec![CollectingEffect::Leave],
        }
        Vec::new()
    }

    fn note(&mut self, step: &mut Step, now: NaiveDateTime) {
        self.arrivals.add(now, &std::mem::take(&mut step.came));
        for refused in step.refused.drain(..) {
            self.refused.push_front((now, refused));
        }
        self.refused.truncate(MOST_LISTED);
    }
}
