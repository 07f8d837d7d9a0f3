//! The live screen of collecting, with a clock and news of a test's own.

use chrono::{Duration, NaiveDateTime};
use jianfu::app::collecting::{Collecting, CollectingEffect, CollectingInput, News, Refused, Step};
use jianfu::domain::WeekId;
use jianfu::i18n::{I18n, Lang, Say};
use jianfu::keymap::Keymap;
use jianfu::settings::Borders;
use jianfu::survey::Definition;
use jianfu::survey::collector::{Collected, Coverage, Reason, Tally, WeekCoverage};
use jianfu::theme::Theme;
use jianfu::tui::{Live, Look};
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

pub(crate) fn week(number: u32) -> WeekId {
    format!("2026-W{number}").parse().unwrap()
}

/// Responses of two weeks; in the later one there are more of the management than there are.
pub(crate) fn coverage() -> Coverage {
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

pub(crate) fn refused(file: &str, why: &str) -> Refused {
    Refused {
        file: file.into(),
        why: why.into(),
    }
}

/// A screen with a clock that a test moves.
pub(crate) struct Watched {
    pub(crate) live: Live,
    pub(crate) now: Rc<Cell<NaiveDateTime>>,
    pub(crate) size: (u16, u16),
    i18n: Rc<I18n>,
}

impl Watched {
    pub(crate) fn new(lang: Lang, theme: Theme, size: (u16, u16)) -> Self {
        let now = Rc::new(Cell::new("2026-11-20T17:30:10".parse().unwrap()));
        let state = Collecting::new(
            Keymap::built_in(),
            Definition::read(DEFINITION.as_bytes()).unwrap(),
            vec!["responses/inbox".into()],
            "responses/dataset".into(),
        );
        let i18n = Rc::new(I18n::new(lang));
        let look = Look {
            i18n: Rc::clone(&i18n),
            theme,
            borders: Borders::Unicode,
        };
        let clock = Rc::clone(&now);
        Self {
            live: Live::new(state, look, Box::new(move || clock.get())),
            now,
            size,
            i18n,
        }
    }

    pub(crate) fn later(&self, minutes: i64) {
        self.now.set(self.now.get() + Duration::minutes(minutes));
    }

    pub(crate) fn hear(&mut self, news: News) -> Vec<CollectingEffect> {
        self.live.take(CollectingInput::News(news))
    }

    /// A look that is over.
    pub(crate) fn looked(
        &mut self,
        came: &[(u32, u64)],
        refused: Vec<Refused>,
        gone: Vec<Refused>,
        tally: Tally,
    ) {
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
    pub(crate) fn busy(&mut self) -> &mut Self {
        self.hear(News::Before(coverage()));
        let [damaged, photo] = [Reason::Damaged, Reason::NotAResponse].map(|why| why.say(&self.i18n));
        let tally = |taken, corrected, not_taken| Tally {
            taken,
            corrected,
            not_taken,
            ..Tally::default()
        };
        self.looked(
            &[(46, 3), (47, 38)],
            vec![refused("a.age", &damaged)],
            vec![],
            tally(40, 1, 1),
        );
        for (minutes, count) in [(95, 4), (20, 8), (1, 16), (1, 31), (2, 3)] {
            self.later(minutes);
            self.looked(&[(47, count)], vec![], vec![], tally(count, 0, 1));
        }
        let photo = refused("2026/class 3B/holiday photo.jpg", &photo);
        self.later(1);
        self.looked(&[], vec![photo], vec![], tally(0, 0, 2));
        self.later(3);
        self
    }

    pub(crate) fn buffer(&self) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, self.size.0, self.size.1));
        self.live.draw_on(&mut buffer);
        buffer
    }
}
