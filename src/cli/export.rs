//! `export`: everything out.

use super::args::{ExportArgs, FileFormat};
use super::context::Context;
use super::{CliError, dates};
use crate::files::write_whole;
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
    match args.output.as_deref().filter(|p| p.as_os_str() != "-") {
        None => Ok(cx.out.write_all(&text)?),
        Some(path) => write_whole(path, &text).map_err(CliError::file(path)),
    }
}
