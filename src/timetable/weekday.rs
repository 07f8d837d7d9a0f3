//! Weekdays as they are typed.

use crate::domain::WEEKDAYS;
use crate::i18n::Lang;
use chrono::Weekday;

/// Reads `周三`, `星期三`, `周3`, `wed`, `Wednesday`, in either case; in English three letters are enough.
#[must_use]
pub fn read_weekday(word: &str) -> Option<Weekday> {
    let small = word.to_lowercase();
    let rest = ["周", "週", "星期", "礼拜", "禮拜"]
        .iter()
        .find_map(|p| small.strip_prefix(p));
    if let Some(rest) = rest {
        let at = ["一1", "二2", "三3", "四4", "五5", "六6", "日天7"]
            .iter()
            .position(|of| rest.chars().count() == 1 && of.contains(rest))?;
        return WEEKDAYS.get(at).copied();
    }
    if small.len() < 3 {
        return None;
    }
    let names = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let at = names
        .iter()
        .position(|name| name.starts_with(small.trim_end_matches('.')))?;
    WEEKDAYS.get(at).copied()
}

/// A weekday as [`read_weekday`] reads it.
#[must_use]
pub fn weekday_word(weekday: Weekday, lang: Lang) -> String {
    let chinese = ["一", "二", "三", "四", "五", "六", "日"];
    let at = WEEKDAYS.iter().position(|day| *day == weekday).unwrap_or(0);
    match lang {
        Lang::En => weekday.to_string().to_lowercase(),
        Lang::ZhHans => format!("周{}", chinese[at]),
        Lang::ZhHant => format!("週{}", chinese[at]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_are_read_in_every_language() {
        for (text, day) in [
            ("周三", Weekday::Wed),
            ("週日", Weekday::Sun),
            ("星期天", Weekday::Sun),
            ("禮拜6", Weekday::Sat),
            ("Mon", Weekday::Mon),
            ("thurs.", Weekday::Thu),
        ] {
            assert_eq!(read_weekday(text), Some(day), "{text}");
        }
        for text in ["", "周", "周八", "周一二", "mo", "someday"] {
            assert_eq!(read_weekday(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_written_is_read() {
        for (day, lang) in WEEKDAYS
            .into_iter()
            .flat_map(|day| Lang::ALL.map(|lang| (day, lang)))
        {
            assert_eq!(read_weekday(&weekday_word(day, lang)), Some(day));
        }
    }
}
