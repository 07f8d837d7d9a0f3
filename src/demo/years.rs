//! Many years of school days, to measure with.

use crate::diary::Diary;
use crate::domain::{Activity, Block, Category, Day, Note, Span, check_date};
use crate::survey::collector::Dice;
use chrono::{Datelike, Days, NaiveDate};

/// School days in a year.
const DAYS: usize = 200;

/// Start, length, category, activity: ten blocks a day.
const BLOCKS: [(u32, u32, Category, &str); 10] = [
    (450, 25, Category::Teaching, "tutoring"),
    (480, 45, Category::Teaching, "lesson"),
    (535, 45, Category::Teaching, "lesson"),
    (610, 45, Category::Teaching, "marking"),
    (665, 45, Category::Teaching, "lesson"),
    (730, 40, Category::Duty, "supervision"),
    (840, 45, Category::Teaching, "preparation"),
    (895, 45, Category::Reports, "forms"),
    (950, 45, Category::Meetings, "group-meeting"),
    (1200, 30, Category::ParentMessages, "messages"),
];

/// Characters for notes: common ones, so that searches hit.
const CHARACTERS: [char; 24] = [
    '班', '语', '文', '课', '会', '报', '表', '家', '长', '学', '生', '作', '业', '备', '周', '检', '查',
    '教', '研', '练', '习', '册', '安', '全',
];

/// `n` years of 200 closed school days up to `until`, each with ten blocks and notes of ten Chinese characters: 2,000
/// blocks a year.
///
/// A year is 52 weeks here, so that every year ends on the same weekday. Dates that a diary does not take are left out.
#[must_use]
pub fn years(n: u32, until: NaiveDate) -> Diary {
    let mut dice = Dice::new(u64::from(n));
    (0..u64::from(n))
        .rev()
        .filter_map(|year| until.checked_sub_days(Days::new(364 * year)))
        .flat_map(school_days_until)
        .filter(|date| check_date(*date).is_ok())
        .map(|date| day(date, &mut dice))
        .collect()
}

/// The 200 weekdays up to a date, earliest first.
fn school_days_until(last: NaiveDate) -> Vec<NaiveDate> {
    let back = std::iter::successors(Some(last), NaiveDate::pred_opt);
    let mut dates: Vec<_> = back
        .filter(|d| d.weekday().number_from_monday() <= 5)
        .take(DAYS)
        .collect();
    dates.reverse();
    dates
}

fn day(date: NaiveDate, dice: &mut Dice) -> Day {
    let mut day = Day::empty(date);
    for (start, length, category, code) in BLOCKS {
        let text: String = (0..10).map(|_| dice.pick(&CHARACTERS)).collect();
        let block = (
            Span::clocked(start, start + length),
            Activity::new(category, code),
            Note::new(&text),
        );
        if let (Ok(span), Ok(activity), Ok(note)) = block {
            let id = day.new_id();
            day.put(Block {
                id,
                activity,
                span,
                note,
                rating: None,
                parallel: false,
            });
        }
    }
    day.closed = true;
    day
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::check_no_overlap;

    #[test]
    fn a_year_is_200_days_of_ten_blocks() {
        let until = "2026-11-20".parse().unwrap();
        let diary = years(3, until);
        assert_eq!(diary.days().count(), 600);
        assert_eq!(diary.days().next_back().unwrap().date, until);
        for day in diary.days() {
            assert!(
                day.closed && day.is_school() && day.blocks().len() == 10,
                "{}",
                day.date
            );
            assert!(day.blocks().iter().all(|b| b.note.as_str().chars().count() == 10));
        }
        assert!(check_no_overlap(&diary).is_ok());
        assert_eq!(years(3, until), diary, "the same every time");
    }

    #[test]
    fn dates_before_the_first_are_left_out() {
        let diary = years(3, "1971-01-04".parse().unwrap());
        assert!((200..400).contains(&diary.days().count()));
    }
}
