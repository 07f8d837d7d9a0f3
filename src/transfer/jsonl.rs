//! JSON lines: an export holds everything, and importing it into an empty diary and exporting again gives the same bytes.

use super::ImportError;
use crate::diary::{BlockLine, DayLine, Diary, FactName, Profile, SETTING_NAMES, Setting, SurveyFacts};
use crate::domain::Day;
use crate::store::{Session, StoreError};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};
use std::io::{self, Write};
use std::ops::RangeBounds;

/// The JSON Schema of a line.
pub const EXPORT_LINE_SCHEMA: &str = include_str!("schema/export-line.schema.json");

/// The name of the setting that says which surveys are joined.
const SURVEYS: &str = "surveys";

/// How much an export holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// The days and nothing else.
    Days,
    /// And the settings, but nothing of surveys: no secret, nothing that was sent, and not which ones are joined. Whoever
    /// has it can tell no response.
    WithoutSurveys,
    /// Everything.
    Everything,
}

#[derive(Serialize)]
struct Typed<'a, T> {
    r#type: &'a str,
    #[serde(flatten)]
    line: T,
}

/// Writes the days of a range, all days before all blocks; where the settings are wanted, those that the diary says
/// itself and those that the configuration makes different from the built-in ones; and where all is, after them the
/// secret behind the teacher's pseudonyms in surveys, and what was sent.
///
/// # Errors
/// [`StoreError`] where the store cannot be read; the inner error where `out` cannot be written.
pub fn export(
    session: &mut Session,
    range: impl RangeBounds<NaiveDate> + Clone,
    extent: Extent,
    out: &mut dyn Write,
) -> Result<io::Result<()>, StoreError> {
    let mut lines = Lines { out, result: Ok(()) };
    lines.put(&serde_json::json!({"type": "jianfu", "version": 1}));
    session.for_each_day(range.clone(), |day| {
        if day.is_worth_telling() {
            lines.put(&Typed {
                r#type: "day",
                line: DayLine::of(&day),
            });
        }
    })?;
    session.for_each_day(range, |day| {
        for block in day.blocks() {
            lines.put(&Typed {
                r#type: "block",
                line: BlockLine::of(day.date, block),
            });
        }
    })?;
    if extent != Extent::Days {
        for (key, value) in values(session)? {
            if key != SURVEYS || extent == Extent::Everything {
                lines.setting(key, &value);
            }
        }
    }
    if extent == Extent::Everything {
        let facts = session.survey_facts()?;
        for name in facts.names() {
            if let Some(value) = facts.value(name) {
                lines.setting(&name.to_string(), &value);
            }
        }
    }
    Ok(lines.result)
}

/// The settings to be told, in order.
fn values(session: &mut Session) -> Result<Vec<(&'static str, serde_json::Value)>, StoreError> {
    let (profile, own) = (session.profile()?, session.own_settings()?);
    let built_in = Profile::default();
    let value = |name: &'static str| {
        let setting = profile.setting(name)?;
        let value = if own.contains(&name) {
            Some(setting.value())
        } else {
            setting.value_beside(&built_in)
        };
        Some((name, value?))
    };
    Ok(SETTING_NAMES.into_iter().filter_map(value).collect())
}

struct Lines<'a> {
    out: &'a mut dyn Write,
    result: io::Result<()>,
}

impl Lines<'_> {
    fn setting(&mut self, key: &str, value: &serde_json::Value) {
        self.put(&serde_json::json!({"type": "setting", "key": key, "value": value}));
    }

    /// Writes a line unless one before could not be written.
    fn put(&mut self, line: &impl Serialize) {
        if self.result.is_ok() {
            let text = serde_json::to_vec(line).map_err(io::Error::from);
            self.result = text
                .and_then(|t| self.out.write_all(&t))
                .and_then(|()| self.out.write_all(b"\n"));
        }
    }
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// Its days with their blocks.
    pub diary: Diary,
    /// Its settings.
    pub settings: Vec<Setting>,
    /// The secret of its diary for surveys, and what was sent.
    pub facts: SurveyFacts,
}

#[derive(Deserialize)]
struct Head<'a> {
    #[serde(borrow)]
    r#type: Option<std::borrow::Cow<'a, str>>,
    version: Option<u64>,
}

#[derive(Deserialize)]
struct SettingLine {
    key: String,
    value: serde_json::Value,
}

/// Reads an export or a backup. Blocks may stand before their days, and fields this version does not know are passed
/// over.
///
/// # Errors
/// [`ImportError`] with the line that makes no sense.
pub fn read(text: &str) -> Result<Document, ImportError> {
    let text = text.trim_start_matches('\u{feff}');
    let mut lines = text
        .lines()
        .enumerate()
        .filter(|(_, l)| !l.trim().is_empty())
        .map(|(i, l)| (i + 1, l));
    let head: Option<Head<'_>> = lines.next().and_then(|(_, l)| serde_json::from_str(l).ok());
    match head {
        Some(Head {
            r#type: Some(t),
            version: Some(version),
        }) if t == "jianfu" => match version {
            1 => {}
            newer => return Err(ImportError::Newer(newer)),
        },
        _ => return Err(ImportError::NotAnExport),
    }
    let mut gathered = Gathered::default();
    for (line, text) in lines {
        gathered
            .take(text)
            .map_err(|why| ImportError::Line { line, why })?;
    }
    gathered.finish()
}

/// Days and blocks as they come, put together at the end.
#[derive(Default)]
struct Gathered<'a> {
    days: BTreeMap<NaiveDate, Day>,
    blocks: Vec<(NaiveDate, usize, BlockLine<'a>)>,
    ids: HashSet<String>,
    settings: Vec<Setting>,
    facts: SurveyFacts,
    lines: usize,
}

impl<'a> Gathered<'a> {
    fn take(&mut self, text: &'a str) -> Result<(), String> {
        self.lines += 1;
        let english = |e: serde_json::Error| e.to_string();
        let head: Head<'_> = serde_json::from_str(text).map_err(english)?;
        match head.r#type.as_deref() {
            Some("day") => {
                let day = serde_json::from_str::<DayLine<'_>>(text)
                    .map_err(english)?
                    .to_day()
                    .map_err(|e| e.0)?;
                let date = day.date;
                if self.days.insert(date, day).is_some() {
                    return Err(format!("a second line for the day {date}"));
                }
            }
            Some("block") => {
                let line: BlockLine<'a> = serde_json::from_str(text).map_err(english)?;
                let date = crate::domain::parse_date(&line.date).map_err(|e| e.to_string())?;
                if let Some(id) = &line.id
                    && !self.ids.insert(id.to_string())
                {
                    return Err(format!("a second block with the id {id:?}"));
                }
                line.to_block(|| crate::domain::BlockId::of_day(date, 0))
                    .map_err(|e| e.0)?;
                self.blocks.push((date, self.lines, line));
            }
            Some("setting") => {
                let SettingLine { key, value } = serde_json::from_str(text).map_err(english)?;
                match FactName::parse(&key) {
                    None => self.settings.push(Setting::from_value(&key, Some(value))?),
                    Some(name) if self.facts.value(name).is_some() => {
                        return Err(format!("a second line for {key}"));
                    }
                    Some(name) => self
                        .facts
                        .set(name, &value)
                        .map_err(|why| format!("{name}: {why}"))?,
                }
            }
            Some("end") => {} // a backup's footer
            Some(other) => return Err(format!("type {other:?}: use \"day\", \"block\" or \"setting\"")),
            None => return Err("no \"type\"".to_owned()),
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Document, ImportError> {
        // Blocks with an id first, so that the ids given to the others are free.
        self.blocks.sort_by_key(|(_, _, line)| line.id.is_none());
        for (date, line_number, line) in &self.blocks {
            let day = self.days.entry(*date).or_insert_with(|| Day::empty(*date));
            let fresh = if line.id.is_none() {
                Some(day.new_id())
            } else {
                None
            };
            let id = || fresh.unwrap_or_else(|| crate::domain::BlockId::of_day(*date, 0));
            let block = line.to_block(id).map_err(|e| ImportError::Line {
                line: *line_number + 1,
                why: e.0,
            })?;
            day.put(block);
            if day.blocks().len() > Day::MOST_BLOCKS {
                let why = format!("{date} has more than {} blocks", Day::MOST_BLOCKS);
                return Err(ImportError::Line {
                    line: *line_number + 1,
                    why,
                });
            }
        }
        let diary: Diary = self.days.into_values().collect();
        crate::diary::check_no_overlap(&diary).map_err(ImportError::Overlap)?;
        Ok(Document {
            diary,
            settings: self.settings,
            facts: self.facts,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "{\"type\":\"jianfu\",\"version\":1}\n";

    fn error(lines: &str) -> String {
        read(&format!("{HEAD}{lines}")).unwrap_err().to_string()
    }

    #[test]
    fn a_file_is_read_in_any_order_with_any_line_ends() {
        let text = format!(
            "\u{feff}{HEAD}{}\r\n\r\n{}\r\n",
            r#"{"type":"block","id":"a","date":"2026-11-16","minutes":40,"category":"duty","later":[1]}"#,
            r#"{"type":"day","date":"2026-11-16","kind":"off","reason":"flood","closed":true}"#
        );
        let document = read(&text).unwrap();
        let day = document.diary.days().next().unwrap();
        assert!(day.closed && !day.is_school());
        assert_eq!(day.blocks().len(), 1);
    }

    #[test]
    fn errors_name_the_line() {
        assert!(matches!(read(""), Err(ImportError::NotAnExport)));
        assert!(matches!(
            read("{\"type\":\"jianfu\",\"version\":2}"),
            Err(ImportError::Newer(2))
        ));
        assert!(matches!(read("date,minutes"), Err(ImportError::NotAnExport)));
        let day = r#"{"type":"day","date":"2026-11-16"}"#;
        let secret = format!(
            r#"{{"type":"setting","key":"survey_secret","value":"{}"}}"#,
            "07".repeat(32)
        );
        for (lines, parts) in [
            (format!("{day}\n{day}"), ["3", "second"]),
            (format!("{day}\n{{\"type\":\"fun\"}}"), ["3", "fun"]),
            ("{".to_owned(), ["2", "EOF"]),
            (
                r#"{"type":"block","date":"2026-11-16","minutes":0,"category":"duty"}"#.to_owned(),
                ["2", "1 minute"],
            ),
            (r#"{"type":"setting","key":"x","value":1}"#.to_owned(), ["2", "x"]),
            (
                r#"{"type":"setting","key":"survey_secret","value":"7"}"#.to_owned(),
                ["2", "64"],
            ),
            (format!("{secret}\n{secret}"), ["3", "second"]),
        ] {
            let error = error(&lines);
            assert!(parts.iter().all(|p| error.contains(p)), "{error}");
        }
    }

    #[test]
    fn overlapping_blocks_are_refused() {
        let block = |id: &str, start: &str, end: &str| {
            format!(
                r#"{{"type":"block","id":"{id}","date":"2026-11-16","start":"{start}","end":"{end}","category":"duty"}}"#
            )
        };
        let text = format!(
            "{}\n{}",
            block("a", "08:00", "09:00"),
            block("b", "08:30", "08:45")
        );
        assert!(error(&text).contains("08:30-08:45 (b)"), "{}", error(&text));
    }
}
