//! The words of a short message about what the timetable has for the day.

use crate::app::PlanToast;
use crate::keymap::Action;
use crate::theme::Role;
use crate::tr;
use crate::tui::view::View;
use crate::tui::widgets::header;

/// The message in the user's language, and the role to draw it in.
pub(super) fn say(view: &View<'_>, about: PlanToast) -> (Role, String) {
    let i18n = view.i18n;
    let key = |action| view.key_anywhere(action);
    match about {
        PlanToast::Confirmed(count, waits) => (Role::Toast, confirmed(view, count, waits)),
        PlanToast::NothingWaits => (Role::Toast, tr!(i18n, "toast-nothing-waits")),
        PlanToast::IsLogged(count) => (Role::Toast, tr!(i18n, "toast-is-logged", count = count)),
        PlanToast::AllTaken(count) => {
            let words = tr!(i18n, "toast-all-taken", count = count, key = key(Action::Confirm));
            (Role::Warning, words)
        }
        PlanToast::ConfirmFirst => {
            let (confirm, edit) = (key(Action::Confirm), key(Action::Edit));
            let words = tr!(i18n, "toast-confirm-first", confirm = confirm, edit = edit);
            (Role::Warning, words)
        }
        PlanToast::Dismissed(count) => {
            let words = tr!(i18n, "toast-dismissed", count = count, key = key(Action::Undo));
            (Role::Toast, words)
        }
        PlanToast::Follows(Some(like)) => {
            let date = header::date(i18n, like);
            (Role::Toast, tr!(i18n, "toast-follows", date = date))
        }
        PlanToast::Follows(None) => (Role::Toast, tr!(i18n, "toast-follows-own")),
    }
}

/// What was planned is booked; and what of it still waits.
fn confirmed(view: &View<'_>, count: usize, waits: usize) -> String {
    let i18n = view.i18n;
    let key = view.key_anywhere(Action::Undo);
    let mut out = tr!(i18n, "toast-confirmed", count = count, key = key);
    if waits > 0 {
        let what = tr!(i18n, "toast-still-waits", count = waits);
        out += &tr!(i18n, "toast-beside", what = what);
    }
    out
}
