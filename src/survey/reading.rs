//! What a week came to, as far as a response can say it.

use crate::diary::Profile;
use crate::domain::{Category, Day, WeekId};
use crate::figures::{
    Baseline, Goal, GoalSubject, Percent, Standing, Status, WeekFigures, late_parent_minutes,
};
use crate::store::{Session, StoreError};

/// A week's exact figures. Nothing of it leaves the machine: a response is made of it by rounding and leaving out.
#[derive(Debug, Clone, PartialEq)]
pub struct WeekReading {
    /// The sums.
    pub figures: WeekFigures,
    /// Minutes with parents outside the reply window.
    pub late_parent_minutes: u32,
    /// How many meetings lasted more than 90 minutes, the policies' limit.
    pub meetings_over_90: u32,
    /// How many meetings were given each rating, 1 first.
    pub ratings: [u32; 5],
    /// How the week stands against the policies' 15 %, whatever goal the teacher has set.
    pub standing: Standing,
}

/// The length of a meeting beyond which it counts as long, in minutes: the policies' limit of all-staff meetings.
pub const LONG_MEETING: u32 = 90;

impl WeekReading {
    /// Gathers a week from its days.
    #[must_use]
    pub fn of(week: WeekId, days: &[Day], profile: &Profile, baseline: Option<&Baseline>) -> Self {
        let figures = WeekFigures::of(week, days);
        let in_week = || days.iter().filter(|d| WeekId::of(d.date) == week);
        let meetings = || {
            let blocks = in_week().flat_map(Day::blocks);
            blocks.filter(|b| b.activity.category == Category::Meetings && !b.parallel)
        };
        let mut ratings = [0; 5];
        for rating in meetings().filter_map(|b| b.rating) {
            ratings[usize::from(rating.get()) - 1] += 1;
        }
        let long = meetings().filter(|b| b.span.minutes() > LONG_MEETING).count();
        let policy = Goal {
            subject: GoalSubject::NonTeaching,
            reduction: Percent::POLICY,
        };
        Self {
            late_parent_minutes: late_parent_minutes(in_week(), profile.reply_window),
            meetings_over_90: u32::try_from(long).unwrap_or(u32::MAX),
            ratings,
            standing: Standing::of(&figures, baseline, &policy),
            figures,
        }
    }

    /// Reads a week.
    ///
    /// # Errors
    /// [`StoreError`] where the store cannot be read.
    pub fn read(session: &mut Session, week: WeekId, profile: &Profile) -> Result<Self, StoreError> {
        let days = session.days(week.monday()..=week.sunday())?;
        let baseline = session.baseline(profile)?;
        Ok(Self::of(week, &days, profile, baseline.as_ref()))
    }

    /// Whether the week met the 15 %; none where that is not known of it: it is not complete, or there is nothing to
    /// compare it with.
    #[must_use]
    pub fn met(&self) -> Option<bool> {
        match self.standing.status {
            Status::Met => Some(true),
            Status::Missed => Some(false),
            _ => None,
        }
    }
}
