//! From a row back to the response that it is the row of.

use crate::domain::{Category, WeekId};
use crate::survey::collector::row::Row;
use crate::survey::collector::values::{MISSING, Value};
use crate::survey::definition::{Asks, Definition, Group};
use crate::survey::response::{
    Answered, GoalGiven, Heading, MeetingsGiven, Message, Response, Withdrawal, built_in_activities,
};
use std::collections::BTreeMap;

/// The response of a row.
pub(super) fn response(row: &Row, week: WeekId, definition: &Definition) -> Message {
    let asks = definition.asks;
    let has = |value: Value| row.values[value.index()] != MISSING;
    let number = |value: Value| u32::try_from(row.values[value.index()]).unwrap_or(0);
    let optional = |value: Value| has(value).then(|| number(value));
    Message::Response(Response {
        heading: heading(row, week, definition),
        groups: groups(row, definition),
        school_days: optional(Value::SchoolDays),
        closed_days: optional(Value::ClosedDays),
        complete: optional(Value::Complete).map(|is| is == 1),
        minutes: Category::ALL.map(|c| (c, number(Value::Category(c)))).into(),
        activities: answered(asks.activities, has(Value::Activity(0)), || activities(&number)),
        meetings: answered(asks.meetings, has(Value::Meetings), || MeetingsGiven {
            count: number(Value::Meetings),
            minutes: number(Value::MeetingMinutes),
            staff_count: number(Value::StaffMeetings),
            over_90: number(Value::LongMeetings),
        }),
        late_parent_minutes: answered(asks.late_parent_messages, has(Value::LateParents), || {
            number(Value::LateParents)
        }),
        goal: goal(row, asks),
        ratings: answered(asks.ratings, has(Value::Rating(1)), || {
            (1..=5_u8)
                .map(|r| (r.to_string(), number(Value::Rating(r))))
                .collect()
        }),
    })
}

/// The withdrawal of all up to and with the revision of a row.
pub(super) fn withdrawal(row: &Row, week: WeekId, definition: &Definition) -> Message {
    Message::Withdrawal(Withdrawal {
        heading: heading(row, week, definition),
    })
}

fn heading(row: &Row, week: WeekId, definition: &Definition) -> Heading {
    Heading {
        version: Heading::VERSION,
        definition: definition.hash(),
        week,
        respondent: row.respondent,
        revision: row.revision,
    }
}

fn groups(row: &Row, definition: &Definition) -> BTreeMap<String, Option<String>> {
    let answer = |(group, place): (&Group, &u16)| {
        let answer = usize::from(*place)
            .checked_sub(1)
            .and_then(|p| group.answers.get(p));
        (group.code.to_string(), answer.map(|a| a.code.to_string()))
    };
    definition.groups.iter().zip(&row.groups).map(answer).collect()
}

fn activities(number: &impl Fn(Value) -> u32) -> BTreeMap<Category, BTreeMap<String, u32>> {
    let mut out: BTreeMap<Category, BTreeMap<String, u32>> = BTreeMap::new();
    for (place, activity) in built_in_activities().iter().enumerate() {
        let of = out.entry(activity.category).or_default();
        of.insert(activity.code.as_str().to_owned(), number(Value::Activity(place)));
    }
    out
}

/// A row does not tell a goal that is withheld from one that is not known; the latter is far more common.
fn goal(row: &Row, asks: Asks) -> Answered<GoalGiven> {
    let optional = |value: Value| Some(row.values[value.index()]).filter(|n| *n != MISSING);
    answered(asks.goal, true, || GoalGiven {
        met: optional(Value::GoalMet).map(|is| is == 1),
        change_band: optional(Value::ChangeBand).map(i32::from),
    })
}

fn answered<T>(is_asked: bool, is_given: bool, value: impl FnOnce() -> T) -> Answered<T> {
    match (is_asked, is_given) {
        (false, _) => Answered::NotAsked,
        (true, false) => Answered::Withheld,
        (true, true) => Answered::Given(value()),
    }
}
