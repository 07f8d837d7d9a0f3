//! What `timew export` prints: a JSON list of intervals.

use super::notes::{note, one_line};
use super::{BadFile, FileFault, Incoming, LeftOut, Place, Record, Sources, What, Why};
use crate::domain::{Span, check_date};
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Timelike, Utc};
use serde::Deserialize;
use serde_json::value::RawValue;

#[derive(Deserialize)]
struct Interval {
    start: String,
    end: Option<String>,
    #[serde(default)]
    tags: Vec<String>,
    annotation: Option<String>,
}

/// Reads an export of Timewarrior. Its times are universal; `to_local` says what they are on the user's clock. Seconds
/// are cut from start and end alike, so intervals that touch still touch and none overlap. A place is the number of an
/// interval in the list.
///
/// # Errors
/// [`FileFault`]: no list in JSON, or an interval without a start or with a time that is none.
pub fn read_timewarrior(
    text: &str,
    to_local: &dyn Fn(DateTime<Utc>) -> NaiveDateTime,
) -> Result<Incoming, BadFile> {
    let not_this = BadFile {
        place: None,
        fault: FileFault::NotThis("Timewarrior"),
    };
    let list: Vec<Box<RawValue>> =
        serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|_| not_this)?;
    let (mut sources, mut out) = (Sources::default(), Incoming::default());
    for (i, raw) in list.iter().enumerate() {
        let place = Place::Entry(i + 1);
        let bad = |fault| BadFile {
            place: Some(place.clone()),
            fault,
        };
        let interval: Interval =
            serde_json::from_str(raw.get()).map_err(|why| bad(FileFault::Other(why.to_string())))?;
        let time = |field: &str, text: &str| {
            let value = || FileFault::Value {
                field: field.to_owned(),
                text: one_line(text),
            };
            instant(text).ok_or_else(|| bad(value()))
        };
        let start = time("start", &interval.start)?;
        let end = interval.end.as_deref().map(|end| time("end", end)).transpose()?;
        let words = interval.words();
        match when(start, end, to_local) {
            Ok((date, span)) => out.records.push(Record {
                place,
                source: sources.unique(&interval.start),
                words,
                what: What::Block {
                    date,
                    span,
                    note: note(interval.annotation.as_deref().unwrap_or_default()),
                    rating: None,
                    parallel: false,
                },
            }),
            Err(why) => {
                let label = words.into_iter().next().unwrap_or_default();
                out.left_out.push(LeftOut { place, label, why });
            }
        }
    }
    Ok(out)
}

impl Interval {
    fn words(&self) -> Vec<String> {
        let all = self.tags.iter().chain(&self.annotation);
        all.map(|text| one_line(text))
            .filter(|text| !text.is_empty())
            .collect()
    }
}

/// `20261116T000000Z`.
fn instant(text: &str) -> Option<DateTime<Utc>> {
    if text.len() != 16 {
        return None;
    }
    NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%SZ")
        .ok()
        .map(|t| t.and_utc())
}

fn when(
    start: DateTime<Utc>,
    end: Option<DateTime<Utc>>,
    to_local: &dyn Fn(DateTime<Utc>) -> NaiveDateTime,
) -> Result<(NaiveDate, Span), Why> {
    let end = end.ok_or(Why::Open)?;
    if end - start < TimeDelta::minutes(1) {
        return Err(Why::Length);
    }
    let (start, end) = (to_local(start), to_local(end));
    let date = check_date(start.date()).map_err(|_| Why::Outside)?;
    let days = u32::try_from((end.date() - date).num_days()).map_err(|_| Why::Length)?;
    let minute = |t: NaiveDateTime| t.hour() * 60 + t.minute();
    let end = days
        .checked_mul(1440)
        .and_then(|d| d.checked_add(minute(end)))
        .ok_or(Why::Length)?;
    Span::clocked(minute(start), end)
        .map(|span| (date, span))
        .map_err(|_| Why::Length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shanghai(at: DateTime<Utc>) -> NaiveDateTime {
        at.naive_utc() + TimeDelta::hours(8)
    }

    fn blocks(read: &Incoming) -> Vec<(NaiveDate, u32, u32)> {
        let times = |r: &Record| match &r.what {
            What::Block { date, span, .. } => span.clock_times().map(|(s, e)| (*date, s, e)),
            What::Days(_) => None,
        };
        read.records.iter().filter_map(times).collect()
    }

    #[test]
    fn an_export_is_read() {
        let text = r#"[
{"id":3,"start":"20261116T000012Z","end":"20261116T004559Z","tags":["lesson","7B"],"annotation":"公开课\n准备"},
{"id":2,"start":"20261116T150000Z","end":"20261116T163000Z","tags":[]},
{"id":1,"start":"20261117T000000Z","tags":["lesson"]}
]"#;
        let read = read_timewarrior(text, &shanghai).unwrap();
        let spans: Vec<_> = blocks(&read)
            .iter()
            .map(|(d, s, e)| format!("{d} {s}-{e}"))
            .collect();
        assert_eq!(spans, ["2026-11-16 480-525", "2026-11-16 1380-1470"]);
        assert_eq!(read.records[0].words, ["lesson", "7B", "公开课 准备"]);
        assert_eq!(read.records[0].source, "20261116T000012Z");
        assert_eq!(
            read.left_out,
            [LeftOut {
                place: Place::Entry(3),
                label: "lesson".into(),
                why: Why::Open
            }]
        );
    }

    #[test]
    fn what_is_no_export_is_refused() {
        for (text, place) in [
            ("", None),
            ("{}", None),
            ("[1]", Some(Place::Entry(1))),
            (
                r#"[{"start":"20261116T000000Z","end":"20261116T000100Z"},{"start":"x"}]"#,
                Some(Place::Entry(2)),
            ),
            (r#"[{"start":"20261316T000000Z"}]"#, Some(Place::Entry(1))),
            (r#"[{"id":1}]"#, Some(Place::Entry(1))),
        ] {
            assert_eq!(
                read_timewarrior(text, &shanghai).unwrap_err().place,
                place,
                "{text}"
            );
        }
    }

    proptest! {
        #[test]
        fn touching_intervals_touch_and_none_overlap(lengths in prop::collection::vec(0i64..4000, 1..20)) {
            let mut at = NaiveDate::from_ymd_opt(2026, 11, 16).unwrap().and_hms_opt(0, 0, 7).unwrap().and_utc();
            let mut rows = Vec::new();
            for seconds in &lengths {
                let end = at + TimeDelta::seconds(*seconds);
                let form = |t: DateTime<Utc>| t.format("%Y%m%dT%H%M%SZ").to_string();
                rows.push(format!("{{\"start\":\"{}\",\"end\":\"{}\"}}", form(at), form(end)));
                at = end;
            }
            let read = read_timewarrior(&format!("[{}]", rows.join(",")), &shanghai).unwrap();
            let at = |d: NaiveDate, m: u32| d.and_hms_opt(0, 0, 0).unwrap() + TimeDelta::minutes(m.into());
            let found = blocks(&read);
            for pair in found.windows(2) {
                prop_assert!(at(pair[0].0, pair[0].2) <= at(pair[1].0, pair[1].1));
            }
            if lengths.iter().all(|s| *s >= 60) {
                prop_assert!(found.windows(2).all(|p| at(p[0].0, p[0].2) == at(p[1].0, p[1].1)));
                prop_assert_eq!(found.len(), lengths.len());
            }
        }

        #[test]
        fn no_text_makes_it_panic(start in "[0-9TZ]{15,17}", any in "\\PC{0,60}") {
            let _ = read_timewarrior(&format!("[{{\"start\":\"{start}\",\"end\":\"{start}\"}}]"), &shanghai);
            let _ = read_timewarrior(&any, &shanghai);
        }
    }
}
