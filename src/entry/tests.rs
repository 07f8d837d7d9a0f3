//! What must hold for every text and every block.

use super::*;
use crate::diary::{Draft, When};
use crate::domain::{Activity, BellSchedule, Category, Names, Note, Rating, Span, Taxonomy};
use crate::i18n::{I18n, Lang, Say};
use proptest::prelude::*;
use std::ops::Range;
use std::sync::LazyLock;

/// Activities of a teacher who names them as nastily as can be.
static OWN: LazyLock<Vec<(Activity, Names)>> = LazyLock::new(|| {
    let own = |category, code, name, py| (Activity::new(category, code).unwrap(), Names::same(name, py));
    vec![
        own(Category::Teaching, "p3", "8:00-8:45", "40m"),
        own(Category::Teaching, "lesson-two", "lesson lesson", "*4"),
        own(Category::Meetings, "lesson", "周报", "&"),
        own(Category::Meetings, "meetings", "会议", "--"),
        own(Category::Reports, "training", "reports/forms x", "1"),
        own(Category::Reports, "x", "三班 -- 语文", "other"),
        own(Category::ParentMessages, "h", "，", "+40m"),
        own(Category::Duty, "to", "值班", ""),
        own(Category::Duty, "m", "  ", "zb"),
    ]
});

static LEXICONS: LazyLock<[Lexicon; 2]> = LazyLock::new(|| {
    [
        Lexicon::new(&Taxonomy::built_in()),
        Lexicon::new(&Taxonomy::with_own(OWN.clone())),
    ]
});

/// Pieces of the grammar, good and bad, that texts and notes are thrown together from.
const SOUP: [&str; 88] = [
    "8:00-8:45",
    "0800-0845",
    "8-8:45",
    "8:00",
    "0800",
    "23:00-1:00",
    "22:00-24:30",
    "45m",
    "90",
    "分钟",
    "1h",
    "30m",
    "1.5h",
    "半小时",
    "一个半小时",
    "+40m",
    "+",
    "p3",
    "p3-4",
    "p9",
    "p0",
    "第3节",
    "第3-4節",
    "8点",
    "8点半-9点",
    "8點45",
    "到",
    "-",
    "--",
    "－－",
    "—",
    "~",
    "to",
    "至",
    ",",
    "，",
    " ",
    "  ",
    "\u{3000}",
    "\t",
    "*4",
    "*6",
    "＊４",
    "*",
    "&",
    "＆",
    "sk",
    "ＳＫ",
    "备课",
    "備課",
    "课后",
    "lesson",
    "preparation",
    "prep",
    "evidence,",
    "photos,",
    "ledgers",
    "reports/",
    "报表/other",
    "reports/tb",
    "other",
    "其他",
    "值",
    "1",
    "3",
    "7",
    "三(2)班语文",
    "三班，语文",
    "yej",
    "e\u{301}",
    "👩‍🏫",
    "8:75",
    "2026-2027",
    "99999999999",
    "lesson lesson",
    "下午",
    "2点",
    "pm",
    "8:00-8:45上课",
    "40m家长消息",
    "备课。",
    "。",
    "lesson.",
    "800-845",
    "17.40-18.20",
    "p3上课",
    "40分以上",
    "1小时后",
];

fn soup() -> impl Strategy<Value = String> {
    let piece = (
        prop::sample::select(&SOUP[..]),
        prop::sample::select(&["", " ", " ", " "][..]),
    );
    prop::collection::vec(piece, 0..10)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(a, b)| [a, b]).collect())
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        soup(),
        "\\PC{0,40}",
        any::<String>(),
        "[0-9:：－\\- ~+*&,，mhp节第点分半小时]{0,16}"
    ]
}

fn note() -> impl Strategy<Value = Note> {
    text().prop_filter_map("too long", |text| Note::new(&text).ok())
}

fn when() -> impl Strategy<Value = When> {
    prop_oneof![
        (0u32..1440, 1u32..=1440).prop_filter_map("too late", |(start, minutes)| {
            Span::clocked(start, start + minutes).ok().map(When::Span)
        }),
        (1u32..=1440).prop_map(|m| When::Span(Span::amount(m).unwrap())),
        (1u32..=1440).prop_map(When::AfterLast),
    ]
}

/// A block of any activity of a lexicon, or of one whose definition is gone.
fn draft(lexicon: &'static Lexicon) -> impl Strategy<Value = Draft> {
    let known: Vec<Activity> = lexicon
        .taxonomy()
        .activities()
        .iter()
        .map(|a| a.activity.clone())
        .collect();
    let gone = (prop::sample::select(&Category::ALL[..]), "[a-z][a-z0-9-]{0,12}")
        .prop_map(|(category, code)| Activity::new(category, &code).unwrap());
    let activity = prop_oneof![4 => prop::sample::select(known), 1 => gone];
    let rating = prop::option::of((1u32..=5).prop_map(|n| Rating::new(n).unwrap()));
    (when(), activity, note(), rating, any::<bool>()).prop_map(|(when, activity, note, rating, parallel)| {
        Draft {
            when,
            activity,
            note,
            rating,
            parallel,
        }
    })
}

fn is_inside(span: &Range<usize>, text: &str) -> bool {
    span.start <= span.end && text.is_char_boundary(span.start) && text.is_char_boundary(span.end)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn no_text_panics_and_every_place_lies_in_the_text(text in text(), own: bool, cursor in 0usize..200) {
        let bells = BellSchedule::usual();
        let context = Context::new(&LEXICONS[usize::from(own)], &bells);
        let read = parse(&text, &context);
        if let Ok(entry) = &read {
            let mut last = 0;
            for mark in &entry.marks {
                prop_assert!(is_inside(&mark.range, &text) && !mark.range.is_empty());
                prop_assert!(mark.range.start >= last, "{:?}", entry.marks);
                last = mark.range.end;
            }
            let _ = entry.clone().into_mend();
        }
        if let Err(error) = read.and_then(Entry::into_draft) {
            prop_assert!(is_inside(&error.span, &text), "{error:?}");
            prop_assert!(!error.say(I18n::english()).is_empty());
            prop_assert_eq!(error.pointer(&text).lines().count(), 2);
            let _ = error.pointer("別的字");
        }
        for lang in Lang::ALL {
            for offer in complete(&text, cursor, &context, lang) {
                prop_assert!(is_inside(&offer.range, &text));
                let alone = parse(&offer.insert, &context).unwrap();
                prop_assert_eq!(alone.activity, Some(offer.activity));
            }
        }
    }

    #[test]
    fn parse_is_the_inverse_of_print(draft in draft(&LEXICONS[0])) {
        there_and_back(&draft, &LEXICONS[0])?;
    }

    #[test]
    fn parse_is_the_inverse_of_print_with_activities_of_ones_own(draft in draft(&LEXICONS[1])) {
        there_and_back(&draft, &LEXICONS[1])?;
    }

    #[test]
    fn what_is_read_prints_and_reads_the_same(text in soup(), own: bool) {
        let bells = BellSchedule::usual();
        let lexicon = &LEXICONS[usize::from(own)];
        let context = Context::new(lexicon, &bells);
        if let Ok(draft) = parse(&text, &context).and_then(Entry::into_draft) {
            there_and_back(&draft, lexicon)?;
        }
    }
}

fn there_and_back(draft: &Draft, lexicon: &Lexicon) -> Result<(), TestCaseError> {
    let bells = BellSchedule::usual();
    let context = Context::new(lexicon, &bells);
    let text = print(draft, &context);
    let read = parse(&text, &context.keeping(&draft.activity)).and_then(Entry::into_draft);
    prop_assert_eq!(read.as_ref(), Ok(draft), "{}", text);
    Ok(())
}

#[test]
fn a_very_long_text_is_read_at_once() {
    let bells = BellSchedule::usual();
    let context = Context::new(&LEXICONS[0], &bells);
    for piece in ["家长 ", "8 ", "8:00 - ", "1 小时 ", "a/b ", "，", "lesson p "] {
        let text = piece.repeat(5_000);
        let begun = std::time::Instant::now();
        let _ = parse(&text, &context);
        let _ = complete(&text, text.len() / 2, &context, Lang::En);
        assert!(begun.elapsed().as_secs() < 5, "{piece}: {:?}", begun.elapsed());
    }
}
