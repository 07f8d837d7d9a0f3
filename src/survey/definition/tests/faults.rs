//! Every fault, with its place.

use super::{WHOLE, read_any};
use crate::survey::definition::read::groups_of;
use crate::survey::definition::{Code, Definition, Fault, Group};
use std::collections::BTreeSet;
use std::fmt::Write;

/// The name of a fault, and how many names there are: whoever adds one is led here by the compiler.
fn name(fault: &Fault) -> &'static str {
    match fault {
        Fault::NotADefinition => "not a definition",
        Fault::SecretKey => "secret key",
        Fault::TooLarge => "too large",
        Fault::NotUtf8 => "not utf8",
        Fault::Syntax(_) => "syntax",
        Fault::Newer(_) => "newer",
        Fault::Key(_) => "key",
        Fault::Missing(_) => "missing",
        Fault::NotText => "not text",
        Fault::Text(_) => "text",
        Fault::Number(..) => "number",
        Fault::NotAFlag => "not a flag",
        Fault::List(..) => "list",
        Fault::NotATable => "not a table",
        Fault::Id => "id",
        Fault::Recipient => "recipient",
        Fault::Week => "week",
        Fault::Date => "date",
        Fault::Weeks(_) => "weeks",
        Fault::ClosesEarly => "closes early",
        Fault::Code => "code",
        Fault::Twice(_) => "twice",
        Fault::NoSuchAnswer(_) => "no such answer",
        Fault::Circle => "circle",
        Fault::TooDeep(_) => "too deep",
        Fault::CarriageReturn => "carriage return",
    }
}
const NAMES: usize = 26;

const KEYS: &str = "jianfu_survey, id, title, contact, weeks, closes, recipient, rounding, min_group, panel, asks, staff, groups";

fn code(text: &str) -> Code {
    Code::new(text).unwrap()
}

/// What is replaced in [`WHOLE`], by what, and the line, the site and the fault of that. Line 0: the whole file.
#[rustfmt::skip] // a table: one fault a line
fn table() -> Vec<(&'static str, &'static str, usize, &'static str, Fault)> {
    const LANGUAGES: &[&str] = &["zh-Hans", "zh-Hant", "en"];
    const ANSWER: &[&str] = &["code", "name", "within", "staff"];
    const ASKS: &[&str] = &[
        "activities",
        "meetings",
        "late_parent_messages",
        "goal",
        "ratings",
    ];
    vec![
        ("jianfu_survey = 1", "", 0, "", Fault::NotADefinition),
        ("jianfu_survey = 1", "jianfu_survey = \"1\"", 0, "", Fault::NotADefinition),
        ("jianfu_survey = 1", "jianfu_survey = 0", 0, "", Fault::NotADefinition),
        ("jianfu_survey = 1", "jianfu_survey = -2", 0, "", Fault::NotADefinition),
        ("jianfu_survey = 1", "jianfu_survey = 1.0", 0, "", Fault::NotADefinition),
        ("jianfu_survey = 1", "jianfu_survey = 0x1", 0, "", Fault::NotADefinition),
        ("jianfu_survey = 1", "jianfu_survey = 2", 0, "", Fault::Newer(2)),
        ("jianfu_survey = 1", "jianfu_survey = 18446744073709551615", 0, "", Fault::Newer(u64::MAX)),
        ("jianfu_survey = 1", "jianfu_survey = 2\nnew_key = 1", 0, "", Fault::Newer(2)),
        ("panel = false", "panel = nein", 11, "", Fault::Syntax(String::new())),
        ("panel = false", "panel = false\npanel = false", 12, "", Fault::Syntax(String::new())),
        ("[asks]", "[asks", 14, "", Fault::Syntax(String::new())),
        ("panel = false", "pannel = false", 11, "pannel", Fault::Key(&[])),
        ("goal = true", "gaol = true", 18, "asks.gaol", Fault::Key(ASKS)),
        ("en = \"Teachers' time\"", "fr = \"Temps\"", 4, "title.fr", Fault::Key(LANGUAGES)),
        ("within = \"north\"", "without = \"north\"", 34, "groups[2].answers[2].without", Fault::Key(ANSWER)),
        ("contact =", "# contact =", 1, "", Fault::Missing("contact")),
        (", to = \"2027-W02\"", "", 6, "weeks", Fault::Missing("to")),
        ("code = \"region\"", "", 29, "groups[2]", Fault::Missing("code")),
        ("code = \"south\", ", "", 35, "groups[2].answers[3]", Fault::Missing("code")),
        ("name = \"Region\"", "", 29, "groups[2]", Fault::Missing("name")),
        ("id = \"00112233445566778899aabbccddeeff\"", "id = 1", 3, "id", Fault::NotText),
        ("name = \"Region\"", "name = 3", 31, "groups[2].name", Fault::NotText),
        ("within = \"north\"", "within = true", 34, "groups[2].answers[2].within", Fault::NotText),
        ("name = \"Region\"", "name = \"\"", 31, "groups[2].name", Fault::Text(60)),
        ("name = \"Region\"", "name = \" Region\"", 31, "groups[2].name", Fault::Text(60)),
        ("name = \"Region\"", "name = \"Reg\\u001b[31mion\"", 31, "groups[2].name", Fault::Text(60)),
        ("name = \"Region\"", "name = \"Reg\\u202eion\"", 31, "groups[2].name", Fault::Text(60)),
        ("name = \"Region\"", "name = \"Reg\\u061cion\"", 31, "groups[2].name", Fault::Text(60)),
        ("name = \"Region\"", "name = \"Reg\\nion\"", 31, "groups[2].name", Fault::Text(60)),
        ("{ zh-Hans = \"学段\", en = \"School stage\" }", "{}", 23, "groups[1].name", Fault::Text(60)),
        ("en = \"School stage\"", "en = \"\u{3000}\"", 23, "groups[1].name.en", Fault::Text(60)),
        ("rounding = 15", "rounding = 4", 9, "rounding", Fault::Number(5, 60)),
        ("rounding = 15", "rounding = 61", 9, "rounding", Fault::Number(5, 60)),
        ("rounding = 15", "rounding = 0xf", 9, "rounding", Fault::Number(5, 60)),
        ("rounding = 15", "rounding = 15.0", 9, "rounding", Fault::Number(5, 60)),
        ("rounding = 15", "rounding = \"15\"", 9, "rounding", Fault::Number(5, 60)),
        ("rounding = 15", "rounding = 99999999999999999999", 9, "rounding", Fault::Number(5, 60)),
        ("min_group = 10", "min_group = 4", 10, "min_group", Fault::Number(5, 1000)),
        ("min_group = 10", "min_group = 1001", 10, "min_group", Fault::Number(5, 1000)),
        ("staff = 400", "staff = 0", 12, "staff", Fault::Number(1, 100_000_000)),
        ("staff = 370", "staff = -1", 35, "groups[2].answers[3].staff", Fault::Number(0, 100_000_000)),
        ("staff = 370", "staff = 100000001", 35, "groups[2].answers[3].staff", Fault::Number(0, 100_000_000)),
        ("panel = false", "panel = 0", 11, "panel", Fault::NotAFlag),
        ("goal = true", "goal = \"true\"", 18, "asks.goal", Fault::NotAFlag),
        ("{ from = \"2026-W45\", to = \"2027-W02\" }", "\"2026-W45\"", 6, "weeks", Fault::NotATable),
        ("{ code = \"north\", name = \"North\" }", "\"north\"", 33, "groups[2].answers[1]", Fault::NotATable),
        ("    { code = \"primary\", name = \"小学\", staff = 200 },\n", "", 24, "groups[1].answers", Fault::List(2, 400)),
        ("aabbccddeeff", "AABBCCDDEEFF", 3, "id", Fault::Id),
        ("aabbccddeeff", "aabbccddeef", 3, "id", Fault::Id),
        ("recipient = \"age1", "recipient = \"AGE1", 8, "recipient", Fault::Recipient),
        ("6z0\"", "6z1\"", 8, "recipient", Fault::Recipient),
        ("2027-W02", "2027-W2", 6, "weeks.to", Fault::Week),
        ("2027-W02", "2027-W53", 6, "weeks.to", Fault::Week),
        ("closes = 2027-02-15", "closes = 2027-02-15T00:00:00Z", 7, "closes", Fault::Date),
        ("closes = 2027-02-15", "closes = \"2027-02-29\"", 7, "closes", Fault::Date),
        ("closes = 2027-02-15", "closes = 12:00:00", 7, "closes", Fault::Date),
        ("closes = 2027-02-15", "closes = 20270215", 7, "closes", Fault::Date),
        ("to = \"2027-W02\"", "to = \"2026-W44\"", 6, "weeks", Fault::Weeks(106)),
        ("to = \"2027-W02\"", "to = \"2028-W47\"", 6, "weeks", Fault::Weeks(106)),
        ("closes = 2027-02-15", "closes = 2026-11-07", 7, "closes", Fault::ClosesEarly),
        ("code = \"region\"", "code = \"not_said\"", 30, "groups[2].code", Fault::Code),
        ("code = \"region\"", "code = \"goal\"", 30, "groups[2].code", Fault::Code),
        ("code = \"north_a\"", "code = \"North\"", 34, "groups[2].answers[2].code", Fault::Code),
        ("within = \"north\"", "within = \"\"", 34, "groups[2].answers[2].within", Fault::Code),
        ("code = \"region\"", "code = \"stage\"", 30, "groups[2].code", Fault::Twice(code("stage"))),
        ("code = \"south\"", "code = \"north\"", 35, "groups[2].answers[3].code", Fault::Twice(code("north"))),
        ("within = \"north\"", "within = \"east\"", 34, "groups[2].answers[2]", Fault::NoSuchAnswer("east".into())),
        ("within = \"north\"", "within = \"north_a\"", 34, "groups[2].answers[2]", Fault::Circle),
        ("name = \"North\" }", "name = \"North\", within = \"north_a\" }", 33, "groups[2].answers[1]", Fault::Circle),
    ]
}

#[test]
fn every_fault_has_its_line_and_its_place() {
    // The other five have tests of their own.
    let others = [
        "too large",
        "not utf8",
        "secret key",
        "too deep",
        "carriage return",
    ];
    let mut seen = BTreeSet::from(others);
    for (from, to, line, site, fault) in table() {
        assert_eq!(WHOLE.matches(from).count(), 1, "{from:?} is there once");
        let text = WHOLE.replace(from, to);
        let bad = read_any(text.as_bytes()).expect_err(to);
        seen.insert(name(&fault));
        let at = (bad.line.unwrap_or(0), bad.site.to_string());
        assert_eq!(at, (line, site.to_owned()), "{to:?}: {bad}");
        match (&bad.fault, &fault) {
            (Fault::Syntax(why), Fault::Syntax(_)) => assert!(!why.is_empty()),
            (Fault::Key(known), Fault::Key([])) => assert_eq!(known.join(", "), KEYS),
            (is, wanted) => assert_eq!(is, wanted, "{to:?}"),
        }
    }
    assert_eq!(seen.len(), NAMES, "a fault is not tried: {seen:?}");
}

#[test]
fn bytes_that_are_no_text_and_files_that_are_too_large_are_refused() {
    let mut bytes = WHOLE.as_bytes().to_vec();
    bytes[40] = 0xff;
    assert_eq!(read_any(&bytes).unwrap_err().fault, Fault::NotUtf8);
    let padded = |size: usize| format!("{WHOLE}#{}", " ".repeat(size - WHOLE.len() - 1));
    assert!(read_any(padded(Definition::MOST_BYTES).as_bytes()).is_ok());
    let larger = read_any(padded(Definition::MOST_BYTES + 1).as_bytes());
    assert_eq!(larger.unwrap_err().fault, Fault::TooLarge);
    assert_eq!(read_any(b"").unwrap_err().fault, Fault::NotADefinition);
    assert_eq!(read_any(b"title = 1").unwrap_err().fault, Fault::NotADefinition);
}

#[test]
fn keys_and_other_files_are_told_apart_from_damaged_definitions() {
    let pair = crate::survey::KeyPair::generate();
    let fault = |bytes: &[u8]| read_any(bytes).unwrap_err().fault;
    for passphrase in [None, Some("correct horse")] {
        assert_eq!(fault(&pair.file(passphrase).unwrap()), Fault::SecretKey);
    }
    let key = String::from_utf8(pair.file(None).unwrap()).unwrap();
    assert_eq!(fault(key.replace('\n', "\r\n").as_bytes()), Fault::SecretKey);
    assert_eq!(
        fault(b"age-encryption.org/v1\n-> X25519 \xff"),
        Fault::NotADefinition
    );
    assert_eq!(fault(b"# A readme\n\nNo *survey*.\n"), Fault::NotADefinition);
}

#[test]
fn limits_are_the_last_that_is_taken() {
    let long = |n: usize| "字".repeat(n);
    let cases = [
        (
            "contact = \"the district's office, 010-1234\"",
            format!("contact = \"{}\"", long(200)),
            format!("contact = \"{}\"", long(201)),
        ),
        (
            "name = \"Region\"",
            format!("name = \"{}\"", long(60)),
            format!("name = \"{}\"", long(61)),
        ),
        ("Teachers' time", long(80), long(81)),
        (
            "code = \"region\"",
            format!("code = \"{}\"", "a".repeat(24)),
            format!("code = \"{}\"", "a".repeat(25)),
        ),
        ("rounding = 15", "rounding = 5".into(), "rounding = 4".into()),
        ("rounding = 15", "rounding = 60".into(), "rounding = 61".into()),
        ("min_group = 10", "min_group = 5".into(), "min_group = 4".into()),
        (
            "min_group = 10",
            "min_group = 1000".into(),
            "min_group = 1001".into(),
        ),
        (
            "staff = 400",
            "staff = 100_000_000".into(),
            "staff = 100_000_001".into(),
        ),
        ("staff = 370", "staff = 0".into(), "staff = -1".into()),
        (
            "to = \"2027-W02\"",
            "to = \"2028-W45\"".into(),
            "to = \"2028-W46\"".into(),
        ),
        (
            "to = \"2027-W02\"",
            "to = \"2026-W45\"".into(),
            "to = \"2026-W44\"".into(),
        ),
        (
            "closes = 2027-02-15",
            "closes = \"2026-11-08\"".into(),
            "closes = \"2026-11-07\"".into(),
        ),
    ];
    for (from, fits, too_much) in cases {
        let read = read_any(WHOLE.replace(from, &fits).as_bytes());
        assert!(read.is_ok(), "{fits}: {read:?}");
        assert!(
            read_any(WHOLE.replace(from, &too_much).as_bytes()).is_err(),
            "{too_much}"
        );
    }
}

fn group(number: usize, answers: usize, within: impl Fn(usize) -> Option<usize>) -> String {
    let mut out = format!("[[groups]]\ncode = \"g{number}\"\nname = \"n\"\nanswers = [\n");
    for i in 0..answers {
        let within = within(i).map_or_else(String::new, |w| format!(", within = \"a{w}\""));
        let _ = writeln!(out, "{{ code = \"a{i}\", name = \"n\"{within} }},");
    }
    out + "]\n"
}

fn read_group(text: &str) -> Result<Group, (usize, Fault)> {
    let groups = groups_of(text).map_err(|bad| (bad.line.unwrap(), bad.fault))?;
    Ok(groups.into_iter().next().unwrap())
}

#[test]
fn groups_and_answers_are_so_many_at_most() {
    let head = &WHOLE[..WHOLE.find("[[groups]]").unwrap()];
    let with = |groups: usize| (0..groups).fold(head.to_owned(), |text, n| text + &group(n, 2, |_| None));
    assert_eq!(read_any(with(12).as_bytes()).unwrap().groups.len(), 12);
    assert_eq!(
        read_any(with(13).as_bytes()).unwrap_err().fault,
        Fault::List(0, 12)
    );
    assert_eq!(read_group(&group(1, 400, |_| None)).unwrap().answers.len(), 400);
    assert_eq!(
        read_group(&group(1, 401, |_| None)),
        Err((4, Fault::List(2, 400)))
    );
}

#[test]
fn trees_can_be_so_deep_but_not_round() {
    const DEEPEST: usize = Definition::DEEPEST;
    // Each within the next, and each within the one before.
    for upwards in [true, false] {
        let within = |answers: usize| {
            move |i: usize| {
                if upwards {
                    (i + 1 < answers).then_some(i + 1)
                } else {
                    i.checked_sub(1)
                }
            }
        };
        let chain = read_group(&group(1, DEEPEST, within(DEEPEST))).unwrap();
        let (deepest, top) = if upwards { ("a0", "a5") } else { ("a5", "a0") };
        let open: Vec<&str> = chain.open().map(|a| a.code.as_str()).collect();
        assert_eq!(open, [deepest]);
        let deepest = chain.answer(deepest).unwrap();
        assert!(chain.is_open(deepest) && !chain.is_open(chain.answer(top).unwrap()));
        let above: Vec<&str> = chain.above(deepest).map(|a| a.code.as_str()).collect();
        assert_eq!((above.len(), above[DEEPEST - 2]), (DEEPEST - 1, top));
        let line = if upwards { 5 } else { 5 + DEEPEST };
        assert_eq!(
            read_group(&group(1, DEEPEST + 1, within(DEEPEST + 1))),
            Err((line, Fault::TooDeep(DEEPEST)))
        );
    }
    let round = group(1, 3, |i| Some((i + 1) % 3));
    assert_eq!(read_group(&round), Err((5, Fault::Circle)));
    // A chain that leads into a circle: the fault is where the circle begins.
    let into = group(1, 5, |i| Some(if i == 4 { 3 } else { i + 1 }));
    assert_eq!(read_group(&into), Err((8, Fault::Circle)));
    let long = group(1, 400, |i| Some((i + 1) % 400));
    assert_eq!(read_group(&long), Err((5, Fault::TooDeep(DEEPEST))));
    let unknown = group(1, 300, |i| (i == 200).then_some(300));
    assert_eq!(
        read_group(&unknown),
        Err((205, Fault::NoSuchAnswer("a300".into())))
    );
}
