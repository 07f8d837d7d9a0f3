//! `log`: lists and searches blocks.

use super::args::LogArgs;
use super::context::{Context, subject};
use super::{CliError, dates};
use crate::diary::BlockLine;
use crate::domain::{Block, Day, FIRST_DATE, LAST_DATE};
use crate::figures::GoalSubject;
use crate::summary::{block_json, block_row};
use crate::tr;

pub(super) fn run(cx: &mut Context<'_>, args: &LogArgs) -> Result<(), CliError> {
    let (today, i18n) = (cx.today(), &cx.i18n);
    let bound = |text: &Option<String>, open| {
        text.as_deref()
            .map_or(Ok(open), |t| dates::date(Some(t), today, i18n))
    };
    let (from, to) = (bound(&args.from, FIRST_DATE)?, bound(&args.to, LAST_DATE)?);
    if from > to {
        let text = tr!(
            cx.i18n,
            "cli-from-after-to",
            from = from.to_string(),
            to = to.to_string()
        );
        return Err(CliError::Usage(text));
    }
    let mut session = cx.session()?;
    let taxonomy = session.profile()?.taxonomy();
    let wanted: Vec<GoalSubject> = args
        .category
        .iter()
        .map(|c| subject(c, &taxonomy, &cx.i18n))
        .collect::<Result<_, _>>()?;
    let search = args.search.as_ref().map(|s| s.to_lowercase());
    let shown = |b: &Block| {
        let fits = |s: &GoalSubject| match s {
            GoalSubject::NonTeaching => b.activity.category != crate::domain::Category::Teaching,
            GoalSubject::Category(c) => b.activity.category == *c,
            GoalSubject::Activity(a) => b.activity == *a,
        };
        let found = |s: &String| b.note.as_str().to_lowercase().contains(s);
        (wanted.is_empty() || wanted.iter().any(fits)) && search.as_ref().is_none_or(found)
    };
    let mut out = Ok(());
    let mut first = true;
    let mut write = |day: &Day| {
        let blocks: Vec<&Block> = day.blocks().iter().filter(|b| shown(b)).collect();
        if args.json {
            for block in blocks {
                let json = block_json(&BlockLine::of(day.date, block));
                writeln!(
                    cx.out,
                    "{}{json}",
                    if std::mem::take(&mut first) { "[" } else { "," }
                )?;
            }
        } else if !blocks.is_empty() {
            writeln!(cx.out, "{} {}", day.date, cx.i18n.weekday(day.date))?;
            for block in blocks {
                writeln!(cx.out, "  {}", block_row(block, &taxonomy, &cx.i18n, (0, 0)))?;
            }
        }
        Ok(())
    };
    session.for_each_day(from..=to, |day| {
        if out.is_ok() {
            out = write(&day);
        }
    })?;
    out.map_err(CliError::Output)?;
    if args.json {
        cx.print(if first { "[]\n" } else { "]\n" })?;
    }
    Ok(())
}
