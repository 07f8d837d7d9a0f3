//! What would make a survey useless although it is well-formed.

use crate::cli::CliError;
use crate::i18n::I18n;
use crate::survey::{Draft, Group};
use crate::tr;
use chrono::NaiveDate;

/// Refuses groups with more people behind their answers than are asked to take part.
///
/// # Errors
/// The first such group.
pub(super) fn check_sizes(groups: &[Group], staff: Option<u32>, i18n: &I18n) -> Result<(), CliError> {
    let Some(staff) = staff else { return Ok(()) };
    for group in groups {
        let people: u64 = group.open().filter_map(|a| a.staff).map(u64::from).sum();
        if people > u64::from(staff) {
            return Err(CliError::Usage(tr!(
                i18n,
                "cli-survey-sizes-above",
                group = group.name.get(i18n.lang()),
                people = people.to_string(),
                staff = staff.to_string()
            )));
        }
    }
    Ok(())
}

/// Refuses a last day before the first week is over.
///
/// # Errors
/// It is.
pub(super) fn check_closing(closes: NaiveDate, first_sunday: NaiveDate, i18n: &I18n) -> Result<(), CliError> {
    if closes < first_sunday {
        return Err(CliError::Usage(tr!(i18n, "survey-closes-early")));
    }
    Ok(())
}

/// What the coordinator should know before the definition is sent out.
pub(super) fn warnings(draft: &Draft, i18n: &I18n) -> Vec<String> {
    let mut out = Vec::new();
    let end = draft.weeks.end();
    if draft.closes < end.sunday() {
        let (date, week) = (draft.closes.to_string(), end.to_string());
        out.push(tr!(i18n, "cli-survey-warn-closes", date = date, week = week));
    }
    let least = draft.min_group;
    if let Some(staff) = draft.staff.filter(|staff| *staff < least) {
        out.push(tr!(i18n, "cli-survey-warn-staff", staff = staff, least = least));
    }
    for group in &draft.groups {
        let few = group
            .open()
            .filter(|a| a.staff.is_some_and(|staff| staff < least));
        let few: Vec<&str> = few.map(|a| a.name.get(i18n.lang())).collect();
        if !few.is_empty() {
            let answers = few.join(&tr!(i18n, "sheet-and"));
            let name = group.name.get(i18n.lang());
            out.push(tr!(
                i18n,
                "cli-survey-warn-few",
                group = name,
                answers = answers,
                least = least
            ));
        }
    }
    out
}
