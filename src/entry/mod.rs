//! The quick-entry grammar: `8:00-8:45 sk 三(2)班语文`.
//!
//! One parser for the line in the terminal UI and for the command `add`. An entry says *when*, *what*, perhaps how
//! much it was worth (`*4`) and that it ran beside something else (`&`), in any order; what is left over is the note,
//! and all after a word `--` is note as it stands. [`print()`] writes what [`parse`] reads back.

mod amount;
mod candidate;
mod clock;
mod complete;
mod context;
mod error;
mod fold;
mod from_to;
mod half;
mod lexicon;
mod near;
mod note;
mod number;
mod parse;
mod parsed;
mod period;
mod pointer;
mod print;
mod reading;
mod rescue;
mod say;
mod timetable_activity;
mod what;
mod when;
mod whole;
mod words;

pub use candidate::Candidate;
pub use complete::{Completion, complete};
pub use context::Context;
pub use error::{EntryError, EntryErrorKind};
pub use fold::fold;
pub use lexicon::Lexicon;
pub use parse::parse;
pub use parsed::{Entry, Mark, Part};
pub use print::print;
pub use rescue::rescue;
pub use timetable_activity::{NoActivity, timetable_activity};

#[cfg(test)]
mod tests;
