//! An executor of a cluster: reads the parts of a dataset and computes what the scheduler tells it to.

use super::address::ClusterAddress;
use super::scheduler::{check_open, host_of};
use super::session::{HEARTBEAT, config, runtime};
use super::work_folder::WorkFolder;
use super::{ClusterError, client, trouble};
use ballista_executor::executor_process::{ExecutorProcessConfig, start_executor_process};
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;

/// How an executor runs.
#[derive(Debug, Clone)]
pub struct ExecutorOptions {
    /// Its scheduler.
    pub scheduler: ClusterAddress,
    /// Where it listens.
    pub bind: IpAddr,
    /// By what name or number the others reach it; where it listens if none is given.
    pub host: Option<String>,
    /// The port at which the others fetch what it computed.
    pub port: u16,
    /// The port at which the scheduler talks to it.
    pub grpc_port: u16,
    /// How many things it computes at once; as many as there are cores if none is given.
    pub cores: Option<usize>,
    /// Where it keeps what others fetch from it. Private, and emptied at the start and at the end.
    pub work_folder: PathBuf,
    /// Whether it may listen where other machines reach it: there is no TLS and no login.
    pub private_network: bool,
}

/// Runs an executor until it is told to end by Ctrl-C, SIGTERM or its scheduler; what it computes then is done first.
/// `ready` is called once, when all is prepared.
///
/// # Errors
/// [`ClusterError::Open`], a work folder that cannot be used, or why it does not run.
pub fn run_executor(options: &ExecutorOptions, ready: impl FnOnce()) -> Result<(), ClusterError> {
    for port in [options.port, options.grpc_port] {
        check_open(SocketAddr::new(options.bind, port), options.private_network)?;
    }
    let folder = WorkFolder::prepare(&options.work_folder)?;
    let path = folder.path().into_os_string().into_string();
    let path = path.map_err(|path| {
        let why = std::io::ErrorKind::InvalidFilename.into();
        ClusterError::Folder(path.into(), why)
    })?;
    let usual = ExecutorProcessConfig::default();
    let process = ExecutorProcessConfig {
        bind_host: host_of(options.bind),
        external_host: Some(options.host.clone().unwrap_or_else(|| host_of(options.bind))),
        port: options.port,
        grpc_port: options.grpc_port,
        scheduler_host: options.scheduler.url_host().to_owned(),
        scheduler_port: options.scheduler.port(),
        vcores: options.cores.unwrap_or(usual.vcores),
        work_dir: Some(path),
        // Of a client that was killed, what it never fetched.
        job_data_ttl_seconds: 60 * 60,
        job_data_clean_up_interval_seconds: 5 * 60,
        executor_heartbeat_interval_seconds: HEARTBEAT,
        override_config_producer: Some(Arc::new(config)),
        ..usual
    };
    let runtime = runtime()?;
    trouble::tell();
    let ended = runtime.block_on(async {
        client::is_somebody_there(&options.scheduler).await?;
        ready();
        let ended = start_executor_process(Arc::new(process)).await;
        ended.map_err(|why| ClusterError::Stopped(ClusterError::words(&why)))
    });
    runtime.shutdown_background();
    ended
}
