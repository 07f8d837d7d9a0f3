//! `log`: lists and searches blocks.

use super::args::LogArgs;
use super::context::Context;
use super::subject::subject;
use super::{CliError, dates};
use crate::diary::BlockLine;
use crate::domain::{Block, Day, NoteSearch, Taxonomy};
use crate::figures::GoalSubject;
use crate::i18n::I18n;
use crate::summary::{block_json, block_row};

pub(super) fn run(cx: &mut Context<'_>, args: &LogArgs) -> Result<(), CliError> {
    let range = dates::range(args.from.as_deref(), args.to.as_deref(), cx.today(), &cx.i18n)?;
    let mut session = cx.session()?;
    let taxonomy = session.profile()?.taxonomy();
    let wanted: Vec<GoalSubject> = args
        .category
        .iter()
        .map(|c| subject(c, &taxonomy, &cx.i18n))
        .collect::<Result<_, _>>()?;
    let search = args.search.as_deref().map(NoteSearch::new);
    let shown = |b: &Block| {
        let fits = |s: &GoalSubject| s.is_about(&b.activity);
        let found = |s: &NoteSearch| s.finds(&b.note);
        (wanted.is_empty() || wanted.iter().any(fits)) && search.as_ref().is_none_or(found)
    };
    let mut text = String::new(); // the store is closed before anything is written: a reader may take its time
    session.for_each_day(range, |day| {
        let mut blocks = day.blocks().iter().filter(|b| shown(b)).peekable();
        if args.json {
            for block in blocks {
                text.push_str(if text.is_empty() { "[" } else { "," });
                text += &block_json(&BlockLine::of(day.date, block)).to_string();
                text.push('\n');
            }
        } else if blocks.peek().is_some() {
            text += &format_day(&day, blocks, &taxonomy, &cx.i18n);
        }
    })?;
    cx.tell(&session);
    drop(session);
    if args.json {
        text.push_str(if text.is_empty() { "[]\n" } else { "]\n" });
    }
    cx.print(&text)
}

fn format_day<'a>(
    day: &Day,
    blocks: impl Iterator<Item = &'a Block>,
    taxonomy: &Taxonomy,
    i18n: &I18n,
) -> String {
    let rows = blocks.map(|b| format!("  {}\n", block_row(b, taxonomy, i18n, (0, 0))));
    format!("{} {}\n", day.date, i18n.weekday(day.date)) + &rows.collect::<String>()
}
