//! What an import brings of surveys, in words: no undo takes it back.

use crate::cli::CliError;
use crate::diary::{FactName, SurveyFacts, SurveySecret};
use crate::i18n::I18n;
use crate::store::Session;
use crate::tr;

/// A line on each that comes: the secret, and how many responses that the diary does not know.
pub(super) fn taken_over(
    session: &mut Session,
    ours: Option<&SurveySecret>,
    facts: &SurveyFacts,
    i18n: &I18n,
) -> Result<Vec<String>, CliError> {
    let mut lines = Vec::new();
    match (ours, &facts.secret) {
        (None, Some(_)) => lines.push(tr!(i18n, "cli-import-secret")),
        (Some(ours), Some(theirs)) if ours != theirs => lines.push(tr!(i18n, "cli-import-secret-replaces")),
        _ => {}
    }
    let mut known = SurveyFacts::default();
    for name in facts.names() {
        if let FactName::Sent(survey, week) = name {
            for sent in session.sent(&survey, week)? {
                known.add(sent);
            }
        }
    }
    let before = known.sent().count();
    known.unite(facts.clone());
    let count = known.sent().count() - before;
    if count > 0 {
        lines.push(tr!(i18n, "cli-import-sent", count = count));
    }
    Ok(lines)
}
