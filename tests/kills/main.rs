//! Kills a writer: nothing that it acknowledged may be missing, every reopening must work, and no response to a survey may be
//! out of which the diary knows nothing.
//!
//! Kills a collector as well: whenever that is, its dataset is whole, and the next run makes it what it would have been.
//!
//! `cargo test --test kills -- --count 300` kills 300 times at random moments; without an argument a smaller number.
//! `--collecting 300` does so with the collector alone.
//! `--seed` after it repeats what the writers of an earlier run did, though not the moments of the kills.
//! Where `strace` is installed, it also kills at every call that changes a file, one after the other.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test fails by panicking, and this one reports for itself"
)]

mod at_each_call;
mod at_random;
mod collecting;
mod survey;
mod writer;

use std::path::Path;

const DEFAULT_KILLS: u32 = 25;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["writer", dir, seed] => writer::write_on(Path::new(dir), seed.parse().expect("a number")),
        ["collect", dir] => collecting::collect(Path::new(dir)),
        ["once", dir] => writer::write_once(Path::new(dir)),
        ["--collecting", count] => {
            collecting::kill_often(count.parse().expect("--collecting takes a number"), None);
            collecting::kill_at_each();
        }
        ["--count", count] => run(count.parse().expect("--count takes a number"), None),
        ["--count", count, "--seed", seed] => {
            run(
                count.parse().expect("--count takes a number"),
                Some(seed.parse().expect("--seed takes a number")),
            );
        }
        other if other.contains(&"--list") => println!("kills: test"),
        // Filters and options meant for other test programs.
        _ => run(DEFAULT_KILLS, None),
    }
}

fn run(kills: u32, seed: Option<u64>) {
    println!("\nrunning 4 tests");
    at_random::kill_often(kills, seed);
    collecting::kill_often(kills, seed);
    let ignored = u32::from(!at_each_call::kill_at_each()) + u32::from(!collecting::kill_at_each());
    println!(
        "\ntest result: ok. {} passed; 0 failed; {ignored} ignored; 0 measured; 0 filtered out\n",
        4 - ignored
    );
}
