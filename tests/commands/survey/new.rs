//! `survey new`: the files that a coordinator makes.

use super::{Survey, fingerprint, fits, made_in, with_input};
use crate::teacher::Teacher;

#[test]
fn a_survey_is_made_of_two_files_and_never_over_others() {
    let survey = Survey::new();
    let dir = survey.teacher.dir.path().display().to_string();
    let (key, definition) = (survey.path("time.key"), survey.path("time.survey.toml"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(key.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
    let before = [&key, &definition].map(|p| std::fs::read(p).unwrap());
    let again = survey.teacher.refused(1, &made_in(&dir));
    assert!(again.contains("time.key"), "{again}");
    std::fs::remove_file(&key).unwrap();
    let again = survey.teacher.refused(1, &made_in(&dir));
    assert!(again.contains("time.survey.toml") && !key.exists(), "{again}");
    assert_eq!(std::fs::read(&definition).unwrap(), before[1]);
    assert!(!survey.teacher.data().exists(), "a coordinator needs no diary");
    let shown = survey
        .teacher
        .ok(&["survey", "show", definition.to_str().unwrap()]);
    assert_eq!(fingerprint(&shown), survey.fingerprint);
    for part in [
        "Teachers' time",
        "2026-W45 to 2026-W50 (6 weeks)",
        "stage",
        "a1 (海淀): 120, a2 (朝阳): 90",
        "(upper secondary), other\n",
        "SHA-256",
        "400",
    ] {
        assert!(shown.contains(part), "{part}\n{shown}");
    }
    fits(&shown);
    let file = std::fs::read_to_string(&definition).unwrap();
    assert!(
        file.contains("staff = 120") && file.contains("staff = 400"),
        "{file}"
    );
    assert!(!survey.teacher.data().exists());
}

#[test]
fn flags_that_are_missing_or_make_no_sense_are_named_and_nothing_is_made() {
    let teacher = Teacher::new();
    let dir = teacher.dir.path().display().to_string();
    let missing = teacher.refused(2, &["survey", "new", "time", "--title", "x", "--to", &dir]);
    assert!(missing.contains("--contact, --weeks, --closes"), "{missing}");
    for name in ["../time", "a/b", "", "-x", ".x", "a\nb"] {
        let mut args = made_in(&dir);
        args[2] = name;
        assert_eq!(teacher.run(&args).status, 2, "{name:?}");
    }
    for (more, part) in [
        (["--group", "stages"], "stage (School stage), role (Role)"),
        (["--group", "stage"], "\"stage\""),
        (["--group", "stage2:x"], "stage2"),
        (["--group", "x=one"], "two answers"),
        (["--group", "role:teacher=3"], "subject_teacher"),
        (["--ask", "names"], "late_parent_messages"),
        (["--title", "again"], "zh-Hans="),
        (["--rounding", "1"], "rounding"),
        (["--min-group", "4"], "min_group"),
        (["--ask", "none"], "none does not go"),
        (["--group", "x=one,two,one"], "\"one\" twice"),
        (["--group", "x=one:300,two:101"], "x: 401 people"),
        (["--group", "role:班主任=401"], "Role: 401 people"),
    ] {
        let mut args = made_in(&dir);
        args.extend(more);
        let said = teacher.refused(2, &args);
        assert!(said.contains(part), "{more:?}: {said}");
    }
    for (at, value, part) in [
        (10, "2026-W50..2026-W45", "first"),
        (10, "W45", "2026-W48..2027-W03"),
        (10, "2026-W45..W03", "2026-W48..2027-W03"),
        (16, "stage:primary=500", "School stage: 500 people"),
        (12, "2026-11-19", "past"),
        (12, "2027-13-01", "2027-13-01"),
        (4, "zh-Hans=", "title"),
    ] {
        let mut args = made_in(&dir);
        args[at] = value;
        let said = teacher.refused(2, &args);
        assert!(said.contains(part), "{value}: {said}");
    }
    let mut early = made_in(&dir);
    (early[10], early[12]) = ("2026-W48..2026-W50", "2026-11-28");
    assert!(
        teacher
            .refused(2, &early)
            .contains("closes before its first week is over")
    );
    let nowhere = teacher.refused(1, &made_in(&format!("{dir}/nowhere")));
    assert!(nowhere.contains("nowhere"), "{nowhere}");
    assert_eq!(std::fs::read_dir(&dir).unwrap().count(), 0);
}

#[test]
fn a_coordinator_is_told_what_would_make_a_survey_useless() {
    let teacher = Teacher::new();
    let dir = teacher.dir.path().display().to_string();
    let fine = teacher.run(&made_in(&dir));
    assert!(fine.status == 0 && fine.err.is_empty(), "{fine:?}");
    let mut args = made_in(&dir);
    (args[2], args[12]) = ("few", "2026-12-12");
    let at = args.iter().position(|a| *a == "--group").unwrap();
    args.splice(
        at..,
        ["--group", "学段:小学=3,其他=4", "--staff", "9", "--to", &dir],
    );
    let few = teacher.run(&args);
    assert_eq!(few.status, 0, "{few:?}");
    for part in [
        "! It closes on 2026-12-12, before 2026-W50 is over",
        "! Only 9 people are asked",
        "! School stage: fewer than 10 people are behind primary, other",
    ] {
        assert!(few.err.contains(part), "{part}: {few:?}");
    }
    fits(&few.err);
    let shown = teacher.ok(&["survey", "show", &format!("{dir}/few.survey.toml")]);
    assert!(shown.contains("primary: 3"), "{shown}");
}

#[test]
fn a_group_of_ones_own_can_be_given_codes() {
    let teacher = Teacher::new();
    let dir = teacher.dir.path().display().to_string();
    let mut args = made_in(&dir);
    args.extend(["--group", "district[片区]=hd[海淀]:20,cy[朝阳]:30"]);
    args[14] = "会议,目标";
    assert!(teacher.refused(2, &args).contains("goal (Goal of 15 % less)"));
    args[14] = "会议,ratings";
    teacher.ok(&args);
    let shown = teacher.ok(&[
        "--lang",
        "zh-Hans",
        "survey",
        "show",
        &format!("{dir}/time.survey.toml"),
    ]);
    assert!(shown.contains("hd（海淀）：20 人"), "{shown}");
    fits(&shown);
}

#[test]
fn a_key_is_sealed_with_a_passphrase_from_the_first_line() {
    let teacher = Teacher::new();
    let dir = teacher.dir.path().display().to_string();
    let mut args = made_in(&dir);
    args.push("--passphrase");
    let empty = with_input(&teacher, &args, "\n");
    assert_eq!(empty.status, 2, "{empty:?}");
    let short = with_input(&teacher, &args, "1234567\n");
    assert!(short.status == 2 && short.err.contains("at least 8"), "{short:?}");
    assert_eq!(std::fs::read_dir(&dir).unwrap().count(), 0);
    let made = with_input(&teacher, &args, "correct horse\nbattery\n");
    assert_eq!(made.status, 0, "{made:?}");
    let key = std::fs::read_to_string(teacher.dir.path().join("time.key")).unwrap();
    assert!(key.starts_with("-----BEGIN AGE ENCRYPTED FILE-----"), "{key}");
    assert!(!key.contains("AGE-SECRET-KEY"), "{key}");
    assert!(!(made.out + &made.err).contains("horse"));
}
