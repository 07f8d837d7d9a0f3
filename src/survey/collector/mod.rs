//! The coordinator's half: responses become a dataset, a dataset becomes cells, and cells become a report in which nobody
//! can be found.

mod cells;
mod dataset;
pub mod disclosure;
pub mod report;
mod row;
mod simulate;
mod tables;
mod values;

pub use cells::{BadCells, Basis, Cell, Cells, Frame, Histogram, Measure, Moments, share};
pub use dataset::{Columns, Dataset, DatasetError, MOST_ROWS, Part, PartReader, PartWriter};
pub use row::Row;
pub use simulate::{Dice, Shares, SimulateError, Simulated, Simulation};
pub use tables::{Line, Tables};
pub use values::{ACTIVITIES, MISSING, VALUES, Value, Values};
