//! The data sheet: what was done, and what the file can be used for.

use super::account::Account;
use super::numbers::{Number, Shown};
use crate::domain::WeekId;
use crate::i18n::I18n;
use crate::survey::codebook::markdown::{escaped, row};
use crate::survey::codebook::{Codebook, PUBLIC_BAND, PUBLIC_STEP};
use crate::survey::definition::Definition;
use crate::tr;
use chrono::NaiveDate;
use std::fmt::Write;

/// What the sheet is about.
pub(super) struct About<'a> {
    pub(super) definition: &'a Definition,
    /// The day on which it was made.
    pub(super) made: NaiveDate,
    /// The name of the data file.
    pub(super) file: String,
    /// The SHA-256 of it.
    pub(super) hash: String,
}

/// The data sheet, as Markdown.
pub(super) fn sheet(
    about: &About<'_>,
    account: &Account,
    shown: &[(WeekId, Vec<Shown>)],
    i18n: &I18n,
) -> String {
    let definition = about.definition;
    let title = tr!(i18n, "publish-title", survey = definition.title.get(i18n.lang()));
    let lead = tr!(
        i18n,
        "publish-lead",
        definition = definition.hash().to_string(),
        fingerprint = definition.fingerprint().to_string()
    );
    let mut out = format!("# {}\n\n{}\n", escaped(&title), escaped(&lead));
    heading(&mut out, &tr!(i18n, "publish-about"));
    for point in facts(about, account, i18n) {
        point_of(&mut out, &point);
    }
    heading(&mut out, &tr!(i18n, "publish-done"));
    for point in done(definition, account, i18n) {
        point_of(&mut out, &point);
    }
    heading(&mut out, &tr!(i18n, "publish-changed"));
    changed(&mut out, account, &names(definition), i18n);
    heading(&mut out, &tr!(i18n, "publish-use"));
    for point in [
        tr!(i18n, "publish-can"),
        tr!(i18n, "publish-cannot"),
        tr!(i18n, "publish-limits"),
        tr!(i18n, "publish-terms"),
    ] {
        point_of(&mut out, &point);
    }
    heading(&mut out, &tr!(i18n, "publish-ends"));
    ends(&mut out, shown, &names(definition), i18n);
    out
}

/// Who made which file of what, and when.
fn facts(about: &About<'_>, account: &Account, i18n: &I18n) -> Vec<String> {
    let mut out = vec![
        tr!(
            i18n,
            "publish-contact",
            contact = about.definition.contact.get(i18n.lang())
        ),
        tr!(
            i18n,
            "publish-made",
            date = about.made.to_string(),
            file = about.file.as_str(),
            rows = account.rows.to_string(),
            hash = about.hash.as_str()
        ),
    ];
    for (issue, weeks) in &account.issues {
        let weeks: Vec<String> = weeks.iter().map(ToString::to_string).collect();
        let weeks = weeks.join(", ");
        out.push(tr!(i18n, "publish-issue", issue = *issue, weeks = weeks));
    }
    out
}

fn point_of(out: &mut String, text: &str) {
    let _ = writeln!(out, "- {}", escaped(text));
}

fn heading(out: &mut String, text: &str) {
    let _ = writeln!(out, "\n## {}\n", escaped(text)); // writing to a string cannot fail
}

/// The names of the columns, without the week.
fn names(definition: &Definition) -> Vec<String> {
    let variables = Codebook::public_use(definition).variables.into_iter();
    variables.skip(1).map(|v| v.name).collect()
}

fn done(definition: &Definition, account: &Account, i18n: &I18n) -> Vec<String> {
    let least = definition.min_group;
    let mut out = vec![
        tr!(i18n, "publish-who"),
        tr!(i18n, "publish-k", least = least),
        tr!(
            i18n,
            "publish-coarse",
            step = PUBLIC_STEP,
            band = PUBLIC_BAND,
            least = least
        ),
        tr!(i18n, "publish-not-there"),
        tr!(i18n, "publish-shown", least = least),
    ];
    if definition.groups.len() > 1 {
        out.push(tr!(i18n, "publish-together"));
    }
    if !account.weeks_left_out.is_empty() {
        let weeks: Vec<String> = account.weeks_left_out.iter().map(ToString::to_string).collect();
        let weeks = weeks.join(", ");
        out.push(tr!(i18n, "publish-weeks-left-out", least = least, weeks = weeks));
    }
    if !account.weeks_withdrawn.is_empty() {
        let weeks: Vec<String> = account.weeks_withdrawn.iter().map(ToString::to_string).collect();
        let weeks = weeks.join(", ");
        out.push(tr!(i18n, "publish-weeks-withdrawn", least = least, weeks = weeks));
    }
    out.push(tr!(i18n, "publish-withdrawals"));
    out
}

/// How often each answer was made coarser.
fn changed(out: &mut String, account: &Account, names: &[String], i18n: &I18n) {
    let head = [
        tr!(i18n, "publish-col-variable"),
        tr!(i18n, "publish-col-held"),
        tr!(i18n, "publish-col-emptied"),
    ];
    row(out, &head);
    *out += "|---|---:|---:|\n";
    for (name, (held, emptied)) in names.iter().zip(&account.coarser) {
        row(out, &[name.clone(), to_five(*held), to_five(*emptied)]);
    }
}

/// Between which values each number lies.
fn ends(out: &mut String, shown: &[(WeekId, Vec<Shown>)], names: &[String], i18n: &I18n) {
    let numbers = names.len().saturating_sub(Number::ALL.len());
    let is_listed = |number: &Number| !number.is_boolean();
    let columns = names.iter().skip(numbers).zip(Number::ALL);
    let listed = columns
        .filter(|(_, number)| is_listed(number))
        .map(|(name, _)| name.clone());
    let head: Vec<String> = std::iter::once(tr!(i18n, "publish-col-week"))
        .chain(listed)
        .collect();
    row(out, &head);
    let _ = writeln!(out, "|{}", "---|".repeat(head.len()));
    for (week, shown) in shown {
        let each = Number::ALL
            .iter()
            .zip(shown)
            .filter(|(number, _)| is_listed(number));
        let each = each.map(|(_, shown)| match shown {
            Shown::Nothing => String::new(),
            Shown::Between(range) => format!("{}–{}", range.start(), range.end()),
        });
        let cells: Vec<String> = std::iter::once(week.to_string()).chain(each).collect();
        row(out, &cells);
    }
}

/// To the nearest 5.
fn to_five(n: u64) -> String {
    ((n + 2) / 5 * 5).to_string()
}
