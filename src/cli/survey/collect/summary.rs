//! What collecting came to: in words, the most important first and all of it short, or as JSON.

mod flagged;
mod json;
mod table;

pub(super) use flagged::flagged;
pub(super) use json::in_json;

use crate::cli::survey::lines::{labelled, paragraph};
use crate::i18n::I18n;
use crate::survey::Definition;
use crate::survey::collector::{Collected, Coverage, Reason, percent};
use crate::tr;
use unicode_width::UnicodeWidthStr;

/// The cells of a usual terminal.
const SCREEN: usize = 80;
/// The most weeks of which the responses are told.
const MOST_WEEKS: usize = 12;
/// The most reasons that are told apart.
const MOST_REASONS: usize = 3;
/// The cells between two that stand beside each other.
const GAP: usize = 3;

/// In words: what was taken and what not, how many have answered, and last by group.
pub(super) fn in_words(collected: &Collected, definition: &Definition, i18n: &I18n) -> String {
    let mut out = paragraph("", definition.title.get(i18n.lang()));
    out += &labelled(&numbers(collected, i18n), 0);
    let coverage = &collected.coverage;
    if let Some((week, of)) = coverage.weeks.last_key_value() {
        out += "\n";
        out += &weeks(coverage, definition, i18n);
        if !definition.groups.is_empty() {
            out += "\n";
            let heading = tr!(i18n, "cli-survey-collect-groups", week = week.to_string());
            out += &paragraph("", &heading);
            out += &table::groups(definition, of, i18n);
        }
    }
    out
}

/// What was taken and what not; of the rest only what there is.
fn numbers(collected: &Collected, i18n: &I18n) -> Vec<(String, String)> {
    let tally = &collected.tally;
    let files = match tally.unchanged {
        0 => tally.files.to_string(),
        unchanged => tr!(
            i18n,
            "cli-survey-collect-files-known",
            files = tally.files,
            unchanged = unchanged
        ),
    };
    let mut lines = vec![
        (tr!(i18n, "cli-survey-collect-files"), files),
        (tr!(i18n, "cli-survey-collect-taken"), tally.taken.to_string()),
    ];
    let rest = [
        (tr!(i18n, "cli-survey-collect-corrected"), tally.corrected),
        (
            tr!(i18n, "cli-survey-collect-no-change"),
            tally.older + tally.copies,
        ),
        (tr!(i18n, "cli-survey-collect-withdrawals"), tally.withdrawals),
        (tr!(i18n, "cli-survey-collect-withdrawn"), tally.withdrawn),
        (tr!(i18n, "cli-survey-collect-rejected"), tally.not_taken),
    ];
    let rest = rest.into_iter().filter(|(_, n)| *n > 0);
    lines.extend(rest.map(|(label, n)| (label, n.to_string())));
    lines.extend(reasons(collected, i18n));
    lines
}

/// Why what was not taken was not: the commonest reasons, and how many there are of all others.
fn reasons(collected: &Collected, i18n: &I18n) -> Vec<(String, String)> {
    let all = Reason::CODES.into_iter().zip(collected.reasons);
    let mut all: Vec<(&str, u64)> = all.filter(|(_, n)| *n > 0).collect();
    all.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    let few = if all.len() > MOST_REASONS + 1 {
        MOST_REASONS
    } else {
        all.len()
    };
    let rest: u64 = all.split_off(few).into_iter().map(|(_, n)| n).sum();
    let line = |words: String, n: u64| (format!("  {words}"), n.to_string());
    let lines = all.into_iter();
    let mut lines: Vec<_> = lines
        .map(|(code, n)| line(Reason::in_short(code, i18n), n))
        .collect();
    if rest > 0 {
        lines.push(line(tr!(i18n, "cli-survey-collect-other-reasons"), rest));
    }
    lines
}

/// How many have answered in each of the latest weeks, several on a line.
fn weeks(coverage: &Coverage, definition: &Definition, i18n: &I18n) -> String {
    let staff = definition.staff.filter(|staff| *staff > 0);
    let heading = match staff {
        None => tr!(i18n, "cli-survey-collect-weeks"),
        Some(staff) => tr!(i18n, "cli-survey-collect-weeks-of", staff = staff),
    };
    let first = coverage.weeks.len().saturating_sub(MOST_WEEKS);
    let shown = coverage.weeks.iter().skip(first);
    let shown: Vec<_> = shown.map(|(week, of)| (week, of.responses)).collect();
    let digits = shown.iter().map(|(_, n)| n.to_string().len()).max().unwrap_or(0);
    let cell = |(week, responses): &(&crate::domain::WeekId, u64)| {
        let share = staff.and_then(|staff| percent(*responses, staff));
        let share = share.map(|share| format!("{:>7}", format!("{share} %")));
        format!("{week}  {responses:>digits$}{}", share.unwrap_or_default())
    };
    let cells: Vec<String> = shown.iter().map(cell).collect();
    let width = cells.first().map_or(1, |cell| cell.width());
    let on_a_line = ((SCREEN - 2 + GAP) / (width + GAP)).clamp(1, 4);
    let mut out = paragraph("", &heading);
    for line in cells.chunks(on_a_line) {
        out += "  ";
        out += &line.join(&" ".repeat(GAP));
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests;
