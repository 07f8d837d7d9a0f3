//! One run after the other, and what is beside the rows.

use super::*;
use std::io::Write;

#[test]
fn only_what_is_new_is_opened_and_what_was_not_taken_is_tried_again() {
    let survey = Survey::new();
    survey.put("a.age", &survey.sealed(sent(1, 0, 1, 1)));
    let bad = survey.put("bad", b"no response");
    let first = survey.collect("d");
    assert_eq!(
        (first.tally.taken, first.tally.not_taken, first.tally.unchanged),
        (1, 1, 0)
    );
    fs::write(&bad, survey.sealed(sent(2, 0, 1, 1))).unwrap();
    survey.put("deep/er/c", &survey.sealed(sent(3, 1, 1, 2)));
    let second = survey.collect("d");
    assert_eq!(
        (second.tally.taken, second.tally.not_taken, second.tally.unchanged),
        (2, 0, 1)
    );
    assert!(survey.rejected("d").is_empty());
    let third = survey.collect("d");
    assert_eq!(
        (third.tally.files, third.tally.unchanged, third.tally.taken),
        (3, 3, 0)
    );
    assert_eq!(third.coverage, second.coverage);
}

#[test]
fn a_collector_does_not_open_the_same_bad_file_twice_and_still_lists_it() {
    let survey = Survey::new();
    survey.put("bad", b"no response");
    let mut tar = tar::Builder::new(Vec::new());
    let mut append = |name: &str, content: &[u8]| {
        let mut header = tar::Header::new_gnu();
        header.set_size(content.len() as u64);
        header.set_cksum();
        tar.append_data(&mut header, name, content).unwrap();
    };
    append("good", &survey.sealed(sent(1, 0, 1, 1)));
    append("x/poor", b"hello");
    survey.put("all.tar", &tar.into_inner().unwrap());
    let mut collector = survey.collector("d");
    let mut names = Vec::new();
    for look in 0..3 {
        let collected = collector.pass(&[survey.inbox()], None, I18n::english(), &mut |event| {
            if let Event::NotTaken(name, why) = event {
                names.push((look, name.to_owned(), why.to_owned()));
            }
        });
        let collected = collected.unwrap();
        assert_eq!(collected.tally.not_taken, 2, "{look}");
        assert_eq!(collected.tally.copies, 0, "the archive is not read again");
        assert_eq!(collected.reasons.iter().sum::<u64>(), 2);
    }
    assert_eq!(names.len(), 6);
    assert!(
        names[0]
            .1
            .starts_with(&survey.inbox().canonicalize().unwrap().display().to_string())
    );
    assert_eq!(
        survey.rejected("d").into_keys().collect::<Vec<_>>(),
        ["bad", "x/poor"]
    );
}

#[test]
fn archives_and_armour_are_read_as_they_come() {
    let survey = Survey::new();
    let responses: Vec<Vec<u8>> = (0..12).map(|who| survey.sealed(sent(who, 0, 1, who))).collect();
    let mut tar = tar::Builder::new(Vec::new());
    let long = format!("{}/response.age", "folder/".repeat(40));
    for (n, content) in responses[..5].iter().enumerate() {
        let mut header = tar::Header::new_gnu();
        header.set_size(content.len() as u64);
        header.set_cksum();
        let name = if n == 0 { long.clone() } else { format!("{n}") };
        tar.append_data(&mut header, name, content.as_slice()).unwrap();
    }
    survey.put("sub/any name", &tar.into_inner().unwrap());
    let mut zip = zip::ZipWriter::new(io::Cursor::new(Vec::new()));
    for (n, content) in responses[5..9].iter().enumerate() {
        let method = [zip::CompressionMethod::Stored, zip::CompressionMethod::Deflated][n % 2];
        let options = zip::write::SimpleFileOptions::default().compression_method(method);
        zip.start_file(format!("校区/{n}.age"), options).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.add_directory("empty/", zip::write::SimpleFileOptions::default())
        .unwrap();
    survey.put("b.zip", &zip.finish().unwrap().into_inner());
    let recipient: age::x25519::Recipient = survey.key.recipient().to_string().parse().unwrap();
    for (n, who) in (9..12).enumerate() {
        let plaintext = Plaintext::of(&survey.message(sent(who, 0, 1, who)));
        let armoured = age::encrypt_and_armor(&recipient, plaintext.bytes()).unwrap();
        survey.put(&format!("mail{n}.txt"), armoured.as_bytes());
    }
    let collected = survey.collect("d");
    assert_eq!(survey.rejected("d"), BTreeMap::new());
    assert_eq!((collected.tally.files, collected.tally.taken), (5, 12));
    assert_eq!(survey.revisions("d").len(), 12);
    let again = survey.collect("d");
    assert_eq!(again.tally.unchanged, 5);
}

#[test]
fn an_archive_that_grew_gives_what_is_new() {
    let survey = Survey::new();
    let grow = |count: u8| {
        let mut tar = tar::Builder::new(Vec::new());
        for who in 0..count {
            let content = fs::read(survey.dir.path().join(format!("{who}"))).unwrap();
            let mut header = tar::Header::new_ustar();
            header.set_size(content.len() as u64);
            header.set_cksum();
            tar.append_data(&mut header, format!("{who}"), content.as_slice())
                .unwrap();
        }
        survey.put("all.tar", &tar.into_inner().unwrap());
    };
    for who in 0..5 {
        fs::write(
            survey.dir.path().join(format!("{who}")),
            survey.sealed(sent(who, 0, 1, 1)),
        )
        .unwrap();
    }
    grow(2);
    assert_eq!(survey.collect("d").tally.taken, 2);
    grow(5);
    let collected = survey.collect("d");
    assert_eq!((collected.tally.taken, collected.tally.copies), (3, 2));
}

#[test]
fn a_wrong_key_is_refused_before_anything_is_made() {
    let survey = Survey::new();
    let to = survey.dir.path().join("d");
    let definition = survey.joined.definition.clone();
    let refused = Collector::open(&to, Some(definition.clone()), &KeyPair::generate());
    assert!(matches!(refused, Err(CollectError::OtherKey)) && !to.exists());
    let refused = Collector::open(&to, None, &survey.key);
    assert!(matches!(refused, Err(CollectError::NoDefinition(_))) && !to.exists());
    let collector = survey.collector("d");
    let busy = Collector::open(&to, None, &survey.key);
    assert!(matches!(busy, Err(CollectError::Busy(_))));
    drop(collector);
    assert!(Collector::open(&to, None, &survey.key).is_ok());
    let (other, key) = sample();
    let refused = Collector::open(&to, Some(other), &key);
    assert!(matches!(
        refused,
        Err(CollectError::Dataset(DatasetError::OtherSurvey(_)))
    ));
}

#[test]
fn what_a_killed_run_left_goes() {
    let survey = Survey::new();
    survey.put("a.age", &survey.sealed(sent(1, 0, 1, 1)));
    let folder = survey.dir.path().join("d");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("codebook.csv"), "half").unwrap();
    fs::write(folder.join(".new-abc"), "half").unwrap();
    survey.collect("d");
    for leftover in [".new-x", "week=2026-W45/.new-y", "collected/.new-z"] {
        fs::write(folder.join(leftover), "half").unwrap();
    }
    survey.collect("d");
    for leftover in [".new-abc", ".new-x", "week=2026-W45/.new-y", "collected/.new-z"] {
        assert!(!folder.join(leftover).exists(), "{leftover}");
    }
}

#[test]
fn stopped_it_takes_up_where_it_was() {
    let survey = Survey::new();
    for who in 0..200 {
        survey.put(&format!("{who}"), &survey.sealed(sent(who, 0, 1, 1)));
    }
    let mut collector = survey.collector("d");
    let stop = collector.stop();
    let mut stopping = |event: Event<'_>| {
        if matches!(event, Event::Progress(..)) {
            stop.store(true, Ordering::Relaxed);
        }
    };
    let cut = collector
        .pass(&[survey.inbox()], None, I18n::english(), &mut stopping)
        .unwrap();
    assert!(cut.is_cut_short && cut.tally.taken > 0);
    assert_eq!(survey.revisions("d").len() as u64, cut.tally.taken);
    drop(collector);
    let rest = survey.collect("d");
    assert_eq!(rest.tally.taken + cut.tally.taken, 200);
}

#[test]
fn more_responses_than_people_are_flagged() {
    let survey = Survey::new();
    for who in 0..4 {
        survey.put(&format!("{who}"), &survey.sealed(sent(who, who % 2, 1, who)));
    }
    let mut collected = survey.collect("d");
    let mut definition = survey.joined.definition.clone();
    let coverage = &collected.coverage;
    assert_eq!(coverage.weeks.len(), 2);
    assert_eq!(coverage.respondents(), 2);
    let stage = &coverage.weeks[&survey.week(0)].groups[0];
    assert_eq!(stage.iter().sum::<u64>(), 2);
    assert!(coverage.too_many(&definition).is_empty());
    let answer = stage.iter().position(|n| *n == 2).unwrap() - 1;
    definition.groups[0].answers[answer].staff = Some(1);
    definition.staff = Some(2);
    let flagged = collected.coverage.too_many(&definition);
    assert_eq!(flagged.len(), 1);
    assert_eq!(
        (flagged[0].answer, flagged[0].responses, flagged[0].staff),
        (Some((0, answer)), 2, 1)
    );
    collected
        .coverage
        .weeks
        .get_mut(&survey.week(1))
        .unwrap()
        .responses = 3;
    assert_eq!(collected.coverage.too_many(&definition)[1].answer, None);
}

#[test]
fn a_glance_finds_the_first_that_counts_wherever_it_lies_and_writes_nothing() {
    let survey = Survey::new();
    let to = survey.dir.path().join("d");
    let glance = || {
        let new = (to.as_path(), &survey.joined.definition);
        let found = Collector::glance(&[survey.inbox()], None, new, &survey.key, &mut |_| {});
        assert!(!to.exists());
        found.unwrap()
    };
    assert_eq!(glance(), Some(Nothing::Empty));
    survey.put("photo", b"no response");
    assert_eq!(glance(), Some(Nothing::NoResponse(1)));
    let theirs = Survey::new();
    for who in 0..100 {
        survey.put(&format!("theirs/{who}"), &theirs.sealed(sent(who, 0, 1, 1)));
    }
    assert_eq!(glance(), Some(Nothing::OtherKey(100)));
    let other = Survey {
        key: KeyPair::generate(),
        ..Survey::new()
    };
    let new = (to.as_path(), &survey.joined.definition);
    let refused = Collector::glance(&[survey.inbox()], None, new, &other.key, &mut |_| {});
    assert!(matches!(refused, Err(CollectError::OtherKey)));
    let mut tar = tar::Builder::new(Vec::new());
    let content = survey.sealed(sent(1, 0, 1, 1));
    let mut header = tar::Header::new_gnu();
    header.set_size(content.len() as u64);
    header.set_cksum();
    tar.append_data(&mut header, "one", content.as_slice()).unwrap();
    survey.put("zz/all.tar", &tar.into_inner().unwrap());
    assert_eq!(glance(), None);
}

#[test]
fn a_dataset_that_was_begun_and_killed_is_made_and_one_that_is_taken_is_left_alone() {
    let survey = Survey::new();
    survey.put("a", &survey.sealed(sent(1, 0, 1, 1)));
    let folder = survey.dir.path().join("d");
    fs::create_dir_all(folder.join("collected")).unwrap();
    fs::write(folder.join("collected/lock"), "").unwrap();
    fs::write(folder.join("codebook.csv"), "half").unwrap();
    let held = File::open(folder.join("collected/lock")).unwrap();
    held.lock().unwrap();
    let open = || Collector::open(&folder, Some(survey.joined.definition.clone()), &survey.key);
    assert!(matches!(open(), Err(CollectError::Busy(_))));
    assert!(!folder.join("definition.survey.toml").exists());
    drop(held);
    assert_eq!(survey.collect("d").tally.taken, 1);

    let foreign = survey.dir.path().join("e");
    fs::create_dir_all(foreign.join("collected")).unwrap();
    fs::write(foreign.join("collected/files"), "somebody's").unwrap();
    let refused = Collector::open(&foreign, Some(survey.joined.definition.clone()), &survey.key);
    assert!(matches!(
        refused,
        Err(CollectError::Dataset(DatasetError::NotEmpty(_)))
    ));
    assert!(!foreign.join("collected/lock").exists());
}
