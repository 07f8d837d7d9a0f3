//! A dump: the whole diary as JSON lines with a footer of counts and a checksum.
//!
//! It is at once a backup that any person can read and `import` takes, and the base that a rebuild starts from.

use super::engine::{Engine, EngineError};
use super::record::Key;
use super::records::{Records, read_payload, scan_days, setting_names};
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::Path;

/// The first line of every export and dump.
const HEADER: &str = "{\"type\":\"jianfu\",\"version\":1}";

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Footer {
    r#type: String,
    pub(super) seq: u64,
    pub(super) at: String,
    pub(super) days: u64,
    pub(super) blocks: u64,
    settings: u64,
    crc: String,
}

/// The footer, read from the end of the file; its checksum is not tried.
pub(super) fn read_footer(path: &Path) -> Option<Footer> {
    let mut file = File::open(path).ok()?;
    let length = file.metadata().ok()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(1024))).ok()?;
    let mut end = Vec::new();
    file.read_to_end(&mut end).ok()?;
    let body = end.strip_suffix(b"\n")?;
    let line = body.rsplit(|b| *b == b'\n').next()?;
    serde_json::from_slice(line)
        .ok()
        .filter(|f: &Footer| f.r#type == "end")
}

pub(super) enum DumpError {
    Io(std::io::Error),
    Engine(EngineError),
}

/// Text that is written and summed.
struct Summed<W: Write> {
    out: BufWriter<W>,
    crc: crc32fast::Hasher,
    error: Option<std::io::Error>,
}

impl<W: Write> Summed<W> {
    fn line(&mut self, parts: &[&str]) {
        for part in parts.iter().copied().chain(["\n"]) {
            self.crc.update(part.as_bytes());
            if let Err(e) = self.out.write_all(part.as_bytes()) {
                self.error.get_or_insert(e);
            }
        }
    }
}

/// A day's record, taken apart no further than needed.
#[derive(Deserialize)]
struct RawDay<'a> {
    #[serde(borrow)]
    day: &'a RawValue,
    #[serde(borrow)]
    blocks: Vec<&'a RawValue>,
}

/// Header, all days, all blocks, all settings, footer: in two passes, so that memory stays flat.
pub(super) fn write(file: &mut File, engine: &Engine, seq: u64, now: NaiveDateTime) -> Result<(), DumpError> {
    let mut out = Summed {
        out: BufWriter::new(file),
        crc: crc32fast::Hasher::new(),
        error: None,
    };
    let (mut days, mut blocks, mut settings) = (0, 0, 0);
    out.line(&[HEADER]);
    let bad = |e: serde_json::Error| EngineError::Damaged(e.to_string());
    for pass in 0..2 {
        scan_days(engine, .., |_, payload| {
            let raw: RawDay<'_> = serde_json::from_str(payload).map_err(bad)?;
            if pass == 0 {
                days += 1;
                out.line(&["{\"type\":\"day\",", &raw.day.get()[1..]]);
            } else {
                for block in raw.blocks {
                    blocks += 1;
                    out.line(&["{\"type\":\"block\",", &block.get()[1..]]);
                }
            }
            Ok(())
        })
        .map_err(DumpError::Engine)?;
    }
    for name in setting_names(engine).map_err(DumpError::Engine)? {
        let value = read_payload(engine, &Key::Setting(name.clone())).map_err(DumpError::Engine)?;
        if let Some(value) = value {
            settings += 1;
            out.line(&[
                "{\"type\":\"setting\",\"key\":\"",
                &name,
                "\",\"value\":",
                &value,
                "}",
            ]);
        }
    }
    let crc = format!("{:08x}", out.crc.clone().finalize());
    let at = now.format("%Y-%m-%dT%H:%M:%S").to_string();
    let footer = Footer {
        r#type: "end".into(),
        seq,
        at,
        days,
        blocks,
        settings,
        crc,
    };
    let footer = serde_json::to_string(&footer).map_err(|e| DumpError::Engine(bad(e)))?;
    out.line(&[&footer]);
    match (out.error, out.out.flush()) {
        (Some(e), _) | (None, Err(e)) => Err(DumpError::Io(e)),
        (None, Ok(())) => Ok(()),
    }
}

/// Reads a dump against its footer.
///
/// # Errors
/// What is wrong, in English.
pub(super) fn verify(path: &Path) -> Result<Footer, String> {
    read_lines(path, |_| Ok(()))
}

/// Reads and verifies a dump.
///
/// # Errors
/// What is wrong, in English.
pub(super) fn read(path: &Path) -> Result<(u64, Records), String> {
    #[derive(Deserialize)]
    struct Line<'a> {
        r#type: &'a str,
        date: Option<&'a str>,
        key: Option<&'a str>,
        #[serde(borrow)]
        value: Option<&'a RawValue>,
    }
    let mut days: BTreeMap<NaiveDate, (String, Vec<String>)> = BTreeMap::new();
    let mut out = Records::new();
    let footer = read_lines(path, |text| {
        let line: Line<'_> = serde_json::from_str(text).map_err(|e| e.to_string())?;
        let date = || crate::domain::parse_date(line.date.unwrap_or_default()).map_err(|e| e.to_string());
        let rest =
            |prefix: &str| Ok::<_, String>(format!("{{{}", text.strip_prefix(prefix).ok_or("odd line")?));
        match line.r#type {
            "day" => drop(days.insert(date()?, (rest("{\"type\":\"day\",")?, Vec::new()))),
            "block" => {
                let day = days.get_mut(&date()?).ok_or("a block without its day")?;
                day.1.push(rest("{\"type\":\"block\",")?);
            }
            "setting" => {
                let (Some(key), Some(value)) = (line.key, line.value) else {
                    return Err("odd setting".into());
                };
                out.insert(Key::Setting(key.to_owned()), value.get().to_owned());
            }
            _ => {}
        }
        Ok(())
    })?;
    for (date, (day, blocks)) in days {
        out.insert(
            Key::Day(date),
            format!("{{\"day\":{day},\"blocks\":[{}]}}", blocks.join(",")),
        );
    }
    Ok((footer.seq, out))
}

/// Calls `each` with every line between header and footer, then checks counts and checksum.
fn read_lines(path: &Path, mut each: impl FnMut(&str) -> Result<(), String>) -> Result<Footer, String> {
    let text = |e: std::io::Error| e.to_string();
    let mut reader = BufReader::new(File::open(path).map_err(text)?);
    let mut crc = crc32fast::Hasher::new();
    let (mut line, mut counts) = (String::new(), [0u64; 3]);
    loop {
        line.clear();
        if reader.read_line(&mut line).map_err(text)? == 0 {
            return Err("its end is missing".into());
        }
        if line.starts_with("{\"type\":\"end\"") {
            break;
        }
        crc.update(line.as_bytes());
        for (count, kind) in counts.iter_mut().zip(["day", "block", "setting"]) {
            *count += u64::from(
                line.strip_prefix("{\"type\":\"")
                    .is_some_and(|l| l.starts_with(kind)),
            );
        }
        each(line.trim_end_matches('\n'))?;
    }
    let footer: Footer = serde_json::from_str(&line).map_err(|e| e.to_string())?;
    let sound = footer.crc == format!("{:08x}", crc.finalize())
        && counts == [footer.days, footer.blocks, footer.settings]
        && reader.fill_buf().map_err(text)?.is_empty();
    if sound {
        Ok(footer)
    } else {
        Err("its checksum or counts are wrong".into())
    }
}
