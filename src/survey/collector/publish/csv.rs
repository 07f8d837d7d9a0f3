//! A public-use file as CSV.

use super::numbers::Number;
use super::week::PublicWeek;
use crate::survey::codebook::Codebook;
use crate::survey::collector::values::MISSING;
use crate::survey::definition::Definition;
use std::io::{self, Write};

/// Writes the weeks, one below the other.
pub(super) struct CsvFile<W: Write> {
    writer: csv::Writer<W>,
    /// The codes of each group.
    codes: Vec<Vec<String>>,
}

impl<W: Write> CsvFile<W> {
    pub(super) fn new(mut out: W, definition: &Definition, codebook: &Codebook) -> io::Result<Self> {
        out.write_all(b"\xef\xbb\xbf")?;
        let mut writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(out);
        writer.write_record(codebook.variables.iter().map(|v| v.name.as_str()))?;
        let codes = definition.groups.iter();
        let codes = codes.map(|g| g.answers.iter().map(|a| a.code.to_string()).collect());
        Ok(Self {
            writer,
            codes: codes.collect(),
        })
    }

    pub(super) fn week(&mut self, week: &PublicWeek) -> io::Result<()> {
        let name = week.week.to_string();
        let mut record = csv::StringRecord::new();
        for (known, numbers) in week.rows() {
            record.clear();
            record.push_field(&name);
            for (place, codes) in known.iter().zip(&self.codes) {
                let code = usize::from(*place).checked_sub(1).and_then(|at| codes.get(at));
                record.push_field(code.map_or("", String::as_str));
            }
            let days = known.last().and_then(|days| days.checked_sub(1));
            record.push_field(&days.map(|d| d.to_string()).unwrap_or_default());
            for (number, value) in Number::ALL.iter().zip(numbers) {
                match (*value, number.is_boolean()) {
                    (MISSING, _) => record.push_field(""),
                    (value, true) => record.push_field(if value == 1 { "true" } else { "false" }),
                    (value, false) => record.push_field(&value.to_string()),
                }
            }
            self.writer.write_record(&record)?;
        }
        Ok(())
    }

    fn whole(self) -> io::Result<W> {
        self.writer.into_inner().map_err(csv::IntoInnerError::into_error)
    }
}

impl<W: Write> CsvFile<io::BufWriter<W>> {
    /// What was written to, with everything in it.
    pub(super) fn finish(self) -> io::Result<W> {
        self.whole()?.into_inner().map_err(io::IntoInnerError::into_error)
    }
}
