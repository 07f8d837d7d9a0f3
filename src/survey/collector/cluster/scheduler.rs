//! The scheduler of a cluster: takes queries and hands their stages to the executors.

use super::session::{SILENCE, config, runtime};
use super::{ClusterError, trouble};
use ballista_scheduler::cluster::BallistaCluster;
use ballista_scheduler::config::SchedulerConfig;
use ballista_scheduler::scheduler_process::start_server;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpStream;

/// How a scheduler runs.
#[derive(Debug, Clone, Copy)]
pub struct SchedulerOptions {
    /// Where it listens.
    pub bind: SocketAddr,
    /// Whether it may listen where other machines reach it: there is no TLS and no login.
    pub private_network: bool,
}

/// Runs a scheduler until it is told to end. `ready` is called once, when it listens.
///
/// # Errors
/// [`ClusterError::Open`], or why it does not run.
pub fn run_scheduler(options: SchedulerOptions, ready: impl FnOnce()) -> Result<(), ClusterError> {
    check_open(options.bind, options.private_network)?;
    let runtime = runtime()?;
    trouble::tell();
    let ended = runtime.block_on(serve(options.bind, ready));
    runtime.shutdown_background();
    ended
}

async fn serve(bind: SocketAddr, ready: impl FnOnce()) -> Result<(), ClusterError> {
    let stopped = |why: &dyn std::fmt::Display| ClusterError::Stopped(ClusterError::words(why));
    let settings = SchedulerConfig {
        bind_host: host_of(bind.ip()),
        bind_port: bind.port(),
        external_host: host_of(bind.ip()),
        executor_timeout_seconds: SILENCE,
        no_executors_grace_period_seconds: SILENCE,
        expire_dead_executor_interval_seconds: 5,
        override_config_producer: Some(Arc::new(config)),
        ..SchedulerConfig::default()
    };
    let cluster = BallistaCluster::new_from_config(&settings).await;
    let cluster = cluster.map_err(|why| stopped(&why))?;
    let mut server = tokio::spawn(start_server(cluster, bind, Arc::new(settings)));
    let listens = async {
        while TcpStream::connect(bind).await.is_err() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    let ended = tokio::select! {
        ended = &mut server => ended,
        told = until_told(listens, ready) => return told,
    };
    match ended {
        Ok(Ok(())) => Ok(()),
        Ok(Err(why)) => Err(stopped(&why)),
        Err(why) => Err(stopped(&why)),
    }
}

/// An address as it stands before a port.
pub(super) fn host_of(ip: IpAddr) -> String {
    match ip {
        IpAddr::V4(ip) => ip.to_string(),
        IpAddr::V6(ip) => format!("[{ip}]"),
    }
}

/// Whether a part of a cluster may listen there.
pub(super) fn check_open(bind: SocketAddr, private_network: bool) -> Result<(), ClusterError> {
    if bind.ip().is_loopback() || private_network {
        Ok(())
    } else {
        Err(ClusterError::Open(bind))
    }
}

async fn until_told(listens: impl Future<Output = ()>, ready: impl FnOnce()) -> Result<(), ClusterError> {
    listens.await;
    ready();
    told_to_end().await
}

/// Waits for Ctrl-C, or for what ends a service.
async fn told_to_end() -> Result<(), ClusterError> {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    let ended = {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminated = signal(SignalKind::terminate()).map_err(|why| ClusterError::signals(&why))?;
        tokio::select! {
            interrupted = interrupted => interrupted,
            _ = terminated.recv() => Ok(()),
        }
    };
    #[cfg(not(unix))]
    let ended = interrupted.await;
    ended.map_err(|why| ClusterError::signals(&why))
}
