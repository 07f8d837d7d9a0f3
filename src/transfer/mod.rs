//! Everything in and out of the diary, as files.

mod error;
pub mod incoming;
mod jsonl;
mod merge;

pub use error::ImportError;
pub use jsonl::{Document, EXPORT_LINE_SCHEMA, Extent, export, read};
pub use merge::{Merge, OnConflict, merge};
