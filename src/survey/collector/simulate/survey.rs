//! The survey that made-up teachers answer: one of its own, with a mark in its title and a key that everybody knows, so
//! that what is made up can never be collected as responses to a real survey nor be taken for some.

use super::dice::Dice;
use super::effects::drawn;
use crate::domain::{WeekId, to_hex};
use crate::i18n::{I18n, Lang};
use crate::survey::definition::{
    Asks, BadDraft, Code, Definition, Draft, Group, GroupAnswer, Wording, presets,
};
use crate::survey::key::KeyPair;
use crate::tr;
use chrono::Days;
use std::ops::RangeInclusive;

/// How many days after its last week it closes.
const OPEN: u64 = 30;
/// How many of a hundred that are asked take part.
const COVERAGE: u64 = 70;

/// A made-up survey of so many teachers, out of the groups that the program offers and a tree of regions.
pub(super) fn own(
    seed: u64,
    teachers: u64,
    weeks: RangeInclusive<WeekId>,
    panel: bool,
) -> Result<Definition, BadDraft> {
    let staff = (teachers * 100).div_ceil(COVERAGE).max(1);
    let staff = u32::try_from(staff)
        .unwrap_or(u32::MAX)
        .min(Definition::MOST_STAFF);
    let mut groups: Vec<Group> = presets()
        .into_iter()
        .filter(|g| g.code.as_str() != "subject")
        .collect();
    groups.push(regions());
    for group in &mut groups {
        share_out(group, staff);
    }
    let draft = Draft {
        title: in_every_language(|i18n| tr!(i18n, "simulate-title")),
        contact: in_every_language(|i18n| tr!(i18n, "simulate-contact")),
        closes: closes(&weeks),
        weeks,
        rounding: Definition::USUAL_ROUNDING,
        min_group: Definition::USUAL_MIN_GROUP,
        panel,
        asks: Asks::from_flags([true; 5]),
        staff: Some(staff),
        groups,
    };
    write(&draft, seed)
}

/// A made-up survey that asks what another one asks.
pub(super) fn like(
    other: &Definition,
    seed: u64,
    weeks: RangeInclusive<WeekId>,
) -> Result<Definition, BadDraft> {
    let draft = Draft {
        title: in_every_language(|i18n| {
            let title = tr!(i18n, "simulate-title-like", title = other.title.get(i18n.lang()));
            title.chars().take(Definition::LONGEST_TITLE).collect()
        }),
        contact: in_every_language(|i18n| tr!(i18n, "simulate-contact")),
        closes: closes(&weeks),
        weeks,
        rounding: other.rounding,
        min_group: other.min_group,
        panel: other.panel,
        asks: other.asks,
        staff: other.staff,
        groups: other.groups.clone(),
    };
    write(&draft, seed)
}

/// The same definition for the same seed, whatever the language and the machine.
fn write(draft: &Draft, seed: u64) -> Result<Definition, BadDraft> {
    let id = to_hex(&Dice::of(&[seed, 0]).bytes());
    let definition = draft.write_as(&id, &KeyPair::made_up().recipient(), I18n::english());
    Ok(definition?)
}

fn closes(weeks: &RangeInclusive<WeekId>) -> chrono::NaiveDate {
    let last = weeks.end().sunday();
    last.checked_add_days(Days::new(OPEN)).unwrap_or(last)
}

fn in_every_language(words: impl Fn(&I18n) -> String) -> Wording {
    let texts = Lang::ALL.map(|lang| (lang, words(&I18n::new(lang))));
    Wording::in_languages(texts).unwrap_or_else(|| Wording::same("")) // three languages are some
}

/// Two areas of districts, one of which is tiny.
fn regions() -> Group {
    const TREE: [(&str, Option<&str>, [&str; 3], u32); 9] = [
        ("east", None, ["东片", "東區", "East"], 0),
        ("east_1", Some("east"), ["东一区", "東一區", "East 1"], 20),
        ("east_2", Some("east"), ["东二区", "東二區", "East 2"], 16),
        ("east_3", Some("east"), ["东三区", "東三區", "East 3"], 11),
        ("east_4", Some("east"), ["东四区", "東四區", "East 4"], 1),
        ("west", None, ["西片", "西區", "West"], 0),
        ("west_1", Some("west"), ["西一区", "西一區", "West 1"], 22),
        ("west_2", Some("west"), ["西二区", "西二區", "West 2"], 18),
        ("west_3", Some("west"), ["西三区", "西三區", "West 3"], 12),
    ];
    let code = |text: &str| Code::new(text).unwrap_or_else(|| unreachable!("{text} is a code"));
    let wording = |[simplified, traditional, english]: [&str; 3]| {
        let texts = [
            (Lang::ZhHans, simplified),
            (Lang::ZhHant, traditional),
            (Lang::En, english),
        ];
        let texts = texts.map(|(lang, text)| (lang, text.to_owned()));
        Wording::in_languages(texts).unwrap_or_else(|| Wording::same(english))
    };
    let answers = TREE.map(|(answer, within, name, weight)| GroupAnswer {
        code: code(answer),
        name: wording(name),
        within: within.map(code),
        staff: (weight > 0).then_some(weight), // in hundredths; shared out later
    });
    Group {
        code: code("region"),
        name: wording(["片区", "片區", "Region"]),
        answers: answers.into(),
    }
}

/// Writes the staff behind each answer, so that all answers of the group come to `staff`.
fn share_out(group: &mut Group, staff: u32) {
    let (mut before, drawn) = (0, drawn(group, 0));
    for answer in drawn {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a part of the staff"
        )]
        let until = (answer.until * f64::from(staff) + 0.5) as u32;
        if let Some(one) = group.answers.get_mut(usize::from(answer.place) - 1) {
            one.staff = Some(until - before);
        }
        before = until;
    }
}
