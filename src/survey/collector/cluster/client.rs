//! Asking a cluster. Whatever it does, an answer or an error comes within the deadline.

use super::address::ClusterAddress;
use super::column::WEEK;
use super::fill::Filling;
use super::place::Places;
use super::queries::{BITS, Queries, RESPONSES, SUMS};
use super::table::Table;
use super::{ClusterError, session};
use crate::domain::WeekId;
use crate::survey::collector::cells::{Cells, Frame, Measure};
use crate::survey::collector::dataset::{Dataset, DatasetError};
use ballista::datafusion::arrow::datatypes::{DataType, Field, Schema};
use ballista::datafusion::datasource::file_format::parquet::ParquetFormat;
use ballista::datafusion::datasource::listing::{
    ListingOptions, ListingTable, ListingTableConfig, ListingTableUrl,
};
use ballista::datafusion::error::DataFusionError;
use ballista::datafusion::execution::SessionStateBuilder;
use ballista::datafusion::prelude::SessionContext;
use ballista::prelude::SessionContextExt;
use parquet::basic::Type as Physical;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::time::timeout;

/// In how many slices the dataset is computed at once: enough for some machines, and no more, because each slice has to be
/// sent what to do, and sends its part of every group.
const MOST_SLICES: usize = 32;
/// Of how many measures the two largest values are asked for at once: every slice is sent the question of each.
const MEASURES: usize = 8;
/// How long a scheduler has to answer at all.
const ANSWERS: Duration = Duration::from_secs(5);

/// The cells of a dataset, computed by a cluster: the same as those that are computed here. The scheduler and the
/// executors read the dataset themselves, so that it has to lie in the same folder on all of their machines.
///
/// # Errors
/// [`ClusterError`], within the deadline. Nothing of the cluster lives on in this process then, but what it computes may
/// go on there.
pub fn cells_by_cluster(
    dataset: &Dataset,
    address: &ClusterAddress,
    deadline: Duration,
) -> Result<Cells, ClusterError> {
    let (rows, parts) = rows(dataset)?;
    let weeks: Vec<WeekId> = rows.keys().copied().collect();
    let cells = Cells::new(Frame::of(&dataset.definition));
    if weeks.is_empty() {
        return Ok(cells);
    }
    let places = Places::of(&dataset.definition, &dataset.columns, weeks);
    let question = Question {
        dataset: dataset.clone(),
        folder: url(dataset.folder())?,
        address: address.clone(),
        rows,
        places,
        parts,
    };
    let runtime = session::runtime()?;
    // Not `block_on` with a timeout: what blocks a thread of the runtime would block that too.
    let (send, receive) = sync_channel(1);
    runtime.spawn(async move {
        let _ = send.send(question.ask(cells).await);
    });
    let answer = receive.recv_timeout(deadline);
    runtime.shutdown_background();
    match answer {
        Ok(cells) => cells,
        Err(RecvTimeoutError::Timeout) => Err(ClusterError::Deadline(deadline)),
        Err(RecvTimeoutError::Disconnected) => Err(ClusterError::Failed("panic".to_owned())),
    }
}

struct Question {
    dataset: Dataset,
    /// Where it lies, as a URL.
    folder: String,
    address: ClusterAddress,
    /// How many rows each week has.
    rows: BTreeMap<WeekId, u64>,
    places: Places,
    /// How many files there are.
    parts: usize,
}

impl Question {
    async fn ask(&self, cells: Cells) -> Result<Cells, ClusterError> {
        is_somebody_there(&self.address).await?;
        let queries = Queries {
            definition: &self.dataset.definition,
            columns: &self.dataset.columns,
            places: &self.places,
        };
        let keys = self.places.len();
        let mut filling = Filling::new(cells, &self.places);
        let columns = keys + 2 + SUMS * Measure::COUNT;
        let sums = self.answer(&queries.sums(), columns, MOST_SLICES).await?;
        filling.sums(&sums, &self.rows)?;
        drop(sums);
        let histograms = self
            .answer(&queries.histograms(), keys + 2, MOST_SLICES / 2)
            .await?;
        filling.histograms(&histograms)?;
        drop(histograms);
        let asked = filling.unknown_largest();
        filling.known_largest(&asked);
        for some in asked.chunks(MEASURES) {
            let slices = (MOST_SLICES / some.len()).max(1);
            let largest = self
                .answer(&queries.largest(some), keys + 3 + 2 * BITS, slices)
                .await?;
            filling.largest(some, &largest)?;
        }
        Ok(filling.cells)
    }

    /// Asks one query, computed in at most so many slices of the dataset at once.
    async fn answer(&self, sql: &str, columns: usize, slices: usize) -> Result<Table, ClusterError> {
        let context = self.context(slices.min(self.parts)).await?;
        let query = context.sql(sql).await.map_err(|why| failed(&why))?;
        let batches = query.collect().await.map_err(|why| failed(&why))?;
        Table::of(&batches, columns)
    }

    async fn context(&self, slices: usize) -> Result<SessionContext, ClusterError> {
        let state = SessionStateBuilder::new()
            .with_config(session::config().with_target_partitions(slices))
            .with_default_features()
            .build();
        let context = SessionContext::remote_with_state(&self.address.to_string(), state).await;
        let context = context.map_err(|why| failed(&why))?;
        let options = ListingOptions::new(Arc::new(ParquetFormat::default()))
            .with_file_extension(".parquet")
            .with_table_partition_cols(vec![(WEEK.to_owned(), DataType::Utf8)]);
        let folder = ListingTableUrl::parse(&self.folder).map_err(|why| failed(&why))?;
        let config = ListingTableConfig::new(folder)
            .with_listing_options(options)
            .with_schema(Arc::new(schema(&self.dataset)));
        let table = ListingTable::try_new(config).map_err(|why| failed(&why))?;
        let registered = context.register_table(RESPONSES, Arc::new(table));
        registered.map_err(|why| failed(&why))?;
        Ok(context)
    }
}

/// Asked first, because the error is plainer than what the client of a cluster makes of it, and comes sooner.
pub(super) async fn is_somebody_there(address: &ClusterAddress) -> Result<(), ClusterError> {
    let connected = timeout(ANSWERS, TcpStream::connect((address.host(), address.port()))).await;
    let connected = connected.unwrap_or_else(|_| Err(std::io::ErrorKind::TimedOut.into()));
    connected
        .map(drop)
        .map_err(|why| ClusterError::Nobody(address.to_string(), why))
}

fn failed(why: &DataFusionError) -> ClusterError {
    ClusterError::Failed(ClusterError::words(why))
}

/// How many rows each week of a dataset has, by what its files say of themselves; and how many files there are.
fn rows(dataset: &Dataset) -> Result<(BTreeMap<WeekId, u64>, usize), DatasetError> {
    let (mut out, mut files) = (BTreeMap::new(), 0);
    for (week, parts) in dataset.parts()? {
        files += parts.len();
        let mut rows = 0;
        for part in &parts {
            rows += dataset.reader(part)?.rows();
        }
        if rows > 0 {
            out.insert(week, rows);
        }
    }
    Ok((out, files))
}

/// The columns as Arrow has them: declared, so that nobody has to look into a file for them.
fn schema(dataset: &Dataset) -> Schema {
    let columns = dataset.columns.schema();
    let field = |column: &parquet::schema::types::TypePtr| {
        let kind = match column.get_physical_type() {
            Physical::BOOLEAN => DataType::Boolean,
            Physical::INT32 => DataType::Int32,
            Physical::INT64 => DataType::Int64,
            _ => DataType::Utf8,
        };
        Field::new(column.name(), kind, column.is_optional())
    };
    Schema::new(columns.get_fields().iter().map(field).collect::<Vec<_>>())
}

/// A folder as a URL, whatever characters its name is of.
fn url(folder: &Path) -> Result<String, ClusterError> {
    let io = |why| ClusterError::Dataset(DatasetError::Io(folder.to_owned(), why));
    let whole = folder.canonicalize().map_err(io)?;
    let text = whole
        .to_str()
        .ok_or_else(|| io(std::io::ErrorKind::InvalidFilename.into()))?;
    let text = text.strip_prefix(r"\\?\").unwrap_or(text).replace('\\', "/");
    let escaped = text.bytes().map(|byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' | b':' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    });
    let escaped: String = escaped.collect();
    let root = if escaped.starts_with('/') { "" } else { "/" };
    Ok(format!("file://{root}{escaped}/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_any_name_is_a_url() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a b[1]*?%数");
        std::fs::create_dir(&path).unwrap();
        let url = url(&path).unwrap();
        assert!(url.ends_with("/a%20b%5B1%5D%2A%3F%25%E6%95%B0/"), "{url}");
        let read = ListingTableUrl::parse(&url).unwrap();
        assert!(read.get_glob().is_none());
        assert!(
            read.prefix().as_ref().ends_with("a b[1]*?%数"),
            "{}",
            read.prefix()
        );
    }
}
