//! The length of what is sealed says nothing about the content.

use super::*;
use crate::domain::{Category, Span, Taxonomy};
use crate::survey::definition::tests::WHOLE;
use crate::survey::response::tests::making::{block, heading, reading, readings, surveys};
use crate::survey::{Definition, Field, Joined, KeyPair, Message, Response, Withdrawal};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

/// What age writes after its header: a nonce of 16 bytes, and one piece with a tag of 16.
const PAYLOAD: usize = 16 + Plaintext::SIZE + 16;

/// The least that can be said: nothing asked, everything withheld, an empty week; every other one a withdrawal.
fn least(n: u32) -> Message {
    let text = &WHOLE[..WHOLE.find("rounding").unwrap()];
    let mut survey = Joined::new(Definition::read(text.as_bytes()).unwrap());
    survey.withhold(Field::Days, true);
    let heading = heading(&survey, 1);
    if n.is_multiple_of(2) {
        Message::Withdrawal(Withdrawal { heading })
    } else {
        Message::Response(Response::of(&survey, heading, &reading(&[])))
    }
}

/// The most: everything asked and given, and something of everything in the week.
fn most(n: u32) -> Message {
    let mut survey = Joined::new(Definition::read(WHOLE.as_bytes()).unwrap());
    survey.answer("stage", Some("secondary")).unwrap();
    survey.answer("region", Some("north_a")).unwrap();
    let minutes = 150 + n % 100; // of 39 activities, less than a week
    let taxonomy = Taxonomy::built_in();
    let all = taxonomy
        .activities()
        .iter()
        .map(|a| a.activity.clone())
        .enumerate();
    let blocks: Vec<_> = all
        .map(|(i, a)| (i % 7, block(a, Span::amount(minutes).unwrap())))
        .collect();
    assert!(blocks.iter().any(|(_, b)| b.activity.category == Category::Duty));
    let mut heading = heading(&survey, 1);
    heading.revision = 1_000_000 + n;
    Message::Response(Response::of(&survey, heading, &reading(&blocks)))
}

/// The length of the header without the stanza that age adds at random, and that of all.
fn lengths(sealed: &[u8]) -> (usize, usize) {
    let header = sealed.len() - PAYLOAD;
    let text = std::str::from_utf8(&sealed[..header]).unwrap(); // what is no header is no text
    assert!(
        text.starts_with("age-encryption.org/v1\n-> X25519 ") && text.ends_with('\n'),
        "{text}"
    );
    let random = text.find("-grease").map_or(0, |at| {
        let begin = text[..at].rfind("\n-> ").unwrap() + 1;
        let end = text.rfind("\n--- ").unwrap() + 1;
        end - begin
    });
    assert!(
        text.rfind("\n--- ").unwrap() + "\n--- ".len() + 43 + 1 == header,
        "a mac of 43 digits ends it"
    );
    (header - random, sealed.len())
}

#[expect(clippy::cast_precision_loss, reason = "a few thousand")]
/// The greatest distance between the distributions of two samples.
fn distance(a: &[usize], b: &[usize]) -> f64 {
    let part = |of: &[usize], most: usize| of.iter().filter(|n| **n <= most).count() as f64 / of.len() as f64;
    let all = a
        .iter()
        .chain(b)
        .copied()
        .collect::<std::collections::BTreeSet<_>>();
    all.into_iter()
        .map(|most| (part(a, most) - part(b, most)).abs())
        .fold(0.0, f64::max)
}

/// Seals so many of each sort. That the sizes are alike is shown twice: but for age's own random stanza every one is the
/// same, exactly; and with it, the distributions of the sorts differ by no more than chance. By the inequality of
/// Dvoretzky, Kiefer, Wolfowitz and Massart, which holds for any distribution, samples of `n` of one distribution are
/// further apart than `d` with a probability of 4·exp(−n·d²/2) at most: 10⁻⁹ for each of the three pairs here.
fn sizes_say_nothing(n: u32) {
    let recipient = KeyPair::generate().recipient();
    let mut runner = TestRunner::deterministic();
    let any =
        (surveys(), readings()).prop_map(|(s, r)| Message::Response(Response::of(&s, heading(&s, 1), &r)));
    let mut any = |_| any.new_tree(&mut runner).unwrap().current();
    let lengths_of = |make: &mut dyn FnMut(u32) -> Message| -> (Vec<usize>, Vec<usize>) {
        let one = |n| {
            let plaintext = Plaintext::of(&make(n));
            assert_eq!(plaintext.bytes().len(), Plaintext::SIZE);
            lengths(Sealed::new(&plaintext, &recipient).unwrap().bytes())
        };
        (0..n).map(one).unzip()
    };
    let sorts = [
        lengths_of(&mut { least }),
        lengths_of(&mut { most }),
        lengths_of(&mut any),
    ];
    let exact = sorts[0].0[0];
    assert!(
        sorts.iter().flat_map(|(exact, _)| exact).all(|e| *e == exact),
        "one size but for the random stanza"
    );
    let chance = (2.0 * (4.0_f64 / 1e-9).ln() / f64::from(n)).sqrt();
    for (a, b) in [(0, 1), (0, 2), (1, 2)] {
        let (a, b) = (&sorts[a].1, &sorts[b].1);
        let mean = |of: &[usize]| of.iter().sum::<usize>() as f64 / of.len() as f64;
        let range = |of: &[usize]| (*of.iter().min().unwrap(), *of.iter().max().unwrap());
        println!(
            "{n} each: {:?} and {:?} bytes, {:.1} and {:.1} on average, distance {:.4} of {chance:.4}",
            range(a),
            range(b),
            mean(a),
            mean(b),
            distance(a, b)
        );
        assert!(distance(a, b) <= chance, "{} of {chance}", distance(a, b));
    }
}

#[test]
fn the_length_says_nothing_about_the_content() {
    sizes_say_nothing(200);
}

#[test]
#[ignore = "10,002 responses: cargo test --release --lib sealed -- --ignored --nocapture"]
fn the_length_of_ten_thousand_responses_says_nothing_about_the_content() {
    sizes_say_nothing(3334);
}

#[test]
fn a_name_is_random() {
    let names: std::collections::BTreeSet<String> = (0..1000).map(|_| file_name().unwrap()).collect();
    assert_eq!(names.len(), 1000);
    assert!(names.iter().all(|n| n.len() == 36 && n.ends_with(".age")));
}
