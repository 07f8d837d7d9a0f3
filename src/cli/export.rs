//! `export`: everything out.

use super::args::{ExportArgs, FileFormat};
use super::context::Context;
use super::{CliError, dates};
use crate::tr;
use crate::transfer::{self, Extent};

pub(super) fn run(cx: &mut Context<'_>, args: &ExportArgs) -> Result<(), CliError> {
    let range = dates::range(args.from.as_deref(), args.to.as_deref(), cx.today(), &cx.i18n)?;
    // A part of the days is not the whole diary.
    let extent = match (args.from.is_none() && args.to.is_none(), args.without_surveys) {
        (false, _) => Extent::Days,
        (true, true) => Extent::WithoutSurveys,
        (true, false) => Extent::Everything,
    };
    let FileFormat::Jsonl = args.format;
    let mut text = Vec::new();
    let tells = {
        // The store is closed before anything is written: a reader may take its time.
        let mut session = cx.session()?;
        transfer::export(&mut session, range, extent, &mut text)?.map_err(CliError::Output)?;
        let facts = (extent == Extent::Everything).then(|| session.survey_facts());
        cx.tell(&session);
        facts.transpose()?.is_some_and(|facts| !facts.is_empty())
    };
    cx.deliver(args.output.as_deref(), &text)?;
    if tells {
        let text = tr!(cx.i18n, "cli-export-surveys");
        cx.say(&text);
    }
    Ok(())
}
