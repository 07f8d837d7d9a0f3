use super::super::Place;
use super::*;
use crate::domain::{DayKind, Span, Taxonomy};

fn date(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn block(n: usize, day: u32, start: u32, word: &str) -> Record {
    Record {
        place: Place::Line(n),
        source: format!("event {n}"),
        words: vec![word.to_owned()],
        what: What::Block {
            date: date(day),
            span: Span::clocked(start, start + 45).unwrap(),
            note: word.to_owned(),
            rating: None,
            parallel: false,
        },
    }
}

fn days(n: usize, first: u32, last: u32, word: &str) -> Record {
    Record {
        what: What::Days(date(first)..=date(last)),
        ..block(n, first, 0, word)
    }
}

fn preview(records: Vec<Record>, diary: &Diary) -> Preview {
    let incoming = Incoming {
        records,
        left_out: Vec::new(),
    };
    let blocks = diary.days().flat_map(|d| d.blocks().to_vec());
    let known = Known {
        ids: blocks.map(|b| b.id).collect(),
        diary: diary.clone(),
    };
    let lexicon = Lexicon::new(&Taxonomy::built_in());
    Preview::new(incoming, "ics", known, &lexicon, Vec::new(), date(20))
}

fn fates(preview: &Preview) -> Vec<&'static str> {
    let name = |fate: &Fate| match fate {
        Fate::Taken(_) | Fate::Marked { .. } => "taken",
        Fate::Known => "known",
        Fate::Asked(_) => "asked",
        Fate::InTheWay(..) => "in the way",
        Fate::Ahead => "ahead",
        Fate::Decided(_) => "decided",
        Fate::Skipped => "skipped",
    };
    preview.rows().map(|(_, fate)| name(fate)).collect()
}

#[test]
fn each_record_has_its_fate_and_the_same_file_twice_adds_nothing() {
    let records = vec![
        block(1, 16, 480, "语文"),
        block(2, 16, 500, "数学"),
        block(3, 16, 600, "神秘活动"),
        block(4, 16, 720, "午餐"),
        block(5, 23, 480, "语文"),
        days(6, 18, 18, "教师节"),
        days(7, 19, 20, "放假"),
        days(8, 21, 21, "补班"),
        block(9, 17, 600, "神秘活动"),
    ];
    let mut diary = Diary::default();
    let mut first = preview(records.clone(), &diary);
    assert_eq!(
        fates(&first),
        [
            "taken",
            "in the way",
            "asked",
            "skipped",
            "ahead",
            "asked",
            "taken",
            "taken",
            "asked"
        ]
    );
    let asked: Vec<(&str, usize)> = first
        .asked()
        .into_iter()
        .map(|(label, n, _)| (label, n))
        .collect();
    assert_eq!(asked, [("神秘活动", 2), ("教师节", 1)]);
    first.teach("神秘", "duty/safety".parse().unwrap());
    first.skip_asked();
    assert_eq!(first.taught().map(<[_]>::len), Some(1));
    assert_eq!(
        fates(&first),
        [
            "taken",
            "in the way",
            "taken",
            "skipped",
            "ahead",
            "skipped",
            "taken",
            "taken",
            "taken"
        ]
    );
    let counts = first.counts();
    assert_eq!(
        (counts.blocks, counts.days, counts.in_the_way, counts.ahead),
        (3, 3, 1, 1)
    );
    first.operation(OnOverlap::Refuse).apply(&mut diary).unwrap();
    assert_eq!(diary.day(date(16)).blocks().len(), 2);
    assert!(!diary.day(date(19)).is_school() && diary.day(date(21)).is_school());

    let mut again = preview(records, &diary);
    again.teach("神秘", "duty/safety".parse().unwrap());
    again.skip_asked();
    assert_eq!(again.counts().blocks + again.counts().days, 0);
    assert_eq!(again.operation(OnOverlap::Refuse), Operation::All(Vec::new()));
}

#[test]
fn what_the_user_says_of_one_record_or_of_a_day_holds() {
    let mut diary = Diary::default();
    diary.day_mut(date(19)).mark(DayKind::Off(Some("leave".into())));
    let mut preview = preview(
        vec![
            days(1, 19, 19, "放假"),
            block(2, 16, 480, "例会"),
            block(3, 16, 480, "语文"),
        ],
        &diary,
    );
    assert_eq!(fates(&preview), ["decided", "asked", "taken"]);
    preview.choose(1, Some("meetings/staff-meeting".parse().unwrap()));
    assert_eq!(fates(&preview), ["decided", "taken", "in the way"]);
    preview.choose(1, Some(WordMeaning::Skip));
    preview.choose(2, Some(WordMeaning::School));
    assert_eq!(
        fates(&preview),
        ["decided", "skipped", "asked"],
        "a block is no school day"
    );
    preview.choose(1, None);
    assert_eq!(fates(&preview)[1], "asked");
}

#[test]
fn blocks_in_the_way_come_in_where_room_is_made() {
    let records = vec![block(1, 16, 480, "语文"), block(2, 16, 500, "数学")];
    let mut diary = Diary::default();
    preview(records, &diary)
        .operation(OnOverlap::Trim)
        .apply(&mut diary)
        .unwrap();
    let day = diary.day(date(16));
    let spans: Vec<String> = day.blocks().iter().map(|b| b.span.to_string()).collect();
    assert_eq!(spans, ["08:00-08:45", "08:45-09:05"]);
}

#[test]
fn a_block_logged_by_hand_is_known_and_ids_never_change() {
    let mut diary = Diary::default();
    let first = preview(vec![block(1, 16, 480, "语文")], &diary);
    let Operation::All(all) = first.operation(OnOverlap::Refuse) else {
        panic!()
    };
    let Operation::Bring { blocks, .. } = &all[0] else {
        panic!()
    };
    assert_eq!(blocks[0].id.as_str(), "i-a1adac5beaace863");
    let id = diary.day_mut(date(16)).new_id();
    let by_hand = Block {
        id,
        ..blocks[0].clone()
    };
    diary.day_mut(date(16)).put(by_hand);
    assert_eq!(
        fates(&preview(vec![block(1, 16, 480, "语文")], &diary)),
        ["known"]
    );
}

/// Takes a file, then gives what a second file would do.
fn then(first: Vec<Record>, second: Vec<Record>) -> Preview {
    let mut diary = Diary::default();
    let taken = preview(first, &diary).operation(OnOverlap::Refuse);
    taken.apply(&mut diary).unwrap();
    preview(second, &diary)
}

#[test]
fn a_block_of_the_diary_is_one_record_only() {
    let amount = |n: usize| {
        let mut record = block(n, 16, 480, "备课");
        if let What::Block { span, .. } = &mut record.what {
            *span = Span::amount(45).unwrap();
        }
        record
    };
    let grown = then(vec![amount(1)], vec![amount(1), amount(2)]);
    assert_eq!(fates(&grown), ["known", "taken"], "an amount alone tells nothing");
    let parallel = |n: usize| {
        let mut record = block(n, 16, 480, "备课");
        if let What::Block { parallel, .. } = &mut record.what {
            *parallel = true;
        }
        record
    };
    let grown = then(vec![parallel(1)], vec![parallel(1), parallel(2)]);
    assert_eq!(fates(&grown), ["known", "taken"], "the block is the first record");
    let others = then(vec![parallel(1)], vec![parallel(2), parallel(3)]);
    assert_eq!(fates(&others), ["known", "taken"], "the block is one of them");
}

#[test]
fn of_a_holiday_the_dates_that_the_teacher_has_not_marked_are_taken() {
    let mut diary = Diary::default();
    diary.day_mut(date(18)).mark(DayKind::Off(Some("leave".into())));
    let holiday = vec![days(1, 17, 20, "放假")];
    let first = preview(holiday.clone(), &diary);
    assert_eq!((first.counts().days, first.counts().decided), (3, 1));
    let Operation::All(all) = first.operation(OnOverlap::Refuse) else {
        panic!()
    };
    let marked = all.iter().map(|one| match one {
        Operation::Mark { date, .. } => *date,
        _ => panic!(),
    });
    assert_eq!(marked.collect::<Vec<_>>(), [date(17), date(19), date(20)]);
    Operation::All(all).apply(&mut diary).unwrap();
    let again = preview(holiday, &diary);
    assert_eq!(fates(&again), ["decided"]);
    assert_eq!((again.counts().days, again.counts().decided), (0, 1));
}

#[test]
fn a_file_that_contradicts_itself_is_asked_about() {
    let both = vec![
        days(1, 16, 18, "国庆节（休）"),
        days(2, 18, 18, "国庆节（班）"),
        days(3, 19, 19, "国庆节（休）"),
        days(4, 19, 19, "国庆节（休）"),
    ];
    let mut preview = preview(both, &Diary::default());
    assert_eq!(fates(&preview), ["asked", "asked", "taken", "known"]);
    let meanings = [WordMeaning::Off(Some("holiday".into())), WordMeaning::School];
    let asked = preview.asked();
    assert!(
        asked.iter().all(|(_, _, perhaps)| *perhaps == meanings),
        "{asked:?}"
    );
    preview.choose(1, Some(WordMeaning::School));
    assert_eq!(
        fates(&preview),
        ["taken", "known", "taken", "known"],
        "a Wednesday is school"
    );
    assert_eq!((preview.counts().days, preview.counts().decided), (3, 1));
    preview.choose(1, Some(WordMeaning::Skip));
    assert_eq!((preview.counts().days, preview.counts().decided), (4, 0));
}
