//! The user's keymap file: changes to the built-in keys.

use super::map::Bindings;
use super::{Action, Context, Fault, Keymap, KeymapError};
use std::fmt::Write;

/// What leaves a place or explains it, and what it is there for: never without a key where the built-in keys have one. The
/// day is where everything else leads back to, so that its own `day` and the like need none.
const fn is_needed(context: Context, action: Action) -> bool {
    match action {
        Action::Quit | Action::Help | Action::Cancel => true,
        Action::ShowDay => matches!(context, Context::Week | Context::Timetable | Context::Settings),
        Action::Accept => matches!(
            context,
            Context::Menu | Context::Prompt | Context::Dialog | Context::Calendar
        ),
        Action::Book => matches!(context, Context::Entry),
        _ => false,
    }
}

impl Keymap {
    /// The built-in keys with the changes of a file: an action that it lists in a place has exactly the keys given
    /// there, with an empty list none; everything else stays as it is. `file` is only named in errors.
    ///
    /// # Errors
    /// [`KeymapError`] for the first thing that is wrong. Beside what [`Keymap::parse`] refuses: a key that then has two
    /// actions in one place, an action with no key but such as an input method takes, and no key at all for what leaves or
    /// explains a place (`quit`, `help`, `cancel`, `day`) or what it is there for (`accept`, `book`).
    pub fn with_changes(file: &str, text: &str) -> Result<Self, KeymapError> {
        let built_in = Self::built_in();
        let changes = Bindings::parse(file, text)?;
        let mut out = Self::empty();
        for context in Context::ALL {
            for (action, keys) in built_in.bindings(context) {
                if changes.of(context, action).is_none() {
                    for key in keys {
                        out.bind(context, action, *key)
                            .map_err(|fault| changes.fail(0, fault))?;
                    }
                }
            }
        }
        for change in changes.iter() {
            let (context, action) = (change.context, change.action);
            let fail = |fault| changes.fail(change.at, fault);
            let place = context.name();
            let needed = is_needed(context, action) && !built_in.keys(context, action).is_empty();
            if change.keys.is_empty() && needed {
                return Err(fail(Fault::Needed { action, place }));
            }
            if !change.keys.is_empty() && !change.keys.iter().any(|(key, _)| key.passes_input_method()) {
                return Err(fail(Fault::NoneReaches { action, place }));
            }
            for (key, at) in &change.keys {
                out.bind(context, action, *key)
                    .map_err(|fault| changes.fail(*at, fault))?;
            }
        }
        Ok(out)
    }

    /// All keys in the form of the keymap file; an action that the built-in keys have and this map has not is listed
    /// without keys, so that reading the text as changes gives the same map again.
    #[must_use]
    pub fn to_toml(&self) -> String {
        let built_in = Self::built_in();
        let mut out = String::new();
        for context in Context::ALL {
            let gap = if out.is_empty() { "" } else { "\n" };
            let _ = writeln!(out, "{gap}[{}]", context.name());
            for action in Action::ALL {
                let keys = self.keys(context, action);
                if keys.is_empty() && built_in.keys(context, action).is_empty() {
                    continue;
                }
                let quoted = keys
                    .iter()
                    .map(|k| toml::Value::String(k.to_string()).to_string());
                let _ = writeln!(out, "{action} = [{}]", quoted.collect::<Vec<_>>().join(", "));
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::super::Key;
    use super::*;
    use crate::i18n::{I18n, Lang, Say};
    use proptest::prelude::*;

    fn fault(text: &str) -> (usize, Fault) {
        let e = Keymap::with_changes("keymap.toml", text).unwrap_err();
        for lang in Lang::ALL {
            assert!(e.say(&I18n::new(lang)).contains("keymap.toml"));
        }
        (e.line, e.fault)
    }

    #[test]
    fn what_is_listed_has_exactly_these_keys_and_the_rest_stays() {
        assert_eq!(Keymap::with_changes("k", "").unwrap(), Keymap::built_in());
        let map = Keymap::with_changes("k", "[day]\nlog = [\"n\", \"f10\"]\ntoday = []\n").unwrap();
        let n = Key::char('n');
        assert_eq!(map.action(Context::Day, n), Some(Action::Log));
        assert_eq!(map.action(Context::Day, Key::char('a')), None);
        assert_eq!(map.keys(Context::Day, Action::Log)[0], n, "the first is shown");
        assert!(map.keys(Context::Day, Action::Today).is_empty());
        assert_eq!(
            map.keys(Context::Day, Action::Undo),
            Keymap::built_in().keys(Context::Day, Action::Undo)
        );
        assert_eq!(
            map.action(Context::Dialog, n),
            Some(Action::Cancel),
            "another place"
        );
    }

    #[test]
    fn keys_can_be_exchanged() {
        let map = Keymap::with_changes("k", "[day]\nundo = [\"f4\"]\nclose-day = [\"f9\"]\n").unwrap();
        assert_eq!(
            map.action(Context::Day, "f4".parse().unwrap()),
            Some(Action::Undo)
        );
    }

    #[test]
    fn a_key_for_two_actions_is_refused_by_name() {
        let key = Key::char('u');
        let (first, second) = (Action::Undo, Action::Log);
        let conflict = Fault::Conflict { key, first, second };
        assert_eq!(fault("\n[day]\nlog = [\"f3\",\n  \"u\"]\n"), (4, conflict));
        let both = fault("[day]\nlog = [\"f10\"]\ntoday = [\"f10\"]\n");
        assert!(
            matches!(
                both,
                (
                    3,
                    Fault::Conflict {
                        first: Action::Log,
                        second: Action::Today,
                        ..
                    }
                )
            ),
            "{both:?}"
        );
    }

    #[test]
    fn no_action_is_left_that_an_input_method_keeps_out() {
        let place = "day";
        assert_eq!(
            fault("[day]\nlog = [\"n\"]\n"),
            (
                2,
                Fault::NoneReaches {
                    action: Action::Log,
                    place
                }
            )
        );
        for action in [Action::Quit, Action::Help, Action::Cancel] {
            assert_eq!(
                fault(&format!("[day]\n{action} = []\n")),
                (2, Fault::Needed { action, place })
            );
        }
        assert!(
            Keymap::with_changes("k", "[dialog]\nhelp = []\n").is_ok(),
            "it has none there anyway"
        );
        assert_eq!(fault("[night]\n").1, Fault::Context("night".into()));
    }

    #[test]
    fn no_place_is_left_that_nobody_can_leave_or_use() {
        let built_in = Keymap::built_in();
        let mut refused = Vec::new();
        for context in Context::ALL {
            for (action, _) in built_in.bindings(context) {
                let text = format!("[{}]\n{action} = []\n", context.name());
                match Keymap::with_changes("k", &text) {
                    Ok(_) => assert!(!is_needed(context, action)),
                    Err(e) => {
                        let place = context.name();
                        assert_eq!(e.fault, Fault::Needed { action, place });
                        refused.push(format!("{place} {action}"));
                    }
                }
            }
            let leaves = |(a, _): (Action, _)| matches!(a, Action::Cancel | Action::ShowDay | Action::Quit);
            assert!(built_in.bindings(context).any(leaves), "{}", context.name());
        }
        for line in [
            "week day",
            "settings day",
            "menu accept",
            "prompt accept",
            "dialog accept",
            "calendar accept",
            "entry book",
        ] {
            assert!(refused.iter().any(|r| r == line), "{line}: {refused:?}");
        }
    }

    #[test]
    fn a_wrong_place_is_told_with_all_that_there_are() {
        for lang in Lang::ALL {
            let e = Keymap::with_changes("k", "[night]\n")
                .unwrap_err()
                .say(&I18n::new(lang));
            assert!(Context::ALL.iter().all(|c| e.contains(c.name())), "{e}");
        }
    }

    proptest! {
        #[test]
        fn the_map_in_force_reads_back(
            changes in prop::collection::btree_map(
                0..Action::ALL.len(),
                prop::collection::vec(prop::sample::select(vec!["f10", "f11", "f12", "\"", "\\", "ctrl-y", "insert", "课"]), 0..3),
                0..4,
            )
        ) {
            let mut text = "[day]\n".to_owned();
            for (i, keys) in changes {
                writeln!(text, "{} = {keys:?}", Action::ALL[i]).unwrap();
            }
            if let Ok(map) = Keymap::with_changes("k", &text) {
                prop_assert_eq!(Keymap::with_changes("k", &map.to_toml()), Ok(map.clone()));
                prop_assert_eq!(Keymap::parse("k", &map.to_toml()), Ok(map));
            }
        }
    }
}
