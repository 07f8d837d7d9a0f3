//! Whatever comes: all that is good is taken, all that is bad is listed, and nothing else happens.

use super::*;
use age::{Encryptor, Recipient, scrypt, x25519};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::Write;

/// Numbers that come in the same order every time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % most
    }
}

impl Survey {
    fn recipient(&self) -> x25519::Recipient {
        self.key.recipient().to_string().parse().unwrap()
    }

    /// Anything sealed to the key of the survey.
    fn seal(&self, content: &[u8]) -> Vec<u8> {
        age::encrypt(&self.recipient(), content).unwrap()
    }

    /// A response in which something is another, sealed.
    fn changed(&self, change: impl FnOnce(&mut Value)) -> Vec<u8> {
        let mut value = serde_json::to_value(self.message(sent(200, 0, 1, 1))).unwrap();
        change(&mut value);
        self.seal(value.to_string().as_bytes())
    }
}

fn sealed_to(recipients: &[&dyn Recipient], content: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let encryptor = Encryptor::with_recipients(recipients.iter().copied()).unwrap();
    let mut writer = encryptor.wrap_output(&mut out).unwrap();
    writer.write_all(content).unwrap();
    writer.finish().unwrap();
    out
}

fn tar(entries: &[(&str, tar::EntryType, &[u8])]) -> Vec<u8> {
    let mut tar = tar::Builder::new(Vec::new());
    for (name, kind, content) in entries {
        let mut header = tar::Header::new_gnu();
        header.as_mut_bytes()[..name.len()].copy_from_slice(name.as_bytes()); // the library takes no `..`
        header.set_entry_type(*kind);
        header.set_size(content.len() as u64);
        header.set_cksum();
        tar.append(&header, *content).unwrap();
    }
    tar.into_inner().unwrap()
}

fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(io::Cursor::new(Vec::new()));
    for (name, content) in entries {
        zip.start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
#[expect(clippy::too_many_lines, reason = "a list of bad files")]
fn each_bad_file_has_its_reason_and_the_good_ones_are_taken() {
    let survey = Survey::new();
    let other = Survey::new();
    let good = |who: u8| survey.sealed(sent(who, 0, 1, 1));
    let mut stretched = scrypt::Recipient::new("x".to_owned().into());
    stretched.set_work_factor(2);
    let others: Vec<x25519::Recipient> = (0..20).map(|_| Survey::new().recipient()).collect();
    let many: Vec<&dyn Recipient> = others.iter().map(|r| r as &dyn Recipient).collect();
    let plaintext = Plaintext::of(&survey.message(sent(200, 0, 1, 1)));
    let mut flipped = good(200);
    let last = flipped.len() - 1;
    flipped[last] ^= 1;
    let magic = super::super::head::MAGIC;
    let bad: Vec<(&str, Vec<u8>, &str)> = vec![
        (
            "wrong survey",
            survey.seal(Plaintext::of(&other.message(sent(1, 0, 1, 1))).bytes()),
            "wrong_survey",
        ),
        ("wrong key", other.sealed(sent(1, 0, 1, 1)), "wrong_key"),
        ("flipped", flipped, "damaged"),
        ("cut", good(200)[..2000].to_vec(), "damaged"),
        ("longer", [good(200), vec![0]].concat(), "damaged"),
        ("huge", [magic, &vec![b'x'; 70_000]].concat(), "too_large"),
        (
            "long head",
            [magic, b"-> X25519 ", &vec![b'x'; 60_000]].concat(),
            "too_large",
        ),
        (
            "many recipients",
            sealed_to(&many, plaintext.bytes()),
            "too_large",
        ),
        ("much sealed", survey.seal(&vec![b' '; 50_000]), "too_large"),
        (
            "a little much",
            survey.seal(&vec![b' '; 2 * Plaintext::SIZE + 1]),
            "too_large",
        ),
        (
            "passphrase",
            sealed_to(&[&stretched], plaintext.bytes()),
            "passphrase",
        ),
        (
            "version",
            survey.changed(|v| v["version"] = json!(2)),
            "unknown_version",
        ),
        (
            "later",
            survey.changed(|v| v["version"] = json!(u64::MAX)),
            "unknown_version",
        ),
        (
            "not ours",
            survey.seal(br#"{"type": "letter", "text": "\u001b[31m"}"#),
            "broken_schema",
        ),
        ("no json", survey.seal(b"hello"), "broken_schema"),
        (
            "nested",
            survey.seal("[".repeat(8000).as_bytes()),
            "broken_schema",
        ),
        ("nothing", survey.seal(b""), "broken_schema"),
        (
            "two",
            survey.seal(&[plaintext.json(), plaintext.json()].concat().into_bytes()[..]),
            "broken_schema",
        ),
        (
            "more",
            survey.changed(|v| v["school"] = json!("x")),
            "broken_schema",
        ),
        (
            "not asked",
            survey.changed(|v| drop(v.as_object_mut().unwrap().remove("goal"))),
            "broken_schema",
        ),
        (
            "week",
            survey.changed(|v| v["week"] = json!("2026-W01")),
            "week_outside",
        ),
        (
            "minutes",
            survey.changed(|v| v["minutes"]["duty"] = json!(20_000)),
            "impossible",
        ),
        (
            "revision",
            survey.changed(|v| v["revision"] = json!(0)),
            "impossible",
        ),
        (
            "answer",
            survey.changed(|v| v["groups"]["stage"] = json!("x")),
            "unknown_answer",
        ),
        (
            "group",
            survey.changed(|v| v["groups"]["school"] = json!("x")),
            "unknown_answer",
        ),
        ("empty", Vec::new(), "not_a_response"),
        ("text", b"Dear colleague".to_vec(), "not_a_response"),
        (".new-Ab3dE9", good(200), "unfinished"),
        (
            "zip in tar.tar",
            tar(&[("inner.zip", tar::EntryType::Regular, &zip(&[("x", b"y")]))]),
            "archive_inside",
        ),
        (
            "link.tar",
            tar(&[("link", tar::EntryType::Symlink, b"")]),
            "not_a_file",
        ),
        ("cut.zip", zip(&[("x", b"y")])[..40].to_vec(), "damaged"),
    ];
    for (name, content, _) in &bad {
        survey.put(name, content);
    }
    for who in 0..10 {
        survey.put(&format!("good {who}"), &good(who));
    }
    let collected = survey.collect("d");
    let expected = bad.iter().map(|(name, _, code)| {
        let name = match *name {
            "zip in tar.tar" => "inner.zip",
            "link.tar" => "link",
            name => name,
        };
        (name.to_owned(), (*code).to_owned())
    });
    assert_eq!(survey.rejected("d"), expected.collect());
    assert_eq!(
        (collected.tally.taken, collected.tally.not_taken),
        (10, bad.len() as u64)
    );
}

#[test]
fn names_in_archives_lead_nowhere() {
    let survey = Survey::new();
    let good: Vec<Vec<u8>> = (0..6).map(|who| survey.sealed(sent(who, 0, 1, 1))).collect();
    let regular = tar::EntryType::Regular;
    let entries = [
        ("../../evil", regular, &good[0][..]),
        ("/tmp/evil", regular, &good[1]),
        ("a\u{1b}[31m\nb", regular, b"bad"),
        ("d", tar::EntryType::Directory, b""),
        ("fifo", tar::EntryType::Fifo, b""),
        ("\\\\host\\evil", regular, &good[2]),
    ];
    survey.put("a.tar", &tar(&entries));
    survey.put(
        "b.zip",
        &zip(&[
            ("../../evil", &good[3]),
            ("C:\\evil", &good[4]),
            ("/evil", &good[5]),
        ]),
    );
    let before: BTreeSet<_> = fs::read_dir(survey.dir.path())
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    let collected = survey.collect("d");
    assert_eq!((collected.tally.taken, collected.tally.not_taken), (6, 2));
    let after: BTreeSet<_> = fs::read_dir(survey.dir.path())
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    let new: Vec<_> = after.difference(&before).collect();
    assert_eq!(new, [&survey.dir.path().join("d")]);
    assert_eq!(fs::read_dir(survey.inbox()).unwrap().count(), 2);
}

#[test]
fn bombs_do_not_go_off() {
    let survey = Survey::new();
    let good = survey.sealed(sent(1, 0, 1, 1));
    let zeros = vec![0; 60_000];
    let names: Vec<String> = (0..100).map(|n| n.to_string()).collect();
    let mut entries: Vec<(&str, &[u8])> = vec![("good", &good)];
    entries.extend(names.iter().map(|name| (name.as_str(), &zeros[..])));
    survey.put("many.zip", &zip(&entries));
    survey.put("large.zip", &zip(&[("large", &vec![0; 20_000_000])]));
    // A small entry that claims to be as large as a disk, and a name that claims to be.
    for (name, kind) in [
        ("size.tar", tar::EntryType::Regular),
        ("name.tar", tar::EntryType::GNULongName),
    ] {
        let mut bytes = tar(&[("x", kind, b"content")]);
        let mut header = tar::Header::new_gnu();
        header.as_mut_bytes().copy_from_slice(&bytes[..512]);
        header.set_size(1 << 40);
        header.set_cksum();
        bytes[..512].copy_from_slice(header.as_bytes());
        survey.put(name, &bytes);
    }
    // A table of contents that claims to be as long as a disk.
    let mut lying = zip(&[("x", b"y")]);
    let end = lying.len() - 22;
    lying[end + 8..end + 12].fill(0xfe);
    survey.put("lying.zip", &lying);
    let collected = survey.collect("d");
    assert_eq!(collected.tally.taken, 1);
    let rejected = survey.rejected("d");
    for (name, code) in [
        ("many.zip", "archive_bomb"),
        ("large", "too_large"),
        ("x", "too_large"),
        ("size.tar", "damaged"),
        ("name.tar", "damaged"),
        ("lying.zip", "damaged"),
    ] {
        assert_eq!(
            rejected.get(name).map(String::as_str),
            Some(code),
            "{name}: {rejected:?}"
        );
    }
}

#[cfg(unix)]
#[test]
fn pipes_and_circles_are_passed_by() {
    let survey = Survey::new();
    survey.put("sub/good", &survey.sealed(sent(1, 0, 1, 1)));
    let made = std::process::Command::new("mkfifo")
        .arg(survey.inbox().join("pipe"))
        .status();
    assert!(made.unwrap().success());
    std::os::unix::fs::symlink(survey.inbox(), survey.inbox().join("sub/circle")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", survey.inbox().join("zero")).unwrap();
    fs::create_dir(survey.inbox().join("folder.age")).unwrap();
    let collected = survey.collect("d");
    assert_eq!(collected.tally.taken, 1);
    let rejected = survey.rejected("d");
    assert_eq!(rejected.keys().collect::<Vec<_>>(), ["circle", "pipe", "zero"]);
    assert!(rejected.values().all(|code| code == "not_a_file"));
}

/// Responses with anything done to them, alone and in archives, among good ones. `HOSTILE=20000` for so many.
#[test]
fn whatever_is_done_to_a_file_it_is_listed_and_the_others_are_taken() {
    let count = std::env::var("HOSTILE").map_or(300, |n| n.parse().unwrap());
    let survey = Survey::new();
    let other = Survey::new();
    let mut numbers = Numbers(42);
    let good: Vec<Vec<u8>> = (0..20)
        .map(|who| survey.sealed(sent(who, 0, 1, who % 3)))
        .collect();
    let archives = [
        tar(&[
            ("a", tar::EntryType::Regular, &good[0]),
            ("b", tar::EntryType::Regular, &good[1]),
        ]),
        zip(&[("a", &good[0]), ("b", &good[1])]),
    ];
    let strange = [
        "\u{1b}]0;x\u{7}",
        "\u{202e}cod.exe",
        "a\nb",
        "=1+1",
        "-rf",
        "very long ".repeat(20).as_str(),
    ]
    .map(str::to_owned);
    let (mut alone, mut in_archives) = (0_u64, 0_u64);
    for n in 0..count {
        let name = format!("{:03}/{n}{}", n % 100, strange[numbers.below(strange.len())]);
        if n % 10 == 0 {
            let mut bytes = archives[numbers.below(2)].clone();
            for _ in 0..=numbers.below(3) {
                let at = numbers.below(bytes.len());
                bytes[at] ^= 1 << numbers.below(8);
            }
            bytes.truncate(bytes.len() - numbers.below(2) * numbers.below(bytes.len()));
            in_archives += 1;
            survey.put(&name, &bytes);
            continue;
        }
        let mut bytes = survey.sealed(sent(100, 0, 1, 0));
        let at = numbers.below(bytes.len());
        match numbers.below(6) {
            0 => bytes[at] ^= 1 << numbers.below(8),
            1 => bytes.truncate(at),
            2 => bytes.insert(at, bytes[at] ^ 1),
            3 => drop(bytes.drain(at..(at + 1 + numbers.below(40)).min(bytes.len()))),
            4 => bytes = other.sealed(sent(1, 0, 1, 1)),
            _ => {
                let mut json = Plaintext::of(&survey.message(sent(100, 0, 1, 0)))
                    .json()
                    .as_bytes()
                    .to_vec();
                let at = numbers.below(json.len());
                json[at] = b'~'; // in no name and no value
                bytes = survey.seal(&json);
            }
        }
        alone += 1;
        survey.put(&name, &bytes);
    }
    for (n, content) in good.iter().enumerate() {
        survey.put(&format!("{:03}/good{n}", n * 5), content);
    }
    let began = std::time::Instant::now();
    let collected = survey.collect("d");
    let took = began.elapsed();
    assert_eq!(
        survey.revisions("d").len(),
        20,
        "all that is good, and nothing else"
    );
    let tally = collected.tally;
    assert!(
        (alone..=alone + 3 * in_archives).contains(&tally.not_taken),
        "{alone}, {tally:?}"
    );
    let text = fs::read_to_string(survey.dir.path().join("d/rejected.csv")).unwrap();
    assert_eq!(text.matches("\r\n").count() as u64, tally.not_taken + 1);
    let harmless = |c: char| matches!(c, '\r' | '\n' | '\u{feff}') || !crate::i18n::disturbs(c);
    assert!(text.chars().all(harmless));
    assert!(took.as_secs() < 600, "{took:?} for {count}");
}
