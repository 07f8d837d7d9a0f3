//! Text in a file that a spreadsheet opens without asking what is what: it takes `=…` for a formula, and `3-1` for the
//! third of January.

use super::half_width;

/// What stands beside digits in numbers, times and moments.
const WORDS: [&str; 7] = ["am", "pm", "a", "p", "e", "t", "z"];
/// Months; three letters are enough.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// Characters in dates and times of Chinese and Japanese editions.
const DATE_MARKS: &str = "年月日号號时時分秒点點上下午";
/// Digits of dates in words.
const NUMERALS: &str = "〇零一二三四五六七八九十廿卅";
/// What stands between the digits of numbers, amounts, dates and times.
const BETWEEN: &str = " .,:;/-+%()'$¥€£₩￥．、·";

/// A text that a spreadsheet keeps as it is: with an apostrophe before it where it would begin a formula or be read as a
/// number, a date, a time, a truth or an error.
#[must_use]
pub fn neutral(text: &str) -> String {
    if is_formula(text) || is_value(text) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// Whether it begins, blanks aside, with what begins a formula, or with a control character. Excel under Chinese Windows
/// takes the full-width signs too.
#[must_use]
pub fn is_formula(text: &str) -> bool {
    let begins = |c: char| matches!(half_width(c), '=' | '+' | '-' | '@') || c.is_control();
    let is_blank = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}');
    text.starts_with(begins) || text.trim_start_matches(is_blank).starts_with(begins)
}

/// Whether it could be read as something else than text. Rather too often than too seldom: a stray apostrophe is seen
/// and harmless, a changed value is not.
fn is_value(text: &str) -> bool {
    let folded: String = text
        .chars()
        .map(half_width)
        .flat_map(char::to_lowercase)
        .collect();
    let folded = folded.trim();
    if matches!(folded, "true" | "false") || is_error(folded) {
        return true;
    }
    let (mut digits, mut marks, mut numerals) = (false, false, false);
    for c in folded.chars() {
        digits |= c.is_ascii_digit();
        marks |= DATE_MARKS.contains(c);
        numerals |= NUMERALS.contains(c);
        let known = c.is_ascii_alphanumeric()
            || c.is_whitespace()
            || BETWEEN.contains(c)
            || DATE_MARKS.contains(c)
            || NUMERALS.contains(c);
        if !known {
            return false;
        }
    }
    let words = folded.split(|c: char| !c.is_ascii_alphabetic());
    (digits || numerals && marks) && words.filter(|w| !w.is_empty()).all(is_word)
}

fn is_word(word: &str) -> bool {
    WORDS.contains(&word) || word.len() >= 3 && MONTHS.iter().any(|m| m.starts_with(word))
}

/// `#N/A`, `#DIV/0!` and their like.
fn is_error(text: &str) -> bool {
    text.starts_with('#') && (text.ends_with(['!', '?']) || text == "#n/a")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_change_gets_an_apostrophe() {
        for text in [
            "=1+1",
            "=cmd|' /C calc'!A0",
            "+1",
            "-1",
            "@SUM(A1)",
            "＝1+1",
            "＋1",
            "－1",
            "＠x",
            "\t=1",
            "\rx",
            "\u{1}x",
            "  =1+1",
            "\u{3000}＝1",
            "\u{feff}=1",
            "3-1",
            "1/2",
            "1 1/2",
            "12:30",
            "8:00-8:45",
            "12:30 PM",
            "8 a",
            "1e5",
            "1E-5",
            "00123",
            "１２３",
            "3.14",
            "1,234",
            "12%",
            "¥5",
            "(5)",
            "3月1日",
            "2026年3月",
            "三月一日",
            "二〇二六年",
            "12时30分",
            "上午8时",
            "Mar 3",
            "3-Mar",
            "3 march 2026",
            "Sept 3",
            "2026-11-20T08:00Z",
            "TRUE",
            "false",
            "#N/A",
            "#DIV/0!",
        ] {
            assert_eq!(neutral(text), format!("'{text}"));
        }
    }

    #[test]
    fn formulas_are_told_by_their_first_character() {
        for text in [
            "=1+1",
            "+1",
            "-1",
            "@x",
            "\t=x",
            "\u{1}",
            "＝1",
            "－1",
            " =x",
            "\u{3000}＝1",
            "\u{feff}@x",
        ] {
            assert!(is_formula(text), "{text:?}");
        }
        for text in ["", "3-1", "a=b", "−15 %", "'=1"] {
            assert!(!is_formula(text), "{text:?}");
        }
    }

    #[test]
    fn other_text_stays_as_it_is() {
        for text in [
            "",
            "会议",
            "三(2)班语文",
            "三班",
            "lesson 7B",
            "Mon",
            "周一",
            "March",
            "may",
            "a",
            "2026-W47",
            "120 min, at most 90",
            "it's = fine",
            "5班",
            "一",
            "#3 again",
        ] {
            assert_eq!(neutral(text), text);
        }
    }
}
