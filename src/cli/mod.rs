//! The commands: parse, resolve, run. One file a verb.

mod activity;
mod add;
mod args;
mod ask_worth;
mod backup;
mod baseline;
mod check;
mod config;
mod context;
mod dates;
mod day;
mod demo;
mod desk;
mod edit;
mod editor;
mod error;
mod export;
mod goal;
mod history;
mod import;
mod log;
mod rules;
mod school_days;
mod shell;
mod status;
mod subject;
mod summary;
mod survey;
mod timetable;
mod trend;
mod ui;
mod week;
mod worth;

pub use context::Environment;

use args::Command;
use context::Context;
use error::CliError;

use crate::i18n::{I18n, Say};
use crate::settings::{ConfigError, ConfigFault, Layers, Resolved};
use crate::store::Store;
use std::ffi::OsString;
use std::rc::Rc;

/// Runs the program and returns its exit status: 0 done, 1 refused or failed, 2 usage.
#[must_use]
pub fn run(env: Environment<'_>) -> u8 {
    // A prompt asks for the version often and waits for nothing else.
    if matches!(env.args.as_slice(), [_, only] if only == "--version" || only == "-V") {
        let _ = writeln!(env.out, "jianfu {}", env!("CARGO_PKG_VERSION"));
        return 0;
    }
    let Environment {
        args,
        clock,
        zone,
        locale,
        places,
        interactive,
        terminal,
        no_color,
        out,
        err,
        out_is_terminal,
        err_is_terminal,
    } = env;
    let args = whole_notes(args);
    let early = early_layers(&args, locale);
    let Resolved {
        config,
        file,
        faults,
        lost,
    } = early.resolve(places.as_ref());
    let i18n = Rc::new(I18n::new(config.language.unwrap_or(crate::i18n::Lang::En)));
    let cli = match args::read(&args, &i18n) {
        Ok(cli) => cli,
        Err(e) => {
            let text = e.render();
            let to: &mut dyn std::io::Write = if e.use_stderr() { err } else { out };
            let _ = write!(to, "{text}");
            return u8::try_from(e.exit_code()).unwrap_or(2);
        }
    };
    let mut troubles = Vec::new();
    for fault in faults {
        let trouble = fault.say(&i18n) + &passed_over(&fault, &i18n);
        let _ = writeln!(err, "jianfu: {trouble}");
        troubles.push(trouble);
    }
    let data_dir = config.data_dir.clone();
    if data_dir.is_none() {
        let needed = cli.command.as_ref().is_none_or(Command::needs_data);
        if let Some(why) = nowhere(lost.as_ref(), needed, &i18n) {
            let _ = writeln!(err, "jianfu: {why}");
        }
        if needed {
            return 1;
        }
    }
    let from_variable = || variable("JIANFU_NOW").map(|t| args::parse_now(&t));
    let fixed_now = match cli.global.now.map(Ok).or_else(from_variable).transpose() {
        Ok(now) => now,
        Err(why) => {
            let _ = writeln!(err, "jianfu: JIANFU_NOW: {why}");
            return 2;
        }
    };
    let mut context = Context {
        store: Store::at(data_dir.unwrap_or_default()).with_config(&config),
        now: fixed_now.unwrap_or_else(clock),
        fixed_clock: fixed_now.is_some(),
        clock,
        zone,
        i18n,
        config,
        file,
        layers: early,
        places,
        troubles,
        interactive,
        terminal,
        no_color: no_color || cli.global.no_color,
        out,
        out_is_terminal,
        err,
        err_is_terminal,
        told: Vec::new(),
    };
    match dispatch(&mut context, cli.command).and_then(|status| Ok(context.out.flush().map(|()| status)?)) {
        Ok(status) => status,
        Err(error) => {
            if let Some(message) = error.message(&context.i18n) {
                context.say(&format!("jianfu: {message}"));
            }
            if let CliError::Entry(entry, text) = &error
                && err_is_terminal
            {
                context.say(&entry.pointer(text));
            }
            error.status()
        }
    }
}

/// What to say where nothing says where the data lie; `lost` is what is wrong with the configuration. None where nobody
/// asked.
fn nowhere(lost: Option<&ConfigError>, needed: bool, i18n: &I18n) -> Option<String> {
    let why = lost.map(|why| why.say(i18n));
    if !needed {
        return why;
    }
    Some(match why {
        Some(why) => crate::tr!(i18n, "config-data-unknown", why = why),
        None => crate::tr!(i18n, "cli-no-home"),
    })
}

/// What a fault of the configuration costs: its key, or all of the file.
fn passed_over(fault: &ConfigError, i18n: &I18n) -> String {
    match fault.fault {
        ConfigFault::NoKey(_) | ConfigFault::Value { .. } => crate::tr!(i18n, "config-key-passed-over"),
        _ => crate::tr!(i18n, "config-defaults-used"),
    }
}

fn dispatch(cx: &mut Context<'_>, command: Option<Command>) -> Result<u8, CliError> {
    let done = |result: Result<(), CliError>| result.map(|()| 0);
    match command {
        None => ui::run(cx, ui::Keep::All),
        Some(Command::Add(args)) => done(add::run(cx, &args)),
        Some(Command::Day(args)) => done(day::run(cx, &args)),
        Some(Command::Edit(args)) => done(edit::run(cx, &args)),
        Some(Command::Remove(args)) => done(edit::remove(cx, &args)),
        Some(Command::Undo) => done(history::undo(cx)),
        Some(Command::Redo) => done(history::redo(cx)),
        Some(Command::Log(args)) => done(log::run(cx, &args)),
        Some(Command::Week(args)) => done(week::run(cx, &args)),
        Some(Command::Trend(args)) => done(trend::run(cx, &args)),
        Some(Command::Status(args)) => done(status::run(cx, &args)),
        Some(Command::Baseline { action }) => done(baseline::run(cx, action)),
        Some(Command::Goal { action }) => done(goal::run(cx, action)),
        Some(Command::SchoolDays { action }) => done(school_days::school_days(cx, action)),
        Some(Command::ReplyWindow { action }) => done(school_days::reply_window(cx, action)),
        Some(Command::Rules { action }) => done(rules::run(cx, action)),
        Some(Command::AskWorth { action }) => done(ask_worth::run(cx, action)),
        Some(Command::Activity { action }) => done(activity::run(cx, action)),
        Some(Command::Timetable { action }) => done(timetable::run(cx, action)),
        Some(Command::Survey { action }) => done(survey::run(cx, action)),
        Some(Command::Import(args)) => done(import::run(cx, &args)),
        Some(Command::Export(args)) => done(export::run(cx, &args)),
        Some(Command::Backup { action }) => done(backup::run(cx, action)),
        Some(Command::Check(args)) => done(check::run(cx, &args)),
        Some(Command::Config { action }) => done(config::run(cx, action)),
        Some(Command::Completions(args)) => done(shell::completions(cx, &args)),
        Some(Command::Man) => done(shell::man(cx)),
        Some(Command::Demo) => demo::run(cx),
    }
}

/// What flags and environment say about language and files, before the command line is parsed: its help and its errors
/// are in the user's language too.
fn early_layers(args: &[OsString], locale: Option<String>) -> Layers {
    let flag = |name: &str| {
        let mut args = args.iter().map(|a| a.to_string_lossy());
        while let Some(arg) = args.next() {
            match arg.strip_prefix(name) {
                Some("") => return args.next().map(std::borrow::Cow::into_owned),
                Some(rest) if rest.starts_with('=') => return Some(rest[1..].to_owned()),
                _ if arg == "--" => break,
                _ => {}
            }
        }
        None
    };
    let said = |name: &str, from: &str| flag(name).or_else(|| variable(from));
    Layers {
        config: said("--config", "JIANFU_CONFIG").map(Into::into),
        data_dir: said("--data-dir", "JIANFU_DATA_DIR").map(Into::into),
        lang: said("--lang", "JIANFU_LANG").and_then(|l| l.parse().ok()),
        locale,
    }
}

/// Makes `edit ID -- my note` mean what it says: everything after `--` is one entry that begins with it. Without this
/// the command line would take the `--` for its own.
fn whole_notes(mut args: Vec<OsString>) -> Vec<OsString> {
    let is_edit = args
        .iter()
        .skip(1)
        .find(|a| !a.to_string_lossy().starts_with('-'))
        .is_some_and(|a| a == "edit");
    let starts_note = |a: &OsString| a == "--" || a.to_string_lossy().starts_with("-- ");
    let Some(at) = args.iter().position(starts_note).filter(|_| is_edit) else {
        return args;
    };
    let note = args.split_off(at);
    let words: Vec<String> = note.iter().map(|w| w.to_string_lossy().into_owned()).collect();
    args.extend(["--".into(), words.join(" ").into()]);
    args
}

/// An environment variable; none where it is not set or empty.
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|v| !v.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn a_note_alone_is_one_entry() {
        let of = |args: &[&str]| {
            let whole = whole_notes(args.iter().map(OsString::from).collect());
            whole
                .iter()
                .map(|a| a.to_string_lossy().into_owned())
                .collect::<Vec<_>>()
                .join("|")
        };
        assert_eq!(
            of(&["jianfu", "edit", "x1", "--", "my", "note"]),
            "jianfu|edit|x1|--|-- my note"
        );
        assert_eq!(
            of(&["jianfu", "edit", "x1", "-- my note"]),
            "jianfu|edit|x1|--|-- my note"
        );
        assert_eq!(of(&["jianfu", "add", "--", "x"]), "jianfu|add|--|x");
    }

    #[test]
    fn the_language_is_known_before_the_arguments_are_parsed() {
        let said = |args: &[&str]| {
            let args: Vec<OsString> = args.iter().map(OsString::from).collect();
            early_layers(&args, None).lang
        };
        assert_eq!(said(&["jianfu", "--lang", "en", "day"]), Some(Lang::En));
        assert_eq!(said(&["jianfu", "day", "--lang=zh-Hant"]), Some(Lang::ZhHant));
        assert_eq!(said(&["jianfu", "add", "--", "--lang", "en"]), None);
    }
}
