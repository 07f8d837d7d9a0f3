use super::*;
use crate::survey::definition::tests::WHOLE;
use std::collections::HashSet;

fn secret() -> SurveySecret {
    let mut bytes = [0; 32];
    (0..).zip(&mut bytes).for_each(|(i, byte)| *byte = i);
    SurveySecret::new(bytes)
}

fn survey(text: &str) -> Definition {
    Definition::read(text.as_bytes()).unwrap()
}

fn week(text: &str) -> WeekId {
    text.parse().unwrap()
}

/// Worked out by Python's own library, with `whole` the text of the definition as bytes:
/// `hmac.new(bytes(range(32)), hashlib.sha256(whole).digest() + b"2026-W47", hashlib.sha256).hexdigest()[:32]`,
/// and without the week for the panel.
#[test]
fn it_is_what_another_program_works_out() {
    let weekly = survey(WHOLE);
    let panel = survey(&WHOLE.replace("panel = false", "panel = true"));
    for (definition, of, is) in [
        (&weekly, "2026-W47", "2074fc45405f69a1d8606fc6a593fefd"),
        (&weekly, "2026-W48", "b71f1c523f1587c4481710e4bff72f15"),
        (&panel, "2026-W47", "d36f74d0c987d8bea1abfc5f8f4326ef"),
        (&panel, "2026-W48", "d36f74d0c987d8bea1abfc5f8f4326ef"),
    ] {
        assert_eq!(Respondent::of(&secret(), definition, week(of)).to_string(), is);
    }
}

#[test]
fn the_same_teacher_survey_and_week_are_the_same_and_nothing_else_is() {
    let (one, other) = (survey(WHOLE), survey(&WHOLE.replace("a comment", "another")));
    let of =
        |secret: &SurveySecret, definition: &Definition, at| Respondent::of(secret, definition, week(at));
    let first = of(&secret(), &one, "2026-W47");
    assert_eq!(
        of(&secret(), &survey(&WHOLE.replace('\n', "\r\n")), "2026-W47"),
        first
    );
    assert_ne!(of(&secret(), &one, "2026-W46"), first);
    assert_ne!(of(&secret(), &other, "2026-W47"), first);
    assert_ne!(of(&SurveySecret::new([0; 32]), &one, "2026-W47"), first);
    let json = serde_json::to_string(&first).unwrap();
    assert_eq!(serde_json::from_str::<Respondent>(&json).unwrap(), first);
}

/// Nothing is random here: the secret is fixed, so that what holds once holds always. For a function that is no better than
/// chance, the bounds are ten standard deviations off.
#[test]
fn weeks_and_surveys_are_unrelated() {
    let weeks: Vec<WeekId> = (0..100).map(|n| week("2026-W45").offset(n).unwrap()).collect();
    let mut all: Vec<u128> = Vec::new();
    for n in 0..100 {
        let definition = survey(&WHOLE.replace("a comment", &format!("comment {n}")));
        let of = |week: &WeekId| u128::from_be_bytes(Respondent::of(&secret(), &definition, *week).0);
        all.extend(weeks.iter().map(of));
    }
    assert_eq!(
        (all.len(), all.iter().collect::<HashSet<_>>().len()),
        (10_000, 10_000)
    );
    for bit in 0..128 {
        let set = all.iter().filter(|p| *p >> bit & 1 == 1).count();
        assert!(
            (4_500..=5_500).contains(&set),
            "bit {bit} is set {set} times in 10,000"
        );
    }
    // Neighbours are two weeks of one survey; a hundred apart, the same week of two surveys.
    for apart in [1, 100] {
        let pairs = all.iter().zip(&all[apart..]).map(|(a, b)| (a ^ b).count_ones());
        let (sum, count, least, most) = pairs.fold((0, 0, 128, 0), |(sum, count, least, most), distance| {
            (sum + distance, count + 1, distance.min(least), distance.max(most))
        });
        let mean = f64::from(sum) / f64::from(count);
        assert!((63.4..=64.6).contains(&mean), "{mean} bits apart on average");
        assert!(least >= 30 && most <= 98, "{least} to {most} bits apart");
    }
}
