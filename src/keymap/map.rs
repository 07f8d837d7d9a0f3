//! The keymap: keys by place and action, read from a TOML file and checked.

use super::{Action, Context, Fault, Key, KeymapError};
use std::collections::BTreeMap;
use toml::de::{DeTable, DeValue};

/// Which key does what in which place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    actions: BTreeMap<(Context, Key), Action>,
    keys: BTreeMap<(Context, Action), Vec<Key>>,
}

impl Keymap {
    /// The built-in keys.
    ///
    /// # Panics
    /// Never: the file is part of the program and a test reads it.
    #[must_use]
    #[expect(clippy::expect_used, reason = "the embedded file is checked by a test")]
    pub fn built_in() -> Self {
        Self::parse("default.toml", include_str!("default.toml")).expect("default.toml is well-formed")
    }

    /// Reads a keymap; `file` is only named in errors.
    ///
    /// # Errors
    /// [`KeymapError`] for the first thing that is wrong, a key bound twice in one place included.
    pub fn parse(file: &str, text: &str) -> Result<Self, KeymapError> {
        let bindings = Bindings::parse(file, text)?;
        let mut out = Self::empty();
        for binding in bindings.iter() {
            for (key, at) in &binding.keys {
                out.bind(binding.context, binding.action, *key)
                    .map_err(|fault| bindings.fail(*at, fault))?;
            }
        }
        Ok(out)
    }

    pub(super) const fn empty() -> Self {
        Self {
            actions: BTreeMap::new(),
            keys: BTreeMap::new(),
        }
    }

    pub(super) fn bind(&mut self, context: Context, action: Action, key: Key) -> Result<(), Fault> {
        if context.takes_text() && key.typed().is_some() {
            return Err(Fault::Typed(key));
        }
        match self.actions.insert((context, key), action) {
            Some(first) if first != action => Err(Fault::Conflict {
                key,
                first,
                second: action,
            }),
            Some(_) => Ok(()),
            None => {
                self.keys.entry((context, action)).or_default().push(key);
                Ok(())
            }
        }
    }

    /// What a key does in a place.
    #[must_use]
    pub fn action(&self, context: Context, key: Key) -> Option<Action> {
        let exact = self.actions.get(&(context, key));
        exact
            .or_else(|| self.actions.get(&(context, key.half_width())))
            .copied()
    }

    /// The keys of an action in a place, the one to show first.
    #[must_use]
    pub fn keys(&self, context: Context, action: Action) -> &[Key] {
        self.keys.get(&(context, action)).map_or(&[], Vec::as_slice)
    }

    /// The actions of a place with their keys, in the order of [`Action::ALL`].
    pub fn bindings(&self, context: Context) -> impl Iterator<Item = (Action, &[Key])> {
        self.keys
            .range((context, Action::ALL[0])..)
            .take_while(move |((c, _), _)| *c == context)
            .map(|((_, action), keys)| (*action, keys.as_slice()))
    }
}

/// The keys that a file gives an action in a place, in its order.
#[derive(Debug)]
pub(super) struct Binding {
    pub(super) context: Context,
    pub(super) action: Action,
    /// The keys, and where each stands in the file.
    pub(super) keys: Vec<(Key, usize)>,
    /// Where the action stands in the file.
    pub(super) at: usize,
}

/// What a keymap file says, not yet checked for keys with two actions.
#[derive(Debug)]
pub(super) struct Bindings<'a> {
    file: &'a str,
    text: &'a str,
    list: Vec<Binding>,
}

impl<'a> Bindings<'a> {
    /// Reads a file; `file` is only named in errors.
    pub(super) fn parse(file: &'a str, text: &'a str) -> Result<Self, KeymapError> {
        let mut out = Self {
            file,
            text,
            list: Vec::new(),
        };
        let root = DeTable::parse(text).map_err(|e| {
            let at = e.span().map_or(0, |s| s.start);
            out.fail(at, Fault::Syntax(e.message().to_owned()))
        })?;
        for (name, table) in root.get_ref() {
            let unknown = || out.fail(name.span().start, Fault::Context(name.get_ref().to_string()));
            let context = Context::ALL
                .into_iter()
                .find(|c| c.name() == name.get_ref().as_ref())
                .ok_or_else(unknown)?;
            for (name, keys) in table.get_ref().as_table().ok_or_else(unknown)? {
                let at = name.span().start;
                let fail = |fault| out.fail(at, fault);
                let action = Action::from_name(name.get_ref())
                    .ok_or_else(|| fail(Fault::Action(name.get_ref().to_string())))?;
                let texts = list(keys.get_ref()).ok_or_else(|| fail(Fault::NotAList(action.to_string())))?;
                let key = |(text, at): (&str, usize)| match text.parse() {
                    Ok(key) => Ok((key, at)),
                    Err(_) => Err(out.fail(at, Fault::Key(text.to_owned()))),
                };
                let keys = texts.into_iter().map(key).collect::<Result<_, _>>()?;
                out.list.push(Binding {
                    context,
                    action,
                    keys,
                    at,
                });
            }
        }
        out.list.sort_by_key(|b| b.at);
        Ok(out)
    }

    /// A fault at a byte of the file.
    pub(super) fn fail(&self, at: usize, fault: Fault) -> KeymapError {
        KeymapError {
            file: self.file.to_owned(),
            line: self.text.get(..at).unwrap_or(self.text).matches('\n').count() + 1,
            fault,
        }
    }

    /// In the order of the file.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Binding> {
        self.list.iter()
    }

    pub(super) fn of(&self, context: Context, action: Action) -> Option<&Binding> {
        self.iter().find(|b| (b.context, b.action) == (context, action))
    }
}

/// The texts of a list, and where each stands.
fn list<'a>(value: &'a DeValue<'_>) -> Option<Vec<(&'a str, usize)>> {
    let items = value.as_array()?;
    items
        .iter()
        .map(|item| Some((item.get_ref().as_str()?, item.span().start)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> (usize, Fault) {
        let e = Keymap::parse("keys.toml", text).unwrap_err();
        assert_eq!(e.file, "keys.toml");
        assert!(!e.to_string().is_empty());
        (e.line, e.fault)
    }

    #[test]
    fn every_action_is_bound_and_has_a_key_that_passes_an_input_method() {
        let keymap = Keymap::built_in();
        for action in Action::ALL {
            let places: Vec<_> = Context::ALL
                .into_iter()
                .filter(|c| !keymap.keys(*c, action).is_empty())
                .collect();
            assert!(!places.is_empty(), "{action} has no key");
            for place in places {
                let keys = keymap.keys(place, action);
                assert!(
                    keys.iter().any(|k| k.passes_input_method()),
                    "{action} in {} has only {keys:?}",
                    place.name()
                );
            }
        }
    }

    #[test]
    fn every_hint_of_the_footer_is_bound() {
        let keymap = Keymap::built_in();
        for context in Context::ALL {
            for action in context.hints() {
                assert!(
                    !keymap.keys(context, *action).is_empty(),
                    "{action} in {context:?}"
                );
            }
        }
    }

    #[test]
    fn digits_stay_free_to_open_the_entry_line() {
        let keymap = Keymap::built_in();
        for c in "0123456789+&".chars() {
            assert_eq!(keymap.action(Context::Day, Key::char(c)), None, "{c}");
        }
    }

    #[test]
    fn a_full_width_key_means_its_ascii_form() {
        let keymap = Keymap::built_in();
        assert_eq!(keymap.action(Context::Day, Key::char('？')), Some(Action::Help));
        assert_eq!(
            keymap.action(Context::Day, Key::char('】')),
            Some(Action::NextDay)
        );
    }

    #[test]
    fn a_conflict_names_both_actions_and_the_key() {
        let (line, fault) = fault("[day]\nlog = [\"a\", \"n\"]\nquit = [\"q\", \"n\"]\n");
        let key = Key::char('n');
        let (first, second) = (Action::Log, Action::Quit);
        assert_eq!((line, &fault), (3, &Fault::Conflict { key, first, second }));
        let text = KeymapError {
            file: "keys.toml".into(),
            line,
            fault,
        }
        .to_string();
        for part in ["keys.toml", "3", "log", "quit", "\"n\""] {
            assert!(text.contains(part), "{text}");
        }
    }

    #[test]
    fn the_same_key_may_do_different_things_in_different_places() {
        let keymap = Keymap::parse("k", "[day]\nquit = [\"q\"]\n[help]\ncancel = [\"q\"]\n").unwrap();
        assert_eq!(keymap.action(Context::Help, Key::char('q')), Some(Action::Cancel));
        assert_eq!(keymap.action(Context::Entry, Key::char('q')), None);
    }

    #[test]
    fn faults_are_placed() {
        assert_eq!(fault("[day]\n\nfly = [\"f\"]").0, 3);
        assert_eq!(fault("[night]\n").1, Fault::Context("night".into()));
        assert_eq!(fault("day = 3\n").1, Fault::Context("day".into()));
        assert_eq!(fault("[day]\nquit = \"q\"\n").1, Fault::NotAList("quit".into()));
        assert_eq!(fault("[day]\nquit = [\"qq\"]\n"), (2, Fault::Key("qq".into())));
        assert_eq!(fault("[entry]\nbook = [\"b\"]\n").1, Fault::Typed(Key::char('b')));
        assert!(matches!(fault("[day\n"), (1, Fault::Syntax(_))));
    }
}
