use super::*;
use crate::survey::collector::{Collected, Tally};
use std::collections::BTreeMap;

fn now() -> NaiveDateTime {
    "2026-11-20T17:30:00".parse().unwrap()
}

fn screen() -> Collecting {
    let text = crate::demo::survey(now().date()).definition;
    let definition = Definition::read(text.as_bytes()).unwrap();
    Collecting::new(Keymap::built_in(), definition, Vec::new(), String::new())
}

fn coverage(weeks: &[(&str, u64)]) -> Coverage {
    let of = |responses| WeekCoverage {
        responses,
        groups: Vec::new(),
    };
    let weeks = weeks.iter().map(|(week, n)| (week.parse().unwrap(), of(*n)));
    Coverage {
        weeks: weeks.collect(),
    }
}

fn refused(n: usize) -> Refused {
    Refused {
        file: format!("{n:05}"),
        why: "it is damaged".into(),
    }
}

fn tally(taken: u64, copies: u64, not_taken: u64) -> Tally {
    Tally {
        taken,
        copies,
        not_taken,
        ..Tally::default()
    }
}

fn step(tally: Tally, refused: Vec<Refused>) -> Box<Step> {
    Box::new(Step {
        tally,
        came: BTreeMap::from([("2026-W46".parse().unwrap(), tally.taken)]),
        refused,
        ..Step::default()
    })
}

fn looked(tally: Tally, refused: Vec<Refused>, gone: Vec<Refused>) -> News {
    let collected = Collected {
        tally,
        coverage: coverage(&[("2026-W46", tally.taken)]),
        ..Collected::default()
    };
    News::Looked(step(tally, refused), Box::new(collected), gone)
}

#[test]
fn events_and_what_they_come_to() {
    let mut screen = screen();
    let mut at = |news| {
        assert_eq!(screen.update(CollectingInput::News(news), now()), []);
        let standing = match &screen.standing {
            Standing::Begins => "begins",
            Standing::Reading(_) => "reading",
            Standing::Waiting => "waiting",
            Standing::Trouble(_) => "trouble",
        };
        let sums = screen.sums();
        (
            standing,
            sums.taken,
            sums.unchanged,
            screen.not_taken,
            screen.responses(),
        )
    };
    let reading = |tally| News::Reading(step(tally, Vec::new()));
    let before = coverage(&[("2026-W45", 7)]);
    for (news, expected) in [
        (News::Before(before), ("begins", 0, 0, 0, 7)),
        (reading(tally(3, 0, 1)), ("reading", 3, 0, 1, 7)),
        (reading(tally(5, 1, 1)), ("reading", 5, 1, 1, 7)),
        (looked(tally(6, 1, 2), vec![], vec![]), ("waiting", 6, 1, 2, 6)),
        (reading(tally(2, 0, 1)), ("reading", 8, 1, 2, 6)),
        (News::Trouble("away".into()), ("trouble", 8, 1, 2, 6)),
        (News::Trouble("still".into()), ("trouble", 8, 1, 2, 6)),
        (looked(tally(1, 0, 0), vec![], vec![]), ("waiting", 9, 1, 0, 1)),
    ] {
        let told = format!("{news:?}");
        assert_eq!(at(news), expected, "{told}");
    }
    assert_eq!(
        screen.update(CollectingInput::News(News::Ended), now()),
        [CollectingEffect::Leave]
    );
}

#[test]
fn the_newest_of_what_is_not_taken_comes_first_and_the_list_has_an_end() {
    let mut screen = screen();
    let mut hear = |from: usize, to: usize, gone: Vec<Refused>| {
        let all = tally(0, 0, to as u64);
        let news = looked(all, (from..to).map(refused).collect(), gone);
        screen.update(CollectingInput::News(news), now());
        let names = screen.refused.iter().map(|(_, refused)| refused.file.clone());
        let names: Vec<String> = names.collect();
        (names.len(), names[0].clone(), screen.not_taken)
    };
    assert_eq!(hear(0, 2, vec![]), (2, "00001".into(), 2));
    assert_eq!(hear(2, 3, vec![refused(0)]), (2, "00002".into(), 3));
    assert_eq!(hear(3, 4000, vec![]), (MOST_LISTED, "03999".into(), 4000));
}

#[test]
fn the_week_shown_is_the_newest_until_another_is_chosen() {
    let mut screen = screen();
    let mut after = |keys: &str, weeks: &[(&str, u64)]| {
        screen.update(CollectingInput::News(News::Before(coverage(weeks))), now());
        for key in keys.split_whitespace() {
            screen.update(CollectingInput::Key(key.parse().unwrap()), now());
        }
        screen.week().map(|week| week.to_string())
    };
    let two = &[("2026-W44", 1), ("2026-W46", 1)][..];
    let three = &[("2026-W44", 1), ("2026-W46", 1), ("2026-W47", 1)][..];
    assert_eq!(after("left", &[]), None);
    assert_eq!(after("right", two).as_deref(), Some("2026-W46"));
    assert_eq!(after("", three).as_deref(), Some("2026-W47"), "it follows");
    assert_eq!(after("left left left", three).as_deref(), Some("2026-W44"));
    assert_eq!(after("right", three).as_deref(), Some("2026-W46"));
    assert_eq!(after("", two).as_deref(), Some("2026-W46"));
    assert_eq!(after("", three).as_deref(), Some("2026-W46"), "it was chosen");
    assert_eq!(after("right", three).as_deref(), Some("2026-W47"));
    assert_eq!(after("", two).as_deref(), Some("2026-W46"), "it follows again");
}
