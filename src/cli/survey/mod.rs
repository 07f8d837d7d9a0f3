//! `survey`: the coordinator's first step, and the teacher's part from joining to taking back. One file a verb.

mod answer;
mod ask;
mod bundle;
mod cells;
mod choose;
mod cluster;
mod codebook;
mod collect;
mod file;
mod history;
mod join;
mod key;
mod leave;
mod lines;
mod list;
mod new;
mod preview;
mod publish;
mod report;
mod respond;
mod show;
mod simulate;
mod standing;
mod withdraw;

use super::CliError;
use super::args::{SurveyAction, command};
use super::context::Context;
use crate::i18n::{I18n, Say};
use crate::survey::{ChangeError, RESPONSE_SCHEMA, RespondError, SealError};
use crate::tr;
use std::ffi::OsString;
use std::path::Path;

pub(super) fn run(cx: &mut Context<'_>, action: Option<SurveyAction>) -> Result<(), CliError> {
    match action.unwrap_or(SurveyAction::List { json: false }) {
        SurveyAction::List { json } => list::run(cx, json),
        SurveyAction::New(args) => new::run(cx, &args),
        SurveyAction::Show { file } => show::run(cx, &file),
        SurveyAction::Join(args) => join::run(cx, &args),
        SurveyAction::Answer { survey, answers } => answer::run(cx, survey.as_deref(), &answers),
        SurveyAction::Leave { survey } => leave::run(cx, survey.as_deref()),
        SurveyAction::Preview { week, raw, survey } => {
            preview::run(cx, survey.as_deref(), week.as_deref(), raw)
        }
        SurveyAction::Respond { weeks, send } => respond::run(cx, &weeks, &send),
        SurveyAction::Withdraw { weeks, send } => withdraw::run(cx, &weeks, &send),
        SurveyAction::History(args) => history::run(cx, &args),
        SurveyAction::Bundle { files, output } => bundle::run(cx, &files, output.as_deref()),
        SurveyAction::Codebook { file, format, output } => {
            codebook::run(cx, &file, format, output.as_deref())
        }
        SurveyAction::Collect(args) => collect::run(cx, &args),
        SurveyAction::Publish(args) => publish::run(cx, &args),
        SurveyAction::Simulate(args) => simulate::run(cx, &args),
        SurveyAction::Cells(args) => cells::run(cx, &args),
        SurveyAction::Report(args) => report::run(cx, &args),
        SurveyAction::Cluster { action } => cluster::run(cx, &action),
        SurveyAction::Schema => cx.print(RESPONSE_SCHEMA),
        SurveyAction::Unknown(words) => Err(unknown(&words, &cx.i18n)),
    }
}

/// That a command is not one of those that there are.
fn unknown(words: &[OsString], i18n: &I18n) -> CliError {
    let word = words
        .first()
        .map(|w| file::shown(Path::new(w)))
        .unwrap_or_default();
    let known = command(i18n);
    let known = known.find_subcommand("survey").into_iter();
    let known = known
        .flat_map(clap::Command::get_subcommands)
        .map(clap::Command::get_name);
    let known = known.collect::<Vec<_>>().join(", ");
    CliError::Usage(tr!(i18n, "cli-survey-unknown", word = word, known = known))
}

/// Why nothing was changed, as a command says it.
fn not_changed(why: ChangeError, i18n: &I18n) -> CliError {
    match why {
        ChangeError::Store(why) => CliError::Store(why),
        why => CliError::Refused(why.say(i18n)),
    }
}

/// Why nothing was written, as a command says it.
fn failed(why: RespondError, i18n: &I18n) -> CliError {
    match why {
        RespondError::Store(why) => CliError::Store(why),
        RespondError::Seal(SealError::Io(folder, why)) => file::no_folder(&folder, why, i18n),
        why => CliError::Refused(why.say(i18n)),
    }
}
