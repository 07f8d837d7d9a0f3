//! What holds for the figures of any diary, checked against a plain second computation in `oracle`.

mod logs;
mod oracle;

use super::*;
use crate::domain::{Category, DayKind, WeekId};
use logs::{Log, blocks, goal, logs};
use proptest::prelude::*;

fn figures(log: &Log, n: usize) -> WeekFigures {
    WeekFigures::of(log.week(n), &log.days)
}

fn all(log: &Log) -> Vec<WeekFigures> {
    (0..Log::WEEKS).map(|n| figures(log, n)).collect()
}

fn standing(week: &WeekFigures, baseline: &Baseline, hundredths: u32) -> Standing {
    Standing::of(week, Some(baseline), &goal(hundredths))
}

proptest! {
    #[test]
    fn sums_are_those_of_a_plain_count(log in logs(), n in 0..Log::WEEKS) {
        let (ours, plain) = (figures(&log, n), oracle::week(&log, n));
        for c in Category::ALL {
            prop_assert_eq!(ours.sums.minutes[c], plain.minutes[c.index()]);
            let parts = ours.by_activity.iter().filter(|(a, _)| a.category == c).map(|(_, tally)| tally.minutes);
            prop_assert_eq!(ours.sums.minutes[c], parts.sum::<u32>(), "a category is the sum of its activities");
        }
        prop_assert_eq!(ours.total(), plain.minutes.iter().sum::<u32>());
        prop_assert_eq!(ours.non_teaching() + ours.sums.minutes[Category::Teaching], ours.total());
        prop_assert_eq!(ours.sums.parallel_minutes, plain.parallel);
        prop_assert_eq!(ours.lessons(), plain.lessons);
        prop_assert_eq!(
            (ours.plan.school_days, ours.plan.closed_days, ours.plan.is_complete()),
            (plain.school_days, plain.closed_days, plain.complete())
        );
        prop_assert_eq!((ours.meetings.count, ours.meetings.minutes), (plain.meetings, plain.minutes[1]));
        prop_assert_eq!(ours.sums.non_teaching_share().is_none(), ours.total() == 0);
        let shares = ours.sums.non_teaching_share().unwrap_or(0.0) + ours.lesson_share().unwrap_or(0.0);
        prop_assert!((0.0..=1.0 + 1e-12).contains(&shares), "a lesson is not non-teaching");
    }

    #[test]
    fn parallel_blocks_change_nothing_but_their_own_sum(
        log in logs(), n in 0..Log::WEEKS, day in 0usize..7, extra in blocks(5)
    ) {
        let before = figures(&log, n);
        let mut more = log;
        let mut added = 0;
        for mut block in extra {
            block.parallel = true;
            added += more.put(n * 7 + day, block);
        }
        let after = figures(&more, n);
        prop_assert_eq!(after.sums.parallel_minutes, before.sums.parallel_minutes + added);
        let sums = Sums { parallel_minutes: before.sums.parallel_minutes, ..after.sums };
        prop_assert_eq!(WeekFigures { sums, ..after }, before);
    }

    #[test]
    fn the_order_of_days_and_other_weeks_do_not_matter(log in logs().prop_flat_map(|log| {
        let days = log.days.clone();
        (Just(log), Just(days).prop_shuffle())
    })) {
        let (log, shuffled) = log;
        for n in 0..Log::WEEKS {
            let here = || shuffled.iter().filter(|d| WeekId::of(d.date) == log.week(n));
            prop_assert_eq!(figures(&log, n), WeekFigures::of(log.week(n), &shuffled));
            prop_assert_eq!(figures(&log, n), WeekFigures::of(log.week(n), here()));
        }
    }

    #[test]
    fn week_after_week_is_the_same_as_each_by_itself(log in logs(), from in 0usize..20, gap in 0usize..20) {
        let kept = || log.days.iter().enumerate().filter(|(i, _)| *i >= from && !(20..20 + gap).contains(i));
        let days: Vec<_> = kept().map(|(_, d)| d).collect();
        let mut ids: Vec<WeekId> = days.iter().map(|d| WeekId::of(d.date)).collect();
        ids.dedup();
        let one_by_one: Vec<_> = ids.into_iter().map(|w| WeekFigures::of(w, days.iter().copied())).collect();
        prop_assert_eq!(WeekFigures::each(days).collect::<Vec<_>>(), one_by_one);
    }

    #[test]
    fn standings_are_those_of_the_written_definition(log in logs(), hundredths in 0u32..=10_000) {
        let weeks = all(&log);
        for (baseline, rate) in oracle::baselines(&log, &weeks) {
            let plain_weeks: Vec<_> = (0..Log::WEEKS).map(|n| oracle::week(&log, n)).collect();
            for (n, week) in weeks.iter().enumerate() {
                let ours = Standing::of(week, baseline.as_ref(), &goal(hundredths));
                let in_baseline = baseline.as_ref().is_some_and(|b| b.contains(week.week));
                let plain = oracle::standing(&plain_weeks[n], rate, hundredths, in_baseline);
                prop_assert_eq!(ours.expected.map(u64::from), plain.expected);
                prop_assert_eq!(ours.target.map(u64::from), plain.target);
                prop_assert_eq!(ours.status.code(), plain.status);
                prop_assert_eq!(ours.change.is_some(), plain.change.is_some());
                if let (Some(a), Some(b)) = (ours.change, plain.change) {
                    prop_assert!((a - b).abs() < 1e-9, "{} {}", a, b);
                }
                let remaining = ours.target.map(|t| i64::from(t) - i64::from(week.non_teaching()));
                prop_assert_eq!(ours.remaining, remaining);
            }
        }
    }

    #[test]
    fn the_automatic_baseline_is_the_first_two_complete_weeks(log in logs()) {
        let weeks = all(&log);
        let complete: Vec<WeekId> =
            (0..Log::WEEKS).filter(|n| oracle::week(&log, *n).complete()).map(|n| log.week(n)).collect();
        let found = Baseline::auto(weeks.iter().cloned());
        prop_assert_eq!(found.is_some(), complete.len() >= 2);
        let ids: Vec<WeekId> = found.iter().flat_map(Baseline::weeks).collect();
        if found.is_some() {
            prop_assert_eq!(&ids[..], &complete[..2]);
        }
        let chosen = Baseline::of_weeks(weeks.iter().chain(&weeks).cloned());
        let ids: Vec<WeekId> = chosen.iter().flat_map(Baseline::weeks).collect();
        prop_assert!(chosen.is_none() || ids == complete, "every complete week, each once");
    }

    #[test]
    fn a_week_without_school_days_meets_and_misses_nothing(
        mut log in logs(), n in 0..Log::WEEKS, typed in 0u32..5000, closed: bool
    ) {
        for day in &mut log.days[n * 7..n * 7 + 7] {
            day.mark(DayKind::Off(None));
            day.closed = closed;
        }
        let week = figures(&log, n);
        let s = standing(&week, &Baseline::typed(typed), 1500);
        prop_assert_eq!(s.status, Status::Holiday);
        prop_assert_eq!((s.expected, s.target, s.remaining, s.change), (None, None, None, None));
        let auto = Baseline::auto(all(&log));
        prop_assert!(!auto.is_some_and(|b| b.contains(week.week)));
    }

    #[test]
    fn a_complete_week_at_its_target_is_met_and_a_minute_over_is_missed(
        typed in 0u32..6000, hundredths in 0u32..=10_000, days in 1u32..=7, teaching in 0u32..600
    ) {
        let baseline = Baseline::typed(typed);
        let target = standing(&Log::complete_week(days, teaching, 0), &baseline, hundredths).target.unwrap();
        let at = |minutes| standing(&Log::complete_week(days, teaching, minutes), &baseline, hundredths);
        prop_assert_eq!(at(target).status, Status::Met);
        prop_assert_eq!(at(target).remaining, Some(0));
        prop_assert_eq!(at(target + 1).status, Status::Missed);
        prop_assert_eq!(at(target + 1).remaining, Some(-1));
        prop_assert_eq!(at(0).status, Status::Met);
    }

    #[test]
    fn an_open_week_at_its_pace_is_on_track_and_a_minute_over_is_at_risk(
        per_day in 1u32..300, days in 2u32..=7, closed in 0u32..=6
    ) {
        let closed = closed.min(days - 1);
        let baseline = Baseline::typed(per_day * 5);
        let status = |minutes| standing(&Log::one_week(days, closed, 60, minutes), &baseline, 0).status;
        let allowed = per_day * if closed == 0 { days } else { closed };
        prop_assert_eq!(status(allowed), Status::OnTrack);
        prop_assert_eq!(status(allowed + 1), Status::AtRisk);
    }

    #[test]
    fn expected_minutes_scale_with_the_school_days(typed in 0u32..6000, days in 1u32..=7) {
        let baseline = Baseline::typed(typed);
        let expected = |d| standing(&Log::complete_week(d, 0, 0), &baseline, 1500).expected.unwrap();
        prop_assert_eq!(expected(5), typed, "a typed-in baseline is that of a five-day week");
        let apart = (i64::from(expected(days)) * 5 - i64::from(typed * days)).abs();
        prop_assert!(apart <= 2, "rounded by at most half a minute: {} fifths", apart);
    }

    #[test]
    fn the_average_change_of_one_week_is_its_change(
        typed in 0u32..6000, days in 1u32..=7, minutes in 0u32..6000
    ) {
        let (baseline, week) = (Baseline::typed(typed), Log::complete_week(days, 60, minutes));
        let change = standing(&week, &baseline, 1500).change;
        prop_assert_eq!(average_change(&[week], &baseline, &GoalSubject::NonTeaching), change);
        prop_assert_eq!(change.is_some(), typed > 0);
    }

    #[test]
    fn the_average_change_counts_complete_weeks_outside_the_baseline(log in logs()) {
        let weeks = all(&log);
        for (baseline, rate) in oracle::baselines(&log, &weeks) {
            let Some(baseline) = baseline else { continue };
            let ours = average_change(&weeks, &baseline, &GoalSubject::NonTeaching);
            let counted = (0..Log::WEEKS).filter(|n| !baseline.contains(log.week(*n)));
            let plain = oracle::average_change(counted.map(|n| oracle::week(&log, n)), rate.unwrap());
            prop_assert_eq!(ours.is_some(), plain.is_some());
            if let (Some(a), Some(b)) = (ours, plain) {
                prop_assert!((a - b).abs() < 1e-9, "{} {}", a, b);
            }
        }
    }
}

#[test]
fn goals_on_a_category_and_on_an_activity_count_their_own_minutes() {
    let week = Log::complete_week(5, 45, 300);
    let activity = week
        .by_activity
        .keys()
        .find(|a| a.category == Category::Reports)
        .unwrap();
    for (subject, minutes) in [
        (GoalSubject::NonTeaching, 300),
        (GoalSubject::Category(Category::Reports), 300),
        (GoalSubject::Category(Category::Duty), 0),
        (GoalSubject::Activity(activity.clone()), 300),
    ] {
        assert_eq!(subject.minutes(&week), minutes, "{subject}");
    }
    let reports = Goal {
        subject: GoalSubject::Category(Category::Reports),
        reduction: Percent::POLICY,
    };
    let typed = Standing::of(&week, Some(&Baseline::typed(300)), &reports);
    assert_eq!(
        typed.status,
        Status::NoBaseline,
        "a typed-in baseline says nothing of reports"
    );
}
