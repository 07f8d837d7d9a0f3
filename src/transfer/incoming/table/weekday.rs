//! Weekdays as timetables write them: 周一, 星期三, 礼拜天, Mon, Friday.

use super::cursor::squeezed;
use chrono::Weekday;

/// Monday first, the English names whole.
const DAYS: [(Weekday, &str, char); 7] = [
    (Weekday::Mon, "monday", '一'),
    (Weekday::Tue, "tuesday", '二'),
    (Weekday::Wed, "wednesday", '三'),
    (Weekday::Thu, "thursday", '四'),
    (Weekday::Fri, "friday", '五'),
    (Weekday::Sat, "saturday", '六'),
    (Weekday::Sun, "sunday", '日'),
];

/// A weekday that is written so that it can be nothing else.
pub(super) fn plain(text: &str) -> Option<Weekday> {
    let text = squeezed(text);
    let rest = ["周", "星期", "礼拜"].iter().find_map(|p| text.strip_prefix(p));
    if let Some(day) = rest.and_then(short) {
        return Some(day);
    }
    let text = text.strip_suffix('.').unwrap_or(&text);
    let is = |name: &str| text.len() >= 3 && (name == text || name.starts_with(text) && text.len() <= 5);
    DAYS.iter().find(|(_, name, _)| is(name)).map(|(day, ..)| *day)
}

/// A weekday in a column that is known to hold weekdays: also 一 and 1.
pub(super) fn in_column(text: &str) -> Option<Weekday> {
    plain(text).or_else(|| short(&squeezed(text)))
}

/// A weekday as the head of a column: a date may stand below it, or its name in another language.
pub(super) fn head(text: &str) -> Option<Weekday> {
    if let Some(day) = plain(text) {
        return Some(day);
    }
    let is_end = |c: char| c.is_whitespace() || "()（）/".contains(c);
    let mut words = text.split(is_end).filter(|w| !w.is_empty());
    let day = plain(words.next()?)?;
    let is_date = |w: &str| w.chars().all(|c| c.is_ascii_digit() || "月日号號.-".contains(c));
    words.all(|w| is_date(w) || plain(w) == Some(day)).then_some(day)
}

/// 一 to 六, 日, 天, 1 to 7.
pub(super) fn short(text: &str) -> Option<Weekday> {
    let mut chars = text.chars();
    let (c, None) = (chars.next()?, chars.next()) else {
        return None;
    };
    if matches!(c, '天' | '7') {
        return Some(Weekday::Sun);
    }
    let number = c
        .to_digit(7)
        .and_then(|n| usize::try_from(n).ok()?.checked_sub(1));
    let by_name = || DAYS.iter().find(|(.., name)| *name == c);
    number
        .and_then(|n| DAYS.get(n))
        .or_else(by_name)
        .map(|(day, ..)| *day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_of_every_kind() {
        for text in [
            "周一",
            "星期一",
            "週一",
            "禮拜一",
            "礼拜一",
            "Mon",
            "MONDAY",
            "mon.",
            "周 一",
        ] {
            assert_eq!(plain(text), Some(Weekday::Mon), "{text}");
        }
        for text in ["周日", "周天", "星期7", "Sun", "Ｓunday"] {
            assert_eq!(plain(text), Some(Weekday::Sun), "{text}");
        }
        assert_eq!(plain("Thurs"), Some(Weekday::Thu));
        for text in [
            "",
            "一",
            "1",
            "周",
            "周次",
            "周会",
            "周一班会",
            "Mo",
            "Monde",
            "Mondays",
            "周8",
            "周0",
        ] {
            assert_eq!(plain(text), None, "{text}");
        }
        assert_eq!(in_column("一"), Some(Weekday::Mon));
        assert_eq!(in_column("7"), Some(Weekday::Sun));
        assert_eq!(in_column("12"), None);
        assert_eq!(in_column("0"), None);
    }

    #[test]
    fn heads_of_columns() {
        for text in [
            "星期二",
            "周二\n9月1日",
            "周二 (Tue)",
            "Tue 09.01",
            "周二/Tuesday",
        ] {
            assert_eq!(head(text), Some(Weekday::Tue), "{text}");
        }
        for text in ["周二 语文", "周二 周三", "语文", ""] {
            assert_eq!(head(text), None, "{text}");
        }
    }
}
