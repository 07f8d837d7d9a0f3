use super::*;
use crate::i18n::Lang;
use crate::survey::collector::{Tally, WeekCoverage};
use crate::survey::{Code, Group, GroupAnswer, Wording, presets};
use std::collections::BTreeMap;

fn survey(groups: Vec<Group>) -> Definition {
    let pair = crate::survey::KeyPair::generate();
    let draft = crate::survey::Draft {
        title: Wording::same("减负"),
        contact: Wording::same("the office"),
        weeks: "2026-W30".parse().unwrap()..="2026-W50".parse().unwrap(),
        closes: "2027-12-31".parse().unwrap(),
        rounding: Definition::USUAL_ROUNDING,
        min_group: Definition::USUAL_MIN_GROUP,
        panel: false,
        asks: crate::survey::Asks::default(),
        staff: Some(1_400_000),
        groups,
    };
    draft.write(&pair.recipient(), I18n::english()).unwrap()
}

/// A region with so many districts of 300 people each.
fn region(districts: usize) -> Group {
    let answer = |code: String, within: Option<&str>, staff| GroupAnswer {
        code: Code::new(&code).unwrap(),
        name: Wording::same(&code),
        within: within.and_then(Code::new),
        staff,
    };
    let within = (0..districts).map(|n| answer(format!("district_{n}"), Some("north"), Some(300)));
    Group {
        code: Code::new("region").unwrap(),
        name: Wording::same("region"),
        answers: std::iter::once(answer("north".into(), None, None))
            .chain(within)
            .collect(),
    }
}

/// Much of everything: so many responses of each answer in each week.
fn collected(definition: &Definition, each: u64, weeks: u32) -> Collected {
    let counts = |group: &Group| vec![each; group.answers.len() + 1];
    let of = |number: u32| {
        let week = format!("2026-W{}", 30 + number).parse().unwrap();
        let coverage = WeekCoverage {
            responses: 1_234_567,
            groups: definition.groups.iter().map(counts).collect(),
        };
        (week, coverage)
    };
    let mut reasons = [0; Reason::CODES.len()];
    for (place, n) in reasons.iter_mut().enumerate() {
        *n = place as u64;
    }
    Collected {
        tally: Tally {
            files: 20_000_000,
            unchanged: 19_000_000,
            taken: 600_000,
            corrected: 20_000,
            older: 5,
            copies: 7,
            withdrawals: 3_000,
            withdrawn: 2_000,
            not_taken: reasons.iter().sum(),
            ..Tally::default()
        },
        reasons,
        coverage: Coverage {
            weeks: (0..weeks).map(of).collect::<BTreeMap<_, _>>(),
        },
        is_cut_short: false,
    }
}

#[test]
fn what_matters_stands_on_the_first_screen_in_words() {
    let definition = survey(presets());
    for lang in Lang::ALL {
        let i18n = I18n::new(lang);
        let text = in_words(&collected(&definition, 60, 20), &definition, &i18n);
        assert!(text.lines().all(|line| line.width() <= SCREEN), "{text}");
        for code in Reason::CODES {
            assert!(!text.contains(code), "{code}: {text}");
        }
        let first: Vec<&str> = text.lines().take(24).collect();
        let first = first.join("\n");
        for part in [
            "600000",
            "20000",
            "120\n",
            &Reason::in_short("unreadable", &i18n),
            &tr!(i18n, "cli-survey-collect-other-reasons"),
            "2026-W49  1234567   88 %",
            &tr!(i18n, "cli-survey-collect-groups", week = "2026-W49"),
        ] {
            assert!(first.contains(part), "{part}: {text}");
        }
        assert!(!text.contains("2026-W37"), "{text}");
    }
}

#[test]
fn groups_stand_beside_each_other_in_their_order_and_headings_have_the_staff_within() {
    let mut stage = presets().remove(0);
    for answer in &mut stage.answers {
        answer.staff = Some(120);
    }
    let definition = survey(vec![stage.clone(), region(2)]);
    let i18n = I18n::english();
    let text = in_words(&collected(&definition, 67, 1), &definition, i18n);
    let stage_line = format!("  {}", stage.answers[0].name.get(Lang::En));
    let line = text.lines().find(|line| line.starts_with(&stage_line)).unwrap();
    assert!(
        line.contains(" 67 / 120   56 %") && line.ends_with("north         67 / 600   11 %"),
        "{text}"
    );
}

#[test]
fn of_very_many_answers_those_are_told_that_no_other_holds() {
    let definition = survey(vec![region(60)]);
    let text = in_words(&collected(&definition, 9, 1), &definition, I18n::english());
    assert!(
        text.contains("9 / 18000    0 %") && !text.contains("district_1"),
        "{text}"
    );
    assert!(text.contains("60 more"), "{text}");
}
