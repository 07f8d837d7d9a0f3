//! `survey bundle` and what else needs no diary; commands that are no commands.

use super::Survey;
use crate::teacher::{Teacher, done};
use jianfu::survey::RESPONSE_SCHEMA;
use serde_json::Value;

#[test]
fn what_is_left_out_or_mistyped_is_said_in_the_users_language() {
    let teacher = Teacher::speaking("zh-Hans");
    for (args, part) in [
        (&["survey", "new"][..], "文件名"),
        (&["survey", "bundle", "x.age"], "-o school.tar"),
        (&["survey", "jion", "x"], "preview"),
        (&["survey", "respond\u{1b}[31m"], "没有命令"),
    ] {
        let said = teacher.refused(2, args);
        assert!(said.contains(part) && !said.contains('\u{1b}'), "{said}");
    }
    let help = teacher.ok(&["survey", "--help"]);
    assert!(!help.contains("Unknown") && !help.contains("unknown"), "{help}");
}

#[test]
fn what_a_coordinator_does_needs_no_data_folder() {
    let survey = Survey::joined();
    let out = survey.out();
    survey
        .teacher
        .ok(&["survey", "respond", "last", "this", "--to", &out, "--yes"]);
    let homeless = |args: &[&str]| {
        let mut command = survey.teacher.command(args);
        command.env_remove("HOME").env_remove("JIANFU_DATA_DIR");
        done(command.output().unwrap())
    };
    let definition = survey.text("time.survey.toml");
    let (tar, csv) = (survey.text("all.tar"), survey.text("codebook.csv"));
    let bundled = homeless(&["survey", "bundle", &out, "-o", &tar]);
    assert!(
        bundled.status == 0
            && bundled
                .err
                .starts_with("2 files (responses and withdrawals) packed\n"),
        "{bundled:?}"
    );
    assert_eq!(homeless(&["survey", "bundle", &out, "-o", &tar]).status, 1);
    for (wrong, part) in [(&out, "is a folder"), (&survey.text("all.zip"), ".tar")] {
        let said = homeless(&["survey", "bundle", &out, "-o", wrong]);
        assert!(said.status == 2 && said.err.contains(part), "{said:?}");
    }
    assert_eq!(
        homeless(&["survey", "codebook", &definition, "-o", &csv]).status,
        0
    );
    assert_eq!(
        homeless(&["survey", "codebook", &definition, "-o", "x.txt"]).status,
        2
    );
    assert!(std::fs::read_to_string(&csv).unwrap().contains("respondent"));
    let json = homeless(&["survey", "codebook", &definition, "--format", "json"]);
    assert!(serde_json::from_str::<Value>(&json.out).is_ok());
    assert_eq!(homeless(&["survey", "schema"]).out, RESPONSE_SCHEMA);
    assert_eq!(homeless(&["survey", "show", &definition]).status, 0);
    let strange = survey.text("out/\u{1b}[31m");
    std::fs::write(&strange, "no response").unwrap();
    let other = homeless(&["survey", "bundle", &out, "-o", &survey.text("more.tar")]);
    assert!(!other.err.contains('\u{1b}'), "{other:?}");
}
