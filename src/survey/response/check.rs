//! Whether a message that came from somewhere is one that this survey can have got.

use super::{Answered, Heading, Message, Response, built_in_activities};
use crate::domain::Category;
use crate::i18n::quoted;
use crate::survey::definition::Definition;
use std::collections::BTreeMap;

/// Why a message is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadResponse {
    /// It is not JSON, or not of the shape that the schema describes; holds what the reader of it says, in English.
    #[error("not a response: {0}")]
    Shape(String),
    /// It is of a version of the format that this program does not know.
    #[error("version {0} of the format is not known")]
    Version(u64),
    /// It belongs to another survey.
    #[error("it belongs to another survey")]
    OtherSurvey,
    /// Its week is not one that the survey asks about.
    #[error("its week is not one that the survey asks about")]
    Week,
    /// It does not answer what the survey asks.
    #[error("it does not answer what the survey asks: {0:?}")]
    Asked(Doubt),
    /// It says what cannot be.
    #[error("it says what cannot be: {0:?}")]
    Impossible(Doubt),
}

/// What about a message is doubtful.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// The groups are not those of the survey.
    Groups,
    /// A group has an answer that is not in its list.
    GroupAnswer,
    /// The days are more than a week has, closed ones more than school days, or only some of the three are given.
    Days,
    /// Minutes are missing of a category, more than a week has, or not rounded as the survey says.
    Minutes,
    /// Activities are not the built-in ones, or their minutes cannot be, or do not come to those of the category.
    Activities,
    /// More meetings of one sort than of all, minutes without a meeting, or others than those of the category.
    Meetings,
    /// Minutes with parents outside the reply window: more than with parents at all.
    LateParentMinutes,
    /// A band without an outcome, one that there is not, or an outcome of an incomplete week.
    Goal,
    /// Not a number for each of the five ratings, or more of them than meetings.
    Ratings,
    /// Revisions begin with 1.
    Revision,
}

/// Minutes of a week.
pub(in crate::survey) const WEEK: u32 = 7 * 24 * 60;
/// The most characters that are quoted of what the reader of JSON says.
const QUOTED: usize = 200;

impl Message {
    /// Reads what was sealed: JSON, with any amount of white space after it.
    ///
    /// # Errors
    /// [`BadResponse`] for the first thing that is wrong with it.
    pub fn read(bytes: &[u8], definition: &Definition) -> Result<Self, BadResponse> {
        #[derive(serde::Deserialize)]
        struct Version {
            version: Option<u64>,
        }
        let shape = |e: serde_json::Error| BadResponse::Shape(quoted(&e.to_string(), QUOTED));
        let read: Result<Self, _> = serde_json::from_slice(bytes);
        // Of a sound message once is enough: there are many of them.
        let is_ours = |message: &Self| message.heading().version == Heading::VERSION;
        if !read.as_ref().is_ok_and(is_ours) {
            let version: Version = serde_json::from_slice(bytes).map_err(shape)?;
            if let Some(version) = version.version.filter(|v| *v != u64::from(Heading::VERSION)) {
                return Err(BadResponse::Version(version));
            }
        }
        let message = read.map_err(shape)?;
        let heading = message.heading();
        if heading.definition != definition.hash() {
            return Err(BadResponse::OtherSurvey);
        }
        if !definition.weeks.contains(&heading.week) {
            return Err(BadResponse::Week);
        }
        if heading.revision == 0 {
            return Err(BadResponse::Impossible(Doubt::Revision));
        }
        if let Self::Response(response) = &message {
            response.check(definition)?;
        }
        Ok(message)
    }
}

impl Response {
    fn check(&self, definition: &Definition) -> Result<(), BadResponse> {
        self.check_groups(definition)?;
        let asks = definition.asks;
        let asked = [
            (asks.activities, self.activities.is_not_asked(), Doubt::Activities),
            (asks.meetings, self.meetings.is_not_asked(), Doubt::Meetings),
            (
                asks.late_parent_messages,
                self.late_parent_minutes.is_not_asked(),
                Doubt::LateParentMinutes,
            ),
            (asks.goal, self.goal.is_not_asked(), Doubt::Goal),
            (asks.ratings, self.ratings.is_not_asked(), Doubt::Ratings),
        ];
        if let Some((.., doubt)) = asked.into_iter().find(|(asked, not_there, _)| asked == not_there) {
            return Err(BadResponse::Asked(doubt));
        }
        let checks = [
            (self.days_can_be(), Doubt::Days),
            (self.minutes_can_be(definition.rounding), Doubt::Minutes),
            (self.activities_can_be(definition.rounding), Doubt::Activities),
            (self.meetings_can_be(), Doubt::Meetings),
            (
                self.late_parents_can_be(definition.rounding),
                Doubt::LateParentMinutes,
            ),
            (self.goal_can_be(), Doubt::Goal),
            (self.ratings_can_be(), Doubt::Ratings),
        ];
        match checks.into_iter().find(|(can_be, _)| !can_be) {
            Some((_, doubt)) => Err(BadResponse::Impossible(doubt)),
            None => Ok(()),
        }
    }

    fn check_groups(&self, definition: &Definition) -> Result<(), BadResponse> {
        let is_one = |code: &String| definition.group(code).is_some();
        if self.groups.len() != definition.groups.len() || !self.groups.keys().all(is_one) {
            return Err(BadResponse::Asked(Doubt::Groups));
        }
        let is_open = |(group, answer): (&String, &Option<String>)| {
            let group = definition.group(group);
            answer
                .as_ref()
                .is_none_or(|answer| group.is_some_and(|g| g.answer(answer).is_some_and(|a| g.is_open(a))))
        };
        if self.groups.iter().all(is_open) {
            Ok(())
        } else {
            Err(BadResponse::Asked(Doubt::GroupAnswer))
        }
    }

    fn days_can_be(&self) -> bool {
        match (self.school_days, self.closed_days, self.complete) {
            (None, None, None) => true,
            (Some(school), Some(closed), Some(complete)) => {
                school <= 7 && closed <= school && complete == (school > 0 && closed == school)
            }
            _ => false,
        }
    }

    fn minutes_can_be(&self, rounding: u32) -> bool {
        let each = self.minutes.values().all(|m| can_be(*m, rounding));
        // Each category is rounded by itself, so that the week may seem longer by a little.
        let most = WEEK + 5 * rounding;
        each && self.minutes.len() == Category::ALL.len() && self.total() <= most
    }

    fn activities_can_be(&self, rounding: u32) -> bool {
        let Answered::Given(given) = &self.activities else {
            return true;
        };
        let built_in = built_in_activities();
        let of = |category| built_in.iter().filter(move |a| a.category == category);
        let is_whole = |(category, by_code): (&Category, &BTreeMap<String, u32>)| {
            by_code.len() == of(*category).count()
                && of(*category).all(|a| by_code.contains_key(a.code.as_str()))
                && by_code.values().all(|m| can_be(*m, rounding))
                && fit(by_code.values(), self.minutes.get(category).copied(), rounding)
        };
        given.len() == Category::ALL.len() && given.iter().all(is_whole)
    }

    fn meetings_can_be(&self) -> bool {
        self.meetings.given().is_none_or(|m| {
            let all = m.staff_count.max(m.over_90) <= m.count && m.count <= WEEK;
            let as_booked = self.minutes.get(&Category::Meetings) == Some(&m.minutes);
            all && as_booked && (m.count > 0 || m.minutes == 0)
        })
    }

    /// Part of the time with parents; rounding keeps it so.
    fn late_parents_can_be(&self, rounding: u32) -> bool {
        let all = self.minutes.get(&Category::ParentMessages);
        let late = self.late_parent_minutes.given();
        late.is_none_or(|late| can_be(*late, rounding) && all.is_some_and(|all| late <= all))
    }

    fn goal_can_be(&self) -> bool {
        let is_open = self.complete == Some(false);
        self.goal.given().is_none_or(|goal| match goal.change_band {
            _ if is_open && goal.met.is_some() => false,
            None => true,
            Some(band) => goal.met.is_some() && super::BANDS.contains(&band) && band % super::BAND == 0,
        })
    }

    fn ratings_can_be(&self) -> bool {
        let Answered::Given(ratings) = &self.ratings else {
            return true;
        };
        let each = ["1", "2", "3", "4", "5"].iter().all(|r| ratings.contains_key(*r));
        let rated = || ratings.values().map(|n| u64::from(*n)).sum::<u64>();
        let most = self.meetings.given().map_or(WEEK, |m| m.count);
        each && ratings.len() == 5 && rated() <= u64::from(most)
    }
}

/// Whether activities can be those of a category: each is rounded by itself, by half of a step at most.
fn fit<'m>(minutes: impl ExactSizeIterator<Item = &'m u32>, category: Option<u32>, rounding: u32) -> bool {
    let off = rounding * (u32::try_from(minutes.len()).unwrap_or(u32::MAX) + 1);
    let sum: u32 = minutes.sum();
    category.is_some_and(|category| sum.abs_diff(category) <= off / 2)
}

/// Whether minutes are what rounding a week's or less gives.
const fn can_be(minutes: u32, rounding: u32) -> bool {
    minutes.is_multiple_of(rounding) && minutes <= WEEK + rounding
}
