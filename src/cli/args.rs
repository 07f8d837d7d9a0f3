//! The commands and their arguments. Help texts come from the Fluent files, by command and argument name.

mod cluster;
mod import;
mod report;
mod rules;
mod summary;
mod survey;
mod timetable;

#[cfg(feature = "cluster")]
pub(super) use cluster::ExecutorArgs;
pub(super) use cluster::{ClusterAction, ClusterArgs};
pub(super) use import::{ImportArgs, ImportFormat, WordsAction};
pub(super) use report::SurveyReportArgs;
pub(super) use rules::{AskWorthAction, RulesAction};
pub(super) use summary::{SummaryFormat, TrendArgs, WeekArgs, WriteArgs};
pub(super) use survey::{
    CodebookFormat, SurveyAction, SurveyCellsArgs, SurveyCollectArgs, SurveyHistoryArgs, SurveyJoinArgs,
    SurveyNewArgs, SurveyPublishArgs, SurveySendArgs, SurveySimulateArgs,
};
pub(super) use timetable::{BellsAction, TermAction, TimetableAction, TimetableFormat, TimetableImportArgs};

use crate::i18n::{I18n, Lang};
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;

#[derive(Debug, Parser)]
#[command(name = "jianfu", version, disable_help_subcommand = true)]
pub(super) struct Cli {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// The options of every command. Folder, file and language are in force before this is parsed, because help and errors
/// speak that language; here they are explained, and bad values refused.
#[derive(Debug, Args)]
pub(super) struct Global {
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) data_dir: Option<PathBuf>,
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    #[arg(long, global = true, value_name = "LANG")]
    pub(super) lang: Option<Lang>,
    #[arg(long, global = true, value_name = "TIME", value_parser = parse_now)]
    pub(super) now: Option<chrono::NaiveDateTime>,
    #[arg(long, global = true)]
    pub(super) no_color: bool,
}

/// Reads `2026-11-20T17:30`, with seconds or without.
pub(super) fn parse_now(text: &str) -> Result<chrono::NaiveDateTime, String> {
    let formats = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"];
    let parsed = formats
        .iter()
        .find_map(|f| chrono::NaiveDateTime::parse_from_str(text, f).ok());
    let time = parsed.ok_or_else(|| "write it like 2026-11-20T17:30".to_owned())?;
    crate::domain::check_date(time.date())
        .map(|_| time)
        .map_err(|e| e.to_string())
}

#[derive(Debug, Clone, Copy, Args)]
#[group(multiple = false)]
pub(super) struct OverlapArgs {
    #[arg(long)]
    trim: bool,
    #[arg(long)]
    replace: bool,
    #[arg(long)]
    parallel: bool,
}

impl OverlapArgs {
    pub(super) const fn policy(self) -> crate::diary::OnOverlap {
        use crate::diary::OnOverlap;
        match self {
            Self { trim: true, .. } => OnOverlap::Trim,
            Self { replace: true, .. } => OnOverlap::Replace,
            Self { parallel: true, .. } => OnOverlap::Parallel,
            _ => OnOverlap::Refuse,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Add(AddArgs),
    Day(DayArgs),
    Edit(EditArgs),
    Remove(RemoveArgs),
    Undo,
    Redo,
    Log(LogArgs),
    Week(WeekArgs),
    Trend(TrendArgs),
    Status(StatusArgs),
    Baseline {
        #[command(subcommand)]
        action: Option<BaselineAction>,
    },
    Goal {
        #[command(subcommand)]
        action: Option<GoalAction>,
    },
    SchoolDays {
        #[command(subcommand)]
        action: Option<SchoolDaysAction>,
    },
    ReplyWindow {
        #[command(subcommand)]
        action: Option<ReplyWindowAction>,
    },
    Rules {
        #[command(subcommand)]
        action: Option<RulesAction>,
    },
    AskWorth {
        #[command(subcommand)]
        action: Option<AskWorthAction>,
    },
    Activity {
        #[command(subcommand)]
        action: Option<ActivityAction>,
    },
    Timetable {
        #[command(subcommand)]
        action: Option<TimetableAction>,
    },
    Survey {
        #[command(subcommand)]
        action: Option<SurveyAction>,
    },
    Import(ImportArgs),
    Export(ExportArgs),
    Backup {
        #[command(subcommand)]
        action: Option<BackupAction>,
    },
    Check(CheckArgs),
    Config {
        #[command(subcommand)]
        action: Option<ConfigAction>,
    },
    Completions(CompletionsArgs),
    Man,
    Demo,
}

impl Command {
    /// Whether it works on the teacher's data, so that it must be known where they lie.
    pub(super) const fn needs_data(&self) -> bool {
        match self {
            Self::Config { .. } | Self::Completions(_) | Self::Man | Self::Demo => false,
            Self::Survey { action: Some(action) } => action.needs_data(),
            _ => true,
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct AddArgs {
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(super) date: Option<String>,
    #[command(flatten)]
    pub(super) overlap: OverlapArgs,
    #[arg(required = true, value_name = "ENTRY")]
    pub(super) entries: Vec<String>,
}

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command")]
pub(super) struct DayArgs {
    #[arg(value_name = "DATE[..DATE]", allow_hyphen_values = true)]
    pub(super) date: Option<String>,
    #[arg(long)]
    pub(super) json: bool,
    #[arg(long)]
    pub(super) fill: bool,
    #[arg(long, value_name = "PERIOD|TIME")]
    pub(super) dismiss: Vec<String>,
    #[arg(long, conflicts_with = "reopen")]
    pub(super) close: bool,
    #[arg(long)]
    pub(super) reopen: bool,
    #[arg(long, value_name = "REASON", conflicts_with = "school")]
    pub(super) off: Option<String>,
    #[arg(long)]
    pub(super) school: bool,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true, conflicts_with = "off")]
    pub(super) like: Option<String>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(super) copy_from: Option<String>,
    #[command(flatten)]
    pub(super) overlap: OverlapArgs,
}

#[derive(Debug, Args)]
pub(super) struct EditArgs {
    #[arg(value_name = "ID")]
    pub(super) id: String,
    #[arg(required = true, value_name = "ENTRY")]
    pub(super) entry: Vec<String>,
    #[command(flatten)]
    pub(super) overlap: OverlapArgs,
}

#[derive(Debug, Args)]
pub(super) struct RemoveArgs {
    #[arg(required = true, value_name = "ID")]
    pub(super) ids: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct LogArgs {
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(super) from: Option<String>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(super) to: Option<String>,
    #[arg(long, value_name = "WHAT")]
    pub(super) category: Vec<String>,
    #[arg(long, value_name = "TEXT")]
    pub(super) search: Option<String>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct StatusArgs {
    #[arg(long)]
    pub(super) short: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum BaselineAction {
    Show,
    Weeks {
        #[arg(required = true, value_name = "WEEK", allow_negative_numbers = true)]
        weeks: Vec<String>,
    },
    Minutes {
        #[arg(value_name = "N")]
        minutes: u32,
    },
    Auto,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Preset {
    Reports,
    Parents,
    Meetings,
    Inspections,
    All,
}

#[derive(Debug, Subcommand)]
pub(super) enum GoalAction {
    Show,
    Set {
        #[arg(value_name = "WHAT")]
        what: String,
        #[arg(value_name = "PERCENT")]
        percent: String,
    },
    Off {
        #[arg(value_name = "WHAT")]
        what: String,
    },
    Preset {
        #[arg(value_name = "NAME")]
        name: Preset,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum SchoolDaysAction {
    Show,
    Set {
        #[arg(value_name = "DAYS")]
        days: String,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum ReplyWindowAction {
    Show,
    Set {
        #[arg(value_name = "FROM-TO")]
        window: String,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum ActivityAction {
    Show,
    Add {
        #[arg(value_name = "CATEGORY/CODE")]
        activity: String,
        #[arg(value_name = "NAME")]
        name: String,
        #[arg(long, value_name = "LETTERS", default_value = "")]
        py: String,
    },
    Remove {
        #[arg(value_name = "CATEGORY/CODE")]
        activity: String,
    },
    Words {
        #[command(subcommand)]
        action: Option<WordsAction>,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum FileFormat {
    Jsonl,
}

#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    #[arg(long, value_name = "FORMAT", default_value = "jsonl")]
    pub(super) format: FileFormat,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(super) from: Option<String>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(super) to: Option<String>,
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    #[arg(long)]
    pub(super) without_surveys: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum BackupAction {
    Now,
    List,
    Restore {
        #[arg(value_name = "NAME")]
        name: String,
    },
}

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    #[arg(long)]
    pub(super) repair: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum ConfigAction {
    Show,
    Keymap,
    Edit,
    Path,
    Set {
        #[arg(value_name = "KEY")]
        key: String,
        #[arg(value_name = "VALUE")]
        value: String,
    },
}

#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    #[arg(value_name = "SHELL")]
    pub(super) shell: clap_complete::Shell,
}

/// Reads the command line. What is wrong with it, or the help that it asks for, is in the user's language; mostly there is
/// neither, and no text is looked up.
pub(super) fn read(args: &[OsString], i18n: &I18n) -> Result<Cli, clap::Error> {
    let read = |command: clap::Command| {
        let matches = command.try_get_matches_from(args)?;
        Cli::from_arg_matches(&matches)
    };
    read(Cli::command()).or_else(|_| read(command(i18n)))
}

/// The command line with its help in the user's language.
pub(super) fn command(i18n: &I18n) -> clap::Command {
    let help = i18n.format("help-help", &[]);
    let version = i18n.format("help-version", &[]);
    localise(Cli::command(), "help", i18n)
        .after_help(i18n.format("help-after", &[]))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(
            clap::Arg::new("help")
                .short('h')
                .long("help")
                .global(true)
                .action(clap::ArgAction::Help)
                .help(help),
        )
        .arg(
            clap::Arg::new("version")
                .short('V')
                .long("version")
                .action(clap::ArgAction::Version)
                .help(version),
        )
}

/// Gives a command, its arguments and its subcommands the texts `help-…` named after them.
fn localise(command: clap::Command, id: &str, i18n: &I18n) -> clap::Command {
    let text = |id: &str| i18n.format(id, &[]);
    let about = if id == "help" {
        "help-about".to_owned()
    } else {
        id.to_owned()
    };
    let command = command.about(text(&about)).mut_args(|arg| {
        let name = arg.get_id().as_str().replace('_', "-");
        let shared = format!("help-arg-{name}");
        let own = format!("{id}-{name}");
        // At the top `help-config` is the command of that name.
        let message = if id != "help" && i18n.has(&own) {
            own
        } else {
            shared
        };
        arg.help(text(&message))
    });
    let names: Vec<String> = command
        .get_subcommands()
        .map(|c| c.get_name().to_owned())
        .collect();
    names.into_iter().fold(command, |command, name| {
        let id = format!("{id}-{name}");
        command.mut_subcommand(name, |sub| localise(sub, &id, i18n))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_and_argument_has_help_in_every_language() {
        for lang in Lang::ALL {
            // A missing text is a failed debug assertion in `I18n::format`.
            command(&I18n::new(lang)).debug_assert();
        }
    }

    #[test]
    fn the_clock_is_read_with_and_without_seconds() {
        assert_eq!(parse_now("2026-11-20T17:30"), parse_now("2026-11-20T17:30:00"));
        assert!(parse_now("2026-11-20").is_err() && parse_now("1950-01-01T00:00").is_err());
    }
}
