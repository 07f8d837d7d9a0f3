//! What collecting came to, for programs.

use super::flagged::named;
use crate::domain::WeekId;
use crate::survey::Definition;
use crate::survey::collector::{Collected, Reason, WeekCoverage};
use serde_json::{Map, Value, json};
use std::path::Path;

/// As JSON.
pub(in crate::cli::survey::collect) fn in_json(
    collected: &Collected,
    definition: &Definition,
    rejected: &Path,
) -> String {
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
                |(answer, n)| json!({"answer": answer.code.as_str(), "responses": n, "staff": group.staff_behind(answer)}),
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
