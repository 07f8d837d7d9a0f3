//! Files that are made to cost something.

use super::{WHOLE, read_any};
use crate::survey::Definition;
use std::time::{Duration, Instant};

/// Texts as large as a definition can be, with what they begin with.
fn hostile() -> Vec<(&'static str, String)> {
    let rest = Definition::MOST_BYTES - WHOLE.len() - 16;
    let repeat = |text: &str| text.repeat(rest / text.len());
    let numbered = |line: &dyn Fn(usize) -> String| {
        let mut out = String::new();
        for i in 0.. {
            let next = line(i);
            if out.len() + next.len() > rest {
                break;
            }
            out += &next;
        }
        out
    };
    let appended = |text: String| format!("{WHOLE}\n{text}");
    let before = |text: String| format!("{text}\n{WHOLE}");
    let half = rest / 2;
    vec![
        ("arrays in arrays", before(format!("x = {}", repeat("[")))),
        (
            "arrays in arrays, closed",
            before(format!("x = {}{}", "[".repeat(half - 4), "]".repeat(half - 4))),
        ),
        ("tables in tables", before(format!("x = {}", repeat("{a=")))),
        (
            "a key of many parts",
            before(format!("x{} = 1", repeat(".a").split_at(rest - rest % 2 - 8).0)),
        ),
        (
            "a header of many parts",
            appended(format!("[x{}]", repeat(".a").split_at(rest - rest % 2 - 8).0)),
        ),
        ("many keys", before(numbered(&|i| format!("k{i}=1\n")))),
        (
            "many dotted keys",
            before(numbered(&|i| format!("a.b.c.d.k{i}=1\n"))),
        ),
        ("many tables", appended(numbered(&|i| format!("[t{i}]\n")))),
        (
            "many tables in one",
            appended(numbered(&|i| format!("[asks.a.b.c.t{i}]\n"))),
        ),
        ("many groups", appended(repeat("[[groups]]\n"))),
        ("groups in groups", appended(repeat("[[groups.answers]]\n"))),
        (
            "a long array",
            before(format!("x = [{}]", repeat("1,").split_at(rest - rest % 2 - 8).0)),
        ),
        ("a long text", before(format!("x = \"{}\"", &repeat("a")[8..]))),
        (
            "a long text of escapes",
            before(format!(
                "x = \"{}\"",
                repeat("\\u0041").split_at(rest - rest % 6 - 12).0
            )),
        ),
        ("a long key", before(format!("{} = 1", &repeat("k")[8..]))),
        (
            "a long key that disturbs",
            before(format!(
                "\"{}\" = 1",
                repeat("\\u202e").split_at(rest - rest % 6 - 12).0
            )),
        ),
        ("a long number", before(format!("x = {}", &repeat("9")[8..]))),
        ("comments", appended(repeat("#\n"))),
        ("line ends", appended(repeat("\r\n"))),
        ("carriage returns", appended(repeat("\r"))),
        ("byte order marks", before(repeat("\u{feff}"))),
        (
            "answers in a chain",
            appended(long_groups(&|i| format!(",within=\"a{}\"", i + 1))),
        ),
        (
            "answers all within one",
            appended(long_groups(&|_| ",within=\"a999\"".into())),
        ),
    ]
}

/// Long groups, as many as fit, after a head without groups.
fn long_groups(within: &dyn Fn(usize) -> String) -> String {
    const LONG: usize = 390;
    let group = |n: usize| {
        let answer = |i: usize| {
            let within = if i == LONG - 1 { String::new() } else { within(i) };
            format!("{{code=\"a{i}\",name=\"n\"{within}}},")
        };
        let answers: String = (0..LONG).map(answer).collect();
        format!("[[groups]]\ncode=\"h{n}\"\nname=\"n\"\nanswers=[{answers}]\n")
    };
    (0..4).map(group).collect()
}

#[test]
#[expect(clippy::print_stdout, reason = "the times, for who asks with --nocapture")]
fn hostile_files_cost_little_time_and_no_stack() {
    // Half of what the main thread has on Windows; and far more time than any takes (see benches/survey.rs).
    let small = std::thread::Builder::new().stack_size(512 * 1024);
    let all = small.spawn(|| {
        for (what, text) in hostile() {
            assert!(
                text.len() <= Definition::MOST_BYTES,
                "{what}: {} bytes",
                text.len()
            );
            let begun = Instant::now();
            let read = read_any(text.as_bytes());
            let took = begun.elapsed();
            println!(
                "{what}: {} in {took:?}",
                read.map_or_else(|bad| bad.to_string(), |_| "read".into())
            );
            assert!(took < Duration::from_secs(20), "{what}: {took:?}");
        }
    });
    all.unwrap().join().unwrap();
}
