//! `survey collect --watch` on a terminal: the live screen, and a word about the dataset when it is over.

use crate::cli::CliError;
use crate::cli::context::Context;
use crate::cli::desk::FileDesk;
use crate::cli::survey::file::shown;
use crate::cli::ui::keymap;
use crate::keymap::Keymap;
use crate::survey::collector::Collector;
use crate::tr;
use crate::tui::run::{self as screen, Collect, Collected, TuiError};
use std::path::PathBuf;
use std::rc::Rc;

/// Shows it until it is ended.
pub(super) fn run(cx: &mut Context<'_>, collector: Collector, inbox: &[PathBuf]) -> Result<(), CliError> {
    let (theme, trouble) = FileDesk::new(cx).theme_in_force(&cx.i18n);
    let keymap = keymap(cx).map_err(|why| tr!(cx.i18n, "cli-keymap-not-taken", why = why));
    for trouble in trouble.iter().chain(keymap.as_ref().err()) {
        cx.say(trouble);
    }
    let (now, clock, fixed) = (cx.now, cx.clock, cx.fixed_clock);
    let dataset = shown(collector.dataset().folder());
    let Collected { ended, .. } = screen::collect(Collect {
        collector,
        inbox: inbox.to_vec(),
        inbox_shown: inbox.iter().map(|path| shown(path)).collect(),
        dataset_shown: dataset.clone(),
        keymap: keymap.unwrap_or_else(|_| Keymap::built_in()),
        i18n: Rc::clone(&cx.i18n),
        theme,
        borders: cx.config.borders,
        clock: Box::new(move || if fixed { now } else { clock() }),
    })
    .map_err(|why| match why {
        TuiError::Data(why) => CliError::Refused(why),
        TuiError::Terminal(e) => CliError::Output(e),
    })?;
    let Some((collector, Some(collected))) = ended else {
        cx.say(&tr!(cx.i18n, "collecting-ended", path = dataset));
        return Ok(());
    };
    super::tell_not_taken(cx, &collector, &collected);
    let responses: u64 = collected.coverage.weeks.values().map(|week| week.responses).sum();
    let text = tr!(
        cx.i18n,
        "collecting-ended-with",
        path = dataset,
        responses = responses
    );
    cx.say(&text);
    Ok(())
}
