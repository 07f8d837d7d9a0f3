//! Kills while responses are collected: the dataset is whole at any moment, nobody is in it twice, and the next run makes it
//! what it would have been without the kill.

use crate::at_each_call::{CALLS, has_strace, killed_at};
use crate::writer::Random;
use jianfu::diary::{Profile, SurveySecret};
use jianfu::domain::WeekId;
use jianfu::i18n::I18n;
use jianfu::survey::collector::{Collector, Dataset};
use jianfu::survey::{
    Asks, Definition, Draft, Heading, Joined, KeyFile, KeyPair, Message, Plaintext, Respondent, Response,
    Sealed, WeekReading, Withdrawal, Wording, load, presets,
};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What the process that is killed does: looks at the inbox beside a dataset once.
pub(crate) fn collect(dataset: &Path) {
    let folder = dataset.parent().expect("a folder");
    let key = KeyFile::read(&folder.join("time.key")).expect("a key");
    let key = key.open(None).expect("a key");
    let definition = load(&folder.join("time.survey.toml")).expect("a definition");
    let mut collector = Collector::open(dataset, Some(definition), &key).expect("a dataset");
    let inbox = [folder.join("inbox")];
    let collected = collector.pass(&inbox, None, I18n::english(), &mut |_| {});
    assert_eq!(collected.expect("collected").tally.not_taken, 1);
}

/// Kills at random moments.
pub(crate) fn kill_often(count: u32, seed: Option<u64>) {
    let dir = tempfile::tempdir().expect("a temporary folder");
    fill(dir.path(), 30);
    let began = Instant::now();
    let calm = calm(dir.path());
    let took = began.elapsed();
    let usual = u64::try_from(took.as_micros()).expect("not that long");
    let mut random = Random(seed.unwrap_or(usual) | 1);
    let (dataset, mut ended) = (dir.path().join("dataset"), 0);
    for round in 0..count {
        let mut child = program(&dataset).spawn().expect("it starts");
        std::thread::sleep(Duration::from_micros(random.below(usual + usual / 4)));
        let _ = child.kill(); // it may have ended by itself
        ended += u32::from(child.wait().expect("it ends").success());
        check(&dataset, &format!("round {round}"));
        if random.below(3) == 0 {
            collect(&dataset);
            assert!(state(&dataset) == calm, "round {round}: another dataset");
            fs::remove_dir_all(&dataset).expect("removed");
        }
    }
    println!(
        "test collecting_at_random ... ok ({count} kills in {:.1} s, {ended} of them too late)",
        began.elapsed().saturating_sub(took).as_secs_f64()
    );
}

/// Kills at every call that changes a file; false where the system cannot do it.
pub(crate) fn kill_at_each() -> bool {
    if !has_strace() {
        println!("test collecting_at_each_call ... ignored: it needs strace");
        return false;
    }
    let dir = tempfile::tempdir().expect("a temporary folder");
    fill(dir.path(), 6);
    let calm = calm(dir.path());
    let (dataset, mut kills, began) = (dir.path().join("dataset"), 0, Instant::now());
    for call in CALLS {
        for nth in 1.. {
            let context = format!("{call} {nth}");
            let killed = killed_at(call, nth).arg("collect").arg(&dataset).output();
            let has_ended = killed.expect("strace runs").status.success();
            check(&dataset, &context);
            collect(&dataset);
            assert!(state(&dataset) == calm, "{context}: another dataset");
            fs::remove_dir_all(&dataset).expect("removed");
            if has_ended {
                break;
            }
            kills += 1;
            assert!(nth < 2_000, "{call}: it does not end");
        }
    }
    assert!(kills > 50, "only {kills} calls were found to kill at");
    println!(
        "test collecting_at_each_call ... ok ({kills} kills in {:.1} s)",
        began.elapsed().as_secs_f64()
    );
    true
}

fn program(dataset: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.arg("collect").arg(dataset).stdout(Stdio::null());
    command
}

/// What the dataset is where nobody is killed.
fn calm(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let dataset = folder.join("calm");
    assert!(program(&dataset).status().expect("it runs").success());
    state(&dataset)
}

/// A dataset can be read whenever the collector is killed, and nobody is in it twice.
fn check(dataset: &Path, context: &str) {
    let Ok(dataset) = Dataset::open(dataset) else {
        return; // not made yet
    };
    let parts = dataset.parts().unwrap_or_else(|e| panic!("{context}: {e}"));
    for (week, parts) in parts {
        let mut seen = BTreeSet::new();
        for part in &parts {
            let rows = dataset.read(part).unwrap_or_else(|e| panic!("{context}: {e}"));
            for row in rows {
                assert!(seen.insert(row.respondent), "{context}: twice in {week}");
            }
        }
    }
}

/// All files of a dataset, by name. Those in which stands what was read hold the same in whatever order.
fn state(dataset: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let (mut out, mut folders) = (BTreeMap::new(), vec![dataset.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("readable") {
            let path = entry.expect("readable").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let mut content = fs::read(&path).expect("readable");
            let name = path.strip_prefix(dataset).expect("inside").to_owned();
            if name == Path::new("collected/files") || name == Path::new("collected/unchanged") {
                let mut marks: Vec<&[u8]> = content.chunks(16).collect();
                marks.sort_unstable();
                content = marks.concat();
            }
            out.insert(name, content);
        }
    }
    out
}

/// Responses, corrections and withdrawals of three weeks, some of them in an archive, and one file that is none.
fn fill(folder: &Path, teachers: u64) {
    let weeks: [WeekId; 3] = ["2026-W45", "2026-W46", "2026-W47"].map(|w| w.parse().expect("a week"));
    let pair = KeyPair::generate();
    let draft = Draft {
        title: Wording::same("减负"),
        contact: Wording::same("the office"),
        weeks: weeks[0]..=weeks[2],
        closes: "2027-12-31".parse().expect("a date"),
        rounding: Definition::USUAL_ROUNDING,
        min_group: Definition::USUAL_MIN_GROUP,
        panel: false,
        asks: Asks::default(),
        staff: None,
        groups: presets().into_iter().take(1).collect(),
    };
    let definition = draft.write(&pair.recipient(), I18n::english()).expect("a survey");
    let inbox = folder.join("inbox");
    fs::create_dir(&inbox).expect("a folder");
    fs::write(folder.join("time.key"), pair.file(None).expect("a key")).expect("written");
    fs::write(folder.join("time.survey.toml"), definition.text()).expect("written");
    fs::write(inbox.join("readme.txt"), "no response").expect("written");
    let joined = Joined::new(definition.clone());
    let seal = |teacher: u64, week: WeekId, revision: u32, is_withdrawal: bool| {
        let mut secret = [0; 32];
        secret[..8].copy_from_slice(&teacher.to_be_bytes());
        let heading = Heading {
            version: Heading::VERSION,
            definition: definition.hash(),
            week,
            respondent: Respondent::of(&SurveySecret::new(secret), &definition, week),
            revision,
        };
        let message = if is_withdrawal {
            Message::Withdrawal(Withdrawal { heading })
        } else {
            let reading = WeekReading::of(week, &[], &Profile::default(), None);
            Message::Response(Response::of(&joined, heading, &reading))
        };
        let sealed = Sealed::new(&Plaintext::of(&message), &definition.recipient);
        sealed.expect("sealed").bytes().to_vec()
    };
    let mut tar = tar::Builder::new(Vec::new());
    for teacher in 0..teachers {
        for week in weeks {
            let mut all = vec![seal(teacher, week, 1, false)];
            match teacher % 4 {
                1 => all.push(seal(teacher, week, 2, false)),
                2 => all.push(seal(teacher, week, 1, true)),
                _ => {}
            }
            for (n, content) in all.iter().enumerate() {
                let name = format!("{teacher}-{week}-{n}.age");
                if teacher % 5 == 0 {
                    let mut header = tar::Header::new_ustar();
                    header.set_size(content.len() as u64);
                    tar.append_data(&mut header, name, content.as_slice())
                        .expect("packed");
                } else {
                    fs::write(inbox.join(name), content).expect("written");
                }
            }
        }
    }
    fs::write(inbox.join("school.tar"), tar.into_inner().expect("packed")).expect("written");
}
