//! The diary as JSON lines: the one text form that exports, dumps and the store's records share.
//!
//! A day's record is `{"day":{…},"blocks":[{…},…]}`; its parts, with a `"type"` in front, are the lines of an export:
//! so whatever the store holds can be written out line by line without being taken apart.

use super::borrowed;
use crate::domain::{
    Activity, ActivityCode, Block, BlockId, Category, Day, DayKind, Note, Rating, Span, clock, parse_clock,
    parse_date,
};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A line of a diary file that makes no sense.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct BadLine(pub String);

/// A day without its blocks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayLine<'a> {
    /// `2026-11-16`.
    #[serde(borrow)]
    pub date: Cow<'a, str>,
    /// `school` or `off`; none means what the weekday says.
    #[serde(borrow, default, deserialize_with = "borrowed::some")]
    pub kind: Option<Cow<'a, str>>,
    /// Why it is off.
    #[serde(borrow, default, deserialize_with = "borrowed::some")]
    pub reason: Option<Cow<'a, str>>,
    /// Signed off.
    #[serde(default)]
    pub closed: bool,
    /// The planned stretches that are dealt with, `08:00-08:45`; left out where there are none.
    #[serde(
        borrow,
        default,
        deserialize_with = "borrowed::all",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub settled: Vec<Cow<'a, str>>,
    /// The date whose timetable it follows; left out where it is its own.
    #[serde(
        borrow,
        default,
        deserialize_with = "borrowed::some",
        skip_serializing_if = "Option::is_none"
    )]
    pub follows: Option<Cow<'a, str>>,
    /// The highest block serial given; in the store's records and dumps only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serial: Option<u32>,
}

/// A block with its date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockLine<'a> {
    /// The id; one is given where there is none.
    #[serde(borrow, default, deserialize_with = "borrowed::some")]
    pub id: Option<Cow<'a, str>>,
    /// The date it starts on.
    #[serde(borrow)]
    pub date: Cow<'a, str>,
    /// `08:00`; none for an amount only.
    #[serde(borrow, default, deserialize_with = "borrowed::some")]
    pub start: Option<Cow<'a, str>>,
    /// `08:45`, past midnight `24:30`.
    #[serde(borrow, default, deserialize_with = "borrowed::some")]
    pub end: Option<Cow<'a, str>>,
    /// Its length; may be left out where start and end are given.
    #[serde(default)]
    pub minutes: Option<u32>,
    /// The category's code.
    #[serde(borrow)]
    pub category: Cow<'a, str>,
    /// The activity's code; the catch-all where there is none.
    #[serde(borrow, default, deserialize_with = "borrowed::some")]
    pub activity: Option<Cow<'a, str>>,
    /// The note.
    #[serde(borrow, default, deserialize_with = "borrowed::some")]
    pub note: Option<Cow<'a, str>>,
    /// 1 to 5.
    #[serde(default)]
    pub rating: Option<u32>,
    /// A secondary activity.
    #[serde(default)]
    pub parallel: bool,
}

impl<'a> DayLine<'a> {
    /// The line of a day, as exports show it.
    #[must_use]
    pub fn of(day: &'a Day) -> Self {
        let (kind, reason) = match day.kind() {
            DayKind::School => ("school", None),
            DayKind::Off(reason) => ("off", reason),
        };
        Self {
            date: day.date.to_string().into(),
            kind: Some(kind.into()),
            reason: reason.map(Cow::Owned),
            closed: day.closed,
            settled: day.settled().iter().map(|s| s.to_string().into()).collect(),
            follows: day.follows.map(|like| like.to_string().into()),
            serial: None,
        }
    }

    /// The day that the line says, without blocks.
    ///
    /// # Errors
    /// [`BadLine`] naming the field that makes no sense.
    pub fn to_day(&self) -> Result<Day, BadLine> {
        let mut day = Day::empty(parse_date(&self.date).map_err(|e| BadLine(e.to_string()))?);
        match self.kind.as_deref() {
            None => {}
            Some("school") => day.mark(DayKind::School),
            Some("off") => {
                let kind = DayKind::off(self.reason.as_deref().unwrap_or_default());
                day.mark(kind.map_err(|e| BadLine(e.to_string()))?);
            }
            Some(other) => return Err(BadLine(format!("kind {other:?}: use \"school\" or \"off\""))),
        }
        day.closed = self.closed;
        for text in &self.settled {
            day.settle(settled(text)?);
        }
        let follows = self.follows.as_deref().map(parse_date).transpose();
        day.follows = follows.map_err(|e| BadLine(e.to_string()))?;
        day.raise_serial(self.serial.unwrap_or(0));
        Ok(day)
    }
}

/// `08:00-08:45`.
fn settled(text: &str) -> Result<Span, BadLine> {
    let times = text
        .split_once('-')
        .and_then(|(start, end)| Some((parse_clock(start)?, parse_clock(end)?)));
    let (start, end) =
        times.ok_or_else(|| BadLine(format!("settled {text:?}: write it like \"08:00-08:45\"")))?;
    Span::clocked(start, end).map_err(|e| BadLine(e.to_string()))
}

impl<'a> BlockLine<'a> {
    /// The line of a block.
    #[must_use]
    pub fn of(date: chrono::NaiveDate, block: &'a Block) -> Self {
        let times = block.span.clock_times();
        Self {
            id: Some(block.id.as_str().into()),
            date: date.to_string().into(),
            start: times.map(|(start, _)| clock(start).into()),
            end: times.map(|(_, end)| clock(end).into()),
            minutes: Some(block.span.minutes()),
            category: block.activity.category.code().into(),
            activity: Some(block.activity.code.as_str().into()),
            note: (!block.note.is_empty()).then(|| block.note.as_str().into()),
            rating: block.rating.map(|r| r.get().into()),
            parallel: block.parallel,
        }
    }

    /// The block that the line says; `fresh` gives an id where it has none.
    ///
    /// # Errors
    /// [`BadLine`] naming the field that makes no sense.
    pub fn to_block(&self, fresh: impl FnOnce() -> BlockId) -> Result<Block, BadLine> {
        let bad = |e: &dyn ToString| BadLine(e.to_string());
        let category = Category::from_code(&self.category).ok_or_else(|| {
            BadLine(format!(
                "category {:?}: use one of {}",
                self.category,
                Category::ALL.map(Category::code).join(", ")
            ))
        })?;
        let activity = match self.activity.as_deref() {
            None => Activity::catch_all(category),
            Some(code) => Activity {
                category,
                code: ActivityCode::new(code).map_err(|e| bad(&e))?,
            },
        };
        let id = match self.id.as_deref() {
            None => fresh(),
            Some(id) => BlockId::try_from(id).map_err(BadLine)?,
        };
        Ok(Block {
            id,
            activity,
            span: self.span()?,
            note: Note::new(self.note.as_deref().unwrap_or_default()).map_err(|e| bad(&e))?,
            rating: self.rating.map(Rating::new).transpose().map_err(|e| bad(&e))?,
            parallel: self.parallel,
        })
    }

    fn span(&self) -> Result<Span, BadLine> {
        let time = |text: &Cow<'_, str>| {
            parse_clock(text)
                .ok_or_else(|| BadLine(format!("time {text:?}: write it like 08:45, up to 36:00")))
        };
        let span = match (&self.start, &self.end, self.minutes) {
            (Some(start), Some(end), _) => Span::clocked(time(start)?, time(end)?),
            (None, None, Some(minutes)) => Span::amount(minutes),
            (None, None, None) => return Err(BadLine("neither start and end nor minutes".into())),
            _ => return Err(BadLine("start and end go together".into())),
        }
        .map_err(|e| BadLine(e.to_string()))?;
        match self.minutes {
            Some(minutes) if minutes != span.minutes() => Err(BadLine(format!(
                "minutes is {minutes}, but {span} lasts {}",
                span.minutes()
            ))),
            _ => Ok(span),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block_of(json: &str) -> Result<Block, String> {
        let line: BlockLine<'_> = serde_json::from_str(json).map_err(|e| e.to_string())?;
        line.to_block(|| BlockId::new("fresh").unwrap())
            .map_err(|e| e.to_string())
    }

    #[test]
    fn the_line_of_the_specification_reads_and_prints_the_same() {
        let text = r#"{"id":"x1","date":"2026-11-16","start":"08:00","end":"08:45","minutes":45,"category":"teaching","activity":"lesson","note":"三(2)班语文","rating":null,"parallel":false}"#;
        let block = block_of(text).unwrap();
        let date = "2026-11-16".parse().unwrap();
        assert_eq!(serde_json::to_string(&BlockLine::of(date, &block)).unwrap(), text);
        let text = r#"{"date":"2026-11-16","kind":"off","reason":"holiday","closed":true}"#;
        let line: DayLine<'_> = serde_json::from_str(text).unwrap();
        assert_eq!(
            serde_json::to_string(&DayLine::of(&line.to_day().unwrap())).unwrap(),
            text
        );
    }

    #[test]
    fn what_makes_no_sense_is_named() {
        for (json, part) in [
            (
                r#"{"date":"2026-11-16","start":"08:00","category":"duty"}"#,
                "start and end",
            ),
            (
                r#"{"date":"2026-11-16","minutes":0,"category":"duty"}"#,
                "1 minute",
            ),
            (r#"{"date":"2026-11-16","minutes":5,"category":"fun"}"#, "fun"),
            (
                r#"{"date":"2026-11-16","start":"08:00","end":"08:45","minutes":44,"category":"duty"}"#,
                "44",
            ),
            (
                r#"{"date":"2026-11-16","minutes":5,"category":"duty","rating":6}"#,
                "6",
            ),
            (
                r#"{"date":"2026-11-16","minutes":5,"category":"duty","id":"a b"}"#,
                "a b",
            ),
            (
                r#"{"date":"2026-11-16","start":"8:00","end":"08:45","category":"duty"}"#,
                "8:00",
            ),
        ] {
            let error = block_of(json).unwrap_err();
            assert!(error.contains(part), "{error}");
        }
    }
}
