//! Kills at random moments.

use crate::survey::Survey;
use crate::writer::{Random, fingerprint};
use chrono::NaiveDateTime;
use jianfu::store::{Notice, Store};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

#[derive(Default)]
struct Tally {
    acknowledged: u64,
    replayed: u32,
    torn: u32,
    rebuilt: u32,
}

pub(crate) fn kill_often(count: u32, seed: Option<u64>) {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = dir.path().join("data");
    let mut survey = Survey::new();
    survey.lay(&path);
    let clock = || {
        std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .expect("after 1970")
            .as_nanos()
    };
    let seed = seed.unwrap_or_else(|| u64::try_from(clock() & u128::from(u64::MAX)).expect("masked"));
    println!("seed {seed}");
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
        survey.check(&mut session, &path, &format!("round {round}"));
        if round % 10 == 9 || round + 1 == count {
            assert_eq!(session.check().expect("readable").problems, [], "round {round}");
        }
    }
    println!(
        "test at_random ... ok ({count} kills in {:.1} s: {} changes acknowledged, {} completed from the journal, {} torn \
         lines dropped, {} databases rebuilt, none missing; {} responses out, all of them known)",
        began.elapsed().as_secs_f64(),
        tally.acknowledged,
        tally.replayed,
        tally.torn,
        tally.rebuilt,
        survey.found()
    );
    // One in four is killed before it writes, and sealing takes its time where the machine is busy.
    assert!(
        tally.acknowledged > u64::from(count / 3),
        "the writer hardly wrote"
    );
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
    let (begun, begins) = std::sync::mpsc::channel();
    let reader = std::thread::spawn(move || {
        let lines = BufReader::new(stdout)
            .lines()
            .map_while(Result::ok)
            .filter(|l| !l.is_empty());
        let told = |_: &String| {
            let _ = begun.send(()); // the first is waited for, the others by nobody
        };
        lines.inspect(told).collect::<Vec<_>>()
    });
    // One in four is killed while it opens the store, the others while they write, however slow the machine is.
    if random.below(4) > 0 {
        begins
            .recv_timeout(Duration::from_secs(60))
            .expect("the writer begins");
    }
    std::thread::sleep(Duration::from_micros(500 + random.below(150_000)));
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
