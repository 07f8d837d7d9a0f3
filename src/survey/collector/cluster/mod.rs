//! The cells of a dataset, computed by Apache `DataFusion` Ballista on many machines; and the parts of such a cluster.
//!
//! Worth it from about three machines, or where the data lie: on one machine, the same takes more than twice as long as
//! without. Stock Ballista has no TLS and no login, so that a cluster listens on loopback unless it is said that the
//! network is a private one.

mod address;
mod client;
mod column;
mod error;
mod executor;
mod fill;
mod place;
mod queries;
mod scheduler;
mod session;
mod table;
mod trouble;
mod work_folder;

pub use address::ClusterAddress;
pub use client::cells_by_cluster;
pub use error::ClusterError;
pub use executor::{ExecutorOptions, run_executor};
pub use scheduler::{SchedulerOptions, run_scheduler};
