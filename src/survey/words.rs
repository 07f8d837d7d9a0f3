//! A response in words: every field of what would be sealed, read back from its bytes.

use super::definition::Definition;
use super::field::Field;
use super::reading::LONG_MEETING;
use super::response::{Answered, BadResponse, GoalGiven, MeetingsGiven, Message, Response};
use crate::domain::{Activity, Category, Taxonomy};
use crate::i18n::I18n;
use crate::tr;
use std::collections::BTreeMap;

/// What a line of a response is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineOf {
    /// What every response has: it cannot be withheld.
    Always,
    /// The answer to a group, by its code.
    Group(String),
    /// A field.
    Field(Field),
    /// One value of the field above it.
    Part(Field),
}

/// One field of a response, or one value of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldLine {
    /// What it is about.
    pub of: LineOf,
    /// The field's name.
    pub label: String,
    /// What it says.
    pub value: String,
}

/// Every field of what would be sealed, line by line. Nothing is known here but the bytes and the definition.
///
/// # Errors
/// [`BadResponse`] where they are not a response to this survey.
pub fn response_lines(
    plaintext: &[u8],
    definition: &Definition,
    i18n: &I18n,
) -> Result<Vec<FieldLine>, BadResponse> {
    let message = Message::read(plaintext, definition)?;
    let mut lines = Lines {
        out: Vec::new(),
        definition,
        taxonomy: Taxonomy::built_in(),
        i18n,
    };
    let heading = message.heading();
    lines.always(tr!(i18n, "response-survey"), definition.fingerprint().to_string());
    lines.always(tr!(i18n, "response-week"), heading.week.to_string());
    lines.always(tr!(i18n, "response-respondent"), heading.respondent.to_string());
    lines.always(tr!(i18n, "response-revision"), heading.revision.to_string());
    match &message {
        Message::Response(response) => lines.response(response),
        Message::Withdrawal(_) => lines.always(
            tr!(i18n, "response-withdrawal"),
            tr!(i18n, "response-withdrawal-means"),
        ),
    }
    Ok(lines.out)
}

struct Lines<'a> {
    out: Vec<FieldLine>,
    definition: &'a Definition,
    taxonomy: Taxonomy,
    i18n: &'a I18n,
}

impl Lines<'_> {
    fn put(&mut self, of: LineOf, label: String, value: String) {
        self.out.push(FieldLine { of, label, value });
    }

    fn always(&mut self, label: String, value: String) {
        self.put(LineOf::Always, label, value);
    }

    fn field<T>(&mut self, field: Field, answered: &Answered<T>, say: impl FnOnce(&T, &I18n) -> String) {
        let value = match answered {
            Answered::NotAsked => return,
            Answered::Withheld => tr!(self.i18n, "response-withheld"),
            Answered::Given(value) => say(value, self.i18n),
        };
        self.put(LineOf::Field(field), field_words(field, self.i18n), value);
    }

    fn response(&mut self, response: &Response) {
        let i18n = self.i18n;
        for group in &self.definition.groups {
            let code = group.code.as_str();
            let answer = response.groups.get(code).and_then(Option::as_deref);
            let answer = answer.and_then(|a| group.answer(a));
            let value = answer.map_or_else(
                || tr!(i18n, "response-not-said"),
                |a| a.name.get(i18n.lang()).to_owned(),
            );
            let name = group.name.get(i18n.lang()).to_owned();
            self.put(LineOf::Group(code.to_owned()), name, value);
        }
        self.days(response);
        let step = self.definition.rounding;
        self.always(
            tr!(i18n, "response-minutes"),
            tr!(i18n, "response-rounded", minutes = step),
        );
        for (category, minutes) in &response.minutes {
            let name = self.taxonomy.category_name(*category, i18n.lang()).to_owned();
            self.always(part(&name), i18n.duration(*minutes));
        }
        self.field(Field::Activities, &response.activities, |_, i18n| {
            tr!(i18n, "response-rounded", minutes = step)
        });
        if let Answered::Given(activities) = &response.activities {
            self.activities(activities);
        }
        self.field(Field::Meetings, &response.meetings, |m, i18n| meetings(*m, i18n));
        self.field(
            Field::LateParentMinutes,
            &response.late_parent_minutes,
            |m, i18n| i18n.duration(*m),
        );
        let hides_days = response.school_days.is_none();
        self.field(Field::Goal, &response.goal, |goal, i18n| {
            let words = goal_words(*goal, i18n);
            match goal.met {
                Some(_) if hides_days => tr!(i18n, "response-goal-tells", goal = words),
                _ => words,
            }
        });
        let hides_meetings = response.meetings == Answered::Withheld;
        self.field(Field::Ratings, &response.ratings, |counts, i18n| {
            let words = ratings(counts, i18n);
            if hides_meetings {
                tr!(i18n, "response-ratings-tell", ratings = words)
            } else {
                words
            }
        });
    }

    fn days(&mut self, response: &Response) {
        let i18n = self.i18n;
        let given = match (response.school_days, response.closed_days, response.complete) {
            (Some(school), Some(closed), Some(complete)) => {
                let complete = if complete {
                    tr!(i18n, "response-complete")
                } else {
                    tr!(i18n, "response-not-complete")
                };
                tr!(
                    i18n,
                    "response-days-are",
                    closed = closed,
                    school = school,
                    complete = complete
                )
            }
            _ => tr!(i18n, "response-withheld"),
        };
        self.put(LineOf::Field(Field::Days), field_words(Field::Days, i18n), given);
    }

    /// Those that have minutes, and in one line that the others have none.
    fn activities(&mut self, activities: &BTreeMap<Category, BTreeMap<String, u32>>) {
        let i18n = self.i18n;
        let of = LineOf::Part(Field::Activities);
        let mut others = 0_u32;
        for (category, by_code) in activities {
            for (code, minutes) in by_code {
                if *minutes == 0 {
                    others += 1;
                    continue;
                }
                let activity = Activity::new(*category, code);
                let name = activity.map_or_else(
                    |_| code.clone(),
                    |a| self.taxonomy.activity_name(&a, i18n.lang()).to_owned(),
                );
                self.put(of.clone(), part(&name), i18n.duration(*minutes));
            }
        }
        if others > 0 {
            let label = tr!(i18n, "response-other-activities", count = others);
            self.put(of, part(&label), i18n.duration(0));
        }
    }
}

/// A field by its name.
#[must_use]
pub fn field_words(field: Field, i18n: &I18n) -> String {
    match field {
        Field::Days => tr!(i18n, "response-days"),
        Field::Activities => tr!(i18n, "response-activities"),
        Field::Meetings => tr!(i18n, "response-meetings"),
        Field::LateParentMinutes => tr!(i18n, "response-late-parents"),
        Field::Goal => tr!(i18n, "response-goal"),
        Field::Ratings => tr!(i18n, "response-ratings"),
    }
}

/// The label of one value of a field.
fn part(name: &str) -> String {
    format!("  {name}")
}

fn meetings(meetings: MeetingsGiven, i18n: &I18n) -> String {
    tr!(
        i18n,
        "response-meetings-are",
        count = meetings.count,
        time = i18n.duration(meetings.minutes),
        staff = meetings.staff_count,
        long = meetings.over_90,
        limit = LONG_MEETING
    )
}

fn goal_words(goal: GoalGiven, i18n: &I18n) -> String {
    let met = match goal.met {
        None => return tr!(i18n, "response-goal-unknown"),
        Some(true) => tr!(i18n, "response-goal-met"),
        Some(false) => tr!(i18n, "response-goal-missed"),
    };
    match goal.change_band {
        None => met,
        Some(band) => tr!(i18n, "response-goal-is", met = met, band = band_words(band, i18n)),
    }
}

/// A band of the change by its ends.
#[must_use]
pub fn band_words(band: i32, i18n: &I18n) -> String {
    use super::response::{BAND, BANDS};
    let percent = |p: i32| p.to_string().replace('-', "−");
    if band <= *BANDS.start() {
        tr!(i18n, "response-band-lowest", to = percent(band))
    } else if band >= *BANDS.end() {
        tr!(i18n, "response-band-highest", from = percent(band - BAND))
    } else {
        tr!(
            i18n,
            "response-band",
            from = percent(band - BAND),
            to = percent(band)
        )
    }
}

fn ratings(ratings: &BTreeMap<String, u32>, i18n: &I18n) -> String {
    let each: Vec<String> = ratings
        .iter()
        .map(|(rating, n)| format!("{rating}: {n}"))
        .collect();
    tr!(i18n, "response-ratings-are", counts = each.join(", "))
}
