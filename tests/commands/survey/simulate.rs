//! `survey simulate`: made-up responses, marked as such.

use super::Survey;
use crate::teacher::Teacher;
use std::path::Path;

fn path(teacher: &Teacher, name: &str) -> String {
    teacher.dir.path().join(name).display().to_string()
}

fn files(folder: &str) -> usize {
    std::fs::read_dir(folder).unwrap().count()
}

#[test]
fn what_is_made_up_can_be_joined_shown_and_opened() {
    let teacher = Teacher::new();
    let folder = path(&teacher, "made");
    let done = teacher.run(&[
        "survey",
        "simulate",
        "--teachers",
        "20",
        "--weeks",
        "2",
        "--to",
        &folder,
    ]);
    assert_eq!(done.status, 0, "{done:?}");
    assert!(
        done.err.starts_with("made up, not real: responses of "),
        "{done:?}"
    );
    assert_eq!(done.out, format!("{folder}\n"));
    let definition = format!("{folder}/made-up.survey.toml");
    let shown = teacher.ok(&["survey", "show", &definition]);
    assert!(
        shown.contains("MADE UP, NOT REAL") && shown.contains("2026-W45"),
        "{shown}"
    );
    let key = std::fs::read_to_string(format!("{folder}/made-up.key")).unwrap();
    let key: age::x25519::Identity = key.lines().last().unwrap().parse().unwrap();
    let mut opened = 0;
    for file in std::fs::read_dir(format!("{folder}/inbox")).unwrap() {
        let file = file.unwrap();
        let text = age::decrypt(&key, &std::fs::read(file.path()).unwrap()).unwrap();
        assert!(text.starts_with(b"{\"type\":\"jianfu "));
        let time = file.metadata().unwrap().modified().unwrap();
        let time = time.duration_since(std::time::UNIX_EPOCH).unwrap();
        assert_eq!(time.as_secs(), 946_684_800, "the time of every response");
        opened += 1;
    }
    assert!((25..=50).contains(&opened), "{opened}");
    assert!(
        !teacher.data().exists(),
        "nothing of the teacher's own is touched"
    );
}

#[test]
fn the_same_seed_makes_the_same_dataset() {
    let teacher = Teacher::new();
    let made = |name: &str, seed: &str| {
        let folder = path(&teacher, name);
        teacher.ok(&[
            "survey",
            "simulate",
            "--teachers",
            "30",
            "--weeks",
            "2026-W46..2026-W47",
            "--seed",
            seed,
            "--dataset",
            "--to",
            &folder,
        ]);
        let part =
            |week: &str| std::fs::read(Path::new(&folder).join(week).join("part-0000.parquet")).unwrap();
        (part("week=2026-W46"), part("week=2026-W47"))
    };
    assert_eq!(made("a", "7"), made("b", "7"));
    assert_ne!(made("c", "8"), made("d", "7"));
}

#[test]
fn a_survey_that_is_real_is_only_a_model() {
    let survey = Survey::new();
    let (model, folder) = (survey.text("time.survey.toml"), survey.text("made"));
    survey.teacher.ok(&[
        "survey",
        "simulate",
        "--teachers",
        "5",
        "--like",
        &model,
        "--to",
        &folder,
    ]);
    let made = std::fs::read_to_string(format!("{folder}/made-up.survey.toml")).unwrap();
    let model = std::fs::read_to_string(model).unwrap();
    let line = |text: &str, name: &str| text.lines().find(|l| l.starts_with(name)).unwrap().to_owned();
    assert!(
        line(&made, "title").contains("MADE UP, NOT REAL: Teachers' time"),
        "{made}"
    );
    assert_eq!(line(&made, "weeks"), line(&model, "weeks"));
    for name in ["id", "recipient", "contact"] {
        assert_ne!(line(&made, name), line(&model, name));
    }
    assert!(files(&format!("{folder}/inbox")) > 10);
}

#[test]
fn what_makes_no_sense_is_refused_before_anything_is_written() {
    let teacher = Teacher::new();
    let folder = path(&teacher, "made");
    let refused = |status: i32, more: &[&str]| {
        let args = ["survey", "simulate", "--to", &folder]
            .into_iter()
            .chain(more.iter().copied());
        teacher.refused(status, &args.collect::<Vec<_>>())
    };
    for (args, part) in [
        (&[][..], "--teachers 200"),
        (&["--teachers", "0"], "from 1 to"),
        (&["--teachers", "5", "--weeks", "0"], "week"),
        (&["--teachers", "5", "--weeks", "2026-W47..2026-W46"], "week"),
    ] {
        let said = refused(2, args);
        assert!(said.contains(part), "{said}");
    }
    let said = refused(1, &["--teachers", "5", "--weeks", "200"]);
    assert!(said.contains("106"), "{said}");
    assert!(!Path::new(&folder).exists());
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(Path::new(&folder).join("mine"), "").unwrap();
    let said = refused(1, &["--teachers", "1", "--weeks", "1"]);
    assert!(said.contains("has something in it"), "{said}");
}
