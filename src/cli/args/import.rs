//! The arguments of `import`, and of what words in files mean.

use super::OverlapArgs;
use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(in crate::cli) struct ImportArgs {
    #[arg(value_name = "FILE")]
    pub(in crate::cli) file: PathBuf,
    #[arg(long, value_name = "FORMAT")]
    pub(in crate::cli) format: Option<ImportFormat>,
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
    #[command(flatten)]
    pub(in crate::cli) overlap: OverlapArgs,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(in crate::cli) from: Option<String>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(in crate::cli) to: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) foreign: ForeignArgs,
}

/// How a file of another program is to be read.
#[derive(Debug, Args)]
pub(in crate::cli) struct ForeignArgs {
    #[arg(long, value_name = "WORD=MEANING")]
    pub(in crate::cli) map: Vec<String>,
    #[arg(long)]
    pub(in crate::cli) skip_unknown: bool,
    #[arg(long, value_name = "ENCODING")]
    pub(in crate::cli) encoding: Option<String>,
    #[arg(long, value_name = "ZONE")]
    pub(in crate::cli) zone: Option<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(in crate::cli) enum ImportFormat {
    Jsonl,
    Csv,
    Ics,
    Timewarrior,
    Klog,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum WordsAction {
    Show,
    Set {
        #[arg(value_name = "WORD")]
        word: String,
        #[arg(value_name = "MEANING")]
        meaning: String,
    },
    Remove {
        #[arg(value_name = "WORD")]
        word: String,
    },
}
