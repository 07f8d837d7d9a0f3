//! `school-days` and `reply-window`: which weekdays have school, and when parents can expect a reply.

use super::CliError;
use super::args::{ReplyWindowAction, SchoolDaysAction};
use super::context::Context;
use crate::diary::Setting;
use crate::domain::{ReplyWindow, SchoolDays, WEEKDAYS};
use crate::i18n::I18n;
use crate::timetable::read_weekday;
use crate::tr;

pub(super) fn school_days(cx: &mut Context<'_>, action: Option<SchoolDaysAction>) -> Result<(), CliError> {
    let wanted = match action.unwrap_or(SchoolDaysAction::Show) {
        SchoolDaysAction::Show => None,
        SchoolDaysAction::Set { days } => Some(read(&days, &cx.i18n)?),
    };
    let mut session = cx.session()?;
    if let Some(days) = wanted {
        session.set(Setting::SchoolDays(days))?;
    }
    let days = session.profile()?.school_days;
    cx.tell(&session);
    cx.print(&format!("{days}\n"))
}

/// Weekdays with commas between them, in any language, each once.
fn read(text: &str, i18n: &I18n) -> Result<SchoolDays, CliError> {
    let read = || {
        let mut flags = [false; 7];
        for word in text.split([',', '，', '、']) {
            let day = read_weekday(word.trim())?;
            let at = WEEKDAYS.iter().position(|d| *d == day)?;
            if std::mem::replace(&mut flags[at], true) {
                return None;
            }
        }
        SchoolDays::from_flags(flags)
    };
    read().ok_or_else(|| CliError::Usage(tr!(i18n, "cli-bad-school-days", text = text)))
}

pub(super) fn reply_window(cx: &mut Context<'_>, action: Option<ReplyWindowAction>) -> Result<(), CliError> {
    let wanted = match action.unwrap_or(ReplyWindowAction::Show) {
        ReplyWindowAction::Show => None,
        ReplyWindowAction::Set { window } => {
            let bad = |_| CliError::Usage(tr!(cx.i18n, "cli-bad-reply-window", text = window.as_str()));
            Some(window.trim().parse::<ReplyWindow>().map_err(bad)?)
        }
    };
    let mut session = cx.session()?;
    if let Some(window) = wanted {
        session.set(Setting::ReplyWindow(window))?;
    }
    let window = session.profile()?.reply_window;
    cx.tell(&session);
    cx.print(&format!("{window}\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_are_read_in_every_language() {
        for (text, days) in [
            ("mon,tue, Saturday", "mon,tue,sat"),
            ("周六，周一", "mon,sat"),
            ("週一、星期天", "mon,sun"),
        ] {
            assert_eq!(read(text, I18n::english()).unwrap().to_string(), days);
        }
        for text in ["", "mon,mon", "mon,", "someday"] {
            assert!(read(text, I18n::english()).is_err(), "{text}");
        }
    }
}
