//! What the client, the scheduler and the executors have in common.

use super::ClusterError;
use ballista::datafusion::prelude::SessionConfig;
use ballista::prelude::SessionConfigExt;
use tokio::runtime::{Builder, Runtime};

/// How long an executor may be silent before its work is given to another one, in seconds.
pub(super) const SILENCE: u64 = 30;
/// How often an executor says that it is there, in seconds.
pub(super) const HEARTBEAT: u64 = 10;
/// Plans are nested deeply.
const STACK: usize = 32 * 1024 * 1024;

/// The settings of a session. With the adaptive planner, a job whose executor is killed can hang for ever; without it, its
/// stages are computed again.
pub(super) fn config() -> SessionConfig {
    let mut config = SessionConfig::new_with_ballista();
    let off = config
        .options_mut()
        .set("ballista.planner.adaptive.enabled", "false");
    debug_assert!(off.is_ok(), "the setting has another name: {off:?}");
    config
}

/// Threads for a client or a part of a cluster.
pub(super) fn runtime() -> Result<Runtime, ClusterError> {
    let runtime = Builder::new_multi_thread()
        .thread_stack_size(STACK)
        .enable_all()
        .build();
    runtime.map_err(|why| ClusterError::Stopped(ClusterError::words(&why)))
}
