//! Every language says everything, with the same variables, and the code names no message that is not there.

use super::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Message id -> the variables it uses, read from the Fluent text itself.
fn messages(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let mut out: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in sources(lang) {
        let mut id = None;
        for line in source.lines().filter(|l| !l.starts_with('#')) {
            if let Some((name, _)) = line.split_once(" =")
                && line.starts_with(|c: char| c.is_ascii_lowercase())
            {
                assert!(
                    out.insert(name.to_owned(), BTreeSet::new()).is_none(),
                    "{lang}: {name} twice"
                );
                id = Some(name.to_owned());
            }
            let variables = line.split('$').skip(1).map(|rest| {
                let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-');
                rest[..end.unwrap_or(rest.len())].to_owned()
            });
            if let Some(id) = &id {
                out.get_mut(id).unwrap().extend(variables);
            }
        }
    }
    out
}

fn rust_files(dir: &Path, out: &mut Vec<String>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("i18n/tests.rs") {
            out.push(fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn every_language_has_every_message_with_the_same_variables() {
    let english = messages(Lang::En);
    assert!(english.len() > 10, "the files were read");
    for lang in [Lang::ZhHans, Lang::ZhHant] {
        let theirs = messages(lang);
        let ids = |m: &BTreeMap<String, _>| m.keys().cloned().collect::<BTreeSet<_>>();
        let difference: Vec<_> = ids(&english)
            .symmetric_difference(&ids(&theirs))
            .cloned()
            .collect();
        assert!(
            difference.is_empty(),
            "{lang} and English differ in {difference:?}"
        );
        for (id, variables) in &english {
            assert_eq!(variables, &theirs[id], "{lang}: variables of {id}");
        }
    }
}

/// Ids in `tr!(…, "id", name = …)` with the names given there.
fn used() -> Vec<(String, BTreeSet<String>)> {
    let mut files = Vec::new();
    rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let mut out = Vec::new();
    for text in files {
        for (at, _) in text.match_indices("tr!(") {
            let call = balanced(&text[at + 3..]);
            let Some(id) = call.split('"').nth(1) else {
                continue;
            };
            if id.is_empty()
                || !id
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            {
                continue; // a comment or the macro itself
            }
            let names = call.split(',').skip(1).filter_map(|part| {
                let (name, rest) = part.split_once('=')?;
                let name = name.trim();
                let plain = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
                (plain && rest.starts_with(' ') && !rest.starts_with("= ")).then(|| name.to_owned())
            });
            out.push((id.to_owned(), names.collect()));
        }
    }
    out
}

/// The text up to the bracket that closes the one it begins with.
fn balanced(text: &str) -> &str {
    let mut depth = 0;
    for (i, c) in text.char_indices() {
        depth += i32::from(c == '(') - i32::from(c == ')');
        if depth == 0 {
            return &text[..=i];
        }
    }
    text
}

#[test]
fn every_message_the_code_names_exists_and_gets_its_variables() {
    let english = messages(Lang::En);
    let used = used();
    assert!(!used.is_empty(), "the sources were read");
    for (id, names) in used {
        let Some(variables) = english.get(&id) else {
            panic!("no message {id}")
        };
        assert!(
            variables.is_subset(&names),
            "{id} needs {variables:?}, the code gives {names:?}"
        );
    }
}

#[test]
fn every_language_formats_every_message() {
    for lang in Lang::ALL {
        let i18n = I18n::new(lang);
        for (id, variables) in messages(lang) {
            let message = i18n.messages.get(id.as_str());
            let pattern = message.and_then(Message::value).unwrap_or_else(|| panic!("{id}"));
            let args: FluentArgs<'_> = variables
                .iter()
                .map(|v| (v.clone(), FluentValue::from(3)))
                .collect();
            let mut errors = Vec::new();
            let text = i18n.bundle.format_pattern(pattern, Some(&args), &mut errors);
            assert!(errors.is_empty(), "{lang} {id}: {errors:?}");
            assert!(!text.trim().is_empty(), "{lang} {id} is empty");
        }
    }
}

/// Ids that are put together from a name: of a command and argument, an action, a place, a category.
const COMPOSED: [&str; 4] = ["help-", "action-", "context-", "mark-"];

#[test]
fn every_message_is_used() {
    let mut files = Vec::new();
    rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let unused: Vec<String> = messages(Lang::En)
        .into_keys()
        .filter(|id| !COMPOSED.iter().any(|prefix| id.starts_with(prefix)))
        .filter(|id| !files.iter().any(|text| text.contains(&format!("\"{id}\""))))
        .collect();
    assert!(unused.is_empty(), "nothing says {unused:?}");
}

/// A week whose days are all closed, and what a block is about, each had a second name on other screens.
#[test]
fn a_thing_has_one_name() {
    for (lang, words) in [
        (Lang::ZhHans, &["记完的周", "事项", "评价", "已评 ", "教学日"][..]),
        (
            Lang::ZhHant,
            &["記完的週", "事項", "評價", "已評 ", "教學日", "工作簿"],
        ),
    ] {
        let all = sources(lang).join("\n");
        assert!(words.iter().all(|word| !all.contains(word)), "{lang}: {words:?}");
    }
}

/// An entry is a 紀錄, to log one is 記錄.
#[test]
fn traditional_chinese_keeps_noun_and_verb_apart() {
    let all = sources(Lang::ZhHant).join("\n");
    for noun in [
        "筆記錄",
        "條記錄",
        "有記錄",
        "沒有記錄",
        "任何記錄",
        "的記錄",
        "舊記錄",
    ] {
        assert!(!all.contains(noun), "{noun} is a 紀錄");
    }
}
