//! Collecting: what a file costs, all in all, beside age and the reader of JSON alone on the same files, in the same run.
//!
//! `cargo bench --bench collect -- FOLDER COUNT` fills the folder with so many sealed responses, their definition and key, if
//! it is not there yet, and leaves it there to measure the command on. Without arguments: 4,000 in a folder that goes again.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench fails by panicking and reports for itself"
)]

use chrono::NaiveDate;
use jianfu::demo;
use jianfu::diary::{Profile, SurveySecret};
use jianfu::domain::{Day, WeekId};
use jianfu::figures::Baseline;
use jianfu::i18n::I18n;
use jianfu::survey::collector::{Collected, Collector};
use jianfu::survey::{
    Asks, Definition, Draft, Heading, Joined, KeyFile, KeyPair, Message, Plaintext, Respondent, Response,
    Sealed, WeekReading, Wording, load, presets,
};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// A Friday.
const LAST: NaiveDate = match NaiveDate::from_ymd_opt(2026, 11, 20) {
    Some(date) => date,
    None => panic!("a civil date"),
};
/// How many files are opened by age and the reader of JSON alone.
const ALONE: usize = 4_000;
/// How often they are, so that the time is known to one in a hundred.
const ROUNDS: usize = 4;

fn main() {
    let mut args = std::env::args().skip(1).filter(|a| !a.starts_with("--"));
    let temporary = tempfile::tempdir().expect("a folder");
    let folder = args
        .next()
        .map_or_else(|| temporary.path().to_owned(), PathBuf::from);
    let count = args.next().map_or(ALONE, |n| n.parse().expect("how many"));
    let inbox = folder.join("inbox");
    if !inbox.exists() {
        fill(&folder, &inbox, count);
    }
    let key = KeyFile::read(&folder.join("time.key")).map(|file| file.open(None).expect("a key"));
    let key = key.expect("a key");
    let definition = load(&folder.join("time.survey.toml")).expect("a definition");

    let alone = alone(&folder, &inbox);
    println!("age and serde_json alone, in memory, one core: {alone:.1} µs of CPU a file");
    let to = tempfile::tempdir_in(&folder).expect("a folder");
    let dataset = to.path().join("dataset");
    for look in ["first", "second"] {
        let mut collector = Collector::open(&dataset, Some(definition.clone()), &key).expect("a dataset");
        let (wall, cpu) = (Instant::now(), cpu_seconds());
        let collected = collector.pass(std::slice::from_ref(&inbox), None, I18n::english(), &mut |_| {});
        let Collected { tally, .. } = collected.expect("collected");
        assert_eq!(tally.not_taken, 0);
        let (wall, files) = (wall.elapsed().as_secs_f64(), as_float(tally.files));
        print!(
            "{look} run: {} files in {wall:.2} s, {:.0} a second",
            tally.files,
            files / wall
        );
        if let (Some(before), Some(after)) = (cpu, cpu_seconds()) {
            let each = (after - before) * 1e6 / files;
            print!(
                ", {each:.1} µs of CPU a file, {:.2} times the above",
                each / alone
            );
        }
        println!();
    }
}

/// Writes a survey and sealed responses to it, each of a respondent of its own, over the weeks of a term.
fn fill(folder: &Path, inbox: &Path, count: usize) {
    let weeks: Vec<WeekId> = (0..10)
        .rev()
        .filter_map(|n| WeekId::of(LAST).offset(-n))
        .collect();
    let pair = KeyPair::generate();
    let draft = Draft {
        title: Wording::same("Teachers' time"),
        contact: Wording::same("the district's office, 010-1234"),
        weeks: weeks[0]..=weeks[weeks.len() - 1],
        closes: LAST + chrono::Days::new(60),
        rounding: Definition::USUAL_ROUNDING,
        min_group: Definition::USUAL_MIN_GROUP,
        panel: false,
        asks: Asks {
            activities: true,
            meetings: true,
            late_parent_messages: true,
            goal: true,
            ratings: true,
        },
        staff: Some(4000),
        groups: presets(),
    };
    let definition = draft
        .write(&pair.recipient(), I18n::english())
        .expect("a definition");
    fs::create_dir_all(folder).expect("a folder");
    fs::write(folder.join("time.key"), pair.file(None).expect("a key")).expect("written");
    fs::write(folder.join("time.survey.toml"), definition.text()).expect("written");
    let (diary, profile, baseline) = (demo::years(1, LAST), Profile::default(), Baseline::typed(900));
    let readings: Vec<WeekReading> = weeks
        .iter()
        .map(|week| {
            let days: Vec<Day> = week.days().map(|d| diary.day(d).into_owned()).collect();
            WeekReading::of(*week, &days, &profile, Some(&baseline))
        })
        .collect();
    let making = inbox.with_file_name("inbox-in-the-making");
    fs::create_dir_all(&making).expect("a folder");
    let write = |n: usize| {
        let at = n % weeks.len();
        let mut secret = [0; 32];
        secret[..8].copy_from_slice(&n.to_be_bytes());
        let mut joined = Joined::new(definition.clone());
        let stage = ["primary", "lower_secondary", "upper_secondary"][n / 10 % 3];
        joined.answer("stage", Some(stage)).expect("an answer");
        let heading = Heading {
            version: Heading::VERSION,
            definition: definition.hash(),
            week: weeks[at],
            respondent: Respondent::of(&SurveySecret::new(secret), &definition, weeks[at]),
            revision: 1,
        };
        let message = Message::Response(Response::of(&joined, heading, &readings[at]));
        let sealed = Sealed::new(&Plaintext::of(&message), &definition.recipient).expect("sealed");
        fs::write(making.join(format!("{n:08}.age")), sealed.bytes()).expect("written");
    };
    std::thread::scope(|scope| {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        for first in 0..threads {
            let write = &write;
            scope.spawn(move || (first..count).step_by(threads).for_each(write));
        }
    });
    fs::rename(making, inbox).expect("renamed");
}

/// What age and the reader of JSON cost for a file that is in memory, on one core, in microseconds of CPU time; of wall time
/// where the system does not tell the other.
fn alone(folder: &Path, inbox: &Path) -> f64 {
    let key = fs::read_to_string(folder.join("time.key")).expect("a key");
    let key: age::x25519::Identity = key.lines().last().expect("a key").parse().expect("a key");
    let files = fs::read_dir(inbox).expect("a folder").take(ALONE);
    let files: Vec<Vec<u8>> = files
        .map(|entry| fs::read(entry.expect("an entry").path()).expect("a file"))
        .collect();
    let (wall, cpu) = (Instant::now(), cpu_seconds());
    for file in files.iter().cycle().take(ROUNDS * files.len()) {
        let opened = age::decrypt(&key, file).expect("opened");
        let json: serde_json::Value = serde_json::from_slice(&opened).expect("JSON");
        std::hint::black_box(json);
    }
    let took = match (cpu, cpu_seconds()) {
        (Some(before), Some(after)) => after - before,
        _ => wall.elapsed().as_secs_f64(),
    };
    took * 1e6 / as_float((ROUNDS * files.len()) as u64)
}

/// The CPU time of this process so far, all threads together; none where the system does not tell it as Linux does.
fn cpu_seconds() -> Option<f64> {
    /// Of Linux, wherever it runs.
    const TICKS: f64 = 100.0;
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    let mut after_name = stat.rsplit(") ").next()?.split(' ').skip(11);
    let user: u64 = after_name.next()?.parse().ok()?;
    let system: u64 = after_name.next()?.parse().ok()?;
    Some(as_float(user + system) / TICKS)
}

#[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
const fn as_float(number: u64) -> f64 {
    number as f64
}
