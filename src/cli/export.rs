//! `export`: everything out.

use super::args::{ExportArgs, FileFormat};
use super::context::Context;
use super::{CliError, dates};
use crate::domain::{FIRST_DATE, LAST_DATE};
use crate::transfer;

pub(super) fn run(cx: &mut Context<'_>, args: &ExportArgs) -> Result<(), CliError> {
    let (today, i18n) = (cx.today(), &cx.i18n);
    let bound = |text: &Option<String>, open| {
        text.as_deref()
            .map_or(Ok(open), |t| dates::date(Some(t), today, i18n))
    };
    let range = bound(&args.from, FIRST_DATE)?..=bound(&args.to, LAST_DATE)?;
    let everything = args.from.is_none() && args.to.is_none();
    let mut session = cx.session()?;
    let profile = session.profile()?;
    let settings = everything.then_some(&profile); // a part of the days is not the whole diary
    let FileFormat::Jsonl = args.format;
    match args.output.as_deref().filter(|p| p.as_os_str() != "-") {
        None => transfer::export(&mut session, range, settings, cx.out)?.map_err(CliError::Output),
        Some(path) => {
            let mut text = Vec::new();
            transfer::export(&mut session, range, settings, &mut text)?.map_err(CliError::file(path))?;
            super::context::write_whole(path, &text)
        }
    }
}
