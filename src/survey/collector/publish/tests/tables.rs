//! A dataset that is published, and what is read of the file.

use super::*;
use crate::i18n::{I18n, Lang};
use ::parquet::file::reader::{FileReader, SerializedFileReader};
use ::parquet::record::Field;
use chrono::NaiveDate;
use std::path::Path;

/// A table that was read: names, and rows as text, an empty one where nothing stands.
pub(super) type Table = (Vec<String>, Vec<Vec<String>>);

pub(super) fn read_csv(path: &Path) -> Table {
    let bytes = std::fs::read(path).unwrap();
    let text = std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap()).unwrap();
    assert!(text.ends_with("\r\n") && text.matches('\n').count() == text.matches("\r\n").count());
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    let names = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let rows = reader
        .records()
        .map(|r| r.unwrap().iter().map(str::to_owned).collect())
        .collect();
    (names, rows)
}

pub(super) fn read_parquet(path: &Path) -> Table {
    let reader = SerializedFileReader::new(std::fs::File::open(path).unwrap()).unwrap();
    let schema = reader.metadata().file_metadata().schema();
    let names = schema.get_fields().iter().map(|f| f.name().to_owned()).collect();
    let text = |field: &Field| match field {
        Field::Null => String::new(),
        Field::Str(text) => text.clone(),
        other => other.to_string(),
    };
    let rows = reader.get_row_iter(None).unwrap();
    let rows = rows.map(|row| {
        row.unwrap()
            .get_column_iter()
            .map(|(_, field)| text(field))
            .collect()
    });
    (names, rows.collect())
}

pub(super) fn published(teachers: u64, name: &str) -> (tempfile::TempDir, Dataset, Account) {
    let dir = tempfile::tempdir().unwrap();
    simulation(teachers).write_dataset(&dir.path().join("d")).unwrap();
    let dataset = Dataset::open(&dir.path().join("d")).unwrap();
    let account = publish_to(&dataset, &dir.path().join(name)).unwrap();
    (dir, dataset, account)
}

pub(super) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 1, 20).unwrap()
}

/// The dataset as it is, as the second issue of its last week and the first of the others.
pub(super) fn sources(dataset: &Dataset) -> BTreeMap<WeekId, PublicSource> {
    let cells = Cells::of_dataset(dataset, None).unwrap();
    let parts = dataset.parts().unwrap();
    let last = parts.keys().next_back().copied();
    let source = |(week, parts): (WeekId, Vec<Part>)| {
        let source = PublicSource {
            issue: 1 + u32::from(Some(week) == last),
            parts,
            visible: Visible::of(&cells, week, Some([0, 1])),
        };
        (week, source)
    };
    parts.into_iter().map(source).collect()
}

pub(super) fn publish_to(dataset: &Dataset, path: &Path) -> Result<Account, PublishError> {
    let format = if path.extension().unwrap() == "csv" {
        Format::Csv
    } else {
        Format::Parquet
    };
    let files = PublicFiles::new(path, format, &dataset.definition, I18n::new(Lang::En), today())?;
    publish_parts(dataset, &sources(dataset), files, Vec::new())?.finish()
}
