//! The survey screen on a real store: joining, answering, what would be sent, writing it, the history.

mod answers;
mod history;
mod join;
mod keys;
mod respond;
mod window;
mod words;

use crate::common::{Harness, now, setup};
use crate::screens::SIZES;
use jianfu::app::{Input, Prefs, Screen, SurveyScreen};
use jianfu::demo;
use jianfu::diary::{JoinedSurvey, SETTING_NAMES, Sent};
use jianfu::i18n::{I18n, Lang};
use jianfu::store::{Session, Store};
use jianfu::survey::{Asks, Definition, Draft, KeyPair, Wording, presets};
use jianfu::tui::Unsaved;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A store with the made-up term, and a folder for files beside it.
pub(crate) struct Place {
    dir: TempDir,
}

impl Place {
    pub(crate) fn new(lang: Lang, surveys: Vec<JoinedSurvey>) -> Self {
        let out = Self {
            dir: tempfile::tempdir().unwrap(),
        };
        std::fs::create_dir(out.files()).unwrap();
        let (diary, mut profile) = demo::term(now().date(), lang);
        profile.surveys = surveys;
        let settings = SETTING_NAMES.iter().filter_map(|n| profile.setting(n)).collect();
        let mut session = out.session();
        session
            .replace(diary.days().cloned().collect(), settings)
            .unwrap();
        session.keep_survey_secret(&demo::secret()).unwrap();
        session.begin_here().unwrap();
        out
    }

    /// The made-up survey joined.
    fn joined(lang: Lang) -> Self {
        Self::new(lang, vec![demo::survey(now().date())])
    }

    fn store(&self) -> Store {
        Store::at(self.dir.path().join("data"))
    }

    fn session(&self) -> Session {
        self.store().session(now()).unwrap()
    }

    pub(crate) fn files(&self) -> PathBuf {
        self.dir.path().join("files")
    }

    fn file(&self, name: &str, content: &[u8]) -> String {
        let path = self.files().join(name);
        std::fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }

    fn setup(&self, lang: Lang, folder: &str) -> jianfu::tui::Setup {
        let mut setup = setup(self.store(), lang);
        setup.desk = Box::new(Unsaved(Prefs {
            documents: folder.to_owned(),
            ..Prefs::new(lang)
        }));
        setup
    }

    pub(crate) fn open(&self, lang: Lang, width: u16, height: u16) -> Harness {
        let folder = self.files();
        Harness::with(self.setup(lang, folder.to_str().unwrap()), width, height)
    }

    fn surveys(&self) -> Vec<JoinedSurvey> {
        self.session().profile().unwrap().surveys
    }

    fn sent(&self) -> Vec<Sent> {
        self.session().all_sent().unwrap()
    }

    /// The sealed files, by name.
    fn sealed(&self) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(self.files()).unwrap();
        let paths = entries.map(|entry| entry.unwrap().path());
        let mut paths: Vec<PathBuf> = paths
            .filter(|p| p.extension().is_some_and(|e| e == "age"))
            .collect();
        paths.sort();
        paths
    }
}

/// A survey that asks for everything, with its key.
fn survey(title: &str) -> (Definition, KeyPair) {
    let pair = KeyPair::generate();
    let draft = Draft {
        title: Wording::same(title),
        contact: Wording::same("the office, room 5"),
        weeks: "2026-W45".parse().unwrap()..="2026-W50".parse().unwrap(),
        closes: "2027-01-15".parse().unwrap(),
        rounding: Definition::USUAL_ROUNDING,
        min_group: Definition::USUAL_MIN_GROUP,
        panel: true,
        asks: Asks {
            activities: true,
            meetings: true,
            late_parent_messages: true,
            goal: true,
            ratings: true,
        },
        staff: Some(8),
        groups: presets().into_iter().take(3).collect(),
    };
    let definition = draft.write(&pair.recipient(), I18n::english()).unwrap();
    (definition, pair)
}

/// What a sealed file holds, opened with the key as its file has it.
fn opened(path: &Path, pair: &KeyPair) -> Vec<u8> {
    let key = String::from_utf8(pair.file(None).unwrap()).unwrap();
    let identity: age::x25519::Identity = key.lines().last().unwrap().parse().unwrap();
    age::decrypt(&identity, &std::fs::read(path).unwrap()).unwrap()
}

fn shown(h: &Harness) -> &SurveyScreen {
    match h.app().screen() {
        Screen::Survey(screen) => screen,
        other => panic!("{other:?}"),
    }
}

fn selected(h: &Harness) -> String {
    shown(h).selected().unwrap().label.clone()
}

/// Goes down to a line.
fn go_to(h: &mut Harness, label: &str) {
    h.press("home");
    for _ in 0..shown(h).said.lines.len() {
        if selected(h) == label {
            return;
        }
        h.press("down");
    }
    panic!("no line {label:?}:\n{}", h.screen());
}

/// Types a path into what is open.
fn path(h: &mut Harness, text: &str) {
    h.press("end ctrl-u").input(Input::Paste(text.to_owned()));
}

/// What stands on the screen between the line of the parts and what follows the message, put together.
fn raw_on_screen(h: &Harness) -> String {
    let lines = h.lines();
    let from = lines.iter().position(|l| l.contains("[Raw]")).unwrap() + 1;
    let to = lines.iter().position(|l| l.starts_with(" Followed by ")).unwrap();
    let part = |line: &String| line.strip_prefix(' ').unwrap().to_owned();
    lines[from..to].iter().map(part).collect()
}

fn snap(name: &str, set_up: impl Fn(Lang) -> Place, keys: &str) {
    for lang in Lang::ALL {
        for (width, height) in SIZES {
            let place = set_up(lang);
            let mut h = Harness::with(place.setup(lang, "/data/jianfu"), width, height);
            h.press(keys);
            snap_picture(&format!("{name}-{lang}-{width}x{height}"), &h);
        }
    }
}

/// A picture of the screen; here, so that the pictures of all parts lie together.
fn snap_picture(name: &str, h: &Harness) {
    insta::assert_snapshot!(name, h.picture());
}
