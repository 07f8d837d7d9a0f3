//! The coordinator's half: responses become a dataset, a dataset becomes cells, and cells become a report in which nobody
//! can be found.

mod cells;
#[cfg(feature = "cluster")]
pub mod cluster;
mod collect;
mod dataset;
pub mod disclosure;
pub mod noise;
mod publications;
mod publish;
pub mod report;
mod row;
mod simulate;
mod tables;
mod values;

pub use cells::{
    BadCells, Basis, Cell, CellFault, Cells, CellsError, CellsFault, Frame, Histogram, Measure, Moments,
    share,
};
pub use collect::{
    Broken, CollectError, Collected, Collector, Coverage, Event, Nothing, Pace, Reason, Tally, TooMany,
    Total, WeekCoverage, Withdrawn, percent,
};
pub use dataset::{Columns, Dataset, DatasetError, MOST_ROWS, Part, PartReader, PartWriter};
pub use publications::{Publications, PublicationsError};
pub use publish::{
    Account, Candidates, Format, Prepared, PublicFiles, PublicSource, PublishError, Visible, publish,
    publish_parts,
};
pub use row::Row;
pub use simulate::{Dice, Shares, SimulateError, Simulated, Simulation};
pub use tables::{Line, Tables};
pub use values::{ACTIVITIES, MISSING, VALUES, Value, Values};
