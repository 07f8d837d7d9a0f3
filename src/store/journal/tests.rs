use super::*;
use crate::store::record::Key;

fn entry(seq: u64) -> Entry {
    let change = Change {
        key: Key::Day("2026-11-20".parse().unwrap()),
        before: None,
        after: Some(format!("{{\"n\":{seq},\"note\":\"字\\n\"}}")),
    };
    Entry {
        seq,
        at: "2026-11-20T17:30:00".into(),
        op: Op::Do,
        changes: vec![change],
    }
}

fn journal(dir: &tempfile::TempDir) -> Journal {
    Journal::new(dir.path().join("journal"))
}

#[test]
fn lines_read_back_and_the_tail_is_found_without_reading_all() {
    let dir = tempfile::tempdir().unwrap();
    let journal = journal(&dir);
    assert_eq!(journal.tail().unwrap(), Tail { seq: 0, broken: None });
    for seq in 1..=300 {
        journal.append(&entry(seq)).unwrap();
    }
    assert_eq!(journal.tail().unwrap().seq, 300);
    let found = journal.find(7).unwrap().unwrap();
    assert_eq!(
        (found.seq, found.changes[0].after.clone()),
        (7, entry(7).changes[0].after.clone())
    );
    assert_eq!(journal.read_after(298).unwrap().entries.len(), 2);
    journal.start(300).unwrap();
    assert_eq!(
        journal.tail().unwrap(),
        Tail {
            seq: 300,
            broken: None
        },
        "the head of an empty file tells"
    );
    journal.append(&entry(301)).unwrap();
    assert_eq!(journal.read_after(0).unwrap().entries.len(), 301);
    assert!(journal.find(302).unwrap().is_none());
}

#[test]
fn a_line_longer_than_the_window_is_still_the_tail() {
    let dir = tempfile::tempdir().unwrap();
    let journal = journal(&dir);
    journal.append(&entry(1)).unwrap();
    let mut long = entry(2);
    long.changes[0].after = Some(format!("\"{}\"", "字".repeat(300_000)));
    journal.append(&long).unwrap();
    assert_eq!(journal.tail().unwrap(), Tail { seq: 2, broken: None });
}

#[test]
fn every_cut_and_every_flip_of_the_last_line_leaves_the_ones_before() {
    let dir = tempfile::tempdir().unwrap();
    let journal = journal(&dir);
    journal.append(&entry(1)).unwrap();
    let path = journal.files().unwrap()[0].1.clone();
    let before = std::fs::metadata(&path).unwrap().len();
    journal.append(&entry(2)).unwrap();
    let whole = std::fs::read(&path).unwrap();
    for cut in usize::try_from(before).unwrap() + 1..whole.len() {
        std::fs::write(&path, &whole[..cut]).unwrap();
        assert_eq!(
            journal.tail().unwrap(),
            Tail {
                seq: 1,
                broken: Some((path.clone(), before))
            }
        );
    }
    for at in usize::try_from(before).unwrap()..whole.len() {
        let mut damaged = whole.clone();
        damaged[at] ^= 4;
        std::fs::write(&path, damaged).unwrap();
        assert_eq!(
            journal.tail().unwrap(),
            Tail {
                seq: 1,
                broken: Some((path.clone(), before))
            },
            "byte {at}"
        );
    }
    Journal::cut(&path, before).unwrap();
    assert_eq!(journal.tail().unwrap(), Tail { seq: 1, broken: None });
}

#[test]
fn old_files_are_pruned_only_when_nothing_in_them_is_needed() {
    let dir = tempfile::tempdir().unwrap();
    let journal = journal(&dir);
    for seq in 1..=6 {
        journal.append(&entry(seq)).unwrap();
        if seq % 2 == 0 {
            journal.start(seq).unwrap();
        }
    }
    journal.prune(3).unwrap();
    assert_eq!(journal.read_after(0).unwrap().entries.first().unwrap().seq, 3);
    journal.prune(100).unwrap();
    assert_eq!(journal.files().unwrap().len(), 1, "the newest stays");
    assert_eq!(journal.tail().unwrap().seq, 6);
}
