//! No command: the terminal UI on today.

use super::CliError;
use super::context::Context;
use crate::i18n::I18n;
use crate::theme::Theme;
use crate::tr;
use crate::tui::run::{Options, TuiError};

pub(super) fn run(cx: &mut Context<'_>) -> Result<u8, CliError> {
    if !cx.terminal {
        return Err(CliError::Usage(tr!(cx.i18n, "cli-no-terminal")));
    }
    let theme = if cx.no_color {
        Theme::mono()
    } else {
        Theme::shipped(&cx.config.theme).unwrap_or_else(Theme::built_in)
    };
    let (clock, now, fixed) = (cx.clock, cx.now, cx.fixed_clock);
    let options = Options {
        store: cx.store.clone(),
        i18n: I18n::new(cx.i18n.lang()),
        theme,
        borders: cx.config.borders,
        clock: Box::new(move || if fixed { now } else { clock() }),
    };
    match crate::tui::run(options) {
        Ok(exit) => Ok(exit.status()),
        Err(TuiError::Data(why)) => Err(CliError::Refused(why)),
        Err(TuiError::Terminal(why)) => Err(CliError::Output(why)),
    }
}
