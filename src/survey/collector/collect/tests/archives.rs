//! Archives made to do harm, or merely broken.

use super::hostile::{tar, zip};
use super::*;
use std::collections::BTreeSet;

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

#[test]
fn what_takes_no_room_on_the_disk_takes_no_time() {
    let survey = Survey::new();
    let good = survey.sealed(sent(1, 0, 1, 1));
    let end = tar(&[("good", tar::EntryType::Regular, &good)]);
    // An entry of a terabyte that is not there, between nothing and a response.
    let mut header = tar::Header::new_gnu();
    header.set_path("large").unwrap();
    header.set_size(1 << 40);
    header.set_cksum();
    let path = survey.put("sparse.tar", header.as_bytes());
    let mut file = fs::File::options().write(true).open(path).unwrap();
    if file.set_len(512 + (1 << 40)).is_err() {
        return; // a file system without holes
    }
    io::Seek::seek(&mut file, io::SeekFrom::End(0)).unwrap();
    io::Write::write_all(&mut file, &end).unwrap();
    drop(file);
    for (name, start) in [
        ("age", super::super::head::MAGIC),
        ("zip", b"PK\x03\x04"),
        ("none", b"x"),
    ] {
        let path = survey.put(name, start);
        fs::File::options()
            .write(true)
            .open(path)
            .unwrap()
            .set_len(1 << 40)
            .unwrap();
    }
    let began = std::time::Instant::now();
    let collected = survey.collect("d");
    assert!(began.elapsed().as_secs() < 30, "{:?}", began.elapsed());
    assert_eq!(collected.tally.taken, 1);
    let rejected = survey.rejected("d");
    for (name, code) in [
        ("large", "too_large"),
        ("age", "too_large"),
        ("zip", "damaged"),
        ("none", "not_a_response"),
    ] {
        assert_eq!(rejected.get(name).map(String::as_str), Some(code), "{rejected:?}");
    }
}

#[test]
fn a_broken_entry_is_not_the_end_of_its_archive() {
    let survey = Survey::new();
    let good: Vec<Vec<u8>> = (0..4).map(|who| survey.sealed(sent(who, 0, 1, 1))).collect();
    let names = ["a", "b", "c", "d"];
    let entries: Vec<(&str, &[u8])> = names.into_iter().zip(good.iter().map(Vec::as_slice)).collect();
    let packed = zip(&entries);
    let starts: Vec<usize> = (0..packed.len())
        .filter(|at| packed[*at..].starts_with(b"PK\x03\x04"))
        .collect();
    assert_eq!(starts.len(), 4);
    let mut broken = packed;
    broken[starts[1]] = b'x'; // its head
    broken[starts[2] + 200] ^= 1; // its content
    survey.put("school.zip", &broken);
    let collected = survey.collect("d");
    assert_eq!(collected.tally.taken, 2);
    let rejected = survey.rejected("d");
    let expected = ["b", "c"].map(|name| (name.to_owned(), "damaged".to_owned()));
    assert_eq!(rejected, BTreeMap::from(expected));
}

#[test]
fn many_entries_that_are_not_even_read_are_no_bomb() {
    let survey = Survey::new();
    let good = survey.sealed(sent(1, 0, 1, 1));
    let mut zip = zip::ZipWriter::new(io::Cursor::new(Vec::new()));
    for n in 0..300 {
        let options = zip::write::SimpleFileOptions::default();
        zip.add_symlink(format!("link {n}"), "good", options).unwrap();
    }
    zip.start_file("good", zip::write::SimpleFileOptions::default())
        .unwrap();
    io::Write::write_all(&mut zip, &good).unwrap();
    survey.put("links.zip", &zip.finish().unwrap().into_inner());
    let collected = survey.collect("d");
    assert_eq!((collected.tally.taken, collected.tally.not_taken), (1, 300));
    assert!(survey.rejected("d").values().all(|code| code == "not_a_file"));
}

#[test]
fn a_damaged_archive_is_read_once_by_one_collector() {
    let survey = Survey::new();
    let whole = tar(&[
        ("good", tar::EntryType::Regular, &survey.sealed(sent(1, 0, 1, 1))),
        ("bad", tar::EntryType::Regular, b"hello"),
        ("cut", tar::EntryType::Regular, &[b'x'; 5000]),
    ]);
    survey.put("cut.tar", &whole[..whole.len() - 4000]);
    let mut collector = survey.collector("d");
    for look in 0..2 {
        let collected = collector.pass(&[survey.inbox()], None, I18n::english(), &mut |_| {});
        let tally = collected.unwrap().tally;
        assert_eq!((tally.not_taken, tally.copies), (3, 0), "{look}");
    }
}
