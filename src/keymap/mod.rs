//! Which key does what, where. One list of actions is the source of keys, footer, help and config names.

mod action;
mod changes;
mod context;
mod fault;
mod key;
mod map;

pub use action::Action;
pub use context::Context;
pub use fault::{Fault, KeymapError};
pub use key::{BadKey, Key, KeyCode};
pub use map::Keymap;
