//! A cluster of real processes computes the same cells as adding up row by row, and nothing that is killed makes a wrong
//! number or a wait without end.
//!
//! `JIANFU_CLUSTER_KILLS=20 cargo test --features cluster --test cluster` kills more often.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]
#![expect(clippy::print_stderr, reason = "tells how each kill ended")]

mod data;
mod parts;

use data::{Numbers, large, row_by_row, small};
use jianfu::i18n::{I18n, Say};
use jianfu::survey::collector::cluster::{ClusterAddress, ClusterError, cells_by_cluster};
use jianfu::survey::collector::{Cells, Dataset};
use parts::{Cluster, free_port};
use std::net::TcpListener;
use std::process::Command;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// One cluster at a time: they share few cores.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

const LONG: Duration = Duration::from_secs(240);
/// What an error may take beyond its deadline.
const GRACE: Duration = Duration::from_secs(3);

#[test]
fn a_cluster_computes_the_same_cells() {
    let _alone = alone();
    let folder = tempfile::tempdir().unwrap();
    let dataset = small(&folder.path().join("a dataset [1]"));
    let expected = row_by_row(&dataset);
    let mut cluster = Cluster::start();
    let cells = cells_by_cluster(&dataset, &cluster.address, LONG).unwrap();
    assert_same(&cells, &expected);

    let checked = survey_cluster(&[
        "check",
        dataset.folder().to_str().unwrap(),
        "--cluster",
        &cluster.address.to_string(),
    ]);
    let said = String::from_utf8(checked.stdout).unwrap();
    let responses = expected.cells.values().map(|c| c.respondents).sum::<u32>();
    assert!(
        said.starts_with(&format!("{responses} responses, 3 weeks, ")),
        "{said}"
    );

    // What was computed lay in folders that nobody else can read, and does not stay there.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let work = cluster.work_folder(0);
        assert_eq!(work.metadata().unwrap().permissions().mode() & 0o777, 0o700);
        assert!(
            cluster.executors[0].end().success(),
            "{}",
            cluster.executors[0].said()
        );
        assert_eq!(work.read_dir().unwrap().count(), 1, "only the mark stays");
        assert!(cluster.scheduler.end().success(), "{}", cluster.scheduler.said());
    }
}

#[test]
fn a_week_that_another_program_changed_is_no_answer() {
    let _alone = alone();
    let folder = tempfile::tempdir().unwrap();
    let dataset = small(&folder.path().join("d"));
    let cluster = Cluster::start();
    // A file that is no part of the dataset for us, and one for whoever takes all files of the folder.
    let part = dataset.part_path(data::weeks(1)[0], 1);
    std::fs::copy(&part, part.with_file_name("copy.parquet")).unwrap();
    let cells = cells_by_cluster(&dataset, &cluster.address, LONG);
    assert!(
        matches!(cells, Err(ClusterError::OtherData("respondents"))),
        "{cells:?}"
    );
    // The same folder, with the responses to another survey in it.
    let other = small(&folder.path().join("other"));
    std::fs::remove_file(part.with_file_name("copy.parquet")).unwrap();
    std::fs::copy(other.part_path(data::weeks(1)[0], 1), &part).unwrap();
    let cells = cells_by_cluster(&dataset, &cluster.address, LONG);
    assert!(
        matches!(cells, Err(ClusterError::OtherData("survey"))),
        "{cells:?}"
    );
}

#[test]
fn a_killed_executor_costs_time_and_no_number() {
    let _alone = alone();
    let folder = tempfile::tempdir().unwrap();
    let (dataset, expected) = large(&folder.path().join("d"), 10_000, (4, 3));
    let mut cluster = Cluster::start();
    let start = Instant::now();
    assert_same(
        &cells_by_cluster(&dataset, &cluster.address, LONG).unwrap(),
        &expected,
    );
    let usual = start.elapsed();
    eprintln!("undisturbed: {usual:.1?}");
    let seed = std::process::id();
    let mut numbers = Numbers(seed.into());
    let kills = std::env::var("JIANFU_CLUSTER_KILLS")
        .ok()
        .and_then(|k| k.parse().ok());
    for kill in 0..kills.unwrap_or(2_u32) {
        let after = usual.mul_f64(f64::from(u32::try_from(numbers.below(1000)).unwrap()) / 1000.0);
        let mut victim = cluster.executors.remove(0);
        let id = victim.id();
        let start = Instant::now();
        let cells = std::thread::scope(|scope| {
            let asked = scope.spawn(|| cells_by_cluster(&dataset, &cluster.address, LONG));
            std::thread::sleep(after);
            victim.kill();
            asked.join().unwrap()
        });
        let took = start.elapsed();
        assert!(
            took < LONG + GRACE,
            "kill {kill} of {id} after {after:?}: {took:?}"
        );
        match cells {
            Ok(cells) => {
                assert_same(&cells, &expected);
                eprintln!("kill {kill} after {after:.1?}: the same cells after {took:.1?}");
            }
            Err(why) => {
                eprintln!("kill {kill} after {after:.1?}: {why} after {took:.1?}");
                assert_says_what_to_do(&why);
            }
        }
        cluster.add_executor();
    }
    // Whoever runs it again has the cells.
    assert_same(
        &cells_by_cluster(&dataset, &cluster.address, LONG).unwrap(),
        &expected,
    );
}

#[test]
fn a_killed_scheduler_is_an_error_at_once() {
    let _alone = alone();
    let folder = tempfile::tempdir().unwrap();
    let (dataset, _) = large(&folder.path().join("d"), 10_000, (4, 3));
    let mut cluster = Cluster::start();
    let start = Instant::now();
    let cells = std::thread::scope(|scope| {
        let asked = scope.spawn(|| cells_by_cluster(&dataset, &cluster.address, LONG));
        std::thread::sleep(Duration::from_millis(1500));
        cluster.scheduler.kill();
        asked.join().unwrap()
    });
    let why = cells.unwrap_err();
    assert!(
        start.elapsed() < Duration::from_secs(30),
        "{why} after {:?}",
        start.elapsed()
    );
    assert!(matches!(why, ClusterError::Failed(_)), "{why:?}");
    assert_says_what_to_do(&why);
}

#[test]
fn nobody_there_is_an_error_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let dataset = small(&folder.path().join("d"));
    let address: ClusterAddress = format!("df://127.0.0.1:{}", free_port()).parse().unwrap();
    let start = Instant::now();
    let why = cells_by_cluster(&dataset, &address, LONG).unwrap_err();
    assert!(start.elapsed() < GRACE, "{:?}", start.elapsed());
    assert!(matches!(why, ClusterError::Nobody(..)), "{why:?}");
    assert_says_what_to_do(&why);
}

#[test]
fn whatever_never_answers_is_an_error_at_the_deadline() {
    let folder = tempfile::tempdir().unwrap();
    let dataset = small(&folder.path().join("d"));
    let silent = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let address = format!("df://{}", silent.local_addr().unwrap());
    let start = Instant::now();
    let deadline = Duration::from_secs(2);
    let asked = dataset.folder().to_str().unwrap();
    // As a process: it has to end, too.
    let checked = survey_cluster(&["check", asked, "--cluster", &address, "--deadline", "2"]);
    assert!(
        (deadline..deadline + GRACE).contains(&start.elapsed()),
        "{:?}",
        start.elapsed()
    );
    let said = String::from_utf8(checked.stderr).unwrap();
    assert!(!checked.status.success() && said.contains("after 2 s"), "{said}");
    assert!(said.contains("run it again embedded"), "{said}");
}

#[test]
fn nothing_listens_to_other_machines_unless_it_is_said() {
    for args in [
        ["scheduler", "--bind", "0.0.0.0:0"].as_slice(),
        &[
            "executor",
            "--bind",
            "0.0.0.0",
            "--host",
            "localhost",
            "--work-dir",
            "never-made",
        ],
    ] {
        let refused = survey_cluster(args);
        let said = String::from_utf8(refused.stderr).unwrap();
        assert!(
            !refused.status.success() && said.contains("--private-network"),
            "{said}"
        );
    }
    assert!(!std::path::Path::new("never-made").exists());
}

#[test]
fn a_dataset_without_responses_has_no_cells() {
    let folder = tempfile::tempdir().unwrap();
    let dataset = Dataset::open_or_new(&folder.path().join("d"), &data::definition()).unwrap();
    let address: ClusterAddress = "df://127.0.0.1:1".parse().unwrap();
    let cells = cells_by_cluster(&dataset, &address, LONG).unwrap();
    assert!(cells.cells.is_empty());
}

fn survey_cluster(args: &[&str]) -> std::process::Output {
    Command::new(env!("CARGO_BIN_EXE_jianfu"))
        .args(["--lang", "en", "survey", "cluster"])
        .args(args)
        .output()
        .unwrap()
}

/// Tells one cell and not ten thousand where something is wrong.
fn assert_same(cells: &Cells, expected: &Cells) {
    assert_eq!(cells.frame, expected.frame);
    let keys = |cells: &Cells| cells.cells.keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(cells), keys(expected));
    for (key, cell) in &expected.cells {
        assert_eq!(cells.cells[key], *cell, "{key:?}");
    }
}

fn assert_says_what_to_do(why: &ClusterError) {
    assert!(why.to_string().contains("run it again embedded"), "{why}");
    assert!(
        why.say(I18n::english()).contains("run it again embedded"),
        "{why:?}"
    );
}
