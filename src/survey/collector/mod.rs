//! The coordinator's half: responses become a dataset, a dataset becomes cells, and cells become a report in which nobody
//! can be found.

mod cells;
#[cfg(feature = "cluster")]
pub mod cluster;
mod dataset;
mod row;
mod values;

pub use cells::{BadCells, Basis, Cell, Cells, Frame, Histogram, Measure, Moments, share};
pub use dataset::{Columns, Dataset, DatasetError, MOST_ROWS, Part, PartReader, PartWriter};
pub use row::Row;
pub use values::{ACTIVITIES, MISSING, VALUES, Value, Values};
