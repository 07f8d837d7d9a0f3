//! The words of a short message.

mod plan;

use super::header;
use crate::app::{Beside, SurveyToast, Toast};
use crate::domain::{Block, DayKind};
use crate::i18n::Say;
use crate::keymap::Action;
use crate::summary::{flag_words, rule_words};
use crate::theme::Role;
use crate::tr;
use crate::tui::view::View;
use crate::tui::words::timetable as words;

/// A short message in the user's language, and the role to draw it in.
pub(crate) fn say(view: &View<'_>, toast: &Toast) -> (Role, String) {
    let i18n = view.i18n;
    let span = |b: &Block| b.span.to_string();
    let name = |b: &Block| view.activity(&b.activity).to_owned();
    let text = match toast {
        Toast::Booked(b, beside) => {
            let worth = b.rating.map(|r| tr!(i18n, "toast-worth", worth = r.get()));
            tr!(i18n, "toast-booked", span = span(b), activity = name(b))
                + &worth.unwrap_or_default()
                + &self::beside(view, beside)
        }
        Toast::Changed(b, beside) => {
            tr!(i18n, "toast-changed", span = span(b), activity = name(b)) + &self::beside(view, beside)
        }
        Toast::BookedSeveral(count) => tr!(
            i18n,
            "toast-booked-several",
            count = *count,
            key = view.key_anywhere(Action::Undo)
        ),
        Toast::Copied(count) => tr!(
            i18n,
            "toast-copied",
            count = *count,
            key = view.key_anywhere(Action::Paste)
        ),
        Toast::NothingCopied => tr!(i18n, "toast-nothing-copied"),
        Toast::NothingToRepeat => tr!(i18n, "toast-nothing-to-repeat"),
        Toast::Plan(about) => return plan::say(view, *about),
        Toast::Marked(DayKind::School) => tr!(i18n, "toast-marked-school"),
        Toast::Marked(DayKind::Off(_)) => tr!(i18n, "toast-marked-off"),
        Toast::MarkedSeveral(..) | Toast::ClosedSeveral(..) => several(view, toast),
        Toast::InTheWay(other) => {
            let block = format!("{} {}", span(&other.1), name(&other.1));
            return (Role::Warning, tr!(i18n, "tui-overlap-with", block = block));
        }
        Toast::CannotNudge(bad) => return (Role::Warning, bad.say(i18n)),
        Toast::FinishLine | Toast::Unsaved | Toast::Flagged(_) => return (Role::Warning, led(view, toast)),
        Toast::OnlyGoalsGo => tr!(i18n, "toast-only-goals-go"),
        Toast::Imported { .. }
        | Toast::ImportAsked(_)
        | Toast::ImportStuck
        | Toast::ImportAnew
        | Toast::NothingToImport => {
            return import(view, toast);
        }
        Toast::Saved => tr!(i18n, "toast-saved"),
        Toast::Decided => return (Role::Warning, tr!(i18n, "toast-decided")),
        Toast::LastSchoolDay => return (Role::Warning, tr!(i18n, "toast-last-school-day")),
        Toast::Survey(said) => return (Role::Warning, survey(view, *said)),
        Toast::Timetable(said) => return words::toast(view, *said),
        Toast::Refused(fault) => return (Role::Error, words::fault(view, fault)),
        Toast::Done(said) => said.clone(),
        Toast::Deleted(b) => tr!(
            i18n,
            "toast-deleted",
            span = span(b),
            activity = name(b),
            key = view.key_anywhere(Action::Undo)
        ),
        Toast::Closed => closed(view),
        Toast::Reopened => tr!(i18n, "toast-reopened"),
        Toast::Undone(what) => tr!(
            i18n,
            "toast-undone",
            what = what.as_str(),
            key = view.key_anywhere(Action::Redo)
        ),
        Toast::Redone(what) => tr!(i18n, "toast-redone", what = what.as_str()),
        Toast::NothingToUndo => tr!(i18n, "toast-nothing-to-undo"),
        Toast::NothingToRedo => tr!(i18n, "toast-nothing-to-redo"),
        Toast::Gone => return (Role::Warning, tr!(i18n, "toast-gone")),
        Toast::GoneTyped => return (Role::Warning, tr!(i18n, "toast-gone-typed")),
        Toast::NoBlock => tr!(i18n, "toast-no-block"),
        Toast::NoSuchDate => tr!(i18n, "toast-no-such-date"),
        Toast::PastMidnight(date) => {
            let words = tr!(i18n, "toast-past-midnight", date = header::date(i18n, *date));
            return (Role::Warning, words);
        }
        Toast::LogsYesterday(date) => {
            let words = tr!(i18n, "toast-logs-yesterday", date = header::date(i18n, *date));
            return (Role::Warning, words);
        }
        Toast::Notice(text) => return (Role::Warning, text.clone()),
        Toast::Failed(text) => return (Role::Error, text.clone()),
    };
    (Role::Toast, text)
}

/// What the survey screen has to say.
fn survey(view: &View<'_>, said: SurveyToast) -> String {
    let i18n = view.i18n;
    match said {
        SurveyToast::NoneJoined => tr!(i18n, "survey-screen-none-joined"),
        SurveyToast::Always => tr!(i18n, "survey-screen-always"),
        SurveyToast::NothingToSend => tr!(i18n, "survey-screen-nothing-to-send"),
        SurveyToast::NothingToWithdraw => tr!(i18n, "survey-screen-nothing-to-withdraw"),
        SurveyToast::Left => tr!(
            i18n,
            "survey-screen-left",
            key = view.key_anywhere(Action::JoinSurvey)
        ),
        SurveyToast::NotBegun(week) => tr!(i18n, "survey-screen-not-begun", week = week.to_string()),
        SurveyToast::FirstWeek(week) => tr!(i18n, "survey-screen-first-week", week = week.to_string()),
        SurveyToast::LastWeek(week) => tr!(i18n, "survey-screen-last-week", week = week.to_string()),
    }
}

/// What comes first or why it is shown, with the keys that lead on.
fn led(view: &View<'_>, toast: &Toast) -> String {
    let (i18n, book) = (view.i18n, view.key(Action::Book));
    let (cancel, quit) = (view.key(Action::Cancel), view.key_anywhere(Action::Quit));
    match toast {
        Toast::Flagged(flag) => tr!(
            i18n,
            "toast-flagged",
            rule = rule_words(flag.rule, i18n),
            beyond = flag_words(flag, i18n),
            key = cancel
        ),
        // Something else lies over the line.
        Toast::Unsaved if book.is_empty() => tr!(i18n, "toast-unsaved-below", quit = quit),
        Toast::Unsaved => tr!(i18n, "toast-unsaved", book = book, quit = quit),
        _ => tr!(i18n, "toast-finish-line", book = book, cancel = cancel),
    }
}

/// What was done to several days at once, and how to take it back.
fn several(view: &View<'_>, toast: &Toast) -> String {
    let (i18n, key) = (view.i18n, view.key_anywhere(Action::Undo));
    match toast {
        Toast::MarkedSeveral(count, kind) => {
            let kind = header::kind(i18n, kind);
            tr!(
                i18n,
                "toast-marked-several",
                count = *count,
                kind = kind,
                key = key
            )
        }
        Toast::ClosedSeveral(days, 0) => tr!(i18n, "toast-closed-several", days = *days, key = key),
        Toast::ClosedSeveral(days, count) => {
            tr!(
                i18n,
                "toast-closed-booked",
                days = *days,
                count = *count,
                key = key
            )
        }
        _ => String::new(),
    }
}

/// What booking a block did to it and to others; empty if nothing.
fn beside(view: &View<'_>, beside: &Beside) -> String {
    let i18n = view.i18n;
    let mut parts = Vec::new();
    if beside.pieces > 1 {
        parts.push(tr!(i18n, "toast-pieces", count = beside.pieces));
    } else if beside.shorter {
        parts.push(tr!(i18n, "toast-shorter"));
    }
    if beside.removed > 0 {
        parts.push(tr!(i18n, "toast-removed", count = beside.removed));
    }
    if beside.cut > 0 {
        parts.push(tr!(i18n, "toast-cut", count = beside.cut));
    }
    if parts.is_empty() {
        return String::new();
    }
    tr!(
        i18n,
        "toast-beside",
        what = parts.join(&tr!(i18n, "toast-beside-and"))
    )
}

/// The messages of an import.
fn import(view: &View<'_>, toast: &Toast) -> (Role, String) {
    let i18n = view.i18n;
    match toast {
        Toast::Imported {
            blocks,
            days,
            entries,
        } => (Role::Toast, imported(view, *blocks, *days, *entries)),
        Toast::ImportAsked(count) => {
            let (take, skip) = (view.key(Action::Accept), view.key(Action::SkipAsked));
            let words = tr!(
                i18n,
                "import-asked-first",
                count = *count,
                key = take,
                skip = skip
            );
            (Role::Warning, words)
        }
        Toast::ImportAnew => (Role::Warning, tr!(i18n, "tui-import-anew")),
        Toast::ImportStuck => (Role::Warning, tr!(i18n, "import-stuck-first")),
        _ => (Role::Toast, tr!(i18n, "import-nothing-new")),
    }
}

/// What came in with a file, and how to take it back.
fn imported(view: &View<'_>, blocks: usize, days: usize, entries: usize) -> String {
    let i18n = view.i18n;
    let mut parts = Vec::new();
    if blocks > 0 {
        parts.push(tr!(i18n, "import-some-blocks", count = blocks));
    }
    if days > 0 {
        parts.push(tr!(i18n, "import-some-days", count = days));
    }
    if entries > 0 {
        parts.push(tr!(i18n, "import-some-entries", count = entries));
    }
    if parts.is_empty() {
        return tr!(i18n, "toast-saved");
    }
    let what = parts.join(&tr!(i18n, "import-comma"));
    let key = view.key_anywhere(Action::Undo);
    tr!(i18n, "import-done", what = what, key = key)
}

/// What day and week came to, in one sentence.
fn closed(view: &View<'_>) -> String {
    let (i18n, figures) = (view.i18n, view.figures());
    let (total, share) = (figures.day.total(), figures.share().unwrap_or(0));
    let used = figures.week.non_teaching();
    let said = match figures.standing.target {
        Some(target) => tr!(
            i18n,
            "toast-closed-target",
            total = total,
            share = share,
            used = used,
            target = target,
            status = header::status(i18n, figures.standing.status)
        ),
        None => tr!(i18n, "toast-closed", total = total, share = share, used = used),
    };
    match view.app.still_open() {
        0 => said,
        count => {
            let key = view.key_anywhere(Action::OpenDays);
            tr!(i18n, "toast-still-open", said = said, count = count, key = key)
        }
    }
}
