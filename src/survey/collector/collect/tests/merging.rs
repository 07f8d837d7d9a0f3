//! The dataset does not depend on the order of what comes, nor on how often.

use super::*;
use proptest::collection::vec;
use proptest::prelude::*;

fn any_sent() -> impl Strategy<Value = Sent> {
    let says = prop_oneof![3 => (0u8..3).prop_map(Some), 1 => Just(None)];
    let sent = (0u8..5, 0u8..3, 1u32..4, says);
    sent.prop_map(|(who, week, revision, says)| Sent {
        who,
        week,
        revision,
        says,
    })
}

/// What the dataset must have: for each respondent and week the highest revision that is above all withdrawn ones.
fn expected(survey: &Survey, all: &[Sent]) -> BTreeMap<(WeekId, Respondent), u32> {
    let mut out = BTreeMap::new();
    for sent in all.iter().filter(|s| s.says.is_some()) {
        let is_same = |s: &&Sent| (s.who, s.week) == (sent.who, sent.week);
        let withdrawn = all.iter().filter(is_same).filter(|s| s.says.is_none());
        if withdrawn.map(|s| s.revision).max() < Some(sent.revision) {
            let heading = *survey.message(*sent).heading();
            let highest = out.entry((heading.week, heading.respondent)).or_default();
            *highest = sent.revision.max(*highest);
        }
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10))]

    #[test]
    fn any_order_and_any_runs_come_to_the_same(
        all in vec(any_sent(), 1..16),
        order in Just((0..24).collect::<Vec<usize>>()).prop_shuffle(),
        runs in vec(0usize..3, 24),
    ) {
        let survey = Survey::new();
        let sealed: Vec<Vec<u8>> = all.iter().map(|s| survey.sealed(*s)).collect();
        for (n, sealed) in sealed.iter().enumerate() {
            survey.put(&format!("{n}.age"), sealed);
        }
        let once = survey.collect("once");
        prop_assert_eq!(once.tally.not_taken, 0);
        prop_assert_eq!(survey.revisions("once"), expected(&survey, &all));
        let t = once.tally;
        let messages = t.taken + t.corrected + t.older + t.copies + t.withdrawals + t.withdrawn;
        prop_assert!(messages >= all.len() as u64, "{:?}", t);

        // In three runs, in another order, some of it twice and sealed once more.
        for run in 0..3 {
            for (place, n) in order.iter().filter(|n| **n < all.len()).enumerate() {
                if runs[place] == run {
                    survey.put(&format!("again/{run}/{place}"), &sealed[*n]);
                    if n % 2 == 0 {
                        survey.put(&format!("again/more/{run}-{place}"), &survey.sealed(all[*n]));
                    }
                }
            }
            survey.collect_of("again", &[survey.inbox().join("again")]);
        }
        prop_assert_eq!(survey.parts("again"), survey.parts("once"));
        let last = survey.collect_of("again", &[survey.inbox().join("again")]);
        prop_assert_eq!(last.tally.unchanged, last.tally.files);
        prop_assert_eq!(survey.parts("again"), survey.parts("once"));
    }
}

#[test]
fn each_message_counts_once() {
    let survey = Survey::new();
    let mut collector = survey.collector("d");
    let mut look = |contents: &[Vec<u8>]| {
        for (n, content) in contents.iter().enumerate() {
            survey.put(&format!("{n}-{:x?}.age", &content[30..40]), content);
        }
        let look = collector.pass(&[survey.inbox()], None, I18n::english(), &mut |_| {});
        let t = look.unwrap().tally;
        (
            t.taken,
            t.corrected,
            t.older,
            t.copies,
            t.withdrawals,
            t.withdrawn,
        )
    };
    let first = survey.sealed(sent(1, 0, 2, 1));
    assert_eq!(
        look(&[first.clone(), survey.sealed(sent(2, 0, 1, 1))]),
        (2, 0, 0, 0, 0, 0)
    );
    assert_eq!(look(&[]), (0, 0, 0, 0, 0, 0));
    survey.put("copy", &first);
    assert_eq!(look(&[survey.sealed(sent(1, 0, 1, 1))]), (0, 0, 1, 1, 0, 0));
    assert_eq!(look(&[survey.sealed(sent(1, 0, 3, 1))]), (0, 1, 0, 0, 0, 0));
    assert_eq!(look(&[survey.sealed(sent(1, 0, 3, None))]), (0, 0, 0, 0, 1, 1));
    assert_eq!(look(&[survey.sealed(sent(1, 0, 2, 0))]), (0, 0, 0, 0, 0, 1));
    assert_eq!(look(&[survey.sealed(sent(1, 0, 4, 0))]), (1, 0, 0, 0, 0, 0));
    assert_eq!(
        look(&[
            survey.sealed(sent(1, 0, 9, None)),
            survey.sealed(sent(2, 0, 9, None))
        ]),
        (0, 0, 0, 0, 2, 2)
    );
    assert!(survey.revisions("d").is_empty());
    assert!(!survey.dir.path().join("d/week=2026-W45").exists());
}

#[test]
fn only_what_is_in_the_dataset_is_told_as_taken_and_all_of_that() {
    let survey = Survey::new();
    for week in 0..3 {
        for who in 0..4 {
            survey.put(&format!("{week}-{who}"), &survey.sealed(sent(who, week, 1, 1)));
        }
    }
    let mut collector = survey.collector("d");
    // A file where the folder of a week belongs.
    let folder = survey
        .dir
        .path()
        .join("d")
        .join(format!("week={}", survey.week(1)));
    fs::write(&folder, "in the way").unwrap();
    let mut taken = BTreeMap::new();
    let mut count = |event: Event<'_>| {
        if let Event::Taken(week, _) = event {
            *taken.entry(week).or_insert(0) += 1;
        }
    };
    let failed = collector.pass(&[survey.inbox()], None, I18n::english(), &mut count);
    assert!(matches!(failed, Err(CollectError::Dataset(_))));
    let there = Coverage::of(collector.dataset()).unwrap().weeks;
    let there: BTreeMap<WeekId, u64> = there.into_iter().map(|(week, of)| (week, of.responses)).collect();
    assert_eq!(taken, there);
    assert!(
        !taken.is_empty() && !taken.contains_key(&survey.week(1)),
        "{taken:?}"
    );

    fs::remove_file(&folder).unwrap();
    let mut count = |event: Event<'_>| {
        if let Event::Taken(week, _) = event {
            *taken.entry(week).or_insert(0) += 1;
        }
    };
    collector
        .pass(&[survey.inbox()], None, I18n::english(), &mut count)
        .unwrap();
    assert_eq!(taken, (0..3).map(|week| (survey.week(week), 4)).collect());
}
