//! `survey show`: definitions that somebody sent, sound or not.

use super::Survey;

#[test]
fn a_hostile_definition_disturbs_nothing() {
    let survey = Survey::new();
    let teacher = &survey.teacher;
    let good = std::fs::read_to_string(survey.path("time.survey.toml")).unwrap();
    let head = good.split("\n[asks]").next().unwrap();
    let with = |line: &str| format!("{head}\n{line}\n").into_bytes();
    let bad = [
        with("\"\\u001b[31mred\\u0007\" = 1"),
        with("\u{1b}[2J = 1"),
        with("x = \"\u{1b}]0;title\u{7}"),
        with("\"a\\u202e\" = 1\n\"a\\u202e\" = 2"),
        with(&format!("\"{}\" = 1", "k".repeat(100_000))),
        with("[[groups]]\ncode = \"a\"\nname = \"\\u001b[31m\"\nanswers = []"),
        head.replace("Teachers' time", "a\\u202eb").into_bytes(),
        b"\x1b[31m".repeat(20),
        b"\xff\xfe\x1b".to_vec(),
        vec![b'a'; 300_000],
        Vec::new(),
    ];
    for (n, content) in bad.iter().enumerate() {
        let file = survey.text(&format!("bad\u{1b}[{n}m.toml"));
        std::fs::write(&file, content).unwrap();
        for verb in ["show", "join", "codebook"] {
            let said = teacher.refused(1, &["survey", verb, &file]);
            let said = said.trim_end_matches('\n');
            assert!(
                !said.contains(|c: char| c.is_control() || c == '\u{202e}'),
                "{n}: {said:?}"
            );
            assert!(said.len() < 800, "{n}: {said}");
        }
    }
    assert_eq!(teacher.ok(&["survey"]), "");
    let content = String::from_utf8(with("[[groups]]\ncode = \"A\"")).unwrap();
    std::fs::write(survey.path("line.toml"), &content).unwrap();
    let said = teacher.refused(1, &["survey", "join", &survey.text("line.toml")]);
    let line = content.lines().count();
    assert!(
        said.contains(&format!("line.toml: line {line}, groups[1].code: "))
            && said.contains("ask whoever sent it"),
        "{said}"
    );
    let own = teacher.refused(1, &["survey", "codebook", &survey.text("line.toml")]);
    assert!(!own.contains("ask whoever sent it"), "{own}");
}

#[test]
fn what_is_no_definition_is_said_to_be_what_it_is() {
    let survey = Survey::new();
    let teacher = &survey.teacher;
    std::fs::write(survey.path("readme.md"), "# A readme\n\nNothing *more*.\n").unwrap();
    std::fs::create_dir(survey.path("folder")).unwrap();
    let mut cases = vec![
        ("time.key", "this is a key"),
        ("readme.md", "not the definition of a survey"),
        ("folder", "no file that can be read"),
        ("nothing.toml", "nothing.toml"),
    ];
    if cfg!(unix) {
        let made = std::process::Command::new("mkfifo")
            .arg(survey.path("pipe"))
            .status();
        if made.is_ok_and(|done| done.success()) {
            cases.push(("pipe", "no file that can be read"));
        }
    }
    for (file, part) in cases {
        for verb in ["show", "join", "codebook"] {
            let said = teacher.refused(1, &["survey", verb, &survey.text(file)]);
            assert!(said.contains(part) && !said.contains("AGE-SECRET"), "{said}");
        }
    }
}
