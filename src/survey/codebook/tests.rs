use super::*;
use crate::diary::{Profile, SurveySecret};
use crate::domain::WeekId;
use crate::i18n::{I18n, Lang, is_formula};
use crate::survey::definition::tests::draft;
use crate::survey::{
    Code, Group, GroupAnswer, Heading, Joined, KeyPair, Message, Respondent, Response, WeekReading,
};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Words that SPSS, Stata, R or SQL keep for themselves, in small letters.
const RESERVED: &[&str] = &[
    "all", "and", "as", "asc", "between", "break", "by", "byte", "case", "column", "count", "create", "date",
    "default", "desc", "distinct", "double", "else", "end", "eq", "false", "float", "for", "from",
    "function", "ge", "group", "gt", "having", "if", "in", "inf", "int", "join", "le", "like", "limit",
    "long", "lt", "na", "nan", "ne", "next", "not", "null", "on", "or", "order", "repeat", "select", "strl",
    "table", "then", "to", "true", "union", "user", "using", "values", "when", "where", "while", "with",
];

fn definition(groups: Vec<Group>) -> Definition {
    let mut draft = draft();
    draft.groups = groups;
    draft
        .write(&KeyPair::generate().recipient(), I18n::english())
        .unwrap()
}

fn sample() -> Definition {
    definition(draft().groups)
}

/// A group of one answer.
fn group(code: &str, name: &str) -> Group {
    Group {
        code: Code::new(code).unwrap(),
        name: Wording::same(name),
        answers: ["yes", "no"].map(|a| answer(a, name, None)).to_vec(),
    }
}

fn answer(code: &str, name: &str, within: Option<&str>) -> GroupAnswer {
    GroupAnswer {
        code: Code::new(code).unwrap(),
        name: Wording::same(name),
        within: within.and_then(Code::new),
        staff: None,
    }
}

/// Every program takes the names, and takes no two for the same.
fn check_names(codebook: &Codebook) {
    let mut seen = HashSet::new();
    for Variable { name, .. } in &codebook.variables {
        assert!(name.len() <= 32, "{name} has {}", name.len());
        assert!(name.starts_with(|c: char| c.is_ascii_alphabetic()), "{name}");
        assert!(
            name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_'),
            "{name}"
        );
        let small = name.to_ascii_lowercase();
        assert!(!RESERVED.contains(&small.as_str()), "{name}");
        assert!(seen.insert(small), "{name} twice");
    }
}

/// The rows of the CSV by heading.
fn rows(csv: &[u8]) -> Vec<BTreeMap<String, String>> {
    let text = csv.strip_prefix(b"\xef\xbb\xbf").unwrap();
    let mut reader = ::csv::Reader::from_reader(text);
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
fn names_fit_every_program() {
    let hostile = [
        "weeks",
        "all",
        "teaching_min",
        "g_week",
        "g_g_week",
        "true",
        "if",
        "a",
        "survey",
        "goal_met",
        "rating_1",
        "aaaaaaaaaaaaaaaaaaaaaaaa",
    ];
    let groups = hostile.map(|code| group(code, "A"));
    for definition in [sample(), definition(Vec::new()), definition(groups.to_vec())] {
        check_names(&Codebook::of(&definition));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn names_fit_whatever_the_groups_are(
        codes in prop::collection::btree_set("[a-z][a-z0-9_]{0,23}", 0..12),
    ) {
        let free = |code: &&String| !["days", "goal", "type", "week"].contains(&code.as_str());
        let groups = codes.iter().filter(free).map(|code| group(code, "A"));
        check_names(&Codebook::of(&definition(groups.collect())));
    }
}

/// The places of all values that are not objects.
fn leaves(value: &Value, at: &str, out: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (key, inner) in object {
                leaves(inner, &format!("{at}/{key}"), out);
            }
        }
        _ => assert!(out.insert(at.to_owned())),
    }
}

#[test]
fn every_value_of_a_response_is_one_variable_and_the_other_way_round() {
    let definition = sample();
    let week: WeekId = "2026-W47".parse().unwrap();
    let heading = Heading {
        version: Heading::VERSION,
        definition: definition.hash(),
        week,
        respondent: Respondent::of(&SurveySecret::new([1; 32]), &definition, week),
        revision: 1,
    };
    let reading = WeekReading::of(week, &[], &Profile::default(), None);
    let response = Response::of(&Joined::new(definition.clone()), heading, &reading);
    let value = serde_json::to_value(Message::Response(response)).unwrap();
    let mut there = BTreeSet::new();
    leaves(&value, "", &mut there);
    // What is the same in every row is no variable.
    assert!(there.remove("/type") && there.remove("/version"));
    let codebook = Codebook::of(&definition);
    let sources: Vec<String> = codebook.variables.iter().map(|v| v.source.clone()).collect();
    let unique: BTreeSet<String> = sources.iter().cloned().collect();
    assert_eq!(unique.len(), sources.len());
    assert_eq!(unique, there);
}

#[test]
fn what_is_not_asked_is_a_column_that_applies_to_nobody() {
    let mut draft = draft();
    let all = Codebook::of(&sample());
    draft.asks = crate::survey::Asks::default();
    let pair = KeyPair::generate();
    let none = Codebook::of(&draft.write(&pair.recipient(), I18n::english()).unwrap());
    let names = |c: &Codebook| c.variables.iter().map(|v| v.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&none), names(&all));
    let met = none.variable("goal_met").unwrap();
    assert_eq!(
        (met.universe, &met.missing),
        (Universe::Nobody, &vec![Missing::NotAsked])
    );
    let met = all.variable("goal_met").unwrap();
    assert_eq!(met.universe, Universe::Comparable);
    assert_eq!(met.missing, [Missing::Withheld, Missing::NotKnown]);
    assert_eq!(all.variable("g_stage").unwrap().missing, [Missing::NotSaid]);
    assert_eq!(none.variable("school_days").unwrap().missing, [Missing::Withheld]);
    assert!(all.variable("teaching_min").unwrap().missing.is_empty());
}

#[test]
fn numbers_have_their_unit_range_and_step() {
    let codebook = Codebook::of(&sample());
    let lesson = codebook.variable("teaching_lesson_min").unwrap();
    assert_eq!((lesson.unit, lesson.step), (Some(Unit::Minutes), Some(15)));
    assert_eq!(lesson.range, Some(0..=10_080));
    assert_eq!(lesson.measure(), Measure::Scale);
    let band = codebook.variable("goal_change_band").unwrap();
    assert_eq!((band.codes.len(), band.measure()), (22, Measure::Ordinal));
    assert_eq!(band.codes[0].code, "-50");
    assert_eq!(codebook.variable("g_role").unwrap().measure(), Measure::Nominal);
}

#[test]
fn labels_are_there_in_every_language_and_short_enough() {
    let codebook = Codebook::of(&sample());
    let is_same = |v: &Variable| v.label.get(Lang::En) == v.label.get(Lang::ZhHans);
    for variable in &codebook.variables {
        assert!(!is_same(variable), "{}", variable.name);
        let codes = variable.codes.iter().map(|c| &c.label);
        for label in codes.chain([&variable.label]) {
            for (_, text) in label.each() {
                assert!((1..=80).contains(&text.chars().count()), "{text}");
                assert!(!text.contains("codebook-"), "{text}");
            }
        }
    }
    for lang in Lang::ALL {
        let mut seen = HashSet::new();
        for variable in &codebook.variables {
            let label = variable.label.get(lang);
            assert!(seen.insert(label.to_owned()), "{label} twice: {}", variable.name);
        }
    }
}

#[test]
fn the_table_reads_back() {
    let codebook = Codebook::of(&sample());
    let rows = rows(&codebook.to_csv());
    let of = |kind: &str| rows.iter().filter(|r| r["row"] == kind).collect::<Vec<_>>();
    let names: Vec<&str> = of("variable").iter().map(|r| r["name"].as_str()).collect();
    let expected: Vec<&str> = codebook.variables.iter().map(|v| v.name.as_str()).collect();
    assert_eq!(names, expected);
    let codes = codebook.variables.iter().map(|v| v.codes.len()).sum::<usize>();
    assert_eq!(of("code").len(), codes);
    let stage = rows
        .iter()
        .find(|r| r["name"] == "g_stage" && r["code"] == "primary");
    let stage = stage.unwrap();
    assert_eq!(
        (stage["label_zh_hans"].as_str(), stage["label_en"].as_str()),
        ("小学", "primary")
    );
    let missing = rows
        .iter()
        .find(|r| r["name"] == "g_stage" && r["row"] == "missing");
    assert_eq!(missing.unwrap()["code"], "not_said");
}

#[test]
fn no_text_of_a_stranger_is_a_formula_or_markup() {
    let nasty = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "3-1", "a|b", "<b>x</b>"];
    let mut groups: Vec<Group> = Vec::new();
    for (n, text) in nasty.iter().enumerate() {
        groups.push(group(&format!("q{n}"), text));
    }
    let codebook = Codebook::of(&definition(groups));
    for row in rows(&codebook.to_csv()) {
        for (column, cell) in &row {
            let is_number = cell.parse::<i32>().is_ok() && !column.starts_with("label");
            assert!(is_number || !is_formula(cell), "{column}: {cell}");
        }
    }
    let markdown = codebook.to_markdown(I18n::english());
    assert!(markdown.contains(r"a\|b") && !markdown.contains("<b>"));
    let json: Value = serde_json::from_str(&codebook.to_json()).unwrap();
    let variables = json["variables"].as_array().unwrap();
    let first = variables.iter().find(|v| v["name"] == "g_q0").unwrap();
    assert_eq!(
        first["label"]["en"], "=1+1",
        "as it is: nothing opens JSON as a table"
    );
}

#[test]
fn the_answers_of_a_tree_say_what_holds_them() {
    let mut region = group("region", "Region");
    region.answers = vec![
        answer("north", "North", None),
        answer("n1", "One", Some("north")),
        answer("n2", "Two", Some("north")),
    ];
    let codebook = Codebook::of(&definition(vec![region]));
    let codes = &codebook.variable("g_region").unwrap().codes;
    let occurs: Vec<bool> = codes.iter().map(|c| c.occurs).collect();
    assert_eq!(occurs, [false, true, true]);
    assert!(codebook.to_markdown(I18n::english()).contains("North › One"));
    let rows = rows(&codebook.to_csv());
    let one = rows.iter().find(|r| r["code"] == "n1").unwrap();
    assert_eq!((one["row"].as_str(), one["within"].as_str()), ("code", "north"));
    assert_eq!(rows.iter().filter(|r| r["row"] == "heading").count(), 1);
}

#[test]
fn it_is_written_in_each_language() {
    let codebook = Codebook::of(&sample());
    for (lang, title) in Lang::ALL.into_iter().zip(["编码手册", "編碼簿", "Codebook"]) {
        let text = codebook.to_markdown(&I18n::new(lang));
        assert!(text.starts_with(&format!("# {title}")), "{text}");
        for variable in &codebook.variables {
            assert!(text.contains(&variable.name.replace('_', r"\_")));
        }
    }
}
