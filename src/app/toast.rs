//! Short messages about what was just done. They go at the next key, so that nothing has to tick.

use super::{LineFault, TimetableToast};
use crate::diary::{Diary, OnOverlap, Operation, Outcome};
use crate::domain::{BadSpan, Block, DayKind, Span, WeekId};
use crate::figures::Flag;
use chrono::NaiveDate;

/// What booking a block did besides, because others were in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Beside {
    /// How many other blocks are gone.
    pub removed: usize,
    /// How many other blocks are shorter now.
    pub cut: usize,
    /// In how many pieces it was booked, where others divide it.
    pub pieces: usize,
    /// Whether it is shorter than it was asked for.
    pub shorter: bool,
}

impl Beside {
    /// What an outcome holds besides the block asked for: that comes last. `asked` is the time asked for, `before` how
    /// things stood.
    #[must_use]
    pub fn of(outcome: &Outcome, policy: OnOverlap, asked: Option<Span>, before: &Diary) -> Self {
        let removed = outcome.removed.len();
        let Some(((_, last), others)) = outcome.booked.split_last() else {
            return Self::default();
        };
        if policy == OnOverlap::Replace {
            // A block cut in two comes back as itself and as a new one.
            let cut = others
                .iter()
                .filter(|(date, b)| before.day(*date).block(&b.id).is_some());
            return Self {
                removed,
                cut: cut.count(),
                pieces: 1,
                shorter: false,
            };
        }
        Self {
            removed,
            cut: 0,
            pieces: outcome.booked.len(),
            shorter: policy == OnOverlap::Trim && asked.is_some_and(|asked| asked != last.span),
        }
    }
}

/// A short message about what the timetable has for the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanToast {
    /// So much of what was planned is booked at once; and so much still waits because other work stands in its time.
    Confirmed(usize, usize),
    /// Nothing planned waits to be confirmed.
    NothingWaits,
    /// The selected line is a block and needs not be confirmed; so much of the plan still does.
    IsLogged(usize),
    /// All that waits has other work in its time: so much.
    AllTaken(usize),
    /// What is planned is to be confirmed before it can be moved.
    ConfirmFirst,
    /// So much of what was planned did not take place.
    Dismissed(usize),
    /// The day follows the timetable of this date now; none for its own.
    Follows(Option<NaiveDate>),
}

impl Toast {
    /// The message about several operations done as one change; none where there is nothing to say.
    #[must_use]
    pub fn of_several(all: &[Operation], booked: usize) -> Option<Self> {
        let is_signed = |o: &&Operation| matches!(o, Operation::Close { closed: true, .. });
        let kinds = all.iter().filter_map(|o| match o {
            Operation::Mark { kind, .. } => Some(kind),
            _ => None,
        });
        let kinds: Vec<&DayKind> = kinds.collect();
        match (all.iter().filter(is_signed).count(), kinds.as_slice()) {
            (0, []) => (booked > 0).then_some(Self::BookedSeveral(booked)),
            (0, [kind]) => Some(Self::Marked((*kind).clone())),
            (0, [kind, ..]) => Some(Self::MarkedSeveral(kinds.len(), (*kind).clone())),
            (closed, _) => Some(Self::ClosedSeveral(closed, booked)),
        }
    }
}

/// A short message of the survey screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SurveyToast {
    /// No survey is joined.
    NoneJoined,
    /// What is selected is in every response.
    Always,
    /// There is nothing that could be sent.
    NothingToSend,
    /// No response of the week is out.
    NothingToWithdraw,
    /// The survey of the selected line was left.
    Left,
    /// This week has not begun.
    NotBegun(WeekId),
    /// The survey asks about no week before this one.
    FirstWeek(WeekId),
    /// The survey asks about no week after this one.
    LastWeek(WeekId),
}

/// A short message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Toast {
    /// A block was booked; with what that did besides.
    Booked(Box<Block>, Beside),
    /// So many blocks were booked at once.
    BookedSeveral(usize),
    /// So many blocks are remembered, to be booked elsewhere.
    Copied(usize),
    /// Nothing was copied that could be booked.
    NothingCopied,
    /// There is nothing that could be booked again.
    NothingToRepeat,
    /// What became of what the timetable has.
    Plan(PlanToast),
    /// The day is a school day now, or off.
    Marked(DayKind),
    /// So many days are marked as school days or off.
    MarkedSeveral(usize, DayKind),
    /// So many days were signed off, and so many planned entries taken in for that.
    ClosedSeveral(usize, usize),
    /// A block cannot be moved on: this one is there, on this date.
    InTheWay(Box<(NaiveDate, Block)>),
    /// A block cannot be moved on: the day or the block ends there.
    CannotNudge(BadSpan),
    /// What is being typed is to be finished or closed before something else is done.
    FinishLine,
    /// What is being typed would be lost; asked for once more, the program is left all the same.
    Unsaved,
    /// Of the settings only a goal can be taken out.
    OnlyGoalsGo,
    /// A file was imported: so many blocks, days and entries of the timetable.
    Imported {
        /// Blocks.
        blocks: usize,
        /// Days.
        days: usize,
        /// Entries of the timetable.
        entries: usize,
    },
    /// So many wordings of a file are to be decided first.
    ImportAsked(usize),
    /// What stands in the way of an import is to be settled first.
    ImportStuck,
    /// Others have changed what the import was worked out from: it is shown anew.
    ImportAnew,
    /// Nothing of a file is new.
    NothingToImport,
    /// A setting is saved.
    Saved,
    /// The command line or the environment decides this setting.
    Decided,
    /// At least one weekday stays a school day.
    LastSchoolDay,
    /// What the survey screen has to say.
    Survey(SurveyToast),
    /// What the timetable has to say.
    Timetable(TimetableToast),
    /// Something cannot be put into the timetable.
    Refused(LineFault),
    /// Something was done, in the user's language.
    Done(String),
    /// A block was changed; with what that did besides.
    Changed(Box<Block>, Beside),
    /// A block was taken out.
    Deleted(Box<Block>),
    /// The day was signed off; what day and week came to is drawn from the figures.
    Closed,
    /// The signature was taken back.
    Reopened,
    /// The last change was taken back: this one, in the user's language.
    Undone(String),
    /// The change taken back was made again: this one, in the user's language.
    Redone(String),
    /// There was no change to take back.
    NothingToUndo,
    /// There was no change to make again.
    NothingToRedo,
    /// Somebody else has taken the block out since it was read.
    Gone,
    /// The same, while it was being changed: what is typed is now a new block's line.
    GoneTyped,
    /// Why the selected block is on the burden list, from where it was opened.
    Flagged(Box<Flag>),
    /// No block is selected.
    NoBlock,
    /// A diary ends there.
    NoSuchDate,
    /// It is past midnight, and this date is on the screen now.
    PastMidnight(NaiveDate),
    /// It is past midnight, and the entry line still logs on this date.
    LogsYesterday(NaiveDate),
    /// Something worth knowing, in the user's language.
    Notice(String),
    /// Something did not work, in the user's language.
    Failed(String),
}
