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
#[rustfmt::skip] // a table: one survey a line
fn how_many_the_answers_fit() {
    const QUARTERS: &[Option<u32>] = &[Some(100), Some(300)];
    const TENTHS: &[Option<u32>] = &[Some(40), Some(360)];
    const HALF_KNOWN: &[Option<u32>] = &[Some(30), None];
    const UNKNOWN: &[Option<u32>] = &[None, None];
    const NOBODY: &[Option<u32>] = &[Some(0), Some(0)];
    const SMALL: &[Option<u32>] = &[Some(120), Some(9)];
    const MOST: Option<u32> = Some(100_000_000);
    /// About how many, the group to leave unsaid, and the groups of which the size is unknown.
    type Is<'a> = Option<(Option<u32>, Option<&'a str>, &'a [&'a str])>;
    type Case<'a> = (Option<u32>, &'a [(&'a [Option<u32>], Option<usize>)], Is<'a>);
    let cases: &[Case<'_>] = &[
        (None, &[], None),
        (None, &[(HALF_KNOWN, None)], None),
        (Some(400), &[], Some((Some(400), None, &[]))),
        (Some(400), &[(QUARTERS, None), (TENTHS, None)], Some((Some(400), None, &[]))),
        (Some(400), &[(QUARTERS, Some(0))], Some((Some(100), Some("g0"), &[]))),
        (Some(400), &[(QUARTERS, Some(1))], Some((Some(300), Some("g0"), &[]))),
        (Some(400), &[(QUARTERS, Some(0)), (TENTHS, Some(0))], Some((Some(10), Some("g1"), &[]))),
        (Some(400), &[(TENTHS, Some(0)), (QUARTERS, Some(0))], Some((Some(10), Some("g0"), &[]))),
        (Some(400), &[(QUARTERS, Some(0)), (TENTHS, Some(1))], Some((Some(90), Some("g0"), &[]))),
        (Some(400), &[(TENTHS, Some(0)), (TENTHS, Some(0)), (TENTHS, Some(0))], Some((Some(1), Some("g2"), &[]))),
        // Without the number of all, that of a group that knows all of its own; of several the largest.
        (None, &[(TENTHS, Some(0)), (QUARTERS, None)], Some((Some(40), Some("g0"), &[]))),
        (None, &[(SMALL, Some(0)), (QUARTERS, None)], Some((Some(120), Some("g0"), &[]))),
        // Parts of what is not known: the least of them.
        (None, &[(HALF_KNOWN, Some(0))], Some((Some(30), Some("g0"), &[]))),
        (None, &[(HALF_KNOWN, Some(0)), (&[Some(20), None], Some(0))], Some((Some(20), Some("g1"), &[]))),
        (Some(400), &[(HALF_KNOWN, Some(0))], Some((Some(30), Some("g0"), &[]))),
        // A size that nobody says makes the crowd no larger, and is told.
        (None, &[(UNKNOWN, Some(0)), (UNKNOWN, None)], Some((None, None, &["g0"]))),
        (None, &[(HALF_KNOWN, Some(1))], Some((None, None, &["g0"]))),
        (Some(400), &[(UNKNOWN, Some(0))], Some((Some(400), None, &["g0"]))),
        (Some(400), &[(QUARTERS, Some(0)), (UNKNOWN, Some(1)), (HALF_KNOWN, Some(1))], Some((Some(100), Some("g0"), &["g1", "g2"]))),
        (None, &[(UNKNOWN, Some(0)), (QUARTERS, None)], Some((Some(400), None, &["g0"]))),
        // Numbers that do not fit together never make the crowd larger, and never nobody.
        (Some(400), &[(SMALL, Some(1)), (QUARTERS, Some(0))], Some((Some(2), Some("g0"), &[]))),
        (Some(400), &[(SMALL, Some(0)), (QUARTERS, Some(0))], Some((Some(30), Some("g1"), &[]))),
        (Some(1000), &[(&[Some(10), Some(90)], Some(0))], Some((Some(10), Some("g0"), &[]))),
        (Some(50), &[(QUARTERS, Some(1))], Some((Some(38), Some("g0"), &[]))),
        (Some(400), &[(NOBODY, Some(0))], Some((Some(1), Some("g0"), &[]))),
        (MOST, &[(&[MOST, MOST], Some(0))], Some((Some(50_000_000), Some("g0"), &[]))),
    ];
    for (staff, groups, is) in cases {
        let audience = Audience::of(&survey(*staff, groups));
        let said = audience.as_ref().map(|a| (a.about, a.narrowest.as_deref(), a.unknown.clone()));
        let is = is.map(|(about, narrowest, unknown)| (about, narrowest, unknown.iter().map(ToString::to_string).collect()));
        assert_eq!(said, is, "{staff:?} {groups:?}");
    }
}

#[test]
fn an_answer_without_a_size_has_that_of_the_closest_above_it() {
    let tree = "[[groups]]\ncode = \"region\"\nname = \"n\"\nanswers = [\n\
        { code = \"east\", name = \"n\", staff = 60 },\n\
        { code = \"town\", name = \"n\", within = \"east\" },\n\
        { code = \"school\", name = \"n\", within = \"town\" },\n]\n";
    let text = format!("{}{tree}", &WHOLE[..WHOLE.find("[[groups]]").unwrap()]);
    let mut survey = Joined::new(Definition::read(text.as_bytes()).unwrap());
    survey.answer("region", Some("school")).unwrap();
    let audience = Audience::of(&survey).unwrap();
    assert_eq!((audience.about, audience.unknown.len()), (Some(60), 0));
}

#[test]
fn a_survey_of_many_answers_is_counted_at_once() {
    let groups: Vec<Option<u32>> = vec![Some(5); 300];
    let survey = survey(None, &[(groups.as_slice(), Some(0)); 5]);
    let begun = std::time::Instant::now();
    assert_eq!(Audience::of(&survey).unwrap().about, Some(1));
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
            let says = |(numbers, said): &Group| said.is_some() || numbers.iter().all(Option::is_some);
            prop_assert!(staff.is_none() && !groups.iter().any(says));
            return Ok(());
        };
        let unknown = groups.iter().filter(|(numbers, said)| said.is_some_and(|i| numbers[i].is_none()));
        prop_assert_eq!(audience.unknown.len(), unknown.count());
        let Some(about) = audience.about else {
            prop_assert!(staff.is_none() && audience.narrowest.is_none());
            return Ok(());
        };
        prop_assert!(about >= 1 && staff.is_none_or(|n| about <= n));
        let wider = |n: usize| {
            let mut fewer = groups.clone();
            fewer[n].1 = None;
            of(&fewer).and_then(|a| a.about).unwrap_or(u32::MAX)
        };
        let mut best = about;
        for (n, (numbers, said)) in groups.iter().enumerate() {
            let Some(i) = said else { continue };
            prop_assert!(numbers[*i].is_none_or(|n| about <= n.max(1)));
            prop_assert!(wider(n) >= about, "without g{}: {} instead of {}", n, wider(n), about);
            best = best.max(wider(n));
        }
        prop_assert_eq!(audience.narrowest.is_some(), best > about);
        if let Some(code) = &audience.narrowest {
            prop_assert_eq!(wider(code[1..].parse().unwrap()), best);
        }
    }
}
