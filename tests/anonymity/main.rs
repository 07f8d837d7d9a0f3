//! Nobody learns who sent a response: what a teacher's diary, machine and folders hold is planted with marks, and none of
//! them is found in anything that is sent.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]
#![cfg(unix)]

mod age_tool;
mod canaries;
#[path = "../common/mod.rs"]
mod common;
mod coordinator;
mod marks;
mod same_person;
mod teacher;
