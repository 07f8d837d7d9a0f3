//! Publishing weeks for the first time while responses to them may still come.

use crate::cli::CliError;
use crate::cli::context::Context;
use crate::cli::survey::ask::is_yes;
use crate::cli::survey::lines::talk;
use crate::domain::WeekId;
use crate::survey::collector::Frame;
use crate::tr;
use chrono::NaiveDate;

/// Says of weeks that are to be published for the first time that responses may still come, and asks whether they are to be
/// published now. Where nobody can be asked, or `yes` was said, they are.
///
/// # Errors
/// They are not.
pub(in crate::cli::survey) fn check(
    cx: &mut Context<'_>,
    frame: &Frame,
    weeks: &[WeekId],
    yes: bool,
) -> Result<(), CliError> {
    let Some(closes) = closing(frame, weeks, cx.today()) else {
        return Ok(());
    };
    let weeks: Vec<String> = weeks.iter().map(ToString::to_string).collect();
    let (date, least) = (closes.to_string(), frame.min_group());
    let weeks = weeks.join(", ");
    let text = tr!(
        cx.i18n,
        "cli-survey-early",
        date = date,
        least = least,
        weeks = weeks
    );
    talk(cx, &text);
    if yes || !cx.interactive {
        return Ok(());
    }
    let question = tr!(cx.i18n, "cli-survey-early-ask");
    if is_yes(cx, &question)? {
        Ok(())
    } else {
        Err(CliError::Refused(tr!(cx.i18n, "cli-survey-early-not")))
    }
}

/// The last day on which responses to any of these weeks are taken, where it is not over.
fn closing(frame: &Frame, weeks: &[WeekId], today: NaiveDate) -> Option<NaiveDate> {
    let asks = |range: &std::ops::RangeInclusive<WeekId>| weeks.iter().any(|week| range.contains(week));
    let of_weeks = frame.surveys.iter().filter(|survey| asks(&survey.weeks));
    of_weeks
        .map(|survey| survey.closes)
        .max()
        .filter(|day| *day >= today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::collector::Simulation;

    #[test]
    fn a_survey_is_open_on_its_last_day_and_only_for_the_weeks_that_it_asks_about() {
        let [week, other]: [WeekId; 2] = ["2026-W45", "2026-W46"].map(|text| text.parse().unwrap());
        let simulation = Simulation::new(7, 10, week..=week, false).unwrap();
        let frame = Frame::of(&simulation.definition);
        let last = simulation.definition.closes;
        let closing = |weeks: &[WeekId], today| closing(&frame, weeks, today);
        assert_eq!(closing(&[other, week], last), Some(last));
        assert_eq!(closing(&[week], last.succ_opt().unwrap()), None);
        assert_eq!(closing(&[other], last), None);
        assert_eq!(closing(&[], last), None);
    }
}
