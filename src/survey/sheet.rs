//! What a teacher should know before joining: who asks what, until when, and how they are protected.

use super::definition::{Asks, Definition};
use super::field::Field;
use super::words::field_words;
use crate::i18n::I18n;
use crate::tr;

/// A line of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetLine {
    /// What it is about.
    pub label: String,
    /// What the definition says about it.
    pub value: String,
    /// Whether it is there to be compared with what one was told by another way: it must be seen before one joins.
    pub compared: bool,
}

/// The sheet of a definition.
#[must_use]
pub fn sheet(definition: &Definition, i18n: &I18n) -> Vec<SheetLine> {
    let lang = i18n.lang();
    let (first, last) = (definition.weeks.start(), definition.weeks.end());
    let weeks = (last.monday() - first.monday()).num_weeks() + 1;
    let weeks = tr!(
        i18n,
        "sheet-weeks-are",
        first = first.to_string(),
        last = last.to_string(),
        count = weeks
    );
    let groups: Vec<&str> = definition.groups.iter().map(|g| g.name.get(lang)).collect();
    let groups = if groups.is_empty() {
        tr!(i18n, "sheet-no-groups")
    } else {
        tr!(
            i18n,
            "sheet-groups-are",
            groups = groups.join(&tr!(i18n, "sheet-and"))
        )
    };
    let panel = if definition.panel {
        tr!(i18n, "sheet-panel")
    } else {
        tr!(i18n, "sheet-no-panel")
    };
    let lines = [
        (tr!(i18n, "sheet-title"), definition.title.get(lang).to_owned()),
        (
            tr!(i18n, "sheet-contact"),
            definition.contact.get(lang).to_owned(),
        ),
        (tr!(i18n, "sheet-weeks"), weeks),
        (tr!(i18n, "sheet-closes"), definition.closes.to_string()),
        (tr!(i18n, "sheet-asks"), asked_words(definition.asks, i18n)),
        (tr!(i18n, "sheet-groups"), groups),
        (
            tr!(i18n, "sheet-protections"),
            tr!(
                i18n,
                "sheet-protections-are",
                minutes = definition.rounding,
                least = definition.min_group
            ),
        ),
        (tr!(i18n, "sheet-linking"), panel),
        (tr!(i18n, "sheet-never"), tr!(i18n, "sheet-never-is")),
        (tr!(i18n, "sheet-key"), definition.recipient.to_string()),
    ];
    let compared = [
        (
            tr!(i18n, "sheet-fingerprint"),
            definition.fingerprint().to_string(),
        ),
        (tr!(i18n, "sheet-compare"), tr!(i18n, "sheet-compare-how")),
    ];
    let lines = lines.into_iter().map(|line| (line, false));
    let compared = compared.into_iter().map(|line| (line, true));
    let all = lines.chain(compared);
    all.map(|((label, value), compared)| SheetLine {
        label,
        value,
        compared,
    })
    .collect()
}

/// What a survey asks, in one line.
#[must_use]
pub fn asked_words(asks: Asks, i18n: &I18n) -> String {
    let fields = Field::ALL
        .into_iter()
        .filter(|f| *f != Field::Days && f.is_asked(asks));
    let mut asked = vec![tr!(i18n, "response-minutes")];
    asked.extend(fields.map(|f| field_words(f, i18n)));
    asked.join(&tr!(i18n, "sheet-and"))
}
