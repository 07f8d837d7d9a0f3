//! `edit` and `remove`: blocks by their id.

use super::args::{EditArgs, RemoveArgs};
use super::context::Context;
use super::{CliError, add};
use crate::diary::{Operation, Refusal};
use crate::domain::{Block, BlockId};
use crate::entry::{self, Lexicon};
use crate::store::Session;
use crate::tr;
use chrono::NaiveDate;

pub(super) fn run(cx: &mut Context<'_>, args: &EditArgs) -> Result<(), CliError> {
    let mut session = cx.session()?;
    let (date, block) = find(cx, &mut session, &args.id)?;
    let profile = session.profile()?;
    let (lexicon, bells) = (Lexicon::new(&profile.taxonomy()), profile.bells_on(date));
    let text = args.entry.join(" ");
    let context = entry::Context::new(&lexicon, &bells).keeping(&block.activity);
    let mend = entry::parse(&text, &context).and_then(entry::Entry::into_mend);
    let mend = mend.map_err(|e| CliError::Entry(e, text.clone()))?;
    let edit = Operation::Edit {
        date,
        id: block.id,
        mend,
        on_overlap: args.overlap.policy(),
    };
    let outcome = session.apply(&edit)?;
    add::report(cx, &mut session, &outcome, date, lexicon.taxonomy())
}

pub(super) fn remove(cx: &mut Context<'_>, args: &RemoveArgs) -> Result<(), CliError> {
    let mut session = cx.session()?;
    let mut blocks: Vec<(NaiveDate, BlockId)> = Vec::new();
    for id in &args.ids {
        let (date, block) = find(cx, &mut session, id)?;
        if !blocks.iter().any(|(_, known)| *known == block.id) {
            blocks.push((date, block.id));
        }
    }
    let date = blocks.first().map_or(cx.today(), |(date, _)| *date);
    let outcome = session.apply(&Operation::Remove(blocks))?;
    let taxonomy = session.profile()?.taxonomy();
    add::report(cx, &mut session, &outcome, date, &taxonomy)
}

fn find(cx: &Context<'_>, session: &mut Session, text: &str) -> Result<(NaiveDate, Block), CliError> {
    let id = BlockId::new(text).ok_or_else(|| CliError::Usage(tr!(cx.i18n, "diary-no-block", id = text)))?;
    Ok(session.find(&id)?.ok_or(Refusal::NoBlock(id))?)
}
