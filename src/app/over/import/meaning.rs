//! What something in a file means, typed.

use crate::app::{App, Line, List};
use crate::diary::Profile;
use crate::domain::{DayKind, WordMeaning};
use crate::entry::{complete, fold};
use crate::i18n::half_width;
use crate::keymap::{Action, Key};

/// What a meaning is given to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A wording: from now on a text in which it stands means that.
    Word(String),
    /// Records, by their places in the file.
    Rows(Vec<usize>),
}

/// What something means, while it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeaningLine {
    /// What it is given to.
    pub subject: Subject,
    /// What the file calls it.
    pub label: String,
    /// Whether it is whole days.
    pub is_days: bool,
    /// What it may mean, each with a number while nothing is typed.
    pub perhaps: Vec<WordMeaning>,
    /// What is typed.
    pub line: Line,
    /// What that may become.
    pub offers: Vec<WordMeaning>,
    /// The selected one of them.
    pub list: List,
    /// Whether one is selected: nothing is while nothing is typed, so that nothing is taken unseen.
    pub is_chosen: bool,
    /// Whether it is no meaning; false until Enter was pressed.
    pub is_wrong: bool,
}

impl MeaningLine {
    pub(super) fn new(
        app: &App,
        subject: Subject,
        label: &str,
        is_days: bool,
        perhaps: &[WordMeaning],
    ) -> Self {
        let mut out = Self {
            subject,
            label: label.to_owned(),
            is_days,
            perhaps: perhaps.to_vec(),
            line: Line::default(),
            offers: Vec::new(),
            list: List::default(),
            is_chosen: false,
            is_wrong: false,
        };
        out.read(app);
        out
    }

    /// The meaning that a key or Enter takes; none where there is none yet.
    pub(super) fn taken(&self) -> Option<WordMeaning> {
        let offer = self.offers.get(self.list.at(self.offers.len()));
        offer.filter(|_| self.is_chosen).cloned()
    }

    /// Moves in what is offered.
    pub(super) fn act(&mut self, action: Action) {
        let lines = self.offers.len();
        if !self.is_chosen && action == Action::Down {
            self.list.select(0);
            self.is_chosen = lines > 0;
        } else if self.list.act(action, lines) {
            self.is_chosen = lines > 0;
        }
    }

    /// Takes a key that is no action; gives the meaning whose number it is.
    pub(super) fn edit(&mut self, app: &App, key: Key) -> Option<WordMeaning> {
        let number = key.half_width().typed().and_then(|c| c.to_digit(10));
        if let Some(number) = number.filter(|_| self.line.is_empty()) {
            let at = usize::try_from(number).ok()?.checked_sub(1)?;
            return self.perhaps.get(at).cloned();
        }
        if self.line.edit(key) {
            self.read(app);
        }
        None
    }

    /// Works out what is offered for what is typed.
    pub(super) fn read(&mut self, app: &App) {
        self.is_wrong = false;
        let typed = self.line.text().trim();
        self.is_chosen = !typed.is_empty();
        self.list = List::default();
        let mut offers = if typed.is_empty() {
            self.perhaps.clone()
        } else {
            Vec::new()
        };
        if self.is_days {
            offers.extend(days(typed));
        } else {
            offers.extend(work(app, typed));
        }
        if is_called(typed, SKIP) {
            offers.push(WordMeaning::Skip);
        }
        let mut seen = std::collections::BTreeSet::new();
        offers.retain(|offer| seen.insert(offer.clone()));
        self.offers = offers;
    }
}

/// How passing over is called.
const SKIP: &[&str] = &[
    "skip",
    "pass over",
    "跳过",
    "跳過",
    "略过",
    "略過",
    "不导入",
    "不匯入",
];

/// How a school day is called.
const SCHOOL: &[&str] = &[
    "school", "上学", "上學", "上课", "上課", "调休", "調休", "补班", "補班", "补课", "補課",
];

/// How a day off is called.
const OFF: &[&str] = &["off", "休", "休息", "放假", "停课", "停課"];

/// How the usual reasons are called, in the order of [`DayKind::REASONS`].
const REASONS: [&[&str]; 4] = [
    &["off:holiday", "holiday", "假期", "节假日", "節假日", "放假"],
    &["off:leave", "leave", "请假", "請假", "事假"],
    &["off:sick", "sick", "病假"],
    &["off:weekend", "weekend", "周末", "週末"],
];

/// Whether one of these names begins so.
fn is_called(typed: &str, names: &[&str]) -> bool {
    let typed = fold(typed);
    names.iter().any(|name| fold(name).starts_with(&typed))
}

fn days(typed: &str) -> Vec<WordMeaning> {
    let mut out = Vec::new();
    if is_called(typed, OFF) {
        out.push(WordMeaning::Off(None));
    }
    for (reason, names) in DayKind::REASONS.iter().zip(REASONS) {
        if is_called(typed, names) {
            out.push(WordMeaning::Off(Some((*reason).to_owned())));
        }
    }
    if is_called(typed, SCHOOL) {
        out.push(WordMeaning::School);
    }
    // Another reason, in the user's own words.
    let reason = typed.strip_prefix("off:").unwrap_or(typed).trim();
    if let (false, Ok(DayKind::Off(Some(reason)))) = (reason.is_empty(), DayKind::off(reason)) {
        out.push(WordMeaning::Off(Some(reason)));
    }
    out
}

fn work(app: &App, typed: &str) -> Vec<WordMeaning> {
    let known = app.known();
    let exact = known.lexicon().whole(typed).into_iter();
    let context = known.context(app.today());
    let others = complete(typed, typed.len(), &context, app.lang());
    exact
        .chain(others.into_iter().map(|offer| offer.activity))
        .map(WordMeaning::Activity)
        .collect()
}

/// What a typed text means by itself: the text form of a meaning, an activity as quick entry has it, or a word for
/// passing over, for a school day or for a day off; none where it means nothing, or several things.
pub(super) fn meaning(app: &App, typed: &str) -> Option<WordMeaning> {
    let typed: String = typed.trim().chars().map(half_width).collect();
    let is = |names: &[&str]| names.iter().any(|name| fold(name) == fold(&typed));
    let known = app.known();
    match typed.parse() {
        Ok(WordMeaning::Activity(activity)) => {
            let exists = known
                .taxonomy()
                .activities()
                .iter()
                .any(|i| i.activity == activity);
            return exists.then_some(WordMeaning::Activity(activity));
        }
        Ok(meaning) => return Some(meaning),
        Err(_) => {}
    }
    if let [activity] = known.lexicon().whole(&typed).as_slice() {
        return Some(WordMeaning::Activity(activity.clone()));
    }
    if is(SKIP) {
        Some(WordMeaning::Skip)
    } else if is(SCHOOL) {
        Some(WordMeaning::School)
    } else {
        is(OFF).then_some(WordMeaning::Off(None))
    }
}

/// The rules of a profile, sorted by what they are about.
pub(super) fn rules(profile: &Profile) -> Vec<crate::domain::WordRule> {
    let mut out = profile.words.clone();
    out.sort();
    out
}
