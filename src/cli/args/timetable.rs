//! The arguments of `timetable`.

use super::import::ForeignArgs;
use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(in crate::cli) enum TimetableFormat {
    Text,
    Toml,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum TimetableAction {
    Show {
        #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
        date: Option<String>,
        #[arg(long, value_name = "FORMAT", default_value = "text")]
        format: TimetableFormat,
    },
    Edit {
        #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
        from: Option<String>,
    },
    Import(TimetableImportArgs),
    Bells {
        #[command(subcommand)]
        action: Option<BellsAction>,
    },
    Term {
        #[command(subcommand)]
        action: Option<TermAction>,
    },
}

#[derive(Debug, Args)]
pub(in crate::cli) struct TimetableImportArgs {
    #[arg(value_name = "FILE")]
    pub(in crate::cli) file: PathBuf,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(in crate::cli) from: Option<String>,
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
    #[arg(long)]
    pub(in crate::cli) replace: bool,
    #[command(flatten)]
    pub(in crate::cli) foreign: ForeignArgs,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum BellsAction {
    Show,
    Set {
        #[arg(long, value_name = "NAME", default_value = "")]
        name: String,
        #[arg(long, value_name = "DATE..DATE")]
        dates: Option<String>,
        #[arg(required = true, value_name = "PERIOD")]
        periods: Vec<String>,
    },
    Remove {
        #[arg(value_name = "NAME", default_value = "")]
        name: String,
    },
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum TermAction {
    Show,
    Add {
        #[arg(value_name = "FIRST")]
        first: String,
        #[arg(value_name = "LAST")]
        last: String,
        #[arg(long, value_name = "NAME", default_value = "")]
        name: String,
        #[arg(long, value_name = "DATES REASON")]
        holiday: Vec<String>,
    },
    Remove {
        #[arg(value_name = "FIRST")]
        first: String,
    },
}
