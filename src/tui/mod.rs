//! The terminal UI: terminal, event loop, effects performed, drawing. The only room that knows the terminal libraries.

mod collecting;
mod desk;
mod effects;
mod events;
mod export;
mod file;
mod glyphs;
mod job;
mod paint;
pub mod run;
mod screens;
mod shell;
mod store;
mod survey;
mod terminal;
mod text;
mod view;
mod widgets;
mod words;

pub use collecting::Live;
pub use desk::{Desk, Unsaved};
pub use effects::{Backing, Trouble};
pub use file::Zone;
pub use run::run;
pub use screens::{Look, SMALLEST};
pub use shell::{Clock, Next, Setup, Shell};
