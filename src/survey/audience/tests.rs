use super::*;
use crate::survey::Definition;
use crate::survey::definition::tests::WHOLE;
use proptest::collection::vec;
use proptest::prelude::*;
use std::fmt::Write;

/// A survey of so many people, with the staff behind each answer of each group, and which answer is given.
fn survey(staff: Option<u32>, groups: &[(&[Option<u32>], Option<usize>)]) -> Joined {
    let head = &WHOLE[..WHOLE.find("[[groups]]").unwrap()];
    let everybody = staff.map_or_else(String::new, |n| format!("staff = {n}"));
    let mut text = head.replace("staff = 400", &everybody);
    for (n, (answers, _)) in groups.iter().enumerate() {
        let _ = writeln!(text, "[[groups]]\ncode = \"g{n}\"\nname = \"n\"\nanswers = [");
        for (i, staff) in answers.iter().enumerate() {
            let staff = staff.map_or_else(String::new, |s| format!(", staff = {s}"));
            let _ = writeln!(text, "{{ code = \"a{i}\", name = \"n\"{staff} }},");
        }
        text += "]\n";
    }
    let mut survey = Joined::new(Definition::read(text.as_bytes()).unwrap());
    for (n, (_, said)) in groups.iter().enumerate() {
        let answer = said.map(|i| format!("a{i}"));
        survey.answer(&format!("g{n}"), answer.as_deref()).unwrap();
    }
    survey
}

#[test]
fn how_many_the_answers_fit() {
    const QUARTERS: &[Option<u32>] = &[Some(100), Some(300)];
    const TENTHS: &[Option<u32>] = &[Some(40), Some(360)];
    const HALF_KNOWN: &[Option<u32>] = &[Some(30), None];
    const UNKNOWN: &[Option<u32>] = &[None, None];
    const NOBODY: &[Option<u32>] = &[Some(0), Some(0)];
    type Case<'a> = (
        Option<u32>,
        &'a [(&'a [Option<u32>], Option<usize>)],
        Option<(u32, Option<&'a str>)>,
    );
    let cases: &[Case<'_>] = &[
        (None, &[], None),
        (None, &[(UNKNOWN, Some(0)), (UNKNOWN, None)], None),
        (None, &[(HALF_KNOWN, None)], None),
        (None, &[(HALF_KNOWN, Some(1))], None),
        (Some(400), &[], Some((400, None))),
        (Some(400), &[(QUARTERS, None), (TENTHS, None)], Some((400, None))),
        (Some(400), &[(UNKNOWN, Some(0))], Some((400, None))),
        (Some(400), &[(QUARTERS, Some(0))], Some((100, Some("g0")))),
        (Some(400), &[(QUARTERS, Some(1))], Some((300, Some("g0")))),
        (
            Some(400),
            &[(QUARTERS, Some(0)), (TENTHS, Some(0))],
            Some((10, Some("g1"))),
        ),
        (
            Some(400),
            &[(TENTHS, Some(0)), (QUARTERS, Some(0))],
            Some((10, Some("g0"))),
        ),
        (
            Some(400),
            &[(QUARTERS, Some(0)), (TENTHS, Some(1))],
            Some((90, Some("g0"))),
        ),
        (
            Some(400),
            &[(TENTHS, Some(0)), (TENTHS, Some(0)), (TENTHS, Some(0))],
            Some((1, Some("g2"))),
        ),
        // Without the number of all, that of a group that knows all of its own.
        (None, &[(UNKNOWN, Some(0)), (QUARTERS, None)], Some((400, None))),
        (
            None,
            &[(TENTHS, Some(0)), (QUARTERS, None)],
            Some((40, Some("g0"))),
        ),
        // Parts of what is not known: the least of them.
        (None, &[(HALF_KNOWN, Some(0))], Some((30, Some("g0")))),
        (
            None,
            &[(HALF_KNOWN, Some(0)), (&[Some(20), None], Some(0))],
            Some((20, Some("g1"))),
        ),
        (Some(400), &[(HALF_KNOWN, Some(0))], Some((30, Some("g0")))),
        // Numbers that do not fit together: never more than any one says, and never nobody.
        (
            Some(1000),
            &[(&[Some(10), Some(90)], Some(0))],
            Some((10, Some("g0"))),
        ),
        (Some(50), &[(QUARTERS, Some(1))], Some((38, Some("g0")))),
        (Some(400), &[(NOBODY, Some(0))], Some((1, Some("g0")))),
        (None, &[(NOBODY, Some(1))], Some((1, None))),
        (
            Some(100_000_000),
            &[(&[Some(100_000_000), Some(100_000_000)], Some(0))],
            Some((50_000_000, Some("g0"))),
        ),
    ];
    for (staff, groups, is) in cases {
        let audience = Audience::of(&survey(*staff, groups));
        let said = audience.as_ref().map(|a| (a.about, a.narrowest.as_deref()));
        assert_eq!(said, *is, "{staff:?} {groups:?}");
    }
}

#[test]
fn a_survey_of_five_thousand_answers_is_counted_at_once() {
    let groups: Vec<Option<u32>> = vec![Some(5); 1000];
    let survey = survey(None, &vec![(groups.as_slice(), Some(0)); 5]);
    let begun = std::time::Instant::now();
    assert_eq!(Audience::of(&survey).unwrap().about, 1);
    assert!(
        begun.elapsed() < std::time::Duration::from_secs(5),
        "{:?}",
        begun.elapsed()
    );
}

type Group = (Vec<Option<u32>>, Option<usize>);

fn groups() -> impl Strategy<Value = Vec<Group>> {
    let group = (
        vec(prop::option::weighted(0.8, 0u32..500), 2..5),
        prop::option::of(any::<prop::sample::Index>()),
    );
    vec(
        group.prop_map(|(staff, at)| {
            let said = at.map(|at| at.index(staff.len()));
            (staff, said)
        }),
        0..6,
    )
}

proptest! {
    #[test]
    fn leaving_something_unsaid_never_singles_out_more(staff in prop::option::of(1u32..2000), groups in groups()) {
        let of = |groups: &[Group]| {
            let groups: Vec<_> = groups.iter().map(|(staff, said)| (staff.as_slice(), *said)).collect();
            Audience::of(&survey(staff, &groups))
        };
        let Some(audience) = of(&groups) else {
            let known = groups.iter().any(|(staff, said)| staff.iter().all(Option::is_some) || said.is_some_and(|i| staff[i].is_some()));
            prop_assert!(staff.is_none() && !known);
            return Ok(());
        };
        prop_assert!(audience.about >= 1);
        prop_assert!(staff.is_none_or(|n| audience.about <= n));
        let mut best = audience.about;
        for (n, (numbers, said)) in groups.iter().enumerate() {
            let Some(i) = said else { continue };
            prop_assert!(numbers[*i].is_none_or(|n| audience.about <= n.max(1)));
            let mut fewer = groups.clone();
            fewer[n].1 = None;
            let wider = of(&fewer).map_or(u32::MAX, |a| a.about);
            prop_assert!(wider >= audience.about, "without g{}: {} instead of {}", n, wider, audience.about);
            best = best.max(wider);
            if audience.narrowest.as_deref() == Some(&format!("g{n}")) {
                prop_assert!(wider > audience.about);
            }
        }
        prop_assert_eq!(audience.narrowest.is_some(), best > audience.about);
        if let Some(code) = &audience.narrowest {
            let n: usize = code[1..].parse().unwrap();
            let mut fewer = groups.clone();
            fewer[n].1 = None;
            prop_assert_eq!(of(&fewer).map_or(u32::MAX, |a| a.about), best);
        }
    }
}
