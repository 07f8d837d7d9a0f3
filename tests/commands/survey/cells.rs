//! `survey cells`: what a district hands to its province.

use super::Survey;
use jianfu::survey::KeyFile;
use jianfu::survey::collector::Cells;

#[test]
fn cells_are_written_sealed_or_said_to_be_open() {
    let survey = Survey::answered("en");
    assert_eq!(survey.collect(&[]).status, 0);
    let (dataset, definition) = (survey.text("dataset"), survey.text("time.survey.toml"));
    let (open, sealed) = (survey.text("open.cells"), survey.text("sealed.cells"));
    let cells = |more: &[&str]| {
        survey
            .teacher
            .run(&[&["survey", "cells", &dataset], more].concat())
    };
    for (wrong, part) in [
        (&["-o", &open][..], "--to"),
        (&["--unsealed"], "-o district.cells"),
        (&["--unsealed", "-o", "x.txt"], ".cells"),
        (&["--to", "age1nobody", "-o", &open], "age1nobody"),
    ] {
        let said = cells(wrong);
        assert!(said.status == 2 && said.err.contains(part), "{said:?}");
    }
    let said = cells(&["--unsealed", "-o", &open]);
    assert!(said.status == 0 && said.err.contains("not sealed"), "{said:?}");
    let said = cells(&["--to", &definition, "-o", &sealed]);
    assert!(said.status == 0 && !said.err.contains("not sealed"), "{said:?}");
    assert_eq!(
        cells(&["--unsealed", "-o", &open]).status,
        1,
        "what is there stays"
    );

    let key = KeyFile::read(&survey.path("time.key"))
        .unwrap()
        .open(None)
        .unwrap();
    let opened = Cells::read_file(sealed.as_ref(), Some(&key)).unwrap();
    assert_eq!(opened.respondents(), 2);
    assert!(Cells::read_file(open.as_ref(), None).unwrap() == opened);
    assert!(Cells::read_file(sealed.as_ref(), None).is_err());
    let twice = survey.teacher.run(&[
        "survey",
        "cells",
        &dataset,
        &dataset,
        "--unsealed",
        "-o",
        &survey.text("two.cells"),
    ]);
    assert!(twice.status == 1 && twice.err.contains("twice"), "{twice:?}");
}

#[test]
fn a_damaged_part_is_named_with_the_way_out_and_nothing_is_written() {
    let survey = Survey::answered("en");
    assert_eq!(survey.collect(&[]).status, 0);
    let part = survey.path("dataset/week=2026-W47/part-0000.parquet");
    let mut bytes = std::fs::read(&part).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&part, bytes).unwrap();
    let (dataset, cells) = (survey.text("dataset"), survey.text("x.cells"));
    for args in [
        &["survey", "cells", &dataset, "--unsealed", "-o", &cells][..],
        &["survey", "report", &dataset],
    ] {
        let said = survey.teacher.refused(1, args);
        assert!(
            said.contains("part-0000.parquet is damaged") && said.contains("into a new dataset"),
            "{said}"
        );
    }
    assert!(!survey.path("x.cells").exists());
    // As it says: the inbox has everything.
    let (out, key, new) = (survey.out(), survey.text("time.key"), survey.text("new"));
    survey
        .teacher
        .ok(&["survey", "collect", &out, "--key", &key, "--to", &new]);
    survey
        .teacher
        .ok(&["survey", "cells", &new, "--unsealed", "-o", &cells]);
}
