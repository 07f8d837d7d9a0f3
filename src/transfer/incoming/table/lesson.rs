//! Takes apart what stands in one cell of a timetable: 语文 三(2)班 1-16周 单.

use super::cursor::{folded, is_word};
use super::week_words::Told;
use super::{class, week_words};
use crate::timetable::Weeks;
use std::ops::Range;

/// One lesson of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lesson {
    /// What is neither class nor weeks; the class where there is nothing else. Never empty.
    pub(super) label: String,
    /// The class, or several with spaces between; perhaps empty.
    pub(super) class: String,
    /// In which weeks.
    pub(super) weeks: Weeks,
}

/// A cell whose weeks cannot be told: nothing is guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct UnclearWeeks;

/// A cell under the eye.
struct Text {
    chars: Vec<char>,
    folded: Vec<char>,
    told: Vec<Told>,
}

/// The lessons of a cell: none where no word stands in it, several where each has its own weeks.
pub(super) fn lessons(text: &str) -> Result<Vec<Lesson>, UnclearWeeks> {
    let folded = folded(text);
    let text = Text {
        chars: text.chars().collect(),
        told: week_words::scan(&folded),
        folded,
    };
    let whole = 0..text.chars.len();
    let parts = if text.told.len() > 1 {
        text.divided().ok_or(UnclearWeeks)?
    } else {
        vec![whole]
    };
    let lessons: Result<Vec<_>, _> = parts.into_iter().map(|part| text.lesson(part)).collect();
    Ok(lessons?.into_iter().flatten().collect())
}

/// Signs between lessons that share a cell.
fn is_strong(c: char) -> bool {
    matches!(c, '/' | ';' | '|' | '\\')
}

impl Text {
    /// The parts of a cell that have weeks of their own; none where it cannot be told which words go with which weeks.
    fn divided(&self) -> Option<Vec<Range<usize>>> {
        let by = |is_end, each| self.grouped(&self.cut(is_end), each);
        by(is_strong, true)
            .or_else(|| by(|c| c == '\n', false))
            .or_else(|| by(char::is_whitespace, false))
    }

    /// Cuts at signs, but not inside of what tells of weeks.
    fn cut(&self, is_end: fn(char) -> bool) -> Vec<Range<usize>> {
        let in_weeks = |at: usize| self.told.iter().any(|t| t.range.contains(&at));
        let mut parts = Vec::new();
        let mut start = 0;
        for (at, c) in self.folded.iter().copied().chain([' ']).enumerate() {
            let is_last = at == self.folded.len();
            if is_last || is_end(c) && !in_weeks(at) {
                parts.push(start..at);
                start = at + 1;
            }
        }
        let says_something = |r: &Range<usize>| {
            self.chars
                .get(r.clone())
                .unwrap_or_default()
                .iter()
                .any(|c| is_word(*c))
        };
        parts.retain(says_something);
        parts
    }

    /// Joins parts so that each has its weeks, which stand first in all of them or last in all of them.
    fn grouped(&self, parts: &[Range<usize>], each: bool) -> Option<Vec<Range<usize>>> {
        let count = |part: &Range<usize>| self.told.iter().filter(|t| part.contains(&t.range.start)).count();
        let counts: Vec<usize> = parts.iter().map(count).collect();
        if counts.iter().any(|n| *n > 1) || parts.len() < 2 {
            return None;
        }
        if counts.iter().all(|n| *n == 1) {
            return Some(parts.to_vec());
        }
        let (first, last) = (counts.first() == Some(&1), counts.last() == Some(&1));
        if each || first == last {
            return None;
        }
        let mut groups: Vec<Range<usize>> = Vec::new();
        let mut open = false;
        for (part, count) in parts.iter().zip(counts) {
            match groups.last_mut() {
                Some(group) if open && !(first && count == 1) => group.end = part.end,
                _ => groups.push(part.clone()),
            }
            open = first || count == 0;
        }
        Some(groups)
    }

    fn lesson(&self, part: Range<usize>) -> Result<Option<Lesson>, UnclearWeeks> {
        let told: Vec<&Told> = self
            .told
            .iter()
            .filter(|t| part.contains(&t.range.start))
            .collect();
        let weeks = match told.as_slice() {
            [] => Weeks::all(),
            [only] if !self.is_doubtful(&part, &only.range) => only.weeks.clone().ok_or(UnclearWeeks)?,
            _ => return Err(UnclearWeeks),
        };
        let mut rest = self.folded.get(part.clone()).unwrap_or_default().to_vec();
        let blank = |rest: &mut Vec<char>, range: Range<usize>| {
            for c in rest.iter_mut().skip(range.start).take(range.len()) {
                *c = '\0';
            }
        };
        for t in &told {
            blank(&mut rest, t.range.start - part.start..t.range.end - part.start);
        }
        let classes = class::scan(&rest);
        let original = self.chars.get(part).unwrap_or_default();
        let text = |range: &Range<usize>| {
            original
                .get(range.clone())
                .unwrap_or_default()
                .iter()
                .collect::<String>()
        };
        let class = classes.iter().map(text).collect::<Vec<_>>().join(" ");
        for range in classes {
            blank(&mut rest, range);
        }
        let left = original
            .iter()
            .zip(&rest)
            .map(|(c, r)| if *r == '\0' { ' ' } else { *c });
        let label = tidy(&left.collect::<String>());
        let everything = tidy(&original.iter().collect::<String>());
        let label = [label, class.clone(), everything]
            .into_iter()
            .find(|l| l.contains(is_word));
        Ok(label.map(|label| Lesson { label, class, weeks }))
    }

    /// 语文/数学(双): are both in even weeks, or the second only? Weeks that stand apart from both are those of both.
    fn is_doubtful(&self, part: &Range<usize>, weeks: &Range<usize>) -> bool {
        let is_shared = self
            .cut(is_strong)
            .iter()
            .filter(|p| part.contains(&p.start) && p.end <= part.end)
            .count()
            > 1;
        let stands_at = |at: Option<usize>| {
            let c = at
                .filter(|at| part.contains(at))
                .and_then(|at| self.chars.get(at));
            c.is_some_and(|c| !c.is_whitespace() && !is_strong(*c))
        };
        let after_colon = weeks.end.checked_sub(1).and_then(|at| self.folded.get(at)) == Some(&':');
        is_shared && (after_colon || stands_at(weeks.start.checked_sub(1)) || stands_at(Some(weeks.end)))
    }
}

/// One line, without empty brackets and without signs at its ends.
fn tidy(text: &str) -> String {
    let mut line = super::cursor::one_line(text);
    for empty in [
        "()", "( )", "（）", "（ ）", "[]", "[ ]", "【】", "【 】", "{}", "{ }",
    ] {
        line = line.replace(empty, " ");
    }
    let is_sign = |c: char| c.is_whitespace() || ":：,，、;；/／|\\-—".contains(c);
    super::cursor::one_line(line.trim_matches(is_sign))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(text: &str) -> Vec<String> {
        let print = |l: Lesson| format!("{}|{}|{}", l.label, l.class, l.weeks);
        lessons(text).map_or_else(
            |UnclearWeeks| vec!["?".to_owned()],
            |l| l.into_iter().map(print).collect(),
        )
    }

    #[test]
    fn one_lesson_in_a_cell() {
        for (text, expected) in [
            ("语文", "语文||all"),
            ("语文\n三(2)班", "语文|三(2)班|all"),
            ("语文 三(2)班", "语文|三(2)班|all"),
            ("三（2）班 语文", "语文|三（2）班|all"),
            ("语文（单周）", "语文||odd"),
            ("语文(三(2)班)", "语文|三(2)班|all"),
            ("语文 三(2)班 1-16周 单", "语文|三(2)班|1-16 odd"),
            ("数学\n三(1)班\n1-16周(双)\n302室", "数学 302室|三(1)班|1-16 even"),
            ("Maths 7A (odd weeks)", "Maths|7A|odd"),
            ("三(2)班", "三(2)班|三(2)班|all"),
            ("音乐/美术 单周", "音乐/美术||odd"),
            ("C++", "C++||all"),
            ("英语（听说）", "英语（听说）||all"),
        ] {
            assert_eq!(of(text), [expected], "{text}");
        }
        for text in ["", " ", "-", "——", "/"] {
            assert_eq!(of(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn several_lessons_in_a_cell() {
        for (text, first, second) in [
            ("单:语文/双:数学", "语文||odd", "数学||even"),
            ("语文(单)/数学(双)", "语文||odd", "数学||even"),
            (
                "语文(单)\n三(2)班\n数学(双)\n三(3)班",
                "语文|三(2)班|odd",
                "数学|三(3)班|even",
            ),
            (
                "语文\n三(2)班\n单周\n数学\n三(3)班\n双周",
                "语文|三(2)班|odd",
                "数学|三(3)班|even",
            ),
            ("单 语文 双 数学", "语文||odd", "数学||even"),
            ("语文 1-8周；数学 9-16周", "语文||1-8", "数学||9-16"),
            ("單週：國語；雙週：數學", "國語||odd", "數學||even"),
        ] {
            assert_eq!(of(text), [first, second], "{text}");
        }
    }

    #[test]
    fn nothing_is_guessed() {
        for text in [
            "语文/数学(双)",
            "双:语文/数学",
            "语文 16-1周",
            "单 语文 数学 双",
            "语文 1-8周(单),9-16周(双)",
        ] {
            assert_eq!(of(text), ["?"], "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_character_of_a_word_is_lost_and_nothing_panics(text in "[语文数学三2()（）班周单双:/\n 1-9a-c,;|【】]{0,20}|.{0,12}") {
            if let Ok(found) = lessons(&text) {
                prop_assert!(found.iter().all(|l| !l.label.is_empty()));
                if week_words::scan(&folded(&text)).is_empty() {
                    let kept: String = found.iter().flat_map(|l| [l.label.as_str(), l.class.as_str()]).collect();
                    prop_assert!(text.chars().filter(|c| is_word(*c)).all(|c| kept.contains(c)), "{}", kept);
                }
            }
        }
    }
}
