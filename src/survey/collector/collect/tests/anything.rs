//! Anything done to responses, and anything else, in any number: all that is good is taken, the rest is listed.

use super::hostile::{sealed_to, tar, zip};
use super::*;
use serde_json::json;
use tar::EntryType::{Block, Fifo, GNUSparse, Regular, Symlink};

/// Numbers that come in the same order every time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % most
    }
}

/// Makes bad files.
struct Spoiler {
    survey: Survey,
    other: Survey,
    numbers: Numbers,
    /// A tar and a zip with good responses.
    archives: [Vec<u8>; 2],
}

/// How many kinds of bad files there are.
const KINDS: usize = 18;

impl Spoiler {
    fn one_of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.numbers.below(all.len())].clone()
    }

    /// A bad file of a kind, and of how many lines at least and at most it is the reason.
    fn make(&mut self, kind: usize) -> (Vec<u8>, u64, u64) {
        let sealed = self.survey.sealed(sent(100, 0, 1, 0));
        let at = self.numbers.below(sealed.len());
        let mut bytes = sealed.clone();
        match kind {
            0 => bytes[at] ^= 1 << self.numbers.below(8),
            1 => bytes.truncate(at),
            2 => bytes.insert(at, bytes[at] ^ 1),
            3 => drop(bytes.drain(at..(at + 1 + self.numbers.below(40)).min(bytes.len()))),
            4 => bytes = self.other.sealed(sent(1, 0, 1, 1)),
            5 => bytes = self.typed_over(),
            6 => bytes = self.not_ours(),
            7 => bytes = self.impossible(),
            8 => {
                let theirs = Plaintext::of(&self.other.message(sent(1, 0, 1, 1)));
                bytes = self.survey.seal(theirs.bytes());
            }
            9 => bytes = self.survey.seal(&sealed), // sealed twice
            10 => {
                let mut passphrase = age::scrypt::Recipient::new("x".to_owned().into());
                passphrase.set_work_factor(2);
                bytes = sealed_to(&[&passphrase], b"{}");
            }
            11 => {
                let recipient = self.survey.recipient();
                let armoured = age::encrypt_and_armor(&recipient, b"{}").unwrap();
                bytes = armoured.into_bytes();
                let at = self.numbers.below(bytes.len());
                bytes[at] ^= 4;
            }
            12 => {
                let start = self.one_of(&[
                    &b"age-encryption.org/v1\n-> X25519 "[..],
                    b"",
                    b"PK",
                    b"\x1b]0;x\x07",
                ]);
                bytes = start.to_vec();
                bytes.extend((0..self.numbers.below(100_000)).map(|_| b'\x1b'));
            }
            13 => return (self.damaged_archive(), 0, 3),
            14 => return (zip(&self.tricks(b"no response")), 4, 4),
            15 => {
                let entries = self
                    .tricks(b"no response")
                    .map(|(name, content)| (name, Regular, content));
                return (tar(&entries), 4, 4);
            }
            16 => {
                let kinds = [Fifo, Block, Symlink].map(|kind| ("../x\u{1b}[2J", kind, &b""[..]));
                return (tar(&kinds), 3, 3);
            }
            _ => return self.bomb(),
        }
        (bytes, 1, 1)
    }

    /// A response in which a character was typed over, sealed.
    fn typed_over(&mut self) -> Vec<u8> {
        let plaintext = Plaintext::of(&self.survey.message(sent(100, 0, 1, 0)));
        let mut json = plaintext.json().as_bytes().to_vec();
        json[self.numbers.below(plaintext.json().len())] = b'~'; // in no name and no value
        self.survey.seal(&json)
    }

    /// Something else, sealed to the key of the survey.
    fn not_ours(&mut self) -> Vec<u8> {
        let content = self.one_of(&[
            r#"{"type": "FeatureCollection", "features": []}"#,
            r#"[{"name": "\u001b[2J\u202e", "\u0007": "\u0000"}]"#,
            r#"{"version": 1, "version": 1}"#,
            r#"{"version": "\u001b]0;x\u0007"}"#,
            "{\"\u{1b}[31m\u{9b}31m\u{202e}\": 1}",
            "{",
            "null",
            "1e999999",
            "\u{feff}{}",
            "\0\0\0\0",
        ]);
        let nested = self.one_of(&["", "[[[[[[[[[[[[[[[[[[[["]).repeat(200);
        self.survey.seal(format!("{nested}{content}").as_bytes())
    }

    /// A response that says what cannot be.
    fn impossible(&mut self) -> Vec<u8> {
        let change = self.one_of(&[
            ("version", json!(9)),
            ("week", json!("2026-W01")),
            ("week", json!("\u{1b}[31m")),
            ("revision", json!(0)),
            ("revision", json!(-1)),
            ("respondent", json!("../../../etc/passwd")),
            ("minutes", json!({"duty": 20_000})),
            ("groups", json!({"stage": "\u{1b}]8;;x\u{7}"})),
            ("groups", json!({"school": "x"})),
            ("closed_days", json!(8)),
            ("name", json!("\u{202e}")),
        ]);
        self.survey.changed(|value| value[change.0] = change.1)
    }

    /// An archive of good responses with some bits flipped, and perhaps cut off.
    fn damaged_archive(&mut self) -> Vec<u8> {
        let mut bytes = self.one_of(&self.archives.clone());
        for _ in 0..=self.numbers.below(3) {
            let at = self.numbers.below(bytes.len());
            bytes[at] ^= 1 << self.numbers.below(8);
        }
        bytes.truncate(bytes.len() - self.numbers.below(2) * self.numbers.below(bytes.len()));
        bytes
    }

    /// Entries whose names would lead elsewhere.
    fn tricks<'a>(&mut self, content: &'a [u8]) -> [(&'static str, &'a [u8]); 4] {
        let outside = self.one_of(&["../../../../tmp/jianfu-evil", "/tmp/jianfu-evil", "..\\..\\evil"]);
        let device = self.one_of(&["NUL", "C:\\evil", "\\\\host\\evil", "con.age", "a:b"]);
        let controls = self.one_of(&[
            "\u{1b}[2J\u{7}",
            "a\r\nb,c",
            "\u{202e}gpj.age",
            "=cmd|'/C calc'!A0",
        ]);
        [outside, device, controls, "d/../../x"].map(|name| (name, content))
    }

    /// What would become far more than it is, if one let it.
    fn bomb(&mut self) -> (Vec<u8>, u64, u64) {
        let zeros = vec![0; 1_500_000];
        match self.numbers.below(4) {
            0 => (zip(&[("a", &zeros)]), 1, 1),
            1 => {
                let names: Vec<String> = (0..40).map(|n| n.to_string()).collect();
                let entries: Vec<_> = names.iter().map(|n| (n.as_str(), &zeros[..60_000])).collect();
                (zip(&entries), 1, 40)
            }
            2 => {
                let mut bytes = tar(&[("x", GNUSparse, b"")]);
                let mut header = tar::Header::new_gnu();
                header.as_mut_bytes().copy_from_slice(&bytes[..512]);
                header.set_size(1 << 50);
                header.set_cksum();
                bytes[..512].copy_from_slice(header.as_bytes());
                (bytes, 1, 2)
            }
            _ => (zip(&[("inner.zip", &zip(&[("a", &zeros)]))]), 1, 1),
        }
    }
}

/// `HOSTILE=20000` for so many.
#[test]
#[expect(clippy::print_stdout, reason = "tells how many there were for each reason")]
fn whatever_is_done_to_a_file_it_is_listed_and_the_others_are_taken() {
    let count = std::env::var("HOSTILE").map_or(360, |n| n.parse().unwrap());
    let survey = Survey::new();
    let good: Vec<Vec<u8>> = (0..20)
        .map(|who| survey.sealed(sent(who, 0, 1, who % 3)))
        .collect();
    let archives = [
        tar(&[("a", Regular, &good[0]), ("b", Regular, &good[1])]),
        zip(&[("a", &good[0]), ("b", &good[1])]),
    ];
    let mut spoiler = Spoiler {
        survey,
        other: Survey::new(),
        numbers: Numbers(42),
        archives,
    };
    let long = "very long ".repeat(20);
    let names = ["\u{1b}]0;x\u{7}", "\u{202e}cod.exe", "a\nb", "=1+1", "-rf", &long];
    let (mut least, mut most) = (0, 0);
    for n in 0..count {
        let (bytes, at_least, at_most) = spoiler.make(n % KINDS);
        let name = format!("{:03}/{n}{}", n % 100, spoiler.one_of(&names));
        spoiler.survey.put(&name, &bytes);
        (least, most) = (least + at_least, most + at_most);
    }
    let survey = spoiler.survey;
    for (n, content) in good.iter().enumerate() {
        survey.put(&format!("{:03}/good{n}", n * 5), content);
    }
    let began = std::time::Instant::now();
    let collected = survey.collect("d");
    let took = began.elapsed();
    println!("{count} in {took:?}:");
    for (code, times) in Reason::CODES.iter().zip(collected.reasons) {
        println!("{times:8} {code}");
    }
    assert_eq!(
        survey.revisions("d").len(),
        20,
        "all that is good, and nothing else"
    );
    let tally = collected.tally;
    assert!(
        (least..=most).contains(&tally.not_taken),
        "{least}..={most}, {tally:?}"
    );
    assert_eq!(collected.reasons.iter().sum::<u64>(), tally.not_taken);
    let text = fs::read_to_string(survey.dir.path().join("d/rejected.csv")).unwrap();
    assert_eq!(text.matches("\r\n").count() as u64, tally.not_taken + 1);
    let harmless = |c: char| matches!(c, '\r' | '\n' | '\u{feff}') || !crate::i18n::disturbs(c);
    assert!(text.chars().all(harmless));
    assert!(took.as_secs() < 600, "{took:?} for {count}");
}
