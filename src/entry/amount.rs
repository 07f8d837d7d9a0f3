//! Amounts of time: `45m`, `1h30m`, `1.5h`, `90分钟`, `1小时30分`, `一个半小时`.

use super::number::{digits, whole};

/// Words for hours; a longer one stands before a shorter one that it begins with.
const HOURS: [&str; 9] = [
    "hours",
    "hour",
    "hrs",
    "hr",
    "h",
    "个小时",
    "小时",
    "个钟头",
    "钟头",
];
/// Words for minutes.
const MINUTES: [&str; 7] = ["minutes", "minute", "mins", "min", "m", "分钟", "分"];
/// Words for quarters of an hour.
const QUARTERS: [&str; 2] = ["刻钟", "刻"];

/// The minutes that a folded text says, if it is an amount and nothing else.
pub(super) fn amount(text: &str) -> Option<u32> {
    if let Some(unit) = text.strip_prefix('半') {
        return HOURS.contains(&unit).then_some(30);
    }
    if let Some((hundredths, rest)) = decimal(text) {
        // 1.33h is 80 minutes: nearest whole minute
        return HOURS.contains(&rest).then(|| (hundredths * 60 + 50) / 100);
    }
    let (number, unit) = whole(text)?;
    if let Some(unit) = unit.strip_prefix("个半") {
        return HOURS.contains(&unit).then_some(number * 60 + 30);
    }
    if let Some(after) = HOURS.iter().find_map(|h| unit.strip_prefix(h)) {
        return Some(number * 60 + after_hours(after)?);
    }
    if MINUTES.contains(&unit) {
        return Some(number);
    }
    QUARTERS.contains(&unit).then_some(number * 15)
}

/// What may follow the hours: nothing, a half, or minutes with or without their unit.
fn after_hours(text: &str) -> Option<u32> {
    match text {
        "" => Some(0),
        "半" => Some(30),
        _ => {
            let (minutes, unit) = whole(text.trim_start_matches(['零', '又']))?;
            (unit.is_empty() || MINUTES.contains(&unit)).then_some(minutes)
        }
    }
}

/// Reads a number with one or two decimals, in hundredths.
fn decimal(text: &str) -> Option<(u32, &str)> {
    let (before, rest) = digits(text);
    let (after, rest) = digits(rest.strip_prefix('.')?);
    if before.len() > 3 || !matches!(after.len(), 1 | 2) {
        return None;
    }
    let ones: u32 = if before.is_empty() {
        0
    } else {
        before.parse().ok()?
    };
    let part: u32 = after.parse().ok()?;
    let part = if after.len() == 1 { part * 10 } else { part };
    Some((ones * 100 + part, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::fold::fold;

    #[test]
    fn amounts() {
        for (text, minutes) in [
            ("45m", 45),
            ("45min", 45),
            ("45minutes", 45),
            ("90分", 90),
            ("90分鐘", 90),
            ("４５ｍ", 45),
            ("1h", 60),
            ("2hours", 120),
            ("1h30m", 90),
            ("1h30", 90),
            ("1H05", 65),
            ("1.5h", 90),
            (".5h", 30),
            ("0.75h", 45),
            ("1.33小时", 80),
            ("1小时30分", 90),
            ("1小時30分鐘", 90),
            ("1個小時", 60),
            ("1个半小时", 90),
            ("一个半小时", 90),
            ("兩個半小時", 150),
            ("兩小時", 120),
            ("1小时半", 90),
            ("半小时", 30),
            ("半個小時", 30),
            ("半个钟头", 30),
            ("一刻钟", 15),
            ("三刻鐘", 45),
            ("十分钟", 10),
            ("四十五分钟", 45),
            ("0m", 0),
        ] {
            assert_eq!(amount(&fold(text)), Some(minutes), "{text}");
        }
    }

    #[test]
    fn what_is_no_amount() {
        for text in [
            "",
            "45",
            "m",
            "h",
            "1.5",
            "7.5m",
            "1.234h",
            "1h30x",
            "45mm",
            "90后",
            "半",
            "半天",
            "三分之一",
            "1h-2h",
            "999999m",
            "1..5h",
            "1h30m20",
        ] {
            assert_eq!(amount(text), None, "{text}");
        }
    }
}
