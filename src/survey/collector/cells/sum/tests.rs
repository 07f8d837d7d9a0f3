use super::*;
use crate::i18n::I18n;
use crate::survey::collector::Row;
use crate::survey::collector::dataset::tests::many_rows;
use crate::survey::definition::tests::draft;
use crate::survey::definition::{Asks, Code, Definition, Draft, Group, GroupAnswer};
use crate::survey::{KeyPair, Wording};
use proptest::prelude::*;

fn written(draft: &Draft) -> Definition {
    draft
        .write(&KeyPair::generate().recipient(), I18n::english())
        .unwrap()
}

fn group(code: &str, answers: &[(&str, Option<&str>, Option<u32>)]) -> Group {
    let code_of = |text: &str| Code::new(text).unwrap();
    let answers = answers.iter().map(|(code, within, staff)| GroupAnswer {
        code: code_of(code),
        name: Wording::same(*code),
        within: within.map(code_of),
        staff: *staff,
    });
    Group {
        code: code_of(code),
        name: Wording::same(code),
        answers: answers.collect(),
    }
}

/// A district's survey: whoever makes it orders groups and answers as they like.
fn district(number: usize) -> Definition {
    let own = format!("district_{number}");
    let mut stages = vec![
        ("primary", None, Some(10)),
        ("middle", None, Some(20)),
        ("high", None, None),
    ];
    stages.rotate_left(number % 3);
    stages.truncate(2 + number % 2);
    let regions = [
        ("city", None, None),
        (own.as_str(), Some("city"), Some(5)),
        ("shared", None, Some(7)),
    ];
    let mut groups = vec![group("stage", &stages), group("region", &regions)];
    groups.rotate_left(number % 2);
    written(&Draft { groups, ..draft() })
}

fn cells_of(definition: &Definition, rows: &[Row]) -> Cells {
    let mut cells = Cells::new(Frame::of(definition));
    let region = definition
        .groups
        .iter()
        .position(|g| g.code.as_str() == "region")
        .unwrap();
    for (number, row) in rows.iter().enumerate() {
        let week = ["2026-W45", "2026-W46"][number % 2].parse().unwrap();
        let mut groups = row.groups.clone();
        groups[region] = groups[region].max(2); // not the heading
        cells.cell(week, &groups).add(&row.values);
    }
    cells
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn neither_order_nor_brackets_matter(counts in prop::collection::vec(0_u64..40, 3), turn in 0_usize..6) {
        let all: Vec<Cells> = counts.iter().enumerate().map(|(number, count)| {
            let definition = district(number);
            cells_of(&definition, &many_rows(&definition, *count))
        }).collect();
        let sum = Cells::sum(all.clone()).unwrap();
        let [a, b, c] = <[Cells; 3]>::try_from(all.clone()).unwrap();
        let left = a.clone().merge(b.clone()).unwrap().merge(c.clone()).unwrap();
        let right = c.merge(b.merge(a).unwrap()).unwrap();
        prop_assert!(left == sum && right == sum);
        let mut turned = all;
        turned.swap(turn % 3, turn / 2);
        prop_assert_eq!(Cells::sum(turned).unwrap().respondents(), counts.iter().sum::<u64>());
        prop_assert_eq!(sum.respondents(), counts.iter().sum::<u64>());
    }
}

#[test]
fn answers_are_those_of_all_surveys() {
    let surveys: Vec<Definition> = (0..3).map(district).collect();
    let frame = Frame::of_all(surveys.clone()).unwrap();
    let group = |code: &str| frame.groups.iter().find(|g| g.code.as_str() == code).unwrap();
    let staff = |group: &Group, code: &str| group.answer(code).unwrap().staff;
    let region = group("region");
    assert_eq!(region.answers.len(), 2 + surveys.len());
    assert_eq!(
        (staff(region, "shared"), staff(region, "district_1")),
        (Some(21), Some(5))
    );
    assert_eq!(staff(region, "city"), None);
    let holders = region.above(region.answer("district_2").unwrap());
    assert_eq!(holders.map(|a| a.code.as_str()).collect::<Vec<_>>(), ["city"]);
    // 0: primary, middle; 1: middle, high, primary; 2: high, primary
    let stage = group("stage");
    assert_eq!(stage.answers.len(), 3);
    assert_eq!(
        (
            staff(stage, "primary"),
            staff(stage, "middle"),
            staff(stage, "high")
        ),
        (Some(30), Some(40), None)
    );
    assert_eq!(frame.staff(), Some(1200));
}

#[test]
fn an_answer_keeps_its_respondents_under_its_own_code() {
    let all: Vec<Cells> = (0..3)
        .map(|number| {
            let definition = district(number);
            cells_of(&definition, &many_rows(&definition, 50))
        })
        .collect();
    let by_code = |cells: &Cells, group: &str, answer: &str| {
        let place = cells
            .frame
            .groups
            .iter()
            .position(|g| g.code.as_str() == group)
            .unwrap();
        let answers = &cells.frame.groups[place].answers;
        let answer = answers
            .iter()
            .position(|a| a.code.as_str() == answer)
            .map(|p| p + 1);
        let is_one = |groups: &[u16]| answer.is_some_and(|a| usize::from(groups[place]) == a);
        let inside = cells.cells.iter().filter(|((_, groups), _)| is_one(groups));
        inside.map(|(_, cell)| u64::from(cell.respondents)).sum::<u64>()
    };
    let sum = Cells::sum(all.clone()).unwrap();
    for (group, answer) in [
        ("stage", "primary"),
        ("stage", "high"),
        ("region", "shared"),
        ("region", "district_1"),
    ] {
        let apart: u64 = all.iter().map(|cells| by_code(cells, group, answer)).sum();
        assert_eq!(by_code(&sum, group, answer), apart, "{answer}");
        assert!(apart > 0);
    }
}

#[test]
fn surveys_that_do_not_belong_together_are_told_apart() {
    let plain = |change: &dyn Fn(&mut Draft)| {
        let mut draft = draft();
        draft.groups = vec![group(
            "region",
            &[("a", None, None), ("b", Some("a"), None), ("c", None, None)],
        )];
        change(&mut draft);
        Cells::new(Frame::of(&written(&draft)))
    };
    let first = plain(&|_| {});
    let with = |change: &dyn Fn(&mut Draft)| first.clone().merge(plain(change)).unwrap_err();
    assert_eq!(
        first.clone().merge(first.clone()),
        Err(BadCells::Twice(draft().title))
    );
    assert!(matches!(
        with(&|d| d.rounding = 30),
        BadCells::Rounding(15, 30) | BadCells::Rounding(30, 15)
    ));
    assert_eq!(with(&|d| d.asks = Asks::default()), BadCells::Asks);
    assert_eq!(
        with(&|d| d.groups.push(group("x", &[("y", None, None), ("z", None, None)]))),
        BadCells::Group("x".into())
    );
    let elsewhere = group(
        "region",
        &[("c", None, None), ("d", None, None), ("b", Some("d"), None)],
    );
    let named = ("region".to_owned(), "b".to_owned());
    assert_eq!(
        with(&|d| d.groups = vec![elsewhere.clone()]),
        BadCells::Answer(named.0, named.1)
    );
    let heading = group("region", &[("c", None, None), ("e", Some("c"), None)]);
    let named = ("region".to_owned(), "c".to_owned());
    assert_eq!(
        with(&|d| d.groups = vec![heading.clone()]),
        BadCells::Heading(named.0, named.1)
    );
    assert_eq!(Cells::sum(Vec::new()), Err(BadCells::Nothing));
    let mut many = plain(&|_| {});
    many.cell("2026-W45".parse().unwrap(), &[0]).respondents = 1_000_000_001;
    assert_eq!(first.merge(many), Err(BadCells::TooManyRespondents));
}
