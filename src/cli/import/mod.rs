//! `import`: everything in, all or nothing.

mod foreign;
mod jsonl;
mod surveys;
mod words;

pub(super) use words::{meaning, said, taught};

use super::CliError;
use super::args::{ImportArgs, ImportFormat};
use super::context::Context;
use crate::tr;
use crate::transfer::ImportError;
use crate::transfer::incoming::{Format, Reading, Window};
use chrono::{DateTime, NaiveDateTime, Utc};
use std::io::Read;
use std::path::Path;

/// Tells the user's clock at a moment.
pub(super) type ToLocal<'a> = Box<dyn Fn(DateTime<Utc>) -> NaiveDateTime + 'a>;

pub(super) fn run(cx: &mut Context<'_>, args: &ImportArgs) -> Result<(), CliError> {
    let bytes = bytes(&args.file)?;
    let format = match args.format {
        Some(ImportFormat::Jsonl) => None,
        Some(ImportFormat::Csv) => Some(Format::Csv),
        Some(ImportFormat::Ics) => Some(Format::Ics),
        Some(ImportFormat::Timewarrior) => Some(Format::Timewarrior),
        Some(ImportFormat::Klog) => Some(Format::Klog),
        None if is_export(&bytes) => None,
        None => Format::of_name(&args.file.to_string_lossy()),
    };
    match format {
        None => jsonl::run(cx, args, bytes),
        Some(format) => {
            let done = foreign::run(cx, args, format, &bytes);
            done.map_err(|e| {
                if is_timetable(format, &bytes) {
                    timetable_instead(cx, args)
                } else {
                    e
                }
            })
        }
    }
}

/// The bytes of a file, or of standard input.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, CliError> {
    /// Far more than any export of a working life; a device that never ends stops here.
    const MOST: u64 = 512 * 1024 * 1024;
    let mut bytes = Vec::new();
    let read = if path.as_os_str() == "-" {
        std::io::stdin().take(MOST + 1).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(path).and_then(|file| file.take(MOST + 1).read_to_end(&mut bytes))
    };
    read.map_err(CliError::file(path))?;
    if bytes.len() as u64 > MOST {
        let large = std::io::Error::from(std::io::ErrorKind::FileTooLarge);
        return Err(CliError::File(path.to_owned(), large));
    }
    Ok(bytes)
}

/// Whether a file that is no log is a timetable.
fn is_timetable(format: Format, bytes: &[u8]) -> bool {
    let reading = |to_local| Reading {
        format,
        encoding: None,
        window: Window {
            from: None,
            to: None,
            today: crate::domain::FIRST_DATE,
        },
        to_local,
    };
    let is_table = matches!(format, Format::Csv | Format::Xlsx);
    is_table && reading(&|utc| utc.naive_utc()).timetable(bytes).is_ok()
}

fn timetable_instead(cx: &Context<'_>, args: &ImportArgs) -> CliError {
    let file = args.file.display().to_string();
    CliError::Refused(tr!(cx.i18n, "cli-import-timetable", file = file))
}

/// Whether a file begins as our own exports do, whatever it is called.
fn is_export(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    start.starts_with(b"{\"type\":\"jianfu\"")
}

/// The text of a file in UTF-8.
pub(super) fn text(path: &Path, bytes: Vec<u8>) -> Result<String, CliError> {
    String::from_utf8(bytes).map_err(|e| {
        let before = String::from_utf8_lossy(&e.as_bytes()[..e.utf8_error().valid_up_to()]).into_owned();
        let line = before.matches('\n').count() + 1;
        CliError::Import(
            path.to_owned(),
            ImportError::Line {
                line,
                why: "not UTF-8 text".to_owned(),
            },
        )
    })
}

/// The clock that a file's times are told by: that of the zone named, else the system's.
pub(super) fn clock_of<'a>(cx: &Context<'_>, zone: Option<&str>) -> Result<ToLocal<'a>, CliError> {
    let Some(name) = zone else {
        return Ok(Box::new(cx.zone));
    };
    let zone: chrono_tz::Tz = name
        .parse()
        .map_err(|_| CliError::Usage(tr!(cx.i18n, "cli-no-zone", name = name)))?;
    Ok(Box::new(move |utc| utc.with_timezone(&zone).naive_local()))
}

/// How a file is to be read, of any dates.
pub(super) fn reading<'a>(
    cx: &Context<'_>,
    format: Format,
    encoding: Option<&str>,
    to_local: &'a dyn Fn(DateTime<Utc>) -> NaiveDateTime,
) -> Result<Reading<'a>, CliError> {
    let encoding = encoding.map(str::parse).transpose();
    let bad = |e: crate::transfer::incoming::BadEncoding| {
        CliError::Usage(tr!(cx.i18n, "cli-no-encoding", name = e.0.as_str()))
    };
    Ok(Reading {
        format,
        encoding: encoding.map_err(bad)?,
        window: Window {
            from: None,
            to: None,
            today: cx.today(),
        },
        to_local,
    })
}

/// Some words of a list, in quotation marks; the rest by its number.
pub(super) fn words_list(words: &[&str]) -> String {
    const MOST: usize = 8;
    let mut out: Vec<String> = words.iter().take(MOST).map(|w| format!("\"{w}\"")).collect();
    if words.len() > MOST {
        out.push(format!("+{}", words.len() - MOST));
    }
    out.join(", ")
}
