//! The arguments of `week` and `trend`.

use crate::summary::{FileFormat, TextEncoding};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(in crate::cli) struct WeekArgs {
    #[arg(value_name = "WEEK", allow_negative_numbers = true)]
    pub(in crate::cli) week: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) write: WriteArgs,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct TrendArgs {
    #[arg(long, value_name = "WEEK", allow_negative_numbers = true)]
    pub(in crate::cli) from: Option<String>,
    #[arg(long, value_name = "WEEK", allow_negative_numbers = true)]
    pub(in crate::cli) to: Option<String>,
    #[arg(long, conflicts_with_all = ["from", "to"])]
    pub(in crate::cli) term: bool,
    #[arg(long, conflicts_with_all = ["from", "to", "term"])]
    pub(in crate::cli) year: bool,
    #[command(flatten)]
    pub(in crate::cli) write: WriteArgs,
}

/// In which form a summary is written, and where to.
#[derive(Debug, Args)]
pub(in crate::cli) struct WriteArgs {
    #[arg(long, value_name = "FORMAT")]
    pub(in crate::cli) format: Option<SummaryFormat>,
    #[arg(short, long, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
    #[arg(long = "encoding", value_name = "ENCODING")]
    pub(in crate::cli) csv_encoding: Option<CsvEncoding>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(in crate::cli) enum SummaryFormat {
    Text,
    Json,
    Md,
    Csv,
    Xlsx,
    Html,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(in crate::cli) enum CsvEncoding {
    Utf8,
    #[value(alias = "gbk")]
    Gb18030,
}

impl SummaryFormat {
    /// The format of the file; none for text.
    pub(in crate::cli) const fn file(self) -> Option<FileFormat> {
        match self {
            Self::Text => None,
            Self::Json => Some(FileFormat::Json),
            Self::Md => Some(FileFormat::Markdown),
            Self::Csv => Some(FileFormat::Csv),
            Self::Xlsx => Some(FileFormat::Xlsx),
            Self::Html => Some(FileFormat::Html),
        }
    }
}

impl From<CsvEncoding> for TextEncoding {
    fn from(encoding: CsvEncoding) -> Self {
        match encoding {
            CsvEncoding::Utf8 => Self::Utf8,
            CsvEncoding::Gb18030 => Self::Gb18030,
        }
    }
}
