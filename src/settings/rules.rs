//! The rules of the burden list as the file writes them: `{ staff-meeting-length = 60, no-meeting-day = "wed" }`.

use super::WEEKDAYS;
use toml_edit::{Item, Value};

/// A rule as the file knows it; a test one floor up keeps it equal to what the rules are.
pub(super) struct RuleForm {
    pub(super) code: &'static str,
    pub(super) takes: Takes,
}

/// What a rule takes beside `false`.
pub(super) enum Takes {
    /// `true`.
    Nothing,
    /// `true`, or a number of this range.
    Number(u32, u32),
    /// A weekday.
    Weekday,
}

const fn form(code: &'static str, takes: Takes) -> RuleForm {
    RuleForm { code, takes }
}

pub(super) const RULES: [RuleForm; 11] = [
    form("staff-meeting-count", Takes::Number(0, 99)),
    form("staff-meeting-length", Takes::Number(1, 1440)),
    form("group-meeting-length", Takes::Number(1, 1440)),
    form("no-meeting-day", Takes::Weekday),
    form("meeting-in-lessons", Takes::Nothing),
    form("repeated-report", Takes::Number(0, 99)),
    form("late-parent-messages", Takes::Nothing),
    form("outside-meeting", Takes::Nothing),
    form("street-duty", Takes::Nothing),
    form("secondment-length", Takes::Number(1, 3660)),
    form("inspection-count", Takes::Number(0, 100)),
];

/// The rules that the file sets, with `off`, `on`, a number or a weekday.
pub(super) fn rules(item: &Item) -> Option<Vec<(String, String)>> {
    let table = item.as_table_like()?;
    let rule = |(code, item): (&str, &Item)| {
        let takes = &RULES.iter().find(|r| r.code == code)?.takes;
        Some((code.to_owned(), read(takes, item)?))
    };
    table.iter().map(rule).collect()
}

fn read(takes: &Takes, item: &Item) -> Option<String> {
    match (item.as_bool(), takes) {
        (Some(false), _) => return Some("off".to_owned()),
        (Some(true), Takes::Nothing | Takes::Number(..)) => return Some("on".to_owned()),
        _ => {}
    }
    match takes {
        Takes::Nothing => None,
        Takes::Number(least, most) => {
            let number = u32::try_from(item.as_integer()?).ok()?;
            (*least..=*most).contains(&number).then(|| number.to_string())
        }
        Takes::Weekday => WEEKDAYS
            .iter()
            .find(|day| item.as_str() == Some(day))
            .map(ToString::to_string),
    }
}

/// `off`, `on`, `60` or `wed` in the file's own form.
pub(super) fn value(text: &str) -> Value {
    match text {
        "off" => false.into(),
        "on" => true.into(),
        other => other.parse::<i64>().map_or_else(|_| other.into(), Value::from),
    }
}
