//! The configuration: flag, then environment, then file, then default, layered in one place.
//!
//! What belongs to a teacher's data (baseline, goals, activities) is kept in the store; what the file says of it holds
//! until the diary says otherwise. The values here are plain: rooms above make their own of them.

mod config;
mod error;
mod file;
mod goals;
mod layers;
mod reading;
mod rules;
mod typed;
mod value;

pub use config::{Borders, Config, Key, SAMPLE};
pub use error::{ConfigError, ConfigFault};
pub use file::{ConfigFile, set_value};
#[cfg(test)]
pub(crate) use goals::MEASURES as GOAL_MEASURES;
pub use layers::{Layers, Places, Resolved, resolve_lang};
pub use reading::Reading;
pub use value::{BackupsKept, WEEKDAYS};
