//! What collecting came to: in words with how many of those asked have answered, or as JSON.

use crate::cli::survey::lines::{labelled, paragraph};
use crate::domain::WeekId;
use crate::i18n::I18n;
use crate::survey::collector::{Collected, Reason, TooMany, WeekCoverage};
use crate::survey::{Definition, Group, GroupAnswer};
use crate::tr;
use serde_json::{Map, Value, json};
use std::path::Path;

/// The most weeks of which the responses are told.
const MOST_WEEKS: usize = 12;

/// In words.
pub(super) fn in_words(collected: &Collected, definition: &Definition, i18n: &I18n) -> String {
    let mut out = paragraph("", definition.title.get(i18n.lang()));
    out += &labelled(&numbers(collected, i18n), 0);
    let weeks = &collected.coverage.weeks;
    if weeks.is_empty() {
        return out;
    }
    out += "\n";
    out += &paragraph("", &tr!(i18n, "cli-survey-collect-weeks"));
    let first = weeks.len().saturating_sub(MOST_WEEKS);
    let lines = weeks.iter().skip(first);
    let lines = lines.map(|(week, of)| (week.to_string(), share(of.responses, definition.staff, i18n)));
    out += &labelled(&lines.collect::<Vec<_>>(), 2);
    if let Some((week, coverage)) = weeks.last_key_value() {
        for (group, counts) in definition.groups.iter().zip(&coverage.groups) {
            out += "\n";
            let name = group.name.get(i18n.lang());
            out += &paragraph(
                "",
                &tr!(
                    i18n,
                    "cli-survey-collect-group",
                    group = name,
                    week = week.to_string()
                ),
            );
            out += &labelled(&answers(group, counts, i18n), 2);
        }
    }
    out
}

/// What was taken and what not; of the rest only what there is.
fn numbers(collected: &Collected, i18n: &I18n) -> Vec<(String, String)> {
    let tally = &collected.tally;
    let always = [
        (tr!(i18n, "cli-survey-collect-files"), tally.files),
        (tr!(i18n, "cli-survey-collect-taken"), tally.taken),
    ];
    let rest = [
        (tr!(i18n, "cli-survey-collect-unchanged"), tally.unchanged),
        (tr!(i18n, "cli-survey-collect-corrected"), tally.corrected),
        (tr!(i18n, "cli-survey-collect-older"), tally.older),
        (tr!(i18n, "cli-survey-collect-copies"), tally.copies),
        (tr!(i18n, "cli-survey-collect-withdrawals"), tally.withdrawals),
        (tr!(i18n, "cli-survey-collect-withdrawn"), tally.withdrawn),
        (tr!(i18n, "cli-survey-collect-rejected"), tally.not_taken),
    ];
    let lines = always.into_iter().chain(rest.into_iter().filter(|(_, n)| *n > 0));
    let mut lines: Vec<_> = lines.map(|(label, n)| (label, n.to_string())).collect();
    let reasons = Reason::CODES
        .iter()
        .zip(collected.reasons)
        .filter(|(_, n)| *n > 0);
    lines.extend(reasons.map(|(code, n)| (format!("  {code}"), n.to_string())));
    lines
}

/// A line for each answer of a group, what lies within others further in.
fn answers(group: &Group, counts: &[u64], i18n: &I18n) -> Vec<(String, String)> {
    let line = |(place, answer): (usize, &GroupAnswer)| {
        let depth = group.above(answer).count();
        let label = "  ".repeat(depth) + answer.name.get(i18n.lang());
        (label, share(counts[place + 1], answer.staff, i18n))
    };
    let mut lines: Vec<_> = group.answers.iter().enumerate().map(line).collect();
    lines.push((tr!(i18n, "cli-survey-collect-not-said"), counts[0].to_string()));
    lines
}

/// So many, of how many people where that is known.
fn share(responses: u64, staff: Option<u32>, i18n: &I18n) -> String {
    match staff.filter(|staff| *staff > 0) {
        None => responses.to_string(),
        Some(staff) => tr!(
            i18n,
            "cli-survey-collect-share",
            responses = responses,
            staff = staff,
            percent = responses * 100 / u64::from(staff)
        ),
    }
}

/// Where there are more responses than people, in words.
pub(super) fn flagged(collected: &Collected, definition: &Definition, i18n: &I18n) -> Vec<String> {
    let flagged = collected.coverage.too_many(definition);
    let words = flagged.iter().map(|too_many| {
        let TooMany {
            week,
            answer,
            responses,
            staff,
        } = too_many;
        let of = match answer.and_then(|at| named(definition, at)) {
            None => tr!(i18n, "cli-survey-collect-all"),
            Some((group, answer)) => {
                let (group, answer) = (group.name.get(i18n.lang()), answer.name.get(i18n.lang()));
                tr!(i18n, "cli-survey-collect-answer", group = group, answer = answer)
            }
        };
        tr!(
            i18n,
            "cli-survey-collect-too-many",
            week = week.to_string(),
            of = of,
            responses = *responses,
            staff = *staff
        )
    });
    words.collect()
}

fn named(definition: &Definition, (group, answer): (usize, usize)) -> Option<(&Group, &GroupAnswer)> {
    let group = definition.groups.get(group)?;
    Some((group, group.answers.get(answer)?))
}

/// As JSON.
pub(super) fn in_json(collected: &Collected, definition: &Definition, rejected: &Path) -> String {
    let tally = &collected.tally;
    let reasons = Reason::CODES
        .iter()
        .zip(collected.reasons)
        .filter(|(_, n)| *n > 0);
    let reasons: Map<String, Value> = reasons.map(|(code, n)| ((*code).to_owned(), n.into())).collect();
    let weeks = collected
        .coverage
        .weeks
        .iter()
        .map(|(week, of)| week_in_json(*week, of, definition));
    let flagged = collected.coverage.too_many(definition);
    let flagged = flagged.iter().map(|flagged| {
        let named = flagged.answer.and_then(|at| named(definition, at));
        json!({
            "week": flagged.week.to_string(),
            "group": named.map(|(group, _)| group.code.as_str()),
            "answer": named.map(|(_, answer)| answer.code.as_str()),
            "responses": flagged.responses,
            "staff": flagged.staff,
        })
    });
    let value = json!({
        "definition": definition.hash(),
        "files": tally.files,
        "bytes": tally.bytes,
        "unchanged": tally.unchanged,
        "taken": tally.taken,
        "corrected": tally.corrected,
        "older": tally.older,
        "copies": tally.copies,
        "withdrawals": tally.withdrawals,
        "withdrawn": tally.withdrawn,
        "rejected": tally.not_taken,
        "reasons": reasons,
        "rejected_csv": rejected.display().to_string(),
        "complete": !collected.is_cut_short,
        "respondents_at_least": collected.coverage.respondents(),
        "staff": definition.staff,
        "weeks": weeks.collect::<Vec<_>>(),
        "more_than_staff": flagged.collect::<Vec<_>>(),
    });
    format!("{value}\n")
}

fn week_in_json(week: WeekId, coverage: &WeekCoverage, definition: &Definition) -> Value {
    let groups = definition
        .groups
        .iter()
        .zip(&coverage.groups)
        .map(|(group, counts)| {
            let answers = group.answers.iter().zip(&counts[1..]);
            let answers = answers.map(
                |(answer, n)| json!({"answer": answer.code.as_str(), "responses": n, "staff": answer.staff}),
            );
            json!({
                "group": group.code.as_str(),
                "answers": answers.collect::<Vec<_>>(),
                "not_said": counts[0],
            })
        });
    json!({
        "week": week.to_string(),
        "responses": coverage.responses,
        "groups": groups.collect::<Vec<_>>(),
    })
}
