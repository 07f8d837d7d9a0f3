//! What the keys of the survey screen do.

use super::{Responded, SurveyAnswer, SurveyPane, SurveyScreen, Writing};
use crate::app::{
    App, Effect, FileWanted, ImportFile, JoinSurvey, Over, PathTrouble, Query, Question, Screen, SentView,
    SurveyDone, SurveyGroup, SurveyRespond, SurveyToast, Toast,
};
use crate::diary::{JoinedSurvey, Setting};
use crate::i18n::{I18n, Say};
use crate::keymap::Action;
use crate::survey::{Definition, Joined, LineOf, RespondError, surveys_with};
use crate::tr;

impl App {
    /// Shows the surveys.
    pub(in crate::app) fn show_surveys(&mut self) {
        let screen = SurveyScreen::new(self.known.profile());
        self.show_screen(Screen::Survey(Box::new(screen)));
    }

    /// What is still to be read for the survey screen, if that is on the screen.
    pub(in crate::app) fn unread_survey(&self) -> Option<Query> {
        let Screen::Survey(screen) = &self.screen else {
            return None;
        };
        let seq = self.day.loaded.as_ref().map_or(0, |loaded| loaded.seq);
        screen.unread(self.today, seq)
    }

    /// Takes other surveys and another language over to the survey screen.
    pub(in crate::app) fn sync_surveys(&mut self, i18n: &I18n) {
        if let Screen::Survey(screen) = &mut self.screen {
            screen.sync(self.known.profile());
            if screen.said.lang.is_some_and(|lang| lang != i18n.lang()) {
                screen.say(i18n);
            }
        }
    }

    /// Takes what was read for the survey screen.
    pub(in crate::app) fn take_survey(&mut self, answer: SurveyAnswer, i18n: &I18n) -> Vec<Effect> {
        let Screen::Survey(screen) = &mut self.screen else {
            return Vec::new();
        };
        let then = screen.take(answer, i18n);
        match then.filter(|_| self.over.is_none()) {
            Some(action) => self.act_on_survey(action),
            None => Vec::new(),
        }
    }

    pub(in crate::app) fn act_on_survey(&mut self, action: Action) -> Vec<Effect> {
        let today = self.today;
        let Screen::Survey(screen) = &mut self.screen else {
            return Vec::new();
        };
        if screen.moves(action) {
            return Vec::new();
        }
        match action {
            Action::PreviousWeek => screen.go_weeks(-1, today),
            Action::NextWeek => screen.go_weeks(1, today),
            Action::Today => {
                screen.week = None;
                screen.forget();
            }
            Action::NextSurvey if screen.entries.len() > 1 => {
                screen.show((screen.at + 1) % screen.entries.len());
            }
            Action::SurveyRaw if screen.entry().is_some() => screen.turn_to(SurveyPane::Raw),
            Action::SurveyHistory => screen.turn_to(SurveyPane::History),
            Action::Cancel if screen.pane != SurveyPane::Words => screen.pane = SurveyPane::Words,
            Action::Cancel => self.show_screen(Screen::Day),
            Action::Accept if screen.pane == SurveyPane::History => {
                let view = screen.selected_sent().map(SentView::new);
                self.over = view.map(|view| Over::Sent(Box::new(view)));
            }
            Action::Accept | Action::Toggle => return self.change_survey(),
            Action::JoinSurvey => self.over = Some(Over::ImportFile(ImportFile::of(FileWanted::Survey))),
            Action::LeaveSurvey => self.ask_to_leave(),
            Action::Respond | Action::Withdraw => self.open_respond(action),
            _ => {}
        }
        Vec::new()
    }

    /// Changes what is selected: a field is given or withheld, a group gets another answer.
    fn change_survey(&mut self) -> Vec<Effect> {
        let Screen::Survey(screen) = &mut self.screen else {
            return Vec::new();
        };
        if screen.pane != SurveyPane::Words {
            return Vec::new();
        }
        let (Some(line), Some(joined)) = (screen.selected().cloned(), screen.joined().cloned()) else {
            return Vec::new();
        };
        match line.of {
            LineOf::Always => {
                self.toast = Some(Toast::Survey(SurveyToast::Always));
                Vec::new()
            }
            LineOf::Group(code) => {
                self.over = SurveyGroup::new(joined, &code).map(|menu| Over::SurveyGroup(Box::new(menu)));
                Vec::new()
            }
            LineOf::Field(field) | LineOf::Part(field) => {
                let lines = &screen.said.lines;
                // Its values go and come back below it.
                if let Some(at) = lines.iter().position(|l| l.of == LineOf::Field(field)) {
                    screen.fields.select(at);
                }
                let mut joined = joined;
                joined.withhold(field, !joined.withholds(field));
                self.set_survey(&joined)
            }
        }
    }

    /// Keeps a survey with what was answered.
    pub(in crate::app) fn set_survey(&self, joined: &Joined) -> Vec<Effect> {
        self.set(Setting::Surveys(surveys_with(self.known.profile(), joined)))
    }

    fn ask_to_leave(&mut self) {
        let lang = self.lang;
        let Screen::Survey(screen) = &self.screen else {
            return;
        };
        let Some(entry) = screen.entry() else {
            self.toast = Some(Toast::Survey(SurveyToast::NoneJoined));
            return;
        };
        let title = entry.joined.as_ref().map_or_else(
            |_| (screen.at + 1).to_string(),
            |joined| joined.definition.title.get(lang).to_owned(),
        );
        self.over = Some(Over::Ask(Question::LeaveSurvey {
            kept: Box::new(entry.kept.clone()),
            title,
        }));
    }

    /// Takes no part in a survey any more.
    pub(in crate::app) fn leave_survey(&self, left: &JoinedSurvey) -> Vec<Effect> {
        let mut others = self.known.profile().surveys.clone();
        others.retain(|kept| kept.definition != left.definition);
        self.set(Setting::Surveys(others))
    }

    /// Opens what writes a response or a withdrawal; where it is not read yet what would be written, as soon as it is.
    fn open_respond(&mut self, action: Action) {
        let Screen::Survey(screen) = &mut self.screen else {
            return;
        };
        if screen.reading.is_none() {
            screen.then = Some(action);
            return;
        }
        let writing = match (action, screen.joined(), screen.week()) {
            (Action::Respond, ..) => screen.prepared().map(|p| Writing::Response(Box::new(p.clone()))),
            (_, Some(joined), Some(week)) if screen.can_withdraw() => {
                Some(Writing::Withdrawal(Box::new(joined.definition.clone()), week))
            }
            _ => None,
        };
        let Some(writing) = writing else {
            self.toast = Some(Toast::Survey(match action {
                _ if screen.entries.is_empty() => SurveyToast::NoneJoined,
                Action::Respond => SurveyToast::NothingToSend,
                _ => SurveyToast::NothingToWithdraw,
            }));
            return;
        };
        let (audience, warnings) = (screen.said.audience.clone(), screen.said.warnings.clone());
        let over = SurveyRespond::new(writing, audience, warnings, &self.prefs.documents);
        self.over = Some(Over::SurveyRespond(Box::new(over)));
    }

    /// Takes what became of a response or a withdrawal.
    pub(in crate::app) fn responded(&mut self, done: Responded) -> Vec<Effect> {
        match (&mut self.over, done) {
            (Some(Over::SurveyRespond(over)), Responded::Failed(why)) => {
                over.trouble = Some(why);
                return Vec::new();
            }
            (_, Responded::Failed(why)) => self.toast = Some(Toast::Failed(why)),
            (_, Responded::Changed(why)) => {
                self.over = None;
                self.toast = Some(Toast::Notice(why));
            }
            (over, Responded::Written(path)) => {
                let written = over.take();
                if let Some(Over::SurveyRespond(written)) = written {
                    *over = Some(Over::SurveyDone(Box::new(SurveyDone {
                        path,
                        writing: written.writing,
                    })));
                }
            }
        }
        if let Screen::Survey(screen) = &mut self.screen {
            screen.asked = None; // the history is another one now, or the diary
        }
        let seen = self.day.loaded.as_ref().map_or(0, |loaded| loaded.seq);
        vec![Effect::Refresh {
            date: self.day.date,
            seen,
        }]
    }

    /// Takes a definition that was read to be joined: shows what it says, and asks.
    pub(in crate::app) fn ask_to_join(&mut self, definition: Definition, i18n: &I18n) {
        let Some(Over::ImportFile(prompt)) = &mut self.over else {
            return; // it was closed meanwhile
        };
        let is_kept = |kept: &JoinedSurvey| kept.definition == definition.text();
        if self.known.profile().surveys.iter().any(is_kept) {
            let title = definition.title.get(i18n.lang()).to_owned();
            let why = tr!(i18n, "survey-screen-joined-already", title = title);
            prompt.trouble = Some(PathTrouble::Failed(why));
            return;
        }
        if self.today > definition.closes {
            let why = RespondError::Closed(definition.closes).say(i18n);
            prompt.trouble = Some(PathTrouble::Failed(why));
            return;
        }
        self.over = Some(Over::JoinSurvey(Box::new(JoinSurvey::new(definition, i18n))));
    }
}

impl SurveyScreen {
    /// Does what a key asks for in the part shown; false if it asks for nothing that moves there.
    fn moves(&mut self, action: Action) -> bool {
        use Action::{Down, First, Last, PageDown, PageUp, Up};
        let lines = self.said.lines.len();
        match self.pane {
            SurveyPane::Words => self.fields.act(action, lines),
            SurveyPane::History => {
                let sent = self.sent().len();
                self.history.act(action, sent)
            }
            SurveyPane::Raw => {
                let is_move = matches!(action, Up | Down | PageUp | PageDown | First | Last);
                if is_move {
                    self.raw.act(action);
                }
                is_move
            }
        }
    }

    /// Turns to a part, or back to the words.
    fn turn_to(&mut self, pane: SurveyPane) {
        self.pane = if self.pane == pane {
            SurveyPane::Words
        } else {
            pane
        };
    }

    /// Goes so many weeks on, as far as the survey asks about them and they have begun.
    fn go_weeks(&mut self, by: i64, today: chrono::NaiveDate) {
        let (Some(week), Some(weeks)) = (self.week, self.weeks(today)) else {
            return;
        };
        let there = week.offset(by).filter(|there| weeks.contains(there));
        if let Some(there) = there {
            self.week = Some(there);
        }
    }

    /// Selects a line of the part shown; whether it was selected already, so that a second click takes it.
    pub(in crate::app) fn select(&mut self, row: usize) -> bool {
        let (list, lines) = match self.pane {
            SurveyPane::Words => {
                let lines = self.said.lines.len();
                (&mut self.fields, lines)
            }
            SurveyPane::History => {
                let lines = self.said.sent.len();
                (&mut self.history, lines)
            }
            SurveyPane::Raw => return false,
        };
        let was = list.at(lines);
        list.select(row);
        was == row
    }
}
