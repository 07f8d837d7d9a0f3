//! A line to be typed over a screen.

use super::{baseline, frame, timetable};
use crate::app::{Prompt, SettingsRow, Wanted, Wrong, read_minutes};
use crate::domain::DayKind;
use crate::figures::{BadRule, Baseline, BaselineChoice};
use crate::i18n::{I18n, Say};
use crate::summary::rule_words;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::field;
use crate::tui::widgets::message;
use crate::tui::words::settings as words;

/// Draws the line, with what is wrong with it below, or how it is written.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, prompt: &Prompt) {
    let i18n = view.i18n;
    match &prompt.wanted {
        Wanted::Reason | Wanted::ReasonFor(_) => {
            let inside = frame::open(canvas, &tr!(i18n, "tui-day-off-other"), 52, 3);
            field::draw(canvas, frame::row(inside, 0), "", &prompt.line, "", 0..0);
            if let Err(e) = DayKind::off(prompt.line.text()) {
                let wrong = tr!(
                    i18n,
                    "tui-reason-too-long",
                    length = e.0,
                    most = DayKind::LONGEST_REASON
                );
                canvas.text(frame::row(inside, 2), Role::Error, &wrong);
            }
        }
        Wanted::BaselineMinutes => {
            let inside = frame::open(canvas, &tr!(i18n, "tui-baseline-type"), 56, 3);
            field::draw(canvas, frame::row(inside, 0), "", &prompt.line, "", 0..0);
            let below = match read_minutes(prompt.line.text()) {
                _ if prompt.line.is_empty() => None,
                Ok(BaselineChoice::Minutes(minutes)) => {
                    baseline::worth(view, &Baseline::typed(minutes)).map(|words| (Role::Title, words))
                }
                Ok(_) => None,
                Err(wrong) => Some((Role::Error, wrong.say(i18n))),
            };
            if let Some((role, words)) = below {
                message::draw_wrapped(canvas, frame::below(inside, 1), role, &words);
            }
        }
        Wanted::Timetable(line) => timetable::draw_line(view, canvas, line, &prompt.line),
        Wanted::Setting(setting) => {
            draw_value(
                view,
                canvas,
                prompt,
                &words::name(view, setting),
                how(i18n, setting),
            );
        }
        Wanted::Rule(rule) => {
            let how = tr!(i18n, "settings-rule-how", fits = rule.fits_words(i18n));
            draw_value(view, canvas, prompt, &rule_words(*rule, i18n), how);
        }
    }
}

/// A value with what is wrong with it, or else how it is written.
fn draw_value(view: &View<'_>, canvas: &mut Canvas<'_>, prompt: &Prompt, title: &str, how: String) {
    let columns = usize::from(canvas.area().width.saturating_sub(8)).min(72);
    let inside = frame::open(canvas, title, columns, 4);
    field::draw(
        canvas,
        frame::row(inside, 0),
        "",
        &prompt.line,
        &prompt.hint,
        0..0,
    );
    let (role, below) = match &prompt.wrong {
        Some(wrong) => (Role::Error, refusal(view, wrong)),
        None => (Role::Muted, how),
    };
    let room = usize::from(inside.width).max(1);
    for (n, line) in text::wrap(&below, room).iter().take(2).enumerate() {
        canvas.text(frame::row(inside, 2 + n), role, line);
    }
}

/// How a value is written.
fn how(i18n: &I18n, setting: &SettingsRow) -> String {
    match setting {
        SettingsRow::Goal(_) => tr!(i18n, "settings-goal-how"),
        SettingsRow::ReplyWindow => tr!(i18n, "config-fits-reply-window"),
        SettingsRow::Bells => tr!(i18n, "settings-bells-how"),
        SettingsRow::DataDir => tr!(i18n, "settings-data-dir-how"),
        _ => tr!(i18n, "settings-percent-how"),
    }
}

/// Why a value cannot be taken.
fn refusal(view: &View<'_>, wrong: &Wrong) -> String {
    let i18n = view.i18n;
    match wrong {
        Wrong::Percent => tr!(i18n, "settings-percent-how"),
        Wrong::MainGoalStays => tr!(i18n, "settings-main-goal-stays"),
        Wrong::Window => tr!(i18n, "config-fits-reply-window"),
        Wrong::Bells(bad) => crate::tui::words::timetable::periods_refusal(i18n, bad),
        Wrong::BellsInUse(lost) => {
            let entry = crate::tui::words::timetable::entry(view, lost);
            tr!(i18n, "timetable-bells-lost", entry = entry)
        }
        Wrong::Rule(BadRule::Value { rule, text }) => tr!(
            i18n,
            "rule-bad-value",
            rule = rule_words(*rule, i18n),
            text = text.as_str(),
            fits = rule.fits_words(i18n)
        ),
        Wrong::Rule(bad) => bad.say(i18n),
        Wrong::Folder => tr!(i18n, "settings-data-dir-how"),
        Wrong::SameFolder => tr!(i18n, "settings-data-dir-same"),
    }
}
