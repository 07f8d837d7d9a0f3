//! Words in, meanings out.

use super::*;
use crate::domain::Taxonomy;
use proptest::prelude::*;
use std::collections::HashSet;
use std::sync::LazyLock;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&Taxonomy::built_in()));

fn any_meaning() -> impl Strategy<Value = WordMeaning> {
    let texts = vec![
        "teaching/lesson",
        "duty/gate",
        "off",
        "off:holiday",
        "school",
        "skip",
    ];
    prop::sample::select(texts).prop_map(|text| text.parse().unwrap())
}

fn shown(found: Found) -> String {
    match found {
        Found::One(meaning) => meaning.to_string(),
        Found::Several(several) => several
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(" | "),
        Found::None => "?".to_owned(),
    }
}

fn block(texts: &[&str]) -> String {
    let texts: Vec<String> = texts.iter().map(|t| (*t).to_owned()).collect();
    shown(Rules::new(&LEXICON, &[]).meaning_of_block(&texts))
}

fn day(text: &str) -> String {
    shown(Rules::new(&LEXICON, &[]).meaning_of_day(&[text.to_owned()]))
}

fn rule(word: &str, means: &str) -> WordRule {
    WordRule::new(word, means.parse().unwrap()).unwrap()
}

#[test]
fn the_file_names_activities_that_exist_and_no_word_twice() {
    let lexicon = &*LEXICON;
    let mut seen = HashSet::new();
    for word in &BUILT_IN.block {
        assert!(seen.insert(&word.chars), "{:?} twice", word.chars);
        assert!(!word.chars.is_empty() && !word.means.is_empty());
        for meaning in &word.means {
            match meaning {
                WordMeaning::Activity(a) => assert!(lexicon.taxonomy().activity(a).is_some(), "{a}"),
                other => assert_eq!(*other, WordMeaning::Skip),
            }
        }
    }
    let mut seen = HashSet::new();
    for word in &BUILT_IN.day {
        assert!(seen.insert(&word.chars), "{:?} twice", word.chars);
    }
}

#[test]
fn every_word_of_the_file_is_found_as_itself() {
    let rules = Rules::new(&LEXICON, &[]);
    for word in &BUILT_IN.block {
        let text: String = word.chars.iter().collect();
        let expected = found(word.means.clone());
        assert_eq!(
            rules.meaning_of_block(std::slice::from_ref(&text)),
            expected,
            "{text}"
        );
    }
    for word in &BUILT_IN.day {
        let text: String = word.chars.iter().collect();
        let expected = match word.says {
            builtin::Says::School => "school",
            builtin::Says::Sick => "off:sick",
            builtin::Says::Leave => "off:leave",
            builtin::Says::Off | builtin::Says::Name => "off:holiday",
            builtin::Says::Unclear | builtin::Says::Filler => "?",
        };
        assert_eq!(day(&text), expected, "{text}");
    }
}

#[test]
fn blocks() {
    for (text, expected) in [
        ("语文", "teaching/lesson"),
        ("語文課 三(2)班", "teaching/lesson"),
        ("Maths 7A", "teaching/lesson"),
        ("数学 302室", "teaching/lesson"),
        ("数学教研", "teaching/research"),
        ("初二年级组会议", "meetings/group-meeting"),
        ("七年级语文集体备课", "teaching/preparation"),
        ("三(2)班班会", "teaching/pastoral"),
        ("早读", "teaching/tutoring"),
        ("早读 三(2)班", "teaching/tutoring"),
        ("課後服務（籃球）", "duty/after-school"),
        ("周一例会", "meetings/group-meeting | meetings/staff-meeting"),
        ("公开课", "teaching/lesson | teaching/observation"),
        ("开会", "meetings/group-meeting | meetings/staff-meeting"),
        ("reports/forms", "reports/forms"),
        ("報表材料/填报表", "reports/forms"),
        ("值班", "duty/on-duty"),
        ("午餐", "skip"),
        ("Lunch", "skip"),
        ("午休", "skip"),
        ("lunch duty", "duty/supervision"),
        // Nobody knows, so nobody guesses.
        ("lunch with the head", "?"),
        ("数学组聚餐", "?"),
        ("Maths trip", "?"),
        ("English meeting", "?"),
        ("培训总结", "?"),
        ("家长会通知", "?"),
        ("语文 试卷分析", "?"),
        ("party", "?"),
        ("PT", "?"),
        ("other", "?"),
        ("reports/", "?"),
        ("", "?"),
    ] {
        assert_eq!(block(&[text]), expected, "{text}");
    }
    assert_eq!(
        block(&["x", "午餐", "语文"]),
        "skip",
        "the first text that means anything"
    );
    assert_eq!(block(&[]), "?");
}

#[test]
fn days() {
    for (text, expected) in [
        ("国庆节（休）", "off:holiday"),
        ("國慶日", "off:holiday"),
        ("国庆节", "off:holiday"),
        ("春节 假期第3天", "off:holiday"),
        ("The second day of Lunar New Year", "off:holiday"),
        ("New Year’s Day", "off:holiday"),
        ("寒假", "off:holiday"),
        ("国庆节（班）", "school"),
        ("国庆节补班", "school"),
        ("班", "school"),
        ("調休上班", "school"),
        ("Special Working Day (National Day)", "school"),
        ("病假", "off:sick"),
        ("请假（病假）", "off:sick"),
        ("事假", "off:leave"),
        ("Annual leave", "off:leave"),
        // School goes on, or nobody can tell.
        ("教师节", "?"),
        ("Teachers' Day", "?"),
        ("妇女节", "?"),
        ("儿童节", "?"),
        ("Valentine's Day", "?"),
        ("国庆节调休", "?"),
        ("国庆文艺汇演", "?"),
        ("放假通知", "?"),
        ("班会", "?"),
        ("班级活动", "?"),
        ("班主任会", "?"),
        ("三(2)班", "?"),
        ("Day", "?"),
        ("2026", "?"),
    ] {
        assert_eq!(day(text), expected, "{text}");
    }
}

#[test]
fn own_rules_come_first_and_the_longest_of_them() {
    let own = [
        rule("社团", "duty/after-school"),
        rule("语文社团", "teaching/tutoring"),
        rule("社團", "duty/other"),
        rule("教师节", "off:holiday"),
    ];
    let rules = Rules::new(&LEXICON, &own);
    let of = |text: &str| shown(rules.meaning_of_block(&[text.to_owned()]));
    assert_eq!(of("語文社團 三樓"), "teaching/tutoring");
    assert_eq!(of("社团 三楼"), "duty/after-school | duty/other");
    assert_eq!(of("语文"), "teaching/lesson");
    assert_eq!(shown(rules.meaning_of_day(&["教師節".to_owned()])), "off:holiday");
}

fn any_text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "语文",
        "国庆节",
        "班",
        "（休）",
        "Lunch",
        "教研",
        "总结",
        " ",
        "三(2)班",
        "day",
        "x",
        "İ",
    ]);
    prop_oneof![
        prop::collection::vec(word, 0..6).prop_map(|w| w.concat()),
        ".{0,12}"
    ]
}

proptest! {
    #[test]
    fn never_panics_on_any_text(texts in prop::collection::vec(any_text(), 0..3)) {
        let rules = Rules::new(&LEXICON, &[]);
        let _ = (rules.meaning_of_block(&texts), rules.meaning_of_day(&texts));
    }

    #[test]
    fn an_own_rule_wins_over_all_others(before in any_text(), word in "[语文教研休班国庆节]{1,5}", after in any_text(), means in any_meaning()) {
        let rules = Rules::new(&LEXICON, &[WordRule::new(&word, means.clone()).unwrap()]);
        let text = [format!("{before}{word}{after}")];
        prop_assert_eq!(rules.meaning_of_block(&text), Found::One(means.clone()));
        prop_assert_eq!(rules.meaning_of_day(&text), Found::One(means));
    }

    #[test]
    fn the_order_of_own_rules_makes_no_difference(
        own in prop::collection::vec(("[语文教研]{1,2}", any_meaning()), 0..6),
        text in "[语文教研 ]{0,8}",
    ) {
        let mut own: Vec<WordRule> = own.into_iter().map(|(word, meaning)| WordRule::new(&word, meaning).unwrap()).collect();
        let forth = Rules::new(&LEXICON, &own).meaning_of_block(std::slice::from_ref(&text));
        own.reverse();
        prop_assert_eq!(Rules::new(&LEXICON, &own).meaning_of_block(&[text]), forth);
    }
}
