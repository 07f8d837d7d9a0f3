//! The terminal UI as a teacher meets it: keys in, screens out.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

mod anything;
mod backups;
mod baseline;
mod calendar;
mod collecting;
#[path = "../common/mod.rs"]
mod common;
mod days;
mod export;
mod ghosts;
mod import;
mod midnight;
mod mouse;
mod moves;
mod open_days;
mod palette;
mod rules;
mod screens;
mod search;
mod settings;
mod setup;
mod survey;
mod timeline;
mod timetable;
mod trend;
mod trend_figures;
#[path = "../common/collecting.rs"]
mod watched;
mod week;
mod week_flags;
mod worth;
