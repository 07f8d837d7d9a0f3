//! The user's own rules for words in files: to see, to add, to take out.

use super::meaning::{meaning, rules};
use super::{Contents, Import};
use crate::app::{App, Effect, Line, List, Over};
use crate::diary::{Profile, Setting};
use crate::domain::WordRule;
use crate::keymap::{Action, Context, Key};

/// The list of rules; its first line makes one more.
#[derive(Debug, Clone, PartialEq)]
pub struct WordRules {
    /// The rules, by their words.
    pub rules: Vec<WordRule>,
    /// The selected line.
    pub list: List,
    /// The rule that is typed.
    pub typing: Option<RuleLine>,
    /// The rules as they were before.
    base: Vec<WordRule>,
    /// The import that it was opened from, with which the rules are saved.
    import: Option<Box<Import>>,
}

/// A rule that is typed: `社团 = kh`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RuleLine {
    /// What is typed.
    pub line: Line,
    /// Whether it is no rule; false until Enter was pressed.
    pub is_wrong: bool,
    /// The word of the rule that it is to replace.
    replaces: Option<String>,
}

impl WordRules {
    /// The rules of the profile.
    pub(in crate::app) fn new(app: &App) -> Self {
        Self {
            rules: rules(app.known().profile()),
            list: List::default(),
            typing: None,
            base: app.known().profile().words.clone(),
            import: None,
        }
    }

    /// The rules of an import.
    pub(super) fn of(import: Box<Import>) -> Self {
        let mut rules = match &import.what {
            Contents::Log(log) => log.preview.own().to_vec(),
            Contents::Week(week) => week.own().to_vec(),
        };
        rules.sort();
        Self {
            rules,
            list: List::default(),
            typing: None,
            base: Vec::new(),
            import: Some(import),
        }
    }

    /// Whose keys count.
    #[must_use]
    pub const fn context(&self) -> Context {
        if self.typing.is_some() {
            Context::Prompt
        } else {
            Context::Words
        }
    }

    /// How many lines there are.
    #[must_use]
    pub fn count(&self) -> usize {
        1 + self.rules.len()
    }

    /// The rule of a line; none for the one that makes one more.
    #[must_use]
    pub fn at(&self, line: usize) -> Option<&WordRule> {
        self.rules.get(line.checked_sub(1)?)
    }

    pub(in crate::app::over) fn lines(&mut self) -> Option<(&mut List, usize)> {
        let lines = self.count();
        self.typing.is_none().then_some((&mut self.list, lines))
    }

    pub(in crate::app::over) fn cancel(mut self, app: &mut App) -> Vec<Effect> {
        app.over = if self.typing.take().is_some() {
            Some(Over::Words(self))
        } else {
            self.import.map(Over::Import)
        };
        Vec::new()
    }

    pub(in crate::app::over) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        let lines = self.count();
        let effects = if let Some(typing) = &mut self.typing {
            if action != Action::Accept {
                Vec::new()
            } else if let Some(rule) = read(app, typing.line.text()) {
                let replaced = typing.replaces.take();
                self.rules
                    .retain(|old| old.word() != rule.word() && Some(old.word()) != replaced.as_deref());
                self.rules.push(rule);
                self.rules.sort();
                self.typing = None;
                self.save(app)
            } else {
                typing.is_wrong = true;
                Vec::new()
            }
        } else if self.list.act(action, lines) {
            Vec::new()
        } else {
            let at = self.list.at(lines);
            match (action, self.at(at)) {
                (Action::Accept, None) => {
                    self.typing = Some(RuleLine::default());
                    Vec::new()
                }
                (Action::Accept, Some(rule)) => {
                    let text = format!("{} = {}", rule.word(), rule.meaning());
                    self.typing = Some(RuleLine {
                        line: Line::new(&text),
                        is_wrong: false,
                        replaces: Some(rule.word().to_owned()),
                    });
                    Vec::new()
                }
                (Action::Delete, Some(_)) => {
                    self.rules.remove(at - 1);
                    self.save(app)
                }
                _ => Vec::new(),
            }
        };
        app.over = Some(Over::Words(self));
        effects
    }

    pub(in crate::app::over) fn edit(mut self, app: &mut App, key: Key) -> Vec<Effect> {
        if let Some(typing) = &mut self.typing
            && typing.line.edit(key)
        {
            typing.is_wrong = false;
        }
        app.over = Some(Over::Words(self));
        Vec::new()
    }

    pub(in crate::app::over) fn paste(&mut self, text: &str) {
        if let Some(typing) = &mut self.typing {
            typing.line.insert(text);
            typing.is_wrong = false;
        }
    }

    /// Saves the rules at once, or with the import.
    fn save(&mut self, app: &App) -> Vec<Effect> {
        let own = self.rules.clone();
        match self.import.as_mut().map(|import| &mut import.what) {
            Some(Contents::Log(log)) => log.change(|preview| preview.set_own(own)),
            Some(Contents::Week(week)) => week.set_own(own),
            None => {
                let profile = app.known().profile();
                let all = words_over(profile, &self.base, &own);
                self.base.clone_from(&all);
                self.rules.clone_from(&all);
                self.rules.sort();
                return app.set(Setting::Words(all));
            }
        }
        Vec::new()
    }
}

/// The rules of the profile with what was changed from `base` to `own`: what others have added or changed since stays.
pub(super) fn words_over(profile: &Profile, base: &[WordRule], own: &[WordRule]) -> Vec<WordRule> {
    let new = own.iter().filter(|rule| !base.contains(rule)).cloned();
    let is_gone = |rule: &WordRule| base.contains(rule) && !own.contains(rule);
    let mut all = profile.words_with(new.collect());
    all.retain(|rule| !is_gone(rule));
    all
}

/// The rule that a text is.
fn read(app: &App, text: &str) -> Option<WordRule> {
    let (word, means) = text.rsplit_once(['=', '＝'])?;
    WordRule::new(word, meaning(app, means)?).ok()
}
