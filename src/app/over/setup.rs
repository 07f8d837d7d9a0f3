//! The questions of the first start: language, school days with their bells, timetable. Each answer is saved when the user goes on, and all
//! of it can be skipped, also by just beginning to type an entry.

use super::Over;
use super::setting_menu::toggle;
use crate::app::settings::looks::configure_language;
use crate::app::update::opens_line;
use crate::app::{App, Effect, EntryLine, List, Looks, Prefs, Screen, TimetableToast, Toast};
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
    /// Which weekdays have school, and with which bells?
    School,
    /// Enter a timetable now?
    Timetable,
}

impl Step {
    const ALL: [Self; 3] = [Self::Language, Self::School, Self::Timetable];
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
    /// The bells as chosen so far, by their line among [`Setup::BELLS`].
    pub bells: usize,
    /// Whether nobody asked for it: then a typed character begins an entry.
    unasked: bool,
    /// Whether the language is asked for: not where the command line decides it.
    asks_language: bool,
}

impl Setup {
    /// How many weekdays there are to take in or out; the bells follow below them.
    pub const WEEKDAYS: usize = 7;

    /// How many bells there are to choose from: the schedules, and to leave them as they are.
    pub const BELLS: usize = 3;

    /// The lines of the last question: later, now, from a file.
    pub const TIMETABLE: usize = 3;

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
                Step::School
            },
            list: List::on(if asks_language { at.unwrap_or(0) } else { 0 }),
            days: profile.school_days,
            bells: bells_line(profile),
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
            Step::School => Self::WEEKDAYS + Self::BELLS,
            Step::Timetable => Self::TIMETABLE,
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
            Action::Toggle if self.step == Step::School => {
                let at = self.list.at(self.count());
                match at.checked_sub(Self::WEEKDAYS) {
                    Some(bells) => self.bells = bells,
                    None => toggle(&mut self.days, at, app),
                }
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
                self.ask(Step::School, app);
                app.over = Some(Over::Setup(self));
                vec![configure_language(lang)]
            }
            Step::School => {
                let mut effects = app.set(Setting::SchoolDays(self.days));
                if let Some(bells) = Self::schedules().into_iter().nth(self.bells) {
                    let bells = vec![Bells::all_year(bells)];
                    if app.known().profile().loses_its_time(&bells).is_some() {
                        app.toast = Some(Toast::Timetable(TimetableToast::BellsInUse));
                        app.over = Some(Over::Setup(self));
                        return Vec::new();
                    }
                    effects.extend(app.set(Setting::Bells(bells)));
                }
                self.ask(Step::Timetable, app);
                app.over = Some(Over::Setup(self));
                effects
            }
            Step::Timetable => {
                let mut effects = self.end(app);
                effects.extend(match at {
                    0 => Vec::new(), // straight into the first day
                    1 => app.show_timetable(),
                    _ => app.import_timetable(),
                });
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
        self.step = step;
        let at = match step {
            Step::Language => Lang::ALL.iter().position(|l| *l == app.lang),
            Step::School | Step::Timetable => None,
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

/// The line of the bells that are set; the first where none are.
fn bells_line(profile: &Profile) -> usize {
    if profile.bells.is_empty() {
        return 0;
    }
    let schedules = Setup::schedules().map(|s| vec![Bells::all_year(s)]);
    let same = schedules.iter().position(|s| *s == profile.bells);
    same.unwrap_or(schedules.len())
}

impl App {
    /// Shows the timetable, to be entered.
    pub(in crate::app) fn show_timetable(&mut self) -> Vec<Effect> {
        self.act_anywhere(Action::ShowTimetable)
    }

    /// Asks for a file with a timetable.
    pub(in crate::app) fn import_timetable(&mut self) -> Vec<Effect> {
        self.act_anywhere(Action::Import)
    }
}
