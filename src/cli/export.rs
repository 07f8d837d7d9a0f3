//! `export`: everything out.

use super::args::{ExportArgs, FileFormat};
use super::context::Context;
use super::{CliError, dates};
use crate::transfer;

pub(super) fn run(cx: &mut Context<'_>, args: &ExportArgs) -> Result<(), CliError> {
    let range = dates::range(args.from.as_deref(), args.to.as_deref(), cx.today(), &cx.i18n)?;
    let everything = args.from.is_none() && args.to.is_none();
    let FileFormat::Jsonl = args.format;
    let mut text = Vec::new();
    {
        // The store is closed before anything is written: a reader may take its time.
        let mut session = cx.session()?;
        // A part of the days is not the whole diary.
        transfer::export(&mut session, range, everything, &mut text)?.map_err(CliError::Output)?;
        cx.tell(&session);
    }
    cx.deliver(args.output.as_deref(), &text)
}
