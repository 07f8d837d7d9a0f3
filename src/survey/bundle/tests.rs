use super::*;
use crate::i18n::{I18n, Lang, Say};
use crate::survey::KeyPair;
use std::collections::BTreeSet;
use std::fs;
use std::io::Read;

/// A sealed response, as far as anybody without the key can tell.
fn sealed() -> Vec<u8> {
    let key: age::x25519::Recipient = KeyPair::generate().recipient().to_string().parse().unwrap();
    age::encrypt(&key, &[b' '; crate::survey::Plaintext::SIZE]).unwrap()
}

/// A folder with three responses under telling names; their contents.
fn inbox() -> (tempfile::TempDir, Vec<PathBuf>, BTreeSet<Vec<u8>>) {
    let dir = tempfile::tempdir().unwrap();
    let names = ["class-6-wang.age", "late.bin", "attachment(1).AGE"];
    let mut contents = BTreeSet::new();
    let files = names.map(|name| {
        let (path, content) = (dir.path().join(name), sealed());
        fs::write(&path, &content).unwrap();
        contents.insert(content);
        path
    });
    (dir, files.to_vec(), contents)
}

/// The headers and contents of a bundle, in order.
fn entries(path: &Path) -> Vec<(tar::Header, Vec<u8>)> {
    let mut archive = tar::Archive::new(fs::File::open(path).unwrap());
    let entries = archive.entries().unwrap().map(|entry| {
        let mut entry = entry.unwrap();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        (entry.header().clone(), content)
    });
    entries.collect()
}

#[test]
fn what_is_packed_comes_out_under_names_that_say_nothing() {
    let (dir, files, contents) = inbox();
    let out = dir.path().join("school.tar");
    let bundled = bundle(&files, &out).unwrap();
    assert_eq!((bundled.responses, bundled.copies), (3, 0));
    assert_eq!((&bundled.path, bundled.others.len()), (&out, 0));
    let entries = entries(&out);
    assert_eq!(
        entries.iter().map(|(_, c)| c.clone()).collect::<BTreeSet<_>>(),
        contents
    );
    for (header, _) in &entries {
        let path = header.path().unwrap().to_str().unwrap().to_owned();
        let name = path.strip_suffix(".age").unwrap();
        assert!(
            name.len() == 32 && name.bytes().all(|b| b.is_ascii_hexdigit()),
            "{name}"
        );
        assert_eq!(header.entry_type(), tar::EntryType::Regular);
        assert_eq!((header.uid().unwrap(), header.gid().unwrap()), (0, 0));
        assert_eq!(
            (header.mode().unwrap(), header.mtime().unwrap()),
            (0o644, SAME_TIME)
        );
        let ustar = header.as_ustar().unwrap();
        assert_eq!(
            (ustar.username_bytes(), ustar.groupname_bytes()),
            (&b""[..], &b""[..])
        );
    }
}

#[test]
fn nothing_but_names_and_sizes_tells_the_entries_apart() {
    let (dir, files, _) = inbox();
    let out = dir.path().join("a.tar");
    bundle(&files, &out).unwrap();
    let blank = entries(&out).into_iter().map(|(header, _)| {
        let mut bytes = header.as_bytes().to_vec();
        for (from, to) in [(0, 100), (124, 136), (148, 156)] {
            bytes[from..to].fill(0); // name, size and check sum
        }
        bytes
    });
    assert_eq!(blank.collect::<BTreeSet<_>>().len(), 1);
}

#[test]
fn no_name_or_place_of_a_file_is_in_the_bundle() {
    let (dir, files, contents) = inbox();
    let out = dir.path().join("a.tar");
    bundle(&files, &out).unwrap();
    let mut bytes = fs::read(&out).unwrap();
    for content in &contents {
        let at = bytes.windows(content.len()).position(|w| w == content).unwrap();
        bytes.drain(at..at + content.len());
    }
    let folder = dir.path().file_name().unwrap().to_str().unwrap();
    for marker in ["wang", "late", "attachment", "AGE", "tmp", folder] {
        let found = bytes.windows(marker.len()).any(|w| w == marker.as_bytes());
        assert!(!found, "{marker}");
    }
}

#[test]
fn the_order_of_the_files_is_not_that_of_the_bundle() {
    let (dir, mut files, contents) = inbox();
    let order = |entries: &[(tar::Header, Vec<u8>)]| -> Vec<usize> {
        let contents: Vec<_> = contents.iter().collect();
        let index = |c: &Vec<u8>| contents.iter().position(|x| *x == c).unwrap();
        entries.iter().map(|(_, c)| index(c)).collect()
    };
    let (mut orders, mut names) = (BTreeSet::new(), BTreeSet::new());
    for n in 0..60 {
        let out = dir.path().join(format!("{n}.tar"));
        files.rotate_left(n % 3);
        bundle(&files, &out).unwrap();
        let entries = entries(&out);
        orders.insert(order(&entries));
        names.extend(entries.iter().map(|(h, _)| h.path().unwrap().into_owned()));
    }
    assert_eq!(
        orders.len(),
        6,
        "all orders occur: one is missing once in 10,000 runs"
    );
    assert_eq!(names.len(), 180, "no name twice");
}

#[test]
fn a_copy_is_left_out() {
    let (dir, mut files, _) = inbox();
    let copy = dir.path().join("copy.age");
    fs::copy(&files[0], &copy).unwrap();
    files.extend([copy, files[1].clone()]);
    let out = dir.path().join("a.tar");
    let bundled = bundle(&files, &out).unwrap();
    assert_eq!((bundled.responses, bundled.copies), (3, 2));
    assert_eq!(entries(&out).len(), 3);
}

#[test]
fn a_folder_stands_for_the_responses_in_it() {
    let (dir, _, contents) = inbox();
    fs::write(dir.path().join("notes.txt"), "to do").unwrap();
    fs::create_dir(dir.path().join("more")).unwrap();
    fs::write(dir.path().join("more/a.age"), sealed()).unwrap();
    let to = tempfile::tempdir().unwrap();
    let out = to.path().join("a.tar");
    let bundled = bundle(&[dir.path().to_owned()], &out).unwrap();
    assert_eq!(bundled.responses, contents.len());
    assert_eq!(
        bundled.others,
        [dir.path().join("more"), dir.path().join("notes.txt")]
    );
    fs::write(dir.path().join("damaged.age"), "").unwrap();
    let refused = bundle(&[dir.path().to_owned()], &to.path().join("b.tar")).unwrap_err();
    assert!(matches!(&refused, BundleError::NotTaken(files) if files.len() == 1));
}

/// A response that was killed before it had its name is in no history, and was packed with the others.
#[test]
fn what_a_killed_respond_leaves_behind_is_not_taken() {
    let (dir, files, contents) = inbox();
    let leftovers = [".new-Ab3dE9", "._class-6-wang.age"].map(|name| dir.path().join(name));
    for path in &leftovers {
        fs::write(path, sealed()).unwrap();
    }
    let to = tempfile::tempdir().unwrap();
    let out = to.path().join("a.tar");
    let bundled = bundle(&[dir.path().to_owned()], &out).unwrap();
    assert_eq!(
        bundled.others.iter().collect::<BTreeSet<_>>(),
        leftovers.iter().collect()
    );
    let packed: BTreeSet<_> = entries(&out).into_iter().map(|(_, content)| content).collect();
    assert_eq!(packed, contents);
    let named = [files, vec![leftovers[0].clone()]].concat();
    let error = bundle(&named, &to.path().join("b.tar")).unwrap_err();
    let BundleError::NotTaken(not_taken) = &error else {
        panic!("{error}");
    };
    assert!(
        matches!(
            not_taken.as_slice(),
            [NotTaken {
                why: WhyNot::Leftover,
                ..
            }]
        ),
        "{error}"
    );
    assert!(!to.path().join("b.tar").exists());
}

#[test]
fn what_is_no_response_is_refused_by_name_and_nothing_is_written() {
    let (dir, good, _) = inbox();
    let magic = b"age-encryption.org/v1\n".to_vec();
    let mut long = magic.clone();
    long.resize(64 * 1024 + 1, b'x');
    let bad = [
        ("plain.json", vec![b' '; 5000]),
        ("empty.age", Vec::new()),
        ("short.age", magic),
        ("long.age", long),
        (
            "v2.age",
            [b"age-encryption.org/v2\n".as_slice(), &[b'x'; 5000]].concat(),
        ),
        (
            "armoured.age",
            [b"-----BEGIN AGE ENCRYPTED FILE-----\n".as_slice(), &[b'A'; 5000]].concat(),
        ),
    ];
    let mut files = good.clone();
    for (name, content) in &bad {
        fs::write(dir.path().join(name), content).unwrap();
        files.push(dir.path().join(name));
    }
    files.push(dir.path().join("missing.age"));
    let out = dir.path().join("a.tar");
    let error = bundle(&files, &out).unwrap_err();
    let BundleError::NotTaken(not_taken) = &error else {
        panic!("{error}");
    };
    let named: Vec<_> = not_taken.iter().map(|n| n.path.clone()).collect();
    assert_eq!(named, files[good.len()..]);
    assert!(!out.exists());
    for lang in Lang::ALL {
        let i18n = I18n::new(lang);
        assert!(error.say(&i18n).contains("plain.json") && error.say(&i18n).contains('6'));
        for one in not_taken {
            assert!(one.say(&i18n).contains(&*one.path.to_string_lossy()));
        }
    }
    assert!(matches!(bundle(&[], &out), Err(BundleError::Nothing)));
    let empty = tempfile::tempdir().unwrap();
    let nothing = bundle(&[empty.path().to_owned()], &out);
    assert!(matches!(nothing, Err(BundleError::Nothing)));
}

#[test]
fn a_name_cannot_disturb_the_terminal() {
    let file = NotTaken {
        path: "a\u{1b}[31m.age".into(),
        why: WhyNot::NotSealed,
    };
    let error = BundleError::NotTaken(vec![file]);
    assert!(!error.say(I18n::english()).contains('\u{1b}'));
}

#[cfg(unix)]
#[test]
fn a_device_is_not_read() {
    let dir = tempfile::tempdir().unwrap();
    let error = bundle(&[PathBuf::from("/dev/zero")], &dir.path().join("a.tar")).unwrap_err();
    let is_device = |files: &Vec<NotTaken>| matches!(files[0].why, WhyNot::NotAFile);
    assert!(matches!(&error, BundleError::NotTaken(files) if is_device(files)));
}

#[test]
fn nothing_is_replaced() {
    let (dir, files, _) = inbox();
    let out = dir.path().join("a.tar");
    fs::write(&out, "mine").unwrap();
    for at in [&out, dir.path()] {
        let error = bundle(&files, at).unwrap_err();
        assert!(matches!(&error, BundleError::Io(_, e) if e.kind() == io::ErrorKind::AlreadyExists));
    }
    assert_eq!(fs::read_to_string(&out).unwrap(), "mine");
    let nowhere = bundle(&files, &dir.path().join("no/such/a.tar")).unwrap_err();
    assert!(matches!(nowhere, BundleError::Io(..)));
}
