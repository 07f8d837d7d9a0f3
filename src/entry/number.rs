//! Whole numbers in Arabic and Chinese digits.

/// Splits off the ASCII digits that the text begins with.
pub(super) fn digits(text: &str) -> (&str, &str) {
    let end = text.bytes().take_while(u8::is_ascii_digit).count();
    text.split_at(end)
}

/// Reads a number at the beginning: up to five digits, or Chinese up to 九十九. None where there is none.
pub(super) fn whole(text: &str) -> Option<(u32, &str)> {
    let (number, rest) = digits(text);
    if number.is_empty() {
        return chinese(text);
    }
    let fits = number.len() <= 5;
    fits.then(|| number.parse().ok()).flatten().map(|n| (n, rest))
}

/// Whether the text is a number and nothing else.
pub(super) fn is_number(text: &str) -> bool {
    whole(text).is_some_and(|(_, rest)| rest.is_empty())
}

/// 三, 十, 十五, 四十, 四十五.
fn chinese(text: &str) -> Option<(u32, &str)> {
    let ones = |text| unit(text).unwrap_or((0, text));
    if let Some(rest) = text.strip_prefix('十') {
        let (one, rest) = ones(rest);
        return Some((10 + one, rest));
    }
    let (first, rest) = unit(text)?;
    match rest.strip_prefix('十') {
        Some(rest) => {
            let (one, rest) = ones(rest);
            Some((first * 10 + one, rest))
        }
        None => Some((first, rest)),
    }
}

fn unit(text: &str) -> Option<(u32, &str)> {
    let mut chars = text.chars();
    let value = match chars.next()? {
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    };
    Some((value, chars.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_kinds() {
        for (text, expected) in [
            ("45m", Some((45, "m"))),
            ("0", Some((0, ""))),
            ("三节", Some((3, "节"))),
            ("十", Some((10, ""))),
            ("十五分", Some((15, "分"))),
            ("四十五分", Some((45, "分"))),
            ("二十", Some((20, ""))),
            ("两小时", Some((2, "小时"))),
            ("123456", None),
            ("半", None),
            ("", None),
        ] {
            assert_eq!(whole(text), expected, "{text}");
        }
    }
}
