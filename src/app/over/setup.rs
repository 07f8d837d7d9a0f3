//! The questions of the first start: language, school days, bells. Each answer is saved when the user goes on, and all
//! of it can be skipped, also by just beginning to type an entry.

use super::Over;
use super::setting_menu::toggle;
use crate::app::settings::looks::configure_language;
use crate::app::update::opens_line;
use crate::app::{App, Effect, EntryLine, List, Looks, Prefs, Screen};
use crate::diary::{Profile, Setting};
use crate::domain::{BellSchedule, SchoolDays};
use crate::i18n::Lang;
use crate::keymap::{Action, Key};
use crate::settings::Key as ConfigKey;
use crate::timetable::Bells;

/// A question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Which language?
    Language,
    /// Which weekdays have school?
    SchoolDays,
    /// Which bells?
    Bells,
}

impl Step {
    const ALL: [Self; 3] = [Self::Language, Self::SchoolDays, Self::Bells];
}

/// The questions, one at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setup {
    /// The question asked.
    pub step: Step,
    /// The selected line.
    pub list: List,
    /// The school days as chosen so far.
    pub days: SchoolDays,
    /// Whether nobody asked for it: then a typed character begins an entry.
    unasked: bool,
    /// Whether the language is asked for: not where the command line decides it.
    asks_language: bool,
}

impl Setup {
    /// What opens by itself at the first start.
    #[must_use]
    pub fn first(prefs: &Prefs) -> Self {
        Self::new(prefs, &Profile::default(), true)
    }

    /// What the user asks for.
    #[must_use]
    pub fn again(prefs: &Prefs, profile: &Profile) -> Self {
        Self::new(prefs, profile, false)
    }

    fn new(prefs: &Prefs, profile: &Profile, unasked: bool) -> Self {
        let asks_language = !prefs.is_overridden(ConfigKey::Language);
        let at = Lang::ALL.iter().position(|l| *l == prefs.lang);
        Self {
            step: if asks_language {
                Step::Language
            } else {
                Step::SchoolDays
            },
            list: List::on(if asks_language { at.unwrap_or(0) } else { 0 }),
            days: profile.school_days,
            unasked,
            asks_language,
        }
    }

    /// The schedules that are offered; after them, to leave the bells as they are.
    #[must_use]
    pub fn schedules() -> [BellSchedule; 2] {
        [BellSchedule::usual(), BellSchedule::primary()]
    }

    /// The number of the question, from 1, and of how many.
    #[must_use]
    pub fn number(&self) -> (usize, usize) {
        let steps = self.steps();
        let at = steps.iter().position(|s| *s == self.step).unwrap_or(0);
        (at + 1, steps.len())
    }

    fn steps(&self) -> &'static [Step] {
        if self.asks_language {
            &Step::ALL
        } else {
            &Step::ALL[1..]
        }
    }

    /// Whether a typed character begins an entry.
    #[must_use]
    pub const fn gives_way(&self) -> bool {
        self.unasked
    }

    /// Whether a key types the beginning of an entry, so that it is none of this list's.
    #[must_use]
    pub fn is_begun_upon(&self, key: Key) -> bool {
        self.unasked && key.typed().is_some_and(opens_line)
    }

    /// How many lines the question has.
    #[must_use]
    pub const fn count(&self) -> usize {
        match self.step {
            Step::Language => Lang::ALL.len(),
            Step::SchoolDays => 7,
            Step::Bells => 3,
        }
    }

    pub(super) fn lines(&mut self) -> (&mut List, usize) {
        let lines = self.count();
        (&mut self.list, lines)
    }

    pub(super) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        match action {
            Action::Accept | Action::NextValue | Action::PageDown => return self.go_on(app),
            Action::PreviousValue | Action::PageUp => return self.go_back(app),
            Action::Toggle if self.step == Step::SchoolDays => {
                let day = self.list.at(self.count());
                toggle(&mut self.days, day, app);
            }
            _ => {
                let (list, lines) = self.lines();
                list.act(action, lines);
            }
        }
        let looks = self.looks();
        app.over = Some(Over::Setup(self));
        looks.map(Effect::TryOn).into_iter().collect()
    }

    fn go_on(mut self, app: &mut App) -> Vec<Effect> {
        let at = self.list.at(self.count());
        match self.step {
            Step::Language => {
                let lang = Lang::ALL.get(at).copied();
                self.ask(Step::SchoolDays, app);
                app.over = Some(Over::Setup(self));
                vec![configure_language(lang)]
            }
            Step::SchoolDays => {
                let effects = app.set(Setting::SchoolDays(self.days));
                self.ask(Step::Bells, app);
                app.over = Some(Over::Setup(self));
                effects
            }
            Step::Bells => {
                let mut effects = self.end(app);
                if let Some(bells) = Self::schedules().into_iter().nth(at) {
                    effects.extend(app.set(Setting::Bells(vec![Bells::all_year(bells)])));
                }
                effects
            }
        }
    }

    fn go_back(mut self, app: &mut App) -> Vec<Effect> {
        let before = self.steps().iter().take_while(|s| **s != self.step).last();
        if let Some(step) = before {
            self.ask(*step, app);
        }
        app.over = Some(Over::Setup(self));
        Vec::new()
    }

    fn ask(&mut self, step: Step, app: &App) {
        let profile = app.known.profile();
        self.step = step;
        let at = match step {
            Step::Language => Lang::ALL.iter().position(|l| *l == app.lang),
            Step::SchoolDays => {
                self.days = profile.school_days;
                None
            }
            Step::Bells if profile.bells.is_empty() => None,
            Step::Bells => {
                let schedules = Self::schedules().map(|s| vec![Bells::all_year(s)]);
                let same = schedules.iter().position(|s| *s == profile.bells);
                Some(same.unwrap_or(schedules.len()))
            }
        };
        self.list = List::on(at.unwrap_or(0));
    }

    fn looks(&self) -> Option<Looks> {
        let lang = Lang::ALL.get(self.list.at(self.count())).copied();
        (self.step == Step::Language).then_some(Looks { lang, theme: None })
    }

    pub(super) fn cancel(&self, app: &App) -> Vec<Effect> {
        let effects = self.end(app);
        if effects.is_empty() && self.step == Step::Language {
            return vec![Effect::TryOn(Looks::default())];
        }
        effects
    }

    /// That it was here is remembered by there being a configuration file; so one is written, with the language on the
    /// screen if that was chosen.
    fn end(&self, app: &App) -> Vec<Effect> {
        if !app.prefs.first_start {
            return Vec::new();
        }
        let chosen = (self.asks_language && app.lang != app.prefs.lang).then_some(app.lang);
        vec![configure_language(chosen.or(app.prefs.language))]
    }

    /// Takes a key that is no action: who begins to type an entry is not stopped.
    pub(super) fn edit(self, app: &mut App, key: Key) -> Vec<Effect> {
        let Some(c) = key.typed().filter(|c| opens_line(*c)) else {
            app.over = Some(Over::Setup(self));
            return Vec::new();
        };
        let mut effects = self.end(app);
        app.screen = Screen::Day;
        effects.extend(app.open_line(EntryLine::new(c.encode_utf8(&mut [0; 4]))));
        effects
    }
}
