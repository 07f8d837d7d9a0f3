//! From the bytes of a file to what it holds, by its format.

use super::table::{PeriodTimes, from_csv, from_xlsx, read_table};
use super::{
    BadFile, Encoding, FileFault, Incoming, Known, LeftOut, Record, Weekly, decode, read_calendar, read_csv,
    read_klog, read_timewarrior, read_weekly,
};
use crate::domain::{FIRST_DATE, LAST_DATE};
use crate::store::{Session, StoreError};
use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, Utc};
use std::ops::RangeInclusive;

/// A kind of file that other programs write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Calendars: iCalendar.
    Ics,
    /// A log, or a timetable, as a table in text.
    Csv,
    /// A timetable as a spreadsheet.
    Xlsx,
    /// The export of Timewarrior.
    Timewarrior,
    /// A file of klog.
    Klog,
}

/// How a file is to be read.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// Its format.
    pub format: Format,
    /// How its text is encoded, where the user says so.
    pub encoding: Option<Encoding>,
    /// The dates that are wanted of a calendar.
    pub window: Window,
    /// The user's clock at a moment: no file's time zone is the user's by itself.
    pub to_local: &'a dyn Fn(DateTime<Utc>) -> NaiveDateTime,
}

/// Dates of a calendar that are wanted; open ends are those of a diary, and of the time ahead two years are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The first date.
    pub from: Option<NaiveDate>,
    /// The last date.
    pub to: Option<NaiveDate>,
    /// The date that it is.
    pub today: NaiveDate,
}

/// What a file says of a week.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct IncomingWeek {
    /// What comes back every week.
    pub weekly: Vec<Weekly>,
    /// The bells that the file names.
    pub periods: Vec<PeriodTimes>,
    /// What of the file is no timetable.
    pub left_out: Vec<LeftOut>,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 5] = [Self::Ics, Self::Csv, Self::Xlsx, Self::Timewarrior, Self::Klog];

    /// Its name, as commands take it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ics => "ics",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Timewarrior => "timewarrior",
            Self::Klog => "klog",
        }
    }

    /// The format that the end of a file's name tells; none where it tells none.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, end) = name.rsplit_once('.')?;
        Some(match end.to_ascii_lowercase().as_str() {
            "ics" | "ical" | "ifb" => Self::Ics,
            "csv" | "tsv" | "txt" => Self::Csv,
            "xlsx" | "xlsm" => Self::Xlsx,
            "json" => Self::Timewarrior,
            "klg" | "klog" => Self::Klog,
            _ => return None,
        })
    }
}

impl Window {
    fn dates(self) -> RangeInclusive<NaiveDate> {
        const AHEAD: Days = Days::new(2 * 366);
        let ahead = || {
            self.today
                .checked_add_days(AHEAD)
                .unwrap_or(LAST_DATE)
                .min(LAST_DATE)
        };
        self.from.unwrap_or(FIRST_DATE)..=self.to.unwrap_or_else(ahead)
    }
}

impl Reading<'_> {
    /// What a calendar or a log holds.
    ///
    /// # Errors
    /// [`BadFile`]; a spreadsheet is no log.
    pub fn log(&self, bytes: &[u8]) -> Result<Incoming, BadFile> {
        let text = || decode(bytes, self.encoding);
        match self.format {
            Format::Ics => read_calendar(&text()?, self.window.dates(), self.to_local),
            Format::Csv => read_csv(&text()?),
            Format::Timewarrior => read_timewarrior(&text()?, self.to_local),
            Format::Klog => read_klog(&text()?),
            Format::Xlsx => Err(not("csv")),
        }
    }

    /// What a timetable holds.
    ///
    /// # Errors
    /// [`BadFile`]; logs are no timetables.
    pub fn timetable(&self, bytes: &[u8]) -> Result<IncomingWeek, BadFile> {
        let tables = match self.format {
            Format::Ics => {
                let (weekly, left_out) = read_weekly(&decode(bytes, self.encoding)?, self.to_local)?;
                return Ok(IncomingWeek {
                    weekly,
                    periods: Vec::new(),
                    left_out,
                });
            }
            Format::Csv => vec![from_csv(&decode(bytes, self.encoding)?)?],
            Format::Xlsx => from_xlsx(bytes)?,
            Format::Timewarrior | Format::Klog => return Err(not("csv")),
        };
        let (weekly, periods) = read_table(&tables)?;
        Ok(IncomingWeek {
            weekly,
            periods,
            left_out: Vec::new(),
        })
    }
}

const fn not(format: &'static str) -> BadFile {
    BadFile {
        place: None,
        fault: FileFault::NotThis(format),
    }
}

impl Known {
    /// What a diary knows of the dates of a file.
    ///
    /// # Errors
    /// [`StoreError`] where it cannot be read.
    pub fn of(session: &mut Session, incoming: &Incoming) -> Result<Self, StoreError> {
        let dates = incoming.records.iter().map(Record::dates);
        let range = dates.reduce(|a, b| *a.start().min(b.start())..=*a.end().max(b.end()));
        let mut out = Self::default();
        let Some(range) = range else {
            return Ok(out);
        };
        let (first, last) = (*range.start(), *range.end());
        let around = first.pred_opt().unwrap_or(first)..=last.succ_opt().unwrap_or(last);
        session.for_each_day(.., |day| {
            out.ids.extend(day.blocks().iter().map(|b| b.id.clone()));
            if around.contains(&day.date) {
                out.diary.insert(day);
            }
        })?;
        Ok(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_tells_the_format() {
        for (name, format) in [
            ("a.ICS", Some(Format::Ics)),
            ("课表.xlsx", Some(Format::Xlsx)),
            ("a.b.csv", Some(Format::Csv)),
            ("day.klg", Some(Format::Klog)),
            ("export.json", Some(Format::Timewarrior)),
            ("a.pdf", None),
            ("ics", None),
        ] {
            assert_eq!(Format::of_name(name), format, "{name}");
        }
        for format in Format::ALL {
            assert!(!format.name().is_empty());
        }
    }
}
