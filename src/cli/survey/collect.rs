//! `survey collect`: what teachers sent becomes the dataset.

mod live;
mod progress;
mod summary;

use super::file::{definition, shown};
use super::key;
use crate::cli::CliError;
use crate::cli::args::SurveyCollectArgs;
use crate::cli::context::Context;
use crate::i18n::{I18n, Say};
use crate::survey::Definition;
use crate::survey::collector::{CollectError, Collected, Collector, Dataset, Event};
use crate::tr;
use progress::Progress;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::Duration;

/// How long `--watch` waits before it looks again.
const WAIT: Duration = Duration::from_secs(2);
/// How often it wakes meanwhile, to see whether it is to end.
const NAP: Duration = Duration::from_millis(100);

pub(super) fn run(cx: &mut Context<'_>, args: &SurveyCollectArgs) -> Result<(), CliError> {
    let i18n = Rc::clone(&cx.i18n);
    let key = args.key.as_deref();
    let key = key.ok_or_else(|| CliError::Usage(tr!(i18n, "cli-survey-collect-which-key")))?;
    let to = args.to.as_deref();
    let to = to.ok_or_else(|| CliError::Usage(tr!(i18n, "cli-survey-collect-where")))?;
    for inbox in &args.inbox {
        let there = inbox.metadata();
        there.map_err(CliError::file(inbox))?;
    }
    let survey = survey_of(args.definition.as_deref(), key, to, &i18n)?;
    let key = key::open(cx, key)?;
    let refused = |why: CollectError| CliError::Refused(why.say(&i18n));
    let mut collector = Collector::open(to, survey, &key).map_err(refused)?;
    if args.watch && cx.terminal && !args.plain && !args.json {
        return live::run(cx, collector, &args.inbox);
    }
    end_on_signals(&collector.stop())?;
    let mut seen = None;
    loop {
        let collected = look(cx, &mut collector, args, &i18n).map_err(refused)?;
        let is_cut_short = collected.is_cut_short;
        // While nothing comes, nothing is said.
        if seen.as_ref() != Some(&standing(&collected)) {
            seen = Some(standing(&collected));
            tell(cx, &collector, &collected, args.json)?;
        }
        if !args.watch || is_cut_short || waited(&collector.stop()) {
            break;
        }
    }
    Ok(())
}

/// What may change from one look to the next.
fn standing(collected: &Collected) -> impl PartialEq + use<> {
    (
        collected.coverage.clone(),
        collected.reasons,
        collected.tally.files,
    )
}

/// The definition that was named; for a new dataset, the one beside the key.
fn survey_of(
    named: Option<&Path>,
    key: &Path,
    to: &Path,
    i18n: &I18n,
) -> Result<Option<Definition>, CliError> {
    if let Some(named) = named {
        return definition(named, i18n).map(Some);
    }
    let beside = key.with_extension("survey.toml");
    if Dataset::open(to).is_ok() || !beside.is_file() {
        return Ok(None);
    }
    definition(&beside, i18n).map(Some)
}

/// Looks at the inbox once, with a line that tells how far it is on a terminal.
fn look(
    cx: &mut Context<'_>,
    collector: &mut Collector,
    args: &SurveyCollectArgs,
    i18n: &I18n,
) -> Result<Collected, CollectError> {
    if !cx.err_is_terminal {
        return collector.pass(&args.inbox, None, i18n, &mut |_| {});
    }
    let total = collector.total(&args.inbox);
    let mut progress = Progress::new(cx.err, i18n);
    let collected = collector.pass(&args.inbox, total, i18n, &mut |event| {
        if let Event::Progress(tally, total) = event {
            progress.show(&tally, total);
        }
    });
    progress.clear();
    collected
}

fn tell(
    cx: &mut Context<'_>,
    collector: &Collector,
    collected: &Collected,
    json: bool,
) -> Result<(), CliError> {
    let definition = &collector.dataset().definition;
    let text = if json {
        summary::in_json(collected, definition, &collector.rejected())
    } else {
        summary::in_words(collected, definition, &cx.i18n)
    };
    cx.print(&text)?;
    cx.out.flush()?;
    if collected.tally.not_taken > 0 {
        let (count, path) = (collected.tally.not_taken, shown(&collector.rejected()));
        let text = tr!(
            cx.i18n,
            "cli-survey-collect-not-taken",
            count = count,
            path = path
        );
        cx.say(&text);
    }
    for flagged in summary::flagged(collected, definition, &cx.i18n) {
        cx.say(&format!("! {flagged}"));
    }
    if collected.is_cut_short {
        let text = tr!(cx.i18n, "cli-survey-collect-cut-short");
        cx.say(&text);
    }
    Ok(())
}

/// Waits for the next look; true where it is to end instead.
fn waited(stop: &AtomicBool) -> bool {
    let mut left = WAIT;
    while !left.is_zero() && !stop.load(Ordering::Relaxed) {
        sleep(NAP);
        left = left.saturating_sub(NAP);
    }
    stop.load(Ordering::Relaxed)
}

/// Ends at Ctrl-C or when the system asks for it, with everything that was read in the dataset; at once when asked twice.
#[cfg(unix)]
fn end_on_signals(stop: &Arc<AtomicBool>) -> Result<(), CliError> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::flag::{register, register_conditional_default};
    for signal in [SIGINT, SIGTERM, SIGHUP] {
        register_conditional_default(signal, Arc::clone(stop))?;
        register(signal, Arc::clone(stop))?;
    }
    Ok(())
}

/// Elsewhere it ends at once; the dataset is whole at any moment.
#[cfg(not(unix))]
fn end_on_signals(_: &Arc<AtomicBool>) -> Result<(), CliError> {
    Ok(())
}
