//! The question before days are closed: whether what the timetable has for them is taken in, and whether they may be
//! empty.

use super::{OpenDays, Over};
use crate::app::day::free;
use crate::app::{App, Effect, List};
use crate::diary::{Draft, OnOverlap, Operation, Profile};
use crate::domain::{Day, Span};
use crate::keymap::Action;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A way to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CloseWay {
    /// Confirm what is free, and close.
    Confirm,
    /// Close without what waits.
    Without,
    /// Do not close yet.
    NotYet,
}

/// The question how some days are closed, or one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CloseDays {
    /// The days to be closed, the oldest first, each with what is planned for it and can be booked as it is.
    pub days: Vec<(NaiveDate, Vec<(Span, Draft)>)>,
    /// How many planned entries are left out, because something else stands in part of their time.
    pub left_out: usize,
    /// The days without an entry.
    empty: BTreeSet<NaiveDate>,
    /// The selected line.
    pub list: List,
    /// Where the days were chosen, and what is there again.
    back: Option<Box<OpenDays>>,
}

impl CloseDays {
    /// Closes the chosen days of a list, after a question if something is planned for them or some are empty.
    pub(super) fn ask(back: OpenDays, app: &mut App) -> Vec<Effect> {
        let mut this = Self::new(&back.chosen(), app.known.profile());
        this.back = Some(Box::new(back));
        if this.planned() == 0 && this.empty.is_empty() {
            return this.close(app, CloseWay::Without);
        }
        app.over = Some(Over::CloseDays(this));
        Vec::new()
    }

    /// The question about days, the oldest first.
    pub(in crate::app) fn new(chosen: &[Day], profile: &Profile) -> Self {
        let mut left_out = 0;
        let mut planned = |day: &Day| {
            let waits = profile.unconfirmed(day);
            let free = free(&waits);
            left_out += waits.len() - free.len();
            (day.date, free)
        };
        let days = chosen.iter().map(&mut planned).collect();
        let empty = chosen.iter().filter(|d| d.blocks().is_empty()).map(|d| d.date);
        Self {
            days,
            left_out,
            empty: empty.collect(),
            list: List::default(),
            back: None,
        }
    }

    /// How many planned entries can be taken in.
    #[must_use]
    pub fn planned(&self) -> usize {
        self.days.iter().map(|(_, planned)| planned.len()).sum()
    }

    /// How many days a way leaves without an entry.
    #[must_use]
    pub fn empty(&self, way: CloseWay) -> usize {
        let stays = |(date, planned): &&(NaiveDate, Vec<_>)| {
            self.empty.contains(date) && (way != CloseWay::Confirm || planned.is_empty())
        };
        self.days.iter().filter(stays).count()
    }

    /// The ways there are, in the order of the lines.
    #[must_use]
    pub fn ways(&self) -> &'static [CloseWay] {
        const ALL: [CloseWay; 3] = [CloseWay::Confirm, CloseWay::Without, CloseWay::NotYet];
        if self.planned() == 0 { &ALL[1..] } else { &ALL }
    }

    pub(super) fn lines(&mut self) -> (&mut List, usize) {
        let lines = self.ways().len();
        (&mut self.list, lines)
    }

    pub(super) fn cancel(self, app: &mut App) -> Vec<Effect> {
        app.over = self.back.map(|back| Over::OpenDays(*back));
        Vec::new()
    }

    pub(super) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        let lines = self.ways().len();
        if action != Action::Accept {
            self.list.act(action, lines);
            app.over = Some(Over::CloseDays(self));
            return Vec::new();
        }
        match self.ways()[self.list.at(lines)] {
            CloseWay::NotYet => self.cancel(app),
            way => self.close(app, way),
        }
    }

    /// Closes the days as one change, and shows what is still open where they were chosen there.
    fn close(self, app: &mut App, way: CloseWay) -> Vec<Effect> {
        let mut all = Vec::new();
        for (date, planned) in self.days {
            if way == CloseWay::Confirm && !planned.is_empty() {
                all.push(Operation::Confirm {
                    date,
                    planned,
                    on_overlap: OnOverlap::Refuse,
                });
            }
            all.push(Operation::Close { date, closed: true });
        }
        let Some(back) = self.back else {
            return app.apply_asking(Operation::All(all));
        };
        let mut effects = app.apply(Operation::All(all));
        effects.push(back.read_again());
        app.over = Some(Over::OpenDays(*back));
        effects
    }
}
