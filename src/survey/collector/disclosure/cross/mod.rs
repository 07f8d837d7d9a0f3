//! A table of two groups at once, whose rows and columns are the lines that the tables of the two groups show: each of its
//! cells could be found from its row or from its column, so both ways are guarded, and in the end a flow through the hidden
//! cells tells exactly how much each of them could be.
//!
//! Of a cell that nobody is in it is told that nobody is, unless it lies where cells of its row and of its column are hidden:
//! then it is hidden like them, so that of a hidden cell not even that somebody is in it is known.

mod growth;
mod hiding;
mod pattern;
mod side;
mod table;

pub use pattern::CrossPattern;
pub use side::Side;
pub use table::CrossTable;

/// A row and a column.
pub(super) type At = (usize, usize);
