//! The values of a column: quickly, or, where another tool wrote it in another way, one by one.

use super::{PartReader, general};
use crate::survey::collector::dataset::coded::{Coded, Kind, Stored};
use crate::survey::collector::dataset::guard::guarded;
use parquet::column::reader::get_typed_column_reader;
use parquet::data_type::{BoolType, ByteArrayType, DataType, Int32Type};
use parquet::errors::Result;
use parquet::file::reader::FileReader;

impl PartReader {
    /// Reads a column quickly, or, where another tool wrote it in another way, value by value.
    pub(super) fn read_coded<F: Fn(Stored<'_>) -> Result<i16>>(
        &self,
        row_group: usize,
        column: usize,
        coded: &Coded<F>,
        out: &mut Vec<i16>,
    ) -> Result<()> {
        guarded(|| self.decode(row_group, column, coded, out))
    }

    fn decode<F: Fn(Stored<'_>) -> Result<i16>>(
        &self,
        row_group: usize,
        column: usize,
        coded: &Coded<F>,
        out: &mut Vec<i16>,
    ) -> Result<()> {
        let mut pages = self
            .file
            .get_row_group(row_group)?
            .get_column_page_reader(column)?;
        if coded.read(pages.as_mut(), out)? {
            return Ok(());
        }
        let (given, levels) = match coded.kind {
            Kind::Text => {
                let (given, levels) = self.column::<ByteArrayType>(row_group, column)?;
                let meant = given
                    .iter()
                    .map(|text| (coded.meaning)(Stored::Text(text.data())));
                (meant.collect::<Result<Vec<i16>>>()?, levels)
            }
            Kind::Number => {
                let (given, levels) = self.column::<Int32Type>(row_group, column)?;
                let meant = given
                    .iter()
                    .map(|number| (coded.meaning)(Stored::Number(*number)));
                (meant.collect::<Result<Vec<i16>>>()?, levels)
            }
            Kind::Boolean => {
                let (given, levels) = self.column::<BoolType>(row_group, column)?;
                (given.into_iter().map(i16::from).collect(), levels)
            }
        };
        out.clear();
        if coded.is_optional {
            let mut given = given.into_iter();
            let next = |level: &i16| {
                if *level == 0 {
                    Some(coded.missing)
                } else {
                    given.next()
                }
            };
            out.extend(levels.iter().map_while(next));
        } else {
            out.extend(given);
        }
        Ok(())
    }

    /// What is there of a column, and which rows have it: 1, or 0 where it is not there. Of a column that every row has, no
    /// levels.
    pub(super) fn column<T: DataType>(
        &self,
        row_group: usize,
        column: usize,
    ) -> Result<(Vec<T::T>, Vec<i16>)> {
        guarded(|| self.values_of::<T>(row_group, column))
    }

    fn values_of<T: DataType>(&self, row_group: usize, column: usize) -> Result<(Vec<T::T>, Vec<i16>)> {
        let group = self.file.get_row_group(row_group)?;
        let mut reader = get_typed_column_reader::<T>(group.get_column_reader(column)?);
        let rows = self.len(row_group);
        let (mut values, mut levels) = (Vec::with_capacity(rows), Vec::new());
        let mut read = 0;
        while read < rows {
            let (records, ..) = reader.read_records(rows - read, Some(&mut levels), None, &mut values)?;
            if records == 0 {
                return Err(general("a column ends before the others"));
            }
            read += records;
        }
        Ok((values, levels))
    }
}
