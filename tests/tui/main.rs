//! The terminal UI as a teacher meets it: keys in, screens out.

mod anything;
#[path = "../common/mod.rs"]
mod common;
mod days;
mod screens;
