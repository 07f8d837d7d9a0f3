//! What the lines of the settings say.

use crate::app::{SettingsGroup, SettingsRow};
use crate::domain::{BellSchedule, SchoolDays};
use crate::figures::{BaselineChoice, GoalSubject, Percent, Rule};
use crate::i18n::{I18n, Lang};
use crate::keymap::{Action, Context};
use crate::settings::Borders;
use crate::summary::subject_words;
use crate::tr;
use crate::tui::view::View;

/// The heading of a group.
pub(in crate::tui) fn group(i18n: &I18n, group: SettingsGroup) -> String {
    match group {
        SettingsGroup::Looks => tr!(i18n, "settings-looks"),
        SettingsGroup::Work => tr!(i18n, "settings-work"),
        SettingsGroup::Data => tr!(i18n, "settings-data"),
    }
}

/// What a goal counts.
pub(in crate::tui) fn subject(view: &View<'_>, subject: &GoalSubject) -> String {
    subject_words(subject, view.app.known().taxonomy(), view.i18n)
}

/// What a line is called.
pub(in crate::tui) fn name(view: &View<'_>, row: &SettingsRow) -> String {
    let i18n = view.i18n;
    match row {
        SettingsRow::Language => tr!(i18n, "settings-language"),
        SettingsRow::Theme => tr!(i18n, "settings-theme"),
        SettingsRow::Borders => tr!(i18n, "settings-borders"),
        SettingsRow::Mouse => tr!(i18n, "settings-mouse"),
        SettingsRow::MainGoal => tr!(i18n, "settings-main-goal"),
        SettingsRow::Goal(what) => tr!(i18n, "settings-goal", what = subject(view, what)),
        SettingsRow::NewGoal => tr!(i18n, "settings-new-goal"),
        SettingsRow::Baseline => tr!(i18n, "settings-baseline"),
        SettingsRow::SchoolDays => tr!(i18n, "settings-school-days"),
        SettingsRow::ReplyWindow => tr!(i18n, "settings-reply-window"),
        SettingsRow::Rules => tr!(i18n, "settings-rules"),
        SettingsRow::AskWorth => tr!(i18n, "settings-ask-worth"),
        SettingsRow::Bells => tr!(i18n, "settings-bells"),
        SettingsRow::Words => tr!(i18n, "settings-words"),
        SettingsRow::DataDir => tr!(i18n, "settings-data-dir"),
        SettingsRow::Backups => tr!(i18n, "settings-backups"),
        SettingsRow::File => tr!(i18n, "settings-file"),
    }
}

/// The value of a line.
pub(in crate::tui) fn value(view: &View<'_>, row: &SettingsRow) -> String {
    let (i18n, prefs) = (view.i18n, view.app.prefs());
    let profile = view.app.known().profile();
    match row {
        SettingsRow::Language if view.app.is_decided(row) => prefs.lang.own_name().to_owned(),
        SettingsRow::Language => language(i18n, prefs.language, prefs.system),
        SettingsRow::Theme => prefs.theme.clone(),
        SettingsRow::Borders => match prefs.borders {
            Borders::Unicode => tr!(i18n, "settings-borders-lines"),
            Borders::Ascii => tr!(i18n, "settings-borders-ascii"),
        },
        SettingsRow::Mouse => switch(i18n, prefs.mouse),
        SettingsRow::MainGoal => percent(view.app.reduction(&GoalSubject::NonTeaching)),
        SettingsRow::Goal(what) => percent(view.app.reduction(what)),
        SettingsRow::NewGoal | SettingsRow::Backups => String::new(),
        SettingsRow::Baseline => match &profile.baseline {
            BaselineChoice::Auto => tr!(i18n, "settings-baseline-auto"),
            BaselineChoice::Weeks(weeks) => tr!(i18n, "settings-baseline-weeks", count = weeks.len()),
            BaselineChoice::Minutes(m) => tr!(i18n, "settings-baseline-minutes", minutes = *m),
        },
        SettingsRow::SchoolDays => school_days(i18n, profile.school_days),
        SettingsRow::ReplyWindow => profile.reply_window.to_string(),
        SettingsRow::Rules => {
            let on = Rule::ALL
                .iter()
                .filter(|rule| profile.rules.is_on(**rule))
                .count();
            tr!(i18n, "settings-rules-value", on = on, all = Rule::ALL.len())
        }
        SettingsRow::AskWorth => switch(i18n, profile.ask_worth),
        SettingsRow::Words if profile.words.is_empty() => String::new(),
        SettingsRow::Words => tr!(i18n, "settings-words-value", count = profile.words.len()),
        SettingsRow::Bells => bells(i18n, &profile.bells_on(view.app.today())),
        SettingsRow::DataDir => prefs.data_dir.clone(),
        SettingsRow::File => match &prefs.file {
            Some(file) => file.clone(),
            None => tr!(i18n, "settings-no-file"),
        },
    }
}

/// On, or off.
fn switch(i18n: &I18n, on: bool) -> String {
    if on {
        tr!(i18n, "settings-on")
    } else {
        tr!(i18n, "settings-off")
    }
}

/// A language by its own name; the system's is named as that.
pub(in crate::tui) fn language(i18n: &I18n, language: Option<Lang>, system: Lang) -> String {
    match language {
        Some(lang) => lang.own_name().to_owned(),
        None => tr!(i18n, "settings-language-system", name = system.own_name()),
    }
}

/// A reduction as it is shown: `-15%`.
pub(in crate::tui) fn percent(percent: Percent) -> String {
    format!("-{percent}%")
}

/// The short names of the weekdays, Monday first.
pub(in crate::tui) fn weekdays(i18n: &I18n) -> [String; 7] {
    [
        tr!(i18n, "weekday-1"),
        tr!(i18n, "weekday-2"),
        tr!(i18n, "weekday-3"),
        tr!(i18n, "weekday-4"),
        tr!(i18n, "weekday-5"),
        tr!(i18n, "weekday-6"),
        tr!(i18n, "weekday-7"),
    ]
}

/// The days by their short names.
fn school_days(i18n: &I18n, days: SchoolDays) -> String {
    let flags = crate::app::weekday_flags(days);
    let named = weekdays(i18n).into_iter().zip(flags);
    let on = named.filter(|(_, on)| *on).map(|(name, _)| name);
    on.collect::<Vec<_>>().join(" ")
}

/// How many lessons, and from when to when.
pub(in crate::tui) fn bells(i18n: &I18n, bells: &BellSchedule) -> String {
    let ends = bells.lessons().next().zip(bells.lessons().next_back());
    let times = ends.and_then(|(first, last)| Some((first.clock_times()?.0, last.clock_times()?.1)));
    let Some((start, end)) = times else {
        return String::new();
    };
    tr!(
        i18n,
        "settings-bells-value",
        count = bells.lessons().count(),
        start = crate::domain::clock(start),
        end = crate::domain::clock(end)
    )
}

/// What a line means, in one sentence.
pub(in crate::tui) fn what(i18n: &I18n, row: &SettingsRow) -> String {
    match row {
        SettingsRow::Language => tr!(i18n, "settings-language-what"),
        SettingsRow::Theme => tr!(i18n, "settings-theme-what"),
        SettingsRow::Borders => tr!(i18n, "settings-borders-what"),
        SettingsRow::Mouse => tr!(i18n, "settings-mouse-what"),
        SettingsRow::MainGoal => tr!(i18n, "settings-main-goal-what"),
        SettingsRow::Goal(_) => tr!(i18n, "settings-goal-what"),
        SettingsRow::NewGoal => tr!(i18n, "settings-new-goal-what"),
        SettingsRow::Baseline => tr!(i18n, "settings-baseline-what"),
        SettingsRow::SchoolDays => tr!(i18n, "settings-school-days-what"),
        SettingsRow::ReplyWindow => tr!(i18n, "settings-reply-window-what"),
        SettingsRow::Rules => tr!(i18n, "settings-rules-what"),
        SettingsRow::AskWorth => tr!(i18n, "settings-ask-worth-what"),
        SettingsRow::Bells => tr!(i18n, "settings-bells-what"),
        SettingsRow::Words => tr!(i18n, "settings-words-what"),
        SettingsRow::DataDir => tr!(i18n, "settings-data-dir-what"),
        SettingsRow::Backups => tr!(i18n, "settings-backups-what"),
        SettingsRow::File => tr!(i18n, "settings-file-what"),
    }
}

/// Where a line is kept; empty for what is kept nowhere.
pub(in crate::tui) fn kept(view: &View<'_>, row: &SettingsRow) -> String {
    let i18n = view.i18n;
    if view.app.is_decided(row) {
        return tr!(i18n, "settings-kept-decided");
    }
    // The keys of the list, also while a menu lies over it.
    let key = |action| {
        let keys = view.app.keymap().keys(Context::Settings, action);
        keys.first().map(|k| k.label()).unwrap_or_default()
    };
    let undo = || key(Action::Undo);
    match row {
        SettingsRow::Goal(_) => tr!(
            i18n,
            "settings-kept-goal",
            key = key(Action::Delete),
            undo = undo()
        ),
        SettingsRow::Backups | SettingsRow::File => String::new(),
        row if row.key().is_some() => tr!(i18n, "settings-kept-file"),
        _ => tr!(i18n, "settings-kept-diary", undo = undo()),
    }
}
