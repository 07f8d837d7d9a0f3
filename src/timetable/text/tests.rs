use super::super::{
    Timetable, bells_json, read_bells_json, read_terms_json, read_timetable_json, terms_json, timetable_json,
};
use super::*;
use crate::domain::{Activity, Note, Period, Span};
use crate::timetable::{Parity, Weeks};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

fn resolve(text: &str) -> Result<Activity, String> {
    let taxonomy = crate::domain::Taxonomy::built_in();
    let fits =
        |a: &&crate::domain::ActivityInfo| a.activity.to_string() == text || a.activity.code.as_str() == text;
    let found = taxonomy.activities().iter().find(fits);
    found
        .map(|a| a.activity.clone())
        .ok_or_else(|| format!("no activity {text}"))
}

fn fault(text: &str) -> (usize, String, Fault) {
    let e = parse(text, &resolve).unwrap_err();
    assert!(!e.to_string().is_empty());
    (e.line.unwrap(), e.site.to_string(), e.fault)
}

const WEEK: &str = r#"
[[terms]]
name = "autumn"
first = 2026-08-31
last = "2027-01-22"
holidays = ["2026-10-01..2026-10-07 国庆节", "2027-01-01"]

[[bells]]
periods = ["早读 7:30-7:55", "08:00-08:45", "08:55-09:40", "10:10-10:55"]

[week]
mon = [
    { period = 1, note = "三(2)班语文" },
    { period = "2-3", what = "tutoring", weeks = "odd" },
    { period = "2", what = "lesson", weeks = "even" },
    { time = "19:00-20:30", what = "supervision", from = 2026-09-07, every = 2, except = ["2026-10-05"] },
]
sun = [{ period = "早读..1", what = "duty/on-duty" }]
"#;

#[test]
fn a_week_is_read() {
    let parts = parse(WEEK, &resolve).unwrap();
    assert_eq!(
        (parts.terms.len(), parts.bells.len(), parts.entries.len()),
        (1, 1, 5)
    );
    assert_eq!(parts.terms[0].holidays[0].1, "国庆节");
    assert_eq!(parts.entries[0].activity, resolve("lesson").unwrap());
    let bells = &parts.bells[0].schedule;
    let spans: Vec<String> = parts
        .entries
        .iter()
        .map(|e| e.slot.span(bells).unwrap().to_string())
        .collect();
    assert_eq!(
        spans,
        [
            "08:00-08:45",
            "08:55-10:55",
            "08:55-09:40",
            "19:00-20:30",
            "07:30-08:45"
        ]
    );
    assert_eq!(parts.entries[3].every, 2);
    assert_eq!(parse(&print(&parts, "head\nof it"), &resolve), Ok(parts));
}

#[test]
fn faults_name_line_and_key() {
    let in_week = |entry: &str| fault(&format!("[week]\nmon = [\n  {entry},\n]\n"));
    for (entry, site, expected) in [
        ("{ period = 1, weeks = \"some\" }", "week.mon[1].weeks", "some"),
        ("{ period = 1, weeks = \"odd\" }", "week.mon[1].weeks", "term"),
        ("{ period = 9 }", "week.mon[1].period", "9"),
        ("{ period = \"3-9\" }", "week.mon[1].period", "9"),
        ("{ time = \"8-9\" }", "week.mon[1].time", "8-9"),
        ("{ time = \"09:00-08:00\" }", "week.mon[1].time", "09:00"),
        ("{ what = \"lesson\" }", "week.mon[1]", "period"),
        ("{ period = 1, time = \"08:00-08:45\" }", "week.mon[1]", "period"),
        ("{ period = 1, what = \"yoga\" }", "week.mon[1].what", "yoga"),
        ("{ period = 1, class = \"3\" }", "week.mon[1].class", "note"),
        ("{ period = 1, every = 2 }", "week.mon[1].every", "from"),
        ("{ period = 1, from = 2026-02-30 }", "", ""),
        ("{ period = 1, from = \"soon\" }", "week.mon[1].from", "soon"),
        ("{ period = 1.5 }", "week.mon[1].period", "text"),
        (
            "{ period = 1 }, { period = \"1-2\" }",
            "week.mon[2]",
            "week.mon[1]",
        ),
    ] {
        let (line, found, fault) = in_week(entry);
        assert_eq!((line, found.as_str()), (3, site), "{entry}");
        let said = crate::i18n::Say::say(&fault, crate::i18n::I18n::english());
        assert!(said.contains(expected), "{entry}: {said}");
    }
    assert_eq!(fault("\n[weeks]\n").0, 2);
    assert_eq!(
        fault("[[terms]]\n\nfirst = 2026-09-01\n").2,
        Fault::Missing("last")
    );
    let two = "[[terms]]\nfirst = 2026-09-01\nlast = 2027-01-20\n[[terms]]\nfirst = 2027-01-20\nlast = 2027-07-01\n";
    assert_eq!(fault(two), (4, "terms[2]".to_owned(), Fault::Term));
    let bells = |periods: &str| fault(&format!("[[bells]]\nname = \"w\"\nperiods = [\n{periods}]\n"));
    assert_eq!(bells("\"08:00-08:45\",\n\"08:40-09:00\"").0, 5);
    assert_eq!(bells("\"3 08:00-08:45\"").2, Fault::PeriodName);
    assert_eq!(fault("[[bells]]\ndates = \"summer\"\nperiods = []\n").0, 2);
    assert_eq!(fault("[week\n").0, 1);
}

prop_compose! {
    fn a_date()(days in 18_000u64..25_000) -> NaiveDate {
        crate::domain::FIRST_DATE + Days::new(days)
    }
}

fn a_name() -> impl Strategy<Value = String> {
    "(早读|[a-z\"\\\\'#= 字]{0,8})".prop_map(|s| s.trim().to_owned())
}

prop_compose! {
    fn some_bells()(
        name in a_name(),
        dates in prop::option::of((a_date(), 0u64..300)),
        lengths in prop::collection::vec((1u32..30, 1u32..60, prop::option::of("[a-z字]{1,6}( [a-z]{1,3})?")), 0..9),
    ) -> Bells {
        let mut at = 400;
        let mut periods: Vec<Period> = Vec::new();
        for (gap, length, name) in lengths {
            let name = name.filter(|n| periods.iter().all(|p| p.name.as_ref() != Some(n)));
            periods.push(Period { name, span: Span::clocked(at + gap, at + gap + length).unwrap() });
            at += gap + length;
        }
        let dates = dates.map(|(first, more)| crate::timetable::Dates::Once(first, first + Days::new(more)));
        Bells { name, dates, schedule: BellSchedule::new(periods).unwrap() }
    }
}

prop_compose! {
    fn an_entry()(
        weekday in 0u8..7,
        start in 0u32..1400,
        length in 1u32..200,
        place in 0usize..37,
        note in "[a-z\"\\\\#=,{}字 ]{0,12}",
        parity in 0usize..3,
        range in prop::option::of((1u8..30, 0u8..30)),
        from in prop::option::of(a_date()),
        until in prop::option::of(a_date()),
        every in 1u8..5,
        except in prop::collection::vec(a_date(), 0..3),
    ) -> Recurring {
        let activities = crate::domain::Taxonomy::built_in();
        let activity = activities.activities()[place % activities.activities().len()].activity.clone();
        let parity = [None, Some(Parity::Odd), Some(Parity::Even)][parity];
        let ranges = range.map(|(first, more)| first..=first + more).into_iter().collect();
        let span = Span::clocked(start, (start + length).min(2160)).unwrap();
        let weekday = chrono::Weekday::try_from(weekday).unwrap();
        Recurring {
            weeks: Weeks::new(parity, ranges).unwrap(),
            every: if from.is_some() { every } else { 1 },
            from,
            until,
            except,
            ..Recurring::weekly(weekday, Slot::Clock(span), activity, Note::new(&note).unwrap())
        }
    }
}

prop_compose! {
    fn some_parts()(
        first in a_date(),
        lengths in prop::collection::vec((a_name(), 1u64..100, 10u64..150, "[a-z字 ]{0,9}"), 1..4),
        bells in prop::collection::vec(some_bells(), 0..3),
        mut entries in prop::collection::vec(an_entry(), 0..8),
    ) -> Parts {
        let mut at = first;
        let mut terms = Vec::new();
        for (name, gap, length, reason) in lengths {
            let start = at + Days::new(gap);
            at = start + Days::new(length);
            let holidays = vec![(start + Days::new(1)..=start + Days::new(3), reason.trim().to_owned())];
            terms.push(Term { name, days: start..=at, holidays });
        }
        entries.sort_by_key(|e| e.weekday.num_days_from_monday());
        let usual = BellSchedule::usual();
        let mut kept: Vec<Recurring> = Vec::new();
        for entry in entries {
            if !kept.iter().any(|k| k.clashes(&entry, &[&usual])) {
                kept.push(entry);
            }
        }
        Parts { terms, bells, entries: kept }
    }
}

proptest! {
    #[test]
    fn text_and_model_say_the_same(parts in some_parts()) {
        prop_assert_eq!(parse(&print(&parts, "a head"), &resolve), Ok(parts));
    }

    #[test]
    fn json_and_model_say_the_same(parts in some_parts(), from in prop::option::of(a_date()), made in a_date(), frozen: bool) {
        let edition = crate::timetable::Edition { from, made, entries: parts.entries.clone(), bells: frozen.then(|| parts.bells.clone()) };
        let timetable = Timetable::new(vec![edition]);
        prop_assert_eq!(read_timetable_json(&timetable_json(&timetable)), Ok(timetable));
        prop_assert_eq!(read_bells_json(&bells_json(&parts.bells)), Ok(parts.bells));
        prop_assert_eq!(read_terms_json(&terms_json(&parts.terms)), Ok(parts.terms));
    }

    #[test]
    fn no_text_makes_it_panic(text in "[\\[\\]{}a-z=\"0-9.:\\n -]{0,80}") {
        let _ = parse(&text, &resolve);
        let _ = parse(&format!("[week]\nmon = [{{ {text} }}]"), &resolve);
    }
}
