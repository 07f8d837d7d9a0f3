//! How many of each group have answered, in two columns where that fits.

use super::{GAP, SCREEN};
use crate::i18n::I18n;
use crate::survey::collector::{WeekCoverage, percent};
use crate::survey::{Definition, Group, GroupAnswer};
use crate::tr;
use unicode_width::UnicodeWidthStr;

/// The most answers of a group that are told: of more, only those that no other holds.
const MOST_ANSWERS: usize = 24;

/// All groups of a week.
pub(super) fn groups(definition: &Definition, coverage: &WeekCoverage, i18n: &I18n) -> String {
    let groups = definition.groups.iter().zip(&coverage.groups);
    let blocks: Vec<Vec<String>> = groups.map(|(group, counts)| block(group, counts, i18n)).collect();
    let widest = |blocks: &[Vec<String>]| {
        let widths = blocks.iter().flatten().map(|line| line.width());
        widths.max().unwrap_or(0)
    };
    let height = |blocks: &[Vec<String>]| blocks.iter().map(Vec::len).sum::<usize>();
    // As few lines as possible, in the order of the survey: one column after the other.
    let splits = (1..=blocks.len()).map(|at| blocks.split_at(at));
    let fits = splits.filter(|(left, right)| {
        let gap = if right.is_empty() { 0 } else { GAP };
        right.is_empty() || widest(left) + gap + widest(right) <= SCREEN
    });
    let Some((left, right)) = fits.min_by_key(|(left, right)| height(left).max(height(right))) else {
        return String::new();
    };
    let (width, left, right) = (widest(left), left.concat(), right.concat());
    let mut out = String::new();
    for row in 0..left.len().max(right.len()) {
        let cell = left.get(row).map_or("", String::as_str);
        out += cell;
        if let Some(beside) = right.get(row) {
            out += &" ".repeat(width - cell.width() + GAP);
            out += beside;
        }
        out.push('\n');
    }
    out
}

/// The lines of a group: what lies within another answer further in, and those who did not say where there are any.
fn block(group: &Group, counts: &[u64], i18n: &I18n) -> Vec<String> {
    let lang = i18n.lang();
    let is_long = group.answers.len() > MOST_ANSWERS;
    let is_told = |answer: &GroupAnswer| !is_long || answer.within.is_none();
    let answers = group.answers.iter().zip(counts.iter().skip(1));
    let told = answers.filter(|(answer, _)| is_told(answer)).take(MOST_ANSWERS);
    let mut rows: Vec<(String, u64, Option<u32>)> = told
        .map(|(answer, count)| {
            let depth = group.above(answer).count();
            let name = "  ".repeat(depth + 1) + answer.name.get(lang);
            (
                name,
                *count,
                group.staff_behind(answer).filter(|staff| *staff > 0),
            )
        })
        .collect();
    let hidden = group.answers.len() - rows.len();
    if let Some(count) = counts.first().filter(|count| **count > 0) {
        rows.push((
            format!("  {}", tr!(i18n, "cli-survey-collect-not-said")),
            *count,
            None,
        ));
    }
    let name = rows.iter().map(|(name, ..)| name.width()).max().unwrap_or(0);
    let digits = |number: Option<u64>| number.map_or(0, |n| n.to_string().len());
    let count = rows.iter().map(|row| digits(Some(row.1))).max().unwrap_or(0);
    let of = rows
        .iter()
        .map(|row| digits(row.2.map(u64::from)))
        .max()
        .unwrap_or(0);
    let line = |(label, responses, staff): &(String, u64, Option<u32>)| {
        let room = " ".repeat(name - label.width());
        let share = staff.and_then(|staff| Some((staff, percent(*responses, staff)?)));
        let share = share.map(|(staff, share)| format!(" / {staff:>of$} {:>6}", format!("{share} %")));
        format!("{label}{room}  {responses:>count$}{}", share.unwrap_or_default())
    };
    let mut out = vec![group.name.get(lang).to_owned()];
    out.extend(rows.iter().map(line));
    if hidden > 0 {
        let words = tr!(i18n, "cli-survey-collect-more-answers", count = hidden);
        out.push(format!("  {words}"));
    }
    out
}
