//! The goals as the file writes them: `{ non_teaching = 15, "reports/forms" = 12.5 }`.

use toml_edit::Item;

/// What a goal can count besides single activities; a test one floor up keeps it equal to what goals are made of.
pub(super) const SUBJECTS: [&str; 6] = [
    "non_teaching",
    "teaching",
    "meetings",
    "reports",
    "parent_messages",
    "duty",
];

/// What can stand behind an activity for something else than its time; the same test keeps these too.
pub(crate) const MEASURES: [&str; 2] = [":count", ":mean"];

/// What falls, and by how many hundredths of a per cent, in the order of the file.
pub(super) fn goals(item: &Item) -> Option<Vec<(String, u32)>> {
    let table = item.as_table_like()?;
    let goal = |(name, percent): (&str, &Item)| {
        let percent = percent.as_value()?.clone().decorated("", "").to_string();
        is_subject(name).then_some((name.to_owned(), hundredths(&percent)?))
    };
    table.iter().map(goal).collect()
}

fn is_subject(name: &str) -> bool {
    let measured = MEASURES.iter().find_map(|m| name.strip_suffix(m));
    match measured.unwrap_or(name).split_once('/') {
        None if measured.is_some() => false,
        None => SUBJECTS.contains(&name),
        Some((category, code)) => {
            let letter = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
            category != SUBJECTS[0]
                && SUBJECTS.contains(&category)
                && code.starts_with(|c: char| c.is_ascii_lowercase())
                && code.len() <= 40
                && code.bytes().all(letter)
        }
    }
}

/// Reads `15`, `12.5`, at most 100, at most two places behind the point.
fn hundredths(text: &str) -> Option<u32> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |s: &str, most| (1..=most).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole, 3) || !digits(part, 2) {
        return None;
    }
    let scale = if part.len() == 1 { 10 } else { 1 };
    let out = whole.parse::<u32>().ok()? * 100 + part.parse::<u32>().ok()? * scale;
    (out <= 10_000).then_some(out)
}

/// `15`, `12.5`.
pub(super) fn percent(hundredths: u32) -> String {
    match (hundredths / 100, hundredths % 100) {
        (whole, 0) => whole.to_string(),
        (whole, part) if part % 10 == 0 => format!("{whole}.{}", part / 10),
        (whole, part) => format!("{whole}.{part:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_print_as_they_read() {
        for text in ["0", "15", "12.5", "7.25", "100", "0.01"] {
            assert_eq!(percent(hundredths(text).unwrap()), text);
        }
        for bad in ["", "-1", "101", "100.01", "1.234", "1e1", ".5", "+5"] {
            assert_eq!(hundredths(bad), None, "{bad}");
        }
    }
}
