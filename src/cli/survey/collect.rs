//! `survey collect`: what teachers sent becomes the dataset.

mod inbox;
mod live;
mod progress;
mod summary;

use super::file::{definition, shown};
use super::key;
use crate::cli::CliError;
use crate::cli::args::SurveyCollectArgs;
use crate::cli::context::Context;
use crate::i18n::{I18n, Say};
use crate::survey::collector::{CollectError, Collected, Collector, Dataset, DatasetError, Event, Nothing};
use crate::survey::{Definition, KeyPair};
use crate::tr;
use progress::Progress;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long `--watch` waits at least before it looks again.
const WAIT: Duration = Duration::from_secs(2);
/// How long it waits at most; in between, four times as long as it looked, so that a large inbox is not looked at all the time.
const LONGEST_WAIT: Duration = Duration::from_secs(60);
/// How often it wakes meanwhile, to see whether it is to end.
const NAP: Duration = Duration::from_millis(100);

pub(super) fn run(cx: &mut Context<'_>, args: &SurveyCollectArgs) -> Result<(), CliError> {
    let i18n = Rc::clone(&cx.i18n);
    let key = args.key.as_deref();
    let key = key.ok_or_else(|| CliError::Usage(tr!(i18n, "cli-survey-collect-which-key")))?;
    let to = args.to.as_deref();
    let to = to.ok_or_else(|| CliError::Usage(tr!(i18n, "cli-survey-collect-where")))?;
    for path in &args.inbox {
        inbox::check(path, &i18n)?;
    }
    let survey = survey_of(args.definition.as_deref(), key, to, &i18n)?;
    let (key_file, key) = (key, key::open(cx, key)?);
    let refused = |why: CollectError| match why {
        CollectError::OtherKey => {
            CliError::Refused(tr!(i18n, "cli-survey-collect-not-its-key", key = shown(key_file)))
        }
        why => CliError::Refused(why.say(&i18n)),
    };
    let is_new = matches!(Dataset::open(to), Err(DatasetError::NoDataset(_)));
    if let Some(definition) = survey.as_ref().filter(|_| is_new) {
        let found = glance(cx, args, (to, definition), &key).map_err(refused)?;
        // Whoever watches waits for files. Those that another key or survey made will not change.
        let is_awaited = |found: &Nothing| matches!(found, Nothing::Empty | Nothing::NoResponse(_));
        if let Some(found) = found.filter(|found| !args.watch || !is_awaited(found)) {
            return Err(CliError::Refused(inbox::nothing(found, args, definition, &i18n)));
        }
    }
    let mut collector = Collector::open(to, survey, &key).map_err(refused)?;
    if args.watch && cx.terminal && !args.plain && !args.json {
        return live::run(cx, collector, &args.inbox);
    }
    end_on_signals(&collector.stop())?;
    let mut seen = None;
    loop {
        let began = Instant::now();
        let collected = look(cx, &mut collector, args, &i18n).map_err(refused)?;
        let is_cut_short = collected.is_cut_short;
        // While nothing comes, nothing is said.
        if seen.as_ref() != Some(&standing(&collected)) {
            seen = Some(standing(&collected));
            tell(cx, &collector, &collected, args.json)?;
            let found = Nothing::of(&collected.tally, &collected.reasons);
            if let Some(found) = found.filter(|_| !is_cut_short) {
                let words = inbox::nothing(found, args, &collector.dataset().definition, &i18n);
                if !args.watch {
                    return Err(CliError::Refused(words));
                }
                cx.say(&words);
            }
        }
        let wait = (began.elapsed() * 4).clamp(WAIT, LONGEST_WAIT);
        if !args.watch || is_cut_short || waited(wait, &collector.stop()) {
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

/// Looks whether anything in the inbox counts at all, before a dataset is made.
fn glance(
    cx: &mut Context<'_>,
    args: &SurveyCollectArgs,
    new: (&Path, &Definition),
    key: &KeyPair,
) -> Result<Option<Nothing>, CollectError> {
    let mut progress = cx.err_is_terminal.then(|| Progress::new(cx.err, &cx.i18n));
    let found = Collector::glance(&args.inbox, None, new, key, &mut |event| {
        if let (Event::Progress(tally, total), Some(progress)) = (event, &mut progress) {
            progress.show(&tally, total);
        }
    });
    if let Some(mut progress) = progress {
        progress.clear();
    }
    found
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
    tell_not_taken(cx, collector, collected);
    for flagged in summary::flagged(collected, definition, &cx.i18n) {
        cx.say(&format!("! {flagged}"));
    }
    if collected.is_cut_short {
        let text = tr!(cx.i18n, "cli-survey-collect-cut-short");
        cx.say(&text);
    }
    Ok(())
}

/// How much was not taken, and where it is listed.
fn tell_not_taken(cx: &mut Context<'_>, collector: &Collector, collected: &Collected) {
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
}

/// Waits for the next look; true where it is to end instead.
fn waited(wait: Duration, stop: &AtomicBool) -> bool {
    let mut left = wait;
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
