//! The response: what one teacher says of one week, and nothing else.

mod answered;
mod check;
mod once;
mod schema;

pub use answered::Answered;
pub(super) use check::WEEK;
pub use check::{BadResponse, Doubt};
pub use schema::RESPONSE_SCHEMA;

use super::field::Field;
use super::joined::Joined;
use super::pseudonym::Respondent;
use super::reading::WeekReading;
use crate::domain::{Activity, CATCH_ALL, Category, DefinitionHash, PerCategory, Taxonomy, WeekId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What one file says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Message {
    /// A week's response.
    #[serde(rename = "jianfu response")]
    Response(Response),
    /// The response of a week is taken back: whoever collects drops it.
    #[serde(rename = "jianfu withdrawal")]
    Withdrawal(Withdrawal),
}

/// Which response it is, and from whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// The version of the format.
    pub version: u32,
    /// The survey.
    pub definition: DefinitionHash,
    /// The week.
    pub week: WeekId,
    /// From whom.
    pub respondent: Respondent,
    /// 1 for the first of this respondent and week; the highest one counts.
    pub revision: u32,
}

/// A week's response. All minutes are rounded as the definition says; what is asked and not given is null, and what is
/// not asked is not there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Response {
    /// Which response it is. Its fields stand side by side with the others.
    #[serde(flatten)]
    pub heading: Heading,
    /// The answer to each group of the definition; none for not said.
    #[serde(deserialize_with = "once::names")]
    pub groups: BTreeMap<String, Option<String>>,
    /// How many days of the week are school days.
    #[serde(deserialize_with = "Option::deserialize")] // null it can be, but not missing
    pub school_days: Option<u32>,
    /// How many of those are closed.
    #[serde(deserialize_with = "Option::deserialize")]
    pub closed_days: Option<u32>,
    /// Whether there is a school day and all of them are closed.
    #[serde(deserialize_with = "Option::deserialize")]
    pub complete: Option<bool>,
    /// Minutes by category.
    #[serde(deserialize_with = "once::names")]
    pub minutes: BTreeMap<Category, u32>,
    /// Minutes by category and built-in activity; activities of the teacher's own are in `other`.
    #[serde(
        default,
        deserialize_with = "once::nested",
        skip_serializing_if = "Answered::is_not_asked"
    )]
    pub activities: Answered<BTreeMap<Category, BTreeMap<String, u32>>>,
    /// Meetings.
    #[serde(default, skip_serializing_if = "Answered::is_not_asked")]
    pub meetings: Answered<MeetingsGiven>,
    /// Minutes with parents outside the reply window.
    #[serde(default, skip_serializing_if = "Answered::is_not_asked")]
    pub late_parent_minutes: Answered<u32>,
    /// The 15 % goal.
    #[serde(default, skip_serializing_if = "Answered::is_not_asked")]
    pub goal: Answered<GoalGiven>,
    /// How many meetings were given each rating, by rating.
    #[serde(
        default,
        deserialize_with = "once::answered",
        skip_serializing_if = "Answered::is_not_asked"
    )]
    pub ratings: Answered<BTreeMap<String, u32>>,
}

/// The meetings of a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingsGiven {
    /// How many.
    pub count: u32,
    /// How long all together, rounded.
    pub minutes: u32,
    /// How many of them were all-staff meetings.
    pub staff_count: u32,
    /// How many lasted more than 90 minutes.
    pub over_90: u32,
}

/// How a week stands against the 15 % goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoalGiven {
    /// Whether it was met; none where the week is not complete or has nothing to be compared with.
    #[serde(deserialize_with = "Option::deserialize")]
    pub met: Option<bool>,
    /// The change against the baseline in bands of 5 percentage points, each named by its upper end: −15 is more than
    /// −20 % and at most −15 %. −50 is −50 % or less, 55 is more than 50 %. None where `met` is none, and
    /// where the baseline is 0.
    #[serde(deserialize_with = "Option::deserialize")]
    pub change_band: Option<i32>,
}

/// A withdrawal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// What is withdrawn: everything of this respondent and week up to this revision.
    #[serde(flatten)]
    pub heading: Heading,
}

impl Heading {
    /// The version of the format that this program reads and writes.
    pub const VERSION: u32 = 1;
}

impl Message {
    /// Which response it is, or withdraws.
    #[must_use]
    pub const fn heading(&self) -> &Heading {
        match self {
            Self::Response(response) => &response.heading,
            Self::Withdrawal(withdrawal) => &withdrawal.heading,
        }
    }
}

impl Response {
    /// The response of a teacher to a survey for a week that came to this: rounded, and without what is withheld.
    #[must_use]
    pub fn of(joined: &Joined, heading: Heading, reading: &WeekReading) -> Self {
        let (definition, figures) = (&joined.definition, &reading.figures);
        let round = |minutes: u32| rounded(minutes, definition.rounding);
        let group = |code: &str| joined.answered(code).map(|a| a.code.to_string());
        let days = |value: u32| (!joined.withholds(Field::Days)).then_some(value);
        let meetings = figures.meetings;
        Self {
            heading,
            groups: definition
                .groups
                .iter()
                .map(|g| (g.code.to_string(), group(g.code.as_str())))
                .collect(),
            school_days: days(figures.plan.school_days),
            closed_days: days(figures.plan.closed_days),
            complete: days(0).map(|_| figures.plan.is_complete()),
            minutes: Category::ALL
                .into_iter()
                .map(|c| (c, round(figures.sums.minutes[c])))
                .collect(),
            activities: given(joined, Field::Activities, || {
                let exact = activities(reading);
                let of = |by_code: &BTreeMap<String, u32>| {
                    let rounded = by_code.iter().map(|(code, m)| (code.clone(), round(*m)));
                    rounded.collect()
                };
                exact
                    .iter()
                    .map(|(category, by_code)| (category, of(by_code)))
                    .collect()
            }),
            meetings: given(joined, Field::Meetings, || MeetingsGiven {
                count: meetings.count,
                minutes: round(meetings.minutes),
                staff_count: meetings.staff_count,
                over_90: reading.meetings_over_90,
            }),
            late_parent_minutes: given(joined, Field::LateParentMinutes, || {
                round(reading.late_parent_minutes)
            }),
            goal: given(joined, Field::Goal, || goal(reading)),
            ratings: given(joined, Field::Ratings, || {
                let by_rating = (1..=5).zip(reading.ratings);
                by_rating
                    .map(|(rating, n): (u32, u32)| (rating.to_string(), n))
                    .collect()
            }),
        }
    }

    /// All five categories together, rounded each.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.minutes.values().sum()
    }
}

/// What is asked, unless it is withheld.
fn given<T>(joined: &Joined, field: Field, value: impl FnOnce() -> T) -> Answered<T> {
    match (field.is_asked(joined.definition.asks), joined.withholds(field)) {
        (false, _) => Answered::NotAsked,
        (true, true) => Answered::Withheld,
        (true, false) => Answered::Given(value()),
    }
}

/// Minutes to the nearest multiple of `step`, halves upwards.
pub(super) const fn rounded(minutes: u32, step: u32) -> u32 {
    (minutes * 2 + step) / (step * 2) * step
}

/// The exact minutes of every built-in activity, also of those that do not occur: what is there says nothing about the
/// week. Those of the teacher's own are folded into the catch-all of their category.
fn activities(reading: &WeekReading) -> PerCategory<BTreeMap<String, u32>> {
    let built_in = built_in_activities();
    let mut out = PerCategory::from_fn(|category| {
        let codes = built_in.iter().filter(|a| a.category == category);
        codes
            .map(|a| (a.code.as_str().to_owned(), 0))
            .collect::<BTreeMap<_, _>>()
    });
    for (activity, tally) in &reading.figures.by_activity {
        let by_code = &mut out[activity.category];
        let code = activity.code.as_str();
        let code = if by_code.contains_key(code) {
            code
        } else {
            CATCH_ALL
        };
        *by_code.entry(code.to_owned()).or_default() += tally.minutes;
    }
    out
}

/// The activities that every installation has, by category. Read once: every message that comes in is held against them.
#[must_use]
pub(super) fn built_in_activities() -> &'static [Activity] {
    static ACTIVITIES: LazyLock<Vec<Activity>> = LazyLock::new(|| {
        let taxonomy = Taxonomy::built_in();
        taxonomy.activities().iter().map(|a| a.activity.clone()).collect()
    });
    &ACTIVITIES
}

/// The outermost bands of the change, named by their upper ends.
pub(super) const BANDS: std::ops::RangeInclusive<i32> = -50..=55;
/// The width of a band, in percentage points.
pub(super) const BAND: i32 = 5;

fn goal(reading: &WeekReading) -> GoalGiven {
    let met = reading.met();
    GoalGiven {
        met,
        change_band: met.and(reading.standing.change).map(band),
    }
}

/// The band of a change.
pub(super) fn band(change: f64) -> i32 {
    /// What a double may exceed the end of the band that it stands for.
    const EXCESS: f64 = 1e-9;
    #[expect(clippy::cast_possible_truncation, reason = "clamped to the outermost bands")]
    let bands = (change * 100.0 / f64::from(BAND) - EXCESS)
        .ceil()
        .clamp(f64::from(BANDS.start() / BAND), f64::from(BANDS.end() / BAND)) as i32;
    bands * BAND
}

#[cfg(test)]
pub(super) mod tests;
