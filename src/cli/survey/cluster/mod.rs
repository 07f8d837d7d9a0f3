//! `survey cluster`, and `--cluster` of the commands that it can compute for.
//!
//! The parts of a cluster are in the program only where it was built with the feature of that name; without it, whoever
//! asks for one is told how to get it.

#[cfg(feature = "cluster")]
mod built;
#[cfg(not(feature = "cluster"))]
mod not_built;

#[cfg(feature = "cluster")]
use built as side;
#[cfg(not(feature = "cluster"))]
use not_built as side;

use crate::cli::CliError;
use crate::cli::args::{ClusterAction, ClusterArgs};
use crate::cli::context::Context;
use crate::survey::collector::{Cells, Dataset};

pub(super) fn run(cx: &mut Context<'_>, action: &ClusterAction) -> Result<(), CliError> {
    side::run(cx, action)
}

/// The cells of a dataset by the cluster that the arguments name; none where they name none.
///
/// # Errors
/// The cluster failed or was not done in time, or the program was built without clusters.
pub(super) fn cells(
    cx: &mut Context<'_>,
    dataset: &Dataset,
    args: &ClusterArgs,
) -> Result<Option<Cells>, CliError> {
    side::cells(cx, dataset, args)
}
