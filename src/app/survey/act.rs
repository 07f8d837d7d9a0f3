//! What the keys of the survey screen do.

use super::{Responded, SurveyAnswer, SurveyPane, SurveyScreen, Writing};
use crate::app::{
    App, Effect, FileWanted, ImportFile, JoinSurvey, Over, PathTrouble, Query, Question, Screen, SentView,
    SurveyDone, SurveyGroup, SurveyRespond, SurveyToast, Toast,
};
use crate::diary::JoinedSurvey;
use crate::i18n::{I18n, Say};
use crate::keymap::Action;
use crate::survey::{Definition, Joined, LineOf, RespondError, SurveyChange};
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

    /// Shows the survey of this definition as soon as it is among those joined.
    pub(in crate::app) fn await_survey(&mut self, definition: &str) {
        if let Screen::Survey(screen) = &mut self.screen {
            screen.joining = Some(definition.to_owned());
        }
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
            Action::PreviousWeek | Action::NextWeek => {
                let by = if action == Action::NextWeek { 1 } else { -1 };
                self.toast = screen.go_weeks(by, today).map(Toast::Survey);
            }
            Action::Today => {
                screen.week = None;
                screen.forget();
            }
            Action::NextSurvey if screen.entries.len() > 1 => {
                screen.show((screen.at + 1) % screen.entries.len());
            }
            Action::SurveyRaw if screen.entry().is_some() => screen.turn_to(SurveyPane::Raw),
            Action::SurveyHistory => screen.turn_to(SurveyPane::History),
            Action::SurveyAbout if screen.joined().is_some() => screen.turn_to(SurveyPane::About),
            Action::Cancel if screen.pane != SurveyPane::Words => screen.pane = SurveyPane::Words,
            Action::Cancel => self.show_screen(Screen::Day),
            Action::Accept if screen.pane == SurveyPane::History => {
                let said = screen.said.sent.get(screen.history.at(screen.sent().len()));
                let view = screen.selected_sent().zip(said);
                self.over = view.map(|(sent, said)| Over::Sent(Box::new(SentView::new(sent, &said.lines))));
            }
            Action::Accept | Action::Toggle => return self.change_survey(),
            Action::JoinSurvey => self.over = Some(Over::ImportFile(ImportFile::of(FileWanted::Survey))),
            Action::LeaveSurvey => self.ask_to_leave(),
            Action::Respond if screen.pane == SurveyPane::History => {
                if screen.is_of_one_left() {
                    self.toast = Some(Toast::Survey(SurveyToast::Left));
                } else {
                    screen.respond_to_line();
                }
            }
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
                let menu = SurveyGroup::new(joined, &code, &I18n::new(self.lang));
                self.over = menu.map(|menu| Over::SurveyGroup(Box::new(menu)));
                Vec::new()
            }
            LineOf::Field(field) | LineOf::Part(field) => {
                let lines = &screen.said.lines;
                // Its values go and come back below it.
                if let Some(at) = lines.iter().position(|l| l.of == LineOf::Field(field)) {
                    screen.fields.select(at);
                }
                self.change_surveys(SurveyChange::Withhold {
                    survey: joined.hash(),
                    field,
                    withhold: !joined.withholds(field),
                })
            }
        }
    }

    /// Changes what the user takes part in, or says.
    pub(in crate::app) fn change_surveys(&self, change: SurveyChange) -> Vec<Effect> {
        vec![Effect::ChangeSurvey {
            date: self.day.date,
            change: Box::new(change),
        }]
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
        let named = |joined: &Joined| {
            let (first, last) = joined.definition.weeks.clone().into_inner();
            (joined.definition.title.get(lang).to_owned(), Some((first, last)))
        };
        let joined = entry.joined.as_ref();
        let (title, weeks) = joined.map_or_else(|_| ((screen.at + 1).to_string(), None), named);
        self.over = Some(Over::Ask(Question::LeaveSurvey {
            kept: Box::new(entry.kept.clone()),
            title,
            weeks,
        }));
    }

    /// Takes no part in a survey any more.
    pub(in crate::app) fn leave_survey(&self, left: &JoinedSurvey) -> Vec<Effect> {
        self.change_surveys(SurveyChange::Leave(Joined::hash_of(left)))
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
        let withdrawal = || {
            let (survey, week) = screen.subject().filter(|_| screen.can_withdraw())?;
            let (_, joined) = screen.find(survey)?;
            Some(Writing::Withdrawal(Box::new(joined.definition.clone()), week))
        };
        let writing = match action {
            Action::Respond => screen.prepared().map(|p| Writing::Response(Box::new(p.clone()))),
            _ => withdrawal(),
        };
        let Some(writing) = writing else {
            self.toast = Some(Toast::Survey(match action {
                _ if screen.is_of_one_left() => SurveyToast::Left,
                _ if screen.entries.is_empty() => SurveyToast::NoneJoined,
                Action::Respond => SurveyToast::NothingToSend,
                _ => SurveyToast::NothingToWithdraw,
            }));
            return;
        };
        let (audience, warnings) = (screen.said.audience.clone(), screen.said.warnings.clone());
        let folder = self.respond_folder.as_ref().unwrap_or(&self.prefs.documents);
        let over = SurveyRespond::new(writing, audience, warnings, folder);
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
                    self.respond_folder = Some(written.line.text().trim().to_owned());
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
        // One that is closed is joined again only to withdraw.
        let is_written_to = match &self.screen {
            Screen::Survey(screen) => screen.sent().iter().any(|s| s.survey == definition.hash()),
            _ => false,
        };
        if self.today > definition.closes && !is_written_to {
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
            SurveyPane::Raw | SurveyPane::About => {
                let is_move = matches!(action, Up | Down | PageUp | PageDown | First | Last);
                let scroll = match self.pane {
                    SurveyPane::Raw => &mut self.raw,
                    _ => &mut self.about,
                };
                if is_move {
                    scroll.act(action);
                }
                is_move
            }
        }
    }

    /// Shows what would be sent to the survey of the selected line of the history for its week, to be written once it is
    /// read.
    fn respond_to_line(&mut self) {
        let Some((survey, week)) = self.subject() else {
            return;
        };
        let Some((at, _)) = self.find(survey) else {
            return;
        };
        if at != self.at {
            self.show(at);
        }
        self.pane = SurveyPane::Words;
        if self.week != Some(week) {
            self.forget();
            self.week = Some(week);
        }
        // What is shown is read again: it may have been of another survey or week.
        self.asked = None;
        self.reading = None;
        self.then = Some(Action::Respond);
    }

    /// Turns to a part, or back to the words.
    fn turn_to(&mut self, pane: SurveyPane) {
        self.pane = if self.pane == pane {
            SurveyPane::Words
        } else {
            pane
        };
    }

    /// Goes so many weeks on, as far as the survey asks about them and they have begun; else says why not.
    fn go_weeks(&mut self, by: i64, today: chrono::NaiveDate) -> Option<SurveyToast> {
        let (week, weeks) = (self.week?, self.weeks(today)?);
        let asked = self.joined()?.definition.weeks.clone();
        let there = week.offset(by)?;
        if weeks.contains(&there) {
            self.week = Some(there);
            return None;
        }
        Some(match by {
            _ if asked.contains(&there) => SurveyToast::NotBegun(there),
            1.. => SurveyToast::LastWeek(week),
            _ => SurveyToast::FirstWeek(week),
        })
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
            SurveyPane::Raw | SurveyPane::About => return false,
        };
        let was = list.at(lines);
        list.select(row);
        was == row
    }
}
