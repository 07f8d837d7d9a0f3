//! Summaries as files: which formats there are, what such a file is called, and what is in it.

use super::{
    Document, TextEncoding, TrendSummary, WeekSummary, XlsxError, csv, html, markdown, table_text, xlsx,
};
use crate::diary::Profile;
use crate::i18n::{I18n, Say};
use std::path::Path;

/// The most lines of a preview, and the most characters of each.
const PREVIEW: usize = 200;
const PREVIEW_CHARACTERS: usize = 400;

/// A format of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileFormat {
    /// Text with tables, to be pasted anywhere.
    Markdown,
    /// Tables of raw numbers.
    Csv,
    /// A workbook.
    Xlsx,
    /// A page with charts.
    Html,
    /// For programs.
    Json,
}

/// What a file is about.
#[derive(Debug, Clone, Copy)]
pub enum Reviewed<'a> {
    /// A week.
    Week(&'a WeekSummary),
    /// A range of weeks.
    Trend(&'a TrendSummary),
}

/// Why a file could not be made.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// No page could be made of it.
    #[error(transparent)]
    Page(#[from] askama::Error),
    /// No workbook could be made of it.
    #[error(transparent)]
    Workbook(#[from] XlsxError),
}

impl FileFormat {
    /// Every format, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Markdown, Self::Csv, Self::Xlsx, Self::Html, Self::Json];

    /// Its name in commands, which is also the extension of its files.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Html => "html",
            Self::Json => "json",
        }
    }

    /// The format that a file's name tells; none where it tells none of these.
    #[must_use]
    pub fn from_extension(path: &Path) -> Option<Self> {
        let end = path.extension()?.to_str()?.to_ascii_lowercase();
        match end.as_str() {
            "markdown" => Some(Self::Markdown),
            "htm" => Some(Self::Html),
            end => Self::ALL.into_iter().find(|f| f.extension() == end),
        }
    }

    /// Whether its files are no text, so that they make no sense on a terminal.
    #[must_use]
    pub const fn is_binary(self) -> bool {
        matches!(self, Self::Xlsx)
    }
}

impl Reviewed<'_> {
    /// What every format but JSON writes.
    #[must_use]
    pub fn document(self, profile: &Profile, i18n: &I18n) -> Document {
        match self {
            Self::Week(week) => Document::of_week(week, profile, i18n),
            Self::Trend(trend) => Document::of_trend(trend, profile, i18n),
        }
    }

    /// What JSON writes, on one line.
    fn json(self) -> String {
        match self {
            Self::Week(week) => week.to_json().to_string(),
            Self::Trend(trend) => trend.to_json(),
        }
    }
}

/// What a file is called unless someone says otherwise: `jianfu-2026-W47.xlsx`, `jianfu-2026-W36-W47.html`; a
/// trend of one week `jianfu-2026-W47-trend.html`, beside the week's own file.
#[must_use]
pub fn file_name(reviewed: Reviewed<'_>, format: FileFormat) -> String {
    let weeks = match reviewed {
        Reviewed::Week(week) => week.figures.week.to_string(),
        Reviewed::Trend(trend) => {
            let weeks = trend.span();
            let (from, to) = (weeks.start().to_string(), weeks.end().to_string());
            // The year once where it is the same; nor the name of the week where it is one.
            match (from.split_once('-'), to.split_once('-')) {
                _ if from == to => format!("{from}-trend"),
                (Some((first, _)), Some((last, week))) if first == last => format!("{from}-{week}"),
                _ => format!("{from}-{to}"),
            }
        }
    };
    format!("jianfu-{weeks}.{}", format.extension())
}

/// The content of a file, in the language of `i18n`. `encoding` is that of tables in text; every other format has its
/// own.
///
/// # Errors
/// [`RenderError`].
pub fn render(
    reviewed: Reviewed<'_>,
    format: FileFormat,
    encoding: TextEncoding,
    profile: &Profile,
    i18n: &I18n,
) -> Result<Vec<u8>, RenderError> {
    let document = || reviewed.document(profile, i18n);
    Ok(match format {
        FileFormat::Markdown => markdown(&document()).into_bytes(),
        FileFormat::Csv => csv(&document(), encoding),
        FileFormat::Xlsx => xlsx(&document())?,
        FileFormat::Html => html(&document())?.into_bytes(),
        FileFormat::Json => {
            let mut text = reviewed.json();
            text.push('\n');
            text.into_bytes()
        }
    })
}

/// What a file shows, for a look at it before it is written: its own lines where it is text that people read, else its
/// tables, and of what is for programs every value on a line of its own.
#[must_use]
pub fn preview(reviewed: Reviewed<'_>, document: &Document, format: FileFormat) -> Vec<String> {
    let text = match format {
        FileFormat::Xlsx | FileFormat::Html => table_text(document),
        FileFormat::Markdown => markdown(document),
        FileFormat::Csv => String::from_utf8_lossy(&csv(document, TextEncoding::Utf8)).into_owned(),
        FileFormat::Json => spread(&reviewed.json()),
    };
    let lines = text.trim_start_matches('\u{feff}').lines().take(PREVIEW);
    lines
        .map(|line| line.chars().take(PREVIEW_CHARACTERS).collect())
        .collect()
}

/// JSON over as many lines as it has values.
fn spread(json: &str) -> String {
    let value = serde_json::from_str::<serde_json::Value>(json);
    let spread = value.and_then(|value| serde_json::to_string_pretty(&value));
    spread.unwrap_or_else(|_| json.to_owned())
}

impl Say for RenderError {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::Workbook(why) => why.say(i18n),
            Self::Page(why) => why.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Activity, Block, Category, Day, Note, Span};
    use crate::figures::Past;
    use chrono::{Datelike, NaiveDate};

    #[test]
    fn files_are_named_after_their_weeks() {
        let profile = Profile::default();
        let week = WeekSummary::of("2026-W47".parse().unwrap(), &[], &profile, None, Past::default());
        assert_eq!(
            file_name(Reviewed::Week(&week), FileFormat::Xlsx),
            "jianfu-2026-W47.xlsx"
        );
        for (from, to, name) in [
            ("2026-W36", "2026-W47", "jianfu-2026-W36-W47.html"),
            ("2026-W47", "2026-W47", "jianfu-2026-W47-trend.html"),
            ("2026-W36", "2027-W04", "jianfu-2026-W36-2027-W04.html"),
        ] {
            let range = from.parse().unwrap()..=to.parse().unwrap();
            let trend = TrendSummary::of(range, &[], &profile, None, Past::default());
            assert_eq!(file_name(Reviewed::Trend(&trend), FileFormat::Html), name);
        }
    }

    #[test]
    fn a_trend_is_named_after_the_weeks_with_something_logged() {
        let profile = Profile::default();
        let dates = NaiveDate::from_ymd_opt(2026, 8, 3).unwrap().iter_days().take(140);
        let days = dates.map(|date| {
            let mut day = Day::empty(date);
            if (9..12).contains(&date.month()) && date.day() == 15 {
                let block = Block {
                    id: day.new_id(),
                    activity: Activity::new(Category::Reports, "forms").unwrap(),
                    span: Span::amount(30).unwrap(),
                    note: Note::default(),
                    rating: None,
                    parallel: false,
                };
                day.put(block);
            }
            day
        });
        let days: Vec<Day> = days.collect();
        let range = "2026-W31".parse().unwrap()..="2027-W30".parse().unwrap();
        let trend = TrendSummary::of(range, &days, &profile, None, Past::default());
        let reviewed = Reviewed::Trend(&trend);
        assert_eq!(file_name(reviewed, FileFormat::Html), "jianfu-2026-W38-W46.html");
        let title = reviewed.document(&profile, I18n::english()).title;
        assert!(
            title.contains("2026-09-14") && title.contains("2026-11-15"),
            "{title}"
        );
    }

    #[test]
    fn a_preview_of_json_has_a_line_for_each_value_in_the_order_of_the_file() {
        let (profile, i18n) = (Profile::default(), I18n::english());
        let week = WeekSummary::of("2026-W47".parse().unwrap(), &[], &profile, None, Past::default());
        let reviewed = Reviewed::Week(&week);
        let document = reviewed.document(&profile, i18n);
        let lines = preview(reviewed, &document, FileFormat::Json);
        assert_eq!(lines[..2], ["{", "  \"week\": \"2026-W47\","]);
        let table = preview(reviewed, &document, FileFormat::Csv);
        assert!(table[0].starts_with("Week 47"), "no mark before it: {}", table[0]);
    }

    #[test]
    fn a_name_tells_the_format() {
        for format in FileFormat::ALL {
            let name = format!("Report.{}", format.extension().to_uppercase());
            assert_eq!(FileFormat::from_extension(Path::new(&name)), Some(format));
        }
        for name in ["report.txt", "report", "-", ".csv", "a.csv/report"] {
            assert_eq!(FileFormat::from_extension(Path::new(name)), None, "{name}");
        }
    }
}
