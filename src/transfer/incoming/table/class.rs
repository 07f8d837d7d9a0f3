//! Classes as timetables write them: 三(2)班, 高一（3）班, 七年级2班, 701班, 7A, Grade 7 Class 2.

use super::cursor::{Cursor, is_word};
use std::ops::Range;

/// Where a folded text names classes, in characters.
pub(in crate::transfer::incoming) fn scan(chars: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let mut c = Cursor::new(chars, at);
        let begins = c
            .before()
            .is_none_or(|b| !b.is_ascii_alphanumeric() && b != '第' && b != '-');
        let is_class = begins
            && (chinese(&mut c)
                || {
                    c.at = at;
                    worded(&mut c)
                }
                || {
                    c.at = at;
                    short(&mut c)
                });
        if is_class && c.at > at {
            found.push(at..c.at);
            at = c.at;
        } else {
            at += 1;
        }
    }
    found
}

/// 三(2)班, 三（2）, 高一3班, 七年级二班, 三年甲班, 701班, 2班.
fn chinese(c: &mut Cursor<'_>) -> bool {
    let stage = c.eat_one("高初小大中").is_some();
    let Some(first) = c.digits(4).or_else(|| c.number()) else {
        return false;
    };
    let year = c.eat("年级") || c.eat("年") || c.eat("级");
    if c.eat("(") {
        let inner = c.digits(2).or_else(|| c.number()).is_some() || c.eat_one("abcdefgh甲乙丙丁").is_some();
        let closed = inner && c.eat(")");
        return closed && first <= 12 && (end_of_class(c) || c.peek().is_none_or(|n| !is_word(n)));
    }
    if end_of_class(c) {
        return true;
    }
    let second = c.digits(2).or_else(|| c.number()).is_some()
        || c.eat_one("abcdefgh").is_some()
        || year && c.eat_one("甲乙丙丁戊己庚辛忠孝仁爱愛信义義和平").is_some();
    let is_grade = stage || year || first <= 12;
    second && is_grade && end_of_class(c)
}

/// 班, but not as a part of 班会, 班级, 班主任 or 班队.
fn end_of_class(c: &mut Cursor<'_>) -> bool {
    let mut next = *c;
    let ends = next.eat("班") && !next.peek().is_some_and(|n| "会级主队务".contains(n));
    if ends {
        *c = next;
    }
    ends
}

/// `Grade 7 Class 2`, `Year 9B`, `Class A`.
fn worded(c: &mut Cursor<'_>) -> bool {
    let mut found = false;
    loop {
        let mut next = *c;
        if found {
            next.spaces();
            next.eat(",");
            next.spaces();
        }
        if !["grade", "class", "year", "form"].iter().any(|w| next.eat(w)) {
            return found;
        }
        next.spaces();
        let digits = next.digits(3).is_some();
        let letter = next.peek().is_some_and(|l| l.is_ascii_lowercase());
        next.at += usize::from(letter);
        if !(digits || letter) || next.peek().is_some_and(is_word) {
            return found;
        }
        *c = next;
        found = true;
    }
}

/// `7A`, `S3B`.
fn short(c: &mut Cursor<'_>) -> bool {
    if c.before().is_some_and(is_word) {
        return false;
    }
    c.eat_one("gysf");
    c.digits(2).is_some() && c.eat_one("abcdefgh").is_some() && c.peek().is_none_or(|n| !is_word(n))
}

#[cfg(test)]
mod tests {
    use super::super::cursor::folded;
    use super::*;

    fn of(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        scan(&folded(text))
            .into_iter()
            .map(|r| chars[r].iter().collect())
            .collect()
    }

    #[test]
    fn classes_of_every_kind() {
        for text in [
            "三(2)班",
            "三（2）班",
            "三（二）班",
            "三(2)",
            "高一(3)班",
            "高一3班",
            "初二（1）班",
            "七年级2班",
            "七年級二班",
            "三年2班",
            "三年甲班",
            "701班",
            "2班",
            "十二班",
            "三2班",
            "7(1)",
            "7A",
            "S3B",
            "Class 3A",
            "Year 9B",
            "Grade 7 Class 2",
        ] {
            assert_eq!(of(text), [text], "{text}");
        }
    }

    #[test]
    fn classes_inside_of_a_text() {
        assert_eq!(of("语文三(2)班"), ["三(2)班"]);
        assert_eq!(of("三(2)班语文"), ["三(2)班"]);
        assert_eq!(of("语文 三(1)班 三(2)班"), ["三(1)班", "三(2)班"]);
        assert_eq!(of("三(2)班班会"), ["三(2)班"]);
        assert_eq!(of("Maths 7A"), ["7A"]);
        for text in [
            "班会",
            "三(2)班会",
            "班主任",
            "第2班",
            "数学(1)",
            "3D打印",
            "classic",
            "A301教室",
            "高级班",
            "",
        ] {
            assert_eq!(of(text), [""; 0], "{text}");
        }
    }
}
