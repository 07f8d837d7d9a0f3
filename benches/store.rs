//! The store with 40 years in it: opening, reading a week, a durable change, a dump.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use criterion::{Criterion, criterion_group, criterion_main};
use jianfu::diary::{Draft, OnOverlap, Operation, Profile, When};
use jianfu::domain::{Activity, Category, Note, Span, WeekId};
use jianfu::store::Store;
use jianfu::summary::TrendSummary;

/// The last day of the made-up years.
const LAST: NaiveDate = match NaiveDate::from_ymd_opt(2026, 11, 20) {
    Some(date) => date,
    None => panic!("a civil date"),
};

/// What is looked for: hardly ever found, without and with letters, and found in a good part of all notes.
const SEARCHES: [(&str, &str, usize); 4] = [
    ("search, rare", "三班春游", 200),
    ("search, rare, with letters", "zebra", 200),
    ("search, frequent", "学", 200),
    ("search, every one of a frequent", "学", usize::MAX),
];

#[expect(
    clippy::expect_used,
    reason = "a bench that cannot set up has nothing to measure"
)]
fn store(c: &mut Criterion) {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let now: NaiveDateTime = LAST.and_time(NaiveTime::MIN);
    let store = Store::at(dir.path().join("data"));
    let days = jianfu::demo::years(40, LAST).days().cloned().collect();
    store
        .session(now)
        .and_then(|mut s| s.replace(days, Vec::new()))
        .expect("filled");
    let add = Operation::Add {
        date: LAST,
        drafts: vec![Draft {
            when: When::Span(Span::amount(1).expect("a span")),
            activity: Activity::catch_all(Category::ParentMessages),
            note: Note::default(),
            rating: None,
            parallel: false,
        }],
        on_overlap: OnOverlap::Refuse,
    };
    let mut group = c.benchmark_group("store/40 years");
    group.sample_size(20);
    group.bench_function("open", |b| b.iter(|| store.session(now).map(|s| s.seq())));
    group.bench_function("open, week, baseline", |b| {
        b.iter(|| {
            let mut session = store.session(now)?;
            let profile = session.profile()?;
            session.baseline(&profile)?;
            session.week(WeekId::of(LAST))
        });
    });
    let mut session = store.session(now).expect("open");
    group.bench_function("every day", |b| b.iter(|| session.for_each_day(.., drop)));
    // Each change is taken back, so that the day does not grow.
    group.bench_function("add and undo, durable", |b| {
        b.iter(|| session.apply(&add).and_then(|_| session.undo()));
    });
    for (name, text, limit) in SEARCHES {
        group.bench_function(name, |b| {
            b.iter(|| session.search(text, limit).map(|found| found.len()));
        });
    }
    group.bench_function("complete weeks", |b| {
        b.iter(|| session.complete_weeks(52).map(|w| w.len()));
    });
    group.bench_function("complete weeks, all", |b| {
        b.iter(|| session.complete_weeks(usize::MAX).map(|w| w.len()));
    });
    let profile = Profile::default();
    let all = WeekId::of(LAST - chrono::Days::new(41 * 366))..=WeekId::of(LAST);
    group.bench_function("every week by category", |b| {
        b.iter(|| TrendSummary::read(&mut session, all.clone(), &profile).map(|t| t.weeks.len()));
    });
    group.bench_function("dump", |b| b.iter(|| session.dump()));
    group.finish();
}

criterion_group!(benches, store);
criterion_main!(benches);
