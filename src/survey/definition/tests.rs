use super::*;
use crate::i18n::{I18n, Lang};
use crate::survey::KeyPair;

/// A survey that asks for everything, of teachers in three groups; with its key.
pub(crate) fn sample() -> (Definition, KeyPair) {
    let pair = KeyPair::generate();
    let definition = draft().write(&pair.recipient(), I18n::english()).unwrap();
    (definition, pair)
}

/// What [`sample`] is made of.
pub(crate) fn draft() -> Draft {
    Draft {
        title: Wording::in_languages([
            (Lang::ZhHans, "教师时间调查".to_owned()),
            (Lang::En, "Teachers' \"time\"".to_owned()),
        ])
        .unwrap(),
        contact: Wording::same("the district's office, 010-1234"),
        weeks: "2026-W45".parse().unwrap()..="2026-W50".parse().unwrap(),
        closes: NaiveDate::from_ymd_opt(2027, 1, 15).unwrap(),
        rounding: Definition::USUAL_ROUNDING,
        min_group: Definition::USUAL_MIN_GROUP,
        panel: false,
        asks: Asks {
            activities: true,
            meetings: true,
            late_parent_messages: true,
            goal: true,
            ratings: true,
        },
        staff: Some(400),
        groups: presets().into_iter().take(3).collect(),
    }
}

#[test]
fn what_is_written_is_read() {
    let (definition, pair) = sample();
    let draft = draft();
    assert_eq!(definition.title, draft.title);
    assert_eq!(definition.contact, draft.contact);
    assert_eq!(definition.weeks, draft.weeks);
    assert_eq!((definition.closes, definition.staff), (draft.closes, draft.staff));
    assert_eq!((definition.asks, definition.panel), (draft.asks, draft.panel));
    assert_eq!(definition.groups, draft.groups);
    assert_eq!(definition.recipient, pair.recipient());
    let again = Definition::read(definition.text().as_bytes()).unwrap();
    assert_eq!(again, definition);
}
