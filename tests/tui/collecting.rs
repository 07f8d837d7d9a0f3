//! The live screen of collecting, in three languages and sizes.

use crate::common::{lines, picture};
use crate::watched::{Watched, refused, week};
use jianfu::app::collecting::{CollectingEffect, CollectingInput, CollectingPane, News, Step};
use jianfu::i18n::Lang;
use jianfu::survey::collector::{Coverage, Tally, Total};
use jianfu::theme::Theme;
use jianfu::tui::SMALLEST;
use std::collections::BTreeMap;

impl Watched {
    fn english() -> Self {
        Self::new(Lang::En, Theme::built_in(), (80, 24))
    }

    fn press(&mut self, keys: &str) -> Vec<CollectingEffect> {
        let keys = keys.split_whitespace();
        let effects = keys.flat_map(|key| self.live.take(CollectingInput::Key(key.parse().unwrap())));
        effects.collect()
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
