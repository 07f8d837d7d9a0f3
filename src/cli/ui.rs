//! No command: the terminal UI on today.

use super::CliError;
use super::context::Context;
use crate::tr;

pub(super) fn run(cx: &mut Context<'_>) -> Result<u8, CliError> {
    Err(CliError::Usage(tr!(cx.i18n, "cli-no-terminal")))
}
