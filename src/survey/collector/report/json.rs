//! A report as JSON. The schema beside this file says what each field is; a test validates against it.

use super::{
    Block, Cross, CrossCell, Figures, NoiseSize, Portion, Report, ReportWeek, Spread, Standing, Table,
    TableLine, staff_behind,
};
use crate::domain::Category;
use crate::i18n::Lang;
use crate::survey::collector::disclosure::Rules;
use crate::survey::collector::values::Value as Number;
use crate::survey::definition::{Definition, Group, NOT_SAID, Wording};
use serde_json::{Map, Value, json};

/// The JSON Schema of a report.
pub const REPORT_SCHEMA: &str = include_str!("report.schema.json");

impl Report {
    /// Which format the JSON of a report is.
    pub const VERSION: u32 = 1;

    /// As JSON, on one line: names in every language, answers by their codes, null where a number is not shown.
    #[must_use]
    pub fn to_json(&self) -> String {
        self.json().to_string()
    }

    /// The same as a value.
    #[must_use]
    pub fn json(&self) -> Value {
        let asks = self.frame.asks();
        let names = crate::survey::Asks::NAMES.into_iter().zip(asks.flags());
        let asks: Map<String, Value> = names
            .map(|(name, asked)| (name.to_owned(), asked.into()))
            .collect();
        json!({
            "type": "jianfu survey report",
            "version": Self::VERSION,
            "made_up": self.is_made_up(),
            "draft": self.is_draft,
            "made_on": self.made_on.map(|day| day.to_string()),
            "surveys": self.frame.surveys.iter().map(survey).collect::<Vec<_>>(),
            "asks": asks,
            "staff": self.frame.staff(),
            "groups": self.frame.groups.iter().map(group).collect::<Vec<_>>(),
            "rules": rules(self.rules),
            "noise": self.noise.map(noise),
            "weeks": self.weeks.iter().map(|w| self.week(w)).collect::<Vec<_>>(),
            "not_shown": self.not_shown.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "period": self.period.as_ref().map(|block| self.block(block)),
            "cross": self.cross_over_weeks().map(|cross| self.cross(&cross)),
        })
    }

    fn week(&self, week: &ReportWeek) -> Value {
        json!({
            "week": week.week.to_string(),
            "monday": week.week.monday().to_string(),
            "issue": week.issue,
            "standing": week.standing.code(),
            "tables": self.block(&week.tables),
            "cross": week.cross.as_ref().map(|cross| self.cross(cross)),
        })
    }

    fn block(&self, block: &Block<Figures>) -> Value {
        let groups = self.frame.groups.iter().zip(&block.groups);
        let groups = groups.map(|(group, of)| {
            let mut out = table(of, group);
            out.insert(String::from("group"), group.code.as_str().into());
            Value::Object(out)
        });
        json!({
            "all": figures(&block.all, self.frame.staff()),
            "groups": groups.collect::<Vec<_>>(),
        })
    }

    fn cross(&self, cross: &Cross<Figures>) -> Value {
        let groups = cross.groups.map(|place| self.frame.groups.get(place));
        let cell = |cell: &CrossCell<Figures>| match cell {
            CrossCell::Nobody => json!({ "is": "nobody", "figures": null }),
            CrossCell::Hidden => json!({ "is": "hidden", "figures": null }),
            CrossCell::Shown(of) => json!({ "is": "shown", "figures": figures(of, None) }),
        };
        let row = |row: &Vec<CrossCell<Figures>>| row.iter().map(cell).collect::<Vec<_>>();
        json!({
            "groups": groups.map(|group| group.map(|g| g.code.as_str())),
            "rows": sides(groups[0], &cross.rows),
            "columns": sides(groups[1], &cross.columns),
            "cells": cross.cells.iter().map(row).collect::<Vec<_>>(),
        })
    }
}

/// The answers of rows or columns.
fn sides(group: Option<&Group>, sides: &[Option<u16>]) -> Value {
    let code = |side: &Option<u16>| group.and_then(|g| side.map(|s| code(g, s)));
    sides.iter().map(code).collect()
}

impl Standing {
    /// Its word in formats.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Same => "same",
            Self::Grown => "grown",
            Self::Waiting => "waiting",
            Self::Noisy => "noisy",
        }
    }
}

/// The code of an answer by its place: 0 is not said.
#[must_use]
pub fn code(group: &Group, answer: u16) -> &str {
    let place = usize::from(answer).checked_sub(1);
    let answer = place.and_then(|place| group.answers.get(place));
    answer.map_or(NOT_SAID, |a| a.code.as_str())
}

/// Where an activity is shown: its category and its code.
#[must_use]
pub fn activity_code(place: usize) -> String {
    let activity = Number::activity(place);
    activity.map_or_else(String::new, |a| {
        format!("{}/{}", a.category.code(), a.code.as_str())
    })
}

/// Whole per cent as a fraction.
#[must_use]
pub fn fraction(percent: u32) -> f64 {
    f64::from(percent) / 100.0
}

fn wording(wording: &Wording) -> Value {
    let texts = Lang::ALL.map(|lang| (lang.tag().to_owned(), wording.get(lang).into()));
    Value::Object(texts.into_iter().collect())
}

fn survey(survey: &Definition) -> Value {
    json!({
        "definition": survey.hash().to_string(),
        "fingerprint": survey.fingerprint().to_string(),
        "title": wording(&survey.title),
        "contact": wording(&survey.contact),
        "weeks": { "from": survey.weeks.start().to_string(), "to": survey.weeks.end().to_string() },
        "closes": survey.closes.to_string(),
        "staff": survey.staff,
    })
}

fn group(group: &Group) -> Value {
    let places = (1..).zip(&group.answers);
    let answers = places.map(|(place, answer)| {
        json!({
            "answer": answer.code.as_str(),
            "name": wording(&answer.name),
            "within": answer.within.as_ref().map(crate::survey::Code::as_str),
            "staff": staff_behind(group, place),
        })
    });
    json!({
        "group": group.code.as_str(),
        "name": wording(&group.name),
        "answers": answers.collect::<Vec<_>>(),
    })
}

fn noise(size: NoiseSize) -> Value {
    json!({
        "epsilon": size.epsilon.value(),
        "levels": size.levels,
        "responses_off": size.responses(),
        "minutes_off_of_100": size.minutes(100),
        "mean_from": size.usable_from(),
    })
}

fn rules(rules: Rules) -> Value {
    json!({
        "min_group": rules.min_group,
        "minutes_step": rules.rounding,
        "responses_step": 5,
        "median_from": Rules::MEDIAN,
        "quartiles_from": Rules::QUARTILES,
        "deciles_from": Rules::DECILES,
        "side": Rules::SIDE,
    })
}

fn table(table: &Table<Figures>, group: &Group) -> Map<String, Value> {
    let codes = |places: &[u16]| places.iter().map(|p| code(group, *p)).collect::<Vec<_>>();
    let line = |line: &TableLine<Figures>| {
        json!({
            "answer": code(group, line.answer),
            "figures": figures(&line.figures, staff_behind(group, line.answer)),
            "within": line.within.as_ref().map(|within| self::table(within, group)),
        })
    };
    let lines: Vec<Value> = table.lines.iter().map(line).collect();
    let fields = [
        ("lines", Value::from(lines)),
        ("rest", table.rest.as_ref().map(|rest| figures(rest, None)).into()),
        ("hidden", codes(&table.hidden).into()),
        ("silent", codes(&table.silent).into()),
    ];
    fields
        .map(|(name, value)| (name.to_owned(), value))
        .into_iter()
        .collect()
}

fn figures(of: &Figures, staff: Option<u32>) -> Value {
    let set = |codes: Vec<Value>, name: &str, minutes: u32| json!({ name: codes, "minutes": minutes });
    let categories = of.categories.iter().map(|(set_of, minutes)| {
        let codes = set_of.iter().map(|c| Category::code(*c).into());
        set(codes.collect(), "categories", *minutes)
    });
    let activities = of.activities.iter().map(|(set_of, minutes)| {
        let codes = set_of.iter().map(|place| activity_code(*place).into());
        set(codes.collect(), "activities", *minutes)
    });
    let tenth = |tenths: u32| f64::from(tenths) / 10.0;
    json!({
        "weeks": of.weeks,
        "responses": of.responses,
        "coverage": of.coverage(staff).map(fraction),
        "complete": of.complete.map(portion),
        "total": of.total,
        "non_teaching": spread(of.non_teaching, &Value::from),
        "share": spread(of.share, &|percent| fraction(percent).into()),
        "categories": categories.collect::<Vec<_>>(),
        "activities": activities.collect::<Vec<_>>(),
        "meetings": of.meetings.map(tenth),
        "meeting_minutes": of.meeting_minutes,
        "staff_meetings": of.staff_meetings.map(tenth),
        "long_meetings": of.long_meetings.map(portion),
        "late_parents": of.late_parents,
        "goal_met": of.goal_met.map(portion),
        "change": of.change.map(|percent| f64::from(percent) / 100.0),
        "rating": of.rating.map(tenth),
    })
}

fn spread(of: Spread, show: &impl Fn(u32) -> Value) -> Value {
    let both = |pair: [u32; 2]| pair.map(show);
    json!({
        "mean": of.mean.map(show),
        "median": of.median.map(show),
        "quartiles": of.quartiles.map(both),
        "deciles": of.deciles.map(both),
    })
}

fn portion(portion: Portion) -> Value {
    match portion {
        Portion::Percent(percent) => json!({ "share": fraction(percent) }),
        Portion::Below(percent) => json!({ "below": fraction(percent) }),
        Portion::Above(percent) => json!({ "above": fraction(percent) }),
    }
}

#[cfg(test)]
mod tests;
