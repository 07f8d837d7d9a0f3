//! The live screen of collecting, in three languages and sizes.

use crate::common::{lines, picture};
use chrono::{Duration, NaiveDateTime};
use jianfu::app::collecting::{
    Collecting, CollectingEffect, CollectingInput, CollectingPane, News, Refused, Step,
};
use jianfu::domain::WeekId;
use jianfu::i18n::{I18n, Lang};
use jianfu::keymap::Keymap;
use jianfu::settings::Borders;
use jianfu::survey::Definition;
use jianfu::survey::collector::{Collected, Coverage, Tally, Total, WeekCoverage};
use jianfu::theme::Theme;
use jianfu::tui::{Live, Look, SMALLEST};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

const DEFINITION: &str = r#"jianfu_survey = 1
id = "7d1b0a5c3e9f48264b8c0d2e6f9a1357"
title = { zh-Hans = "教师工作时间调查（示例）", zh-Hant = "教師工作時間調查（範例）", en = "Teachers' working time (made up)" }
contact = { zh-Hans = "示例教育局，请勿寄送", zh-Hant = "範例教育局，請勿寄送", en = "a made-up education office" }
weeks = { from = "2026-W45", to = "2026-W48" }
closes = 2026-12-15
recipient = "age130nc0ngwdf2xtq95vvrsgzzdv426g9rfa6v0n43asudxdqcgxcnsuycavc"
rounding = 15
min_group = 10
panel = false
staff = 640

[asks]
activities = true
meetings = true
late_parent_messages = true
goal = true
ratings = true

[[groups]]
code = "stage"
name = { zh-Hans = "学段", zh-Hant = "學段", en = "School stage" }
answers = [
    { code = "primary", name = { zh-Hans = "小学", zh-Hant = "國小", en = "primary" }, staff = 360 },
    { code = "secondary", name = { zh-Hans = "中学", zh-Hant = "中學", en = "secondary" }, staff = 280 },
    { code = "lower", name = { zh-Hans = "初中", zh-Hant = "國中", en = "lower secondary" }, within = "secondary", staff = 180 },
    { code = "upper", name = { zh-Hans = "高中", zh-Hant = "高中", en = "upper secondary" }, within = "secondary", staff = 100 },
]

[[groups]]
code = "role"
name = { zh-Hans = "岗位", zh-Hant = "職務", en = "Role" }
answers = [
    { code = "subject_teacher", name = { zh-Hans = "任课教师", zh-Hant = "科任教師", en = "subject teacher" } },
    { code = "management", name = { zh-Hans = "中层及以上", zh-Hant = "行政職", en = "management" }, staff = 30 },
]
"#;

fn week(number: u32) -> WeekId {
    format!("2026-W{number}").parse().unwrap()
}

/// Responses of two weeks; in the later one there are more of the management than there are.
fn coverage() -> Coverage {
    let of = |responses, stage: [u64; 5], role: [u64; 3]| WeekCoverage {
        responses,
        groups: vec![stage.to_vec(), role.to_vec()],
    };
    Coverage {
        weeks: BTreeMap::from([
            (week(46), of(512, [12, 300, 200, 120, 80], [20, 462, 30])),
            (week(47), of(233, [3, 150, 80, 60, 20], [8, 192, 33])),
        ]),
    }
}

fn refused(file: &str, why: &str) -> Refused {
    Refused {
        file: file.into(),
        why: why.into(),
    }
}

/// A screen with a clock that a test moves.
struct Watched {
    live: Live,
    now: Rc<Cell<NaiveDateTime>>,
    size: (u16, u16),
}

impl Watched {
    fn new(lang: Lang, theme: Theme, size: (u16, u16)) -> Self {
        let now = Rc::new(Cell::new("2026-11-20T17:30:10".parse().unwrap()));
        let state = Collecting::new(
            Keymap::built_in(),
            Definition::read(DEFINITION.as_bytes()).unwrap(),
            vec!["responses/inbox".into()],
            "responses/dataset".into(),
        );
        let look = Look {
            i18n: I18n::new(lang).into(),
            theme,
            borders: Borders::Unicode,
        };
        let clock = Rc::clone(&now);
        Self {
            live: Live::new(state, look, Box::new(move || clock.get())),
            now,
            size,
        }
    }

    fn english() -> Self {
        Self::new(Lang::En, Theme::built_in(), (80, 24))
    }

    fn later(&self, minutes: i64) {
        self.now.set(self.now.get() + Duration::minutes(minutes));
    }

    fn hear(&mut self, news: News) -> Vec<CollectingEffect> {
        self.live.take(CollectingInput::News(news))
    }

    /// A look that is over.
    fn looked(&mut self, came: &[(u32, u64)], refused: Vec<Refused>, gone: Vec<Refused>, tally: Tally) {
        let step = Step {
            tally,
            came: came
                .iter()
                .map(|(number, count)| (week(*number), *count))
                .collect(),
            refused,
            ..Step::default()
        };
        let collected = Collected {
            tally,
            coverage: coverage(),
            ..Collected::default()
        };
        self.hear(News::Looked(Box::new(step), Box::new(collected), gone));
    }

    /// An afternoon of arrivals.
    fn busy(&mut self) -> &mut Self {
        self.hear(News::Before(coverage()));
        let why = "it is damaged: it was changed or cut off on its way, or on the drive of the office";
        let tally = |taken, corrected, not_taken| Tally {
            taken,
            corrected,
            not_taken,
            ..Tally::default()
        };
        self.looked(
            &[(46, 3), (47, 38)],
            vec![refused("a.age", why)],
            vec![],
            tally(40, 1, 1),
        );
        for (minutes, count) in [(95, 4), (20, 8), (1, 16), (1, 31), (2, 3)] {
            self.later(minutes);
            self.looked(&[(47, count)], vec![], vec![], tally(count, 0, 1));
        }
        let photo = refused("2026/class 3B/holiday photo.jpg", "it is no sealed response");
        self.later(1);
        self.looked(&[], vec![photo], vec![], tally(0, 0, 2));
        self.later(3);
        self
    }

    fn press(&mut self, keys: &str) -> Vec<CollectingEffect> {
        let keys = keys.split_whitespace();
        let effects = keys.flat_map(|key| self.live.take(CollectingInput::Key(key.parse().unwrap())));
        effects.collect()
    }

    fn buffer(&self) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, self.size.0, self.size.1));
        self.live.draw_on(&mut buffer);
        buffer
    }

    fn screen(&self) -> String {
        lines(&self.buffer()).join("\n")
    }

    fn shows(&self, part: &str) {
        assert!(self.screen().contains(part), "{part:?}:\n{}", self.screen());
    }
}

fn snap(name: &str, set_up: impl Fn(&mut Watched)) {
    for lang in Lang::ALL {
        for size in [SMALLEST, (80, 24), (120, 40)] {
            let mut watched = Watched::new(lang, Theme::built_in(), size);
            set_up(&mut watched);
            let picture = picture(&watched.buffer(), None);
            insta::assert_snapshot!(format!("{name}-{lang}-{}x{}", size.0, size.1), picture);
        }
    }
}

#[test]
fn a_busy_afternoon() {
    snap("collecting", |watched| {
        watched.busy();
    });
}

#[test]
fn before_anything_came() {
    snap("collecting-empty", |watched| {
        watched.looked(&[], vec![], vec![], Tally::default());
        watched.hear(News::Before(Coverage::default()));
    });
}

#[test]
fn what_was_not_taken() {
    snap("collecting-refused", |watched| {
        watched.busy().press("tab");
    });
}

#[test]
fn every_theme_tells_the_chosen_part_and_what_is_wrong() {
    for theme in ["mono", "blackboard", "whiteboard"] {
        let mut watched = Watched::new(Lang::En, Theme::shipped(theme).unwrap(), (80, 24));
        watched.busy();
        insta::assert_snapshot!(format!("collecting-{theme}"), picture(&watched.buffer(), None));
    }
}

#[test]
fn how_far_it_is_and_how_long_it_takes() {
    let mut watched = Watched::english();
    let tally = Tally {
        files: 1234,
        bytes: 250,
        taken: 1200,
        not_taken: 3,
        ..Tally::default()
    };
    let step = Step {
        tally,
        total: Some(Total {
            files: 5000,
            bytes: 1000,
        }),
        took: std::time::Duration::from_secs(2),
        came: BTreeMap::from([(week(46), 1000)]),
        refused: Vec::new(),
    };
    watched.hear(News::Reading(Box::new(step.clone())));
    watched.shows("[====------------] 1234 of 5000 files, 617 a second, 0:06 left");
    watched.shows("0 in the dataset · 1200 taken · 3 not taken");
    watched.shows("Arrivals: 1000 in the last hour");
    let unknown = Step { total: None, ..step };
    watched.hear(News::Reading(Box::new(unknown)));
    watched.shows("Reading: 1234 files, 617 a second");
}

#[test]
fn trouble_is_told_until_it_goes_on_and_loses_nothing() {
    let mut watched = Watched::english();
    watched.busy();
    watched.hear(News::Trouble(
        "inbox: no such file. It goes on when it is back".into(),
    ));
    watched.shows("It goes on when it is back");
    watched.shows("745 in the dataset · 102 taken · 2 not taken · 1 corrected");
    watched.looked(&[], vec![], vec![], Tally::default());
    watched.shows("Waiting for files  the last one came 4 min ago");
    watched.shows("745 in the dataset · 102 taken · 1 corrected\n");
}

#[test]
fn what_is_gone_from_the_inbox_goes_from_the_list() {
    let mut watched = Watched::english();
    watched.busy();
    let photo = refused("2026/class 3B/holiday photo.jpg", "it is no sealed response");
    watched.shows("holiday photo.jpg");
    watched.looked(
        &[],
        vec![],
        vec![photo],
        Tally {
            not_taken: 1,
            ..Tally::default()
        },
    );
    assert_eq!(watched.live.state().refused.len(), 1);
    watched.shows("Not taken: 1");
}

#[test]
fn weeks_and_parts_are_switched_with_keys() {
    let mut watched = Watched::english();
    watched.busy();
    watched.shows("Coverage of 2026-W47, week 3 of 4");
    watched.shows("! 1 more than staff");
    watched.press("G");
    watched.shows("  management          [");
    watched.shows("33 / 30  110 % !");
    watched.press("g left");
    watched.shows("Coverage of 2026-W46, week 2 of 4");
    watched.shows("512 / 640");
    assert_eq!(watched.press("left left right t"), []);
    watched.shows("Coverage of 2026-W47");
    assert_eq!(watched.live.state().pane, CollectingPane::Coverage);
    watched.press("tab tab");
    assert_eq!(watched.live.state().pane, CollectingPane::Arrivals);
    watched.shows("2026-W47 [");
    watched.shows("+100 new");
    watched.press("?");
    watched.shows("the dataset is whole at any moment");
    watched.press("esc tab j j k");
    watched.shows("Coverage of 2026-W47");
}

#[test]
fn the_help_page_goes_on_where_it_is_longer_than_the_window() {
    let mut watched = Watched::new(Lang::En, Theme::built_in(), SMALLEST);
    watched.press("?");
    watched.shows(" … Down ");
    watched.press("end");
    assert!(!watched.screen().contains(" … Down "), "the end is shown");
    assert!(
        watched.screen().contains("Ctrl-Q  Ctrl-C"),
        "{}",
        watched.screen()
    );
}

#[test]
fn it_ends_after_what_it_reads_and_at_once_when_asked_twice() {
    let mut watched = Watched::english();
    watched.busy();
    assert_eq!(watched.press("ctrl-z"), [CollectingEffect::Suspend]);
    assert_eq!(watched.press("? q"), [], "the help page closes first");
    assert_eq!(watched.press("q"), [CollectingEffect::Stop]);
    watched.shows("Ending: what was read goes into the dataset");
    watched.shows("q end at once");
    assert_eq!(watched.press("ctrl-c"), [CollectingEffect::Leave]);
    assert_eq!(watched.hear(News::Ended), [CollectingEffect::Leave]);
}

#[test]
fn every_size_is_drawn_and_the_smallest_says_what_is_missing() {
    for lang in Lang::ALL {
        let mut watched = Watched::new(lang, Theme::built_in(), (1, 1));
        watched.busy();
        for keys in ["tab", "tab", "tab", "?"] {
            watched.press(keys);
            for (width, height) in [
                (1, 1),
                (2, 40),
                (59, 18),
                (60, 18),
                (61, 19),
                (200, 18),
                (300, 100),
            ] {
                watched.size = (width, height);
                watched.buffer();
            }
        }
        watched.size = (40, 10);
        watched.shows("60");
    }
}
