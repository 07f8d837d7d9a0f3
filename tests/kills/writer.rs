//! The program that is killed: changes the store as fast as it can, and says when each change is durable.

use crate::survey::{respond, send};
use chrono::{Duration as Days, NaiveDate, NaiveDateTime};
use jianfu::diary::{Draft, Mend, OnOverlap, Operation, SurveySecret, When};
use jianfu::domain::{Activity, BlockId, Category, Day, Note, Span};
use jianfu::store::{Session, Store};
use std::io::Write;
use std::path::Path;

/// A small generator, so that a run can be told by its seed.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    /// A number below `n`.
    pub(crate) fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }
}

fn date(random: &mut Random) -> NaiveDate {
    "2026-11-02".parse::<NaiveDate>().expect("a date")
        + Days::days(i64::try_from(random.below(10)).expect("small"))
}

/// Adds, edits, removes, undoes and redoes as fast as it can; prints the state's checksum before a change is tried
/// and once it is durable.
pub(crate) fn write_on(dir: &Path, seed: u64) {
    let mut random = Random(seed | 1);
    let store = Store::at(dir);
    let mut out = std::io::stdout();
    let mut say = |text: String| {
        out.write_all(text.as_bytes())
            .and_then(|()| out.flush())
            .expect("the parent listens");
    };
    let now: NaiveDateTime = "2026-11-20T17:30:00".parse().expect("a time");
    loop {
        // Now and then another day, so that dumps are made and journal files started under fire.
        let now = now + Days::days(i64::try_from(random.below(40)).expect("small"));
        let mut session = store.session(now).expect("the store opens");
        for _ in 0..=random.below(6) {
            say(format!("try {}\n", session.seq() + 1));
            let before = session.seq();
            step(&mut session, dir, &mut random);
            if session.seq() > before {
                say(format!(
                    "ack {} {:08x}\n",
                    session.seq(),
                    fingerprint(&mut session)
                ));
            }
        }
    }
}

fn step(session: &mut Session, dir: &Path, random: &mut Random) {
    let on = date(random);
    let days = session.days(on..=on).expect("readable");
    let blocks = days.first().map(Day::blocks).unwrap_or_default();
    let picked = (!blocks.is_empty()).then(|| {
        let at = usize::try_from(random.below(blocks.len() as u64)).expect("small");
        blocks[at].id.clone()
    });
    match (random.below(12), picked) {
        (0, _) => drop(session.undo().expect("durable")),
        (1, _) => drop(session.redo().expect("durable")),
        (2, Some(id)) => drop(
            session
                .apply(&Operation::Remove(vec![(on, id)]))
                .expect("durable"),
        ),
        (3 | 4, Some(id)) => edit(session, on, id, random),
        (5, _) => send(session, on, random),
        (6..=8, _) => respond(session, dir, on),
        _ => add(session, on, random),
    }
}

fn edit(session: &mut Session, date: NaiveDate, id: BlockId, random: &mut Random) {
    let note = Note::new(&"改".repeat(usize::try_from(random.below(80)).expect("small"))).expect("short");
    let mend = Mend {
        note: Some(note),
        ..Mend::default()
    };
    session
        .apply(&Operation::Edit {
            date,
            id,
            mend,
            on_overlap: OnOverlap::Refuse,
        })
        .expect("durable");
}

fn add(session: &mut Session, date: NaiveDate, random: &mut Random) {
    let start = u32::try_from(random.below(1300)).expect("small");
    let length = u32::try_from(1 + random.below(90)).expect("small");
    let draft = Draft {
        when: When::Span(Span::clocked(start, start + length).expect("a span")),
        activity: Activity::catch_all(Category::ALL[usize::try_from(random.below(5)).expect("small")]),
        note: Note::new("三(2)班语文作业批改").expect("short"),
        rating: None,
        parallel: false,
    };
    session
        .apply(&Operation::Add {
            date,
            drafts: vec![draft],
            on_overlap: OnOverlap::Replace,
        })
        .expect("durable");
}

/// A checksum of everything in the diary.
pub(crate) fn fingerprint(session: &mut Session) -> u32 {
    let facts = session.survey_facts().expect("readable");
    let secret = facts.secret.as_ref().map(SurveySecret::bytes);
    let mut text = format!("{secret:?} {:?}\n", facts.sent().collect::<Vec<_>>());
    session
        .for_each_day(.., |day| text.extend([format!("{day:?}"), "\n".to_owned()]))
        .expect("readable");
    crc32fast::hash(text.as_bytes())
}

/// The time at which [`write_once`] works: a day of its own, so that a dump is made first.
pub(crate) fn once() -> NaiveDateTime {
    "2027-01-04T17:30:00".parse().expect("a time")
}

/// Opens the store, makes some changes, of which the last is a response to a survey, and says of each when it is tried and when it is durable.
pub(crate) fn write_once(dir: &Path) {
    let mut random = Random(7);
    let mut session = Store::at(dir).session(once()).expect("the store opens");
    for step in 0..7 {
        println!("try {}", session.seq() + 1);
        match step {
            1 => drop(session.undo().expect("durable")),
            2 => send(&mut session, date(&mut random), &mut random),
            4..7 => respond(&mut session, dir, date(&mut random)), // first the secret, then joining
            _ => add(&mut session, date(&mut random), &mut random),
        }
        println!("ack {} {:08x}", session.seq(), fingerprint(&mut session));
    }
}
