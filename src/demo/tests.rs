use super::*;
use crate::diary::check_no_overlap;
use crate::domain::{Activity, Span, WeekId};
use crate::figures::{Baseline, Standing, Status, WeekFigures, average_change};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn friday() -> NaiveDate {
    date("2026-11-20")
}

/// Every week of the diary, in order.
fn weeks(diary: &Diary) -> Vec<WeekFigures> {
    let ids: BTreeSet<WeekId> = diary.days().map(|d| WeekId::of(d.date)).collect();
    ids.into_iter()
        .map(|w| WeekFigures::of(w, diary.days()))
        .collect()
}

fn minutes(week: &WeekFigures, codes: &[&str]) -> u32 {
    let sum = |code: &&str| {
        week.by_activity
            .get(&Activity::new(Category::Teaching, code).unwrap())
    };
    codes.iter().filter_map(sum).map(|tally| tally.minutes).sum()
}

/// Weeks before the one of today without a holiday or a make-up day.
fn full_weeks(diary: &Diary, today: NaiveDate) -> Vec<WeekFigures> {
    let mut all = weeks(diary);
    let usual = |w: WeekId| w.days().all(|d| diary.day(d).kind() == DayKind::default_for(d));
    all.retain(|w| w.week < WeekId::of(today) && usual(w.week));
    all
}

fn hours(range: std::ops::RangeInclusive<u32>, minutes: u32) -> bool {
    (range.start() * 60..=range.end() * 60).contains(&minutes)
}

fn check_ranges(diary: &Diary, today: NaiveDate) {
    let full = full_weeks(diary, today);
    assert!(full.len() >= 5, "{today}: {} full weeks", full.len());
    for week in full {
        let at = format!("{today}, {}", week.week);
        let (total, lessons) = (week.total(), minutes(&week, &["lesson"]));
        let desk = minutes(&week, &["preparation", "marking"]);
        assert!(hours(45..=55, total), "{at}: total {total}");
        assert!(hours(12..=18, lessons), "{at}: lessons {lessons}");
        assert!(hours(14..=20, desk), "{at}: preparation and marking {desk}");
        assert!(
            hours(10..=18, week.non_teaching()),
            "{at}: non-teaching {}",
            week.non_teaching()
        );
    }
    for day in diary.days().filter(|d| d.is_school() && d.date < today) {
        let blocks = day.blocks().len();
        assert!(
            (8..=18).contains(&blocks),
            "{today}, {}: {blocks} blocks",
            day.date
        );
    }
}

fn check_shape(diary: &Diary, today: NaiveDate) {
    assert!(check_no_overlap(diary).is_ok(), "{today}");
    let all = weeks(diary);
    let before = all.iter().filter(|w| w.week < WeekId::of(today)).count();
    assert!(before >= 8, "{today}: {before} weeks");
    let open: Vec<_> = diary
        .days()
        .filter(|d| d.is_school() && !d.closed && d.date < today)
        .collect();
    assert_eq!(open.len(), 1, "{today}: {open:?}");
    assert!(
        open[0].date < today - Days::new(7),
        "{today}: the forgotten day is an earlier one"
    );
    assert!(!diary.day(today).closed);
    let ends = diary
        .day(today)
        .blocks()
        .iter()
        .filter_map(|b| b.span.clock_times())
        .map(|(_, end)| end)
        .max();
    if diary.day(today).is_school() {
        assert!(
            (16 * 60..=17 * 60 + 30).contains(&ends.unwrap()),
            "{today}: {ends:?}"
        );
    }
    let saturdays = diary
        .days()
        .filter(|d| d.is_school() && !Day::empty(d.date).is_school());
    assert_eq!(saturdays.count(), 1, "{today}: one make-up Saturday");
    let baseline = Baseline::auto(all.iter().cloned()).expect("two complete weeks");
    let last = &all[all.len() - 4..all.len() - 1];
    let change = average_change(last, &baseline, &GoalSubject::NonTeaching).unwrap();
    assert!((-0.30..0.05).contains(&change), "{today}: {change}");
}

#[test]
fn the_term_has_everything_that_the_screens_show() {
    let (diary, profile) = term(friday(), Lang::ZhHans);
    check_ranges(&diary, friday());
    check_shape(&diary, friday());
    let blocks = || diary.days().flat_map(Day::blocks);
    let of = |category, code: &'static str| blocks().filter(move |b| b.activity.is(category, code));
    assert!(blocks().any(|b| b.parallel));
    assert!(of(Category::ParentMessages, "messages").any(|b| !b.parallel && b.span.clock_times().is_none()));
    assert!(of(Category::Reports, "inspection").count() >= 4);
    assert!(
        blocks()
            .filter(|b| b.activity.category == Category::Meetings)
            .all(|b| b.rating.is_some())
    );
    let staff: Vec<u32> = of(Category::Meetings, "staff-meeting")
        .map(|b| b.span.minutes())
        .collect();
    assert!(
        staff.len() >= 10 && staff.iter().any(|m| *m > 90) && staff.iter().any(|m| *m <= 90),
        "{staff:?}"
    );
    assert!(
        blocks().any(|b| b.span.clock_times().is_some_and(|(start, _)| start >= 19 * 60)),
        "evenings"
    );
    assert_eq!(
        diary.day(date("2026-10-01")).kind(),
        DayKind::Off(Some("国庆节".into()))
    );
    assert!(diary.day(date("2026-10-10")).is_school() && diary.day(date("2026-10-10")).closed);
    assert!(diary.day(date("2026-11-19")).closed, "yesterday");
    assert_eq!(profile.side_goals().count(), 1);
}

#[test]
fn the_gauge_has_something_to_show() {
    let (diary, profile) = term(friday(), Lang::En);
    let all = weeks(&diary);
    let baseline = Baseline::auto(all.iter().cloned()).unwrap();
    let standing: Vec<Status> = all
        .iter()
        .map(|w| Standing::of(w, Some(&baseline), &profile.main_goal()).status)
        .collect();
    for status in [Status::Baseline, Status::Missed, Status::Met] {
        assert!(standing.contains(&status), "{status:?} is not among {standing:?}");
    }
    let now = standing.last();
    assert!(
        matches!(now, Some(Status::OnTrack | Status::AtRisk)),
        "{standing:?}"
    );
    let last = &all[all.len() - 4..all.len() - 1];
    let change = average_change(last, &baseline, &GoalSubject::NonTeaching).unwrap();
    assert!((-0.2..-0.08).contains(&change), "{change}");
}

#[test]
fn every_built_in_activity_used_is_known_and_notes_are_in_the_language() {
    let known = Profile::default().taxonomy();
    let chinese = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let notes = |lang| -> Vec<String> {
        let (diary, _) = term(friday(), lang);
        diary
            .days()
            .flat_map(Day::blocks)
            .map(|b| b.note.as_str().to_owned())
            .collect()
    };
    let (simplified, traditional, en) = (notes(Lang::ZhHans), notes(Lang::ZhHant), notes(Lang::En));
    assert_eq!(
        (simplified.len(), traditional.len()),
        (en.len(), en.len()),
        "the same blocks in every language"
    );
    assert!(!en.iter().any(|n| chinese(n)));
    for (a, b) in simplified.iter().zip(&traditional).filter(|(a, _)| !a.is_empty()) {
        assert!(chinese(a) && chinese(b), "{a} {b}");
    }
    assert!(
        simplified
            .iter()
            .zip(&traditional)
            .filter(|(a, b)| a != b)
            .count()
            > 100,
        "traditional is not simplified"
    );
    let (diary, _) = term(friday(), Lang::En);
    for block in diary.days().flat_map(Day::blocks) {
        assert!(known.activity(&block.activity).is_some(), "{}", block.activity);
    }
}

#[test]
fn the_turn_of_the_year_and_the_ends_of_time_are_no_trouble() {
    for today in [
        "1970-01-01",
        "1970-03-01",
        "2399-12-31",
        "2027-01-01",
        "2026-12-31",
        "2028-02-29",
        "2026-10-04",
    ] {
        let (diary, _) = term(date(today), Lang::En);
        assert!(check_no_overlap(&diary).is_ok(), "{today}");
    }
    for today in [NaiveDate::MIN, NaiveDate::MAX] {
        assert!(
            term(today, Lang::En)
                .0
                .days()
                .all(|d| crate::domain::check_date(d.date).is_ok())
        );
    }
    for today in ["1971-01-01", "2027-01-01", "2399-12-31"] {
        check_shape(&term(date(today), Lang::ZhHant).0, date(today));
    }
}

proptest! {
    #[test]
    fn any_day_has_a_believable_term_behind_it(days in 365u64..157_000) {
        let today = FIRST_DATE + Days::new(days);
        let (diary, profile) = term(today, Lang::ZhHans);
        check_ranges(&diary, today);
        check_shape(&diary, today);
        prop_assert_eq!((diary, profile), term(today, Lang::ZhHans), "the same every time");
    }
}

#[test]
fn the_timetable_is_what_was_logged_and_goes_on() {
    for lang in Lang::ALL {
        let (diary, profile) = term(friday(), lang);
        for day in diary.days().filter(|d| d.is_school() && d.date < friday()) {
            let planned = profile.planned(day);
            assert!(planned.len() >= 4, "{}", day.date);
            // On the make-up day nobody stays for evening study.
            let evening = |span: Span| day.follows.is_some() && span.clock_times() > Some((18 * 60, 0));
            for p in planned.into_iter().filter(|p| !evening(p.span)) {
                let logged = day.blocks().iter().find(|b| b.span.overlaps(p.span));
                assert!(
                    logged.is_some_and(|b| b.activity == p.activity),
                    "{} {}",
                    day.date,
                    p.span
                );
            }
        }
        let next_week = Day::empty(date("2026-11-27"));
        assert_eq!(profile.unconfirmed(&next_week).len(), 5);
        assert!(
            profile.unconfirmed(&diary.day(friday())).is_empty(),
            "today is logged"
        );
    }
}
