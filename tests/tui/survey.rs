//! The survey screen on a real store: joining, answering, what would be sent, writing it, the history.

use crate::common::{Harness, now, setup};
use crate::screens::SIZES;
use jianfu::app::{Input, Mouse, Over, Prefs, Screen, SurveyPane, SurveyScreen};
use jianfu::demo;
use jianfu::diary::{JoinedSurvey, SETTING_NAMES, Sent};
use jianfu::i18n::{I18n, Lang};
use jianfu::settings::Borders;
use jianfu::store::{Session, Store};
use jianfu::survey::{Asks, Definition, Draft, Joined, KeyPair, Wording, presets};
use jianfu::theme::Theme;
use jianfu::tui::Unsaved;
use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
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
            insta::assert_snapshot!(format!("{name}-{lang}-{width}x{height}"), h.picture());
        }
    }
}

#[test]
fn nothing_joined() {
    snap("survey-none", |lang| Place::new(lang, Vec::new()), "S");
}

#[test]
fn in_words() {
    snap("survey", Place::joined, "ctrl-d");
}

/// The week is not complete, and there are few alike.
#[test]
fn with_warnings() {
    let few = |lang| {
        let mut survey = demo::survey(now().date());
        survey.definition = survey.definition.replace("staff = 640", "staff = 24");
        Place::new(lang, vec![survey])
    };
    snap("survey-warnings", few, "S right down");
}

#[test]
fn raw() {
    snap("survey-raw", Place::joined, "S v");
}

/// The sheet of a survey about to be joined.
#[test]
fn about_to_be_joined() {
    for lang in Lang::ALL {
        for (width, height) in SIZES {
            let place = Place::new(lang, Vec::new());
            let definition = demo::survey(now().date()).definition;
            let file = place.file("a.survey.toml", definition.as_bytes());
            let mut h = place.open(lang, width, height);
            h.press("S a");
            path(&mut h, &file);
            h.press("enter");
            insta::assert_snapshot!(format!("survey-join-{lang}-{width}x{height}"), h.picture());
        }
    }
}

/// However much the sheet says, and wherever it is scrolled to.
#[test]
fn what_is_to_be_compared_is_seen_whenever_enter_joins() {
    for lang in Lang::ALL {
        let place = Place::new(lang, Vec::new());
        let definition = demo::survey(now().date()).definition;
        let file = place.file("a.survey.toml", definition.as_bytes());
        let fingerprint = Definition::read(definition.as_bytes()).unwrap().fingerprint();
        let compare = I18n::new(lang).format("sheet-compare-how", &[]);
        let mut h = place.open(lang, 60, 18);
        h.press("S a");
        path(&mut h, &file);
        h.press("enter");
        for keys in ["", "down", "pagedown", "end", "home"] {
            h.press(keys);
            h.assert_shows(&fingerprint.to_string());
            let shown: String = h.lines().iter().map(|l| l.trim_matches(['│', ' '])).collect();
            let flat = |text: &str| text.replace(' ', "");
            assert!(flat(&shown).contains(&flat(&compare)), "{}", h.screen());
        }
    }
}

#[test]
fn an_answer() {
    snap("survey-group", Place::joined, "S enter");
}

/// Many answers are held by the same: what tells them apart is seen first, and stays where there is little room.
#[test]
fn the_answers_of_a_tree_are_told_apart() {
    let lang = Lang::ZhHans;
    let mut survey = demo::survey(now().date());
    let (province, city) = ("示例省教育厅直属学校", "示例市教育局直属学校");
    let schools = ["第一实验小学", "第二实验小学"];
    let answers = [
        format!("{{ code = \"p\", name = \"{province}\" }}"),
        format!("{{ code = \"c\", name = \"{city}\", within = \"p\" }}"),
        "{ code = \"d\", name = \"示例区\", within = \"c\" }".to_owned(),
        format!("{{ code = \"s1\", name = \"{}\", within = \"d\" }}", schools[0]),
        format!("{{ code = \"s2\", name = \"{}\", within = \"d\" }}", schools[1]),
    ]
    .join(", ");
    survey.definition.push_str(&format!(
        "\n[[groups]]\ncode = \"school\"\nname = \"学校\"\nanswers = [{answers}]\n"
    ));
    let place = Place::new(lang, vec![survey]);
    let mut h = place.open(lang, 60, 18);
    h.press("S down down enter");
    for school in schools {
        h.assert_shows(&format!("{school}（示例区、{city}、"));
    }
    h.assert_hides("直属学校）");
}

#[test]
fn a_response_to_write() {
    snap("survey-respond", Place::joined, "S right r");
}

#[test]
fn without_colours_and_with_ascii_lines() {
    let place = Place::joined(Lang::ZhHans);
    let mut setup = place.setup(Lang::ZhHans, "/data");
    setup.look.theme = Theme::mono();
    setup.look.borders = Borders::Ascii;
    let mut h = Harness::with(setup, 80, 24);
    h.press("S right");
    insta::assert_snapshot!("survey-mono", h.picture());
}

#[test]
fn a_file_is_joined_and_that_can_be_taken_back() {
    let place = Place::new(Lang::En, Vec::new());
    let (definition, _) = survey("Autumn");
    let file = place.file("a.survey.toml", definition.text().as_bytes());
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S").assert_shows("none joined").assert_shows("press a");
    h.press("a");
    path(&mut h, &file[..file.len() - 12]); // completed, as for an import
    h.press("tab").assert_shows("a.survey.toml").press("enter");
    assert!(matches!(h.app().over(), Some(Over::JoinSurvey(_))));
    h.assert_shows("Autumn")
        .assert_shows(&definition.fingerprint().to_string());
    h.press("esc").assert_shows("none joined");
    assert_eq!(place.surveys(), []);
    h.press("a");
    path(&mut h, &file);
    h.press("enter enter")
        .assert_shows("Survey: Autumn")
        .assert_shows("Saved")
        .assert_shows("2026-W46 (2 of 6)");
    assert_eq!(place.surveys(), [Joined::new(definition.clone()).kept()]);
    // Once is enough.
    h.press("a");
    path(&mut h, &file);
    h.press("enter").assert_shows("already").press("esc");
    h.press("u").assert_shows("none joined");
    assert_eq!(place.surveys(), []);
    h.press("ctrl-r").assert_shows("Survey: Autumn");
    h.press("D").assert_shows("Leave the survey").press("n");
    h.press("D y").assert_shows("none joined");
    h.press("u").assert_shows("Survey: Autumn");
}

#[test]
fn files_that_are_no_definition_say_what_is_wrong_and_where() {
    let place = Place::new(Lang::En, Vec::new());
    let (definition, _) = survey("Autumn");
    let text = definition.text();
    let bad = |name: &str, content: &[u8]| place.file(name, content);
    let cases = [
        (bad("1.toml", b"\xff\xfe"), "not text in UTF-8"),
        (bad("2.toml", b"a = 1"), "not the definition of a survey"),
        (
            bad("3.toml", text.replace("rounding = 15", "rounding = 1").as_bytes()),
            "rounding: a whole number from 5 to 60",
        ),
        (
            bad("4.toml", text.replace("Autumn", "\\u001b[2J").as_bytes()),
            "without control characters",
        ),
        (
            bad(
                "6.toml",
                text.replace("2027-01-15", "2026-11-19")
                    .replace("2026-W50", "2026-W46")
                    .as_bytes(),
            ),
            "the survey closed on 2026-11-19",
        ),
        (bad("5.toml", &vec![b' '; 300 * 1024]), "at most 64"),
        (
            place.files().join("none.toml").to_str().unwrap().to_owned(),
            "no such file",
        ),
        (place.files().to_str().unwrap().to_owned(), "this is no file"),
    ];
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S");
    for (file, said) in cases {
        h.press("a");
        path(&mut h, &file);
        h.press("enter");
        let screen = h.lines().join(" ");
        let flat: String = screen.split_whitespace().collect::<Vec<_>>().join(" ");
        let flat = flat.replace("│ │ ", "");
        assert!(flat.contains(said), "{said}: {}", h.screen());
        assert!(matches!(h.app().over(), Some(Over::ImportFile(_))));
        h.press("esc");
    }
    assert_eq!(place.surveys(), []);
}

#[test]
fn a_group_is_answered_and_a_field_withheld_and_both_taken_back() {
    let place = Place::joined(Lang::En);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S").assert_shows("one of about 180");
    assert_eq!(selected(&h), "School stage");
    h.press("enter")
        .assert_shows("not said")
        .assert_shows("360 people");
    h.press("up up enter").assert_shows("one of about 640");
    assert_eq!(place.surveys()[0].answers.get("stage"), None);
    h.press("u").assert_shows("one of about 180");
    go_to(&mut h, "Meetings");
    h.assert_shows("Enter withhold").press("space");
    assert!(place.surveys()[0].withheld.contains("meetings"));
    assert_eq!(selected(&h), "Meetings");
    h.assert_shows("Enter give");
    assert_eq!(shown(&h).selected().unwrap().value, "not given");
    h.press("enter").assert_shows("Enter withhold");
    assert!(!place.surveys()[0].withheld.contains("meetings"));
    // From one of its values too.
    go_to(&mut h, "Time by activity");
    h.press("down down enter");
    assert_eq!(selected(&h), "Time by activity");
    assert!(place.surveys()[0].withheld.contains("activities"));
    h.press("f9");
    assert!(!place.surveys()[0].withheld.contains("activities"));
    h.press("home enter").assert_shows("in every response");
}

#[test]
fn weeks_are_those_of_the_survey_up_to_today() {
    let place = Place::joined(Lang::En);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S").assert_shows("2026-W46 (7 of 15)");
    h.press("right").assert_shows("2026-W47 (8 of 15)");
    h.assert_shows("not complete");
    h.press("right")
        .assert_shows("2026-W47 (8 of 15)")
        .assert_shows("2026-W48 has not begun yet");
    h.flood("left left left left left left left left left left")
        .assert_shows("2026-W40 (1 of 15)")
        .assert_shows("is the first week");
    h.press("t").assert_shows("2026-W46 (7 of 15)");
}

/// The bytes sealed are the bytes shown.
#[test]
fn what_is_shown_raw_is_what_is_in_the_file() {
    let (definition, pair) = survey("Autumn");
    let place = Place::new(Lang::En, vec![Joined::new(definition).kept()]);
    for (width, height) in [(80, 40), (61, 60), (300, 30)] {
        let mut h = place.open(Lang::En, width, height);
        h.press("S v");
        let shown_raw = raw_on_screen(&h);
        let spaces = 4096 - 1 - shown_raw.len();
        h.assert_shows(&format!("Followed by {spaces} spaces and a line end"));
        let before = place.sealed();
        h.press("r enter").assert_shows("is written").press("enter");
        let new: Vec<PathBuf> = place
            .sealed()
            .into_iter()
            .filter(|p| !before.contains(p))
            .collect();
        let [file] = new.as_slice() else {
            panic!("{new:?}\n{}", h.screen())
        };
        let expected = format!("{shown_raw}{}\n", " ".repeat(spaces));
        assert_eq!(String::from_utf8(opened(file, &pair)).unwrap(), expected);
    }
}

#[test]
fn a_response_and_its_withdrawal_and_what_the_history_has_of_them() {
    let (definition, pair) = survey("Autumn");
    let place = Place::new(Lang::En, vec![Joined::new(definition).kept()]);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S X")
        .assert_shows("No response of this week was written");
    h.press("r")
        .assert_shows("Only about 8 people")
        .assert_shows("exactly as it was shown");
    h.press("enter")
        .assert_shows("is written")
        .assert_shows("Hand this file in to the office, room 5");
    let file = place.sealed().remove(0);
    let name = file.file_name().unwrap().to_str().unwrap().to_owned();
    let whole: String = h.lines().iter().map(|l| l.trim_matches(['│', ' '])).collect();
    assert!(whole.contains(&name), "{whole}");
    h.press("enter")
        .assert_shows("The same was written before")
        .assert_hides("! The same"); // read again: it would be the same
    h.press("h")
        .assert_shows("2026-11-20 17:30  2026-W46  response 1")
        .assert_shows(&name);
    h.press("enter")
        .assert_shows("School stage")
        .assert_shows("Time by category");
    let raw = |h: &Harness| h.screen().contains("\"type\":\"jianfu response\"");
    for _ in 0..40 {
        h.press("down");
    }
    assert!(h.screen().contains("Raw") || raw(&h), "{}", h.screen());
    h.press("end").assert_shows("\"ratings\"");
    h.press("esc esc X").assert_shows("asks whoever collects");
    h.press("enter").assert_shows("withdrawal of 2026-W46 is written");
    let withdrawal = place.sealed().into_iter().find(|p| *p != file).unwrap();
    let said = String::from_utf8(opened(&withdrawal, &pair)).unwrap();
    assert!(said.starts_with("{\"type\":\"jianfu withdrawal\""), "{said}");
    h.press("esc f7")
        .assert_shows("withdrawal 2")
        .assert_shows("response 1");
    assert_eq!(place.sent().len(), 2);
    // Left, the history stays.
    h.press("D y").assert_shows("withdrawal 2");
}

#[test]
fn what_changed_meanwhile_is_shown_again_and_not_sent() {
    let place = Place::joined(Lang::En);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S r");
    let mut session = place.session();
    session
        .apply(&jianfu::diary::Operation::Close {
            date: "2026-11-10".parse().unwrap(),
            closed: false,
        })
        .unwrap();
    drop(session);
    h.press("enter").assert_shows("has changed since it was shown");
    assert_eq!(place.sealed(), Vec::<PathBuf>::new());
    assert!(h.app().over().is_none());
    h.assert_shows("4 of 5 school days");
    h.press("r enter").assert_shows("is written");
}

#[test]
fn a_folder_that_is_not_there_is_said_in_the_dialog() {
    let place = Place::joined(Lang::En);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S r");
    path(&mut h, place.files().join("none").to_str().unwrap());
    h.press("enter");
    assert!(matches!(h.app().over(), Some(Over::SurveyRespond(over)) if over.trouble.is_some()));
    h.press("end ctrl-u enter").assert_shows("Type the folder");
    assert_eq!(place.sent(), []);
}

#[test]
fn with_an_input_method_on_everything_is_reached() {
    let place = Place::joined(Lang::ZhHans);
    let mut h = place.open(Lang::ZhHans, 80, 24);
    h.press("ctrl-d").assert_shows("教师工作时间调查");
    h.press("down").assert_shows("岗位");
    h.press("f2 down enter").assert_shows("任课教师");
    h.press("f6").assert_shows("subject_teacher");
    h.press("f6 f7").assert_shows("还没有写出过").press("f7");
    h.press("f8").assert_shows("按所示原样加密");
    h.press("enter").assert_shows("请把这个文件交给").press("enter");
    h.press("ctrl-x enter").assert_shows("的撤回已写好");
    h.press("enter delete").assert_shows("退出调查").press("esc");
    h.press("f3").assert_shows("定义文件").press("esc");
    h.write("调查"); // types nothing here
    h.assert_shows("教师工作时间调查").press("f4");
    assert_eq!(*h.app().screen(), Screen::Day);
}

#[test]
fn the_palette_leads_here() {
    let place = Place::joined(Lang::ZhHans);
    let mut h = place.open(Lang::ZhHans, 80, 24);
    h.press("ctrl-p").write("xyd").press("enter");
    h.assert_shows("按所示原样加密"); // what would be written was read first
    h.press("esc esc ctrl-p").write("kls").press("enter");
    assert_eq!(shown(&h).pane, SurveyPane::History);
}

#[test]
fn the_mouse_selects_and_turns() {
    let place = Place::joined(Lang::En);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S").click("Role");
    assert_eq!(selected(&h), "Role");
    h.click("Role").assert_shows("class teacher").press("esc");
    let at = h.find("Role");
    h.mouse(Mouse::WheelDown, at);
    assert_eq!(selected(&h), "Days");
    h.click("Raw").assert_shows("Followed by");
    h.click("History").assert_shows("Nothing was written");
    h.click("About").assert_shows("Never in it");
    h.click("In words").assert_shows("School stage");
}

#[test]
fn several_surveys_take_turns() {
    let (definition, _) = survey("Autumn");
    let place = Place::new(
        Lang::En,
        vec![demo::survey(now().date()), Joined::new(definition).kept()],
    );
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S").assert_shows("Survey 2 of 2: Autumn");
    h.press("tab").assert_shows("Survey 1 of 2: Teachers");
    h.press("n").assert_shows("Survey 2 of 2: Autumn");
    h.press("D y").assert_shows("Survey: Teachers");
}

#[test]
fn the_words_follow_the_language_and_the_day() {
    let place = Place::joined(Lang::En);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S").assert_shows("School stage");
    h.press("ctrl-s enter");
    h.write("").press("down down").press("enter");
    let lang = h.app().lang();
    h.press("esc ctrl-d");
    let label = shown(&h).said.lines[0].label.clone();
    assert_eq!(label, I18n::new(lang).format("response-survey", &[]));
}

#[test]
fn what_another_process_changed_is_shown_on_coming_back() {
    let place = Place::joined(Lang::En);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S").assert_shows("one of about 180");
    let mut other = place.surveys();
    other[0].answers.clear();
    let surveys = jianfu::diary::Setting::Surveys(other);
    place.session().set(surveys).unwrap();
    h.press("down").assert_shows("one of about 180"); // nothing is looked for while keys are pressed
    h.input(Input::Back).assert_shows("one of about 640");
    place
        .session()
        .set(jianfu::diary::Setting::Surveys(Vec::new()))
        .unwrap();
    h.input(Input::Back).assert_shows("none joined");
}

#[test]
fn a_new_week_begins_while_the_screen_is_open() {
    let place = Place::joined(Lang::En);
    let clock = Rc::new(Cell::new(now()));
    let mut setup = place.setup(Lang::En, "/data");
    let told = Rc::clone(&clock);
    setup.now = Box::new(move || told.get());
    let mut h = Harness::with(setup, 80, 24);
    h.press("S right right").assert_shows("2026-W47 (8 of 15)");
    clock.set("2026-11-23T08:00:00".parse().unwrap());
    h.press("right").assert_shows("2026-W48 (9 of 15)");
    clock.set("2027-01-25T08:00:00".parse().unwrap());
    h.press("down").assert_shows("Closed on 2027-01-24");
    h.press("r enter").assert_shows("nothing is taken any more");
    assert_eq!(place.sent(), []);
}

#[test]
fn help_lists_its_keys_first() {
    let place = Place::joined(Lang::En);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S ?")
        .assert_shows("Surveys")
        .assert_shows("write response");
}

/// No character of the frame is drawn two cells wide by terminals in East Asian locales.
#[test]
fn with_ascii_borders_no_character_of_the_frame_is_of_ambiguous_width() {
    use unicode_width::UnicodeWidthStr;
    for lang in Lang::ALL {
        let place = Place::joined(lang);
        let mut setup = place.setup(lang, "/data");
        setup.look.borders = Borders::Ascii;
        setup.desk = Box::new(Unsaved(Prefs {
            borders: Borders::Ascii,
            ..Prefs::new(lang)
        }));
        let mut h = Harness::with(setup, 80, 24);
        for keys in [
            "S", "v", "h", "h", "enter", "esc", "right", "r", "esc", "i", "i", "D",
        ] {
            h.press(keys);
            for cell in &h.buffer().content {
                let symbol = cell.symbol();
                if "“”".contains(symbol) {
                    continue; // in the running text of messages, as Chinese writes them
                }
                assert_eq!(symbol.width(), symbol.width_cjk(), "{symbol:?}:\n{}", h.screen());
            }
        }
    }
}

#[test]
fn every_size_draws() {
    let place = Place::joined(Lang::ZhHant);
    for keys in [
        "S",
        "S v",
        "S h",
        "S right r",
        "S enter",
        "S D",
        "S r enter",
        "S h enter",
        "S i",
    ] {
        let mut h = place.open(Lang::ZhHant, 80, 24);
        h.press(keys);
        for (width, height) in
            (1..130)
                .map(|n| (n, n % 37 + 1))
                .chain([(1, 100), (300, 1), (300, 100), (60, 18), (59, 18)])
        {
            h.resize(width, height);
        }
    }
}

#[test]
fn every_theme_draws_and_tells_the_warnings() {
    let place = Place::joined(Lang::En);
    for theme in Theme::names() {
        let mut setup = place.setup(Lang::En, "/data");
        setup.look.theme = Theme::shipped(theme).unwrap();
        let mut h = Harness::with(setup, 60, 18);
        h.press("S right").assert_shows("! The week is not complete");
    }
}

/// What is seen of a window that is too small is only that it is.
#[test]
fn in_a_window_that_is_too_small_nothing_is_done_unseen() {
    let place = Place::joined(Lang::En);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S").resize(50, 12);
    h.press("r enter space delete y u X enter").write("rx");
    h.input(Input::Paste("8-9 jiaoan".to_owned()));
    h.mouse(Mouse::WheelDown, (1, 5)).mouse(Mouse::Press, (1, 5));
    assert_eq!(h.last, jianfu::tui::Next::Go);
    assert_eq!(place.sent(), []);
    h.resize(80, 24).assert_shows("School stage");
    assert!(h.app().over().is_none());
    assert_eq!(selected(&h), "School stage");
    h.press("r").resize(59, 18).press("enter");
    assert_eq!(place.sent(), []);
    assert_eq!(h.press("ctrl-z").last, jianfu::tui::Next::Suspend);
    assert_eq!(h.press("ctrl-q").last, jianfu::tui::Next::Quit);
    let mut h = place.open(Lang::En, 80, 24);
    assert_eq!(h.press("S").resize(1, 1).press("q").last, jianfu::tui::Next::Quit);
}

/// The entry line is seen in every window, so it is typed into; what it says is booked only where the rest is seen.
#[test]
fn in_a_window_that_is_too_small_the_entry_line_goes_on() {
    let place = Place::joined(Lang::En);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("enter").write("8-9 je").resize(50, 12);
    h.write("-x").press("backspace").assert_shows("8-9 je-");
    let blocks = h.app().day().day().blocks().len();
    h.press("enter").assert_shows("8-9 je-");
    assert_eq!(h.app().day().day().blocks().len(), blocks);
}

#[test]
fn undo_never_changes_a_day_that_is_not_seen() {
    let place = Place::joined(Lang::En);
    let date = "2026-11-12".parse().unwrap();
    let mut session = place.session();
    let close = jianfu::diary::Operation::Close { date, closed: false };
    session.apply(&close).unwrap();
    drop(session);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S enter down enter u")
        .assert_shows("what you say to “Teachers")
        .assert_shows("School stage");
    h.press("D y u").assert_shows("leaving “Teachers");
    h.press("ctrl-r").assert_shows("leaving “Teachers").press("u");
    h.press("u").assert_shows("reopening");
    assert_eq!(*h.app().screen(), Screen::Day);
    assert_eq!(h.app().day().date, date);
}

/// What the keys do in the history is about the selected line, whatever the head shows.
#[test]
fn in_the_history_the_keys_are_about_the_selected_line() {
    let (one, _) = survey("Autumn");
    let (other, _) = survey("Autumn");
    let kept = [one.clone(), other.clone()].map(|d| Joined::new(d).kept());
    let place = Place::new(Lang::En, kept.to_vec());
    let mut h = place.open(Lang::En, 60, 18);
    h.press("S n left r enter enter"); // the first, of the week before
    assert_eq!(place.sent()[0].week.to_string(), "2026-W45");
    h.press("n h");
    let group = |d: &Definition| d.fingerprint().to_string()[..5].to_owned();
    h.assert_shows("response 1")
        .assert_shows(&one.fingerprint().to_string());
    h.press("X").assert_shows("2026-W45").press("esc");
    h.press("r").assert_shows("response of 2026-W45").press("esc");
    assert_eq!(shown(&h).joined().map(Joined::hash), Some(one.hash()));
    assert_eq!(shown(&h).week().unwrap().to_string(), "2026-W45");
    // The other one, and both are told apart.
    h.press("n r enter enter h");
    h.assert_shows(&format!("{} Autumn", group(&one)))
        .assert_shows(&format!("{} Autumn", group(&other)));
    // Left, it can be withdrawn no more.
    h.press("D").assert_shows("(2026-W45 to").press("y");
    let mine = |h: &Harness, d: &Definition| shown(h).selected_sent().unwrap().survey == d.hash();
    h.press("home");
    if mine(&h, &one) {
        h.press("down");
    }
    assert!(mine(&h, &other));
    h.assert_shows("Left: Autumn")
        .press("X")
        .assert_shows("join it again first");
    h.press("r").assert_shows("join it again first");
    h.assert_hides("r write").assert_hides("X withdraw");
}

#[test]
fn the_footer_has_the_keys_in_the_order_of_their_use() {
    for lang in Lang::ALL {
        let place = Place::joined(lang);
        let mut h = place.open(lang, 80, 24);
        h.press("S");
        let footer = h.lines().pop().unwrap();
        let at = |key: &str| {
            let found = footer.find(&format!(" {key} "));
            found.unwrap_or_else(|| panic!("{key}: {footer}"))
        };
        let places = ["r", "Enter", "v", "h", "Left", "Right", "?"].map(at);
        assert!(places.is_sorted(), "{footer}");
        h.press("r");
        path(&mut h, place.files().to_str().unwrap());
        h.press("enter enter");
        assert!(h.lines().pop().unwrap().contains("X "), "{}", h.screen());
    }
}

#[test]
fn what_is_asked_and_how_it_is_protected_is_seen_again_later() {
    snap("survey-about", Place::joined, "S i");
    let place = Place::joined(Lang::En);
    let mut h = place.open(Lang::En, 60, 18);
    h.press("S i")
        .assert_shows("Who asks")
        .press("end")
        .assert_shows("Fingerprint");
    h.press("esc")
        .assert_shows("School stage")
        .press("f12")
        .assert_shows("Who asks");
}

#[test]
fn the_folder_is_remembered() {
    let place = Place::joined(Lang::En);
    let mut h = Harness::with(place.setup(Lang::En, "/nowhere"), 80, 24);
    h.press("S r");
    path(&mut h, place.files().to_str().unwrap());
    h.press("enter").assert_shows("on purpose").press("enter");
    h.press("d S r enter").assert_shows("is written");
    assert_eq!(place.sent().len(), 2);
}

/// The secret that is made when a response is first shown is no change that anything is read again for.
#[test]
fn the_first_look_reads_once() {
    let place = Place::joined(Lang::En);
    let other = tempfile::tempdir().unwrap();
    let store = Store::at(other.path().join("data"));
    let setting = jianfu::diary::Setting::Surveys(place.surveys());
    store.session(now()).unwrap().set(setting).unwrap();
    let mut setup = place.setup(Lang::En, "/data");
    setup.backing = Box::new(store.clone());
    let mut h = Harness::with(setup, 80, 24);
    assert!(store.session(now()).unwrap().survey_secret().unwrap().is_none());
    h.press("S");
    let secret = store.session(now()).unwrap().survey_secret().unwrap();
    assert!(secret.is_some());
    assert_eq!(h.app().unread_query(), None);
    assert_eq!(h.app().toast(), None);
    h.input(Input::Back);
    assert_eq!(h.app().unread_query(), None);
    assert_eq!(h.app().toast(), None);
    assert_eq!(store.session(now()).unwrap().survey_secret().unwrap(), secret);
}

#[test]
fn the_demo_says_that_it_is_made_up() {
    let place = Place::joined(Lang::En);
    let mut setup = place.setup(Lang::En, "/data");
    setup.desk = Box::new(Unsaved(Prefs {
        made_up: true,
        ..Prefs::new(Lang::En)
    }));
    let mut h = Harness::with(setup, 80, 24);
    h.press("S r").assert_shows("This is the demo").press("esc");
    h.press("w e").assert_shows("This is the demo");
}

/// What is chosen is never under the message about it.
#[test]
fn the_message_lies_below_the_chosen_line() {
    let place = Place::joined(Lang::En);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S end");
    let last = selected(&h);
    h.press("enter")
        .assert_shows("Saved")
        .assert_shows(&format!("> {last}"));
}

#[test]
fn why_nothing_is_known_of_the_goal_is_said() {
    let place = Place::joined(Lang::En);
    let weeks = ["2026-W46", "2026-W45"].map(|week| week.parse().unwrap());
    let choice = jianfu::figures::BaselineChoice::Weeks(weeks.to_vec());
    let setting = jianfu::diary::Setting::Baseline(choice);
    place.session().set(setting).unwrap();
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S")
        .assert_shows("part of your baseline")
        .assert_hides("! The week is part");
    h.press("right")
        .assert_hides("part of your baseline")
        .assert_shows("! The week is not complete");
}

/// Without its definition there is nothing but the message itself.
#[test]
fn what_was_written_to_a_survey_that_was_left_is_seen_raw() {
    let place = Place::joined(Lang::En);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S r enter enter D y h enter")
        .assert_shows("\"type\":\"jianfu response\"")
        .assert_hides("School stage");
}

/// What another process did to the surveys meanwhile is not undone by an answer given here.
#[test]
fn an_answer_changes_only_what_it_is_about() {
    let place = Place::joined(Lang::En);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S enter");
    let (other, _) = survey("Autumn");
    let mut all = place.surveys();
    all.push(Joined::new(other).kept());
    let both = jianfu::diary::Setting::Surveys(all);
    place.session().set(both).unwrap();
    h.press("home enter").assert_shows("Survey 1 of 2: Teachers");
    assert_eq!(place.surveys().len(), 2);
    assert_eq!(place.surveys()[0].answers.get("stage"), None);
    // And one that is left is neither answered nor written to.
    h.press("r");
    let none = jianfu::diary::Setting::Surveys(Vec::new());
    place.session().set(none).unwrap();
    h.press("enter")
        .assert_shows("no longer take part")
        .assert_shows("none joined");
    assert_eq!(place.sent(), []);
    assert!(h.app().over().is_none());
}

/// The keys go on acting on the survey looked at, whatever another process joins; one joined here comes first.
#[test]
fn only_a_survey_joined_here_comes_onto_the_screen() {
    let place = Place::joined(Lang::En);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S left r");
    let others = ["Autumn", "Winter", "Spring"].map(|title| survey(title).0);
    let join = |definition: &Definition| {
        let mut all = place.surveys();
        all.push(Joined::new(definition.clone()).kept());
        let all = jianfu::diary::Setting::Surveys(all);
        place.session().set(all).unwrap();
    };
    join(&others[0]);
    h.input(Input::Back);
    assert_eq!(shown(&h).week().unwrap().to_string(), "2026-W45");
    h.press("enter")
        .assert_shows("response of 2026-W45 is written")
        .press("enter")
        .assert_shows("Survey 1 of 2: Teachers");
    h.press("D").assert_shows("Teachers").press("esc");
    // Even where a change made here is what it is first seen with.
    join(&others[1]);
    go_to(&mut h, "School stage");
    h.press("enter home enter")
        .assert_shows("Survey 1 of 3: Teachers");
    // Joined here, it comes first, and again when it is taken back and made again.
    let file = place.file("a.survey.toml", others[2].text().as_bytes());
    h.press("a");
    path(&mut h, &file);
    h.press("enter enter").assert_shows("Survey 4 of 4: Spring");
    h.press("n u").assert_shows("Survey 1 of 3: Teachers");
    h.press("ctrl-r").assert_shows("Survey 4 of 4: Spring");
}

#[test]
fn a_closed_survey_is_joined_again_to_withdraw() {
    let (definition, _) = survey("Autumn");
    let place = Place::new(Lang::En, vec![Joined::new(definition.clone()).kept()]);
    let file = place.file("a.survey.toml", definition.text().as_bytes());
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S r enter enter D y").assert_shows("none joined");
    let mut setup = place.setup(Lang::En, place.files().to_str().unwrap());
    setup.now = Box::new(|| "2027-02-01T08:00:00".parse().unwrap());
    let mut h = Harness::with(setup, 80, 24);
    h.press("S h X").assert_shows("join it again first").press("a");
    path(&mut h, &file);
    h.press("enter enter").assert_shows("Closed on").press("X enter");
    h.assert_shows("The withdrawal of 2026-W46 is written");
}
