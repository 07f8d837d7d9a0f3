//! The arguments of `survey report`.

use super::{ClusterArgs, WriteArgs};
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(in crate::cli) struct SurveyReportArgs {
    #[arg(required = true, value_name = "DATASET|FILE")]
    pub(in crate::cli) inputs: Vec<PathBuf>,
    #[arg(long, value_name = "GROUP", value_delimiter = ',')]
    pub(in crate::cli) by: Vec<String>,
    #[arg(long, value_name = "WEEK..WEEK", allow_hyphen_values = true)]
    pub(in crate::cli) weeks: Option<String>,
    #[arg(long, value_name = "KEY")]
    pub(in crate::cli) key: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub(in crate::cli) published: Option<PathBuf>,
    #[arg(long)]
    pub(in crate::cli) draft: bool,
    #[arg(long)]
    pub(in crate::cli) yes: bool,
    #[arg(long, value_name = "E", conflicts_with = "draft")]
    pub(in crate::cli) epsilon: Option<String>,
    #[arg(long, value_name = "E", requires = "epsilon")]
    pub(in crate::cli) budget: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) cluster: ClusterArgs,
    #[command(flatten)]
    pub(in crate::cli) write: WriteArgs,
}
