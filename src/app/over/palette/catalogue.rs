//! What the program can do, by name, in the language on the screen.

use super::fuzzy::{self, Hit};
use crate::i18n::I18n;
use crate::keymap::Action;

/// The actions that are found by name, in the order of [`Action::ALL`], each with what it is called.
///
/// Made anew whenever the palette opens: no language is remembered, and the first frame does without.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Catalogue {
    entries: Vec<Entry>,
}

/// An action with what it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    action: Action,
    /// In the language on the screen.
    label: String,
    /// How a Chinese label is spelled: a syllable for each character, so that initials and whole syllables find it.
    pinyin: Option<String>,
}

/// An action that fits what is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fit {
    /// The action.
    pub action: Action,
    /// What it is called.
    pub label: String,
    /// The characters of the label that were typed, or whose pinyin was, by their place, rising.
    pub in_label: Vec<usize>,
    /// The characters of [`Action::name`] that were typed, where that is what was typed.
    pub in_name: Vec<usize>,
}

impl Catalogue {
    /// The catalogue in a language. Closing a day that is `closed` means to open it again.
    #[must_use]
    pub fn new(i18n: &I18n, closed: bool) -> Self {
        let entry = |action: Action| {
            let id = match action {
                Action::CloseDay if closed => "tui-reopen-day",
                _ => action.message(),
            };
            Entry {
                action,
                label: i18n.format(id, &[]),
                pinyin: i18n.attribute(id, "pinyin"),
            }
        };
        let listed = Action::ALL.into_iter().filter(|a| is_listed(*a));
        Self {
            entries: listed.map(entry).collect(),
        }
    }

    /// The actions that fit what is typed, the best first, those that fit equally well in their order; all of them
    /// where nothing is typed.
    #[must_use]
    pub fn fits(&self, typed: &str) -> Vec<Fit> {
        let typed = fuzzy::typed(typed);
        let mut fits: Vec<(i32, Fit)> = self.entries.iter().filter_map(|e| e.fit(&typed)).collect();
        fits.sort_by_key(|(score, _)| std::cmp::Reverse(*score)); // stable
        fits.into_iter().map(|(_, fit)| fit).collect()
    }
}

impl Entry {
    /// By the label if that fits best, else by its pinyin, else by the name that every language has.
    fn fit(&self, typed: &[char]) -> Option<(i32, Fit)> {
        let fit = |in_label, in_name| Fit {
            action: self.action,
            label: self.label.clone(),
            in_label,
            in_name,
        };
        let by_label = fuzzy::find(typed, &self.label).map(|hit| (hit.score, fit(hit.at, Vec::new())));
        let by_pinyin = self.pinyin.as_deref().and_then(|pinyin| {
            let Hit { score, at } = fuzzy::find(typed, pinyin)?;
            Some((score, fit(spelled(&self.label, pinyin, &at), Vec::new())))
        });
        let by_name = fuzzy::find(typed, self.action.name()).map(|hit| (hit.score, fit(Vec::new(), hit.at)));
        let ways = [by_name, by_pinyin, by_label].into_iter().flatten();
        ways.max_by_key(|(score, _)| *score) // the last one of equals
    }
}

/// The characters of a label whose syllables have one of these characters of its pinyin.
fn spelled(label: &str, pinyin: &str, at: &[usize]) -> Vec<usize> {
    let syllables: Vec<usize> = pinyin
        .chars()
        .scan(0, |syllable, c| {
            *syllable += usize::from(c == ' ');
            Some(*syllable)
        })
        .collect();
    let typed = |part: &usize| at.iter().any(|at| syllables.get(*at) == Some(part));
    let parts = parts(label).into_iter().enumerate();
    parts
        .filter_map(|(i, part)| part.filter(typed).map(|_| i))
        .collect()
}

/// To which part of a label each of its characters belongs: each Chinese character is one, and so is each run of
/// others between spaces. None for the spaces.
fn parts(label: &str) -> Vec<Option<usize>> {
    let (mut part, mut runs, mut is_first) = (0, false, true);
    let mut place = |c: char| {
        if c.is_whitespace() {
            runs = false;
            return None;
        }
        let goes_on = runs && c.is_ascii();
        part += usize::from(!goes_on && !is_first);
        (runs, is_first) = (c.is_ascii(), false);
        Some(part)
    };
    label.chars().map(&mut place).collect()
}

/// Whether an action is worth finding by name: not what only moves in what is open, answers it, or opens this.
const fn is_listed(action: Action) -> bool {
    !matches!(
        action,
        Action::Up
            | Action::Down
            | Action::First
            | Action::Last
            | Action::PageUp
            | Action::PageDown
            | Action::PreviousValue
            | Action::NextValue
            | Action::Book
            | Action::Complete
            | Action::CompleteBack
            | Action::Trim
            | Action::Replace
            | Action::Parallel
            | Action::Accept
            | Action::Toggle
            | Action::ToggleAll
            | Action::SelectDays
            | Action::MarkSchool
            | Action::MarkBreak
            | Action::NextOpen
            | Action::PreviousOpen
            | Action::TakeIn
            | Action::MakeRoom
            | Action::SwitchSpan
            | Action::PreviousSpan
            | Action::NextSpan
            | Action::NextPane
            | Action::SwitchKind
            | Action::LeftOut
            | Action::SkipAsked
            | Action::Cancel
            | Action::Palette
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use proptest::prelude::*;

    fn catalogue(lang: Lang) -> Catalogue {
        Catalogue::new(&I18n::new(lang), false)
    }

    fn found(lang: Lang, typed: &str) -> Vec<Action> {
        let fits = catalogue(lang).fits(typed);
        fits.into_iter().map(|f| f.action).collect()
    }

    #[test]
    fn every_chinese_label_is_spelled_character_by_character() {
        for lang in [Lang::ZhHans, Lang::ZhHant] {
            let i18n = I18n::new(lang);
            for closed in [false, true] {
                for entry in Catalogue::new(&i18n, closed).entries {
                    let pinyin = entry.pinyin.unwrap_or_else(|| {
                        panic!("{lang}: {} needs its .pinyin", entry.action.message());
                    });
                    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == ' ';
                    assert!(pinyin.chars().all(plain), "{lang}: {pinyin}");
                    let last = parts(&entry.label).into_iter().flatten().max();
                    let syllables = pinyin.split(' ').filter(|s| !s.is_empty()).count();
                    assert_eq!(
                        last.map(|l| l + 1),
                        Some(syllables),
                        "{lang}: {} {pinyin}",
                        entry.label
                    );
                }
            }
        }
        assert_eq!(catalogue(Lang::En).entries[0].pinyin, None);
    }

    #[test]
    fn all_are_listed_in_their_order_while_nothing_is_typed() {
        for lang in Lang::ALL {
            let listed = Action::ALL.into_iter().filter(|a| is_listed(*a));
            assert_eq!(found(lang, " "), listed.collect::<Vec<_>>());
        }
    }

    #[test]
    fn what_is_meant_comes_first() {
        for (lang, typed, action) in [
            (Lang::En, "day", Action::ShowDay),
            (Lang::En, "cal", Action::Calendar),
            (Lang::En, "log", Action::Log),
            (Lang::En, "search", Action::Search),
            (Lang::En, "5e", Action::Earlier),
            (Lang::ZhHans, "jyb", Action::Log),
            (Lang::ZhHans, "jiyi", Action::Log),
            (Lang::ZhHans, "ss", Action::Search),
            (Lang::ZhHans, "chongzuo", Action::Redo),
            (Lang::ZhHans, "日历", Action::Calendar),
            (Lang::ZhHans, "设", Action::ShowSettings),
            (Lang::ZhHans, "redo", Action::Redo),
            (Lang::ZhHans, "bcwj", Action::Export),
            (Lang::ZhHans, "保存文件", Action::Export),
            (Lang::ZhHant, "yl", Action::Calendar),
            (Lang::ZhHant, "搜尋", Action::Search),
            (Lang::ZhHant, "fuyuan", Action::Undo),
            (Lang::ZhHant, "copy-day", Action::CopyDay),
        ] {
            assert_eq!(found(lang, typed).first(), Some(&action), "{lang}: {typed}");
        }
        assert_eq!(found(Lang::En, "xyzzy"), []);
    }

    #[test]
    fn an_exact_label_comes_first() {
        for lang in Lang::ALL {
            for entry in catalogue(lang).entries {
                assert_eq!(
                    found(lang, &entry.label)[0],
                    entry.action,
                    "{lang}: {}",
                    entry.label
                );
            }
        }
    }

    #[test]
    fn typed_syllables_light_their_characters_up() {
        let fit = |typed| catalogue(Lang::ZhHans).fits(typed).remove(0);
        assert_eq!(
            (fit("jb").label.as_str(), fit("jb").in_label),
            ("记一笔", vec![0, 2])
        );
        let fit = catalogue(Lang::ZhHans).fits("z5f");
        let earlier = fit.iter().find(|f| f.action == Action::Earlier).unwrap();
        assert_eq!(
            (earlier.label.as_str(), &earlier.in_label),
            ("早 5 分钟", &vec![0, 2, 4])
        );
        let by_name = catalogue(Lang::ZhHans).fits("repeat-day").remove(0);
        assert_eq!((by_name.in_label.len(), by_name.in_name.len()), (0, 10));
    }

    #[test]
    fn a_closed_day_is_opened_again() {
        let closed = Catalogue::new(&I18n::new(Lang::En), true);
        assert_eq!(closed.fits("reopen day")[0].action, Action::CloseDay);
    }

    proptest! {
        #[test]
        fn whatever_is_typed_stands_in_what_is_found(
            typed in "[a-z]{1,4}|[记一日天笔周分]{1,2}",
            lang in prop::sample::select(Lang::ALL.to_vec()),
        ) {
            let catalogue = catalogue(lang);
            let holds = |name: &str| {
                let mut rest = name.chars();
                typed.chars().all(|c| rest.any(|other| other == c))
            };
            let fits = catalogue.fits(&typed);
            for entry in &catalogue.entries {
                let keys = [Some(entry.label.as_str()), entry.pinyin.as_deref(), Some(entry.action.name())];
                let fits = fits.iter().any(|f| f.action == entry.action);
                prop_assert_eq!(keys.into_iter().flatten().any(holds), fits, "{}", entry.label);
            }
            prop_assert_eq!(catalogue.fits(&typed), fits);
        }
    }
}
