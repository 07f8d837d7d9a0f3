use super::super::{When, check_no_overlap, conflicts};
use super::*;
use crate::domain::{Activity, Category, Day, Note, Span, clock};
use proptest::prelude::*;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn friday() -> NaiveDate {
    date("2026-11-20")
}

fn draft(start: u32, end: u32) -> Draft {
    Draft {
        when: When::Span(Span::clocked(start, end).unwrap()),
        activity: Activity::catch_all(Category::Duty),
        note: Note::default(),
        rating: None,
        parallel: false,
    }
}

fn add(diary: &mut Diary, date: NaiveDate, draft: Draft, on_overlap: OnOverlap) -> Result<Outcome, Refusal> {
    Operation::Add {
        date,
        drafts: vec![draft],
        on_overlap,
    }
    .apply(diary)
}

fn spans(diary: &Diary, date: NaiveDate) -> Vec<String> {
    diary
        .day(date)
        .blocks()
        .iter()
        .map(|b| b.span.to_string())
        .collect()
}

#[test]
fn an_overlap_is_refused_and_names_the_other_block() {
    let mut diary = Diary::default();
    add(&mut diary, friday(), draft(480, 525), OnOverlap::Refuse).unwrap();
    let refusal = add(&mut diary, friday(), draft(500, 560), OnOverlap::Refuse).unwrap_err();
    assert!(
        matches!(&refusal, Refusal::Overlap { other, .. } if other.1.span == Span::clocked(480, 525).unwrap())
    );
    assert!(refusal.to_string().contains("08:00-08:45"), "{refusal}");
    add(&mut diary, friday(), draft(525, 560), OnOverlap::Refuse).expect("touching is not overlapping");
}

#[test]
fn trimming_splits_the_new_block_around_old_ones() {
    let mut diary = Diary::default();
    add(&mut diary, friday(), draft(600, 660), OnOverlap::Refuse).unwrap();
    add(&mut diary, friday(), draft(540, 720), OnOverlap::Trim).unwrap();
    assert_eq!(
        spans(&diary, friday()),
        ["09:00-10:00", "10:00-11:00", "11:00-12:00"]
    );
    let nothing = add(&mut diary, friday(), draft(550, 700), OnOverlap::Trim);
    assert!(matches!(nothing, Err(Refusal::NothingLeft { .. })));
}

#[test]
fn replacing_cuts_or_removes_the_old_ones() {
    let mut diary = Diary::default();
    add(&mut diary, friday(), draft(540, 720), OnOverlap::Refuse).unwrap();
    let kept = diary.day(friday()).blocks()[0].id.clone();
    add(&mut diary, friday(), draft(600, 660), OnOverlap::Replace).unwrap();
    assert_eq!(
        spans(&diary, friday()),
        ["09:00-10:00", "10:00-11:00", "11:00-12:00"]
    );
    assert_eq!(
        diary.day(friday()).blocks()[0].id,
        kept,
        "the first piece keeps the id"
    );
    let outcome = add(&mut diary, friday(), draft(540, 720), OnOverlap::Replace).unwrap();
    assert_eq!(outcome.removed.len(), 3);
    assert_eq!(spans(&diary, friday()), ["09:00-12:00"]);
}

#[test]
fn the_rule_holds_across_midnight_and_pieces_start_on_their_own_date() {
    let mut diary = Diary::default();
    let saturday = friday().succ_opt().unwrap();
    add(&mut diary, saturday, draft(30, 60), OnOverlap::Refuse).unwrap();
    let refused = add(&mut diary, friday(), draft(1320, 1560), OnOverlap::Refuse);
    assert!(matches!(refused, Err(Refusal::Overlap { other, .. }) if other.0 == saturday));
    add(&mut diary, friday(), draft(1320, 1560), OnOverlap::Trim).unwrap();
    assert_eq!(spans(&diary, friday()), ["22:00-24:30"]);
    assert_eq!(spans(&diary, saturday), ["00:30-01:00", "01:00-02:00"]);
    assert!(matches!(
        add(&mut diary, saturday, draft(0, 20), OnOverlap::Refuse),
        Err(Refusal::Overlap { .. })
    ));
}

#[test]
fn parallel_blocks_and_amounts_never_overlap() {
    let mut diary = Diary::default();
    add(&mut diary, friday(), draft(480, 525), OnOverlap::Refuse).unwrap();
    add(&mut diary, friday(), draft(490, 500), OnOverlap::Parallel).unwrap();
    add(
        &mut diary,
        friday(),
        Draft {
            parallel: true,
            ..draft(490, 500)
        },
        OnOverlap::Refuse,
    )
    .unwrap();
    let amount = When::Span(Span::amount(40).unwrap());
    add(
        &mut diary,
        friday(),
        Draft {
            when: amount,
            ..draft(0, 1)
        },
        OnOverlap::Refuse,
    )
    .unwrap();
    assert_eq!(
        diary.day(friday()).blocks().iter().filter(|b| b.parallel).count(),
        2
    );
}

#[test]
fn a_chained_block_starts_where_the_last_one_ends_also_within_one_operation() {
    let mut diary = Diary::default();
    let after = Draft {
        when: When::AfterLast(40),
        ..draft(0, 1)
    };
    let none = add(&mut diary, friday(), after.clone(), OnOverlap::Refuse);
    assert_eq!(none, Err(Refusal::NoLastBlock(friday())));
    let drafts = vec![draft(480, 525), after.clone(), after];
    Operation::Add {
        date: friday(),
        drafts,
        on_overlap: OnOverlap::Refuse,
    }
    .apply(&mut diary)
    .unwrap();
    assert_eq!(
        spans(&diary, friday()),
        ["08:00-08:45", "08:45-09:25", "09:25-10:05"]
    );
}

#[test]
fn editing_keeps_the_id_and_may_move_over_its_own_old_place() {
    let mut diary = Diary::default();
    let booked = add(&mut diary, friday(), draft(480, 525), OnOverlap::Refuse)
        .unwrap()
        .booked;
    let id = booked[0].1.id.clone();
    let mend = Mend {
        when: Some(When::Span(Span::clocked(485, 530).unwrap())),
        ..Mend::default()
    };
    let edit = Operation::Edit {
        date: friday(),
        id: id.clone(),
        mend,
        on_overlap: OnOverlap::Refuse,
    };
    edit.apply(&mut diary).unwrap();
    assert_eq!(
        diary.day(friday()).block(&id).unwrap().span.to_string(),
        "08:05-08:50"
    );
    let gone = Operation::Remove(vec![(friday(), BlockId::new("nosuch").unwrap())]).apply(&mut diary);
    assert!(matches!(gone, Err(Refusal::NoBlock(_))));
}

#[test]
fn copying_a_day_gives_new_ids_and_neither_kind_nor_signature() {
    let mut diary = Diary::default();
    let (from, to) = (friday(), date("2026-11-23"));
    add(&mut diary, from, draft(480, 525), OnOverlap::Refuse).unwrap();
    Operation::Close {
        date: from,
        closed: true,
    }
    .apply(&mut diary)
    .unwrap();
    let copy = |diary: &mut Diary, from, to| {
        Operation::CopyDay {
            from,
            to,
            on_overlap: OnOverlap::Refuse,
        }
        .apply(diary)
    };
    copy(&mut diary, from, to).unwrap();
    assert_eq!(spans(&diary, to), ["08:00-08:45"]);
    assert!(!diary.day(to).closed);
    assert_ne!(diary.day(to).blocks()[0].id, diary.day(from).blocks()[0].id);
    assert!(matches!(copy(&mut diary, from, to), Err(Refusal::Overlap { .. })));
    assert_eq!(
        copy(&mut diary, date("2026-11-01"), to),
        Err(Refusal::NothingToCopy(date("2026-11-01")))
    );
}

#[test]
fn dates_outside_the_range_are_refused() {
    let refused = Operation::Close {
        date: date("2400-01-01"),
        closed: true,
    }
    .apply(&mut Diary::default());
    assert!(matches!(refused, Err(Refusal::Date(_))));
}

fn policy() -> impl Strategy<Value = OnOverlap> {
    prop::sample::select(vec![
        OnOverlap::Refuse,
        OnOverlap::Trim,
        OnOverlap::Replace,
        OnOverlap::Parallel,
    ])
}

/// Minutes of the day and the next covered by exclusive blocks, by a plain count.
fn covered(diary: &Diary) -> Vec<bool> {
    let mut out = vec![false; 6 * 1440];
    for day in diary.days() {
        let offset = usize::try_from((day.date - friday()).num_days() + 1).unwrap() * 1440;
        for (start, end) in day.blocks().iter().filter_map(Block::exclusive_times) {
            for minute in &mut out[offset + start as usize..offset + end as usize] {
                assert!(!*minute, "a minute twice near {}", clock(start));
                *minute = true;
            }
        }
    }
    out
}

proptest! {
    #[test]
    fn no_minute_is_ever_counted_twice(
        steps in prop::collection::vec((0u64..3, 0u32..1440, 1u32..900, policy()), 1..30)
    ) {
        let mut diary = Diary::default();
        for (day, start, length, policy) in steps {
            let Ok(span) = Span::clocked(start, start + length) else { continue };
            let on = friday() + Days::new(day);
            let before = diary.clone();
            let had = covered(&before);
            let new = Draft { when: When::Span(span), ..draft(0, 1) };
            match add(&mut diary, on, new, policy) {
                Err(_) => diary = before,
                Ok(outcome) => {
                    prop_assert!(check_no_overlap(&diary).is_ok());
                    let has = covered(&diary);
                    let at = usize::try_from(day + 1).unwrap() * 1440 + start as usize;
                    for (i, (had, has)) in had.iter().zip(&has).enumerate() {
                        let inside = (at..at + length as usize).contains(&i);
                        let parallel = outcome.booked.iter().any(|(_, b)| b.parallel);
                        prop_assert_eq!(*has, *had || (inside && !parallel), "minute {}", i);
                    }
                }
            }
            if policy == OnOverlap::Refuse {
                let now = conflicts(&diary, on, span, None);
                prop_assert!(!now.is_empty());
            }
        }
        for day in diary.days() {
            let mut ids: Vec<_> = day.blocks().iter().map(|b| &b.id).collect();
            ids.dedup();
            prop_assert_eq!(ids.len(), day.blocks().len());
            prop_assert!(day.blocks().len() <= Day::MOST_BLOCKS);
        }
    }
}
