//! Cells in a file, which a district hands to its province in place of its dataset: sums, and no row about a person.
//!
//! Inside are lines of JSON, compressed with Zstandard, sealed with age or not, so that `age -d X.cells | zstd -d | jq` shows
//! it all. The first line says what it is, how many lines of each sort follow and what the columns mean; then one line a
//! survey with the text of its definition; then one line a cell, in the order of their weeks and answers:
//! ```json
//! {"type":"jianfu-cells","version":1,"surveys":1,"cells":1,"groups":["stage"],"measures":["total_min",…]}
//! {"definition":"jianfu_survey = 1\n…"}
//! {"week":"2026-W47","groups":["primary"],"respondents":12,"measures":[[12,28800,69984000,3000,2700],…],"share":[[412,1],…],"non_teaching":[[900,2],…]}
//! ```
//! Of each measure: of how many it is known, sum, sum of squares, the two largest. Of the share in thousandths and of
//! non-teaching minutes also how many have each value. A group that is not said is `null`.

mod check;
mod lines;
mod read;
mod write;

pub use check::CellFault;

use super::BadCells;
use crate::survey::definition::BadDefinition;
use crate::survey::{NoRandom, SealError};
use std::io;
use std::path::PathBuf;

/// The version of the format.
const VERSION: u64 = 1;
/// What the first line says that it is.
const TYPE: &str = "jianfu-cells";
/// The most bytes of the file.
const MOST_BYTES: u64 = 256 * 1024 * 1024;
/// The most bytes of what is in it, opened and decompressed.
const MOST_INSIDE: u64 = 1024 * 1024 * 1024;
/// The most bytes of a line: what a cell can have with every value there is, and more than a definition.
const MOST_LINE: u64 = 1024 * 1024;

/// Why a file of cells cannot be used or written.
#[derive(Debug, thiserror::Error)]
#[error("{}: {why}", path.display())]
pub struct CellsError {
    /// The file.
    pub path: PathBuf,
    /// What is the matter with it.
    #[source]
    pub why: CellsFault,
}

/// What is the matter with a file of cells.
#[derive(Debug, thiserror::Error)]
pub enum CellsFault {
    /// It cannot be read or written.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// It cannot be sealed.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// The system gives no random numbers.
    #[error(transparent)]
    NoRandom(#[from] NoRandom),
    /// It is a folder, a pipe or a device, or there are no cells in it.
    #[error("no file of cells")]
    NotCells,
    /// It is sealed, and there is no key.
    #[error("it is sealed: the key is needed")]
    Sealed,
    /// It is sealed to another key.
    #[error("it is sealed to another key")]
    OtherKey,
    /// It is sealed with a passphrase, which is not tried.
    #[error("it is sealed with a passphrase and not to a key")]
    SealedWithPassphrase,
    /// It is larger than a file of cells can be, as it lies there or inside.
    #[error("it is too large")]
    TooLarge,
    /// It ends too early, or was changed on the way.
    #[error("it is damaged")]
    Damaged,
    /// It was written by a program that is newer.
    #[error("it is of version {0}")]
    Newer(u64),
    /// A line is not as the format says.
    #[error("line {line}: {why}")]
    Shape {
        /// The line, from 1.
        line: usize,
        /// What the reader of JSON says of it, in English, or what is not as it should be.
        why: String,
    },
    /// A definition in it cannot be read.
    #[error("line {line}: {why}")]
    Definition {
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        why: BadDefinition,
    },
    /// Its surveys do not belong together.
    #[error(transparent)]
    Together(#[from] BadCells),
    /// A cell says what cannot be.
    #[error("line {line}: {why}")]
    Cell {
        /// The line, from 1.
        line: usize,
        /// What cannot be.
        why: CellFault,
    },
}

#[cfg(test)]
mod tests;
