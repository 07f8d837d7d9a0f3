//! What holds for any definition and for any bytes.

use super::{LANGUAGES, WHOLE, draft, read_any};
use crate::domain::WeekId;
use crate::i18n::{I18n, Lang};
use crate::survey::definition::table::is_a_line;
use crate::survey::definition::{Asks, Code, Definition, Draft, Group, GroupAnswer, NOT_SAID, Wording};
use crate::survey::{KeyPair, Recipient};
use chrono::Days;
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::Index;
use std::sync::LazyLock;

/// Any line of text that can be shown.
fn line(most: usize) -> impl Strategy<Value = String> {
    let chars = prop_oneof![
        4 => any::<char>(),
        2 => prop::sample::select("\"\\'#={}[],.\u{301}\u{7f}\u{200d}é字👩\u{85}".chars().collect::<Vec<_>>()),
        2 => prop::char::range(' ', '~'),
    ];
    let text = vec(chars, 1..=most).prop_map(|chars| chars.into_iter().collect::<String>().trim().to_owned());
    text.prop_filter("a line", move |text| is_a_line(text, most))
}

fn wording(most: usize) -> impl Strategy<Value = Wording> {
    let langs = prop::sample::subsequence(Lang::ALL.to_vec(), 1..=3).prop_shuffle();
    prop_oneof![
        line(most).prop_map(Wording::same),
        (langs, vec(line(most), 3))
            .prop_map(|(langs, texts)| Wording::in_languages(langs.into_iter().zip(texts)).unwrap()),
    ]
}

fn codes(most: usize) -> impl Strategy<Value = Vec<Code>> {
    let code = "[a-z][a-z0-9_]{0,23}".prop_filter("said", |c| c != NOT_SAID);
    let codes =
        btree_set(code, 2..=most).prop_map(|codes| codes.iter().map(|c| Code::new(c).unwrap()).collect());
    Strategy::prop_shuffle(codes)
}

fn answers() -> impl Strategy<Value = Vec<GroupAnswer>> {
    let one = (
        wording(12),
        prop::option::of(any::<Index>()),
        prop::option::of(0..=Definition::MOST_STAFF),
    );
    (codes(6), vec(one, 6), any::<bool>()).prop_map(|(codes, parts, reversed)| {
        // Each within one before it at most, so that there is no circle.
        let within =
            |i: usize, at: Option<Index>| (i > 0).then_some(at?).map(|at| codes[at.index(i)].clone());
        let answer = |(i, (name, at, staff)): (usize, (Wording, Option<Index>, Option<u32>))| GroupAnswer {
            code: codes[i].clone(),
            name,
            within: within(i, at),
            staff,
        };
        let mut answers: Vec<GroupAnswer> = parts
            .into_iter()
            .take(codes.len())
            .enumerate()
            .map(answer)
            .collect();
        if reversed {
            answers.reverse();
        }
        answers
    })
}

fn groups() -> impl Strategy<Value = Vec<Group>> {
    (codes(4), vec((wording(20), answers()), 0..4)).prop_map(|(codes, parts)| {
        let group = |(code, (name, answers))| Group { code, name, answers };
        codes.into_iter().zip(parts).map(group).collect()
    })
}

fn drafts() -> impl Strategy<Value = Draft> {
    let asks =
        any::<[bool; 5]>().prop_map(
            |[activities, meetings, late_parent_messages, goal, ratings]| Asks {
                activities,
                meetings,
                late_parent_messages,
                goal,
                ratings,
            },
        );
    let times = (0i64..3000, 1i64..=106, 0u64..1000).prop_map(|(first, length, after)| {
        let first = "2001-W01".parse::<WeekId>().unwrap().offset(first).unwrap();
        (
            first..=first.offset(length - 1).unwrap(),
            first.sunday() + Days::new(after),
        )
    });
    let numbers = (
        Definition::ROUNDING,
        Definition::MIN_GROUP,
        any::<bool>(),
        prop::option::of(1..=Definition::MOST_STAFF),
    );
    (wording(80), wording(200), times, numbers, asks, groups()).prop_map(
        |(title, contact, (weeks, closes), (rounding, min_group, panel, staff), asks, groups)| Draft {
            title,
            contact,
            weeks,
            closes,
            rounding,
            min_group,
            panel,
            asks,
            staff,
            groups,
        },
    )
}

static RECIPIENT: LazyLock<Recipient> = LazyLock::new(|| KeyPair::generate().recipient());

/// One change of a file.
#[derive(Debug, Clone)]
enum Change {
    Flip(Index, u8),
    Delete(Index, usize),
    Repeat(Index, usize),
    Insert(Index, Vec<u8>),
    Swap(Index, Index),
    RepeatLine(Index, Index),
    DropLine(Index),
}

fn change() -> impl Strategy<Value = Change> {
    let pieces = prop::sample::select(vec![
        "\u{1b}[2J",
        "\u{202e}",
        "\u{feff}",
        "\r",
        "\n",
        "\"",
        "'''",
        "\"\"\"",
        "[",
        "]]",
        "{",
        "}",
        ".",
        "=",
        "#",
        ",",
        "\\u202e",
        "9999999999",
        "-1",
        "within = \"north\"",
        "staff = 1",
        "1979-05-27",
        "[[groups]]\n",
        "[asks]\n",
        "\0",
    ]);
    prop_oneof![
        (any::<Index>(), 1u8..).prop_map(|(at, mask)| Change::Flip(at, mask)),
        (any::<Index>(), 1usize..30).prop_map(|(at, n)| Change::Delete(at, n)),
        (any::<Index>(), 1usize..60).prop_map(|(at, n)| Change::Repeat(at, n)),
        (any::<Index>(), pieces).prop_map(|(at, text)| Change::Insert(at, text.into())),
        (any::<Index>(), any::<Index>()).prop_map(|(a, b)| Change::Swap(a, b)),
        (any::<Index>(), any::<Index>()).prop_map(|(a, b)| Change::RepeatLine(a, b)),
        any::<Index>().prop_map(Change::DropLine),
    ]
}

impl Change {
    fn make(self, bytes: &mut Vec<u8>) {
        if bytes.is_empty() {
            return;
        }
        let lines = |bytes: &[u8]| {
            bytes
                .split_inclusive(|b| *b == b'\n')
                .map(<[u8]>::to_vec)
                .collect::<Vec<_>>()
        };
        match self {
            Self::Flip(at, mask) => {
                let at = at.index(bytes.len());
                bytes[at] ^= mask;
            }
            Self::Delete(at, n) => {
                let at = at.index(bytes.len());
                bytes.drain(at..bytes.len().min(at + n));
            }
            Self::Repeat(at, n) => {
                let at = at.index(bytes.len());
                let piece = bytes[at..bytes.len().min(at + n)].to_vec();
                bytes.splice(at..at, piece);
            }
            Self::Insert(at, piece) => {
                let at = at.index(bytes.len());
                bytes.splice(at..at, piece);
            }
            Self::Swap(a, b) => {
                let mut all = lines(bytes);
                let (a, b) = (a.index(all.len()), b.index(all.len()));
                all.swap(a, b);
                *bytes = all.concat();
            }
            Self::RepeatLine(a, b) => {
                let mut all = lines(bytes);
                let line = all[a.index(all.len())].clone();
                let to = b.index(all.len());
                all.insert(to, line);
                *bytes = all.concat();
            }
            Self::DropLine(at) => {
                let mut all = lines(bytes);
                let at = at.index(all.len());
                all.remove(at);
                *bytes = all.concat();
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_drafted_is_what_is_read(draft in drafts(), lang in 0usize..3) {
        let made = draft.write(&RECIPIENT, &LANGUAGES[lang]).unwrap();
        let made = read_any(made.text().as_bytes()).unwrap();
        prop_assert_eq!(&made.title, &draft.title);
        prop_assert_eq!(&made.contact, &draft.contact);
        prop_assert_eq!(&made.weeks, &draft.weeks);
        prop_assert_eq!((made.closes, made.staff), (draft.closes, draft.staff));
        prop_assert_eq!((made.rounding, made.min_group, made.panel), (draft.rounding, draft.min_group, draft.panel));
        prop_assert_eq!(made.asks, draft.asks);
        prop_assert_eq!(&made.groups, &draft.groups);
        prop_assert_eq!(&made.recipient, &*RECIPIENT);
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..400), text in "\\PC{0,200}") {
        let _ = read_any(&bytes);
        let _ = read_any(text.as_bytes());
        let _ = read_any(format!("jianfu_survey = 1\n{text}").as_bytes());
    }

    #[test]
    fn any_file_that_was_damaged_is_read_or_refused(changes in vec(change(), 1..8)) {
        let mut bytes = WHOLE.as_bytes().to_vec();
        for change in changes {
            change.make(&mut bytes);
        }
        let _ = read_any(&bytes);
    }
}

#[test]
fn two_surveys_of_the_same_words_are_two() {
    let made = || draft().write(&RECIPIENT, I18n::english()).unwrap();
    let (one, other) = (made(), made());
    assert_ne!(one.id, other.id);
    assert_ne!(
        (one.hash(), one.fingerprint()),
        (other.hash(), other.fingerprint())
    );
}
