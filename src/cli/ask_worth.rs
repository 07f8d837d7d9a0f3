//! `ask-worth`: whether a meeting's worth is asked when it is logged.

use super::CliError;
use super::args::AskWorthAction;
use super::context::Context;
use crate::diary::Setting;

pub(super) fn run(cx: &mut Context<'_>, action: Option<AskWorthAction>) -> Result<(), CliError> {
    let wanted = match action.unwrap_or(AskWorthAction::Show) {
        AskWorthAction::Show => None,
        AskWorthAction::On => Some(true),
        AskWorthAction::Off => Some(false),
    };
    let mut session = cx.session()?;
    let asked = session.profile()?.ask_worth;
    if let Some(ask) = wanted.filter(|ask| *ask != asked) {
        session.set(Setting::AskWorth(ask))?;
    }
    cx.tell(&session);
    cx.print(if wanted.unwrap_or(asked) { "on\n" } else { "off\n" })
}
