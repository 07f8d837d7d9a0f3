//! Drawing the day, the week and the survey screen of the made-up term, and a key from the input to the finished frame.

use criterion::{Criterion, criterion_group, criterion_main};
use jianfu::app::{Input, Prefs};
use jianfu::diary::SETTING_NAMES;
use jianfu::i18n::{I18n, Lang};
use jianfu::keymap::Keymap;
use jianfu::settings::Borders;
use jianfu::store::Store;
use jianfu::theme::Theme;
use jianfu::tui::{Look, Setup, Shell, Unsaved};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

#[expect(
    clippy::expect_used,
    reason = "a bench that cannot set up has nothing to measure"
)]
fn draw(c: &mut Criterion) {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let now: chrono::NaiveDateTime = "2026-11-20T17:30:00".parse().expect("a time");
    let store = Store::at(dir.path().join("data"));
    let (diary, mut profile) = jianfu::demo::term(now.date(), Lang::ZhHans);
    profile.surveys = vec![jianfu::demo::survey(now.date())];
    let settings = SETTING_NAMES.iter().filter_map(|n| profile.setting(n)).collect();
    let filled = store
        .session(now)
        .and_then(|mut s| s.replace(diary.days().cloned().collect(), settings));
    filled.expect("filled");
    let look = Look {
        i18n: I18n::new(Lang::ZhHans).into(),
        theme: Theme::built_in(),
        borders: Borders::Unicode,
    };
    let setup = Setup {
        backing: Box::new(store),
        look,
        desk: Box::new(Unsaved(Prefs::new(Lang::ZhHans))),
        keymap: Keymap::built_in(),
        notices: Vec::new(),
        now: Box::new(move || now),
        zone: |utc| utc.naive_utc() + chrono::Duration::hours(8),
    };
    let mut shell = Shell::new(setup);
    for (columns, rows) in [(60, 18), (80, 24), (120, 40)] {
        let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
        c.bench_function(&format!("draw/day/{columns}x{rows}"), |b| {
            b.iter(|| {
                buffer.reset();
                shell.draw_on(&mut buffer)
            });
        });
    }
    let week = "w".parse().expect("a key");
    shell.handle(Input::Key(week));
    for (columns, rows) in [(60, 18), (80, 24), (120, 40)] {
        let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
        c.bench_function(&format!("draw/week/{columns}x{rows}"), |b| {
            b.iter(|| {
                buffer.reset();
                shell.draw_on(&mut buffer)
            });
        });
    }
    // Down from Sunday into the flags, and back.
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    let [end, down, up] = ["end", "down", "up"].map(|key| key.parse().expect("a key"));
    shell.handle(Input::Key(end));
    c.bench_function("key to frame/week flags, down, up", |b| {
        b.iter(|| {
            for key in [down, up] {
                shell.handle(Input::Key(key));
                buffer.reset();
                shell.draw_on(&mut buffer);
            }
        });
    });
    shell.handle(Input::Key(week));
    let (up, down) = ("up".parse().expect("a key"), "down".parse().expect("a key"));
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    c.bench_function("key to frame/up, down", |b| {
        b.iter(|| {
            for key in [up, down] {
                shell.handle(Input::Key(key));
                buffer.reset();
                shell.draw_on(&mut buffer);
            }
        });
    });
    let [survey, raw, left, right] = ["S", "v", "left", "right"].map(|key| key.parse().expect("a key"));
    shell.handle(Input::Key(survey));
    let mut pair = |name: &str, keys: [jianfu::keymap::Key; 2]| {
        c.bench_function(&format!("key to frame/survey, {name}"), |b| {
            b.iter(|| {
                for key in keys {
                    shell.handle(Input::Key(key));
                    buffer.reset();
                    shell.draw_on(&mut buffer);
                }
            });
        });
    };
    pair("down, up", [down, up]);
    pair("raw, words", [raw, raw]);
    pair("another week", [left, right]);
}

criterion_group!(benches, draw);
criterion_main!(benches);
