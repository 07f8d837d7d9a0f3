//! What belongs to a teacher's data but to no day: baseline, goals, activities of their own, bells, school
//! days, reply window.

use super::JoinedSurvey;
use crate::domain::{Activity, BellSchedule, Names, ReplyWindow, SchoolDays, Taxonomy, WordRule};
use crate::figures::{BaselineChoice, Goal, GoalSubject, Percent, Rules};
use crate::timetable::{Bells, Parts, Term, Timetable, bells_on};
use chrono::NaiveDate;

/// An activity that the teacher added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnActivity {
    /// Category and code.
    pub activity: Activity,
    /// Its names.
    pub names: Names,
}

/// The settings that are data: kept in the store, exported and undone with the days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// What the weeks are compared with.
    pub baseline: BaselineChoice,
    /// The policy goal first, then the others in the order they were set.
    pub goals: Vec<Goal>,
    /// Activities beside the built-in ones.
    pub own_activities: Vec<OwnActivity>,
    /// The school's bells; none until they are set.
    pub bells: Vec<Bells>,
    /// The terms, in order of time.
    pub terms: Vec<Term>,
    /// The lessons and duties that come back.
    pub timetable: Timetable,
    /// What words in the files of other programs mean, before the built-in rules.
    pub words: Vec<WordRule>,
    /// The weekdays that are school days. A week takes those that hold when its first entry is made.
    pub school_days: SchoolDays,
    /// When parents can expect a reply.
    pub reply_window: ReplyWindow,
    /// The rules of the burden list.
    pub rules: Rules,
    /// Whether a meeting's worth is asked when it is logged.
    pub ask_worth: bool,
    /// The surveys that the teacher takes part in, in the order in which they were joined.
    pub surveys: Vec<JoinedSurvey>,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            baseline: BaselineChoice::Auto,
            goals: vec![Goal {
                subject: GoalSubject::NonTeaching,
                reduction: Percent::POLICY,
            }],
            own_activities: Vec::new(),
            bells: Vec::new(),
            terms: Vec::new(),
            timetable: Timetable::default(),
            words: Vec::new(),
            school_days: SchoolDays::USUAL,
            reply_window: ReplyWindow::USUAL,
            rules: Rules::default(),
            ask_worth: false,
            surveys: Vec::new(),
        }
    }
}

/// One setting of the profile with a new value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Setting {
    /// Another baseline.
    Baseline(BaselineChoice),
    /// Other goals.
    Goals(Vec<Goal>),
    /// Other activities of the teacher's own.
    OwnActivities(Vec<OwnActivity>),
    /// Other bells.
    Bells(Vec<Bells>),
    /// Other terms.
    Terms(Vec<Term>),
    /// Another timetable.
    Timetable(Timetable),
    /// Other meanings of words in files.
    Words(Vec<WordRule>),
    /// Other school days.
    SchoolDays(SchoolDays),
    /// Another reply window.
    ReplyWindow(ReplyWindow),
    /// Other rules of the burden list.
    Rules(Rules),
    /// To ask for a meeting's worth, or not.
    AskWorth(bool),
    /// Other surveys, or other answers to them.
    Surveys(Vec<JoinedSurvey>),
}

impl Profile {
    /// Takes a setting over.
    pub fn set(&mut self, setting: Setting) {
        match setting {
            Setting::Baseline(v) => self.baseline = v,
            Setting::Goals(v) => self.goals = v,
            Setting::OwnActivities(v) => self.own_activities = v,
            Setting::Bells(v) => self.bells = v,
            Setting::Terms(v) => self.terms = v,
            Setting::Timetable(v) => self.timetable = v,
            Setting::Words(v) => self.words = v,
            Setting::SchoolDays(v) => self.school_days = v,
            Setting::ReplyWindow(v) => self.reply_window = v,
            Setting::Rules(v) => self.rules = v,
            Setting::AskWorth(v) => self.ask_worth = v,
            Setting::Surveys(v) => self.surveys = v,
        }
    }

    /// The goal on all non-teaching minutes; the policy's 15 % unless it was set to something else.
    #[must_use]
    pub fn main_goal(&self) -> Goal {
        let policy = || Goal {
            subject: GoalSubject::NonTeaching,
            reduction: Percent::POLICY,
        };
        self.goals
            .iter()
            .find(|g| g.subject == GoalSubject::NonTeaching)
            .cloned()
            .unwrap_or_else(policy)
    }

    /// The goals on single categories and activities.
    pub fn side_goals(&self) -> impl Iterator<Item = &Goal> {
        self.goals
            .iter()
            .filter(|g| g.subject != GoalSubject::NonTeaching)
    }

    /// Sets a goal, or with none drops it.
    pub fn set_goal(&mut self, subject: GoalSubject, reduction: Option<Percent>) {
        match (self.goals.iter_mut().find(|g| g.subject == subject), reduction) {
            (Some(goal), Some(reduction)) => goal.reduction = reduction,
            (None, Some(reduction)) => self.goals.push(Goal { subject, reduction }),
            (_, None) => self.goals.retain(|g| g.subject != subject),
        }
    }

    /// The activities that can be booked.
    #[must_use]
    pub fn taxonomy(&self) -> Taxonomy {
        Taxonomy::with_own(
            self.own_activities
                .iter()
                .map(|o| (o.activity.clone(), o.names.clone())),
        )
    }

    /// The meanings of words with these in the place of what they meant before.
    #[must_use]
    pub fn words_with(&self, new: Vec<WordRule>) -> Vec<WordRule> {
        let is_old = |rule: &&WordRule| new.iter().all(|n| n.word() != rule.word());
        let mut out: Vec<WordRule> = self.words.iter().filter(is_old).cloned().collect();
        out.extend(new);
        out
    }

    /// The bells of a date: the school's own, or the usual ones until they are set.
    #[must_use]
    pub fn bells_on(&self, date: NaiveDate) -> BellSchedule {
        self.schedule_on(date)
            .cloned()
            .unwrap_or_else(BellSchedule::usual)
    }

    /// What holds on a date, as the text of a timetable has it.
    #[must_use]
    pub fn parts_on(&self, date: NaiveDate) -> Parts {
        let edition = self.timetable.on(date);
        Parts {
            terms: self.terms.clone(),
            bells: self.bells.clone(),
            entries: edition.map(|e| e.entries.clone()).unwrap_or_default(),
        }
    }

    /// The school's own bells of a date; none until they are set. A timetable of the past knows the bells it went by.
    #[must_use]
    pub fn schedule_on(&self, date: NaiveDate) -> Option<&BellSchedule> {
        let rang = self.timetable.on(date).and_then(|e| e.bells.as_deref());
        bells_on(rang.unwrap_or(&self.bells), date)
    }
}
