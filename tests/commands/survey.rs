//! `survey`: from the coordinator's first step to what is opened with the key.

use crate::teacher::{Done, Teacher, done, validate};
use jianfu::diary::{JoinedSurvey, Setting};
use jianfu::store::Store;
use jianfu::survey::RESPONSE_SCHEMA;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

/// A coordinator and a teacher in one folder, with the files of a survey in it.
struct Survey {
    teacher: Teacher,
    fingerprint: String,
}

const NEW: [&str; 22] = [
    "survey",
    "new",
    "time",
    "--title",
    "zh-Hans=教师时间调查",
    "--title",
    "en=Teachers' time",
    "--contact",
    "the office, 010-1234",
    "--weeks",
    "2026-W45..2026-W50",
    "--closes",
    "2027-01-15",
    "--ask",
    "all",
    "--group",
    "stage:primary=120,lower_secondary=80",
    "--group",
    "region=海淀:120,朝阳：90",
    "--staff",
    "400",
    "--to",
];

impl Survey {
    fn new() -> Self {
        Self::of(Teacher::new())
    }

    fn of(teacher: Teacher) -> Self {
        let made = teacher.ok(&made_in(&teacher.dir.path().display().to_string()));
        Self {
            fingerprint: fingerprint(&made),
            teacher,
        }
    }

    fn joined() -> Self {
        let survey = Self::new();
        survey.join(&[]);
        survey
    }

    fn path(&self, name: &str) -> PathBuf {
        self.teacher.dir.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        self.path(name).display().to_string()
    }

    /// Joins it; what is said about it.
    fn join(&self, more: &[&str]) -> String {
        let file = self.text("time.survey.toml");
        let args: Vec<&str> = ["survey", "join", &file].iter().chain(more).copied().collect();
        let done = self.teacher.run(&args);
        assert_eq!(done.status, 0, "{done:?}");
        assert!(
            done.out.contains("School stage") && done.err.contains("Never in it"),
            "{done:?}"
        );
        done.err + &done.out
    }

    /// A folder for what is sent.
    fn out(&self) -> String {
        std::fs::create_dir_all(self.path("out")).unwrap();
        self.text("out")
    }

    /// What is in a sealed file, opened with the key by the age library.
    fn open(&self, file: &str) -> Vec<u8> {
        let key = std::fs::read_to_string(self.path("time.key")).unwrap();
        let key = key.lines().find(|l| l.starts_with("AGE-SECRET-KEY-")).unwrap();
        let key: age::x25519::Identity = key.parse().unwrap();
        age::decrypt(&key, &std::fs::read(file).unwrap()).unwrap()
    }

    fn sent(&self) -> usize {
        std::fs::read_dir(self.out()).unwrap().count()
    }

    fn history(&self) -> Vec<Value> {
        let history = self.teacher.json(&["survey", "history", "--json"]);
        history.as_array().unwrap().clone()
    }
}

fn made_in(folder: &str) -> Vec<&str> {
    NEW.iter().copied().chain([folder]).collect()
}

/// The thirty digits in a text.
fn fingerprint(text: &str) -> String {
    let of_line = |line: &str| {
        let digits: Vec<&str> = line.split_whitespace().rev().take(6).collect();
        let is = digits.len() == 6 && digits.iter().all(|d| d.len() == 5 && d.parse::<u32>().is_ok());
        is.then(|| digits.into_iter().rev().collect::<Vec<_>>().join(" "))
    };
    text.lines().find_map(of_line).unwrap_or_else(|| panic!("{text}"))
}

fn fits(text: &str) {
    let json_aside = text.lines().filter(|l| !l.starts_with('{'));
    for line in json_aside {
        let cells: usize = line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
        assert!(cells <= 82 && line.trim_end() == line, "{cells}: {line:?}");
    }
}

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

fn with_input(teacher: &Teacher, args: &[&str], input: &str) -> Done {
    let mut command = teacher.command(args);
    command.stdin(Stdio::piped());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    done(child.wait_with_output().unwrap())
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

#[test]
fn joining_is_all_or_nothing_and_said_once() {
    let survey = Survey::new();
    let (teacher, file) = (&survey.teacher, survey.text("time.survey.toml"));
    for (more, part) in [
        (["--answer", "stage=nursery"], "primary, lower_secondary"),
        (["--answer", "school=ours"], "stage, region"),
        (["--answer", "stage"], "GROUP=ANSWER"),
        (["--withhold", "minutes"], "late_parent_minutes"),
    ] {
        let said = teacher.refused(
            2,
            &["survey", "join", &file, "--answer", "region=a1", more[0], more[1]],
        );
        assert!(said.contains(part), "{said}");
    }
    assert_eq!(teacher.ok(&["survey"]), "");
    assert_eq!(
        teacher.json(&["survey", "list", "--json"]),
        Value::Array(Vec::new())
    );
    let text = survey.join(&["--answer", "stage=小学", "--withhold", "ratings"]);
    assert_eq!(fingerprint(&text), survey.fingerprint);
    assert!(text.contains("one of about"), "{text}");
    fits(&text);
    let list = teacher.json(&["survey", "list", "--json"]);
    assert_eq!(list[0]["answers"]["stage"], "primary");
    assert_eq!(list[0]["withheld"][0], "ratings");
    assert_eq!(list[0]["open"], serde_json::json!(["2026-W45", "2026-W46"]));
    assert_eq!(list[0]["fingerprint"], survey.fingerprint.as_str());
    let again = teacher.run(&["survey", "join", &file, "--answer", "region=朝阳"]);
    assert!(again.status == 0 && again.err.contains("already"), "{again:?}");
    let list = teacher.json(&["survey", "list", "--json"]);
    assert_eq!(list.as_array().unwrap().len(), 1);
    assert_eq!(list[0]["answers"]["stage"], "primary");
    assert_eq!(list[0]["answers"]["region"], "a2");
    let late = Teacher::new();
    let closed = late.refused(1, &["--now", "2027-01-16T08:00", "survey", "join", &file]);
    assert!(closed.contains("2027-01-15"), "{closed}");
    assert_eq!(late.ok(&["survey", "list"]), "");
}

#[test]
fn answers_change_all_or_none_and_can_be_undone() {
    let survey = Survey::joined();
    let teacher = &survey.teacher;
    let shown = teacher.ok(&["survey", "answer"]);
    for part in [
        "stage (School stage)",
        "not said",
        "lower_secondary (lower secondary)",
        "given",
    ] {
        assert!(shown.contains(part), "{part}\n{shown}");
    }
    fits(&shown);
    teacher.refused(2, &["survey", "answer", "stage=primary", "goal=perhaps"]);
    assert_eq!(teacher.ok(&["survey", "answer"]), shown);
    teacher.ok(&[
        "survey",
        "answer",
        "stage=primary",
        "goal=withheld",
        "days=withheld",
    ]);
    teacher.ok(&["survey", "answer", "days=given"]);
    for name in ["late_parent_messages", "late_parent_minutes"] {
        let late = |value: &str| teacher.ok(&["survey", "answer", &format!("{name}={value}")]);
        assert_eq!(late("withheld").matches("withheld").count(), 2, "{name}");
        assert_eq!(late("given").matches("withheld").count(), 1, "{name}");
    }
    let kept = || teacher.json(&["survey", "list", "--json"])[0].clone();
    assert_eq!(kept()["withheld"], serde_json::json!(["goal"]));
    teacher.ok(&["survey", "answer", "stage=not_said"]);
    assert_eq!(kept()["answers"], serde_json::json!({}));
    teacher.ok(&["undo"]);
    assert_eq!(kept()["answers"]["stage"], "primary");
    let chinese = teacher.ok(&[
        "--lang",
        "zh-Hans",
        "survey",
        "answer",
        "学段＝初中",
        "会议=不提供",
    ]);
    assert!(chinese.contains("初中"), "{chinese}");
    fits(&chinese);
    assert_eq!(kept()["withheld"], serde_json::json!(["goal", "meetings"]));
}

#[test]
fn the_preview_is_what_is_sealed() {
    let survey = Survey::joined();
    let (teacher, out) = (&survey.teacher, survey.out());
    for day in ["09", "10", "11", "12", "13"] {
        let date = format!("2026-11-{day}");
        teacher.ok(&[
            "add",
            "--date",
            &date,
            "8:00-8:45 sk 三(2)班",
            "14:00-15:45 qx *2",
        ]);
        teacher.ok(&["day", &date, "--close"]);
    }
    let shown = teacher.ok(&["survey", "preview"]);
    fits(&shown);
    assert!(
        shown.contains("5 of 5 school days closed") && shown.contains("of about"),
        "{shown}"
    );
    let raw = teacher.ok(&["survey", "preview", "2026-W46", "--raw"]);
    assert_eq!(raw.len(), 4096);
    assert!(shown.contains(raw.trim_end()), "{shown}");
    validate(RESPONSE_SCHEMA, &serde_json::from_str(&raw).unwrap());
    let written = teacher.run(&["survey", "respond", "--to", &out, "--yes"]);
    assert_eq!(written.status, 0, "{written:?}");
    assert!(written.err.contains(raw.trim_end()), "the same preview");
    assert!(written.err.contains("the office, 010-1234"), "{}", written.err);
    assert_eq!(survey.open(written.out.trim_end()), raw.as_bytes());
    let history = survey.history();
    assert_eq!(history.len(), 1);
    assert_eq!(
        history[0]["content"],
        serde_json::from_str::<Value>(&raw).unwrap()
    );
    let name = Path::new(written.out.trim_end()).file_name().unwrap();
    assert_eq!(history[0]["file"], name.to_str().unwrap());
    let again = teacher.ok(&["survey", "preview", "last"]);
    assert!(again.contains("nothing has changed"), "{again}");
    let chinese = teacher.ok(&["--lang", "zh-Hans", "survey", "preview", "last"]);
    assert!(
        chinese.contains("教师时间调查") && chinese.contains("没有变化"),
        "{chinese}"
    );
    fits(&chinese);
}

#[test]
fn nothing_is_written_where_nobody_says_yes() {
    let survey = Survey::joined();
    let (teacher, out) = (&survey.teacher, survey.out());
    for input in ["n\n", "y\n", ""] {
        for verb in ["respond", "withdraw"] {
            if verb == "withdraw" && survey.sent() == 0 {
                continue;
            }
            let files = survey.sent();
            let said = with_input(teacher, &["survey", verb, "last", "--to", &out], input);
            assert!(said.status == 2 && said.out.is_empty(), "{said:?}");
            assert!(
                said.err.contains("--yes") && said.err.lines().count() == 1,
                "{said:?}"
            );
            assert_eq!(survey.sent(), files);
        }
        teacher.ok(&["survey", "respond", "last", "--to", &out, "--yes"]);
    }
    assert_eq!(survey.history().len(), 3);
}

#[test]
fn a_written_response_is_named_by_where_it_is() {
    let survey = Survey::joined();
    survey.out();
    let args = ["survey", "respond", "last", "--to", "out", "--yes"];
    let mut command = survey.teacher.command(&args);
    let written = done(command.current_dir(survey.teacher.dir.path()).output().unwrap());
    assert_eq!(written.status, 0, "{written:?}");
    let path = Path::new(written.out.trim_end());
    assert!(path.is_absolute() && path.is_file(), "{path:?}");
    assert!(
        written.err.contains("name and date of a file say nothing"),
        "{}",
        written.err
    );
}

#[test]
fn several_weeks_are_checked_before_the_first_is_written() {
    let survey = Survey::joined();
    let (teacher, out) = (&survey.teacher, survey.out());
    for (weeks, part) in [
        (["2026-W46", "2026-W51"], "2026-W51"),
        (["2026-W46", "2026-W48"], "2026-W48"),
        (["2026-W46", "never"], "never"),
    ] {
        let said = teacher.run(&["survey", "respond", weeks[0], weeks[1], "--to", &out]);
        assert!(
            said.status > 0 && said.out.is_empty() && said.err.contains(part),
            "{said:?}"
        );
    }
    let closed = [
        "--now",
        "2027-02-01T08:00",
        "survey",
        "respond",
        "2026-W46",
        "--to",
        &out,
    ];
    assert!(teacher.refused(1, &closed).contains("2027-01-15"));
    let nowhere = teacher.refused(1, &["survey", "respond", "last", "--to", "/nowhere"]);
    assert!(
        nowhere.contains("there is no folder /nowhere: ") && nowhere.contains("--to"),
        "{nowhere}"
    );
    let file = survey.text("time.key");
    assert!(
        teacher
            .refused(1, &["survey", "respond", "last", "--to", &file])
            .contains("time.key is no folder: ")
    );
    assert_eq!((survey.sent(), survey.history().len()), (0, 0));
    let written = teacher.ok(&[
        "survey", "respond", "-2", "last", "2026-W46", "--to", &out, "--yes",
    ]);
    assert_eq!(written.lines().count(), 2, "{written}");
    let list = teacher.json(&["survey", "list", "--json"]);
    assert_eq!(list[0]["written"], serde_json::json!(["2026-W45", "2026-W46"]));
    assert_eq!(list[0]["open"], serde_json::json!([]));
}

#[test]
fn a_response_is_withdrawn_and_the_history_says_so() {
    let survey = Survey::joined();
    let (teacher, out) = (&survey.teacher, survey.out());
    let nothing = teacher.refused(1, &["survey", "withdraw", "last", "--to", &out]);
    assert!(nothing.contains("2026-W46"), "{nothing}");
    teacher.ok(&["survey", "respond", "-2", "last", "--to", &out, "--yes"]);
    teacher.refused(1, &["survey", "withdraw", "last", "this", "--to", &out]);
    assert_eq!(survey.sent(), 2);
    let left = teacher.run(&["survey", "leave"]);
    assert!(
        left.err.contains("2026-W45..2026-W46") && left.err.contains("undo"),
        "{left:?}"
    );
    assert!(
        teacher
            .refused(1, &["survey", "withdraw", "last"])
            .contains("a response to 2026-W46 of \"Teachers' time\" is in the history")
    );
    let never = teacher.refused(1, &["survey", "withdraw", "-3"]);
    assert!(never.contains("no survey"), "{never}");
    teacher.ok(&["undo"]);
    let late = [
        "--now",
        "2027-02-01T08:00",
        "survey",
        "withdraw",
        "2026-W46",
        "--to",
        &out,
        "--yes",
    ];
    let file = teacher.ok(&late);
    let opened: Value = serde_json::from_slice(&survey.open(file.trim_end())).unwrap();
    validate(RESPONSE_SCHEMA, &opened);
    assert_eq!(
        (&opened["type"], &opened["revision"]),
        (&"jianfu withdrawal".into(), &2.into())
    );
    assert_eq!(survey.open(file.trim_end()).len(), 4096);
    let history = teacher.run(&["survey", "history", "--week", "2026-W46"]);
    let lines: Vec<&str> = history.out.lines().collect();
    assert_eq!(lines.len(), 4, "{history:?}");
    assert!(lines[0].contains("Withdrawal (revision 2)") && lines[2].contains("Response (revision 1)"));
    assert!(history.err.contains("kept here only"), "{}", history.err);
    let again = teacher.refused(1, &["survey", "withdraw", "2026-W46", "--to", &out]);
    assert!(again.contains("withdrawn already"), "{again}");
    let list = teacher.json(&["survey", "list", "--json"]);
    assert_eq!(list[0]["withdrawn"], serde_json::json!(["2026-W46"]));
    assert_eq!(list[0]["written"], serde_json::json!(["2026-W45"]));
    teacher.ok(&["survey", "leave"]);
    assert_eq!(survey.history().len(), 3, "the history stays");
    let by_title = teacher.json(&["survey", "history", "--survey", "teachers", "--json"]);
    assert_eq!(by_title.as_array().unwrap().len(), 3);
}

#[test]
fn one_of_several_surveys_is_named() {
    let survey = Survey::joined();
    let teacher = &survey.teacher;
    let dir = teacher.dir.path().display().to_string();
    let mut args = made_in(&dir);
    (args[2], args[4], args[6]) = ("other", "zh-Hans=研修调查", "en=Training");
    let other = fingerprint(&teacher.ok(&args));
    teacher.ok(&["survey", "join", &survey.text("other.survey.toml")]);
    let which = teacher.refused(2, &["survey", "preview"]);
    assert!(which.contains("1 \"Teachers' time\", 2 \"Training\""), "{which}");
    for word in ["2", "train", "研修", &other, &other[..8]] {
        let shown = teacher.ok(&["survey", "preview", "--survey", word]);
        assert!(shown.starts_with("Training"), "{word}: {shown}");
    }
    for word in ["3", "调查", "nothing"] {
        let said = teacher.refused(2, &["survey", "preview", "--survey", word]);
        assert!(said.contains("1 \"Teachers' time\", 2 \"Training\""), "{said}");
    }
    let list = teacher.ok(&["survey"]);
    assert!(
        list.starts_with("1  Teachers' time\n") && list.contains("\n\n2  Training\n"),
        "{list}"
    );
    fits(&list);
    teacher.ok(&["survey", "leave", "--survey", "1"]);
    assert!(teacher.ok(&["survey", "preview"]).starts_with("Training"));
}

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

#[test]
fn a_survey_of_a_later_version_can_be_left() {
    let survey = Survey::joined();
    let teacher = &survey.teacher;
    let mut session = Store::at(teacher.data())
        .session("2026-11-20T17:30:00".parse().unwrap())
        .unwrap();
    let mut surveys = session.profile().unwrap().surveys;
    let later = surveys[0]
        .definition
        .replacen("jianfu_survey = 1", "jianfu_survey = 99", 1);
    let later = JoinedSurvey {
        definition: later,
        answers: BTreeMap::new(),
        withheld: BTreeSet::new(),
    };
    surveys.insert(0, later);
    session.set(Setting::Surveys(surveys)).unwrap();
    drop(session);
    let unreadable = teacher.refused(1, &["survey", "preview", "--survey", "1"]);
    assert!(unreadable.contains("99"), "{unreadable}");
    let left = teacher.run(&["survey", "leave", "--survey", "1"]);
    assert!(left.status == 0 && left.err.contains("no longer"), "{left:?}");
    let list = teacher.json(&["survey", "list", "--json"]);
    assert_eq!(list.as_array().unwrap().len(), 1);
    assert_eq!(list[0]["fingerprint"], survey.fingerprint.as_str());
}

#[test]
fn a_closed_survey_is_joined_again_to_withdraw() {
    let survey = Survey::joined();
    let (teacher, out) = (&survey.teacher, survey.out());
    teacher.ok(&["survey", "respond", "last", "--to", &out, "--yes"]);
    teacher.ok(&["survey", "leave"]);
    let late = |args: &[&str]| {
        let args: Vec<&str> = ["--now", "2027-02-01T08:00"]
            .iter()
            .chain(args)
            .copied()
            .collect();
        teacher.run(&args)
    };
    let joined = late(&["survey", "join", &survey.text("time.survey.toml")]);
    assert!(
        joined.status == 0 && joined.err.contains("to take back"),
        "{joined:?}"
    );
    let taken = late(&["survey", "withdraw", "2026-W46", "--to", &out, "--yes"]);
    assert_eq!(taken.status, 0, "{taken:?}");
    assert_eq!(survey.sent(), 2);
}
