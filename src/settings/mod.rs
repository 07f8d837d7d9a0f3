//! The configuration: flag, then environment, then file, then default, layered in one place.
//!
//! What belongs to a teacher's data (baseline, goals, activities) is not here but in the store.

mod config;
mod edit;
mod layers;

pub use config::{Borders, Config, ConfigError, SAMPLE};
pub use edit::{KEYS, set_value};
pub use layers::{Layers, Places, resolve_lang};
