//! What a teacher's weeks are compared with.

use super::standing::half_up;
use super::{GoalSubject, Percent, WeekFigures};
use crate::domain::{Activity, WeekId};
use crate::i18n::{I18n, Say};
use crate::tr;

/// A teacher's time before relief; gives an exact rate per school day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Baseline(Basis);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Basis {
    /// At least two complete weeks.
    Weeks(Vec<WeekFigures>),
    /// Non-teaching minutes of a five-day week.
    Typed(u32),
}

/// How the baseline is found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum BaselineChoice {
    /// The first two complete weeks in the log.
    #[default]
    Auto,
    /// Weeks the teacher chose.
    Weeks(Vec<WeekId>),
    /// Non-teaching minutes of a five-day week, typed in.
    Minutes(u32),
}

/// Why a choice makes no baseline: saving it would only take the old one away.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadBaseline {
    /// Fewer than two weeks.
    #[error("a baseline takes at least two complete weeks")]
    TooFew,
    /// Fewer than two complete weeks; these are not.
    #[error(
        "a baseline takes at least two complete weeks, and not every school day of these is closed: {0:?}"
    )]
    Open(Vec<WeekId>),
    /// No minutes that five days can have; holds what was typed.
    #[error("{0:?} minutes: a baseline is 1 to {most} minutes for five days", most = BaselineChoice::MOST_MINUTES)]
    Minutes(String),
}

impl Say for BadBaseline {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::TooFew => tr!(i18n, "baseline-two-weeks"),
            Self::Open(weeks) => {
                let weeks: Vec<String> = weeks.iter().map(ToString::to_string).collect();
                tr!(i18n, "baseline-open-weeks", weeks = weeks.join(", "))
            }
            Self::Minutes(typed) => tr!(
                i18n,
                "baseline-bad-minutes",
                minutes = typed.as_str(),
                most = BaselineChoice::MOST_MINUTES.to_string()
            ),
        }
    }
}

impl BaselineChoice {
    /// The most non-teaching minutes that a five-day week can have.
    pub const MOST_MINUTES: u32 = 5 * 24 * 60;

    /// Minutes of a five-day week, typed in.
    ///
    /// # Errors
    /// [`BadBaseline::Minutes`] for none, or for more than five days have.
    pub fn of_minutes(minutes: u32) -> Result<Self, BadBaseline> {
        match minutes {
            1..=Self::MOST_MINUTES => Ok(Self::Minutes(minutes)),
            _ => Err(BadBaseline::Minutes(minutes.to_string())),
        }
    }

    /// Weeks, each once, of which at least two are complete.
    ///
    /// # Errors
    /// [`BadBaseline::TooFew`] or [`BadBaseline::Open`].
    pub fn of_weeks(weeks: &[WeekFigures]) -> Result<Self, BadBaseline> {
        let ids = |complete: &dyn Fn(bool) -> bool| {
            let weeks = weeks.iter().filter(|w| complete(w.plan.is_complete()));
            let mut ids: Vec<WeekId> = weeks.map(|w| w.week).collect();
            ids.sort();
            ids.dedup();
            ids
        };
        let (all, open) = (ids(&|_| true), ids(&|complete| !complete));
        match (all.len() - open.len(), open.is_empty()) {
            (2.., _) => Ok(Self::Weeks(all)),
            (_, true) => Err(BadBaseline::TooFew),
            _ => Err(BadBaseline::Open(open)),
        }
    }
}

/// What a goal's subject comes to before relief, as an exact fraction `amount / per`: minutes or blocks per school day,
/// or minutes per block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// Minutes, or blocks, in all.
    pub amount: u64,
    /// Over so many school days, or blocks; never 0.
    pub per: u64,
}

impl Rate {
    /// What a goal's subject comes to over weeks; none where there is nothing to hold it against.
    pub fn over<'a>(weeks: impl IntoIterator<Item = &'a WeekFigures>, subject: &GoalSubject) -> Option<Self> {
        let ratios = weeks.into_iter().map(|w| subject.ratio(w));
        let (amount, per) = ratios.fold((0, 0), |(amount, per), r| (amount + r.0, per + r.1));
        (per > 0).then_some(Self { amount, per })
    }

    /// As a plain number, for display and JSON; the figures use the exact fraction.
    #[must_use]
    #[expect(
        clippy::cast_precision_loss,
        reason = "minutes of a lifetime stay far below 2^53"
    )]
    pub fn per_school_day(self) -> f64 {
        self.amount as f64 / self.per as f64
    }

    /// The minutes of so many school days, rounded half up.
    #[must_use]
    pub fn expected(self, days: u32) -> u32 {
        half_up(self.amount * u64::from(days), self.per)
    }

    /// The same less a reduction, rounded half up once.
    #[must_use]
    pub fn target(self, days: u32, reduction: Percent) -> u32 {
        let keep = u64::from(10_000 - reduction.hundredths());
        half_up(self.amount * u64::from(days) * keep, self.per * 10_000)
    }
}

impl Baseline {
    /// A typed-in baseline of `minutes` for a five-day week.
    #[must_use]
    pub const fn typed(minutes: u32) -> Self {
        Self(Basis::Typed(minutes))
    }

    /// The baseline of chosen weeks; only complete ones count, each once, and fewer than two of those make none.
    #[must_use]
    pub fn of_weeks(weeks: impl IntoIterator<Item = WeekFigures>) -> Option<Self> {
        let mut complete: Vec<_> = weeks.into_iter().filter(|w| w.plan.is_complete()).collect();
        complete.sort_by_key(|w| w.week);
        complete.dedup_by_key(|w| w.week);
        (complete.len() >= 2).then_some(Self(Basis::Weeks(complete)))
    }

    /// The baseline of the first two complete weeks among `weeks`, which come in order of time.
    ///
    /// Takes no more of them than it needs.
    pub fn auto(weeks: impl IntoIterator<Item = WeekFigures>) -> Option<Self> {
        Self::of_weeks(weeks.into_iter().filter(|w| w.plan.is_complete()).take(2))
    }

    /// The rate of what a goal counts; none where a typed-in baseline says nothing about it, and for the mean length of
    /// what has not taken place.
    #[must_use]
    pub fn rate(&self, subject: &GoalSubject) -> Option<Rate> {
        match &self.0 {
            Basis::Weeks(weeks) => Rate::over(weeks, subject),
            Basis::Typed(minutes) => (*subject == GoalSubject::NonTeaching).then_some(Rate {
                amount: u64::from(*minutes),
                per: 5,
            }),
        }
    }

    /// The weeks it rests on; none for a typed-in one.
    pub fn weeks(&self) -> impl Iterator<Item = WeekId> {
        self.figures().iter().map(|w| w.week)
    }

    /// The activities that occur in its weeks, some more than once; none for a typed-in one.
    pub(super) fn activities(&self) -> impl Iterator<Item = &Activity> {
        self.figures().iter().flat_map(|w| w.by_activity.keys())
    }

    fn figures(&self) -> &[WeekFigures] {
        match &self.0 {
            Basis::Weeks(weeks) => weeks.as_slice(),
            Basis::Typed(_) => &[],
        }
    }

    /// Whether it rests on this week.
    #[must_use]
    pub fn contains(&self, week: WeekId) -> bool {
        self.weeks().any(|w| w == week)
    }

    /// Whether a week is held against it: complete, and not one that it rests on.
    #[must_use]
    pub fn is_held_against(&self, week: &WeekFigures) -> bool {
        week.plan.is_complete() && !self.contains(week.week)
    }

    /// Whether the teacher typed it in.
    #[must_use]
    pub const fn is_typed(&self) -> bool {
        matches!(self.0, Basis::Typed(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn week(id: &str, closed_days: u32) -> WeekFigures {
        let mut week = WeekFigures::of(id.parse().unwrap(), []);
        week.plan.closed_days = closed_days;
        week
    }

    #[test]
    fn a_choice_that_makes_no_baseline_is_refused() {
        let [a, b, open] = [week("2026-W36", 5), week("2026-W37", 5), week("2026-W38", 4)];
        let id = |w: &WeekFigures| w.week;
        let choose = |weeks: &[&WeekFigures]| {
            BaselineChoice::of_weeks(&weeks.iter().map(|w| (*w).clone()).collect::<Vec<_>>())
        };
        assert_eq!(choose(&[&b, &a]), Ok(BaselineChoice::Weeks(vec![id(&a), id(&b)])));
        assert_eq!(
            choose(&[&b, &a, &open]),
            Ok(BaselineChoice::Weeks(vec![id(&a), id(&b), id(&open)]))
        );
        assert_eq!(choose(&[]), Err(BadBaseline::TooFew));
        assert_eq!(choose(&[&a, &a]), Err(BadBaseline::TooFew));
        assert_eq!(choose(&[&a, &open]), Err(BadBaseline::Open(vec![id(&open)])));
        assert_eq!(
            BaselineChoice::of_minutes(7200),
            Ok(BaselineChoice::Minutes(7200))
        );
        for bad in [0, 7201] {
            assert_eq!(
                BaselineChoice::of_minutes(bad),
                Err(BadBaseline::Minutes(bad.to_string()))
            );
        }
    }

    #[test]
    fn a_rate_scales_exactly_and_rounds_once() {
        let rate = Rate { amount: 1001, per: 9 };
        assert_eq!(rate.expected(5), 556, "556.1");
        assert_eq!(rate.target(5, Percent::POLICY), 473, "472.7");
    }
}
