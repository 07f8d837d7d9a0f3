//! Writes cells to a file.

use super::lines::{CellLine, Head, SurveyLine, measures, names};
use super::{CellsError, CellsFault, TYPE, VERSION};
use crate::domain::WeekId;
use crate::files::write_new;
use crate::survey::collector::cells::{Cell, Cells, Measure};
use crate::survey::{Recipient, SealError};
use serde::Serialize;
use std::io::Write;
use std::path::Path;

/// How hard is tried to make it small: the level of Zstandard.
const LEVEL: i32 = 9;

impl Cells {
    /// Writes them to a new file, sealed to a recipient or in the clear.
    ///
    /// # Errors
    /// [`CellsError`]; whatever is at `path` already stays.
    pub fn write_file(&self, path: &Path, to: Option<&Recipient>) -> Result<(), CellsError> {
        let written = self.bytes(to).and_then(|bytes| Ok(write_new(path, &bytes)?));
        written.map_err(|why| CellsError {
            path: path.to_owned(),
            why,
        })
    }

    /// What such a file holds.
    ///
    /// # Errors
    /// Why they could not be sealed.
    pub fn bytes(&self, to: Option<&Recipient>) -> Result<Vec<u8>, CellsFault> {
        let packed = self.packed()?;
        let Some(to) = to else { return Ok(packed) };
        let sealed = age::encrypt(to.key(), &packed);
        Ok(sealed.map_err(|e| SealError::Age(e.to_string()))?)
    }

    fn packed(&self) -> Result<Vec<u8>, CellsFault> {
        let mut out = zstd::Encoder::new(Vec::new(), LEVEL)?;
        out.include_checksum(true)?;
        let measures = measures(self.frame.asks());
        line(&self.head(), &mut out)?;
        for survey in &self.frame.surveys {
            let definition = survey.text().to_owned();
            line(&SurveyLine { definition }, &mut out)?;
        }
        for ((week, groups), cell) in &self.cells {
            line(&self.line(*week, groups, cell, &measures), &mut out)?;
        }
        Ok(out.finish()?)
    }

    fn head(&self) -> Head {
        Head {
            kind: TYPE.to_owned(),
            version: VERSION,
            surveys: self.frame.surveys.len(),
            cells: self.cells.len(),
            groups: self.frame.groups.iter().map(|g| g.code.to_string()).collect(),
            measures: self.frame.surveys.first().map(names).unwrap_or_default(),
        }
    }

    fn line(&self, week: WeekId, groups: &[u16], cell: &Cell, measures: &[Measure]) -> CellLine {
        let answers = self.frame.groups.iter().zip(groups).map(|(group, place)| {
            let answer = group.answers.get(usize::from(*place).checked_sub(1)?)?;
            Some(answer.code.to_string())
        });
        let moments = measures.iter().map(|measure| {
            let of = cell.of(*measure);
            (of.n, of.sum, of.squares, of.largest[0], of.largest[1])
        });
        CellLine {
            week,
            groups: answers.collect(),
            respondents: cell.respondents,
            measures: moments.collect(),
            share: cell.share.iter().collect(),
            non_teaching: cell.non_teaching.iter().collect(),
        }
    }
}

fn line(content: &impl Serialize, out: &mut impl Write) -> Result<(), CellsFault> {
    serde_json::to_writer(&mut *out, content).map_err(std::io::Error::from)?;
    Ok(out.write_all(b"\n")?)
}
