//! The arguments of `survey`.

use super::ClusterAction;
use super::SurveyReportArgs;
use clap::{Args, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum SurveyAction {
    List {
        #[arg(long)]
        json: bool,
    },
    New(Box<SurveyNewArgs>),
    Show {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    Join(SurveyJoinArgs),
    Answer {
        #[arg(long, value_name = "SURVEY")]
        survey: Option<String>,
        #[arg(value_name = "KEY=VALUE")]
        answers: Vec<String>,
    },
    Leave {
        #[arg(long, value_name = "SURVEY")]
        survey: Option<String>,
    },
    Preview {
        #[arg(value_name = "WEEK", allow_negative_numbers = true)]
        week: Option<String>,
        #[arg(long)]
        raw: bool,
        #[arg(long, value_name = "SURVEY")]
        survey: Option<String>,
    },
    Respond {
        #[arg(value_name = "WEEK", allow_negative_numbers = true)]
        weeks: Vec<String>,
        #[command(flatten)]
        send: SurveySendArgs,
    },
    Withdraw {
        #[arg(required = true, value_name = "WEEK", allow_negative_numbers = true)]
        weeks: Vec<String>,
        #[command(flatten)]
        send: SurveySendArgs,
    },
    History(SurveyHistoryArgs),
    Bundle {
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    Codebook {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[arg(long, value_name = "FORMAT")]
        format: Option<CodebookFormat>,
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    Collect(SurveyCollectArgs),
    Publish(SurveyPublishArgs),
    Simulate(SurveySimulateArgs),
    Cells(SurveyCellsArgs),
    Report(Box<SurveyReportArgs>),
    Schema,
    Cluster {
        #[command(subcommand)]
        action: ClusterAction,
    },
    /// What is none of these: refused in the user's language, which the library does not speak.
    #[command(external_subcommand)]
    Unknown(Vec<OsString>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum CodebookFormat {
    Md,
    Csv,
    Json,
}

impl SurveyAction {
    /// Whether it works on the teacher's data.
    pub(super) const fn needs_data(&self) -> bool {
        !matches!(
            self,
            Self::New(_)
                | Self::Show { .. }
                | Self::Bundle { .. }
                | Self::Codebook { .. }
                | Self::Collect(_)
                | Self::Publish(_)
                | Self::Simulate(_)
                | Self::Cells(_)
                | Self::Report(_)
                | Self::Schema
                | Self::Cluster { .. }
                | Self::Unknown(_)
        )
    }
}

#[derive(Debug, Args)]
pub(in crate::cli) struct SurveyPublishArgs {
    #[arg(value_name = "DATASET")]
    pub(in crate::cli) dataset: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub(in crate::cli) published: Option<PathBuf>,
    #[arg(long)]
    pub(in crate::cli) yes: bool,
    #[arg(short, long, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct SurveyNewArgs {
    #[arg(value_name = "NAME")]
    pub(in crate::cli) name: Option<String>,
    #[arg(long, value_name = "[LANG=]TEXT")]
    pub(in crate::cli) title: Vec<String>,
    #[arg(long, value_name = "[LANG=]TEXT")]
    pub(in crate::cli) contact: Vec<String>,
    #[arg(long, value_name = "WEEK..WEEK", allow_hyphen_values = true)]
    pub(in crate::cli) weeks: Option<String>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(in crate::cli) closes: Option<String>,
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    pub(in crate::cli) ask: Vec<String>,
    #[arg(long, value_name = "GROUP")]
    pub(in crate::cli) group: Vec<String>,
    #[arg(long, value_name = "N")]
    pub(in crate::cli) staff: Option<u32>,
    #[arg(long, value_name = "MINUTES")]
    pub(in crate::cli) rounding: Option<u32>,
    #[arg(long, value_name = "N")]
    pub(in crate::cli) min_group: Option<u32>,
    #[arg(long)]
    pub(in crate::cli) panel: bool,
    #[arg(long)]
    pub(in crate::cli) passphrase: bool,
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(in crate::cli) to: PathBuf,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct SurveyJoinArgs {
    #[arg(value_name = "FILE")]
    pub(in crate::cli) file: PathBuf,
    #[arg(long, value_name = "GROUP=ANSWER")]
    pub(in crate::cli) answer: Vec<String>,
    #[arg(long, value_name = "FIELD")]
    pub(in crate::cli) withhold: Vec<String>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct SurveySendArgs {
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(in crate::cli) to: PathBuf,
    #[arg(long)]
    pub(in crate::cli) yes: bool,
    #[arg(long, value_name = "SURVEY")]
    pub(in crate::cli) survey: Option<String>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct SurveyHistoryArgs {
    #[arg(long, value_name = "WEEK", allow_negative_numbers = true)]
    pub(in crate::cli) week: Option<String>,
    #[arg(long, value_name = "SURVEY")]
    pub(in crate::cli) survey: Option<String>,
    #[arg(long)]
    pub(in crate::cli) json: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct SurveyCellsArgs {
    #[arg(required = true, value_name = "DATASET")]
    pub(in crate::cli) datasets: Vec<PathBuf>,
    #[arg(long, value_name = "RECIPIENT", conflicts_with = "unsealed")]
    pub(in crate::cli) to: Option<String>,
    #[arg(long)]
    pub(in crate::cli) unsealed: bool,
    #[arg(short, long, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct SurveyCollectArgs {
    #[arg(required = true, value_name = "INBOX")]
    pub(in crate::cli) inbox: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) key: Option<PathBuf>,
    #[arg(long, value_name = "DATASET")]
    pub(in crate::cli) to: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) definition: Option<PathBuf>,
    #[arg(long)]
    pub(in crate::cli) watch: bool,
    #[arg(long)]
    pub(in crate::cli) json: bool,
    #[arg(long)]
    pub(in crate::cli) plain: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct SurveySimulateArgs {
    #[arg(long, value_name = "N")]
    pub(in crate::cli) teachers: Option<u64>,
    #[arg(long, value_name = "WEEK..WEEK", allow_hyphen_values = true)]
    pub(in crate::cli) weeks: Option<String>,
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(in crate::cli) seed: u64,
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) like: Option<PathBuf>,
    #[arg(long, conflicts_with = "like")]
    pub(in crate::cli) panel: bool,
    #[arg(long)]
    pub(in crate::cli) dataset: bool,
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u32).range(0..=100))]
    pub(in crate::cli) corrected: Option<u32>,
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u32).range(0..=100))]
    pub(in crate::cli) withdrawn: Option<u32>,
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u32).range(0..=100))]
    pub(in crate::cli) twice: Option<u32>,
    #[arg(long, value_name = "DIR")]
    pub(in crate::cli) to: Option<PathBuf>,
}
