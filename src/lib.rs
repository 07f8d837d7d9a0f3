//! jianfu (减负, "reduce the burden"): a time-use diary for school teachers.
//!
//! The rooms stand on floors and import only downwards; `tests/house` keeps it so.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        reason = "a test fails by panicking"
    )
)]

pub mod app;
pub mod cli;
pub mod demo;
pub mod diary;
pub mod domain;
pub mod entry;
pub mod figures;
pub mod files;
pub mod i18n;
pub mod keymap;
pub mod settings;
pub mod store;
pub mod summary;
pub mod survey;
pub mod theme;
pub mod timetable;
pub mod transfer;
pub mod tui;
