//! `survey publish`: a file of single responses that anybody may have.

mod settled;

use super::file::shown;
use crate::cli::CliError;
use crate::cli::args::SurveyPublishArgs;
use crate::cli::context::Context;
use crate::domain::WeekId;
use crate::i18n::{I18n, Say};
use crate::survey::collector::{Account, Dataset, Format, PublicFiles, PublishError, publish_parts};
use crate::tr;
use settled::Settled;
use std::path::Path;

pub(super) fn run(cx: &mut Context<'_>, args: &SurveyPublishArgs) -> Result<(), CliError> {
    let output = args.output.as_deref();
    let output = output.ok_or_else(|| CliError::Usage(tr!(cx.i18n, "cli-survey-publish-where")))?;
    let format = format(output, &cx.i18n)?;
    let refused = |why: PublishError, i18n: &I18n| CliError::Refused(why.say(i18n));
    let dataset = Dataset::open(&args.dataset).map_err(|why| refused(why.into(), &cx.i18n))?;
    let weeks = dataset.parts().map_err(|why| refused(why.into(), &cx.i18n))?;
    let own = super::report::publications_of(dataset.folder());
    let folder = args.published.clone().unwrap_or_else(|| own.clone());
    let folders = [own, folder.clone()];
    super::report::warn_of_noise(cx, &folders, &weeks.into_keys().collect::<Vec<WeekId>>())?;
    let in_their_language = I18n::new(cx.i18n.lang());
    let files = PublicFiles::new(output, format, &dataset.definition, in_their_language, cx.today());
    let files = files.map_err(|why| refused(why, &cx.i18n))?;
    let settled = Settled::of(cx, &dataset, &folder, args.yes)?;
    say_weeks(cx, &settled.new, |i18n, weeks| {
        tr!(i18n, "cli-survey-publish-new", weeks = weeks)
    });
    let least = dataset.definition.min_group;
    say_weeks(cx, &settled.withdrawn, |i18n, weeks| {
        tr!(i18n, "cli-survey-publish-withdrawn", weeks = weeks, least = least)
    });
    if settled.weeks.is_empty() && !settled.withdrawn.is_empty() {
        return Err(CliError::Refused(tr!(cx.i18n, "cli-survey-publish-none-left")));
    }
    let prepared = publish_parts(&dataset, &settled.weeks, files, settled.withdrawn.clone());
    let prepared = prepared.map_err(|why| refused(why, &cx.i18n))?;
    let two_groups = settled.settle(&prepared);
    let two_groups = two_groups.map_err(|why| CliError::Refused(why.say(&cx.i18n)))?;
    let account = prepared.finish().map_err(|why| refused(why, &cx.i18n))?;
    cx.print(&format!("{}\n", shown(output)))?;
    cx.out.flush()?;
    let sheet = shown(&PublicFiles::sheet_of(output));
    let text = tr!(
        cx.i18n,
        "cli-survey-published",
        rows = account.rows.to_string(),
        sheet = sheet
    );
    cx.say(&text);
    for text in issues(&account, &cx.i18n) {
        cx.say(&text);
    }
    if let Some([one, other]) = two_groups {
        let (one, other) = (one.as_str(), other.as_str());
        let text = tr!(cx.i18n, "cli-survey-publish-two-groups", one = one, other = other);
        cx.say(&text);
    }
    say_weeks(cx, &settled.late, |i18n, weeks| {
        tr!(i18n, "cli-survey-publish-late", weeks = weeks)
    });
    say_weeks(cx, &settled.too_late, |i18n, weeks| {
        tr!(i18n, "cli-survey-publish-too-late", weeks = weeks)
    });
    say_weeks(cx, &settled.lost, |i18n, weeks| {
        tr!(i18n, "cli-survey-publish-lost", weeks = weeks)
    });
    Ok(())
}

/// Says something of some weeks, where there are any.
fn say_weeks(cx: &mut Context<'_>, weeks: &[WeekId], text: impl Fn(&I18n, String) -> String) {
    if !weeks.is_empty() {
        let text = text(&cx.i18n, list(weeks));
        cx.say(&text);
    }
}

fn list(weeks: &[WeekId]) -> String {
    let weeks: Vec<String> = weeks.iter().map(ToString::to_string).collect();
    weeks.join(", ")
}

/// How many weeks are as they were in which issue of the report.
fn issues(account: &Account, i18n: &I18n) -> Vec<String> {
    let each = account.issues.iter();
    let text = |(issue, weeks): (&u32, &Vec<WeekId>)| {
        tr!(
            i18n,
            "cli-survey-published-issue",
            issue = *issue,
            weeks = weeks.len()
        )
    };
    each.map(text).collect()
}

/// What a file is to be, by the end of its name.
fn format(output: &Path, i18n: &I18n) -> Result<Format, CliError> {
    let is = |ending: &str| output.extension().is_some_and(|e| e.eq_ignore_ascii_case(ending));
    match (is("parquet"), is("csv")) {
        (true, _) => Ok(Format::Parquet),
        (_, true) => Ok(Format::Csv),
        _ => Err(CliError::Usage(tr!(
            i18n,
            "cli-survey-publish-ending",
            file = shown(output)
        ))),
    }
}
