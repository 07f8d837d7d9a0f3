//! The arguments of `survey cluster`, and those of every command that a cluster can compute for.

use clap::{Args, Subcommand};
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum ClusterAction {
    Scheduler {
        #[arg(long, value_name = "IP:PORT", default_value = "127.0.0.1:50050")]
        bind: SocketAddr,
        #[arg(long)]
        private_network: bool,
    },
    Executor(ExecutorArgs),
    Check {
        #[arg(value_name = "DATASET")]
        dataset: PathBuf,
        #[command(flatten)]
        cluster: ClusterArgs,
    },
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ExecutorArgs {
    #[arg(long, value_name = "df://HOST:PORT", default_value = ClusterArgs::USUAL)]
    pub(in crate::cli) scheduler: String,
    #[arg(long, value_name = "IP", default_value = "127.0.0.1")]
    pub(in crate::cli) bind: IpAddr,
    #[arg(long, value_name = "HOST")]
    pub(in crate::cli) host: Option<String>,
    #[arg(long, value_name = "PORT", default_value_t = 50051)]
    pub(in crate::cli) port: u16,
    #[arg(long, value_name = "PORT", default_value_t = 50052)]
    pub(in crate::cli) grpc_port: u16,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(in crate::cli) cores: Option<u16>,
    #[arg(long, value_name = "DIR")]
    pub(in crate::cli) work_dir: Option<PathBuf>,
    #[arg(long)]
    pub(in crate::cli) private_network: bool,
}

/// Who computes the cells: this machine, or a cluster.
#[derive(Debug, Args)]
pub(in crate::cli) struct ClusterArgs {
    #[arg(long, value_name = "df://HOST:PORT")]
    pub(in crate::cli) cluster: Option<String>,
    #[arg(long, value_name = "SECONDS", default_value_t = 600, value_parser = clap::value_parser!(u64).range(1..))]
    pub(in crate::cli) deadline: u64,
}

impl ClusterArgs {
    /// Where a cluster is where nobody says anything else.
    pub(in crate::cli) const USUAL: &'static str = "df://127.0.0.1:50050";
}
