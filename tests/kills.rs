//! Kills a writer at random moments: nothing that it acknowledged may be missing, and every reopening must work.
//!
//! `cargo test --test kills -- --count 300` kills 300 times; without an argument a smaller number.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test fails by panicking, and this one reports for itself"
)]

use chrono::{Duration as Days, NaiveDate, NaiveDateTime};
use jianfu::diary::{Draft, Mend, OnOverlap, Operation, When};
use jianfu::domain::{Activity, BlockId, Category, Day, Note, Span};
use jianfu::store::{Notice, Session, Store};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const DEFAULT_KILLS: u32 = 25;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["writer", dir, seed] => writer(Path::new(dir), seed.parse().expect("a number")),
        ["--count", count] => kill_often(count.parse().expect("--count takes a number")),
        [] | ["--" | "--quiet" | "-q", ..] => kill_often(DEFAULT_KILLS),
        // Filters and lists meant for other test programs: this one has a single test.
        other if other.contains(&"--list") => println!("kills: test"),
        _ => kill_often(DEFAULT_KILLS),
    }
}

/// A small generator, so that a run can be told by its seed.
struct Random(u64);

impl Random {
    fn below(&mut self, n: u64) -> u64 {
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
fn writer(dir: &Path, seed: u64) {
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
            step(&mut session, &mut random);
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

fn step(session: &mut Session, random: &mut Random) {
    let on = date(random);
    let days = session.days(on..=on).expect("readable");
    let blocks = days.first().map(Day::blocks).unwrap_or_default();
    let picked = (!blocks.is_empty()).then(|| {
        let at = usize::try_from(random.below(blocks.len() as u64)).expect("small");
        blocks[at].id.clone()
    });
    match (random.below(10), picked) {
        (0, _) => drop(session.undo().expect("durable")),
        (1, _) => drop(session.redo().expect("durable")),
        (2, Some(id)) => drop(
            session
                .apply(&Operation::Remove(vec![(on, id)]))
                .expect("durable"),
        ),
        (3 | 4, Some(id)) => edit(session, on, id, random),
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
fn fingerprint(session: &mut Session) -> u32 {
    let mut text = String::new();
    session
        .for_each_day(.., |day| text.extend([format!("{day:?}"), "\n".to_owned()]))
        .expect("readable");
    crc32fast::hash(text.as_bytes())
}

#[derive(Default)]
struct Tally {
    acknowledged: u64,
    replayed: u32,
    torn: u32,
    rebuilt: u32,
}

fn kill_often(count: u32) {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = dir.path().join("data");
    let seed = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .expect("after 1970")
        .as_nanos();
    let seed = u64::try_from(seed & u128::from(u64::MAX)).expect("masked");
    println!("\nrunning 1 test\nseed {seed}");
    let mut random = Random(seed | 1);
    let (mut tally, mut last) = (Tally::default(), (0, None));
    let began = Instant::now();
    for round in 0..count {
        let lines = one_kill(&path, &mut random);
        for line in &lines {
            if let Some((seq, crc)) = line.strip_prefix("ack ").and_then(|rest| rest.split_once(' ')) {
                last = (seq.parse().expect("a number"), Some(crc.to_owned()));
                tally.acknowledged += 1;
            }
        }
        let tried = lines
            .last()
            .and_then(|l| l.strip_prefix("try "))
            .map(|n| n.parse().expect("a number"));
        let now: NaiveDateTime = "2026-12-31T17:30:00".parse().expect("a time");
        let mut session = Store::at(&path)
            .session(now)
            .unwrap_or_else(|e| panic!("round {round}: {e}"));
        for notice in session.notices() {
            match notice {
                Notice::Replayed => tally.replayed += 1,
                Notice::TornLineDropped => tally.torn += 1,
                Notice::Rebuilt { missing, .. } => {
                    assert!(missing.is_empty(), "round {round}: {notice:?}");
                    tally.rebuilt += 1;
                }
                other => panic!("round {round}: {other:?}"),
            }
        }
        let (seq, crc) = (session.seq(), format!("{:08x}", fingerprint(&mut session)));
        // The change that was on its way may be in or not; nothing else may differ.
        assert!(
            seq == last.0 || tried == Some(seq),
            "round {round}: change {seq}, acknowledged {}",
            last.0
        );
        if seq == last.0 {
            assert_eq!(
                Some(&crc),
                last.1.as_ref().or(Some(&crc)),
                "round {round}: not what was acknowledged"
            );
        }
        last = (seq, Some(crc));
        if round % 10 == 9 || round + 1 == count {
            assert_eq!(session.check().expect("readable").problems, [], "round {round}");
        }
    }
    println!(
        "test kills ... ok\n{count} kills in {:.1} s: {} changes acknowledged, {} completed from the journal, {} torn lines \
         dropped, {} databases rebuilt, none missing\n\ntest result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n",
        began.elapsed().as_secs_f64(),
        tally.acknowledged,
        tally.replayed,
        tally.torn,
        tally.rebuilt
    );
    assert!(tally.acknowledged > u64::from(count), "the writer hardly wrote");
}

/// Starts a writer, kills it after a random while, and returns what it said.
fn one_kill(path: &Path, random: &mut Random) -> Vec<String> {
    let program = std::env::current_exe().expect("this program");
    let mut child = Command::new(program)
        .args(["writer".as_ref(), path.as_os_str()])
        .arg(random.below(u64::MAX).to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .expect("the writer starts");
    let stdout = child.stdout.take().expect("piped");
    let reader = std::thread::spawn(move || {
        BufReader::new(stdout)
            .lines()
            .map_while(Result::ok)
            .filter(|l| !l.is_empty())
            .collect::<Vec<_>>()
    });
    std::thread::sleep(Duration::from_micros(2_000 + random.below(150_000)));
    child.kill().expect("the writer is running");
    let status = child.wait().expect("the writer ends");
    assert_eq!(
        status.code().filter(|_| cfg!(unix)),
        None,
        "the writer ended by itself"
    );
    let mut lines = reader.join().expect("the reader ends");
    // A line that was cut off says nothing.
    lines.retain(|l| l.starts_with("try ") || l.len() >= "ack 1 01234567".len());
    lines
}
