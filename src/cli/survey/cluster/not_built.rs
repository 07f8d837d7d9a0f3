//! What is said where the program was built without clusters.

use crate::cli::CliError;
use crate::cli::args::{ClusterAction, ClusterArgs};
use crate::cli::context::Context;
use crate::survey::collector::{Cells, Dataset};
use crate::tr;

pub(super) fn run(cx: &mut Context<'_>, _: &ClusterAction) -> Result<(), CliError> {
    Err(refused(cx))
}

pub(super) fn cells(
    cx: &mut Context<'_>,
    _: &Dataset,
    args: &ClusterArgs,
) -> Result<Option<Cells>, CliError> {
    match args.cluster {
        Some(_) => Err(refused(cx)),
        None => Ok(None),
    }
}

fn refused(cx: &Context<'_>) -> CliError {
    CliError::Refused(tr!(cx.i18n, "cluster-not-built"))
}
