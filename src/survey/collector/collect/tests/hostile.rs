//! Whatever comes: all that is good is taken, all that is bad is listed, and nothing else happens.

use super::*;
use age::{Encryptor, Recipient, scrypt, x25519};
use serde_json::{Value, json};
use std::io::Write;

impl Survey {
    pub(super) fn recipient(&self) -> x25519::Recipient {
        self.key.recipient().to_string().parse().unwrap()
    }

    /// Anything sealed to the key of the survey.
    pub(super) fn seal(&self, content: &[u8]) -> Vec<u8> {
        age::encrypt(&self.recipient(), content).unwrap()
    }

    /// A response in which something is another, sealed.
    pub(super) fn changed(&self, change: impl FnOnce(&mut Value)) -> Vec<u8> {
        let mut value = serde_json::to_value(self.message(sent(200, 0, 1, 1))).unwrap();
        change(&mut value);
        self.seal(value.to_string().as_bytes())
    }
}

pub(super) fn sealed_to(recipients: &[&dyn Recipient], content: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let encryptor = Encryptor::with_recipients(recipients.iter().copied()).unwrap();
    let mut writer = encryptor.wrap_output(&mut out).unwrap();
    writer.write_all(content).unwrap();
    writer.finish().unwrap();
    out
}

pub(super) fn tar(entries: &[(&str, tar::EntryType, &[u8])]) -> Vec<u8> {
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

pub(super) fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
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
