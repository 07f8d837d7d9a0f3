//! jianfu (减负, "reduce the burden"): a time-use diary for school teachers.
//!
//! The rooms stand on floors and import only downwards; `tests/house.rs` keeps it so.

pub mod app;
pub mod diary;
pub mod domain;
pub mod entry;
pub mod figures;
pub mod i18n;
pub mod keymap;
pub mod settings;
pub mod store;
pub mod summary;
pub mod theme;
pub mod tui;
